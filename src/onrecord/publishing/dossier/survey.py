"""A first pass over the record: the rows that index pages, speakers' pages and figures are made from.

A report's text is not kept, only what listings show, so that ten thousand reports fit in memory.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple, TypeVar

from onrecord.domain import Actor, Identity, Refusal, Report, Span, Statement
from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.instruments import GroundRow, InstrumentPage, InstrumentPages, ground_rows
from onrecord.publishing.dossier.named_days import NamedDay, named_days
from onrecord.publishing.dossier.source import Source
from onrecord.publishing.dossier.when import When, not_after, when
from onrecord.record import RecordedOffice, how_said
from onrecord.tagging.quotation import quotations

_Row = TypeVar("_Row", "StatementRow", "RefusalRow")
_LONGEST_WORDS = 4000
"""Code points of a statement that listings show; the whole is in the report."""

_LONGEST_HEADLINE = 160
_LINE = re.compile(r"[^\r\n]+")
_SAFE_ID = re.compile(r"[a-z]_[0-9a-f]{16}\Z")


class Piece(NamedTuple):
    """Part of what was said: words in quotation marks, words of the reporter, a ``gap``, or a ``cut``."""

    text: str
    role: Literal["quoted", "told", "gap", "cut"]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as listings show it. ``number`` is its place in its report, from 1."""

    id: str
    number: int
    report: ReportRow
    kind: str
    mode: str
    confidence: float
    source: str
    cue: str
    words: tuple[Piece, ...]
    speaker: Actor | None
    addressees: tuple[Actor, ...]
    relayed_by: tuple[Actor, ...]
    said_on: str
    when: date | None
    time: When
    """When it was said; where the report doesn't tell, not after the report's own date."""

    wording: str
    """The cue with what turns it round and what hedges it: never to be left out beside the words."""

    negation: str
    hedge: str
    venue: str
    occasion: str
    grounds: tuple[GroundRow, ...] = ()

    @property
    def anchor(self) -> str:
        """Where the evidence is, from the dossier's root."""
        return f"reports/{self.report.id}.html#{self.id}"

    @property
    def named_as(self) -> str:
        """How the report names the speaker, where that is more than the name which is shown."""
        if self.speaker is None or self.source.casefold() == self.speaker.name.casefold():
            return ""
        return self.source


@dataclass(frozen=True, slots=True)
class RefusalRow:
    """A refusal as listings show it: somebody is reported to have said nothing."""

    id: str
    report: ReportRow
    kind: str
    source: str
    cue: str
    matter: str
    speaker: Actor | None
    addressee: Actor | None

    @property
    def anchor(self) -> str:
        """Where the evidence is, from the dossier's root."""
        return f"reports/{self.report.id}.html#{self.id}"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report as listings show it."""

    id: str
    name: str
    heading: str
    title: str
    outlet: str
    agency: str
    published: str
    when: date | None
    time: When
    sha256: str
    language: str
    tagged: bool
    characters: int
    statements: int
    speakers: int

    @property
    def lang(self) -> str:
        """The language as an attribute may hold it, or ""."""
        return self.language if self.language.isascii() and self.language.isalpha() else ""

    @property
    def credit(self) -> str:
        """The outlet and the agency, as far as they are known, each once."""
        return ", ".join(dict.fromkeys(name for name in (self.outlet, self.agency) if name))

    @property
    def page(self) -> str:
        """The report's page, from the dossier's root."""
        return f"reports/{self.id}.html"

    @property
    def order(self) -> tuple[bool, date, str, str]:
        """By date where it is known, then by name; undated reports last."""
        return (self.when is None, self.when or date.min, self.name, self.id)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A report's words that state an office."""

    report: ReportRow
    words: str
    tenure: str
    anchor: str


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office of a person as their page shows it: what, for whom, when it was seen, and the words that say so."""

    title: str
    of: Actor | None
    seen: str
    claims: tuple[ClaimRow, ...]


@dataclass(slots=True)
class Speaker:
    """Everything that one actor is recorded as saying, passing on, being told, and keeping to themselves."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    said: list[StatementRow] = field(default_factory=list)
    passed_on: list[StatementRow] = field(default_factory=list)
    told: list[StatementRow] = field(default_factory=list)
    silent: list[RefusalRow] = field(default_factory=list)
    offices: list[OfficeRow] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)

    @property
    def page(self) -> str:
        """The speaker's page, from the dossier's root."""
        return f"speakers/{self.id}.html"

    @property
    def reports(self) -> int:
        """How many reports have this speaker."""
        return len({row.report.id for row in self.said})

    def kinds(self) -> tuple[int, int, int]:
        """How many statements are direct, mixed and indirect."""
        kinds = [row.kind for row in self.said]
        return kinds.count("direct"), kinds.count("mixed"), kinds.count("indirect")


