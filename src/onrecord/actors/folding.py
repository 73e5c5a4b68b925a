"""Forms of words for comparing: without case, diacritics, dots and kinds of apostrophe."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´′", "'") | dict.fromkeys("‐‑‒", "-"))
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """``word`` as it is compared: "Vučić" and "VUCIC" are equal, "U.S." and "US" are, "O’Brien" and "O'Brien" are."""
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", word).translate(_APOSTROPHES).casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return letters.translate(_LETTERS).replace(".", "") or word


def fold_name(name: str) -> str:
    """A whole name as it is compared, with single spaces."""
    return " ".join(fold(word) for word in name.split())


@lru_cache(maxsize=65536)
def fold_spelling(word: str) -> str:
    """``word`` with the commonest choices of romanisation undone: "Sergey" and "Sergei", "Dmitriy" and "Dmitry"."""
    plain = fold(word)
    plain = re.sub(r"(?:iy|yi|ii|yy|ij|ey|ei|y)$", "i", plain)
    plain = plain.replace("y", "i").replace("x", "ks").replace("kh", "h").replace("ou", "u")
    return re.sub(r"(.)\1", r"\1", plain)
