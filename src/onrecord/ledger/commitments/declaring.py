"""Which outlooks are commitments, and all that their words say of them."""

from __future__ import annotations

import re

from onrecord.actors.words import word_set
from onrecord.domain import Actor, Declaration, Report, Strength
from onrecord.ledger.commitments.kinds import kind_of, manner_of_cue
from onrecord.ledger.conduct import Conduct, Conducts
from onrecord.ledger.conduct_words import is_conduct, promises
from onrecord.ledger.grammar import grammar_of
from onrecord.ledger.outlooks import Outlook, outlooks
from onrecord.ledger.sides import Sides, state_of_words
from onrecord.ledger.windows import deadline_meant
from onrecord.ledger.wordings import Wording, wording

_STRENGTHS: dict[str, Strength] = {"vow": "vows", "would": "would", "could": "may", "offer": "may", "ready": "may"}
_FORETELLING = ("expected", "likely", "set")
_SPEECH_ACTS = ("vow", "promise", "threat", "offer", "refuse")
# What is refused without saying anything of what will be done: silence.
_SILENT = word_set(
    "comment say answer discuss name identify disclose elaborate confirm speak talk specify reveal respond reply "
    "speculate tell deny provide give"
)
# "I won't speculate": what one does not say is nothing that one will not do.
_MUTE = word_set("comment speculate elaborate")
# "They think that we will fold": what others think of somebody binds nobody.
_THINKING = word_set("think believe assume suppose imagine suspect fear expect hope reckon")
# "I would argue", "we will note": ways of speaking.
_WISHES = word_set(
    "like love prefer want hate wish hope appreciate welcome say argue suggest think add urge advise recommend note "
    "point ask describe call"
)
_SAYINGS = word_set("say add stress note argue suggest ask tell read mention quote remind")
_HOPING = re.compile(r"\b(?:confiden|optimis|hope|hoping|convinced|fear|expect|predict|bet\b|doubt)", re.IGNORECASE)
_FORGOING = word_set("refrain abstain desist forgo")
# "If he were alive, he would …": nobody says what they will do.
_UNREAL = re.compile(r"\bif\s+i\s+were\b|\bwere\s+(?:still|alive|here|there|in\s+office)\b", re.IGNORECASE)
_ELECTED = re.compile(r"\b(?:re-?)?elected\b|\b(?:wins|won|win)\b", re.IGNORECASE)
_EMPTY = ("do", "do it", "do that", "act", "go", "come")
_HYPOTHETICAL = ("would", "could", "may", "might")
_ACTORS = ("person", "state", "organisation", "body", "group")


