"""Reports with markup in the line: ``<s1>Lavrov</s1> <c1>said</c1> <q1>talks go on</q1>`` is statement 1.

``s`` is a source, ``c`` a cue, ``q`` a part of the content; the number says which statement. ``m`` is a mention of the
person with that number, headed by its last word. Tags may nest.
"""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.actors import resolve
from onrecord.domain import Mention, Report, Span, Statement

_TAG = re.compile(r"<(/?)([scqm])(\d+)>")


def marked(markup: str) -> Report:
    """The report that ``markup`` stands for, with its statements in the order of their numbers."""
    text, opened = "", {}
    spans: defaultdict[int, defaultdict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    last = 0
    for tag in _TAG.finditer(markup):
        text += markup[last : tag.start()]
        last = tag.end()
        closing, role, number = tag[1], tag[2], int(tag[3])
        if closing:
            spans[number][role].append((opened.pop((role, number)), len(text)))
        else:
            opened[role, number] = len(text)
    text += markup[last:]
    assert not opened, f"left open: {opened}"

    def one(number: int, role: str) -> Span | None:
        found = spans[number][role]
        return Span.of(text, *found[0]) if found else None

    statements = tuple(
        Statement(
            one(number, "s"),
            one(number, "c"),
            tuple(Span.of(text, *part) for part in sorted(spans[number]["q"])),
            "indirect",
            "speech",
            1.0,
        )
        for number in sorted(spans)
        if spans[number].keys() - {"m"}
    )
    found = sorted((start, end, number) for number in spans for start, end in spans[number]["m"])
    mentions = tuple(
        Mention(
            Span.of(text, start, end),
            Span.of(text, max(start, text.rfind(" ", start, end) + 1), end),
            "person",
            n,
            0.95,
        )
        for start, end, n in found
    )
    return Report("marked", text, "0" * 64, statements=statements, mentions=mentions)


def resolved(markup: str) -> dict[int, Statement]:
    """The resolved statements of a marked report, by number."""
    numbers = sorted({int(tag[3]) for tag in _TAG.finditer(markup) if tag[2] != "m"})
    return dict(zip(numbers, resolve(marked(markup)).statements, strict=True))


def speakers(markup: str) -> list[str | None]:
    """The speakers' names of a marked report's statements, in the order of their numbers."""
    return [statement.speaker.name if statement.speaker else None for statement in resolved(markup).values()]
