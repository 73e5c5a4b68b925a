"""The instruments that news copy cites most, ``instruments.tsv``, and what a user adds to them.

The column ``source`` says where the text of each is printed: a treaty series, an official journal, a law report.
``parts`` are articles that stand for the instrument by themselves where a word of their context is near.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import get_args

from onrecord.actors.tables import Additions, active, listed
from onrecord.domain import Instrument, InstrumentKind
from onrecord.instruments.words import Word, forms_of, words_of

KINDS: dict[str, InstrumentKind] = {kind: kind for kind in get_args(InstrumentKind)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a known instrument: its words as compared, and how they must be written.

    ``exact`` holds the letters of an abbreviation, which must be the same; "" for all others. ``capital`` tells
    whether the name must begin with a capital letter.
    """

    forms: tuple[str, ...]
    instrument: Instrument
    exact: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Part:
    """An article that stands for ``instrument`` where a word of ``context`` is near; each as it is shown and as
    it is compared."""

    label: str
    instrument: Instrument
    context: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class KnownInstruments:
    """The table, ready to be asked."""

    names: dict[str, tuple[Entry, ...]]
    parts: dict[str, tuple[Part, ...]]
    vocabulary: dict[str, frozenset[str]]
    """All words of the names of an instrument, by its id."""

    def longest(self, words: Sequence[Word], at: int) -> Entry | None:
        """The longest name that begins with word number ``at``."""
        for entry in self.names.get(words[at].form, ()):
            end = at + len(entry.forms)
            if end > len(words) or any(
                words[place].form != form or (place > at and not words[place].joined)
                for place, form in enumerate(entry.forms, at)
            ):
                continue
            if entry.exact and words[at].text.replace(".", "") != entry.exact:
                continue
            if entry.capital and not (words[at].capital or words[at].text.isdigit()):
                continue
            return entry
        return None


def known_instruments() -> KnownInstruments:
    """The shipped table with the additions that hold at the moment (``onrecord.actors.using``)."""
    return _known(active())


@lru_cache(maxsize=4)
def _known(additions: Additions) -> KnownInstruments:
    names: dict[str, list[Entry]] = {}
    parts: dict[str, list[Part]] = {}
    vocabulary: dict[str, set[str]] = {}
    for row in _rows(additions):
        instrument = Instrument(row["name"], KINDS[row["kind"]], row["body"], "", row["year"])
        for name in (row["name"], *listed(row["aliases"])):
            for forms in _ways(forms_of(name)):
                entry = Entry(forms, instrument, _abbreviation(name), name[0].isupper())
                names.setdefault(forms[0], []).append(entry)
                vocabulary.setdefault(instrument.id, set()).update(forms)
        for cell in listed(row["parts"]):
            label, _, context = cell.partition(":")
            near = tuple((each.strip(), forms_of(each)) for each in context.split(",") if each.strip())
            parts.setdefault(label.strip().casefold(), []).append(Part(label.strip(), instrument, near))
    return KnownInstruments(
        {first: tuple(sorted(some, key=lambda entry: -len(entry.forms))) for first, some in names.items()},
        {label: tuple(some) for label, some in parts.items()},
        {key: frozenset(forms) for key, forms in vocabulary.items()},
    )


def _ways(forms: tuple[str, ...]) -> set[tuple[str, ...]]:
    """A name in words, and with its plural or singular head, and with the United Nations spelt out or not."""
    ways = {forms}
    if forms[-1] in _NUMBERS:
        ways.add((*forms[:-1], _NUMBERS[forms[-1]]))
    for way in tuple(ways):
        if "un" in way:
            at = way.index("un")
            ways.add((*way[:at], "united", "nations", *way[at + 1 :]))
    return ways


_NUMBERS = {
    one: other
    for singular in ("agreement", "accord", "convention", "treaty", "protocol", "memorandum", "communique")
    for plural in ({"treaty": "treaties", "memorandum": "memoranda"}.get(singular, f"{singular}s"),)
    for one, other in ((singular, plural), (plural, singular))
}


def _abbreviation(name: str) -> str:
    plain = name.replace(".", "")
    return plain if plain.isupper() and plain.isalpha() and len(plain) > 1 else ""


def _rows(additions: Additions) -> list[dict[str, str]]:
    """The shipped rows with those of the user; a row of a name that is there already extends it."""
    rows = {row["name"].casefold(): dict(row) for row in _shipped()}
    for addition in additions.instruments:
        row = rows.setdefault(addition["name"].casefold(), dict.fromkeys(_COLUMNS, "") | {"kind": "treaty"})
        for column, cell in addition.items():
            joined = column in ("aliases", "parts") and row[column]
            row[column] = "; ".join(dict.fromkeys([*listed(row[column]), *listed(cell)])) if joined else cell
    return list(rows.values())


_COLUMNS = ("name", "kind", "body", "year", "aliases", "parts", "source")


@cache
def _shipped() -> tuple[dict[str, str], ...]:
    lines = (files("onrecord.instruments") / "instruments.tsv").read_text(encoding="utf-8").splitlines()
    if tuple(lines[0].split("\t")) != _COLUMNS:
        raise ValueError("instruments.tsv has other columns")
    return tuple(dict(zip(_COLUMNS, line.split("\t"), strict=True)) for line in lines[1:])


def occurs(phrase: tuple[str, ...], words: Sequence[Word]) -> bool:
    """Whether the words of ``phrase`` stand side by side among ``words``."""
    first, length = phrase[0], len(phrase)
    return any(
        word.form == first and tuple(each.form for each in words[at : at + length]) == phrase
        for at, word in enumerate(words)
    )


__all__ = ["KINDS", "Entry", "KnownInstruments", "Part", "known_instruments", "occurs", "words_of"]
