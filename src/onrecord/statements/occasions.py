"""Occasions: what a statement came after, before or together with, as a phrase of the report."""

from __future__ import annotations

import re

from onrecord.statements.adjuncts import phrase_end

_MEASURE = (
    r"(?:(?:just|shortly|soon|immediately|right|long|moments|minutes|hours|days|weeks|months|years|only|(?:a|an|one|two|three"
    r"|four|five|six|seven|\d+|a\s+few|several|less\s+than)\s+(?:moment|minute|hour|day|week|month|year)s?|(?:in\s+)?the\s+(?:days?|hours|weeks|months)|the"
    r"\s+morning)\s+){0,2}"
)
_CLAUSAL = re.compile(
    rf"\b(?P<measure>{_MEASURE})(?:after|before|prior\s+to|upon)\s+(?=\w|[“\"])"
    r"|\b(?:as|when)\s+(?:he|she|they|it|the\s+(?:two|sides|delegations|talks))\s+(?=\w)"
    r"|\bwhen\s+(?:(?:he|she|they)\s+(?:was|were)\s+)?(?=(?:asked|pressed|questioned|challenged|announcing|presenting)\b)"
    r"|(?<![\w’'] )(?<!\w)Asked\s+(?=(?:about|whether|if|to|by|why|how|what|when|where|who)\b)"
    r"|\bwhile\s+(?=(?:on\s+an?|visiting|touring|campaigning|travel\w+|announcing|presenting|receiving|meeting)\b)",
    re.IGNORECASE,
)
_NOMINAL = re.compile(
    rf"\b(?P<measure>{_MEASURE})(?:following|ahead\s+of|in\s+the\s+(?:wake|aftermath|run-?up\s+to|lead-?up\s+to)(?:\s+of)?"
    r"|on\s+the\s+(?:eve|sidelines|margins|fringes|heels)\s+of|on\s+(?:his|her|their)?\s*arrival|amidst?"
    r"|in\s+(?:response|reaction|reply|answer)\s+to|reacting\s+to|responding\s+to"
    r"|at\s+the\s+(?:start|beginning|outset|end|close|conclusion)\s+of"
    r"|(?:on|to\s+mark|marking)\s+the\s+(?:[\w-]+\s+)?anniversary\s+of"
    r"|(?:during|on)\s+(?:(?!(?:in|on|at|to|of|by|for|from|after|before|that|and)\b)[\w’'-]+\s+){0,5}?"
    r"(?:visit|trip|tour|stay|stopover|swing|flight|vacation|holiday|pilgrimage|layover|stop|tours|visits|trips)"
    r")\b(?![’'-]\w)",
    re.IGNORECASE,
)
_TIME = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|noon|midnight|dawn|dusk|dark|nightfall|sunrise|sunset|lunch|hours?|days?|weeks?|months?|years?|weekends?|mornings?"
    r"|afternoons?|evenings?|nights?|decades?|minutes?|moments?|Christmas|Easter|Ramadan|a\.?m\.?|p\.?m\.?|while|then|now|that"
    r"|this|long|time|summer|winter|spring|autumn|fall|\d[\d:.,]*|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_ONLY_TIME = re.compile(
    rf"(?:.*?\b(?:after|before|prior\s+to|following|ahead\s+of|upon))\s+(?:(?:the|a|an|next|last|this|early|late|few|several|some)\s+)*"
    rf"{_TIME}(?:\s+{_TIME})*\Z",
    re.IGNORECASE | re.DOTALL,
)
_SET_PHRASE = re.compile(
    r"(?:after|before)\s+(?:all|long|which|whom|him|her|them|me|us|it)\b|(?:after|before)\s+(?:a|an)\s+(?:crowd|audience|panel|jury|judge"
    r"|court|packed|cheering|committee)\b|before\s+(?:the\s+)?(?:[\w’'-]+\s+){0,5}?(?:committee|council|court|parliament|assembly|congress"
    r"|panel|subcommittee|commission|senate|tribunal|judges?|reporters|journalists|crowds?|audience|cameras)\b|before\s+(?:reporters|journalists|lawmakers|the\s+(?:cameras|press|crowd|court|committee|council|parliament"
    r"|assembly|senate|house|panel|judges?))\b|as\s+(?:it|he|she|they)\s+(?:were|is|was|does|did|has|had|put|puts|called|calls|said|says)\b",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"\s(?:in|at|on)\s+(?:an?|his|her|their|the)\s+(?:[\w’'-]+\s+){0,4}?(?:interview|statement|letter|speech|news\s+conference"
    r"|press\s+conference|briefing|article|op-?ed|tweet|post|email|e-mail)\b",
    re.IGNORECASE,
)


def find(text: str, low: int, high: int, *, at_start: bool = False) -> tuple[int, int] | None:
    """The first occasion in ``text[low:high]``. With ``at_start`` it must stand there, white space and commas aside."""
    matches = sorted(
        [
            *((m, True) for m in _CLAUSAL.finditer(text, low, high)),
            *((m, False) for m in _NOMINAL.finditer(text, low, high)),
        ],
        key=lambda found: found[0].start(),
    )
    for match, clause in matches:
        if at_start and text[low : match.start()].strip(" ,\t\u00a0\n"):
            return None
        word = re.compile(r"(?:after|before|as|prior|upon)\b", re.IGNORECASE).search(text, match.start(), match.end())
        if word and _SET_PHRASE.match(text, word.start(), high):
            continue
        medium = _MEDIUM.search(text, match.end(), high)
        end = phrase_end(text, match.start(), medium.start() if medium else high, clause=clause)
        if end <= match.end() - 1 and not _complete(match.group()):
            continue
        end = max(end, len(match.group().rstrip()) + match.start())
        if _ONLY_TIME.fullmatch(text[match.start() : end]):
            continue
        return match.start(), end
    return None


def _complete(words: str) -> bool:
    """Whether the opening words are an occasion by themselves: "on arrival", "during his visit"."""
    return (
        re.search(r"\b(?:arrival|visit|trip|tour|stay|stopover|swing|flight|vacation|holiday|stop)\Z", words.strip())
        is not None
    )
