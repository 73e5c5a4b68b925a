"""Which declarations, or forecasts, of a pile are one: the same words, or nearly, of the same side.

Rows are taken in order of time. Each joins the row that it restates, or begins one of its own. It is compared with the
first of those that were joined, never with the latest: a chain of small steps does not bring two different ones
together.
Precision matters more than recall: what is not clearly the same stays apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from onrecord.actors.folding import fold
from onrecord.actors.words import DETERMINERS, PREPOSITIONS, PRONOUNS, word_set
from onrecord.domain import DateEstimate, Sighting, Span
from onrecord.ledger.sides import state_of_words
from onrecord.ledger.verbs import lemma_of, verb_form

_WORD = re.compile(r"[^\W\d_][\w’'.-]*|\d[\d.,]*")
_STEM = 6  # letters: "declare" and "declaration", "recognise" and "recognition" are one
_LIKE, _SELDOM = (
    20,
    0.05,
)  # the size of pile that rareness is measured in at least; how many of its rows have a rare word
# Share of the lighter act's words that the other has, and cosine: for acts of one verb, and of different verbs.
_OF_ONE_VERB, _OF_TWO_VERBS = (0.45, 0.38), (0.8, 0.75)
_CONDITION = 0.25
_AHEAD = 6  # words of an act among which its verb is looked for
_BEGINNING = word_set("begin start contin procee try seek resume")
_LIGHT = word_set("take use make give put do hold carry employ have")
_RAREST, _MOST = 8, 200  # words of an act that candidates are looked up by; rows that are looked at of one word
_COMPARED = 40  # candidates that are compared, those with most words in common
_PASSING = 400  # days over which a plan is one plan
_STOP = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | word_set(
        "and or but not be been being is are was were will would shall should can could may might must do does did "
        "have has had to that if also more very so then there here now still only even soon later again unilaterally "
        "immediately necessary all possible any some such other others own further new case event time place january "
        "february march april june july august september october november december monday tuesday wednesday thursday "
        "friday saturday sunday week month year day next coming"
    )
)
_SYNONYMS = (
    "declare proclaim",
    "recognize acknowledge recognise",
    "impose introduce",
    "resume restart reopen",
    "retaliate respond response retaliation",
    "support back",
    "block veto",
    "stop halt suspend cease",
    "start begin launch open",
    "send dispatch deploy",
    "ban bar prohibit",
    "raise increase hike",
    "reduce lower cut",
    "continue keep maintain",
    "withdraw pull quit leave",
    "oust topple overthrow",
    "sign initial",
    "lift revoke abolish scrap",
    "talks negotiations talk negotiation dialogue",
    "soldiers troops forces",
    "defend protect safeguard",
    "means measures measure steps step",
    "duties tariffs tariff duty",
    "vote ballot",
    "accord deal agreement pact",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A declaration or forecast as it is compared.

    Args:
        sighting: where it stands.
        keys: whose it is, as ``sides.keys_of`` gives them; rows without a common key are never one.
        polarity: of the act.
        act, condition: the words.
        towards: keys of the target, or of whom something is expected; empty for none.
        window: by when.
        day: of its report.
        lasting: whether it may be restated after years.
        inside: whether ``towards`` is read off the act itself, so that it makes no difference between equal acts.
    """

    sighting: Sighting
    keys: frozenset[str]
    polarity: str
    act: str
    condition: str = ""
    towards: frozenset[str] = frozenset()
    window: DateEstimate = field(default_factory=DateEstimate)
    day: date | None = None
    lasting: bool = True
    inside: bool = False


def without(act: Span, window: Span | None) -> str:
    """The words of an act without those that say by when: a day is compared as a day."""
    if window is None or not (act.start <= window.start and window.end <= act.end):
        return act.text
    return f"{act.text[: window.start - act.start]}{act.text[window.end - act.start :]}".strip()


def restated(rows: Sequence[Row]) -> list[list[int]]:
    """The places of rows that are one, in lists; the first of each is the earliest, and they are in its order.

    Args:
        rows: in order of time.
    """
    terms = [terms_of(row.act) for row in rows]
    verbs = [verb_of(row.act) for row in rows]
    weights = _weights(terms)
    index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    same: dict[tuple[str, str, str], int] = {}
    groups: list[list[int]] = []
    for place, row in enumerate(rows):
        plain = " ".join(row.act.casefold().split())
        exact = next((same[key] for k in sorted(row.keys) if (key := (k, row.polarity, plain)) in same), None)
        best = exact if exact is not None and _may_be(rows[groups[exact][0]], row) else None
        if best is None:
            best = _best(place, rows, terms, verbs, weights, index, groups)
        if best is None:
            best = len(groups)
            groups.append([])
            rare = sorted(terms[place], key=lambda term: (-weights[term], term))
            for owner in sorted(row.keys):
                for term in rare:
                    index[owner, row.polarity, term].append(best)
        groups[best].append(place)
        for owner in sorted(row.keys):
            same.setdefault((owner, row.polarity, plain), best)
    return groups


