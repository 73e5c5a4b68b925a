"""Servers that mean harm, or are merely broken: nothing they do takes more than it is allowed."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fetching_fakes import Fetched
from local_server import LocalServer, Request, answer, redirect, serving

from onrecord.reading import parse

Run = Callable[..., Fetched]

TEXT = "<p>" + "The harbour commission will not raise its fees before the autumn, its chairwoman said. " * 3 + "</p>"
PAGE = f"<html><body><article><h1>Fees stay</h1>{TEXT}</article></body></html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def dripping(beginning: bytes, drop: bytes) -> Callable[[Request, socket.socket], None]:
    """Sends a beginning, then a drop every now and then, for ever."""

    def reply(_: Request, connection: socket.socket) -> None:
        connection.sendall(beginning)
        while True:
            connection.sendall(drop)
            time.sleep(0.05)

    return reply


def pouring(beginning: bytes, part: bytes) -> Callable[[Request, socket.socket], None]:
    """Sends a beginning, then as much as is taken, for ever."""

    def reply(_: Request, connection: socket.socket) -> None:
        connection.sendall(beginning)
        while True:
            connection.sendall(part)

    return reply


@pytest.mark.parametrize(
    "reply",
    [
        pouring(HEAD + b"\r\n<p>", b"endless " * 10_000),
        pouring(HEAD + b"Content-Length: 99999999999\r\n\r\n", b"endless " * 10_000),
        pouring(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"8\r\nendless \r\n" * 5_000),
        pouring(b"HTTP/1.1 200 OK\r\n", b"X-Long: " + b"x" * 60_000 + b"\r\n"),
        pouring(b"HTTP/1.1 200 OK", b"k" * 10_000),
        pouring(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000),
    ],
)
def test_an_answer_without_end_is_ended(server: LocalServer, run: Run, reply: object) -> None:
    server.pages |= {"/x": reply, "/good": answer(PAGE)}  # type: ignore[dict-item]
    began = time.monotonic()
    done = run("/x", "/good", max_bytes=1_000_000, retries=0)
    assert time.monotonic() - began < 4
    assert done.urls == ["/good"]
    assert list(done.reasons) == ["x"]


@pytest.mark.parametrize(
    "reply",
    [
        dripping(HEAD + b"\r\n", b"."),
        dripping(b"", b"H"),
        dripping(b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        dripping(HEAD + b"Content-Length: 1000\r\n\r\n", b"."),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_a_slow_drip_is_given_no_more_time_than_any_answer(server: LocalServer, run: Run, reply: object) -> None:
    server.pages["/x"] = reply  # type: ignore[assignment]
    began = time.monotonic()
    done = run("/x", timeout=0.5, retries=0)
    assert time.monotonic() - began < 3
    assert done.reasons["x"] in ("the server was too slow", "the answer was not HTTP", "the answer was cut off")


def test_a_server_that_says_nothing(server: LocalServer, run: Run) -> None:
    server.pages["/x"] = lambda _, __: time.sleep(2)
    assert run("/x", timeout=0.3, retries=0).reasons == {"x": "the server was too slow"}


def bomb(packer: zlib._Compress, size: int) -> bytes:
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(size)) + packer.flush()


@pytest.mark.parametrize(("encoding", "window"), [("gzip", 31), ("deflate", 15), ("deflate", -15)])
def test_a_bomb_does_not_go_off(server: LocalServer, run: Run, encoding: str, window: int) -> None:
    packed = bomb(zlib.compressobj(9, wbits=window), 60)
    server.pages["/x"] = answer(packed, content_encoding=encoding)
    done = run("/x", max_bytes=1_000_000)
    assert done.reasons["x"].startswith("larger than")
    assert done.reports == []


def test_a_bomb_in_a_feed(server: LocalServer, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.fetching.visit.MAX_FEED_BYTES", 5_000_000)
    packer = zlib.compressobj(9, wbits=31)
    packed = packer.compress(b"<rss><channel>") + bomb(packer, 20)
    server.pages["/feed"] = answer(packed, content_type="application/rss+xml", content_encoding="gzip")
    assert run("/feed").reasons["feed"].startswith("larger than")


@pytest.mark.parametrize(
    "reply",
    [
        HEAD + b"Content-Length: 5000\r\n\r\n" + PAGE.encode(),
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n40\r\n" + PAGE.encode()[:64] + b"\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE.encode(),
        answer(gzip.compress(PAGE.encode())[:-20], content_encoding="gzip"),
    ],
)
def test_a_page_that_was_cut_off_is_not_kept(server: LocalServer, run: Run, reply: bytes) -> None:
    server.pages["/x"] = reply
    done = run("/x")
    assert "cut off" in done.reasons["x"]
    assert not done.summary.unfetched[0].is_final
    assert len(server.requests) == 3  # it is tried again


def test_a_page_ends_where_it_said_that_it_would(server: LocalServer, run: Run) -> None:
    server.pages["/x"] = (
        HEAD + f"Content-Length: {len(PAGE)}\r\n\r\n{PAGE}".encode() + b"HTTP/1.1 200 OK\r\n\r\nsmuggled"
    )
    (raw,) = run("/x").reports
    assert raw.data == PAGE.encode()


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "must begin with http"),
        ("ftp://127.0.0.1/x", "must begin with http"),
        ("javascript:alert(1)", "must begin with http"),
        ("data:text/html,hello", "must begin with http"),
        ("http://user:secret@127.0.0.1/", "a user's name"),
        ("http://[::1/", "not a web address"),
        ("http://10.0.0.1/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("http://localhost/", "private network"),
        ("http://127.0.0.1:1/", "private network"),
        ("http://2130706433/", "private network"),
        ("http://[::ffff:127.0.0.1]/", "private network"),
        ("http://[::1]/", "private network"),
        ("http://0.0.0.0/", "private network"),
        ("//10.0.0.1/x", "private network"),
    ],
)
def test_a_redirect_to_where_nobody_pointed_is_not_followed(
    server: LocalServer, run: Run, location: str, why: str
) -> None:
    server.pages["/x"] = redirect(location)
    assert why in run("/x").reasons["x"]
    assert server.paths == ["/x"]


def test_a_feed_cannot_have_other_services_of_this_machine_asked(server: LocalServer, run: Run) -> None:
    with serving() as secret:
        secret.pages["/x"] = answer(PAGE)
        links = f"<item><link>{secret.url('/x')}</link></item><item><link>file:///etc/passwd</link></item>"
        server.pages["/feed"] = answer(f"<rss><channel>{links}</channel></rss>", content_type="text/xml")
        done = run("/feed")
        assert secret.requests == []
        assert list(done.reasons.values()) == [
            "leads into a private network; name that address yourself to have it fetched"
        ]
        assert run(secret.url("/x")).urls == ["/x"]  # the user may


def test_redirects_in_a_circle_and_without_end(server: LocalServer, run: Run) -> None:
    server.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    server.pages |= {f"/n{n}": redirect(f"/n{n + 1}") for n in range(100)}
    done = run("/a", "/n0")
    assert set(done.reasons.values()) == {"its redirects lead in a circle, or to no end"}
    assert len(server.requests) < 15


@pytest.mark.parametrize(
    ("content_type", "body", "why"),
    [
        ("application/pdf", b"%PDF-1.7", "not a page but application/pdf"),
        ("image/png", b"\x89PNG", "not a page but image/png"),
        ("application/json", b'{"a": 1}', "not a page but application/json"),
        ("text/html", b"  \n", "an empty page"),
        ("video/\x1b[2J", b"x", "not a page but video/"),
    ],
)
def test_what_is_no_page_is_not_kept(server: LocalServer, run: Run, content_type: str, body: bytes, why: str) -> None:
    server.pages["/x"] = answer(body, content_type=content_type)
    done = run("/x")
    assert done.reasons["x"].startswith(why)
    assert done.reports == []


def test_what_is_no_page_is_not_even_read(server: LocalServer, run: Run) -> None:
    server.pages["/x"] = pouring(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", b"x" * 100_000)
    assert run("/x").reasons == {"x": "not a page but video/mp4"}


def test_a_feed_within_a_feed_is_not_followed(server: LocalServer, run: Run) -> None:
    inner = "<rss><channel><item><link>/page</link></item></channel></rss>"
    server.pages["/feed"] = answer(
        "<rss><channel><item><link>/inner</link></item></channel></rss>", content_type="text/xml"
    )
    server.pages |= {"/inner": answer(inner, content_type="application/rss+xml"), "/page": answer(PAGE)}
    assert "not a page but a feed" in run("/feed").reasons["inner"]
    assert run("/inner").urls == ["/page"]


def test_a_page_in_another_encoding_than_it_says(server: LocalServer, run: Run) -> None:
    text = "Портовая комиссия не повысит сборы до осени, сообщила её глава во вторник."
    body = f"<html><body><article><p>{text}</p></article></body></html>"
    server.pages["/x"] = answer(body.encode("windows-1251"), content_type="text/html; charset=utf-8")
    server.pages["/y"] = answer(body.encode("windows-1251"), content_type="text/html; charset=windows-1251")
    for raw in run("/x", "/y").reports:
        assert "Портовая комиссия" in parse(raw).text


def test_a_feed_of_a_hundred_thousand_entries_is_followed_as_far_as_the_limit(server: LocalServer, run: Run) -> None:
    items = "".join(f"<item><link>/p{n}</link></item>" for n in range(100_000))
    server.pages["/feed"] = answer(f"<rss><channel>{items}</channel></rss>", content_type="application/rss+xml")
    server.pages |= {f"/p{n}": answer(PAGE.replace("stay", f"stay {n}")) for n in range(3)}
    done = run("/feed", limit=3)
    assert done.urls == ["/p0", "/p1", "/p2"]
    assert done.summary.waiting == 9_997
    assert done.reasons == {"feed": "only its first 10,000 entries were taken"}


@pytest.mark.parametrize(
    "reply",
    [b"", b"hello\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\x16\x03\x01\x00", b"HTTP/1.1 200 OK\r\nbroken\r\n\r\n<p>x"],
)
def test_what_is_not_http(server: LocalServer, run: Run, reply: bytes) -> None:
    server.pages |= {"/x": reply, "/good": answer(PAGE)}
    assert "/good" in run("/x", "/good", retries=0).urls


def test_no_server_at_all_and_no_encryption(server: LocalServer, run: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    done = run(closed, server.url("/").replace("http:", "https:"), retries=0, timeout=1.0)
    assert [row.is_final for row in done.summary.unfetched] == [False, False]
    assert "connection refused" in done.summary.unfetched[0].reason
    assert server.requests == []


def test_headers_that_would_break_an_archive_do_not(server: LocalServer, run: Run) -> None:
    server.pages["/x"] = answer(PAGE, x_odd="caf\u00e9 \x0b WARC/1.1", etag='"a\x00b"')
    server.pages["/y"] = answer(PAGE + " ", status="200 OK\rX: y\x0bWARC/1.1")
    assert run("/x", "/y").urls == ["/x", "/y"]
