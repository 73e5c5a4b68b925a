"""The finished results as a record: actors joined across reports, names made unique, rows counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.building.decided import Decided, DecidedQuestions
from onrecord.building.given import as_meta
from onrecord.building.journal import Journal
from onrecord.building.results import FORMAT, DamagedResult, decode, decode_outline
from onrecord.building.stages import Seen, Stages
from onrecord.building.stock import Found, Stock, unique_names
from onrecord.domain import UNKNOWN_DATE, DateEstimate, Decision, Ledger, QuestionDecision, Report
from onrecord.errors import BuildError

if TYPE_CHECKING:
    from onrecord.actors import Appearance
    from onrecord.dating import Outline
    from onrecord.instruments import Named
    from onrecord.lineage import Join, Tracer
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
    offices: int
    decisions: tuple[Decision, ...]
    question_decisions: tuple[QuestionDecision, ...]


def write(
    path: Path,
    stock: Stock,
    refused: Mapping[str, str],
    journal: Journal,
    stages: Stages,
    decided: Decided,
    questions: DecidedQuestions,
    given: Mapping[str, str],
    on_report: Callable[[], None],
    join: Join | None = None,
) -> Content:
    """Write the record of ``stock`` at ``path``.

    ``refused`` are reasons by the keys of results, ``given`` dates of publication by the hashes of reports. ``join`` is
    who joins fingerprints for lineage.
    """
    from onrecord.actors import actors_of
    from onrecord.instruments import join as join_instruments
    from onrecord.ledger import Keeper
    from onrecord.lineage import Tracer
    from onrecord.record import write_record

    kept = [found for found in stock.reports if found.key not in refused]
    names = dict(zip(kept, unique_names(kept), strict=True))
    kept.sort(key=lambda found: (names[found], found.sha256))
    dates = stages.date(_Kept(kept, names, journal))
    named: list[Named] = []
    tracer = Tracer(join)
    whole_pile = stages.merge(_appearances(kept, names, journal, dates, named, tracer), decided.file.rulings)
    instruments = join_instruments(named)

    def as_recorded(found: Found) -> Report:
        """The report with the date, actors and instruments of the pile."""
        report = _redated(found, journal, dates)
        return instruments.across(whole_pile.across(report, names[found]))

    def as_compared(number: int) -> Report:
        """The same but for what is counted from its date, which lineage does not ask for."""
        found = kept[number]
        return whole_pile.across(_dated(_report(found, journal), dates), names[found])

    traced = tracer.trace(as_compared)
    keeper = Keeper()
    statements = 0
    involved: set[str] = set()
    untagged: Counter[str] = Counter()

    def reports() -> Iterator[Report]:
        nonlocal statements
        for found in kept:
            report = as_recorded(found)
            keeper.add(report)
            statements += len(report.statements)
            involved.update(actor.id for actor in actors_of(report))
            if not report.tagged:
                untagged[report.language] += 1
            yield report
            on_report()

    ledger: list[Ledger] = []

    def amounting() -> Ledger:
        ledger.append(keeper.close(traced.lineage, questions.file))
        return ledger[-1]

    unread = _unread_rows(stock, refused)
    duplicates = _duplicate_rows(stock, names)
    write_record(
        path,
        reports(),
        unread=unread,
        duplicates=duplicates,
        finished=((found.key, _stored(found, journal)) for found in sorted(kept, key=lambda found: found.key)),
        meta={"engine": stages.engine, "results": str(FORMAT), **as_meta(given)},
        offices=whole_pile.offices,
        identities=whole_pile.identities,
        decisions=whole_pile.decisions,
        actors_file=(decided.name, decided.file.text) if decided.file.text else None,
        lineage=traced.lineage,
        divergences=traced.divergences,
        printings=traced.counts,
        questions_file=(questions.name, questions.file.text) if questions.file.text else None,
        ledger=amounting,
    )
    return Content(
        len(kept),
        unread,
        duplicates,
        statements,
        len(involved),
        dict(sorted(untagged.items())),
        len(set(whole_pile.offices.values())),
        whole_pile.decisions,
        ledger[-1].question_decisions,
    )


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


def _appearances(
    kept: list[Found],
    names: Mapping[Found, str],
    journal: Journal,
    dates: Mapping[str, DateEstimate],
    named: list[Named],
    tracer: Tracer,
) -> Iterator[Appearance]:
    """Everybody in every report, in the order of the record.

    On the way, ``named`` takes the instruments in, and ``tracer`` the reports.
    """
    from onrecord.actors import appearances
    from onrecord.instruments import named_in

    for found in kept:
        report = _dated(_report(found, journal), dates)
        if (instruments := named_in(report)) is not None:
            named.append(instruments)
        tracer.add(report)
        yield from appearances(report, names[found])


def _dated(report: Report, dates: Mapping[str, DateEstimate]) -> Report:
    """The report with the date that the pile gives it."""
    return replace(report, published=dates.get(report.id, report.published), stated=UNKNOWN_DATE)


def _redated(found: Found, journal: Journal, dates: Mapping[str, DateEstimate]) -> Report:
    """The report with the date that the pile gives it, and its times and statements counted from that."""
    from onrecord.dating import redated
    from onrecord.ledger import recounted
    from onrecord.statements import with_said_on

    report = _report(found, journal)
    if report.id in dates:
        times = _outline(found, journal, report).times
        report = recounted(with_said_on(redated(report, dates[report.id], times), times))
    return replace(report, stated=UNKNOWN_DATE)


class _Kept(Sequence[Seen]):
    """The kept results as the pile is dated by them, each read when it is asked for."""

    def __init__(self, kept: list[Found], names: Mapping[Found, str], journal: Journal) -> None:
        self._kept, self._names, self._journal = kept, names, journal

    def __len__(self) -> int:
        return len(self._kept)

    def __getitem__(self, place: Any) -> Any:
        found = self._kept[place]
        report = _report(found, self._journal)
        return Seen(report, _outline(found, self._journal, report), self._names[found])


def _outline(found: Found, journal: Journal, report: Report) -> Outline:
    try:
        return decode_outline(_stored(found, journal), report)
    except DamagedResult as error:
        journal.drop(found.key)
        raise _lost(found) from error


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
