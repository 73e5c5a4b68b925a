"""Who does what a verb tells: the noun phrase in front of it, and whom that means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors.states import state_named
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import PREPOSITIONS, REPORTING, word_set
from onrecord.domain import Actor, Mention, TimeExpression

_STOPS = word_set(
    "that if when while because as but or nor whether although though since once unless until till than so then how "
    "who which whom whose what why where whatever yet where lest and whereas"
)
_RELATIVES = word_set("who which that whom")
_PRONOUNS = word_set(
    "i we he she it they you this these those there neither both each one everyone everybody nobody someone anyone"
)
_ASIDE_ADVERBS = word_set(
    "also now then still again already never not always ever just even only therefore however both all soon later "
    "first instead together thus themselves itself himself herself today tomorrow tonight yesterday"
)
_OPENERS_OF_ASIDES = word_set(
    "who which whose a an the including along together as who's once formerly now like not if too"
)
_BEING = word_set(
    "is are was were will would shall may might could can must has have had 's 'll 'd isn't aren't won't wouldn't"
)
_NOT_FIRST = word_set("and or but also")
_LONGEST = 28  # tokens of a subject
_LONGEST_ASIDE = 40


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: its half-open token range, and the relative pronoun that stands for it (-1 for none).

    ``head`` is the token that tells what it is: the last of the phrase before any preposition.
    """

    first: int
    last: int
    head: int
    relative: int = -1

    def is_pronoun(self, tokens: Tokens) -> bool:
        """Whether it is one pronoun."""
        return self.last - self.first == 1 and tokens[self.first].fold in _PRONOUNS


