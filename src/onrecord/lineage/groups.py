"""Groups: what hangs together by links."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

_T = TypeVar("_T", bound=Hashable)


class Groups(Generic[_T]):
    """A union of things into groups. What was never linked is a group by itself."""

    def __init__(self, links: Iterable[tuple[_T, _T]] = ()) -> None:
        self._parent: dict[_T, _T] = {}
        for one, other in links:
            self.link(one, other)

    def link(self, one: _T, other: _T) -> None:
        """Make the groups of both one."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._parent[second] = first

    def of(self, thing: _T) -> _T:
        """One of the group of ``thing``, the same for all of the group until the next link."""
        parent = self._parent
        top = parent.setdefault(thing, thing)
        while parent[top] != top:
            top = parent[top]
        while parent[thing] != top:
            parent[thing], thing = top, parent[thing]
        return top

    def count(self, things: Iterable[_T]) -> int:
        """In how many groups ``things`` are."""
        return len({self.of(thing) for thing in things})
