"""Taking stock: which reports there are, which of them are the same, and what each is called in the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from onrecord.building.keys import result_key

if TYPE_CHECKING:
    from onrecord.reading import RawReport, Unread


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A report that was found: its own name, where it lies, the hash of its bytes and the key of its result."""

    name: str
    location: str
    sha256: str
    key: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What was found, each part sorted, so that it does not depend on the order in which it was found.

    ``reports`` are distinct in their bytes: of several files with the same ones the one with the shortest name
    is kept, then the alphabetically first. ``duplicates`` are pairs of a report and the one in ``reports`` that it
    repeats.
    """

    reports: tuple[Found, ...] = ()
    duplicates: tuple[tuple[Found, Found], ...] = ()
    unread: tuple[Unread, ...] = ()


class Located(Protocol):
    """Anything with a name, and a location that ends with it."""

    @property
    def name(self) -> str: ...
    @property
    def location(self) -> str: ...
    @property
    def sha256(self) -> str: ...


def take_stock(inputs: Iterable[RawReport | Unread], engine: str) -> Stock:
    """The stock of ``inputs``; their bytes are not kept."""
    from onrecord.reading import Unread

    found: set[Found] = set()
    unread: set[Unread] = set()
    for item in inputs:
        if isinstance(item, Unread):
            unread.add(item)
        else:
            found.add(Found(item.name, item.location, item.sha256, result_key(item, engine)))
    return stock_of(found, unread)


def stock_of(found: Set[Found], unread: Set[Unread]) -> Stock:
    """The stock of what was found, and of what could not be read."""
    kept: dict[str, Found] = {}
    for report in sorted(found, key=_plainness):
        kept.setdefault(report.sha256, report)
    duplicates = [(report, kept[report.sha256]) for report in sorted(found) if kept[report.sha256] != report]
    rest = tuple(sorted(unread, key=lambda item: (item.name, item.location, item.reason)))
    return Stock(tuple(sorted(kept.values())), tuple(duplicates), rest)


def _plainness(found: Found) -> tuple[int, str, int, str]:
    """The order in which reports with the same bytes are preferred: "x.txt" to "x-copy.txt", near to far folders."""
    return len(found.name), found.name, len(found.location), found.location


def unique_names(items: Sequence[Located]) -> list[str]:
    """A name for each item: its own, and where several share one, as much of the path before it as tells them apart."""
    by_name: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        by_name.setdefault(item.name, []).append(place)
    names = [item.name for item in items]
    for places in by_name.values():
        if len(places) > 1:
            for place, name in zip(places, _tell_apart([items[place] for place in places]), strict=True):
                names[place] = name
    # A lengthened name may be another item's own, and a place may hold two items of one name.
    uses = Counter(names)
    return [
        name if uses[name] == 1 else f"{name} [{item.sha256[:12]}]" for name, item in zip(names, items, strict=True)
    ]


def _tell_apart(namesakes: Sequence[Located]) -> list[str]:
    folders = [_folders(item) for item in namesakes]
    names = [item.name for item in namesakes]
    for depth in range(1, max(map(len, folders)) + 1):
        names = ["/".join([*parts[-depth:], item.name]) for parts, item in zip(folders, namesakes, strict=True)]
        if len(set(names)) == len(names):
            break
    return names


def _folders(item: Located) -> tuple[str, ...]:
    """The names of the folders before the item's name, outermost first."""
    return Path(item.location.removesuffix(item.name)).resolve().parts[1:]
