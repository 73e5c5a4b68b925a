"""The finished results as a record: actors joined across reports, names made unique, rows counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.building.journal import Journal
from onrecord.building.results import FORMAT, DamagedResult, decode
from onrecord.building.stages import Stages
from onrecord.building.stock import Found, Stock, unique_names
from onrecord.domain import Actor, Report
from onrecord.errors import BuildError

if TYPE_CHECKING:
    from onrecord.reading import Unread
    from onrecord.record import DuplicateRow, UnreadRow


@dataclass(frozen=True, slots=True)
class Content:
    """What a record that was written holds."""

    reports: int
    unread: tuple[UnreadRow, ...]
    duplicates: tuple[DuplicateRow, ...]
    statements: int
    actors: int
    untagged: Mapping[str, int]


def write(
    path: Path,
    stock: Stock,
    refused: Mapping[str, str],
    journal: Journal,
    stages: Stages,
    on_report: Callable[[], None],
) -> Content:
    """Write the record of ``stock`` at ``path``. ``refused`` are reasons by the keys of results."""
    from onrecord.record import write_record

    kept = [found for found in stock.reports if found.key not in refused]
    names = dict(zip(kept, unique_names(kept), strict=True))
    kept.sort(key=lambda found: (names[found], found.sha256))
    whole_pile = stages.merge(_actors(kept, journal))
    statements = 0
    involved: set[str] = set()
    untagged: Counter[str] = Counter()

    def reports() -> Iterator[Report]:
        nonlocal statements
        for found in kept:
            report = across_reports(_report(found, journal), names[found], whole_pile)
            statements += len(report.statements)
            involved.update(actor.id for actor in actors_of(report))
            if not report.tagged:
                untagged[report.language] += 1
            yield report
            on_report()

    unread = _unread_rows(stock, refused)
    duplicates = _duplicate_rows(stock, names)
    write_record(
        path,
        reports(),
        unread=unread,
        duplicates=duplicates,
        finished=((found.key, _stored(found, journal)) for found in sorted(kept, key=lambda found: found.key)),
        meta={"engine": stages.engine, "results": str(FORMAT)},
    )
    return Content(len(kept), unread, duplicates, statements, len(involved), dict(sorted(untagged.items())))


def actors_of(report: Report) -> Iterator[Actor]:
    """Every actor that a statement of the report names, as often as it does."""
    for statement in report.statements:
        if statement.speaker is not None:
            yield statement.speaker
        if statement.addressee is not None:
            yield statement.addressee
        yield from statement.relayed_by


def across_reports(report: Report, name: str, actors: Mapping[str, Actor]) -> Report:
    """The report under its name in the record, with the actors of the whole pile."""

    def known(actor: Actor) -> Actor:
        return actors.get(actor.id, actor)

    statements = tuple(
        replace(
            statement,
            speaker=statement.speaker and known(statement.speaker),
            addressee=statement.addressee and known(statement.addressee),
            relayed_by=tuple(known(actor) for actor in statement.relayed_by),
        )
        for statement in report.statements
    )
    return replace(report, name=name, statements=statements)


def _unread_rows(stock: Stock, refused: Mapping[str, str]) -> tuple[UnreadRow, ...]:
    """What the reading stage could not read, and what came to grief later, as rows sorted by name."""
    from onrecord.record import UnreadRow

    # The duplicates of a report that came to grief came to grief with it.
    later = [(found, found) for found in stock.reports] + list(stock.duplicates)
    later = [(found, same) for found, same in later if same.key in refused]
    rest: list[Found | Unread] = [*stock.unread, *(found for found, _ in later)]
    reasons = [*(item.reason for item in stock.unread), *(refused[same.key] for _, same in later)]
    rows = [
        UnreadRow(name, reason, item.sha256)
        for name, reason, item in zip(unique_names(rest), reasons, rest, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: (row.name, row.reason, row.sha256)))


def _duplicate_rows(stock: Stock, names: Mapping[Found, str]) -> tuple[DuplicateRow, ...]:
    """Each report that repeats another, under a name that tells it from those of the same name."""
    from onrecord.record import DuplicateRow

    everything = [*stock.reports, *(found for found, _ in stock.duplicates)]
    told_apart = dict(zip(everything, unique_names(everything), strict=True))
    rows = [
        DuplicateRow(told_apart[found], found.sha256, names[same]) for found, same in stock.duplicates if same in names
    ]
    return tuple(sorted(rows, key=lambda row: (row.name, row.same_as)))


def _actors(kept: list[Found], journal: Journal) -> Iterator[Actor]:
    """The distinct actors of all reports, in the order of the record."""
    seen: set[Actor] = set()
    for found in kept:
        for actor in actors_of(_report(found, journal)):
            if actor not in seen:
                seen.add(actor)
                yield actor


def _report(found: Found, journal: Journal) -> Report:
    try:
        return decode(_stored(found, journal))
    except DamagedResult as error:
        journal.drop(found.key)
        raise _lost(found) from error


def _stored(found: Found, journal: Journal) -> bytes:
    result = journal.get(found.key)
    if result is None:
        raise _lost(found)
    return result


def _lost(found: Found) -> BuildError:
    return BuildError(f"the result for {found.name} in the work file is damaged; run the same build again")
