# ruff: noqa: E501, SIM905 (tables of words)
"""Made-up news with known derivations: who copied what is known word by word.

The language has a vocabulary of forty thousand made-up words drawn as real ones are (Zipf), English function words, and
the stock phrases of news agencies, which every report uses. Every word of a report knows where it comes from, so that two
reports share exactly the words that one took from the other or both from a third.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import accumulate

CLASSES = (
    "truncated",
    "paragraphs cut",
    "brief",
    "one quotation",
    "10 % edited",
    "25 % edited",
    "merge of two",
    "chrome added",
)

_ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p pl pr qu r s sc sh sk sl sm sn sp st str t th tr v w z".split()
_NUCLEI = "a e i o u ai ea ee ie oo ou ar er or".split()
_CODAS = ["", "n", "r", "s", "l", "t", "m", "nd", "st", "ck", "ng", "rt"]
_PHRASES = """told reporters on {day}|according to a statement released by the {noun}|at a news conference in {name}|
in a telephone interview with {name}|who spoke on condition of anonymity|because they were not authorised to speak to the media|
a spokesman for the {noun} said|in the wake of the {noun}|the first time since the {noun}|at the end of the month|
could not immediately be reached for comment|did not respond to a request for comment|as well as the {noun} of {name}|
one of the most {adjective} in the history of the country|on the eve of the {noun}|in the face of {adjective} pressure from {name}|
more than a dozen people|in the second half of the year|the government of {name}|a senior official in the {noun} ministry|
is expected to be announced in the coming days|for the third time in as many weeks|the state news agency reported|
said in a written statement|before the end of the year|the international community|the members of the security council|
in an effort to reach a {adjective} solution|has repeatedly called for a {noun}|in response to the {noun}|
according to people familiar with the matter|the two sides have yet to agree on a date|a day after the {noun} of {name}|
there was no immediate comment from {name}|on the sidelines of the meeting|as part of a {adjective} agreement with {name}""".replace("\n", "").split("|")  # fmt: skip
_DETERMINERS = "the the the the a a its this every no their some".split()
_PREPOSITIONS = "of of in in to for with on at from by over under against between after before near without".split()
_AUXILIARIES = "has had will would could may must should did was is".split()
_JOINTS = "and but while because although after before as when if that which whose where".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FURNITURE = """Subscribe to our newsletter for the latest headlines delivered to your inbox every morning.|
Share on Facebook Share on Twitter Share on WhatsApp Print Email|Read more: {name} and the {noun} that {verb} a {adjective} {noun}|
Sign up for breaking news alerts. By signing up you agree to our terms of use and privacy policy.|
Copyright {number} {name} Media. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.|
The {name} Courier is an independent newspaper that has {verb} the {noun} of {name} since {number}. It is owned by its {adjective} readers and takes no money from the {noun} or from any {noun}. Its editors can be reached at the {noun} on {name} street.""".replace("\n", "").split("|")  # fmt: skip

Word = tuple[str, int]
"""A word as printed, with its marks, and what it is: equal numbers are one word, passed on. 0 is nobody else's."""


@dataclass(slots=True)
class Made:
    """A made report: its paragraphs, what class of derivation it is ("" for none) and whom it was made from."""

    paragraphs: list[list[Word]]
    kind: str = ""
    sources: tuple[int, ...] = ()
    ids: frozenset[int] = field(default_factory=frozenset)

    @property
    def text(self) -> str:
        return "\n\n".join(" ".join(word for word, _ in paragraph) for paragraph in self.paragraphs) + "\n"


