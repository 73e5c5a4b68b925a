"""Statements from hand-made taggings. Spans are marked in the line: [s:source] [u:cue] [c:content], digits say which
cue a source or content is linked to: [s1:…] goes with [u1:…]."""

from __future__ import annotations

import re

from onrecord.statements import statements
from onrecord.tagging.tagger import Link, TaggedSpan, Tagging
from onrecord.tagging.words import split_words

SURE = 0.99
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
    spans = tuple(TaggedSpan(role, starts.index(a), ends.index(b) + 1, SURE) for role, _, a, b in found)
    cue_of = {number: i for i, (role, number, _, _) in enumerate(found) if role == "cue"}
    cues_of = {
        i: (Link(cue_of[n], SURE),) if n in cue_of else ()
        for i, (role, n, _, _) in enumerate(found)
        if role == "content"
    }
    sources_of = {
        cue: tuple(Link(i, SURE) for i, (role, m, _, _) in enumerate(found) if role == "source" and m == n)
        for n, cue in cue_of.items()
    }
    return text, Tagging(words, spans, cues_of, sources_of)


def rows(marked: str) -> list[tuple[str | None, str | None, list[str], str]]:
    text, tagging = tagged(marked)
    return [
        (s.source and s.source.text, s.cue and s.cue.text, [c.text for c in s.content], s.kind)
        for s in statements(text, tagging)
    ]
