"""Refusals as rows: who is reported to have said nothing, in which words, about what.

They are looked for in the text itself, since a tagger that was trained on statements leaves most of them out. What
stands in quotation marks or in a statement's content is what somebody said, and no refusal of the report's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.domain import Refusal, Span, Statement
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.statements.refusals import Range, silences
from onrecord.statements.sentences import sentence_bounds
from onrecord.tagging.quotation import quotations
from onrecord.tagging.tagger import Tagging

_NOTHING_FROM = re.compile(
    r"\b(?P<cue>(?:[Tt]here\s+(?:was|were|has\s+been)\s+)?[Nn]o\s+(?:(?:immediate|official|public|further|independent|initial)\s+)*"
    r"(?:comment|response|reaction|reply|word|confirmation)s?)\s+(?:was\s+(?:immediately\s+)?available\s+)?from\s+"
)
_UNRETURNED = re.compile(
    r"\b(?:[Cc]alls|[Ee]-?mails|[Mm]essages|[Rr]equests|[Ii]nquiries|A\s+(?:message|request|call))\s+(?:[\w’'-]+\s+){0,4}?(?:to|with|from)\s+"
    r"(?P<who>[^.;,\n]{2,80}?)\s+(?P<cue>(?:was|were|went|have\s+gone|has\s+gone)\s+(?:not\s+)?(?:immediately\s+)?"
    r"(?:returned|answered|unanswered|unreturned))\b"
)
_NEITHER = re.compile(
    r"\b(?:(?:Neither|None\s+of|Not\s+one\s+of)\s+(?P<who>[^.;,\n]{2,120}?)|(?P<nobody>(?:Nobody|No\s+one|No\s+(?:official"
    r"|spokes\w+|minister))\b[^.;,\n]{0,40}?))\s+"
    r"(?:(?:(?P<would>would|will)|could|did|has|have|had)\s+)?(?:immediately\s+)?(?:(?:say|said)(?!\s+that\b)|comment|commented|confirm|confirmed"
    r"|answer|answered|respond|responded|repl(?:y|ied)|discuss|discussed|disclose|disclosed|mention(?:ed)?|address(?:ed)?|returned\s+(?:a\s+)?(?:calls?|messages?))\b"
)
_NOR = re.compile(r"\s+nor\s+")
_HOW = re.compile(
    r"(?:\s+(?:in\s+public|publicly|further|in\s+detail|at\s+length|on\s+the\s+record|directly|immediately|at\s+this\s+stage"
    r"|so\s+far|yet|any\s+further|afterwards?|himself|herself|themselves)(?=\W|\Z))+"
)
_CLAUSE = re.compile(
    r";\s+|\s[–—-]+\s|[,:]?\s+(?:but|and|though|although|while|whereas|yet)\s+|[”\"»]\s*", re.IGNORECASE
)
_OPENING = re.compile(
    r"(?:but|and|still|however|meanwhile|also|yet|so\s+far|for\s+(?:his|her|its|their|now)(?:\s+part)?|(?:when|if|asked|pressed"
    r"|on|in|at|after|before|by|for|during|despite|through|although|though|while|as|with|contacted|reached|questioned|citing)\b"
    r"[^,]*),?\s+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,]+(?:has|have|had|also|repeatedly|again|then|both|all|later|initially|subsequently|itself|himself|herself|themselves"
    r"|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|who|which|that|\w+ly|and|but|is|are|was|were))+[\s,]*\Z"
)
_BETWEEN = re.compile(
    r"[\s,]*(?:(?:has|have|had|also|repeatedly|again|then|both|later|initially|\w+ly|who|which|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)day|but|and|\([^)]{0,40}\))[\s,]+)*\Z"
)
_FINITE = re.compile(r"\b(?:said|says|told|was|were|is|are|has|had|have|will|would|did|that|because|asked)\b")
_BEGINS = re.compile(r"[A-Z“\"]|(?:the|a|an|he|she|they|it|his|her|its|their|both|one|some|several|two|neither|who)\b")
_ASKING = re.compile(
    r"\s+seeking\s+(?:comments?|a\s+response|information|clarification)\b|\s+(?:to|for)\s+(?:[\w’'-]+\s+){0,5}?(?:requests?|questions?|calls?|e-?mails?|messages?|inquir(?:y|ies)|quer(?:y|ies)|letters?|invitations?)\b"
    r"(?:\s+(?:for|seeking)\s+(?:[\w-]+\s+){0,2}?(?:comments?|response|information|clarification|interviews?|details))?(?:\s+from\s+(?:the\s+)?"
    r"(?:[A-Z][\w’'&.-]*\s?|journalists|reporters)+)?",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\s+[^,.;]{2,40}?\s+(?=(?:whether|when|how|if|what|why|where|who|anything)\b)")
_LEAD = re.compile(r"\s+(?:on|about|over|regarding|concerning|to)\s+", re.IGNORECASE)
_MATTER_END = re.compile(
    r"[;!?:]\s|[;!?:]?\Z|[,\n“”\"]|\s[–—-]+\s|\s(?:but|because|citing|saying|when\s+asked|pending\s(?:the|an?|further|its|his|her)|while|adding|until|since)\b"
    r"|\s+and\s+(?:he|she|it|they|the)\s"
)
_DAY = re.compile(
    r"(?:[\s,]*\b(?:on\s+|late\s+|early\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)"
    r"(?:\s+(?:morning|afternoon|evening|night))?)\Z"
)
_ANONYMOUS = re.compile(r"\s+(?:him|her|them|it)sel(?:f|ves)\b|\s+(?:their|his|her)\s+(?:full\s+|real\s+)?names?\b")
# "Berg, who owns the mine, …": what qualifies the subject hides nothing.
_BESIDES = re.compile(r",\s(?:which|who|whose|whom)\s[^,]{2,120},\s?")
_DEPENDENT = re.compile(r"\b(?:said|says|told|that|which|because|if|whether|unless|goes)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:when\s+)?(?:asked|pressed|questioned)\s+(?:by\s+[^,]{2,40}?\s+)?(?:about\s+)?(?P<matter>[^,;]{3,160}),",
    re.IGNORECASE,
)
_APART = re.compile(rf"(?P<who>{NOUN_PHRASE}),\s[^.;:\"“”]{{3,160}},\s*")  # "Berg, asked about it, …"
_LONGEST_SUBJECT = 18  # words


class _Place(NamedTuple):
    """A phrase of silence, with its subject where the phrase itself holds it."""

    cue: Range
    declined: bool
    subject: Range | None = None


def refusals(text: str, tagging: Tagging, statements: Sequence[Statement]) -> tuple[Refusal, ...]:
    """The refusals that ``text`` reports, in text order, speakers not yet resolved.

    Args:
        tagging: of ``text``; its words tell what is no chrome, its sources who is named.
        statements: those of ``text``.
    """
    covered = _Ranges([*(q[:2] for q in quotations(text)), *((c.start, c.end) for s in statements for c in s.content)])
    words = set(tagging.words.starts)
    sources = [
        (tagging.words.starts[s.low], tagging.words.ends[s.high - 1]) for s in tagging.spans if s.role == "source"
    ]
    found = []
    for place in _places(text):
        if place.cue[0] not in words or covered.hold(place.cue[0]):
            continue
        low, high = sentence_bounds(text, *place.cue)
        if _ANONYMOUS.match(text, place.cue[1], high):  # "declined to identify himself": no matter of the report
            continue
        asked = _ASKED.match(text, low, place.cue[0])
        start = max([asked.end() if asked else low, *(c.end() for c in _CLAUSE.finditer(text, low, place.cue[0]))])
        before = _BESIDES.sub(" ", text[start : place.cue[0]])
        if place.subject is None and _DEPENDENT.search(before):
            continue  # "said he would not comment", "groups that do not disclose": the report tells of something else
        source = place.subject or _subject(text, place.cue[0], low, sources, statements)
        cue_end, matter = _matter(text, place, high)
        if matter is None and asked is not None:
            matter = asked.span("matter")
        found.append(
            Refusal(
                source=Span.of(text, *source) if source else None,
                cue=Span.of(text, place.cue[0], cue_end),
                matter=Span.of(text, *matter) if matter else None,
                kind="declined" if place.declined else "silent",
            )
        )
    return tuple(found)


def _places(text: str) -> list[_Place]:
    places = [_Place(cue, declined) for cue, declined in silences(text)]
    for match in _NOTHING_FROM.finditer(text):
        end = _MATTER_END.search(text, match.end())
        stop = end.start() if end else len(text)
        about = re.compile(r"\s(?:on|about|to|over|regarding|in\s+response)\s").search(text, match.end(), stop)
        who = (match.end(), _without_day(text, match.end(), about.start() if about else stop))
        if who[1] > who[0]:
            places.append(_Place(match.span("cue"), False, who))
    places += [_Place(m.span("cue"), False, m.span("who")) for m in _UNRETURNED.finditer(text)]
    for match in _NEITHER.finditer(text):  # the cue takes "neither" along, so as not to read as its opposite
        low, high = match.span("who" if match["who"] else "nobody")
        nor = _NOR.search(text, low, high)
        each = [(low, nor.start()), (nor.end(), high)] if nor else [(low, high)]
        places += [_Place(match.span(), match["would"] is not None, who) for who in each]
    return sorted(places)


class _Ranges:
    """Whether a place is in any of some ranges."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self._ranges = sorted(ranges)

    def hold(self, at: int) -> bool:
        return any(low <= at < high for low, high in self._ranges if low <= at)


