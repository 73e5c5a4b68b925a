"""The bodies that adopt resolutions and give rulings, as they are named before or after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.bodies import all_bodies
from onrecord.actors.tables import Additions, active
from onrecord.instruments.words import Word, forms_of

_LONGEST = 8
_OWN_NAMES = frozenset(
    {"assembly", "chamber", "commission", "congress", "council", "court", "house", "parliament", "senate", "tribunal"}
)
_JOINING = frozenset({"of", "for", "on", "and", "the"})
_ALIASES = {
    "World Court": "International Court of Justice",
    "ICJ": "International Court of Justice",
    "UN court": "International Court of Justice",
    "PCA": "Permanent Court of Arbitration",
    "ICC": "International Criminal Court",
    "ECHR": "European Court of Human Rights",
    "ECtHR": "European Court of Human Rights",
    "ECJ": "European Court of Justice",
    "CJEU": "European Court of Justice",
    "Council of Europe's Parliamentary Assembly": "Parliamentary Assembly of the Council of Europe",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A body that stands at the words ``first:last``."""

    name: str
    first: int
    last: int

    @property
    def is_court(self) -> bool:
        return "Court" in self.name or "Tribunal" in self.name


@lru_cache(maxsize=4)
def _names(additions: Additions) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for body in all_bodies():
        if body.nature == "international":
            for name in (body.name, *body.aliases):
                found.setdefault(forms_of(name), body.name)
    for alias, name in _ALIASES.items():
        found[forms_of(alias)] = name
    return found


def body_before(words: Sequence[Word], end: int) -> Named | None:
    """The body named by the words right before number ``end``: "the UN Security Council", "the Senate's"."""
    last = end
    if last and words[last - 1].owned:
        last -= 1
    low = last
    while low > 0 and last - low < _LONGEST and (low == last or words[low].joined):
        low -= 1
    for first in range(low, last):
        if first > 0 and not words[first - 1].owned and words[first].owned:
            continue
        known = _names(active()).get(tuple(word.form for word in words[first:last]))
        if known is not None and words[first].capital:
            return Named(known, first, end)
    return _own_name(words, last, end)


def body_after(words: Sequence[Word], start: int) -> Named | None:
    """The body named by the words from number ``start`` on, an article aside."""
    first = start + 1 if start < len(words) and words[start].form == "the" else start
    for last in range(min(len(words), first + _LONGEST), first, -1):
        if not all(word.joined for word in words[first + 1 : last]):
            continue
        known = _names(active()).get(tuple(word.form for word in words[first:last]))
        if known is not None and words[first].capital:
            return Named(known, first, last)
    last = first
    while last < len(words) and last - first < _LONGEST and (last == first or words[last].joined):
        if not words[last].capital and words[last].form not in _JOINING:
            break
        last += 1
    while last > first and not (words[last - 1].capital and words[last - 1].form in _OWN_NAMES):
        last -= 1
    return Named(_written(words, first, last), first, last) if last > first else None


def _own_name(words: Sequence[Word], last: int, end: int) -> Named | None:
    """A court, parliament or council by its own capitalised name: "Constitutional Court", "the Senate"."""
    if last == 0 or not words[last - 1].capital or words[last - 1].form not in _OWN_NAMES:
        return None
    first = last - 1
    while first > 0 and last - first < _LONGEST and words[first].joined:
        before = words[first - 1]
        if not (before.capital or before.owned) or before.form in ("the", "a", "an", "in", "on", "under"):
            break
        first -= 1
    return Named(_written(words, first, last), first, end)


def _written(words: Sequence[Word], first: int, last: int) -> str:
    name = " ".join(word.text for word in words[first:last] if not word.owned)
    known = _names(active()).get(forms_of(name))
    return known or name
