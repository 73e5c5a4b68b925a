"""Statements inside statements: "the agency quoted the minister as saying …".

The tagger sees the outer verb. Whose words they are is the inner speaker, so source and cue move inwards, and the
outer source is left for the chain that the statement came through (``relayed_by``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

Range = tuple[int, int]

_OUTER = re.compile(r"\b(?:quot|cit)(?:ed|es|ing|e)\b", re.IGNORECASE)
_INNER = re.compile(
    r"\s+(?P<speaker>[^;:!?\"“”\n]{2,160}?),?\s+as\s+"
    r"(?P<cue>saying|stating|arguing|warning|writing|adding|claiming|insisting|denying|telling\s[^,.\n]{2,60}?)"
    r"(?:\s+that\b|,|:)?\s+"
)


class Inner(NamedTuple):
    source: Range
    cue: Range
    content_from: int


def quoted_as_saying(text: str, cue: Range) -> Inner | None:
    """The inner speaker and cue behind an outer ``cue`` such as "quoted", or None."""
    if not _OUTER.search(text, *cue):
        return None
    match = _INNER.match(text, cue[1], cue[1] + 260)
    return Inner(match.span("speaker"), match.span("cue"), match.end()) if match else None
