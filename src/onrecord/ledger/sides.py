"""Whose side somebody speaks for: a minister for the state, a spokesman for the company, a party for itself.

That a statement binds is decided by who makes it. "Oslo will withdraw", said by Norway's ambassador, is Norway's own
word; said by an analyst, it is a prediction. Sides are read off what actors are (states, organs named after them, seats
of government) and off what the report says that people are.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from onrecord.actors.bodies import all_bodies
from onrecord.actors.folding import fold, fold_name
from onrecord.actors.states import all_states, state_named
from onrecord.actors.tables import Additions, active
from onrecord.actors.words import word_set
from onrecord.domain import Actor, Report, Statement
from onrecord.ledger.officeholders import states_of

_ADJECTIVE_WORDS = 3  # of the longest adjective of a state that stands before an organ's name
_OFFICIAL = word_set(
    "president vice-president premier minister ministers minister's chancellor king queen prince emir sultan sheikh "
    "spokesman spokeswoman spokesperson spokesmen spokespeople ambassador envoy consul diplomat diplomats official "
    "officials negotiator negotiators representative secretary chief chairman chairwoman chairperson chair head "
    "director commander general colonel admiral major captain governor mayor leader leaders deputy commissioner "
    "administrator executive ceo manager aide adviser advisor treasurer judge prosecutor attorney-general senator "
    "congressman congresswoman lawmaker mp speaker nominee candidate delegate emissary mediator undersecretary boss "
    "owner founder marshal sheriff superintendent government ministry cabinet administration embassy council "
    "commission party army military navy police parliament company firm union group office agency department kremlin "
    "authorities state statement communique pm fm organisers organizers operator regulator bank club federation "
    "association league rebels militants movement junta presidency delegation coalition opposition alliance"
)
_OUTSIDERS = word_set(
    "analyst analysts expert experts professor economist economists scholar historian columnist commentator pundit "
    "journalist correspondent reporter editor researcher researchers observer observers critic critics strategist "
    "pollster author resident residents voter voters activist activists witness witnesses neighbour neighbor student "
    "students supporters former ex-president survey poll study report newspaper magazine fellow scientist "
    "psychologist sources people opponents rivals some many investors traders protesters demonstrators surveyed "
    "respondents polled backers percent"
)
_BEHIND = re.compile(
    r",?\s(?:of|for|from|at|who\sspeaks\sfor|speaking\sfor|on\sbehalf\sof|an?|the|its|his|her)\s[^.;:,\"“”\n]{2,60}"
)
_GOVERNS = re.compile(
    r"\b(?:government|ministry|cabinet|parliament|administration|presidency|leaders?|officials?)\b", re.I
)
_OWN_VOICE = word_set(
    "candidate candidates nominee contender hopeful frontrunner front-runner senator senators sen rep congressman "
    "congresswoman lawmaker lawmakers mp legislator opposition campaign democratic republican representative"
)
_EXECUTIVE = word_set(
    "president premier minister chancellor secretary ambassador envoy spokesman spokeswoman spokesperson government "
    "ministry king queen prince emir official officials general"
)
_WORD = re.compile(r"[\w’'-]+")


def is_office(word: str) -> bool:
    """Whether a folded noun is an office or an organ: "minister", "ministries"."""
    return word in _OFFICIAL or word.removesuffix("s") in _OFFICIAL


def keys_of(actor: Actor) -> frozenset[str]:
    """What an actor who is no person stands for: ``state CODE`` for states and their organs, and itself by its id."""
    found = {actor.id}
    if actor.kind != "person":
        found.update(f"state {code}" for code in _codes(actor.name, active()))
    return frozenset(found)


def pile_keys(actor: Actor, day: date | None = None) -> frozenset[str]:
    """What an actor is compared by across reports: as ``keys_of``, the state of a high office, and unnamed by words.

    "Local officials" of two reports are two actors; the same words of them in both are still one text.
    """
    found = set(keys_of(actor))
    if actor.within:
        found.add(f"called {fold_name(actor.name)}")
    if actor.kind == "person":
        found.update(f"state {code}" for code in _held(actor.name, day, active()))
    return frozenset(found)


@lru_cache(maxsize=4096)
def _codes(name: str, additions: Additions) -> tuple[str, ...]:
    """The codes of the state that a name is of, or of an organ of."""
    state = state_named(name)
    if state is not None:
        return (state.code,)
    seat = _seats(additions).get(fold_name(name.removeprefix("the ")))
    if seat:
        return (seat,)
    words = [re.sub(r"'s?\Z", "", fold(word)) for word in _WORD.findall(name)]
    for size in range(min(_ADJECTIVE_WORDS, len(words) - 1), 0, -1):
        code = _adjectives(additions).get(" ".join(words[:size]))
        if code:
            return (code,)
    of = re.search(
        r"(?:government|ministry|parliament|army|president|leaders?|people|authorities) of (?:the )?(.+)\Z", name, re.I
    )
    if of is not None:
        found = [state_named(part) for part in re.split(r",? and |, ", of[1])]
        return tuple(each.code for each in found if each is not None)
    return ()


@lru_cache(maxsize=4)
def _adjectives(additions: Additions) -> dict[str, str]:
    found: dict[str, str] = {}
    for state in all_states():
        for word in (*state.adjectives, state.name, *state.aliases, *state.capitals):
            found.setdefault(fold_name(word), state.code)
    return found


@lru_cache(maxsize=4)
def _seats(additions: Additions) -> dict[str, str]:
    found: dict[str, str] = {}
    for body in all_bodies():
        if body.state:
            for name in (body.name, *body.aliases):
                found.setdefault(fold_name(name.removeprefix("the ")), body.state)
    return found


class Sides:
    """The sides of a report's actors."""

    def __init__(self, report: Report) -> None:
        self._day = report.published.best
        self._of: dict[str, set[str]] = {}
        self._titles: dict[str, list[str]] = {}
        self._actors: dict[str, Actor] = {}
        for description in report.descriptions:
            self._titles.setdefault(description.actor.id, []).append(description.title)
            if description.office and description.of is not None and description.tenure != "former":
                self._of.setdefault(description.actor.id, set()).update(keys_of(description.of))
                if description.of.kind != "person":
                    self._actors.setdefault(description.actor.id, description.of)
        self._mentions = [m for m in report.mentions if m.actor is not None and m.kind != "person"]
        self._words: dict[str, set[str]] = {}
        for statement in report.statements:
            self._read_source(report.text, statement)
            self._read_words(report.text, statement)

    def _read_source(self, text: str, statement: Statement) -> None:
        """What the words of a source say of whom its speaker speaks for: "Norway's envoy", "spokesman for the firm"."""
        speaker, source = statement.speaker, statement.source
        if speaker is None or source is None or speaker.id in self._of:
            return
        behind = _BEHIND.match(text, source.end, source.end + 80)
        words = (source.text, behind.group() if behind is not None else "")
        for code, state in next((found for part in words if (found := _named_within(part, active()))), ()):
            if speaker.kind in ("person", "unknown") or speaker.within:
                self._of.setdefault(speaker.id, set()).add(f"state {code}")
                self._actors.setdefault(speaker.id, Actor(state, "state"))

    def _read_words(self, text: str, statement: Statement) -> None:
        """Keep the words of a source, and what follows it ("…, speaking for the water ministry")."""
        if statement.speaker is None or statement.source is None:
            return
        words = {fold(word) for word in _WORD.findall(statement.source.text)}
        behind = _BEHIND.match(text, statement.source.end, statement.source.end + 80)
        if behind is not None:
            words.update(fold(word) for word in _WORD.findall(behind.group()))
        self._words.setdefault(statement.speaker.id, set()).update(words)

    def of(self, actor: Actor) -> frozenset[str]:
        """The keys of all that an actor may speak for, itself included."""
        found = set(keys_of(actor)) | self._of.get(actor.id, set())
        if actor.within and len(found) == 1:
            found.update(f"state {code}" for code, _ in _named_within(actor.name, active()))
        if actor.kind == "person" and actor.id not in self._of:
            found.update(f"state {code}" for code in _held(actor.name, self._day, active()))
        return frozenset(found)

    def principal(self, actor: Actor) -> Actor:
        """Whom an actor's "we" binds: the state or organisation that a person speaks for, else the actor."""
        if actor.kind not in ("person", "unknown"):
            return _state_behind(actor)
        if self._speaks_for_themselves(actor):
            return actor
        named = self._actors.get(actor.id)
        if named is not None:
            return _state_behind(named)
        for code in _held(actor.name, self._day, active()):
            return Actor(next(state.name for state in all_states() if state.code == code), "state")
        return actor

    def _speaks_for_themselves(self, actor: Actor) -> bool:
        """Whether a person's "we" is a party's or a campaign's rather than the state's: a candidate, a lawmaker."""
        words = set(self._words.get(actor.id, ()))
        words.update(fold(word) for title in self._titles.get(actor.id, ()) for word in title.split())
        return bool(words & _OWN_VOICE) and not words & _EXECUTIVE

    def is_official(self, statement: Statement) -> bool:
        """Whether whoever speaks holds an office or is an organ, rather than looking on."""
        speaker = statement.speaker
        words = [fold(word) for word in _WORD.findall(statement.source.text if statement.source else "")]
        if speaker is not None:
            words += sorted(self._words.get(speaker.id, ()))
            words += [fold(word) for title in self._titles.get(speaker.id, ()) for word in title.split()]
            words += [fold(word) for word in speaker.name.split()] if speaker.kind != "person" else []
        if _OUTSIDERS.intersection(words):
            return False
        if speaker is not None and speaker.kind in ("state", "body", "organisation"):
            return True
        return any(is_office(word) for word in words) or (speaker is not None and bool(self.of(speaker) - {speaker.id}))

    def is_outsider(self, statement: Statement) -> bool:
        """Whether whoever speaks looks on: an analyst, a resident, a study."""
        words = [fold(word) for word in _WORD.findall(statement.source.text if statement.source else "")]
        if statement.speaker is not None:
            words += [fold(word) for title in self._titles.get(statement.speaker.id, ()) for word in title.split()]
        return bool(_OUTSIDERS.intersection(words))

    def same(self, one: Actor, other: Actor) -> bool | None:
        """Whether two actors are of one side; None where the report does not tell what side ``one`` is of."""
        here, there = self.of(one), self.of(other)
        if here & there:
            return True
        unknown = here == {one.id} and (
            one.kind in ("person", "body", "group") or _GOVERNS.search(one.name) is not None
        )
        return None if unknown else False


