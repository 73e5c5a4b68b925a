"""Cells of flat tables: a string, an integer, a float, a bool, a date or None."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from onrecord.domain import Actor, Span

Cell = str | int | float | bool | date | None
CellType = Literal["text", "integer", "real", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A flat table: its columns in order, with their types, and its rows, which are made from a record."""

    columns: dict[str, CellType]
    rows: Callable[[Any], Iterator[tuple[Cell, ...]]]


def words(span: Span | None) -> str | None:
    """The words of a span on one line."""
    return None if span is None else " ".join(span.text.split())


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """Where a span starts and ends."""
    return (None, None) if span is None else (span.start, span.end)


def places(spans: Iterable[Span]) -> str | None:
    """Where spans start and end, as one string."""
    return " ".join(f"{span.start}:{span.end}" for span in spans) or None


def named(actor: Actor | None) -> tuple[str | None, str | None]:
    """An actor's name, with what tells namesakes apart, and id."""
    return (None, None) if actor is None else (actor.label, actor.id)
