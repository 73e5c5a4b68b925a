"""Input at addresses that fsspec knows, such as ``s3://``, ``gs://`` or ``hdfs://``, given the libraries for them.

Each file is copied to a temporary folder under its own name and read there by the usual readers; its reports lie at the
address. Files ``published.csv`` beside reports are not looked for at addresses.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.reading import InputFile, RawReport, Unread
from onrecord.reading.kinds import kind_of
from onrecord.reading.raw import printable
from onrecord.scale.places import is_address

Read = Callable[[Sequence[InputFile]], Iterator[RawReport | Unread]]

_STATES = (
    "size",
    "mtime",
    "LastModified",
    "last_modified",
    "modificationTime",
    "updated",
    "ETag",
    "etag",
    "generation",
)


def list_address(address: str) -> list[InputFile]:
    """The files at an address: itself, or, if it is a folder, the reports and archives in it, to the bottom.

    Raises:
        InputError: there is nothing, or it can't be reached.
    """
    import fsspec

    try:
        files, root = fsspec.core.url_to_fs(address)
        several = files.isdir(root)
        paths = sorted(files.find(root)) if several else [root] if files.exists(root) else []
    except Exception as error:  # every file system has errors of its own
        raise InputError(f"can't list {address}: {type(error).__name__}: {error}") from error
    found = []
    for path in paths:
        name = str(path).rpartition("/")[2]
        if not several or (kind_of(name) is not None and not name.startswith(".")):
            found.append(InputFile(printable(name), files.unstrip_protocol(path)))
    if not found:
        raise InputError(f"no report in {address}")
    return found


def state_of(address: str) -> list[str]:
    """What tells that the file at an address is another one by now, as far as its file system says so."""
    import fsspec

    try:
        files, path = fsspec.core.url_to_fs(address)
        info: dict[str, Any] = files.info(path)
    except Exception as error:
        return [type(error).__name__]
    return [f"{name} {info[name]}" for name in _STATES if name in info]


def size_of(address: str) -> int:
    """Bytes; 0 if its file system does not say."""
    import fsspec

    try:
        files, path = fsspec.core.url_to_fs(address)
        return int(files.size(path) or 0)
    except Exception:
        return 0


def read_anywhere(files: Sequence[InputFile], read: Read) -> Iterator[RawReport | Unread]:
    """What ``read`` yields for files that may lie at addresses."""
    here = [file for file in files if not is_address(file.location)]
    yield from read(here)
    for file in files:
        if is_address(file.location):
            yield from _copied(file, read)


def _copied(file: InputFile, read: Read) -> Iterator[RawReport | Unread]:
    import fsspec

    with tempfile.TemporaryDirectory(prefix="onrecord-input-") as folder:
        copy = Path(folder, file.name)
        try:
            source, path = fsspec.core.url_to_fs(file.location)
            source.get_file(path, str(copy))
        except Exception as error:
            yield Unread(file.name, file.location, f"can't be fetched: {type(error).__name__}: {error}"[:200])
            return
        for item in read([InputFile(file.name, str(copy))]):
            yield replace(item, location=item.location.replace(str(copy), file.location, 1))
