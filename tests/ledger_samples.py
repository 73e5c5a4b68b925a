"""A dispute over a canal, made up: three reports with all that the ledger is made of, and the ledger of the three.

What is found here is written down by hand, so that the tests of the record do not depend on what any extractor finds.
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from onrecord.domain import (
    Act,
    Actor,
    Commitment,
    DateCandidate,
    DateEstimate,
    DateReason,
    Declaration,
    Disagreement,
    Event,
    Expectation,
    Forecast,
    Frame,
    Happening,
    Ledger,
    Lineage,
    Naming,
    Passage,
    Position,
    Question,
    Report,
    Settlement,
    Sighting,
    Span,
    Stance,
    Statement,
)
from onrecord.record import write_record

TARN = Actor("Tarn", "state")
VESK = Actor("Vesk", "state")
MARIT = Actor("Marit Solheim", "person")
GUILD = Actor("Pilots’ Guild", "organisation")  # in no statement: only the ledger names it

PORT_TEXT = (
    "Tarn will not close the Narrow Canal if Vesk lifts its toll by 1 June, its minister Marit Solheim said. "
    "The Pilots’ Guild expects a strike on Sunday or Monday 🚢. Tarn condemned the “robber toll”.\n"
)
GATE_TEXT = (
    "Menu\nTarn will not close the Narrow Canal if Vesk lifts its toll by 1 June, its minister Marit Solheim said. "
    "A meeting of the two is set for Friday.\n"
)
LOCK_TEXT = (
    "Pilots struck on Monday; 40 ships wait. Vesk lifted the canal dues, and Tarn kept the canal open, as Solheim had "
    "promised that it would not be closed. The meeting was moved to Sunday.\n"
)


def span(text: str, words: str, after: int = 0) -> Span:
    """The first place of ``words`` in ``text``."""
    start = text.index(words, after)
    return Span.of(text, start, start + len(words))


def day(number: int, text: str = "", words: str = "") -> DateEstimate:
    """A day of June 2019, with the words that say so."""
    value = date(2019, 6, number)
    reason = DateReason("the report names it", "text", span(text, words) if words else None)
    return DateEstimate(value, value, value, (DateCandidate(value, 1.0),), (reason,))


def _report(name: str, text: str, number: int, **more: object) -> Report:
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = DateEstimate.known(date(2019, 6, number), DateReason("given by the user", "given"))
    return Report(name=name, text=text, sha256=digest, language="en", published=published, **more)  # type: ignore[arg-type]


def _promise(text: str, **more: object) -> Declaration:
    return Declaration(
        act=span(text, "close the Narrow Canal"),
        cue=span(text, "will not"),
        kind="refusal",
        polarity="negative",
        strength="will",
        actor=TARN,
        target=VESK,
        condition=span(text, "if Vesk lifts its toll by 1 June"),
        deadline=DateEstimate(None, None, date(2019, 6, 1), (), (DateReason("by", "text", span(text, "1 June")),)),
        deadline_words=span(text, "by 1 June"),
        statement=0,
        **more,  # type: ignore[arg-type]
    )


def _said(text: str, act: Act) -> Statement:
    content = span(text, "Tarn will not close the Narrow Canal if Vesk lifts its toll by 1 June")
    source, cue = span(text, "its minister Marit Solheim"), span(text, "said")
    return Statement(source, cue, (content,), "indirect", "speech", 0.9, speaker=MARIT, act=act)


def port() -> Report:
    """The first report: a conditional refusal, a forecast, a stance and a name for the toll."""
    text = PORT_TEXT
    refusal = Act("REJECT", span(text, "will not close"), MARIT, VESK)
    accusation = Act("ACCUSE", span(text, "condemned"), TARN, None, "statement")
    said = _said(text, refusal)
    return _report(
        "port.txt",
        text,
        3,
        outlet="The Port",
        agency="Strait Press",
        statements=(said,),
        acts=(refusal, accusation),
        declarations=(_promise(text, also_bound=(MARIT,)),),
        expectations=(
            Expectation(
                span(text, "a strike on Sunday or Monday"),
                span(text, "expects"),
                "likely",
                actor=GUILD,
                of=None,
                window=DateEstimate(None, date(2019, 6, 9), date(2019, 6, 10)),
                window_words=span(text, "on Sunday or Monday"),
            ),
        ),
        stances=(Stance(span(text, "toll”"), span(text, "condemned"), ("canal", "toll"), "against", 3, actor=TARN),),
        namings=(Naming(span(text, "robber toll"), "toll", TARN), Naming(span(text, "its toll"), "toll")),
    )


def gate() -> Report:
    """The second: the first sentence word for word, and a meeting that is to be."""
    text = GATE_TEXT
    refusal = Act("REJECT", span(text, "will not close"), MARIT, VESK)
    consult = Act("CONSULT", span(text, "A meeting of the two"), TARN, VESK)
    return _report(
        "gate.txt",
        text,
        4,
        chrome=(span(text, "Menu"),),
        statements=(_said(text, refusal),),
        acts=(refusal,),
        happenings=(
            Happening(
                span(text, "A meeting of the two is set for Friday"),
                span(text, "meeting"),
                "meeting",
                "scheduled",
                consult,
                TARN,
                VESK,
                day(7, text, "Friday"),
                span(text, "for Friday"),
            ),
        ),
        declarations=(_promise(text),),
    )


def lock() -> Report:
    """The third: what came of it."""
    text = LOCK_TEXT
    return _report(
        "lock.txt",
        text,
        12,
        happenings=(
            Happening(
                span(text, "Pilots struck on Monday"),
                span(text, "struck"),
                "strike",
                act=Act("PROTEST", span(text, "struck"), GUILD, None, "strike"),
                actor=GUILD,
                when=day(10, text, "Monday"),
                time=span(text, "on Monday"),
                figures=(span(text, "40 ships"),),
            ),
            Happening(
                span(text, "The meeting was moved to Sunday"),
                span(text, "meeting"),
                "meeting",
                "moved",
                when=day(16, text, "Sunday"),
                time=span(text, "to Sunday"),
            ),
        ),
        declarations=(
            Declaration(
                span(text, "be closed"),
                span(text, "would not"),
                "promise",
                "negative",
                "would",
                actor=MARIT,
            ),
        ),
        stances=(Stance(span(text, "the canal dues"), span(text, "lifted"), ("canal", "toll"), "against", 1, VESK),),
        namings=(Naming(span(text, "the canal dues"), "toll"),),
    )


def pile() -> list[Report]:
    """The three, as a build hands them over."""
    return [gate(), lock(), port()]


PORT, GATE, LOCK = (report().id for report in (port, gate, lock))
QUESTION = Question("the toll on the canal", ("canal", "toll"))


def ledger() -> Ledger:
    """What the three amount to."""
    kept = Settlement(
        "met",
        "Tarn kept the canal open after Vesk had lifted its toll",
        Sighting(PORT, 0),
        LOCK,
        (span(LOCK_TEXT, "Tarn kept the canal open"),),
        DateEstimate(date(2019, 6, 12), date(2019, 6, 10), date(2019, 6, 12)),
    )
    lifted = Settlement(
        "condition met",
        "Vesk lifted the toll",
        Sighting(PORT, 0),
        LOCK,
        (span(LOCK_TEXT, "Vesk lifted the canal dues"),),
    )
    struck = Settlement(
        "came true",
        "pilots struck on the Monday",
        Sighting(PORT, 0),
        LOCK,
        (span(LOCK_TEXT, "Pilots struck on Monday"),),
    )
    moved = Settlement(
        "moved",
        "a later report says so",
        Sighting(GATE, 0),
        LOCK,
        (span(LOCK_TEXT, "The meeting was moved to Sunday"),),
    )
    meeting = Disagreement("date", Sighting(GATE, 0), "Friday", Sighting(LOCK, 1), "Sunday")
    first, last = port().stances[0], lock().stances[0]
    return Ledger(
        events=(
            Event(
                Sighting(GATE, 0),
                gate().happenings[0],
                (Sighting(GATE, 0), Sighting(LOCK, 1)),
                "moved",
                lock().happenings[1].when,
                (moved,),
                (meeting,),
                2,
                2,
            ),
            Event(Sighting(LOCK, 0), lock().happenings[0], (Sighting(LOCK, 0),), when=lock().happenings[0].when),
        ),
        commitments=(
            Commitment(
                Sighting(PORT, 0),
                port().declarations[0],
                (Sighting(PORT, 0), Sighting(GATE, 0), Sighting(LOCK, 0)),
                "met",
                (lifted, kept),
                3,
                2,
            ),
        ),
        forecasts=(Forecast(Sighting(PORT, 0), port().expectations[0], (Sighting(PORT, 0),), "came true", (struck,)),),
        questions=(QUESTION,),
        positions=(
            Position(QUESTION, TARN, "against", Sighting(PORT, 0), first, port().published, 3),
            Position(QUESTION, VESK, "against", Sighting(LOCK, 0), last, lock().published, 1, "reversed"),
        ),
        frames=(
            Frame("toll", "robber toll", (Sighting(PORT, 0),), TARN),
            Frame("toll", "its toll", (Sighting(PORT, 1),), outlet="The Port"),
        ),
    )


def copied() -> Lineage:
    """That the second report has the first sentence from the first."""
    words = "Tarn will not close the Narrow Canal if Vesk lifts its toll by 1 June, its minister Marit Solheim said."
    passage = Passage(span(GATE_TEXT, words), span(PORT_TEXT, words))
    return Lineage(GATE, PORT, "edited copy", "known", "gate.txt is a day younger", (passage,), 20, 0.7, 0.5)


def write_ledger_sample(path: Path) -> Path:
    """The pile with its ledger as a record."""
    write_record(path, pile(), ledger=ledger(), lineage=(copied(),), meta={"engine": "test"})
    return path
