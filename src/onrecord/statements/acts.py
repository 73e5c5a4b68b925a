"""Rows that are no statements: acts that words bring about, people who are only cited, bare pronouns.

The tagger takes acts for speech: "parliament declared independence".

Signing a paper, passing a law or recognising a state is something done. Who does it says nothing that could be quoted
back: behind the verb stands the thing done, a bare noun phrase. With a clause, a quotation or "as" behind it, the same
verb reports words ("declared that the vote was void", "approved what it called “a fresh start”").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.statements.draft import Draft, Range
from onrecord.statements.phrases import NOUN_PHRASE
from onrecord.statements.sentences import sentence_bounds, sentence_ends

# Verbs of offices and assemblies, whose objects are what they bring about or do away with. On PolNeAR train fewer than
# one in three of their forms is a cue; "declare" is one more often, but not with a bare noun behind it.
_ACT = re.compile(
    r"(?<!\bto )(?:\A|(?<=\s))(?:"
    r"sign|initial(?:l)?|approv|adopt|ratif|enact|pass|repeal|revok|annul|establish|creat|abolish|dissolv|suspend"
    r"|impos|lift|eas|tighten|extend|grant|award|appoint|elect|nominat|swear|inaugurat|install|hir|fir|oust"
    r"|declar|proclaim|recogni[sz]|annex|vot|submit(?:t)?|tabl|fil|lodg|launch|unveil|roll|revis|amend|draft|negotiat"
    r"|hold|held|read|open|clos|schedul|conven|host|attend|sanction|deport|extradit|detain|arrest|deploy|withdr[ae]w|pull"
    r"|send|sent|hand(?:ed)?|deliver|giv|gav|receiv|accept|undertak|undertook|meet|met|visit|releas|publish|issu"
    r")(?:e|es|s|ed|ied|ies|y|ing|n|en)?(?:\s+(?:out|up|in|off|over|down|for|against|on))?\Z"
)
_AUXILIARY = re.compile(
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|having|will|would|also|already|recently|formally|officially"
    r"|unanimously|just|then|first|later|finally|to)\s+)*",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[\"“”„«»']|\b(?:that|whether|how|why|what|as|if)\b"
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|did|does|do|not|n['’]t)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(r"offer(?:s|ed|ing)?")
_LONGEST = 12  # words: a longer object tells something
_LONGEST_OFFER = 4  # an offer says more than an act: "offered broad autonomy" names it, no more


def is_act(text: str, cue: Range, content: list[Range]) -> bool:
    """Whether ``cue`` names an act and ``content`` no more than its object."""
    verb = _AUXILIARY.match(text, *cue)
    start = verb.end() if verb else cue[0]
    head = text[start : cue[1]].lower()
    longest = _LONGEST if _ACT.search(head) else _LONGEST_OFFER if _OFFER.fullmatch(head) else 0
    words = " ".join(text[slice(*part)] for part in content)
    return len(words.split()) <= longest and not words.startswith("to ") and not _SAID.search(words)


_EMPTY = re.compile(r"(?:it|him|her|them|us|me)\b\W*", re.IGNORECASE)
_TERMS = re.compile(
    r"[,\s]*\b(?:on|under)\s+(?:the\s+)?condition\s+(?:of\s+anonymity|(?:that\s+)?[^,.;\"“”]*?\b(?:named|identified))\W*\Z",
    re.IGNORECASE,
)
_CITING = re.compile(r"(?:citing|quoting)\Z", re.IGNORECASE)


def is_empty(text: str, content: list[Range]) -> bool:
    """Whether the content is a pronoun and no more: "they approved it"."""
    return len(content) == 1 and _EMPTY.fullmatch(text, *content[0]) is not None


# What is to happen is in nobody's mouth. (On PolNeAR train 0 of 7 "is due to address" and the like are cues.)
_TO_COME = re.compile(
    r"(?:is|are|was|were)\s+(?:also\s+|now\s+|still\s+)?(?:(?:due|set|scheduled|slated|about|supposed)\s+)?to\s+\w+"
    r"|(?:(?:is|are|was|were|been)\s+)?(?:widely\s+)?(?:tipped|poised|slated)\b",
    re.IGNORECASE,
)
_BEFORE_COME = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+|now\s+|still\s+)?(?:due|set|scheduled|slated|about|supposed)\s+(?:to\s+)?\Z",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"(?:when\s+|once\s+|after\s+being\s+)?(?:informed|told|apprised|notified|reminded|learning|hearing)\s+(?:of|about)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:when\s+)?(?:asked|questioned|pressed)\b(?!\s+[\"“])", re.IGNORECASE)
# "Asked by the paper if she would resign, she laughed": a question, and the paper's own.
_ASKED_BY = re.compile(r"(?:When\s+asked|Asked)(?:\s+by)?\Z")
_BY_BEFORE = re.compile(r"\s*(?:by\s+)?\Z")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?\Z")
_ASIDE = re.compile(r",\s+(?:when\s+)?\Z")
_WAS_ASKED = re.compile(
    r"(?:(?:is|are|was|were|been|being)\s+)(?:\w+ly\s+)?(?:asked|pressed|questioned|quizzed)\b(?!.*\bby\b)",
    re.IGNORECASE | re.DOTALL,
)
_NAMELESS = re.compile(
    r"(?:not\s+)?to\s+(?:be\s+(?:named|identified|quoted)|(?:remain|stay)\s+anonymous)\b|anonymity\b", re.IGNORECASE
)
_TERRITORIES = re.compile(
    r"\b(?:frontiers?|borders?|boundar(?:y|ies)|islands?|islets?|reefs?|territor(?:y|ies)|waters|land|ownership|sovereignty"
    r"|possession|control|region|province|valley|area|sea|strip|enclave|demarcation|title)\b(?!\sclaims?\b)",
    re.IGNORECASE,
)
# Acts that words accompany; the words, if any, are a statement of their own.
_DONE = re.compile(
    r"(?:(?:has|have|had|is|are|was|were)\s+)?(?:\w+ly\s+)?(?:resign|quit|stepp(?:ed|ing)\s+down|walk(?:ed|ing)\s+out|march)(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
_WHAT = re.compile(
    rf"\bwhat\s(?P<source>he|she|they|it|{NOUN_PHRASE})\s(?P<cue>(?:(?:has|had|have)\s)?(?:called|calls|described\sas|describes\sas"
    r"|termed|dubbed|labell?ed|branded|denounced\sas))\s(?P<content>[^,;]*[\"“”][^,;]*)",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+by\b")
_ISSUED = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:\w+\s+)?(?:issu|releas|publish|post|sent|send|wrot|circulat|put\s+out)(?:e|ed|es|s)?\Z",
    re.IGNORECASE,
)
_IN_WHICH = re.compile(
    r"(?:an?|the|another)\s(?:[\w-]+\s){0,3}?(?:statement|letter|post|tweet|message|e-?mail|note|memo|communiqué)\s"
    r"(?:[^,.;\"“”]{1,60}?\s)?(?:in\swhich\s(?:he|she|it|they)\s(?P<cue>said|says|wrote|warned|insisted|denied|claimed|argued)"
    r"|(?P<cue2>saying|stating|warning|insisting|denying|claiming))\s(?P<content>\S.*)",
    re.DOTALL,
)
_CALLED = re.compile(
    r"(?:(?:has|have|had)\s+)?(?P<verb>call|hear)(?:s|ed|ing|d)?(?:\s+for)?\Z|(?:is|are|was|were)\s+hearing\Z",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"(?:an?|the|another|snap|early|emergency)\s+(?:[\w’'-]+\s+){0,3}?(?:meetings?|elections?|vote|strike|summit|session|referendum"
    r"|conference|suit|lawsuit|case|appeal|petition|application|evidence|arguments|challenge|complaint|testimony)\b",
    re.IGNORECASE,
)
_CONTESTS = re.compile(r"(?:(?:has|have|had)\s+)?(?:long\s+)?(?:disput|contest)(?:es|e|ed|ing)\Z", re.IGNORECASE)
# What nobody is meant by: "nobody doubts that …" is the reporter's own.
_NOBODY = re.compile(r"(?:nobody|no\s(?:one|body)|everyone|everybody|few)", re.IGNORECASE)
_COMMON = re.compile(r"(?:doubt|deni|deny|disput|know|knew|agree)(?:s|es|d|ed)?\b", re.IGNORECASE)
_QUARREL = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:long\s+)?(?:argu\w+\s(?:for\s[\w\s]{1,20}?\s)?(?:over|about)\b|quarrel|feud|squabbl|bicker|spar|clash|f[ae]ll(?:en)?\sout)\w*",
    re.IGNORECASE,
)
_VIEW = re.compile(r"an?\s(?:\w+\s){1,2}(?:view|line|stance|tone|position|approach)", re.IGNORECASE)
# "PLANS to widen the road have split the town": a noun that opens the sentence and looks like a verb.
_NOUN_OR_VERB = re.compile(
    r"(?:plan|claim|fear|hope|demand|call|doubt|threat|warning|protest|request|report|promise|pledge|vow)s\b", re.I
)
# "The bishop did not, as some had hoped, resign": what was hoped is not in these words.
_NOT_AS = re.compile(r"(?:\bnot|n['’]t|\bnever),\s(?:as|unlike\swhat)\s\Z")
_NOBODY_EXPECTS = re.compile(r"(?:is|are|was|were)\s+(?:\w+ly\s+)?expected\b", re.IGNORECASE)


def name_reasons(text: str, found: Sequence[Draft]) -> None:
    """Make "resigned over what she called “a farce”" a statement of what she called it; who resigned is no speaker.

    So "issued a statement in which she said it was over" is one of what she said.
    """
    for draft in found:
        if draft.cue is None or not draft.content:
            continue
        if _ISSUED.match(text, *draft.cue):
            said = _IN_WHICH.match(text, draft.content[0][0], draft.content[-1][1])
            if said is not None:
                draft.cue, draft.content = said.span("cue" if said["cue"] else "cue2"), [said.span("content")]
        if not _DONE.match(text, *draft.cue):
            continue
        what = _WHAT.search(text, draft.content[0][0], draft.content[-1][1])
        if what is not None:
            draft.source, draft.cue, draft.content = what.span("source"), what.span("cue"), [what.span("content")]


def is_unsaid(text: str, source: Range | None, cue: Range, content: list[Range]) -> bool:
    """Whether a row tells of what nobody says: what is due, what somebody was told of, a quarrel over land."""
    words = text[slice(*cue)]
    if _TO_COME.match(words) and not _NOBODY_EXPECTS.match(words):
        return True
    if _ASKED.match(words) and _ASIDE.search(text, max(0, cue[0] - 4), cue[0]):
        return True
    if _WAS_ASKED.match(words) and not _BY.match(text, cue[1]):
        return True
    if content and _NAMELESS.match(text, content[0][0]):
        return True
    if _BEFORE_COME.search(text, max(0, cue[0] - 40), cue[0]):
        return True
    if (
        source is not None
        and source[0] >= cue[1]
        and _ASKED_BY.match(text, *cue)
        and _BY_BEFORE.match(text, cue[1], source[0])
    ):
        return True
    if _RECEIVED.match(words) and not _PASSIVE.search(text, max(0, cue[0] - 30), cue[0]):
        return True
    if source is None and _NOBODY_EXPECTS.match(words):
        return True
    said = " ".join(text[slice(*part)] for part in content)
    if source is not None and _NOBODY.fullmatch(text, *source) and _COMMON.match(words):
        return True
    shared = source is not None and source[0] > cue[1]
    if (shared or (source is None and words.isupper())) and content and _opens_sentence(text, cue, content[0]):
        return True
    if source is not None and _NOT_AS.search(text, max(0, source[0] - 12), source[0]):
        return True
    if (_QUARREL.match(words) and not _SAID.search(said)) or _VIEW.fullmatch(said):
        return True
    if _DONE.match(words) or (
        _CALLED.match(words) and " for" not in words and _OCCASION.match(said) and not _SAID.search(said)
    ):
        return True
    return _CONTESTS.match(words) is not None and _TERRITORIES.search(said) is not None and not _SAID.search(said)


def _opens_sentence(text: str, cue: Range, first: Range) -> bool:
    """Whether the cue is a noun that opens its sentence with its object behind it, not a verb before its subject."""
    noun = _NOUN_OR_VERB.match(text, *cue) is not None and 0 <= first[0] - cue[1] <= 1
    return noun and sentence_bounds(text, *cue)[0] == cue[0]


def without_terms(text: str, content: list[Range]) -> list[Range]:
    """``content`` without the terms that a source set: "… on condition that they not be named"."""
    if not content or (terms := _TERMS.search(text, *content[-1])) is None:
        return content
    start, _ = content[-1]
    return content[:-1] + ([(start, terms.start())] if terms.start() > start else [])


def without_citations(text: str, found: Sequence[Draft]) -> list[Draft]:
    """``found`` without those in which somebody is cited by a statement beside them.

    "The agency, citing an official, reported that …" is one statement: the official is no words of the agency's.
    """
    kept = []
    for draft in found:
        cited = draft.cue is not None and draft.source is not None and _CITING.fullmatch(text, *draft.cue)
        if not (
            cited and not _SAID.search(text, draft.content[0][0], draft.content[-1][1]) and _beside(text, draft, found)
        ):
            kept.append(draft)
    return kept


def _beside(text: str, draft: Draft, found: Sequence[Draft]) -> bool:
    for other in found:
        if other is not draft and other.cue is not None and draft.cue is not None and other.source == draft.source:
            (_, low), (high, _) = sorted((draft.cue, other.cue))
            if not sentence_ends(text, low, high):
                return True
    return False
