"""What the pile asks of a report's words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.dating import Outline, Source, date_of, date_pile, find, outline, sighting
from onrecord.domain import Report, Span

TEXT = (
    "Ferry talks resume\n\nPORT HALE, May 9 (Lake Wire) - Envoys of both shores return to the table on Friday, the "
    "harbour master said on Wednesday, two years after the last ferry crossed the strait.\n\nSubscribe to our "
    "newsletter."
)
CHROME = (Span.of(TEXT, TEXT.index("Subscribe"), len(TEXT)),)


def test_an_outline_says_where_what_it_holds_stands() -> None:
    found = outline(Report("a.txt", TEXT, "0", title="Ferry talks resume", chrome=CHROME))
    for word, (start, end) in found.where_words().items():
        assert TEXT[start:end].casefold().startswith(word)
    assert "ferry" in found.words and "newsle" not in found.words, "the stems, without those of the site"
    assert found.title == ("ferry", "resume", "talks")
    assert all(end - start > 20 for start, end in found.where_passages().values())
    assert [day.span.text for day in found.named] == ["May 9", "Friday", "Wednesday"]


@given(st.text(st.sampled_from("ab .\nMay9“”'é" + chr(0x1F600)), max_size=300), st.none() | st.text(max_size=20))
def test_any_text_has_an_outline_that_depends_on_nothing_else(text: str, title: str | None) -> None:
    report = Report("a.txt", text, "0", title=title)
    found = outline(report)
    assert outline(replace(report, name="b.txt", sha256="1", language="en")) == found
    assert list(found.words) == sorted(set(found.words)) and list(found.passages) == sorted(set(found.passages))
    for start, end in (*found.where_words().values(), *found.where_passages().values()):
        assert 0 <= start < end <= len(text)
    assert found.times == find(text)


def test_texts_are_read_again_only_where_something_is_shown() -> None:
    asked: list[str] = []

    def seen(name: str, text: str, sha256: str) -> tuple[Report, Outline]:
        report = Report(name, text, sha256)
        return replace(report, published=date_of(report, find(text))), outline(report)

    pile = {
        "one": seen("one", TEXT, "1"),
        "two": seen("two", TEXT.replace("PORT HALE, May 9 (Lake Wire) - ", ""), "2"),
        "other": seen("other", "The guild of cooks gave its prize to a soup, a judge told reporters.", "3"),
    }

    def load(name: str) -> Source:
        asked.append(name)
        return Source(*pile[name])

    sightings = [sighting(report, name, known, lambda name=name: load(name)) for name, (report, known) in pile.items()]
    assert not asked
    dated = date_pile(sightings)
    assert set(asked) == {"one", "two"}
    held = [sighting(report, name) for name, (report, _) in pile.items()]
    assert date_pile(held) == dated and dated