def _subject(text: str, cue: int, low: int, sources: Sequence[Range], statements: Sequence[Statement]) -> Range | None:
    """Who keeps silent: the source that was tagged there, else its clause's subject, else that of the one before."""
    for source in sorted(sources, reverse=True):
        if low <= source[0] and source[1] <= cue and _BETWEEN.match(text[source[1] : cue]):
            return source
    start = low
    for clause in _CLAUSE.finditer(text, low, cue):
        rest = text[clause.end() : cue].strip(" ,")
        if not rest or _BEGINS.match(rest) or _TRAILING.fullmatch(" " + rest):
            start = clause.end()
    own = _noun_phrase(text, start, cue)
    if own is not None:
        return own
    if not text[start:cue].strip(" ,") or _TRAILING.fullmatch(" " + text[start:cue]):
        before = [s for s in statements if s.source and s.cue and low <= s.source.start and s.cue.end <= cue]
        if before:
            last = max(before, key=lambda s: s.cue.end if s.cue else 0).source
            return (last.start, last.end) if last else None
        return _noun_phrase(text, low, _first_verb(text, low, start))
    apart = _APART.fullmatch(text, start, cue)
    return apart.span("who") if apart else None


def _first_verb(text: str, low: int, high: int) -> int:
    verb = _FINITE.search(text, low, high)
    return verb.start() if verb else low


