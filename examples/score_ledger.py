#!/usr/bin/env python3
"""Score the ledger of a record against what a reader found in the pile (ledger.jsonl).

usage: score_ledger.py [RECORD] [--pile DIR] [--errors] [--keywords]
(without RECORD, the pile's reports are built into a temporary one; PILE is this folder or, say, blue-nile)

Uses the public contract only: commitments() and forecasts() give a row for each report in which one is sighted, sharing
``id``; events(), positions() and questions(). A table that is missing counts as empty. Prints one JSON object; with
--errors also what was missed, invented or wrong. --keywords scores a baseline instead (see ``ledger_keywords.py``).

A recorded row finds an annotated one when half of the words of the shorter lie in the other and F1 over words is at
least 0.2; each is used once, best pairs first. Optional rows count neither as missed nor as invented. A second recorded
row on the same words is a duplicate and counts on neither side.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import ledger_keywords
from ledger_gold import FOLDER, Row, load, locate
from ledger_tables import score_events, score_positions
from ledger_values import days, dug, same_actor, same_day, same_words, spans, touching, words_of
from score import words

SHARED = 0.5
LEAST = 0.2
Found = list[tuple[Row, Any]]


def table(record: Any, name: str) -> list[Any]:
    """A table's rows, none if the record has no such table yet."""
    try:
        return list(getattr(record, name)())
    except (AttributeError, NotImplementedError):
        return []


def ratio(part: int, whole: int) -> float:
    """A share with three decimals; 0 of nothing."""
    return round(part / whole, 3) if whole else 0.0


class Pile:
    """The annotated rows of a pile and the words of its reports."""

    def __init__(self, rows: Mapping[str, list[Row]], texts: Mapping[str, str]) -> None:
        self.rows, self.texts, self.errors = rows, texts, list[str]()
        self.published = {row["report"]: row["published"] for row in rows["report"]}

    def gold(self, row: Row) -> set[int]:
        """The words of an annotated row, by their offsets."""
        text = self.texts[row["report"]]
        return words(text, [locate(text, row["text"], row.get("occurrence", 1))])

    def recorded(self, row: Any) -> set[int]:
        """The words of a recorded row's evidence in its own report, by their offsets."""
        text = self.texts.get(dug(row, "report.name"), "")
        return words(text, [(span.start, span.end) for span in spans(getattr(row, "evidence", ()))])

    def pair(self, gold: Sequence[Row], recorded: Sequence[Any]) -> tuple[dict[int, int], set[int]]:
        """Annotated rows → recorded rows, each used once; and the recorded rows that fit an annotated one at all."""
        wanted = [self.gold(row) for row in gold]
        offered = [self.recorded(row) for row in recorded]
        fits = []
        for j, row in enumerate(recorded):
            for i, annotated in enumerate(gold):
                if annotated["report"] != dug(row, "report.name"):
                    continue
                both = len(wanted[i] & offered[j])
                f1 = 2 * both / max(1, len(wanted[i]) + len(offered[j]))
                if both >= SHARED * max(1, min(len(wanted[i]), len(offered[j]))) and f1 >= LEAST:
                    fits.append((-f1, bool(annotated.get("optional")), i, j))
        used: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, i, j in sorted(fits):
            if i not in used and j not in taken:
                used[i] = j
                taken.add(j)
        return used, {j for *_, j in fits}

    def say(self, *parts: Any) -> None:
        self.errors.append(" | ".join(str(part) for part in parts))


