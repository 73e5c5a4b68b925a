"""Whom the subject of a clause means."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.actors.states import state_named
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import word_set
from onrecord.domain import Actor, Report
from onrecord.ledger.subject_phrases import Range

_HE = word_set("he him his himself she her hers herself")
_IT = word_set("it its itself")
_THEY = word_set("they them their theirs themselves")
_WE = word_set("we us our ours i me my ourselves myself")
_OTHERS = word_set("this that these those who which there you one some many others both all what whoever")


_PRONOUNS = _HE | _IT | _THEY | _WE | _OTHERS
_STATES = word_set(
    "country nation state republic kingdom government province region territory capital neighbour neighbor"
)


class SubjectActors:
    """Resolves the subjects of one report, asked for in text order.

    Named mentions are believed. "We" and "I" are the speaker; other pronouns are the subject of the clause or the
    sentence before, of fitting kind, or the speaker of the statement that they stand in; else what the chain says.
    """

    def __init__(self, report: Report, tokens: Tokens) -> None:
        self._tokens = tokens
        self._statements = report.statements
        named = sorted((m for m in report.mentions if m.actor is not None), key=lambda m: (m.head.start, m.span.start))
        self._heads = [mention.head.start for mention in named]
        self._mentions = named
        self._genders = _genders(report)
        # Subjects of this sentence and of the one before, the latest last, with the quotation that they stand in.
        told = sorted(
            ((s.source, s.speaker) for s in report.statements if s.source is not None and s.speaker is not None),
            key=lambda one: (one[0].end, one[0].start),
        )
        told = [one for one in told if one[0].text.casefold() not in _PRONOUNS]
        self._sources = [source for source, _ in told]
        self._source_ends = [source.end for source in self._sources]
        self._speakers = [speaker for _, speaker in told]
        self._recent: list[tuple[Actor, int | None]] = []
        self._before: list[tuple[Actor, int | None]] = []

    def end_sentence(self) -> None:
        """To be told when a sentence ends."""
        self._before, self._recent = self._recent or self._before, []

    def of(self, subject: Range, head: int, statement: int | None, *, is_new: bool, finite: bool) -> Actor | None:
        """The actor of a subject phrase headed by token ``head``, in the content of ``statement``."""
        word = self._tokens[head].fold
        told = self._statements[statement] if statement is not None else None
        if word in _WE:
            return told.speaker if told is not None else None
        if word in _HE or word in _IT or word in _THEY:
            actor = self._pronoun(word, statement)
            return actor if actor is not None else self._mentioned(head, head + 1)
        if word in _OTHERS:
            return None
        actor = self._source_of(subject, head)
        if actor is None:
            actor = self._named(subject, head)
        if actor is None:
            actor = state_actor(self._tokens.words(*subject))
        if actor is not None and is_new and finite:
            self._recent.append((actor, self._quotation(statement)))
        return actor

    def _mentioned(self, first: int, last: int) -> Actor | None:
        """The actor of a mention headed in tokens ``first:last``."""
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        at = bisect_left(self._heads, start)
        if at < len(self._heads) and self._heads[at] < end:
            return self._mentions[at].actor
        before = self._mentions[at - 1] if at else None
        if before is not None and before.head.end > start:  # a head within the token: "Botsan-Kharchenko"
            return before.actor
        return None

    def _source_of(self, subject: Range, head: int) -> Actor | None:
        """The speaker of a statement whose source is this phrase, or one of the same words."""
        at = bisect_left(self._source_ends, self._tokens[head].end)
        if at < len(self._sources) and self._sources[at].start <= self._tokens[head].start:
            return self._speakers[at]
        words = self._tokens.words(*subject).casefold()
        same = [at for at, source in enumerate(self._sources) if source.text.casefold() == words]
        near = min(same, key=lambda k: abs(self._sources[k].start - self._tokens[head].start), default=None)
        return None if near is None else self._speakers[near]

    def _named(self, subject: Range, head: int) -> Actor | None:
        """Whom a mention means: believed of names, and of descriptions that fit what they are said to mean."""
        actor = self._mentioned(head, head + 1)
        if actor is None or self._tokens[head].is_capitalised:
            return actor
        word = self._tokens[head].fold
        return None if actor.kind == "state" and word not in _STATES else actor

    def _quotation(self, statement: int | None) -> int | None:
        """A statement in whose speaker's own words pronouns mean what stands in these words."""
        return statement if statement is not None and self._statements[statement].kind == "direct" else None

    def _pronoun(self, word: str, statement: int | None) -> Actor | None:
        quotation = self._quotation(statement)
        near = self._recent if word in _THEY else [*self._before, *self._recent]
        candidates = [actor for actor, where in reversed(near) if where == quotation]
        speaker = self._statements[statement].speaker if statement is not None and quotation is None else None
        if speaker is not None:
            candidates.insert(0, speaker)
        fitting = [actor for actor in candidates if _fits(word, actor) and not self._is_other_gender(word, actor)]
        return fitting[0] if fitting else None

    def _is_other_gender(self, word: str, actor: Actor) -> bool:
        gender = self._genders.get(actor.id, "")
        return word in _HE and gender != "" and gender != ("f" if word.startswith(("she", "her")) else "m")


def _fits(word: str, actor: Actor) -> bool:
    if word in _HE:
        return actor.kind == "person"
    if word in _IT:
        return actor.kind in ("state", "organisation", "body", "place")
    return actor.kind in ("group", "organisation", "body", "state", "unknown")


def _genders(report: Report) -> dict[str, str]:
    """ "m" and "f" by the ids of people: as the report describes them, and by the pronouns of their statements."""
    found: dict[str, str] = {one.actor.id: one.gender for one in report.descriptions if one.gender}
    for statement in report.statements:
        if statement.speaker is not None and statement.source is not None:
            word = statement.source.text.casefold()
            if word in ("he", "she"):
                found.setdefault(statement.speaker.id, "f" if word == "she" else "m")
    for mention in report.mentions:
        if mention.actor is not None and mention.actor.kind == "person":
            title = mention.span.text.split(" ", 1)[0].rstrip(".")
            if title in ("Mr", "Mrs", "Ms", "Miss"):
                found[mention.actor.id] = "m" if title == "Mr" else "f"
    return found


def state_actor(words: str) -> Actor | None:
    """The state that words name, as an actor; None when they name none. For names that the tagger passed over."""
    state = state_named(words.removeprefix("the ").removeprefix("The ")) if len(words) < 60 else None
    return None if state is None else Actor(state.name, "state")
