"""Statements from hand-made taggings. Spans are marked in the line: [s:source] [u:cue] [c:content], digits say which
cue a source or content is linked to: [s1:…] goes with [u1:…]."""

from __future__ import annotations

import re

import pytest

from onrecord.statements import statements
from onrecord.tagging.tagger import Link, TaggedSpan, Tagging
from onrecord.tagging.words import split_words

ROLES = {"s": "source", "u": "cue", "c": "content"}


def tagged(marked: str) -> tuple[str, Tagging]:
    text, found = "", []
    at = 0
    for match in re.finditer(r"\[([suc])(\d*):([^\]]*)\]", marked):
        text += marked[at : match.start()]
        found.append((ROLES[match[1]], match[2] or "1", len(text), len(text) + len(match[3])))
        text += match[3]
        at = match.end()
    text += marked[at:]
    words = split_words(text)
    starts, ends = list(words.starts), list(words.ends)
    spans = tuple(TaggedSpan(role, starts.index(a), ends.index(b) + 1, 0.9) for role, _, a, b in found)
    cue_of = {number: i for i, (role, number, _, _) in enumerate(found) if role == "cue"}
    cues_of = {
        i: (Link(cue_of[n], 0.9),) if n in cue_of else ()
        for i, (role, n, _, _) in enumerate(found)
        if role == "content"
    }
    sources_of = {
        cue: tuple(Link(i, 0.9) for i, (role, m, _, _) in enumerate(found) if role == "source" and m == n)
        for n, cue in cue_of.items()
    }
    return text, Tagging(words, spans, cues_of, sources_of)


def rows(marked: str) -> list[tuple[str | None, str | None, list[str], str]]:
    text, tagging = tagged(marked)
    return [
        (s.source and s.source.text, s.cue and s.cue.text, [c.text for c in s.content], s.kind)
        for s in statements(text, tagging)
    ]


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
            [("She", "said", ["no"], "indirect"), (None, "warned", ["of “chaos”"], "mixed")],
        ),
        # a source or an unquoted content beyond the sentence's end belongs to somebody else
        ("[s:Ana] slept. Then somebody [u:said] [c:no].", [(None, "said", ["no"], "indirect")]),
        ("[c:The port is shut]. [s:She] [u:said] [c:no].", [("She", "said", ["no"], "indirect")]),
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
        ("Egypt [u:fears] [c:for its farms]. [s:Ethiopia] agrees.", [(None, "fears", ["for its farms"], "indirect")]),
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


def test_many_drafts_take_linear_time() -> None:
    import time

    marked = "".join(f"[s{i}:She] [u{i}:said]: [c{i}:“No.”]\n\n" for i in range(1500))
    text, tagging = tagged(marked)
    began = time.process_time()
    assert len(statements(text, tagging)) == 1500
    assert time.process_time() - began < 3
