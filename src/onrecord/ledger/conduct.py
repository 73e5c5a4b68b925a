"""Whose conduct an outlook tells of: the speaker's own or their side's, or somebody else's."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.actors.words import BODY_NOUNS, COUNTRY_NOUNS, word_set
from onrecord.domain import Actor, Report, Statement
from onrecord.ledger.grammar import Grammar
from onrecord.ledger.outlooks import Outlook
from onrecord.ledger.sides import Sides, state_of_words

_FIRST_PERSON = word_set("i we")
_THINGS_OF_A_SIDE = (
    COUNTRY_NOUNS
    | BODY_NOUNS
    | word_set(
        "troops forces soldiers authorities officials ministers government police lawmakers deputies sides team allies "
        "administration leadership delegation side people country countries city town state president minister capital "
        "leaders"
    )
)
_DEFINITE = word_set("the our his its her their my this both")
_NON_CONDUCT = word_set(
    "be become face suffer lose need have see get feel know remain benefit receive gain grow fall rise fail depend mean "
    "cost last happen occur arise emerge appear seem look sound exist contain include struggle die win like love want prefer "
    "hope wish believe think expect understand recover survive deserve matter belong realize learn find enjoy resemble "
    "disappear differ succeed thrive flourish collapse shrink decline vary regret miss hate fear notice hear forget say "
    "bear tend prove end deal"
)
_ADMINISTERED = word_set(
    "take impose introduce call launch suspend extend release deploy send withdraw cut open close punish prosecute "
    "sanction expel publish submit sign ratify lift maintain continue increase reduce cancel postpone recall return "
    "resume build pay provide deliver grant recognize respect protect honor implement ban block veto carry allow "
    "permit use make give arrest reopen restore review investigate tighten step raise begin start tolerate spare"
)


@dataclass(frozen=True, slots=True)
class Conduct:
    """Who does what an outlook tells, and whether they, or who speaks for them, say so.

    ``own`` is None where the report does not tell. ``statement`` is who says it, None for the report itself.
    """

    own: bool | None
    actor: Actor | None
    others: tuple[Actor, ...] = ()
    statement: Statement | None = None


class Conducts:
    """Tells own conduct from that of others."""

    def __init__(self, grammar: Grammar, sides: Sides) -> None:
        self._grammar, self._tokens, self._sides = grammar, grammar.tokens, sides
        self._report: Report = grammar.report
        self._cues = sorted(
            (s.cue.start, s.cue.end, number) for number, s in enumerate(self._report.statements) if s.cue is not None
        )

    def of(self, outlook: Outlook) -> Conduct:
        """Whose conduct it is."""
        statement = self._report.statements[outlook.statement] if outlook.statement is not None else None
        named = self._grammar.subjects.actors(outlook.subject) if outlook.subject is not None else ()
        if statement is None:
            named = self._of_last_speaker(outlook) or named
            by = self._said_by_cue(outlook)
            if by is not None and by.speaker is not None and not (named and named[0].kind != "unknown"):
                named = (by.speaker,)
            return Conduct(None, named[0] if named else self._described(outlook), named[1:], None)
        return self._within(outlook, statement, named)

    def _of_last_speaker(self, outlook: Outlook) -> tuple[Actor, ...]:
        """Whom "he" or "she" means in narration: the person who spoke in the sentence before."""
        subject = outlook.subject
        if (
            subject is None
            or self._tokens[subject.first].fold not in ("he", "she")
            or not subject.is_pronoun(self._tokens)
        ):
            return ()
        at = self._tokens[subject.first]
        low = self._tokens[self._tokens.sentence_range(at.sentence - 1)[0]].start if at.sentence else 0
        for _, end, number in reversed(self._cues[: bisect_left(self._cues, (at.start, 0, 0))]):
            statement = self._report.statements[number]
            if end < low:
                break
            if statement.speaker is not None and statement.speaker.kind == "person":
                return (statement.speaker,)
        return ()

    def _said_by_cue(self, outlook: Outlook) -> Statement | None:
        """The statement whose cue is the outlook's: "[Oslo] [refuses] [to sign]"."""
        start, end = self._tokens[outlook.cue[0]].start, self._tokens[outlook.cue[1] - 1].end
        for low, high, number in self._cues:
            if low < end and start < high:
                return self._report.statements[number]
        return None

    def _described(self, outlook: Outlook) -> Actor | None:
        """Who is only described: "two dozen lawmakers"."""
        subject = outlook.subject
        if subject is None or subject.is_pronoun(self._tokens) or subject.relative == subject.first:
            return None
        first = subject.first
        while first < subject.head and self._tokens[first].fold in _DEFINITE | {"a", "an"}:
            first += 1
        words = self._tokens.words(first, subject.last)
        plural = self._tokens[subject.head].fold.endswith("s")
        return Actor(words, "group" if plural else "unknown", (), self._report.id) if len(words) < 80 else None

    def _within(self, outlook: Outlook, statement: Statement, named: tuple[Actor, ...]) -> Conduct:
        speaker, sides = statement.speaker, self._sides
        subject = outlook.subject
        if subject is None:
            return Conduct(None, None, (), statement)
        word = self._tokens[subject.first].fold
        principal = sides.principal(speaker) if speaker is not None else None
        if subject.is_pronoun(self._tokens):
            return self._of_pronoun(word, outlook, statement, named)
        official = sides.is_official(statement)
        head = self._tokens[subject.head].fold
        if official and self._tokens[subject.head].text.islower() and self._is_of_side(subject.first, head):
            if not self._is_of_others(outlook, speaker):
                others = (
                    self._both(outlook, speaker)
                    if self._tokens.word(subject.first + 1) == "two" or word == "both"
                    else ()
                )
                return Conduct(True, principal, others, statement)
        if named:
            if speaker is None:
                own = True if official and named[0].kind != "person" else None
                return Conduct(own, named[0], named[1:], statement)
            for place, actor in enumerate(named):
                if sides.same(speaker, actor):
                    others = tuple(other for other in named if other is not actor)
                    return (
                        Conduct(True, self._of_side(speaker, actor), others, statement)
                        if place == 0 or official
                        else Conduct(False, named[0], named[1:], statement)
                    )
            if self._is_of_side(subject.first, head) and official and named[0].kind not in ("person", "state"):
                return Conduct(True, principal, (), statement)
            unknown = sides.same(speaker, named[0]) is None
            if unknown and official and named[0].kind in ("state", "body", "organisation"):
                return Conduct(True, named[0], named[1:], statement)
            return Conduct(False, named[0], named[1:], statement)
        if self._is_of_side(subject.first, head) and official:
            return Conduct(True, principal, (), statement)
        if outlook.passive and official and outlook.lemma in _ADMINISTERED and not self._by_agent(outlook):
            return Conduct(True, principal, (), statement)
        return Conduct(False, None, (), statement)

    def _is_of_others(self, outlook: Outlook, speaker: Actor | None) -> bool:
        """Whether the words of a subject name another side: "the [Serbian] government"."""
        subject = outlook.subject
        assert subject is not None
        named = self._grammar.subjects.mentions_in(subject.first, subject.last)
        others = [m.actor for m in named if m.actor is not None and m.head.text[:1].isupper() and m.kind != "person"]
        words = self._tokens.words(subject.first, subject.head)
        code = state_of_words(words)
        if code is not None:
            return speaker is None or f"state {code}" not in self._sides.of(speaker)
        return any(speaker is None or not self._sides.same(speaker, actor) for actor in others)

    def _both(self, outlook: Outlook, speaker: Actor | None) -> tuple[Actor, ...]:
        """The other one of "the two countries": who else is named before in the sentence, if it is one state."""
        subject = outlook.subject
        assert subject is not None
        low = self._tokens.sentence_range(self._tokens[subject.first].sentence)[0]
        found: list[Actor] = []
        for mention in self._grammar.subjects.mentions_in(low, subject.first):
            actor = mention.actor
            if actor is None or actor.kind != "state" or not mention.head.text[:1].isupper() or actor in found:
                continue
            if speaker is None or not self._sides.same(speaker, actor):
                found.append(actor)
        return (found[0],) if found else ()

    def _of_side(self, speaker: Actor, actor: Actor) -> Actor:
        """Who is bound by what a speaker says of an actor of their side: the state for its organs' "Moscow"."""
        return actor if actor.id != speaker.id else speaker

    def _of_pronoun(self, word: str, outlook: Outlook, statement: Statement, named: tuple[Actor, ...]) -> Conduct:
        speaker, sides = statement.speaker, self._sides
        if word in _FIRST_PERSON:
            if not self._tokens[outlook.act].quoted and statement.kind == "indirect":
                return Conduct(False, None, (), statement)
            actor = speaker
            if word == "we" and speaker is not None:
                actor = sides.principal(speaker)
            return Conduct(None if speaker is None and sides.is_outsider(statement) else True, actor, (), statement)
        if word in (
            "you",
            "there",
            "this",
            "these",
            "those",
            "one",
            "nobody",
            "everyone",
            "everybody",
            "someone",
            "anyone",
        ):
            return Conduct(False, None, (), statement)
        if speaker is None:
            own = True if sides.is_official(statement) and statement.kind != "direct" else None
            return Conduct(own, None, (), statement)
        if outlook.within == "what" and (said := self._named_before(outlook, statement)) is not None:
            return Conduct(sides.same(speaker, said) or False, said, (), statement)
        if self._tokens[outlook.act].quoted and self._tokens[outlook.subject.first if outlook.subject else 0].quoted:
            return Conduct(False, named[0] if named else None, (), statement)
        person = speaker.kind == "person"
        if word in ("he", "she"):
            return Conduct(person or None, speaker if person else None, (), statement)
        if word == "it":
            if person or speaker.kind == "group":
                before = self._named_before(outlook, statement)
                if before is not None and sides.same(speaker, before):
                    return Conduct(True, before, (), statement)
                return Conduct(False, before, (), statement)
            return Conduct(True, speaker, (), statement)
        if word in ("they", "neither", "both", "each"):
            if speaker.kind in ("group", "unknown", "organisation", "body") or self._is_plural(statement):
                return Conduct(True, speaker, (), statement)
            return Conduct(None, speaker, (), statement)
        return Conduct(False, named[0] if named else None, (), statement)

    def _is_plural(self, statement: Statement) -> bool:
        words = statement.source.text.casefold().split() if statement.source is not None else []
        return "and" in words or any(
            word.strip(",").endswith("s") and not word.endswith(("'s", "’s", "ss")) for word in words
        )

    def _named_before(self, outlook: Outlook, statement: Statement) -> Actor | None:
        """The state or organisation named last before "it", in its sentence."""
        subject = outlook.subject
        assert subject is not None
        low = self._grammar.tokens.sentence_range(self._tokens[subject.first].sentence)[0]
        found = [
            m
            for m in self._grammar.subjects.mentions_in(low, subject.first)
            if m.actor is not None and m.kind != "person"
        ]
        same = [
            m
            for m in found
            if m.actor is not None and statement.speaker is not None and self._sides.same(statement.speaker, m.actor)
        ]
        chosen = same or found
        return chosen[0].actor if chosen else None

    def _is_of_side(self, first: int, head: str) -> bool:
        word = self._tokens[first].fold
        known = head in _THINGS_OF_A_SIDE or (head.endswith("s") and head[:-1] in _THINGS_OF_A_SIDE)
        return known and word in _DEFINITE

    def _by_agent(self, outlook: Outlook) -> bool:
        return any(self._tokens[at].fold == "by" for at in range(outlook.act, min(outlook.high, outlook.act + 12)))


def is_conduct(outlook: Outlook) -> bool:
    """Whether a verb tells of what somebody does rather than of what becomes of them."""
    return outlook.lemma not in _NON_CONDUCT
