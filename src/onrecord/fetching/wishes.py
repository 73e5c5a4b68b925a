"""What the user asked for: addresses, saved feeds, and files with one address a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from onrecord.errors import InputError
from onrecord.fetching.addresses import Address, Refused, address_of
from onrecord.reading.feed_entries import DamagedFeed, NoFeed, read_entries
from onrecord.reading.kinds import kind_of
from onrecord.reading.raw import printable


@dataclass(frozen=True, slots=True)
class Wish:
    """An address to fetch; ``feed`` is the name of the saved feed that it stands in, "" if the user named it."""

    address: Address
    feed: str = ""


def wishes(given: Sequence[str]) -> list[Wish]:
    """What is to be fetched, in the order in which it was given.

    Raises:
        InputError: something is neither a web address nor a file with such.
    """
    found: list[Wish] = []
    for each in given:
        if each.lower().startswith(("http:", "https:")):
            try:
                found.append(Wish(address_of(each)))
            except Refused as error:
                raise InputError(f"Can't fetch {printable(each)}: {error}.") from error
        else:
            found.extend(_in_file(each))
    if not found:
        raise InputError("There is no address to fetch.")
    return found


def _in_file(name: str) -> Iterator[Wish]:
    path = Path(name)
    if not path.is_file():
        raise InputError(
            f"{printable(name)!r} is neither a web address, which begins with http:// or https://, nor a file."
        )
    if kind_of(path.name) == "feed":
        with path.open("rb") as stream:
            try:
                links = [entry.link for entry in read_entries(stream)]
            except (NoFeed, DamagedFeed) as error:
                raise InputError(f"Can't read the feed {printable(name)}: {error}.") from error
        yield from (Wish(address, path.name) for address in addresses_in(links, ""))
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            yield Wish(address_of(line))
        except Refused as error:
            raise InputError(f"Line {number} of {printable(name)} is {error}.") from error


def addresses_in(links: Sequence[str], base: str) -> Iterator[Address]:
    """The web addresses among a feed's links, each once; what is none is passed over."""
    seen: set[str] = set()
    for link in links:
        try:
            address = address_of(urljoin(base, link))
        except (Refused, ValueError):
            continue
        if str(address) not in seen:
            seen.add(str(address))
            yield address
