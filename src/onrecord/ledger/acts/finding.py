"""The acts of a report, and those of its statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from onrecord.actors.words import word_set
from onrecord.domain import QUADS, Act, Report
from onrecord.ledger.acts.acting import Parties
from onrecord.ledger.acts.coding import Coded, Coder
from onrecord.ledger.acts.intentions import SAYING
from onrecord.ledger.acts.verbs import SAYING_LIGHTLY
from onrecord.ledger.clauses import Clause, Clauses, clauses

_ABSTRACT = ("tion", "sion", "ment", "ence", "ance", "ity", "ism", "ness")
_BODIES = word_set(
    "government parliament administration organisation organization delegation nation federation coalition opposition "
    "association commission mission population alliance corporation institution foundation generation detachment "
    "regiment community authority minority majority faction resistance establishment"
)
_THINGS = word_set(
    "move law plan step bill act vote deal report tariff presence proposal decree ruling idea it this that"
)


def coded(report: Report) -> Report:
    """The report with its acts, and those of its statements."""
    found = clauses(report)
    coder, parties = Coder(report.text, found), Parties(report)
    acts: dict[int, Act] = {}
    spoken: dict[int, Act] = {}
    taken: set[int] = set()
    for clause in found:
        place = _place(found, clause)
        if clause.index in taken or place == "aside":
            continue
        if clause.link == "complement" and clause.parent in acts:
            continue  # what is demanded, denied or promised is no act of its own
        one = coder.of(clause)
        if one is None or (place == "beside" and not _counts(one, found, acts)):
            continue
        if one.deed is not clause:
            taken.add(one.deed.index)
        act = _act(coder, parties, one)
        if (
            act.actor is None
            and act.code in ("THREATEN", "REJECT", "COERCE")
            and not clause.passive
            and _is_thing(clause)
        ):
            blamed = _blame(report, clause, act)
            if blamed is None:
                continue
            act = blamed
        acts[clause.index] = act
        told = _statement_of(report, found, clause, one)
        if told is not None:
            spoken.setdefault(told, act)
    statements = tuple(replace(statement, act=spoken.get(place)) for place, statement in enumerate(report.statements))
    ordered = sorted(acts.values(), key=lambda act: (act.span.start, act.span.end, act.code))
    return replace(report, acts=tuple(ordered), statements=statements)


def _is_thing(clause: Clause) -> bool:
    """Whether the subject is nobody who acts: "the declaration violates …"."""
    return clause.head in _THINGS or (clause.head.endswith(_ABSTRACT) and clause.head not in _BODIES)


def _blame(report: Report, clause: Clause, act: Act) -> Act | None:
    """What a thing is said to violate or threaten is an accusation by whoever says so, and no act of the thing."""
    if clause.statement is None or clause.tense != "present":
        return None
    speaker = report.statements[clause.statement].speaker
    recipient = act.recipient if act.recipient != speaker else None
    return replace(act, code="ACCUSE", mode="disapprove", actor=speaker, recipient=recipient)


def _act(coder: Coder, parties: Parties, one: Coded) -> Act:
    actor, recipient = parties.of(one)
    return Act(one.code, coder.words(one), actor, recipient if recipient != actor else None, one.mode)


def _place(found: Clauses, clause: Clause) -> Literal["told", "beside", "aside"]:
    """Whether a clause tells an act, tells one beside another, or mentions one in passing."""
    if clause.headline and len(found) > 1 and not clause.is_finite:
        return "told" if clause.link == "main" else "aside"
    beside = clause.form in ("participle", "gerund") or clause.link == "time"
    if clause.form != "finite" and clause.link in ("cause", "time", "concession"):
        return "aside"
    for one in (clause, *found.ancestors(clause)):
        if one.link in ("relative", "condition", "concession", "purpose") and not (
            one is clause and _says_more(found, clause)
        ):
            return "aside"
        if one.link == "time" and (one.marker not in ("as", "when", "while") or one.tense != "past"):
            return "aside"
        beside = beside or one.form == "participle"
    if (
        clause.link == "infinitive"
        or (clause.form == "gerund" and clause.link != "relative")
        or (clause.passive and clause.form == "participle")
    ):
        return "aside"  # what governs an infinitive says what it is
    return "beside" if beside else "told"


def _says_more(found: Clauses, clause: Clause) -> bool:
    """Whether a participle says what its noun is about: "issued a declaration [demanding] …"."""
    above = found.parent(clause)
    return clause.form in ("participle", "gerund") and above is not None and above.lemma in SAYING_LIGHTLY


def _counts(one: Coded, found: Clauses, acts: dict[int, Act]) -> bool:
    """What is told beside something else counts if it is of deeds, or if what it stands beside is no act."""
    if QUADS[one.code].startswith("material") and one.clause.form == "participle":
        return True
    return not any(above.index in acts for above in found.ancestors(one.clause))


def _statement_of(report: Report, found: Clauses, clause: Clause, one: Coded) -> int | None:
    """The statement that does the act: whose cue it is, or whose content announces, demands or refuses it."""
    for place, statement in enumerate(report.statements):
        cue = statement.cue
        if cue is not None and cue.start < clause.group.end and clause.group.start < cue.end:
            return place
    if clause.statement is None:
        return None
    speaker = report.statements[clause.statement].speaker
    own = speaker is not None and clause.actor == speaker
    governor = found.governor(clause)
    top = governor is None or governor.lemma in SAYING
    if not top:
        return None
    verbal = one.code in ("AGREE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "ACCUSE", "CONCEDE")
    return clause.statement if verbal and (own or not one.settled) else None
