"""The statements as scripts that the filter page loads.

Scripts, as a page opened from a disk may not fetch files, but may run those beside it. Each holds one call with JSON
as its argument; ``<`` and the two line separators are escaped, so that no text can end a script or a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.publishing.dossier.evidence import clean, unturned
from onrecord.publishing.dossier.survey import StatementRow, Survey

CHUNK = 2000
"""Statements a file: about a megabyte."""


def index_script(survey: Survey) -> str:
    """Speakers and reports, to which the rows refer by position."""
    speakers = [[one.name, one.page] for one in survey.speakers]
    reports = [[row.heading, row.page, row.published, row.credit, row.name, row.lang] for row in survey.reports]
    return call("index", {"total": len(survey.statements), "speakers": speakers, "reports": reports})


def chunk_scripts(survey: Survey) -> Iterator[str]:
    """The rows, ``CHUNK`` a script, in reading order."""
    speakers = {one.id: at for at, one in enumerate(survey.speakers)}
    reports = {row.id: at for at, row in enumerate(survey.reports)}
    for first in range(0, len(survey.statements), CHUNK):
        rows = survey.statements[first : first + CHUNK]
        yield call("rows", first // CHUNK, [_row(row, speakers, reports) for row in rows])


def _row(row: StatementRow, speakers: dict[str, int], reports: dict[str, int]) -> list[Any]:
    speaker = speakers[row.speaker.id] if row.speaker else -1
    words = [[piece.role[0] if piece.role != "cut" else "x", piece.text] for piece in row.words]
    via = [actor.label for actor in row.relayed_by]
    return [
        *(row.id, reports[row.report.id], speaker, row.kind, row.mode),
        *(round(row.confidence, 4), row.source, row.wording, words, via, row.number),
        *([actor.label for actor in row.addressees], row.venue, row.occasion),
        *(1 if row.negation else 0, 1 if row.hedge else 0),
    ]


def call(name: str, *arguments: Any) -> str:
    """A script of one line that gives ``arguments`` to the page."""
    shown = ",".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in arguments)
    shown = shown.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"onrecordData.{name}({clean(unturned(shown))});\n"
