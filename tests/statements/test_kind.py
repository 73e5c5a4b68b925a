import pytest

from onrecord.statements.kind import statement_kind
from onrecord.tagging.quotation import quotations


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We have our own position,”", "direct"),
        ("We have our own position", "indirect"),
        ("the vote was “illegal” and void", "mixed"),
        ('that "we will stand by it"', "direct"),
        ("“[The] talks are over,” ", "direct"),
        ('it was an "act of folly.', "mixed"),
        ("--", "indirect"),
    ],
)
def test_kind_follows_the_quotation_marks(text: str, kind: str) -> None:
    assert statement_kind(text, [(0, len(text))], quotations(text)) == kind


def test_marks_outside_the_content_count_too() -> None:
    text = "“Nothing is settled,” he said, “and nobody is sure.”"
    assert statement_kind(text, [(1, 20), (31, 51)], quotations(text)) == "direct"
