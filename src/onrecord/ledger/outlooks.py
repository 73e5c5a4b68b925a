"""Outlooks: the clauses of a report that tell of what is to come, and who they say will do it.

"Norway would respond", "the ministry plans to publish it", "has no intention of leaving", "is unlikely to agree": each
has a cue, a verb, a subject and a place in a statement or in the report's own words. What it amounts to, a commitment or
a forecast, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.actors.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from onrecord.ledger.grammar import MOST, Grammar
from onrecord.ledger.outlook_cues import (
    ADJECTIVES,
    ASIDE,
    COMPLEMENTS,
    GOVERNING,
    MODALS,
    NOUNS,
    OBJECTS,
    VERBS,
    WITHDRAWING,
    Manner,
)
from onrecord.ledger.subjects import Subject
from onrecord.ledger.verb_groups import Group
from onrecord.ledger.verbs import verb_form

_BETWEEN = 7  # tokens between a verb and its infinitive
_MODAL_WORDS = frozenset(
    "will would shall could may might won't wouldn't shan't couldn't 'll 'd won’t wouldn’t not never n't".split()
)
_PLURAL = frozenset("i we you they who which and both all others police two three".split())
_FRONTED = frozenset(["nor", "neither", "never"])
_CANNOT = frozenset("accept agree allow tolerate sign recognize permit approve endorse support compromise negotiate concede".split())
_FORETOLD = frozenset("expect predict forecast project tip set poise".split())
_WH = frozenset(["whether", "what", "when", "how", "who", "where", "why", "if", "whatever", "whoever", "which"])


@dataclass(frozen=True, slots=True)
class Outlook:
    """One clause about what is to come. Ranges are of tokens, half-open.

    Args:
        manner: what kind of cue it is: ``will``, ``would``, ``vow``, ``expected``, …
        cue: the tokens of the cue; ``act`` is the first token of what is to come.
        lemma: of the verb of the act, "" where that is a noun ("pledged [support]").
        negated: whether it is denied.
        subject: who is to do it, None where the words do not tell.
        low, high: the sentence, or what of it is in the same statement.
        statement: the innermost statement whose content it stands in, None for narration.
        within: "" for a main clause or one behind "that"; else the word that subordinates it ("whether", "which").
        past: whether the cue itself stands in the past.
        verb: the last token of the act's verb ("be [coordinated]"), ``act`` where that is one word.
        embedded: whether the cue itself is part of the subject of a verb behind it ("those expected to sign say so").
    """

    manner: Manner
    cue: tuple[int, int]
    act: int
    lemma: str
    negated: bool
    subject: Subject | None
    low: int
    high: int
    statement: int | None = None
    within: str = ""
    past: bool = False
    passive: bool = False
    modal: str = ""
    verb: int = -1
    embedded: bool = False


def outlooks(grammar: Grammar) -> list[Outlook]:
    """The outlooks of a report, in text order. Questions tell of nothing to come."""
    found: list[Outlook] = []
    for (first, last), groups in zip(grammar.sentences, grammar.groups, strict=True):
        if any(grammar.tokens[at].text == "?" for at in range(max(first, last - 3), last)):
            continue
        reader = _Sentence(grammar, first, min(last, first + MOST), groups)
        found += reader.outlooks()
    return found


class _Sentence:
    def __init__(self, grammar: Grammar, first: int, last: int, groups: list[Group]) -> None:
        self._grammar, self._tokens = grammar, grammar.tokens
        self._first, self._last, self._groups = first, last, groups
        self._infinitives = {group.first: group for group in groups if group.form == "infinitive"}

    def outlooks(self) -> Iterator[Outlook]:
        taken = -1
        for group in self._groups:
            for found in self._of_group(group):
                yield found
                taken = found.act
        for at in range(self._first, self._last):
            noun = NOUNS.get(self._tokens[at].fold)
            if noun is not None and at != taken:
                found_noun = self._of_noun(at, noun)
                if found_noun is not None:
                    yield found_noun

    def _of_group(self, group: Group) -> Iterator[Outlook]:
        if group.form in ("infinitive", "gerund") or group.main < group.first:
            return
        modal = MODALS.get(group.modal)
        if modal is not None and self._tokens[group.main].fold in _MODAL_WORDS and group.lemma == group.modal:
            group = self._with_unlisted(group)
        if modal is None and group.modal == "can" and group.negator >= 0 and group.lemma in _CANNOT:
            modal = "refuse"
        if modal is not None and group.main == group.first and self._tokens.word(group.first - 1) in _FRONTED:
            inverted = self._inverted(group, modal)
            if inverted is not None:
                yield inverted
            return
        if modal is not None and group.main > group.first:
            if "perfect" not in group.aspect:
                yield self._modal(group, modal)
            return
        if group.passive and self._tokens.word(group.main) in ADJECTIVES and group.lemma not in _FORETOLD:
            ready = self._of_adjective(replace(group, last=group.main, lemma="be", passive=False))
            if ready is not None:
                yield ready
                return
        if group.lemma in ("be", "stand", "remain", "look", "seem", "appear", "feel"):
            adjective = self._of_adjective(group)
            if adjective is not None:
                yield adjective
                return
        lexical = self._of_verb(group)
        if lexical is not None:
            yield lexical

    def _inverted(self, group: Group, manner: Manner) -> Outlook | None:
        """ "Nor will [Norway] sign": the verb behind a subject that stands behind the modal."""
        start = group.last
        subject = self._grammar.subjects.opening(start, min(self._last, start + 9))
        if subject is None:
            return None
        verb = subject.last
        while verb < self._last and self._tokens[verb].fold.endswith("ly"):
            verb += 1
        form = verb_form(self._tokens.word(verb)) if verb < self._last else None
        if form is None or "VB" not in form.forms:
            return None
        number, low, high = self._grammar.statement_at(group.first)
        low, high = max(low, self._first), min(high, self._last)
        cue = (max(low, group.first - 1), group.last)
        return Outlook(manner, cue, verb, form.lemma, True, subject, low, high, number, modal=group.modal, verb=verb)

    def _with_unlisted(self, group: Group) -> Group:
        """A modal with the verb behind it that no list has."""
        place = group.last
        while place < self._last and self._tokens[place].fold in ("not", "never", "also", "now"):
            place += 1
        if place >= self._last or not self._is_verblike(place):
            return group
        return replace(group, last=place + 1, main=place, lemma=self._tokens[place].fold)

    def _modal(self, group: Group, manner: Manner) -> Outlook:
        tokens, act, lemma, last = self._tokens, group.main, group.lemma, group.last
        negated = group.negator >= 0
        cue = group.first
        if group.lemma == "be" and not group.passive:
            adjective = self._of_adjective(group)
            if adjective is not None:
                return adjective
        if group.modal in ("will", "would") and tokens.word(group.main) in ("likely", "unlikely"):
            manner = "likely"
        if group.lemma == "have" and (choice := self._no_choice(group)) is not None:
            return self._outlook("will", group, (cue, choice.first + 1), choice.main, choice.lemma, False)
        adverbs = [tokens[at].fold for at in range(group.first, group.main)]
        if "likely" in adverbs or "probably" in adverbs or "possibly" in adverbs:
            manner = "likely" if "possibly" not in adverbs else "could"
        end = next(
            (at for at in range(group.main, group.first, -1) if not self._is_helper(at - 1, group)), group.first + 1
        )
        del last
        start = min(end, act)
        if group.passive or "progressive" in group.aspect:
            start = next((at for at in range(group.first, act) if tokens[at].fold == "be"), act)
        return self._outlook(manner, group, (cue, max(cue + 1, start)), start, lemma, negated)

    def _no_choice(self, group: Group) -> Group | None:
        """ "Will have no choice but [to leave]"."""
        if self._tokens.word(group.last) != "no" or self._tokens.word(group.last + 1) not in ("choice", "option", "alternative"):
            return None
        return self._infinitive_behind(group.last + 3, 0) if self._tokens.word(group.last + 2) == "but" else None

    def _is_helper(self, at: int, group: Group) -> bool:
        return at >= group.first and self._tokens[at].fold in ("be", "been", "being")

    def _of_adjective(self, group: Group) -> Outlook | None:
        """ "Is ready to", "is not expected to", "looks set to", "is about to"."""
        tokens = self._tokens
        at = group.last if group.lemma == "be" or group.main == group.last - 1 else group.main + 1
        negated = group.negator >= 0
        adverbs = []
        while (
            at < self._last
            and (tokens[at].fold in ASIDE or tokens[at].fold.endswith("ly"))
            and tokens[at].fold not in ADJECTIVES
        ):
            negated = negated or tokens[at].fold in ("not", "never", "no")
            adverbs.append(tokens[at].fold)
            at += 1
        manner = ADJECTIVES.get(tokens.word(at))
        if manner is None or at >= self._last:
            return None
        infinitive = self._infinitive_behind(at + 1, 2)
        if infinitive is None:
            return None
        if tokens[at].fold in ("unlikely", "unwilling", "unprepared"):
            negated = not negated
        negated = negated != (infinitive.negator >= 0)
        return self._outlook(
            manner, group, (group.first, self._behind_to(infinitive)), infinitive.main, infinitive.lemma, negated
        )

    def _behind_to(self, infinitive: Group) -> int:
        return infinitive.first + 1

    def _infinitive_behind(self, at: int, far: int) -> Group | None:
        """The infinitive that begins at a token, or so many tokens behind it, past "not", adverbs and days."""
        for place in range(at, min(self._last, at + far + 1)):
            if place in self._infinitives:
                return self._infinitives[place]
            word = self._tokens[place].fold
            if (
                word not in ASIDE
                and not word.endswith(("ly", "day"))
                and word not in ("on", "not", "never", "by", "in", "experts", "analysts")
            ):
                return None
        return None

    def _unlisted(self, at: int) -> Group | None:
        """The infinitive behind the "to" at a token whose verb no list has."""
        place = at + 1
        while place < self._last and self._tokens[place].fold.endswith("ly"):
            place += 1
        if place >= self._last or not self._is_verblike(place):
            return None
        return Group(at, place + 1, place, self._tokens[place].fold, "infinitive")

    def _is_verblike(self, at: int) -> bool:
        token = self._tokens[at]
        plain = token.is_word and token.text.islower() and token.fold.isalpha() and len(token.fold) > 2
        closed = DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES
        return plain and token.fold not in closed and not token.fold.endswith(("ing", "ed", "ly"))

    def _of_verb(self, group: Group) -> Outlook | None:
        """ "Plans to", "vowed to", "has threatened to", "offered talks", "ruled out"."""
        tokens, lemma = self._tokens, group.lemma
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
            return self._outlook(
                "refuse", group, (group.first, group.last + 1), group.last + 1, "", not group.negator >= 0
            )
        if lemma in ("consider", "weigh", "contemplate", "mull"):
            following = verb_form(tokens.word(group.last))
            if following is None or "VBG" not in following.forms or group.last >= self._last:
                return None
            return self._outlook(
                "could", group, (group.first, group.last), group.last, following.lemma, group.negator >= 0
            )
        if not self._agrees(group):
            return None
        far = _BETWEEN if lemma in ("threaten", "promise", "commit", "plan") else 3
        infinitive = self._infinitive_behind(group.last, far)
        if infinitive is None and lemma in ("promise", "commit", "undertake"):
            infinitive = self._past_object(group.last)
        negated = group.negator >= 0
        if infinitive is not None:
            if negated and manner not in ("plan", "will", "expected", "set"):
                return None
            inner = infinitive.negator >= 0
            cue = (group.first, self._behind_to(infinitive))
            denied = (manner == "refuse") != (negated != inner)
            found = self._outlook(manner, group, cue, infinitive.main, infinitive.lemma, denied)
            return replace(found, modal="will") if found is not None and lemma == "go" else found
        return None if negated else self._with_object(group, manner)

    def _of_right(self, group: Group) -> Outlook | None:
        """ "Reserves the right to respond"."""
        for place in range(group.last, min(self._last, group.last + 3)):
            if self._tokens[place].fold in ("right", "rights"):
                end = min(self._last, place + 6)
                to = next((at for at in range(place + 1, end) if self._tokens[at].fold == "to"), None)
                found = None if to is None else self._infinitive_behind(to, 0)
                if found is not None:
                    return self._outlook("threat", group, (group.first, found.first + 1), found.main, found.lemma, False)
        return None

    def _past_object(self, at: int) -> Group | None:
        """ "Promised the miners [to]": the infinitive behind a short object."""
        for place in range(at, min(self._last, at + 5)):
            if place in self._infinitives:
                return self._infinitives[place]
            if (
                not self._tokens[place].is_word
                or place in self._grammar.verbs
                or self._tokens[place].fold in ("that", "and")
            ):
                return None
        return None

    def _agrees(self, group: Group) -> bool:
        """Whether a verb in its base form ("[Plan] to cut taxes splits party") has a subject in the plural."""
        token = self._tokens[group.main]
        if group.first != group.main or group.form != "finite" or group.tense == "past" or token.fold != group.lemma:
            return True
        at = group.first - 1
        while at > self._first and self._tokens[at].fold in ASIDE:
            at -= 1
        word = self._tokens[at].fold if at >= self._first else ""
        return word in _PLURAL or word.endswith(("s", "people", "men")) or (at > 0 and self._tokens.word(at - 1) == "and")

    def _is_self(self, at: int) -> bool:
        return self._tokens[at].fold.endswith(("self", "selves"))

    def _with_object(self, group: Group, manner: Manner) -> Outlook | None:
        """ "Offered talks", "threatened it with sanctions", "pledged support": what is to come is a noun."""
        tokens, nouns = self._tokens, OBJECTS.get(group.lemma)
        if nouns is None or group.last >= self._last:
            return None
        start, end = group.last, min(self._last, group.last + 9)
        for at in range(start, end):
            token = tokens[at]
            if (
                at in self._grammar.verbs
                or token.fold in ("that", "to", "if", "who", "which", "and")
                or token.text in ".,;:—–"
            ):
                return None
            if token.fold == "with" and group.lemma == "threaten":
                start = at + 1
            elif token.fold in PREPOSITIONS and start <= at - 1:
                return None
            elif token.fold in nouns or token.fold.removesuffix("s") in nouns:
                return self._outlook(manner, group, (group.first, max(group.last, start)), start, "", False)
        return None

    def _of_noun(self, at: int, manner: Manner) -> Outlook | None:
        """ "Its threat to leave", "has no plans to", "reiterated its readiness to"."""
        tokens = self._tokens
        infinitive = self._infinitives.get(at + 1) or (
            self._infinitives.get(at + 2) if tokens.word(at + 1) == "not" else None
        )
        gerund = None
        if infinitive is None and tokens.word(at + 1) == "of" and tokens[at].fold in ("intention", "intentions"):
            gerund = verb_form(tokens.word(at + 2))
        if infinitive is None and (gerund is None or "VBG" not in gerund.forms):
            return None
        start = at
        while start > self._first and tokens[start - 1].is_word and tokens[start - 1].text.islower() and at - start < 4:
            if tokens[start - 1].fold in DETERMINERS | {"no"} or tokens[start - 1].is_possessive:
                break
            if start - 1 in self._grammar.verbs or tokens[start - 1].fold in PREPOSITIONS:
                break
            start -= 1
        before = tokens.word(start - 1) if start > self._first else ""
        denied = before == "no"
        governing = next((g for g in reversed(self._groups) if g.last <= start and start - g.last <= 2), None)
        act = infinitive.main if infinitive is not None else at + 2
        lemma = infinitive.lemma if infinitive is not None else (gerund.lemma if gerund else "")
        cue_end = infinitive.first + 1 if infinitive is not None else at + 2
        if infinitive is not None and infinitive.negator >= 0:
            denied = not denied
        if manner == "refuse":
            denied = not denied
        possessed = start > self._first and tokens[start - 1].is_possessive
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
            return self._outlook(manner, governing, (max(governing.first, start - 2), cue_end), act, lemma, denied)
        if not possessed:
            return None
        subject = self._grammar.subjects.before(start - 1, self._first)
        if subject is None:
            return None
        return self._placed(
            Outlook(manner, (start, cue_end), act, lemma, denied, subject, self._first, self._last, verb=act), at
        )

    def _outlook(
        self, manner: Manner, group: Group, cue: tuple[int, int], act: int, lemma: str, negated: bool
    ) -> Outlook | None:
        if act >= self._last:
            return None
        number, low, high = self._grammar.statement_at(group.first)
        low, high = max(low, self._first), min(high, self._last)
        if act >= high:  # the cue stands in one statement, the act in none
            high = self._last
        subject = self._grammar.subjects.before(group.first, low)
        if subject is None:
            subject = self._interrupted_subject(group, number, low) or self._shared_subject(group, low)
        past = group.tense == "past" or "perfect" in group.aspect
        past = past or self._tokens[group.first].fold in ("was", "were", "had")
        manner, negated = self._as_called(manner, negated, subject, low)
        return Outlook(
            manner,
            cue,
            act,
            lemma,
            negated,
            subject,
            low,
            high,
            number,
            self._within(subject, low) if subject is not None else "",
            past,
            group.passive,
            group.modal,
            max(
                act,
                group.main
                if act <= group.main
                else next((g.main for g in self._groups if g.first <= act < g.last), act),
            ),
            group.form == "participle" or (subject is not None and subject.relative >= 0),
        )

    def _interrupted_subject(self, group: Group, number: int | None, low: int) -> Subject | None:
        """ "[Norway], she said, [would]": the subject in the part of the content before."""
        if number is None or low <= self._first:
            return None
        start = self._tokens[low].start
        parts = [part for part in self._grammar.report.statements[number].content if part.end <= start]
        if not parts:
            return None
        first, last = self._tokens.range_of(parts[-1].start, parts[-1].end)
        first = max(first, self._first)
        if first >= last:
            return None
        joined = self._tokens[group.first - 1].fold in ("and", "but")
        if not joined:
            return self._grammar.subjects.before(last, first)
        for other in reversed([g for g in self._groups if g.form == "finite" and first <= g.first < last]):
            subject = self._grammar.subjects.before(other.first, first)
            if subject is not None and subject.relative < 0:
                return subject
        return self._grammar.subjects.opening(first, last)

    def _shared_subject(self, group: Group, low: int) -> Subject | None:
        """The subject that a verb has from another: "rejected it and [vowed]", "walked out, [vowing]"."""
        joined = group.first > low and self._tokens[group.first - 1].fold in ("and", "but", "or")
        if not joined and group.form != "participle":
            return None
        before = [g for g in self._groups if g.form == "finite" and low <= g.first < group.first]
        for other in reversed(before) if joined else before[:1]:
            subject = self._grammar.subjects.before(other.first, low)
            if subject is not None and subject.relative < 0:
                return subject
        return self._grammar.subjects.opening(low, group.first) if joined else None

    def _placed(self, outlook: Outlook, at: int) -> Outlook:
        number, low, high = self._grammar.statement_at(at)
        low, high = max(low, self._first), min(high, self._last)
        return replace(outlook, statement=number, low=low, high=high if outlook.act < high else self._last)

    def _as_called(self, manner: Manner, negated: bool, subject: Subject | None, low: int) -> tuple[Manner, bool]:
        """ "Called it unlikely that [the text] would pass": what a clause is called before it begins."""
        tokens = self._tokens
        if subject is None or subject.first - 2 < low or tokens[subject.first - 1].fold != "that":
            return manner, negated
        word = tokens[subject.first - 2].fold
        if word in ("unlikely", "improbable"):
            return "likely", not negated
        return ("likely" if word in ("likely", "probable") else manner), negated

    def _within(self, subject: Subject, low: int) -> str:
        """What subordinates a clause, if it is no reported one."""
        tokens = self._tokens
        if subject.relative >= 0:
            return tokens[subject.relative].fold
        at = subject.first - 1
        if at < low:
            return ""
        word = tokens[at].fold
        if word in _WH:
            return word
        if word in ("before", "after", "until", "till", "than", "so"):
            return word if word != "so" or (at > low and tokens[at - 1].text != ",") else ""
        if word == "that":
            before = tokens.word(at - 1) if at - 1 >= low else ""
            taken = (
                not before or not before[0].isalpha() or before in COMPLEMENTS or before in ("and", "but", "or", "so")
            )
            return "" if taken or verb_form(before) is not None or at - 1 in self._grammar.verbs else "that"
        if subject.is_pronoun(tokens) and tokens[at].is_word and tokens[at].text.islower():
            plain = word not in PREPOSITIONS and verb_form(word) is None and word not in COMPLEMENTS
            if plain and at not in self._grammar.verbs and word not in _JOINING and not word.endswith("ly"):
                return "that"
        return ""


_JOINING = frozenset(
    ["and", "but", "or", "because", "as", "while", "so", "then", "although", "though", "since", "until", "now", "if"]
)
