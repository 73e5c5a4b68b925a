import pytest

from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft
from onrecord.statements.nesting import inner_statements
from onrecord.statements.relayed import move_inwards, quoted_as_saying
from onrecord.tagging.quotation import quotations


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The agency [quoted] the envoy as saying talks failed.", ("the envoy", "saying", "talks failed.")),
        (
            "TASS [quoted] the heads of both regions, North and South, as saying that they would go.",
            ("the heads of both regions, North and South", "saying", "they would go."),
        ),
        ("He was [quoted] by the agency. As saying goes,", None),
        ("The agency [said] the envoy as saying so", None),
        ("The envoy was quoted by the agency as [saying] talks failed.", ("The envoy", "saying", "talks failed.")),
        (
            "Talks failed, and the envoy [has been quoted] in the daily as warning that war is near.",
            ("the envoy", "warning", "war is near."),
        ),
        (
            "The daily [cited] Ms. Ruiz as telling aides she quit.",
            ("Ms. Ruiz", "telling aides", "she quit."),
        ),
    ],
)
def test_the_inner_speaker_is_found(text: str, want: tuple[str, str, str] | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    inner = quoted_as_saying(plain, (start, end))
    shown = inner and (plain[slice(*inner.source)], plain[slice(*inner.cue)], plain[inner.content_from :])
    assert shown == want


def inner(content: str, lead: str = "Ana Cruz said ") -> list[tuple[str, str, str]]:
    text = lead + content
    outer = Draft((0, 8), (9, 13), [(len(lead), len(text))], Evidence())
    found = inner_statements(text, [outer], quotations(text))
    return [
        (text[slice(*d.source)], text[slice(*d.cue)], text[slice(*d.content[0])]) for d in found if d.source and d.cue
    ]


@pytest.mark.parametrize(
    ("content", "want"),
    [
        ("the envoy had told her that the dam would leak", ("the envoy", "had told her", "that the dam would leak")),
        ("that Anton Berg had promised to go home soon", ("Anton Berg", "had promised", "to go home soon")),
        (
            "the ministry denied that any shots had been fired",
            ("the ministry", "denied", "that any shots had been fired"),
        ),
        (
            "that the president, Anton Berg, warned last week that the dam would leak",
            ("the president, Anton Berg,", "warned", "that the dam would leak"),
        ),
        ("the envoy said it would be filled", ("the envoy", "said", "it would be filled")),
        (
            "the ministry had urged Lorne to open the gates",
            ("the ministry", "had urged Lorne", "to open the gates"),
        ),
        (
            "President Anton Berg’s words that talks are over",
            ("President Anton Berg’s", "words", "that talks are over"),
        ),
        (
            "the council had rejected the ministry's earlier claim that it leaked",
            ("the ministry's", "earlier claim", "that it leaked"),
        ),
        ("The dam is quite safe, Anton Berg said", ("Anton Berg", "said", "The dam is quite safe")),
        ("The dam is quite safe, said the envoy", ("the envoy", "said", "The dam is quite safe")),
        ("the envoy told him on Monday: “Show them all of it.”", ("the envoy", "told him", "“Show them all of it.”")),
        (
            "the envoy had told the Danish consul last week that the dam would leak",
            ("the envoy", "had told the Danish consul", "that the dam would leak"),
        ),
        ("the envoy told Berg in March that the dam would leak", ("the envoy", "told Berg", "that the dam would leak")),
        (
            "Berg had called and had been told by the envoy that the dam would leak",
            ("the envoy", "been told", "that the dam would leak"),
        ),
        ("the envoy promised to stay on and said she was well", ("the envoy", "promised", "to stay on")),
    ],
)
def test_a_content_reports_what_somebody_said(content: str, want: tuple[str, str, str]) -> None:
    assert inner(content) == [want]


@pytest.mark.parametrize(
    "content",
    [
        "she had told the envoy that the dam would leak",  # herself, for all one knows
        "the dam would leak and the gates were open",
        "the envoy had promised her a house",
        "the envoy told the truth",
        "the envoy said so",
        "“the envoy had told her that the dam would leak”",  # quoted words are left whole
        "her words that talks are over",
    ],
)
def test_a_content_reports_no_more_than_itself(content: str) -> None:
    assert inner(content) == []


def test_an_inner_statement_that_was_tagged_is_not_made_twice() -> None:
    text = "Ana Cruz said the envoy had told her that the dam would leak"
    cue = text.index("had told")
    outer = Draft((0, 8), (9, 13), [(14, len(text))], Evidence())
    tagged = Draft((14, 23), (cue, cue + 8), [(37, len(text))], Evidence())
    assert list(inner_statements(text, [outer, tagged], [])) == []


def test_the_passive_gives_the_words_to_its_subject() -> None:
    text = "The envoy was quoted by the agency as saying talks failed."
    draft = Draft((21, 34), (38, 44), [(45, 57)], Evidence())
    (moved,) = move_inwards(text, [draft])
    assert moved.source is not None
    assert [text[slice(*place)] for place in (moved.source, *moved.content)] == ["The envoy", "talks failed"]
