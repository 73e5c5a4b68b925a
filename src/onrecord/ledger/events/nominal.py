"""Events that a noun names together with its day: "talks on Wednesday", "Sunday's declaration"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.actors.words import word_set
from onrecord.domain import EventState, Happening, Report, Span, TimeExpression
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.days import Days
from onrecord.ledger.events.dating import dated
from onrecord.ledger.events.details import Details
from onrecord.ledger.events.nouns import EVENT_NOUNS, HELD_NOUNS, WEAK
from onrecord.ledger.events.telling import noun_act

_WORD = r"(?!(?:on|in|at|that|who|which|to|was|were|is|are|has|have|had|will|would)\b)[\w.’'-]+"
_BETWEEN = re.compile(
    r"(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)?)"
    rf"(?P<pp>(?:\s+(?:in|at|of|on|with|between|by|over|about|for|against)\s+{_WORD}(?:\s+{_WORD}){{0,5}}?){{0,2}}?)"
    r"(?P<link>,?\s+(?:(?:that\s+is\s+|which\s+is\s+|to\s+be\s+held\s+|held\s+|due\s+|scheduled\s+|planned\s+|slated\s+|set\s+)?"
    r"(?:on|for|in|this|next|last|late|early|later|from)\s+){1,3}|\s+)\Z",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s\s+(?:(?!(?:and|or|of|in|on)\b)[\w-]+\s+){0,3}?(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)?)\b")
_DIRECT = re.compile(
    r"\s+(?P<noun>deadline|vote|election|elections|referendum|summit|meeting|session|attack|attacks|agreement|deal|talks)\b"
)
_SET = re.compile(r"\b(?:set|scheduled|due|planned|slated|to\s+be\s+held|upcoming)\b", re.IGNORECASE)
_REACH = 90
_WORD_START = re.compile(r"(?<!\w)[^\W\d_]")
_START = re.compile(
    r"(?<![\w’'])(?:\b(?:the|a|an|its|their|his|her|this|that|new|fresh|emergency|formal|latest|final|first|second|another)\s+)?"
    r"(?:(?!(?:on|in|at|of|to|for|from|with|by|that|and|or|was|were|is|are|has|have|had|said|after|before|since|during"
    r"|into|as|than|when|regarding|concerning|following|including|despite|ahead)\b)[\w.’'-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\b(?:the|a|an|its|their|his|her|this|that|these|those)\s", re.IGNORECASE)
# Verbs of whose object it is not said that it happens: "called for a session on Friday", "demanded talks".
_WISHED = word_set(
    "demand call urge want seek request ask propose suggest offer hope expect reject refuse oppose fear predict favour "
    "favor support back consider threaten promise pledge vow plan prepare plead appeal avoid prevent forbid ban"
)


class NominalEvents:
    """Finds the dated nouns of one report."""

    def __init__(self, report: Report, clauses: Clauses, days: Days, details: Details) -> None:
        self._report, self._clauses, self._days, self._details = report, clauses, days, details
        self._starts = [clause.span.start for clause in clauses]

    def all(self) -> Iterator[Happening]:
        """The happenings, time by time; none whose noun a verb of happening has already told."""
        text = self._report.text
        times = self._days.within(0, len(text))
        for place, time in enumerate(times):
            noun = self._noun_before(time) or self._noun_behind(time)
            if noun is None or not self._is_day(time, noun):
                continue
            clause = self._clause_of(noun)
            if clause is None or not self._is_told(clause, noun):
                continue
            yield self._made(clause, noun, self._days.joined(times, place))

    def _noun_before(self, time: TimeExpression) -> Span | None:
        """The noun that a time follows, with no more than a phrase between."""
        text = self._report.text
        low = max(0, time.span.start - _REACH)
        found = None
        for start in _word_starts(text, low, time.span.start):
            match = _BETWEEN.match(text, start, time.span.start)
            if match is None or match["noun"].casefold() not in EVENT_NOUNS - WEAK:
                continue
            if match["link"].strip() or (not match["pp"] and match["noun"].casefold() in HELD_NOUNS):
                found = Span.of(text, *match.span("noun"))
        return found

    def _noun_behind(self, time: TimeExpression) -> Span | None:
        text = self._report.text
        match = _POSSESSIVE.match(text, time.span.end, min(len(text), time.span.end + 60))
        match = match or _DIRECT.match(text, time.span.end, min(len(text), time.span.end + 30))
        if match is None or match["noun"].casefold() not in EVENT_NOUNS:
            return None
        return Span.of(text, *match.span("noun"))

    def _is_day(self, time: TimeExpression, noun: Span) -> bool:
        fine = len(time.value) >= 10 or "WXX" in time.value
        return fine or noun.text.casefold() not in WEAK

    def _clause_of(self, noun: Span) -> Clause | None:
        """The innermost clause that the noun stands in."""
        at = bisect_right(self._starts, noun.start) - 1
        best: Clause | None = None
        for place in range(at, max(-1, at - 12), -1):
            clause = self._clauses[place]
            if (
                clause.span.start <= noun.start
                and noun.end <= clause.span.end
                and (best is None or clause.span.start > best.span.start)
            ):
                best = clause
        if best is None:
            best = next((c for c in self._clauses if c.sentence.start <= noun.start < c.sentence.end), None)
        return best

    def _is_told(self, clause: Clause, noun: Span) -> bool:
        inside = clause.rest.start <= noun.start < clause.rest.end
        if _SET.match(self._report.text[noun.end : noun.end + 40].strip()):
            return clause.link != "condition"
        if inside and clause.lemma in _WISHED:
            return False
        if inside and clause.negated:
            return False
        for above in (clause, *self._clauses.ancestors(clause)):
            if above.link in ("condition",) or (above.lemma in _WISHED and above is not clause):
                return False
        if inside and clause.modal in ("may", "might", "could", "would", "should", "must"):
            return False
        if clause.statement is not None:
            statement = self._report.statements[clause.statement]
            return not statement.negated
        return True

    def _made(self, clause: Clause, noun: Span, time: Span) -> Happening:
        text = self._report.text
        start = noun.start
        before = _START.search(text, max(clause.sentence.start, noun.start - _REACH), noun.start)
        if before is not None:
            start = before.start()
            determiners = list(_DETERMINER.finditer(text, start, noun.start))
            start = determiners[-1].start() if determiners else start  # "saw [the long debate]"
        low, high = min(start, time.start), max(noun.end, time.end)
        state = self._state(clause, noun, time)
        called = self._details.words(clause, start, max(noun.end, time.start) if time.start > noun.end else noun.end)
        called = re.sub(
            r"(?:,?\s(?:on|for|in|set|due|scheduled|planned|held|from|this|next|last|late|early))+\Z", "", called
        )
        ranges = [(low, high)]
        found = Happening(
            Span.of(text, low, high),
            noun,
            called,
            state,
            noun_act(noun),
            time=time,
            place=self._details.place(ranges),
            figures=self._details.figures(ranges),
            statement=clause.statement,
        )
        return dated(found, self._days, self._report.published)

    def _state(self, clause: Clause, noun: Span, time: Span) -> EventState:
        """How the words tell it; what its day says of that is ``dated``'s to find out."""
        finite = next((one for one in (clause, *self._clauses.ancestors(clause)) if one.is_finite), clause)
        tense = finite.tense
        if noun.text.casefold() in ("deadline", "expiry"):
            return "scheduled"
        between = self._report.text[min(noun.start, time.start) : max(noun.end, time.end)]
        if _SET.search(between) or clause.modal == "will":
            return "scheduled"
        return "happened" if tense == "past" or clause.aspect == "perfect" else "scheduled"


def _word_starts(text: str, low: int, high: int) -> list[int]:
    """Where words begin in ``low:high``, behind the last end of a sentence there."""
    low = max(low, *(text.rfind(mark, low, high) for mark in (". ", "\n", "; ", "? ", "! ")))
    return [match.start() for match in _WORD_START.finditer(text, low, high)]
