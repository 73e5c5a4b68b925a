"""The lineage pages: which report has its words from which, what became of quotations, and two reports side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain import Report
from onrecord.publishing.dossier.descent import LANE, graph
from onrecord.publishing.dossier.paging import paged
from onrecord.publishing.dossier.sharing import side_by_side
from onrecord.publishing.dossier.site import Site
from onrecord.publishing.dossier.source import Source
from onrecord.publishing.dossier.survey import ReportRow, Survey
from onrecord.record import RecordedDivergence, RecordedLineage

_ROWS_A_PAGE = 200
_LONGEST_WORDS = 600


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A report that shares wording with another one, as tables show it."""

    shared: RecordedLineage
    report: ReportRow
    source: ReportRow

    @property
    def page(self) -> str:
        """The comparison's page, from the dossier's root."""
        return f"lineage/{self.shared.id}.html"

    def other(self, report: ReportRow) -> ReportRow:
        """The other one of the two."""
        return self.source if report.id == self.report.id else self.report

    @property
    def line(self) -> tuple[RecordedLineage, ReportRow, ReportRow]:
        """As the drawing takes it."""
        return self.shared, self.report, self.source


@dataclass(frozen=True, slots=True)
class DivergenceRow:
    """Somebody's words in two reports, as tables show them. ``page`` compares the two, "" where they share nothing."""

    one: RecordedDivergence
    report: ReportRow
    other: ReportRow
    page: str

    @property
    def here(self) -> str:
        """The words of the report."""
        return _short(self.one.here.text)

    @property
    def there(self) -> str:
        """The words of the other."""
        return _short(self.one.there.text)


def shared_rows(record: Source, pile: Survey) -> list[SharedRow]:
    """What reports share: copying first, then by date."""
    by_id = {row.id: row for row in pile.reports}
    rows = [SharedRow(one, by_id[one.report.id], by_id[one.copied_from.id]) for one in record.lineage()]
    return sorted(rows, key=lambda row: (not row.shared.is_copying, row.report.order, row.source.order))


def by_report(rows: Iterable[SharedRow]) -> Mapping[str, Sequence[SharedRow]]:
    """The rows of each report that shares something, by its id."""
    found: dict[str, list[SharedRow]] = {}
    for row in rows:
        found.setdefault(row.report.id, []).append(row)
        found.setdefault(row.source.id, []).append(row)
    return found


def write_lineage(site: Site, record: Source, pile: Survey, rows: Sequence[SharedRow]) -> None:
    """Write the page of all that is shared, and one for each pair of reports."""
    by_id = {row.id: row for row in pile.reports}
    pages = {frozenset((row.report.id, row.source.id)): row.page for row in rows}
    divergences = [
        DivergenceRow(
            one,
            by_id[one.report.id],
            by_id[one.other_report.id],
            pages.get(frozenset((one.report.id, one.other_report.id)), ""),
        )
        for one in record.divergences()
    ]
    drawn = graph([row.line for row in rows])
    sources = _sources(pile, rows)
    for page in paged(rows, "lineage/index", _ROWS_A_PAGE):
        first = page.number == 1
        site.page(
            "lineage.html",
            page.path,
            section="lineage",
            page=page,
            graph=drawn if first and rows else None,
            lane=LANE,
            divergences=divergences[:_ROWS_A_PAGE] if first else [],
            all_divergences=len(divergences),
            survey=pile,
            sources=sources,
        )
    for changed in paged(divergences, "lineage/divergences", _ROWS_A_PAGE):
        site.page("divergences.html", changed.path, section="lineage", page=changed)
    _write_pairs(site, record, rows, divergences)


def _write_pairs(site: Site, record: Source, rows: Sequence[SharedRow], divergences: Sequence[DivergenceRow]) -> None:
    """The pages that show two reports side by side. Of a report only its text is kept, and only while they are made."""
    wanted = {one.id for row in rows for one in (row.report, row.source)}
    texts = {
        report.id: Report(report.name, report.text, report.sha256, chrome=report.chrome)
        for report in (record.reports() if wanted else ())
        if report.id in wanted
    }
    by_page: dict[str, list[DivergenceRow]] = {}
    for one in divergences:
        by_page.setdefault(one.page, []).append(one)
    for row in rows:
        compared = side_by_side(texts[row.report.id], texts[row.source.id], row.shared.passages)
        site.page(
            "pair.html",
            row.page,
            section="lineage",
            row=row,
            rows=compared,
            divergences=by_page.get(row.page, []),
        )


def _sources(pile: Survey, rows: Sequence[SharedRow]) -> tuple[int, int]:
    """How many reports there are, and how many of them have no words of another's by copying, as far as is known."""
    copied = {row.report.id for row in rows if row.shared.is_copying}
    return len(pile.reports), len(pile.reports) - len(copied)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_WORDS else line[:_LONGEST_WORDS].rpartition(" ")[0] + " …"
