"""Fetching as a whole: what is asked for, what is kept, and what the next run does."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from fetching_fakes import FakeClock, Fetched
from local_server import LocalServer, Reply, Request, answer, redirect, serving

from onrecord.errors import FetchError, InputError
from onrecord.fetching import FetchInterrupted, Progress, Settings, fetch
from onrecord.fetching.state import NAME, State
from onrecord.reading import parse

Run = Callable[..., Fetched]

TEXT = "The harbour commission will not raise its fees before the autumn, its chairwoman said on Tuesday. " * 3


def page(title: str) -> str:
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{TEXT}</p></article></body></html>"
    )


def feed(*links: str) -> str:
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    return f"<rss version='2.0'><channel><title>Lake Wire</title>{items}</channel></rss>"


@pytest.fixture
def lake(server: LocalServer) -> LocalServer:
    """A feed with three reports."""
    server.pages |= {f"/{name}": answer(page(name)) for name in ("one", "two", "three")}
    server.pages["/feed"] = answer(
        feed("/one", server.url("/two"), "three#comments"), content_type="text/xml", etag='"7"'
    )
    return server


def test_the_pages_of_a_feed_are_kept_with_their_addresses_and_can_be_built(lake: LocalServer, run: Run) -> None:
    done = run("/feed")
    assert done.urls == ["/one", "/two", "/three"]
    assert [parse(raw).title for raw in done.reports] == ["one", "two", "three"]
    assert [raw.name.split("/")[0] for raw in done.reports] == [
        f"fetched-0001.warc.gz#{n} 127.0.0.1" for n in (4, 6, 8)
    ]
    assert (done.summary.kept, done.summary.feeds, done.summary.unfetched) == (3, 1, ())


def test_a_second_run_asks_only_for_what_is_new(lake: LocalServer, run: Run) -> None:
    first = run("/feed")
    lake.pages["/four"] = answer(page("four"))
    lake.pages["/feed"] = answer(feed("/four", "/one"), content_type="application/rss+xml", etag='"8"')
    lake.requests.clear()
    second = run("/feed")
    assert lake.paths == ["/feed", "/four"]
    assert lake.requests[0].headers["if-none-match"] == '"7"'
    assert second.urls == ["/one", "/two", "/three", "/four"]
    assert [raw.name for raw in second.reports][:3] == [raw.name for raw in first.reports]
    assert (second.summary.kept, second.summary.there) == (1, 3)


def test_a_feed_that_has_not_changed_still_leads_to_what_was_not_had(lake: LocalServer, run: Run) -> None:
    lake.pages["/two"] = answer(status="503 Service Unavailable")
    first = run("/feed")
    assert first.reasons == {"two": "the server answered 503 (service unavailable)"}

    def unchanged(request: Request, connection: object) -> None:
        assert request.headers["if-none-match"] == '"7"'
        connection.sendall(answer(status="304 Not Modified"))  # type: ignore[attr-defined]

    lake.pages |= {"/two": answer(page("two")), "/feed": unchanged}
    lake.requests.clear()
    assert run("/feed").urls == ["/one", "/three", "/two"]
    assert lake.paths == ["/feed", "/two"]


def test_pages_that_are_gone_are_not_asked_for_again(lake: LocalServer, run: Run) -> None:
    del lake.pages["/two"]
    assert run("/feed").reasons == {"two": "the server answered 404 (not found)"}
    lake.requests.clear()
    assert run("/feed").reasons == {}
    assert lake.paths == ["/feed"]


def test_again_keeps_what_has_changed_and_nothing_else(lake: LocalServer, run: Run) -> None:
    run("/feed")
    lake.pages["/two"] = answer(page("two, corrected"))
    done = run("/feed", again=True)
    assert (done.summary.kept, done.summary.unchanged) == (1, 2)
    assert [parse(raw).title for raw in done.reports] == ["one", "two", "three", "two, corrected"]


def test_the_limit_leaves_the_rest_for_the_next_run(lake: LocalServer, run: Run) -> None:
    assert run("/feed", limit=2).summary.waiting == 1
    assert run("/feed", limit=2).urls == ["/one", "/two", "/three"]


def test_a_page_is_fetched_by_its_own_address(lake: LocalServer, run: Run) -> None:
    assert run("/two").urls == ["/two"]
    assert run("/two").summary.there == 1
    assert lake.paths == ["/two"]


def test_a_page_that_announces_a_feed_is_a_hint(lake: LocalServer, run: Run) -> None:
    links = (
        "<link rel=alternate type='application/rss+xml' href='/feed'>"
        '<LINK href="comments/feed?a=1&amp;b=2" type="application/rss+xml"><link rel=stylesheet href=x.css>'
        '<link type="application/atom+xml" href="/atom?a=1&amp;b=2"><link type="application/rss+xml" href="file:///x">'
    )
    lake.pages["/front"] = answer(page("front").replace("</head>", links + "</head>"))
    run("/feed")
    assert run("/front").summary.announced == (lake.url("/atom?a=1&b=2"),)  # /feed is known already


def test_addresses_from_files(lake: LocalServer, run: Run, tmp_path: Path) -> None:
    listed, saved = tmp_path / "list.txt", tmp_path / "saved.rss"
    listed.write_text(f"# mine\n{lake.url('/one')}\n\n{lake.url('/two')}\n")
    assert run(str(listed)).urls == ["/one", "/two"]
    saved.write_text(feed(lake.url("/three"), "javascript:alert(1)"))
    assert run(str(saved), str(listed)).urls == ["/one", "/two", "/three"]


@pytest.mark.parametrize(
    "given",
    ["ftp://lakewire.example/x", "nowhere.txt", "http://", "http://user:secret@lakewire.example/", "http://a b/"],
)
def test_what_is_no_address_is_an_error_before_anything_is_fetched(
    lake: LocalServer, run: Run, given: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError):
        run("/one", given)
    assert lake.paths == []
    with pytest.raises(InputError):
        fetch([], tmp_path / "out")


def test_what_redirects_is_kept_with_where_it_leads_and_once(lake: LocalServer, run: Run) -> None:
    lake.pages |= {"/a": redirect("/b", "301 Moved Permanently"), "/b": redirect("one"), "/c": redirect("/one")}
    done = run("/a", "/c")
    assert done.urls == ["/one"]
    assert lake.paths.count("/one") == 1
    assert run("/a", "/c", "/one").summary.there == 3


def test_the_entries_of_many_hosts_take_turns(clock: FakeClock, tmp_path: Path) -> None:
    with serving() as first, serving() as second:
        for host in (first, second):
            host.pages |= {f"/{n}": answer(page(str(n))) for n in range(3)}
        # One name with two ports would be one host.
        other = second.address.replace("127.0.0.1", "localhost")
        urls = [f"{host}/{n}" for host in (first.address, other) for n in range(3)]
        assert fetch(urls, tmp_path, Settings(delay=2.0), clock=clock).kept == 6
    assert clock.passed == pytest.approx(4.0)


def test_the_delay_is_kept_and_robots_may_ask_for_more(lake: LocalServer, run: Run, clock: FakeClock) -> None:
    lake.pages["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 7", content_type="text/plain")
    run("/feed", delay=2.0)
    assert clock.slept == [7.0, 7.0, 7.0]


def test_who_asks_says_so(lake: LocalServer, run: Run) -> None:
    run("/one", contact="desk@lakewire.example\r\nX-Evil")
    (request,) = lake.requests
    assert request.headers["user-agent"].startswith("onrecord/")
    assert "mailto:desk@lakewire.example" in request.headers["user-agent"]
    assert "x-evil" not in request.headers


def test_robots_are_obeyed_and_asked_for_once(lake: LocalServer, run: Run) -> None:
    lake.pages["/robots.txt"] = answer(
        "User-agent: *\nDisallow: /\nUser-agent: onrecord\nDisallow: /*two$\nAllow: /", content_type="text/plain"
    )
    done = run("/feed")
    assert done.urls == ["/one", "/three"]
    assert done.reasons == {"two": "the site's robots.txt asks not to fetch it"}
    assert "/two" not in lake.paths


@pytest.mark.parametrize(
    ("reply", "is_asked"),
    [
        (answer(status="404 Not Found"), True),
        (answer(status="403 Forbidden"), True),
        (answer(status="500 Internal Server Error"), False),
        (answer(status="429 Too Many Requests"), False),
        (redirect("/other-robots"), False),
        (redirect("/robots.txt"), True),
        (
            answer(gzip.compress(b"User-agent: *\nDisallow: /"), content_type="text/plain", content_encoding="gzip"),
            False,
        ),
        (answer(b"\xff\xfe\x00 nonsense", content_type="text/plain"), True),
        (b"not HTTP at all\r\n\r\n", False),
    ],
)
def test_robots_that_are_not_there_forbid_nothing_and_those_that_fail_forbid_all(
    lake: LocalServer, run: Run, reply: bytes, is_asked: bool
) -> None:
    lake.pages |= {"/robots.txt": reply, "/other-robots": answer("User-agent: *\nDisallow: /")}
    run("/one")
    assert ("/one" in lake.paths) == is_asked


def test_a_run_that_is_interrupted_loses_nothing(lake: LocalServer, run: Run, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.kept == 2:
            raise KeyboardInterrupt

    with pytest.raises(FetchInterrupted) as interruption:
        fetch(lake.url("/feed"), tmp_path / "out", Settings(delay=0), on_progress=stop)
    assert interruption.value.kept == 2
    lake.requests.clear()
    assert run("/feed").urls == ["/one", "/two", "/three"]
    assert lake.paths == ["/feed", "/three"]


@pytest.mark.parametrize("written", [1, 100, 700])
def test_what_a_killed_run_left_half_written_is_cut_off(
    lake: LocalServer, run: Run, tmp_path: Path, written: int
) -> None:
    whole = run("/one", "/two")
    archive = tmp_path / "out" / whole.summary.archives[0]
    left = gzip.compress(b"WARC/1.1\r\n" * 1000)[:written]
    archive.write_bytes(archive.read_bytes() + left)
    assert run("/one").urls == ["/one", "/two"]  # though there is nothing to write
    archive.write_bytes(archive.read_bytes() + left)
    assert run("/three").urls == ["/one", "/two", "/three"]


def test_an_archive_that_lost_its_end_is_left_alone_and_another_one_begun(
    lake: LocalServer, run: Run, tmp_path: Path
) -> None:
    archive = tmp_path / "out" / run("/one", "/two").summary.archives[0]
    archive.write_bytes(archive.read_bytes()[:-2])
    with pytest.raises(AssertionError, match="cut off"):  # which a build would tell
        run("/three")
    assert len(list(archive.parent.glob("*.warc.gz"))) == 2
    archive.unlink()
    done = run("/one")
    assert (done.urls, done.summary.lost) == (["/three"], (archive.name,))


def test_archives_do_not_grow_for_ever(lake: LocalServer, tmp_path: Path) -> None:
    summary = fetch(lake.url("/feed"), tmp_path, Settings(delay=0), largest_archive=1_500)
    assert summary.archives == ("fetched-0001.warc.gz", "fetched-0002.warc.gz")
    assert gzip.decompress((tmp_path / "fetched-0002.warc.gz").read_bytes()).startswith(
        b"WARC/1.1\r\nWARC-Type: warcinfo"
    )


def test_two_runs_in_one_folder_are_refused(lake: LocalServer, run: Run, tmp_path: Path) -> None:
    run("/one")
    other = State(tmp_path / "out")
    with pytest.raises(FetchError, match="another fetch is at work"):
        run("/two")
    other.close()
    assert run("/two").urls == ["/one", "/two"]


def test_a_folder_that_cannot_be_used_is_an_error_with_advice(lake: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FetchError, match="choose another"):
        fetch(lake.url("/one"), tmp_path / "file")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / NAME).write_text("not a database" * 100)
    with pytest.raises(FetchError, match="move that file away"):
        fetch(lake.url("/one"), tmp_path / "out")


def test_a_full_disk_ends_the_run_and_what_was_kept_stays(
    lake: LocalServer, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("/one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(FetchError, match="No space left"):
            run("/two")
    assert run("/two").urls == ["/one", "/two"]


def test_the_archives_are_as_others_write_them(lake: LocalServer, run: Run, tmp_path: Path) -> None:
    warcio = pytest.importorskip("warcio.archiveiterator")
    lake.pages["/four"] = answer(gzip.compress(page("four").encode()), content_encoding="gzip")
    archive = tmp_path / "out" / run("/feed", "/four").summary.archives[0]
    kinds, texts = [], []
    with archive.open("rb") as stream:
        iterator = warcio.ArchiveIterator(stream, check_digests="raise")
        for record in iterator:
            kinds.append(record.rec_type)
            body = record.content_stream().read()
            if record.rec_type == "response" and b"<article>" in body:
                texts.append(body.decode())
    assert kinds == ["warcinfo"] + ["response", "request"] * 5
    assert texts == [page(name) for name in ("four", "one", "two", "three")]


def test_an_archive_gives_the_same_reports_every_time(lake: LocalServer, run: Run) -> None:
    first, again = run("/feed"), run("/feed")
    assert [(raw.name, raw.sha256, raw.metadata) for raw in first.reports] == [
        (raw.name, raw.sha256, raw.metadata) for raw in again.reports
    ]


def test_a_lost_state_costs_a_second_request_and_no_report(lake: LocalServer, run: Run, tmp_path: Path) -> None:
    before = run("/one")
    (tmp_path / "out" / NAME).unlink()
    after = run("/one")
    assert [raw.sha256 for raw in after.reports] == [raw.sha256 for raw in before.reports] * 2


def test_a_state_from_elsewhere_is_not_trusted_with_its_archives(run: Run, lake: LocalServer, tmp_path: Path) -> None:
    run("/one")
    with sqlite3.connect(tmp_path / "out" / NAME) as connection:
        connection.execute("UPDATE archives SET length = length + 5")
    assert run("/two").urls == ["/one", "/two"]


def replies(*each: Reply) -> Callable[[Request, object], None]:
    """One reply after the other."""
    rest = iter(each)

    def reply(_: Request, connection: object) -> None:
        connection.sendall(next(rest))  # type: ignore[attr-defined]

    return reply


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize("after", ["20", "Tue, 08 May 2012 06:30:20 GMT"])
def test_a_server_that_asks_to_wait_is_waited_for(
    lake: LocalServer, run: Run, clock: FakeClock, status: str, after: str
) -> None:
    lake.pages["/one"] = replies(answer(status=status, retry_after=after), answer(page("one")))
    assert run("/one").urls == ["/one"]
    assert clock.slept == [20.0]


def test_a_server_that_asks_to_wait_for_long_is_left_alone_for_this_run(
    lake: LocalServer, run: Run, clock: FakeClock
) -> None:
    lake.pages["/one"] = answer(status="429 Too Many Requests", retry_after="7200")
    done = run("/feed")
    assert lake.paths == ["/feed", "/one"]
    assert clock.slept == []
    assert done.reasons == {
        "one": "the server answered 429 (too many requests) and asks to come back in 2 hours",
        "two": "the server was not asked: it asks to come back in 2 hours",
        "three": "the server was not asked: it asks to come back in 2 hours",
    }
    assert not any(row.is_final for row in done.summary.unfetched)
    clock.passed += 7200
    lake.pages["/one"] = answer(page("one"))
    assert run("/feed").urls == ["/one", "/two", "/three"]


def test_a_server_that_keeps_failing_is_not_asked_for_ever(lake: LocalServer, run: Run) -> None:
    for n in range(40):
        lake.pages[f"/x{n}"] = answer(status="502 Bad Gateway")
    lake.pages["/feed"] = answer(feed(*(f"/x{n}" for n in range(40))), content_type="text/xml")
    done = run("/feed")
    assert len(lake.requests) <= 1 + 5
    assert len(done.summary.unfetched) == 40
