"""Web pages: the report's own text out of the markup around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser

from onrecord.errors import UnreadableReport
from onrecord.reading.encoding import decode, known_encoding
from onrecord.reading.page import Page, read_page

# The extractor reports every page that it can't use on stderr unless somebody listens; we give a reason ourselves.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I
)
_HEAD_BYTES = 4096
_SPACE = re.compile(r"[ \t\r\n\f\v]+")  # HTML's own; a no-break space is a character of the text
_BLANKS = re.compile(r"\n\s*\n\s*")

# In a page, and in the tree that the extractor makes of one.
_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
    h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    ab head item list quote row
    """.split()  # noqa: SIM905
)
_BREAKS = frozenset(("br", "lb"))
_UNSEEN = frozenset("script style noscript template head iframe object svg math select textarea button nav".split())  # noqa: SIM905


def read_html(data: bytes, encoding: str | None = None, charset: str | None = None) -> tuple[str, Page, str]:
    """The report in a page (title, then paragraphs, with blank lines between), what the page states, the encoding.

    Args:
        data: the bytes of the page.
        encoding: how they are to be decoded when that is known; otherwise it is found out.
        charset: what the server said of the encoding. It goes before what the page says, as in browsers; but "UTF-8" is
            tried anyway, and when it is wrong the page may know better.

    Raises:
        UnreadableReport: there is no text in the page.
    """
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    stated = known_encoding(charset)
    if (stated is None or stated == "utf-8") and declared:
        stated = declared[1].decode("ascii")
    source, used = decode(data, encoding or stated)
    tree = _parse(source)
    page = read_page(tree)
    paragraphs = _extract(tree) or list(
        _paragraphs(tree.find("body") if tree.find("body") is not None else tree, _UNSEEN)
    )
    if not paragraphs:
        raise UnreadableReport("no text in this page")
    if page.title and not _same(paragraphs[0], page.title):
        paragraphs.insert(0, page.title)
    return "\n\n".join(paragraphs), page, used


def fragment_paragraphs(markup: str) -> list[str]:
    """The visible text of a piece of HTML, by paragraphs. Raises UnreadableReport when there is none."""
    found = list(_paragraphs(_parse(f"<div>{markup}</div>"), _UNSEEN))
    if not found:
        raise UnreadableReport("no text in this entry")
    return found


def _parse(source: str) -> HtmlElement:
    # libxml2 stops at a NUL, browsers pass over it. Bytes, as lxml refuses str with an XML declaration.
    data = source.replace("\x00", "").encode("utf-8", "replace")
    try:
        return lxml.html.document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (LxmlError, ValueError) as error:
        raise UnreadableReport("no text in this page") from error


def _extract(tree: HtmlElement) -> list[str]:
    """Paragraphs of the main text as trafilatura sees it; [] when it finds none or fails."""
    import trafilatura  # imported when needed: it takes half a second

    try:
        document: Any = trafilatura.bare_extraction(
            tree, favor_precision=True, include_comments=False, include_tables=True, with_metadata=False
        )
        body = document.body if document is not None else None
        return list(_paragraphs(body, frozenset())) if body is not None else []
    except Exception:  # whatever a hostile page does to the extractor, the page's text is still there
        return []


def _paragraphs(root: Any, unseen: frozenset[str]) -> Iterator[str]:
    """Blocks of visible text in document order. White space is joined as a browser does it, nothing else is changed."""
    pieces: list[str] = []
    for piece in _walk(root, unseen):
        if piece is None:
            if text := _joined(pieces):
                yield text
            pieces = []
        else:
            pieces.append(piece)
    if text := _joined(pieces):
        yield text


def _walk(root: Any, unseen: frozenset[str]) -> Iterator[str | None]:
    """Text in document order, with None where a block begins or ends. Without recursion: pages nest deeply."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else None
        if leaving:
            if tag in _BLOCKS:
                yield None
            elif tag == "cell" and element.getnext() is not None:
                yield " | "
        else:
            if tag in _BLOCKS:
                yield None
            if tag in _BREAKS:
                yield "\n"
            if tag is not None and tag not in unseen:
                if element.text:
                    yield element.text
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
                continue
        if element is not root and element.tail:
            yield element.tail


def _joined(pieces: list[str]) -> str:
    lines = "".join("\0" if piece == "\n" else piece for piece in pieces)
    return "\n".join(line for part in lines.split("\0") if (line := _SPACE.sub(" ", part).strip(" ")))


def _same(paragraph: str, title: str) -> bool:
    return "".join(paragraph.casefold().split()) == "".join(title.casefold().split())
