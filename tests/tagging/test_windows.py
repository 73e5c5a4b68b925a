import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.windows import windows


@given(st.lists(st.integers(1, 16), max_size=400), st.integers(32, 100), st.integers(0, 30))
def test_every_word_is_kept_once_within_the_limit(pieces: list[int], size: int, overlap: int) -> None:
    kept: list[int] = []
    for window in windows(pieces, size, overlap):
        assert sum(pieces[window.start : window.end]) <= size
        assert window.start <= window.keep_start < window.keep_end <= window.end
        kept.extend(range(window.keep_start, window.keep_end))
    assert kept == list(range(len(pieces)))


def test_seams_have_context_on_both_sides() -> None:
    cut = list(windows([2] * 400, 320, 96))
    for left, right in itertools.pairwise(cut):
        assert left.end - left.keep_end == 24
        assert right.keep_start - right.start == 24
