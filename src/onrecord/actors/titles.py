"""The words of an office: what belongs to its title, when it is held, and when two titles are the same."""

from __future__ import annotations

from onrecord.actors.folding import fold
from onrecord.actors.names import is_compound
from onrecord.actors.roles import ADDRESS, RoleAt, role_nouns
from onrecord.actors.tokens import Token, Tokens
from onrecord.actors.words import DETERMINERS, PARTY_ADJECTIVES, QUANTIFIERS, is_number, word_set
from onrecord.domain import Tenure

TENURES: dict[str, Tenure] = {
    **dict.fromkeys(("former", "ex", "erstwhile", "onetime", "one-time", "sometime", "late", "deposed"), "former"),
    **dict.fromkeys(("ousted", "formerly", "previously", "once"), "former"),
    **dict.fromkeys(("acting", "interim", "caretaker"), "acting"),
    **dict.fromkeys(("then", "then-serving"), "then"),
    **dict.fromkeys(("incoming", "designate", "future", "elect"), "coming"),
}
"""Words that say when an office is held."""

_PREFIXES: dict[str, Tenure] = {"ex-": "former", "then-": "then"}
_SUFFIXES: dict[str, Tenure] = {"-elect": "coming", "-designate": "coming"}
# Adjectives that praise, blame, place or date whom they describe, but name no office.
_EPITHETS = word_set(
    "international ongoing current so-called failed new old top senior junior influential powerful veteran longtime "
    "long-serving embattled outgoing outspoken elder younger prominent leading popular pro-western pro-russian own "
    "hardline moderate nationalist reformist newly elected re-elected long-time self-proclaimed de facto main "
    "now also still currently populist right-wing left-wing centrist autocratic charismatic presidential retired "
    "breakaway separatist disgraced fellow local well-known famous renowned beloved controversial respected "
    "highest-ranking ranking"
)
_OFFICE_WORDS = word_set("democratic republican vice deputy senior chief federal national international european")
_SPELLINGS = {"defense": "defence", "advisor": "adviser", "organizer": "organiser", "chairwoman": "chair"} | {
    "chairman": "chair",
    "chairperson": "chair",
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "congresswoman": "congressman",
}


def is_title_word(token: Token) -> bool:
    """Whether a word before a role belongs to the title: "deputy", "trade", but not "embattled" or "30-year-old"."""
    word = token.fold
    if not token.is_word or token.is_possessive or is_number(word) or word[0].isdigit() or is_compound(token.text):
        return False
    if word in TENURES or word in _EPITHETS or word in DETERMINERS or word in QUANTIFIERS:
        return False
    return word in _OFFICE_WORDS or word not in PARTY_ADJECTIVES


def written(token: Token) -> str:
    """A word of a title: in lower case, unless it is an abbreviation."""
    return token.text if token.text.isupper() and len(token.text) > 1 else token.text.lower()


def noun_words(tokens: Tokens, role: RoleAt) -> str:
    """The words of the role itself, without "ex-" and the like; "senator" for "Sen."."""
    printed = " ".join(written(tokens[at]) for at in range(role.first, role.last))
    for prefix in _PREFIXES:
        printed = printed.removeprefix(prefix)
    for suffix in _SUFFIXES:
        printed = printed.removesuffix(suffix)
    bare = fold(printed)
    if "-of-" in bare:
        return role.noun  # "mum-of-three"
    short = role.last - role.first == 1 and " " in role.noun and "-" not in bare  # "PM"
    if role.plural or short or (role.last - role.first == 1 and bare in ADDRESS):
        return role.noun
    return "vice president" if bare == "vice-president" else printed


def tenure_of(tokens: Tokens, first: int, role: RoleAt) -> Tenure:
    """When the office is held that the tokens from ``first`` to the end of ``role`` name."""
    word = tokens[role.first].fold
    for prefix, tenure in _PREFIXES.items():
        if word.startswith(prefix) and word not in role_nouns():
            return tenure
    for suffix, tenure in _SUFFIXES.items():
        if word.endswith(suffix):
            return tenure
    said = [TENURES[tokens[at].fold] for at in range(first, role.first) if tokens[at].fold in TENURES]
    return said[0] if said else "held"


def title_key(title: str) -> str:
    """The same for titles that differ in spelling, gender or an article only: "Defense Minister", "spokeswoman"."""
    words = [_SPELLINGS.get(word, word) for word in fold(title).replace("-", " ").split()]
    return " ".join(word for word in words if word not in ("the", "a", "an"))
