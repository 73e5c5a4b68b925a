"""Which declarations of a pile are one commitment."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import onrecord
from onrecord.domain import Commitment
from onrecord.ledger.commitments import joined
from onrecord.ledger.entries import Entry, entry_of

MAY, JUNE, JULY, LATER = date(2019, 5, 6), date(2019, 6, 3), date(2019, 7, 1), date(2023, 2, 6)


def _entry(text: str, day: date) -> Entry:
    return entry_of(onrecord.read(text, published=day))


def _joined(*told: tuple[str, date]) -> tuple[Commitment, ...]:
    return joined([_entry(text, day) for text, day in told])


def test_the_same_words_on_two_days() -> None:
    (commitment,) = _joined(
        ("Norway said it would never recognise the enclave.", MAY),
        ("Norway said again that it would never recognise the enclave.", LATER),
    )
    assert len(commitment.sightings) == 2
    assert commitment.first == commitment.sightings[0]
    assert (commitment.status, commitment.printings) == ("open", 2)


def test_a_minister_speaks_for_the_state() -> None:
    (commitment,) = _joined(
        ("Norway will leave the fishing pact if no quota is agreed, its prime minister said.", MAY),
        ("The Norwegian foreign ministry said it would quit the fishing pact unless a quota was agreed.", JUNE),
    )
    assert len(commitment.sightings) == 2


APART = [
    # another side, the opposite, another act, another day
    ("Norway said it would leave the fishing pact.", "Denmark said it would leave the fishing pact."),
    ("Norway said it would leave the fishing pact.", "Norway said it would not leave the fishing pact."),
    ("Norway said it would leave the fishing pact.", "Norway said it would leave the talks on the budget."),
    ("Norway said it would sign the pact by May 20.", "Norway said it would sign the pact by July 20."),
    # other conditions
    (
        "Norway said it would recall its envoy if the ships came back.",
        "Norway said it would recall its envoy if the courts convicted the captain.",
    ),
]


def test_what_stays_apart() -> None:
    for one, other in APART:
        assert len(_joined((one, MAY), (other, JUNE))) == 2, (one, other)


def test_a_plan_is_one_for_a_year() -> None:
    told = "Norway said it would move its embassy to the harbour."
    assert len(_joined((told, MAY), (told + " Nobody knew when.", JUNE))) == 1
    assert len(_joined((told, MAY), (told + " Nobody knew when.", LATER))) == 2


def test_small_steps_do_not_chain() -> None:
    """What is like the second but not like the first stays apart."""
    found = _joined(
        ("Norway said it would close the northern harbour and the old bridge.", MAY),
        ("Norway said it would close the old bridge and the customs house.", JUNE),
        ("Norway said it would close the customs house and the southern airport.", JULY),
    )
    assert max(len(commitment.sightings) for commitment in found) < 3


def test_the_files_order_makes_no_difference() -> None:
    entries = [
        _entry("Norway said it would never recognise the enclave.", MAY),
        _entry("Norway said again it would never recognise the enclave.", JUNE),
        _entry("Norway plans to sue Denmark.", MAY),
    ]
    assert len({joined(order) for order in permutations(entries)}) == 1
