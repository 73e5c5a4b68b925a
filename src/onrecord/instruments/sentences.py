"""Where the sentences of a text end, abbreviations aside."""

from __future__ import annotations

import re

_MARK = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W\d_a-zà-ÿ]|\s*\Z)|(?:\r?\n){2,}|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Maj|Adm|St|Jr|Sr|vs|v|No|Nos|Art|Res|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep"
    r"|Sept|Oct|Nov|Dec)|\b[A-Z])\Z"
)


def sentence_ends(text: str) -> list[int]:
    """The offsets behind the marks that end a sentence or a line, in order."""
    return [
        match.end()
        for match in _MARK.finditer(text)
        if not (match.group() == "." and _ABBREVIATED.search(text, max(0, match.start() - 6), match.start()))
    ]
