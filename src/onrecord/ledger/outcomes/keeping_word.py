"""What came of commitments: each step with the words of the commitment and those of the report that shows it.

A commitment stays open until a report tells otherwise. Silence never breaks it: when its deadline has passed and
reports of later days say nothing, it has lapsed, and that is what the record says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.domain import Commitment, CommitmentStatus, DateEstimate, Declaration, Settlement, Sighting, Span
from onrecord.ledger.entries import Entry
from onrecord.ledger.outcomes.deeds import Deed, content, deed_of
from onrecord.ledger.outcomes.evidence import ENOUGH, Proof, Proofs, at_least, said_by

_GRACE = timedelta(days=1)  # newspapers tell on the next day what was done on the last
_UNLESS = re.compile(r"\s*unless\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|fails?|failed|failing|unable|refuses?|refused|rejects?|n['’]t|lack of)\b|n['’]t\b",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"\s*(?:only |even )?(?:if|unless|once|should|when|as long as|so long as|provided(?: that)?|in case(?: of)?|"
    r"in the event (?:of|that)|until|after|on condition(?: that)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One sighting of a commitment, with the day by which it was said."""

    sighting: Sighting
    entry: Entry
    declaration: Declaration
    day: date | None


def kept_word(commitment: Commitment, proofs: Proofs, entries: Mapping[str, Entry], last: date | None) -> Commitment:
    """The commitment with its status and history.

    Args:
        commitment: an open one.
        proofs: what the reports of the pile tell.
        entries: these reports by their ids.
        last: the last day that a report of the pile is of.
    """
    sayings = [_said(sighting, entries[sighting.report]) for sighting in commitment.sightings]
    deed = deed_of(commitment.declaration.act.text)
    steps = [*_conditions(sayings, proofs)]
    if deed is not None:
        steps += _ends(commitment, deed, sayings, proofs)
    if not any(step.status != "condition met" for step in steps):
        steps += _lapse(sayings, last, entries)
    if not steps:
        return commitment
    steps.sort(key=lambda step: (_day(step), _RANK[step.status], step.report, step.words))
    history = _until_final(steps)
    return replace(commitment, status=_STATUS[history[-1].status], history=history)


_STATUS: dict[str, CommitmentStatus] = {
    "condition met": "condition met",
    "acted against": "acted against",
    "met": "met",
    "withdrawn": "withdrawn",
    "lapsed": "lapsed",
}
_RANK = {status: rank for rank, status in enumerate(_STATUS)}


def _said(sighting: Sighting, entry: Entry) -> Said:
    declaration = entry.declarations[sighting.place]
    said_on = None if declaration.statement is None else entry.statements[declaration.statement].said_on
    return Said(sighting, entry, declaration, said_by(entry, said_on))


def _until_final(steps: Sequence[Settlement]) -> tuple[Settlement, ...]:
    """The steps up to the first that settles it; one of each kind."""
    history: list[Settlement] = []
    for step in steps:
        if all(step.status != known.status for known in history):
            history.append(step)
        if step.status != "condition met":
            break
    return tuple(history)


def _ends(commitment: Commitment, deed: Deed, sayings: Sequence[Said], proofs: Proofs) -> Iterator[Settlement]:
    """Clauses that tell what was promised as done or not done, after it was last said."""
    last = max(sayings, key=lambda said: (said.day or date.min, said.entry.order))
    negative = commitment.declaration.polarity == "negative"
    own = {said.entry.report for said in sayings}
    for proof in proofs.of(deed, commitment.declaration.actor, last.day):
        if proof.entry.report in own or not _afterwards(proof, last.day):
            continue
        if proof.outcome == "given up":
            yield _step("withdrawn", "a later report tells that it was given up", last, proof)
        elif negative:
            # What somebody will not do they may still do, until the time is over that they said it of.
            if proof.outcome == "done":
                yield _step(*_BROKEN, last, proof)
            elif _is_about_deadline(proof, last.declaration.deadline):
                yield _step(*_HELD, last, proof)
        elif proof.outcome == "done":
            yield _step(*_DONE, last, proof)
        elif not _is_of_condition(last.declaration) and _is_about_deadline(proof, last.declaration.deadline):
            yield _step("acted against", "a later report tells that it was not done", last, proof)
    if deed.keeps and not negative:
        for proof in proofs.ended(deed, commitment.declaration.actor, last.day):
            if proof.entry.report not in own and _afterwards(proof, last.day):
                yield _step("acted against", "a later report tells that it was ended", last, proof)
    yield from _taken_back(commitment, deed, last, own, proofs)


_DONE = ("met", "a later report tells that it was done")
_HELD = ("met", "a later report tells that it was not done, as said")
_BROKEN = ("acted against", "a later report tells that it was done after all")