def found_rows(pile: Pile, sort: str, recorded: list[Any]) -> tuple[dict[str, Any], Found, Found]:
    """Recall and precision of one sort; the required rows that were found, and all that were found."""
    gold = pile.rows[sort]
    used, fitting = pile.pair(gold, recorded)
    required = [i for i, row in enumerate(gold) if not row.get("optional")]
    hits = [i for i in required if i in used]
    for i in required:
        if i not in used:
            pile.say("missed", sort, gold[i]["report"], gold[i]["actor"], gold[i]["text"])
    invented = [j for j in range(len(recorded)) if j not in fitting]
    traps = pile.pair(pile.rows["neither"], recorded)[1]
    for j in invented:
        row = recorded[j]
        shown = " … ".join(span.text for span in spans(row.evidence))
        pile.say("trap" if j in traps else "invented", sort, dug(row, "report.name"), dug(row, "actor.name"), shown)
    counts = {
        "gold": len(required),
        "found": len(hits),
        "recall": ratio(len(hits), len(required)),
        "recorded": len(recorded),
        "invented": len(invented),
        "precision": ratio(len(hits), len(hits) + len(invented)),
        "duplicates": len(fitting) - len(used),
        "optional_found": len(used) - len(hits),
        "traps": f"{len(traps & set(invented))} of {len(pile.rows['neither'])}",
    }
    return counts, [(gold[i], recorded[used[i]]) for i in hits], [(gold[i], recorded[j]) for i, j in used.items()]


def check(pile: Pile, what: str, pairs: Found, right: Callable[[Row, Any], bool], got: str) -> str:
    """How many of the pairs are right in one respect, "right of all"."""
    good = 0
    for gold, row in pairs:
        if right(gold, row):
            good += 1
        else:
            pile.say(what, gold["report"], gold["text"][:70], f"got {dug(row, got)!r}")
    return f"{good} of {len(pairs)}"


def joined(pairs: Found) -> dict[str, str]:
    """Sightings of one thing share an id, and those of different things do not (a "family" is left to taste).

    Counted in links, one fewer than the sightings of a thing, so that what is told often does not count for all
    (M. Vilain and others, A model-theoretic coreference scoring scheme, 1995).
    """
    ids: dict[str, list[Any]] = defaultdict(list)
    groups: dict[Any, list[str]] = defaultdict(list)
    for number, (gold, row) in enumerate(pairs):
        found = dug(row, "id")
        key = ("none", number) if found is None else found
        ids[gold["group"]].append(key)
        groups[key].append(gold.get("family") or gold["group"])
    wanted = sum(len(keys) - 1 for keys in ids.values())
    made = sum(len(names) - 1 for names in groups.values())
    return {
        "restatements_joined": f"{wanted - sum(len(set(keys)) - 1 for keys in ids.values())} of {wanted}",
        "wrongly_joined": f"{sum(len(set(names)) - 1 for names in groups.values())} of {made}",
    }


def outcome(pile: Pile, pairs: Found, everything: list[Row]) -> dict[str, Any]:
    """Statuses of what was found, over all and over what a report settles; with the words that settle it."""

    def right(gold: Row, row: Any) -> bool:
        return dug(row, "status") in {gold["status"], *gold.get("status_also", ())}

    settled = [(gold, row) for gold, row in pairs if gold["status"] != "open"]
    resting = sum("open" in (gold["status"], *gold.get("status_also", ())) for gold, _ in pairs)
    proved = [(gold, row) for gold, row in settled if gold["settled_by"] and right(gold, row)]
    ends = {row["group"]: row["status"] for row in everything if not row.get("optional")}
    reached = {gold["group"] for gold, row in settled if right(gold, row)}
    claimed = [(gold, row) for gold, row in pairs if dug(row, "status") not in (None, "open")]
    return {
        "status_right": check(pile, "status", pairs, right, "status"),
        "status_if_all_open": f"{resting} of {len(pairs)}",
        "not_open_right": f"{sum(right(*pair) for pair in settled)} of {len(settled)}",
        "not_open_claimed_wrongly": f"{sum(not right(*pair) for pair in claimed)} of {len(claimed)}",
        "ends_found": f"{len(reached)} of {sum(status != 'open' for status in ends.values())}",
        "settled_by_right": check(
            pile, "settled by", proved, lambda g, r: same_words(g["settled_by"], r), "settled_by"
        ),
    }


