"""The events that the verbs of a report tell: that something happened, is set for a day, was put off or called off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.actors.words import word_set
from onrecord.domain import Act, EventState, Happening, Report, Span
from onrecord.ledger.acts import Coder, code_of_noun
from onrecord.ledger.acts.acting import Parties
from onrecord.ledger.acts.intentions import SAYING
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.days import Days
from onrecord.ledger.events.dating import dated
from onrecord.ledger.events.details import Details, Range
from onrecord.ledger.events.nouns import (
    CANCELLING,
    EVENT_NOUNS,
    EVENTIVE,
    HABITUAL,
    HELD_NOUNS,
    HOLDING,
    MOVING,
    SETTING,
    STATIVE,
    VAGUE,
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NP_END = re.compile(
    r"\b(?:on|in|at|to|for|with|between|after|before|by|until|from|over|about|against|of|and|who|which|that|set|due|as"
    r"|during|under|near|this|next|last|late|early|earlier|later)\b|[,;:.()\"“”—–]",
    re.IGNORECASE,
)
_UNSURE = frozenset(["may", "might", "could", "can", "would", "should", "must", "shall", "ought"])
_TELLING = ("main", "coordinate", "complement")
_HYPOTHETICAL = frozenset(["condition", "purpose", "concession"])
_ONGOING = ("progressive", "perfect progressive")
# Verbs under which a clause tells what is wished, feared, asked for or thought, and not what happened.
_NOT_TOLD = word_set(
    "want wish hope expect fear believe think doubt urge ask demand call request appeal insist suggest propose "
    "recommend predict plan intend threaten vow pledge promise offer refuse decline fail consider prefer require allow "
    "let permit deny dispute reject suspect imagine suppose pretend"
)
_MEETING = word_set(
    "meet hold convene visit vote arrive attend gather resume open begin start host travel debate sign launch "
    "address testify reconvene inaugurate swear expire elapse return sit take"
)
_STOPS = tuple(".!?:;\"'”’)…")  # a headline has none
_PRONOUNS = word_set("he she it they we i you this that who which")


class Tellings:
    """Tells the events of one report's clauses."""

    def __init__(self, report: Report, clauses: Clauses, days: Days, details: Details) -> None:
        self._report, self._clauses, self._days, self._details = report, clauses, days, details
        self._coder, self._parties = Coder(report.text, clauses), Parties(report)
        self._cues = sorted((s.cue.start, s.cue.end) for s in report.statements if s.cue is not None)
        self._acts = {(act.span.start, act.span.end): act for act in report.acts}

    def all(self) -> Iterator[Happening]:
        """The happenings, clause by clause."""
        for clause in self._clauses:
            if not self._is_told(clause) or (clause.form == "participle" and not self._is_set_off(clause)):
                continue
            found = self._planned(clause) or self._undone(clause) or self._happened(clause)
            if found is not None:
                yield found

    def _is_set_off(self, clause: Clause) -> bool:
        """Whether a participle stands behind a comma: ", killing two", but not "by killing two"."""
        return self._report.text[max(0, clause.group.start - 3) : clause.group.start].rstrip().endswith(",")

    def _is_told(self, clause: Clause) -> bool:
        """Whether a clause tells something as a fact or a plan, and not as a wish, a supposition or a habit."""
        if clause.headline and clause.link != "main":
            return False
        before = (
            clause.subject.end
            if clause.subject is not None and clause.subject.end <= clause.verb.start
            else clause.group.start
        )
        if _words(
            self._report.text[max(before, clause.verb.start - 60) : clause.verb.start]
        ) & HABITUAL or self._details.is_habit(clause):
            return False
        for above in (clause, *self._clauses.ancestors(clause)):
            if (
                above.link in _HYPOTHETICAL
                or above.marker in ("whether", "until", "till")
                or (above.marker == "before" and above.tense != "past")
            ):
                return False
            if above is not clause and (
                above.lemma in _NOT_TOLD
                and (clause.link == "complement" or above.form == "infinitive")
                and clause.link != "time"
            ):
                return False
        if clause.statement is None:
            return True
        statement = self._report.statements[clause.statement]
        return not statement.negated and statement.mode in ("speech", "writing")

    def _planned(self, clause: Clause) -> Happening | None:
        """What is set for a day: "was set for Dec 19", "is to meet on Friday", "planned to meet later"."""
        following = clause.rest.text.split(" ", 1)[0].casefold()
        inner = next(iter(self._clauses.children(clause, "infinitive")), None)
        moved = clause.lemma in MOVING or (clause.lemma == "put" and clause.particle in ("off", "back"))
        if moved:
            return None
        if clause.modal in _UNSURE:
            return None
        if clause.lemma in SETTING and clause.passive and not clause.negated:
            if inner is not None and (clause.lemma != "expect" or inner.lemma in _MEETING):
                return self._scheduled(inner, clause)
            if following in ("for", "on", "to", "at") and clause.lemma != "expect" and clause.lemma != "call":
                return self._noun_event(clause, clause.subject, "scheduled", needs_time=False)
        if clause.lemma == "be" and following == "due" and not clause.negated:
            if inner is not None:
                return self._scheduled(inner, clause)
            named = self._noun_event(clause, clause.subject, "scheduled", needs_time=True)
            time = self._details.time(clause, clause.verb)
            if named is None and time is not None and clause.actor is not None:
                return self._event(clause, "scheduled", time, clause.group)  # "the envoy is due in Oslo on Friday"
            return named
        if clause.lemma in ("plan", "schedule") and inner is not None and not clause.passive and not clause.negated:
            time = self._details.time(inner, inner.verb) or self._details.time(clause, clause.verb)
            return self._scheduled(inner, clause) if time is not None else None
        if clause.lemma in SETTING and not clause.passive and clause.tense != "future" and not clause.negated:
            found = self._noun_event(clause, clause.rest, "scheduled", needs_time=True, noun_of=HELD_NOUNS)
            if found is not None and clause.lemma not in ("call", "expect", "time"):
                return found
        if clause.modal in ("will", "is to") and not clause.negated and clause.lemma in _MEETING and clause.rest.text:
            time = self._details.time(clause, clause.verb)
            if time is None:
                return None
            held = clause.subject if clause.lemma == "take" or clause.passive else clause.rest
            named = self._noun_event(clause, held, "scheduled", needs_time=True, noun_of=HELD_NOUNS)
            return (
                named
                if named is not None and clause.lemma in HOLDING
                else self._event(clause, "scheduled", time, clause.group)
            )
        return None

    def _scheduled(self, inner: Clause, above: Clause) -> Happening | None:
        if inner.negated or inner.lemma in STATIVE - {"begin", "start", "take", "go", "come", "speak", "discuss"}:
            return None
        time = self._details.time(inner, inner.verb) or self._details.time(above, inner.verb)
        if inner.lemma in HOLDING:
            found = self._noun_event(inner, inner.rest, "scheduled", needs_time=False, noun_of=HELD_NOUNS, time=time)
            if found is not None:
                return found
        return self._event(inner, "scheduled", time, above.group)

    def _undone(self, clause: Clause) -> Happening | None:
        """What was put off or called off."""
        moved = clause.lemma in MOVING or (clause.lemma == "put" and clause.particle in ("off", "back"))
        cancelled = clause.lemma in CANCELLING or (clause.lemma == "call" and clause.particle == "off")
        if not (moved or cancelled) or clause.negated or clause.modal in _UNSURE or not _is_past(clause):
            return None
        thing = clause.subject if clause.passive else clause.rest
        state: EventState = "moved" if moved else "cancelled"
        named = self._noun_event(clause, thing, state, needs_time=False, noun_of=HELD_NOUNS)
        put_off = clause.lemma == "postpone" or clause.particle == "off"
        if named is None and put_off and thing is not None and thing.text:
            return self._event(clause, state, self._details.time(clause, clause.verb), clause.group)
        return named

    def _happened(self, clause: Clause) -> Happening | None:
        if clause.negated or clause.modal or not _is_past(clause):
            return None
        if clause.aspect in _ONGOING and clause.lemma in ("prepare", "plan", "try", "seek", "consider"):
            return None
        time = self._details.time(clause, clause.verb)
        if clause.lemma in HOLDING or clause.lemma == "take":
            held = clause.subject if clause.lemma == "take" or clause.passive else clause.rest
            if clause.lemma == "take" and not clause.rest.text.casefold().startswith("place"):
                held = None
            found = self._noun_event(clause, held, "happened", needs_time=False, noun_of=HELD_NOUNS)
            if found is None and clause.lemma not in ("hold", "host", "attend", "take"):  # "the talks ended"
                found = self._noun_event(clause, clause.subject, "happened", needs_time=False, noun_of=HELD_NOUNS)
            if found is not None:
                return found
        if clause.lemma == "go" and clause.rest.text.casefold().startswith("ahead"):
            return self._event(clause, "happened", time, clause.group)
        code = self._coder.of(clause)
        if clause.lemma in ("set", "schedule", "plan", "slate", "fix") and clause.rest.text.startswith(("for ", "to ")):
            return None  # what is set is told by its noun
        if not clause.rest.text.strip() and (clause.lemma in SAYING or clause.form == "participle"):
            return None  # "…, the minister pledged": what was pledged is a statement
        if code is None and clause.lemma not in EVENTIVE and self._is_cue(clause):
            return None
        if clause.link == "relative" and clause.passive and time is None:
            return None
        if code is not None and code.settled and clause.lemma not in ("be", "remain", "stand"):
            return self._event(clause, "happened", time, clause.group)
        if clause.lemma in EVENTIVE:
            return self._event(clause, "happened", time, clause.group)
        named = clause.actor is not None or clause.head not in _PRONOUNS | {"", "there"}
        if clause.lemma in VAGUE and time is not None and clause.rest.text and named:
            return self._event(clause, "happened", time, clause.group) if clause.link in _TELLING else None
        if clause.lemma in STATIVE or (clause.passive and clause.lemma in SETTING):
            return None
        if time is not None and (clause.subject is not None) and clause.link not in ("relative", "participle"):
            return self._event(clause, "happened", time, clause.group)
        return None

    def _is_cue(self, clause: Clause) -> bool:
        """Whether the verb only says that something was said."""
        at = bisect_right(self._cues, (clause.group.end, 0)) - 1
        return at >= 0 and self._cues[at][1] > clause.group.start

    def _event(self, clause: Clause, state: EventState, time: Span | None, words: Span) -> Happening:
        act = self._act(clause, state)
        own = clause.subject is not None and not clause.shared and clause.subject.end <= clause.group.end
        first = clause.subject.start if own and clause.subject is not None else min(clause.group.start, words.start)
        last = max(clause.rest.end, clause.group.end, words.end)
        inner = next(iter(self._clauses.children(clause, "infinitive")), None)
        if inner is not None and inner.sentence == clause.sentence and inner.group.start <= last + 2:
            last = max(last, inner.rest.end, inner.group.end)
        first = min(first, words.start)
        if time is not None and clause.sentence.start <= time.start < clause.sentence.end:
            near = 0 <= first - time.end < 4 or 0 <= time.start - last < 4
            first, last = (min(first, time.start), max(last, time.end)) if near else (first, last)
        called = self._called(clause, clause.verb.start if clause.form == "infinitive" else clause.group.start, last)
        return self._made(clause, state, Span.of(self._report.text, first, last), clause.verb, called, time, act)

    def _called(self, clause: Clause, start: int, end: int) -> str:
        what = self._details.words(clause, start, end)
        if clause.subject is None:
            return what
        if clause.head in _PRONOUNS:
            return what if clause.actor is None else f"{clause.actor.name} {what}"
        whole = self._details.words(clause, clause.subject.start, min(clause.subject.end, clause.subject.start + 80))
        return f"{whole} {what}"

    def _noun_event(
        self,
        clause: Clause,
        thing: Span | None,
        state: EventState,
        *,
        needs_time: bool,
        noun_of: frozenset[str] = EVENT_NOUNS,
        time: Span | None = None,
    ) -> Happening | None:
        """The event that a noun of the clause names, as its verb tells of it."""
        if thing is None:
            return None
        noun = _noun(self._report.text, thing, noun_of)
        if noun is None:
            return None
        time = self._details.time(clause, noun) or time
        if needs_time and time is None:
            return None
        act = self._act(clause, state) or noun_act(noun)
        start = min(thing.start, clause.group.start)
        end = max(clause.group.end, noun.end, clause.rest.end)
        span = Span.of(self._report.text, start, end)
        called = self._details.words(clause, thing.start, thing.end)
        return self._made(clause, state, span, noun, called, time, act)

    def _made(
        self,
        clause: Clause,
        state: EventState,
        span: Span,
        trigger: Span,
        called: str,
        time: Span | None,
        act: Act | None,
    ) -> Happening:
        ranges: list[Range] = self._details.regions(clause)
        found = Happening(
            span,
            trigger,
            called,
            state,
            act,
            act.actor if act is not None else None if clause.passive else clause.actor,
            act.recipient if act is not None else clause.actor if clause.passive else None,
            time=time,
            place=self._details.place(ranges),
            figures=self._details.figures(_without(ranges, clause.group)),
            statement=clause.statement,
        )
        return dated(found, self._days, self._report.published)

    def _act(self, clause: Clause, state: EventState) -> Act | None:
        """The act of an event: of what is planned, that of carrying it out and not of announcing it."""
        code = self._coder.done(clause) if state in ("scheduled", "moved") else self._coder.of(clause)
        if code is None:
            return None
        known = self._acts.get((code.start, code.end))
        if known is not None and known.code == code.code:
            return known
        actor, recipient = self._parties.of(code)
        return Act(code.code, self._coder.words(code), actor, recipient if recipient != actor else None, code.mode)


