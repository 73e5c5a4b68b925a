"""A record as files for other programs: JSON Lines, which lose nothing, and CSV, which spreadsheets open.

Both are UTF-8, in the record's order, the same bytes for the same record, and written as a whole or not at all.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from onrecord.errors import BuildError
from onrecord.publishing.objects import OBJECTS, ROWS, json_line
from onrecord.record import TABLES, Record
from onrecord.record.files import replacing
from onrecord.record.wording import printable

Format = Literal["jsonl", "csv"]
FORMATS: tuple[str, ...] = get_args(Format)


def export(record: Record, folder: Path, format: Format) -> list[Path]:
    """Write the tables of a record, one file each.

    Args:
        record: an open record.
        folder: where to write; made if it isn't there. Files of the same names are replaced.
        format: ``jsonl`` (one JSON object a line, nothing lost) or ``csv`` (flat, for spreadsheets; without the texts
            of the reports, which no cell of a spreadsheet holds).

    Returns:
        The files, in the order above.

    Raises:
        BuildError: the folder or a file can't be written.
        ValueError: there is no such format.
    """
    if format not in FORMATS:
        raise ValueError(f"can't export to {format!r}; choose one of {', '.join(FORMATS)}")
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(f"can't make the folder {folder}: {error.strerror or error}") from error
    write = _write_jsonl if format == "jsonl" else _write_csv
    return [write(record, table, folder / f"{table}.{format}") for table in TABLES]


def _write_csv(record: Record, table: str, path: Path) -> Path:
    flat = TABLES[table]
    # With a byte order mark, for without it Excel takes UTF-8 for the system's own encoding and garbles every name
    # with an accent; pandas, Polars, R's readr, LibreOffice and Numbers skip it.
    with replacing(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(flat.columns)
        for row in flat.rows(record):
            writer.writerow([_cell(value) for value in row])
    return path


def _cell(value: str | int | float | bool | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(printable(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else repr(value)


# What a spreadsheet may take for the beginning of a formula (the full-width signs do so in East Asian versions),
# behind any quotes that were there already: so the way back is never in doubt.
_DANGER = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that looks like one gets an apostrophe in front.

    ``as_written`` takes it away again.
    """
    return f"'{text}" if _DANGER.match(text) else text


def as_written(cell: str) -> str:
    """The text that ``harmless`` was given: for those who read the CSV back, as the codebook tells them."""
    return cell[1:] if cell.startswith("'") and _DANGER.match(cell) else cell


def _write_jsonl(record: Record, table: str, path: Path) -> Path:
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        for row in ROWS[table](record):
            file.write(json_line(OBJECTS[table](row)) + "\n")
    return path
