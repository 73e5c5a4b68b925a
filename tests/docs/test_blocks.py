"""The helpers that hold the documentation to its word are themselves held to theirs."""

from __future__ import annotations

from pathlib import Path

from blocks import Block, blocks, missing_lines, steps


def test_blocks_are_found_with_their_language_and_line(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Hello\n\n```sh\nls\n```\n\nprints\n\n```text\na\nb\n```\n", encoding="utf-8")
    assert blocks(page) == [Block("sh", "ls\n", 3), Block("text", "a\nb\n", 9)]


def test_a_text_block_belongs_to_the_command_before_it() -> None:
    found = [Block("sh", "one", 1), Block("text", "1", 2), Block("sh", "two", 3), Block("python", "three", 4)]
    assert [(block.text, shown) for block, shown in steps(found, {"sh"})] == [("one", "1"), ("two", None)]


def test_missing_lines_are_named() -> None:
    output = "8 reports   read in 3.1 s\nSergei Lavrov   3\n"
    assert missing_lines("8 reports read in … s\n…\nSergei Lavrov 3\n", output) == []
    assert missing_lines("9 reports read in … s\n", output) == ["9 reports read in … s"]
    assert missing_lines("Sergei Lavrov 3\n8 reports read in … s\n", output) == ["8 reports read in … s"]
    assert missing_lines("Sergei Lavrov\n", output) == ["Sergei Lavrov"]
