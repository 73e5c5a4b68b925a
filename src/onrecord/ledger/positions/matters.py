"""What a phrase says that a side is taken on: the matter at the heart of it, and whether it is for or against that.

"The lifting of the sanctions" is about the sanctions, and turns a side on it round; "efforts to win recognition" is
about recognition, and keeps it. Such words (``carriers.txt``) are gone through from left to right; what they end in
is the matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.actors.states import is_part, state_named
from onrecord.actors.words import POSSESSIVE_DETERMINERS, word_set
from onrecord.domain import Actor
from onrecord.ledger.positions.lexicon import carriers, family_of, is_listed, lemma
from onrecord.ledger.positions.wording import Name, Wording, light_words

STATEHOOD = "independence"
"""The family of words for being, becoming and being recognised as a state of one's own."""

_LONGEST = 30  # tokens of a matter that are looked at
_PASSED = word_set("of to on for in from with upon over by about at into against")
_STANCES = word_set(
    "position stance view line policy demand claim cause case side argument stand bid request call interest right "
    "concern"
)
_FIRST_PERSON = word_set("our my us we")
_RECOGNISING = word_set("recognition recognize")
_END = word_set("than")
_POINTERS = word_set("decision move step act action measure measures steps moves actions decisions idea thing")
_DEFINITE = word_set("the this that such these those")


