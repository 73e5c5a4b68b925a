"""Statements in plain sight that the tagger passes over.

What others say of a statement, in an apposition to it (", a claim that Oslo rejected as “a fable”", "— something aides
flatly denied"); who says so at the end of a sentence (", GreenAid has found"); and appeals ("appealed to both sides to
let boats in").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.statements.confidence import Evidence
from onrecord.statements.draft import Draft, Range
from onrecord.statements.phrases import FINITE, NOUN_PHRASE
from onrecord.statements.sentences import sentence_bounds
from onrecord.tagging.quotation import Quotation

_PEOPLE = (
    r"(?:sources|aides|officials|allies|friends|diplomats|critics|opponents|supporters|lawyers|ministers|experts|engineers"
    r"|scientists|residents|locals|neighbours|rivals|campaigners|activists|police|prosecutors|relatives|colleagues)"
)
_NAMED = (
    rf"(?:(?i:{NOUN_PHRASE})|(?:\w+\s){{0,2}}?{_PEOPLE}"
    r"(?:\s(?:close\sto|to|in|of|for|at|from)(?:\s[\w’'-]+){1,5}?)?|he|she|they)"
)
_CLAIM = (
    r"(?:claim|allegation|accusation|suggestion|charge|assertion|notion|idea|prediction|argument|criticism|view|comparison"
    r"|move|statement|report|verdict|description|figure|account|version|explanation|accusation|promise|proposal|demand|offer|finding|story)"
)
_HAD = r"(?:(?:has|have|had)\s)?(?:(?:always|long|since|later|also|repeatedly|\w+ly)\s){0,2}"
REJOINDER = re.compile(
    rf"(?:,|\s[–—-]+)\s(?P<what>something|an?\s(?:[\w-]+\s)?{_CLAIM})\s(?:that\s|which\s)?(?P<source>{_NAMED})\s"
    rf"(?P<cue>{_HAD}(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|contest(?:s|ed)?"
    r"|ridicul(?:e|es|ed)|mock(?:s|ed)?|condemn(?:s|ed)?|describ(?:e|es|ed)|denounc(?:e|es|ed)|call(?:s|ed)?|echo(?:es|ed)?))"
    r"(?P<rest>\s(?:as\s)?[^.;\n–—]{2,200}?)?(?=[.;,!?]?[\"”’']?(?:\s|\Z))(?=[.;!?\"”’']*(?:\s+[A-ZÀ-Þ\"“‘]|\s*\Z|\r?\n|\s[–—])|[.;])",
)
LEADS_OVER = re.compile(rf"(?:,|\s[–—-]+)\s(?:something|which|an?\s(?:[\w-]+\s)?{_CLAIM}(?:\s(?:that|which))?)\Z")
_FOUND = re.compile(
    rf",\s(?P<source>{NOUN_PHRASE})\s(?P<cue>(?:has|have)\s(?:found|learn(?:ed|t)|said|revealed|concluded|warned|claimed|shown))"
    r"(?=[.!]?\s*(?:\n|\Z))",
)
_APPEAL = re.compile(
    rf"(?P<source>{NOUN_PHRASE})\s(?P<cue>(?:has\s|had\s|have\s)?(?:also\s|again\s)?(?:appealed|pleaded))\s(?:to|with)\s"
    r"(?:[\w’'-]+\s){1,8}?(?P<content>(?:not\s)?to\s\w[^;:.\n\"“”]*)",
)
_CITING = (
    rf"\b[Aa]ccording\sto\s(?:{NOUN_PHRASE}|[^,;:.\"“”\n]{{2,60}}?),\s(?P<cue>citing|quoting|(?:which|who)\s(?:cited|quoted))\s"
    r"(?P<source>[^,;:.\"“”\n]{3,90})"
)
_CITED = re.compile(rf"{_CITING}(?:,\s(?P<content>[^\n]*)|(?=\.?\s*(?:\n|\Z)|\.\s))")
_RELATIVE = re.compile(r",\s(?:where|which|who|whom|whose|when|as|while|although|but|and|saying|adding)\b")
_VERB = re.compile(rf"\s(?:{FINITE}|\w+ed|\w+s)\s")
_LEAST = 4  # words that somebody has found


def passed_over(text: str, found: Sequence[Draft], quoted: Sequence[Quotation]) -> Iterator[Draft]:
    """Drafts of these, where no draft of ``found`` has their source, cue or (of appeals) content."""
    marks = [place for draft in found for place in (draft.source, draft.cue) if place is not None]
    parts = [part for draft in found for part in draft.content]
    for match in REJOINDER.finditer(text):
        rest = match.span("rest") if match["rest"] else match.span("what")
        if not _touch(match.span("cue"), marks) and not _is_quoted(match.start("cue"), quoted):
            yield _draft(text, match.span("source"), match.span("cue"), rest)
    for match in _FOUND.finditer(text):
        low, _ = sentence_bounds(text, *match.span("source"))
        said = (low, match.start())
        whole = len(text[slice(*said)].split()) >= _LEAST and _VERB.search(text, *said)
        if whole and not _touch(match.span("cue"), [*marks, *parts]) and not _is_quoted(match.start("cue"), quoted):
            yield _draft(text, match.span("source"), match.span("cue"), said)
    for match in _APPEAL.finditer(text):
        low, high = match.span("content")
        end = _RELATIVE.search(text, low, high)
        said = (low, end.start() if end else high)
        free = not _touch(match.span("cue"), [*marks, *parts]) and not _touch(said, parts)
        if free and not _is_quoted(match.start("cue"), quoted):
            yield _draft(text, match.span("source"), match.span("cue"), said)


def give_cited(text: str, found: list[Draft]) -> None:
    """Make "according to the paper, citing an aide, the port is shut" the aide's; the paper passed it on."""
    for match in _CITED.finditer(text):
        own = [d for d in found if d.cue and match.start() <= d.cue[0] < match.end("source")]
        if not own:
            continue
        own[0].source, own[0].cue = match.span("source"), match.span("cue")
        if match["content"]:
            own[0].content = [(match.start("content"), sentence_bounds(text, match.start(), match.end("cue"))[1])]
        for other in own[1:]:
            found.remove(other)


def _draft(text: str, source: Range, cue: Range, said: Range) -> Draft:
    low, high = said
    while text[low].isspace():
        low += 1
    return Draft(source, cue, [(low, high)], Evidence(), layout=True)


def _touch(wanted: Range, places: Sequence[Range]) -> bool:
    return any(low < wanted[1] and wanted[0] < high for low, high in places)


def _is_quoted(at: int, quoted: Sequence[Quotation]) -> bool:
    return any(q.start < at < q.end for q in quoted)
