"""Names in a report: capitalised runs read with the tables, without any model.

A run of capitalised words is cut at titles ("Kremlin spokesman Dmitry Peskov"), at nations before a name
("Russian President …") and at sentence openings whose capital means nothing. Headlines add no names of their own:
they are searched for those that the body has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.actors.datelines import Dateline
from onrecord.actors.gazetteer import Entry, longest_match
from onrecord.actors.roles import MINISTERS, SPECIFIC, RoleAt, is_portfolio, is_surname_like, role_at, role_nouns
from onrecord.actors.runs import Runs
from onrecord.actors.tokens import Tokens
from onrecord.actors.words import (
    AUXILIARIES,
    GROUP_NOUNS,
    NAMED_AFTER,
    NO_NAMES,
    OF_HEADS,
    ORGANISATION_HEADS,
    OUTLET_NOUNS,
    PARTICLES,
    PARTY_ADJECTIVES,
    PLACE_OPENERS,
    PLACE_STARTS,
    POLITICAL_GROUPS,
    PREPOSITIONS,
    REPORTING,
    THING_HEADS,
    US_REGIONS,
    is_company,
    is_newspaper,
    is_number,
    word_set,
)

NameForm = Literal[
    "name", "adjective", "people", "capital", "seat", "body", "person", "organisation", "single", "thing"
]


_COMPOUNDS = word_set(
    "run led held born wide style era majority friendly built made owned backed brokered based controlled occupied "
    "funded sponsored dominated trained aligned mediated appointed elected speaking installed drafted issued allied "
    "imposed supported administered ruled organised organized approved proposed facilitated"
)
_RANKS_OF_MINISTERS = word_set("cabinet state union permanent principal parliamentary")
COMPANY_FORMS = word_set("AG GmbH SA NV BV AB AS ASA Oy Oyj SE SpA LLP KG PLC Pty Holdings")
_GENERAL = word_set("motors electric mills dynamics")  # "General Motors" is no general
_CONTRACTIONS = ("n't", "'ll", "'re", "'ve", "'m", "'d")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: a half-open range of tokens.

    ``form`` says how it names: by the tables (``name``, ``adjective``, ``people``, ``capital``, ``seat``, ``body``,
    with ``entry``), or as a ``person``, an ``organisation``, a ``single`` word of which more must be known, or a
    ``thing`` that is nobody (a place, a day, a law). ``titled`` is true when a title stands before it.
    """

    first: int
    last: int
    form: NameForm
    entry: Entry | None = None
    titled: bool = False


