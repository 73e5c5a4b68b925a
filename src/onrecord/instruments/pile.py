"""What the instruments of all reports come to: which of them are one.

Within a report an instrument is called by the name that stands there. Across reports three things are joined:
a resolution without a body with the only one of its number that has one; an agreement called "accord" here and
"agreement" there; and a resolution that is only described ("on the river") with the only numbered one of that body, if
every report that names that one speaks of the same topic. What is not clear stays apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from onrecord.actors.folding import fold
from onrecord.domain import Citation, Ground, Instrument, Report, Statement

_AGREEMENTS = re.compile(r"(?P<name>.+) (?P<head>Agreement|Accord|Pact|Deal)s?\Z")
_CAPITALISED = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Named:
    """The instruments that one report names, and the capitalised words of its text, as compared, where they matter."""

    instruments: tuple[Instrument, ...]
    names: frozenset[str] = frozenset()


def named_in(report: Report) -> Named | None:
    """What ``join`` needs of a report; None when it names no instrument."""
    found = tuple({each.instrument.id: each.instrument for each in report.citations}.values())
    if not found:
        return None
    if not any(each.kind == "resolution" for each in found):
        return Named(found)
    words = (match.group() for match in _CAPITALISED.finditer(report.text))
    return Named(found, frozenset(fold(re.sub(r"['’]s?\Z", "", word)) for word in words if word[0].isupper()))


@dataclass(frozen=True, slots=True)
class Instruments:
    """The instruments of a pile: what those of single reports are in it, and why, by their ids."""

    joined: Mapping[str, tuple[Instrument, str]] = field(default_factory=dict)

    def across(self, report: Report) -> Report:
        """The report with the instruments of the pile."""
        if not any(each.instrument.id in self.joined for each in report.citations):
            return report

        def cited(citation: Citation) -> Citation:
            known, why = self.joined.get(citation.instrument.id, (None, ""))
            if known is None:
                return citation
            return replace(
                citation, instrument=known, because=f"{citation.because}; {why}" if why else citation.because
            )

        def rested(ground: Ground) -> Ground:
            known, _ = self.joined.get(ground.instrument.id, (None, ""))
            return ground if known is None else replace(ground, instrument=known)

        def stated(statement: Statement) -> Statement:
            return replace(statement, grounds=tuple(map(rested, statement.grounds))) if statement.grounds else statement

        return replace(
            report,
            citations=tuple(map(cited, report.citations)),
            statements=tuple(map(stated, report.statements)),
        )


def join(reports: Iterable[Named]) -> Instruments:
    """Which instruments of all reports together are one."""
    pile = [each for each in reports if each.instruments]
    first: dict[str, tuple[Instrument, str]] = {}
    for more in (_numbered(pile), _agreed(pile)):
        first.update(more)
    second = _described(pile, {key: known for key, (known, _) in first.items()})
    dated = _dated(pile, {**first, **second})
    return Instruments({**first, **second, **dated})


def _numbered(pile: list[Named]) -> dict[str, tuple[Instrument, str]]:
    """Resolutions of a number without a body, or of the United Nations at large, when one body has that number."""
    bodies: dict[str, dict[str, Instrument]] = defaultdict(dict)
    loose: dict[str, Instrument] = {}
    for each in _all(pile):
        if each.kind != "resolution" or not each.number:
            continue
        if each.body in ("", "United Nations"):
            loose[each.id] = each
        else:
            bodies[each.number][each.id] = each
    found = {}
    for key, each in loose.items():
        if len(bodies[each.number]) == 1:
            (known,) = bodies[each.number].values()
            found[key] = known, f"the only resolution {each.number} in these reports"
    return found


def _agreed(pile: list[Named]) -> dict[str, tuple[Instrument, str]]:
    """ "Prespa Accord" and "Prespa Agreement": the name in more reports, of equals the first by alphabet."""
    counts: Counter[Instrument] = Counter()
    for named in pile:
        counts.update(each for each in named.instruments if each.identified and each.kind in ("agreement", "treaty"))
    groups: dict[str, dict[str, Instrument]] = defaultdict(dict)
    for each in counts:
        match = _AGREEMENTS.match(each.name)
        if match is not None:
            groups[fold(match.group("name"))][each.id] = each
    found = {}
    for group in groups.values():
        if len(group) < 2 or len({each.date for each in group.values()} - {""}) > 1:
            continue
        chosen = min(group.values(), key=lambda each: (-counts[each], each.name))
        for key in group:
            if key != chosen.id:
                found[key] = chosen, f"another word for the {chosen.name}"
    return found


def _described(pile: list[Named], joined: Mapping[str, Instrument]) -> dict[str, tuple[Instrument, str]]:
    """A body's resolution on a topic, when the reports name one resolution of that body, and all speak of the topic."""
    numbered: dict[str, dict[str, Instrument]] = defaultdict(dict)
    speaking: dict[str, list[frozenset[str]]] = defaultdict(list)
    for named in pile:
        for each in named.instruments:
            known = joined.get(each.id, each)
            if known.kind == "resolution" and known.number:
                numbered[known.body][known.id] = known
                speaking[known.id].append(named.names)
    found = {}
    for each in _all(pile):
        if each.kind != "resolution" or each.identified or not each.topic or "resolutions" in each.name:
            continue
        candidates = [
            known for known in numbered[each.body].values() if each.date in ("", known.date) or not known.date
        ]
        topic = {fold(word) for word in each.topic.split()}
        if len(candidates) == 1 and all(topic <= names for names in speaking[candidates[0].id]):
            why = f"the only {each.body} resolution in these reports, all of which that name it speak of {each.topic}"
            found[each.id] = candidates[0], why
    return found


def _dated(pile: list[Named], joined: Mapping[str, tuple[Instrument, str]]) -> dict[str, tuple[Instrument, str]]:
    """Instruments of which one report tells the year and another does not are one, with the year."""
    dates: dict[str, set[str]] = defaultdict(set)
    plain: dict[str, Instrument] = {}
    for each in [*_all(pile), *(known for known, _ in joined.values())]:
        dates[each.id].add(each.date)
        plain[each.id] = each
    changed: dict[str, tuple[Instrument, str]] = {}
    for key, each in plain.items():
        known = dates[key] - {""}
        if len(dates[key]) > 1 and key not in joined:
            changed[key] = replace(each, date=min(known) if len(known) == 1 else ""), ""
    for key, (target, why) in joined.items():
        if target.id in changed:
            changed[key] = changed[target.id][0], why
    return changed


def _all(pile: Iterable[Named]) -> Iterable[Instrument]:
    return (each for named in pile for each in named.instruments)
