"""The same words of somebody in two reports, compared word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import get_args

from onrecord.domain import Actor, Change, Divergence, DivergenceKind
from onrecord.lineage.aligning import Alignment, Edit
from onrecord.lineage.bodies import Body
from onrecord.lineage.kinds import Shared

SEVERITY: dict[DivergenceKind, int] = {kind: place for place, kind in enumerate(get_args(DivergenceKind))}
"""The worst is 0."""

_LEAST_AGREEING = 3  # words
_SHARE_AGREEING = 0.3  # of the shorter sentence
_SHORT_QUOTATION = 2  # words; a single word in quotation marks is in too many places
_SAME_SAYING = 0.75  # of the shorter of two sayings of reports that share nothing else
_LEAST_SAYING = 6  # words that these must have in common,
_LONG_WORDS = 2  # and how many of them must be long: "I am not going to get" is nobody's in particular
_LONG_WORD = 5  # letters
_OTHER_SPEAKER = 0.9  # of the shorter, where another is said to have said it
_SAME_CONTENT = 0.5  # of the shorter of two contents, for their speakers to be compared
_PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "we",
        "us",
        "our",
        "ours",
        "you",
        "your",
        "yours",
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "it",
        "its",
        "they",
        "them",
        "their",
        "theirs",
        "this",
        "that",
        "these",
        "those",
        "who",
        "whom",
        "whose",
        "myself",
        "ourselves",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)
_SHORT_FORMS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "is has", "d": "would had"}
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…|\[\W*\]")

Place = tuple[Body, int, int]
Range = tuple[int, int]


def divergences_in(shared: Shared, swapped: bool) -> Iterator[Divergence]:
    """What became of quotations and statements in what two reports share.

    Compared are the sentences that hold one, each with the sentence that the other report has in its place.

    Args:
        shared: what they share.
        swapped: True when the first of ``shared`` is the source.
    """
    there_of = dict(shared.same)
    here, there = shared.one, shared.other
    if swapped:
        here, there, there_of = there, here, {j: i for i, j in shared.same}
    here_of = {j: i for i, j in there_of.items()}
    for (x1, x2), (y1, y2) in _side_by_side(here, there, there_of, here_of):
        agreeing = sum(y1 <= there_of.get(word, -1) < y2 for word in range(x1, x2))
        if agreeing < max(_LEAST_AGREEING, _SHARE_AGREEING * min(x2 - x1, y2 - y1)):
            continue
        found = compared((here, x1, x2), (there, y1, y2), copied=True)
        if found is not None:
            yield found
    yield from _short_quotations(here, there, set(there_of), swapped=False)
    yield from _short_quotations(there, here, set(here_of), swapped=True)


def _short_quotations(one: Body, other: Body, shared: set[int], swapped: bool) -> Iterator[Divergence]:
    """Quotations too short to be passages whose words the other report has once, as its own.

    Args:
        swapped: True when ``one`` is the report that is told of as the other.
    """
    for start, end in one.quotes:
        words = one.words[start:end]
        if len(words) < _SHORT_QUOTATION or not shared.isdisjoint(range(start, end)):
            continue
        places = other.places_of(words)
        if len(places) != 1 or any(other.quoted[places[0] : places[0] + len(words)]):
            continue
        sides: tuple[Place, Place] = (one, start, end), (other, places[0], places[0] + len(words))
        found = compared(*(sides[::-1] if swapped else sides), copied=True)
        if found is not None:
            yield found


def _side_by_side(
    here: Body, there: Body, there_of: dict[int, int], here_of: dict[int, int]
) -> Iterator[tuple[Range, Range]]:
    """Sentences of note with what stands in their place; sentences that one report makes one of are taken together."""
    notable = set(_sentences_of_note(here))
    for low, high in _sentences_of_note(there):
        notable.update(here.sentence(here_of[word]) for word in range(low, high) if word in here_of)
    pairs: list[tuple[Range, Range]] = []
    for sentence in sorted(notable):
        opposite = Counter(there.sentence(there_of[word]) for word in range(*sentence) if word in there_of)
        places = sorted(place for place, count in opposite.items() if count >= _LEAST_AGREEING)
        pairs.extend((sentence, place) for place in places)
    yield from _merged(sorted(pairs))


def _merged(pairs: list[tuple[Range, Range]]) -> Iterator[tuple[Range, Range]]:
    """Pairs that go on one another on one side and are the same on the other, as one."""
    merged: list[tuple[Range, Range]] = []
    for here, there in pairs:
        if merged:
            before, opposite = merged[-1]
            if (here == before or there == opposite) and _adjoin(before, here) and _adjoin(opposite, there):
                merged[-1] = (
                    (min(before[0], here[0]), max(before[1], here[1])),
                    (min(opposite[0], there[0]), max(opposite[1], there[1])),
                )
                continue
        merged.append((here, there))
    return iter(merged)


def _adjoin(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _sentences_of_note(body: Body) -> list[tuple[int, int]]:
    """The sentences that hold a quotation or what a statement says, in order."""
    found: set[tuple[int, int]] = set()
    for start, end in [*body.quotes, *((start, end) for start, end, _ in body.contents)]:
        word = start
        while word < end:
            sentence = body.sentence(word)
            found.add(sentence)
            word = max(word + 1, sentence[1])
    return sorted(found)


def compared_sayings(here: Place, there: Place) -> tuple[bool, Divergence | None]:
    """Whether two sayings are the same one; and what differs, None when nothing does."""
    alignment = Alignment(_words(here), _words(there))
    shorter = min(here[2] - here[1], there[2] - there[1])
    pairs = alignment.agreements()
    if len(pairs) < max(_LEAST_SAYING, _SAME_SAYING * shorter) or alignment.longest() <= _LEAST_AGREEING:
        return False, None
    body, start, _ = here
    long = sum(body.ends[start + i] - body.starts[start + i] >= _LONG_WORD for i, _ in pairs)
    if long < _LONG_WORDS:
        return False, None
    found = compared(here, there, copied=False, alignment=alignment)
    if found is not None and found.kind == "attributed to someone else" and len(pairs) < _OTHER_SPEAKER * shorter:
        return False, None  # two people, and not quite the same words
    return True, found


def compared(here: Place, there: Place, copied: bool, alignment: Alignment | None = None) -> Divergence | None:
    """What differs between two versions of the same words; None when nothing does."""
    (one, x1, x2), (other, y1, y2) = here, there
    changes: list[Change] = []
    kinds: list[DivergenceKind] = []
    alignment = alignment or Alignment(_words(here), _words(there))
    agreeing = [(x1 + i, y1 + j) for i, j in alignment.agreements()]
    for edit in alignment.edits():
        moved = Edit(x1 + edit.a_start, x1 + edit.a_end, y1 + edit.b_start, y1 + edit.b_end)
        kinds.append(_kind(one, other, moved))
        changes.append(Change(one.text_of(*moved[:2]), other.text_of(*moved[2:])))
    for kind, change in _requoted(one, other, agreeing):
        kinds.append(kind)
        changes.append(change)
    statement, other_statement, who, whose = _speakers(here, there, agreeing)
    if who is not None and whose is not None and not _may_be_one(who, whose):
        kinds.append("attributed to someone else")
        changes.append(Change(who.label, whose.label))
    if not kinds:
        return None
    return Divergence(
        kind=min(kinds, key=SEVERITY.__getitem__),
        report=one.report.id,
        here=one.whole_span(x1, x2),
        other_report=other.report.id,
        there=other.whole_span(y1, y2),
        changes=tuple(changes),
        statement=statement,
        other_statement=other_statement,
        copied=copied,
    )


def _words(place: Place) -> list[int]:
    body, start, end = place
    return body.words[start:end]


def _kind(one: Body, other: Body, edit: Edit) -> DivergenceKind:
    """What an edit is. One at the edge of a quotation, where more is quoted in one report, is no alteration."""
    quoted_here = [one.quoted[i] for i in range(edit.a_start, edit.a_end)]
    quoted_there = [other.quoted[j] for j in range(edit.b_start, edit.b_end)]
    if _is_marked(one, edit.a_start, edit.a_end) or _is_marked(other, edit.b_start, edit.b_end):
        return "marked"
    if quoted_here and quoted_there:
        if not (any(quoted_here) and any(quoted_there)):
            return "reworded"
        both = [*range(edit.a_start, edit.a_end)], [*range(edit.b_start, edit.b_end)]
        printed = [one.text_of(i, i + 1) for i in both[0]] + [other.text_of(j, j + 1) for j in both[1]]
        printed = [word.casefold() for word in printed]
        if all(word in _PRONOUNS for word in printed) or _is_short_form(printed):
            return "marked"
        return "altered"
    return "trimmed" if any(quoted_here) or any(quoted_there) else "reworded"


def _is_short_form(words: list[str]) -> bool:
    """Whether one of two words is the other for short: “we are”, “we're”."""
    if len(words) != 2:
        return False
    return any(full in _SHORT_FORMS.get(short, "").split() for short, full in (words, words[::-1]))