def _taken_back(commitment: Commitment, deed: Deed, last: Said, own: set[str], proofs: Proofs) -> Iterator[Settlement]:
    """Later declarations of the same side to the opposite, without a condition."""
    actor = commitment.declaration.actor
    for entry, place, declaration in proofs.declared(deed.verb):
        if entry.report in own or declaration.condition is not None:
            continue
        if declaration.polarity == commitment.declaration.polarity or not proofs.sides.same(actor, declaration.actor):
            continue
        if proofs.weights.share(deed, content(declaration.act.text)) < ENOUGH:
            continue
        said = _said(Sighting(entry.report, place), entry)
        if said.day is not None and last.day is not None and said.day > last.day:
            words = declaration.evidence
            because = "the opposite was declared later"
            yield Settlement("withdrawn", because, last.sighting, entry.report, words, _of_day(said.day))


def _conditions(sayings: Sequence[Said], proofs: Proofs) -> Iterator[Settlement]:
    """Clauses that tell a condition as come about: of later reports; of its own, only what did not happen."""
    for said in sayings:
        condition = said.declaration.condition
        if condition is None:
            continue
        marker = _MARKER.match(condition.text)
        words = condition.text[marker.end() :] if marker else condition.text
        wanted = "not done" if bool(_NEGATED.search(words)) != bool(_UNLESS.match(condition.text)) else "done"
        deed = deed_of(_NEGATED.sub(" ", words))
        if deed is None or len(deed.stems) < 2:
            continue  # one word alone is told in too many places
        for proof in proofs.anywhere(deed, said.entry.order[0]):
            if proof.outcome != wanted or any(_is_within(proof, one) for one in sayings):
                continue
            here = proof.entry.report == said.entry.report
            if here and (wanted == "done" or _UNLESS.match(condition.text)):
                continue  # what is told beside a condition is mostly why it was said, and not how it turned out
            if here or _afterwards(proof, said.day):
                yield _step("condition met", "a report tells that its condition came about", said, proof)


def _is_within(proof: Proof, said: Said) -> bool:
    """Whether the clause is part of the words that declare it."""
    return proof.entry.report == said.entry.report and any(
        proof.span.overlaps(span) for span in said.declaration.evidence
    )


def _lapse(sayings: Sequence[Said], last: date | None, entries: Mapping[str, Entry]) -> Iterator[Settlement]:
    """The deadline has passed, as later reports show by being later, and none says what came of it."""
    deadlines = [
        said
        for said in sayings
        if said.declaration.deadline.latest is not None
        and (said.day is None or said.declaration.deadline.latest > said.day)
        and not _is_of_condition(said.declaration)
    ]
    if not deadlines or last is None:
        return
    said = max(deadlines, key=lambda said: (said.declaration.deadline.latest or date.min, said.entry.order))
    deadline = said.declaration.deadline.latest
    assert deadline is not None
    if last > deadline + _GRACE:
        because = f"the deadline, {deadline.day} {deadline:%B %Y}, has passed and no report says what came of it"
        later, words = _first_dated_after(deadline + _GRACE, entries)
        yield Settlement("lapsed", because, said.sighting, later, words, _of_day(deadline))


def _is_of_condition(declaration: Declaration) -> bool:
    """Whether it is the condition, and not the act, that has a deadline: "if no deal is found by Friday"."""
    condition, words = declaration.condition, declaration.deadline_words
    return condition is not None and words is not None and condition.start <= words.start < condition.end


def _first_dated_after(day: date, entries: Mapping[str, Entry]) -> tuple[str, tuple[Span, ...]]:
    """The first report that shows in its own words to be of a later day, and these words."""
    for entry in sorted(entries.values(), key=lambda entry: entry.order):
        if entry.published.best is not None and entry.published.best > day:
            words = [
                reason.span for reason in entry.published.reasons if reason.span is not None and not reason.against
            ]
            if words:
                return entry.report, (words[0],)
    return "", ()


def _step(status: str, because: str, said: Said, proof: Proof) -> Settlement:
    when = proof.when if proof.when.best or proof.when.latest else proof.entry.published
    return Settlement(status, because, said.sighting, proof.entry.report, (proof.span,), _without_reasons(when))


def _afterwards(proof: Proof, day: date | None) -> bool:
    """Whether what a clause tells is known to be of the day or later, and told later."""
    told = proof.entry.published.best or proof.entry.published.earliest
    if not at_least(told, day):
        return False
    first, last = proof.first_day, proof.last_day
    return first >= day if first is not None and day is not None else at_least(last, day)


def _is_about_deadline(proof: Proof, deadline: DateEstimate) -> bool:
    """Whether "not done" is final: told after the deadline. Without one, what was not done yet may still be."""
    latest = deadline.latest
    told = proof.entry.published.best or proof.entry.published.earliest
    return latest is not None and told is not None and told > latest


def _day(step: Settlement) -> date:
    return step.when.best or step.when.latest or date.max


def _of_day(day: date) -> DateEstimate:
    return DateEstimate(day, day, day)


def _without_reasons(when: DateEstimate) -> DateEstimate:
    return replace(when, candidates=(), reasons=())
