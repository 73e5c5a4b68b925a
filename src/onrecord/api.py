"""The two functions that make and open a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from os import PathLike
from pathlib import Path

from onrecord.building import Progress
from onrecord.building import build as run_build
from onrecord.record import Record, open_record

AnyPath = str | PathLike[str]


def build(
    paths: AnyPath | Iterable[AnyPath],
    output: AnyPath,
    *,
    workers: int | None = None,
    actors: AnyPath | None = None,
    questions: AnyPath | None = None,
    published: Mapping[str, date | str] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Record:
    """Build a record from reports and open it.

    Args:
        paths: files, folders, globs or zip files of reports, or one of these.
        output: the record file; replaced as a whole when the build succeeds.
        workers: processes to use; when None, as many as there are cores and memory for. The record is the same.
        actors: a YAML file with states and bodies to add, and decisions on who is who. Without one, those hold that the
            record at ``output`` was built with before.
        questions: a YAML file that names, merges, splits and drops questions; kept in the same way.
        published: when reports were published, by their names or paths: a date, or "2008-02-17", "2008-02", "2008" or
            "2008-02-13/2008-02-19". It outweighs whatever else is known; later builds of the record keep to it.
        on_progress: called as the work goes on.

    Raises:
        InputError: a path leads nowhere, a file of actors or questions is faulty, or ``published`` names what is not
            there.
        BuildError: the record can't be written. What was finished is kept; build again to go on.
    """
    chosen = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    given = None if actors is None else Path(actors)
    dates = {name: str(value) for name, value in (published or {}).items()}
    run_build(
        [Path(path) for path in chosen],
        Path(output),
        workers=workers,
        actors=given,
        questions=None if questions is None else Path(questions),
        published=dates,
        on_progress=on_progress,
    )
    return open_record(Path(output))


def open(path: AnyPath) -> Record:
    """Open a record for reading. Raises RecordError, with advice, when it is missing, damaged or not a record."""
    return open_record(Path(path))
