"""A report's words as positions are read from them: tokens, and the names among them with whom they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.gazetteer import longest_match
from onrecord.actors.states import is_part, state_named
from onrecord.actors.tokens import Tokens, tokenize
from onrecord.actors.words import CALENDAR, NO_NAMES, PRONOUNS, word_set
from onrecord.domain import Actor, Report, Span

_PARTS = word_set("province region territory enclave exclave republic entity area statelet protectorate islands")
_WHOLES = word_set("country nation state")
_TITLES = word_set(
    "president minister prime foreign mr mrs ms dr sen rep gov king queen prince secretary chancellor senator general "
    "governor chairman chairwoman spokesman spokeswoman ambassador pope judge justice"
)
_DIRECTIONS = word_set("western eastern northern southern central former pro anti ex")
_WORDS = 6  # of a name
_BACK = 1000  # tokens looked back over for what "the province" means


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a report: tokens ``first`` to before ``last``, the key that it is known by, and whom it means."""

    first: int
    last: int
    key: str
    actor: Actor | None = None
    instrument: bool = False


class Wording:
    """The tokens and names of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.text
        self.tokens: Tokens = tokenize(report.text, report.chrome)
        self._known = _known_actors(report)
        self._pronouns = {
            mention.head.start: mention.actor
            for mention in report.mentions
            if mention.actor is not None and mention.head.text.casefold() in PRONOUNS
        }
        self._at: list[Name | None] = [None] * len(self.tokens)
        for name in self._found():
            for place in range(name.first, name.last):
                self._at[place] = self._at[place] or name

    def name_at(self, place: int) -> Name | None:
        """The name that a token belongs to."""
        return self._at[place] if 0 <= place < len(self._at) else None

    def names(self, first: int, last: int) -> list[Name]:
        """The names of tokens ``first:last``, in order, each once."""
        found: list[Name] = []
        for place in range(first, min(last, len(self._at))):
            name = self._at[place]
            if name is not None and (not found or found[-1] is not name):
                found.append(name)
        return found

    def range_of(self, span: Span) -> tuple[int, int]:
        """The tokens of a span, half-open."""
        return self.tokens.range_of(span.start, span.end)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens ``first:last``; there must be one."""
        return Span.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def meant_by(self, noun: str, place: int) -> Name | None:
        """Which state or territory "the country" or "the province" at ``place`` means: the one named last before."""
        if noun not in _PARTS and noun not in _WHOLES:
            return None
        for before in range(place - 1, max(-1, place - _BACK), -1):
            name = self._at[before]
            if name is None or name.actor is None or name.actor.kind != "state":
                continue
            state = state_named(name.actor.name)
            if state is not None and is_part(state.code) == (noun in _PARTS):
                return name
        return None

    def pronoun(self, place: int) -> Actor | None:
        """Whom the pronoun at a token means, where its chain of mentions names somebody."""
        return self._pronouns.get(self.tokens[place].start)

    def _found(self) -> Iterator[Name]:
        for citation in self.report.citations:
            if citation.instrument.identified and citation.instrument.kind != "norm":
                first, last = self.range_of(citation.span)
                yield Name(first, last, citation.instrument.name, None, True)
        heads = {
            self.tokens.from_offset(mention.head.start): mention.actor
            for mention in self.report.mentions
            if mention.actor is not None and mention.head.text[:1].isupper()
        }
        place = 0
        while place < len(self.tokens):
            entry = longest_match(self.tokens, place)
            if entry is not None and entry.capitals[0][:1].isupper():
                last = place + len(entry.folded)
                if entry.form in ("adjective", "people") and self._is_ethnic(place):
                    place = last
                    continue
                if entry.state is not None:
                    actor = self._actor(entry.state.name, "state")
                    yield Name(place, last, actor.name, actor)
                elif entry.body is not None:
                    actor = self._actor(entry.body.name, entry.body.kind)
                    yield Name(place, last, actor.name, actor)
                place = last
                continue
            last = self._run(place)
            if last > place:
                actor_of_run = next((heads[k] for k in range(place, last) if k in heads), None)
                if actor_of_run is not None and actor_of_run.kind in ("state", "place"):
                    actor_of_run = None  # chains of places go astray
                if actor_of_run is not None and actor_of_run.name.count(" ") >= _WORDS:
                    actor_of_run = None  # site furniture that was read as a name
                key = actor_of_run.name if actor_of_run is not None else self.tokens.words(place, last)
                yield Name(place, last, key, actor_of_run)
                place = last
            else:
                place += 1

    def _is_ethnic(self, place: int) -> bool:
        """Whether a nation's adjective only tells what people another's are: "Kosovo Albanian", "ethnic Serb"."""
        if self.tokens.word(place - 1) == "ethnic":
            return True
        before = longest_match(self.tokens, place - 1) if place else None
        return before is not None and before.state is not None and len(before.folded) == 1 and before.form == "name"

    def _run(self, place: int) -> int:
        """Where a run of capitalised words that is likely a name ends, if one begins at ``place``; else ``place``."""
        tokens, at = self.tokens, place
        while at < len(tokens) and at - place < _WORDS and self._may_name(at):
            if tokens[at].sentence != tokens[place].sentence:
                break
            at += 1
        if at > place and at == place + 1 and tokens[place].opens and tokens.word(place - 1) != "(":
            return place  # one capital where a sentence begins tells nothing
        return at

    def _may_name(self, place: int) -> bool:
        token = self.tokens[place]
        if not token.is_word or not token.is_capitalised or token.headline or token.is_possessive:
            return False
        return token.fold not in NO_NAMES | CALENDAR | _TITLES | _DIRECTIONS and not token.fold.isdigit()

    def _actor(self, name: str, kind: str) -> Actor:
        made = Actor(name, kind)  # type: ignore[arg-type]
        return self._known.get(made.id, made)


