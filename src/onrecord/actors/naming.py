"""Names for those who have none: the words of a description, without what would make one name two."""

from __future__ import annotations

from onrecord.actors.phrases import Phrase, PhraseReader
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import (
    DEFINITE,
    DETERMINERS,
    PARTY_ADJECTIVES,
    POSSESSIVE_DETERMINERS,
    PRONOUNS,
    QUANTIFIERS,
    REPORTING,
    is_number,
    word_set,
)
from onrecord.domain import ActorKind

_SHOWN_PREPOSITIONS = word_set("of for in at from to")
_VAGUE = word_set("source sources person people insider insiders someone somebody those")
_SHOWN_ADJECTIVES = word_set("close familiar opposed loyal briefed involved")
_EMPTY = word_set("others other some many most all both none one each everyone nobody anybody somebody former latter")
_LONGEST = 12  # tokens of a description that are shown


def possessive(name: str) -> str:
    """The possessive of a name: "Quist's", "train drivers'"."""
    several = name.endswith("s") and name.split()[-1][0].islower() and not name.endswith("ss")
    return f"{name}'" if several else f"{name}'s"


class Naming:
    """Makes the names of one report's descriptions."""

    def __init__(self, reader: PhraseReader) -> None:
        self._reader = reader
        self._tokens: Tokens = reader.tokens

    def is_proper(self, phrase: Phrase, kind: ActorKind) -> bool:
        """Whether a description has a proper name in it and, if one person's, says that there is only one."""
        last = self._end_of_tail(phrase, phrase.first) if phrase.core < phrase.last else phrase.core
        proper = any(self._reader.name_at(at) is not None for at in range(phrase.first, last))
        only = phrase.determiner in DEFINITE or phrase.owned
        return proper and (only or kind not in ("person", "unknown"))

    def name(self, phrase: Phrase) -> str:
        """The phrase without determiners, numbers and what trails off."""
        first = phrase.first
        while first < phrase.head and self._is_bare(first):
            first += 1
        last = phrase.head + 1
        apposed = self._apposed_names(phrase)
        if phrase.core < phrase.last and self._tokens[phrase.core].fold in _SHOWN_PREPOSITIONS:
            last = self._end_of_tail(phrase, first)
            if apposed:
                last = phrase.core + 1
        elif self._is_vague(phrase) and phrase.core + 1 < phrase.last:
            last = self._end_of_tail(phrase, first)
        words = self._tokens.words(first, last)
        if not words or (self._tokens[first].fold in _EMPTY and last - first == 1):
            return ""
        if self._is_common(first) and not words[:2].isupper():
            words = words[0].lower() + words[1:]
        return f"{words} {apposed}" if apposed else words

    def _is_vague(self, phrase: Phrase) -> bool:
        """Whether it takes what follows to tell who is meant: "a source close to the king"."""
        if self._tokens[phrase.head].fold not in _VAGUE or phrase.core >= phrase.last:
            return False
        tail = range(phrase.core + 1, self._end_of_tail(phrase, phrase.first))
        shown = self._tokens[phrase.core].fold in _SHOWN_ADJECTIVES
        return shown and not any(self._tokens[at].fold in PRONOUNS | POSSESSIVE_DETERMINERS for at in tail)

    def _is_common(self, at: int) -> bool:
        """Whether the capital of a word is only that of its sentence's opening."""
        token = self._tokens[at]
        proper = token.fold in PARTY_ADJECTIVES and token.fold not in (
            "former",
            "senior",
            "chief",
            "federal",
            "national",
        )
        return token.opens and self._reader.name_at(at) is None and not proper

    def _is_bare(self, at: int) -> bool:
        token = self._tokens[at]
        if self._reader.name_at(at) is not None:
            return False
        if token.fold in ("other", "another", "no"):
            return False
        return (
            token.fold in DETERMINERS
            or token.fold == "whose"
            or token.fold in QUANTIFIERS
            or is_number(token.fold)
            or not token.is_word
        )

    def _end_of_tail(self, phrase: Phrase, first: int) -> int:
        at = phrase.core + 1
        while at < phrase.last and at - first < _LONGEST:
            token = self._tokens[at]
            name = self._reader.name_at(at)
            if name is not None:
                at = name.last
                continue
            if token.text == "," and self._reader.list_end(at, phrase.last) > at:
                at = self._reader.list_end(at, phrase.last)
                break
            verb = token.fold in REPORTING and token.fold != "states"
            if token.text in ",;:(—–" or token.fold in ("who", "which", "that") or verb:
                break
            at += 1
        last = min(at, phrase.last)
        while last > phrase.core + 1 and not self._tokens[last - 1].is_word:
            last -= 1
        return last if last > phrase.core + 1 else phrase.head + 1

    def _apposed_names(self, phrase: Phrase) -> str:
        """The names that spell out "those regions" in "the leaders of those regions, A and B"."""
        at = phrase.core + 1
        if at >= phrase.last or self._tokens[at].fold not in ("those", "these", "both"):
            return ""
        while at < phrase.last and self._tokens[at].text != ",":
            at += 1
        name = self._reader.name_at(at + 1) if at + 1 < phrase.last else None
        if name is None:
            return ""
        end = name.last
        while end < phrase.last and (
            self._tokens[end].fold in ("and", ",", "the") or self._reader.name_at(end) is not None
        ):
            end += 1
        while end > name.last and self._reader.name_at(end - 1) is None:
            end -= 1
        return self._tokens.words(name.first, end)
