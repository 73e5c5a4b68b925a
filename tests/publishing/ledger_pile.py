"""A small dispute over a ferry line, with everything that the ledger's pages show; some of its words are hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dossier_pile import Pile, actor, on, report, said, span

from onrecord.domain import (
    Act,
    Actor,
    Citation,
    DateEstimate,
    Declaration,
    Expectation,
    Ground,
    Happening,
    Instrument,
    Naming,
    Question,
    Relation,
    Report,
    Shift,
    Side,
    Span,
    SpokenFor,
    Stance,
)
from onrecord.record import (
    RecordedCommitment,
    RecordedEvent,
    RecordedForecast,
    RecordedFrame,
    RecordedPosition,
    Seen,
    Step,
)
from onrecord.record.ledger_rows import Differing
from onrecord.record.rows import ReportKey

TARN, OMBAR = actor("Tarn", "state"), actor("Ombar", "state")
RUIZ, KEHL = actor("Ana Ruiz"), actor("Bo <b>Kehl</b>")
CHARTER = Instrument("Sound Charter", "charter")

FIRST_TEXT = (
    "Tarn will not reopen the ferry line to Ombar before 1 May if the fee stays, Ana Ruiz said on Monday. "
    "She called the fee <i>robbery</i> and a breach of the Sound Charter. "
    "The talks are expected to resume in June. A ferry sank off Ombar on 2 March with 12 people on board."
)
SECOND_TEXT = (
    "Ombar welcomed the fee as the Sound Charter's own remedy, Bo Kehl said. The ferry went down on 3 March with "
    "14 people. A hearing is set for 9 May."
)
THIRD_TEXT = (
    "Boats from Tarn ran again on Saturday, fee or no fee. The talks resumed on 12 June. Ana Ruiz said that Tarn now "
    "backs the charge."
)


def day(year: int, month: int, number: int) -> DateEstimate:
    value = date(year, month, number)
    return DateEstimate(value, value, value)


def until(year: int, month: int, number: int) -> DateEstimate:
    return DateEstimate(None, None, date(year, month, number))


def between(first: date, last: date) -> DateEstimate:
    return DateEstimate(None, first, last)


def _citing(
    name: str,
    text: str,
    statement: tuple[str, str, str],
    speaker: Actor,
    relation: Relation,
    words: str,
    **known: object,
) -> Report:
    """A report with one statement that cites the charter."""
    cited = span(text, "Sound Charter")
    ground = Ground(CHARTER, cited, "", relation, span(text, words))
    one = replace(said(text, *statement, speaker=speaker), grounds=(ground,))
    return report(name, text, one, citations=(Citation(cited, CHARTER),), **known)


FIRST = _citing(
    "first.txt",
    FIRST_TEXT,
    ("She", "called", "the fee <i>robbery</i> and a breach of the Sound Charter"),
    RUIZ,
    "breach alleged",
    "a breach of",
    published=on(2031, 3, 4),
    title="Tarn <script>alert(1)</script> stays away",
    outlet="Sound Post",
)
SECOND = _citing(
    "second.txt",
    SECOND_TEXT,
    ("Bo Kehl", "said", "Ombar welcomed the fee as the Sound Charter's own remedy"),
    KEHL,
    "invoked",
    "own remedy",
    published=on(2031, 3, 6),
)
THIRD = report("third.txt", THIRD_TEXT, published=on(2031, 6, 20))


def key(one: Report) -> ReportKey:
    return ReportKey(one.id, one.name)


def words(one: Report, text: str) -> Span:
    return span(one.text, text)


def statement_of(one: Report) -> str:
    return one.statement_id(one.statements[0])


DECLARED = Declaration(
    words(FIRST, "reopen the ferry line to Ombar"),
    words(FIRST, "will not"),
    "refusal",
    "negative",
    "will",
    TARN,
    OMBAR,
    (),
    words(FIRST, "if the fee stays"),
    until(2031, 5, 1),
    words(FIRST, "before 1 May"),
)
SETTLED = Step(
    "acted against",
    "boats ran <u>again</u>",
    day(2031, 6, 14),
    key(THIRD),
    (words(THIRD, "Boats from Tarn ran again"),),
    key(FIRST),
    DECLARED.evidence,
)
LAPSED = Step("lapsed", "the day has passed", day(2031, 5, 1), None, (), key(FIRST), DECLARED.evidence)


def commitment(number: int = 0, *history: Step, **known: object) -> RecordedCommitment:
    values = {
        "id": f"c_{number:016x}",
        "report": key(FIRST),
        "published": date(2031, 3, 4),
        "declarations": (DECLARED,),
        "actor": TARN,
        "target": OMBAR,
        "also_bound": (),
        "act": "reopen the ferry line to Ombar",
        "cue": DECLARED.cue,
        "polarity": "negative",
        "kind": "refusal",
        "strength": "will",
        "condition": DECLARED.condition,
        "deadline": DECLARED.deadline,
        "status": history[-1].status if history else "open",
        "history": history,
        "sightings": (Seen(key(FIRST), DECLARED, date(2031, 3, 4)),),
    }
    return RecordedCommitment(**{**values, **known})  # type: ignore[arg-type]


EXPECTED = Expectation(
    words(FIRST, "resume in June"),
    words(FIRST, "are expected to"),
    "likely",
    window=between(date(2031, 6, 1), date(2031, 6, 30)),
    window_words=words(FIRST, "in June"),
)


def forecast(number: int = 0, *history: Step, **known: object) -> RecordedForecast:
    values = {
        "id": f"f_{number:016x}",
        "report": key(FIRST),
        "published": date(2031, 3, 4),
        "expectations": (EXPECTED,),
        "actor": None,
        "of": None,
        "expected": "resume in June",
        "cue": EXPECTED.cue,
        "polarity": "positive",
        "likelihood": "likely",
        "condition": None,
        "window": EXPECTED.window,
        "status": history[-1].status if history else "open",
        "history": history,
        "sightings": (Seen(key(FIRST), EXPECTED, date(2031, 3, 4)),),
    }
    return RecordedForecast(**{**values, **known})  # type: ignore[arg-type]


CAME_TRUE = Step(
    "came true",
    "the talks resumed",
    day(2031, 6, 12),
    key(THIRD),
    (words(THIRD, "The talks resumed"),),
    key(FIRST),
    EXPECTED.evidence,
)


def happening(one: Report, clause: str, trigger: str, time: str, when: DateEstimate) -> Happening:
    return Happening(words(one, clause), words(one, trigger), trigger, when=when, time=words(one, time))


SANK = happening(FIRST, "A ferry sank off Ombar on 2 March", "sank", "on 2 March", day(2031, 3, 2))
WENT_DOWN = happening(SECOND, "The ferry went down on 3 March", "went down", "on 3 March", day(2031, 3, 3))
HEARING = happening(SECOND, "A hearing is set for 9 May", "hearing", "9 May", day(2031, 5, 9))


def event(number: int, told: Happening, one: Report, **known: object) -> RecordedEvent:
    values = {
        "id": f"e_{number:016x}",
        "report": key(one),
        "published": one.published.best,
        "happening": told,
        "subject": told.subject,
        "state": "happened",
        "when": told.when,
        "act": None,
        "actor": None,
        "recipient": None,
        "place": None,
        "history": (),
        "sightings": (Seen(key(one), told, one.published.best),),
        "disagreements": (),
    }
    return RecordedEvent(**{**values, **known})  # type: ignore[arg-type]


SINKING = event(
    1,
    SANK,
    FIRST,
    actor=TARN,
    act=Act("ASSAULT", SANK.trigger),
    sightings=(Seen(key(FIRST), SANK, date(2031, 3, 4)), Seen(key(SECOND), WENT_DOWN, date(2031, 3, 6))),
    disagreements=(
        Differing("number", key(FIRST), "12 people", key(SECOND), "14 people"),
        Differing("date", key(FIRST), "<2 March>", key(SECOND), "3 March"),
    ),
    printings=2,
    independent=2,
)
SET = event(2, HEARING, SECOND, state="scheduled")

FEE = Question("the <em>fee</em>", ("fee",))
LINE = Question("the ferry line", ("line",))


def position(
    number: int,
    whose: Actor,
    side: Side,
    one: Report,
    matter: str,
    shown_by: str,
    *,
    question: Question = FEE,
    strength: int = 2,
    change: Shift = "first",
    statement: str | None = None,
    when: DateEstimate | None = None,
) -> RecordedPosition:
    stance = Stance(words(one, matter), words(one, shown_by), ("fee",), side, strength, whose)
    return RecordedPosition(
        id=f"p_{number:016x}",
        question=question,
        actor=whose,
        side=side,
        strength=strength,
        when=one.published if when is None else when,
        change=change,
        report=key(one),
        published=one.published.best,
        stance=stance,
        statement=statement,
    )


POSITIONS = (
    position(1, RUIZ, "against", FIRST, "the fee <i>", "<i>robbery</i>", strength=3, statement=statement_of(FIRST)),
    position(2, KEHL, "for", SECOND, "the fee", "welcomed", statement=statement_of(SECOND)),
    position(3, TARN, "for", THIRD, "the charge", "backs", change="reversed"),
    position(4, OMBAR, "for", SECOND, "The ferry", "went down", question=LINE),
    position(5, TARN, "for", THIRD, "Boats", "ran again", question=LINE),
)
SIDES = (SpokenFor(RUIZ, (TARN,)), SpokenFor(KEHL, (OMBAR,)))


def frame(number: int, one: Report, text: str, whose: Actor | None, outlet: str = "") -> RecordedFrame:
    naming = Naming(words(one, text), "charge for the crossing", whose)
    seen = (Seen(key(one), naming, one.published.best),)
    return RecordedFrame(
        id=f"w_{number:016x}", thing="charge for the crossing", wording=text, actor=whose, outlet=outlet, sightings=seen
    )


FRAMES = (
    frame(1, FIRST, "<i>robbery</i>", RUIZ),
    frame(2, SECOND, "the fee", KEHL),
    frame(3, FIRST, "the fee", None, "Sound Post"),
)


def ledger_pile(*reports: Report) -> Pile:
    """All of it."""
    return Pile(
        reports or (FIRST, SECOND, THIRD),
        all_commitments=(commitment(1, SETTLED), commitment(2, LAPSED), commitment(3)),
        all_forecasts=(forecast(1, CAME_TRUE), forecast(2)),
        all_events=(SINKING, SET),
        all_positions=POSITIONS,
        all_sides=SIDES,
        all_frames=FRAMES,
    )
