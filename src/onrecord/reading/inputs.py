"""Finding reports: files, folders, globs, and the zip files, JSONL files, web archives and feeds that hold them."""

from __future__ import annotations

import glob
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.reading.archives import read_zip
from onrecord.reading.feeds import read_feed
from onrecord.reading.given_dates import SIDECARS, Sidecars
from onrecord.reading.jsonl import read_jsonl
from onrecord.reading.kinds import is_sidecar, kind_of, media_type_of, refusal
from onrecord.reading.raw import DEFAULT_MAX_BYTES, RawReport, Unread, printable, sha256_of, too_large
from onrecord.reading.warc import read_warc

_READERS = {"jsonl": read_jsonl, "warc": read_warc, "feed": read_feed}

PathLike = str | os.PathLike[str]

_LOOKED_FOR = ".txt, .md, .html, .jsonl, .zip, .warc.gz, .rss and .atom"
_BROKEN_LINK = "a link to a file that does not exist"


@dataclass(frozen=True, slots=True, order=True)
class InputFile:
    """A file that was found, not yet opened: its own name, where it lies, and why it can't be read ("" if it can)."""

    name: str
    location: str
    reason: str = ""


def find_reports(
    paths: Iterable[PathLike] | PathLike, *, max_bytes: int = DEFAULT_MAX_BYTES
) -> Iterator[RawReport | Unread]:
    """Every report under ``paths``, in the order of their names, read one at a time.

    A path is a file, a folder (searched to the bottom, hidden files left out), a glob (``reports/**/*.txt``) or a zip
    file. In folders only ``.txt``, ``.text``, ``.md``, ``.html``, ``.htm``, ``.xhtml``, ``.jsonl``, ``.ndjson``,
    ``.zip``, web archives (``.warc``, ``.warc.gz``, ``.wacz``) and feeds (``.rss``, ``.atom``, ``.rdf``, ``.xml``,
    ``.json``) are read; a file that is named itself is read whatever it is called. What can't be read comes as
    ``Unread`` with its reason. A file ``published.csv`` in a report's folder may say when it was published.

    Raises:
        InputError: a path does not exist, a glob matches nothing, or there is no report at all. Raised at once, not
            at the first step of the iteration. A faulty ``published.csv`` raises it when its folder is reached.
    """
    return read_inputs(list_inputs(paths), max_bytes=max_bytes)


def list_inputs(paths: Iterable[PathLike] | PathLike) -> list[InputFile]:
    """The files that ``find_reports`` would read, in its order.

    Raises:
        InputError: as ``find_reports`` raises it.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    found: dict[str, InputFile] = {}
    for path in given:
        for item in _expand(Path(path)):
            found.setdefault(os.path.normpath(Path(item.location).absolute()), item)
    if not found:
        where = ", ".join(printable(os.fspath(path)) for path in given) or "an empty list of paths"
        raise InputError(f"No report in {where}: Onrecord looks there for {_LOOKED_FOR} files.")
    return sorted(found.values())


def read_inputs(files: Iterable[InputFile], *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[RawReport | Unread]:
    """The reports in ``files``, read one at a time; see ``find_reports``."""
    sidecars = Sidecars()
    for item in files:
        if item.reason:
            yield Unread(printable(item.name), printable(item.location), item.reason)
        else:
            for raw in _read_file(Path(item.location), max_bytes):
                yield raw if isinstance(raw, Unread) else sidecars.applied(raw)


def _expand(path: Path) -> Iterator[InputFile]:
    """The files that a path stands for."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            yield InputFile(path.name, str(path), _BROKEN_LINK)
        else:
            yield from _expand_glob(str(path))
    except (OSError, ValueError) as error:
        yield InputFile(path.name, str(path), _why(error))
    else:
        if stat.S_ISDIR(mode):
            yield from _walk(path)
        else:
            yield InputFile(path.name, str(path))


def _expand_glob(pattern: str) -> Iterator[InputFile]:
    shown = printable(pattern)
    if not glob.has_magic(pattern):
        raise InputError(f"There is no file or folder {shown!r}: check the spelling, or give its full path.")
    matches = sorted(map(Path, glob.glob(pattern, recursive=True)))  # noqa: PTH207 - the pattern may be absolute
    if not matches:
        raise InputError(f"Nothing matches {shown!r}: check the folder and the spelling.")
    for match in matches:
        if not match.is_dir():
            yield from _matched(match, any_kind="." in Path(pattern).name)
        elif "**" not in pattern:  # which lists every file by itself
            yield from _walk(match)


def _matched(path: Path, any_kind: bool) -> Iterator[InputFile]:
    """A file that a glob matched: taken like a file in a folder, or of any kind when the glob names a suffix."""
    if is_sidecar(path.name) or path.name in SIDECARS:
        return
    if any_kind or kind_of(path.name) is not None:
        yield InputFile(path.name, str(path))
    elif reason := refusal(path.name):
        yield InputFile(path.name, str(path), reason)


def _walk(folder: Path) -> Iterator[InputFile]:
    """Readable files below a folder. Links are followed, each folder once, so that a loop of links ends."""
    pending, seen = [folder], set[tuple[int, int]]()
    while pending:
        current = pending.pop()
        try:
            status = current.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(current) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield InputFile(current.name, str(current), f"folder {_why(error)}")
            continue
        names = {entry.name for entry in entries}
        for entry in entries:
            if is_sidecar(entry.name, siblings=names):
                continue
            if _is_folder(entry):
                pending.append(Path(entry.path))
            elif kind_of(entry.name) is not None:
                yield InputFile(entry.name, entry.path)
            elif reason := refusal(entry.name):
                yield InputFile(entry.name, entry.path, reason)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _read_file(path: Path, max_bytes: int) -> Iterator[RawReport | Unread]:
    name, location = printable(path.name), printable(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe would make the build wait for ever.
            yield Unread(name, location, "not a regular file")
            return
        kind = kind_of(path.name)
        if kind == "zip":
            yield from read_zip(path, name, location, max_bytes)
        elif reader := _READERS.get(kind or ""):
            with path.open("rb") as stream:
                yield from reader(stream, name, location, max_bytes)
        elif reason := refusal(path.name):
            yield Unread(name, location, reason, _sha256_of_file(path))
        elif status.st_size > max_bytes:
            yield Unread(name, location, too_large(status.st_size, max_bytes), _sha256_of_file(path))
        else:
            data = path.read_bytes()
            media_type = media_type_of(path.name, data)
            yield RawReport(name, location, data, sha256_of(data), media_type, {"file_name": name})
    except OSError as error:
        if isinstance(error, FileNotFoundError) and path.is_symlink():
            yield Unread(name, location, _BROKEN_LINK)
        else:
            yield Unread(name, location, _why(error))


def _sha256_of_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "can't be opened: no permission to read it"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"can't be opened: {reason[:1].lower()}{reason[1:]}"
