"""The publication dates that a build was given on the command line, and those that the record before it was given.

They are kept in the record by the hash of a report's bytes, so that a rebuild goes by them though nobody repeats them
and whatever the file is called by then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, RecordError

if TYPE_CHECKING:
    from onrecord.reading import RawReport, Unread

KEY = "published"
"""Under which name the dates are kept in the record's table ``meta``: a JSON object, report's SHA-256 → date."""

OPTION = "--published"


def given_dates(published: Mapping[str, str], inputs: Iterable[RawReport | Unread], before: Path) -> dict[str, str]:
    """The dates by the SHA-256 of the reports' bytes.

    Args:
        published: dates by files' names or paths; an empty date takes back what an earlier build was given.
        inputs: what there is; read only if there is something to look for.
        before: the record that is about to be replaced.

    Raises:
        InputError: a date is none, or a name means no report, or several.
    """
    from onrecord.reading.given_dates import interval

    dates = _kept(before)
    for file, written in published.items():
        if written.strip():
            try:
                interval(written)
            except ValueError as error:
                raise InputError(f"{OPTION} {file}: {error}") from None
    for file, hashes in _meant(published, inputs).items():
        if len(hashes) != 1:
            many = "there are several reports of this name; give the path of the one you mean"
            raise InputError(f"{OPTION} {file}: {many if hashes else 'there is no such report at the given paths'}")
        (sha256,) = hashes
        dates.pop(sha256, None)
        if written := published[file].strip():
            dates[sha256] = written
    return dict(sorted(dates.items()))


def with_given_dates(item: RawReport | Unread, dates: Mapping[str, str]) -> RawReport | Unread:
    """A report with its date, if it was given one; this outweighs a file of dates beside it."""
    from onrecord.reading import Unread
    from onrecord.reading.given_dates import with_given

    if isinstance(item, Unread) or item.sha256 not in dates:
        return item
    return with_given(item, dates[item.sha256], OPTION)


def as_meta(dates: Mapping[str, str]) -> dict[str, str]:
    """The dates as the record keeps them."""
    return {KEY: json.dumps(dates, sort_keys=True)} if dates else {}


def _meant(published: Mapping[str, str], inputs: Iterable[RawReport | Unread]) -> dict[str, set[str]]:
    """The hashes of the reports that each name may mean."""
    from onrecord.reading import Unread

    meant: dict[str, set[str]] = {file: set() for file in published}
    if not meant:
        return meant
    wanted = {file: f"/{Path(file).as_posix().removeprefix('./')}" for file in meant}
    for item in inputs:
        if not isinstance(item, Unread):
            where = f"/{Path(item.location).as_posix()}"
            for file, ending in wanted.items():
                if item.name == file or where.endswith(ending):
                    meant[file].add(item.sha256)
    return meant


def _kept(path: Path) -> dict[str, str]:
    from onrecord.record import open_record

    if not path.is_file():
        return {}
    try:
        with open_record(path) as record:
            kept = json.loads(record.meta.get(KEY, "{}"))
    except (RecordError, ValueError):
        return {}  # what lies there is told when the build looks for finished results
    return {str(key): str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}