class NameFinder:
    """Finds the names of one report. Call ``find`` once."""

    def __init__(self, tokens: Tokens, datelines: tuple[Dateline, ...], sources: tuple[tuple[int, int], ...]) -> None:
        self._tokens = tokens
        self._skip = {index for line in datelines for index in range(line.first, line.last)}
        self._runs = Runs(tokens, self._skip)
        self._lower = {token.fold for token in tokens if token.text[0].islower()}
        self._capital = {
            token.fold for token in tokens if token.is_capitalised and not token.opens and not token.headline
        }
        self._sources = dict(sources)

    def find(self) -> list[Name]:
        """Every name, in text order, none overlapping."""
        found = _without_epithets(self._tokens, self._scan(headlines=False))
        known = {tuple(self._tokens[i].fold for i in range(name.first, name.last)): name for name in found}
        for name in found:
            if name.form == "person" and name.last - name.first > 1:
                known.setdefault((self._tokens[name.last - 1].fold,), replace(name, form="single"))
        found += self._scan_headlines(known)
        return sorted(found, key=lambda name: name.first)

    def _scan(self, *, headlines: bool) -> list[Name]:
        found: list[Name] = []
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.headline is not headlines or at in self._skip or not self._may_start(at):
                at += 1
                continue
            last = self._runs.end(at)
            found += self._read_run(at, last)
            at = max(last, at + 1)
        return found

    def _scan_headlines(self, known: dict[tuple[str, ...], Name]) -> Iterator[Name]:
        longest = max((len(words) for words in known), default=0)
        at = 0
        while at < len(self._tokens):
            step = 1
            if self._tokens[at].headline and self._tokens[at].is_capitalised and at not in self._skip:
                name = self._known_at(at, known, min(longest, 8)) or self._listed_at(at)
                if name is not None:
                    yield name
                    step = name.last - name.first
            at += step

    def _known_at(self, at: int, known: dict[tuple[str, ...], Name], longest: int) -> Name | None:
        for length in range(longest, 0, -1):
            words = tuple(
                token.fold for token in (self._tokens[i] for i in range(at, min(at + length, len(self._tokens))))
            )
            name = known.get(words)
            if name is not None and len(words) == length:
                return Name(at, at + length, name.form, name.entry)
        return None

    def _listed_at(self, at: int) -> Name | None:
        entry = longest_match(self._tokens, at)
        if entry is None or (entry.is_acronym and self._tokens[at].text.isalpha() and self._all_capitals(at)):
            return None
        return Name(at, at + len(entry.folded), entry.form, entry)

    def _all_capitals(self, at: int) -> bool:
        near = [self._tokens[i] for i in range(max(0, at - 3), min(len(self._tokens), at + 4))]
        return all(token.text.isupper() for token in near if token.is_word and token.text.isalpha())

    def _may_start(self, at: int) -> bool:
        token = self._tokens[at]
        if token.is_capitalised:
            return True
        if token.text.startswith(("al-", "el-", "d'", "d’")) and len(token.text) > 4:
            return True
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        return (
            token.fold in ("van", "von", "al", "bin")
            and following is not None
            and (following.is_capitalised or following.fold in ("der", "den", "de"))
        )

    def _read_run(self, first: int, last: int) -> Iterator[Name]:
        first = self._after_opening(first, last)
        if first >= last:
            return
        entry = longest_match(self._tokens, first)
        if entry is not None and first + len(entry.folded) == last:
            yield from self._named_after(Name(first, last, entry.form, entry))
            return
        if last - first == 1 and self._tokens[first].fold in POLITICAL_GROUPS:
            yield Name(first, last, "people")
            return
        company = last - first > 1 and (self._tokens[last - 1].text in COMPANY_FORMS or self._is_business(first, last))
        if company or self._tokens[last - 1].fold in ORGANISATION_HEADS or self._has_of_head(first, last):
            yield Name(first, last, "organisation")
            return
        title = self._title(first, last)
        if title is None and last - first > 1 and self._is_group(first, last):
            yield Name(first, last, "organisation")
            return
        if title is not None:
            start, end = title
            if start > first:
                yield from self._before_title(first, start, bears=end < last)
            if end < last:
                yield from self._read_person(end, last, titled=True)
            return
        yield from self._read_person(first, last, titled=False)

    def _is_group(self, first: int, last: int) -> bool:
        """Whether "the campaign group" stands before a run that a comma or a verb ends."""
        before = self._tokens[first - 1] if first else None
        after = self._tokens[last] if last < len(self._tokens) else None
        if before is None or before.fold not in GROUP_NOUNS or before.is_capitalised or not before.is_word:
            return False
        return after is None or not after.is_word or after.fold in REPORTING | AUXILIARIES | PREPOSITIONS

    def _is_business(self, first: int, last: int) -> bool:
        """Whether a run without titles and nations is called like a company or a newspaper."""
        words = [self._tokens[at].fold for at in range(first, last)]
        if words[0] == "general" and words[-1] in _GENERAL:
            return True
        if not (is_company(words) or is_newspaper(words)):
            return False
        return all(
            role_at(self._tokens, at) is None and longest_match(self._tokens, at) is None for at in range(first, last)
        )

    def _before_title(self, first: int, last: int, *, bears: bool) -> Iterator[Name]:
        """The names before a title. Where somebody ``bears`` it, they are not somebody else's: "Upper Tarn Governor Ana
        Quist"."""
        for name in self._read_run(first, last):
            place = bears and name.form == "person" and name.last == last and not name.titled
            yield replace(name, form="organisation") if place else name

    def _has_of_head(self, first: int, last: int) -> bool:
        return any(
            self._tokens[i].fold in OF_HEADS and self._tokens[i + 1].fold in ("of", "for", "on")
            for i in range(first, last - 1)
        )

    def _title(self, first: int, last: int) -> tuple[int, int] | None:
        """The rightmost title in the run that is followed by a name, or the one that ends the run."""
        for at in range(last - 1, first - 1, -1):
            role = role_at(self._tokens, at)
            if role is None:
                continue
            if role.last == last and at > first and is_surname_like(role.noun):
                continue
            start = at
            while start > first and self._is_title_word(start - 1, role):
                start -= 1
            return start, role.last
        return None

    def _is_title_word(self, at: int, role: RoleAt) -> bool:
        """Whether a capitalised word before a title belongs to it: "Deputy", "Water" of "Water Minister"."""
        if self._tokens[at].fold in SPECIFIC | PARTY_ADJECTIVES:
            return True
        if role.noun in MINISTERS and role.first == at + 1 and self._tokens[at].fold in _RANKS_OF_MINISTERS:
            return True
        return is_portfolio(self._tokens, at, role) and not any(
            (entry := longest_match(self._tokens, back)) is not None and back + len(entry.folded) > at
            for back in range(max(0, at - 3), at + 1)
        )

    def _after_opening(self, first: int, last: int) -> int:
        while first < last and self._is_no_name(first) and not self._listed_here(first, last):
            first += 1
        if first >= last:
            return first
        token = self._tokens[first]
        if token.opens and last - first > 2 and token.fold in role_nouns() and not role_nouns()[token.fold].title:
            return first + 1  # "Engineer Ana Quist", at the opening of a sentence
        alone = last - first == 1
        common = alone and token.fold in self._lower
        if not token.opens or token.fold in PLACE_OPENERS or (token.fold in self._capital and not common):
            return first
        if self._sources.get(first) == last and not (last - first == 1 and _looks_plural(token.fold)):
            return first  # the source is these words and nothing else
        if longest_match(self._tokens, first) is not None or role_at(self._tokens, first) is not None:
            return first
        if alone and 1 < len(token.text) < 6 and token.text.isupper() and self._tokens.word(last) == ",":
            return first  # "BP, the oil company,"
        # A capital at an opening is believed only when something else speaks for a name.
        following = self._tokens[last].fold if last < len(self._tokens) else ""
        if (
            token.fold in self._lower
            or is_participle(token.fold)
            or (alone and following not in REPORTING and following != "'s")
        ):
            return first + 1
        return first

    def _is_no_name(self, at: int) -> bool:
        word = self._tokens[at].fold
        if word in _MONTHS_AND_NAMES and self._runs.capital_after(at, 1):
            return False
        if word in NO_NAMES or is_number(word) or word.endswith(_CONTRACTIONS) or is_compound(self._tokens[at].text):
            return True
        return word[:2] in ("r-", "d-", "i-") and len(word) <= 6

    def _listed_here(self, first: int, last: int) -> bool:
        """Whether an opening word belongs to a listed name: "The Hague", "The Guardian"."""
        entry = longest_match(self._tokens, first)
        return entry is not None and (len(entry.folded) > 1 or entry.is_acronym) and first + len(entry.folded) <= last

    def _read_person(self, first: int, last: int, *, titled: bool) -> Iterator[Name]:
        """Names in a run without titles: nations and bodies in front, then the name itself."""
        while first < last:
            entry = longest_match(self._tokens, first)
            end = first + len(entry.folded) if entry else first
            if entry is None or end > last:
                if self._tokens[first].fold in PARTY_ADJECTIVES and last - first > 1:
                    first += 1
                    continue
                break
            alone = (
                last - end == 1
                and entry.form in ("name", "capital")
                and len(entry.folded) == 1
                and longest_match(self._tokens, end) is None
            )
            given = last - end == 1 and self._tokens[first].fold in _GIVEN_NAMES
            if end < last and (alone or given or (titled and entry.form in ("name", "capital"))):
                break
            yield from self._named_after(Name(first, end, entry.form, entry, titled))
            first = end
        if first < last and not (last - first == 1 and self._tokens[first].fold in PARTY_ADJECTIVES):
            yield from self._named_after(Name(first, last, self._form(first, last, titled), None, titled))

    def _form(self, first: int, last: int, titled: bool) -> NameForm:
        token = self._tokens[first]
        if self._is_kicker(first, last) or self._is_ward(first, last):
            return "thing"
        if titled and token.fold not in PARTY_ADJECTIVES:
            return "person"
        if last - first == 1:
            if token.fold in POLITICAL_GROUPS or token.fold.endswith("-americans"):
                return "people"
            if token.fold in US_REGIONS or len(token.text) == 1:
                return "thing"
            acronym = token.text.replace(".", "")
            return "organisation" if acronym.isupper() and 1 < len(acronym) <= 6 and not token.headline else "single"
        if first and self._tokens[first - 1].text in OUTLET_NOUNS:
            return "organisation"  # "the daily El Faro"
        if self._tokens[last - 1].fold in THING_HEADS or token.fold in PLACE_STARTS:
            return "thing"
        shouted = [self._tokens[i].text.isupper() for i in range(first, last) if len(self._tokens[i].text) > 3]
        if any(shouted) and not all(shouted):
            return "thing"
        letters = (
            len(token.text) > 2 and token.text.isupper() and token.text.isalpha() and not set(token.fold) & set("aeiou")
        )
        if token.fold in ("radio", "tv") or (letters and not token.headline and not all(shouted)):
            return "organisation"  # "Radio Nova", "NSW Health"
        determined = first > 0 and self._tokens[first - 1].fold in ("the", "a", "an")
        return "organisation" if determined or last - first > 5 else "person"

    def _is_kicker(self, first: int, last: int) -> bool:
        """Whether capitals before a colon open the report, "PORT CHAOS: 'We waited for hours'", and come only once."""
        shouted = last - first > 1 and all(self._tokens[at].text.isupper() for at in range(first, last))
        opens = first == 0 and last < len(self._tokens) and self._tokens[last].text == ":"
        if not shouted or not opens or self._tokens[-1].paragraph == 0:
            return False
        surname = self._tokens[last - 1].fold
        return not any(self._tokens[at].fold == surname for at in range(last, len(self._tokens)))

    def _is_ward(self, first: int, last: int) -> bool:
        """Whether it ends the brackets of a party and a place: "Ana Quist (Lab, Tarn East)"."""
        opened = first >= 3 and self._tokens[first - 3].text == "(" and self._tokens[first - 1].text == ","
        return opened and self._tokens[first - 2].is_capitalised and self._tokens.word(last) == ")"

    def _named_after(self, name: Name) -> Iterator[Name]:
        """``name`` itself, or the organisation it is part of: "the Clinton campaign", "Interfax news agency"."""
        last = name.last
        following = self._tokens[last] if last < len(self._tokens) else None
        person_like = name.form in ("person", "single")
        if following is not None and person_like and following.fold in NAMED_AFTER and following.text[0].islower():
            yield Name(name.first, last + 1, "organisation")
        else:
            yield name


