"""Names in the spellings that romanisation gives them: "Harčenko" and "Kharchenko", "Khadzhimba" and "Khajimba".

There is no table of names here. Each letter or group of letters stands for the sounds that the usual systems write with
it; two words are spellings of one when they share a reading.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.actors.folding import fold

_MOST = 64  # readings of a word
_SOUNDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("schtsch", "shch", "szcz", "šč"), ("SHC", "SH")),
    **dict.fromkeys(("tsch", "tch", "cz", "č", "ć", "ç"), ("C",)),
    **{"ch": ("C", "H"), "c": ("C", "K", "TS"), "ck": ("K",), "q": ("K", "G", "C")},
    **dict.fromkeys(("dzh", "dsch", "dž", "gj", "xh"), ("J",)),
    "dz": ("J", "DZ"),  # as "dž" is written where there are no accents
    **dict.fromkeys(("dj", "đ"), ("J", "D")),
    **{"j": ("J", "I"), "zh": ("ZH",), "z": ("Z", "TS"), **dict.fromkeys(("ž", "ż", "ź"), ("ZH", "Z"))},
    **dict.fromkeys(("sch", "sh", "sz"), ("SH",)),
    **dict.fromkeys(("š", "ş", "ș", "ś"), ("SH", "S")),
    **{"kh": ("H",), "x": ("KS",), "ts": ("TS",), "tz": ("TS",), "ţ": ("TS",), "ț": ("TS",)},
    **{"gh": ("G",), "ğ": ("G",), "ph": ("F",), "w": ("V",), "th": ("T",), "dh": ("D",)},
    **dict.fromkeys(("ija", "iya", "ya", "ia", "ja"), ("IA",)),
    **dict.fromkeys(("yu", "iu", "ju"), ("IU", "U")),
    **dict.fromkeys(("ye", "ie", "je"), ("E", "IE")),
    **dict.fromkeys(("yo", "io", "jo"), ("IO", "O", "E")),
    **dict.fromkeys(("yi", "iy", "ij", "ii", "yy", "ey", "ei", "ej", "y", "ee"), ("I",)),
    **{"ou": ("U",), "oo": ("U",), "oe": ("O", "OE"), "ue": ("U", "UE"), "ae": ("A", "E"), "ä": ("A", "E")},
}
_GROUP = re.compile("|".join(sorted(_SOUNDS, key=lambda group: (-len(group), group))) + "|.", re.DOTALL)
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ar|an|at|ad)-(?=\w{3})")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[AEIOU]")
_SHORTEST = 5  # letters of a first name whose vowels may differ


@lru_cache(maxsize=65536)
def readings(word: str) -> frozenset[str]:
    """Every reading of a word, with "al-" and the like left out. Words without letters are read as they stand."""
    plain = unicodedata.normalize("NFC", word.casefold()).replace("’", "'")
    plain = _ARTICLE.sub("", plain)
    found = {""}
    for group in _GROUP.findall(plain):
        sounds = _SOUNDS.get(group) or (_letter(group),)
        if len(found) * len(sounds) > _MOST:
            sounds = sounds[:1]
        found = {start + sound for start in found for sound in sounds}
    return frozenset(_DOUBLED.sub(r"\1", reading) or plain for reading in found)


def _letter(character: str) -> str:
    folded = fold(character)
    return folded.upper() if folded.isalnum() else ""


def same_spelling(one: str, other: str) -> bool:
    """Whether two words can be one in two spellings."""
    return not readings(one).isdisjoint(readings(other))


def same_given_name(one: str, other: str) -> bool:
    """Whether two first names can be one; in long ones a vowel inside may differ: "Mohamed" and "Muhammad"."""
    return same_spelling(one, other) or not _skeletons(one).isdisjoint(_skeletons(other))


def _skeletons(word: str) -> frozenset[str]:
    found = (reading for reading in readings(word) if len(reading) >= _SHORTEST)
    return frozenset(reading[0] + _VOWELS.sub("", reading[1:-1]) + reading[-1] for reading in found)
