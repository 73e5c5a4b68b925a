"""Whose conduct an outlook tells of: the speaker's own or their side's, or somebody else's."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from onrecord.actors.words import BODY_NOUNS
from onrecord.domain import Actor, ActorKind, Report, Statement
from onrecord.ledger.conduct_words import (
    BEFALLING,
    DEFINITE,
    FIRST_PERSON,
    NUMBERS,
    PROCEEDING,
    THINGS_OF_A_SIDE,
    WITHHELD,
    is_animate,
    is_conduct,
    promises,
)
from onrecord.ledger.grammar import Grammar
from onrecord.ledger.outlooks import Outlook
from onrecord.ledger.sides import Sides, is_office, state_of_words
from onrecord.ledger.subjects import Subject

_CUE = 300  # code points that a cue is looked for before an outlook's


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
            described = self._described(outlook) if not named else None
            return Conduct(None, named[0] if named else described, named[1:], None)
        return self._within(outlook, statement, named)

    def _of_last_speaker(self, outlook: Outlook) -> tuple[Actor, ...]:
        """Whom "he", "she" or "it" means in narration: who spoke in the sentence before."""
        subject = outlook.subject
        if (
            subject is None
            or self._tokens[subject.first].fold not in ("he", "she", "it")
            or not subject.is_pronoun(self._tokens)
        ):
            return ()
        at = self._tokens[subject.first]
        low = self._tokens[self._tokens.sentence_range(at.sentence - 1)[0]].start if at.sentence else 0
        for place in range(bisect_left(self._cues, (at.start, 0, 0)) - 1, -1, -1):
            _, end, number = self._cues[place]
            statement = self._report.statements[number]
            if end < low:
                break
            person = self._tokens[subject.first].fold != "it"
            speaker = statement.speaker
            if speaker is not None and person == (speaker.kind == "person") and speaker.kind != "group":
                return (speaker,)
        return ()

    def goes_on(self, outlook: Outlook) -> bool:
        """Whether narration goes on with what somebody said in the sentence before: "It [was] also ready to talk"."""
        return outlook.statement is None and bool(self._of_last_speaker(outlook))

    def _said_by_cue(self, outlook: Outlook) -> Statement | None:
        """The statement whose cue is the outlook's: "[Oslo] [refuses] [to sign]"."""
        start, end = self._tokens[outlook.cue[0]].start, self._tokens[outlook.cue[1] - 1].end
        for place in range(bisect_left(self._cues, (end, 0, 0)) - 1, -1, -1):
            low, high, number = self._cues[place]
            if start < high:
                return self._report.statements[number]
            if low < start - _CUE:
                break
        return None

    def meant(self, subject: Subject) -> Actor | None:
        """Whom a subject means or describes."""
        named = self._grammar.subjects.actors(subject)
        return named[0] if named else self._called(subject, explicit=True)

    def _described(self, outlook: Outlook) -> Actor | None:
        """Who is only described: "two dozen lawmakers"."""
        subject = outlook.subject
        explicit = subject is not None and (not outlook.modal or self.is_name(subject))
        return self._called(subject, explicit=explicit) if subject is not None else None

    def _called(self, subject: Subject, *, explicit: bool = False) -> Actor | None:
        """The actor that a subject's own words describe."""
        if subject.is_pronoun(self._tokens) or subject.relative == subject.first:
            return None
        first = subject.first
        while first < subject.head and self._tokens[first].fold in DEFINITE | {"a", "an"}:
            first += 1
        words = self._tokens.words(first, subject.last)
        head = self._tokens[subject.head]
        plural = head.fold.endswith("s") or head.fold in NUMBERS
        named = head.is_capitalised and (explicit or not head.opens)
        kind: ActorKind = "organisation" if named else "group" if plural else "unknown"
        if head.fold in BODY_NOUNS:
            kind = "body"
        elif kind == "unknown" and is_office(head.fold):
            kind = "person"
        return Actor(words, kind, (), self._report.id) if words and len(words) < 80 else None

    def _within(self, outlook: Outlook, statement: Statement, named: tuple[Actor, ...]) -> Conduct:
        sides = self._sides
        statement = self._with_speaker(statement)
        speaker = statement.speaker
        subject = outlook.subject
        if subject is None:
            return Conduct(None, None, (), statement)
        word = self._tokens[subject.first].fold
        principal = sides.principal(speaker) if speaker is not None else None
        if word == "there" and outlook.lemma == "be" and self._tokens.word(outlook.verb + 1) == "no":
            if not {self._tokens.word(outlook.verb + 2), self._tokens.word(outlook.verb + 3)} & WITHHELD:
                return Conduct(False, None, (), statement)
            return Conduct(sides.is_official(statement) or None, principal, (), statement)
        if subject.is_pronoun(self._tokens):
            return self._of_pronoun(word, outlook, statement, named)
        official = sides.is_official(statement)
        if not named and self.is_name(subject):
            called = self._called(subject, explicit=True)
            named = (called,) if called is not None else ()
        head = self._tokens[subject.head].fold
        descriptive = official and self._tokens[subject.head].text.islower()
        if descriptive and self._is_of_side(subject.first, head) and not self._is_of_others(outlook, speaker):
            others = (
                self._both(outlook, speaker) if self._tokens.word(subject.first + 1) == "two" or word == "both" else ()
            )
            return Conduct(True, principal, others, statement)
        if (
            named
            and promises(statement)
            and outlook.modal in ("will", "would")
            and speaker is not None
            and not sides.same(speaker, named[0])
        ):
            return Conduct(True, principal, (), statement)
        if named and official and named[0].kind != "person" and self._is_its(statement):
            return Conduct(True, named[0], named[1:], statement)
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
            return Conduct(None if unknown else False, named[0], named[1:], statement)
        if self._is_of_side(subject.first, head) and official:
            return Conduct(True, principal, (), statement)
        if promises(statement) and outlook.modal in ("will", "would"):
            return Conduct(True, principal, (), statement)
        if official and (self._is_administered(outlook) or self.proceeds(outlook)):
            return Conduct(True, principal, (), statement)
        return Conduct(False, None, (), statement)

    def is_name(self, subject: Subject) -> bool:
        """Whether a subject is a name that no table knows: "Tarnow"."""
        words = [self._tokens[at] for at in range(subject.first, subject.last)]
        if words[0].opens:
            kinds = {m.kind for m in self._grammar.subjects.mentions_in(subject.first, subject.last)}
            if not kinds & {"place", "state", "organisation", "person"} or words[-1].fold.endswith("s"):
                return False
        capital = all(token.is_capitalised or token.fold in ("the", "of", "and") for token in words)
        return capital and len(words) < 5 and not words[0].headline and words[0].fold not in NUMBERS | {"one", "some"}

    def _is_administered(self, outlook: Outlook) -> bool:
        """Whether something is done to a thing by somebody who is not named: "the gates will be opened"."""
        assert outlook.subject is not None
        plain = (
            outlook.passive and outlook.lemma not in BEFALLING and not is_animate(self._tokens, outlook.subject.head)
        )
        return plain and not self._by_agent(outlook)

    def proceeds(self, outlook: Outlook) -> bool:
        """Whether a project goes its way: "the filling will begin", "the vote would take place"."""
        assert outlook.subject is not None
        behind = PROCEEDING.get(outlook.lemma)
        if (
            behind is None
            or is_animate(self._tokens, outlook.subject.head)
            or outlook.modal in ("could", "may", "might")
        ):
            return False
        return not behind or self._tokens.word(outlook.verb + 1) in behind

    def _with_speaker(self, statement: Statement) -> Statement:
        """A statement with the subject of its cue as its speaker, where none was found: "pulled out and [said] …"."""
        if statement.speaker is not None or statement.cue is None:
            return statement
        first, _ = self._tokens.range_of(statement.cue.start, statement.cue.end)
        subject = self._grammar.subject_of_verb(first)
        if subject is None or subject.relative >= 0:
            return statement
        named = self._grammar.subjects.actors(subject)
        actor = named[0] if named else self._called(subject)
        if actor is None or actor.kind == "unknown":
            return statement
        source = self._grammar.span(subject.first, subject.last)
        return replace(statement, speaker=actor, source=source)

    def _is_of_others(self, outlook: Outlook, speaker: Actor | None) -> bool:
        """Whether the words of a subject name another side: "the [Serbian] government"."""
        subject = outlook.subject
        assert subject is not None
        named = self._grammar.subjects.mentions_in(subject.first, subject.last)
        others = [m.actor for m in named if m.actor is not None and m.head.text[:1].isupper() and m.kind != "person"]
        words = self._tokens.words(subject.first, subject.last)
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
        if word in FIRST_PERSON:
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
            subject_first = outlook.subject.first if outlook.subject is not None else outlook.cue[0]
            if person:
                before = self._named_before(outlook, statement)
                if before is None and self._opens_sentence(subject_first) and sides.is_official(statement):
                    return Conduct(is_conduct(outlook.lemma) or None, sides.principal(speaker), (), statement)
                if before is not None and (
                    sides.same(speaker, before)
                    or (sides.same(speaker, before) is None and sides.is_official(statement))
                ):
                    return Conduct(True, before, (), statement)
                return Conduct(False, before, (), statement)
            return Conduct(True, speaker, (), statement)
        if word in ("they", "neither", "both", "each"):
            if speaker.kind in ("group", "unknown", "organisation", "body") or self._is_plural(statement):
                return Conduct(True, speaker, (), statement)
            return Conduct(None, speaker, (), statement)
        return Conduct(False, named[0] if named else None, (), statement)

    def _opens_sentence(self, at: int) -> bool:
        """Whether a token opens its sentence, outside quotation marks."""
        return self._tokens.sentence_range(self._tokens[at].sentence)[0] == at and not self._tokens[at].quoted

    def _is_its(self, statement: Statement) -> bool:
        """Whether a source says whose it is by "its": "NATO will stay, [its secretary general] said"."""
        return statement.source is not None and statement.source.text.split(" ")[0].casefold() in ("its", "their")

    def _is_plural(self, statement: Statement) -> bool:
        words = statement.source.text.casefold().split() if statement.source is not None else []
        return "and" in words or any(
            word.strip(",").endswith("s") and not word.endswith(("'s", "’s", "ss")) for word in words
        )

    def _named_before(self, outlook: Outlook, statement: Statement) -> Actor | None:
        """The state or organisation that "it" most likely means.

        That is one of the speaker's side that is named before in the sentence, else the last one there; else the one
        that the sentence before is about.
        """
        subject, speaker = outlook.subject, statement.speaker
        assert subject is not None
        number = self._tokens[subject.first].sentence
        low, _ = self._tokens.sentence_range(number)
        for first, last in ((low, subject.first), (self._tokens.sentence_range(number - 1)[0] if number else low, low)):
            found = [m.actor for m in self._grammar.subjects.mentions_in(first, last) if m.actor is not None]
            found = [actor for actor in found if actor.kind in ("state", "body", "organisation")]
            same = [actor for actor in found if speaker is not None and self._sides.same(speaker, actor)]
            if first == low and (same or found):
                return (same or found[-1:])[0]
            if found and same and found[0] is same[0]:
                return same[0]
        return None

    def _is_of_side(self, first: int, head: str) -> bool:
        word = self._tokens[first].fold
        known = head in THINGS_OF_A_SIDE or (head.endswith("s") and head[:-1] in THINGS_OF_A_SIDE)
        return known and word in DEFINITE

    def _by_agent(self, outlook: Outlook) -> bool:
        return any(self._tokens[at].fold == "by" for at in range(outlook.act, min(outlook.high, outlook.act + 12)))
