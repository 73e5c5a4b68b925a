"""What the dossier needs of a record. ``onrecord.record.Record`` is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from onrecord.domain import Actor, Report


class Unread(Protocol):
    """A file that was quarantined, and why."""

    @property
    def name(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def sha256(self) -> str | None: ...


class Duplicate(Protocol):
    """A file with the bytes of a report that is in the record."""

    @property
    def name(self) -> str: ...
    @property
    def sha256(self) -> str: ...


class Source(Protocol):
    """A record, read in passes: ``reports`` is called more than once and must give the same each time."""

    def reports(self) -> Iterable[Report]: ...
    def actors(self) -> Iterable[Actor]: ...
    def unread(self) -> Iterable[Unread]: ...
    def duplicates(self) -> Iterable[Duplicate]: ...
    @property
    def meta(self) -> Mapping[str, str]: ...
