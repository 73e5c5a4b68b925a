"""The acts of a report, and those of its statements."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain import Act, Report, Statement
from onrecord.ledger.acts.acting import Parties
from onrecord.ledger.acts.coding import Coded, Coder
from onrecord.ledger.acts.intentions import SAYING
from onrecord.ledger.clauses import Clause, Clauses, clauses

_ASIDE = ("relative", "condition", "concession")  # what is told in passing is no act of the report


def coded(report: Report) -> Report:
    """The report with its acts, and those of its statements."""
    found = clauses(report)
    coder, parties = Coder(report.text, found), Parties(report)
    acts: dict[int, Act] = {}
    spoken: dict[int, Act] = {}
    taken: set[int] = set()
    for clause in found:
        if clause.index in taken or not _is_told(found, clause):
            continue
        one = coder.of(clause)
        if one is None:
            continue
        if one.deed is not clause:
            taken.add(one.deed.index)
        act = _act(coder, parties, one)
        acts[clause.index] = act
        place = _statement_of(report, found, clause, one)
        if place is not None:
            spoken.setdefault(place, act)
    statements = tuple(replace(statement, act=spoken.get(place)) for place, statement in enumerate(report.statements))
    ordered = sorted(acts.values(), key=lambda act: (act.span.start, act.span.end, act.code))
    return replace(report, acts=tuple(ordered), statements=statements)


def _act(coder: Coder, parties: Parties, one: Coded) -> Act:
    actor, recipient = parties.of(one)
    return Act(one.code, coder.words(one), actor, recipient if recipient != actor else None, one.mode)


def _is_told(found: Clauses, clause: Clause) -> bool:
    """Whether a clause tells an act, rather than what is wished, supposed or mentioned in passing."""
    if clause.headline and len(found) > 1 and not clause.is_finite:
        return clause.link == "main"
    for one in (clause, *found.ancestors(clause)):
        if one.link in _ASIDE:
            return False
    if clause.link == "infinitive":
        return False  # what governs it says what it is
    if clause.form in ("participle", "gerund"):
        return clause.link == "participle" and not clause.passive
    if clause.link == "time":
        return clause.marker in ("as", "when", "while") and clause.tense == "past"
    return True


def _statement_of(report: Report, found: Clauses, clause: Clause, one: Coded) -> int | None:
    """The statement that does the act: whose cue it is, or whose content announces, demands or refuses it."""
    for place, statement in enumerate(report.statements):
        cue = statement.cue
        if cue is not None and cue.start < clause.group.end and clause.group.start < cue.end:
            return place
    if clause.statement is None:
        return None
    statement: Statement = report.statements[clause.statement]
    own = statement.speaker is not None and clause.actor == statement.speaker
    governor = found.governor(clause)
    top = governor is None or governor.lemma in SAYING
    if not top:
        return None
    verbal = one.code in ("AGREE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "ACCUSE", "CONCEDE")
    return clause.statement if verbal and (own or not one.settled) else None
