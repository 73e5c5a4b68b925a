"""What a report tells as having happened, going on or being scheduled."""

from __future__ import annotations

from onrecord.domain import Happening, Report
from onrecord.ledger.clauses import clauses
from onrecord.ledger.days import Days
from onrecord.ledger.events.details import Details
from onrecord.ledger.events.nominal import NominalEvents
from onrecord.ledger.events.telling import Tellings


def happenings(report: Report) -> tuple[Happening, ...]:
    """What a report tells as having happened, going on or being scheduled, in text order.

    Told by narration or in statements; never what is only wished, feared, supposed or denied, nor habits and states.
    """
    found = clauses(report)
    days = Days(report)
    details = Details(report, found, days)
    told = list(Tellings(report, found, days, details).all())
    taken = {one.trigger.start for one in told}
    planned = [one for one in told if one.state == "scheduled" and one.time is not None]
    for one in NominalEvents(report, found, days, details).all():
        # "Is to debate the plan at a session on Friday" plans one thing.
        within = any(plan.time == one.time and plan.span.overlaps(one.span) for plan in planned)
        if one.trigger.start not in taken and not within:
            told.append(one)
    unique = {(one.trigger.start, one.trigger.end): one for one in reversed(told)}
    return tuple(sorted(unique.values(), key=lambda one: (one.span.start, one.trigger.start, one.span.end)))
