"""Forecasts that a statement's cue makes: "warned of a crisis", "predicts a landslide", "expects the court to rule"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.actors.tokens import Tokens
from onrecord.domain import Actor, Expectation, Likelihood
from onrecord.ledger.extents import condition_at, extent, trimmed
from onrecord.ledger.grammar import Grammar
from onrecord.ledger.windows import days_meant, window_words

_CUE = re.compile(
    r"(?P<warn>\bwarn(?:s|ed|ing|ings)?\s+(?:\w+\s+){0,2}?(?:of|about)\b)|(?P<fear>\b(?:fear|fears|feared|fearing)\b)"
    r"|(?P<predict>\b(?:predict|forecast|foresee|foresaw|anticipat|envisag|prophes)\w*)"
    r"|(?P<expect>\bexpect(?:s|ed|ing|ation|ations)?\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as)\s+(?:\w+\s+)?(?:expected|predicted|forecast|anticipated|feared)\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\bhad\b", re.IGNORECASE)
_REAL = re.compile(r"\b(?:had|was|were|has|is|are|would have|could have|might have)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:will|would|could|may|might)\b", re.IGNORECASE)
_FIRST = ("that", "against", "to", "when", "how", "what", "if", "whether")
_VERBS = ("expect", "predict", "forecast", "anticipate", "foresee")
_OBJECT = 10  # tokens between the verb and the infinitive
_TO = re.compile(r"\bto\s+(?:be\s+)?[a-z]{2,}", re.IGNORECASE)


def foretold(grammar: Grammar, number: int) -> Expectation | None:
    """The forecast that statement ``number`` is by its cue, None where it is none."""
    report, tokens = grammar.report, grammar.tokens
    statement = report.statements[number]
    cue = statement.cue
    if cue is None or not statement.content:
        return None
    match = _CUE.search(cue.text)
    if match is None or _PASSIVE.search(cue.text) or (_PERFECT.search(cue.text) and not match["warn"]):
        return None
    if statement.negated and not match["expect"]:
        return None
    part = statement.content[0]
    first, last = tokens.range_of(part.start, part.end)
    if first >= last:
        return None
    last = min(last, tokens.sentence_range(tokens[first].sentence)[1])
    if tokens[first].fold in _FIRST or (tokens[first].fold in ("them", "him") and not _TO.search(part.text)):
        return None
    if _MODAL.search(part.text) if not match["expect"] else _REAL.search(part.text):
        return None
    if not match["expect"] and _REAL.search(part.text):
        return None
    condition, end = None, last
    for at in range(first + 1, last):
        if condition_at(tokens, at):
            condition, end = (at, trimmed(tokens, at, last)), at
            break
    words = window_words(report, tokens, first, last)
    likely: Likelihood = "possible" if match["warn"] or match["fear"] else "likely"
    return Expectation(
        expected=grammar.span(first, trimmed(tokens, first, end)),
        cue=cue,
        likelihood="unlikely" if statement.negated else likely,
        polarity="negative" if statement.negated else "positive",
        actor=statement.speaker,
        condition=grammar.span(*condition) if condition is not None else None,
        window=days_meant(report, words),
        window_words=words,
        statement=number,
    )


def active(grammar: Grammar) -> Iterator[Expectation]:
    """Forecasts with a verb of their own: "he [expected] Oslo to sign", "[expects] the talks to resume"."""
    tokens, report = grammar.tokens, grammar.report
    for (_, last), groups in zip(grammar.sentences, grammar.groups, strict=True):
        infinitives = [group for group in groups if group.form == "infinitive"]
        for group in groups:
            if group.lemma not in _VERBS or group.form != "finite" or group.passive or group.modal:
                continue
            infinitive = next((i for i in infinitives if group.last <= i.first <= group.last + _OBJECT), None)
            object_ = range(group.last, infinitive.first) if infinitive is not None else range(0)
            subject = grammar.subject_of_verb(group.first)
            if (
                infinitive is None
                or subject is None
                or any(at in grammar.verbs or not _plain(tokens, at) for at in object_)
            ):
                continue
            relative = tokens.word(subject.first - 1) in ("which", "that", "who")
            if not object_ and not relative:
                continue  # "expects to sign": a plan
            number, _, end = grammar.statement_at(group.first)
            found = extent(
                tokens, infinitive.main, infinitive.main, min(last, max(end, infinitive.last)), grammar.verbs
            )
            first = object_[0] if object_ else infinitive.first + 1
            statement = report.statements[number] if number is not None else None
            named = grammar.subjects.actors(subject)
            own = tokens[subject.first].fold in ("i", "we", "he", "she", "it", "they") and statement is not None
            by = (
                statement.speaker
                if own and statement is not None
                else named[0]
                if named
                else _by_cue(grammar, group.first)
            )
            denied = group.negator >= 0 or tokens[subject.first].fold in ("few", "nobody", "no", "none")
            words = window_words(report, tokens, first, found.act[1])
            of = [m.actor for m in grammar.subjects.mentions_in(first, infinitive.first) if m.actor is not None]
            yield Expectation(
                expected=grammar.span(first, found.act[1]),
                cue=grammar.span(group.first, group.last),
                likelihood="unlikely" if denied else "likely",
                polarity="negative" if denied else "positive",
                actor=by,
                of=of[0] if of else None,
                condition=grammar.span(*found.condition) if found.condition is not None else None,
                window=days_meant(report, words),
                window_words=words,
                statement=number,
            )


def _plain(tokens: Tokens, at: int) -> bool:
    return tokens[at].is_word or tokens[at].is_possessive or tokens[at].text in "-’'&%$"


def _by_cue(grammar: Grammar, at: int) -> Actor | None:
    """The speaker of the statement whose cue a token stands in."""
    statement = grammar.cue_at(grammar.tokens[at].start)
    return statement.speaker if statement is not None else None
