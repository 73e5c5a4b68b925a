"""Stems that verbs share with the nouns made of them: "declare", "declared" and "declaration" are ``declar``.

A stemmer of the usual kind (Porter, 1980) keeps "recognize" and "recognition" apart; telling whether a promise was kept
needs them together. So endings are taken off by family, the longest first. Two different words may share a stem:
whoever compares asks for more than one stem in common.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.actors.words import word_set

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d.,]*")
_SHORTEST = 3  # letters of a stem
_ENDINGS = tuple(
    sorted(
        word_set(
            "isations izations isation ization ifications ification ifying ified ifies ify ations ation itions "
            "ition utions ution ments ment ances ance ancies ancy ences ence encies ency ents ent ants ant ising "
            "izing ised ized ises izes ise ize ates ated ating ate ings ing ied ies ed es s als al ively ive ions "
            "ion ors or ers er ities ity ness ly y e ures ure"
        ),
        key=lambda ending: (-len(ending), ending),
    )
)
_LEAST = {
    "al": 5,
    "als": 5,
    "er": 6,
    "ers": 6,
    "or": 6,
    "ors": 6,
    "ive": 5,
    "ives": 5,
    "ent": 5,
    "ant": 5,
    "ure": 4,
    "ly": 4,
    **dict.fromkeys(("ify", "ifies", "ified", "ifying", "ification", "ifications"), 3),
}
"""Letters that must be left, where more are needed than usual: "appeal", "deliver" and "arrive" lose nothing."""
_CHANGED = (("ns", "nd"), ("rpt", "rb"), ("umpt", "um"), ("ept", "eiv"), ("uct", "uc"))
"""Consonants that a noun changes: "suspend, suspension", "resume, resumption", "permit, permission"."""

_IRREGULAR = {
    form: base
    for line in (
        "be am is are was were been being",
        "begin began begun",
        "bind bound",
        "break broke broken",
        "bring brought",
        "build built",
        "buy bought",
        "choose chose chosen choice",
        "come came",
        "cut cutting",
        "deal dealt",
        "do did done does",
        "draw drew drawn",
        "drive drove driven",
        "fall fell fallen",
        "feel felt",
        "fight fought",
        "find found",
        "flee fled flight",
        "fly flew flown",
        "forbid forbade forbidden",
        "freeze froze frozen",
        "get got gotten",
        "give gave given",
        "go went gone",
        "grow grew grown growth",
        "have had has",
        "hear heard",
        "hold held",
        "keep kept",
        "kill killing",
        "know knew known",
        "lead led",
        "leave left",
        "lend lent",
        "let letting",
        "lose lost loss",
        "make made",
        "meet met meeting",
        "open opening",
        "pay paid payment",
        "put putting",
        "quit quitting",
        "raise raised",
        "refuse refusal",
        "rise rose risen",
        "run ran",
        "say said",
        "seek sought",
        "sell sold sale",
        "send sent",
        "set setting",
        "shoot shot",
        "shut shutting",
        "speak spoke spoken speech",
        "spend spent",
        "stand stood",
        "strike struck striking",
        "swear swore sworn",
        "take took taken",
        "tell told",
        "think thought",
        "throw threw thrown",
        "withdraw withdrew withdrawn withdrawal",
        "win won",
        "write wrote written",
        "succeed success",
        "fail failure",
        "arrive arrival",
        "defend defence defense",
        "respond response",
        "expand expansion",
        "decide decision",
        "divide division",
        "close closure closing",
        "die death dead",
        "live life",
        "lift lifting",
        "fill filling",
        "permit permission",
        "invade invasion",
        "expel expulsion",
        "policy policies",
        "police",
        "threaten threat threats threatened threatening",
        "apply application",
        "seize seizure",
        "deny denial",
        "try trial",
        "destroy destruction",
        "produce production",
        "sign signature signing",
    )
    for base, *forms in [line.split()]
    for form in (base, *forms)
}


_WHOLE = frozenset(("police", "policy"))  # their endings come off to the same


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, in lower case."""
    word = word.casefold().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    known = _IRREGULAR.get(word)
    if known is not None or not word.isalpha():
        word = known or word
        if known is None:
            return word
        if known in _WHOLE:
            return known
    for ending in _ENDINGS:
        if word.endswith(ending) and _comes_off(word, ending):
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    for noun, verb in _CHANGED:
        if len(word) > len(noun) + 1 and word.endswith(noun):
            return word[: -len(noun)] + verb
    return word.rstrip("e") if len(word.rstrip("e")) >= _SHORTEST else word


def _comes_off(word: str, ending: str) -> bool:
    left = len(word) - len(ending)
    if ending == "y":
        return left >= _SHORTEST and word[-2] not in "aeiou"
    return left >= _LEAST.get(ending, max(_SHORTEST, 2 + len(ending) // 2))


def words_of(text: str) -> list[str]:
    """The words and figures of ``text``, in lower case; a hyphenated word is one."""
    return [found.group().casefold() for found in _WORD.finditer(text)]
