"""How far the object of a word reaches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from onrecord.actors.words import CALENDAR as _DAYS
from onrecord.actors.words import word_set
from onrecord.ledger.clauses import Clause
from onrecord.ledger.positions.wording import Wording

_LONGEST = 30
_STOPS = word_set(
    "because although though while when where whereas if unless until once after before since so but which who whom "
    "whose saying adding than as despite amid yesterday today tomorrow earlier later nor lest"
)
CALENDAR = _DAYS | word_set("jan feb mar apr jun jul aug sept sep oct nov dec")
_FINITE = word_set("is are was were will would shall should may might can could must has have had does do did cannot")
_NEVER_OBJECTS = word_set("i he she they we it")


class Phrases:
    """Finds where objects end in one report, by its marks, its small words and its verbs."""

    def __init__(self, wording: Wording, clauses: Iterable[Clause]) -> None:
        self._wording = wording
        finite = sorted(
            (wording.range_of(clause.group)[0], self._start(wording, clause)) for clause in clauses if clause.is_finite
        )
        self._verbs = [verb for verb, _ in finite]
        self._subjects = [subject for _, subject in finite]

    @staticmethod
    def _start(wording: Wording, clause: Clause) -> int:
        own = clause.subject is not None and not clause.shared and clause.subject.end <= clause.group.start
        return wording.range_of(clause.subject if own else clause.group)[0]  # type: ignore[arg-type]

    def object_from(self, first: int, limit: int | None = None) -> tuple[int, int]:
        """The tokens of the object that begins at ``first``, half-open; ``limit`` is where it must end."""
        tokens = self._wording.tokens
        if first >= len(tokens):
            return first, first
        last = min(len(tokens), first + _LONGEST, limit if limit is not None else len(tokens))
        sentence = tokens[first].sentence
        place = first
        while place < last:
            token = tokens[place]
            if token.sentence != sentence or (token.text in ",;:()—–!?" and not self._goes_on(place)):
                break
            if token.text == "-" and place and token.start > tokens[place - 1].end:
                break
            if token.text == "." or token.fold in _FINITE:
                break
            if token.fold in _NEVER_OBJECTS:
                place += token.fold == "it" and place == first
                break
            if token.fold in _STOPS and (place > first or token.fold in ("if", "unless", "until", "because", "when")):
                break
            if place > first and token.fold == "that" and tokens[place - 1].is_word:
                break
            if place > first and token.fold in CALENDAR and token.fold not in ("the", "i"):
                break
            place += 1
        last = self._before_verbs(first, place)
        while last > first and tokens[last - 1].fold in ("and", "or", "but", ","):
            last -= 1
        return first, last

    def _is_noun(self, first: int, verb: int) -> bool:
        """Whether what was taken for a finite verb stands behind a possessive or article: "Norvenia's just demands"."""
        tokens = self._wording.tokens
        if tokens[verb - 1].fold in ("help", "helped", "helps", "helping", "let", "make", "makes"):
            return True  # "help put"
        for place in range(verb - 1, max(first - 1, verb - 4), -1):
            if tokens[place].is_possessive or tokens[place].fold in (
                "the",
                "a",
                "an",
                "its",
                "his",
                "her",
                "their",
                "our",
            ):
                return place < verb - 1 or tokens[verb].fold not in ("said", "was", "were")
            if tokens[place].text in "\"“'‘":
                continue
            if not tokens[place].text.islower() or tokens[place].fold in _STOPS | {"and", "or"}:
                return False
        return False

    def _goes_on(self, place: int) -> bool:
        """Whether a comma parts words of one row: "a new, binding treaty" and no clause."""
        tokens = self._wording.tokens
        if tokens[place].text != "," or place + 2 >= len(tokens):
            return False
        return tokens[place + 1].text.islower() and tokens[place - 1].fold.endswith(("al", "ive", "new", "ful", "ous"))

    def _before_verbs(self, first: int, last: int) -> int:
        """``last``, or where the subject of the next finite verb begins."""
        at = bisect_left(self._verbs, first + 1)
        while at < len(self._verbs) and self._verbs[at] < last and self._is_noun(first, self._verbs[at]):
            at += 1
        if at >= len(self._verbs) or self._verbs[at] > last:
            return last
        if self._verbs[at] == last and self._subjects[at] <= first:
            return last  # the verb that ended it took it for its subject; its object has none
        if first < self._subjects[at] < last:
            return self._subjects[at]
        tokens = self._wording.tokens
        for place in range(min(self._verbs[at], last) - 1, first, -1):
            if tokens[place].fold in ("and", "but", "or"):
                return place
        return min(last, self._verbs[at])
