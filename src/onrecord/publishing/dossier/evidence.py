"""A report's text as HTML with its statements marked in place.

The text is cut wherever any span begins or ends, so that nested and overlapping statements need no nested
elements. Each piece says which statements it belongs to and as what: ``data-s="3c 7s"`` is content of statement 3
and source of statement 7, the innermost statement first. Without its tags the markup is the report's text to the
letter, save what HTML can't hold (NUL and lone surrogates become U+FFFD).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from onrecord.domain import Refusal, Report, Statement
from onrecord.publishing.dossier.instruments import citation_anchor
from onrecord.publishing.dossier.named_days import named_ranges, time_anchor
from onrecord.publishing.dossier.survey import description_anchor, quoted_ranges
from onrecord.tagging.quotation import quotations

if TYPE_CHECKING:
    from onrecord.publishing.dossier.ledger.excerpts import Excerpt

_LINE = re.compile(r"[^\r\n]+")
_LONG_LINE = 100
"""A line this long is a paragraph, so that the next one is set apart even without a blank line between."""

_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_CLASS = {"s": "source", "u": "cue", "c": "content", "v": "venue", "o": "occasion", "n": "negation", "h": "hedge"}


class _Cover(NamedTuple):
    """A range and what it is: ``role`` is a key of ``_CLASS``, q (quoted), f (furniture), r (a refusal), d (words on
    what a person is), t (words that tell a day: those the report is dated by, and days ahead), i (the name of an
    instrument) or w (words that the ledger rests on, ``number`` is theirs)."""

    start: int
    end: int
    role: str
    number: int
    length: int


class _Anchor(NamedTuple):
    """Where a statement's number stands; what is no statement has no number (0).

    Words of the ledger have a number of their own, ``words``; ``sign`` says what they are and ``link`` where in the
    ledger they stand, from the dossier's root.
    """

    at: int
    number: int
    id: str
    words: int = 0
    sign: str = ""
    link: str = ""


def clean(text: str) -> str:
    """``text`` without what HTML and UTF-8 can't hold: NUL and lone surrogates become U+FFFD."""
    return _UNFIT.sub("�", text)


def unturned(text: str) -> str:
    """``text`` with the characters that turn the reading direction spelt out, so that no name can pose as another."""
    return _TURNING.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def evidence_markup(
    report: Report,
    placed: Sequence[tuple[str, Statement]],
    silences: Sequence[tuple[str, Refusal]] = (),
    words: Sequence[Excerpt] = (),
) -> Markup:
    """``report.text`` with ``placed`` (anchors and statements, numbered from 1) and ``silences`` marked in it.

    ``words`` are those that the ledger rests on, one for each place.
    """
    covers = _covers(report, [statement for _, statement in placed])
    covers += [
        _Cover(span.start, span.end, "r", 0, 0) for _, one in silences for span in one.evidence if span.start < span.end
    ]
    anchors = [
        _Anchor(min(statement.content or statement.evidence).start, number, anchor)
        for number, (anchor, statement) in enumerate(placed, start=1)
    ]
    anchors += [_Anchor(one.cue.start, 0, anchor) for anchor, one in silences]
    for place in sorted({(one.span.start, one.span.end) for one in report.descriptions}):
        covers.append(_Cover(*place, "d", 0, 0))
        anchors.append(_Anchor(place[0], 0, description_anchor(*place)))
    dated_by = {(one.span.start, one.span.end) for one in report.published.reasons if one.span is not None}
    for place in sorted(dated_by.union(named_ranges(report))):
        covers.append(_Cover(*place, "t", 0, 0))
        anchors.append(_Anchor(place[0], 0, time_anchor(*place)))
    for place in sorted({(one.span.start, one.span.end) for one in report.citations}):
        covers.append(_Cover(*place, "i", 0, 0))
        anchors.append(_Anchor(place[0], 0, citation_anchor(*place)))
    for number, one in enumerate(words, start=1):
        covers += [_Cover(mark.span.start, mark.span.end, "w", number, 0) for mark in one.marks]
        anchors.append(_Anchor(one.range[0], 0, one.anchor, number, one.sign, one.link))
    return Markup("").join(_paragraphs(report.text, _Sweep(report.text, covers, anchors)))


def _covers(report: Report, statements: list[Statement]) -> list[_Cover]:
    quoted = [(found.start, found.end) for found in quotations(report.text)] if statements else []
    covers = [_Cover(span.start, span.end, "f", 0, 0) for span in report.chrome]
    for number, statement in enumerate(statements, start=1):
        evidence = statement.evidence
        length = max(span.end for span in evidence) - min(span.start for span in evidence)
        named = [("s", statement.source), ("u", statement.cue), *(("c", span) for span in statement.content)]
        named += [("v", statement.venue), ("o", statement.occasion), ("n", statement.negation), ("h", statement.hedge)]
        covers += [_Cover(span.start, span.end, role, number, length) for role, span in named if span is not None]
        covers += [_Cover(low, high, "q", number, length) for low, high in quoted_ranges(statement, quoted)]
    return [cover for cover in covers if cover.start < cover.end]