@dataclass(frozen=True, slots=True)
class Matter:
    """Tokens ``first:last`` of a report that name a matter; ``sign`` is -1 where a side on the words is its opposite on
    the matter. ``lemmas`` and ``names`` are what it is known by; ``owner`` is the key of whose position it is ("backs
    Norway's stance"), "" where it is not a position."""

    first: int
    last: int
    sign: int
    lemmas: tuple[str, ...]
    names: tuple[str, ...]
    owner: str = ""
    refers: bool = False
    """Whether it only points to what was spoken of before: "such a step", "this decision"."""

    instruments: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """Lemmas in lower case and names as they are written, sorted; with "’s" where a name owns a position."""
        owner = (f"{self.owner}’s",) if self.owner else ()
        return tuple(sorted({*self.lemmas, *self.names, *self.instruments, *owner}))

    def about(self, key: Sequence[str]) -> Matter:
        """The same words, known by the key of what they point to."""
        return replace(
            self,
            lemmas=tuple(word for word in key if word[:1].islower()),
            names=tuple(word for word in key if not word[:1].islower() and not word.endswith("’s")),
            refers=False,
        )

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing that could be found again."""
        return not (self.lemmas or self.names or self.owner or self.instruments)


def matter_of(wording: Wording, first: int, last: int, owners: Sequence[Actor] = ()) -> Matter | None:
    """The matter of tokens ``first:last``. ``owners`` are whom "its" and "our" mean. None where the words name none."""
    first, last = _trimmed(wording, first, min(last, first + _LONGEST))
    if first >= last:
        return None
    start, sign = _carried(wording, first, last)
    if _points_back(wording, first, last):
        return Matter(first, last, sign, (), (), refers=True)
    lemmas = _lemmas(wording, start, last) or (*_lemmas(wording, first, last), *_head(wording, first, last))
    if any(family_of(word)[0] != STATEHOOD for word in _behind_recognition(lemmas)):
        lemmas = tuple(word for word in lemmas if word not in _RECOGNISING)  # treaties and results are recognised, too
    names = wording.names(first, last)
    statehood = any(family_of(word)[0] == STATEHOOD for word in lemmas)
    plain = [n.key for n in names if not n.instrument and not (statehood and _is_left(wording, n.first))]
    owned = _owned(wording, first, last, owners, bool(set(lemmas) - _STANCES))
    instruments = tuple(name.key for name in names if name.instrument)
    if statehood:
        plain = [key for key in plain if state_named(key) is not None] or plain
    if _is_ones_own(wording, first, last) or (not plain and statehood and all(map(_may_leave, owners))):
        plain = [owner.name for owner in owners] + plain
    if not plain:
        plain = [name.key for name in _described(wording, first, last)]
    if owned:
        plain = [key for key in plain if key != owned] if len(set(plain)) > 1 else []
    matter = Matter(
        first,
        last,
        sign,
        tuple(dict.fromkeys(lemmas)),
        tuple(dict.fromkeys(plain)),
        owned,
        instruments=tuple(dict.fromkeys(instruments)),
    )
    matter = _with_ellipsis(wording, matter)
    return None if matter.is_empty else matter


def _behind_recognition(lemmas: Sequence[str]) -> Sequence[str]:
    at = next((place for place, word in enumerate(lemmas) if word in _RECOGNISING), len(lemmas))
    return lemmas[at + 1 :]


def _trimmed(wording: Wording, first: int, last: int) -> tuple[int, int]:
    tokens = wording.tokens
    for place in range(first, min(last, len(tokens))):
        if tokens[place].fold in _END:
            last = place
            break
    last = min(last, len(tokens))
    while first < last and (
        not tokens[first].is_word or tokens[first].is_possessive or tokens[first].fold in ("to", "that")
    ):
        first += 1
    while last > first and (
        not tokens[last - 1].is_word or tokens[last - 1].fold in _PASSED | {"and", "or", "but", "the", "a"}
    ):
        if tokens[last - 1].is_possessive:
            break
        last -= 1
    return first, last


def _carried(wording: Wording, first: int, last: int) -> tuple[int, int]:
    """Where the matter at the heart begins, and the sign with which a side reaches it."""
    tokens, place, sign = wording.tokens, first, 1
    chained = False  # whether a carrier right before passes its sign to one that "and" joins to it
    while place < last:
        token = tokens[place]
        word = lemma(token.fold)
        if place + 1 < last and is_listed(f"{word} {tokens[place + 1].fold}"):
            break
        passes = carriers().get(word)
        if token.fold == "against" and place > first:
            sign = -sign
        elif wording.name_at(place) is not None:
            if not (place + 1 < last and tokens[place + 1].is_possessive):
                break
        elif passes is not None and not is_listed(word):
            points = any(tokens[k].fold in _POINTERS for k in range(place + 1, last))
            if not _lemmas(wording, place + 1, last) and not wording.names(place + 1, last) and not points:
                break
            if not chained:
                sign *= passes
            chained = place + 1 < last and tokens[place + 1].fold in ("and", "or")
        elif token.is_word and token.fold not in light_words() and token.fold not in _PASSED and token.fold != "and":
            if token.fold.endswith("ly") or (place + 1 < last and _is_modifier(wording, place, last)):
                place += 1
                continue
            break
        place += 1
    return (place, sign) if place < last else (first, 1)


def _is_modifier(wording: Wording, place: int, last: int) -> bool:
    """Whether a carrier follows right behind: "a swift [lifting] of"."""
    word = lemma(wording.tokens[place + 1].fold)
    return word in carriers() and not is_listed(word) and not is_listed(lemma(wording.tokens[place].fold))


def _lemmas(wording: Wording, first: int, last: int) -> tuple[str, ...]:
    tokens = wording.tokens
    found = []
    after_two = -1
    for place in range(first, last):
        token = tokens[place]
        if place == after_two:
            continue
        if not token.is_word or token.is_possessive or wording.name_at(place) is not None:
            continue
        word = token.fold
        two = f"{lemma(word)} {tokens[place + 1].fold}" if place + 1 < last else ""
        if two and is_listed(two):
            found.append(two)
            after_two = place + 1
            continue
        plain = lemma(word)
        if word in light_words() or plain in light_words() or word.endswith("ly") or len(word) < 3 or word[0].isdigit():
            continue
        if plain in carriers() and not is_listed(plain):
            continue
        found.append(plain)
    return tuple(found)


def _owned(wording: Wording, first: int, last: int, owners: Sequence[Actor], says_more: bool) -> str:
    """Whose position it is that the words name, "" if they name none: "Serbia's position", "its stance"."""
    tokens = wording.tokens
    for place in range(first, min(first + 6, last)):
        if tokens[place].fold not in _STANCES and lemma(tokens[place].fold) not in _STANCES:
            continue
        follows = tokens[place + 1].fold if place + 1 < last else ""
        if follows in ("to", "for", "of") and says_more:
            return ""
        for before in range(place - 1, first - 1, -1):
            name = wording.name_at(before)
            if name is not None and name.actor is not None:
                return name.key
            if tokens[before].fold in POSSESSIVE_DETERMINERS:
                meant = wording.pronoun(before) if tokens[before].fold not in _FIRST_PERSON else None
                whose = meant or next(iter(owners), None)
                return whose.name if whose is not None else ""
            described = wording.meant_by(tokens[before].fold, before)
            if described is not None:
                return described.key
    return ""


def _points_back(wording: Wording, first: int, last: int) -> bool:
    """Whether nothing is said but "such a step", "the revocation of this decision", "it"."""
    words = [wording.tokens[k].fold for k in range(first, last) if wording.tokens[k].is_word]
    if wording.names(first, last) or not words:
        return False
    if words in (["it"], ["this"], ["that"]):
        return True
    pointer = next((k for k, word in enumerate(words) if word in _POINTERS), None)
    if pointer is None or pointer + 1 < len(words) or not any(word in _DEFINITE for word in words[:pointer]):
        return False
    return all(lemma(word) in carriers() or word in light_words() or word in _PASSED for word in words[:pointer])


def _is_left(wording: Wording, place: int) -> bool:
    """Whether a name is what others part from: "independence from Norvenia"."""
    before = wording.tokens.word(place - 1)
    return before == "from" or (before == "the" and wording.tokens.word(place - 2) == "from")


def _may_leave(actor: Actor) -> bool:
    """Whether an actor is a territory that is, was or is said to be part of a state."""
    state = state_named(actor.name) if actor.kind == "state" else None
    return state is not None and is_part(state.code)


def _head(wording: Wording, first: int, last: int) -> tuple[str, ...]:
    """The last noun before a preposition, where all words only pass a side on: "the declaration", "this plan"."""
    head = ""
    for place in range(first, last):
        token = wording.tokens[place]
        if place > first and token.fold in _PASSED:
            break
        word = lemma(token.fold)
        if token.is_word and wording.name_at(place) is None and (word in carriers() or is_listed(word)):
            head = word
    return (head,) if head else ()


def _is_ones_own(wording: Wording, first: int, last: int) -> bool:
    return any(wording.tokens[k].fold in _FIRST_PERSON | POSSESSIVE_DETERMINERS for k in range(first, last))


def _described(wording: Wording, first: int, last: int) -> list[Name]:
    found = (wording.meant_by(lemma(wording.tokens[k].fold), k) for k in range(first, last))
    return [name for name in found if name is not None][:1]


_NEAR = 400  # tokens looked through, before and then behind, for what "the declaration" is a declaration of


def _with_ellipsis(wording: Wording, matter: Matter) -> Matter:
    """The matter with what a short form of it leaves out: "the declaration" where independence was declared before."""
    stated = any(is_listed(word) for word in matter.lemmas) and bool(matter.names)
    if stated and STATEHOOD in {family_of(word)[0] for word in matter.lemmas}:
        stated = any(state_named(name) is not None for name in matter.names)
        matter = matter if stated else replace(matter, names=())
    if matter.owner or matter.instruments or stated:
        return matter
    heads = [word for word in matter.lemmas if word in carriers() or is_listed(word)]
    if not heads or len(matter.lemmas) > 2:
        return matter
    head = heads[-1]
    order = [*range(matter.first - 1, max(-1, matter.first - _NEAR), -1)]
    order += range(matter.last, min(len(wording.tokens), matter.last + _NEAR))
    for place in order:
        token = wording.tokens[place]
        if not token.is_word or family_of(lemma(token.fold))[0] != family_of(head)[0]:
            continue
        full = _full_form(wording, place, matter)
        if full is not None:
            return full
    return matter


def _full_form(wording: Wording, place: int, matter: Matter) -> Matter | None:
    """``matter`` with what the longer form at ``place`` adds to it, None where that adds nothing."""
    tokens = wording.tokens
    first, last = place, place + 1
    while first > 0 and place - first < 5 and tokens[first - 1].sentence == tokens[place].sentence:
        before = tokens[first - 1]
        if not (before.is_possessive or (before.is_word and before.fold not in _PASSED)):
            break
        first -= 1
    while (
        last < len(tokens)
        and last - place < 7
        and tokens[last].is_word
        and tokens[last].sentence == tokens[place].sentence
    ):
        if tokens[last].fold not in {"of", "the", "a", "an"} and tokens[last].fold in light_words() | _PASSED:
            break
        last += 1
    lemmas = [word for word in _lemmas(wording, first, last) if is_listed(word)]
    names = [n.key for n in wording.names(first, last) if not n.instrument and not _is_left(wording, n.first)]
    listed = any(is_listed(word) for word in matter.lemmas)
    if not lemmas and not listed:
        return None
    if not names and not matter.names:
        return None
    return replace(
        matter,
        lemmas=tuple(dict.fromkeys((*matter.lemmas, *(() if listed else lemmas)))),
        names=matter.names or tuple(dict.fromkeys(names)),
    )
