"""A small pile on several disputes, with what is hard to show: nesting, overlap, right-to-left text, hostile markup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from onrecord.domain import (
    Actor,
    DateCandidate,
    DateEstimate,
    DateReason,
    Decision,
    Identity,
    Report,
    Span,
    SpokenFor,
    Statement,
    TimeExpression,
)
from onrecord.domain.actor import ActorKind
from onrecord.domain.statement import StatementKind, StatementMode
from onrecord.record import (
    RecordedCommitment,
    RecordedDivergence,
    RecordedEvent,
    RecordedForecast,
    RecordedFrame,
    RecordedLineage,
    RecordedOffice,
    RecordedPosition,
)


@dataclass(frozen=True)
class Left:
    """A file that is no report."""

    name: str
    sha256: str
    reason: str = ""


@dataclass(frozen=True)
class Pile:
    """A record in memory."""

    all_reports: tuple[Report, ...]
    all_unread: tuple[Left, ...] = ()
    all_duplicates: tuple[Left, ...] = ()
    meta: Mapping[str, str] = field(default_factory=lambda: {"engine": "onrecord 0.1.0 (weights 3f2a)"})
    all_offices: tuple[RecordedOffice, ...] = ()
    all_identities: tuple[Identity, ...] = ()
    all_decisions: tuple[Decision, ...] = ()
    all_lineage: tuple[RecordedLineage, ...] = ()
    all_divergences: tuple[RecordedDivergence, ...] = ()
    all_events: tuple[RecordedEvent, ...] = ()
    all_commitments: tuple[RecordedCommitment, ...] = ()
    all_forecasts: tuple[RecordedForecast, ...] = ()
    all_positions: tuple[RecordedPosition, ...] = ()
    all_sides: tuple[SpokenFor, ...] = ()
    all_frames: tuple[RecordedFrame, ...] = ()

    def reports(self) -> Iterator[Report]:
        yield from self.all_reports

    def actors(self) -> Iterator[Actor]:
        yield from {s.speaker.id: s.speaker for r in self.all_reports for s in r.statements if s.speaker}.values()

    def offices(self) -> Iterator[RecordedOffice]:
        yield from self.all_offices

    def identities(self) -> Iterator[Identity]:
        yield from self.all_identities

    def decisions(self) -> Iterator[Decision]:
        yield from self.all_decisions

    def lineage(self) -> Iterator[RecordedLineage]:
        yield from self.all_lineage

    def divergences(self) -> Iterator[RecordedDivergence]:
        yield from self.all_divergences

    def events(self) -> Iterator[RecordedEvent]:
        yield from self.all_events

    def commitments(self) -> Iterator[RecordedCommitment]:
        yield from self.all_commitments

    def forecasts(self) -> Iterator[RecordedForecast]:
        yield from self.all_forecasts

    def positions(self) -> Iterator[RecordedPosition]:
        yield from self.all_positions

    def spoken_for(self) -> Iterator[SpokenFor]:
        yield from self.all_sides

    def framing(self) -> Iterator[RecordedFrame]:
        yield from self.all_frames

    def unread(self) -> Iterator[Left]:
        yield from self.all_unread

    def duplicates(self) -> Iterator[Left]:
        yield from self.all_duplicates


def actor(name: str, kind: ActorKind = "person", *aliases: str) -> Actor:
    return Actor(name, kind, tuple(sorted(aliases)))


def span(text: str, words: str, nth: int = 1) -> Span:
    """The ``nth`` place where ``words`` stand in ``text``."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span.of(text, at, at + len(words))


def said(
    text: str,
    source: str | tuple[str, int] | None,
    cue: str | tuple[str, int] | None,
    *content: str | tuple[str, int],
    kind: StatementKind = "indirect",
    mode: StatementMode = "speech",
    confidence: float = 0.91,
    speaker: Actor | None = None,
    addressee: Actor | None = None,
    relayed_by: tuple[Actor, ...] = (),
) -> Statement:
    def found(words: str | tuple[str, int]) -> Span:
        return span(text, words) if isinstance(words, str) else span(text, *words)

    return Statement(
        None if source is None else found(source),
        None if cue is None else found(cue),
        tuple(found(words) for words in content),
        kind,
        mode,
        confidence,
        speaker,
        addressee,
        relayed_by,
    )


