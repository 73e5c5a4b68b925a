"""The dossier as a folder of pages: links, anchors, counts, order, and hostile reports kept inert."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import dossier_pile as piles
import pytest
from dossier_page import Page, visible

from onrecord.domain import DateCandidate, DateEstimate
from onrecord.publishing.dossier import figures, wording, write_dossier
from onrecord.publishing.dossier.site import is_web_address
from onrecord.publishing.dossier.survey import survey
from onrecord.record import DuplicateRow, UnreadRow, open_record, write_record


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier") / "out"
    assert write_dossier(piles.pile(), folder) == folder / "index.html"
    return folder


@pytest.fixture(scope="module")
def pages(dossier: Path) -> dict[str, Page]:
    found = sorted(dossier.rglob("*.html"))
    return {path.relative_to(dossier).as_posix(): Page(path.read_text(encoding="utf-8")) for path in found}


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_kind_of_page_is_there_and_parses(pages: dict[str, Page]) -> None:
    wanted = {
        "index.html",
        "timeline.html",
        *(f"{name}/index.html" for name in ("reports", "speakers", "statements", "about")),
    }
    assert wanted < set(pages)
    assert sum(name.startswith("reports/r_") for name in pages) == len(piles.pile().all_reports)
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        assert [tag for tag, _ in page.elements].count("h1") == 1, name


def test_every_link_leads_to_a_file_and_an_anchor_that_exist(dossier: Path, pages: dict[str, Page]) -> None:
    checked = 0
    for name, page in pages.items():
        for link in page.links():
            target, anchor = urldefrag(link)
            if urlsplit(target).scheme:
                continue
            path = ((dossier / name).parent / target).resolve() if target else dossier.resolve() / name
            inside = path.relative_to(dossier.resolve()).as_posix()
            assert inside in pages, f"{name} links to {inside}"
            assert not anchor or anchor in pages[inside].ids, f"{name} links to {inside}#{anchor}"
            checked += 1
    assert checked > 100


def test_every_statement_is_listed_with_a_link_to_its_evidence(pages: dict[str, Page]) -> None:
    anchors = {
        f"../reports/{report.id}.html#{report.statement_id(statement)}"
        for report in piles.pile().all_reports
        for statement in report.statements
    }
    assert pages["statements/index.html"].proofs() == sorted(anchors)
    on_speakers = {href for name, page in pages.items() if name.startswith("speakers/") for href in page.proofs()}
    assert on_speakers == anchors


def test_nothing_is_loaded_from_elsewhere(dossier: Path, pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        loaded = [attrs.get("src") for attrs in page.all("script")] + [attrs.get("href") for attrs in page.all("link")]
        assert len(loaded) >= 3, name
        for address in loaded:
            assert address is not None
            assert not urlsplit(address).scheme and not urlsplit(address).netloc, name
            assert ((dossier / name).parent / address).resolve().is_file(), f"{name} loads {address}"
        policy = next(a["content"] or "" for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
    for asset in (dossier / "assets").iterdir():
        text = asset.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|url\(|@import|//cdn", text), asset.name


def test_hostile_reports_stay_text(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert page.inline_scripts == [], name
        tags = {tag for tag, _ in page.elements}
        assert not tags & {"img", "iframe", "object", "embed", "style", "base", "b", "i"}, name
        assert all("src" in attrs for attrs in page.all("script")), name
        for tag, attrs in page.elements:
            assert not [key for key in attrs if key.startswith("on") or key == "style"], f"{name}: <{tag}>"
        assert {urlsplit(link).scheme for link in page.links()} <= {"", "https"}, name


def test_scripts_with_data_hold_json_that_no_text_can_leave(dossier: Path) -> None:
    index = (dossier / "statements/data/index.js").read_text(encoding="utf-8")
    rows = (dossier / "statements/data/rows-0.js").read_text(encoding="utf-8")
    for script in (index, rows):
        assert "<" not in script and "\u2028" not in script and "\u202e" not in script
        assert script.count("\n") == 1
    given = json.loads(index.removeprefix("onrecordData.index(").removesuffix(");\n"))
    listed = json.loads("[" + rows.removeprefix("onrecordData.rows(").removesuffix(");\n") + "]")[1]
    statements = [(r, s) for r in piles.pile().all_reports for s in r.statements]
    assert given["total"] == len(listed) == len(statements)
    by_id = {row[0]: row for row in listed}
    for report, statement in statements:
        row = by_id[report.statement_id(statement)]
        assert given["reports"][row[1]][1] == f"reports/{report.id}.html"
        assert row[2] == -1 if statement.speaker is None else given["speakers"][row[2]][0] == statement.speaker.name
        words = "".join(text for _, text in row[8])
        assert words.replace(" ", "") == "".join(span.text for span in statement.content).replace(" ", "")


def test_file_names_come_from_ids_only(dossier: Path) -> None:
    for path in dossier.rglob("*"):
        assert re.fullmatch(r"[a-z][a-z0-9_.-]*", path.name), path.name


def test_overview_says_what_was_left_out(dossier: Path) -> None:
    words = visible((dossier / "index.html").read_text(encoding="utf-8"))
    assert "Who said what in 9 reports" in words
    assert "24 statements by 7 speakers, with quoted words in 14 of the statements" in words
    assert "20 December 2022 to 15 March 2024, as far as they are dated" in words
    assert "The speaker of 2 statements is unknown. 4 files were left out ." in words
    assert "scan.pdf not text: starts like a PDF" in words
    assert "copy of lachin-1.txt lachin-1.txt" in words
    assert "3 reports are undated: no date was given" in words
    assert "1 report in a language that is not tagged" in words
    assert "in 3 reports: Corridor to reopen" in words


def test_overview_shows_one_statement_of_each_leading_speaker_with_its_evidence(pages: dict[str, Page]) -> None:
    anchors = {
        f"reports/{report.id}.html#{report.statement_id(statement)}": statement.speaker
        for report in piles.pile().all_reports
        for statement in report.statements
    }
    shown = [anchors[href] for href in pages["index.html"].proofs()]
    assert len(shown) == len(set(shown)) == 7 and None not in shown


def test_what_is_shown_of_a_speaker_is_quoted_readable_and_sure() -> None:
    text = (
        "“No,” Vera Holt said. Holt said that the ferry would sail on every day of the coming week. “The ferry will "
        "sail on every day of the coming week,” Holt said. “It may not sail at all if the wind turns against us,” "
        "Holt said."
    )
    holt = piles.actor("Vera Holt")
    sure = piles.said(
        text,
        ("Holt", 3),
        ("said", 3),
        text[text.index("“The") : text.index("” Holt said. “It") + 1],
        kind="direct",
        speaker=holt,
    )
    others = (
        piles.said(text, "Vera Holt", "said", "“No,”", kind="direct", speaker=holt),
        piles.said(
            text, ("Holt", 2), ("said", 2), "that the ferry would sail on every day of the coming week", speaker=holt
        ),
        piles.said(
            text,
            ("Holt", 4),
            ("said", 4),
            text[text.index("“It may") : text.rindex("”") + 1],
            kind="direct",
            speaker=holt,
            confidence=0.4,
        ),
    )
    (speaker,) = survey(piles.Pile((piles.report("ferry.txt", text, *others, sure),))).speakers
    assert "".join(piece.text for piece in figures.glimpse(speaker).row.words) == sure.content[0].text


def test_a_report_names_its_speakers_with_their_numbers_of_statements(dossier: Path) -> None:
    words = visible((dossier / f"reports/{piles.cyprus().id}.html").read_text(encoding="utf-8"))
    assert "10 statements by 3 speakers; the speaker of 1 is unknown" in words
    assert "United Nations mission in Cyprus &nbsp; 4 · Mehmet Özkan &nbsp; 3 · Eleni Christou &nbsp; 2" in words


def test_statements_stand_under_their_report(dossier: Path) -> None:
    html = (dossier / "statements/index.html").read_text(encoding="utf-8")
    rows = re.findall(r'<tr class="(\w+)">', html.partition("<template")[0])
    with_statements = [report for report in piles.pile().all_reports if report.statements]
    assert rows[0] == "from" and rows.count("from") == len(with_statements)
    assert len(rows) == 24 + len(with_statements)


def test_a_cue_stands_before_the_words_and_a_name_is_not_said_twice(dossier: Path) -> None:
    words = visible((dossier / f"speakers/{piles.ALIYEVA.id}.html").read_text(encoding="utf-8"))
    assert "denied that the road had ever been closed" in words
    assert "as “" not in words
    words = visible((dossier / f"speakers/{piles.GRIGORYAN.id}.html").read_text(encoding="utf-8"))
    assert "as “ she ”" in words and "writing" in words


def test_columns_that_would_be_empty_are_left_out(dossier: Path, tmp_path: Path) -> None:
    assert '<th scope="col">Published</th>' in (dossier / "reports/index.html").read_text(encoding="utf-8")
    write_dossier(piles.Pile((piles.report("x.txt", "Nobody came."),)), tmp_path / "out")
    html = (tmp_path / "out/reports/index.html").read_text(encoding="utf-8")
    assert "Published" not in html and "Outlet" not in html and "None is dated" in html


def test_a_speaker_page_has_everything_said_by_date(dossier: Path) -> None:
    page = (dossier / f"speakers/{piles.CHRISTOU.id}.html").read_text(encoding="utf-8")
    words = visible(page)
    assert "5 statements in 3 reports: 2 quoted in full, 1 in part, 2 paraphrased" in words
    assert "Also named: Christou ; the negotiator" in words
    order = ["another meeting within two weeks", "the offer stands", "was never agreed"]
    places = [words.index(one) for one in order]
    assert places == sorted(places)
    assert '<span class="told">the Geneva text </span><q class="quoted">“was never agreed”</q>' in page
    assert "through Levant Wire" in words


def test_a_relayed_chain_is_on_the_pages_of_both(dossier: Path) -> None:
    wire = visible((dossier / f"speakers/{piles.HARAVGI_WIRE.id}.html").read_text(encoding="utf-8"))
    assert "Passed on from others" in wire and "was never agreed" in wire
    mission = visible((dossier / f"speakers/{piles.MISSION.id}.html").read_text(encoding="utf-8"))
    assert "Said to them" in mission


def test_untagged_report_says_so(dossier: Path) -> None:
    report = piles.serbian()
    assert "not trained on" in visible((dossier / f"reports/{report.id}.html").read_text(encoding="utf-8"))


def test_about_lists_every_file_with_its_fingerprint(dossier: Path) -> None:
    words = visible((dossier / "about/index.html").read_text(encoding="utf-8"))
    for report in piles.pile().all_reports:
        assert report.sha256 in words
    assert "could not be read: permission denied" in words
    assert "the same, byte for byte, as lachin-1.txt, which was kept" in words
    assert "onrecord 0.1.0 (weights 3f2a)" in words


def test_same_record_gives_the_same_bytes(dossier: Path, tmp_path: Path) -> None:
    pile = piles.pile()
    write_dossier(piles.Pile(pile.all_reports[::-1], pile.all_unread, pile.all_duplicates), tmp_path / "again")
    assert digests(tmp_path / "again") == digests(dossier)


def test_long_listings_are_paged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REPORTS", "SPEAKERS", "STATEMENTS", "FILES"):
        monkeypatch.setattr(f"onrecord.publishing.dossier.writing._{name}_A_PAGE", 2)
    monkeypatch.setattr("onrecord.publishing.dossier.search_data.CHUNK", 5)
    write_dossier(piles.pile(), tmp_path / "out")
    out = tmp_path / "out"
    assert len(list(out.glob("reports/index*.html"))) == 5
    assert len(list(out.glob("statements/index*.html"))) == 12
    assert len(list(out.glob("statements/data/rows-*.js"))) == 5
    assert len(list(out.glob(f"speakers/{piles.CHRISTOU.id}*.html"))) == 3
    anchors: list[str] = []
    for path in out.glob("statements/index*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        anchors += page.proofs()
        assert all((path.parent / urldefrag(link).url).is_file() for link in page.links() if link[0] != "#")
    assert len(set(anchors)) == len(anchors) == 24


def test_a_pile_without_dates_has_no_timeline(tmp_path: Path) -> None:
    html = write_dossier(piles.Pile((piles.hostile(),)), tmp_path / "out").read_text(encoding="utf-8")
    assert "None of them is dated" in visible(html)
    assert 'class="timeline"' not in html and html.count('id="read"') == 1


def test_a_pile_with_a_single_date_has_no_timeline_and_shows_the_date(tmp_path: Path) -> None:
    html = write_dossier(piles.Pile((piles.arabic(), piles.hostile())), tmp_path / "out").read_text(encoding="utf-8")
    assert 'class="timeline"' not in html
    assert "2 September 2023 ·" in visible(html) and "1 report is undated" in visible(html)


def test_an_empty_record_is_a_dossier_too(tmp_path: Path) -> None:
    index = write_dossier(piles.Pile(()), tmp_path / "out")
    assert "Who said what in 0 reports" in index.read_text(encoding="utf-8")
    for path in (tmp_path / "out").rglob("*.html"):
        Page(path.read_text(encoding="utf-8"))


def test_a_record_file_gives_the_same_pages_as_the_values_in_it(tmp_path: Path) -> None:
    pile = piles.pile()
    held = tuple(report for report in pile.all_reports if "\ud800" not in report.text)
    unread = [UnreadRow(row.name, row.reason, row.sha256) for row in pile.all_unread]
    duplicates = [DuplicateRow(row.name, row.sha256, "lachin-1.txt") for row in pile.all_duplicates]
    path = tmp_path / "pile.onrecord"
    write_record(path, held, unread=unread, duplicates=duplicates, finished=(), meta=pile.meta)
    with open_record(path) as record:
        write_dossier(record, tmp_path / "from-file")
        meta = record.meta
    write_dossier(piles.Pile(held, pile.all_unread, pile.all_duplicates, meta), tmp_path / "from-values")
    assert digests(tmp_path / "from-file") == digests(tmp_path / "from-values")


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a?b=<c>", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https:///nohost", False),
        ("https://[broken", False),
        ("https://example.org/\u202egpj", False),
    ],
)
def test_only_web_addresses_become_links(address: str, safe: bool) -> None:
    assert is_web_address(address) is safe


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "<1\u00a0%"),
        (0.004, "<1\u00a0%"),
        (0.125, "13\u00a0%"),
        (0.5, "50\u00a0%"),
        (0.989, "99\u00a0%"),
        (0.995, ">99\u00a0%"),
        (1.0, ">99\u00a0%"),
    ],
)
def test_a_confidence_is_never_nought_or_a_hundred(value: float, words: str) -> None:
    assert wording.confidence(value) == words


@pytest.mark.parametrize(
    ("days", "unit", "columns"),
    [
        ([(2008, 2, 17)], "day", 0),
        ([(2008, 2, 17), (2008, 2, 17)], "day", 0),
        ([(2008, 2, 17), (2008, 2, 20)], "day", 4),
        ([(2007, 12, 31), (2008, 3, 1)], "day", 62),
        ([(2007, 12, 31), (2008, 4, 30)], "month", 5),
        ([(2007, 12, 31), (2022, 1, 1)], "year", 16),
    ],
)
def test_the_timeline_takes_the_finest_unit_that_can_be_read(
    days: list[tuple[int, int, int]], unit: str, columns: int
) -> None:
    reports = [piles.report(f"{d}.txt", f"{d}", published=piles.on(*d)) for d in days]
    drawn = figures.timeline(survey(piles.Pile((*reports, piles.report("x.txt", "x")))).reports)
    assert (drawn.unit, len(drawn.columns), drawn.undated) == (unit, columns, 1)
    if columns:
        assert sum(column.reports for column in drawn.columns) == len(days)


@pytest.mark.parametrize("numbers", [[1, 1], [1, 0, 0, 2], [9, 0, 3], [1] + 70 * [0] + [5]])
def test_bars_stay_inside_the_chart_and_single_reports_are_no_towers(numbers: list[int]) -> None:
    columns = tuple(figures.Column(str(at), number) for at, number in enumerate(numbers))
    bars = list(figures.Timeline("day", columns, 0, 0).bars())
    assert [bar.column.reports for bar in bars] == [number for number in numbers if number]
    assert bars[0].x == 0 and bars[-1].x + bars[-1].width == pytest.approx(figures.CHART_WIDTH, abs=0.02)
    assert all(bar.x + bar.width <= after.x for bar, after in pairwise(bars))
    assert all(0 < bar.width <= figures.CHART_WIDTH / 40 and bar.height <= 100 for bar in bars)
    assert all(bar.height < 50 for bar in bars if bar.column.reports == 1)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (DateEstimate(), "undated"),
        (piles.on(2008, 2, 17), "17 February 2008"),
        (DateEstimate(date(2008, 2, 17), date(2008, 2, 15), date(2008, 2, 18)), "probably 17 February 2008"),
        (DateEstimate(None, date(2008, 2, 1), date(2008, 2, 29)), "in February 2008"),
        (DateEstimate(None, date(2007, 12, 10), date(2007, 12, 14)), "between 10 and 14 December 2007"),
        (DateEstimate(None, date(2007, 11, 30), date(2007, 12, 2)), "between 30 November and 2 December 2007"),
        (DateEstimate(None, date(2007, 12, 30), date(2008, 1, 2)), "between 30 December 2007 and 2 January 2008"),
        (piles.one_of(date(2007, 12, 10), date(2007, 12, 11)), "10 or 11 December 2007"),
        (piles.one_of(date(2007, 11, 30), date(2007, 12, 1)), "30 November or 1 December 2007"),
        (piles.one_of(date(2002, 2, 13), date(2008, 2, 13), date(2013, 2, 13)), "13 February 2002, 2008 or 2013"),
        (piles.one_of(date(2007, 12, 31), date(2008, 1, 1)), "31 December 2007 or 1 January 2008"),
        (
            DateEstimate(date(2008, 2, 17), candidates=(DateCandidate(date(2008, 2, 17), 0.3),)),
            "perhaps 17 February 2008",
        ),
        (piles.one_of(date(2007, 12, 10), date(2007, 12, 11), favourite=0.9), "probably 10 December 2007"),
        (DateEstimate(None, date(2008, 2, 1)), "not before 1 February 2008"),
        (DateEstimate(None, None, date(2008, 2, 1)), "not after 1 February 2008"),
    ],
)
def test_a_date_is_put_no_surer_than_it_is(known: DateEstimate, words: str) -> None:
    assert wording.estimate(known) == words
