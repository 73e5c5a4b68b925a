"""The stages that a build runs, as values, so that a build can be tested with others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.building.outcome import Work
from onrecord.domain import Actor, Report

if TYPE_CHECKING:
    from onrecord.reading import RawReport, Unread


@dataclass(frozen=True, slots=True)
class Stages:
    """The steps of a build around its bookkeeping.

    ``prepare`` and ``work`` are called in worker processes too and must be functions of importable modules.
    ``prepare`` loads what ``work`` needs and raises if that can't be had.
    """

    find: Callable[[Sequence[Path]], Iterator[RawReport | Unread]]
    prepare: Callable[[], object]
    work: Work
    merge: Callable[[Iterable[Actor]], dict[str, Actor]]
    engine: str


def standard_stages(max_bytes: int | None) -> Stages:
    """Onrecord's own stages; ``max_bytes`` is the size above which a report is left unread."""
    from onrecord.actors import merge
    from onrecord.analysis import engine
    from onrecord.reading import find_reports

    def find(paths: Sequence[Path]) -> Iterator[RawReport | Unread]:
        return find_reports(paths) if max_bytes is None else find_reports(paths, max_bytes=max_bytes)

    return Stages(find=find, prepare=prepare, work=parse_and_analyse, merge=merge, engine=engine())


def prepare() -> None:
    """Load the weights and run them once, so that a faulty installation shows before the first report."""
    from onrecord.analysis import analyse
    from onrecord.reading import report_from_text

    analyse(report_from_text("“We will stay,” the minister said on Monday after the talks in the capital."))


def parse_and_analyse(raw: RawReport) -> Report:
    """All that is done to one report by itself."""
    from onrecord.analysis import analyse
    from onrecord.reading import parse

    return analyse(parse(raw))