def _without_epithets(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Cut "Crooked" off "Crooked Hillary Clinton" when the rest is a full name by itself elsewhere."""

    def words(first: int, last: int) -> tuple[str, ...]:
        return tuple(tokens[i].fold for i in range(first, last))

    full = {
        words(name.first, name.last)
        for name in names
        if name.form == "person" and name.last - name.first > 1 and not name.titled
    }
    return [
        replace(name, first=name.first + 1)
        if name.form == "person"
        and name.last - name.first > 2
        and words(name.first + 1, name.last) in full
        and tokens[name.first + 1].fold not in PARTICLES
        else name
        for name in names
    ]


def is_compound(word: str) -> bool:
    """Whether a word is "Saudi-led" or "Western-backed", which names nobody."""
    return "-" in word and word.rsplit("-", 1)[1] in _COMPOUNDS


def is_participle(word: str) -> bool:
    """Whether a folded opening word is "Citing" or "Reportedly" rather than the start of a name."""
    return (word.endswith("ing") and len(word) > 5 and word not in _NAMES_IN_ING) or (
        word.endswith("ly") and len(word) > 6 and not word.endswith("lly")
    )


def _looks_plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


# Given names that are months, when a name follows and no number: "Jan Egeland", "April Glaspie".
_MONTHS_AND_NAMES = frozenset({"jan", "april", "june", "august"})
_GIVEN_NAMES = frozenset({"german"})  # adjectives of states that are first names as well
_NAMES_IN_ING = word_set("irving sterling beijing chongqing jinping xiaoping fleming harding golding keating")
