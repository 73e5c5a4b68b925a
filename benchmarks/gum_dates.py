"""How many of the dates in GUM are read right, and what goes wrong with the others, as tabled in docs/dating.md.

    python benchmarks/gum_dates.py DIR [--genre news] [--errors N] [--parts dev,test]

DIR is GUM's folder (``dep/*.conllu``, ``splits.md``). GUM marks dates with the days that they mean
(``<date when="2008-05">``, ``<date from="2017-07-10" to="2017-07-16">``). Each is compared, as an interval of days,
with what is read from its words, given the day on which the document was created.
"""

from __future__ import annotations

import argparse
import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from onrecord.dating import find, resolve
from onrecord.domain import TimeExpression

Interval = tuple[date, date]
_OPENING = re.compile(r'<date ((?:[a-zA-Z]+:::"[^"]*" ?)+)>')
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


class Gold(NamedTuple):
    start: int
    end: int
    stated: dict[str, str]


class Document(NamedTuple):
    name: str
    genre: str
    created: date | None
    text: str
    dates: list[Gold]


def interval(value: str) -> Interval | None:
    """The days of an ISO or TIMEX3 value of a date: "2008-05", "2017-W28", "199", "1998-Q3"; None if it has none."""
    value = value.split("T")[0]
    try:
        if match := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", value):
            day = date(*map(int, match.groups()))
            return day, day
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return _months(int(match[1]), int(match[2]), int(match[2]))
        if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
            return _months(int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
        if match := re.fullmatch(r"(\d{4})-H([12])", value):
            return _months(int(match[1]), 6 * int(match[2]) - 5, 6 * int(match[2]))
        if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            return _months(int(match[1]), *_SEASONS[match[2]])
        if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
        if re.fullmatch(r"\d{2,4}", value):
            span = 10 ** (4 - len(value))
            return date(max(1, int(value) * span), 1, 1), date((int(value) + 1) * span - 1, 12, 31)
    except ValueError:
        return None
    return None


def _months(year: int, first: int, last: int) -> Interval:
    year_of_last, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(year_of_last, month, calendar.monthrange(year_of_last, month)[1])


def meant(stated: dict[str, str]) -> Interval | None:
    """The days that GUM says a date means; None for open ones (``notBefore`` alone) and years before 1."""
    if "when" in stated:
        return interval(stated["when"])
    first, last = interval(stated.get("from", "")), interval(stated.get("to", ""))
    return (first[0], last[1]) if first and last else None


def documents(folder: Path) -> Iterator[Document]:
    for path in sorted((folder / "dep").glob("*.conllu")):
        yield _document(path)


def _document(path: Path) -> Document:
    pieces: list[str] = []
    length = 0
    meta: dict[str, str] = {}
    dates: list[Gold] = []
    opened: list[tuple[int, dict[str, str]]] = []

    def put(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# meta::"):
            name, _, value = line[8:].partition(" = ")
            meta[name] = value
        elif line.startswith("# newpar"):
            put("\n\n")
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdecimal():
            continue
        start = length
        put(cells[1])
        end = length
        marks = next((cell[4:] for cell in cells[9].split("|") if cell.startswith("XML=")), "")
        for found in re.finditer(r"<date [^>]*>|</date>", marks):
            opening = _OPENING.match(found[0])
            if opening:
                opened.append((start, dict(re.findall(r'([a-zA-Z]+):::"([^"]*)"', opening[1]))))
            elif opened:
                begun, stated = opened.pop()
                dates.append(Gold(begun, end, stated))
        if "SpaceAfter=No" not in cells[9]:
            put(" ")
    created = interval(meta.get("dateCreated", ""))
    known = created[0] if created and created[0] == created[1] else None
    genre = path.stem.split("_")[1] if path.stem.startswith("GUM") else "GENTLE"
    return Document(path.stem, genre, known, "".join(pieces), dates)


def kind_of_error(want: Interval, got: TimeExpression | None) -> str:
    if got is None:
        return "not found"
    have = interval(got.value)
    if have is None:
        return (
            "found as a length, a habit or a vague time" if got.type != "DATE" or "_REF" in got.value else "left open"
        )
    if (have[1] - have[0]).days != (want[1] - want[0]).days:
        return "of another length"
    return "another year" if have[0].year != want[0].year else "another day or month of the year"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--genre", default="")
    parser.add_argument("--parts", default="", help="only these of splits.md: train, dev, test, test2")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    wanted = _in_parts(options.folder, options.parts) if options.parts else None
    scores: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: Counter[str] = Counter()
    errors: list[str] = []
    for document in documents(options.folder):
        if options.genre not in ("", document.genre) or (wanted is not None and document.name not in wanted):
            continue
        times = resolve(find(document.text), document.created)
        for gold in document.dates:
            want = meant(gold.stated)
            if want is None:
                continue
            over = [t for t in times if t.span.start < gold.end and gold.start < t.span.end]
            right = next((t for t in over if interval(t.value) == want), None)
            best = right or (over[0] if over else None)
            for group in (document.genre, "all"):
                scores[group] += Counter(
                    dates=1,
                    found=bool(over),
                    exact=any((t.span.start, t.span.end) == (gold.start, gold.end) for t in over),
                    right=right is not None,
                )
            if right is None:
                kinds[kind_of_error(want, best)] += 1
                words = " ".join(document.text[max(0, gold.start - 40) : gold.end + 25].split())
                said = " ".join(document.text[gold.start : gold.end].split())
                errors.append(
                    f"{document.name} {document.created} [{said}] {gold.stated} {best and best.value} | {words}"
                )
    print(f"{'':16}{'dates':>7}{'found':>8}{'exact':>8}{'right':>8}")
    for group, score in sorted(scores.items(), key=lambda item: -item[1]["dates"]):
        shares = "".join(f"{score[name] / score['dates']:>8.1%}" for name in ("found", "exact", "right"))
        print(f"{group:16}{score['dates']:>7}{shares}")
    for kind, count in kinds.most_common():
        print(f"{count:5}  {kind}")
    print("\n".join(errors[: options.errors]))


def _in_parts(folder: Path, parts: str) -> set[str]:
    """The documents of some of GUM's own splits."""
    chosen: set[str] = set()
    part = ""
    for line in (folder / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* ") and part in parts.split(","):
            chosen.add(line.strip()[2:])
    return chosen


if __name__ == "__main__":
    main()
