"""The files of actors and questions that a build goes by: those given or, if none are, those of the record before.

A record keeps them word for word, so that what people decided is never lost with a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from onrecord.errors import InputError, RecordError

if TYPE_CHECKING:
    from onrecord.actors.actors_file import ActorsFile
    from onrecord.ledger.positions import QuestionsFile

_LARGEST = 50_000_000  # bytes; more is no file that people wrote


@dataclass(frozen=True, slots=True)
class Decided:
    """A file of actors, its name, and whether it comes from the record that is about to be replaced."""

    file: ActorsFile
    name: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class DecidedQuestions:
    """A file of questions, its name, and whether it comes from the record that is about to be replaced."""

    file: QuestionsFile
    name: str = ""
    kept: bool = False


def load_questions(given: Path | None, output: Path) -> DecidedQuestions:
    """The file of questions at ``given``; without one, that which the record at ``output`` holds, if any.

    Raises:
        InputError: the file can't be read, or says what it can't say; the message names the line.
    """
    from onrecord.ledger.positions import NO_QUESTIONS_FILE, read_questions_file

    if given is not None:
        return DecidedQuestions(read_questions_file(_text(given, "questions"), given.name), given.name)
    name, text = _stored(output, "questions_file")
    if not text:
        return DecidedQuestions(NO_QUESTIONS_FILE)
    return DecidedQuestions(read_questions_file(text, name), name, kept=True)


def load_decided(given: Path | None, output: Path) -> Decided:
    """The file at ``given``; without one, the file that the record at ``output`` holds, if any.

    Raises:
        InputError: the file can't be read, or says what it can't say; the message names the line.
    """
    from onrecord.actors.actors_file import NO_ACTORS_FILE, read_actors_file

    if given is not None:
        return Decided(read_actors_file(_text(given, "actors"), given.name), given.name)
    name, text = _stored(output, "actors_file")
    return Decided(read_actors_file(text, name), name, kept=True) if text else Decided(NO_ACTORS_FILE)


def _text(path: Path, of: str) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path} is too large for a file of {of}")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"can't read the file of {of} {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        fault = f"is not UTF-8 text (byte {error.start}); save it as UTF-8"
        raise InputError(f"the file of {of} {path} {fault}") from error


def _stored(output: Path, which: Literal["actors_file", "questions_file"]) -> tuple[str, str]:
    from onrecord.record import open_record

    if not output.is_file():
        return "", ""
    try:
        with open_record(output) as record:
            return (record.actors_file if which == "actors_file" else record.questions_file) or ("", "")
    except RecordError:
        return "", ""  # what lies there is told when the build looks for finished results
