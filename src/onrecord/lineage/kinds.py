"""What two reports share: a whole story, a part of one, or only what somebody said in public."""

from __future__ import annotations

import re

from onrecord.domain import Lineage, LineageKind, Passage, Report
from onrecord.lineage.aligning import same_words
from onrecord.lineage.bodies import Body
from onrecord.lineage.boilerplate import site_words
from onrecord.lineage.chaining import LEAST_SAME
from onrecord.lineage.direction import who_was_first
from onrecord.reading.agency import agency_named

Range = tuple[int, int, int, int]
"""Words of a passage: start and end in the one report, start and end in the other."""

_SITE_WORDS = 2  # what sites say of themselves, in a passage of boilerplate
_SITE_SHARE = 25  # words for each of them
_OWN_WORDS = 12  # shared words outside of quotation marks, in a row of passages, that are no mere "she told reporters"
_NEARLY_ALL = 0.9
_MOST = 0.5
_MUCH = 0.35  # of the longer report, where it is most of the shorter

_TOLD = re.compile(
    r"\b(?:told|tells|telling|reached by|interview with|by telephone (?:to|by)|said to)\s+"
    r"(?P<name>(?:the\s+)?[A-Z][\w.&-]*(?:\s+[A-Z][\w.&-]*){0,3})"
)


class Shared:
    """What two reports share, word by word. ``one`` comes first in the pairs of ``same``."""

    def __init__(self, one: Body, other: Body, ranges: list[Range]) -> None:
        self.one, self.other = one, other
        self.ranges = ranges
        self.same = [
            (x1 + i, y1 + j) for x1, x2, y1, y2 in ranges for i, j in same_words(one.words[x1:x2], other.words[y1:y2])
        ]

    def without_site_words(self) -> Shared | None:
        """The same without passages in which sites speak of themselves; None if too little is left."""
        kept = [each for each in self.ranges if not self._is_of_the_site(each)]
        if len(kept) == len(self.ranges):
            return self
        left = Shared(self.one, self.other, kept)
        return left if any(left.count(each) >= LEAST_SAME for each in kept) else None

    def count(self, within: Range) -> int:
        """How many words of a passage are the same."""
        return sum(within[0] <= i < within[1] for i, _ in self.same)

    def passages(self) -> list[Passage]:
        """The passages as characters, in the order of the one report. None reaches across chrome."""
        found = []
        for x1, x2, y1, y2 in self.ranges:
            pairs = [(i, j) for i, j in self.same if x1 <= i < x2 and y1 <= j < y2]
            for (i1, j1), (i2, j2) in self._unbroken(pairs):
                found.append(Passage(self.one.span(i1, i2 + 1), self.other.span(j1, j2 + 1)))
        return sorted(found)

    def kind(self, agency: bool) -> LineageKind:
        """What they share; ``agency`` tells whether an agency is credited with it."""
        if self._is_only_quoted():
            return "quotation only"
        shares = sorted(len(self.same) / max(1, len(body)) for body in (self.one, self.other))
        if shares[0] >= _NEARLY_ALL:
            return "agency copy" if agency else "copy"
        return "edited copy" if shares[1] >= _MOST and shares[0] >= _MUCH else "excerpt"

    def _is_of_the_site(self, within: Range) -> bool:
        text = self.one.text_of(within[0], within[1])
        said = site_words(text)
        return said >= _SITE_WORDS and said * _SITE_SHARE >= within[1] - within[0]

    def _is_only_quoted(self) -> bool:
        """Whether next to nothing is shared that is outside of quotation marks in both."""
        quoted_one, quoted_other = self.one.quoted, self.other.quoted
        for x1, x2, y1, y2 in self.ranges:
            own = sum(not (quoted_one[i] or quoted_other[j]) for i, j in self.same if x1 <= i < x2 and y1 <= j < y2)
            quoted = sum(quoted_one[i] or quoted_other[j] for i, j in self.same if x1 <= i < x2 and y1 <= j < y2)
            if own > _OWN_WORDS or own > quoted:
                return False
        return True

    def _unbroken(self, pairs: list[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """The first and last of every run of ``pairs`` between which no chrome stands in either report."""
        runs: list[tuple[tuple[int, int], tuple[int, int]]] = []
        for pair in pairs:
            if runs and not (
                self.one.has_chrome_between(runs[-1][1][0], pair[0])
                or self.other.has_chrome_between(runs[-1][1][1], pair[1])
            ):
                runs[-1] = (runs[-1][0], pair)
            else:
                runs.append((pair, pair))
        return runs


def lineage_of(shared: Shared) -> Lineage:
    """The row for what two reports share."""
    passages = shared.passages()
    agency = _agency(shared.one.report, shared.other.report, passages)
    kind = shared.kind(agency is not None)
    first, reason = who_was_first(shared.one, shared.other, passages)
    if kind == "quotation only":
        first, reason = None, "both quote the same words, which each may have heard"
    one, other = shared.one, shared.other
    source_is_one = first is one.report or (first is None and _goes_first(one, other))
    if source_is_one:
        one, other = other, one
        passages = sorted(Passage(there, here) for here, there in passages)
    count = len(shared.same)
    return Lineage(
        report=one.report.id,
        copied_from=other.report.id,
        kind=kind,
        direction="unknown" if first is None else "known",
        reason=reason,
        passages=tuple(passages),
        same_words=count,
        share=round(min(1.0, count / max(1, len(one))), 4),
        share_of_source=round(min(1.0, count / max(1, len(other))), 4),
        agency=agency,
    )


def _goes_first(one: Body, other: Body) -> bool:
    """Which of two is shown as the source where it is not known: the longer one."""
    return (-len(one), one.report.id) < (-len(other), other.report.id)


def _agency(one: Report, other: Report, passages: list[Passage]) -> str | None:
    """The agency behind it: credited by both, or by one if the other credits none; or told, in a shared passage."""
    credited = {report.agency for report in (one, other)} - {None}
    if len(credited) == 1:
        return credited.pop()
    if credited:
        return None
    for passage in passages:
        for match in _TOLD.finditer(passage.here.text):
            words = match["name"].split()
            for end in range(len(words), 0, -1):
                if name := agency_named(" ".join(words[:end])) or agency_named(
                    " ".join(words[:end]).removeprefix("the ")
                ):
                    return name
    return None
