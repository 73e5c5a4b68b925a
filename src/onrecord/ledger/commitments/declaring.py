"""Which outlooks are commitments, and all that their words say of them."""

from __future__ import annotations

from onrecord.actors.words import word_set
from onrecord.domain import UNKNOWN_DATE, Actor, Declaration, Report, Strength
from onrecord.ledger.commitments.kinds import kind_of
from onrecord.ledger.conduct import Conduct, Conducts, is_conduct
from onrecord.ledger.extents import Extent, extent, fronted
from onrecord.ledger.grammar import grammar_of
from onrecord.ledger.outlooks import Outlook, outlooks
from onrecord.ledger.sides import Sides
from onrecord.ledger.windows import days_meant, window_words

_STRENGTHS: dict[str, Strength] = {
    "vow": "vows",
    "promise": "will",
    "plan": "will",
    "will": "will",
    "threat": "will",
    "refuse": "will",
    "set": "will",
    "would": "would",
    "could": "may",
    "offer": "may",
    "ready": "may",
}
_FORETELLING = ("expected", "likely", "set")
_NO_PLEDGE = word_set("predict forecast expect fear warn hope believe think doubt suspect wonder worry")
_SILENT = word_set(
    "comment say answer discuss name identify disclose elaborate confirm speak talk specify reveal respond reply "
    "speculate tell deny provide give"
)
_WISHES = word_set(
    "like love prefer want hate wish hope appreciate welcome say argue suggest think add urge advise recommend note point ask describe call"
)
_EMPTY = ("do", "do so", "do it", "do that", "act", "go", "come")
_SAYINGS = word_set("say add stress note argue suggest ask tell read mention quote remind")


