"""Instruments by name: those of the table, and others whose name ends or begins with what they are ("Simla Agreement",
"Treaty of Nice", "Act on Foreign Agents"), and the laws and constitutions of states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.actors.states import State
from onrecord.domain import Instrument, InstrumentKind
from onrecord.instruments.found import Found
from onrecord.instruments.stateforms import state_of
from onrecord.instruments.table import known_instruments
from onrecord.instruments.words import Word, spelt, word_set

_HEADS: dict[str, InstrumentKind] = {
    "charter": "charter",
    "treaty": "treaty",
    "treaties": "treaty",
    "convention": "treaty",
    "conventions": "treaty",
    "covenant": "treaty",
    "protocol": "treaty",
    "protocols": "treaty",
    "pact": "agreement",
    "accord": "agreement",
    "accords": "agreement",
    "agreement": "agreement",
    "agreements": "agreement",
    "memorandum": "agreement",
    "armistice": "agreement",
    "declaration": "declaration",
    "communique": "declaration",
    "constitution": "constitution",
    "act": "law",
    "law": "law",
    "statute": "law",
}
_SMALL = word_set(
    "treaty treaties accord accords agreement agreements pact protocol protocols convention conventions",
    "memorandum communique",
)
_JOINING = word_set("of on for against concerning between relating to the and in")
_INSIDE = ("of", "and", "for", "in", "on", "to", "against")
_OPENING = frozenset({"of", "on", "for", "against", "concerning", "relating", "between"})
_NO_NAME = word_set(
    "the a an this that these those its his her their our my your in on under by at for from with as and but or if",
    "when while after before since such no any all some new draft both each every former",
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "ms mr mrs dr sir lord jude president minister honda",
)
_ORGANISED = word_set("organization organisation commission council committee society centre center association")
_CAMPAIGN = word_set("delegates delegate nominee nomination nominating gop dnc rnc republicans democrats candidates")
_RALLIES = frozenset({"annual", "democratic", "labour", "national", "party", "republican"})
_BY_LAW = word_set("enforcement enforcers firm firms school schools professor student students degree maker makers")
_NO_LAW = frozenset({"police", "martial", "common", "civil", "criminal", "sister", "jude", "rule"})
_LONGEST = 7


def known(words: Sequence[Word]) -> Iterator[Found]:
    """The instruments of the table."""
    table = known_instruments()
    at = 0
    while at < len(words):
        entry = table.longest(words, at)
        if entry is None:
            at += 1
            continue
        last = at + len(entry.forms)
        heads = frozenset(word for word in table.vocabulary[entry.instrument.id] if word in _HEADS or word == "deal")
        if not _is_name_of_else(words, last, entry.instrument.kind):
            yield Found(at, last, entry.instrument, heads)
        at = last


def _is_name_of_else(words: Sequence[Word], last: int, kind: InstrumentKind) -> bool:
    """Whether the words go on into a name: "International Law Commission", "North Atlantic Treaty Organization"."""
    return (
        last < len(words)
        and words[last].joined
        and words[last].capital
        and words[last - 1].capital
        and not words[last].owned
        and (kind == "norm" or words[last].form in _ORGANISED)
    )


def national(words: Sequence[Word]) -> Iterator[Found]:
    """Constitutions and laws of states: "Georgia's constitution", "the Constitution of Spain", "under Israeli law"."""
    for at, word in enumerate(words):
        if word.form not in ("constitution", "law", "laws"):
            continue
        first, state = state_of(words, at) if word.joined else (at, None)
        last = at + 1
        if state is None and word.form == "constitution" and at + 2 < len(words) and words[at + 1].form == "of":
            behind = at + 3 if words[at + 2].form == "the" else at + 2
            last, state = _state_from(words, behind)
        if state is None or (last < len(words) and words[last].joined and words[last].capital and word.capital):
            continue
        if last < len(words) and words[last].joined and words[last].form in _BY_LAW:
            continue
        if word.form == "constitution":
            name = f"Constitution of {_with_article(state.name)}"
            yield Found(first, last, Instrument(name, "constitution", state.name), frozenset({"constitution"}))
        elif not word.capital and not words[at - 1].owned:
            yield Found(first, last, Instrument(f"{state.attributive} law", "law", state.name))


def _with_article(name: str) -> str:
    return f"the {name}" if name.startswith("United ") or (name.endswith("s") and " " in name) else name


def _state_from(words: Sequence[Word], at: int) -> tuple[int, State | None]:
    for last in range(min(len(words), at + 4), at, -1):
        first, state = state_of(words, last)
        if state is not None and first == at:
            return last, state
    return at, None


def by_pattern(text: str, words: Sequence[Word]) -> Iterator[Found]:
    """Instruments of no table, by capitals and by the noun that says what they are."""
    of_parties = any(word.form in _CAMPAIGN for word in words)
    for at, word in enumerate(words):
        kind = _HEADS.get(word.form)
        if kind is None or not (word.capital or word.form in _SMALL):
            continue
        if _in_headline(text, word):
            continue
        last = _end_of_name(words, at) if word.capital else at + 1
        if last == 0:
            continue
        first = _start_of_name(words, at)
        modifiers = words[first:at]
        if not modifiers and last == at + 1:
            continue
        if not _is_name(modifiers, words[at:last], kind):
            continue
        if word.form == "law" and last == at + 1 and not _is_introduced(words, first):
            continue  # "Steven Law"
        if of_parties and last == at + 1 and word.form.startswith("convention"):
            continue  # a party's, more likely than not
        dated = re.fullmatch(r"(?:1[89]|20)\d\d", words[first].text)
        name = spelt(words[first + bool(dated) : last])
        if dated and first + 1 == at and last == at + 1:
            continue  # "the 1994 agreement" does not say which
        heads = frozenset({word.form.removesuffix("s") if word.form != "treaties" else "treaty"})
        yield Found(first, last, Instrument(_canonical(name), kind, "", "", dated.group() if dated else ""), heads)


def _is_introduced(words: Sequence[Word], first: int) -> bool:
    """Whether an article, a possessive or "under" stands before word number ``first``."""
    before = words[first - 1] if first else None
    return before is not None and (before.owned or before.form in ("the", "a", "an", "this", "that", "under", "its"))


def _start_of_name(words: Sequence[Word], at: int) -> int:
    """Where the capitalised words before a head begin; a year may come first."""
    first = at
    while first > 0 and at - first < _LONGEST and words[first].joined:
        before = words[first - 1]
        if before.owned:
            break
        if re.fullmatch(r"(?:1[89]|20)\d\d", before.text):
            return first - 1
        if not before.capital:
            joining = _INSIDE if words[at].form == "act" else _INSIDE[:1]
            inside = first < at and first > 1 and before.form in joining and before.joined and words[first].capital
            if not inside or not words[first - 2].capital or words[first - 2].form in _NO_NAME:
                break
        elif before.form in _NO_NAME:
            break
        first -= 1
    while first < at and not (words[first].capital or words[first].text.isdigit()):
        first += 1
    return first


def _end_of_name(words: Sequence[Word], at: int) -> int:
    """Where a name that begins with its head ends ("Treaty of Nice"); 0 when other capitals show that it is none."""
    if at + 1 >= len(words) or not words[at + 1].joined or words[at + 1].owned:
        return at + 1
    following = words[at + 1]
    if following.capital and not re.fullmatch(r"[IVX]+", following.text):
        return 0  # "Law Society", "Convention Center"
    if following.capital:
        return at + 2
    if following.form not in _OPENING:
        return at + 1
    last = end = at + 2
    while last < len(words) and last - at < 12 and words[last].joined:
        if words[last].capital:
            end = last + 1
        elif words[last].form not in _JOINING:
            break
        last += 1
    return end if end > at + 2 or (at + 2 < len(words) and words[at + 2].capital) else at + 1


def _is_name(modifiers: Sequence[Word], rest: Sequence[Word], kind: InstrumentKind) -> bool:
    head = rest[0]
    plain = [word for word in modifiers if not word.text.isdigit()]
    if not plain and len(rest) == 1:
        return False
    if plain and _is_national(plain) and len(rest) == 1:
        return False  # "the Russian agreement", "Kosovo Declaration": whose, not which
    if head.form == "declaration":
        return "independence" not in {word.form for word in rest} and (bool(plain) or rest[1].form in ("of", "on"))
    if head.form.startswith("convention") and _RALLIES.intersection(word.form for word in plain):
        return False
    if not head.capital:
        # Of all that may stand before it ("EU agreement", "Trump accord") a place says best that it is a name.
        return len(plain) == 1 and not plain[0].text.isupper() and len(plain[0].text) > 2
    if kind == "law" and not plain:
        return rest[1].form in ("on", "against", "of") and len(rest) > 2
    if kind == "law" and head.form in ("act", "law"):
        return not _NO_LAW.intersection(word.form for word in plain)
    return True


def _is_national(plain: Sequence[Word]) -> bool:
    first, state = state_of(plain, len(plain))
    return state is not None and first == 0


def _canonical(name: str) -> str:
    """One name for "Nice Treaty", "Treaty of Nice" and "Nice treaty"; a plural stays one."""
    match = re.fullmatch(r"(Treaty|Pact|Convention|Charter|Agreement|Accords?) of (\w+(?: \w+)?)", name)
    if match is not None:
        name = f"{match.group(2)} {match.group(1)}"
    first, _, head = name.rpartition(" ")
    return f"{first} {head[0].upper()}{head[1:]}" if first and head.casefold() in _HEADS else name


def _in_headline(text: str, word: Word) -> bool:
    """Whether most words of the line are capitalised, so that a capital says nothing."""
    low = text.rfind("\n", max(0, word.start - 300), word.start) + 1
    end = text.find("\n", word.end, word.end + 300)
    line = text[low : end if end >= 0 else word.end + 300]
    if line.rstrip().endswith((".", "”", '"')) or len(line) > 200:
        return False
    found = [each for each in re.findall(r"[^\W\d_]+", line) if len(each) > 3]
    return len(found) > 4 and sum(each[0].isupper() for each in found) > 0.7 * len(found)
