"""What actors and outlets call the same thing: every wording with who uses it, how often, and an example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.publishing.dossier.ledger.excerpts import Excerpt, Excerpts, Mark
from onrecord.publishing.dossier.ledger.names import Name, Names
from onrecord.publishing.dossier.survey import ReportRow
from onrecord.record import RecordedFrame

_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class User:
    """Who uses a wording and how often. ``outlet`` tells that it is the report's own voice."""

    name: Name
    outlet: bool
    times: int
    reports: int
    examples: tuple[Excerpt, ...]

    @property
    def order(self) -> tuple[bool, int, Name]:
        """Speakers before outlets, who uses it most first."""
        return self.outlet, -self.times, self.name


@dataclass(slots=True)
class Wording:
    """A wording with all who use it."""

    text: str
    users: list[User] = field(default_factory=list)

    @property
    def times(self) -> int:
        return sum(user.times for user in self.users)

    @property
    def examples(self) -> list[Excerpt]:
        """One of each user, as far as there is room."""
        return [user.examples[0] for user in self.users if user.examples][: _EXAMPLES + 1]


@dataclass(slots=True)
class Thing:
    """A thing with its wordings. ``id`` is an anchor."""

    id: str
    name: str
    wordings: dict[str, Wording] = field(default_factory=dict)
    link: str = ""

    @property
    def times(self) -> int:
        return sum(one.times for one in self.wordings.values())

    @property
    def repeated(self) -> int:
        """How often it is named in wordings that are used more than once: what is said once tells little."""
        return sum(one.times for one in self.wordings.values() if one.times > 1)

    @property
    def contested(self) -> bool:
        """Whether it has more than one name."""
        return len(self.wordings) > 1

    def ordered(self) -> list[Wording]:
        """The wordings, the commonest first."""
        return sorted(self.wordings.values(), key=lambda one: (-one.times, one.text))

    def lead_to(self, link: str) -> None:
        """Note where it is shown."""
        self.link = link
        for wording in self.wordings.values():
            for user in wording.users:
                for example in user.examples:
                    example.link = example.link or link


def things(
    rows: Iterable[RecordedFrame], reports: Mapping[str, ReportRow], names: Names, excerpts: Excerpts
) -> list[Thing]:
    """The things that are named, those with several names first, then those named most often alike."""
    found: dict[str, Thing] = {}
    for row in rows:
        thing = found.setdefault(row.thing, Thing(row.id, row.thing))
        wording = thing.wordings.setdefault(row.wording, Wording(row.wording))
        shown: dict[str, Excerpt] = {}  # one a report
        for seen in row.sightings:
            if len(shown) < _EXAMPLES and seen.report.id not in shown:
                marks = [Mark(seen.words.span, "act")]
                words = excerpts.ask(reports[seen.report.id], marks, statement=seen.statement or "")
                if words is not None:
                    shown[seen.report.id] = words
        name = names.of(row.actor) if row.actor is not None else Name(row.outlet, "")
        times = len(row.sightings)
        wording.users.append(User(name, row.actor is None, times, row.reports, tuple(shown.values())))
    for thing in found.values():
        for wording in thing.wordings.values():
            wording.users.sort(key=lambda user: user.order)
    return sorted(found.values(), key=lambda one: (not one.contested, -one.repeated, -one.times, one.name))
