"""Chrome in plain text: the lines that are the site's and not the report's.

A wrong mark takes a sentence out of the record, a missed one leaves "Subscribe" in it; so precision comes first. Lines
are judged whole. Some say what they are wherever they stand (``chrome_rules.judge``). Others could be a subheading
or an entry of a list, and are chrome only before the first or after the last paragraph of the report, or beside a line
that is chrome for certain. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.domain import Span
from onrecord.reading import chrome_rules as rules
from onrecord.reading.scripts import main_script, only_in_other_script

_LINE = re.compile(r"[^\r\n]+")
_BODY_LENGTH = 60  # code points; with sentence-final punctuation this is a paragraph of the report
_LONG_LENGTH = 160  # and this is one without
_WRAPPED_LENGTH = 45  # of hard-wrapped text, no line but the last of a paragraph is shorter
_SLOGAN_LINES = 8
_LINK_LENGTH = 140
_MAX_LINKS = 12  # under one heading in the middle of a report
_MAX_APPEALS = 20
_MENU_LENGTH = 3
_ENTRY_LENGTH = 60

_CREDIT = re.compile(
    r"\W*(?:by|reporting|additional reporting|editing|writing|edited|compiled|source|with|contributed)\b", re.I
)


def find_chrome(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` that are navigation, sharing, subscription, comment, cookie, copyright and the like.

    Each span is a whole line without its line end. Sorted, disjoint; ``text`` itself is left as it is.
    """
    if len(text.split(maxsplit=1)) < 2:  # a single word is the report, or there would be none
        return ()
    lines = [match for match in _LINE.finditer(text) if not match[0].isspace()]
    layout = _Layout.of(text, lines)
    for step in _STEPS:
        step(layout)
    return tuple(
        Span(match.start(), match.end(), match[0]) for match, chrome in zip(lines, layout.chrome, strict=True) if chrome
    )


@dataclass(slots=True)
class _Layout:
    """The lines with something in them, what is known to be chrome so far, and where the report itself lies."""

    text: str
    lines: Sequence[str]
    joined: Sequence[bool]
    """Whether a line follows the one before it without a blank line between."""
    evidence: Sequence[rules.Evidence]
    chrome: list[bool]
    """Whether each line is taken for chrome so far."""
    first: int = 0
    """The first line that is a paragraph of the report; ``len(lines)`` when none is."""
    last: int = -1
    """The last such line; ``len(lines)`` when none is."""

    @classmethod
    def of(cls, text: str, matches: Sequence[re.Match[str]]) -> _Layout:
        lines = [match[0] for match in matches]
        joined = [False, *(_is_joined(text, a.end(), b.start()) for a, b in pairwise(matches))]
        evidence = [rules.judge(line) for line in lines]
        layout = cls(text, lines, joined, evidence, [found.chrome for found in evidence])
        body = [index for index in range(len(lines)) if layout.is_paragraph(index)]
        layout.first, layout.last = (body[0], body[-1]) if body else (len(lines), len(lines))
        while layout.goes_on(layout.last):
            layout.last += 1
        return layout

    def is_paragraph(self, index: int) -> bool:
        """A line that can only be the report's: a full sentence, a long line, or a line of a hard-wrapped paragraph."""
        line = self.lines[index]
        if self.chrome[index] or (index < _SLOGAN_LINES and rules.is_slogan(line)):
            return False
        if len(line) >= _LONG_LENGTH or (len(line) >= _BODY_LENGTH and rules.ends_sentence(line)):
            return True
        return len(line) >= _WRAPPED_LENGTH and self.goes_on(index)

    def goes_on(self, index: int) -> bool:
        """Whether the next line continues this one in the middle of a sentence."""
        if index + 1 >= len(self.lines) or not self.joined[index + 1] or self.chrome[index + 1]:
            return False
        return self.lines[index + 1].lstrip()[:1].islower() and not rules.ends_sentence(self.lines[index])

    @property
    def head(self) -> range:
        """Lines before the report's first paragraph; none when no paragraph was found."""
        return range(self.first if self.first < len(self.lines) else 0)

    @property
    def tail(self) -> range:
        return range(self.last + 1, len(self.lines))

    def paragraphs(self) -> str:
        """The report's own lines, as far as they were told apart."""
        return "\n".join(
            self.lines[index]
            for index in range(self.first, min(self.last + 1, len(self.lines)))
            if not self.chrome[index]
        )

    def beside_chrome(self, index: int) -> bool:
        before, after = index - 1, index + 1
        return (before >= 0 and self.chrome[before]) or (after < len(self.lines) and self.chrome[after])

    def ends_block(self, index: int) -> bool:
        return index + 1 >= len(self.lines) or not self.joined[index + 1]


