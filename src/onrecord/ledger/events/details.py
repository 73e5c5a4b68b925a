"""What else a clause tells of an event: the day, the place, numbers, and a few words to call it by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.domain import Mention, Report, Span, TimeExpression
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.days import Days

Range = tuple[int, int]

_WHERE = re.compile(
    r"\b(?:in|at|near|outside|inside|across|throughout|around|off|along)\s+(?:(?:the|its|their|a)\s+)?"
    r"(?:[a-zà-þ][\w’'-]*\s+){0,3}\Z"
)
_NUMBER = (
    r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands"
    r"|(?:a|several|two|three)\s+dozen|scores|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several\s+hundred"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/-])(?:(?:around|about|some|nearly|almost|over|at\s+least|more\s+than|up\s+to|only)\s+)?(?P<number>{_NUMBER})"
    r"(?:\s+(?:million|billion|thousand|percent|per\s+cent|%))?(?:\s+of)?(?P<noun>(?:\s+(?!(?:and|or|in|on|at|to|of|from|with|who|that|were|was|have"
    r"|had|has|are|is|for|by|as|when|while|after|before)\b)[\w’'-]+){0,3})",
    re.IGNORECASE,
)
_NAMED_NUMBER = re.compile(
    r"(?:Resolution|Article|Chapter|Section|No\.?|Route|Flight|Group|Act|Protocol|Part|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)[\s.-]*\Z",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*\s+(?:of\s+)?(?:the\s+year\s+)?\Z")
_MOST_FIGURES = 6
_WORDS = 14
_DETERMINER = re.compile(r"(?:a|an|the|its|their|his|her|this|that|these|those|some|any|another)\s+", re.IGNORECASE)


class Details:
    """Finds the details of one report's events."""

    def __init__(self, report: Report, clauses: Clauses, days: Days) -> None:
        self.text = report.text
        self._clauses, self._days = clauses, days
        places = [m for m in report.mentions if m.kind in ("place", "state")]
        self._places: list[Mention] = sorted(places, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [mention.span.start for mention in self._places]

    def regions(self, clause: Clause) -> list[Range]:
        """The stretches of a sentence that belong to a clause and to no other one with a tense of its own."""
        low, high = clause.span.start, clause.span.end
        before = self._clauses[clause.index - 1] if clause.index else None
        if clause.link in ("main", "coordinate", "complement"):
            inside = before is not None and before.sentence == clause.sentence
            low = (
                max(before.group.end, min(low, before.span.end))
                if inside and before is not None
                else clause.sentence.start
            )
            if inside and before is not None and before.link in ("condition", "time"):
                low = max(low, before.span.end)
        opening = self._opening(clause)
        cuts = sorted(
            (child.span.start, child.span.end)
            for child in self._below(clause)
            if child.form == "finite" or child.link == "relative"
        )
        found = [opening] if opening is not None else []
        for start, end in cuts:
            if start > low:
                found.append((low, min(start, high)))
            low = max(low, end)
        if low < high:
            found.append((low, high))
        return found

    def _opening(self, clause: Clause) -> Range | None:
        """What stands before a leading subordinate clause: "[In March,] when the road was closed, they left"."""
        if clause.link != "main":
            return None
        leading = list(self._clauses.children(clause, "time", "condition", "cause", "concession"))
        first = next((child for child in leading if child.index < clause.index), None)
        if first is None or first.span.start <= clause.sentence.start:
            return None
        return clause.sentence.start, first.span.start

    def _below(self, clause: Clause) -> list[Clause]:
        found = []
        for child in self._clauses.children(clause):
            found.append(child)
            if child.form != "finite":
                found += self._below(child)
        return found

    def time(self, clause: Clause, trigger: Span) -> Span | None:
        """The words that say when: the time expression of the clause that is nearest to its verb."""
        found: list[tuple[int, int, Span]] = []
        for low, high in self.regions(clause):
            times = self._days.within(low, high)
            for place, time in enumerate(times):
                if len(time.value) == 4 and _IN_NAME.search(self.text, max(0, time.span.start - 20), time.span.start):
                    continue  # "the Treaty of Norland of 1951"
                distance = (
                    abs(time.span.start - trigger.end)
                    if time.span.start >= trigger.end
                    else trigger.start - time.span.end
                )
                found.append((0 if _is_fine(time) else 1, distance, self._days.joined(times, place)))
        if found:
            return min(found, key=lambda one: (one[0], one[1], one[2]))[2]
        above = self._clauses.parent(clause)
        if clause.link == "coordinate" and clause.shared and above is not None:
            return self.time(above, trigger)
        if clause.link == "time" and clause.marker == "when" and above is not None:
            times = [t for low, high in self.regions(above) for t in self._days.within(low, high)]
            near = [t for t in times if 0 <= clause.span.start - t.span.end <= 2]
            return near[0].span if near else None  # "on Monday, when …"
        return None

    def is_habit(self, clause: Clause) -> bool:
        """Whether the clause says how often."""
        return any(self._days.sets_within(low, high) for low, high in self.regions(clause))

    def place(self, ranges: Sequence[Range]) -> Span | None:
        """The words that say where."""
        for low, high in ranges:
            at = bisect_left(self._starts, low)
            while at < len(self._places) and self._starts[at] < high:
                mention = self._places[at]
                at += 1
                if mention.span.end > high:
                    continue
                owns = mention.span.text.endswith(("’s", "'s")) or self.text[
                    mention.span.end : mention.span.end + 2
                ] in ("’s", "'s")
                if (
                    not owns
                    and mention.head.text[:1].isupper()
                    and _WHERE.search(self.text, max(low, mention.span.start - 50), mention.span.start)
                ):
                    return mention.span
        return None

    def figures(self, ranges: Sequence[Range]) -> tuple[Span, ...]:
        """Numbers of people and things, with the noun that they count; none that are part of a date or a name."""
        found: list[Span] = []
        for low, high in ranges:
            times = self._all_times(low, high)
            for match in _FIGURE.finditer(self.text, low, high):
                if len(found) == _MOST_FIGURES:
                    break
                start, end = match.span()
                if any(t.start < end and start < t.end for t in times) or not match["noun"].strip():
                    continue
                if _NAMED_NUMBER.search(self.text, max(0, start - 14), start):
                    continue
                found.append(Span.of(self.text, start, end))
        return tuple(found)

    def _all_times(self, low: int, high: int) -> list[Span]:
        return [time.span for time in self._days.all_within(low, high)]

    def words(self, clause: Clause, start: int, end: int) -> str:
        """A few words of the clause for people to read."""
        said = " ".join(self.text[start:end].split())
        lead = _DETERMINER.match(said)
        words = said[lead.end() if lead else 0 :].split(" ")
        return " ".join(words[:_WORDS]).rstrip(" ,;:.-–—“”\"'")


def _is_fine(time: TimeExpression) -> bool:
    """Whether an expression names a day rather than a longer stretch."""
    return len(time.value) >= 10 or "WXX" in time.value
