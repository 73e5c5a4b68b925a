"""What became of somebody's words."""

from __future__ import annotations

from stories import BRIDGE, MUSEUM, ORCHARD, report

from onrecord.domain import Divergence
from onrecord.lineage import trace

QUOTED = BRIDGE[1][BRIDGE[1].index("“") : BRIDGE[1].index("”") + 1]
SAID = (("Brandauer", "said", QUOTED),)


def became(old: str, new: str, *, said: bool = False) -> list[Divergence]:
    """The divergences between the story and a copy in which ``old`` was made ``new``."""
    assert old in BRIDGE[1]
    copy = (BRIDGE[0], BRIDGE[1].replace(old, new), *BRIDGE[2:])
    changed = (("Brandauer", "said", QUOTED.replace(old, new)),) if said else ()
    original = report("a", "\n\n".join(BRIDGE) + "\n\nPublished in the evening edition.\n", said=SAID if said else ())
    found = trace([original, report("b", copy, said=changed)])
    assert len(found.lineage) == 1 and all(row.copied for row in found.divergences)
    return list(found.divergences)


def kinds(old: str, new: str) -> list[str]:
    return [row.kind for row in became(old, new)]


def test_copies_to_the_letter_diverge_nowhere() -> None:
    assert became("calendar", "calendar") == []


def test_punctuation_and_the_shape_of_marks_are_no_divergence() -> None:
    straight = QUOTED.replace("“", '"').replace("”", '"').replace("strait, the", "strait; the")
    assert became(QUOTED, straight) == []


def test_other_words_in_quotation_marks() -> None:
    (row,) = became("the calendar closed it", "the colander closed it")
    assert row.kind == "altered"
    assert [tuple(change) for change in row.changes] == [("colander", "calendar")]
    assert row.here.text.startswith("“We did not") and row.there.text.endswith("said.")


def test_quoted_words_left_out() -> None:
    assert kinds(" and at what hour I start to sign", "") == ["trimmed"]


def test_pronouns_brackets_and_ellipses() -> None:
    assert kinds("where my office is", "where her office is") == ["marked"]
    assert kinds("where my office is", "where [the harbour master's] office is") == ["marked"]
    assert kinds("the calendar closed it, and whoever", "the calendar closed it … whoever") == ["marked"]


def test_short_forms_are_no_other_words() -> None:
    assert kinds("where my office is", "where my office's") == ["marked"]
    assert kinds("I start to sign", "I will sign") == ["altered"]


def test_out_of_and_into_quotation_marks() -> None:
    unquoted = QUOTED.strip("“”")
    (row,) = became(QUOTED, unquoted)
    assert row.kind == "out of quotation marks"
    assert kinds("the old licence had lapsed in the night", "“the old licence had lapsed in the night”") == [
        "into quotation marks"
    ]


def test_a_short_quotation_that_the_copy_makes_its_own() -> None:
    original = report("a", (*BRIDGE, "Traders spoke of a “paper wall” in the sea.", *MUSEUM[:1]))
    copy = report("b", (*BRIDGE, "What is there now is a paper wall, they feared."))
    assert "out of quotation marks" in {row.kind for row in trace([original, copy]).divergences}


def test_other_words_outside_of_quotation_marks() -> None:
    (row,) = became("Brandauer said.", "Brandauer grumbled.")
    assert row.kind == "reworded"
    assert [tuple(change) for change in row.changes] == [("grumbled", "said")]


def test_another_speaker() -> None:
    original = report("a", (*BRIDGE, "An evening edition."), said=SAID)
    copy = report(
        "b", tuple(each.replace("Brandauer", "Corvin") for each in BRIDGE), said=(("Corvin", "said", QUOTED),)
    )
    worst, *_ = trace([original, copy]).divergences
    assert worst.kind == "attributed to someone else"
    assert tuple(worst.changes[-1]) == ("Corvin", "Brandauer")
    assert worst.statement == copy.statement_id(copy.statements[0])
    assert worst.other_statement == original.statement_id(original.statements[0])


def test_the_same_quotation_in_reports_that_share_nothing_else() -> None:
    one = report("a", (*MUSEUM, "“The bronzes will go home before the first snow,” the curator said."))
    same = report("b", (*ORCHARD, "“The bronzes will go home before the first snow,” she told visitors."))
    altered = report("c", (*BRIDGE, "“The bronzes might go home before the first snow,” she told visitors."))
    assert trace([one, same]).divergences == ()
    (row,) = trace([one, altered]).divergences
    assert (row.kind, row.copied) == ("altered", False)
    assert {("might", "will"), ("will", "might")} & {tuple(change) for change in row.changes}


def test_turns_of_phrase_are_not_one_quotation() -> None:
    one = report("a", (*MUSEUM, "“We will do everything in our power to return the bronzes,” the curator said."))
    other = report("b", (*ORCHARD, "“They have nothing in our power grid to repair the wall,” an engineer said."))
    assert trace([one, other]).divergences == ()


def test_the_worst_comes_first() -> None:
    tail = "The mayor called it “a blockade by stationery” and left for the night."
    copy = [each.replace("calendar", "colander") for each in BRIDGE]
    copy.append(tail.replace("left for the night", "left for good"))
    found = trace([report("a", (*BRIDGE, tail, "An evening edition.")), report("b", copy)]).divergences
    assert [row.kind for row in found] == ["altered", "reworded"]
