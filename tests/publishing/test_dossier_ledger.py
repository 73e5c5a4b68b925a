"""The dossier's pages of positions, commitments, forecasts and framing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import ledger_pile as piles
import pytest
from dossier_page import Page, visible
from dossier_pile import Pile

from onrecord.domain import Likelihood, Polarity, Strength
from onrecord.publishing.dossier import write_dossier
from onrecord.publishing.dossier.ledger.entries import ForecastEntry
from onrecord.publishing.dossier.ledger.names import Name

PAGES = ("commitments/index", "forecasts/index", "positions/index", "framing/index", "timeline", "index")


def dossier(folder: Path, pile: Pile | None = None) -> Path:
    write_dossier(pile or piles.ledger_pile(), folder)
    return folder


def page(folder: Path, name: str) -> str:
    text = (folder / f"{name}.html").read_text(encoding="utf-8")
    Page(text)
    return text


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dossier(tmp_path_factory.mktemp("ledger") / "d")


def sections(html: str) -> dict[str, str]:
    """Its entries by id, in plain words."""
    parts = re.split(r'<article class="account[^"]*" id="([^"]+)">', html)
    return {name: visible(text.partition("</article>")[0]) for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_every_link_of_the_dossier_leads_somewhere(whole: Path) -> None:
    pages = {
        path.relative_to(whole).as_posix(): Page(path.read_text(encoding="utf-8")) for path in whole.rglob("*.html")
    }
    for name, found in pages.items():
        assert len(found.ids) == len(set(found.ids)), name
        for link in found.links():
            target, _, anchor = link.partition("#")
            path = (whole / name).parent.joinpath(target).resolve() if target else (whole / name).resolve()
            assert path.exists(), (name, link)
            if anchor:
                assert anchor in pages[path.relative_to(whole.resolve()).as_posix()].ids, (name, link)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_a_report_becomes_markup_and_nothing_is_inline(whole: Path, name: str) -> None:
    html = page(whole, name)
    assert Page(html).inline_scripts == []
    assert " style=" not in html
    for hostile in ("<i>robbery", "<b>Kehl", "<em>fee", "<u>again", "<2 March", "alert(1)</script>"):
        assert hostile not in html


def test_a_commitment_has_both_sides_of_its_history(whole: Path) -> None:
    html = page(whole, "commitments/index")
    found = sections(html)
    acted, lapsed, open_ = (found[f"c_{number:016x}"] for number in (1, 2, 3))
    assert acted.startswith("Tarn will not reopen the ferry line to Ombar refusal on condition: “ if the fee stays ”")
    assert "by 1 May 2031" in acted
    assert "Boats from Tarn ran again on Saturday, fee or no fee." in acted
    assert "The day has passed, and no report here tells what came of it." in lapsed
    assert "Nothing that these reports tell settles it." in open_
    assert "<mark>Boats from Tarn ran again</mark>" in html
    proofs = Page(html).proofs()
    assert f"../reports/{piles.FIRST.id}.html#w-5-74" in proofs
    assert f"../reports/{piles.THIRD.id}.html#w-0-25" in proofs


def test_what_reports_settle_comes_before_what_is_open(whole: Path) -> None:
    html = page(whole, "commitments/index")
    assert list(sections(html)) == [f"c_{number:016x}" for number in (1, 2, 3)]
    assert "1 acted against 0 withdrawn 0 met 0 condition met 1 lapsed 1 open" in visible(html)
    assert "c_0000000000000001" in page(whole, "index")


def test_the_board_leads_to_those_who_have_most(tmp_path: Path) -> None:
    three = (
        piles.commitment(1),
        *(piles.commitment(number, actor=one) for number, one in ((2, piles.RUIZ), (3, piles.KEHL), (4, piles.RUIZ))),
    )
    html = page(dossier(tmp_path / "d", replace(piles.ledger_pile(), all_commitments=three)), "commitments/index")
    assert "Whose: Ana Ruiz &nbsp; 2 , Bo &lt;b&gt;Kehl&lt;/b&gt; &nbsp; 1 What is to be done" in visible(html)


@pytest.mark.parametrize(
    ("strength", "polarity", "words"),
    [
        ("vows", "positive", "vows to"),
        ("vows", "negative", "vows not to"),
        ("will", "negative", "will not"),
        ("would", "positive", "would"),
        ("may", "negative", "may not"),
    ],
)
def test_that_something_will_not_be_done_is_said_in_words(
    tmp_path: Path, strength: Strength, polarity: Polarity, words: str
) -> None:
    one = piles.commitment(1, strength=strength, polarity=polarity)
    html = page(dossier(tmp_path / "d", replace(piles.ledger_pile(), all_commitments=(one,))), "commitments/index")
    assert f"Tarn {words} reopen" in visible(html)
    assert ('class="account negative"' in html) == (polarity == "negative")


def test_a_clause_with_a_subject_of_its_own_does_not_go_on_from_the_pledge(tmp_path: Path) -> None:
    clause = piles.words(piles.FIRST, "Tarn will not reopen the ferry line to Ombar")
    told = replace(piles.DECLARED, act=clause)
    one = piles.commitment(1, declarations=(told,), act=clause.text)
    html = page(dossier(tmp_path / "d", replace(piles.ledger_pile(), all_commitments=(one,))), "commitments/index")
    assert "will not : Tarn will not reopen" in visible(html)


def test_a_forecast_tells_who_how_surely_and_what_came_of_it(whole: Path) -> None:
    found = sections(page(whole, "forecasts/index"))
    true, open_ = found["f_0000000000000001"], found["f_0000000000000002"]
    assert true.startswith("The report itself expects : resume in June likely in June 2031")
    assert "The talks resumed on 12 June." in true
    assert "Nothing that these reports tell settles it." in open_


@pytest.mark.parametrize(
    ("likelihood", "polarity", "words"),
    [
        ("certain", "positive", "certain"),
        ("likely", "negative", "likely not"),
        ("unlikely", "negative", "unlikely"),
        ("possible", "negative", "possibly not"),
    ],
)
def test_odds_are_words(tmp_path: Path, likelihood: Likelihood, polarity: Polarity, words: str) -> None:
    one = piles.forecast(1, likelihood=likelihood, polarity=polarity)
    html = page(dossier(tmp_path / "d", replace(piles.ledger_pile(), all_forecasts=(one,))), "forecasts/index")
    assert f"resume in June {words} in June 2031" in visible(html)


def test_a_cell_is_a_sides_and_empty_where_nothing_is_known(whole: Path) -> None:
    html = page(whole, "positions/index")
    rows = re.findall(
        r"<tr[^>]*>(.*?)</tr>", html.partition('<table class="matrix">')[2].partition("</table>")[0], re.S
    )
    assert [visible(row) for row in rows] == [
        "Side the &lt;em&gt;fee&lt;/em&gt; the ferry line",
        "Tarn 2 voices for 4 March 2031: strongly against 20 June 2031: for reversed 2031 2031 for 2031",
        "Tarn for 2031 for 2031",
        "Ana Ruiz strongly against 2031",
        "Ombar 2 voices for 2031 for 2031",
        "Ombar for 2031",
        "Bo &lt;b&gt;Kehl&lt;/b&gt; for 2031",
    ]
    assert html.count('<td class="empty">') == 3


def test_what_was_reversed_is_told_first(whole: Path) -> None:
    text = visible(page(whole, "index"))
    assert "Tarn reversed 2031 on the &lt;em&gt;fee&lt;/em&gt;" in text


def test_without_a_change_the_overview_shows_who_stood_firm(tmp_path: Path) -> None:
    firm = tuple(replace(one, actor=piles.TARN, side="against") for one in piles.POSITIONS[:3])
    text = visible(page(dossier(tmp_path / "d", replace(piles.ledger_pile(), all_positions=firm)), "index"))
    assert "1 question, 1 side; no side was seen to move." in text
    assert "Tarn against on the &lt;em&gt;fee&lt;/em&gt; held 2031" in text


def test_a_question_shows_each_sighting_with_who_said_it(whole: Path) -> None:
    html = page(whole, f"positions/{piles.FEE.id}")
    found = sections(html)
    tarn = found[piles.TARN.id]
    assert tarn.startswith("Tarn 4 March 2031: strongly against 20 June 2031: for reversed 2031 seen 2 times, 2031")
    assert "Ana Ruiz : strongly against 4 March 2031 She called the fee &lt;i&gt;robbery&lt;/i&gt;" in tarn
    assert "statement 1" in tarn
    assert "for 20 June 2031 reversed Ana Ruiz said that Tarn now backs the charge ." in tarn


def test_an_instrument_cited_to_opposite_ends_says_so_on_both_pages(whole: Path) -> None:
    question = visible(page(whole, f"positions/{piles.FEE.id}"))
    assert "Sound Charter to opposite ends since 2031 Bo &lt;b&gt;Kehl&lt;/b&gt; invoked" in question
    instrument = visible(page(whole, f"instruments/{piles.CHARTER.id}"))
    assert (
        "Cited to opposite ends the &lt;em&gt;fee&lt;/em&gt; : for Bo &lt;b&gt;Kehl&lt;/b&gt; ; against Ana Ruiz"
        in instrument
    )


def test_sides_are_compared_on_two_questions_or_more(whole: Path, tmp_path: Path) -> None:
    both = visible(page(whole, "positions/index"))
    assert "Ombar and Tarn ● ● 2" in both
    fewer = replace(piles.ledger_pile(), all_positions=piles.POSITIONS[:3])
    assert "Who stands with whom" not in page(dossier(tmp_path / "d", fewer), "positions/index")


def test_a_thing_has_its_names_with_who_uses_them(whole: Path) -> None:
    text = visible(page(whole, "framing/index"))
    assert "charge for the crossing 3 times" in text
    assert re.search(r"“ the fee ” 2 Bo &lt;b&gt;Kehl&lt;/b&gt; &nbsp; 1 , own words of Sound Post &nbsp; 1", text)
    assert "“ &lt;i&gt;robbery&lt;/i&gt; ” 1 Ana Ruiz" in text


def test_a_report_leads_to_what_the_ledger_has_from_it(whole: Path) -> None:
    html = page(whole, f"reports/{piles.FIRST.id}")
    assert re.search(
        r'<a class="hush sign commitment" id="w-5-74" data-w="\d+" href="../commitments/index.html#c_', html
    )
    assert "commitment in the ledger" in visible(html)
    assert 'class="worded"' in html


def test_a_speakers_page_begins_with_their_part_of_the_ledger(whole: Path) -> None:
    text = visible(page(whole, f"speakers/{piles.RUIZ.id}"))
    assert "Where they stand the &lt;em&gt;fee&lt;/em&gt; strongly against 2031 What they said" in text


@pytest.mark.parametrize("name", PAGES)
def test_a_pile_without_a_ledger_says_so(tmp_path: Path, name: str) -> None:
    html = page(dossier(tmp_path / "d", Pile((piles.THIRD,))), name)
    assert "<article" not in html
    assert "What it amounts to" not in html


def test_big_piles_are_paged_and_links_follow(tmp_path: Path) -> None:
    many = tuple(piles.commitment(number) for number in range(120))
    folder = dossier(tmp_path / "d", replace(piles.ledger_pile(), all_commitments=many))
    pages = [
        sections(page(folder, name)) for name in ("commitments/index", "commitments/index-2", "commitments/index-3")
    ]
    assert [len(one) for one in pages] == [50, 50, 20]
    assert len({name for one in pages for name in one}) == 120


def test_the_same_record_gives_the_same_pages(tmp_path: Path) -> None:
    orders = (piles.ledger_pile(), piles.ledger_pile(piles.THIRD, piles.FIRST, piles.SECOND))
    made = []
    for number, pile in enumerate(orders):
        folder = dossier(tmp_path / str(number), pile)
        made.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")})
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("who", "verb"),
    [
        ("analysts", "expect"),
        ("leaders of Abkhazia", "expect"),
        ("council diplomats", "expect"),
        ("source close to the ministers", "expects"),
        ("press", "expects"),
        ("United States", "expects"),
        ("Local Serbs", "expects"),
    ],
)
def test_several_expect(who: str, verb: str) -> None:
    entry = ForecastEntry.__new__(ForecastEntry)
    entry.who = Name(who, "a_1")
    assert entry.expects == verb