class Subjects:
    """The subjects of a report's verbs, and the actors that they mean."""

    def __init__(
        self, tokens: Tokens, mentions: Sequence[Mention], times: Sequence[TimeExpression], verbs: frozenset[int]
    ) -> None:
        """``verbs`` are the tokens of finite verbs, which no subject has in it."""
        self._tokens = tokens
        self._verbs = verbs
        self._mentions = mentions
        self._mention_starts = [mention.span.start for mention in mentions]
        self._named: set[int] = set()
        for mention in mentions:
            if mention.span.end - mention.span.start < 200:
                self._named.update(range(*tokens.range_of(mention.span.start, mention.span.end)))
        self._timed: set[int] = set()
        for time in times:
            self._timed.update(range(*tokens.range_of(time.span.start, time.span.end)))

    def before(self, at: int, low: int) -> Subject | None:
        """The subject of the verb that begins at token ``at``, looked for down to token ``low``."""
        end = self._without_adverbs(at, low)
        while end > low + 1 and self._tokens[end - 1].text in '"”“»':
            end -= 1
        if end <= low:
            return None
        if self._tokens[end - 1].text in (",", "–", "—", ")", "-"):
            end = self._before_aside(end, low)
            if end <= low:
                return None
        if self._tokens[end - 1].fold in _RELATIVES:
            return self._of_relative(end - 1, low)
        return self._phrase(end, low)

    def opening(self, low: int, high: int) -> Subject | None:
        """The name or body that opens tokens ``low:high``: the subject of a verb that no list has."""
        start = low
        while start < high and (not self._tokens[start].is_word or self._tokens[start].fold == "that"):
            start += 1
        for mention in self.mentions_in(start, min(high, start + 2)):
            first, last = self._tokens.range_of(mention.span.start, mention.span.end)
            if first <= start + 1 and last <= high and last - start < 8:
                return Subject(start, last, self._head(start, last))
        return None

    def _without_adverbs(self, at: int, low: int) -> int:
        """Where the words end that stand before the verb's adverbs and the day that it names."""
        end = at
        while end > low:
            word = self._tokens[end - 1].fold
            if word in _ASIDE_ADVERBS or (word.endswith("ly") and len(word) > 4 and (end - 1) not in self._named):
                end -= 1
            elif end - 1 in self._timed:
                while end > low and end - 1 in self._timed:
                    end -= 1
                if end > low and self._tokens[end - 1].fold in ("on", "in", "by", "at", "late", "early"):
                    end -= 1
            else:
                break
        return end

    def _before_aside(self, end: int, low: int) -> int:
        """Where the subject ends that an apposition, a relative clause or an aside follows; ``low`` for nowhere."""
        closing = self._tokens[end - 1].text
        opening = "(" if closing == ")" else closing
        for at in range(end - 2, max(low, end - _LONGEST_ASIDE) - 1, -1):
            if self._tokens[at].text == opening:
                if at + 1 == end - 1:
                    return low
                if opening == "," and self._tokens[at + 1].fold in ("and", "but", "or"):
                    continue
                return self._without_adverbs(at, low)
        return low

    def _of_relative(self, at: int, low: int) -> Subject | None:
        end = at
        if end > low and self._tokens[end - 1].text == ",":
            end -= 1
        antecedent = self._phrase(end, low) if end > low else None
        if antecedent is None:
            return Subject(at, at + 1, at, at)
        return Subject(antecedent.first, antecedent.last, antecedent.head, at)

    def _phrase(self, end: int, low: int) -> Subject | None:
        tokens = self._tokens
        if tokens[end - 1].fold in ("there", "here") and tokens.word(end) not in _BEING and end - 1 > low:
            end -= 1  # "the government there said"
            if tokens[end - 1].fold in ("over", "out", "up", "down", "in"):
                end -= 1
            if end <= low:
                return None
        start = end
        if tokens[end - 1].fold in _PRONOUNS:
            return Subject(end - 1, end, end - 1)
        while start > low and end - start < _LONGEST:
            token = tokens[start - 1]
            if token.fold in ("and", ",", "or") and start < end:
                if not self._joins_names(start - 1, low):
                    break
            elif (
                token.fold in _STOPS
                or start - 1 in self._verbs
                or token.text in ';:()[]–—…"“”«»!?'
                or (not token.is_word and not token.is_possessive and token.text not in "-'’/&.%$£€‘")
            ):
                break
            start -= 1
        while start < end and (tokens[start].fold in _NOT_FIRST or not tokens[start].is_word):
            start += 1
        if start < end and tokens[start].fold in PREPOSITIONS:
            timed = [at for at in range(start, end - 1) if at in self._timed]
            start = timed[-1] + 1 if timed else start
        while start < end and (tokens[start].fold in PREPOSITIONS or not tokens[start].is_word):
            start = self._behind_preposition(start, end)
        if start >= end or end - start >= _LONGEST:
            return None
        return Subject(start, end, self._head(start, end))

    def _behind_preposition(self, start: int, end: int) -> int:
        """ "In this case Norway would": the name that ends a phrase which opens with a preposition."""
        at = end - 1
        while at > start and at in self._named:
            at -= 1
        return at + 1 if at > start else start + 1

    def _joins_names(self, at: int, low: int) -> bool:
        """Whether "and" or a comma stands within one subject: before it stands no verb, or one that reports.

        "Recognition by Oslo and other capitals would", "said Oslo and Bern will"; but "met Oslo, and Bern will".
        """
        tokens = self._tokens
        if tokens[at].text == "," and at - 1 not in self._named:
            return False
        if tokens[at].text == "," and at + 1 not in self._named and tokens[at + 1].fold not in ("the", "and"):
            return False
        for place in range(at - 1, max(low, at - _LONGEST) - 1, -1):
            token = tokens[place]
            if place in self._verbs:
                return place < at - 1 and token.fold in REPORTING
            if token.fold in _STOPS:
                return place < at - 1
            if not token.is_word and not token.is_possessive and token.text not in ",-'’/&.%$£€":
                return place < at - 1
        return True

    def _head(self, first: int, last: int) -> int:
        for at in range(first + 1, last):
            token = self._tokens[at]
            joins = token.text == "," or token.fold == "and"
            if joins and any(self._tokens[place].is_possessive for place in range(at, last)):
                continue
            if joins or token.fold in PREPOSITIONS:
                return at - 1
        return last - 1

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin among tokens ``first:last``, in text order."""
        if first >= last:
            return []
        low = bisect_left(self._mention_starts, self._tokens[first].start)
        high = bisect_right(self._mention_starts, self._tokens[last - 1].start)
        return list(self._mentions[low:high])

    def actors(self, subject: Subject) -> tuple[Actor, ...]:
        """Whom a subject means, the one named first before the others; nobody where it names none."""
        tokens, found = self._tokens, list[Actor]()
        stop = subject.first
        for mention in self.mentions_in(subject.first, subject.last):
            first, last = tokens.range_of(mention.span.start, mention.span.end)
            if (
                mention.actor is None
                or first < stop
                or (first > subject.head + 1 and not self._is_joined(subject, first))
            ):
                continue
            if (last < len(tokens) and tokens[last - 1].is_possessive) or mention.span.text.endswith(("'s", "’s")):
                continue
            head = tokens.range_of(mention.head.start, mention.head.end)[0]
            if head > subject.head and not self._is_joined(subject, first):
                continue
            if head < subject.head and head + 1 < subject.last and self._is_modifier(head, subject):
                continue
            if mention.actor not in found:
                found.append(mention.actor)
            stop = max(stop, min(last, subject.last))
        if not found and subject.last - subject.first < 4:
            state = state_named(self._tokens.words(subject.first, subject.last))
            return (Actor(state.name, "state"),) if state is not None else ()
        if found and tokens.word(subject.head + 1) == "and" and subject.head - subject.first < 3:
            state = state_named(tokens.words(subject.first, subject.head + 1))
            joined = Actor(state.name, "state") if state is not None else None
            if joined is not None and joined.id not in {actor.id for actor in found}:
                return (joined, *found)
        return tuple(found)

    def _is_modifier(self, head: int, subject: Subject) -> bool:
        """Whether a name only stands before the noun that is meant: "[Pristina] government organs"."""
        return head + 1 <= subject.head and self._tokens[head + 1].is_word and self._tokens[head + 1].text.islower()

    def _is_joined(self, subject: Subject, at: int) -> bool:
        """Whether what begins at ``at`` is joined to the head by "and" or a comma, with no preposition between."""
        between = self._tokens[subject.head + 1 : at]
        return bool(between) and all(token.fold in ("and", ",", "the", "both", "other", "or") for token in between)
