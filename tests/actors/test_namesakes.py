"""One person over years, and different people of one name, across reports."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from piles import appearance, office, saying, state

from onrecord.actors import Appearance, Pile, merge
from onrecord.domain import Actor

HALE = Actor("John Hale", "person")


def names(pile: Pile, *appearances: Appearance) -> list[str]:
    return [pile.actor(each.report, each.actor).label for each in appearances]


def reasons(pile: Pile, verdict: str) -> list[tuple[str, str, str]]:
    return [(row.actor.label, row.name, row.reason) for row in pile.identities if row.verdict == verdict]


def test_one_person_over_years_keeps_every_office() -> None:
    then = office("2007", "Olga Brandt", "envoy to the troika", "Norway", day=date(2007, 12, 10))
    now = office("2022", "Olga Brandt", "ambassador to Chad", "Norway", day=date(2022, 12, 22))
    pile = merge([then, now])
    assert names(pile, then, now) == ["Olga Brandt", "Olga Brandt"]
    assert {
        (each.title, each.of and each.of.name, each.first_seen, each.last_seen) for each in pile.offices.values()
    } == {
        ("envoy to the troika", "Norway", date(2007, 12, 10), date(2007, 12, 10)),
        ("ambassador to Chad", "Norway", date(2022, 12, 22), date(2022, 12, 22)),
    }
    assert reasons(pile, "same") == [
        (
            "Olga Brandt",
            "Olga Brandt",
            "one name in 2 reports: same state (Norway), offices compatible "
            "(ambassador to Chad, Norway; envoy to the troika, Norway)",
        )
    ]


def test_sightings_span_the_reports_and_former_ones_do_not_count() -> None:
    pile = merge(
        [
            office("b", "Ada Quist", "president", "Chad", day=date(2010, 5, 1)),
            office("a", "Ada Quist", "president", day=date(2008, 5, 1)),  # whose president is not said
            office("c", "Ada Quist", "president", "Chad", day=date(2015, 5, 1), tenure="former"),
            office("d", "Ada Quist", "president", "Chad"),  # undated
        ]
    )
    (held,) = set(pile.offices.values())
    assert (held.first_seen, held.last_seen, held.left_by) == (date(2008, 5, 1), date(2010, 5, 1), date(2015, 5, 1))
    assert len(pile.offices) == 4


def test_an_undated_office_has_no_sightings() -> None:
    (held,) = merge([office("a", "Ada Quist", "mayor")]).offices.values()
    assert (held.first_seen, held.last_seen, held.left_by) == (None, None, None)


def test_a_minister_and_a_plumber_of_one_name_are_two() -> None:
    minister = office("a", "John Hale", "defence minister", "Canada")
    plumber = appearance("b", HALE, saying(HALE, "plumber", office=False))
    pile = merge([minister, plumber])
    assert names(pile, minister, plumber) == ["John Hale (defence minister, Canada)", "John Hale (plumber)"]
    assert pile.actor("r_a", HALE).id != pile.actor("r_b", HALE).id
    assert pile.actor("r_a", HALE).name == pile.actor("r_b", HALE).name == "John Hale"
    assert (
        "John Hale (plumber)",
        "John Hale (defence minister, Canada)",
        "one is defence minister, Canada, the other plumber",
    ) in reasons(pile, "different")


def test_offices_of_different_states_are_held_by_different_people() -> None:
    one, other = office("a", "Jan Novak", "minister", "Chad"), office("b", "Jan Novak", "minister", "Peru")
    pile = merge([one, other])
    assert len({pile.actor(each.report, each.actor).id for each in (one, other)}) == 2
    assert "offices of different states (Chad; Peru)" in {row.reason for row in pile.identities}


def test_a_former_office_and_an_international_one_are_no_conflict() -> None:
    pile = merge(
        [
            office("a", "Jan Novak", "prime minister", "Peru", tenure="former"),
            office("b", "Jan Novak", "envoy", "Chad"),
            appearance(
                "c",
                Actor("Jan Novak", "person"),
                saying(Actor("Jan Novak", "person"), "chief", Actor("NATO", "organisation")),
            ),
        ]
    )
    assert {actor.label for actor in pile.everywhere.values() if actor.kind == "person"} == {"Jan Novak"}
    assert not pile.here


def test_states_that_belong_or_belonged_together_are_no_conflict() -> None:
    for one, other in (("Soviet Union", "Russia"), ("Kosovo", "Serbia"), ("Abkhazia", "Georgia")):
        pile = merge([office("a", "Ivan Petrov", "minister", one), office("b", "Ivan Petrov", "envoy", other)])
        assert not pile.here, (one, other)


def test_genders_keep_apart_but_not_against_the_same_office() -> None:
    man = office("a", "Robin Hale", "mayor", gender="m")
    woman = office("b", "Robin Hale", "editor", gender="f")
    assert len(set(names(merge([man, woman]), man, woman))) == 2
    misread = office("b", "Robin Hale", "mayor", "Chad", gender="f")
    seen = office("a", "Robin Hale", "mayor", "Chad", gender="m")
    assert names(merge([seen, misread]), seen, misread) == ["Robin Hale", "Robin Hale"]


def test_of_namesakes_nobody_can_tell_the_report_is_not_forced() -> None:
    one, other = office("a", "Jan Novak", "minister", "Chad"), office("b", "Jan Novak", "minister", "Peru")
    unclear = appearance("c", "Jan Novak")
    clear = office("d", "Jan Novak", "minister", "Peru")
    pile = merge([one, other, unclear, clear])
    assert names(pile, unclear, clear) == ["Jan Novak", "Jan Novak (minister, Peru)"]
    assert ("Jan Novak", "Jan Novak", "the reports do not tell which of the 2 people of this name is meant") in reasons(
        pile, "different"
    )


def test_reports_a_lifetime_apart_speak_of_two() -> None:
    old = office("a", "John Hale", "mayor", day=date(1912, 1, 1))
    new = office("b", "John Hale", "mayor", day=date(2012, 1, 1))
    assert len(set(names(merge([old, new]), old, new))) == 2


def test_a_surname_of_two_brothers_goes_to_the_one_whose_office_fits() -> None:
    lech = office("a", "Adam Zielony", "president", "Poland")
    jaroslaw = office("a", "Marek Zielony", "prime minister", "Poland")
    lone, unclear = office("b", "Zielony", "president", "Poland"), appearance("c", "Zielony")
    pile = merge([lech, jaroslaw, lone, unclear])
    assert names(pile, lone, unclear) == ["Adam Zielony", "Zielony"]
    assert (
        "Adam Zielony",
        "Zielony",
        "a surname that several people have, and the offices fit only this one",
    ) in reasons(pile, "same")


def test_names_that_a_report_tells_apart_are_never_joined() -> None:
    pile = merge([appearance("a", "Ana Quist"), appearance("a", "Ana B. Quist"), appearance("b", "Ana Quist")])
    assert {actor.name for actor in pile.everywhere.values()} == {"Ana Quist", "Ana B. Quist"}


def test_spellings_of_romanisation_are_one_with_the_reason() -> None:
    for one, other in (
        ("Mira Harčenko", "Mira Kharchenko"),
        ("Petar Vučić", "Petar Vucic"),
        ("Nino Khajimba", "Nino Khadzhimba"),
        ("Besa Thaçi", "Besa Thaci"),
        ("Abdel Rahman al-Masri", "Abdel Rahman el-Masri"),
        ("Mohamed Dahir", "Muhammad Dahir"),
        ("Yevgeny Orlov", "Evgenii Orlov"),
    ):
        pile = merge([appearance("a", one), appearance("b", other)])
        assert len(set(pile.everywhere.values())) == 1, (one, other)
        assert any(reason.startswith("the same name") for _, _, reason in reasons(pile, "same")), (one, other)


def test_names_that_only_look_alike_stay_two() -> None:
    for one, other in (
        ("Ana Kostic", "Ana Kosic"),
        ("Jon Hale", "Jan Hale"),
        ("Maria Costa", "Mario Costa"),
        ("Ed Marsh", "Ed Mars"),
    ):
        pile = merge([appearance("a", one), appearance("b", other)])
        assert len(set(pile.everywhere.values())) == 2, (one, other)


_names = st.sampled_from(["Jan Novak", "J. Novak", "Novak", "Ana Novak"])
_offices = st.builds(
    lambda report, name, title, of, gender: office(report, name, title, of, gender=gender),
    st.sampled_from("abcde"),
    _names,
    st.sampled_from(["minister", "envoy to the talks", "envoy"]),
    st.sampled_from(["", "Chad", "Peru"]),
    st.sampled_from(["", "m", "f"]),
)
_piles = st.lists(
    _offices | st.builds(appearance, st.sampled_from("abcde"), _names), max_size=7, unique_by=lambda each: each.key
)


@settings(max_examples=60, deadline=None)
@given(_piles, st.randoms())
def test_the_order_of_the_pile_does_not_matter(pile: list[Appearance], random) -> None:  # type: ignore[no-untyped-def]
    found = merge(pile)
    random.shuffle(pile)
    again = merge(pile)
    assert found == again
    for one, other in itertools.combinations(pile, 2):
        if (
            one.report == other.report
            and one.actor.name != other.actor.name
            and " " in one.actor.name
            and " " in other.actor.name
        ):
            assert found.actor(one.report, one.actor) != found.actor(other.report, other.actor)
    assert {place[0] for place in found.offices} <= {each.report for each in pile}


def test_states_are_what_an_office_is_of() -> None:
    stated = [office("a", "Ada Quist", "envoy", "Russian Federation"), appearance("a", state("Russian Federation"))]
    pile = merge([*stated, office("b", "Ada Quist", "envoy", "Russia"), appearance("b", state("Russia"))])
    (held,) = set(pile.offices.values())
    assert held.of == Actor("Russia", "state", ("Russian Federation",))
