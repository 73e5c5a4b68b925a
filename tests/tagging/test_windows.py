import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.windows import windows


@given(
    st.lists(st.integers(1, 16), max_size=400),
    st.sets(st.integers(0, 400), max_size=30),
    st.integers(32, 100),
    st.integers(0, 30),
)
def test_every_word_is_kept_once_within_the_limit(pieces: list[int], starts: set[int], size: int, overlap: int) -> None:
    kept: list[int] = []
    for window in windows(pieces, sorted(starts), size, overlap):
        assert sum(pieces[window.start : window.end]) <= size
        assert window.start <= window.keep_start < window.keep_end <= window.end
        kept.extend(range(window.keep_start, window.keep_end))
    assert kept == list(range(len(pieces)))


def test_seams_have_context_on_both_sides() -> None:
    for left, right in itertools.pairwise(windows([2] * 400, (), 320, 96)):
        assert left.end - left.keep_end == 24
        assert right.keep_start - right.start == 24


def test_seams_fall_between_paragraphs() -> None:
    starts = list(range(0, 1000, 37))
    seams = [window.keep_end for window in windows([2] * 1000, starts, 320, 96)]
    assert set(seams) <= {*starts, 1000} and len(seams) < 12


def test_a_long_paragraph_is_cut_all_the_same() -> None:
    cut = list(windows([1] * 2000, [0, 5], 320, 96))
    assert len(cut) < 12
