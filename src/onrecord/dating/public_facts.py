"""What public facts say of a report's date: who held an office when, and when names came up or fell out of use.

The facts are two tables beside this module, ``officeholders.txt`` and ``names_in_time.txt``, to the month. They are
evidence like any other: a report may look back, or call somebody by an office long after it ended.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np

from onrecord.dating import axis
from onrecord.dating.axis import Belief
from onrecord.dating.estimates import Evidence
from onrecord.domain import DateReason, Span

_SPARE = timedelta(days=45)  # months are known, days are not
# How much rarer an office is named with its holder before they hold it, and when they have left it. (In 840 reports of
# 2015–16, 273 times it was held, 36 times it had been by an American, who keep their titles, 1 time by somebody else.)
_LONG_BEFORE, _BEFORE_OFFICE, _AFTER_OFFICE, _AFTER_AMERICAN = 0.0002, 0.005, 0.012, 0.04
_CANDIDACY = timedelta(days=1000)  # before taking an office, when people speak of somebody as having it one day
_BEFORE_NAME, _AFTER_NAME = 0.003, 0.2
_STORY_LINE = 80  # code points
_TRIES = 50  # places of a name that are looked at
_REACH = 200_000  # code points of a report that are looked through
_MOST = 4  # officeholders, and names, that are used of one report

_PART = r"[\[(]?(?:[A-ZÀ-Þ][\w.'’-]*|al-\w+|el-\w+|de|da|dos|la|der|von|van)[\])]?"
_NOT_NOW = re.compile(
    r"(?:former|ex|then|late|onetime|one-time|previous|future|next|first|longtime|deposed|ousted|exiled|would-be|wartime"
    r"|predecessor|successor|under|since|like|as)[ -](?:[A-Za-z]+ )?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of an office: from and to which day, as far as is known; ``to`` None: still when the table was made."""

    name: str
    called: str
    of: str
    start: date
    to: date | None

    @property
    def words(self) -> frozenset[str]:
        return frozenset(_folded(self.name))


def evidence_of_facts(text: str) -> tuple[Evidence, ...]:
    """What the officeholders and the names in a report make of every day, with the words as reasons."""
    return (*_offices(text[:_REACH]), *_names(text[:_REACH]))


def terms() -> tuple[Term, ...]:
    """Every term of office in the table, each once, in its order."""
    return tuple(dict.fromkeys(term for held in _officeholders().values() for term in held))


def _offices(text: str) -> Iterator[Evidence]:
    seen: set[tuple[Term, ...]] = set()
    for match in _titles().finditer(text):
        if _NOT_NOW.search(text, max(0, match.start() - 30), match.start()):
            continue
        title = " ".join(match["title"].lower().split())
        found = _meant(title, match["name"])
        if found is None or found[0] in seen:
            continue
        terms, end = found
        seen.add(terms)
        span = Span.of(text, match.start(), match.start("name") + end)
        yield Evidence(_in_office(terms), DateReason(_tenure(title, terms), "public", span))
        if len(seen) == _MOST:
            return


def _meant(title: str, name: str) -> tuple[tuple[Term, ...], int] | None:
    """The terms of whoever is called by this title and name, and where the name ends in ``name``."""
    parts = [(part.group(), part.end()) for part in re.finditer(r"\S+", name)]
    words = [_folded(part)[-1:] for part, _ in parts]
    for place in reversed(range(len(words))):
        for called in words[place]:
            of_title = _officeholders().get((title, called), ())
            known = [term for term in of_title if _fits(term, words[:place]) and _goes_on(term, words[place + 1 :])]
            after = {each for later in words[place + 1 :] for each in later}
            fully = [term for term in known if term.words <= {called, *after, *(w for ws in words[:place] for w in ws)}]
            terms = tuple(fully or known)
            if terms:
                last = place
                while last + 1 < len(words) and any(set(words[last + 1]) & term.words for term in terms):
                    last += 1
                whole, end = parts[last]
                return terms, end - (len(whole) - len(re.sub(r"(?:['’]s?)?[\])]?[.,]?\Z", "", whole)))
    return None


def _fits(term: Term, before: list[list[str]]) -> bool:
    """Whether the words between the title and the surname may be this person's given names, or the state's name."""
    allowed = term.words | frozenset(_folded(term.of))
    return all(word in allowed for words in before for word in words)


def _goes_on(term: Term, after: list[list[str]]) -> bool:
    """Whether the words after the surname may follow it: anything may follow a last name, but not "Lee" or "de"."""
    last = _folded(term.name)[-1] == term.called
    return last or not after or all(word in term.words for word in after[0])


