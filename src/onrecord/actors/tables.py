"""The tables that ship with this package, and what a user adds to them: tab-separated, one header line, lists parted by
"; "."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Additions:
    """Rows that a user adds to the tables ``states.tsv``, ``bodies.tsv`` and ``instruments.tsv``, or extends them by.

    A row with the ``code`` (states) or ``name`` of one that ships, or of an earlier one, extends it: lists are joined,
    and what is not empty takes the place of what was there. Equal to itself only, so that what is made from it can be
    kept cheaply.
    """

    states: tuple[Row, ...] = ()
    bodies: tuple[Row, ...] = ()
    instruments: tuple[Row, ...] = ()

    @property
    def digest(self) -> str:
        """Hexadecimal SHA-256 of the rows; "" when there are none."""
        tables = [self.states, self.bodies, *filter(None, [self.instruments])]
        if not any(tables):
            return ""
        rows = [[dict(row) for row in rows] for rows in tables]
        return hashlib.sha256(json.dumps(rows, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


NO_ADDITIONS = Additions()
_active: ContextVar[Additions] = ContextVar("additions", default=NO_ADDITIONS)


def active() -> Additions:
    """The additions that hold at the moment."""
    return _active.get()


@contextmanager
def using(additions: Additions) -> Iterator[None]:
    """Let ``additions`` hold within the block, in this thread."""
    token = _active.set(additions)
    try:
        yield
    finally:
        _active.reset(token)


def read_table(name: str, added: tuple[Row, ...] = (), *, key: str = "name") -> Iterator[dict[str, str]]:
    """The rows of ``name`` as dictionaries of their header's names, with those ``added``; missing cells are empty."""
    rows = {place: dict(row) for place, row in enumerate(_shipped(name))}
    places = {row[value]: place for place, row in rows.items() for value in (key, "name") if row.get(value)}
    for addition in added:
        place = places.get(addition.get(key, ""), places.get(addition.get("name", ""), len(rows)))
        row = rows.setdefault(place, dict.fromkeys(rows[0], ""))
        for column, cell in addition.items():
            row[column] = "; ".join(dict.fromkeys([*listed(row[column]), *listed(cell)])) if column in _LISTS else cell
        places[row[key]] = places[row["name"]] = place
    yield from rows.values()


_LISTS = frozenset({"adjectives", "people", "capitals", "aliases", "related", "heads", "members"})


@cache
def _shipped(name: str) -> tuple[dict[str, str], ...]:
    lines = (files("onrecord.actors") / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    rows = ((line.split("\t") + [""] * len(header))[: len(header)] for line in lines[1:] if line.strip())
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list."""
    return tuple(item for item in (part.strip() for part in cell.split(";")) if item)