def _is_marked(body: Body, start: int, end: int) -> bool:
    """Whether words are in square brackets, or an ellipsis stands in their place."""
    if start < end and all(body.bracketed[start:end]):
        return True
    if start == end and 0 < start < len(body):
        return _ELLIPSIS.search(body.report.text[body.ends[start - 1] : body.starts[start]]) is not None
    return False


def _requoted(one: Body, other: Body, agreeing: list[Range]) -> Iterator[tuple[DivergenceKind, Change]]:
    """Words that both have and that only one has in quotation marks, run by run."""
    state: list[tuple[int, int, DivergenceKind | None]] = []
    for i, j in agreeing:
        kind: DivergenceKind | None = None
        if one.quoted[i] != other.quoted[j]:
            kind = "into quotation marks" if one.quoted[i] else "out of quotation marks"
        state.append((i, j, kind))
    for kind, run in groupby(state, key=lambda each: each[2]):
        if kind is not None:
            places = list(run)
            (i1, j1, _), (i2, j2, _) = places[0], places[-1]
            yield kind, Change(one.text_of(i1, i2 + 1), other.text_of(j1, j2 + 1))


def _speakers(here: Place, there: Place, agreeing: list[Range]) -> tuple[str, str, Actor | None, Actor | None]:
    """The statements that say the most of what both have, and their speakers."""
    (one, x1, x2), (other, y1, y2) = here, there
    best: tuple[int, int, int] = (0, -1, -1)
    for a, (start, end, mine) in enumerate(one.contents):
        if end <= x1 or start >= x2:
            continue
        told = {j for i, j in agreeing if i in mine}
        for b, (low, high, theirs) in enumerate(other.contents):
            if high <= y1 or low >= y2:
                continue
            both = len(told & theirs)
            if both >= _SAME_CONTENT * min(len(mine), len(theirs)) and both > best[0]:
                best = both, a, b
    if best[0] == 0:
        return "", "", None, None
    first, second = one.report.statements[best[1]], other.report.statements[best[2]]
    identities = one.report.statement_id(first), other.report.statement_id(second)
    return *identities, first.speaker, second.speaker


def _may_be_one(who: Actor, whose: Actor) -> bool:
    """Whether two speakers may be the same: one is unnamed or called by a part of the other's name."""
    if who.id == whose.id or who.within or whose.within:
        return True
    mine = {name.casefold() for name in (who.name, *who.aliases)}
    theirs = {name.casefold() for name in (whose.name, *whose.aliases)}
    return bool(mine & theirs)