def _known_actors(report: Report) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for statement in report.statements:
        for actor in (statement.speaker, *statement.addressees):
            if actor is not None:
                found.setdefault(actor.id, actor)
    for mention in report.mentions:
        if mention.actor is not None:
            found.setdefault(mention.actor.id, mention.actor)
    return found


_LAST: list[tuple[Report, Wording]] = []


def wording_of(report: Report) -> Wording:
    """The wording of a report; that of the last one is kept."""
    if not (_LAST and _LAST[0][0] is report):
        _LAST[:] = [(report, Wording(report))]
    return _LAST[0][1]


@lru_cache(maxsize=1)
def light_words() -> frozenset[str]:
    """Words that say nothing of what a matter is."""
    return _LIGHT


_LIGHT = word_set(
    "problem issue matter question topic subject crisis dispute situation case position stance view line policy thing "
    "way part side party such just only very more most long-standing longstanding immediate immediately unilateral "
    "unilaterally new old full broad own whole early any all possible move bid effort demand claim proposal plan "
    "decision attempt drive campaign push call request right act step measure international national other "
    "far further future recent latest so-called called political serious great greater good basis lasting mutually "
    "acceptable quick quickly soon again today yesterday now not no never be is are was were been being have has had "
    "do "
    "does did will would can could may might must shall should i me we us he him she her it they them who whom which "
    "that this these those there here what and or but nor if unless as at by for from in into of off on onto out over "
    "per to toward towards under until up upon via with within without about after against among around before "
    "behind below beneath beside between beyond down during the a an some each every both either neither another "
    "its his hers their our my your whose one two three first second last next also even still yet too then than "
    "make take get give go come put keep let set use help need want year month week day time people country nation "
    "government leader official minister president authority state world community resolution council organ several "
    "many few much less least lot bit kind sort nothing something anything everything everyone anybody somebody "
    "member step turn table season rainy disposal means name point place ahead statement interest way time idea word "
    "words letter itself themselves leave stay send put regard watch receive thank talk-about same talking closely "
    "alone dispute lot thing work-on ground path road end start track direction draft version term terms behalf "
    "step-by-step hand head front back kind manner table side-by-side turn return meet meeting session convene "
    "western eastern northern southern unite union republic province region territory enclave independent-minded "
    "rather quite really simply always ever often once how why when where while because so though although"
)
