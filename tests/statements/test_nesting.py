import pytest

from onrecord.statements.nesting import quoted_as_saying


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
