import pytest

from onrecord.statements.layouts import layouts
from onrecord.tagging.quotation import quotations


def found(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*x.source)], text[slice(*x.content)]) for x in layouts(text, quotations(text))]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ('Maria Kordova: "The talks are over."', [("Maria Kordova", '"The talks are over."')]),
        ("Ana de la Cruz, trade envoy: “No deal.”", [("Ana de la Cruz, trade envoy", "“No deal.”")]),
        ("“No deal.” – Ana Cruz", [("Ana Cruz", "“No deal.”")]),
        ('"No deal."\n-- Ana Cruz, trade envoy\n', [("Ana Cruz, trade envoy", '"No deal."')]),
        ("“No deal.” — Juan A. Diaz Cruz.", [("Juan A. Diaz Cruz", "“No deal.”")]),
        ("“No deal.”\r\n— Ana Cruz", [("Ana Cruz", "“No deal.”")]),
        ("“No deal.” -- Member of parliament for the north", [("Member of parliament for the north", "“No deal.”")]),
        ("“No deal, said Ana Cruz. The hall fell silent.", [("Ana Cruz", "“No deal")]),
        ("“No deal, the envoy said. Then she left.", [("the envoy", "“No deal")]),
        ("“No deal,” said Ana Cruz. The hall fell silent.", []),
        ("Interview: “No deal.”", []),
        ("“No deal, no talks. The hall fell silent.", []),
        ("She gave one reason: “No deal.”", []),
        ("“No deal” – which surprised everybody.", []),
        ("The vote came at 10: “No,” he said.", []),
    ],
)
def test_layouts(text: str, want: list[tuple[str, str]]) -> None:
    assert found(text) == want
