"""Made-up stories of two disputes, and reports made from them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from onrecord.domain import Actor, DateEstimate, DateReason, Report, Span, Statement

BRIDGE = (
    "Ferry crews on the Maro strait walked out on Tuesday after the port authority of Tolvane refused to renew the "
    "licence under which islanders have crossed without papers since the armistice.",
    "The harbour master, Ilse Brandauer, told the Coastal Press Agency that the old licence had lapsed in the night. "
    "“We did not close the strait, the calendar closed it, and whoever wants it open again knows where my office is "
    "and at what hour I start to sign,” Brandauer said.",
    "On the far shore the mayor of Quisel called the step a blockade by stationery. He said fishing families had "
    "already begun to hoard diesel, flour and lamp oil, and that two schools would stay shut until the boats return.",
    "A delegation from the mainland is expected before the end of the week. It carries an offer that would extend the "
    "licence by ninety days in exchange for joint inspections of cargo, an idea which the islanders turned down twice "
    "last autumn.",
    "Traders in Tolvane said the price of salted cod had doubled since noon. Insurance brokers reported a rush of "
    "enquiries from owners of small vessels who fear that they will be stranded on the wrong side of the water.",
)
ORCHARD = (
    "Growers in the upper Semmel valley blocked three roads with pruned branches on Thursday to protest against a "
    "levy on irrigation that the provincial assembly approved by a single vote.",
    "The assembly's speaker, Anton Rehwald, said the levy would pay for repairs to a reservoir built by his "
    "grandfather's generation. He promised that smallholders would be exempt and that nobody would lose a harvest.",
    "Police counted some four hundred tractors. The growers' union spoke of twice as many and threatened to dump "
    "windfalls in front of the tax office if no minister comes to the valley by Sunday evening.",
    "Hydrologists at the state university have warned for years that the reservoir leaks a third of what it holds "
    "and that its eastern wall would not withstand a flood like the one that swept through the valley in spring.",
)
MUSEUM = (
    "The city museum of Harn has taken down a portrait of its founder after a historian found that he had bought "
    "half of the collection with forged receipts.",
    "Curators will hang a plain sheet of linen in its place until a commission of five scholars has traced where "
    "each of the two hundred bronzes came from and to whom they ought to be returned.",
    "Visitors took the gap with humour. A schoolboy left a drawing of a moustache under the empty nail, and the "
    "cloakroom attendant, who has worked there for thirty years, said the frame had always been crooked anyway.",
)
SPEECH = (
    "“My government will not trade one grain of the salt flats for a seat at anybody's table, and those who came here "
    "with their maps and their rulers may take them home again, for the flats belong to the people who rake them and "
    "to nobody else on this coast”"
)
FURNITURE = (
    "The Harn Observer is an independent newspaper, founded by its readers and owned by them to this day. Subscribe to "
    "our newsletter to have the morning edition in your inbox. All rights reserved. No part of this page may be "
    "republished, rewritten or redistributed without written permission from the editors."
)


def report(
    name: str,
    paragraphs: Sequence[str] | str,
    *,
    day: date | DateEstimate | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    chrome: Sequence[str] = (),
    said: Sequence[tuple[str, str, str]] = (),
) -> Report:
    """A report of ``paragraphs``; ``said`` are source, cue and content of statements, each once in the text."""
    text = paragraphs if isinstance(paragraphs, str) else "\n\n".join(paragraphs) + "\n"

    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    published = DateEstimate() if day is None else day
    if isinstance(published, date):
        published = DateEstimate.known(published, DateReason("given by the user", "given"))
    return Report(
        name=name,
        text=text,
        sha256=hashlib.sha256(f"{name}\n{text}".encode("utf-8", "surrogatepass")).hexdigest(),
        language="en",
        published=published,
        outlet=outlet,
        agency=agency,
        chrome=tuple(sorted(map(span, chrome))),
        statements=tuple(
            Statement(span(who), span(cue), (span(words),), "direct", "speech", 0.9, speaker=Actor(who, "person"))
            for who, cue, words in said
        ),
    )
