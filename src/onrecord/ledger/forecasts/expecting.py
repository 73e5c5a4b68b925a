"""Which outlooks are forecasts, and all that their words say of them."""

from __future__ import annotations

import re

from onrecord.actors.words import word_set
from onrecord.domain import Actor, Expectation, Likelihood, Report, Span, Statement
from onrecord.ledger.conduct import Conduct, Conducts, is_conduct
from onrecord.ledger.extents import Extent, condition_at, extent, fronted, trimmed
from onrecord.ledger.grammar import grammar_of
from onrecord.ledger.outlooks import Outlook, outlooks
from onrecord.ledger.sides import Sides
from onrecord.ledger.windows import days_meant, window_words

_FORETELLING = ("expected", "likely", "set")
_EVALUATING = word_set(
    "be violate breach contravene constitute amount mean represent require need undermine say like love want prefer hope "
    "appreciate welcome argue think suggest add rely count seem appear look sound contain include deserve"
)
_SCHEDULED = word_set("air broadcast premiere convene begin start open")
_COMPARED = re.compile(
    r"(?:much |far |even |a lot |increasingly )?(?:more|less|fewer|worse|better|able|unable|forced|impossible|[a-z]{3,}(?:i?er))\b",
    re.I,
)
_NO_ACTION = word_set("you i we one anybody anyone everybody who")
_FORECASTING = re.compile(
    r"(?P<of>\bwarn(?:s|ed|ing|ings)?\s+(?:\w+\s+){0,2}?(?:of|about)\b)|(?P<fear>\b(?:fear|fears|feared|fearing)\b)"
    r"|(?P<predict>\b(?:predict|forecast|foresee|foresaw|anticipat|envisag|prophes)\w*)|(?P<expect>\bexpect(?:s|ed|ing|ation|ations)?\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?(?:expected|predicted|forecast|anticipated|feared)\b",
    re.IGNORECASE,
)
_REALIZED = re.compile(r"\b(?:had|was|were|would have|could have|might have)\b", re.IGNORECASE)
_MEANING = ("of", "fear", "predict", "expect")


