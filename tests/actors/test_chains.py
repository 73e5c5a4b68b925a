"""What chains of mentions say of who is meant, and where they are not asked."""

from dataclasses import replace

import pytest
from marked import marked, resolved

from onrecord.actors import resolve
from onrecord.domain import Mention, Report


def speaker(markup: str, number: int) -> str | None:
    found = resolved(markup)[number].speaker
    return found.name if found else None


TWO_MEN = (
    "<m1>Pavel Horak</m1> <c1></c1>met <m2>Jan Novotny</m2> in Prague on Monday. The weather was fine. "
    "<s2><m{}>He</m{}></s2> <c2>said</c2> <q2>the talks were over</q2>."
).replace("<c1></c1>", "")


@pytest.mark.parametrize(("number", "name"), [(1, "Pavel Horak"), (2, "Jan Novotny")])
def test_a_pronoun_means_whom_its_chain_names(number: int, name: str) -> None:
    assert speaker(TWO_MEN.format(number, number), 2) == name


def test_a_chain_never_overrules_gender() -> None:
    markup = (
        "<m1>Mr. Pavel Horak</m1> met <m2>Mrs. Eva Novotna</m2> in Prague. "
        "<s2><m1>She</m1></s2> <c2>said</c2> <q2>the talks were over</q2>."
    )
    assert speaker(markup, 2) == "Eva Novotna"


def unsure(report: Report) -> Report:
    mentions = tuple(replace(m, certainty=0.2) if m.span.text == "He" else m for m in report.mentions)
    return replace(report, mentions=mentions)


def test_an_uncertain_chain_is_not_asked() -> None:
    report = marked(TWO_MEN.format(2, 2))
    without = resolve(replace(report, mentions=())).statements[0].speaker
    assert resolve(unsure(report)).statements[0].speaker == without


def test_mentions_carry_their_actors() -> None:
    report = resolve(
        marked(
            "<s1><m1>Pavel Horak</m1></s1> <c1>said</c1> <q1><m1>he</m1> would meet <m2>Jan Novotny</m2></q1>. "
            "<s2><m1>Horak</m1></s2> <c2>added</c2> <q2>nothing</q2>."
        )
    )
    found = {mention.span.text: mention.actor for mention in report.mentions}
    assert found["Pavel Horak"] == found["he"] == found["Horak"] == report.statements[0].speaker
    met = found["Jan Novotny"]
    assert met is not None and met.name == "Jan Novotny"  # who neither speaks nor is spoken to is somebody, too


def test_a_report_without_mentions_is_resolved_as_well() -> None:
    report = marked("<s1>Pavel Horak</s1> <c1>said</c1> <q1>yes</q1>.")
    assert report.mentions == ()
    assert resolve(report).statements[0].speaker is not None


def test_mentions_are_part_of_the_reports_evidence() -> None:
    report = marked("<m1>Pavel Horak</m1> slept.")
    mention = report.mentions[0]
    assert isinstance(mention, Mention)
    assert mention.span in set(report.spans())


def test_a_name_of_unknown_kind_is_what_its_mentions_are() -> None:
    text = "<s1><m1>Zorvan</m1></s1> <c1>said</c1> <q1>yes</q1>. <s2>Zorvan</s2> <c2>said</c2> <q2>no</q2>."
    report = marked(text)
    assert {statement.speaker.kind for statement in resolve(replace(report, mentions=())).statements} == {"unknown"}
    assert {statement.speaker.kind for statement in resolve(report).statements} == {"person"}