class _Sweep:
    """Cuts a text at the ends of its covers, in one pass from left to right."""

    def __init__(self, text: str, covers: list[_Cover], anchors: Sequence[_Anchor]) -> None:
        self.text = text
        self.covers = deque(sorted(covers))
        self.anchors = deque(sorted(anchors))
        self.cuts = deque(sorted({*(c.start for c in covers), *(c.end for c in covers), *(a.at for a in anchors)}))
        self.active: list[_Cover] = []

    def pieces(self, start: int, end: int) -> Iterator[tuple[list[_Anchor], str, list[_Cover]]]:
        """The pieces of ``text[start:end]``: the anchors before each, its words, and what covers it."""
        while start < end:
            while self.cuts and self.cuts[0] <= start:
                self.cuts.popleft()
            while self.covers and self.covers[0].start <= start:
                self.active.append(self.covers.popleft())
            self.active = [cover for cover in self.active if cover.end > start]
            high = min(self.cuts[0], end) if self.cuts else end
            yield self.anchors_until(start), self.text[start:high], self.active
            start = high

    def anchors_until(self, end: int) -> list[_Anchor]:
        """The anchors that were not given yet and stand at ``end`` or before."""
        due: list[_Anchor] = []
        while self.anchors and self.anchors[0].at <= end:
            due.append(self.anchors.popleft())
        return due


def _paragraphs(text: str, sweep: _Sweep) -> Iterator[Markup]:
    at = 0
    long_line, in_furniture = True, False
    for line in _LINE.finditer(text):
        between = text[at : line.start()]
        at = line.end()
        blank, furniture = not line.group().strip(), True
        marked: list[Markup] = []
        for anchors, words, active in sweep.pieces(line.start(), line.end()):
            marked += [_reference(anchor) for anchor in anchors]
            marked.append(_piece(words, active))
            furniture = furniture and (not words.strip() or any(cover.role == "f" for cover in active))
        furniture = furniture and not blank
        names = ["apart"] if long_line or between.replace("\r\n", "\n").count("\n") > 1 else []
        if furniture:
            names += ["furniture"] if in_furniture else ["furniture", "first"]
        in_furniture = furniture or (in_furniture and blank)
        long_line = len(line.group()) >= _LONG_LINE
        opening = Markup('<p dir="auto" class="{}">').format(" ".join(names)) if names else Markup('<p dir="auto">')
        yield _escaped(between) + opening + Markup("").join(marked) + Markup("</p>")
    yield _escaped(text[at:]) + Markup("").join(_reference(anchor) for anchor in sweep.anchors_until(len(text)))


def _reference(anchor: _Anchor) -> Markup:
    """The number before a statement's words: what links land on, and the way to its note."""
    if anchor.sign and anchor.link:
        opening = '<a class="hush sign {0}" id="{1}" data-w="{2}" href="../{3}" aria-label="{0} in the ledger"></a>'
        return Markup(opening).format(anchor.sign, anchor.id, anchor.words, anchor.link)
    if anchor.words:
        return Markup('<a class="hush" id="{}" data-w="{}"></a>').format(anchor.id, anchor.words)
    if not anchor.number:
        return Markup('<a class="hush" id="{}"></a>').format(anchor.id)
    opening = '<a class="ref" id="{0}" href="#n-{0}" data-n="{1}" aria-label="statement {1}"></a>'
    return Markup(opening).format(anchor.id, anchor.number)


def _piece(text: str, active: list[_Cover]) -> Markup:
    words = _escaped(text)
    if not active:
        return words
    held = sorted((c for c in active if c.role in _CLASS), key=lambda c: (c.length, c.number, c.role))
    names = [_CLASS[role] for role in "cusvonh" if any(c.role == role for c in held)]
    depth = len({c.number for c in held if c.role == "c"})
    if depth > 1:
        names.append("deep")
    if any(c.role == "q" for c in active):
        names.append("quoted")
    if any(c.role == "f" for c in active):
        names.append("site")
    if any(c.role == "r" for c in active):
        names.append("hushed")
    if any(c.role == "d" for c in active):
        names.append("described")
    if any(c.role == "t" for c in active):
        names.append("dating")
    if any(c.role == "i" for c in active):
        names.append("cited")
    accounts = sorted({c.number for c in active if c.role == "w"})
    told = Markup("")
    if accounts:
        names.append("worded")
        told = Markup(' data-w="{}"').format(" ".join(map(str, accounts)))
    if not held:
        return Markup('<span class="{}"{}>{}</span>').format(" ".join(names), told, words)
    tokens = " ".join(f"{c.number}{c.role}" for c in held)
    return Markup('<span class="said {}" data-s="{}"{}>{}</span>').format(" ".join(names), tokens, told, words)


def _escaped(text: str) -> Markup:
    """Text for a page: escaped, carriage returns kept, unseen characters that can mislead made visible."""
    safe = Markup(str(escape(clean(text))).replace("\r", "&#13;"))
    return Markup(_UNSEEN.sub(_shown, safe))


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    return f'<span class="unseen" data-code="U+{ord(character):04X}">{character}</span>'
