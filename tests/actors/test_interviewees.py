"""Who answers where an interview is printed as question and answer."""

from marked import marked, resolved

from onrecord.actors import resolve


def test_an_answer_is_the_interviewees() -> None:
    found = resolved(
        "<s1>Ada Quist, the envoy,</s1> <c1>said</c1> <q1>no</q1> in an interview. Quist, who met Paul Reed, was calm."
        "\n\nQ: Is the deal dead?\n\n<s2>A</s2><c2>:</c2> <q2>No. Reed says so, but <s3>I</s3> <c3>think</c3> "
        "<q3>it is asleep</q3>.</q2>\n"
    )
    assert [statement.speaker and statement.speaker.name for statement in found.values()] == ["Ada Quist"] * 3


def test_an_answer_behind_a_question_in_bold() -> None:
    found = resolved("Ada Quist, the envoy, met the Beacon.\n\n**Is it dead?**\n\n<q1>No. It is asleep.</q1>\n")
    assert found[1].speaker is not None
    assert found[1].speaker.name == "Ada Quist"


def test_whoever_is_named_further_down_may_be_the_one() -> None:
    found = resolved("An interview.\n\nQ: Who are you?\n\n<s1>A</s1><c1>:</c1> <q1>Ada Quist.</q1>\n")
    assert found[1].speaker is not None
    assert found[1].speaker.name == "Ada Quist"


def test_nobody_is_named() -> None:
    report = marked("An interview.\n\nQ: Is it dead?\n\n<s1>A</s1><c1>:</c1> <q1>No.</q1>\n")
    assert resolve(report).statements[0].speaker is None
