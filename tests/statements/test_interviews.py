import pytest

from onrecord.statements.interviews import answers

INTRO = "Ada Quist spoke to the Beacon.\n\n"


def found(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (text[slice(*answer.source)] if answer.source else None, [text[slice(*part)] for part in answer.content])
        for answer in answers(text)
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Q: Is it safe?\n\nA: It is. Trust me.\n\nShe laughed.\n", [("A", ["It is. Trust me."])]),
        ("Q. Is it safe?\nA. It is.\nQ. Why?\nA. Steel.\n", [("A", ["It is."]), ("A", ["Steel."])]),
        ("Question: Why?\r\n\r\nAnswer: Steel.\r\n", [("Answer", ["Steel."])]),
        ("**Q:** Why?\n\n**A:** Steel.\n", [("A", ["Steel."])]),
        (
            "Q: Why?\n\nA: Steel.\n\nAnd bolts.\n\nQ: How many?\n\nA: Ten.\n",
            [("A", ["Steel.", "And bolts."]), ("A", ["Ten."])],
        ),
        (
            "**Is it safe?**\n\nIt is.\n\n**Why?**\n\nSteel.\n\nThe bridge opens in May.\n",
            [(None, ["It is."]), (None, ["Steel."])],
        ),
        (
            "**A bridge too old**\n\n**Is it safe?**\n\nNo.\n\n**People drive on it.**\n\nThey do.\n\n"
            "**Why?**\n\nAsk them.\n",
            [(None, ["No."]), (None, ["They do."]), (None, ["Ask them."])],
        ),
    ],
)
def test_answers(text: str, want: list[tuple[str | None, list[str]]]) -> None:
    assert found(INTRO + text) == want


@pytest.mark.parametrize(
    "text",
    [
        "A: the first of two plans\n\nB: the second of two plans\n",
        "A: the first plan\n\nQ: the last plan\n",
        "**Is it safe?**\n\nThe council thinks so.\n",  # one question in bold is a crosshead
        "What do they want?\n\nWater.\n\nWho pays?\n\nNobody.\n",
        "",
    ],
)
def test_no_answers(text: str) -> None:
    assert found(INTRO + text) == []
