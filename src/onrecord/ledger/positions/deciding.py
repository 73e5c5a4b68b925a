"""What people decided about questions, applied to those that were found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.domain import Position, Question, QuestionDecision, Side
from onrecord.ledger.positions.history import shifts
from onrecord.ledger.positions.lexicon import family_of, lemma
from onrecord.ledger.positions.questions_file import QuestionRuling, QuestionsFile

_OPPOSITE: dict[Side, Side] = {"for": "against", "against": "for"}
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Decided:
    """Questions and positions after all decisions, and the decisions with what became of them."""

    questions: tuple[Question, ...]
    positions: tuple[Position, ...]
    decisions: tuple[QuestionDecision, ...] = ()


def decide(
    questions: Sequence[Question], positions: Sequence[Position], file: QuestionsFile, sides: dict[str, tuple[str, ...]]
) -> Decided:
    """Apply a file of questions.

    Args:
        questions, positions: as they were found, positions in order of time within a question.
        file: what people decided.
        sides: whom each actor speaks for, by ids; changes of position are worked out again.

    Returns:
        What is left. A decision that names a question that is not there changes nothing and is ``orphaned``; of one
        that names several, those that are there are dealt with as long as there are enough.
    """
    if not file.rulings:
        return Decided(tuple(questions), tuple(positions))
    state = _State(list(questions), list(positions))
    decisions = tuple(_decision(ruling, state.apply(ruling)) for ruling in file.rulings)
    state.renew(sides)
    return Decided(tuple(state.questions), tuple(state.positions), decisions)


def _decision(ruling: QuestionRuling, applied: bool) -> QuestionDecision:
    names = tuple(f"opposite of {one.question}" if one.opposite else one.question for one in ruling.questions)
    return QuestionDecision(
        ruling.verdict, names, ruling.called, ruling.words, ruling.who, ruling.when, ruling.why, orphaned=not applied
    )


class _State:
    def __init__(self, questions: list[Question], positions: list[Position]) -> None:
        self.questions, self.positions = questions, positions

    def apply(self, ruling: QuestionRuling) -> bool:
        """Carry a decision out; False when nothing answers to it."""
        found = [(question, asked.opposite) for asked in ruling.questions if (question := self._named(asked.question))]
        if ruling.verdict == "merge":
            return len({question.id for question, _ in found}) > 1 and self._merge(found, ruling.called)
        if not found:
            return False
        question = found[0][0]
        if ruling.verdict == "drop":
            self._replace({question.id: None})
            return True
        if ruling.verdict == "name":
            self._replace({question.id: replace(question, name=ruling.called, decided=True)})
            return True
        return self._split(question, ruling)

    def _named(self, words: str) -> Question | None:
        plain = " ".join(words.casefold().replace("'", "’").split())
        for question in self.questions:
            if words == question.id or question.name.casefold().replace("'", "’") == plain:
                return question
        return None

    def _replace(self, new: dict[str, Question | None]) -> None:
        """Put other questions in the place of some, None for none."""
        kept: dict[str, Question] = {}
        for question in self.questions:
            one = new.get(question.id, question)
            if one is not None:
                kept.setdefault(one.id, one)
        self.questions = list(kept.values())
        moved = ((position, new.get(position.question.id, position.question)) for position in self.positions)
        self.positions = [replace(position, question=one) for position, one in moved if one is not None]

    def _merge(self, found: Sequence[tuple[Question, bool]], called: str) -> bool:
        turned = {question.id for question, opposite in found if opposite}
        self.positions = [
            replace(position, side=_OPPOSITE.get(position.side, position.side))
            if position.question.id in turned
            else position
            for position in self.positions
        ]
        key = tuple(sorted({word for question, _ in found for word in question.key}))
        whole = Question(called, key, decided=True)
        self._replace({question.id: whole for question, _ in found})
        return True

    def _split(self, question: Question, ruling: QuestionRuling) -> bool:
        wanted = {family_of(lemma(word))[0] for word in ruling.words} | set(ruling.words)
        part = Question(ruling.called, tuple(sorted({*question.key, *ruling.words})), decided=True)
        out = [p.question.id == question.id and _has(p, wanted) for p in self.positions]
        if not any(out):
            return False
        self.positions = [replace(p, question=part) if mine else p for p, mine in zip(self.positions, out, strict=True)]
        at = self.questions.index(question)
        rest = [question] if any(p.question.id == question.id for p in self.positions) else []
        self.questions[at : at + 1] = [*rest, part]
        return True

    def renew(self, sides: dict[str, tuple[str, ...]]) -> None:
        """Put the positions in order again, and work out their changes."""
        fresh: list[Position] = []
        for question in self.questions:
            own = sorted((p for p in self.positions if p.question.id == question.id), key=_order)
            moved = shifts([(sides.get(p.actor.id, (p.actor.id,)), p.side, p.strength) for p in own])
            fresh += [replace(p, change=change) for p, change in zip(own, moved, strict=True)]
        self.positions = fresh


def _order(position: Position) -> tuple[str, str, int]:
    day = position.when.best or position.when.latest or position.when.earliest
    return (day.isoformat() if day else "9999", position.sighting.report, position.sighting.place)


def _has(position: Position, wanted: set[str]) -> bool:
    spans = (position.stance.matter, position.stance.words)
    words = {word.casefold() for span in spans for word in _WORD.findall(span.text)}
    return bool((words | {family_of(lemma(word))[0] for word in words}) & wanted)
