"""Folders that several machines see: on a disk that they share, or at any address that fsspec knows (``s3://…``)."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path
from typing import Any


def is_address(where: str) -> bool:
    """Whether it is an address with a scheme, and no path."""
    scheme, mark, _ = where.partition("://")
    return bool(mark) and scheme.replace("+", "").isalnum()


class Place:
    """A folder of small files, each of which is written as a whole or not at all.

    Args:
        where: an absolute path, or an address.
    """

    def __init__(self, where: str) -> None:
        self.where = where
        self._files: Any = None
        if is_address(where):
            import fsspec

            self._files, self._root = fsspec.core.url_to_fs(where)
        else:
            self._root = where

    @property
    def uri(self) -> str:
        """The address by which Spark knows it."""
        if self._files is None:
            return Path(self.where).as_uri()
        scheme, _, rest = self.where.partition("://")
        return f"{'s3a' if scheme == 's3' else scheme}://{rest}"

    def inner(self, name: str) -> Place:
        """A folder in it."""
        return Place(f"{self.where}/{name}")

    def make(self) -> None:
        """See that it is there."""
        if self._files is None:
            Path(self._root).mkdir(parents=True, exist_ok=True)
        else:
            self._files.makedirs(self._root, exist_ok=True)

    def write(self, name: str, data: bytes) -> None:
        """Write a file; one that is there is replaced."""
        if self._files is not None:  # object stores show a file when it is complete
            self._files.pipe_file(f"{self._root}/{name}", data)
            return
        draft = Path(self._root, f".{name}.{uuid.uuid4().hex}.part")
        try:
            draft.write_bytes(data)
            draft.replace(Path(self._root, name))
        finally:
            draft.unlink(missing_ok=True)

    def read(self, name: str) -> bytes | None:
        """What is in a file; None if there is none."""
        try:
            if self._files is None:
                return Path(self._root, name).read_bytes()
            found: bytes = self._files.cat_file(f"{self._root}/{name}")
        except FileNotFoundError:
            return None
        return found

    def names(self, ending: str) -> list[str]:
        """The names of its files that end so, sorted."""
        try:
            if self._files is None:
                found = [path.name for path in Path(self._root).iterdir()]
            else:
                self._files.invalidate_cache()
                found = [str(each).rpartition("/")[2] for each in self._files.ls(self._root, detail=False)]
        except FileNotFoundError:
            return []
        return sorted(name for name in found if name.endswith(ending) and not name.startswith("."))

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        if self._files is None:
            Path(self._root, name).unlink(missing_ok=True)
        elif self._files.exists(f"{self._root}/{name}"):
            self._files.rm_file(f"{self._root}/{name}")

    def clear(self) -> None:
        """Take it away with all that is in it."""
        if self._files is None:
            shutil.rmtree(self._root, ignore_errors=True)
        elif self._files.exists(self._root):
            self._files.rm(self._root, recursive=True)
