"""``onrecord fetch`` as people use it, against a server on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fetching.local_server import LocalServer, answer, serving

from onrecord.cli.fetch import summary_as_json
from onrecord.cli.program import run
from onrecord.fetching import FetchSummary

PAGE = "<html><body><article><h1>Fees stay</h1><p>The harbour will not raise its fees, she said.</p></article></body>"
FEED = "<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>"


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with serving() as local:
        local.pages |= {"/feed": answer(FEED, content_type="text/xml"), "/a": answer(PAGE), "/b": answer(PAGE + " ")}
        yield local


def onrecord(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run([*arguments])
    shown = capfd.readouterr()
    return code, shown.out, shown.err


def test_it_tells_what_it_did_and_what_to_do_next(
    server: LocalServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my dispute"
    code, out, err = onrecord(capfd, "fetch", server.url("/feed"), "-o", str(folder), "--delay", "0")
    assert (code, err) == (0, "")
    assert f"{folder}: 2 new pages from 1 feed" in out
    assert f"Next: onrecord build '{folder}' -o 'my dispute.onrecord'" in out
    code, out, _ = onrecord(capfd, "fetch", server.url("/feed"), "-o", str(folder), "--delay", "0")
    assert "0 new pages" in out
    assert "2 pages kept before and not asked for again" in out
    (folder / "fetched-0001.warc.gz").unlink()
    _, out, _ = onrecord(capfd, "fetch", server.url("/feed"), "-o", str(folder), "--delay", "0")
    assert "fetched-0001.warc.gz is gone or has lost its end. Put it back, or delete fetched.state" in out


def test_what_could_not_be_had_is_listed_and_shows_in_the_exit_code(
    server: LocalServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    del server.pages["/b"]
    some = [server.url("/feed"), "-o", str(tmp_path / "x"), "--delay", "0"]
    code, out, _ = onrecord(capfd, "fetch", *some)
    assert code == 3
    assert f"1 address could not be had:\n    {server.url('/b')}: the server answered 404 (not found)" in out
    code, out, _ = onrecord(capfd, "fetch", server.url("/none\x1b[2J"), "-o", str(tmp_path / "y"), "--delay", "0")
    assert code == 1
    assert "\x1b" not in out
    assert "Next:" not in out


def test_the_summary_for_programs(server: LocalServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = onrecord(capfd, "fetch", server.url("/a"), "-o", str(tmp_path), "--json")
    row = json.loads(out)
    assert code == 0
    assert (row["kept"], row["archives"], row["unfetched"]) == (1, ["fetched-0001.warc.gz"], [])


@pytest.mark.parametrize(
    "arguments", [["-o", "x"], ["http://a.example/"], ["http://a.example/", "-o", "x", "--delay", "-1"]]
)
def test_wrong_usage(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert onrecord(capfd, "fetch", *arguments)[0] == 2


def test_what_is_no_address(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = onrecord(capfd, "fetch", "gopher://a.example/", "-o", str(tmp_path / "x"))
    assert code == 1
    assert "begins with http:// or https://" in err
    assert not (tmp_path / "x").exists()


def test_every_key_of_the_summary_is_documented() -> None:
    docs = (Path(__file__).parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
    section = docs.split("## onrecord fetch")[1].split("## onrecord build")[0]
    for key in summary_as_json(FetchSummary(Path("x"), (), 0, 0, 0, 0, (), 0, 0.0)):
        assert f"`{key}`" in section


def test_nothing_else_imports_what_uses_the_network() -> None:
    code = """if True:
        import sys, onrecord, onrecord.cli.program
        network = ("onrecord.fetching", "http.client", "ssl", "socket", "urllib.request", "urllib3", "protego")
        print([name for name in network if name in sys.modules])
        from onrecord.reading import find_reports
        from onrecord.building import build
        print([name for name in ("onrecord.fetching", "protego") if name in sys.modules])
    """
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["[]", "[]"]
