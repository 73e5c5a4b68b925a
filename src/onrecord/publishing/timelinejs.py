"""A record's timeline as JSON for TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS puts what it is given into a page as HTML. Reports are other people's words: all that comes from them is
escaped, and links in it are not made links (``autolink``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from onrecord.publishing.dossier import wording
from onrecord.publishing.dossier.chronology import Entry, chronology
from onrecord.publishing.dossier.evidence import clean, unturned
from onrecord.publishing.dossier.ledger.entries import CommitmentEntry, Due, EventEntry
from onrecord.publishing.dossier.ledger.excerpts import Excerpt
from onrecord.publishing.dossier.ledger.gathering import read_ledger
from onrecord.publishing.dossier.named_days import NamedDay
from onrecord.publishing.dossier.source import Source
from onrecord.publishing.dossier.survey import Piece, ReportRow, StatementRow, survey
from onrecord.publishing.dossier.when import When
from onrecord.record.files import replacing

Json = dict[str, Any]

_KINDS = {"direct": "quoted in full", "mixed": "quoted in part", "indirect": "paraphrased"}


_DUE = {"commitment": "Deadlines", "forecast": "Forecasts"}


@dataclass(frozen=True, slots=True)
class TimelineFile:
    """What was written: how many ``events``, and how many statements were left out for want of a date."""

    path: Path
    events: int
    undated: int


def write_timelinejs(record: Source, path: Path) -> TimelineFile:
    """Write the statements, reports, events, deadlines and named days of ``record`` that have a date to ``path``.

    Same record, same bytes. The file is there as a whole or not at all.

    Raises:
        BuildError: the file can't be written.
    """
    pile = survey(record)
    ledger = read_ledger(record, pile)
    pile.named_days = list(ledger.without_entry(pile.named_days))
    entries = chronology(pile, ledger.events, ledger.dues)
    dated = [entry for entry in entries if entry.time.anchor is not None]
    title = f"Who said what in {wording.count(len(pile.reports), 'report')}"
    about = "Made from reports by a program, and reviewed by nobody yet. Check it against the reports."
    lines = [_line(event) for event in _events(dated)]
    head = _line({"text": {"headline": title, "text": f"<p>{about}</p>"}, "unique_id": "title", "autolink": False})
    with replacing(path) as draft:
        body = ",\n".join(lines)
        text = f'{{"scale": "human", "title": {head},\n"events": [\n{body}\n]}}\n'
        draft.write_bytes(text.encode("utf-8"))
    undated = sum(1 for row in pile.statements if row.time.anchor is None)
    return TimelineFile(path, len(lines), undated)


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _events(entries: Sequence[Entry]) -> Iterator[Json]:
    seen: dict[str, int] = {}
    for entry in entries:
        item = entry.item
        if isinstance(item, StatementRow):
            name, group, headline, text = item.id, "Statements", _speaker(item), _statement(item)
        elif isinstance(item, ReportRow):
            name, group, headline, text = item.id, "Reports", _text(item.heading), _report(item)
        elif isinstance(item, EventEntry):
            name, group, headline, text = item.id, "Events", _text(item.subject), _event(item)
        elif isinstance(item, Due):
            name, group, headline, text = f"{item.entry.id}-due", _DUE[item.entry.kind], _due_headline(item), _due(item)
        else:
            name, group = f"{item.report.id}-{item.anchor.rpartition('#')[2]}", "Named days"
            headline, text = _text(item.words), _named(item)
        seen[name] = seen.get(name, 0) + 1
        yield {
            **_dates(entry.time),
            "text": {"headline": str(headline), "text": str(text)},
            "group": group,
            "unique_id": name if seen[name] == 1 else f"{name}-{seen[name]}",
            "autolink": False,
        }


def _dates(time: When) -> Json:
    """A day where one stands out, else all days in question; what is uncertain is said in ``display_date``."""
    first, last = time.first, time.last
    spans = not time.by and not time.days and first is not None and last is not None and first < last
    found: Json = {"start_date": _date(first if spans else time.anchor)}
    if spans:
        found["end_date"] = _date(last)
    found["display_date"] = time.label[:1].upper() + time.label[1:]
    return found


def _date(day: date | None) -> Json:
    if day is None:
        raise ValueError("an event needs a date")
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(text: str) -> Markup:
    """A report's words as HTML."""
    return escape(unturned(clean(text)))


