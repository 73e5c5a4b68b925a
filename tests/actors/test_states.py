import pytest

from onrecord.actors.bodies import all_bodies
from onrecord.actors.folding import fold_name
from onrecord.actors.gazetteer import longest_match
from onrecord.actors.states import all_states, state_by_code, state_named
from onrecord.actors.tokens import tokenize


def test_codes_and_names_are_unique() -> None:
    codes = [state.code for state in all_states()]
    names = [fold_name(state.name) for state in all_states()]
    assert len(codes) == len(set(codes)) > 200
    assert len(names) == len(set(names))


def test_no_name_is_claimed_by_two_states() -> None:
    owners: dict[str, str] = {}
    for state in all_states():
        for name in (state.name, *state.aliases):
            assert owners.setdefault(fold_name(name), state.code) == state.code, name


def test_every_row_of_bodies_is_found_by_its_names() -> None:
    for body in all_bodies():
        names = body.aliases if body.nature == "ministry" else (body.name, *body.aliases)
        entries = [longest_match(tokenize(name), 0) for name in names]
        assert all(entry is not None and entry.body is not None for entry in entries), names
        assert entries[0] is not None and entries[0].body is body


def test_seats_of_government_belong_to_a_state() -> None:
    seats = [body for body in all_bodies() if body.nature in ("seat", "ministry")]
    assert len(seats) > 20
    assert all(state_by_code(body.state).code == body.state for body in seats)


@pytest.mark.parametrize(
    ("name", "code"),
    [("the Russian Federation", "RU"), ("UK", "GB"), ("U.S.", "US"), ("Cote d'Ivoire", "CI"), ("Artsakh", "X-ART")],
)
def test_names_of_states(name: str, code: str) -> None:
    assert state_named(name) is state_by_code(code)


def test_adjectives_are_not_names() -> None:
    assert state_named("Russian") is None


def test_names_agree_with_babel() -> None:
    babel = pytest.importorskip("babel")
    territories = babel.Locale("en").territories
    unknown = {
        state.code: territories[state.code]
        for state in all_states()
        if len(state.code) == 2 and state.code in territories and state_named(territories[state.code]) is not state
    }
    assert unknown == {}


def test_every_country_of_iso_3166_is_there() -> None:
    babel = pytest.importorskip("babel")
    not_iso = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}  # CLDR's own
    codes = {code for code in babel.Locale("en").territories if len(code) == 2 and code.isalpha()} - not_iso
    assert codes - {state.code for state in all_states()} == set()


def test_members_of_bodies_and_relations_of_states_are_known() -> None:
    names = {body.name for body in all_bodies()}
    codes = {state.code for state in all_states()}
    members = {body.name: body.members for body in all_bodies() if body.members}
    assert all(member in codes | names for found in members.values() for member in found)
    assert all(other in codes for state in all_states() for other in state.related)
    assert set(members["UN Security Council"]) == {"CN", "FR", "GB", "RU", "US"}
    assert [len(members[name]) for name in ("NATO", "European Union", "OSCE", "African Union", "ASEAN")] == [
        32,
        27,
        57,
        55,
        11,
    ]
    for name in ("Contact Group", "Group of Seven", "Quartet", "OSCE Minsk Group", "Arab League", "ECOWAS"):
        assert members[name], name