class Declaring:
    """Finds the declarations of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.grammar = grammar_of(report)
        self.sides = Sides(report)
        self.conducts = Conducts(self.grammar, self.sides)
        self._refused = {
            at for r in report.refusals for at in range(*self.grammar.tokens.range_of(r.cue.start, r.cue.end))
        }

    def declarations(self) -> tuple[Declaration, ...]:
        """In text order, none twice."""
        found: dict[int, Declaration] = {}
        for outlook in outlooks(self.grammar):
            declaration = self._declaration(outlook)
            if declaration is not None:
                found.setdefault(declaration.act.start, declaration)
        kept = sorted(found.values(), key=lambda each: (each.act.start, each.cue.start))
        return tuple(each for place, each in enumerate(kept) if not _inside(each, kept[:place]))

    def _declaration(self, outlook: Outlook) -> Declaration | None:
        conduct = self.conducts.of(outlook)
        if not self._binds(outlook, conduct):
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
        if outlook.modal == "would" and not self._is_meant(outlook, conduct, condition):
            return None
        words = self._window(outlook, found, condition)
        spoken = conduct.statement
        actor = conduct.actor
        act = self.grammar.span(*found.act)
        if act.text.casefold() in _EMPTY:
            return None
        return Declaration(
            act=act,
            cue=self.grammar.span(*outlook.cue),
            kind=kind_of(
                outlook.manner,
                outlook.lemma,
                tokens.word(outlook.act + 1),
                negated=outlook.negated,
                conditional=condition is not None,
            ),
            polarity="negative" if outlook.negated else "positive",
            strength=_strength(outlook),
            actor=actor,
            target=self._target(found, actor),
            also_bound=tuple(other for other in conduct.others if other.kind != "place"),
            condition=self.grammar.span(*condition) if condition is not None else None,
            deadline=days_meant(self.report, words) if words is not None else UNKNOWN_DATE,
            deadline_words=words,
            statement=outlook.statement if spoken is not None else None,
        )

    def _binds(self, outlook: Outlook, conduct: Conduct) -> bool:
        """Whether an outlook is a commitment of the one whose conduct it is."""
        if outlook.cue[0] in self._refused or outlook.act in self._refused:
            return False
        if outlook.manner in _FORETELLING or outlook.within not in ("", "who", "which"):
            return (
                outlook.within == "what"
                and conduct.own is True
                and outlook.lemma == "do"
                and outlook.manner in ("will", "would")
            )
        if outlook.manner == "refuse" and outlook.lemma in _SILENT:
            return False
        if (
            (outlook.lemma in _SAYINGS and outlook.manner == "will")
            or outlook.lemma == "blame"
            or self._is_unsaid(outlook)
        ):
            return False
        statement = conduct.statement
        if statement is not None:
            return self._binds_speaker(outlook, conduct)
        return self._binds_subject(outlook, conduct)

    def _is_unsaid(self, outlook: Outlook) -> bool:
        """Whether it stands in a quotation of which nobody is found to be the speaker."""
        return (
            outlook.statement is None
            and self.grammar.tokens[outlook.act].quoted
            and self.grammar.tokens[outlook.cue[0]].quoted
        )

    def _binds_speaker(self, outlook: Outlook, conduct: Conduct) -> bool:
        statement = conduct.statement
        assert statement is not None
        if statement.negated or statement.mode in ("belief", "emotion"):
            return False
        explicit = not outlook.modal or outlook.modal == "is to"
        if not conduct.own:
            return False
        if outlook.within in ("who", "which"):
            return False
        if explicit and outlook.past and outlook.manner in ("vow", "promise", "threat", "offer", "refuse"):
            return False  # what was done before, as somebody tells it
        if explicit:
            return outlook.lemma not in ("be", "have") or outlook.manner in ("vow", "promise")
        if outlook.manner == "could":
            return False
        if outlook.passive:
            return (
                conduct.actor is not None
                and outlook.subject is not None
                and not self.grammar.subjects.actors(outlook.subject)
            )
        return is_conduct(outlook)

    def _binds_subject(self, outlook: Outlook, conduct: Conduct) -> bool:
        """In the report's own voice: what an actor plans, threatens, refuses; no "would", no "could"."""
        if conduct.actor is None or outlook.subject is None:
            return False
        if outlook.modal in ("would", "could", "may", "might", "will", "shall"):
            return False
        if outlook.manner == "ready" and outlook.past:
            return False
        if outlook.modal == "is to" and (outlook.past or outlook.passive):
            return False
        if not is_conduct(outlook) and outlook.lemma:
            return False
        if outlook.past and outlook.manner == "plan" and self.grammar.tokens[outlook.cue[0]].fold == "had":
            return False
        return bool(self.grammar.subjects.actors(outlook.subject)) or self._is_actor(conduct.actor)

    def _is_actor(self, actor: Actor) -> bool:
        return actor.kind in ("person", "state", "organisation", "body", "group")

    def _is_meant(self, outlook: Outlook, conduct: Conduct, condition: tuple[int, int] | None) -> bool:
        """Whether "would" declares: reported (for "will"), or in the speaker's own words with what it depends on."""
        tokens = self.grammar.tokens
        if outlook.lemma in _WISHES and not outlook.passive:
            return False
        quoted = (
            tokens[outlook.cue[0]].quoted
            and tokens[outlook.subject.first if outlook.subject else outlook.cue[0]].quoted
        )
        if not quoted:
            return True
        return condition is not None or (outlook.negated and "never" in [tokens[at].fold for at in range(*outlook.cue)])

    def _condition(self, outlook: Outlook, found: Extent) -> tuple[int, int] | None:
        if found.condition is not None:
            return found.condition
        if outlook.subject is None:
            return None
        floor = outlook.low
        if outlook.statement is not None:
            floor = self.grammar.statement_at(outlook.cue[0])[1]
        return fronted(self.grammar.tokens, outlook.subject.first, outlook.low, floor)

    def _window(self, outlook: Outlook, found: Extent, condition: tuple[int, int] | None):
        tokens = self.grammar.tokens
        places = [found.act, (outlook.cue[0], outlook.act)]
        if condition is not None:
            places.append(condition)
        for first, last in places:
            words = window_words(self.report, tokens, first, last)
            if words is not None:
                return words
        return None

    def _target(self, found: Extent, actor: Actor | None) -> Actor | None:
        for mention in self.grammar.subjects.mentions_in(*found.act):
            other = mention.actor
            if (
                other is not None
                and mention.kind != "place"
                and (actor is None or not (self.sides.of(other) & self.sides.of(actor)))
            ):
                return other
        return None


def _strength(outlook: Outlook) -> Strength:
    if outlook.modal in ("would",):
        return "would"
    return _STRENGTHS.get(outlook.manner, "will")


def _inside(one: Declaration, others: list[Declaration]) -> bool:
    """Whether a declaration's act is part of another's: "plans to [continue to refuse to [pay]]"."""
    return any(
        other.act.start <= one.act.start and one.act.end <= other.act.end and other.act != one.act for other in others
    )