def noun_act(noun: Span) -> Act | None:
    """The act that a noun names by itself, nobody's."""
    use = code_of_noun(noun.text.casefold())
    return None if use is None or use.code is None else Act(use.code, noun, mode=use.mode)


def _is_past(clause: Clause) -> bool:
    """Whether a clause tells what is past or goes on: the past, the perfect, a participle, the present of headlines."""
    if clause.form == "finite":
        past = clause.tense == "past" or clause.aspect in ("perfect", "perfect progressive")
        printed = clause.headline or not clause.sentence.text.rstrip().endswith(_STOPS)
        return past or (printed and clause.tense == "present" and clause.aspect == "simple" and not clause.modal)
    return clause.form == "participle" and not clause.passive and clause.link == "participle" and not clause.marker


def _without(ranges: list[Range], words: Span) -> list[Range]:
    """Ranges without the verb, so that no number counts it."""
    found = []
    for low, high in ranges:
        if low < words.start < high:
            found.append((low, words.start))
            low = min(words.end, high)
        found.append((low, high))
    return found


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _noun(text: str, thing: Span, nouns: frozenset[str]) -> Span | None:
    """The noun that heads a phrase, if it is one of ``nouns``."""
    stop = _NP_END.search(text, thing.start, thing.end)
    first = next(iter(_WORD.finditer(text, thing.start, thing.end)), None)
    end = stop.start() if stop is not None and first is not None and stop.start() > first.start() else thing.end
    last = None
    for match in _WORD.finditer(text, thing.start, end):
        last = match
    if last is None or last.group().casefold() not in nouns:
        return None
    return Span.of(text, *last.span())
