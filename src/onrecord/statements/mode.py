"""How a statement was made, from its cue: speech, writing, belief or intention."""

from __future__ import annotations

import re

from onrecord.domain import StatementMode

_WRITING = r"wr(?:ote|it(?:e|es|ten|ing))|tweet\w*|retweet\w*|post(?:ed|s|ing)?|blog(?:ged|s)|pen(?:ned|s)|email(?:ed|s)|e-mailed|read(?:s)?|publish\w*|editorial\w*|text(?:ed|s)"
_BELIEF = r"believ\w*|think\w*|thought|feel\w*|felt|fear\w*|suspect\w*|doubt\w*|know\w*|knew|known|consider\w*|regard\w*|assum\w*|expect\w*|hop(?:e|es|ed|ing)|see(?:s|n)?|saw|view\w*|worr\w*|concern\w*|convinc\w*|confident|skeptical|sceptical|aware|understand\w*|understood|imagin\w*|support\w*|oppos\w*|favor\w*|favour\w*|prefer\w*"
_INTENTION = r"plan(?:s|ned|ning)?|inten[dt]\w*|aim(?:s|ed|ing)?|want(?:s|ed|ing)?|wish\w*|seek\w*|sought|mean(?:s|t)? to|determined|ready|willing|prepared|resolv\w*|decid\w*|going to"
_SPEECH = r"sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|ask\w*|answer\w*|repl\w+|add(?:s|ed|ing)|stat(?:e|es|ed|ing)|announc\w*|declar\w*|claim\w*|argu\w*|insist\w*|warn\w*|vow\w*|pledg\w*|promis\w*|call\w*|according|not(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|urg\w*|express\w*|voic\w*"
_ORDER: tuple[tuple[StatementMode, re.Pattern[str]], ...] = tuple(
    (mode, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for mode, pattern in (
        ("writing", _WRITING),
        ("speech", _SPEECH),
        ("belief", _BELIEF),
        ("intention", _INTENTION),
    )
)


def statement_mode(cue: str) -> StatementMode:
    """The mode that ``cue`` names; ``speech`` where it names none. "said he hoped" is speech, "hoped" is belief."""
    return next((mode for mode, pattern in _ORDER if pattern.search(cue)), "speech")
