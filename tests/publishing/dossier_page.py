"""A page of a dossier, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br", "hr", "img", "col"}


class Page(HTMLParser):
    """A parsed page: its elements, ids and links; fails on elements that aren't closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.inline_scripts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style") and data.strip():
            self.inline_scripts.append(data)

    def links(self) -> list[str]:
        """The targets of its links; the pattern that scripts fill has none yet."""
        return [attrs["href"] or "" for attrs in self.all("a") if "href" in attrs]

    def proofs(self) -> list[str]:
        """The links from statements to their evidence."""
        return sorted(
            attrs["href"] or "" for attrs in self.all("a") if attrs.get("class") == "proof" and "href" in attrs
        )

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attrs for name, attrs in self.elements if name == tag)


def visible(html: str) -> str:
    """The page's words, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
