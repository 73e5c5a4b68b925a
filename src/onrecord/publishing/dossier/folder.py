"""Putting a folder in place of another in one step, and never over something that isn't ours."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import BuildError

MARKER = "dossier.json"
"""The file that tells a dossier from any other folder; it lists what else lies beside it."""

_HARMLESS = {".DS_Store", "Thumbs.db", "desktop.ini"}


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new empty folder, which takes the place of ``folder`` when the block ends without an error.

    Until then ``folder`` is as it was; an error or an interruption leaves it so and removes the new folder. One
    that a killed run left beside it is removed by the next run.

    Raises:
        BuildError: ``folder`` holds something that isn't a dossier, or can't be written.
    """
    folder = folder.resolve()
    check_replaceable(folder)
    fresh = folder.with_name(f".{folder.name}.unfinished")
    stale = folder.with_name(f".{folder.name}.replaced")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
    except OSError as error:
        raise BuildError(f"can't write beside {folder}: {error.strerror}; choose another folder with -o") from error
    try:
        yield fresh
        names = sorted(path.name for path in fresh.iterdir())
        marker = {"format": "onrecord dossier", "version": 1, "contents": names}
        (fresh / MARKER).write_text(json.dumps(marker, indent=1) + "\n", encoding="utf-8")
        _swap(fresh, folder, stale)
    except OSError as error:
        raise BuildError(f"can't write the dossier to {folder}: {error.strerror}; what was there is kept") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def check_replaceable(folder: Path) -> None:
    """Raise BuildError unless ``folder`` is missing, empty, or a dossier to which nobody added anything."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise BuildError(f"{folder} is a file; choose a folder with -o")
    found = {path.name for path in folder.iterdir()} - _HARMLESS
    if not found:
        return
    added = found - _contents(folder)
    if MARKER not in found:
        raise BuildError(f"{folder} holds files and is not a dossier; choose a new or empty folder with -o")
    if added:
        raise BuildError(
            f"{folder} is a dossier to which {sorted(added)[0]!r} was added; move that away, or choose another folder"
        )


def _contents(folder: Path) -> set[str]:
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        return {MARKER, *map(str, marker["contents"])} if marker["format"] == "onrecord dossier" else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _swap(fresh: Path, folder: Path, stale: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
        return
    shutil.rmtree(stale, ignore_errors=True)
    folder.rename(stale)
    try:
        fresh.rename(folder)
    except OSError:
        stale.rename(folder)
        raise
    shutil.rmtree(stale, ignore_errors=True)
