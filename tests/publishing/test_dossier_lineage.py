"""The dossier's lineage pages: who has it from whom, and two reports side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from dossier_page import Page
from dossier_pile import Pile, on, report
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain import Change, Direction, Passage, Report, Span
from onrecord.publishing.dossier import write_dossier
from onrecord.publishing.dossier.descent import graph
from onrecord.publishing.dossier.sharing import Row, side_by_side
from onrecord.publishing.dossier.survey import survey
from onrecord.record import RecordedDivergence, RecordedLineage
from onrecord.record.rows import ReportKey

STORY = (
    "The ferry to Ombar ran aground at dawn. “Nobody was hurt,” the harbour master said, and the "
    "passengers were taken to a school. <b>It sailed again on Sunday.</b>"
)
COPY = (
    "A ferry full of tourists had a bad morning. “Nobody was harmed,” the harbour master said, and the "
    "passengers were taken to a school. The weather stays calm."
)


def place(text: str, first: str, last: str) -> Span:
    start = text.index(first)
    return Span.of(text, start, text.index(last) + len(last))


FIRST = report("first.txt", STORY, published=on(2019, 5, 4), outlet="The Tarn Courier")
SECOND = report("second.txt", COPY, published=on(2019, 5, 6))
PASSAGE = Passage(place(COPY, "Nobody", "school"), place(STORY, "Nobody", "school"))


def shared(direction: Direction = "known", kind: str = "excerpt") -> RecordedLineage:
    return RecordedLineage(
        id="l_0123456789abcdef",
        report=ReportKey(SECOND.id, SECOND.name),
        copied_from=ReportKey(FIRST.id, FIRST.name),
        kind=kind,  # type: ignore[arg-type]
        direction=direction,
        reason="<i>it</i> is two days older",
        passages=(PASSAGE,),
        same_words=15,
        share=0.5,
        share_of_source=0.4,
    )


DIVERGENCE = RecordedDivergence(
    id="d_0123456789abcdef",
    kind="altered",
    report=ReportKey(SECOND.id, SECOND.name),
    here=place(COPY, "Nobody", "harmed"),
    other_report=ReportKey(FIRST.id, FIRST.name),
    there=place(STORY, "Nobody", "hurt"),
    changes=(Change("harmed", "hurt"),),
    copied=True,
)


def dossier(folder: Path, *rows: RecordedLineage, divergences: tuple[RecordedDivergence, ...] = ()) -> Path:
    pile = Pile((FIRST, SECOND), all_lineage=rows, all_divergences=divergences)
    write_dossier(pile, folder)
    return folder


def text_of(row: Row, side: str) -> str:
    return "".join(bit.text for bit in getattr(row, side))


def test_the_pages_say_who_has_it_from_whom_and_lead_to_each_other(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", shared(), divergences=(DIVERGENCE,))
    index = (folder / "lineage/index.html").read_text(encoding="utf-8")
    Page(index)
    assert 'class="known"' in index
    assert 'marker-end="url(#head)"' in index
    assert "&lt;i&gt;it&lt;/i&gt; is two days older" in index
    assert "Of 2 reports, 1 has no words" in index
    assert "altered" in index
    assert 'href="../lineage/l_0123456789abcdef.html"' in index
    assert 'href="lineage/index.html"' in (folder / "index.html").read_text(encoding="utf-8")
    for one, other in ((FIRST, SECOND), (SECOND, FIRST)):
        page = (folder / f"reports/{one.id}.html").read_text(encoding="utf-8")
        assert "(excerpt, 15 words" in page
        assert f'href="../reports/{other.id}.html"' in page
    pair = (folder / "lineage/l_0123456789abcdef.html").read_text(encoding="utf-8")
    Page(pair)
    assert '<span class="differs">harmed</span>' in pair
    assert '<span class="differs">hurt</span>' in pair
    assert "&lt;b&gt;It sailed again" in pair


def test_what_is_not_known_has_no_arrow(tmp_path: Path) -> None:
    index = (dossier(tmp_path / "d", shared("unknown")) / "lineage/index.html").read_text(encoding="utf-8")
    assert 'marker-end="url(#head)"' not in index
    assert "not known" in index


def test_quotations_alone_are_no_copying(tmp_path: Path) -> None:
    index = (dossier(tmp_path / "d", shared(kind="quotation only")) / "lineage/index.html").read_text(encoding="utf-8")
    assert "Of 2 reports, 2 have no words" in index
    assert "quotation" in index


def test_a_pile_without_lineage_says_so(tmp_path: Path) -> None:
    index = (dossier(tmp_path / "d") / "lineage/index.html").read_text(encoding="utf-8")
    assert "each stands on its own" in index
    assert "<table" not in index


def test_the_drawing_puts_the_earlier_report_above_and_to_the_left() -> None:
    rows = {row.id: row for row in survey(Pile((FIRST, SECOND))).reports}
    drawn = graph([(shared(), rows[SECOND.id], rows[FIRST.id])])
    first, second = drawn.dots
    assert first.row.id == FIRST.id
    assert first.x < second.x
    assert first.y < second.y
    (arc,) = drawn.arcs
    assert (arc.x1, arc.y1, arc.x2, arc.y2) == (first.x, first.y, second.x, second.y)


def test_side_by_side_keeps_every_word_and_marks_what_differs() -> None:
    rows = side_by_side(SECOND, FIRST, [PASSAGE])
    assert [row.kind for row in rows] == ["alone", "shared", "alone"]
    middle = rows[1]
    assert text_of(middle, "here").startswith("“Nobody")  # the mark at its first word belongs to it
    assert text_of(middle, "here").endswith("school.")
    assert [bit.text for bit in middle.here if bit.role == "changed"] == ["harmed"]
    assert [bit.text for bit in middle.there if bit.role == "changed"] == ["hurt"]
    for side, whole in (("here", SECOND), ("there", FIRST)):
        told = "".join(text_of(row, side) for row in rows)
        assert "".join(told.split()) == "".join(whole.text.split())


def test_chrome_is_left_out_and_long_parts_are_cut_in_the_middle() -> None:
    text = "Subscribe now. " + "word " * 400 + STORY
    long = Report("long.txt", text, "1" * 64, chrome=(Span.of(text, 0, 14),))
    passage = Passage(place(COPY, "Nobody", "school"), place(text, "Nobody", "school"))
    before = side_by_side(SECOND, long, [passage])[0]
    shown = text_of(before, "there")
    assert "Subscribe" not in shown
    assert "more words" in shown
    assert len(shown) < 700


@given(st.lists(st.sampled_from(["tarn", "ombar", "quist", "\n", "“no”", "."]), max_size=60))
def test_any_two_texts_can_be_compared(words: list[str]) -> None:
    text = " ".join(words)
    other = " ".join(sorted(words))
    here, there = Report("a", text, "2" * 64), Report("b", other, "3" * 64)
    if not text or not other:
        return
    rows = side_by_side(here, there, [Passage(Span.of(text, 0, len(text)), Span.of(other, 0, len(other)))])
    shown = "".join(text_of(row, "here") for row in rows)
    assert "".join(shown.split()) == "".join(text.split())


@pytest.mark.parametrize("reports", [(FIRST, SECOND), (SECOND, FIRST)])
def test_the_same_record_gives_the_same_pages(tmp_path: Path, reports: tuple[Report, Report]) -> None:
    pages = []
    for name in ("one", "two"):
        write_dossier(Pile(reports, all_lineage=(shared(),), all_divergences=(DIVERGENCE,)), tmp_path / name)
        pages.append((tmp_path / name / "lineage/index.html").read_bytes())
    assert pages[0] == pages[1]
