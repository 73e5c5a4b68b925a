"""The stages that a build runs, as values, so that a build can be tested with others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from onrecord.building.outcome import Work
from onrecord.domain import DateEstimate, Report

if TYPE_CHECKING:
    from onrecord.actors import Additions, Appearance, Pile, Ruling
    from onrecord.dating import Outline
    from onrecord.reading import InputFile, RawReport, Unread

_AT_HAND = 128


class Seen(NamedTuple):
    """A report as the pile is dated by it: with its outline, and its name in the record."""

    report: Report
    outline: Outline
    name: str


def find_files(paths: Sequence[Path], max_bytes: int | None = None) -> Iterator[RawReport | Unread]:
    """The reports at ``paths``."""
    from onrecord.reading import find_reports

    return find_reports(paths) if max_bytes is None else find_reports(paths, max_bytes=max_bytes)


def read_files(files: Sequence[InputFile], max_bytes: int | None = None) -> Iterator[RawReport | Unread]:
    """The reports in files that were listed."""
    from onrecord.reading import read_inputs

    return read_inputs(files) if max_bytes is None else read_inputs(files, max_bytes=max_bytes)


def no_dates(pile: Sequence[Seen]) -> Mapping[str, DateEstimate]:
    """For stages that date nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class Stages:
    """The steps of a build around its bookkeeping.

    ``prepare``, ``work`` and ``read`` are called in worker processes too and must be functions of importable modules.
    ``find`` lists files and reads them, ``read`` reads files that were listed before. ``prepare`` loads what ``work``
    needs and raises if that can't be had. ``date`` takes all reports, each read when it is asked for, and yields the
    dates that the pile as a whole gives, by report id.
    """

    find: Callable[[Sequence[Path]], Iterator[RawReport | Unread]]
    prepare: Callable[[], object]
    work: Work
    merge: Callable[[Iterable[Appearance], Sequence[Ruling]], Pile]
    engine: str
    read: Callable[[Sequence[InputFile]], Iterator[RawReport | Unread]] = read_files
    date: Callable[[Sequence[Seen]], Mapping[str, DateEstimate]] = no_dates


def standard_stages(max_bytes: int | None, additions: Additions | None = None) -> Stages:
    """Onrecord's own stages.

    Args:
        max_bytes: the size above which a report is left unread.
        additions: what a user adds to the tables of states and bodies.
    """
    from onrecord.analysis import engine

    usual = Stages(
        find=partial(find_files, max_bytes=max_bytes),
        prepare=partial(prepare, engine()),
        work=parse_and_analyse,
        merge=merge,
        engine=engine(),
        read=partial(read_files, max_bytes=max_bytes),
        date=date_pile,
    )
    if additions is None or not additions.digest:
        return usual
    return replace(
        usual,
        work=partial(parse_and_analyse, additions=additions),
        merge=partial(merge, additions=additions),
        engine=f"{engine()}, actors {additions.digest[:12]}",  # a report's own result depends on states and bodies
    )


def prepare(wanted: str | None = None) -> None:
    """Load the weights and run them once, so that a faulty installation shows before the first report.

    Args:
        wanted: the engine that the results are to be of; another machine may have another version installed.
    """
    from onrecord.analysis import analyse, engine
    from onrecord.errors import BuildError
    from onrecord.reading import report_from_text

    if wanted is not None and engine() != wanted:
        raise BuildError(f"another version of Onrecord is installed here: {engine()}, and not {wanted}")
    analyse(report_from_text("“We will stay,” the minister said on Monday after the talks in the capital."))


def parse_and_analyse(raw: RawReport, additions: Additions | None = None) -> Report:
    """All that is done to one report by itself.

    Its mentions have done their work when its actors are known; kept, they would double the record.
    """
    from onrecord.actors import NO_ADDITIONS, using
    from onrecord.analysis import analyse
    from onrecord.reading import parse

    with using(additions or NO_ADDITIONS):
        return replace(analyse(parse(raw)), mentions=())


def merge(appearances: Iterable[Appearance], rulings: Sequence[Ruling], additions: Additions | None = None) -> Pile:
    """Who is who in all reports together."""
    from onrecord.actors import NO_ADDITIONS, using
    from onrecord.actors import merge as merge_actors

    with using(additions or NO_ADDITIONS):
        return merge_actors(appearances, rulings)


def date_pile(pile: Sequence[Seen]) -> Mapping[str, DateEstimate]:
    """When the reports were published of which that is not known to the day, by what the others say."""
    from onrecord.dating import Sighting, Source, date_pile, sighting

    @lru_cache(maxsize=_AT_HAND)  # the ones that are tied to each other are asked for together
    def load(place: int) -> Source:
        return Source(*pile[place][:2])

    def seen(place: int) -> Sighting:
        report, outline, name = pile[place]
        return sighting(report, name, outline, partial(load, place))

    return date_pile([seen(place) for place in range(len(pile))])
