"""Why names of several reports are one actor, or two: the machine's reasons and people's decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.actor import Actor

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about actors: that ``names`` are the ``same`` one, or ``different`` ones.

    ``names`` are as they were written in the file of decisions, with "in REPORT" where it says which report is meant.
    ``who``, ``when`` and ``why`` are "" where it does not say. ``orphaned`` is true when nothing in the pile answers
    to it any more; it is kept all the same.
    """

    verdict: Verdict
    names: tuple[str, ...]
    who: str = ""
    when: str = ""
    why: str = ""
    orphaned: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """One reason for which an actor is who it is.

    ``verdict`` is ``same`` when ``name`` was taken for ``actor``, and ``different`` when ``other``, who is called
    ``name``, was kept apart from it. ``reason`` is one sentence without a full stop. ``decision`` is the person's
    decision that it rests on; None when the machine decided.
    """

    actor: Actor
    verdict: Verdict
    name: str
    reason: str
    other: Actor | None = None
    decision: Decision | None = None
