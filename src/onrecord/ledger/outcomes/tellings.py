"""What a report tells as done, as not done, or as given up: the clauses by which promises are settled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from onrecord.actors.words import word_set
from onrecord.domain import Actor, Outcome, Report, Span, Telling, TimeExpression
from onrecord.ledger.clauses import Clause, Clauses, clauses
from onrecord.ledger.outcomes.deeds import canonical, content
from onrecord.ledger.stems import words_of

_WORDS_ONLY = word_set(
    "say tell add claim warn believe hope want wish expect plan intend urge ask demand threaten vow pledge promise "
    "insist argue think know feel fear suggest call describe consider discuss debate mull propose recommend predict "
    "stress note seek aim try attempt need appear seem look remain mean prepare"
)
"""Verbs by which nothing is done that anybody could have promised, or not yet."""

_FAILING = word_set("fail refuse decline neglect omit")
_GIVING_UP = word_set(
    "drop abandon withdraw shelve scrap renounce ditch retract rescind cancel reverse suspend postpone"
)
_INTENTS = word_set(
    "plan plans threat threats pledge pledges promise promises offer offers bid proposal proposals intention "
    "intentions vow vows commitment idea"
)
_STARTING = word_set("begin start continue resume manage proceed go")
_HEDGED = word_set("condition concession purpose")
_STOPS = tuple(".!?:;\"'”’)…")  # a headline has none
_LONGEST = 240  # code points of what follows a verb that are read


_WITHOUT = re.compile(
    r"\b(?:without|no)\s+(?:an?\s+|any\s+|further\s+)?(?:[a-z-]+\s+){0,2}?"
    r"(agreement|deal|accord|settlement|compromise|vote|decision|signature|breakthrough|result|solution)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\buntil\s+(?:the\s+|early\s+|late\s+|last\s+)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby ((?:[\w.’'-]+ ?){1,8})")


class _Done(NamedTuple):
    """The clause whose deed is told, and what is told of it."""

    deed: Clause
    outcome: Outcome


def tellings(report: Report) -> tuple[Telling, ...]:
    """The clauses of a report that tell what was done, was not done or was given up, in text order.

    Wishes, plans, conditions and what somebody merely said are none of these. What a statement tells counts like
    narration, unless it is negated or hedged.
    """
    found = clauses(report)
    times = sorted(report.times, key=lambda time: time.span)
    starts = [time.span.start for time in times]
    told = []
    for clause in found:
        done = _told(found, clause, report)
        if done is not None:
            told.append(_telling(found, clause, done, times, starts))
            told.extend(_lacking(told[-1]))
    return tuple(told)


def _lacking(telling: Telling) -> Iterator[Telling]:
    """What a clause tells as not reached: "the talks ended without agreement", "there was no vote"."""
    missing = _WITHOUT.search(telling.span.text)
    if missing is not None and telling.outcome == "done":
        yield replace(telling, verb=canonical(missing[1]), outcome="not done")


def _told(found: Clauses, clause: Clause, report: Report) -> _Done | None:
    """What a clause tells; None where it tells nothing as a fact."""
    if not _is_told_as_fact(found, clause, report):
        return None
    nested = _infinitive(found, clause)
    if clause.lemma in _FAILING and nested is not None:
        return _Done(nested, "done" if clause.negated else "not done")
    if clause.lemma == "have" and nested is not None and "yet" in clause.rest.text.casefold().split()[:1]:
        return _Done(nested, "not done")
    if clause.lemma in _GIVING_UP and not clause.negated and _speaks_of_intent(clause):
        return _Done(clause, "given up")
    if clause.lemma in _STARTING and nested is not None:
        return _Done(nested, "not done" if clause.negated else "done")
    if clause.lemma in _WORDS_ONLY:
        return None
    return _Done(clause, "not done" if clause.negated else "done")


def _is_told_as_fact(found: Clauses, clause: Clause, report: Report) -> bool:
    """Whether a clause is in the past or the perfect, or in the present of a headline, and under no condition."""
    if not clause.is_finite or clause.modal:
        return False
    past = clause.tense == "past" or clause.aspect in ("perfect", "perfect progressive")
    yet = clause.lemma == "have" and clause.rest.text.casefold().startswith("yet")
    printed = clause.headline or not clause.sentence.text.rstrip().endswith(_STOPS)
    if not past and not yet and not (printed and clause.tense == "present" and clause.aspect == "simple"):
        return False
    above: Clause | None = clause
    while above is not None:
        if above.link in _HEDGED or (above is not clause and above.modal and clause.link != "main"):
            return False
        above = found.parent(above) if above.link != "main" else None
    if clause.statement is not None:
        statement = report.statements[clause.statement]
        return not statement.negated and not statement.hedged and statement.mode in ("speech", "writing")
    return True


def _infinitive(found: Clauses, clause: Clause) -> Clause | None:
    return next(iter(found.children(clause, "infinitive")), None)


def _speaks_of_intent(clause: Clause) -> bool:
    return not _INTENTS.isdisjoint(clause.rest.text.casefold().split()[:6])


def _telling(found: Clauses, clause: Clause, done: _Done, times: list[TimeExpression], starts: list[int]) -> Telling:
    deed = done.deed
    until = _until(clause, times, starts) if done.outcome == "not done" else None
    end = max(deed.rest.end, deed.group.end, clause.rest.end if deed is clause else deed.group.end)
    start = min(part.start for part in (clause.subject, clause.group) if part is not None)
    if clause.subject is not None and (clause.shared or clause.subject.end > clause.group.end + _LONGEST):
        start = clause.group.start
    text = clause.sentence.text
    low, high = max(start, clause.sentence.start), min(end, clause.sentence.end)
    span = Span(low, high, text[low - clause.sentence.start : high - clause.sentence.start])
    rest = deed.rest.text[:_LONGEST]
    subject = "" if deed.subject is None else deed.subject.text[:_LONGEST]
    governed = " ".join(child.group.text + " " + child.rest.text[:80] for child in found.children(deed, "infinitive"))
    stems = content(f"{subject} {deed.lemma} {deed.particle} {rest} {governed}")
    return Telling(
        span,
        next(iter(content(f"{deed.lemma} {deed.particle} {_first_word(rest)}")), canonical(deed.lemma)),
        stems,
        "done" if until is not None else done.outcome,  # "was not signed until May" was signed in May
        _doer(deed, clause),
        _doer_words(deed),
        until or _time(clause, span, found, times, starts),
        clause.statement,
    )


def _first_word(text: str) -> str:
    """The word that may make a verb of two: "back" of "came back"."""
    return next(iter(words_of(text[:40])), "")


def _until(clause: Clause, times: list[TimeExpression], starts: list[int]) -> Span | None:
    """The time behind "until" in what follows a negated verb."""
    at = bisect_left(starts, clause.group.end)
    while at < len(times) and times[at].span.end <= clause.sentence.end:
        before = clause.sentence.text[: times[at].span.start - clause.sentence.start]
        if times[at].type in ("DATE", "TIME") and _UNTIL.search(before):
            return times[at].span
        at += 1
    return None


def _doer(deed: Clause, clause: Clause) -> Actor | None:
    """Who did it; of a passive nobody, for its subject has it done to it."""
    if deed.passive:
        return None
    return clause.actor if clause.actor is not None else deed.actor


def _doer_words(deed: Clause) -> str:
    """The words for who did it: the subject, or behind "by" in the passive."""
    if not deed.passive:
        return "" if deed.subject is None else deed.subject.text[:_LONGEST]
    agent = _BY.search(deed.rest.text[:_LONGEST])
    return agent[1] if agent else ""


def _time(clause: Clause, span: Span, found: Clauses, times: list[TimeExpression], starts: list[int]) -> Span | None:
    """The time expression within the clause, else the one that opens its sentence, if no other clause can mean it."""
    at = bisect_left(starts, clause.sentence.start)
    inside = []
    while at < len(times) and times[at].span.end <= clause.sentence.end:
        if times[at].type in ("DATE", "TIME"):
            inside.append(times[at].span)
        at += 1
    own = [time for time in inside if span.start <= time.start and time.end <= span.end]
    if own:
        return own[0]
    if clause.link == "main" and inside and inside[0].end <= span.start:
        between = [other for other in found if inside[0].end <= other.group.start < clause.group.start]
        return inside[0] if not between else None
    after = [time for time in inside if 0 <= time.start - span.end <= 4]
    return after[0] if after else None