def _speaker(row: StatementRow) -> Markup:
    if row.speaker is not None:
        return _text(row.speaker.label)
    return Markup("“{}”").format(_text(row.source)) if row.source else Markup("Nobody named")


def _statement(row: StatementRow) -> Markup:
    lead = Markup("<em>{}</em> ").format(_text(row.wording)) if row.wording else Markup("")
    marks = ", ".join(
        [
            *(["negated"] if row.negation else []),
            *(["hedged"] if row.hedge else []),
            _KINDS[row.kind],
            f"machine, {wording.confidence(row.confidence)}",
        ]
    )
    words = Markup("").join(_piece(piece) for piece in row.words)
    return Markup("<p>{}{}</p><p>{}. {}.</p>").format(lead, words, _from(row.report), marks)


def _piece(piece: Piece) -> Markup:
    if piece.role == "gap":
        return Markup(" … ")
    return Markup(" … [cut here; the report has the rest]") if piece.role == "cut" else _text(piece.text)


def _report(row: ReportRow) -> Markup:
    found = wording.count(row.statements, "statement") if row.tagged else "not tagged"
    credit = Markup("{}, ").format(_text(row.credit)) if row.credit else Markup("")
    return Markup("<p>Published. {}{}, {}</p>").format(credit, _text(row.name), found)


def _named(row: NamedDay) -> Markup:
    sentence = Markup("{}<b>{}</b>{}").format(_text(row.before), _text(row.words), _text(row.after))
    return Markup("<p>Named ahead: {}</p><p>{}.</p>").format(sentence, _from(row.report))


def _event(event: EventEntry) -> Markup:
    who = Markup(" By {}.").format(_text(event.who.label)) if event.who else Markup("")
    counts = f"{wording.count(event.printings, 'report')}, {wording.count(event.independent, 'independent source')}"
    differs = Markup("").join(
        Markup(" The reports differ on the {}: {} / {}.").format(_text(one.what), _text(one.these), _text(one.those))
        for one in event.differs
    )
    lead = Markup("<p>{}.{} {}</p>").format(event.state.capitalize(), who, _quoted(event.sightings[0]))
    return lead + Markup("<p>{}. {}.{}</p>").format(_from(event.report), counts, differs)


def _due_headline(due: Due) -> Markup:
    entry = due.entry
    if isinstance(entry, CommitmentEntry):
        return _text(f"{entry.who.label if entry.who else 'Not told who'} {entry.pledge}: {entry.act}")
    return _text(f"{entry.who.label if entry.who else 'The report itself'} expects ({entry.odds}): {entry.expected}")


def _due(due: Due) -> Markup:
    entry = due.entry
    came = entry.settled
    end = Markup(" {}.").format(_text(came.because)) if came is not None else Markup("")
    return Markup("<p>{}: {}</p><p>{}. {}.{}</p>").format(
        _DUE[entry.kind][:-1], _quoted(entry.sightings[0]), _from(entry.report), entry.status.capitalize(), end
    )


def _quoted(words: Excerpt) -> Markup:
    """Words of a report in their sentence, those that matter in bold."""
    return Markup("").join(
        _text(bit.text) if bit.role in ("told", "cut") else Markup("<b>{}</b>").format(_text(bit.text))
        for bit in words.bits
    )


def _from(row: ReportRow) -> Markup:
    """The report that says so: headline, outlet, file and date."""
    parts = [row.heading, *([row.credit] if row.credit else []), *([row.name] if row.name != row.heading else [])]
    return Markup("In {}, {}").format(_text("; ".join(parts)), row.published)