def score_commitments(pile: Pile, recorded: list[Any]) -> dict[str, Any]:
    counts, pairs, all_pairs = found_rows(pile, "commitment", recorded)
    conditional = [pair for pair in pairs if pair[0]["condition"]]
    plain = [pair for pair in pairs if not pair[0]["condition"]]
    dated = [pair for pair in pairs if pair[0]["deadline"] and pair[0]["deadline"]["to"]]
    undated = [pair for pair in pairs if not pair[0]["deadline"]]
    counts |= {
        "actor_right": check(pile, "actor", pairs, same_actor, "actor.name"),
        "polarity_right": check(pile, "polarity", pairs, lambda g, r: dug(r, "polarity") == g["polarity"], "polarity"),
        "kind_right": check(pile, "kind", pairs, lambda g, r: dug(r, "kind") == g["kind"], "kind")
        if any(hasattr(row, "kind") for _, row in pairs)
        else "no such field",
        "condition_found": check(
            pile,
            "condition",
            conditional,
            lambda g, r: touching(g["condition"], words_of(dug(r, "condition"))),
            "condition",
        ),
        "condition_invented": f"{sum(bool(words_of(dug(row, 'condition'))) for _, row in plain)} of {len(plain)}",
        "deadline_right": check(
            pile,
            "deadline",
            dated,
            lambda g, r: same_day(g["deadline"], r.deadline, pile.published[g["report"]]),
            "deadline",
        ),
        "deadline_invented": f"{sum(days(dug(row, 'deadline')) is not None for _, row in undated)} of {len(undated)}",
    }
    return counts | joined(all_pairs) | outcome(pile, pairs, pile.rows["commitment"])


def score_forecasts(pile: Pile, recorded: list[Any]) -> dict[str, Any]:
    counts, pairs, all_pairs = found_rows(pile, "forecast", recorded)
    dated = [pair for pair in pairs if pair[0]["window"] and pair[0]["window"]["to"]]
    counts |= {
        "actor_right": check(pile, "forecaster", pairs, same_actor, "actor.name"),
        "window_right": check(
            pile,
            "window",
            dated,
            lambda g, r: same_day(g["window"], dug(r, "window"), pile.published[g["report"]]),
            "window",
        ),
    }
    return counts | joined(all_pairs) | outcome(pile, pairs, pile.rows["forecast"])


def main(arguments: Sequence[str]) -> int:
    import onrecord

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", nargs="?", type=Path)
    parser.add_argument("--pile", type=Path, default=FOLDER, help="folder with reports/ and ledger.jsonl")
    parser.add_argument("--errors", action="store_true", help="also print what was missed, invented or wrong")
    parser.add_argument("--keywords", action="store_true", help="score a baseline of keywords in statements instead")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "pile.onrecord"
        if asked.record is None:
            onrecord.build([asked.pile / "reports"], path).close()
        with onrecord.open(path) as record:
            pile = Pile(load(asked.pile), {report.name: report.text for report in record.reports()})
            commitments, forecasts = table(record, "commitments"), table(record, "forecasts")
            if asked.keywords:
                commitments, forecasts = ledger_keywords.rows(record.statements(), pile.texts)
            result = {
                "pile": asked.pile.name,
                "commitments": score_commitments(pile, commitments),
                "forecasts": score_forecasts(pile, forecasts),
                "events": score_events(pile, table(record, "events")),
                "positions": score_positions(pile, table(record, "positions"), table(record, "questions")),
                "published": published(pile, record.reports()),
            }
    print(json.dumps(result, ensure_ascii=False, indent=1))
    if asked.errors:
        print("\n".join(pile.errors))
    return 0


def published(pile: Pile, reports: Iterable[Any]) -> str:
    """How many reports' best date lies within the days that a reader would give."""
    right: Counter[bool] = Counter()
    for report in reports:
        first, last = pile.published[report.name]
        good = first <= str(dug(report, "published.best")) <= last
        right[good] += 1
        if not good:
            pile.say("published", report.name, f"{first} to {last}", f"got {dug(report, 'published.best')}")
    return f"{right[True]} of {right.total()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
