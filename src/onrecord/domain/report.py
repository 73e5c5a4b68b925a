"""Reports: one published text each, as it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.dates import UNKNOWN_DATE, DateEstimate, TimeExpression
from onrecord.domain.ids import content_id
from onrecord.domain.instrument import Citation, Ground
from onrecord.domain.mention import Mention
from onrecord.domain.noted import Act, Declaration, Expectation, Happening, Naming, Stance, Telling
from onrecord.domain.office import Description
from onrecord.domain.span import Span
from onrecord.domain.statement import Refusal, Statement


@dataclass(frozen=True, slots=True)
class Report:
    """A published text and what was found in it. ``text`` is never changed; all offsets point into it.

    Args:
        name: the file's own name (with ``#line`` for a line of a JSONL file, ``#entry`` for one of a feed,
            ``archive.zip/member`` in an archive, ``archive.warc.gz#3 example.org/path`` in a web archive).
        text: the report's characters, chrome included.
        sha256: hexadecimal SHA-256 of the raw bytes that the report came in.
        encoding: the encoding that the bytes were decoded with; "" for text that came as ``str``.
        media_type: ``text/plain`` or ``text/html``.
        chrome: the parts that are the site's and not the report's, sorted, disjoint.
        language: ISO 639-1 code of the body, "" when there is too little text to tell.
        tagged: False when the tagger was not trained on the language, so that no statement means nothing.
        refusals: where somebody is reported to have said nothing, in text order; these are no statements.
        stated: what page, feed, address, file name or a person said of its date, before it was weighed against its
            words; not kept in a record.
        descriptions: what the report says that named people are, in text order.
        citations: where the report names instruments, in text order.
        acts: what is done, in PLOVER's codes, in text order; those of statements are among them (``Statement.act``).
        happenings, declarations, expectations, stances, namings, tellings: what the ledger is made of, in text order.

    Raises:
        EvidenceError: a span anywhere in the report does not match ``text``.
    """

    name: str
    text: str
    sha256: str
    encoding: str = ""
    media_type: str = "text/plain"
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    agency: str | None = None
    language: str = ""
    tagged: bool = True
    published: DateEstimate = UNKNOWN_DATE
    chrome: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    descriptions: tuple[Description, ...] = ()
    stated: DateEstimate = UNKNOWN_DATE
    citations: tuple[Citation, ...] = ()
    acts: tuple[Act, ...] = ()
    happenings: tuple[Happening, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    stances: tuple[Stance, ...] = ()
    namings: tuple[Naming, ...] = ()
    tellings: tuple[Telling, ...] = ()

    def __post_init__(self) -> None:
        for span in self.spans():
            span.check(self.text)

    @property
    def id(self) -> str:
        return content_id("r", self.sha256)

    def spans(self) -> Iterator[Span]:
        """Every span in the report."""
        yield from self.chrome
        for mention in self.mentions:
            yield mention.span
            yield mention.head
        for time in self.times:
            yield time.span
        for reason in self.published.reasons:
            if reason.span is not None:
                yield reason.span
        for statement in self.statements:
            yield from statement.evidence
            yield from statement.circumstances
            for ground in statement.grounds:
                yield from ground.evidence
        for refusal in self.refusals:
            yield from refusal.evidence
        for description in self.descriptions:
            yield description.span
        for citation in self.citations:
            yield citation.span
        for act in self.acts:
            yield act.span
        for happening in self.happenings:
            yield from happening.spans
        for declaration in self.declarations:
            yield from declaration.evidence
        for expectation in self.expectations:
            yield from expectation.evidence
        for stance in self.stances:
            yield from stance.evidence
        for naming in self.namings:
            yield naming.span
        for telling in self.tellings:
            yield from telling.spans

    def statement_id(self, statement: Statement) -> str:
        """Content hash of a statement of this report."""
        return content_id("s", self.id, *(f"{span.start}:{span.end}" for span in statement.evidence))

    def act_id(self, act: Act) -> str:
        """Content hash of an act of this report."""
        return content_id("k", self.id, act.code, f"{act.span.start}:{act.span.end}")

    def refusal_id(self, refusal: Refusal) -> str:
        """Content hash of a refusal of this report."""
        return content_id("n", self.id, *(f"{span.start}:{span.end}" for span in refusal.evidence))

    def ground_id(self, statement: Statement, ground: Ground) -> str:
        """Content hash of a ground of a statement of this report."""
        return content_id("g", self.statement_id(statement), f"{ground.span.start}:{ground.span.end}")
