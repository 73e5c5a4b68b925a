"""Which outlooks are forecasts, and all that their words say of them."""

from __future__ import annotations

import re

from onrecord.actors.words import word_set
from onrecord.domain import Actor, Expectation, Likelihood, Report
from onrecord.ledger.conduct import Conduct, Conducts
from onrecord.ledger.conduct_words import is_animate, is_conduct
from onrecord.ledger.forecasts.foretold import active, foretold
from onrecord.ledger.grammar import grammar_of
from onrecord.ledger.outlooks import Outlook, outlooks
from onrecord.ledger.sides import Sides
from onrecord.ledger.windows import days_meant
from onrecord.ledger.wordings import wording

_FORETELLING = ("expected", "likely", "set")
# What a clause with "would" or "will" says of how things are, or are to be judged, rather than of what will happen.
_JUDGING = word_set(
    "be violate breach contravene constitute amount mean represent require need undermine say like love want prefer "
    "hope appreciate welcome argue think suggest rely count seem appear look sound contain include deserve"
)
_COMPARED = re.compile(
    r"(?:now |also |then |soon )?(?:much |far |even |a lot |increasingly )?"
    r"(?:more|less|fewer|worse|better|able|unable|forced|impossible|over|gone|dead|[a-z]{3,}(?:i?er))\b"
)
# "The race will be a contest of four"; but "the talks will be in Geneva", "it will be a mistake".
_COMPLEMENT = re.compile(
    r"(?:now |also |then |soon )?(?:an? (?!mistake|disaster|shame|crime|breach|violation)|enough |the )"
)
_SPEAKERS = word_set("you i we one anybody anyone everybody")
_THINKING = word_set(
    "think thinks thought believe believes expect expects predict predicts guess bet assume assumption suspect reckon "
    "fear fears sense feeling prediction expectation guess"
)
_SURELY = word_set("certainly surely definitely probably undoubtedly inevitably doubtless likely")
_LINKING = word_set("is are was were be been 's has have had")
_HOPING = re.compile(r"\b(?:confiden|optimis|convinced)", re.IGNORECASE)
_EMPTY = ("do", "do so", "do it", "do that")
_SCHEDULED = word_set("air broadcast premiere convene")
_POSSIBLE = ("could", "may", "might")


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
        for outlook in outlooks(self.grammar):
            expectation = self._expectation(outlook)
            if expectation is not None:
                found.setdefault(expectation.expected.end, expectation)
        for expected in active(self.grammar):
            found.setdefault(expected.expected.end, expected)
        taken = {each.statement for each in found.values() if each.statement is not None}
        for number in range(len(self.report.statements)):
            if number not in taken and (told := foretold(self.grammar, number)) is not None:
                found.setdefault(told.expected.end, told)
        kept = sorted(found.values(), key=lambda each: (each.expected.start, each.cue.start))
        return tuple(each for place, each in enumerate(kept) if not _inside(each, kept[:place]))

    def _expectation(self, outlook: Outlook) -> Expectation | None:
        conduct = self.conducts.of(outlook)
        likelihood = self._likelihood(outlook, conduct)
        if likelihood is None or outlook.subject is None:
            return None
        words = wording(self.grammar, outlook)
        if self.grammar.span(*words.act).text.casefold() in _EMPTY:
            return None
        of, subject = self._of(outlook, conduct), outlook.subject.first
        start = words.act[0] if of is not None and subject < outlook.cue[0] else min(subject, outlook.cue[0])
        statement = conduct.statement
        return Expectation(
            expected=self.grammar.span(start, words.act[1]),
            cue=self.grammar.span(*outlook.cue),
            likelihood=likelihood,
            polarity="negative" if self._is_denied(outlook) or likelihood == "unlikely" else "positive",
            actor=statement.speaker if statement is not None else self._believer(outlook),
            of=of,
            condition=self.grammar.span(*words.condition) if words.condition is not None else None,
            window=days_meant(self.report, words.window),
            window_words=words.window,
            statement=outlook.statement,
        )

    def _believer(self, outlook: Outlook) -> Actor | None:
        """Who expects what the report tells in its own voice: "[officials] fear that it would spread"."""
        assert outlook.subject is not None
        at = outlook.subject.first - 1
        if at > 0 and self.grammar.tokens[at].fold == "that":
            at -= 1
        if at < 0 or at not in self.grammar.verbs or self.grammar.tokens[at].fold in _LINKING:
            return None
        subject = self.grammar.subject_of_verb(at)
        return self.conducts.meant(subject) if subject is not None else None

    def _opines(self, outlook: Outlook) -> bool:
        """Whether the clause is said to be thought: "I think it will …", "our assumption is that …"."""
        assert outlook.subject is not None
        tokens, first = self.grammar.tokens, outlook.subject.first
        before = {tokens[at].fold for at in range(max(outlook.low, first - 4), first)}
        return bool(before & _THINKING)

    def _is_denied(self, outlook: Outlook) -> bool:
        assert outlook.subject is not None
        first = self.grammar.tokens[outlook.subject.first].fold
        return outlook.negated or first in ("no", "nobody", "neither", "none", "few", "nothing")

    def _of(self, outlook: Outlook, conduct: Conduct) -> Actor | None:
        """Of whom it is expected; nobody for what happens to things."""
        assert outlook.subject is not None
        if conduct.own and not outlook.passive and not self.conducts.proceeds(outlook):
            return conduct.actor
        named = self.grammar.subjects.actors(outlook.subject)
        return named[0] if named else None

    def _likelihood(self, outlook: Outlook, conduct: Conduct) -> Likelihood | None:
        """How surely an outlook is expected, None where it is no forecast."""
        subject, tokens, statement = outlook.subject, self.grammar.tokens, conduct.statement
        if subject is None or outlook.within not in ("", "which", "who"):
            return None
        if statement is None and tokens[outlook.act].quoted and tokens[outlook.cue[0]].quoted:
            return None  # nobody is found to be the speaker
        if statement is not None and (
            statement.mode == "intention" or (statement.negated and not _doubts(statement.cue))
        ):
            return None
        adverbs = {tokens[at].fold for at in range(outlook.cue[0], outlook.act)}
        if adverbs & {"always", "sometimes", "often", "usually"}:  # how things are
            return None
        if outlook.manner in _FORETELLING:
            if outlook.past and outlook.manner != "expected" and statement is None:
                return None
            return "unlikely" if outlook.negated else "certain" if adverbs & {"certain", "sure", "bound"} else "likely"
        speaks = tokens[subject.first].fold in _SPEAKERS and not (
            outlook.passive and tokens[subject.first].fold == "one"
        )
        if outlook.within or speaks:
            return None
        if outlook.manner == "threat" and not outlook.modal:
            named = self.grammar.subjects.actors(subject) or subject.is_pronoun(tokens)
            return None if named or is_animate(tokens, subject.head) or outlook.negated else "possible"
        if not outlook.modal or outlook.modal in ("is to", "can") or not self._foretells(outlook, conduct):
            return None
        if statement is not None and _doubts(statement.cue):
            return "unlikely" if statement.negated else "likely"
        if outlook.modal in _POSSIBLE:
            return "possible"
        if adverbs & {"probably", "likely"} or outlook.modal == "would":
            return "likely"
        if self._opines(outlook) or (statement is not None and statement.mode == "belief"):
            return "likely"
        return "certain"

    def _foretells(self, outlook: Outlook, conduct: Conduct) -> bool:
        """Whether a clause with a modal predicts: of others, or of what one does not do but suffer."""
        statement, tokens, subject = conduct.statement, self.grammar.tokens, outlook.subject
        assert subject is not None
        if outlook.lemma in _SCHEDULED and not outlook.negated:
            return False
        possible = outlook.modal in _POSSIBLE
        hopes = statement is not None and statement.cue is not None and _HOPING.search(statement.cue.text) is not None
        opines = self._opines(outlook)
        if conduct.own and not possible and not hopes and not opines:
            if outlook.passive or is_conduct(outlook.lemma) or self.conducts.proceeds(outlook):
                return False
            if outlook.lemma in ("be", "have", "know", "see"):
                return False
        if conduct.own and possible and not outlook.passive:
            return False
        if outlook.modal == "would" and statement is not None and self._is_hypothetical(outlook):
            return False
        if outlook.lemma in _JUDGING and not outlook.passive:
            after = " ".join(token.fold for token in tokens[outlook.verb + 1 : outlook.verb + 4])
            if self._there_is_no(outlook):
                return True
            if outlook.lemma != "be" or outlook.modal != "will":
                return False
            sure = any(tokens[at].fold in _SURELY for at in range(*outlook.cue))
            conditional = wording(self.grammar, outlook).condition is not None
            plain = statement is not None and not subject.is_pronoun(tokens) and _COMPLEMENT.match(after)
            if not (sure or opines or conditional or plain or _COMPARED.match(after)):
                return False
        if self._signals(outlook):
            return False
        if possible:
            return self._is_possible(outlook, told=statement is not None)
        if statement is None:
            if outlook.modal != "will":
                return False
            if self.grammar.is_column:
                return True
            return not is_conduct(outlook.lemma) and outlook.lemma not in ("be", "have", "get", "see")
        return True

    def _signals(self, outlook: Outlook) -> bool:
        """ "Would send the wrong message": a judgement."""
        tokens = self.grammar.tokens
        ahead = {tokens[at].fold for at in range(outlook.verb, min(outlook.high, outlook.verb + 5))}
        return outlook.lemma == "send" and bool(ahead & {"message", "signal"})

    def _there_is_no(self, outlook: Outlook) -> bool:
        tokens = self.grammar.tokens
        assert outlook.subject is not None
        there = tokens[outlook.subject.first].fold == "there"
        return there and outlook.lemma == "be" and tokens.word(outlook.verb + 1) == "no"

    def _is_possible(self, outlook: Outlook, *, told: bool) -> bool:
        """Whether "could" and the like speak of what may come, not of what somebody can or is allowed to do."""
        tokens = self.grammar.tokens
        if outlook.negated and outlook.modal == "could":
            return False
        if (
            outlook.modal != "could"
            and tokens[outlook.act].fold == "be"
            and not outlook.passive
            and outlook.lemma != "be"
        ):
            return False  # "may be leaving": what may be the case
        if told:
            return True
        subject = outlook.subject
        assert subject is not None
        named = self.grammar.subjects.actors(subject)
        person = subject.is_pronoun(tokens) or (bool(named) and named[0].kind == "person")
        return not person and not is_animate(tokens, subject.head) and outlook.modal != "may"

    def _is_hypothetical(self, outlook: Outlook) -> bool:
        """Whether "would" is the speaker's own word, with nothing said that it depends on."""
        tokens = self.grammar.tokens
        assert outlook.subject is not None
        if not (tokens[outlook.cue[0]].quoted and tokens[outlook.subject.first].quoted):
            return False
        if any(tokens[at].fold == "then" for at in range(outlook.cue[0], outlook.act)):
            return False
        return wording(self.grammar, outlook).condition is None


def _doubts(cue: object) -> bool:
    """Whether a cue says that something is doubted."""
    return re.search(r"\bdoubt", getattr(cue, "text", ""), re.IGNORECASE) is not None


def _inside(one: Expectation, others: list[Expectation]) -> bool:
    """Whether what is expected is part of what another forecast expects."""
    return any(
        other.expected.start <= one.expected.start
        and one.expected.end <= other.expected.end
        and other.expected != one.expected
        for other in others
    )
