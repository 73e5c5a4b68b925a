"""What a web page states about itself: title, outlet, address, date. Nothing is guessed from its looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.reading.published import StatedDate, state

_DATE_METAS = frozenset(
    """
    article:published_time article:published og:published_time og:article:published_time datepublished date pubdate
    publishdate publish-date publish_date publication_date published parsely-pub-date sailthru.date dc.date
    dc.date.issued dc.date.published dcterms.date dcterms.issued dcterms.created cxenseparse:recs:publishtime
    citation_publication_date rnews:datepublished article.published originalpublicationdate displaydate cdate
    date.created bt:pubdate iptc:released
    """.split()  # noqa: SIM905
)
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|NewsItem|LiveBlogPosting)$")
_SAVED_FROM = re.compile(r"\bsaved from url=\(\d+\)(\S+)")
_SPACE = re.compile(r"\s+")
_MAX_JSON_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A page's own account of itself; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[StatedDate, ...] = ()


def read_page(tree: HtmlElement) -> Page:
    """Reads Open Graph, Dublin Core, schema.org (JSON-LD and microdata), ``<time>`` and the canonical link."""
    metas = _metas(tree)
    articles = list(_articles(tree))
    outlet = _outlet(metas, articles)
    return Page(
        title=_title(tree, metas, articles, outlet),
        outlet=outlet,
        url=_url(tree, metas, articles),
        language=_clean(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
        dates=tuple(_dates(tree, metas, articles)),
    )


def web_address(value: str | None) -> str | None:
    """``value`` if it is an absolute http(s) address. Anything else, ``javascript:`` first of all, is not kept."""
    if not value:
        return None
    address = value.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    well_formed = parts.scheme.lower() in ("http", "https") and parts.netloc
    return address if well_formed and address.isprintable() and not re.search(r"[\s<>\"]", address) else None


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = _clean(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                metas.setdefault(key, []).append(content)
    return metas


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The schema.org objects of the page that are articles, first in document order."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            content = json.loads((script.text or "").strip().strip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(content):
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in names):
                yield item


def _objects(content: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    # Only the containers: an article within an article (isPartOf, mentions, …) is another article.
    if depth > _MAX_JSON_DEPTH:
        return
    if isinstance(content, list):
        for item in content:
            yield from _objects(item, depth + 1)
    elif isinstance(content, dict):
        yield content
        for key in ("@graph", "mainEntity"):
            yield from _objects(content.get(key), depth + 1)


def _outlet(metas: dict[str, list[str]], articles: list[dict[str, Any]]) -> str | None:
    for article in articles:
        if name := _name(article.get("publisher")):
            return name
    for key in ("og:site_name", "application-name", "dc.publisher", "copyright"):
        if values := metas.get(key):
            return values[0] if key != "copyright" else None
    return None


def _title(
    tree: HtmlElement, metas: dict[str, list[str]], articles: list[dict[str, Any]], outlet: str | None
) -> str | None:
    """The headline as its readers see it, which is the only ``<h1>`` if metadata agrees that it is one."""
    stated = [*metas.get("og:title", []), *(_clean(article.get("headline")) for article in articles)]
    stated += metas.get("twitter:title", []) + metas.get("dc.title", [])
    stated += [_clean(" ".join(element.itertext())) for element in tree.iterfind(".//head/title")]
    names = [name for name in stated if name]
    headings = [text for element in tree.iter("h1") if (text := _clean(" ".join(element.itertext())))]
    for heading in headings:
        if not names and len(headings) == 1:
            return heading
        if any(_alike(heading, name) for name in names):
            return heading
    return _without_outlet(names[0], outlet) if names else None


def _alike(heading: str, name: str) -> bool:
    words, other = set(heading.casefold().split()), set(name.casefold().split())
    return len(words) > 1 and len(words & other) >= 0.6 * min(len(words), max(len(other), 1))


def _without_outlet(title: str, outlet: str | None) -> str:
    """``Talks fail | The Courier`` → ``Talks fail``."""
    head, separator, tail = title.rpartition(
        next((mark for mark in (" | ", " – ", " — ", " - ") if mark in title), "\0")
    )
    if separator and outlet and (tail.casefold() in outlet.casefold() or outlet.casefold() in tail.casefold()):
        return head.strip()
    return title


def _url(tree: HtmlElement, metas: dict[str, list[str]], articles: list[dict[str, Any]]) -> str | None:
    links = tree.iter("link")
    stated = [link.get("href") for link in links if "canonical" in (link.get("rel") or "").lower().split()]
    stated += metas.get("og:url", [])
    for article in articles:
        main = article.get("mainEntityOfPage")
        stated += [value for value in (article.get("url"), main, _at_id(main)) if isinstance(value, str)]
    for comment in tree.getroottree().xpath("//comment()")[:20]:
        if match := _SAVED_FROM.search(comment.text or ""):
            stated.append(match[1])
    return next((address for value in stated if (address := web_address(value))), None)


def _dates(tree: HtmlElement, metas: dict[str, list[str]], articles: list[dict[str, Any]]) -> Iterator[StatedDate]:
    found = False
    written = [("JSON-LD datePublished", article.get("datePublished")) for article in articles[:1]]
    written += [(f"meta {key}", value) for key in metas if key in _DATE_METAS for value in metas[key]]
    for where, value in written:
        if isinstance(value, str) and (stated := state(value, "page", where)):
            found = True
            yield stated
    if found:
        return
    # <time> also dates related stories and comments, so it is asked last and only where it can mean the report.
    marked = tree.xpath("//*[@itemprop='datePublished' or @pubdate]") or tree.xpath(
        "//article//header//time[@datetime] | //header[.//h1]//time[@datetime]"
        " | //time[@datetime][contains(@class, 'publish')]"
    )
    if not marked:
        everywhere = tree.xpath("//time[@datetime]")
        marked = everywhere if len({element.get("datetime") for element in everywhere}) == 1 else []
    for element in marked:
        value = element.get("datetime") or element.get("content") or " ".join(element.itertext())
        if stated := state(value, "page", f"<{element.tag}>"):
            yield stated


def _at_id(value: object) -> object:
    return value.get("@id") if isinstance(value, dict) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item))), None)
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _clean(value)


def _clean(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return _SPACE.sub(" ", value).strip()[:500] or None
