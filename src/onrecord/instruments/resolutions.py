"""Resolutions: by body and number, by number alone, or described ("a Security Council resolution on the river")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.domain import Instrument
from onrecord.instruments.bodies import Named, body_after, body_before
from onrecord.instruments.found import Found
from onrecord.instruments.words import Word, word_set

COUNCIL = "UN Security Council"
_UN = "United Nations"
_HEADS = frozenset({"resolution", "resolutions", "unscr", "unscrs"})
_NUMBER = re.compile(
    r"(?:\s*\(?(?:No|no|Nos|number|numbers)\.?\s*|\s+|\s*(?:,|,?\s*and|,?\s*or|&)\s+)"
    r"(?P<number>(?:ES-)?\d{1,4}(?:/\d{1,3})?)\b(?!\s*%|[.,]\d)(?:\s?\((?P<year>(?:19|20)\d\d)\))?(?P<roman>\s?\([IVXL]+\))?"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_PLANNED = frozenset({"draft", "new", "proposed", "another", "further", "fresh", "binding", "future", "possible"})
_STANDING = word_set("the existing standing earlier previous current relevant all its that")
_TOPIC = frozenset({"on", "about", "concerning", "regarding"})
_MAY_FOLLOW = word_set(
    "is was has had does did remains remain and or which as to but on calls says should must will would"
)
_MAY_PRECEDE = word_set("under with by of violates violated that recalled cited citing and or breach invoked in")


def resolutions(text: str, words: Sequence[Word], report: str) -> Iterator[Found]:
    """The resolutions of a report; ``report`` is its id."""
    council = _speaks_of_council(words)
    for at, word in enumerate(words):
        if word.form not in _HEADS:
            continue
        numbers = list(_numbers(text, words, at))
        before = Named(COUNCIL, at, at) if word.form.startswith("unscr") else body_before(words, at)
        if numbers:
            end = max(last for _, last, _, _ in numbers)
            yield from _numbered(words, at, numbers, before, _of_body(words, end), council)
        elif before is not None and not word.form.startswith("unscr"):
            yield from _described(words, at, before, report)


def repeated_numbers(text: str, words: Sequence[Word], named: Sequence[Found]) -> Iterator[Found]:
    """Numbers that stand for a resolution which was named with it before: "1701 must be carried out"."""
    known: dict[str, Found] = {}
    places = iter(named)
    upcoming = next(places, None)
    for at, word in enumerate(words):
        while upcoming is not None and upcoming.first <= at:
            number = upcoming.instrument.number
            if upcoming.instrument.kind == "resolution" and len(number) > 2 and number.isdigit():
                known.setdefault(number, upcoming)
            upcoming = next(places, None)
        first = known.get(word.text)
        if first is None or at < first.last or _YEAR.match(word.text):
            continue
        follows = text[word.end : word.end + 2]
        if re.match(r"[.,/]\d|\s?%", text[word.end : word.end + 3]) or text[word.start - 1 : word.start] in "$€£#.,:/":
            continue
        ends = follows[:1] in ("", ".", ",", ";", "”", '"', ")")
        before = words[at - 1].form if at and word.joined else ""
        after = words[at + 1].form if at + 1 < len(words) and not ends else ""
        if after in _MAY_FOLLOW or (ends and before in _MAY_PRECEDE):
            yield Found(at, at + 1, first.instrument, first.heads, because="the number of a resolution named before")


def settled(found: Sequence[Found]) -> list[Found]:
    """The finds, with "the council's resolution" as the one that was named by its number before, if only one was."""
    numbered: dict[str, dict[str, Found]] = {}
    kept = []
    for one in found:
        instrument = one.instrument
        if instrument.kind == "resolution" and instrument.number:
            numbered.setdefault(instrument.body, {})[instrument.id] = one
        before = numbered.get(instrument.body, {})
        if instrument.kind == "resolution" and _is_one_described(instrument) and len(before) == 1:
            (known,) = before.values()
            if instrument.date in ("", known.instrument.date) or not known.instrument.date:
                because = f"the only {instrument.body} resolution named before"
                one = replace(one, instrument=known.instrument, because=because)
        kept.append(one)
    return kept


def _is_one_described(instrument: Instrument) -> bool:
    return not instrument.identified and "resolutions" not in instrument.name


def _numbers(text: str, words: Sequence[Word], at: int) -> Iterator[tuple[int, int, str, str]]:
    """The numbers after the head: first and last word of each, the number, and its year."""
    place, next_word = words[at].end, at + 1
    plural = words[at].form.endswith("s")
    while match := _NUMBER.match(text, place):
        if place > words[at].end and not (plural and match.group().lstrip()[:1] in (",", "a", "o", "&")):
            return
        if place == words[at].end and match.group().lstrip()[:1] in (",", "a", "o", "&"):
            return
        first = next_word
        while next_word < len(words) and words[next_word].start < match.end():
            if words[next_word].start < match.start("number"):
                first = next_word + 1
            next_word += 1
        if first >= next_word:
            return  # within what was skipped
        roman = (match.group("roman") or "").strip()
        yield first, next_word, match.group("number") + (f" {roman}" if roman else ""), match.group("year") or ""
        place = match.end()


def _numbered(
    words: Sequence[Word],
    at: int,
    numbers: list[tuple[int, int, str, str]],
    before: Named | None,
    after: Named | None,
    council: bool,
) -> Iterator[Found]:
    for place, (first, last, number, year) in enumerate(numbers):
        body = before or after
        name = body.name if body is not None else ""
        if name in ("", _UN) and council and number.isdigit() and len(number) > 1:
            name = COUNCIL  # which alone counts on from year to year
        title = f"{name} Resolution {number}" if name else f"Resolution {number}"
        start = (before.first if before is not None else at) if place == 0 else first
        end = after.last if after is not None and before is None and len(numbers) == 1 else last
        yield Found(start, end, Instrument(title, "resolution", name, number, year), frozenset({"resolution"}))


def _of_body(words: Sequence[Word], end: int) -> Named | None:
    """The body in "of the Security Council" from word number ``end`` on."""
    if end < len(words) and words[end].form in ("of", "by") and words[end].joined:
        return body_after(words, end + 1)
    return None


def _described(words: Sequence[Word], at: int, before: Named, report: str) -> Iterator[Found]:
    """A body's resolution without a number, unless it is only planned or merely one of many."""
    lead = [word.form for word in words[max(0, before.first - 3) : before.first]]
    if _PLANNED.intersection(lead[-2:]):
        return
    plural = words[at].form.endswith("s")
    year = next((form for form in reversed(lead) if _YEAR.match(form)), "")
    if not plural and not year and not _STANDING.intersection(lead):
        return
    topic, last = _topic(words, at)
    name = f"{before.name} resolution{'s' if plural else ''}{f' on {topic}' if topic else ''}"
    found = Instrument(name, "resolution", before.name, "", year, topic, identified=False, within=report)
    yield Found(before.first, last, found, frozenset({"resolution"}), because="described, and not named by a number")


def _topic(words: Sequence[Word], at: int) -> tuple[str, int]:
    """What "on Kosovo" after word number ``at`` is about, and where it ends."""
    last = at + 1
    if last + 1 >= len(words) or words[last].form not in _TOPIC or not words[last].joined:
        return "", last
    first = last = last + 1
    while last < len(words) and last - first < 4 and words[last].joined and words[last].capital:
        last += 1
    return (" ".join(word.text for word in words[first:last]), last) if last > first else ("", first - 1)


def _speaks_of_council(words: Sequence[Word]) -> bool:
    """Whether the report names the Security Council, and so may leave it out before a number."""
    return any(
        word.form == "unsc"
        or (word.form == "council" and at and words[at - 1].form == "security" and word.joined and word.capital)
        for at, word in enumerate(words)
    )
