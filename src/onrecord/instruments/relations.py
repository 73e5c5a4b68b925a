"""How words cite an instrument: as what supports them, as what is breached or not, or in no way that is clear.

Only words of the same sentence count, before the instrument without another clause in between ("violates Serbia's
sovereignty and the Charter"), or right behind it ("the Charter was violated"). Where nothing is clear, nothing is said.
"""

from __future__ import annotations

import re

from onrecord.domain import Relation, Span

_BREACH = (
    r"violat(?:e[sd]?|ing|ions?|ive)(?: of)?|(?:in )?breach(?:e[sd]|ing)?(?: of)?|contraven(?:e[sd]?|ing|tion)(?: of)?|"
    r"infring(?:e[sd]?|ing|ements?)(?: o[nf]| upon)?|flout(?:s|ed|ing)?|break(?:s|ing)?|broken?|def(?:y|ies|ied|ying)|"
    r"(?:in )?defiance of|disregard(?:s|ed|ing)?(?: for| of)?|ignor(?:e[sd]?|ing)|trampl(?:e[sd]?|ing)(?: on| over)?|"
    r"undermin(?:e[sd]?|ing)|contrary to|at odds with|incompatible with|inconsistent with|irreconcilable with|"
    r"(?:illegal|unlawful|void|invalid|forbidden|a crime) under|(?:runs?|running|ran) (?:counter to|afoul of)|"
    r"in conflict with|contradict(?:s|ed|ing)?|not in (?:line|accordance|keeping|conformity|compliance) with|"
    r"(?:tears?|tore|tearing|torn|rips?|ripped) up|makes? a mockery of|offen[cs]es? against|betray(?:s|ed|al of)"
)
_INVOKED = (
    r"in (?:full )?(?:line|accordance|conformity|keeping|compliance|harmony) with|consistent with|compatible with|"
    r"on the (?:basis|grounds?|strength) of|based on|pursuant to|by virtue of|under|according to|"
    r"(?:as )?(?:guaranteed|enshrined|required|protected|provided(?: for)?|recogni[sz]ed|permitted|allowed|prohibited|"
    r"banned|forbidden|outlawed|demanded|covered|backed|supported|bound|laid down|set out) (?:by|in|under)|"
    r"within the (?:framework|bounds|limits) of|in the spirit of|cit(?:e[sd]?|ing)|invok(?:e[sd]?|ing)|"
    r"compl(?:y|ies|ied|ying|iance) with|observ(?:e[sd]?|ance of|ing)|respect(?:s|ed|ing)?(?: for)?|"
    r"uph(?:old|olds|eld|olding)|abid(?:e[sd]?|ing) by|adher(?:e[sd]?|ing|ence) to|honou?r(?:s|ed|ing)?|"
    r"implement(?:s|ed|ing|ation of)?|bound by|committed to|guided by|exercis(?:e[sd]?|ing)|used (?:its|their|his|her)|"
    r"insists? on|defend(?:s|ed|ing)?|in defen[cs]e of|entitled under|principles? of"
)
_BEFORE = re.compile(rf"\b(?:(?P<breach>{_BREACH})|(?P<invoked>{_INVOKED}))(?=[\s\"“”'’])", re.I)
_BEHIND_BREACH = re.compile(
    r"['’]?s?\"?\s+(?:(?:has|had|have|having|would|could|might|will|was|were|is|are|being|been|be|again|clearly|grossly|"
    r"openly|repeatedly)\s+){1,4}(?P<words>violated|breached|flouted|broken|infringed|ignored|disregarded|trampled|"
    r"torn up|contravened)\b|\s+(?P<noun>violations?|breach(?:es)?)\b",
    re.I,
)
_BEHIND_INVOKED = re.compile(
    r"[\"”’']*,?\s+(?:(?:clearly|expressly|explicitly|also)\s+)?(?P<words>prohibits?|forbids?|guarantees?|requires?|"
    r"obliges?|demands?|stipulates?|provides?|allows?|permits?|entitles?|gives?|grants?|protects?|bans?|calls? for|"
    r"contain(?:s|ed) no|(?:be|must be|should be|to be) (?:upheld|respected|observed|implemented|honou?red)|"
    r"upheld|respected)\b",
    re.I,
)
# What ends the reach of words to the left: another clause, another speaker, the end of a sentence.
_BARRIER = re.compile(
    r"[.;:!?](?=\s|[\"”’]|\Z)|[()]|\b(?:that|which|who|whose|because|while|but|when|where|whether|if|although|though|"
    r"said|says|told|added|argued|claimed|is|are|was|were|will|would|should|must|may|has|have|had)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|without|no|nor|neither|cannot|denie[sd]|deny|denying|nothing|nobody)\b|n['’]t\b", re.I
)
_RIGHT_BEFORE = re.compile(r"(?:\b(?:not|never|no|without|nor|hardly)|n['’]t)\s+(?:\w+\s+)?\Z", re.I)
_OPEN = re.compile(r"\b(?:whether|if|unless)\b", re.I)
_REACH, _WORDS = 140, 9
_REACH_OF_NOT = 34


def relation_of(text: str, start: int, end: int, low: int, high: int) -> tuple[Relation, Span | None]:
    """How the instrument at ``start:end`` is cited by the words of ``low:high``, its sentence, and which these are.

    All offsets are code points into ``text``.
    """
    found = _before(text, start, max(low, start - _REACH)) or _behind(text, end, min(high, end + _REACH))
    if found is None:
        return "mentioned", None
    relation, first, last = found
    lead = text[max(low, first - _REACH_OF_NOT) : first]
    if _OPEN.search(text[max(low, first - _REACH) : first]):
        return "mentioned", None
    negation = _last(_NOT, lead)
    if relation == "invoked":
        return ("mentioned", None) if _RIGHT_BEFORE.search(lead) else (relation, Span.of(text, first, last))
    if negation is not None and not re.search(r"[.;!?]|\bbut\b", lead[negation.end() :]):
        return "breach denied", Span.of(text, first - len(lead) + negation.start(), last)
    return relation, Span.of(text, first, last)


def _before(text: str, start: int, low: int) -> tuple[Relation, int, int] | None:
    window = text[low:start]
    nearest = _last(_BEFORE, window)
    if nearest is None:
        return None
    gap = window[nearest.end() :]
    if _BARRIER.search(gap) or len(gap.split()) > _WORDS or gap.count(",") > 2:
        return None
    relation: Relation = "breach alleged" if nearest.group("breach") else "invoked"
    return relation, low + nearest.start(), low + nearest.end()


def _behind(text: str, end: int, high: int) -> tuple[Relation, int, int] | None:
    for pattern, relation in ((_BEHIND_BREACH, "breach alleged"), (_BEHIND_INVOKED, "invoked")):
        match = pattern.match(text, end, high)
        if match is not None:
            group = "words" if match.group("words") else "noun"
            known: Relation = "breach alleged" if relation == "breach alleged" else "invoked"
            return known, match.start(group), match.end(group)
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007  # the last one is wanted
        pass
    return found
