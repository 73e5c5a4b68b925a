"""PolNeAR as word-tagged documents, and the edits that make training copies look like other newsrooms'.

brat standoff: ``Source``, ``Cue`` and ``Content`` spans joined by ``Attribution`` events. Spans of different roles
never overlap in this corpus, so one tag a word loses nothing.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.tagging.labels import LABELS, ROLES
from onrecord.tagging.words import Words, split_words

Range = tuple[int, int]


@dataclass(frozen=True)
class Document:
    name: str
    text: str
    annotations: tuple[tuple[dict[str, list[Range]], ...], ...]  # one entry an annotator


@dataclass(frozen=True)
class Example:
    """Words, a label each, and the attributions as word ranges."""

    words: Words
    labels: list[int]
    attributions: list[dict[str, list[Range]]]


def load(folder: Path) -> list[Document]:
    annotators: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotators.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    documents = []
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in annotators:
            with path.open(encoding="utf-8", newline="") as handle:
                text = handle.read()
            documents.append(Document(path.stem, text, tuple(tuple(read_brat(a)) for a in annotators[path.stem])))
    return documents


def read_brat(path: Path) -> list[dict[str, list[Range]]]:
    spans: dict[str, list[Range]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line):
            spans[match[1]] = [(int(a), int(b)) for a, b in (part.split() for part in match[2].split(";"))]
        elif line.startswith("E"):
            attribution: dict[str, list[Range]] = {role: [] for role in ROLES}
            for role, key in re.findall(r"(\w+?)\d*:(T\d+)", line):
                if role.lower() in attribution and key in spans:
                    attribution[role.lower()] += spans[key]
            if any(attribution.values()):
                found.append(attribution)
    return found


def example(text: str, attributions: tuple[dict[str, list[Range]], ...] | list[dict[str, list[Range]]]) -> Example:
    words = split_words(text)
    at_start = {start: i for i, start in enumerate(words.starts)}
    at_end = {end: i for i, end in enumerate(words.ends)}
    labels = [0] * len(words)
    linked = []
    for attribution in attributions:
        ranges: dict[str, list[Range]] = {role: [] for role in ROLES}
        for role in ROLES:
            for start, end in attribution[role]:
                low, high = _word_range(words, at_start, at_end, start, end)
                if low >= high:
                    continue
                ranges[role].append((low, high))
                begin = LABELS.index(f"B-{role}")
                labels[low:high] = [begin] + [begin + 1] * (high - low - 1)
        linked.append(ranges)
    return Example(words, labels, linked)


def _word_range(words: Words, at_start: dict[int, int], at_end: dict[int, int], start: int, end: int) -> Range:
    low, high = at_start.get(start), at_end.get(end)
    if low is None:
        low = next((i for i, e in enumerate(words.ends) if e > start), len(words))
    if high is None:
        high = next((i for i in range(len(words) - 1, -1, -1) if words.starts[i] < end), -1)
    return low, high + 1


_PLACES = [
    "MOSCOW",
    "BELGRADE",
    "GENEVA",
    "VIENNA",
    "BRUSSELS",
    "PARIS",
    "BERLIN",
    "LONDON",
    "KYIV",
    "TBILISI",
    "ANKARA",
    "TEHRAN",
    "BEIJING",
    "TOKYO",
    "CAIRO",
    "NAIROBI",
    "UNITED\xa0NATIONS",
    "WASHINGTON",
    "NEW\xa0DELHI",
    "JERUSALEM",
    "BAKU",
    "YEREVAN",
    "MADRID",
    "LAGOS",
]
_AGENCIES = ["AP", "Reuters", "AFP", "TASS", "Xinhua", "DPA", "Interfax", "Kyodo", "ANSA", "Anadolu", "UPI", "EFE"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan.",
    "Feb.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
]


def _dateline(rng: random.Random) -> str:
    place, agency, month, day = rng.choice(_PLACES), rng.choice(_AGENCIES), rng.choice(_MONTHS), rng.randint(1, 31)
    place = place.replace("\u00a0", " ")
    date = rng.choice([f"{month} {day}", f"{day} {month}"])
    return rng.choice(
        [
            f"{place} ({agency}) - ",
            f"{place} ({agency}) \u2014 ",
            f"{place}, {date} ({agency}) - ",
            f"{place}, {date}. /{agency}/. ",
            f"{place}, {date} /{agency}/ -- ",
            f"{place.title()} : ",
            f"{place} \u2014 ",
            f"{place}, {date} \u2013 ",
            f"{place} ",
        ]
    )


def varied(document: Document, rng: random.Random) -> Example:
    """A training copy of a document: another newsroom's quotation marks and, sometimes, a dateline."""
    text, attributions = document.text, rng.choice(document.annotations)
    style = rng.random()
    if style < 0.25:
        text = text.translate(str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''"))
    elif style < 0.35:
        text = (
            re.sub(r'(?<=[\s(\[\u2014])"(?=\S)|^"(?=\S)', "\u201c", text, flags=re.M)
            .replace('"', "\u201d")
            .replace("'", "\u2019")
        )
    if rng.random() < 0.25 and (title := re.search(r"\n\s*\n+", text)):
        at, dateline = title.end(), _dateline(rng)
        if all(not (a < at < b) for x in attributions for role in ROLES for a, b in x[role]):
            text = text[:at] + dateline + text[at:]
            step = len(dateline)
            attributions = tuple(
                {role: [(a + step * (a >= at), b + step * (b > at)) for a, b in x[role]] for role in ROLES}
                for x in attributions
            )
    return example(text, attributions)
