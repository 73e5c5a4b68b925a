"""Who says it where the tagger found nobody: the subject that opens the sentence, where its place is plain."""

from __future__ import annotations

import re

from onrecord.statements.draft import Draft, Range
from onrecord.statements.phrases import FINITE, NOUN_PHRASE
from onrecord.statements.sentences import sentence_bounds

_REACH = 240
# The cue must be a verb in a finite form, and no passive: the subject of that is not who speaks.
_ACTIVE = re.compile(
    r"(?!.*\b(?:is|are|was|were|be|been|being|reportedly|seemingly|allegedly|(?:seem|appear|look|sound|face)(?:s|ed)?)\b)"
    rf"(?:(?:{FINITE})\b|(?:\w+ly\s|also\s|long\s|never\s|again\s)?(?:\w+ed|\w+s|said|told|wrote|thought|felt|saw|knew"
    r"|made|put|spoke|took|gave|swore|came|call|say|want|hope|believe|think|insist|argue|fear|expect|warn)\b)",
    re.IGNORECASE,
)
# "Berg was accused of …": who accuses is not named, and Berg is who it is about.
_BLAMED = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:is|are|was|were|been|being)\s+(?:\w+ly\s+|also\s+|often\s+|long\s+)*"
    r"(?:accus|blam|charg|cit|criticiz|criticis|condemn|denounc|derid|fault|mock|prais|rebuk|ridicul|scold|su|suspect)ed\b"
    r"(?!.*\bby\Z)",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile(NOUN_PHRASE, re.IGNORECASE)
_APART = re.compile(rf"[(\"“]?(?P<subject>{NOUN_PHRASE}),\s[^.;:\"“”]{{3,160}},\s\Z", re.IGNORECASE)
_DATELINE = re.compile(r"[A-ZÀ-Þ][^–—\r\n]{1,60}?\s(?:[–—]|--?)\s")
_TIMED = re.compile(  # "Norland on Friday rejected …"
    rf"(?P<subject>{NOUN_PHRASE})\s(?:(?:late|early)\s)?(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s(?:morning|afternoon|evening|night))?\s\Z",
    re.IGNORECASE,
)
_WHO = re.compile(
    r",\s(?P<subject>who)\s(?:(?:have|has|had|also|later|repeatedly|\w+ly)\s)*"
    r"(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)?(?:(?:have|has|had|also|later|repeatedly|\w+ly)\s)*\Z"
)
_CLAUSE = re.compile(r"(?:which|who|whose)\s[^.;:\"“”]{4,160},")
_BEFORE = re.compile(rf"{NOUN_PHRASE},?\s", re.IGNORECASE)
_HEARD = re.compile(
    rf"\b(?:hear|hears|heard|see|saw|watch|watched|let|made|make)\s(?P<subject>{NOUN_PHRASE})\s\Z", re.IGNORECASE
)
_ENDING = re.compile(r"(?:ed|said|told|s)\Z")
# "The nurse was in tears — and blasted …": one subject, two verbs, and no clause between that has another.
_TWO_VERBS = re.compile(
    rf"(?P<subject>{NOUN_PHRASE})\s(?:{FINITE}|\w+ed|left|went|came)\s"
    r"(?:(?!(?:who|which|that|while|as|when|because|although|though|if|where|and|but)\b)[\w’'-]+\s){0,14}?"
    r"(?:[\w’'-]+(?:,|\s[–—-]+))?\s?(?:and|but)\s(?:later\s|also\s|then\s)?\Z",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(  # "although the people who live there [say]"
    r"(?:\A|\s)(?P<subject>(?:the|those|many|some|most|all)\s(?:[\w’'-]+\s){0,2}?who\s(?:(?!(?:and|but|or)\b)[\w’'-]+\s){1,6}?)\Z",
    re.IGNORECASE,
)
_SHARED = re.compile(r"(?P<subject>He|She|They|We|I)\s[^;:\"“”]*?\sand\s\Z")


def name_subjects(text: str, found: list[Draft]) -> None:
    """Give drafts without a source the subject of their cue: "Berg, who left early, insisted …"."""
    for draft in found:
        _subject_of_clause(text, draft)
        _subject_from_content(text, draft)
        _subject_to_content(text, draft)
        _subject_of_infinitive(text, draft)
    taken = [place for draft in found for place in (*draft.content, draft.cue) if place is not None]
    for draft in found:
        subject = _subject(text, draft.cue) if draft.source is None and draft.cue else None
        if subject and not any(low < subject[1] and subject[0] < high for low, high in taken):
            draft.source = subject


def _subject_of_clause(text: str, draft: Draft) -> None:
    """Give a source that is a mere clause the subject before it: "The council, [which meets here,] [called for] …"."""
    if draft.source is None or not _CLAUSE.fullmatch(text, *draft.source):
        return
    low = max(sentence_bounds(text, *draft.source)[0], draft.source[0] - _REACH)
    subject = _BEFORE.fullmatch(text, low, draft.source[0])
    if subject is not None:
        draft.source = (low, draft.source[1])


def _subject_from_content(text: str, draft: Draft) -> None:
    """Make the source of what was tagged as content: "[Lorne] [had asked for] [a delay in March]"."""
    if draft.source is not None or draft.cue is None or len(draft.content) < 2:
        return
    first, rest = draft.content[0], draft.content[1:]
    adjacent = first[1] <= draft.cue[0] <= first[1] + 1 and rest[0][0] >= draft.cue[1]
    if adjacent and _ACTIVE.match(text, *draft.cue) and _NAME.fullmatch(text, *first):
        draft.source, draft.content = first, rest


def _subject_to_content(text: str, draft: Draft) -> None:
    """Make content of the source of a passive: nobody is named who accuses."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return
    if not text[draft.source[1] : draft.cue[0]].strip() and _BLAMED.match(text[slice(*draft.cue)]):
        draft.content, draft.source = sorted([*draft.content, draft.source]), None


def _subject_of_infinitive(text: str, draft: Draft) -> None:
    """Give "came to hear [the firm] [explain] why" to the firm: who came is heard nothing of."""
    if draft.source is not None and draft.cue is not None and draft.source[1] <= draft.cue[0] - 1:
        heard = _HEARD.search(text, draft.source[1], draft.cue[0])
        if heard is not None and not _ENDING.search(text, *draft.cue):
            draft.source = heard.span("subject")


def _subject(text: str, cue: Range) -> Range | None:
    if not _ACTIVE.match(text, *cue):
        return None
    low = max(sentence_bounds(text, *cue)[0], cue[0] - _REACH)
    before = text[low : cue[0]]
    match = _TWO_VERBS.match(before)  # its dash is no dateline's
    if match is None and (dateline := _DATELINE.match(before)):
        low, before = low + dateline.end(), before[dateline.end() :]
    match = match or _SHARED.match(before) or _APART.match(before) or _TIMED.fullmatch(before) or _WHO.search(before)
    match = match or _RESTRICTED.search(before)
    if match is not None:
        start, end = match.span("subject")
        return (low + start, low + start + len(before[start:end].rstrip()))
    return None