@dataclass(slots=True)
class Survey:
    """The pile: reports and statements in reading order, speakers with the most statements first."""

    reports: list[ReportRow]
    statements: list[StatementRow]
    refusals: list[RefusalRow]
    named_days: list[NamedDay]
    speakers: list[Speaker]
    unnamed: Speaker
    """The statements whose source is nobody, or nobody that could be told."""

    instruments: list[InstrumentPage] = field(default_factory=list)


def survey(source: Source) -> Survey:
    """Read the record once and keep what listings need."""
    reports: list[ReportRow] = []
    statements: list[StatementRow] = []
    refusals: list[RefusalRow] = []
    instruments = InstrumentPages()
    named: list[NamedDay] = []
    for report in source.reports():
        row = _report_row(report)
        reports.append(row)
        told = list(statement_rows(report, row))
        statements.extend(told)
        instruments.add(report, row, told)
        refusals.extend(refusal_rows(report, row))
        named.extend(named_days(report, row))
    reports.sort(key=lambda row: row.order)
    statements.sort(key=lambda row: (row.report.order, row.number))
    refusals.sort(key=lambda row: row.report.order)  # stable: in the order of each text
    named.sort(key=lambda row: row.report.order)
    unnamed = Speaker("unnamed", "Speaker unknown", "unknown")
    speakers = _speakers(source, reports, statements, refusals, unnamed)
    return Survey(reports, statements, refusals, named, speakers, unnamed, instruments.pages())


def page_id(content_id: str) -> str:
    """``content_id``, fit for a file name and an anchor."""
    if not _SAFE_ID.match(content_id):
        raise ValueError(f"{content_id!r} is not a content id")
    return content_id


