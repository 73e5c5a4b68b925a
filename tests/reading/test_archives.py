"""Zip files: honest, damaged and hostile."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.reading import RawReport, Unread, find_reports


def packed(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def read(path: Path, max_bytes: int = 4_000_000) -> dict[str, bytes | str]:
    """Data of what is read and the reason for what is not, by name without the archive's."""
    items = find_reports([path], max_bytes=max_bytes)
    return {
        item.name.removeprefix("pile.zip/"): item.data if isinstance(item, RawReport) else item.reason for item in items
    }


def test_members_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    lines = b"\n".join(json.dumps({"text": text}).encode() for text in ("one", "two"))
    path = packed(
        tmp_path / "pile.zip",
        {"b.txt": b"Bar", "sub/a.html": b"<p>x", "feed.jsonl": lines, "photo.png": b"x", "__MACOSX/._b.txt": b"x"},
    )
    assert read(path) == {"b.txt": b"Bar", "feed.jsonl#1": b"one", "feed.jsonl#2": b"two", "sub/a.html": b"<p>x"}


@pytest.mark.parametrize(
    "name", ["../../etc/cron.txt", "/etc/cron.txt", "C:/cron.txt", "..\\cron.txt", "a/../../b.txt"]
)
def test_a_name_that_leads_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "pile.zip", {name: b"x", "good.txt": b"good"})
    items = read(path)
    assert items.pop("good.txt") == b"good"
    assert list(items.values()) == ["its name in the zip file leads out of the archive"]


def test_a_bomb_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    path = packed(tmp_path / "pile.zip", {"bomb.txt": bytes(50_000_000), "good.txt": b"good"})
    (reason,) = read(path).values()
    assert isinstance(reason, str)
    assert reason.startswith("a zip file that unpacks to")


def test_a_bomb_in_an_honest_archive_is_refused_alone(tmp_path: Path) -> None:
    noise = b"".join(bytes([value]) * 40 for value in range(256)) * 60
    path = tmp_path / "pile.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("honest.txt", noise, zipfile.ZIP_STORED)
        archive.writestr("bomb.txt", bytes(3_000_000), zipfile.ZIP_DEFLATED)
    items = read(path)
    assert items["honest.txt"] == noise
    assert "times its size" in str(items["bomb.txt"])


def test_a_member_that_lies_about_its_size_is_still_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path / "pile.zip", {"a.txt": b"a" * 100}, zipfile.ZIP_STORED)
    assert "more than" in str(read(path, max_bytes=50)["a.txt"])
    data = path.read_bytes().replace((100).to_bytes(4, "little"), (40).to_bytes(4, "little"))
    path.write_bytes(data)
    item = read(path, max_bytes=50)["a.txt"]
    assert isinstance(item, str) or len(item) <= 50


def test_an_encrypted_member_is_refused_with_advice(tmp_path: Path) -> None:
    path = packed(tmp_path / "pile.zip", {"a.txt": b"secret", "b.txt": b"open"})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag in the member's own header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    path.write_bytes(bytes(data))
    items = read(path)
    assert "password" in str(items["a.txt"])
    assert items["b.txt"] == b"open"


def test_a_zip_file_within_a_zip_file_is_refused(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", "x")
    path = packed(tmp_path / "pile.zip", {"inner.zip": inner.getvalue(), "b.txt": b"b"})
    items = read(path)
    assert "within a zip file" in str(items["inner.zip"])
    assert items["b.txt"] == b"b"


def test_a_damaged_member_does_not_stop_the_next(tmp_path: Path) -> None:
    path = packed(tmp_path / "pile.zip", {"a.txt": b"alpha-alpha", "b.txt": b"beta"}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"alpha-alpha", b"alpha-ALPHA"))
    items = read(path)
    assert str(items["a.txt"]).startswith("damaged in the zip file")
    assert items["b.txt"] == b"beta"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_not_a_zip_file_is_reported(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "pile.zip"
    path.write_bytes(data)
    (item,) = find_reports([path])
    assert isinstance(item, Unread)
    assert item.reason.startswith("a damaged zip file")


def test_every_truncation_is_survived(tmp_path: Path) -> None:
    whole = packed(tmp_path / "whole.zip", {"a.txt": b"alpha" * 50, "b.txt": b"beta"}).read_bytes()
    path = tmp_path / "pile.zip"
    for size in range(0, len(whole), 7):
        path.write_bytes(whole[:size])
        assert list(find_reports([path]))
