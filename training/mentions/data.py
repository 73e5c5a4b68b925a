"""GUM as texts with mentions: character ranges, head, type, and which mean the same.

Read from the CoNLL-U files: ``Entity`` in the last column opens and closes mentions, and its ``minspan`` names the head.
A mention of several coordinated heads ("Serbia and Russia") is headed by its conjunction, so that it does not compete
with the mention of its first member.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.tagging.words import Words, split_words


@dataclass(frozen=True)
class GoldMention:
    """Characters ``start:end``, the first character of the head, GUM's type and entity number."""

    start: int
    end: int
    head: int
    type: str
    entity: str


@dataclass(frozen=True)
class GumDocument:
    name: str
    text: str
    mentions: tuple[GoldMention, ...]

    @property
    def genre(self) -> str:
        return self.name.split("_")[1]


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    conjunction: bool
    entity: str


def load_gum(folder: Path, part: str) -> list[GumDocument]:
    """``part``: ``dev``, or ``train`` for all of GUM that is in none of the lists of ``splits.md``."""
    return [read_conllu(path) for path in gum_paths(folder, part)]


def gum_paths(folder: Path, part: str) -> list[Path]:
    lists = {
        name: set(re.findall(r"\* (\w+)", body))
        for name, body in re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", (folder / "splits.md").read_text(), re.M | re.S)
    }
    held_out = set().union(*(names for name, names in lists.items() if name != "train"))
    paths = sorted((folder / "dep").glob("GUM_*.conllu"))
    return [path for path in paths if (path.stem in lists["dev"] if part == "dev" else path.stem not in held_out)]


def read_conllu(path: Path) -> GumDocument:
    text, tokens = "", []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if not block.strip():
            continue
        if text:
            text = text.rstrip() + ("\n\n" if "# newpar" in block else " ")
        text, found = _sentence(block, text)
        tokens += found
    return GumDocument(path.stem, text.rstrip() + "\n", tuple(_mentions(text, tokens)))


def _sentence(block: str, text: str) -> tuple[str, list[Token]]:
    tokens, joined_until = [], 0
    joined_space = True
    for line in block.splitlines():
        if line.startswith("#"):
            continue
        number, form, _, _, kind, _, _, relation, _, misc = line.split("\t")
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            joined_until, joined_space = int(number.split("-")[1]), space
            continue
        if "." in number:
            continue
        if int(number) <= joined_until:
            space = joined_space if int(number) == joined_until else False
        start = len(text)
        entity = re.search(r"(?:^|\|)Entity=([^|]+)", misc)
        tokens.append(Token(start, start + len(form), relation == "cc" or kind == "CC", entity[1] if entity else ""))
        text += form + (" " if space else "")
    return text, tokens


def _mentions(text: str, tokens: list[Token]) -> Iterator[GoldMention]:
    opened: list[tuple[str, str, str, int]] = []
    for at, token in enumerate(tokens):
        for attributes, closed in re.findall(r"\(([^()]+)|([^()]*)\)", token.entity):
            if attributes:
                number, kind, _, _, _, heads = attributes.split("-")[:6]
                opened.append((number, kind, heads, at))
                continue
            which = next((i for i in range(len(opened) - 1, -1, -1) if closed in ("", opened[i][0])), None)
            if which is None:
                continue
            number, kind, heads, first = opened.pop(which)
            yield _mention(tokens, first, at, number, kind, heads)


def _mention(tokens: list[Token], first: int, last: int, number: str, kind: str, heads: str) -> GoldMention:
    places = [first + int(head) - 1 for head in heads.split(",") if head.isdigit()]
    places = [place for place in places if first <= place <= last] or [last]
    head = places[0]
    if len(places) > 1:
        head = next((i for i in range(places[0], places[-1]) if tokens[i].conjunction), head)
    return GoldMention(tokens[first].start, tokens[last].end, tokens[head].start, kind, number.split("[")[0])


@dataclass(frozen=True)
class MentionExample:
    """Mentions as ranges of words, sorted by head, one a head at most."""

    words: Words
    mentions: tuple[tuple[int, int, int, str, str], ...]  # low, high, head, type, entity


def mention_example(document: GumDocument) -> MentionExample:
    words = split_words(document.text)
    chained = Counter(mention.entity for mention in document.mentions)
    place = [0] * (len(document.text) + 1)
    for index, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        place[start:end] = [index] * (end - start)
    by_head: dict[int, tuple[bool, int, tuple[int, int, int, str, str]]] = {}
    for mention in document.mentions:
        low, high, head = place[mention.start], place[mention.end - 1] + 1, place[mention.head]
        found = (chained[mention.entity] > 1, high - low, (low, high, head, mention.type, mention.entity))
        by_head[head] = max(by_head.get(head, found), found)
    return MentionExample(words, tuple(by_head[head][2] for head in sorted(by_head)))