def _noun_phrase(text: str, low: int, high: int) -> Range | None:
    """``low:high`` without what leads up to a subject and what follows it, if that can be a subject."""
    while (opening := _OPENING.match(text, low, high)) is not None and opening.end() > low:
        low = opening.end()
    trailing = _TRAILING.search(text, low, high)
    high = trailing.start() if trailing else high
    while high > low and text[high - 1] in " ,\t\n":
        high -= 1
    while low < high and text[low] in " ,\t\n":
        low += 1
    phrase = text[low:high]
    words = phrase.split()
    if not words or len(words) > _LONGEST_SUBJECT or "\n" in phrase or not _BEGINS.match(phrase):
        return None
    head = phrase.split(", who ")[0] if ", who " in phrase else phrase
    return None if _FINITE.search(head) else (low, high)


def _matter(text: str, place: _Place, high: int) -> tuple[int, Range | None]:
    """Where the cue ends, requests and the like included, and what the silence is about."""
    at = place.cue[1]
    if place.subject is not None and place.subject[0] >= at:
        at = place.subject[1]
    words = text[place.cue[0] : place.cue[1]]
    cue_end = place.cue[1]
    if re.search(r"(?:respond|reply|answer|return)\w*|comment\Z", words, re.IGNORECASE):
        asking = _ASKING.match(text, at, high)
        if asking is not None:
            at = asking.end()
            cue_end = asking.end() if place.subject is None else cue_end
    if re.search(r"\btell\Z", words):
        told = _TOLD.match(text, at, high)
        at = told.end() if told else at
    how = _HOW.match(text, at, high)
    at = how.end() if how else at
    end = _MATTER_END.search(text, at, high)
    stop = _without_day(text, at, end.start() if end else high)
    lead = _LEAD.match(text, at, stop)
    start = lead.end() if lead else at
    while start < stop and text[start].isspace():
        start += 1
    if lead is None and start == at:  # cut within a word
        return cue_end, None
    return cue_end, (start, stop) if stop > start and re.search(r"\w", text[start:stop]) else None


def _without_day(text: str, low: int, high: int) -> int:
    while high > low and text[high - 1].isspace():
        high -= 1
    day = _DAY.search(text, low, high)
    return day.start() if day else high
