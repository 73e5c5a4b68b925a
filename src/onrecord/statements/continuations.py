"""Contents made whole: what typography and grammar show to be more words of a statement that was found.

Quotations that go on for paragraphs, contents torn by a comma or by "but", two verbs that share what was said, and
sentences that their own cue cuts in two ("The dam, she said, would leak").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from onrecord.statements.draft import Draft, Owners, Range
from onrecord.statements.phrases import FINITE, NOUN_PHRASE
from onrecord.statements.sentences import sentence_bounds
from onrecord.tagging.quotation import Quotation

_PAST = re.compile(r"(?:said|told|wrote|\b\w+ed)\Z")
_PRESENT = re.compile(r"(?!says\b)\w+s")

_TOLD = re.compile(r"\b(?:told|assured|informed|warned|reminded|promised|asked|urged|wrote|said)\s*\Z")
_HEARER = re.compile(r"\s*(?:[\w’'.&-]+\s){1,8}?(?:[\w’'.&-]+[:,]?\s)")
_EMPTY = re.compile(r"[^\w\r\n.!?:;\"“”]*")
_TURN = re.compile(r",?\s(?:but|and|or|yet)\s(?:[\w’'-]+\s){1,6}", re.IGNORECASE)

_OPENS_WITH_VERB = re.compile(rf"(?:{FINITE})\b")
_HAS_VERB = re.compile(rf"\b(?:{FINITE})\b", re.IGNORECASE)
_HAS_PREDICATE = re.compile(rf"\s(?:{FINITE}|\w+ed)\b")
# What a main clause in front of the cue is followed by, and never the whole of what was said.
_BESIDES = re.compile(r"(?:with|amid|despite|leaving|making|bringing|including|mostly|mainly|not)\b")
_DATELINE = re.compile(r"[A-ZÀ-Þ][^–—\r\n]{1,60}?\s(?:[–—]|--?)\s")
_COMMA_BEFORE = re.compile(r",\s+\Z")
_COMMA_BEHIND = re.compile(r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,\s+")
_MORE = re.compile(
    r",?\s(?:but|and|or)\s(?:could|would|might|should|can|may|must|will|shall)(?:\snot|n['’]t)?\s", re.IGNORECASE
)
_FRONTED = re.compile(r"\b(?:whose\s[^,;:.\"“”]{2,80}|which|whom)\s+\Z", re.IGNORECASE)
_NAMING = re.compile(r"(?:has\s|have\s|had\s)?(?:call|describ|denounc|condemn|dismiss|label|brand|dubb|prais|cit)\w*\Z")
# What stands in front of a comma without being the subject of the clause behind it.
_ADVERBIAL = re.compile(
    r"(?:as|when|while|after|before|since|if|because|although|though|asked|like|unlike|in|on|at|by|for|from|with"
    r"|but|and|so|yet|still|however|now|then|\w+ing)\b",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(NOUN_PHRASE)
_MARKS = re.compile(r"[\"“”„«»]")
_LONGEST_SUBJECT = 120  # code points


def join(text: str, draft: Draft, taken: Sequence[Range] = ()) -> None:
    """Make one of the parts of a content that are parted by a mark, by the verb of a second half, or by a few words.

    "that, “we will leave”", "they had doubts, but could not bear to offend her" and "the mayor told [them on Monday]
    that it was over" are one thing said each. The words between must be nobody's: ``taken`` are sources and cues.
    """
    own = [place for place in (draft.source, draft.cue) if place is not None]
    joined: list[Range] = []
    for start, end in sorted(set(draft.content)):
        gap = (joined[-1][1], start) if joined else (0, 0)
        if joined and (
            _is_one(text, *gap, own)
            or (_TOLD.search(text, *joined[-1]) and _is_hearer(text, gap) and not _touches(gap, [*own, *taken]))
        ):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    draft.content = joined


def _is_hearer(text: str, gap: Range) -> bool:
    return _HEARER.fullmatch(text, *gap) is not None


def _touches(wanted: Range, places: Sequence[Range]) -> bool:
    return any(wanted[0] < end and start < wanted[1] for start, end in places)


def _is_one(text: str, low: int, high: int, own: Sequence[Range]) -> bool:
    if high <= low:
        return True
    if any(low < end and start < high for start, end in own):
        return False
    return bool(_EMPTY.fullmatch(text, low, high) or _TURN.fullmatch(text, low, high))


def reunite(text: str, found: list[Draft]) -> list[Draft]:
    """Put back what "claimed that it breaks the law and threatens the region" says into one content.

    A verb in the present behind a cue in the past, joined by "and" and without a source of its own, is told by the
    speaker and not done by them.
    """
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda d: d.cue or (0, 0)):
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.cue is not None
            and draft.cue is not None
            and draft.source in (None, before.source)
            and before.content
            and text[before.content[-1][1] : draft.cue[0]].strip() == "and"
            and _PAST.search(text, *before.cue)
            and _PRESENT.fullmatch(text, *draft.cue)
            and draft.content[0][0] >= draft.cue[1]
        ):
            before.content[-1] = (before.content[-1][0], draft.content[-1][1])
        else:
            kept.append(draft)
    return kept


def complete_around_cues(text: str, found: list[Draft]) -> list[Draft]:
    """Give statements the half of their sentence that was left off: "The dam, she said, would leak".

    Returns ``found`` without those that the other half was taken for: "The dam, [she] said, [expected] …".
    """
    owners = Owners(found)
    halves: list[tuple[Draft, Range]] = []
    for draft in found:
        if draft.source is None or draft.cue is None:
            continue
        low, high = min(draft.source[0], draft.cue[0]), max(draft.source[1], draft.cue[1])
        before, behind = _COMMA_BEFORE.search(text, max(0, low - 4), low), _COMMA_BEHIND.match(text, high)
        if before is None or behind is None:
            continue
        start, end = sentence_bounds(text, low, high)
        if dateline := _DATELINE.match(text, start, low):
            start = dateline.end()
        left = [part for part in draft.content if part[1] <= low]
        right = [part for part in draft.content if part[0] >= high]
        if right and not left and right[0][0] == behind.end() and _OPENS_WITH_VERB.match(text, right[0][0]):
            half = (start, before.start())
            if _is_subject(text, half):
                _take(owners, draft, half)
        elif right and not left and right[0][0] == behind.end() and _BESIDES.match(text, right[0][0]):
            half = (start, before.start())
            if _HAS_PREDICATE.search(text, *half) and not _ADVERBIAL.match(text, *half):
                _take(owners, draft, half)
        elif left and not right and left[-1][1] == before.start() and left[-1][0] == start:
            half = (behind.end(), end)
            if _OPENS_WITH_VERB.match(text, half[0]) and not _HAS_VERB.search(text, *left[-1]):
                _take(owners, draft, half)
            elif _is_bare_subject(text, left[-1]) and not _ADVERBIAL.match(text, *half):
                halves.append((draft, half))
    return _with_halves(found, halves)


def _with_halves(found: list[Draft], halves: Sequence[tuple[Draft, Range]]) -> list[Draft]:
    """A lone subject before the cue makes whatever stands behind it its predicate, other drafts of it included."""
    kept = found
    for draft, half in halves:
        inside = [d for d in kept if d is not draft and d.cue and half[0] <= d.cue[0] < half[1]]
        if all(d.source in (None, draft.source) for d in inside):
            kept = [d for d in kept if d not in inside]
            draft.content = [*(part for part in draft.content if part[1] <= half[0]), half]
    return kept


def _is_bare_subject(text: str, half: Range) -> bool:
    """Whether a half is a noun phrase and no more, so that a predicate must follow."""
    return _NOUN_PHRASE.fullmatch(text, *half) is not None and _is_subject(text, half)


def extend(text: str, found: list[Draft]) -> None:
    """Give an indirect content the second verb that its subject has: "they were tired, but would not leave"."""
    owners = Owners(found)
    taken = [place for draft in found for place in (draft.source, draft.cue) if place is not None]
    for draft in found:
        if draft.cue is None or not draft.content or draft.content[-1][0] < draft.cue[1]:
            continue
        start, end = draft.content[-1]
        if not _MORE.match(text, end):
            continue
        half = (end, sentence_bounds(text, start, end + 1)[1])
        free = not any(half[0] < high and low < half[1] for low, high in taken) and not any(owners.of(half))
        if free and not _MARKS.search(text, *half):
            draft.content[-1] = (start, half[1])


def add_fronted(text: str, found: list[Draft]) -> None:
    """Add what stands before the source in "the campaign, whose tone he called “vile”"."""
    owners = Owners(found)
    for draft in found:
        if draft.source is None or draft.cue is None or not draft.content or draft.content[0][0] < draft.cue[1]:
            continue
        fronted = _FRONTED.search(text, max(0, draft.source[0] - 100), draft.source[0])
        if fronted and _NAMING.match(text, *draft.cue):
            _take(owners, draft, (fronted.start(), fronted.start() + len(fronted.group().rstrip())))


def _is_subject(text: str, half: Range) -> bool:
    short = half[1] - half[0] <= _LONGEST_SUBJECT
    return short and "," not in text[slice(*half)] and not _ADVERBIAL.match(text, *half)


def _take(owners: Owners, draft: Draft, half: Range) -> None:
    others = [owner for owner in owners.of(half) if owner is not draft]
    if half[0] < half[1] and not others:
        draft.content = sorted([*draft.content, half])


def continue_quotations(quoted: Sequence[Quotation], found: list[Draft]) -> None:
    """A quotation of several paragraphs opens each with a mark and closes only the last: all of it is one content.

    The statement may own its first paragraph ("She said: “One.") or a later one ("“Three,” she said.").
    """
    owners = Owners(found)
    for chain in _chains(quoted):
        # The words said must reach the paragraph's end: "“One, she said." has lost its closing mark, no more.
        held = [next(owners.of((q.end - 1, q.end) if not q.closed else q[:2]), None) for q in chain]
        free = [h is None and not any(owners.of(q[:2])) for q, h in zip(chain, held, strict=True)]
        for step in (range(1, len(chain)), range(len(chain) - 2, -1, -1)):
            for i in step:
                neighbour = held[i - 1] if step.step > 0 else held[i + 1]
                if free[i] and neighbour is not None:
                    neighbour.content.append(chain[i][:2])
                    held[i], free[i] = neighbour, False


def _chains(quoted: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """Runs of quotations left open at their paragraph's end, with the one that each runs into."""
    chain: list[Quotation] = []
    for before, after in itertools.pairwise(quoted):
        if before.closed or after.start - before.end > 4:
            if len(chain) > 1:
                yield chain
            chain = []
        else:
            chain = [*(chain or [before]), after]
    if len(chain) > 1:
        yield chain
