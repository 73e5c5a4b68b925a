"""What kind of commitment some words are."""

from __future__ import annotations

from onrecord.actors.words import word_set
from onrecord.domain import CommitmentKind

_GOING_ON = word_set("continue keep remain stay maintain persist stick preserve")
_GOING_ON_BY = {("stand", "by"), ("stick", "to"), ("carry", "on"), ("go", "on"), ("hold", "to"), ("stand", "firm")}
_HOSTILE = word_set(
    "retaliate respond punish sanction attack strike withdraw cut block veto expel suspend impose seize boycott close "
    "invade bomb shoot destroy crush fight sue prosecute arrest jail ban freeze halt quit demand challenge "
    "deploy annex blockade revoke terminate resign dissolve"
)
_HELPFUL = word_set(
    "help support protect recognize pay assist defend release free allow grant give provide send return respect honor "
    "ensure guarantee fund finance deliver restore back cooperate rebuild"
)


def kind_of(manner: str, lemma: str, following: str, *, negated: bool, conditional: bool) -> CommitmentKind:
    """By the cue first, then by the verb of the act: who "will keep" doing something goes on with it.

    Args:
        manner: of the outlook.
        lemma: the base of the act's verb, "" where the act is a noun.
        following: the folded word behind it.
        conditional: whether something is said that it depends on, which makes hostile acts threats.
    """
    if manner == "threat":
        return "threat"
    if negated or manner == "refuse":
        return "refusal"
    if lemma in _GOING_ON or (lemma, following) in _GOING_ON_BY:
        return "continuation"
    if manner in ("offer", "ready"):
        return "offer"
    if lemma in _HOSTILE and conditional:
        return "threat"
    if manner in ("vow", "promise") or lemma in _HELPFUL:
        return "promise"
    return "plan"
