"""The language of a report, said only when it is clear."""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.domain import Span

TAGGED_LANGUAGES = frozenset(("", "en"))
"""Languages that the tagger was trained on; a report too short to tell ("") is tagged too."""

# Languages with a press of some size. The identifier knows a hundred, and takes a list of names for Latin or Volapük.
_PRESS = frozenset(
    """
    am ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt
    lv mk ml mn mr ms mt nb ne nl nn no or pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr ug uk ur vi xh zh zu
    """.split()  # noqa: SIM905 - a list of sixty quoted codes reads worse
)
_SAMPLE = 2000  # code points
_MIN_LETTERS = 60
_MIN_MARGIN = 0.25  # log-odds over the runner-up, per square root of a byte


def detect_language(text: str, chrome: Sequence[Span] = ()) -> str:
    """ISO 639-1 code of the language of ``text`` without its chrome, or "" when there is too little to tell."""
    sample = _sample(text, chrome)
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return ""
    import py3langid  # imported when needed: its model takes a moment to load

    ranked = [(code, score) for code, score in py3langid.rank(sample) if code in _PRESS]
    (best, first), (_, second) = ranked[0], ranked[1]
    margin = float(first - second) / math.sqrt(len(sample.encode("utf-8", "replace")))
    return str(best) if margin >= _MIN_MARGIN else ""


def _sample(text: str, chrome: Sequence[Span]) -> str:
    pieces: list[str] = []
    size = position = 0
    for start, end in [*((span.start, span.end) for span in chrome), (len(text), len(text))]:
        piece = text[position : min(start, position + _SAMPLE - size)]
        pieces.append(piece)
        size += len(piece)
        if size >= _SAMPLE:
            break
        position = end
    return "".join(pieces).encode("utf-8", "replace").decode("utf-8")
