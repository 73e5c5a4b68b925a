"""Reports of silence: "declined to comment", "has not confirmed that …", "said nothing about …".

What follows such words is what somebody did not say, and must never be shown as said. Whether "to comment" was tagged
as cue or as content makes no difference: the words are judged as they stand in the report. ``silences`` makes rows of
their own of them.
"""

from __future__ import annotations

import re

from onrecord.statements.sentences import sentence_bounds

Range = tuple[int, int]

_SAY = (
    r"(?:comment|confirm|elaborate|answer|specify|disclose|reveal|discuss|respond|reply|name|identify|mention|speculate"
    r"|expand|explain|clarify|detail|divulge|be\s+drawn)"
)
_SAID = (
    r"(?:commented|confirmed|elaborated|answered|specified|disclosed|revealed|discussed|responded|replied|named|identified"
    r"|mentioned|explained|clarified|detailed)"
)
_ABOUT = (
    r"(?:say|comment|confirm|nam|specify|mention|elaborat|identify|critici[sz]|condemn|blam"
    r"|endors|accus|answer|discuss|address)ing"
)
_HOW = r"(?:(?:immediately|publicly|yet|also|even|directly|officially|explicitly|further|formally)\s+)*"
_NOT = r"(?:\s+not|\s?n['’‘ʼ]t|\s+never)"
# "Did not say when" keeps something back; "did not say that he would go" is a statement turned round.
_UNSAID = (
    r"(?!\s*(?:,|\s[–—-])\s?[^.;:!?\"“”\n]{1,80}(?:,|\s[–—-])\s+that\b|\s+on\s+\w+day(?:\s\w+)?\s+that\b)(?=\s*(?:[.,;:!?—–”\"]|\Z|\b(?:when|whether|if|how|why|what|where|who|whom|which|anything|much|more|so|exactly|precisely|on"
    r"|about|by|until|or|and|but|because|as|during|in)\b))"
)
_WOULD = (
    rf"(?:{_SAY}|(?:say|tell\s+\w+){_UNSAID}|rule\s+(?:in|out)|take\s+questions"
    r"|go\s+into\s+(?:any\s+|further\s+)?details?|give\s+(?:details|reasons|names|any))"
)
_DECLINED = (
    rf"(?:(?:declin|refus)(?:ed|es|ing|e)\s+(?:to\s+{_HOW}(?:{_SAY}(?:\s+or\s+\w+)?|say|tell|rule\s+(?:in|out)|take\s+(?:any\s+)?questions"
    r"|go\s+into\s+(?:any\s+|further\s+)?details?|provide\s+(?:any\s+)?"
    rf"(?:details|specifics|information|names)|give\s+(?:any\s+|further\s+|more\s+)?(?:details|reasons|names|interviews?)|be\s+drawn"
    rf"|(?:speak|talk)\s+(?:to|with|about|on)\b|offer\s+(?:any\s+)?(?:details|comment)|acknowledge|deny)|(?:any\s+|further\s+)?comment)"
    rf"|(?:would|will|wo){_NOT}\s+{_HOW}{_WOULD}"
    r"|(?:would|will|could|can)\s+neither\s+(?:confirm|deny)\s+nor\s+(?:confirm|deny)"
    rf"|(?:ha(?:s|ve|d)|offered|made|gave)\s+no\s+(?:immediate\s+|further\s+|official\s+|public\s+)?comment)\b"
)
_SILENT = (
    rf"(?:{_DECLINED}"
    rf"|(?:did|could|can|do|does|ca){_NOT}\s+{_HOW}(?:{_SAY}|say{_UNSAID}|take\s+(?:any\s+)?questions"
    rf"|(?:return|answer)\s+(?:[\w-]+\s+){{0,3}}?(?:calls?|e-?mails?|messages?|requests?|questions?|inquiries))"
    rf"|(?:has|have|had){_NOT}\s+{_HOW}(?:{_SAID}|said{_UNSAID})"
    rf"|(?:has|have|had)\s+yet\s+to\s+(?:{_SAY}|say)"
    rf"|(?:said|says|saying)\s+nothing"
    r"|neither\s+(?:confirm(?:ed|s)?|den(?:y|ied|ies))\s+nor\s+(?:confirm(?:ed|s)?|den(?:y|ied|ies))"
    rf"|(?:gave|gives|offered|offers|provided)\s+no\s+(?:further\s+|other\s+|more\s+|specific\s+)?(?:details|specifics|explanation|reasons?|timetable|names)"
    rf"|failed\s+to\s+(?:{_SAY}|say{_UNSAID})"
    rf"|(?:remain|stay|kept|keep)(?:ed|s|ing)?\s+(?:largely\s+|conspicuously\s+|mostly\s+)?(?:silent|tight-lipped|mum|quiet)\s+(?:on|about|over)"
    r"|(?:duck|dodg|sidestepp|brush|bat|wav)(?:ed|s|es)\s+(?:(?:aside|off|away)\s+)?(?:[\w-]+\s+){0,2}?questions"
    rf"|(?:is|was|were|are)\s+(?:un|not\s+)able\s+to\s+{_HOW}(?:{_SAY}|say{_UNSAID})"
    r"|without\s+(?:saying|confirming|naming|specifying|mentioning|elaborating|identifying)"
    rf"|(?:(?:stopped|stopping)\s+short\s+of|(?:carefully\s+)?avoid(?:ed|s)|refrain(?:ed|s)\s+from)\s+(?:directly\s+|publicly\s+)?{_ABOUT})\b"
)
_REFUSAL = re.compile(_SILENT, re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|none\s+of|nobody|no\s+one|not\s+one)\b", re.IGNORECASE)
_CONFIRMS = re.compile(
    rf"\b(?:would|could|did|has|have|had)\b.{{0,40}}?\b(?:(?:say|said)(?!\s+that\b)|{_SAY}|{_SAID})\b"
    r"|(?:responded|replied|commented|answered|elaborated|returned|mentioned|confirmed|discussed|disclosed|addressed)\b",
    re.IGNORECASE,
)
_NOR = re.compile(r"\bneither\s*\Z", re.IGNORECASE)
_ASKED = re.compile(r"(?:when\s+)?asked\b", re.IGNORECASE)
_TURN = re.compile(
    # Without a conjunction, "he would not answer" is what was said: "she said he would not answer".
    rf"(?:\A|,?\s+(?:but|and|though|although|while)\s+)(?:(?:he|she|it|they)\s+)?{_SILENT}",
    re.IGNORECASE,
)
# "Said she could not comment on it": a refusal in reported speech, if that is all that was said.
_NO_COMMENT = re.compile(
    r"(?:that\s+)?(?:he|she|it|they|(?:the|his|her|its|their)\s(?:\w+\s)?\w+)\s+"
    rf"(?:(?:could|can|would|will|did|does|do|wo|ca){_NOT}\s+{_HOW}|cannot\s+{_HOW}|(?:is|was|were|are)\s+(?:un|not\s+)able\s+to\s+{_HOW}"
    r"|(?:had|has|have)\s+no\s+(?=comment\b))(?:comment|discuss|elaborate|be\s+drawn|go\s+into\s+(?:any\s+)?details?|say\s+(?:any\s*)?more"
    r"|(?:give|provide|offer)\s+(?:any\s+|further\s+|more\s+)?details?)\b",
    re.IGNORECASE,
)
_SAID_CUE = re.compile(r"said|says|replied|responded|answered", re.IGNORECASE)
_TOLD_SO = re.compile(rf"\b(?:{_SAID_CUE.pattern})\s+{_NO_COMMENT.pattern}", re.IGNORECASE)
_MORE_SAID = re.compile(r"[;“”\"]|,?\s(?:but|because|as|since|and\sthat|adding)\s", re.IGNORECASE)
_NOTHING = re.compile(r"nothing ", re.IGNORECASE)
_MARKS = re.compile(r"[\"“”„«»]")
_CUE_AND_MORE = 100  # code points of what follows the cue that can still belong to a phrase of silence
_CONFIRMING = 40
_AND_BEFORE = 24  # and of what leads up to it: "has not [confirmed]"


