"""Offices, professions and forms of address: what they imply, and where they stand in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.actors.folding import fold
from onrecord.actors.tables import listed, read_table
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import DETERMINERS, word_set

Gender = Literal["m", "f", ""]
Standing = Literal["office", "post", "private", ""]

# Forms of address: abbreviation or word → the noun it stands for ("" for none), and gender.
ADDRESS: dict[str, tuple[str, Gender]] = {
    "mr": ("", "m"),
    "mister": ("", "m"),
    "mrs": ("", "f"),
    "ms": ("", "f"),
    "miss": ("", "f"),
    "mx": ("", ""),
    "madam": ("", "f"),
    "sir": ("", "m"),
    "lord": ("", "m"),
    "lady": ("", "f"),
    "dame": ("", "f"),
    "baroness": ("", "f"),
    "dr": ("doctor", ""),
    "prof": ("professor", ""),
    "sen": ("senator", ""),
    "sens": ("senator", ""),
    "rep": ("representative", ""),
    "reps": ("representative", ""),
    "gov": ("governor", ""),
    "gen": ("general", ""),
    "lt": ("lieutenant", ""),
    "col": ("colonel", ""),
    "maj": ("major", ""),
    "capt": ("captain", ""),
    "sgt": ("sergeant", ""),
    "adm": ("admiral", ""),
    "cmdr": ("commander", ""),
    "rev": ("reverend", ""),
    "pres": ("president", ""),
    "amb": ("ambassador", ""),
    "hon": ("", ""),
    "brig": ("officer", ""),
    "cllr": ("councillor", ""),
    "cllrs": ("councillor", ""),
    "coun": ("councillor", ""),
    "ald": ("alderman", ""),
    "supt": ("superintendent", ""),
}
_PARENT = re.compile(
    r"(?:(?P<mother>mum|mom|mother|(?:great-)*(?:gran(?:ny|dmother)?|nan))|dad|father|(?:great-)*grandfather)-of-[\w-]+\Z"
)
# What headlines make of offices.
_ABBREVIATED = {"FM": "foreign minister", "PM": "prime minister", "VP": "vice president", "CM": "chief minister"}
_STANDINGS: dict[str, Standing] = {"": "", "office": "office", "post": "post", "private": "private"}
_SURNAME_LIKE = word_set(
    "king prince pope bishop major judge justice queen general captain mayor speaker host head chair"
)
# Offices that are divided by what they deal with.
MINISTERS = word_set("minister secretary undersecretary")
_NO_PORTFOLIOS = DETERMINERS | word_set(
    "former then acting interim caretaker new old late first second third prime press general private permanent senior "
    "junior cabinet state government shadow deputy vice assistant under parliamentary and or as said says incumbent "
    "party union executive opposition outgoing incoming long-serving veteran longtime the"
)
# Words of an office that tell it from others of the same noun.
SPECIFIC = word_set(
    "foreign prime interior defence defense finance deputy vice trade energy health economy economic culture education "
    "environment transport agriculture campaign attorney information majority minority opposition rebel special chief"
)
PARTIES = {"gop": "republican", "republican": "republican", "democratic": "democratic", "democrat": "democratic"} | {
    word: word for word in ("libertarian", "green", "labour", "conservative", "liberal", "socialist", "communist")
}


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A row of ``roles.tsv``. Written with a capital, one that is no ``title`` is somebody's name: "Baker".

    ``standing`` is ``office`` (held whoever it is held for: "minister"), ``post`` (an office only where it is said for
    whom: "an adviser to the commission"), ``private`` (how private people live: "plumber") or "" (what is no office:
    "rival", "father").
    """

    noun: str
    is_also: frozenset[str]
    gender: Gender
    title: bool
    standing: Standing = ""


