from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.words import BREAKS, QUOTES, SHAPES, split_words


def test_words_never_part_a_character_from_its_marks() -> None:
    text = "Rus\u00adsia’s cafe\u0301 👨\u200d👩\u200d👧 ok\ufe0f \u200fשלום"
    words = split_words(text)
    assert list(words.texts) == [
        "Rus\u00adsia",
        "’",
        "s",
        "cafe\u0301",
        "👨\u200d👩\u200d👧",
        "ok\ufe0f",
        "\u200f",
        "שלום",
    ]


def test_features_show_what_an_uncased_encoder_misses() -> None:
    words = split_words('NATO said\n\n"We’re Ready."\nx 12')
    shown = [
        (t, SHAPES[a], BREAKS[b], QUOTES[c])
        for t, a, b, c in zip(words.texts, words.shapes, words.breaks, words.quotes, strict=True)
    ]
    assert shown[0] == ("NATO", "capitals", "joined", "outside")
    assert shown[2] == ('"', "mark", "paragraph", "opening")
    assert shown[3] == ("We", "capitalised", "joined", "inside")
    assert ('"', "mark", "joined", "closing") in shown
    assert shown[-2] == ("x", "lower", "line", "outside")
    assert shown[-1] == ("12", "number", "space", "outside")


def test_hard_wrapped_lines_are_not_paragraphs() -> None:
    text = (
        "The foreign ministry said on Tuesday that talks on the status of the\n"
        "disputed enclave would resume next week, and that envoys of the three\n"
        "Western powers would attend them in the capital for the first time in\n"
        "two years.\n\n"
        "A second paragraph follows here, and it is wrapped by hand like all of\n"
        "the others in this report.\n"
    )
    words = split_words(text)
    assert [words.texts[i] for i, gap in enumerate(words.breaks) if BREAKS[gap] in ("line", "paragraph")] == ["A"]


def test_skipped_ranges_leave_no_word() -> None:
    text = "Share this\nHe left."
    assert list(split_words(text, [(0, 10)]).texts) == ["He", "left", "."]


@given(st.text(max_size=120))
def test_words_are_slices_in_order(text: str) -> None:
    words = split_words(text)
    end = 0
    for word, start, stop in zip(words.texts, words.starts, words.ends, strict=True):
        assert end <= start < stop <= len(text) and text[start:stop] == word
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()
