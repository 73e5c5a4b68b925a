"""Which script letters are written in, as far as chrome needs it."""

from __future__ import annotations

import re

_SCRIPTS = {
    "Latin": "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ",
    "Greek": "Ͱ-Ͽἀ-῿",
    "Cyrillic": "Ѐ-ԯ",
    "Armenian": "԰-֏",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe",
    "Indic": "\u0900-\u0dff",
    "Thai": "\u0e00-\u0eff",
    "Georgian": "\u10a0-\u10ff",
    "Ethiopic": "\u1200-\u137f",
    "East Asian": "\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af",
}
_LETTERS = {script: re.compile(f"[{characters}]") for script, characters in _SCRIPTS.items()}
_SAMPLE = 50_000  # code points
_CLEAR = 0.85


def main_script(text: str) -> str | None:
    """The script of nearly all letters of a text's beginning; None when it is mixed or has no letters."""
    sample = text[:_SAMPLE]
    counts = {script: len(pattern.findall(sample)) for script, pattern in _LETTERS.items()}
    script = max(counts, key=counts.__getitem__)
    return script if counts[script] and counts[script] >= _CLEAR * sum(counts.values()) else None


def only_in_other_script(line: str, script: str) -> bool:
    """Whether a line has letters, three or more, and none of them in ``script``."""
    if line.isascii() and script == "Latin":
        return False
    if _LETTERS[script].search(line):
        return False
    return sum(len(pattern.findall(line)) for pattern in _LETTERS.values()) >= 3