def report(name: str, text: str, *statements: Statement, **known: object) -> Report:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(name, text, digest, statements=statements, **{"language": "en", **known})  # type: ignore[arg-type]


def on(year: int, month: int, day: int, origin: str = "page") -> DateEstimate:
    return DateEstimate.known(date(year, month, day), DateReason("The page states it.", origin))


def one_of(*days: date, favourite: float = 0.0) -> DateEstimate:
    """One of ``days``, the first rather than the others."""
    weight = favourite or 1 / len(days)
    rest = (1 - weight) / (len(days) - 1)
    candidates = tuple(DateCandidate(day, weight if day == days[0] else rest) for day in days)
    return DateEstimate(days[0], min(days), max(days), candidates, (DateReason("The text says so.", "text"),))


CHRISTOU = actor("Eleni Christou", "person", "Christou", "the negotiator")
OZKAN = actor("Mehmet Özkan", "person", "Özkan")
MISSION = actor("United Nations mission in Cyprus", "body", "the mission", "UNFICYP")
HARAVGI_WIRE = actor("Levant Wire", "organisation")
GRIGORYAN = actor("Anahit Grigoryan", "person", "Grigoryan", "the spokeswoman")
ALIYEVA = actor("Leyla Aliyeva-Sadigli")
MINISTRY = actor("Ministry of Foreign Affairs", "body", "the ministry")
HOSTILE = actor("<script>alert(1)</script> O'Neil & Söhne")
ARABIC = actor("سامي الحداد")


def cyprus() -> Report:
    text = (
        "Menu\nHome | World | Opinion\n\n"
        "Talks on Cyprus buffer zone stall over crossing points\n\n"
        "NICOSIA, March 14 (Levant Wire) – Negotiators left the old airport on Thursday without agreement on two "
        "new crossing points, and each side said the other had come with conditions.\n\n"
        "“We were ready to open Athienou tomorrow morning,” Eleni Christou, who leads the Greek Cypriot team, told "
        "reporters. “What we will not do is sign a map that nobody has shown us.”\n\n"
        "Her counterpart, Mehmet Özkan, called the charge “theatre for the evening news” and said that the mission "
        "had assured both sides in writing that the map was final.\n\n"
        "A spokesman for the United Nations mission said it believes the two crossings can still open before the "
        "summer. He added that Özkan had told the mission his side “would not walk away”. 🕊️\n\n"
        "Christou expects another meeting within two weeks.\n\n"
        "Share this story\nSubscribe to our newsletter\n© Levant Wire. All rights reserved\n"
    )
    quote = "“We were ready to open Athienou tomorrow morning,”"
    more = "“What we will not do is sign a map that nobody has shown us.”"
    nested = "the mission had assured both sides in writing that the map was final"
    outer = "Özkan had told the mission his side “would not walk away”"
    statements = (
        said(
            text,
            "Eleni Christou, who leads the Greek Cypriot team",
            "told reporters",
            quote,
            more,
            kind="direct",
            speaker=CHRISTOU,
            confidence=0.97,
        ),
        said(text, "each side", "said", "the other had come with conditions", confidence=0.74),
        said(text, "Mehmet Özkan", "called", "the charge “theatre for the evening news”", kind="mixed", speaker=OZKAN),
        said(text, "Mehmet Özkan", ("said", 2), nested, speaker=OZKAN, confidence=0.88),
        said(
            text,
            ("the mission", 1),
            "assured",
            "that the map was final",
            mode="writing",
            speaker=MISSION,
            relayed_by=(OZKAN,),
            confidence=0.66,
        ),
        said(
            text,
            "A spokesman for the United Nations mission",
            ("said", 3),
            "it believes the two crossings can still open before the summer",
            speaker=MISSION,
        ),
        said(
            text,
            ("it", text.index("it believes") and text[: text.index("it believes")].count("it") + 1),
            "believes",
            "the two crossings can still open before the summer",
            mode="belief",
            speaker=MISSION,
            confidence=0.8,
        ),
        said(text, ("He", 2), "added", outer, kind="mixed", speaker=MISSION, confidence=0.93),
        said(
            text,
            ("Özkan", 2),
            "told",
            "his side “would not walk away”",
            kind="mixed",
            speaker=OZKAN,
            addressee=MISSION,
            relayed_by=(MISSION,),
            confidence=0.85,
        ),
        said(
            text,
            ("Christou", 2),
            "expects",
            "another meeting within two weeks",
            mode="intention",
            speaker=CHRISTOU,
            confidence=0.58,
        ),
    )
    chrome = (
        span(text, "Menu\nHome | World | Opinion"),
        span(text, "Share this story\nSubscribe to our newsletter\n© Levant Wire. All rights reserved"),
    )
    return report(
        "cyprus-crossings.html",
        text,
        *statements,
        title="Talks on Cyprus buffer zone stall over crossing points",
        outlet="Levant Wire",
        agency="Levant Wire",
        url="https://levantwire.example/2024/03/14/crossings?id=7&x=<y>",
        published=on(2024, 3, 14),
        encoding="utf-8",
        media_type="text/html",
        chrome=chrome,
    )


