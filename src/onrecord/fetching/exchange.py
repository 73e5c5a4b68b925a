"""One request and its answer. Time and size are limited as a whole, whatever the server does."""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from onrecord.fetching.addresses import Address, Guard

_ROOM_FOR_HEADERS = 300_000
_CONNECT = 20.0  # seconds
_SILENCE = 30.0  # seconds without a byte
_CHUNK = 65_536


class Failed(Exception):
    """There is no answer, or only a part of it. The message is a reason fit for a table."""


class TooLarge(Exception):
    """The answer is larger than it may be."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Args:
        headers: as they came, in their order.
        body: as it was sent, but for chunks, which are joined; b"" if it was not wanted.
        request: the bytes that were sent.
        ip: the numerical address that they were sent to.
    """

    address: Address
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    request: bytes = field(repr=False)
    ip: str = ""

    def header(self, name: str) -> str:
        """The last header of this name, "" if there is none."""
        values = [value for key, value in self.headers if key.lower() == name]
        return values[-1].strip() if values else ""


Wanted = Callable[[int, Mapping[str, str]], int]
"""Decides by status and headers (names in lower case) how many bytes of the body are wanted. 0: none."""


def exchange(
    address: Address, fields: Sequence[tuple[str, str]], guard: Guard, timeout: float, wanted: Wanted
) -> Answer:
    """Ask for an address and read the answer. No redirect is followed.

    Args:
        fields: headers to send besides ``Host`` and ``Connection``.
        timeout: seconds for all of it, but for the look-up of the host's name.
        wanted: how much of the answer's body to read.

    Raises:
        Refused: the address must not be asked.
        Failed: there is no whole answer.
        TooLarge: the body has more bytes than are wanted.
    """
    deadline = time.monotonic() + timeout
    try:
        with _connected(address, guard, deadline) as sock:
            lines = [f"GET {address.target} HTTP/1.1", f"Host: {address.authority}"]
            lines += [f"{name}: {_one_line(value)}" for name, value in fields]
            request = "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1", "replace")
            sock.sendall(request)
            return _read_answer(sock, address, request, deadline, wanted)
    except TimeoutError as error:
        raise Failed("the server was too slow") from error
    except http.client.HTTPException as error:
        cut = isinstance(error, http.client.IncompleteRead)
        raise Failed("the answer was cut off" if cut else "the answer was not HTTP") from error
    except socket.gaierror as error:
        raise Failed("there is no such host, or no connection to the internet") from error
    except ssl.SSLCertVerificationError as error:
        raise Failed(f"its certificate is not valid: {_one_line(error.verify_message)}") from error
    except ssl.SSLError as error:
        raise Failed("no encrypted connection could be made") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "the connection broke"
        raise Failed(f"no connection: {why[:1].lower()}{why[1:]}") from error


@contextlib.contextmanager
def _connected(address: Address, guard: Guard, deadline: float) -> Iterator[socket.socket]:
    """A connection to the very address that was checked, so that a name can't lead somewhere else meanwhile."""
    places = guard.resolve(address)
    for number, (family, place) in enumerate(places, start=1):
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(max(0.01, min(_CONNECT, deadline - time.monotonic())))
            sock.connect(place)
            break
        except OSError:
            sock.close()
            if number == len(places):
                raise
    try:
        if address.scheme == "https":
            sock = _tls().wrap_socket(sock, server_hostname=address.host)
        yield sock
    finally:
        sock.close()


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    import certifi

    # Python's own idea of where certificates are is wrong on some machines; those of the system count as well.
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _read_answer(sock: socket.socket, address: Address, request: bytes, deadline: float, wanted: Wanted) -> Answer:
    source = _Limited(sock, deadline)
    response = http.client.HTTPResponse(source, method="GET")  # type: ignore[arg-type]
    response.begin()
    headers = tuple((name, _one_line(value)) for name, value in response.headers.items())
    limit = wanted(response.status, {name.lower(): value for name, value in headers})
    source.left = limit + _ROOM_FOR_HEADERS
    parts, size = [], 0
    while limit and (part := response.read1(_CHUNK)):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise TooLarge
    if limit and response.length:  # bytes that were announced and did not come
        raise http.client.IncompleteRead(b"")
    ip = sock.getpeername()[0]
    return Answer(address, response.status, _one_line(response.reason), headers, b"".join(parts), request, ip)


class _Limited(io.RawIOBase):
    """What ``http.client`` takes for a socket: bytes until the deadline, and no more than ``left`` of them."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline
        self.left = _ROOM_FOR_HEADERS

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self, _CHUNK)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._sock.settimeout(min(left, _SILENCE))
        count = self._sock.recv_into(buffer)
        self.left -= count
        if self.left < 0:
            raise TooLarge
        return count


def _one_line(value: str) -> str:
    return " ".join(value.split())
