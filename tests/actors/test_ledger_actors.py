"""Whom the ledger names is part of the pile; whom a report merely mentions is not."""

from __future__ import annotations

from dataclasses import replace

from ledger_samples import GUILD, MARIT, PORT_TEXT, TARN, VESK, gate, lock, pile, port, span

from onrecord.actors import Pile, actors_of, appearances, merge
from onrecord.domain import Act, Actor, Mention

STATE = Actor("Republic of Tarn", "state", ("Tarn",))


def test_everybody_in_the_ledger_appears_once_in_a_report() -> None:
    for report in pile():
        found = [each.actor for each in appearances(report)]
        assert len(found) == len(set(found))
        assert set(found) == set(actors_of(report))
    assert set(actors_of(port())) == {MARIT, TARN, VESK, GUILD}
    assert set(actors_of(lock())) == {GUILD, MARIT, VESK}


def test_who_is_only_mentioned_does_not_appear() -> None:
    words = span(PORT_TEXT, "The Pilots’ Guild")
    mention = Mention(words, words, "organisation", 0, Actor("Somebody Else", "person"))
    assert set(actors_of(replace(port(), mentions=(mention,)))) == set(actors_of(port()))


def test_a_report_across_the_pile_names_its_actors_as_the_pile_does() -> None:
    report = Pile({TARN.id: STATE}).across(port(), "p.txt")
    (declaration,), (expectation,), (stance,) = report.declarations, report.expectations, report.stances
    assert (declaration.actor, declaration.target, declaration.also_bound) == (STATE, VESK, (MARIT,))
    assert (expectation.actor, stance.actor) == (GUILD, STATE)
    assert [naming.actor for naming in report.namings] == [STATE, None]
    assert [act.actor for act in report.acts] == [MARIT, STATE]
    other = Pile({TARN.id: STATE, VESK.id: TARN, MARIT.id: STATE}).across(port(), "p.txt")
    assert (other.declarations[0].target, other.declarations[0].also_bound) == (TARN, (STATE,))
    (happening,) = Pile({TARN.id: STATE}).across(gate(), "g.txt").happenings
    assert (happening.actor, happening.recipient) == (STATE, VESK)
    assert happening.act is not None and happening.act.actor == STATE
    assert [each.evidence for each in report.declarations] == [each.evidence for each in port().declarations]


def test_the_act_of_a_statement_stays_one_of_its_report() -> None:
    report = Pile({MARIT.id: STATE}).across(port(), "p.txt")
    act = report.statements[0].act
    assert act in report.acts and act is not None and act.actor == STATE


def test_where_an_actor_is_another_one_in_a_report() -> None:
    pile = Pile({TARN.id: STATE}, {(port().id, TARN.id): GUILD})
    assert pile.across(port(), "p").declarations[0].actor == GUILD
    assert pile.across(gate(), "g").declarations[0].actor == STATE


def test_names_in_acts_join_the_people_of_other_reports() -> None:
    surname = Actor("Solheim", "person")
    late = replace(lock(), acts=(Act("REJECT", span(lock().text, "promised"), surname),))
    found = merge([each for report in (port(), late) for each in appearances(report)])
    assert found.actor(late.id, surname).name == "Marit Solheim"