def _state_behind(actor: Actor) -> Actor:
    """The state for one of its organs: what a ministry's spokesman says binds the state."""
    codes = _codes(actor.name, active())
    if actor.kind == "state" or len(codes) != 1:
        return actor
    return Actor(next(state.name for state in all_states() if state.code == codes[0]), "state")


_TOWARDS = re.compile(
    r"(?:ambassador|envoy|emissary|representative|mission|consul|delegate|visit|trip|aide|adviser)s?\s+(?:to|in|on|for)\s+(?:the\s+)?\Z",
    re.I,
)


@lru_cache(maxsize=4096)
def _named_within(words: str, additions: Additions) -> tuple[tuple[str, str], ...]:
    """Code and name of the first state that a source names as its own, not as the one that an envoy is sent to."""
    tokens = list(_WORD.finditer(words[:400]))
    names = _adjectives(additions)
    for at, token in enumerate(tokens):
        for size in range(min(_ADJECTIVE_WORDS, len(tokens) - at), 0, -1):
            part = words[token.start() : tokens[at + size - 1].end()]
            if not part[:1].isupper():
                break
            plain = re.sub(r"['’]s?\Z", "", part)
            code = names.get(fold_name(plain))
            if code and not _TOWARDS.search(words[: token.start()]):
                return ((code, next(state.name for state in all_states() if state.code == code)),)
    return ()


def state_of_words(words: str) -> str | None:
    """The code of the first state that some words name or have the adjective of; None for none."""
    found = _named_within(words, active())
    return found[0][0] if found else None


@lru_cache(maxsize=4096)
def _held(name: str, day: date | None, additions: Additions) -> tuple[str, ...]:
    """The codes of the states that somebody of that full name held a high office of."""
    found = (state_named(state) for state in states_of(name, day))
    return tuple(dict.fromkeys(state.code for state in found if state is not None))
