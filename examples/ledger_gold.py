#!/usr/bin/env python3
"""What a reader finds in a pile for the ledger (ledger.jsonl), and whether it is true to the reports' letter.

usage: ledger_gold.py [PILE]...    (folders with reports/ and ledger.jsonl; without any, both piles of the examples)

Prints what is wrong, and exits with 1 if anything is. The fields are described in README.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
PILES = (FOLDER, FOLDER / "blue-nile")
Row = dict[str, Any]


def _all(words: str) -> set[str]:
    return set(words.split())


KINDS = {"promise", "threat", "plan", "refusal", "continuation", "offer"}
STATUSES = {
    "commitment": {"open", "condition met", "met", "acted against", "withdrawn", "lapsed"},
    "forecast": {"open", "came true", "did not"},
}
STATES = _all("scheduled held moved cancelled happened unknown")
SIDES = _all("for against conditional neutral unclear")
CHANGES = {None, "held", "hardened", "softened", "reversed"}
CODES = _all("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST")
CODES |= _all("ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT")
FIELDS = {
    "report": _all("report published"),
    "commitment": _all("report text actor kind polarity strength condition deadline group status settled_by"),
    "forecast": _all("report text actor of likelihood window group status settled_by"),
    "neither": _all("report text why"),
    "event": _all("key actor recipient code when place state mentions"),
    "question": _all("key name"),
    "position": _all("question actor side report text change"),
}
MAY = {"actor_also", "optional", "status_also", "family", "occurrence"}


def load(pile: Path) -> dict[str, list[Row]]:
    """The rows of a pile's ledger by their sort, in file order."""
    rows: dict[str, list[Row]] = {sort: [] for sort in FIELDS}
    for line in (pile / "ledger.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["row"]].append(row)
    return rows


def texts(pile: Path) -> dict[str, str]:
    """The reports' texts as the package reads them, by name."""
    from onrecord.reading import RawReport, find_reports, parse

    return {raw.name: parse(raw).text for raw in find_reports([pile / "reports"]) if isinstance(raw, RawReport)}


def locate(text: str, words: str, occurrence: int = 1) -> tuple[int, int]:
    """Where the words stand for the nth time, half-open in code points. Raises ValueError if they do not."""
    start = -1
    for _ in range(occurrence):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"not in the report: {words!r}")
    return start, start + len(words)


def quoted(row: Row) -> Iterator[tuple[str, str, int | None]]:
    """Everything in a row that must stand in a report: the report, the words, which occurrence if one is given."""
    if "text" in row:
        yield row["report"], row["text"], row.get("occurrence")
    if row.get("condition"):
        yield row["report"], row["condition"], None
    for name in ("deadline", "window"):
        if row.get(name):
            yield row["report"], row[name]["text"], None
    for place in [*row.get("settled_by", ()), *row.get("mentions", ())]:
        yield place["report"], place["text"], None


def problems(rows: Mapping[str, list[Row]], reports: Mapping[str, str]) -> list[str]:
    """What is wrong with a pile's ledger, in words; nothing if all is well."""
    if {row["report"] for row in rows["report"]} != set(reports):
        return ["the ledger does not list the reports that are there"]
    found = []
    for sort, several in rows.items():
        for row in several:
            found += [
                f"{sort} {row.get('text') or row.get('key') or row['report']}: {fault}"
                for fault in _faults(row, reports)
            ]
    known = {row["key"] for row in rows["question"]}
    found += [f"no question {row['question']}" for row in rows["position"] if row["question"] not in known]
    return found + _groups(rows) + _last_days(rows)


def _faults(row: Row, reports: Mapping[str, str]) -> Iterator[str]:
    sort = row["row"]
    if not FIELDS[sort] <= set(row) - {"row"} <= FIELDS[sort] | MAY:
        yield f"fields {sorted(set(row) ^ FIELDS[sort])}"
        return
    for report, words, occurrence in quoted(row):
        times = reports[report].count(words)
        if not times or (times > 1 and occurrence is None) or (occurrence or 1) > times:
            yield f"{times} times in {report}: {words!r}"
    for name in ("deadline", "window"):
        if row.get(name) and row[name]["to"] and row[name]["from"] > row[name]["to"]:
            yield f"{name} ends before it begins"
    for day in [*(row.get("when") or ()), *row.get("published", ())]:
        date.fromisoformat(day)
    if sort in STATUSES:
        statuses = {row["status"], *row.get("status_also", ())}
        if not statuses <= STATUSES[sort]:
            yield f"status {statuses - STATUSES[sort]}"
        if row["settled_by"] and statuses == {"open"}:
            yield "open, and yet settled"
        if row["status"] not in ("open", "lapsed") and not row["settled_by"]:
            yield f"{row['status']}, and nothing that says so"
    if sort == "commitment" and (row["kind"] not in KINDS or row["polarity"] not in ("positive", "negative")):
        yield f"kind {row['kind']}, polarity {row['polarity']}"
    if sort == "commitment" and row["strength"] not in ("tentative", "plain", "firm"):
        yield f"strength {row['strength']}"
    if sort == "event" and (row["state"] not in STATES or row["code"] not in CODES | {None} or not row["mentions"]):
        yield f"state {row['state']}, code {row['code']}"
    if sort == "position" and (row["side"] not in SIDES or row["change"] not in CHANGES):
        yield f"side {row['side']}, change {row['change']}"


def _groups(rows: Mapping[str, list[Row]]) -> list[str]:
    """Sightings of one commitment or forecast end in one way."""
    found = []
    for sort in STATUSES:
        ends: dict[str, Row] = {}
        for row in rows[sort]:
            first = ends.setdefault(row["group"], row)
            if any(row.get(name) != first.get(name) for name in ("status", "status_also", "settled_by", "family")):
                found.append(f"{sort} {row['group']} ends in two ways")
    return found


def _last_days(rows: Mapping[str, list[Row]]) -> list[str]:
    """Nothing can be settled by a report that is older than all sightings, nor lapse after the last report."""
    day = {row["report"]: row["published"] for row in rows["report"]}
    last = max(published[1] for published in day.values())
    found = []
    for sort in STATUSES:
        first: dict[str, str] = {}
        for row in rows[sort]:
            first[row["group"]] = min(first.get(row["group"], "9999"), day[row["report"]][0])
        for row in rows[sort]:
            if any(day[place["report"]][1] < first[row["group"]] for place in row["settled_by"]):
                found.append(f"{sort} {row['group']} is settled before it is made")
            when = row.get("deadline") or row.get("window")
            if row["status"] == "lapsed" and when and (when["to"] or "9999") > last:
                found.append(f"{sort} {row['group']} lapses after the last report")
    return found


def main(arguments: list[str]) -> int:
    wrong = 0
    for pile in [Path(argument) for argument in arguments] or PILES:
        rows = load(pile)
        found = problems(rows, texts(pile))
        wrong += len(found)
        print(f"{pile.name}: " + ", ".join(f"{len(several)} {sort}s" for sort, several in rows.items()))
        for line in found:
            print(f"  {line}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
