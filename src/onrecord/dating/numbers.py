"""Numbers as news writes them: "12", "2 1/2", "1,500", "twenty-five", "two and a half", "a few", "12 to 18"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.dating.vocabulary import word_list, word_set

_SMALL = {
    word: number
    for number, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {word: 10 * tens for tens, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_VAGUE = word_set("several few many couple numerous dozens hundreds thousands")


def number(words: Sequence[str]) -> float | None:
    """The number that ``words`` (lower-case tokens) say; None for "several" and for "two or three"."""
    if not words or len(words) > 12:
        return None
    if any(word in _VAGUE for word in words):
        return 2.0 if "couple" in words else None
    if any(word in ("to", "or") for word in words):
        return None
    total = group = 0.0
    for word in words:
        if word in _SMALL:
            group += _SMALL[word]
        elif word in _SCALES:
            group = (group or 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, group = total + group, 0.0
        elif word == "half":
            group += 0.5
        elif word in ("a", "an"):
            group += 0 if len(words) > 1 else 1
        elif word in ("and", "-", "of"):
            continue
        else:
            value = _figures(word)
            if value is None:
                return None
            group += value
    return total + group


def _figures(word: str) -> float | None:
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    try:
        if "/" in word:
            above, _, below = word.partition("/")
            return int(above) / int(below)
        plain = word.replace(",", "")
        return float(plain) if len(plain) <= 9 else None
    except ValueError:
        return None
    except ZeroDivisionError:
        return None


def year_in_words(words: Sequence[str]) -> int | None:
    """The year that "nineteen ninety-one" or "two thousand (and) ten" says, else None."""
    plain = [word for word in words if word not in ("-", "and")]
    if not plain or any(word not in _SMALL and word not in _SCALES for word in plain):
        return None
    if plain[:2] == ["two", "thousand"]:
        rest = number(plain[2:]) if plain[2:] else 0.0
        return 2000 + int(rest) if rest is not None and rest < 100 else None
    if plain[0] in ("eighteen", "nineteen", "twenty") and len(plain) in (2, 3):
        if plain[1] == "hundred":
            return None
        rest = number(plain[1:])
        if rest is not None and 10 <= rest < 100:
            return _SMALL[plain[0]] * 100 + int(rest)
    return None
