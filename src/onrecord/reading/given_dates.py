"""Publication dates that a person gives: in a file ``published.csv`` beside the reports, or with the command.

A date is a day (``2008-02-17``), a month (``2008-02``), a year (``2008``), or a first and a last day with a slash
between them (``2008-02-13/2008-02-19``).
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.domain import DateEstimate, DateReason
from onrecord.errors import InputError
from onrecord.reading.raw import RawReport, printable

SIDECARS = ("published.csv", "published.tsv")
"""Names of the files that say when the other files of their folder were published."""

_LARGEST = 50_000_000  # bytes; more is no file of dates
_HEADINGS = ("file", "published")


def given_estimate(written: str, by: str) -> DateEstimate:
    """The date that a person wrote down.

    Args:
        written: the date as in the description of this module.
        by: what it was given with, for the reason: a file's name, an option.

    Raises:
        ValueError: ``written`` is no such date.
    """
    first, last = interval(written)
    reason = DateReason(f"{by} says {written.strip()}", "given")
    if first == last:
        return DateEstimate.known(first, reason)
    return DateEstimate(None, first, last, (), (reason,))


def interval(written: str) -> tuple[date, date]:
    """First and last day of a date as a person writes it. Raises ValueError when it is none."""
    parts = [part.strip() for part in written.split("/")]
    try:
        ends = [_ends(part) for part in parts]
    except ValueError:
        ends = []
    if not 1 <= len(ends) <= 2 or ends[0][0] > ends[-1][1]:
        shown = printable(written.strip()[:60])
        raise ValueError(f"{shown!r} is no date; write 2008-02-17, 2008-02, 2008 or 2008-02-13/2008-02-19")
    return ends[0][0], ends[-1][1]


class Sidecars:
    """The dates in the files ``published.csv`` and ``published.tsv`` of the folders that reports lie in."""

    def __init__(self) -> None:
        self._known: dict[Path, Mapping[str, tuple[str, str]]] = {}

    def applied(self, raw: RawReport) -> RawReport:
        """``raw`` with the date that the file beside it gives, if there is one.

        Raises:
            InputError: that file is faulty; the message names the line.
        """
        folder = _folder(Path(raw.location))
        if folder is None:
            return raw
        if folder not in self._known:
            self._known[folder] = _dates_in(folder)
        dates = self._known[folder]
        found = dates.get(raw.location.removeprefix(f"{folder}/")) or dates.get(raw.name)
        if found is None:
            return raw
        written, by = found
        return with_given(raw, written, by)


def with_given(raw: RawReport, written: str, by: str) -> RawReport:
    """``raw`` as published on the day, or in the time, that somebody gives."""
    return replace(raw, metadata={**raw.metadata, "given": written, "given_by": by})


def _ends(part: str) -> tuple[date, date]:
    numbers = [int(number) for number in part.split("-") if number.isascii() and number.isdigit()]
    if len(numbers) != part.count("-") + 1 or not 1800 <= numbers[0] < 2100 or len(numbers) > 3:
        raise ValueError(part)
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    year, month = numbers[:2]
    if len(numbers) == 2:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1] if 1 <= month <= 12 else 0)
    day = date(year, month, numbers[2])
    return day, day


def _folder(location: Path) -> Path | None:
    """The folder that a report lies in; for a member of an archive or a line of a file, that which lies in."""
    return next((parent for parent in location.parents if parent.is_dir()), None)


def _dates_in(folder: Path) -> dict[str, tuple[str, str]]:
    dates: dict[str, tuple[str, str]] = {}
    for name in SIDECARS:
        path = folder / name
        if path.is_file():
            for file, written in _rows(path):
                dates[file] = (written, name)
    return dates


def _rows(path: Path) -> list[tuple[str, str]]:
    """File and date of every row. Raises InputError for a row that can't be meant."""
    rows = []
    for number, cells in enumerate(_cells(path), start=1):
        if number == 1:
            if [cell.strip().casefold() for cell in cells[:2]] != list(_HEADINGS):
                raise InputError(f"{path}, line 1: the first two columns must be called {' and '.join(_HEADINGS)}")
        elif any(cell.strip() for cell in cells):
            file, written = [*cells, "", ""][:2]
            file = file.strip()
            if not _exists(path.parent, file):
                raise InputError(f"{path}, line {number}: there is no file {printable(file)!r} in this folder")
            try:
                interval(written)
            except ValueError as error:
                raise InputError(f"{path}, line {number}: {error}") from None
            rows.append((file, written.strip()))
    return rows


def _cells(path: Path) -> list[list[str]]:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path} is too large for a file of dates")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"can't read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    try:
        return list(csv.reader(text.splitlines(), delimiter="\t" if path.suffix == ".tsv" else ","))
    except csv.Error as error:
        raise InputError(f"{path}: {error}") from error


def _exists(folder: Path, file: str) -> bool:
    """Whether ``file`` is there, or an archive or a file of lines that it may be in."""
    whole = file.partition("#")[0]
    return bool(whole) and any((folder / part).is_file() for part in (whole, *map(str, Path(whole).parents)))
