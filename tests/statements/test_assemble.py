"""What assembling makes of taggings, which are made by hand in the line: see ``tagged``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tagged import SURE, rows, tagged

from onrecord.statements import statements
from onrecord.statements.assemble import drafts
from onrecord.statements.confidence import confidence
from onrecord.tagging import quotations
from onrecord.tagging.tagger import Link


@pytest.mark.parametrize(
    ("marked", "want"),
    [
        ("[s:She] [u:said] [c:no].", [("She", "said", ["no"], "indirect")]),
        (
            "[c:“No,”] [s:she] [u:said]. [c:“Never.”]",
            [("she", "said", ["“No,”", "“Never.”"], "direct")],
        ),
        (
            "[s1:She] [u1:said] [c1:no] and [u2:warned] [c2:of “chaos”].",
            [("She", "said", ["no"], "indirect"), ("She", "warned", ["of “chaos”"], "mixed")],
        ),
        # an unquoted content beyond the sentence's end belongs to somebody else
        ("[c:The port is shut]. [s:She] [u:said] [c:no].", [("She", "said", ["no"], "indirect")]),
        # the cue cuts its content in two, and the tagger takes the predicate for another cue
        (
            "[c1:Norland], [s1:she] [u1:said], [u2:expected] [c2:a tax on hay].",
            [("she", "said", ["Norland", "expected a tax on hay"], "indirect")],
        ),
        (
            "[c:Norland], [s:she] [u:said], wants a tax on hay.",
            [("she", "said", ["Norland", "wants a tax on hay"], "indirect")],
        ),
        # words between a verb of telling and what was told
        (
            "[s:Berg] [u:said] [c:the mayor told] him on Monday: [c:“Go.”]",
            [("Berg", "said", ["the mayor told him on Monday: “Go.”"], "mixed")],
        ),
        # two headlines in a line
        (
            "[s:Norland] [u:threatens] [c:to tax hay]; [c:farmers ‘livid’]\n\nThe hay is cut.",
            [("Norland", "threatens", ["to tax hay"], "indirect")],
        ),
        ("Mr. [s:Berg] of St. Ives [u:said] [c:no].", [("Berg", "said", ["no"], "indirect")]),
        # a quotation in the next paragraph needs a colon
        ("[s:She] [u:said]:\n\n[c:“No.”]", [("She", "said", ["“No.”"], "direct")]),
        ("[s:She] [u:said] so.\n\n[c:“No.”]", []),
        # quotations that go on for paragraphs
        (
            "[c:“One,] [s:she] [u:said].\n\n“Two.\n\n“Three.”",
            [("she", "said", ["“One,"], "direct")],
        ),
        (
            "[s:She] [u:said]: [c:“One.]\n\n“Two.\n\n“Three.”",
            [("She", "said", ["“One.", "“Two.", "“Three.”"], "direct")],
        ),
        (
            "“One.\n\n“Two.\n\n[c:“Three,”] [s:she] [u:said].",
            [("she", "said", ["“One.", "“Two.", "“Three,”"], "direct")],
        ),
        (
            "[c1:„One only“], [s1:he] [u1:said].\n\n[s2:She] [u2:saw] [c2:it differently].",
            [("he", "said", ["„One only“"], "direct"), ("She", "saw", ["it differently"], "indirect")],
        ),
        ("[c:“No deal,”] [s:he] smiled.\n\nThen [u:said].", []),
        (
            "[s:She] [u1:claimed] [c1:it breaks the law] and [u2:threatens] [c2:“war.”]",
            [("She", "claimed", ["it breaks the law and threatens “war.”"], "mixed")],
        ),
        # adjuncts, refusals, inner speakers
        ("[s:She] [u:said on Monday] [c:no].", [("She", "said", ["no"], "indirect")]),
        ("[s:She] [u:would not say] [c:when].", []),
        (
            "[s:She] [u:said] [c:she would go but declined to say when].",
            [("She", "said", ["she would go"], "indirect")],
        ),
        (
            "[s1:Veldwire] [u1:quoted] [c1:the envoys] as [u2:saying] [c2:they would go].",
            [("the envoys", "saying", ["they would go"], "indirect")],
        ),
        (
            "[s:Veldwire] [u:quoted] the envoy as saying [c:she would go].",
            [("the envoy", "saying", ["she would go"], "indirect")],
        ),
        # layouts without a verb
        ('Ana Cruz: "No deal."', [("Ana Cruz", ":", ['"No deal."'], "direct")]),
        ('"No deal." – Ana Cruz', [("Ana Cruz", "–", ['"No deal."'], "direct")]),
        ("[u:said] nobody", []),
    ],
)
def test_rows(marked: str, want: list[tuple[str | None, str | None, list[str], str]]) -> None:
    assert rows(marked) == want


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("[s:Ana] slept. Then somebody [u:said] [c:no].", None),
        ("Egypt [u:fears] [c:for its farms]. [s:Ethiopia] agrees.", None),
        ("Anton Berg, who had left early, [u:told] [c:that he would stay].", "Anton Berg"),
        ("(The envoy, for her part, [u:denied] [c:any contact].)", "The envoy"),
        (
            "The Mill Council, [s:which meets in Nod,] [u:denied] [c:the charge].",
            "The Mill Council, which meets in Nod,",
        ),
        ("NOD, May 3 (Lakewire) - Norland on Friday [u:rejected] [c:the charge].", "Norland"),
        ("The hall rang with deputies, who on Friday [u:rejected] [c:the charge].", "who"),
        ("He left the hall and [u:promised] [c:an answer].", "He"),
        ("Anton Berg, who had left early, [u:was quoted] [c:on the dam].", None),
        ("Anton Berg, who had left early, [u:has reportedly] [c:sold the dam].", None),
        ("[c:Lorne] [u:had asked for] [c:a delay in March].", "Lorne"),
        ("[c:Lorne] [u:is believed] [c:to want for a delay in March].", None),
        # who is accused does not accuse
        ("[s:Anton Berg] [u:has been accused of] [c:selling the dam].", None),
        ("[s:Anton Berg] [u:has accused Lorne of] [c:selling the dam].", "Anton Berg"),
        ("The dam, at noon, [u:leaking] [c:water].", None),
    ],
)
def test_sources_are_sought_in_the_sentence_of_the_cue(marked: str, source: str | None) -> None:
    text, tagging = tagged(marked)
    (draft,) = drafts(text, tagging, quotations(text))
    assert (draft.source and text[slice(*draft.source)]) == source


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        # torn by a mark, by the verb of a second half, by the parenthesis of a cue
        ("[s:She] [u:said] [c:that], [c:“we will leave.”]", ["that, “we will leave.”"]),
        ("[s:She] [u:said] [c:they had doubts], but could not bear to hurt [c:her].", None),
        ("[s:She] [u:said] [c:they had doubts], but could not bear to hurt her.", None),
        (
            "[s:She] [u:said] [c:they had doubts], but [s2:Ana] [u2:could not bear] [c2:to hurt her].",
            ["they had doubts"],
        ),
        ("The dam, [s:she] [u:said], [c:would leak].", ["The dam", "would leak"]),
        ("The dam, [s:she] [u:said] Monday, [c:would leak].", ["The dam", "would leak"]),
        ("[c:The dam], [s:she] [u:said], would leak.", ["The dam", "would leak"]),
        ("When asked, [s:she] [u:said], [c:would it leak].", ["would it leak"]),
        ("[c:The dam is safe], [s:she] [u:said], has long been safe.", ["The dam is safe"]),
        (
            "[c:The talks ended late], [s:she] [u:said], [c:with each side blaming the other].",
            ["The talks ended late", "with each side blaming the other"],
        ),
        (
            "BRNO, May 2 - The talks have ended, [s:she] [u:said], [c:with each side blaming the other].",
            ["The talks have ended", "with each side blaming the other"],
        ),
        ("[c:Neither country], [s:she] [u:argues], [c:can afford a war].", ["Neither country", "can afford a war"]),
        ("the campaign, whose tone [s:she] [u:called] [c:“vile”].", ["whose tone", "“vile”"]),
        ("the campaign, whose tone [s:she] [u:heard] [c:with “horror”].", ["with “horror”"]),
    ],
)
def test_torn_contents_are_made_whole(marked: str, content: list[str] | None) -> None:
    (_, _, found, _), *_ = rows(marked)
    assert found == (content or ["they had doubts, but could not bear to hurt her"])


@pytest.mark.parametrize(
    "marked",
    [
        "[s:Parliament] [u:was declaring] [c:independence].",
        "[s:The council] [u:approved] [c:the bill].",
        "[s:They] [u:signed] [c:separate papers].",
        "[s:The firm] [u:rolled out] [c:its plan].",
        "[s:The minister] [u:has revised] [c:his plan].",
        "[s:Lorne] [u:has offered] [c:it broad autonomy].",
        "[s:Forty states] [u:recognised] [c:the republic].",
    ],
)
def test_acts_are_no_statements(marked: str) -> None:
    assert rows(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[s:The council] [u:promised] [c:it].",
        "[s:Three guests] [u:gave their view of] [c:it on condition that they not be named].",
    ],
)
def test_a_pronoun_alone_tells_nothing(marked: str) -> None:
    assert rows(marked) == []


def test_the_terms_of_a_source_are_not_what_it_said() -> None:
    (row,) = rows("[s:Three guests] [u:described] [c:the talks as cold on condition of anonymity].")
    assert row[2] == ["the talks as cold"]


@pytest.mark.parametrize(
    "marked",
    [
        "[s:Parliament] [u:declared] [c:that the vote was void].",
        "[s:Parliament] [u:declared] [c:the vote “void”].",
        "[s:The court] [u:declared] [c:the vote to be void and the list of voters as incomplete].",
        "[s:Lorne] [u:offered] [c:to withdraw its guards from the northern bank].",
        "[s:She] [u:denounced] [c:the plan].",
        "[s:The council] [u:agreed] [c:to meet].",
    ],
)
def test_words_are_no_acts(marked: str) -> None:
    assert len(rows(marked)) == 1


def test_who_is_cited_beside_a_report_is_no_statement() -> None:
    marked = "[s:The agency], [u:citing] [c:an official], [u2:reported] [c2:that the envoy would stay]."
    text, tagging = tagged(marked)
    tagging = replace(tagging, sources_of={cue: (Link(0, SURE),) for cue in tagging.sources_of})
    assert [s.cue and s.cue.text for s in statements(text, tagging)] == ["reported"]
    assert rows("[s:The agency] [u:citing] [c:an official].")


def test_what_is_doubtful_is_not_shown() -> None:
    text, tagging = tagged("[s:The city] [u:bridges] [c:both banks].")
    doubtful = replace(tagging, spans=tuple(replace(span, probability=0.2) for span in tagging.spans))
    (draft,) = drafts(text, doubtful, [])
    assert 0 < confidence(draft.evidence) < 0.4
    assert statements(text, doubtful) == ()


def test_an_inner_statement_stands_beside_the_outer_one() -> None:
    marked = "[s:Ana Cruz] [u:said] [c:the envoy had told her that the dam would leak]."
    assert rows(marked) == [
        ("Ana Cruz", "said", ["the envoy had told her that the dam would leak"], "indirect"),
        ("the envoy", "had told her", ["that the dam would leak"], "indirect"),
    ]
    outer, inner = statements(*tagged(marked))
    assert inner.confidence < outer.confidence


def test_many_drafts_take_linear_time() -> None:
    import time

    marked = "".join(f"[s{i}:She] [u{i}:said]: [c{i}:“No.”]\n\n" for i in range(1500))
    text, tagging = tagged(marked)
    began = time.process_time()
    assert len(statements(text, tagging)) == 1500
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("A night nurse was left in tears after a long wait — and [u:blasted] [c:airport guards].", "A night nurse"),
        ("The night nurse waited for hours and then [u:accused] [c:the guards of theft].", "The night nurse"),
        ("Gold was found, though the people who live there [u:say] [c:it is worthless].", "the people who live there"),
        ("The wind fell because the night ended, and [u:blasted] [c:the guards].", None),
        ("It was late when the nurse who had waited left and [u:accused] [c:the guards of theft].", None),
    ],
)
def test_the_subject_of_a_second_verb_or_with_a_clause_of_its_own(marked: str, source: str | None) -> None:
    assert [row[0] for row in rows(marked)] == [source]
