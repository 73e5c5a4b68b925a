"""One report's bytes, or one text, to a ``Report``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from onrecord.domain import UNKNOWN_DATE, DateEstimate, DateReason, Report, Span
from onrecord.errors import UnreadableReport
from onrecord.reading.afterwards import not_after
from onrecord.reading.agency import agency_named, find_agency
from onrecord.reading.chrome import find_chrome
from onrecord.reading.dateline import stated_by_text
from onrecord.reading.encoding import decode, refuse_binary
from onrecord.reading.given_dates import given_estimate
from onrecord.reading.html import read_html
from onrecord.reading.language import TAGGED_LANGUAGES, detect_language
from onrecord.reading.page import Page, web_address
from onrecord.reading.published import StatedDate, estimate, in_file_name, in_url, state
from onrecord.reading.raw import RawReport, sha256_of

_MAX_HEADLINE = 200  # code points

_HEADING = re.compile(r"\A(?:#{1,6}\s+|>\s*)+")
_EMPHASIS = re.compile(r"\*{1,3}(?!\s)|_{1,3}(?!\s)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})"
_NAME = r"[^\W\d_a-z][\w.&'’-]*(?: (?:[^\W\d_a-z][\w.&'’-]*|of|the|and|&|de|la|le)){0,6}"
# Lines above a report that are the paper's and not its headline: outlet and date, a date by itself, a byline.
_ABOVE_HEADLINE = re.compile(
    rf"(?:{_NAME}\s*(?:[,|·•–—-]|\s{{2,}})\s*)?"
    rf"(?:{_WEEKDAY},? {_DATE}(?:,? \d{{4}})?|{_DATE},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r"(?:[ ,|·–—-]{1,3}(?:at )?\d{1,2}[:.]\d\d.{0,20})?"
    rf"|[Bb][Yy] (?:[Oo]ur [^.]{{2,60}}|{_NAME}(?:,? (?:and|in) {_NAME})?)"
)
# A paper's name on a line of its own, by its last word.
_MASTHEAD = re.compile(
    r"(?:The )?(?:[A-ZÀ-Þ][\w.&’'-]*(?: and | & | )){0,4}"
    r"(?:Echo|Times|Post|News|Gazette|Herald|Journal|Courier|Tribune|Star|Mail|Record"
    r"|Observer|Chronicle|Telegraph|Mirror|Sun|Express|Standard|Independent|Press|Argus|Examiner|Mercury|Bulletin|Guardian"
    r"|Reporter|Advertiser|Wire|Globe|Register|Sentinel|Inquirer|Dispatch|Monitor|Mail|Daily|Weekly)"
)


def parse(raw: RawReport) -> Report:
    """The report in ``raw``: its text, its chrome, and what is known of it without reading for content.

    Raises:
        UnreadableReport: the bytes are empty, not text, or a page without text.
    """
    refuse_binary(raw.data)
    given_encoding, charset = raw.metadata.get("encoding"), raw.metadata.get("charset")
    if raw.media_type == "text/html":
        text, page, encoding = read_html(raw.data, "utf-8" if given_encoding else None, charset)
    else:
        page = Page()
        text, encoding = (raw.data.decode("utf-8", "replace"), "") if given_encoding else decode(raw.data, charset)
    if not has_content(text):
        raise UnreadableReport("nothing but white space")
    url = page.url or web_address(raw.metadata.get("url"))
    report = _report(
        text,
        name=raw.name,
        sha256=raw.sha256,
        encoding=given_encoding or encoding,
        media_type=raw.media_type,
        title=_text(raw.metadata.get("title")) or page.title,
        outlet=_text(raw.metadata.get("outlet")) or page.outlet,
        url=url,
        agency=_agency(raw.metadata.get("agency")),
        language=raw.metadata.get("language") or page.language,
        published=_published(raw, page),
    )
    return replace(report, published=not_after(report.published, raw.metadata))


def report_from_text(
    text: str,
    *,
    name: str = "",
    published: DateEstimate | date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Report:
    """The report in a ``str``, whatever is in it; an empty text gives an empty report.

    Args:
        text: the report, unchanged in ``Report.text``.
        name: how rows will refer to it.
        published: the publication date if it is known: a date, a datetime (its own day counts) or an ISO date.
        title, outlet, url: what is known of it.

    Raises:
        ValueError: ``published`` is a string without a full date.
    """
    return _report(
        text,
        name=name,
        sha256=sha256_of(text.encode("utf-8", "surrogatepass")),
        encoding="",
        media_type="text/plain",
        title=title,
        outlet=outlet,
        url=url,
        agency=None,
        language=None,
        published=_given(published) or estimate(in_url(url) if url else ()),
    )


def has_content(text: str) -> bool:
    """Whether a text has anything that can be seen. Zero-width, control and replacement characters are nothing."""
    return any(ch != "\ufffd" and unicodedata.category(ch)[0] not in "CZ" for ch in text)


def _report(
    text: str,
    *,
    name: str,
    sha256: str,
    encoding: str,
    media_type: str,
    title: str | None,
    outlet: str | None,
    url: str | None,
    agency: str | None,
    language: str | None,
    published: DateEstimate,
) -> Report:
    chrome = find_chrome(text)
    found = detect_language(text, chrome) or _language_code(language)
    return Report(
        name=name,
        text=text,
        sha256=sha256,
        encoding=encoding,
        media_type=media_type,
        title=title or _headline(text, chrome),
        outlet=outlet,
        url=url,
        agency=agency or find_agency(text),
        language=found,
        tagged=found in TAGGED_LANGUAGES,
        published=stated_by_text(text, chrome) if published == UNKNOWN_DATE else published,
        chrome=chrome,
    )


def _published(raw: RawReport, page: Page) -> DateEstimate:
    """What a person gave comes before whatever the page, the feed, the address and the file's name state."""
    found = estimate(_stated(raw, page))
    if "given" not in raw.metadata:
        return found
    given = given_estimate(raw.metadata["given"], raw.metadata.get("given_by", "the user"))
    low, high = given.earliest or date.min, given.latest or date.max
    doubted = (replace(each, against=not any(low <= day <= high for day in _days_of(found))) for each in found.reasons)
    return replace(given, reasons=(*given.reasons, *doubted))


