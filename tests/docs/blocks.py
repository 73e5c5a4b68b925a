"""Fenced blocks of Markdown documentation, and whether a program's output is the one that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its language, its words and its line in the file."""

    language: str
    text: str
    line: int


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a file, in order."""
    page = path.read_text(encoding="utf-8")
    return [Block(m[1], m[2], page.count("\n", 0, m.start()) + 1) for m in _FENCE.finditer(page)]


def steps(found: list[Block], languages: set[str]) -> Iterator[tuple[Block, str | None]]:
    """Each block in one of the languages, with the ``text`` block that directly follows it: what it prints."""
    for block, following in zip(found, [*found[1:], Block("", "", 0)], strict=True):
        if block.language in languages:
            yield block, following.text if following.language == "text" else None


def missing_lines(shown: str, output: str) -> list[str]:
    """The lines of ``shown`` that do not occur in ``output`` in this order. ``…`` stands for any characters.

    Runs of spaces count as one, so that a table's column widths may change.
    """
    printed = [" ".join(line.split()) for line in output.splitlines()]
    missing, at = [], 0
    for line in shown.splitlines():
        wanted = " ".join(line.split())
        if wanted in ("", "…"):
            continue
        pattern = re.compile(".*".join(re.escape(part) for part in wanted.split("…")))
        hit = next((i for i in range(at, len(printed)) if pattern.fullmatch(printed[i])), None)
        if hit is None:
            missing.append(line)
        else:
            at = hit + 1
    return missing
