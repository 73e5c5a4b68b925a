"""Files that are there as a whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.errors import BuildError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A fresh path beside ``path`` to write to; the file there takes the place of ``path`` if the block ends well.

    Whoever reads ``path`` sees the old file or the new one. What a killed process left behind is removed by the next
    writer of the same path. Of two writers at once the first one fails, and the file stays whole.

    Raises:
        BuildError: the folder can't be written, or the disk is full.
    """
    target = Path(os.path.realpath(path))  # the file that a link points to, and not the link, is replaced
    if target.is_dir():
        raise BuildError(f"{path} is a folder; give the name of a file")
    # A digest instead of the name, which may be as long as the system allows already.
    stem = f".onrecord-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]}"
    draft = target.with_name(f"{stem}-{secrets.token_hex(4)}.part")
    try:
        for leftover in target.parent.glob(f"{stem}-*.part*"):  # SQLite keeps a journal beside a draft for a moment
            with suppress(OSError):
                leftover.unlink()
        draft.touch(exist_ok=False)
    except OSError as error:
        raise BuildError(
            f"can't write {path}: {error.strerror or error}; choose a folder that exists and that you may write"
        ) from error
    try:
        yield draft
        _settle(draft, target)
    except OSError as error:
        raise trouble(path, error) from error
    finally:
        for each in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def trouble(path: Path, error: OSError) -> BuildError:
    """What to tell somebody whose file could not be written."""
    if error.errno in _NO_ROOM:
        return BuildError(f"no room left on the disk of {path}; free some and try again (what was there is unharmed)")
    return BuildError(f"can't write {path}: {error.strerror or error}")


def _settle(draft: Path, target: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        shutil.copymode(target, draft)  # a file that was private stays so
    draft.replace(target)
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):  # some file systems can't sync a folder
            folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