class Expecting:
    """Finds the expectations of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.grammar = grammar_of(report)
        self.sides = Sides(report)
        self.conducts = Conducts(self.grammar, self.sides)

    def expectations(self) -> tuple[Expectation, ...]:
        """In text order, none twice."""
        found: dict[int, Expectation] = {}
        held: set[int] = set()
        for outlook in outlooks(self.grammar):
            expectation = self._expectation(outlook)
            if expectation is not None:
                found.setdefault(expectation.expected.end, expectation)
            if outlook.statement is not None:
                held.add(outlook.statement)
        for number, statement in enumerate(self.report.statements):
            if number not in held and (expectation := self._of_statement(number, statement)) is not None:
                found.setdefault(expectation.expected.end, expectation)
        kept = sorted(found.values(), key=lambda each: (each.expected.start, each.cue.start))
        return tuple(each for place, each in enumerate(kept) if not _inside(each, kept[:place]))

    def _expectation(self, outlook: Outlook) -> Expectation | None:
        conduct = self.conducts.of(outlook)
        likelihood = self._likelihood(outlook, conduct)
        if likelihood is None or outlook.subject is None:
            return None
        tokens = self.grammar.tokens
        found = extent(
            tokens,
            outlook.act,
            outlook.verb,
            outlook.high,
            self.grammar.verbs,
            negative=outlook.negated,
            embedded=outlook.embedded,
        )
        condition = self._condition(outlook, found)
        of = self._of(outlook, conduct)
        start = (
            found.act[0]
            if of is not None and outlook.subject.first < outlook.cue[0]
            else min(outlook.subject.first, outlook.cue[0])
        )
        words = self._window(outlook, found, condition)
        statement = conduct.statement
        return Expectation(
            expected=self.grammar.span(start, found.act[1]),
            cue=self.grammar.span(*outlook.cue),
            likelihood=likelihood,
            polarity="negative" if outlook.negated or likelihood == "unlikely" else "positive",
            actor=statement.speaker if statement is not None else None,
            of=of,
            condition=self.grammar.span(*condition) if condition is not None else None,
            window=days_meant(self.report, words),
            window_words=words,
            statement=outlook.statement,
        )

    def _of(self, outlook: Outlook, conduct: Conduct) -> Actor | None:
        subject = outlook.subject
        assert subject is not None
        if conduct.own:
            return conduct.actor
        named = self.grammar.subjects.actors(subject)
        return named[0] if named else None

    def _likelihood(self, outlook: Outlook, conduct: Conduct) -> Likelihood | None:
        """How surely an outlook is expected, None where it is no forecast."""
        subject, tokens = outlook.subject, self.grammar.tokens
        if subject is None or outlook.within not in ("", "which", "who"):
            return None
        statement = conduct.statement
        if statement is None and tokens[outlook.act].quoted and tokens[outlook.cue[0]].quoted:
            return None  # nobody is found to be the speaker
        if statement is not None and (statement.negated or statement.mode == "intention"):
            return None
        adverbs = {tokens[at].fold for at in range(outlook.cue[0], outlook.act)}
        if "always" in adverbs:  # how things are
            return None
        if outlook.manner in _FORETELLING:
            if outlook.past and outlook.manner != "expected" and statement is None:
                return None
            if outlook.negated:
                return "unlikely"
            return "certain" if adverbs & {"certain", "sure", "bound"} else "likely"
        if outlook.within or tokens[subject.first].fold in _NO_ACTION:
            return None
        if outlook.manner == "threat":
            inanimate = not self.grammar.subjects.actors(subject) and not subject.is_pronoun(tokens)
            return "possible" if inanimate and not self._is_animate(outlook) and not outlook.negated else None
        if not outlook.modal or outlook.modal == "is to":
            return None
        if not self._foretells(outlook, conduct):
            return None
        if outlook.modal in ("could", "may", "might"):
            return "possible"
        if adverbs & {"probably", "likely"} or outlook.modal == "would":
            return "unlikely" if outlook.negated and adverbs & {"probably", "likely"} else "likely"
        return "certain" if statement is None or statement.mode != "belief" else "likely"

    def _is_animate(self, outlook: Outlook) -> bool:
        assert outlook.subject is not None
        return self.grammar.tokens[outlook.subject.head].fold.endswith(("ers", "ors", "ants", "ists", "men", "ians"))

    def _foretells(self, outlook: Outlook, conduct: Conduct) -> bool:
        """Whether a clause with a modal predicts: of others, or of what one does not do but suffer."""
        statement = conduct.statement
        if outlook.lemma in _SCHEDULED and not outlook.negated:
            return False
        if (
            conduct.own
            and not (outlook.passive and outlook.modal in ("could", "may", "might"))
            and (is_conduct(outlook) or outlook.lemma in ("be", "have", "know", "see"))
        ):
            return False
        if outlook.lemma in _EVALUATING and not outlook.passive:
            if outlook.lemma != "be" or outlook.modal not in ("will", "would"):
                return False
            following = self.grammar.tokens[outlook.act + 1 : outlook.act + 4]
            after = " ".join(token.fold for token in following)
            if outlook.modal != "will" or not _COMPARED.match(after.removeprefix("now ").removeprefix("also ")):
                return False
        if outlook.modal == "would" and statement is not None and self._is_hypothetical(outlook, statement):
            return False
        if outlook.modal in ("could", "may", "might"):
            if outlook.negated and outlook.modal == "could":
                return False
            progressive = (
                outlook.lemma != "be" and not outlook.passive and self.grammar.tokens[outlook.act].fold == "be"
            )
            if outlook.modal != "could" and progressive:
                return False
            return statement is not None or not (self._is_person(outlook) or self._is_animate(outlook))
        if statement is None:
            return (
                outlook.modal == "will"
                and not is_conduct(outlook)
                and outlook.lemma not in ("be", "have", "get", "see")
            )
        return True

    def _is_hypothetical(self, outlook: Outlook, statement: Statement) -> bool:
        """Whether "would" is the speaker's own word, with nothing said that it depends on."""
        tokens = self.grammar.tokens
        assert outlook.subject is not None
        if not (tokens[outlook.cue[0]].quoted and tokens[outlook.subject.first].quoted):
            return False
        found = extent(tokens, outlook.act, outlook.verb, outlook.high, self.grammar.verbs)
        return self._condition(outlook, found) is None

    def _is_person(self, outlook: Outlook) -> bool:
        subject = outlook.subject
        assert subject is not None
        if subject.is_pronoun(self.grammar.tokens):
            return True
        named = self.grammar.subjects.actors(subject)
        return bool(named) and named[0].kind in ("person",)

    def _condition(self, outlook: Outlook, found: Extent) -> tuple[int, int] | None:
        if found.condition is not None or outlook.subject is None:
            return found.condition
        floor = outlook.low
        if outlook.statement is not None:
            floor = self.grammar.statement_at(outlook.cue[0])[1]
        return fronted(self.grammar.tokens, outlook.subject.first, outlook.low, floor)

    def _window(self, outlook: Outlook, found: Extent, condition: tuple[int, int] | None) -> Span | None:
        for first, last in (found.act, (outlook.cue[0], outlook.act)):
            words = window_words(self.report, self.grammar.tokens, first, last)
            if words is not None:
                return words
        return None

    def _of_statement(self, number: int, statement: Statement) -> Expectation | None:
        """ "Warned of a crisis", "predicted a landslide", "expects the court to rule": the content is what is expected."""
        cue = statement.cue
        if cue is None or not statement.content or statement.negated:
            return None
        match = _FORECASTING.search(cue.text)
        if match is None or _PASSIVE.search(cue.text):
            return None
        part = statement.content[0]
        tokens = self.grammar.tokens
        first, last = tokens.range_of(part.start, part.end)
        last = min(last, tokens.sentence_range(tokens[first].sentence)[1]) if first < len(tokens) else last
        if (
            first >= last
            or tokens[first].fold in ("that", "against", "it", "them", "him", "to")
            or _REALIZED.search(part.text)
        ):
            return None
        if match["predict"] and re.search(r"\b(?:will|would|could|may|might)\b", part.text):
            return None
        condition = None
        end = last
        for at in range(first + 1, last):
            if condition_at(tokens, at):
                condition, end = (at, trimmed(tokens, at, last)), at
                break
        end = trimmed(tokens, first, end)
        words = window_words(self.report, tokens, first, last)
        return Expectation(
            expected=self.grammar.span(first, end),
            cue=cue,
            likelihood="possible" if match["of"] or match["fear"] else "likely",
            actor=statement.speaker,
            of=None,
            condition=self.grammar.span(*condition) if condition else None,
            window=days_meant(self.report, words),
            window_words=words,
            statement=number,
        )


def _inside(one: Expectation, others: list[Expectation]) -> bool:
    return any(
        other.expected.start <= one.expected.start
        and one.expected.end <= other.expected.end
        and other.expected != one.expected
        for other in others
    )
