"""Made-up news reports for benchmarks: as long as real ones, with about as many statements, each different."""

from __future__ import annotations

import random
from pathlib import Path

_FIRST = ["Ada", "Boris", "Carla", "Dimitri", "Elena", "Farid", "Greta", "Hassan", "Irena", "Jonas", "Katya", "Mira"]
_LAST = ["Abrams", "Berisha", "Costa", "Dahl", "Eriksen", "Farkas", "Gruber", "Hoxha", "Ivanov", "Jansen", "Kovac"]
_OFFICES = [
    "foreign minister",
    "spokeswoman for the ministry",
    "envoy to the talks",
    "mayor of the port city",
    "opposition leader",
    "chairman of the commission",
]
_PLACES = ["Geneva", "Vienna", "Sarajevo", "Tbilisi", "Nicosia", "Chisinau", "Oslo", "Valletta"]
_CLAIMS = [
    "the agreement would not be signed before the elections",
    "both delegations had moved closer on customs and border posts",
    "no unilateral step would be recognised by the government",
    "the observers must be given access to every crossing",
    "the proposal ignores the resolution that the council adopted last year",
    "we are ready to meet again next month, without conditions",
    "the energy supply of the region is not a bargaining chip",
    "those who signed the ceasefire are bound by every word of it",
]
_SCENES = [
    "Delegates arrived at the conference centre in {place} shortly after nine in the morning.",
    "The talks, the fourth round this year, had been delayed twice because of disagreements over the agenda.",
    "Some two hundred demonstrators gathered outside the building; the police kept the road open.",
    "The two sides have been at odds over the status of the district since the war ended.",
    "A joint commission is to examine the maps and to present its findings by the end of the month.",
    "Trade across the line has grown by a fifth since the crossings were reopened to lorries.",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def text_of(number: int) -> str:
    """Report ``number``: about 500 words, the same every time."""
    chance = random.Random(number)

    def name() -> str:
        return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"

    def paragraph() -> str:
        who, office, claim = name(), chance.choice(_OFFICES), chance.choice(_CLAIMS)
        day, other = chance.choice(_DAYS), chance.choice(_CLAIMS)
        scene = chance.choice(_SCENES).format(place=chance.choice(_PLACES))
        return chance.choice(
            [
                f"“{claim[0].upper()}{claim[1:]},” {who}, the {office}, said on {day}. {scene}",
                f"{scene} The {office}, {who}, told reporters that {claim}. “And {other},” he added.",
                f"{scene} {scene} According to {who}, {claim}.",
                f"{who} said {claim}, but warned that {other}. {scene}",
                f"{scene} It was not clear on {day} whether the crossing would stay open.",
            ]
        )

    place = chance.choice(_PLACES)
    headline = f"Talks in {place} end without result, round {number}"
    lead = f"{place.upper()}, {chance.choice(_DAYS)} — Talks over the district broke off after {number} minutes."
    return "\n\n".join([headline, lead, *(paragraph() for _ in range(chance.randint(8, 14)))]) + "\n"


def fill(folder: Path, reports: int) -> Path:
    """Write ``reports`` reports to ``folder``, 1,000 to a sub-folder."""
    for number in range(reports):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"report-{number:06}.txt").write_text(text_of(number), encoding="utf-8")
    return folder
