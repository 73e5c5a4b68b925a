"""Statements that another one only passes on: "Interfax quoted X as saying …", "X said …, Interfax reported".

The words are the inner speaker's, so source, cue and content move inwards and one statement is left. Who passed them on
stays in the sentence, where the chain that a statement came through (``relayed_by``) is read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.reading.agency import agency_named
from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft, Range
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.statements.sentences import sentence_bounds

_SAYING = (
    r"(?:saying|stating|arguing|warning|writing|adding|claiming|insisting|denying|predicting|promising|threatening"
    r"|telling\s[^,.\n]{2,60}?)"
)
# Behind a quotation the frame ends the sentence: "“…,” Interfax quoted X as saying."
_OPENS = r"(?:(?:\s+that\b|,|:)?\s+|(?=\s*[.;]|,?\s+by\s|\s*\Z))"
_OUTER = re.compile(r"\b(?:quot|cit)(?:ed|es|ing|e)\b", re.IGNORECASE)
_INNER = re.compile(
    rf"\s+(?!(?:by|as|in|on|at)\b)(?P<speaker>[^;:!?\"“”\n]{{2,160}}?),?\s+as\s+(?P<cue>{_SAYING}){_OPENS}",
)
_QUOTED = re.compile(
    r"(?:\A|(?<=[\s\"“]))(?P<speaker>[^\s,;:.!?\"“”][^,;:!?\"“”\n]{1,100}?)\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+"
    rf"(?:\w+ly\s+|also\s+)?(?:quoted|cited)\s(?:[^.;:!?\"“”\n]{{2,120}}?\s)?as\s+(?P<cue>{_SAYING}){_OPENS}",
)
_CONJUNCTION = re.compile(r"(?:and|but|while|although|though|as|when|that|because)\s+", re.IGNORECASE)
_CLOSED = re.compile(r"[\"”»,]\s*\Z")


class Inner(NamedTuple):
    """The inner statement of a quoting one; ``frame`` is what of it belongs to nobody's content."""

    source: Range
    cue: Range
    content_from: int
    frame: Range


def quoted_as_saying(text: str, cue: Range) -> Inner | None:
    """The inner speaker and cue around an outer ``cue`` such as "quoted", or None.

    Either "the agency [quoted] the envoy as saying …" or "the envoy was quoted by the agency as [saying] …".
    """
    if _OUTER.search(text, *cue) and (match := _INNER.match(text, cue[1], cue[1] + 260)):
        return Inner(match.span("speaker"), match.span("cue"), match.end(), (cue[0], match.end()))
    low = max(text.rfind("\n", 0, cue[0]) + 1, cue[0] - 300)
    for passive in _QUOTED.finditer(text, low, cue[1] + 160):
        verbs = (passive.end("speaker"), passive.end("cue"))
        if verbs[0] < cue[1] and cue[0] < verbs[1]:
            start, end = passive.span("speaker")
            if conjunction := _CONJUNCTION.match(text, start, end):
                start = conjunction.end()
            return Inner((start, end), passive.span("cue"), passive.end(), (start, passive.end()))
    return None


def move_inwards(text: str, found: list[Draft]) -> list[Draft]:
    """Give what somebody is quoted as saying to the inner speaker, whichever of the two verbs was tagged."""
    kept = {draft.cue: draft for draft in found}
    for outer in found:
        inner = quoted_as_saying(text, outer.cue) if outer.cue else None
        if inner is None:
            continue
        said = _without_frame(text, outer, inner)
        own = next((d for d in found if d.cue and inner.cue[0] <= d.cue[0] < inner.cue[1]), None)
        if own is not None:
            own.source, own.content = inner.source, sorted({*_without_frame(text, own, inner), *said})
            if own is not outer:
                kept.pop(outer.cue, None)
        elif said:
            outer.source, outer.cue, outer.content = inner.source, inner.cue, said
    return [draft for draft in kept.values() if draft.content]


def _without_frame(text: str, draft: Draft, inner: Inner) -> list[Range]:
    """What a draft holds behind the inner verb or, where the frame follows a quotation, before it."""
    low, high = inner.frame
    if draft.source is not None and draft.source[1] <= inner.frame[0]:
        low = draft.source[0]
    behind = [(max(a, inner.content_from), b) for a, b in draft.content if b > inner.content_from]
    before = []
    for start, end in draft.content:
        stop = min(end, low)
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start and _CLOSED.search(text, start, min(low, stop + 2)):
            before.append((start, stop))
    return sorted({*before, *(part for part in behind if part[0] >= high or part[1] > high)})


