"""What became of an event that was set for a day: held, put off, called off, or nobody tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.domain import EventState, Settlement
from onrecord.ledger.events.likeness import Told
from onrecord.ledger.events.nouns import HELD_NOUNS

_BECAUSE = {
    "held": "a report tells that it was held",
    "happened": "a report tells that it happened",
    "moved": "a report tells that it was put off",
    "cancelled": "a report tells that it was called off",
}


def history(told: Sequence[Told], last: date | None) -> tuple[EventState, tuple[Settlement, ...]]:
    """The state of an event and the steps to it, from its tellings in the order of the pile.

    Meetings, votes and visits that took place are ``held``, everything else ``happened``.

    Args:
        told: the tellings, the first reports first.
        last: the day of the newest report of the pile, None if none is known.
    """
    plans = [one for one in told if one.happening.state == "scheduled"]
    undone = [one for one in told if one.happening.state in ("moved", "cancelled")]
    done = [one for one in told if one.happening.state == "happened"]
    kept: EventState = "held" if any(_is_held(one) for one in told) else "happened"
    if not plans and not undone:
        return kept, ()
    settled = plans[0] if plans else undone[0]
    steps = [_step(str(one.happening.state), settled, one) for one in undone]
    if done:
        # What a report of the plan's own day or later tells as past came after the plan was made.
        later = [one for one in done if one.order[:2] >= settled.order[:2]] or done
        steps.append(_step(kept, settled, later[0]))
        return kept, tuple(steps)
    if undone:
        newest = undone[-1].happening.state
        again = [one for one in plans if one.order > undone[-1].order]
        if again:
            return _left_open(again[-1], last, steps)
        return newest, tuple(steps)
    return _left_open(plans[-1], last, steps)


def _is_held(one: Told) -> bool:
    """Whether a telling is of what is held: a meeting, a vote, a visit."""
    act = one.happening.act
    return one.happening.trigger.text.casefold() in HELD_NOUNS or (act is not None and act.code == "CONSULT")


def _left_open(plan: Told, last: date | None, steps: list[Settlement]) -> tuple[EventState, tuple[Settlement, ...]]:
    day = plan.happening.when.latest
    if day is None or last is None or day >= last:
        return "scheduled", tuple(steps)
    because = "its day is past, and no report tells whether it happened"
    return "unknown", (*steps, Settlement("unknown", because, plan.sighting, when=plan.happening.when))


def _step(status: str, plan: Told, by: Told) -> Settlement:
    return Settlement(
        status, _BECAUSE[status], plan.sighting, by.sighting.report, (by.happening.span,), by.happening.when
    )