def by_report(rows: Iterable[_Row]) -> list[tuple[ReportRow, list[_Row]]]:
    """``rows`` with those of one report that follow each other together, in the order given."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.report.id)]
    return [(group[0].report, group) for group in groups]


def in_order(report: Report) -> list[tuple[str, Statement]]:
    """A report's statements with their anchors, in the order in which their words begin."""
    placed = sorted(report.statements, key=lambda one: (one.content, one.evidence, one.kind, one.mode))
    seen: dict[str, int] = {}
    anchored: list[tuple[str, Statement]] = []
    for statement in placed:
        anchor = page_id(report.statement_id(statement))
        seen[anchor] = seen.get(anchor, 0) + 1
        anchored.append((anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}", statement))
    return anchored


def statement_rows(report: Report, row: ReportRow) -> Iterator[StatementRow]:
    """The statements of a report as rows."""
    quoted = [(found.start, found.end) for found in quotations(report.text)] if report.statements else []
    for number, (anchor, statement) in enumerate(in_order(report), start=1):
        yield StatementRow(
            id=anchor,
            number=number,
            report=row,
            kind=statement.kind,
            mode=statement.mode,
            confidence=statement.confidence,
            source=statement.source.text if statement.source else "",
            cue=statement.cue.text if statement.cue else "",
            words=_words(statement, quoted),
            speaker=statement.speaker,
            addressees=statement.addressees,
            relayed_by=statement.relayed_by,
            said_on=wording.estimate(statement.said_on) if statement.said_on.is_known else "",
            when=statement.said_on.best or row.when,
            time=_said_when(statement, report),
            wording=how_said(statement),
            negation=_one_line(statement.negation),
            hedge=_one_line(statement.hedge),
            venue=_one_line(statement.venue),
            occasion=_one_line(statement.occasion),
            grounds=ground_rows(statement, row.page),
        )


def _said_when(statement: Statement, report: Report) -> When:
    """When it was said; at the report's own place in time, where no more is known than that it was not after it."""
    said, its = statement.said_on, report.published
    told = said.best is not None or said.earliest is not None
    if not told and (said.latest is None or (its.best is not None and said.latest >= its.best)):
        return not_after(its)
    return when(said)


def refusal_rows(report: Report, row: ReportRow) -> Iterator[RefusalRow]:
    """The refusals of a report as rows."""
    for anchor, refusal in placed_refusals(report):
        yield RefusalRow(
            id=anchor,
            report=row,
            kind=refusal.kind,
            source=_one_line(refusal.source),
            cue=_one_line(refusal.cue),
            matter=_one_line(refusal.matter),
            speaker=refusal.speaker,
            addressee=refusal.addressee,
        )


def placed_refusals(report: Report) -> list[tuple[str, Refusal]]:
    """A report's refusals with their anchors, in the order of the text."""
    found = {page_id(report.refusal_id(refusal)): refusal for refusal in report.refusals}
    return sorted(found.items(), key=lambda item: (item[1].cue, item[0]))


def _one_line(span: Span | None) -> str:
    return "" if span is None else " ".join(span.text.split())


def description_anchor(start: int, end: int) -> str:
    """Where in its report's page the words are that say what somebody is."""
    return f"d-{start}-{end}"


def quoted_ranges(statement: Statement, quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The half-open ranges of a statement's content that are quoted, in order."""
    if statement.kind == "indirect":
        return []
    if statement.kind == "direct":
        return [(span.start, span.end) for span in statement.content]
    found: list[tuple[int, int]] = []
    for span in statement.content:
        at = bisect_right(quoted, span.start, key=lambda one: one[1])
        while at < len(quoted) and quoted[at][0] < span.end:
            found.append((max(quoted[at][0], span.start), min(quoted[at][1], span.end)))
            at += 1
    return found


def _report_row(report: Report) -> ReportRow:
    title = " ".join((report.title or "").split())
    return ReportRow(
        id=page_id(report.id),
        name=report.name,
        heading=title or _opening(report) or report.name,
        title=title,
        outlet=report.outlet or "",
        agency=report.agency or "",
        published=wording.estimate(report.published),
        when=report.published.best,
        time=when(report.published),
        sha256=report.sha256,
        language=report.language,
        tagged=report.tagged,
        characters=len(report.text),
        statements=len(report.statements),
        speakers=len({statement.speaker.id for statement in report.statements if statement.speaker}),
    )


def _opening(report: Report) -> str:
    """The first line of the report itself, where it is short enough to be its headline; else ""."""
    covered = [(span.start, span.end) for span in report.chrome]
    for line in _LINE.finditer(report.text):
        if any(start < line.end() and line.start() < end for start, end in covered) or not line.group().strip():
            continue
        return " ".join(line.group().split()) if len(line.group()) <= _LONGEST_HEADLINE else ""
    return ""


def _words(statement: Statement, quoted: list[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    room = _LONGEST_WORDS
    ranges = quoted_ranges(statement, quoted)
    for span in statement.content:
        if pieces:
            pieces.append(Piece("", "gap"))
        at = span.start
        for low, high in (*((a, b) for a, b in ranges if span.start <= a < span.end), (span.end, span.end)):
            for start, end, role in ((at, low, "told"), (low, high, "quoted")):
                text = span.text[start - span.start : end - span.start]
                if not text:
                    continue
                pieces.append(Piece(text[:room], "quoted" if role == "quoted" else "told"))
                room -= len(text)
                if room <= 0:
                    return (*pieces, Piece("", "cut"))
            at = high
    return tuple(pieces)


def _speakers(
    source: Source,
    reports: list[ReportRow],
    statements: list[StatementRow],
    refusals: list[RefusalRow],
    unnamed: Speaker,
) -> list[Speaker]:
    speakers: dict[str, Speaker] = {}

    def speaker(actor: Actor) -> Speaker:
        found = speakers.get(actor.id)
        if found is None:
            found = speakers[actor.id] = Speaker(page_id(actor.id), actor.label, actor.kind, actor.aliases)
        return found

    for row in sorted(statements, key=_telling_order):
        (speaker(row.speaker) if row.speaker else unnamed).said.append(row)
        for actor in {actor.id: actor for actor in row.addressees}.values():
            speaker(actor).told.append(row)
        for actor in {actor.id: actor for actor in row.relayed_by}.values():
            speaker(actor).passed_on.append(row)
    for refusal in refusals:
        if refusal.speaker:
            speaker(refusal.speaker).silent.append(refusal)
        if refusal.addressee:
            speaker(refusal.addressee)
    for actor in source.actors():
        known = speakers.get(actor.id)
        if known is not None:
            known.aliases = actor.aliases
    by_id = {row.id: row for row in reports}
    for office in source.offices():
        known = speakers.get(office.actor.id)
        if known is not None:
            known.offices.append(_office_row(office, by_id))
    for identity in source.identities():
        known = speakers.get(identity.actor.id)
        if known is not None:
            known.identities.append(identity)
    return sorted(speakers.values(), key=lambda one: (-len(one.said), -len(one.passed_on), one.name, one.id))


def _office_row(office: RecordedOffice, reports: Mapping[str, ReportRow]) -> OfficeRow:
    claims = []
    for claim in office.claims:
        row = reports[claim.report.id]
        place = description_anchor(claim.span.start, claim.span.end)
        claims.append(ClaimRow(row, " ".join(claim.span.text.split()), claim.tenure, f"{row.page}#{place}"))
    return OfficeRow(office.title, office.of, wording.sightings(office), tuple(claims))


def _telling_order(row: StatementRow) -> tuple[bool, date, str, str, int]:
    return (row.when is None, row.when or date.min, row.report.name, row.report.id, row.number)
