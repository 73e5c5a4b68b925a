"""Where sentences end, as far as linking needs to know it: between two spans of one report."""

from __future__ import annotations

import re

_MARK = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘«(\[]*[A-ZÀ-Þ0-9])|[\r\n]+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|St|Jr|Sr|vs|No|Nos|Inc|Corp"
    r"|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ave|Fla|Pa|Va|Calif|Mass|Ill|Tex|Ariz|Ark|Conn|Ga|Ind"
    r"|Ky|La|Md|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ore|Tenn|Wash|Wis|Wyo)|\b[A-Z])\Z"
)

_AHEAD = 12
_FAR = 1200


def sentence_ends(text: str, low: int, high: int) -> int:
    """How many sentences (or paragraphs) end within ``low:high``; abbreviations and initials end none."""
    # What follows a mark tells whether it ends a sentence, so the search must see a little beyond ``high``.
    marks = _MARK.finditer(text, low, high + _AHEAD)
    return sum(1 for match in marks if match.start() < high and not _is_abbreviation(text, match))


def sentence_bounds(text: str, low: int, high: int) -> tuple[int, int]:
    """The range of the sentence that holds ``low:high``, without its final mark; no longer than ``_FAR`` on a side."""
    start = max(0, low - _FAR)
    for mark in _MARK.finditer(text, start, low):
        if not _is_abbreviation(text, mark):
            start = mark.end()
    end = min(len(text), high + _FAR)
    closing = next((m for m in _MARK.finditer(text, high, end + _AHEAD) if not _is_abbreviation(text, m)), None)
    if closing is not None and closing.start() < end:
        end = closing.start()
    elif text[end - 1 : end] in (".", "!", "?"):
        end -= 1
    while start < low and text[start].isspace():
        start += 1
    return start, max(end, high)


def _is_abbreviation(text: str, mark: re.Match[str]) -> bool:
    return mark.group() == "." and _ABBREVIATED.search(text, max(0, mark.start() - 8), mark.start()) is not None
