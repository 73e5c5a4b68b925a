"""Discovery: what is found, what is passed over, and what is refused with a reason."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.reading import RawReport, Unread, find_reports


def found(*paths: Path | str, max_bytes: int = 4_000_000) -> dict[str, RawReport | Unread]:
    items = list(find_reports(paths, max_bytes=max_bytes))
    names = [item.name for item in items]
    assert names == sorted(names, key=lambda name: name.split("#")[0].split("/")[0])
    return {item.name: item for item in items}


def reason(item: RawReport | Unread) -> str:
    assert isinstance(item, Unread)
    return item.reason


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("Bar")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a.html").write_text("<p>Kotor")
    (tmp_path / "deep" / "C.TEXT").write_text("Tivat")
    for skipped in (".hidden.txt", "b.txt~", "b.txt.bak", "photo.png", "Thumbs.db", "names.tsv"):
        (tmp_path / skipped).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text("x")
    return tmp_path


def test_a_folder_is_searched_to_the_bottom_in_the_order_of_names(pile: Path) -> None:
    assert list(found(pile)) == ["C.TEXT", "a.html", "b.txt"]


def test_media_types_follow_the_names(pile: Path) -> None:
    kinds = {name: item.media_type for name, item in found(pile).items() if isinstance(item, RawReport)}
    assert kinds == {"C.TEXT": "text/plain", "a.html": "text/html", "b.txt": "text/plain"}


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    page, text = tmp_path / "story", tmp_path / "story.wire"
    page.write_text("<!DOCTYPE html><p>Ohrid")
    text.write_text("Ohrid")
    items = found(page, text)
    assert [item.media_type for item in items.values() if isinstance(item, RawReport)] == ["text/html", "text/plain"]


def test_globs(pile: Path) -> None:
    assert list(found(f"{pile}/*.txt")) == ["b.txt"]
    assert list(found(f"{pile}/**/*.html")) == ["a.html"]
    assert list(found(f"{pile}/*")) == ["C.TEXT", "a.html", "b.txt"]


def test_a_file_is_read_once_however_often_it_is_given(pile: Path) -> None:
    assert len(list(find_reports([pile, pile / "b.txt", f"{pile}/*.txt"]))) == 3


def test_a_single_path_need_not_be_in_a_list(pile: Path) -> None:
    assert [item.name for item in find_reports(pile / "b.txt")] == ["b.txt"]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/*.txt", "none-?.txt"])
def test_a_path_that_leads_nowhere_is_an_error_at_once_with_advice(tmp_path: Path, path: str) -> None:
    with pytest.raises(InputError, match="check"):
        find_reports([tmp_path / path])


def test_a_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_text("x")
    with pytest.raises(InputError, match=r"No report in .*\.txt"):
        find_reports([tmp_path])
    with pytest.raises(InputError):
        find_reports([])


def test_a_report_of_a_kind_that_is_not_read_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "story.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "story.json").write_text("[]")
    items = found(tmp_path)
    assert reason(items["story.pdf"]) == "a PDF: save it as text or HTML"
    assert ".jsonl" in reason(items["story.json"])


def test_a_file_above_the_limit_is_refused_and_says_how_to_raise_it(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"a" * 5_300_000)
    (tmp_path / "fits.txt").write_bytes(b"a" * 4_000_000)
    items = found(tmp_path)
    assert isinstance(items["fits.txt"], RawReport)
    assert reason(items["big.txt"]) == "5.3 MB, more than the 4 MB that a report may have; --max-bytes raises the limit"
    assert items["big.txt"].sha256 == hashlib.sha256(b"a" * 5_300_000).hexdigest()
    assert isinstance(found(tmp_path, max_bytes=6_000_000)["big.txt"], RawReport)


def test_a_folder_that_cannot_be_read_is_reported_and_the_rest_is_read(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    items = found(pile)
    assert list(items) == ["b.txt", "deep"]
    assert reason(items["deep"]) == "folder can't be opened: no permission to read it"


def test_a_file_that_cannot_be_read_is_reported_and_the_rest_is_read(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    items = found(pile)
    assert reason(items["b.txt"]) == "can't be opened: no permission to read it"
    assert isinstance(items["a.html"], RawReport)


def test_links(pile: Path) -> None:
    (pile / "gone.txt").symlink_to(pile / "nowhere.txt")
    (pile / "deep" / "loop").symlink_to(pile)
    items = found(pile)
    assert reason(items["gone.txt"]) == "a link to a file that does not exist"
    assert len(items) == 4


def test_a_pipe_does_not_block_the_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(found(tmp_path)["pipe.txt"]) == "not a regular file"


def test_a_saved_page_does_not_bring_its_frames_along(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<p>x")
    (tmp_path / "story_files").mkdir()
    (tmp_path / "story_files" / "advert.html").write_text("<p>y")
    assert list(found(tmp_path)) == ["story.html"]


def test_hostile_names_come_out_printable(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\x1b[2J\n\xff.txt")).write_text("x")
    (name,) = found(tmp_path)
    assert name == "a\\x1b[2J\\n\\udcff.txt"
    assert name.isprintable()


def test_files_with_the_same_bytes_have_the_same_digest(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("same")
    assert len({item.sha256 for item in find_reports([tmp_path])}) == 1


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    items = find_reports([tmp_path])
    assert isinstance(next(items), RawReport)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(items), Unread)


def test_json_lines_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in ("one", "two")))
    assert list(found(tmp_path)) == ["feed.jsonl#1", "feed.jsonl#2"]
