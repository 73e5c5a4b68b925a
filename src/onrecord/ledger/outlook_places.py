"""Where an outlook stands: its subject, its statement, what subordinates it, the infinitive that its cue governs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.actors.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from onrecord.ledger.grammar import Grammar
from onrecord.ledger.outlook_cues import ASIDE, COMPLEMENTS, Manner
from onrecord.ledger.subjects import Subject
from onrecord.ledger.verb_groups import Group
from onrecord.ledger.verbs import verb_form

_WH = frozenset(["whether", "what", "when", "how", "who", "where", "why", "if", "whatever", "whoever", "which"])
_STRUCK = frozenset(
    ["appalled", "shocked", "surprised", "amazed", "outraged", "stunned", "angry", "dismayed", "furious", "thrilled"]
)
_JOINING = frozenset(
    ["and", "but", "or", "because", "as", "while", "so", "then", "although", "though", "since", "until", "now", "if"]
)


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


class Places:
    """One sentence, as its outlooks are placed. ``first:last`` are its tokens, ``groups`` its verbs."""

    def __init__(self, grammar: Grammar, first: int, last: int, groups: list[Group]) -> None:
        self.grammar, self.tokens = grammar, grammar.tokens
        self.first, self.last, self.groups = first, last, groups
        self.infinitives = {group.first: group for group in groups if group.form == "infinitive"}

    def behind_to(self, infinitive: Group) -> int:
        return infinitive.first + 1

    def infinitive_behind(self, at: int, far: int) -> Group | None:
        """The infinitive that begins at a token, or so many tokens behind it, past "not", adverbs and days."""
        for place in range(at, min(self.last, at + far + 1)):
            if place in self.infinitives:
                return self.infinitives[place]
            word = self.tokens[place].fold
            if word == "to" and (unlisted := self.unlisted(place)) is not None:
                return unlisted
            if word == "," and self.tokens.word(place + 1) == "however":
                return self.infinitive_behind(place + 3, 0)
            if (
                word not in ASIDE
                and not word.endswith(("ly", "day"))
                and word not in ("on", "not", "never", "by", "in", "experts", "analysts")
            ):
                return None
        return None

    def unlisted(self, at: int) -> Group | None:
        """The infinitive behind the "to" at a token whose verb no list has."""
        place = at + 1
        while place < self.last and self.tokens[place].fold.endswith("ly"):
            place += 1
        if place >= self.last or not self.is_verblike(place):
            return None
        negator = at - 1 if self.tokens.word(at - 1) in ("not", "never") else -1
        return Group(at, place + 1, place, self.tokens[place].fold, "infinitive", negator=negator)

    def is_verblike(self, at: int) -> bool:
        token = self.tokens[at]
        plain = token.is_word and token.text.islower() and token.fold.isalpha() and len(token.fold) > 2
        closed = DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES
        return plain and token.fold not in closed and not token.fold.endswith(("ing", "ed", "ly"))

    def outlook(
        self, manner: Manner, group: Group, cue: tuple[int, int], act: int, lemma: str, negated: bool
    ) -> Outlook | None:
        if act >= self.last:
            return None
        number, low, high = self.grammar.statement_at(group.first)
        low, high = max(low, self.first), min(high, self.last)
        if act >= high:  # the cue stands in one statement, the act in none
            high = self.last
        subject = self.grammar.subjects.before(group.first, low)
        if subject is None:
            subject = self._interrupted_subject(group, number, low) or self._shared_subject(group, low)
        past = group.tense == "past" or "perfect" in group.aspect
        past = past or self.tokens[group.first].fold in ("was", "were", "had")
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
                else next((g.main for g in self.groups if g.first <= act < g.last), act),
            ),
            group.form == "participle" or (subject is not None and subject.relative >= 0),
        )

    def _interrupted_subject(self, group: Group, number: int | None, low: int) -> Subject | None:
        """ "[Norway], she said, [would]": the subject in the part of the content before."""
        if number is None or low <= self.first:
            return None
        start = self.tokens[low].start
        parts = [part for part in self.grammar.report.statements[number].content if part.end <= start]
        if not parts:
            return None
        first, last = self.tokens.range_of(parts[-1].start, parts[-1].end)
        first = max(first, self.first)
        if first >= last:
            return None
        joined = self.tokens[group.first - 1].fold in ("and", "but")
        if not joined:
            return self.grammar.subjects.before(last, first)
        for other in reversed([g for g in self.groups if g.form == "finite" and first <= g.first < last]):
            subject = self.grammar.subjects.before(other.first, first)
            if subject is not None and subject.relative < 0:
                return subject
        return self.grammar.subjects.opening(first, last)

    def _shared_subject(self, group: Group, low: int) -> Subject | None:
        """The subject that a verb has from another: "rejected it and [vowed]", "walked out, [vowing]"."""
        joined = group.first > low and self.tokens[group.first - 1].fold in ("and", "but", "or")
        if not joined and group.form != "participle":
            return None
        before = [g for g in self.groups if g.form == "finite" and low <= g.first < group.first]
        for other in reversed(before) if joined else before[:1]:
            subject = self.grammar.subjects.before(other.first, low)
            if subject is not None and subject.relative < 0:
                return subject
        return self.grammar.subjects.opening(low, group.first) if joined else None

    def placed(self, outlook: Outlook, at: int) -> Outlook:
        number, low, high = self.grammar.statement_at(at)
        low, high = max(low, self.first), min(high, self.last)
        return replace(outlook, statement=number, low=low, high=high if outlook.act < high else self.last)

    def _as_called(self, manner: Manner, negated: bool, subject: Subject | None, low: int) -> tuple[Manner, bool]:
        """ "Called it unlikely that [the text] would pass": what a clause is called before it begins."""
        tokens = self.tokens
        if subject is None or subject.first - 2 < low or tokens[subject.first - 1].fold != "that":
            return manner, negated
        word = tokens[subject.first - 2].fold
        if word in ("unlikely", "improbable"):
            return "likely", not negated
        return ("likely" if word in ("likely", "probable") else manner), negated

    def _within(self, subject: Subject, low: int) -> str:
        """What subordinates a clause, if it is no reported one."""
        tokens = self.tokens
        if subject.relative >= 0:
            return tokens[subject.relative].fold
        at = subject.first - 1
        if at < low:
            return ""
        word = tokens[at].fold
        if word in _WH:
            return word
        if word in ("wish", "wishes", "wished"):
            return word
        if word in ("before", "after", "until", "till", "than", "so"):
            return word if word != "so" or (at > low and tokens[at - 1].text != ",") else ""
        if word == "that" and at - 1 >= low and tokens[at - 1].fold in _STRUCK:
            return "that"
        if word == "that":
            before = tokens.word(at - 1) if at - 1 >= low else ""
            taken = (
                not before or not before[0].isalpha() or before in COMPLEMENTS or before in ("and", "but", "or", "so")
            )
            return "" if taken or verb_form(before) is not None or at - 1 in self.grammar.verbs else "that"
        if subject.is_pronoun(tokens) and tokens[at].is_word and tokens[at].text.islower():
            plain = word not in PREPOSITIONS and verb_form(word) is None and word not in COMPLEMENTS
            if plain and at not in self.grammar.verbs and word not in _JOINING and not word.endswith("ly"):
                return "that"
        return ""