class Language:
    """Draws words and sentences; the same for the same seed."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        words: set[str] = set()
        while len(words) < 40_000:
            words.add(
                "".join(
                    chance.choice(_ONSETS) + chance.choice(_NUCLEI) + chance.choice(_CODAS)
                    for _ in range(chance.choice((1, 2, 2, 3)))
                )
            )
        every = sorted(words)
        chance.shuffle(every)
        parts = {"noun": every[:18_000], "verb": every[18_000:26_000], "adjective": every[26_000:34_000]}
        parts["name"] = [word.capitalize() for word in every[34_000:]]
        self._parts = {
            part: (several, list(accumulate(1 / (rank + 8) for rank in range(len(several)))))
            for part, several in parts.items()
        }

    def word(self, part: str) -> str:
        several, weights = self._parts[part]
        return self._chance.choices(several, cum_weights=weights)[0]

    def filled(self, frame: str) -> str:
        words = []
        for token in frame.replace("{phrase}", self._chance.choice(_PHRASES)).split():
            if "{" in token:
                low, high = token.index("{"), token.index("}")
                part = token[low + 1 : high]
                if part == "day":
                    found = self._chance.choice(_DAYS)
                elif part == "number":
                    found = str(self._chance.randrange(3, 2000))
                else:
                    found = self.word(part)
                token = token[:low] + found + token[high + 1 :]
            words.append(token)
        sentence = " ".join(words)
        return sentence[:1].upper() + sentence[1:]

    def sentence(self) -> str:
        """A sentence of 12 to 35 words: half function words and stock phrases, half made-up ones."""
        chance = self._chance
        clauses = [self._clause() for _ in range(chance.choice((1, 2, 2, 3)))]
        words = f" {chance.choice(_JOINTS)} ".join(clauses)
        if chance.random() < 0.5:
            words += f", {self.filled(chance.choice(_PHRASES)).lower()}"
        return words[:1].upper() + words[1:] + "."

    def quotation(self) -> str:
        """A paragraph that quotes somebody at length."""
        chance = self._chance
        said = " ".join(self.sentence() for _ in range(chance.choice((2, 2, 3))))
        who = f"{self.word('name')} {self.word('name')}"
        return f"“{said[:-1]},” {chance.choice(('said', 'told reporters', 'wrote', 'added'))} {who}, {self._thing()}."

    def _clause(self) -> str:
        chance = self._chance
        verb = self.word("verb")
        if chance.random() < 0.4:
            verb = f"{chance.choice(_AUXILIARIES)} {verb}"
        words = f"{self._thing()} {verb} {self._thing()}"
        return f"{words} {chance.choice(_PREPOSITIONS)} {self._thing()}" if chance.random() < 0.6 else words

    def _thing(self) -> str:
        chance = self._chance
        if chance.random() < 0.25:
            return self.word("name")
        adjective = f"{self.word('adjective')} " if chance.random() < 0.35 else ""
        thing = f"{chance.choice(_DETERMINERS)} {adjective}{self.word('noun')}"
        return f"{thing} {chance.choice(_PREPOSITIONS)} {self._thing()}" if chance.random() < 0.3 else thing


class Corpus:
    """Originals and derivations.

    Args:
        originals: how many reports are nobody's copies.
        derivations: how many are made from them, of all classes in turn.
        seed: of everything.
    """

    def __init__(self, originals: int, derivations: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._language = Language(self._chance)
        self._last = 0
        self._outlets = [[self._language.filled(frame) for frame in _FURNITURE] for _ in range(max(6, originals // 40))]
        self._originals, self._derivations = originals, derivations
        self.next()

    def next(self) -> Corpus:
        """This corpus with other reports in the place of those it had, in the same language."""
        self.reports = [self._original() for _ in range(self._originals)]
        for number in range(self._derivations):
            self.reports.append(self._derived(CLASSES[number % len(CLASSES)], self._originals))
        for report in self.reports:
            report.ids = frozenset(i for paragraph in report.paragraphs for _, i in paragraph if i)
        return self

    def _words(self, sentence: str) -> list[Word]:
        words = []
        for word in sentence.split():
            self._last += 1
            words.append((word, self._last))
        return words

    def _original(self) -> Made:
        chance = self._chance
        paragraphs = [self._words(self._language.sentence()[:-1])[: chance.randint(7, 11)]]
        for _ in range(chance.randint(6, 14)):
            if chance.random() < 0.35:
                paragraphs.append(self._words(self._language.quotation()))
            else:
                several = [self._language.sentence() for _ in range(chance.choice((1, 2, 2, 3)))]
                paragraphs.append(self._words(" ".join(several)))
        return Made(paragraphs)

    def _derived(self, kind: str, originals: int) -> Made:
        chance = self._chance
        source = chance.randrange(originals)
        body = self.reports[source].paragraphs
        own = self._original().paragraphs
        if kind == "truncated":
            return Made(body[: max(3, int(len(body) * chance.uniform(0.3, 0.8)))], kind, (source,))
        if kind == "paragraphs cut":
            kept = [paragraph for paragraph in body[1:] if chance.random() < 0.6] or body[1:3]
            return Made([own[0], *kept], kind, (source,))
        if kind == "brief":
            at = chance.randrange(1, len(body) - 2)
            where = chance.randrange(1, len(own))
            return Made([*own[:where], *body[at : at + 3], *own[where:]], kind, (source,))
        if kind == "one quotation":
            quotes = [paragraph for paragraph in body if "“" in paragraph[0][0]]
            while not quotes:
                source = chance.randrange(originals)
                quotes = [p for p in self.reports[source].paragraphs if "“" in p[0][0]]
            where = chance.randrange(1, len(own))
            return Made([*own[:where], chance.choice(quotes), *own[where:]], kind, (source,))
        if kind == "10 % edited":
            return Made(self._edited(body, 0.10), kind, (source,))
        if kind == "25 % edited":
            return Made(self._edited(body, 0.25), kind, (source,))
        if kind == "merge of two":
            other = chance.randrange(originals)
            second = self.reports[other].paragraphs
            return Made([*body[: len(body) // 2 + 1], *second[len(second) // 2 :]], kind, (source, other))
        furniture = [[(word, 0) for word in line.split()] for line in chance.choice(self._outlets)]
        return Made([*furniture[:3], *body[: len(body) * 3 // 4], *furniture[3:]], kind, (source,))

    def _edited(self, body: list[list[Word]], share: float) -> list[list[Word]]:
        """A third of the edits put a word in, a third take one out, a third put one in another's place."""
        chance = self._chance
        paragraphs = []
        for paragraph in body:
            edited: list[Word] = []
            for word in paragraph:
                if chance.random() >= share:
                    edited.append(word)
                    continue
                edit = chance.randrange(3)
                if edit == 0:
                    edited.append(word)
                if edit != 1:
                    edited.append((self._language.word("noun"), 0))
            paragraphs.append(edited)
        return paragraphs

    def truth(self, least: int) -> dict[tuple[int, int], int]:
        """The pairs of reports that share ``least`` words or more, and how many."""
        family: dict[int, list[int]] = {}
        for number, report in enumerate(self.reports):
            for source in report.sources or (number,):
                family.setdefault(source, []).append(number)
        found = {}
        for members in family.values():
            for place, a in enumerate(members):
                for b in members[place + 1 :]:
                    if a != b and (shared := len(self.reports[a].ids & self.reports[b].ids)) >= least:
                        found[min(a, b), max(a, b)] = shared
        return found
