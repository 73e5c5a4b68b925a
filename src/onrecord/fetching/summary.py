"""What a run of fetching tells: how it goes, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands: addresses done of those known so far, pages kept, pages not had, and the address in turn."""

    done: int
    total: int
    kept: int
    failed: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Unfetched:
    """An address of which nothing could be kept, and why. ``is_final``: the same command will not ask for it again."""

    url: str
    reason: str
    is_final: bool


@dataclass(frozen=True, slots=True)
class FetchSummary:
    """What came of a run.

    Args:
        folder: where the archives are.
        archives: the names of all archives in it, old and new.
        feeds: feeds that were read.
        kept: pages that were added to the archives.
        unchanged: pages that were asked for and had not changed.
        there: pages that were not asked for because they are kept already.
        unfetched: what could not be had, in the order in which it was tried.
        waiting: pages that were not asked for because of the limit.
        seconds: how long it took.
        announced: feeds that the pages which the user named announce, and that were not asked for.
        lost: archives that have vanished or lost their end; what was in them counts as kept.
    """

    folder: Path
    archives: tuple[str, ...]
    feeds: int
    kept: int
    unchanged: int
    there: int
    unfetched: tuple[Unfetched, ...]
    waiting: int
    seconds: float
    announced: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


class FetchInterrupted(KeyboardInterrupt):
    """Ctrl-C. ``kept`` pages of this run are in the archives; the same command again goes on from there."""

    def __init__(self, kept: int) -> None:
        super().__init__()
        self.kept = kept
