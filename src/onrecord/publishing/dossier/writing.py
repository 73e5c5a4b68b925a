"""Writes a record as a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.publishing.dossier import figures, search_data, wording
from onrecord.publishing.dossier.evidence import evidence_markup
from onrecord.publishing.dossier.folder import replacing
from onrecord.publishing.dossier.ledger.gathering import Ledger, read_ledger
from onrecord.publishing.dossier.ledger.grounds import opposite_ends
from onrecord.publishing.dossier.ledger.holdings import Holding, holdings
from onrecord.publishing.dossier.ledger.writing import glance, write_ledger
from onrecord.publishing.dossier.lineage import SharedRow, by_report, shared_rows, write_lineage
from onrecord.publishing.dossier.paging import paged
from onrecord.publishing.dossier.site import Site
from onrecord.publishing.dossier.source import Source
from onrecord.publishing.dossier.survey import (
    ReportRow,
    Speaker,
    Survey,
    in_order,
    placed_refusals,
    refusal_rows,
    statement_rows,
    survey,
)
from onrecord.publishing.dossier.timeline import timeline_pages, write_timeline

_REPORTS_A_PAGE = 250
_SPEAKERS_A_PAGE = 250
_STATEMENTS_A_PAGE = 200
_FILES_A_PAGE = 500
_INSTRUMENTS_A_PAGE = 250
_LEADING = 8


class _File(NamedTuple):
    """A file that was given to the build and what became of it. ``report`` is the one it equals, if any."""

    name: str
    sha256: str
    fate: str
    page: str = ""
    report: ReportRow | None = None
    reason: str = ""


def write_dossier(record: Source, folder: Path) -> Path:
    """Write ``record`` as a folder of pages and return the first of them, ``index.html``.

    The pages need no network and no server. The same record gives the same bytes. A dossier that lies in ``folder``
    is replaced when the new one is complete, and stays as it is if it can't be completed.

    Raises:
        BuildError: ``folder`` holds something that isn't a dossier, or can't be written.
    """
    folder = Path(folder)
    pile = survey(record)
    ledger = read_ledger(record, pile)
    pile.named_days = list(ledger.without_entry(pile.named_days))
    timeline = timeline_pages(pile, ledger)
    with replacing(folder) as fresh:
        site = Site(fresh)
        site.copy_assets()
        shared = shared_rows(record, pile)
        _write_reports(site, record, pile, ledger, by_report(shared))
        _write_speakers(site, pile, ledger)
        _write_statements(site, pile)
        _write_instruments(site, pile, ledger)
        write_lineage(site, record, pile, shared)
        write_ledger(site, ledger)
        write_timeline(site, pile, timeline, ledger)
        _write_overview_and_about(site, record, pile, ledger)
    return folder / "index.html"


def _write_reports(
    site: Site, record: Source, pile: Survey, ledger: Ledger, shared: Mapping[str, Sequence[SharedRow]]
) -> None:
    place = {row.id: at for at, row in enumerate(pile.reports)}
    for report in record.reports():
        at = place[report.id]
        row = pile.reports[at]
        rows = list(statement_rows(report, row))
        words = ledger.excerpts.of(report.id)
        site.page(
            "report.html",
            row.page,
            section="reports",
            report=report,
            row=row,
            rows=rows,
            cast=figures.cast(rows),
            nameless=sum(1 for one in rows if one.speaker is None),
            silences=list(refusal_rows(report, row)),
            shared=shared.get(row.id, ()),
            evidence=evidence_markup(report, in_order(report), placed_refusals(report), words),
            signs=sorted({one.sign for one in words if one.sign}),
            before=pile.reports[at - 1] if at else None,
            after=pile.reports[at + 1] if at + 1 < len(pile.reports) else None,
        )
    for page in paged(pile.reports, "reports/index", _REPORTS_A_PAGE):
        credited = any(row.credit for row in pile.reports)
        site.page("reports.html", page.path, section="reports", page=page, dated=_is_dated(pile), credited=credited)


def _is_dated(pile: Survey) -> bool:
    """Whether anything is known of the date of any report."""
    return any(row.published != wording.UNDATED for row in pile.reports)


def _write_speakers(site: Site, pile: Survey, ledger: Ledger) -> None:
    held = holdings(ledger)
    for speaker in (*pile.speakers, pile.unnamed):
        _write_speaker(site, speaker, held.get(speaker.id), nameless=speaker is pile.unnamed)
    most = max((len(one.said) for one in pile.speakers), default=1) or 1
    for page in paged(pile.speakers, "speakers/index", _SPEAKERS_A_PAGE):
        site.page("speakers.html", page.path, section="speakers", page=page, survey=pile, most=most)


def _write_speaker(site: Site, speaker: Speaker, holding: Holding | None, *, nameless: bool) -> None:
    for page in paged(speaker.said, speaker.page.removesuffix(".html"), _STATEMENTS_A_PAGE):
        site.page(
            "speaker.html",
            page.path,
            section="speakers",
            page=page,
            speaker=speaker,
            holding=holding,
            nameless=nameless,
            limit=_STATEMENTS_A_PAGE,
        )


def _write_statements(site: Site, pile: Survey) -> None:
    chunks = 0
    for script in search_data.chunk_scripts(pile):
        site.text(f"statements/data/rows-{chunks}.js", script)
        chunks += 1
    site.text("statements/data/index.js", search_data.index_script(pile))
    for page in paged(pile.statements, "statements/index", _STATEMENTS_A_PAGE):
        site.page("statements.html", page.path, section="statements", page=page, survey=pile, chunks=chunks)


def _write_instruments(site: Site, pile: Survey, ledger: Ledger) -> None:
    opposite = opposite_ends(ledger.positions.pages)
    for one in pile.instruments:
        site.page(
            "instrument.html",
            one.page,
            section="instruments",
            one=one,
            limit=_STATEMENTS_A_PAGE,
            opposite=opposite.get(one.instrument.id, []),
        )
    for page in paged(pile.instruments, "instruments/index", _INSTRUMENTS_A_PAGE):
        site.page("instruments.html", page.path, section="instruments", page=page)


def _write_overview_and_about(site: Site, record: Source, pile: Survey, ledger: Ledger) -> None:
    tally = dict(figures.tally(pile))
    unread = [_File(row.name, row.sha256 or "", "could not be read", reason=row.reason) for row in record.unread()]
    by_hash = {row.sha256: row for row in pile.reports}
    duplicates = [
        _File(row.name, row.sha256, "duplicate", report=by_hash.get(row.sha256)) for row in record.duplicates()
    ]
    speaking = [one for one in pile.speakers if one.said]
    site.page(
        "overview.html",
        "index.html",
        section="overview",
        survey=pile,
        tally=tally,
        timeline=figures.timeline(pile.reports),
        repeated=figures.repeated(pile, 5),
        speaking=len(speaking),
        leading=[figures.glimpse(one) for one in speaking[:_LEADING]],
        following=speaking[_LEADING : 3 * _LEADING],
        dated=_is_dated(pile),
        unread=unread,
        duplicates=duplicates,
        untagged=[row for row in pile.reports if not row.tagged],
        glance=glance(ledger),
    )
    files = sorted(_files(pile, unread, duplicates), key=lambda one: (one.name, one.sha256, one.fate))
    for page in paged(files, "about/index", _FILES_A_PAGE):
        meta = sorted(record.meta.items())
        decisions = list(record.decisions())
        site.page(
            "about.html",
            page.path,
            section="about",
            page=page,
            survey=pile,
            tally=tally,
            meta=meta,
            decisions=decisions,
        )


def _files(pile: Survey, unread: list[_File], duplicates: list[_File]) -> Iterator[_File]:
    for row in pile.reports:
        fate = f"read, {row.statements:,} statements" if row.tagged else "read, not tagged"
        yield _File(row.name, row.sha256, fate, row.page)
    for file in unread:
        yield file._replace(fate=f"could not be read: {file.reason}")
    for file in duplicates:
        same = file.report.name if file.report else "another report"
        page = file.report.page if file.report else ""
        yield file._replace(fate=f"the same, byte for byte, as {same}, which was kept", page=page)
