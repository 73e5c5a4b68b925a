"""A small pile of reports, made up, for the tests of the record and of what is made from it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from onrecord.domain import (
    Act,
    Actor,
    Change,
    Citation,
    Commitment,
    DateCandidate,
    DateEstimate,
    DateReason,
    Decision,
    Declaration,
    Description,
    Divergence,
    Event,
    Expectation,
    Forecast,
    Frame,
    Ground,
    Happening,
    Identity,
    Instrument,
    Ledger,
    Lineage,
    Naming,
    Office,
    Passage,
    Position,
    Question,
    QuestionDecision,
    Refusal,
    Report,
    Settlement,
    Sighting,
    Span,
    SpokenFor,
    Stance,
    Statement,
    TimeExpression,
)
from onrecord.record import DuplicateRow, UnreadRow, write_record

OKORO = Actor("Ada Okoro", "person", ("Okoro", "the minister"))
MINISTRY = Actor("Ministry of Water", "body")
WIRE = Actor("Lake Wire", "organisation", ("the agency",))

LAKE_TREATY = Instrument("Lake Treaty", "treaty", "River Commission", date="1921")

RIVER_TEXT = (
    "Menu 😀\n\n"
    "“We will open the dam,” minister Ada Okoro told Lake Wire on Monday, “if the rains fail.”\n"
    "The ministry denied that café owners had been warned. «Ни слова», it added.\n"
)
DAM_TEXT = (
    "Dam opens\n\n"
    "As the agency had reported, Okoro reportedly said in a letter\nto the ministry after the floods "
    "under the Lake Treaty the dam would open. The agency would not tell the ministry when.\n"
)


def span(text: str, words: str, after: int = 0) -> Span:
    """The first place of ``words`` in ``text``."""
    start = text.index(words, after)
    return Span.of(text, start, start + len(words))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


RIVER_ACT = Act("CONCEDE", span(RIVER_TEXT, "told"), OKORO, mode="ease")


def river() -> Report:
    """Direct and indirect statements, an interrupted one, chrome, an emoji before everything."""
    text = RIVER_TEXT
    monday = DateEstimate(
        date(2012, 5, 7),
        date(2012, 5, 7),
        date(2012, 5, 14),
        (DateCandidate(date(2012, 5, 7), 0.75), DateCandidate(date(2012, 5, 14), 0.25)),
        (DateReason("the report says “on Monday”", "text", span(text, "on Monday")),),
    )
    return Report(
        name="river.txt",
        text=text,
        sha256=sha256(text),
        encoding="utf-8",
        title="Dam may open",
        outlet="The Shore",
        language="en",
        published=DateEstimate.known(date(2012, 5, 8), DateReason("given by the user", "given")),
        chrome=(span(text, "Menu 😀"),),
        times=(TimeExpression(span(text, "on Monday"), "DATE", "2012-05-07"),),
        statements=(
            Statement(
                span(text, "minister Ada Okoro"),
                span(text, "told"),
                (span(text, "“We will open the dam,”"), span(text, "“if the rains fail.”")),
                "direct",
                "speech",
                0.95,
                speaker=OKORO,
                addressee=WIRE,
                addressees=(WIRE,),
                said_on=monday,
                act=RIVER_ACT,
            ),
            Statement(
                span(text, "The ministry"),
                span(text, "denied"),
                (span(text, "that café owners had been warned"),),
                "indirect",
                "speech",
                0.5,
                speaker=MINISTRY,
                negation=span(text, "denied"),
            ),
            Statement(None, None, (span(text, "«Ни слова»"),), "direct", "speech", 0.25, speaker=MINISTRY),
        ),
        descriptions=(Description(OKORO, "minister", span(text, "minister Ada Okoro"), MINISTRY, gender="f"),),
        acts=(RIVER_ACT,),
        happenings=(
            Happening(
                span(text, "We will open the dam"),
                span(text, "open"),
                "opening of the dam",
                "scheduled",
                RIVER_ACT,
                OKORO,
                when=monday,
                time=span(text, "on Monday"),
                statement=0,
            ),
        ),
        declarations=(
            Declaration(
                span(text, "open the dam"),
                span(text, "will"),
                "promise",
                "positive",
                "will",
                OKORO,
                condition=span(text, "if the rains fail"),
                deadline=monday,
                deadline_words=span(text, "on Monday"),
                statement=0,
            ),
        ),
        expectations=(
            Expectation(
                span(text, "the rains fail"), span(text, "if"), "possible", actor=OKORO, window=monday, statement=0
            ),
        ),
        stances=(Stance(span(text, "the dam"), span(text, "will open"), ("dam", "open"), "for", 2, OKORO),),
        namings=(Naming(span(text, "the dam"), "dam", OKORO, 0),),
    )


def dam() -> Report:
    """A statement that came through an agency, with everything that is told of one; and a refusal."""
    text = DAM_TEXT
    statement = Statement(
        span(text, "Okoro"),
        span(text, "said"),
        (span(text, "under the Lake Treaty the dam would open"),),
        "indirect",
        "speech",
        0.875,
        speaker=OKORO,
        addressee=MINISTRY,
        addressees=(MINISTRY, WIRE),
        relayed_by=(WIRE,),
        hedge=span(text, "reportedly"),
        venue=span(text, "in a letter\nto the ministry"),
        occasion=span(text, "after the floods"),
        grounds=(Ground(LAKE_TREATY, span(text, "the Lake Treaty"), "Article 4", "invoked", span(text, "under")),),
    )
    refusal = Refusal(
        span(text, "The agency"),
        span(text, "would not tell"),
        span(text, "when"),
        "declined",
        speaker=WIRE,
        addressee=MINISTRY,
    )
    return Report(
        name="dam #2.txt",
        text=text,
        sha256=sha256(text),
        language="en",
        statements=(statement,),
        refusals=(refusal,),
        citations=(Citation(span(text, "the Lake Treaty"), LAKE_TREATY, "Article 4", "named"),),
    )


def foreign() -> Report:
    """A report that the tagger did not read."""
    text = "Der Damm bleibt geschlossen.\n"
    return Report(name="damm.txt", text=text, sha256=sha256(text), language="de", tagged=False)


def pile() -> list[Report]:
    return [dam(), foreign(), river()]


MINISTER = Office(OKORO, "minister", MINISTRY, date(2012, 5, 8), date(2012, 5, 8))
DECIDED = Decision("different", ("Lake Wire", "Ministry of Water"), "E. Quist", "2012-05-09", "the wire is private")
ORPHANED = Decision("same", ("Ada Okoro", "Ada Marsh"), orphaned=True)
IDENTITIES = (
    Identity(OKORO, "same", "Okoro", "a name that only this person has in these reports"),
    Identity(WIRE, "different", "Ministry of Water", "decided by E. Quist on 2012-05-09", MINISTRY, DECIDED),
)


SHARED = Lineage(
    river().id,
    dam().id,
    "excerpt",
    "known",
    "river.txt credits Dam Gazette",
    (Passage(span(RIVER_TEXT, "We will open the dam"), span(DAM_TEXT, "the dam would open")),),
    5,
    0.2,
    0.16,
    "Lake Wire",
)
ALTERED = Divergence(
    "altered",
    river().id,
    span(RIVER_TEXT, "“We will open the dam,”"),
    dam().id,
    span(DAM_TEXT, "the dam would open"),
    (Change("will", "would"), Change("we", "")),
    river().statement_id(river().statements[0]),
    dam().statement_id(dam().statements[0]),
    True,
)


def ledger() -> Ledger:
    """What the pile amounts to."""
    first = Sighting(river().id, 0)
    question = Question("opening the dam", ("dam", "open"))
    opened = Settlement("met", "the dam opens", first, dam().id, (span(DAM_TEXT, "Dam opens"),))
    monday = river().happenings[0].when
    return Ledger(
        events=(Event(first, river().happenings[0], (first,), "scheduled", monday),),
        commitments=(Commitment(first, river().declarations[0], (first,), "met", (opened,)),),
        forecasts=(Forecast(first, river().expectations[0], (first,)),),
        questions=(question,),
        positions=(Position(question, OKORO, "for", first, river().stances[0], river().published),),
        frames=(Frame("dam", "the dam", (first,), OKORO),),
        question_decisions=(
            QuestionDecision(
                "merge", ("dam", "opposite of closure"), "The dam", (), "E. Quist", "2012-05-09", "the same", True
            ),
        ),
        spoken_for=(SpokenFor(OKORO, (MINISTRY,)),),
    )


def write_sample(path: Path) -> Path:
    """The pile as a record, with everything else that a record holds."""
    write_record(
        path,
        pile(),
        unread=[UnreadRow("empty.txt", "the file is empty", sha256(""))],
        duplicates=[DuplicateRow("copy of river.txt", river().sha256, "river.txt")],
        finished=[("key-1", b"\x00result")],
        meta={"engine": "test"},
        offices={(river().id, 0): MINISTER},
        identities=IDENTITIES,
        decisions=(DECIDED, ORPHANED),
        lineage=(SHARED,),
        divergences=(ALTERED,),
        printings=dict.fromkeys((ALTERED.statement, ALTERED.other_statement), (2, 1)),
        ledger=ledger(),
        actors_file=("actors.yaml", "different: [[Lake Wire, Ministry of Water]]\n"),
    )
    return path