def _in_office(terms: tuple[Term, ...]) -> Belief:
    after = np.log(_AFTER_AMERICAN if any(term.of == "United States" for term in terms) else _AFTER_OFFICE)
    belief = np.full(axis.SIZE, after)
    first = min(term.start for term in terms) - _SPARE
    belief[: max(axis.index(first), 0)] = np.log(_BEFORE_OFFICE)
    belief[: max(axis.index(first - _CANDIDACY), 0)] = np.log(_LONG_BEFORE)
    for term in terms:
        low, high = term.start - _SPARE, term.to + _SPARE if term.to else axis.LAST
        belief[max(axis.index(low), 0) : max(axis.index(high) + 1, 0)] = 0.0
        if term.to is None:
            # Whoever was in office when the table was made may have left it since.
            beyond = (axis.ORDINALS - axis.KNOWN_UNTIL.toordinal()) / 365.25
            belief = np.where(beyond > 0, np.maximum(belief - beyond * 0.25, after), belief)
    return belief


def _tenure(title: str, terms: tuple[Term, ...]) -> str:
    offices: dict[str, list[str]] = defaultdict(list)
    for term in sorted(dict.fromkeys(terms), key=lambda term: term.start):
        until = f"to {_month(term.to)}" if term.to else "on"
        offices[f"{term.name} was {title} ({term.of})"].append(f"from {_month(term.start)} {until}")
    return "; ".join(f"{who} {' and '.join(dict.fromkeys(when))}" for who, when in offices.items())


def _names(text: str) -> Iterator[Evidence]:
    found = []
    for name, (start, to) in _names_in_time().items():
        at, tries = text.find(name), 0
        while at >= 0 and tries < _TRIES and not _alone(text, at, at + len(name)):
            at, tries = text.find(name, at + 1), tries + 1
        if at >= 0 and tries < _TRIES:
            found.append((start, to, name, at))
    found.sort(key=lambda item: (item[0], item[2]))
    for start, to, name, at in [*[item for item in found if item[1]][:_MOST], *found[-_MOST:]]:
        low, high = start - 2 * _SPARE, to + 4 * _SPARE if to else axis.LAST
        belief = axis.within(low, high, _AFTER_NAME)
        belief[: max(axis.index(low), 0)] = np.log(_BEFORE_NAME)
        until = f" and is hardly used after {_month(to)}" if to else ""
        reason = DateReason(f"the name came up in {_month(start)}{until}", "public", Span.of(text, at, at + len(name)))
        yield Evidence(belief, reason)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether words begin and end there, in a line long enough to be the story's: a site's name says nothing."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if (line_end if line_end >= 0 else len(text)) - line_start < _STORY_LINE:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return not ((before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[end - 1].isalnum()))


@lru_cache(maxsize=1)
def _officeholders() -> dict[tuple[str, str], tuple[Term, ...]]:
    """Terms by title and surname."""
    terms: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for of, titles, *holders in _rows("officeholders.txt"):
        for holder in holders:
            parts = holder.split()
            dated = len(parts) - sum(bool(re.fullmatch(r"\d{4}-\d\d", part)) for part in parts)
            name = parts[:dated]
            starred = [part for part in name if part.endswith("*")] or name[-1:]
            plain = " ".join(part.rstrip("*") for part in name)
            (called,) = _folded(starred[0].rstrip("*"))[-1:]
            to = _last_day(parts[dated + 1]) if len(parts) > dated + 1 else None
            term = Term(plain, called, of, _first_day(parts[dated]), to)
            for title in titles.split(", "):
                terms[title, called].append(term)
    return {key: tuple(dict.fromkeys(found)) for key, found in terms.items()}


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    titles = sorted({title for title, _ in _officeholders()}, key=lambda title: (-len(title), title))
    either = "|".join(re.sub(r"\\? ", r"[ -]", re.escape(title)) for title in titles)
    return re.compile(rf"(?<![\w-])(?P<title>(?i:{either})) (?P<name>{_PART}(?: {_PART}){{0,5}})")


@lru_cache(maxsize=1)
def _names_in_time() -> dict[str, tuple[date, date | None]]:
    return {name: (_first_day(start), _last_day(to) if to else None) for name, start, to in _rows("names_in_time.txt")}


def _rows(name: str) -> Iterator[list[str]]:
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split(";")]


def _first_day(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, 1)


def _last_day(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, monthrange(year, number)[1])


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02d}"


def _folded(name: str) -> list[str]:
    """The words of a name in lower case, without accents, brackets and possessives."""
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(ch))
    plain = plain.replace("đ", "dj").replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("’", "'")
    return [re.sub(r"'s?\Z", "", word.strip("[]().,;")) for word in plain.split()]