def _days_of(found: DateEstimate) -> list[date]:
    return [candidate.value for candidate in found.candidates]


def _stated(raw: RawReport, page: Page) -> list[StatedDate]:
    stated = list(page.dates)
    if (written := raw.metadata.get("published")) and (found := state(written, "metadata", "published")):
        stated.append(found)
    for url in (page.url, web_address(raw.metadata.get("url"))):
        stated.extend(in_url(url) if url else ())
    stated.extend(in_file_name(raw.metadata.get("file_name", "")))
    return stated


def _given(published: DateEstimate | date | str | None) -> DateEstimate | None:
    if published is None or isinstance(published, DateEstimate):
        return published
    if isinstance(published, datetime):
        published = published.date()
    if isinstance(published, date):
        return DateEstimate.known(published, DateReason(f"given as {published.isoformat()}", "given"))
    stated = state(published, "given", "given")
    if stated is None:
        raise ValueError(f"published={published!r} is not a full date; write it like 2008-02-17")
    return estimate([stated])


def _headline(text: str, chrome: Sequence[Span]) -> str | None:
    """The first line that is the report's own, if it looks like a headline and a text follows it.

    A line of outlet and date or a byline may stand above it; it is the title only where no headline follows.
    """
    marked = {span.start for span in chrome}
    above: str | None = None
    for match in re.finditer(r"[^\r\n]+", text):
        if match.start() in marked or match[0].isspace():
            continue
        line = _without_markdown(match[0].strip())
        if not line:
            continue
        if len(line) > _MAX_HEADLINE or line.endswith((".", ":", ",", ";")) or not text[match.end() :].strip():
            return above
        if not _ABOVE_HEADLINE.fullmatch(line) and (above is not None or not _MASTHEAD.fullmatch(line)):
            return line
        above = line
    return above


def _without_markdown(line: str) -> str:
    """A line without the marks of Markdown around it: "# Talks fail", "**Talks fail**", "> Talks fail"."""
    bare = _HEADING.sub("", line, count=1)
    while len(bare) > 1 and (mark := _EMPHASIS.match(bare)) and bare.endswith(mark[0][::-1]):
        bare = bare[len(mark[0]) : -len(mark[0])].strip()
    bare = bare.rstrip("#").rstrip() if line.startswith("#") else bare
    return _STRONG.sub(r"\2", bare)


def _language_code(label: str | None) -> str:
    match = re.match(r"[A-Za-z]{2}(?![A-Za-z])", (label or "").strip())
    return match[0].lower() if match else ""


def _agency(value: str | None) -> str | None:
    name = _text(value)
    return (agency_named(name) or name) if name else None


def _text(value: str | None) -> str | None:
    return (" ".join(value.split()) or None) if value else None