def cyprus_copy() -> Report:
    text = (
        "Crossings row\r\n\r\n“What we will not do is sign a map that nobody has shown us,” said Greek Cypriot "
        "negotiator Eleni Christou.\r\n\r\nShe said the offer stands.\r\n"
    )
    statements = (
        said(
            text,
            "Greek Cypriot negotiator Eleni Christou",
            "said",
            "“What we will not do is sign a map that nobody has shown us,”",
            kind="direct",
            speaker=CHRISTOU,
            confidence=0.98,
        ),
        said(text, "She", ("said", 2), "the offer stands", speaker=CHRISTOU, confidence=0.95),
    )
    likely = DateEstimate(
        date(2024, 3, 15),
        date(2024, 3, 14),
        date(2024, 3, 16),
        (DateCandidate(date(2024, 3, 15), 0.7),),
        (DateReason("The file's name holds a date.", "file name"),),
    )
    return report("2024-03-15 brief.txt", text, *statements, published=likely, outlet="The Northern Post")


def cyprus_whole_quote() -> Report:
    text = (
        "Morning brief\n“We stand by every word that was agreed in Geneva last year,” Mr. Özkan said.\n"
        "According to Levant Wire, Christou said that the Geneva text “was never agreed”.\n"
    )
    statements = (
        said(
            text,
            "Mr. Özkan",
            "said",
            "“We stand by every word that was agreed in Geneva last year,”",
            kind="direct",
            speaker=OZKAN,
        ),
        said(
            text,
            "Christou",
            ("said", 2),
            "the Geneva text “was never agreed”",
            kind="mixed",
            speaker=CHRISTOU,
            relayed_by=(HARAVGI_WIRE,),
        ),
    )
    return report("morning-brief.txt", text, *statements)


def karabakh(name: str, day: DateEstimate, lead: str) -> Report:
    text = (
        f"{lead}\n\n"
        "YEREVAN — The corridor “will be open to civilians by Friday at noon, without exception”, said Anahit "
        "Grigoryan, spokeswoman of the Ministry of Foreign Affairs.\n\n"
        "“We stand by every word that was agreed in Geneva last year,” she wrote on Wednesday.\n\n"
        "Leyla Aliyeva-Sadigli, speaking in Baku, denied that the road had ever been closed.\n"
    )
    statements = (
        said(
            text,
            "Anahit Grigoryan, spokeswoman of the Ministry of Foreign Affairs",
            "said",
            "The corridor “will be open to civilians by Friday at noon, without exception”",
            kind="mixed",
            speaker=GRIGORYAN,
        ),
        said(
            text,
            "she",
            "wrote",
            "“We stand by every word that was agreed in Geneva last year,”",
            kind="direct",
            mode="writing",
            speaker=GRIGORYAN,
            confidence=0.995,
        ),
        said(text, "Leyla Aliyeva-Sadigli", "denied", "that the road had ever been closed", speaker=ALIYEVA),
    )
    return report(name, text, *statements, title=lead, outlet="Caucasus Courier", published=day)


