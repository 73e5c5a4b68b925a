"""The file in which a user extends the tables and decides who is who."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from piles import appearance, office, saying

from onrecord.actors import Appearance, Pile, merge, resolve, using
from onrecord.actors.actors_file import ActorsFile, read_actors_file
from onrecord.actors.bodies import all_bodies
from onrecord.actors.states import all_states, state_named
from onrecord.domain import Actor, Report
from onrecord.errors import InputError

HALE = Actor("John Hale", "person")


def read(text: str) -> ActorsFile:
    return read_actors_file(text, "actors.yaml")


def merged(text: str, *appearances: Appearance) -> Pile:
    return merge(appearances, read(text).rulings)


def label(pile: Pile, one: Appearance) -> str:
    return pile.actor(one.report, one.actor).label


# --- states and bodies


def test_a_state_and_a_body_of_ones_own() -> None:
    file = read(
        """
states:
  - name: Norvenia
    adjectives: [Norvenian]
    people: [Norvenians]
    capitals: [Port Hale]
bodies:
  - {name: River Commission, kind: body, heads: [commission], aliases: [RVC], members: [Norvenia, EG]}
"""
    )
    text = "It rained.\n\nNorvenian Foreign Minister Ada Quist met the head of the RVC, Tom Reyes, at the dam.\n"
    report = Report("a.txt", text, "0" * 64, language="en")
    with using(file.additions):
        found = {each.actor.name: each for each in resolve(report).descriptions}
        assert state_named("norvenia") is not None
    of = {name: each.of and each.of.name for name, each in found.items()}
    assert of == {"Ada Quist": "Norvenia", "Tom Reyes": "River Commission"}
    assert state_named("Norvenia") is None  # outside of the block all is as it was


def test_an_entry_extends_what_ships() -> None:
    file = read("states: [{name: Serbia, adjectives: [Srb]}]\nbodies: [{name: NATO, aliases: [The Pact]}]\n")
    number = len(all_states()), len(all_bodies())
    with using(file.additions):
        serbia = state_named("Serbia")
        nato = next(body for body in all_bodies() if body.name == "NATO")
        assert serbia is not None and serbia.code == "RS"
        assert {"Serbian", "Srb"} <= set(serbia.adjectives)
        assert {"The Pact", "Nato"} <= set(nato.aliases)
        assert (len(all_states()), len(all_bodies())) == number


def test_only_states_and_bodies_change_what_a_single_report_yields() -> None:
    rulings = read("same: [[A B, C D]]").additions
    assert rulings.digest == read("").additions.digest == ""
    one, other = (read(f"states: [{{name: {name}}}]").additions.digest for name in ("Norvenia", "Sudvenia"))
    assert one and other and one != other


# --- decisions


def test_the_same_person_whatever_the_machine_says() -> None:
    one, other = office("a.txt", "Ada Okoro", "minister", "Chad"), appearance("b.txt", "Ada Marsh")
    text = "same: [{names: [Ada Okoro, Ada Marsh], who: E. Quist, when: 2012-05-09, why: she married}]"
    pile = merged(text, one, other)
    assert label(pile, one) == label(pile, other) == "Ada Okoro"
    (row,) = [row for row in pile.identities if row.name == "Ada Marsh"]
    assert row.decision is not None and not row.decision.orphaned
    assert row.reason == "decided by E. Quist on 2012-05-09: she married"
    assert row.decision.who == "E. Quist"


def test_a_decision_overrides_a_split() -> None:
    minister = office("a.txt", "John Hale", "defence minister", "Canada")
    plumber = appearance("b.txt", HALE, saying(HALE, "plumber", office=False))
    text = "same: [[{name: John Hale, report: a.txt}, {name: John Hale, report: b.txt}]]"
    assert {label(merge([minister, plumber]), each) for each in (minister, plumber)} != {"John Hale"}
    pile = merged(text, minister, plumber)
    assert {label(pile, each) for each in (minister, plumber)} == {"John Hale"}


def test_different_people_by_report_and_by_name() -> None:
    one, other, third = (
        appearance("a.txt", "John Hale"),
        appearance("b.txt", "John Hale"),
        appearance("c.txt", "John Hale"),
    )
    text = "different: [{names: [{name: John Hale, report: a.txt}, {name: John Hale, report: b.txt}], why: a namesake}]"
    pile = merged(text, one, other, third)
    assert [label(pile, each) for each in (one, other, third)] == [
        "John Hale (in a.txt)",
        "John Hale (in b.txt)",
        "John Hale",
    ]
    assert {row.reason for row in pile.identities if row.decision is not None} == {"decided by a person: a namesake"}
    spelt, misspelt = appearance("a.txt", "Mira Harčenko"), appearance("b.txt", "Mira Kharchenko")
    pile = merged("different: [[Mira Harčenko, Mira Kharchenko]]", spelt, misspelt)
    assert [label(pile, each) for each in (spelt, misspelt)] == ["Mira Harčenko", "Mira Kharchenko"]


def test_a_person_with_other_names() -> None:
    one, other = appearance("a.txt", "Ada Nkem Okoro"), appearance("b.txt", "Mama Ada")
    pile = merged("people: [{name: Ada Okoro, aliases: [Mama Ada, Ada Nkem Okoro]}]", one, other)
    assert label(pile, one) == label(pile, other) == "Ada Okoro"
    assert pile.actor("r_a.txt", one.actor).aliases == ("Ada Nkem Okoro", "Mama Ada")


def test_an_unnamed_speaker_of_one_report_can_be_named() -> None:
    unnamed = appearance("a.txt", Actor("senior diplomat", "person", (), "r_a.txt"))
    named = appearance("b.txt", "Olga Brandt")
    pile = merged("same: [[Olga Brandt, {name: senior diplomat, report: a.txt}]]", unnamed, named)
    assert label(pile, unnamed) == "Olga Brandt"
    assert pile.actor("r_a.txt", unnamed.actor).within == ""


def test_a_decision_without_anybody_is_orphaned_and_kept() -> None:
    pile = merged("same: [[Ada Okoro, Ada Marsh]]\ndifferent: [[X Y, Ada Okoro]]", appearance("a.txt", "Ada Okoro"))
    assert [(each.verdict, each.names, each.orphaned) for each in pile.decisions] == [
        ("same", ("Ada Okoro", "Ada Marsh"), True),
        ("different", ("X Y", "Ada Okoro"), True),
    ]


def test_decisions_that_contradict_each_other_are_refused() -> None:
    text = "same: [[Ana Quist, Ana Hale]]\ndifferent: [[Ana Hale, Ana Quist]]"
    with pytest.raises(InputError, match=r"contradicts itself: Ana Quist and Ana Hale are to be the same"):
        merged(text, appearance("a", "Ana Quist"), appearance("b", "Ana Hale"))


# --- faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("same:\n  - [Ada]\n", r"actors.yaml, line 2: an entry under same needs two names or more"),
        ("same:\n  - {who: me}\n", r"line 2: an entry under same needs names"),
        (
            "peeple: []\n",
            r"line 1: the file has no 'peeple'; there are states, bodies, instruments, people, same, different",
        ),
        ("states:\n  - {code: XX}\n", r"line 2: a state needs a name"),
        ("states:\n  - name: A\n    color: red\n", r"line 3: a state has no 'color'"),
        ("states: {name: A}\n", r"line 1: a list should be here"),
        ("bodies:\n  - {name: A, kind: person}\n", r"line 2: kind is 'person'; it should be one of"),
        ("bodies:\n  - {name: A, state: Atlantis}\n", r"line 2: there is no state 'Atlantis'; add it under states"),
        ("instruments:\n  - {kind: treaty}\n", r"line 2: an instrument needs a name"),
        ("instruments:\n  - {name: A, kind: pact}\n", r"line 2: kind is 'pact'; it should be one of resolution"),
        ("instruments:\n  - {name: A, parts: [B]}\n", r"line 2: parts should be written as {Article 5"),
        ("instruments:\n  - {name: A, parts: {Article 1: []}}\n", r"line 2: a part needs words"),
        ("people:\n  - {name: A}\n  - {name: }\n", r"line 3: a name or another text should be here"),
        ("same:\n  - [A, [B]]\n", r"line 2: a name or another text"),
        ("same: [[A, B]\n", r"line \d: not valid YAML"),
        ("same: [[A, B]]\nsame: [[A, B]]\n", r"line 2: 'same' stands here twice"),
        ("- a\n", r"line 1: the file should be written as “key: value”"),
        ("states: [{name: A, aliases: [B; C]}]\n", r"line 1: aliases holds a semicolon"),
        ("a: &x [*x]\n", r"line 1"),
        ("\0", r"actors.yaml"),
    ],
)
def test_faults_name_the_line_and_what_should_be_there(text: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        read(text)


def test_an_empty_file_says_nothing() -> None:
    for text in ("", "# only a remark\n", "same:\n", "states: []\n"):
        assert read(text).rulings == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["same:", "\n", "- ", "[", "]", "{", "}", "names: ", "Ada", ", ", "  ", "&a", "*a", "?"]),
        max_size=12,
    )
)
def test_any_file_is_read_or_refused(parts: list[str]) -> None:
    try:
        read("".join(parts))
    except InputError as error:
        assert str(error).startswith("actors.yaml")


@pytest.mark.parametrize(
    "written",
    ["the river drivers’ union", "River-Drivers' Union", "RIVER DRIVERS' UNION", "Mr. Vucetic", "zeljko vučetić"],
)
def test_names_as_people_write_them_from_memory(written: str) -> None:
    union = appearance("a", Actor("River Drivers' Union", "organisation"))
    man = appearance("a", Actor("Željko Vučetić", "person", ("Vučetić",)))
    pile = merged(f'people: [{{name: Somebody Else, aliases: ["{written}"]}}]', union, man)
    assert not pile.decisions[0].orphaned


def test_another_name_is_still_another_name() -> None:
    pile = merged("people: [{name: Somebody Else, aliases: [Vukovic]}]", appearance("a", "Željko Vučetić"))
    assert pile.decisions[0].orphaned
