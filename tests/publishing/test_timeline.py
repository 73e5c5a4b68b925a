"""The timeline: all that there is, in order of date, no surer than it is."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urldefrag

import dossier_pile as piles
import pytest
from dossier_page import Page, visible
from dossier_pile import HOLT, ferry

from onrecord.domain import DateCandidate, DateEstimate, DateReason, Report, Span, TimeExpression
from onrecord.publishing.dossier import wording, write_dossier
from onrecord.publishing.dossier.chart import Chart, chart, left_out
from onrecord.publishing.dossier.chronology import chronology, moments
from onrecord.publishing.dossier.named_days import NamedDay
from onrecord.publishing.dossier.survey import ReportRow, StatementRow, survey
from onrecord.publishing.dossier.when import NO_DATE, When, not_after, when

REASON = (DateReason("The report names the day.", "text"),)
DAY = piles.on(2012, 5, 7)


def page_of(tmp_path: Path, *reports: Report) -> str:
    write_dossier(piles.Pile(reports), tmp_path / "out")
    return (tmp_path / "out/timeline.html").read_text(encoding="utf-8")


def headings(html: str) -> list[str]:
    return [visible(each) for each in re.findall(r"<h2.*?</h2>", html)]


# Where things stand


@pytest.mark.parametrize(
    ("known", "shape", "anchor", "label"),
    [
        (DateEstimate(), "none", None, "undated"),
        (DAY, "day", date(2012, 5, 7), "7 May 2012"),
        (piles.one_of(date(2012, 5, 8), date(2012, 5, 7)), "choice", date(2012, 5, 8), "7 or 8 May 2012"),
        (
            piles.one_of(date(2012, 5, 8), date(2012, 5, 7), favourite=0.9),
            "choice",
            date(2012, 5, 8),
            "probably 8 May 2012, otherwise 7 May 2012",
        ),
        (
            DateEstimate(date(2012, 5, 7), date(2012, 5, 1), date(2012, 5, 9)),
            "likely",
            date(2012, 5, 7),
            "probably 7 May 2012, between 1 and 9 May 2012",
        ),
        (DateEstimate(date(2012, 5, 7)), "likely", date(2012, 5, 7), "probably 7 May 2012"),
        (
            DateEstimate(None, date(2012, 5, 1), date(2012, 5, 9)),
            "stretch",
            date(2012, 5, 1),
            "between 1 and 9 May 2012",
        ),
        (
            DateEstimate(None, date(2010, 5, 1), date(2012, 5, 9)),
            "stretch",
            date(2012, 5, 9),
            "between 1 May 2010 and 9 May 2012",
        ),
        (DateEstimate(None, None, date(2012, 5, 9)), "until", date(2012, 5, 9), "not after 9 May 2012"),
        (DateEstimate(None, date(2012, 5, 9)), "since", date(2012, 5, 9), "not before 9 May 2012"),
    ],
)
def test_a_place_in_time_is_as_uncertain_as_its_date(
    known: DateEstimate, shape: str, anchor: date | None, label: str
) -> None:
    place = when(known)
    assert (place.shape, place.anchor, place.label) == (shape, anchor, label)


def test_what_a_report_tells_without_saying_when_was_then_or_before() -> None:
    certain, doubtful = not_after(DAY), not_after(piles.one_of(date(2012, 5, 7), date(2012, 5, 8)))
    assert (certain.shape, certain.label) == ("until", "not after 7 May 2012")
    assert doubtful.label == "not after a report published 7 or 8 May 2012"
    assert not_after(DateEstimate()) == not_after(DateEstimate(None, date(2012, 5, 7))) == NO_DATE


def test_places_in_time_have_ids_of_their_own() -> None:
    estimates = [
        *(DAY, piles.on(2012, 5, 8), DateEstimate(date(2012, 5, 7)), DateEstimate(None, None, date(2012, 5, 7))),
        *(DateEstimate(None, date(2012, 5, 7)), DateEstimate(None, date(2012, 5, 7), date(2012, 5, 8))),
        *(piles.one_of(date(2012, 5, 7), date(2012, 5, 8)), piles.one_of(date(2012, 5, 7), date(2012, 5, 9))),
    ]
    ids = [when(each).id for each in estimates] + [not_after(DAY).id]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"t[a-z0-9-]+", each) for each in ids)


def test_statements_without_a_day_stand_with_their_report_and_those_with_one_on_it() -> None:
    pile = piles.Pile((ferry("a.txt"), ferry("b.txt", DAY, piles.on(2012, 5, 5))))
    entries = chronology(survey(pile))
    placed = [(entry.time.label, type(entry.item)) for entry in entries]
    assert placed == [
        *[("5 May 2012", StatementRow)] * 2,
        *[("7 May 2012", ReportRow)] * 2,
        *[("not after 7 May 2012", StatementRow)] * 2,
        *[("30 May 2012", NamedDay)] * 2,
    ]


def test_a_latest_day_beyond_the_reports_own_says_no_more_than_the_report() -> None:
    said = DateEstimate(None, None, date(2012, 5, 20))
    (row, _) = survey(piles.Pile((ferry("a.txt", DAY, said),))).statements
    assert row.time == not_after(DAY)
    earlier = DateEstimate(None, None, date(2012, 5, 1))
    (row, _) = survey(piles.Pile((ferry("a.txt", DAY, earlier),))).statements
    assert row.time.label == "not after 1 May 2012"


def test_the_same_pile_in_another_order_is_the_same_timeline() -> None:
    reports = [ferry(f"{name}.txt", DAY, piles.on(2012, 5, 5)) for name in "cab"] + [ferry("z.txt", DateEstimate())]
    given = [(e.time.id, getattr(e.item, "id", "")) for e in chronology(survey(piles.Pile(tuple(reports))))]
    turned = [(e.time.id, getattr(e.item, "id", "")) for e in chronology(survey(piles.Pile(tuple(reports[::-1]))))]
    assert given == turned


# The page


def test_everything_is_on_the_timeline_once_with_its_evidence(tmp_path: Path) -> None:
    write_dossier(piles.pile(), tmp_path / "out")
    page = Page((tmp_path / "out/timeline.html").read_text(encoding="utf-8"))
    wanted = sorted(
        f"reports/{report.id}.html#{report.statement_id(statement)}"
        for report in piles.pile().all_reports
        for statement in report.statements
    )
    assert page.proofs() == wanted
    links = page.links()
    for report in piles.pile().all_reports:
        assert links.count(f"reports/{report.id}.html") == 1


def test_days_are_in_order_and_what_has_no_date_is_last(tmp_path: Path) -> None:
    html = page_of(
        tmp_path,
        ferry("late.txt", piles.on(2013, 1, 2)),
        ferry("none.txt", DateEstimate()),
        ferry("early.txt", piles.one_of(date(2012, 5, 7), date(2012, 5, 8))),
    )
    assert headings(html) == [
        "7 or 8 May 2012",
        "Not after a report published 7 or 8 May 2012",
        "30 May 2012",
        "2 January 2013",
        "Not after 2 January 2013",
        "No date",
    ]
    assert "7 months later" in visible(html)
    assert html.index("late.txt") < html.index('id="no-date"') < html.index("none.txt. The ferry")
    assert visible(html).count("named ahead") == 1  # an undated report can't name a day ahead


def test_shapes_are_told_by_more_than_words(tmp_path: Path) -> None:
    html = page_of(tmp_path, ferry("a.txt", piles.one_of(date(2012, 5, 7), date(2012, 5, 8))))
    page = Page(html)
    classes = [attrs.get("class") for attrs in page.all("section") if (attrs.get("class") or "").startswith("moment")]
    assert classes == ["moment choice", "moment choice", "moment day"]


def test_a_named_day_shows_its_sentence_and_leads_to_it(tmp_path: Path) -> None:
    html = page_of(tmp_path, ferry())
    assert "A vote is set for <mark>May 30</mark>" in html
    (link,) = [each for each in Page(html).links() if "#t-" in each]
    path, anchor = urldefrag(link)
    assert anchor in Page((tmp_path / "out" / path).read_text(encoding="utf-8")).ids


def test_an_undated_pile_has_no_chart_and_says_so(tmp_path: Path) -> None:
    html = page_of(tmp_path, ferry("a.txt", DateEstimate()))
    assert "<figure" not in html and headings(html) == ["No date"]
    assert "no date is guessed here" in visible(html)


def test_an_empty_record_has_a_timeline_page(tmp_path: Path) -> None:
    assert "There is nothing to put in order." in visible(page_of(tmp_path))


def test_long_days_fold_and_short_ones_do_not(tmp_path: Path) -> None:
    few = list(moments(chronology(survey(piles.Pile((ferry(more=5),)))), None))
    many = list(moments(chronology(survey(piles.Pile((ferry(more=20),)))), None))
    assert [[(len(v.shown), len(v.folded)) for v in m.voices] for m in few if m.voices] == [[(6, 0), (1, 0)]]
    assert [[(len(v.shown), len(v.folded)) for v in m.voices] for m in many if m.voices] == [[(3, 18), (1, 0)]]
    html = page_of(tmp_path, ferry(more=20))
    assert "18 more statements" in visible(html) and len(Page(html).proofs()) == 22 + 1


def test_long_timelines_are_paged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.publishing.dossier.timeline._ENTRIES_A_PAGE", 4)
    reports = tuple(ferry(f"{at}.txt", piles.on(2012, 5, at + 1), more=6) for at in range(3))
    write_dossier(piles.Pile(reports), tmp_path / "out")
    out = tmp_path / "out"
    found = sorted(out.glob("timeline*.html"))
    assert len(found) == 8  # 3 reports, 24 statements and 3 named days
    pages = {path.name: Page(path.read_text(encoding="utf-8")) for path in found}
    proofs = [link for page in pages.values() for link in page.proofs()]
    assert len(proofs) == len(set(proofs)) == 27
    for name, page in pages.items():
        assert ("figure" in [tag for tag, _ in page.elements]) == (name == "timeline.html")
        for link in page.links():
            path, anchor = urldefrag(link)
            if path.startswith("timeline"):
                assert not anchor or anchor in pages[path].ids
    assert any("continued" in path.read_text(encoding="utf-8") for path in found)


def test_what_pages_are_filtered_by_adds_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.publishing.dossier.timeline._ENTRIES_A_PAGE", 4)
    reports = tuple(ferry(f"{at}.txt", piles.on(2012, 5, at + 1)) for at in range(3))
    write_dossier(piles.Pile(reports), tmp_path / "out")
    script = (tmp_path / "out/timeline/pages.js").read_text(encoding="utf-8")
    index = (tmp_path / "out/statements/data/index.js").read_text(encoding="utf-8")
    pages = json.loads(script.removeprefix("onrecordData.pages(").removesuffix(");\n"))
    names = [one[0] for one in json.loads(index.removeprefix("onrecordData.index(").removesuffix(");\n"))["speakers"]]
    assert [sum(number for *_, number in page) for page in pages] == [4, 4, 4]
    said = [(names[speaker], number) for page in pages for speaker, _, number in page if speaker >= 0]
    assert sum(number for name, number in said if name == HOLT.name) == 3
    assert sum(number for page in pages for speaker, _, number in page if speaker == -2) == 6


def test_reports_can_not_write_into_the_page(tmp_path: Path) -> None:
    text = "The <b>vote</b> & all \u202e is on May 30, said a man."
    at = text.index("May 30")
    times = (TimeExpression(Span.of(text, at, at + 6), "DATE", "2012-05-30"),)
    html = page_of(tmp_path, piles.report("<i>.txt", text, published=DAY, times=times))
    assert "The &lt;b&gt;vote&lt;/b&gt; &amp; all [U+202E] is on <mark>May 30</mark>" in html


def test_ten_thousand_statements_make_pages_that_can_be_opened(tmp_path: Path) -> None:
    reports = tuple(ferry(f"{at}.txt", piles.on(2012, 1, 1) if at % 9 else DateEstimate(), more=98) for at in range(20))
    write_dossier(piles.Pile(reports), tmp_path / "out")  # two thousand; ten thousand are five times as many pages
    sizes = [path.stat().st_size for path in (tmp_path / "out").glob("timeline*.html")]
    assert len(sizes) == 11 and max(sizes) < 400_000


# The overview


def overview(*reports: Report) -> Chart:
    drawn = drawing(*reports)
    assert drawn is not None
    return drawn


def drawing(*reports: Report) -> Chart | None:
    entries = chronology(survey(piles.Pile(reports)))
    return chart(entries, {entry.time.id: f"timeline.html#{entry.time.id}" for entry in entries})


def test_columns_count_what_is_dated_and_tell_what_is_uncertain() -> None:
    drawn = overview(ferry("a.txt", DAY, piles.on(2012, 5, 7)), ferry("b.txt"), ferry("c.txt", DateEstimate()))
    assert [(c.label, c.statements, c.uncertain, c.reports, c.named) for c in drawn.columns] == [
        ("7 May 2012", 4, 2, 2, 0),
        ("30 May 2012", 0, 0, 0, 2),
    ]
    assert drawn.busiest.height == 100 and drawn.busiest.open_height == 50
    assert drawn.whiskers == []


def test_nothing_is_counted_on_a_day_that_only_bounds_it() -> None:
    between = DateEstimate(None, date(2012, 5, 1), date(2012, 5, 9), (), REASON)
    drawn = overview(ferry("a.txt", DAY, between))
    assert sum(column.statements for column in drawn.columns) == 0
    (bar,) = drawn.whiskers
    assert bar.marks == () and bar.low and bar.high and bar.left < bar.right
    assert bar.label == "between 1 and 9 May 2012: 2 statements"


def test_one_of_two_days_is_two_marks() -> None:
    drawn = overview(ferry("a.txt", piles.one_of(date(2012, 5, 7), date(2012, 5, 9))))
    (bar,) = drawn.whiskers
    assert len(bar.marks) == 2 and bar.marks == (bar.left, bar.right)


def test_what_goes_on_beyond_the_chart_has_an_open_end() -> None:
    vague = DateEstimate(date(2012, 5, 7), date(1999, 1, 1), date(2031, 1, 1), (DateCandidate(date(2012, 5, 7), 0.6),))
    drawn = overview(ferry("a.txt", vague), ferry("b.txt", piles.on(2012, 5, 9)))
    (bar,) = [one for one in drawn.whiskers if "report" in one.label]
    assert not bar.low and not bar.high and 0 <= bar.left < bar.right <= 100
    assert drawn.axis.cuts == ()


def test_uncertain_dates_that_find_no_room_are_counted() -> None:
    day = date(2012, 5, 7)
    reports = [
        ferry(f"{at}.txt", DateEstimate(day, day - timedelta(days=at + 1), day + timedelta(days=1))) for at in range(20)
    ]
    drawn = overview(*reports, ferry("known.txt"))
    lanes = {one.lane for one in drawn.whiskers}
    assert lanes == set(range(8))
    # each report's own date, and the named day, which is the same for all of them
    assert len(drawn.whiskers) + drawn.more == len({when(report.published) for report in reports})


def test_a_cut_is_told_in_words() -> None:
    drawn = overview(ferry("a.txt"), ferry("b.txt", piles.on(2022, 5, 7)))
    assert [left_out(cut) for cut in drawn.cuts] == ["9 years and 11 months between 31 May 2012 and 6 May 2022"]


@pytest.mark.parametrize(
    ("first", "last", "exactly", "roughly"),
    [
        (date(2012, 5, 7), date(2012, 5, 8), "1 day", "1 day"),
        (date(2012, 5, 7), date(2012, 7, 6), "60 days", "60 days"),
        (date(2012, 5, 7), date(2012, 7, 7), "2 months", "2 months"),
        (date(2012, 5, 31), date(2014, 1, 30), "1 year and 7 months", "19 months"),
        (date(2012, 5, 7), date(2022, 5, 7), "10 years", "10 years"),
        (date(2012, 5, 7), date(2022, 9, 7), "10 years and 4 months", "over 10 years"),
        (date(2012, 5, 7), date(2023, 3, 7), "10 years and 10 months", "almost 11 years"),
    ],
)
def test_time_between_days_is_put_in_words(first: date, last: date, exactly: str, roughly: str) -> None:
    assert wording.elapsed(first, last) == exactly
    assert wording.roughly(first, last) == roughly


def test_one_known_day_makes_no_chart() -> None:
    assert drawing(piles.report("a.txt", "Nobody came.", published=DAY)) is None


def test_equal_dates_are_one_place() -> None:
    assert when(DAY) == when(replace(DAY, reasons=())) and isinstance(hash(when(DAY)), int)
    assert When() == NO_DATE