def hostile() -> Report:
    text = (
        "<script>alert('headline')</script> <img src=x onerror=alert(2)> &amp; \x00 \ud800 end\n\n"
        "“</script><script>alert(3)</script> is how they answer us & \"our\" 'people'”, he said.\u2028"
        "<!-- </p> ]]> {{ 7*7 }} {% raw %} \u202eevil\u202c \u200bzero\n"
        "' onmouseover='alert(4)"
    )
    quote = "“</script><script>alert(3)</script> is how they answer us & \"our\" 'people'”"
    statements = (
        said(text, "he", "said", quote, kind="direct", speaker=HOSTILE, confidence=0.5),
        said(text, None, None, "' onmouseover='alert(4)", kind="direct", confidence=0.3),
    )
    # "he" also stands in "headline": the statement is right all the same, and overlaps nothing
    return report(
        '../../etc/passwd"><svg onload=alert(5)>.txt',
        text,
        *statements,
        title="<b>\"Bold\"</b> 'title' \u202egnirts",
        url="javascript:alert(6)",
        outlet="</title><script>alert(7)</script>",
        language="en",
    )


def arabic() -> Report:
    text = (
        "خلاف على المعابر في طرابلس\n\n"
        "قال سامي الحداد إن المعبر سيفتح يوم الأحد، وأضاف: «لن نقبل أي شروط جديدة».\n\n"
        "The statement was issued in Tripoli (Libya) at 10:30.\n"
    )
    statements = (
        said(text, "سامي الحداد", "قال", "إن المعبر سيفتح يوم الأحد", speaker=ARABIC, confidence=0.62),
        said(text, "سامي الحداد", "أضاف", "«لن نقبل أي شروط جديدة»", kind="direct", speaker=ARABIC, confidence=0.71),
    )
    return report("tripoli.txt", text, *statements, language="ar", published=on(2023, 9, 2))


def serbian() -> Report:
    return report("beograd.txt", "Vlada je saopštila da pregovori počinju sutra.\n", language="sr", tagged=False)


def pile() -> Pile:
    reports = (
        cyprus(),
        cyprus_copy(),
        cyprus_whole_quote(),
        karabakh("lachin-1.txt", on(2022, 12, 20), "Corridor to reopen, Yerevan says"),
        karabakh("lachin-2.txt", on(2022, 12, 21), "Baku denies road was closed"),
        hostile(),
        arabic(),
        serbian(),
        report("empty-handed.txt", "It rained in Vienna on Tuesday.\n", published=on(2023, 1, 3)),
    )
    return Pile(
        reports,
        (Left("scan.pdf", "a" * 64, "not text: starts like a PDF"), Left("<i>x</i>.txt", "", "permission denied")),
        (Left("copy of lachin-1.txt", reports[3].sha256),),
    )


HOLT, QUIST = actor("Vera Holt"), actor("Jonas Quist")
SEVENTH_OF_MAY = on(2012, 5, 7)


def ferry(
    name: str = "ferry.txt",
    published: DateEstimate = SEVENTH_OF_MAY,
    said_on: DateEstimate | None = None,
    more: int = 0,
) -> Report:
    """A report in which two people say one thing each, and one of them ``more``; it names a day ahead."""
    text = f"{name}. The ferry sails, Vera Holt said. It does not, Jonas Quist said. A vote is set for May 30.\n"
    text += "".join(f"Holt said that {number} boats are enough.\n" for number in range(more))
    rows = [
        said(text, "Vera Holt", "said", "The ferry sails", speaker=HOLT),
        said(text, "Jonas Quist", ("said", 2), "It does not", speaker=QUIST),
        *(
            said(text, ("Holt", 2 + at), ("said", 3 + at), f"that {at} boats are enough", speaker=HOLT)
            for at in range(more)
        ),
    ]
    if said_on is not None:
        rows = [replace(each, said_on=said_on) for each in rows]
    at = text.index("May 30")
    times = (TimeExpression(Span.of(text, at, at + 6), "DATE", "2012-05-30"),)
    return report(name, text, *rows, published=published, times=times)
