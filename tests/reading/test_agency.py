"""News agencies: credited, or only spoken of."""

from __future__ import annotations

import pytest

from onrecord.reading.agency import agency_named, find_agency
from onrecord.reading.tables import read_table

BODY = "The minister said the border would stay open.\n" * 20


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("VIENNA (AP) — The envoy left without a word.", "The Associated Press"),
        ("VIENNA, May 3 (Reuters) - The envoy left without a word.", "Reuters"),
        ("May 3 (Reuters) - The envoy left without a word.", "Reuters"),
        ("VIENNA, May 3, 2009 (AFP) -- The envoy left without a word.", "Agence France-Presse"),
        ("BAR, February 3 (RIA Novosti) - The envoy left.", "RIA Novosti"),
        ("MOSCOW, May 3. /TASS/. The envoy left without a word.", "TASS"),
        ("(ANSA) - ROME, MAY 3 - The envoy left.", "ANSA"),
        ("BEIJING, May 3 (Xinhua) -- The envoy left.", "Xinhua"),
        ("By RIA Novosti", "RIA Novosti"),
        ("By The Associated Press", "The Associated Press"),
        ("Associated Press Writer", "The Associated Press"),
        ("Reuters", "Reuters"),
        ("Source: Tanjug", "Tanjug"),
        ("© 2009 AFP", "Agence France-Presse"),
        ("**VIENNA (AP)** — The envoy left without a word.", "The Associated Press"),
        ("BRUSSELS, May\u00a03 (AFP) – The envoy left.", "Agence France-Presse"),
    ],
)
def test_credits(line: str, agency: str) -> None:
    assert find_agency(f"Envoy leaves\n\n{line}\n\n{BODY}") == agency


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("VIENNA, May 3 (Northwire) – The envoy left without a word.", "Northwire"),
        ("BAR, Montenegro, Feb. 3, 2009 (Inter Press of Bar) -- The envoy left.", "Inter Press of Bar"),
        ("VIENNA, 3 May (Northwire/Southwire) - The envoy left.", "Northwire"),
        ("MOSCOW, May 3. /Northwire/. The envoy left.", "Northwire"),
        ("SOFIA /Focus Daily/ - The envoy left.", "Focus Daily"),
        ("VIENNA (North News Agency) - The envoy left.", "North News Agency"),
    ],
)
def test_an_agency_that_is_not_in_the_table_is_kept_as_its_dateline_writes_it(line: str, agency: str) -> None:
    assert agency_named(agency) is None
    assert find_agency(f"Envoy leaves\n\n{line}\n\n{BODY}") == agency


def test_a_known_agency_goes_before_an_unknown_one() -> None:
    assert find_agency(f"VIENNA, May 3 (Northwire) - The envoy left.\n{BODY}\n(AFP)") == "Agence France-Presse"


def test_credits_at_the_end() -> None:
    assert find_agency(f"Envoy leaves\n\n{BODY}\n(AFP)") == "Agence France-Presse"


@pytest.mark.parametrize(
    "line",
    [
        "The envoy told Reuters that he had left.",
        "The Associated Press (AP) - or what is left of it - said so.",
        "“We left,” he told The Associated Press.",
        "By ap",
        "By Dana Ruiz",
        "Source: the ministry",
        "VIENNA (Austria) - The envoy left.",
        "VIENNA, May 3 (Monday) - The envoy left.",
        "VIENNA, May 3 (updated) - The envoy left.",
        "VIENNA, May 3 - The envoy left (Northwire).",
        "The envoy left Vienna on May 3 (Northwire) - or later.",
        "The press (Northwire and others) - all of it - was there.",
        "TRIPOLI (Libya) -- The envoy left.",
        "By Northwire",
        "The Interfax news agency quoted the envoy.",
        "MAP",
    ],
)
def test_what_is_not_a_credit(line: str) -> None:
    assert find_agency(f"Envoy leaves\n\n{line}\n\n{BODY}") is None


def test_a_credit_in_the_middle_of_a_text_is_not_the_reports() -> None:
    assert find_agency(f"{BODY}By RIA Novosti\n{BODY * 3}") is None


@pytest.mark.parametrize("name", ["AP", "Associated Press", "the associated press", "THE ASSOCIATED PRESS"])
def test_aliases(name: str) -> None:
    assert agency_named(name) == "The Associated Press"


def test_the_table_is_sound() -> None:
    rows = read_table("agencies.tsv")
    names = [row[0] for row in rows]
    assert all(len(row) == 3 for row in rows)
    assert names == sorted(set(names), key=str.casefold)
    aliases = [alias for row in rows for alias in row[2].split(";") if alias]
    assert len(aliases) == len(set(aliases))
