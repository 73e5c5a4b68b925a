"""The file of actors that a build goes by: the one given or, if none is, the one that the record was built with before.

A record keeps its file of actors word for word, so that what people decided is never lost with a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, RecordError

if TYPE_CHECKING:
    from onrecord.actors.actors_file import ActorsFile

_LARGEST = 50_000_000  # bytes; more is no file that people wrote


@dataclass(frozen=True, slots=True)
class Decided:
    """A file of actors, its name, and whether it comes from the record that is about to be replaced."""

    file: ActorsFile
    name: str = ""
    kept: bool = False


def load_decided(given: Path | None, output: Path) -> Decided:
    """The file at ``given``; without one, the file that the record at ``output`` holds, if any.

    Raises:
        InputError: the file can't be read, or says what it can't say; the message names the line.
    """
    from onrecord.actors.actors_file import NO_ACTORS_FILE, read_actors_file

    if given is not None:
        return Decided(read_actors_file(_text(given), given.name), given.name)
    name, text = _stored(output)
    return Decided(read_actors_file(text, name), name, kept=True) if text else Decided(NO_ACTORS_FILE)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path} is too large for a file of actors")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"can't read the file of actors {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        fault = f"is not UTF-8 text (byte {error.start}); save it as UTF-8"
        raise InputError(f"the file of actors {path} {fault}") from error


def _stored(output: Path) -> tuple[str, str]:
    from onrecord.record import open_record

    if not output.is_file():
        return "", ""
    try:
        with open_record(output) as record:
            return record.actors_file or ("", "")
    except RecordError:
        return "", ""  # what lies there is told when the build looks for finished results
