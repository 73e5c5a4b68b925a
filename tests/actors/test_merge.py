import itertools
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.actors import Appearance, merge
from onrecord.domain import Actor

LAVRIN = Actor("Sergei Lavrin", "person", ("Lavrin", "minister"))


def merged(actors: Iterable[Actor]) -> dict[str, Actor]:
    """What becomes of actors that appear in a report each."""
    pile = merge(Appearance(actor.within or f"r_{actor.name}{actor.aliases}", "a.txt", actor) for actor in actors)
    return dict(pile.everywhere)


def named(found: dict[str, Actor], actor: Actor) -> str:
    return found[actor.id].name


def test_same_name_unites_aliases() -> None:
    again = Actor("Sergei Lavrin", "person", ("envoy",))
    assert merged([LAVRIN, again])[LAVRIN.id] == Actor("Sergei Lavrin", "person", ("Lavrin", "envoy", "minister"))


def test_lone_surname_joins_the_only_full_name() -> None:
    surname = Actor("Lavrin", "person")
    assert named(merged([surname, LAVRIN]), surname) == "Sergei Lavrin"


def test_lone_surname_of_two_people_stays_alone() -> None:
    surname, other = Actor("Lavrin", "person"), Actor("Olga Lavrin", "person")
    found = merged([surname, LAVRIN, other])
    assert [named(found, actor) for actor in (surname, LAVRIN, other)] == ["Lavrin", "Sergei Lavrin", "Olga Lavrin"]


def test_spelling_middle_names_and_initials() -> None:
    variants = [Actor("Sergey Lavrin", "person"), Actor("Sergei V. Lavrin", "person"), LAVRIN]
    assert {named(merged(variants), actor) for actor in variants} == {"Sergei V. Lavrin"}


def test_first_names_that_differ_are_different_people() -> None:
    one, other = Actor("Maria Costa", "person"), Actor("Mario Costa", "person")
    assert named(merged([one, other]), one) != named(merged([one, other]), other)


def test_states_by_any_of_their_names() -> None:
    one, other = Actor("Russian Federation", "state"), Actor("Russia", "state", ("Moscow",))
    found = merged([one, other])
    assert found[one.id] == found[other.id] == Actor("Russia", "state", ("Moscow", "Russian Federation"))


def test_kinds_keep_apart_but_the_unknown_joins() -> None:
    body, group, unknown = Actor("Troika", "body"), Actor("Troika", "group"), Actor("Lavrin", "unknown")
    found = merged([body, group, unknown, LAVRIN])
    assert found[body.id] != found[group.id]
    assert named(found, unknown) == "Sergei Lavrin"


def test_unnamed_people_of_two_reports_are_two() -> None:
    one, other = (
        Actor("Western diplomat", "person", (alias,), within) for alias, within in (("a", "r_1"), ("b", "r_2"))
    )
    assert merged([one, other]) == {one.id: one, other.id: other}


def test_unnamed_people_are_not_adopted_by_a_name() -> None:
    unnamed = Actor("Lavrin", "unknown", (), "r_1")
    assert merged([unnamed, LAVRIN])[unnamed.id] == unnamed


def test_order_does_not_matter() -> None:
    pile = [
        Actor("lawyer", "person", (), "r_1"),
        LAVRIN,
        Actor("Lavrin", "person"),
        Actor("S. Lavrin", "person"),
        Actor("Russia", "state"),
        Actor("Lavrin", "unknown"),
    ]
    results = [merged(order) for order in itertools.permutations(pile)]
    assert all(result == results[0] for result in results)


_words = st.sampled_from(
    ["Ada", "Ana", "A.", "Quist", "Quist-Moe", "van", "Luc", "Müller", "Jr.", "\u0301", "-", "Russia"]
)
_actors = st.builds(
    Actor,
    st.lists(_words, min_size=1, max_size=4).map(" ".join) | st.text(min_size=1, max_size=5),
    st.sampled_from(["person", "state", "group", "unknown"]),
    st.lists(_words, max_size=2).map(tuple),
    st.sampled_from(["", "", "r_1"]),
)


def _in_report(actor: Actor) -> tuple[str, ...]:
    """A report has an actor once."""
    return (actor.id,) if actor.within else (actor.id, actor.name, *actor.aliases)


@settings(max_examples=60, deadline=None)
@given(st.lists(_actors, max_size=8, unique_by=_in_report), st.randoms())
def test_any_pile(pile: list[Actor], random) -> None:  # type: ignore[no-untyped-def]
    found = merged(pile)
    shuffled = list(pile)
    random.shuffle(shuffled)
    assert merged(shuffled) == found
    assert set(found) == {actor.id for actor in pile}


def test_the_name_with_its_diacritics_is_canonical() -> None:
    plain, written = Actor("Jelena Cukic", "person"), Actor("Jelena Čukić", "person")
    assert merged([plain, written])[plain.id].name == "Jelena Čukić"
    assert merged([written, plain])[written.id].aliases == ("Jelena Cukic",)
