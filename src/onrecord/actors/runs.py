"""Runs of capitalised words: where a name may end, with what is written small inside it."""

from __future__ import annotations

from collections.abc import Set

from onrecord.actors.gazetteer import longest_match
from onrecord.actors.roles import role_at
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import CALENDAR, NO_NAMES, OF_HEADS, ORGANISATION_HEADS, PARTICLES, word_set

# Who has organisations named after them, besides plurals: "Women's League", "Prosecutor General's Office".
_OWNERS = word_set(
    "men women children people fishermen firemen policemen seamen craftsmen businessmen businesswomen sportsmen "
    "servicemen servicewomen countrywomen tradesmen king queen general ombudsman governor mayor president commissioner "
    "student teacher writer farmer worker consumer veteran"
)


class Runs:
    """Finds where runs end in one report; tokens of ``skip`` are in none."""

    def __init__(self, tokens: Tokens, skip: Set[int]) -> None:
        self._tokens = tokens
        self._skip = skip

    def end(self, first: int) -> int:
        """End of the run that starts at ``first``: with particles, initials and "of" in bodies' names."""
        entry = longest_match(self._tokens, first)
        last = listed = first + (len(entry.folded) if entry else 1)
        joined = False
        while last < len(self._tokens) and last - first < 14:
            token = self._tokens[last]
            if token.paragraph != self._tokens[first].paragraph or (
                token.opens and token.sentence != self._tokens[first].sentence
            ):
                break
            if token.headline is not self._tokens[first].headline or last in self._skip:
                break
            if token.fold in CALENDAR and (token.is_capitalised or not self._goes_on(first, last, joined)):
                break
            owned = self._owned_end(first, last)
            if owned is not None:
                last = listed = owned
                continue
            if token.is_capitalised or (token.text[:3] in ("al-", "el-") and len(token.text) > 4):
                inner = longest_match(self._tokens, last)
                last += len(inner.folded) if inner else 1
                listed = last if inner else listed
            elif (
                token.fold in PARTICLES and self.capital_after(last, 2) and self._tokens[last - 1].fold not in NO_NAMES
            ) or (token.fold in ("and", "&") and self._owned_after(first, last)):
                last += 1
            elif self._goes_on(first, last, joined):
                joined = True
                last += 1
            else:
                break
        while (
            last - 1 > first
            and last > listed
            and not self._tokens[last - 1].is_capitalised
            and self._tokens[last - 1].text[:3] not in ("al-", "el-")
        ):
            last -= 1
        return last

    def capital_after(self, at: int, reach: int) -> bool:
        """Whether a capitalised word follows token ``at`` within ``reach``, with nothing but particles between."""
        for offset in range(1, reach + 1):
            if at + offset >= len(self._tokens):
                return False
            token = self._tokens[at + offset]
            if token.is_capitalised:
                return token.fold not in CALENDAR
            if token.fold not in PARTICLES and token.fold != "the":
                return False
        return False

    def _owned_after(self, first: int, at: int) -> bool:
        """Whether an organisation's name goes on behind an "and": "Nurses and Midwives' Association"."""
        several = self._tokens[at - 1].fold.endswith("s") or self._tokens[at - 1].is_possessive
        return several and at + 2 < len(self._tokens) and self._owned_end(first, at + 2) is not None

    def _owned_end(self, first: int, at: int) -> int | None:
        """Where an organisation's name ends that has a possessive at ``at``: "Fishermen's Association", "Rail Drivers'
        Union"; None where somebody's name ends there."""
        token = self._tokens[at]
        if not token.is_possessive or token.start > self._tokens[at - 1].end:
            return None
        word = self._tokens[at - 1].fold
        several = (token.text in "'’" and word.endswith("s")) or word in _OWNERS
        if not several or (at - first == 1 and longest_match(self._tokens, at - 1) is not None):
            return None
        for last in range(at + 1, min(at + 6, len(self._tokens))):
            following = self._tokens[last]
            if not following.is_capitalised or following.headline is not token.headline or last in self._skip:
                return None
            if following.sentence != token.sentence:
                return None
            if following.fold in ORGANISATION_HEADS | OF_HEADS:
                return last + 1
        return None

    def _goes_on(self, first: int, at: int, joined: bool) -> bool:
        """Whether a lower-case word at ``at`` belongs to a body's name: "Department of State", "Trade and Industry"."""
        word, before = self._tokens[at].fold, self._tokens[at - 1].fold
        if word in ("of", "on") or (word == "for" and before not in ("party", "house")):
            return (before in OF_HEADS or role_at(self._tokens, at - 1, allow="of") is not None) and self.capital_after(
                at, 2
            )
        if word == "the" and self._tokens[at - 1].fold in ("of", "for"):
            return True
        if word in ("and", "&") and self.capital_after(at, 1):
            heads = {self._tokens[i].fold for i in range(first, at)}
            return word == "&" or (
                joined and bool(heads & {"ministry", "department", "committee", "commission", "office"})
            )
        return False