@dataclass(frozen=True, slots=True)
class RoleAt:
    """A role noun in the text: tokens ``first`` to before ``last``. ``plural`` for "ministers"."""

    first: int
    last: int
    noun: str
    gender: Gender
    plural: bool


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Every role noun by its singular, folded."""
    found: dict[str, RoleNoun] = {}
    for row in read_table("roles.tsv"):
        gender: Gender = "m" if row["gender"] == "m" else "f" if row["gender"] == "f" else ""
        noun = fold(row["noun"])
        also = frozenset(fold(word) for word in listed(row["is_also"]))
        found[noun] = RoleNoun(noun, also, gender, bool(row["title"]), _STANDINGS[row["standing"]])
    return found


@cache
def _plurals() -> dict[str, str]:
    plurals: dict[str, str] = {}
    for noun in role_nouns():
        if noun.endswith("man"):
            plural = noun[:-3] + "men"
        elif noun.endswith("y"):
            plural = noun[:-1] + "ies"
        elif noun.endswith(("ch", "s", "sh")):
            plural = noun + "es"
        elif noun == "wife":
            plural = "wives"
        else:
            plural = noun + "s"
        plurals[plural] = noun
    return plurals


def is_portfolio(tokens: Tokens, at: int, role: RoleAt) -> bool:
    """Whether the word at ``at``, right before ``role``, is what a minister is minister of: "Water Minister"."""
    token = tokens[at]
    fits = role.noun in MINISTERS and role.first == at + 1 and token.is_word and not token.is_possessive
    plain = token.is_capitalised is tokens[role.first].is_capitalised or token.opens
    return fits and plain and token.fold not in _NO_PORTFOLIOS and not token.fold.startswith(("ex-", "then-"))


def is_surname_like(noun: str) -> bool:
    """Whether a role's word is also a common surname: "Steve King", "Judge"."""
    return noun in _SURNAME_LIKE


def role_at(tokens: Tokens, at: int, *, allow: str = "") -> RoleAt | None:
    """The role noun that ends with token ``at`` or, for offices of several words, starts there.

    ``allow="of"`` finds only nouns after which "of" goes on inside the office ("Secretary of State").
    """
    token = tokens[at]
    word = token.fold
    if allow == "of":
        office = (word == "secretary" and _follows(tokens, at, "of state")) or (
            word == "chief" and _follows(tokens, at, "of staff")
        )
        return RoleAt(at, at + 1, word, "", False) if office else None
    word = word if word in role_nouns() or word.replace("-", " ") not in role_nouns() else word.replace("-", " ")
    if word.startswith(("ex-", "vice-", "then-", "co-", "sub-")) and word not in role_nouns():
        word = word.split("-", 1)[1]
    if word.endswith(("-elect", "-designate")):
        word = word.rsplit("-", 1)[0]
    parent = _PARENT.match(word)
    if parent is not None:
        noun = "mother" if parent["mother"] else "father"
        return RoleAt(at, at + 1, noun, role_nouns()[noun].gender, False)
    if token.text in _ABBREVIATED and not (at and tokens[at - 1].text[:1].isdigit()):
        return RoleAt(at, at + 1, _ABBREVIATED[token.text], "", False)
    if word in ADDRESS and token.is_capitalised:
        noun, gender = ADDRESS[word]
        return RoleAt(at, at + 1, noun, gender, word in ("sens", "reps", "cllrs"))
    for phrase in ("secretary of state", "secretary of defense", "chief of staff", "attorney general"):
        head = phrase.split()
        if word == head[0] and _follows(tokens, at, " ".join(head[1:])):
            noun = "secretary of state" if phrase.startswith("secretary") else "aide" if "staff" in phrase else phrase
            return RoleAt(at, at + len(head), noun, "", False)
    if at + 1 < len(tokens):
        two = f"{word} {tokens[at + 1].fold}"
        if two in role_nouns():
            return RoleAt(at, at + 2, two, role_nouns()[two].gender, False)
        if two in _plurals():
            return RoleAt(at, at + 2, _plurals()[two], "", True)
    if word in role_nouns():
        if token.is_capitalised and not role_nouns()[word].title:
            return None
        return RoleAt(at, at + 1, word, role_nouns()[word].gender, False)
    if word in _plurals():
        return RoleAt(at, at + 1, _plurals()[word], "", True)
    return None


def is_private(noun: str) -> bool:
    """Whether a role noun is no office and no post: "plumber", "mother"."""
    return noun in role_nouns() and role_nouns()[noun].standing in ("", "private")


def is_office(noun: str) -> bool:
    """Whether a role noun is an office whoever it is held for: "minister"."""
    return noun in role_nouns() and role_nouns()[noun].standing == "office"


def role_gender(noun: str) -> Gender:
    """The gender of who is called by a role noun; "" where it does not tell."""
    return role_nouns()[noun].gender if noun in role_nouns() else ""


def _follows(tokens: Tokens, at: int, words: str) -> bool:
    return all(
        at + offset < len(tokens) and tokens[at + offset].fold == word
        for offset, word in enumerate(words.split(), start=1)
    )


def may_stand_for(description: str, office: str) -> bool:
    """Whether "the ``description``" may be said of one who holds ``office``, both singular nouns."""
    if description == office:
        return True
    known = role_nouns()
    return (office in known and description in known[office].is_also) or (
        description in known and office in known[description].is_also and description in _PEERS and office in _PEERS
    )


# Nouns that reports swap freely in both directions.
_PEERS = word_set("envoy ambassador diplomat emissary negotiator representative spokesman spokeswoman spokesperson")
