"""Reports with statements marked in the line: ``<s1>She</s1> <c1>said</c1> <q1>no</q1>`` (source, cue, content)."""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.domain import Span, Statement
from onrecord.statements.describing import described

_TAG = re.compile(r"<(/?)([scq])(\d+)>")


def parsed(markup: str) -> tuple[str, tuple[Statement, ...]]:
    """The text, and its statements in text order as they come from linking."""
    text, last = "", 0
    opened: dict[tuple[str, str], int] = {}
    spans: defaultdict[str, defaultdict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for tag in _TAG.finditer(markup):
        text += markup[last : tag.start()]
        last = tag.end()
        key = (tag[2], tag[3])
        if tag[1]:
            spans[tag[3]][tag[2]].append((opened.pop(key), len(text)))
        else:
            opened[key] = len(text)
    text += markup[last:]
    assert not opened, f"left open: {opened}"

    def one(number: str, role: str) -> Span | None:
        return Span.of(text, *spans[number][role][0]) if spans[number][role] else None

    found = [
        Statement(
            one(n, "s"),
            one(n, "c"),
            tuple(Span.of(text, *part) for part in sorted(spans[n]["q"])),
            "indirect",
            "speech",
            1.0,
        )
        for n in spans
    ]
    return text, tuple(sorted(found, key=lambda s: (s.evidence[0], s.content)))


def told(markup: str) -> list[Statement]:
    """The statements of a marked report, in text order, described; each span in it is checked against the text."""
    text, statements = parsed(markup)
    result = list(described(text, statements))
    for statement in result:
        for span in statement.circumstances:
            span.check(text)
    return result
