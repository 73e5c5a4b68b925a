"""What kind of commitment some words are."""

from __future__ import annotations

import re

from onrecord.actors.words import word_set
from onrecord.domain import CommitmentKind, Statement

_GOING_ON = word_set("continue keep remain stay maintain persist stick preserve")
_GOING_ON_BY = {
    ("stand", "by"),
    ("stick", "to"),
    ("carry", "on"),
    ("go", "on"),
    ("hold", "to"),
    ("stand", "firm"),
    ("insist", "on"),
}
_HOSTILE = word_set(
    "retaliate respond punish sanction attack strike withdraw cut block veto expel suspend impose seize boycott close "
    "invade bomb shoot destroy crush fight sue prosecute arrest jail ban freeze halt quit demand challenge annex "
    "blockade revoke terminate resign dissolve"
)
_HELPFUL = word_set(
    "help support protect recognize pay assist defend release free allow grant give provide send respect honor "
    "ensure guarantee fund finance deliver restore back cooperate rebuild sign declare lift ease accept agree talk "
    "negotiate consider prevent share attend"
)
_LEAVING = word_set("leave walk break abandon go")
# Whoever will not talk "unless" or "as long as" presses for something.
_TALKING = word_set("return talk negotiate meet attend resume participate sit discuss be")
_ALL_MEANS = re.compile(
    r"(?:use|take|employ|resort\s+to|do)\s+(?:all|any|every|whatever)\b.{0,40}?\b(?:means|measures?|steps?|options?|force"
    r"|necessary|takes)\b",
    re.IGNORECASE,
)
_CUES = (
    (re.compile(r"\b(?:vow|swear|swore|sworn)", re.IGNORECASE), "vow"),
    (re.compile(r"\b(?:promis|pledg|assur|guarante|undert[ao]k|undertook|commit)", re.IGNORECASE), "promise"),
    (re.compile(r"\bthreat", re.IGNORECASE), "threat"),
    (re.compile(r"\boffer", re.IGNORECASE), "offer"),
)


def manner_of_cue(statement: Statement | None) -> str:
    """What a statement's own cue makes of what it declares: "promised that", "threatened that"; "" for nothing."""
    if statement is None or statement.cue is None:
        return ""
    return next((manner for pattern, manner in _CUES if pattern.search(statement.cue.text)), "")


def kind_of(
    manner: str,
    lemma: str,
    words: str,
    *,
    negated: bool,
    conditional: bool,
    against: bool = False,
    assured: bool = False,
    still: bool = False,
) -> CommitmentKind:
    """By the cue first, then by the verb of the act: who "will keep" doing something goes on with it.

    Args:
        manner: of the outlook, or of the cue of its statement.
        lemma: the base of the act's verb, "" where the act is a noun.
        words: the act.
        conditional: whether something is said that it depends on, which makes hostile acts threats.
        against: whether that is something which somebody else would do.
        assured: whether only the cue of its statement promises ("gave assurances that it will not").
        still: whether it "would still" be done.
    """
    if manner == "threat" or (not negated and manner != "promise" and _ALL_MEANS.match(words)):
        return "threat"
    following = words.casefold().split()[1:2]
    if lemma in _GOING_ON or (lemma, "".join(following)) in _GOING_ON_BY or (still and not negated):
        return "continuation"
    if conditional and not negated and lemma in _HOSTILE | _LEAVING:
        return "threat"
    if manner in ("vow", "promise") and not (negated and (assured or manner == "vow")):
        return "promise"
    if negated or manner == "refuse":
        return "threat" if conditional and lemma in _TALKING else "refusal"
    if manner in ("offer", "ready"):
        return "offer"
    if conditional and against and lemma not in _HELPFUL:
        return "threat"
    return "promise" if lemma in _HELPFUL else "plan"