_PRESS = re.compile(
    r"\b(?:agency|agencies|newspaper|paper|daily|weekly|magazine|tabloid|broadcaster|channel|television|tv|radio|outlet"
    r"|website|news|times|post|journal|tribune|herald|gazette|press|media|network|correspondent)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:Mail|Echo|Star|Sun|Guardian|Observer|Courier|Chronicle|Telegraph|Mirror|Express|Standard|Independent|Record|Globe"
    r"|Monitor|Wire|Dispatch|Argus|Examiner|Mercury|Bulletin|Inquirer|Sentinel|Advertiser)\Z"
)
_NO_PRESS = re.compile(
    r"\b(?:press (?:secretary|office|officer|service)|secretary|ministry|minister|department|office|bank|commission"
    r"|council|committee|police|army|navy|service|authority|institute|university|nations|union|court|spokes\w+)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[a-z]+[-\w]*)\s+)*[A-ZÀ-Þ][\w.&’'-]*(?:\s+[A-ZÀ-Þ&][\w.&’'-]*){0,3}"
)
_REPORTS = re.compile(r"(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?report(?:s|ed|ing)\b", re.IGNORECASE)
_TELLS = re.compile(r"(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?(?:said|says|according\s+to|cited|quoted)\b", re.IGNORECASE)

_HAD = r"(?:(?:had|has|have)\s)?(?:(?:also|already|repeatedly|publicly|later|earlier|\w+ly)\s)*"
_ADJUNCT = (
    r"(?:\s(?:on|in|at|during|after|before|late|early|last|this|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"[^,.;:!?\"“”\n]{0,80}?)?"
)
_HEARER = r"[^,.;:!?\"“”\n]{2,60}?"
_SAID = (
    r"said|says|say|warned|warns|promised|pledged|vowed|claimed|claims|argued|argues|insisted|insists|admitted|stated"
    r"|acknowledged|denied|denies|confirmed|announced|declared|complained|predicted|conceded|suggested|added|wrote"
)
_DID = (
    r"accus(?:ed|es)|blam(?:ed|es)|condemn(?:ed|s)|denounc(?:ed|es)|criticiz(?:ed|es)|criticis(?:ed|es)|reject(?:ed|s)"
    r"|dismiss(?:ed|es)|call(?:ed|s)(?!\son\b|\sup\b)|describ(?:ed|es)|prais(?:ed|es)|threaten(?:ed|s)|urg(?:ed|es)|warn(?:ed|s)\s(?:of|against)"
    r"|call(?:ed|s)\son|den(?:ied|ies)|demand(?:ed|s)|ruled\sout|express(?:ed|es)"
)
_SOURCE = (
    rf"(?P<source>{NOUN_PHRASE}|he|she|they|it|(?:senior\s|local\s|government\s|state\s)?(?:police|officials|prosecutors"
    r"|witnesses|residents|sources|authorities|doctors|activists|diplomats))"
)
_TOLD = tuple(
    re.compile(rf"(?:that,?\s)?{_SOURCE}{_ADJUNCT},?\s(?P<cue>{_HAD}{verb}", re.IGNORECASE | re.DOTALL)
    for verb in (
        rf"(?:told|assured|informed|warned|reminded))\s{_HEARER}\s(?P<content>that\s.*|[\"“].*)",
        rf"(?:told|assured|informed|warned|reminded)\s{_HEARER})(?P<content>(?<=[^,.;:!?]):?\s[\"“].*)",
        rf"(?:{_SAID})){_ADJUNCT}\s(?P<content>that\s.*)",
        rf"(?:{_SAID}|{_DID}))\s(?P<content>\S.*)",
    )
)
_LEAST = 3  # words


def without_carriers(text: str, found: list[Draft]) -> list[Draft]:
    """Make "X said …, the agency reported" a statement of X, and likewise "the agency reported that X said …"."""
    kept = []
    for draft in found:
        if not _carries(text, draft):
            kept.append(draft)
            continue
        low, high = draft.content[0][0], draft.content[-1][1]
        inner = _told(text, low, high) if not sentence_bounds(text, low, high)[1] < high else None
        cues = [other.cue for other in found if other is not draft and other.cue is not None]
        if inner is None:
            kept.append(draft)
        elif not any(low <= cue[0] and cue[1] <= high for cue in cues):
            inner.evidence, inner.inner = draft.evidence, True
            kept.append(inner)
    return kept


def _carries(text: str, draft: Draft) -> bool:
    """Whether the source is an agency or outlet that reports what its content tells."""
    if draft.source is None or draft.cue is None or not draft.content:
        return False
    source = text[slice(*draft.source)].strip(" ,")
    named = agency_named(source.removeprefix("the ").removeprefix("The ")) is not None
    press = named or ((_PRESS.search(source) or _PAPER.search(source)) is not None and _NO_PRESS.search(source) is None)
    if _REPORTS.match(text, *draft.cue):
        return press or (_OUTLET.fullmatch(source) is not None and _NO_PRESS.search(source) is None)
    return press and _TELLS.match(text, *draft.cue) is not None


def _told(text: str, low: int, high: int) -> Draft | None:
    match = next((m for m in (form.match(text, low, high) for form in _TOLD) if m), None)
    if match is None:
        return None
    start, end = match.span("content")
    while start < end and text[start] in ": \n":
        start += 1
    if len(text[start:end].split()) < _LEAST:
        return None
    return Draft(match.span("source"), match.span("cue"), [(start, end)], Evidence())
