"""Outlooks by verbs, adjectives and nouns: "plans to", "is ready to", "its threat to", "offered talks"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.actors.words import DETERMINERS, PREPOSITIONS
from onrecord.ledger.outlook_cues import (
    ADJECTIVES,
    ASIDE,
    GOVERNING,
    OBJECTS,
    VERBS,
    WITHDRAWING,
    Manner,
)
from onrecord.ledger.outlook_places import Outlook, Places
from onrecord.ledger.verb_groups import Group
from onrecord.ledger.verbs import verb_form

_BETWEEN = 7  # tokens between a verb and its infinitive
_PLURAL = frozenset(
    ["i", "we", "you", "they", "who", "which", "and", "both", "all", "others", "police", "two", "three"]
)


class Lexical(Places):
    """Reads the outlooks of a sentence that have a cue of their own."""

    def of_adjective(self, group: Group) -> Outlook | None:
        """ "Is ready to", "is not expected to", "looks set to", "is about to"."""
        tokens = self.tokens
        at = group.last if group.lemma == "be" or group.main == group.last - 1 else group.main + 1
        negated = group.negator >= 0
        adverbs = []
        while (
            at < self.last
            and (tokens[at].fold in ASIDE or tokens[at].fold.endswith("ly"))
            and tokens[at].fold not in ADJECTIVES
        ):
            negated = negated or tokens[at].fold in ("not", "never", "no")
            adverbs.append(tokens[at].fold)
            at += 1
        if tokens.word(at) == "open" and tokens.word(at + 1) == "to":
            return self._open_to(group, at + 2, negated)
        manner = ADJECTIVES.get(tokens.word(at))
        if manner is None or at >= self.last:
            return None
        infinitive = self.infinitive_behind(at + 1, 2)
        if infinitive is None:
            return None
        if tokens[at].fold in ("unlikely", "unwilling", "unprepared"):
            negated = not negated
        negated = negated != (infinitive.negator >= 0)
        return self.outlook(
            manner, group, (group.first, self.behind_to(infinitive)), infinitive.main, infinitive.lemma, negated
        )

    def _open_to(self, group: Group, at: int, negated: bool) -> Outlook | None:
        """ "Remains open to talks", "is open to sending troops"."""
        if negated:
            return None
        form = verb_form(self.tokens.word(at))
        if form is not None and "VBG" in form.forms:
            return self.outlook("ready", group, (group.first, at), at, form.lemma, False)
        for place in range(at, min(self.last, at + 6)):
            word = self.tokens[place].fold
            if place not in self.grammar.verbs and word.removesuffix("s") in OBJECTS["offer"]:
                found = self.outlook("ready", group, (group.first, at), at, "", False)
                return replace(found, verb=place) if found is not None else None
        return None

    def of_verb(self, group: Group) -> Outlook | None:
        """ "Plans to", "vowed to", "has threatened to", "offered talks", "ruled out"."""
        tokens, lemma = self.tokens, group.lemma
        manner = VERBS.get(lemma)
        if lemma == "go" and "progressive" in group.aspect:
            manner = "will"
        passive = (
            "expected"
            if group.passive and lemma in ("expect", "predict", "forecast", "project", "set", "poise", "tip")
            else ""
        )
        if passive:
            manner = "expected" if lemma not in ("set", "poise") else "set"
        elif lemma in ("expect", "predict", "forecast", "project", "set", "poise", "tip"):
            return None
        if manner is None or (group.passive and not passive and group.form == "finite"):
            return None
        if lemma == "reserve":
            return self._of_right(group)
        if lemma == "rule":
            if tokens.word(group.last) != "out" or group.negator >= 0:
                return None
            return self.outlook(
                "refuse", group, (group.first, group.last + 1), group.last + 1, "", not group.negator >= 0
            )
        if lemma in ("consider", "weigh", "contemplate", "mull"):
            following = verb_form(tokens.word(group.last))
            if following is None or "VBG" not in following.forms or group.last >= self.last:
                return None
            return self.outlook(
                "could", group, (group.first, group.last), group.last, following.lemma, group.negator >= 0
            )
        if not self._agrees(group):
            return None
        far = _BETWEEN if lemma in ("threaten", "promise", "commit", "plan") else 3
        infinitive = self.infinitive_behind(group.last, far)
        if infinitive is None and lemma in ("promise", "commit", "undertake"):
            infinitive = self._past_object(group.last)
        negated = group.negator >= 0
        if lemma == "go" and infinitive is not None and verb_form(tokens.word(infinitive.main)) is None:
            return None  # "is going to great lengths"
        if infinitive is not None:
            if negated and manner not in ("plan", "will", "expected", "set"):
                return None
            inner = infinitive.negator >= 0
            cue = (group.first, self.behind_to(infinitive))
            denied = (manner == "refuse") != (negated != inner)
            found = self.outlook(manner, group, cue, infinitive.main, infinitive.lemma, denied)
            return replace(found, modal="will") if found is not None and lemma == "go" else found
        return None if negated else self._with_object(group, manner)

    def _of_right(self, group: Group) -> Outlook | None:
        """ "Reserves the right to respond"."""
        for place in range(group.last, min(self.last, group.last + 3)):
            if self.tokens[place].fold in ("right", "rights"):
                end = min(self.last, place + 6)
                to = next((at for at in range(place + 1, end) if self.tokens[at].fold == "to"), None)
                found = None if to is None else self.infinitive_behind(to, 0)
                if found is not None:
                    return self.outlook("threat", group, (group.first, found.first + 1), found.main, found.lemma, False)
        return None

    def _past_object(self, at: int) -> Group | None:
        """ "Promised the miners [to]": the infinitive behind a short object."""
        for place in range(at, min(self.last, at + 5)):
            if place in self.infinitives:
                return self.infinitives[place]
            if (
                not self.tokens[place].is_word
                or place in self.grammar.verbs
                or self.tokens[place].fold in ("that", "and")
            ):
                return None
        return None

    def _agrees(self, group: Group) -> bool:
        """Whether a verb in its base form ("[Plan] to cut taxes splits party") has a subject in the plural."""
        token = self.tokens[group.main]
        if group.first != group.main or group.form != "finite" or group.tense == "past" or token.fold != group.lemma:
            return True
        at = group.first - 1
        while at > self.first and self.tokens[at].fold in ASIDE:
            at -= 1
        word = self.tokens[at].fold if at >= self.first else ""
        return (
            word in _PLURAL or word.endswith(("s", "people", "men")) or (at > 0 and self.tokens.word(at - 1) == "and")
        )

    def _is_self(self, at: int) -> bool:
        return self.tokens[at].fold.endswith(("self", "selves"))

    def _with_object(self, group: Group, manner: Manner) -> Outlook | None:
        """ "Offered talks", "threatened it with sanctions", "pledged support": what is to come is a noun."""
        tokens, nouns = self.tokens, OBJECTS.get(group.lemma)
        if nouns is None or group.last >= self.last:
            return None
        start, end = group.last, min(self.last, group.last + 9)
        for at in range(start, end):
            token = tokens[at]
            if (
                at in self.grammar.verbs
                or token.fold in ("that", "to", "if", "who", "which", "and")
                or token.text in ".,;:—–"
            ):
                return None
            if token.fold == "with" and group.lemma == "threaten":
                start = at + 1
            elif token.fold in PREPOSITIONS and start <= at - 1:
                return None
            elif token.fold in nouns or token.fold.removesuffix("s") in nouns:
                found = self.outlook(manner, group, (group.first, max(group.last, start)), start, "", False)
                return replace(found, verb=at) if found is not None else None
        return None

    def of_noun(self, at: int, manner: Manner) -> Outlook | None:
        """ "Its threat to leave", "has no plans to", "reiterated its readiness to"."""
        tokens = self.tokens
        infinitive = self.infinitives.get(at + 1) or (
            self.infinitives.get(at + 2) if tokens.word(at + 1) == "not" else None
        )
        gerund = None
        if infinitive is None and tokens.word(at + 1) == "of" and tokens[at].fold in ("intention", "intentions"):
            gerund = verb_form(tokens.word(at + 2))
        if infinitive is None and (gerund is None or "VBG" not in gerund.forms):
            return None
        start = at
        while start > self.first and tokens[start - 1].is_word and tokens[start - 1].text.islower() and at - start < 4:
            if tokens[start - 1].fold in DETERMINERS | {"no"} or tokens[start - 1].is_possessive:
                break
            if start - 1 in self.grammar.verbs or tokens[start - 1].fold in PREPOSITIONS:
                break
            start -= 1
        before = tokens.word(start - 1) if start > self.first else ""
        denied = before == "no"
        governing = next((g for g in reversed(self.groups) if g.last <= start and start - g.last <= 2), None)
        act = infinitive.main if infinitive is not None else at + 2
        lemma = infinitive.lemma if infinitive is not None else (gerund.lemma if gerund else "")
        cue_end = infinitive.first + 1 if infinitive is not None else at + 2
        if infinitive is not None and infinitive.negator >= 0:
            denied = not denied
        if manner == "refuse":
            denied = not denied
        possessed = start > self.first and tokens[start - 1].is_possessive
        pronoun = before in ("his", "her", "its", "their", "our", "my")
        if governing is not None and (pronoun or not possessed):
            if governing.lemma in WITHDRAWING or governing.passive:
                return None
            if governing.lemma not in GOVERNING:
                return None
            if governing.negator >= 0:
                if governing.lemma != "have":
                    return None
                denied = not denied
            return self.outlook(manner, governing, (max(governing.first, start - 2), cue_end), act, lemma, denied)
        if not possessed:
            return None
        subject = self.grammar.subjects.before(start - 1, self.first)
        if subject is None:
            return None
        return self.placed(
            Outlook(
                manner, (start, cue_end), act, lemma, denied, subject, self.first, self.last, verb=act, embedded=True
            ),
            at,
        )