def _best(
    place: int,
    rows: Sequence[Row],
    terms: Sequence[Mapping[str, int]],
    verbs: Sequence[str],
    weights: Mapping[str, float],
    index: Mapping[tuple[str, str, str], list[int]],
    groups: Sequence[Sequence[int]],
) -> int | None:
    """The group that a row restates, the most alike of them; None for none."""
    row = rows[place]
    rare = sorted(terms[place], key=lambda term: (-weights[term], term))[:_RAREST]
    candidates: Counter[int] = Counter()
    for term in rare:
        holders = (index.get((key, row.polarity, term), ())[-_MOST:] for key in row.keys)
        candidates.update({group for groups_of in holders for group in groups_of})
    found: list[tuple[float, int]] = []
    least_shared = min(2, len(rare))
    ranked = sorted((-count, group) for group, count in candidates.items() if count >= least_shared)
    for _, group in ranked[:_COMPARED]:
        first = groups[group][0]
        least = _OF_ONE_VERB if verbs[first] == verbs[place] else _OF_TWO_VERBS
        likeness = _likeness(terms[first], terms[place], weights, least)
        if likeness > 0 and _may_be(rows[first], row):
            found.append((-likeness, group))
    return min(found)[1] if found else None


def _may_be(first: Row, row: Row) -> bool:
    """Whether time, target and condition allow two rows of like words to be one."""
    if not first.keys & row.keys:
        return False
    equal = first.inside and first.act.casefold() == row.act.casefold()
    if first.towards and row.towards and not first.towards & row.towards and not equal:
        return False
    if _apart(first.window, row.window):
        return False
    lasting = first.lasting or row.lasting
    if not lasting and first.day and row.day and abs((row.day - first.day).days) > _PASSING:
        return False
    if first.condition and row.condition:
        here, there = terms_of(first.condition), terms_of(row.condition)
        shared = here.keys() & there.keys()
        return len(shared) >= _CONDITION * min(len(here), len(there))
    return True


def _apart(one: DateEstimate, other: DateEstimate) -> bool:
    """Whether two windows have no day in common."""
    ends_before = one.latest is not None and other.earliest is not None and one.latest < other.earliest
    begins_after = one.earliest is not None and other.latest is not None and one.earliest > other.latest
    both = one.latest is not None and other.latest is not None and not one.earliest and not other.earliest
    return ends_before or begins_after or (both and one.latest != other.latest)


def _likeness(
    one: Mapping[str, int], other: Mapping[str, int], weights: Mapping[str, float], least: tuple[float, float]
) -> float:
    """Cosine of two acts, 0 where they are not enough alike."""
    shared = one.keys() & other.keys()
    if len(shared) < 2 and one.keys() != other.keys():
        return 0.0
    here, there = _weight(one, weights), _weight(other, weights)
    common = _weight(shared, weights)
    if not here or not there or common < least[0] * min(here, there):
        return 0.0
    cosine = common / math.sqrt(here * there)
    return cosine if cosine >= least[1] else 0.0


def _weight(terms: Iterable[str], weights: Mapping[str, float]) -> float:
    """The weight of some words together; summed exactly, so that their order makes no difference."""
    return math.fsum(weights[term] for term in terms)


def _weights(rows: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """How much a word tells: more if few rows have it."""
    held: Counter[str] = Counter()
    for terms in rows:
        held.update(terms.keys())
    missing = max(0, _LIKE - len(rows))
    whole, others = math.log(len(rows) + missing + 1), _SELDOM * missing
    return {term: max(whole - math.log(count + others), 0.1) for term, count in held.items()}


@lru_cache(maxsize=1)
def _normal() -> dict[str, str]:
    return {stem_of(word): stem_of(words.split()[0]) for words in _SYNONYMS for word in words.split()}


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """A folded word without its ending."""
    form = verb_form(word)
    base = form.lemma if form is not None else lemma_of(word) if word.endswith("s") else word
    return base[:_STEM]


@lru_cache(maxsize=20_000)
def verb_of(words: str) -> str:
    """The stem of an act's verb: "fill" of "begin to fill"; verbs that say little ("take", "use") are one."""
    found = [fold(match.group()) for match in _WORD.finditer(words)][:_AHEAD]
    plain = [word for word in found if word not in ("to", "be", "the", "a", "an")]
    at = 0
    while at + 1 < len(plain) and stem_of(plain[at]) in _BEGINNING:
        at += 1
    stem = stem_of(plain[at]) if plain else ""
    return "take" if stem in _LIGHT else _normal().get(stem, stem)


@lru_cache(maxsize=20_000)
def terms_of(words: str) -> dict[str, int]:
    """The words of an act that count, as stems; names of states, their adjectives and capitals as the state."""
    found: dict[str, int] = {}
    for match in _WORD.finditer(words):
        word = match.group().rstrip(".").rpartition("-")[2] or match.group()
        plain = fold(re.sub(r"['’]s?\Z", "", word))
        if plain in _STOP or not plain:
            continue
        code = state_of_words(word) if word[:1].isupper() else None
        stem = f"state {code}" if code else stem_of(plain)
        stem = _normal().get(stem, stem)
        found[stem] = found.get(stem, 0) + 1
    return found
