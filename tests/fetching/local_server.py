"""A web server on this machine that answers as it is told, honestly or not."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Reply = bytes | Callable[["Request", socket.socket], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What came: the path with its query, and the headers by their names in lower case."""

    path: str
    headers: dict[str, str]


@dataclass(slots=True)
class LocalServer:
    """``pages`` are the replies by path; one that is a function gets the request and the socket to write to.

    ``requests`` are those that came, ``robots.txt`` left out; ``times`` when they did.
    """

    address: str
    pages: dict[str, Reply] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def url(self, path: str) -> str:
        return self.address + path


def answer(
    body: bytes | str = b"",
    status: str = "200 OK",
    content_type: str | None = "text/html; charset=utf-8",
    **fields: str,
) -> bytes:
    """An honest answer. Fields are written as Python names: ``retry_after="5"``; an empty one is left out."""
    body = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": content_type, "Content-Length": str(len(body))}
    named |= {key.replace("_", "-").title(): value for key, value in fields.items()}
    head = "".join(f"{key}: {value}\r\n" for key, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(status=status, location=location)


@contextmanager
def serving() -> Iterator[LocalServer]:
    """A server at work on a free port of 127.0.0.1."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = LocalServer(f"http://127.0.0.1:{listener.getsockname()[1]}")

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_answer, args=(server, connection), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _answer(server: LocalServer, connection: socket.socket) -> None:
    with connection:
        connection.settimeout(10)
        try:
            head = b""
            while b"\r\n\r\n" not in head:
                part = connection.recv(65_536)
                if not part:
                    return
                head += part
            first, *lines = head.decode("latin-1").split("\r\n")
            fields = (line.partition(":") for line in lines if ":" in line)
            request = Request(first.split()[1], {name.strip().lower(): value.strip() for name, _, value in fields})
            if request.path != "/robots.txt":
                server.requests.append(request)
                server.times.append(time.monotonic())
            reply = server.pages.get(request.path, answer(b"nothing here", "404 Not Found"))
            if callable(reply):
                reply(request, connection)
            else:
                connection.sendall(reply)
        except OSError:
            pass  # the one who asked has gone
