"""A verb with what helps it: auxiliaries, negation, tense, aspect, voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.actors.tokens import Token
from onrecord.ledger.verb_words import ADVERBS, NOT_ADVERBS

Form = Literal["finite", "infinitive", "participle", "gerund"]
Tense = Literal["past", "present", "future", ""]
Aspect = Literal["simple", "perfect", "progressive", "perfect progressive"]


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers: tokens ``first`` to before ``last``, ``main`` the verb itself.

    ``negator`` is the token that negates it, -1 for none. ``modal`` is the folded modal, "" for none.
    """

    first: int
    last: int
    main: int
    lemma: str
    form: Form
    tense: Tense = ""
    aspect: Aspect = "simple"
    passive: bool = False
    modal: str = ""
    negator: int = -1


def is_adverb(token: Token) -> bool:
    """Whether a word is likely an adverb."""
    return token.fold in ADVERBS or (
        token.fold.endswith("ly") and len(token.fold) > 4 and token.fold not in NOT_ADVERBS
    )