def is_refusal(text: str, source: Range | None, cue: Range) -> bool:
    """Whether the words at and behind ``cue`` say that nothing was said, or that somebody unnamed asked."""
    if source is None and _ASKED.match(text, *cue):
        return True
    low = cue[0]
    if source is not None and source[1] <= low:
        nor = _NOR.search(text, *source)  # "the aide neither [confirmed nor denied]"
        low = nor.start() if nor else max(source[1], low - _AND_BEFORE)
    phrase = text[low : cue[1] + _CUE_AND_MORE]
    silent = _REFUSAL.search(phrase)
    if silent and silent.start() < cue[1] - low and silent.end() > cue[0] - low:
        return True
    return bool(source and _NEITHER.search(text, *source) and _CONFIRMS.match(text, cue[0], cue[1] + _CONFIRMING))


def without_refusal(text: str, content: list[Range]) -> list[Range]:
    """``content`` up to where the report turns to what was not said ("… but said nothing about …")."""
    kept = []
    for start, end in content:
        turn = None if _MARKS.search(text, start, end) else _TURN.search(text, start, end)
        if turn is None and text[max(0, start - 10) : start].rstrip().endswith(("said", "saying")):
            turn = _NOTHING.match(text, start, end)
        if turn is None or turn.start() > start:
            kept.append((start, turn.start() if turn else end))
    return kept


def says_no(text: str, cue: Range, content: list[Range]) -> bool:
    """Whether all that is reported of a speech is that there would be no comment: "said she could not comment"."""
    if len(content) != 1 or content[0][0] < cue[1] or not _SAID_CUE.fullmatch(text, *cue):
        return False
    no = _NO_COMMENT.match(text, *content[0])
    return no is not None and _is_all(text, no.end())


def silences(text: str) -> list[tuple[Range, bool]]:
    """Every phrase of silence in ``text``, and whether it tells of declining rather than of silence alone."""
    told = [m.span() for m in _TOLD_SO.finditer(text) if _is_all(text, m.end())]
    plain = [m for m in _REFUSAL.finditer(text) if not any(low <= m.start() < high for low, high in told)]
    return sorted(
        [(span, True) for span in told] + [(m.span(), _DECLINING.fullmatch(m.group()) is not None) for m in plain]
    )


def _is_all(text: str, at: int) -> bool:
    return _MORE_SAID.search(text, at, sentence_bounds(text, at, at)[1]) is None


_DECLINING = re.compile(_DECLINED.replace(_UNSAID, ""), re.IGNORECASE)
