"""Outlooks: the clauses of a report that tell of what is to come, and who they say will do it.

"Norway would respond", "the ministry plans to publish it", "has no intention of leaving", "is unlikely to agree": each
has a cue, a verb, a subject and a place in a statement or in the report's own words. What it amounts to, a commitment
or a forecast, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.actors.words import DETERMINERS, PREPOSITIONS, word_set
from onrecord.ledger.grammar import MOST, Grammar
from onrecord.ledger.outlook_cues import ADJECTIVES, FORETOLD, MODALS, NOUNS, VERBS, Manner
from onrecord.ledger.outlook_lexical import Lexical
from onrecord.ledger.outlook_places import Outlook
from onrecord.ledger.verb_groups import Group
from onrecord.ledger.verbs import verb_form

__all__ = ["Outlook", "outlooks"]

_MODAL_WORDS = word_set(
    "will would shall could may might won't wouldn't shan't couldn't 'll 'd won’t wouldn’t not never n't"
)
_STAYING = word_set("remain stand look seem appear")
_FRONTED = word_set("nor neither never")
# What one refuses who says that one cannot do it.
_CANNOT = word_set(
    "accept agree allow tolerate sign recognize permit approve endorse support compromise negotiate concede"
)


def outlooks(grammar: Grammar) -> list[Outlook]:
    """The outlooks of a report, in text order. Questions tell of nothing to come."""
    found: list[Outlook] = []
    for (first, last), groups in zip(grammar.sentences, grammar.groups, strict=True):
        if any(grammar.tokens[at].text == "?" for at in range(max(first, last - 3), last)):
            continue
        reader = _Sentence(grammar, first, min(last, first + MOST), groups)
        found += reader.outlooks()
    return found


class _Sentence(Lexical):
    """Reads all outlooks of a sentence."""

    def outlooks(self) -> Iterator[Outlook]:
        taken = -1
        for group in sorted([*self.groups, *self._overlooked()], key=lambda each: each.first):
            for found in self._of_group(group):
                yield found
                taken = found.act
        for at in range(self.first, self.last):
            noun = NOUNS.get(self.tokens[at].fold)
            if noun is not None and at != taken:
                found_noun = self.of_noun(at, noun)
                if found_noun is not None:
                    yield found_noun

    def _of_group(self, group: Group) -> Iterator[Outlook]:
        if group.form in ("infinitive", "gerund") or group.main < group.first:
            return
        modal = MODALS.get(group.modal)
        if modal is not None and self.tokens[group.main].fold in _MODAL_WORDS and group.lemma == group.modal:
            group = self._with_unlisted(group)
        if modal is None and group.modal == "can" and group.negator >= 0 and group.lemma in _CANNOT:
            modal = "refuse"
        if modal is not None and group.main == group.first and self.tokens.word(group.first - 1) in _FRONTED:
            inverted = self._inverted(group, modal)
            if inverted is not None:
                yield inverted
            return
        if modal is not None and group.main > group.first:
            if "perfect" not in group.aspect:
                told = self._modal(group, modal)
                if told is not None:
                    yield told
            return
        if group.passive and self.tokens.word(group.main) in ADJECTIVES and group.lemma not in FORETOLD:
            ready = self.of_adjective(replace(group, last=group.main, lemma="be", passive=False))
            if ready is not None:
                yield ready
                return
        if group.lemma in ("be", "stand", "remain", "look", "seem", "appear", "feel"):
            adjective = self.of_adjective(group)
            if adjective is not None:
                yield adjective
                return
        lexical = self.of_verb(group)
        if lexical is not None:
            yield lexical

    def _overlooked(self) -> Iterator[Group]:
        """Verbs that look like plural nouns: "the party [remains] ready to", "each [vows] to"."""
        covered = {place for group in self.groups for place in range(group.first, group.last)}
        for at in range(self.first + 1, self.last - 1):
            word = self.tokens[at].fold
            lemma = word[:-1]
            if at in covered or not word.endswith("s") or not (lemma in VERBS or lemma in _STAYING):
                continue
            before = self.tokens[at - 1]
            singular = before.is_word and not before.is_possessive and not before.fold.endswith("s")
            if not singular or (before.fold in DETERMINERS | PREPOSITIONS and before.fold != "each"):
                continue
            behind = self.tokens.word(at + 1)
            if (behind in ADJECTIVES or behind == "open") if lemma in _STAYING else behind in ("to", "not"):
                yield Group(at, at + 1, at, lemma, "finite", "present")

    def _inverted(self, group: Group, manner: Manner) -> Outlook | None:
        """ "Nor will [Norway] sign": the verb behind a subject that stands behind the modal."""
        start = group.last
        subject = self.grammar.subjects.opening(start, min(self.last, start + 9))
        if subject is None:
            return None
        verb = subject.last
        while verb < self.last and self.tokens[verb].fold.endswith("ly"):
            verb += 1
        form = verb_form(self.tokens.word(verb)) if verb < self.last else None
        if form is None or "VB" not in form.forms:
            return None
        number, low, high = self.grammar.statement_at(group.first)
        low, high = max(low, self.first), min(high, self.last)
        cue = (max(low, group.first - 1), group.last)
        return Outlook(manner, cue, verb, form.lemma, True, subject, low, high, number, modal=group.modal, verb=verb)

    def _with_unlisted(self, group: Group) -> Group:
        """A modal with the verb behind it that no list has."""
        place = group.last
        while place < self.last and self.tokens[place].fold in ("not", "never", "also", "now"):
            place += 1
        if place >= self.last or not self.is_verblike(place):
            return group
        return replace(group, last=place + 1, main=place, lemma=self.tokens[place].fold)

    def _modal(self, group: Group, manner: Manner) -> Outlook | None:
        tokens, act, lemma, last = self.tokens, group.main, group.lemma, group.last
        negated = group.negator >= 0
        cue = group.first
        if group.lemma == "be" and not group.passive:
            adjective = self.of_adjective(group)
            if adjective is not None:
                return adjective
        if group.modal in ("will", "would") and tokens.word(group.main) in ("likely", "unlikely"):
            manner = "likely"
        if group.lemma == "have" and (choice := self._no_choice(group)) is not None:
            return self.outlook("will", group, (cue, choice.first + 1), choice.main, choice.lemma, False)
        adverbs = [tokens[at].fold for at in range(group.first, group.main)]
        if "likely" in adverbs or "probably" in adverbs or "possibly" in adverbs:
            manner = "likely" if "possibly" not in adverbs else "could"
        end = next(
            (at for at in range(group.main, group.first, -1) if not self._is_helper(at - 1, group)), group.first + 1
        )
        del last
        start = min(end, act)
        if group.passive or "progressive" in group.aspect:
            start = next((at for at in range(group.first, act) if tokens[at].fold == "be"), act)
        return self.outlook(manner, group, (cue, max(cue + 1, start)), start, lemma, negated)

    def _no_choice(self, group: Group) -> Group | None:
        """ "Will have no choice but [to leave]"."""
        if self.tokens.word(group.last) != "no" or self.tokens.word(group.last + 1) not in (
            "choice",
            "option",
            "alternative",
        ):
            return None
        return self.infinitive_behind(group.last + 3, 0) if self.tokens.word(group.last + 2) == "but" else None

    def _is_helper(self, at: int, group: Group) -> bool:
        return at >= group.first and self.tokens[at].fold in ("be", "been", "being")