class Declaring:
    """Finds the declarations of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.grammar = grammar_of(report)
        self.sides = Sides(report)
        self.conducts = Conducts(self.grammar, self.sides)
        tokens = self.grammar.tokens
        self._refused = {at for r in report.refusals for at in range(*tokens.range_of(r.cue.start, r.cue.end))}

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
        if not self.binds(outlook, conduct):
            return None
        words = wording(self.grammar, outlook)
        if outlook.modal == "would" and not self._is_meant(outlook, words):
            return None
        tokens, span = self.grammar.tokens, self.grammar.span
        act = span(*words.act)
        if self._needs_subject(outlook, conduct):
            assert outlook.subject is not None
            act = span(min(outlook.subject.first, words.act[0]), words.act[1])
        if outlook.within == "what" and outlook.subject is not None:
            act = span(outlook.subject.first - 1, words.act[1])
        if act.text.casefold() in _EMPTY:
            return None
        negated = outlook.negated != (self._has_no_object(outlook) or outlook.lemma in _FORGOING)
        manner = manner_of_cue(conduct.statement) or outlook.manner if outlook.modal else outlook.manner
        condition = span(*words.condition) if words.condition is not None else None
        return Declaration(
            act=act,
            cue=span(*outlook.cue),
            kind=kind_of(
                manner,
                outlook.lemma,
                act.text,
                negated=negated,
                conditional=condition is not None and _ELECTED.search(condition.text) is None,
                assured=manner != outlook.manner,
                against=condition is not None and self._names_others(words, condition.text, conduct.actor),
                still=any(tokens[at].fold == "still" for at in range(*outlook.cue)),
            ),
            polarity="negative" if negated else "positive",
            strength=_strength(manner, outlook),
            actor=conduct.actor,
            target=self._target(words.act, conduct.actor),
            also_bound=tuple(other for other in conduct.others if other.kind != "place"),
            condition=condition,
            deadline=deadline_meant(self.report, words.window, condition),
            deadline_words=words.window,
            statement=outlook.statement if conduct.statement is not None else None,
        )

    def _needs_subject(self, outlook: Outlook, conduct: Conduct) -> bool:
        """Whether the act is nothing without its subject, which is not who is bound: "the gates will be opened"."""
        if conduct.statement is None or not outlook.modal or outlook.subject is None:
            return False
        if outlook.subject.is_pronoun(self.grammar.tokens):
            return False
        if self.grammar.tokens.word(outlook.cue[0] - 1) in ("and", "but", "or"):
            return False  # the subject is that of another verb, which is no part of the act
        named = self.grammar.subjects.actors(outlook.subject)
        if named:
            return promises(conduct.statement) and conduct.actor not in named and not self._is_own(conduct, named[0])
        return outlook.passive or self.conducts.proceeds(outlook) or promises(conduct.statement)

    def _is_own(self, conduct: Conduct, named: Actor) -> bool:
        return conduct.actor is not None and bool(self.sides.same(conduct.actor, named))

    def binds(self, outlook: Outlook, conduct: Conduct) -> bool:
        """Whether an outlook is a commitment of the one whose conduct it is."""
        if outlook.cue[0] in self._refused or outlook.act in self._refused or self._is_unsaid(outlook):
            return False
        if outlook.within == "what":  # "knows what it will do"
            return conduct.own is True and outlook.lemma == "do" and outlook.manner in ("will", "would")
        if outlook.manner in _FORETELLING or outlook.within not in ("", "who", "which", "where", "that"):
            return False
        if outlook.manner == "refuse" and outlook.lemma in _SILENT:
            return False
        if (outlook.negated and outlook.lemma in _MUTE) or self._is_thought(outlook):
            return False
        if outlook.lemma == "blame" or (
            outlook.lemma in _SAYINGS and outlook.manner == "will" and self._is_first(outlook)
        ):
            return False
        if conduct.statement is not None:
            return self._binds_speaker(outlook, conduct)
        return self._binds_subject(outlook, conduct)

    def _is_thought(self, outlook: Outlook) -> bool:
        """Whether it is what somebody else thinks: "they think [that we will fold]", but not "I think we will"."""
        tokens = self.grammar.tokens
        if not outlook.modal or outlook.subject is None:
            return False
        behind = outlook.subject.first
        if behind and tokens[behind - 1].fold == "that":
            behind -= 1
        for groups in self.grammar.groups:
            for group in groups:
                if group.last == behind and group.form == "finite" and group.lemma in _THINKING:
                    thinker = self.grammar.subject_of_verb(group.first)
                    number, low, _ = self.grammar.statement_at(group.first)
                    within = number is not None and number == outlook.statement and low <= group.first
                    return (
                        within and thinker is not None and tokens[thinker.last - 1].fold in ("they", "he", "she", "it")
                    )
        return False

    def _is_unsaid(self, outlook: Outlook) -> bool:
        """Whether it stands in a quotation of which nobody is found to be the speaker."""
        tokens = self.grammar.tokens
        return outlook.statement is None and tokens[outlook.act].quoted and tokens[outlook.cue[0]].quoted

    def _binds_speaker(self, outlook: Outlook, conduct: Conduct) -> bool:
        statement = conduct.statement
        assert statement is not None
        agreed = statement.cue is not None and "agree" in statement.cue.text
        if statement.cue is not None and _HOPING.search(statement.cue.text):
            return False
        if statement.negated or (statement.mode in ("belief", "emotion") and not agreed):
            return False
        explicit = not outlook.modal and not self.sides.is_outsider(statement) and conduct.actor is not None
        if not conduct.own and not (explicit and conduct.own is None):
            return False
        if outlook.within and outlook.modal:
            return False
        if not outlook.modal or outlook.modal in ("is to", "can"):
            past = outlook.past and not self._is_perfect(outlook) and not self._rules_out(outlook)
            if past and self.grammar.tokens[outlook.cue[0]].quoted:
                return False  # "I was ready to": in the speaker's own words, what was
            if past and outlook.manner in _SPEECH_ACTS and outlook.modal != "can":
                return False  # what was done before, as somebody tells it
            return outlook.lemma not in ("be", "have") or outlook.manner in ("vow", "promise")
        if outlook.manner == "could" or outlook.subject is None:
            return False
        if outlook.passive and not promises(statement):
            return not self.grammar.subjects.actors(outlook.subject)
        if promises(statement):
            return True
        if outlook.lemma == "be":
            following = self.grammar.tokens.word(outlook.verb + 1)
            if following == "no":
                return self.grammar.tokens[outlook.subject.first].fold == "there"
            first = self.grammar.tokens[outlook.subject.first].fold
            return following in ("back", "present") or (
                following in ("on", "out", "gone", "there") and first in ("i", "we")
            )
        return is_conduct(outlook.lemma) or self.conducts.proceeds(outlook)

    def _is_perfect(self, outlook: Outlook) -> bool:
        return self.grammar.tokens[outlook.cue[0]].fold in ("has", "have", "'ve", "'s")

    def _rules_out(self, outlook: Outlook) -> bool:
        return self.grammar.tokens[outlook.cue[1] - 1].fold == "out"

    def _binds_subject(self, outlook: Outlook, conduct: Conduct) -> bool:
        """In the report's own voice: what an actor will do, plans, threatens, refuses; no "would", no "could"."""
        if conduct.actor is None or outlook.subject is None or outlook.modal in _HYPOTHETICAL:
            return False
        behind = self.grammar.tokens.word(outlook.subject.first - 1)
        if outlook.modal in ("will", "shall") and behind == "that":
            return False  # what somebody thinks or hears
        if outlook.within and outlook.modal in ("will", "shall") and outlook.within not in ("who", "which"):
            return False
        if outlook.modal in ("will", "shall") and (self.grammar.is_column or outlook.passive):
            return False
        named = self.grammar.subjects.actors(outlook.subject)
        if outlook.modal in ("will", "shall") and not named and conduct.actor.kind != "body":
            pronoun = outlook.subject.is_pronoun(self.grammar.tokens) or self.conducts.is_name(outlook.subject)
            if not (pronoun and conduct.actor.kind in ("person", "state", "organisation")):
                return False
        if outlook.manner == "ready" and outlook.past and not self.conducts.goes_on(outlook):
            return False
        if outlook.modal == "is to" and (outlook.past or outlook.passive):
            return False
        if outlook.lemma and not is_conduct(outlook.lemma):
            return False
        if outlook.past and outlook.manner == "plan" and self.grammar.tokens[outlook.cue[0]].fold == "had":
            return False
        return bool(named) or conduct.actor.kind in _ACTORS

    def _is_first(self, outlook: Outlook, *, wishes: bool = False) -> bool:
        """Whether "I" or "we" say it of what they say, or, of wishes, anybody."""
        tokens = self.grammar.tokens
        if (
            outlook.lemma in ("like", "love", "prefer", "want", "hate", "wish", "hope", "appreciate", "welcome")
            and wishes
        ):
            return True
        if outlook.lemma in ("say", "add", "argue", "note", "stress", "suggest"):
            return True
        return outlook.subject is None or tokens[outlook.subject.first].fold in ("i", "we", "you")

    def _is_meant(self, outlook: Outlook, words: Wording) -> bool:
        """Whether "would" declares: reported (for "will"), or in the speaker's own words with what it depends on."""
        tokens = self.grammar.tokens
        if outlook.lemma in _WISHES and not outlook.passive and self._is_first(outlook, wishes=True):
            return False
        if words.condition is not None and _UNREAL.search(self.grammar.span(*words.condition).text):
            return False
        first = outlook.subject.first if outlook.subject is not None else outlook.cue[0]
        if not (tokens[outlook.cue[0]].quoted and tokens[first].quoted):
            return True
        return words.condition is not None or (
            outlook.negated and any(tokens[at].fold == "never" for at in range(*outlook.cue))
        )

    def _has_no_object(self, outlook: Outlook) -> bool:
        """ "Will take no step", "no decision would be taken": the denial stands with a noun."""
        tokens = self.grammar.tokens
        if outlook.lemma and tokens.word(outlook.verb + 1) in ("no", "nothing"):
            return tokens.word(outlook.verb + 2) not in ("choice", "doubt", "longer")
        first = outlook.subject.first if outlook.subject is not None else -1
        return first >= 0 and tokens[first].fold in ("no", "neither", "nobody", "none")

    def _names_others(self, words: Wording, condition: str, actor: Actor | None) -> bool:
        """Whether a condition names somebody else, who is to fulfil it."""
        assert words.condition is not None
        if self._target(words.condition, actor, named=True) is not None:
            return True
        code = state_of_words(condition)
        return code is not None and (actor is None or f"state {code}" not in self.sides.of(actor))

    def _target(self, part: tuple[int, int], actor: Actor | None, *, named: bool = False) -> Actor | None:
        """Who else is mentioned in some words; with ``named``, only by a name."""
        own = self.sides.of(actor) if actor is not None else frozenset()
        for mention in self.grammar.subjects.mentions_in(*part):
            other = mention.actor
            if named and not mention.head.text[:1].isupper():
                continue
            if other is not None and mention.kind != "place" and not self.sides.of(other) & own:
                return other
        return None


def _strength(manner: str, outlook: Outlook) -> Strength:
    if manner == "vow":
        return "vows"
    return "would" if outlook.modal == "would" else _STRENGTHS.get(manner, "will")


def _inside(one: Declaration, others: list[Declaration]) -> bool:
    """Whether a declaration's act is part of another's: "plans to [continue to refuse to [pay]]"."""
    return any(
        other.act.start <= one.act.start and one.act.end <= other.act.end and other.act != one.act for other in others
    )