def _is_joined(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") < 2


def _mark_slogans(layout: _Layout) -> None:
    for index in layout.head[:_SLOGAN_LINES]:
        if rules.is_slogan(layout.lines[index]):
            layout.chrome[index] = True
    site = rules.site_suffix(layout.lines[0]) if len(layout.head) > 1 else None
    if site is not None:
        for index, line in enumerate(layout.lines):
            layout.chrome[index] = layout.chrome[index] or rules.ends_with_site(line, site)


def _mark_links(layout: _Layout) -> None:
    """Titles of other stories under "Related articles" and its like."""
    for index, line in enumerate(layout.lines):
        if not layout.chrome[index] or not rules.opens_links(line):
            continue
        links = list(_links_below(layout, index))
        in_own_block = bool(links) and layout.ends_block(links[-1])
        if rules.is_list_marker(line):
            links = links[:1]
        elif in_own_block and layout.joined[links[0]]:
            pass
        elif line.rstrip().endswith(":") and links and not layout.joined[links[0]]:
            links = links[:1]
        else:
            continue
        for link in links:
            layout.chrome[link] = True


def _mark_teasers(layout: _Layout) -> None:
    """A box with another story inside the report: a line of chrome, the name of a section, a title."""
    for index in range(layout.first + 1, min(layout.last, len(layout.lines) - 1)):
        in_box = layout.joined[index] and layout.joined[index + 1] and layout.chrome[index - 1]
        if in_box and layout.evidence[index].section and not layout.chrome[index]:
            layout.chrome[index] = True
            title = layout.lines[index + 1]
            if len(title) <= _LINK_LENGTH and not rules.ends_sentence(title):
                layout.chrome[index + 1] = True


def _links_below(layout: _Layout, heading: int) -> Iterator[int]:
    """Lines right after a heading, in one block, that look like titles."""
    for index in range(heading + 1, min(heading + 1 + _MAX_LINKS, len(layout.lines))):
        if index > heading + 1 and not layout.joined[index]:
            return
        line = layout.lines[index]
        if len(line) > _LINK_LENGTH or line.rstrip().endswith((".", ":", ",")) or layout.is_paragraph(index):
            return
        yield index


def _mark_around(layout: _Layout) -> None:
    """Sections, site names and appeals before and after the report."""
    headlines = [index for index in layout.head if not layout.chrome[index] and not layout.evidence[index].section]
    for index in layout.head:
        if layout.evidence[index].section and (headlines or layout.beside_chrome(index)):
            layout.chrome[index] = True
    brands = _brands(layout)
    appeals = 0
    for index, line in enumerate(layout.lines):
        if layout.chrome[index] or len(line) > 80:
            continue
        in_margin = index < layout.first or index > layout.last
        if in_margin and rules.bare(line) in brands and (index > layout.last or len(headlines) > 1):
            layout.chrome[index] = True
        elif index and appeals < _MAX_APPEALS and (name := rules.supported_name(line)):
            # A site asks for itself; a subheading "Support Ukraine" names what the report is about.
            appeals += 1
            layout.chrome[index] = layout.text.count(name) == 1


def _brands(layout: _Layout) -> set[str]:
    """Names of the site, from its copyright lines."""
    pairs = zip(layout.lines, layout.chrome, strict=True)
    return {name for line, chrome in pairs if chrome and (name := rules.brand(line))}


def _mark_menus(layout: _Layout) -> None:
    """Three or more entries of a menu in a row are a menu, wherever they stand."""
    run: list[int] = []
    for index, (line, found) in enumerate(zip(layout.lines, layout.evidence, strict=True)):
        if found is not rules.NO_EVIDENCE and len(line) < _ENTRY_LENGTH and any(map(str.isalpha, line)):
            run.append(index)
            if len(run) >= _MENU_LENGTH:
                for entry in run[-_MENU_LENGTH:]:
                    layout.chrome[entry] = True
        else:
            run = []


def _mark_other_scripts(layout: _Layout) -> None:
    """Interface text in another script than the report's. Foreign words of the report stand in sentences."""
    if layout.text.isascii():
        return
    script = main_script(layout.paragraphs())
    if script is None:
        return
    for index, line in enumerate(layout.lines):
        in_margin = index > layout.last or (index < layout.first and script == "Latin")
        if len(line) > 100 or layout.chrome[index] or not (in_margin or layout.beside_chrome(index)):
            continue
        if only_in_other_script(line, script) and not rules.ends_sentence(line) and not rules.is_quoted(line):
            layout.chrome[index] = True


def _mark_footer(layout: _Layout) -> None:
    """After the report, everything from the first comment box, login or list of links on, but for credits."""
    in_footer = False
    for index in layout.tail:
        line = layout.lines[index]
        if layout.chrome[index]:
            in_footer = in_footer or rules.opens_footer(line)
        elif in_footer and len(line) <= _LINK_LENGTH and not rules.ends_sentence(line) and not _CREDIT.match(line):
            layout.chrome[index] = not rules.is_quoted(line)


def _mark_beside(layout: _Layout) -> None:
    """Words that are chrome in company only, from both directions so that one vouches for the next."""
    for order in (range(len(layout.lines)), range(len(layout.lines) - 1, -1, -1)):
        for index in order:
            if layout.chrome[index] or not layout.evidence[index].edge:
                continue
            in_margin = not layout.first <= index <= layout.last
            if layout.beside_chrome(index) or (in_margin and any(map(str.isalpha, layout.lines[index]))):
                layout.chrome[index] = True


_STEPS = (
    _mark_slogans,
    _mark_beside,
    _mark_links,
    _mark_teasers,
    _mark_around,
    _mark_menus,
    _mark_other_scripts,
    _mark_footer,
    _mark_beside,
)
