"""What users of other tools complain of, as reports that the whole package reads: each row, with its speaker."""

from __future__ import annotations

import pytest

import onrecord

Row = tuple[str | None, str | None, list[str]]
BODY = (
    "\n\nBRNO, March 2 – Jana Nováková, the mayor, met engineers at the town hall on Tuesday. The talks took all day.\n"
)
LONG = (
    "Jana Nováková took over the town hall in 2011. The river had flooded twice that year, and the old bridge had lost "
    "a pier. Repairs took a decade and cost more than anybody had feared. The money came from Brno. Engineers came and "
    "went. "
)

CASES: dict[str, tuple[str, Row]] = {
    "offsets beyond ASCII": (
        "👩🏽‍⚖️ The judge Zofia Łącka said the Côte d’Azur plan — 20 € a head — was “façade”.",
        ("Zofia Łącka", "said", ["the Côte d’Azur plan — 20 € a head — was “façade”"]),
    ),
    "a quotation that is never closed": (
        "“The bridge is closed, said Mayor Jana Nováková. Trucks were sent round by the valley.",
        ("Jana Nováková", "said", ["“The bridge is closed"]),
    ),
    "a quotation of three paragraphs": (
        "Jana Nováková was blunt.\n\n“The bridge is closed.\n\n“Nobody asked us.\n\n“We reopen in May,” she said.",
        ("Jana Nováková", "said", ["“The bridge is closed.", "“Nobody asked us.", "“We reopen in May,”"]),
    ),
    "a speaker behind a dash": (
        "“The bridge is closed.” – Jana Nováková, mayor",
        ("Jana Nováková", "–", ["“The bridge is closed.”"]),
    ),
    "a relative clause between source and cue": (
        "Jana Nováková, who has run the town since 2011 and is not seeking another term, said the bridge would close.",
        ("Jana Nováková", "said", ["the bridge would close"]),
    ),
    "appositions between source and cue": (
        "“The bridge,” Jana Nováková, the mayor of the town, an engineer by training, told reporters, “will close.”",
        ("Jana Nováková", "told", ["“The bridge,”", "“will close.”"]),
    ),
    "a pronoun far from its name": (
        LONG + "She said the bridge would stay closed.",
        ("Jana Nováková", "said", ["the bridge would stay closed"]),
    ),
    "a title alone": (
        "Prime Minister Petr Horák met Mayor Jana Nováková at the bridge. The prime minister said the money was there.",
        ("Petr Horák", "said", ["the money was there"]),
    ),
    "verb before name": (
        "The bridge will stay closed, said Jana Nováková.",
        ("Jana Nováková", "said", ["The bridge will stay closed"]),
    ),
    "verb before title and name": (
        "“The bridge will stay closed,” said the mayor, Jana Nováková.",
        ("Jana Nováková", "said", ["“The bridge will stay closed,”"]),
    ),
    "a headline, name first": (
        "Nováková: Bridge will stay closed until May" + BODY,
        ("Jana Nováková", ":", ["Bridge will stay closed until May"]),
    ),
    "a headline, verb last": (
        "Bridge will stay closed, mayor says" + BODY,
        ("Jana Nováková", "says", ["Bridge will stay closed"]),
    ),
    "a headline, speaker behind a dash": (
        "Bridge will stay closed – mayor" + BODY,
        ("Jana Nováková", "–", ["Bridge will stay closed"]),
    ),
    "words that somebody recalls": (
        "Ana Cruz recalled Mayor Jana Nováková’s words that the bridge was safe.",
        ("Jana Nováková", "words", ["that the bridge was safe"]),
    ),
    "a negation around the cue": (
        "Jana Nováková was firm. Neither town, she argues, can afford a second bridge.",
        ("Jana Nováková", "argues", ["Neither town", "can afford a second bridge"]),
    ),
}


def rows(text: str) -> list[Row]:
    report = onrecord.read(text)
    for statement in report.statements:
        assert all(text[span.start : span.end] == span.text for span in statement.evidence)
    return [
        (s.speaker and s.speaker.name, s.cue and s.cue.text, [c.text for c in s.content]) for s in report.statements
    ]


@pytest.mark.parametrize("name", CASES)
def test_pain_points(name: str) -> None:
    text, row = CASES[name]
    assert row in rows(text)


def test_two_speakers_in_a_chain() -> None:
    report = onrecord.read("Maria Kordova said Anton Berg had told her that the dam would be filled in July.")
    outer, inner = report.statements
    assert outer.speaker is not None and inner.speaker is not None
    assert (outer.speaker.name, inner.speaker.name) == ("Maria Kordova", "Anton Berg")
    assert [actor.name for actor in inner.relayed_by] == ["Maria Kordova"]
    assert outer.relayed_by == ()


def test_an_agency_that_cites_is_no_statement_of_its_own() -> None:
    report = onrecord.read("The Vesna agency, citing a diplomat, reported that the envoy would stay in Lorne.")
    assert [s.cue and s.cue.text for s in report.statements] == ["reported"]


def test_an_act_is_no_statement() -> None:
    assert (
        onrecord.read("Parliament was declaring independence when the lights went out in the chamber.").statements == ()
    )
