"""Web addresses: what they are made of, and which of them may be asked.

A feed, a page and a redirect can name any address. Those of the user's own network are only asked if the user named
them (host and port): otherwise a page on the web could have its reader's printer or database asked.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000
# Everything that may stand in a path or query as it is; the rest is written as %XX.
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(Exception):
    """An address that must not be asked. The message is a reason fit for a table."""


@dataclass(frozen=True, slots=True)
class Address:
    """An ``http`` or ``https`` address; ``target`` is its path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def place(self) -> tuple[str, int]:
        return self.host, self.port

    def __str__(self) -> str:
        return self.origin + self.target


def address_of(url: str) -> Address:
    """The address that ``url`` stands for, without its fragment; characters outside of ASCII are written as in HTTP.

    Raises:
        Refused: it is none of the web, or one with a user's name or password.
    """
    url = re.sub(r"[\t\r\n]", "", url.strip())
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii").lower() if parts.hostname else ""
    except ValueError as error:  # UnicodeError among them
        raise Refused("not a web address") from error
    if parts.scheme not in _PORTS:
        raise Refused("not a web address: it must begin with http:// or https://")
    if not host or not re.fullmatch(r"[a-z0-9._:-]+", host) or len(url) > _LONGEST or port == 0:
        raise Refused("not a web address")
    if "@" in parts.netloc:
        raise Refused("an address with a user's name in it, which is not sent")
    target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_SAFE)
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], target)


def next_address(here: Address, location: str) -> Address:
    """Where a redirect leads. Raises Refused for what is not the web, and for less privacy than before."""
    try:
        there = address_of(urljoin(str(here), location.strip()))
    except ValueError as error:
        raise Refused("leads to what is not a web address") from error
    except Refused as error:
        raise Refused(f"leads to another address that must not be asked: {error}") from error
    if here.scheme == "https" and there.scheme == "http":
        raise Refused("leads from an encrypted to an unencrypted page, which anybody on the way could have changed")
    return there


class Guard:
    """Resolves hosts, and refuses those of the user's own network unless the user named them."""

    def __init__(self, named: Iterable[Address]) -> None:
        self._named = {address.place for address in named}

    def resolve(self, address: Address) -> Sequence[tuple[socket.AddressFamily, tuple[str, int]]]:
        """Where to connect to. The caller must connect to one of these, and not resolve the name again.

        Raises:
            Refused: the host is of the user's own network.
            OSError: there is no such host.
        """
        try:
            found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
        except UnicodeError as error:
            raise Refused("not a web address") from error
        places = [(family, (str(place[0]), int(place[1]))) for family, _, _, _, place in found]
        if address.place not in self._named and not all(is_public(host) for _, (host, _) in places):
            raise Refused("leads into a private network; name that address yourself to have it fetched")
        return places


def is_public(host: str) -> bool:
    """Whether a numerical address is one of the public internet."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast
