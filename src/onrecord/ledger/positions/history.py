"""What became of a position from one sighting to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.domain import Shift, Side

_FIRM: dict[Side, int] = {"for": 2, "against": 2, "conditional": 1, "neutral": 0, "unclear": 0}
_STEPS = 2  # of three, by which strength must differ: reports vary their verbs, sides rarely move for that


def changed(before: Side, was: int, now: Side, strength: int) -> Shift:
    """How a side compares with the one before it. Sides that are ``unclear`` are not compared.

    From for to against, or back, it is ``reversed``. A condition, or taking no side, softens; dropping that hardens.
    Where the side is the same, only the step between mild (1) and strong (3) counts.
    """
    if {before, now} == {"for", "against"}:
        return "reversed"
    if before != now:
        return "hardened" if _FIRM[now] > _FIRM[before] else "softened"
    if strength - was >= _STEPS:
        return "hardened"
    return "softened" if was - strength >= _STEPS else "held"


def shifts(taken: Sequence[tuple[tuple[str, ...], Side, int]]) -> list[Shift]:
    """The shift of every sighting on one question, in order of time: ``(sides, side, strength)`` each.

    What any speaker of a side says counts to the side's history. From against to for is ``reversed`` even if a
    condition, or taking no side, came between.
    """
    last: dict[str, tuple[Side, int]] = {}
    firm: dict[str, Side] = {}
    found: list[Shift] = []
    for sides, side, strength in taken:
        known = next((last[one] for one in sides if one in last), None)
        if known is None:
            found.append("first")
        elif side == "unclear":
            found.append("held")
        else:
            before = next((firm[one] for one in sides if one in firm), side)
            turned = {before, side} == {"for", "against"}
            found.append("reversed" if turned else changed(*known, side, strength))
        if side in ("for", "against"):
            firm.update(dict.fromkeys(sides, side))
        if side != "unclear":
            last.update(dict.fromkeys(sides, (side, strength)))
    return found


def outvoted(taken: Sequence[tuple[str, str, Side, int]]) -> set[int]:
    """The places of sightings that more words of the same side in the same report speak against.

    ``(report, side's id, side, strength)`` each. Nobody turns round within a report without its saying so; a reading of
    words did.
    """
    votes: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(lambda: {"for": 0, "against": 0})
    for report, whose, side, strength in taken:
        if side in ("for", "against"):
            votes[report, whose][side] += strength
    lost = set()
    for place, (report, whose, side, _) in enumerate(taken):
        if side in ("for", "against"):
            other = "against" if side == "for" else "for"
            if votes[report, whose][other] > votes[report, whose][side]:
                lost.add(place)
    return lost
