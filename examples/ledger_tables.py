"""Scores of the ledger's events and positions; see ``score_ledger.py``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ledger_gold import Row, locate
from ledger_values import days, dug, same_actor, spans

if TYPE_CHECKING:
    from score_ledger import Pile

FLIPPED = {"for": "against", "against": "for"}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _places(row: Any) -> Iterator[tuple[str, int, int]]:
    """Where a recorded event is told: its own evidence, and that of its mentions or sightings."""
    for part in [row, *(getattr(row, "mentions", None) or ()), *(getattr(row, "sightings", None) or ())]:
        report = dug(part, "report.name") or dug(part, "report")
        words = getattr(part, "words", None)  # of a sighting
        for span in spans(getattr(part, "evidence", None) or getattr(words, "evidence", None) or part):
            yield str(dug(span, "report.name") or report), span.start, span.end


def score_events(pile: Pile, recorded: list[Any]) -> dict[str, Any]:
    """How many annotated events are told by a recorded one, and whether their tellings are one event.

    The annotation leaves out small happenings, so ``matched`` is no precision.
    """
    told: dict[Any, set[tuple[str, int, int]]] = defaultdict(set)
    rows: dict[Any, Any] = {}
    for number, row in enumerate(recorded):
        key = dug(row, "id") or number
        told[key] |= set(_places(row))
        rows.setdefault(key, row)
    gold = [row for row in pile.rows["event"] if not row.get("optional")]
    found = states = dates = codes = coded = together = pairs = 0
    used: set[Any] = set()
    for event in gold:
        by_mention = [_tellers(pile, mention, told) for mention in event["mentions"]]
        pairs += len(by_mention) * (len(by_mention) - 1) // 2
        together += sum(bool(set(a) & set(b)) for a, b in combinations(by_mention, 2))
        votes = Counter(key for keys in by_mention for key in keys)
        if not votes:
            pile.say("missed", "event", event["key"], event["mentions"][0]["text"])
            continue
        found += 1
        used |= set(votes)
        best = [rows[key] for key, count in votes.items() if count == max(votes.values())]
        states += (good := any(dug(row, "state") == event["state"] for row in best))
        if not good:
            pile.say("state", event["key"], event["state"], f"got {[dug(row, 'state') for row in best]}")
        dates += (good := any(_within(event, dug(row, "when")) for row in best))
        if not good:
            pile.say("date", event["key"], event["when"], f"got {[str(dug(row, 'when.best')) for row in best]}")
        if event["code"]:
            coded += 1
            codes += any(event["code"] in (dug(row, "act"), dug(row, "code"), dug(row, "act.code")) for row in best)
    return {
        "gold": len(gold),
        "found": found,
        "recall": _share(found, len(gold)),
        "recorded": len(rows),
        "matched": len(used),
        "tellings_joined": f"{together} of {pairs}",
        "state_right": f"{states} of {found}",
        "date_right": f"{dates} of {found}",
        "code_right": f"{codes} of {coded}",
    }


def _tellers(pile: Pile, mention: Row, told: dict[Any, set[tuple[str, int, int]]]) -> list[Any]:
    start, end = locate(pile.texts[mention["report"]], mention["text"])
    return [
        k for k, places in told.items() if any(r == mention["report"] and a < end and start < b for r, a, b in places)
    ]


def _within(event: Row, value: Any) -> bool:
    found = days(value)
    return bool(found and event["when"] and event["when"][0] <= str(found[0]) and str(found[1]) <= event["when"][1])


def score_positions(pile: Pile, recorded: list[Any], questions: list[Any]) -> dict[str, Any]:
    """How many annotated positions are recorded for that actor in that report, on one and the same question.

    Which recorded question is which annotated one, and whether it is put the other way round, is what most positions
    with the same words say. The annotation does not list every position, so ``matched`` is no precision.
    """
    gold = pile.rows["position"]
    near = [[j for j, row in enumerate(recorded) if _meets(pile, position, row)] for position in gold]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    turned: dict[tuple[str, str], int] = Counter()
    for position, several in zip(gold, near, strict=True):
        for j in several:
            asked = _question(recorded[j])
            votes[asked][position["question"]] += 1
            if position["side"] in FLIPPED:
                turned[asked, position["question"]] += 1 if dug(recorded[j], "side") == position["side"] else -1
    meant = {asked: count.most_common(1)[0][0] for asked, count in votes.items()}
    found = sides = changes = changed = required = 0
    used: set[int] = set()
    for position, several in zip(gold, near, strict=True):
        rows = [j for j in several if meant[_question(recorded[j])] == position["question"]]
        used |= set(rows)
        if position.get("optional"):
            continue
        required += 1
        shown = (position["report"], position["actor"], position["question"], position["side"])
        if not rows:
            pile.say("missed", "position", *shown, position["text"][:60])
            continue
        found += 1
        got = {_side(recorded[j], turned[_question(recorded[j]), position["question"]] < 0) for j in rows}
        sides += position["side"] in got
        if position["side"] not in got:
            pile.say("side", *shown, f"got {sorted(map(str, got))}")
        if position["change"]:
            changed += 1
            changes += any(dug(recorded[j], "change") == position["change"] for j in rows)
    return {
        "gold": required,
        "found": found,
        "recall": _share(found, required),
        "recorded": len(recorded),
        "matched": len(used),
        "side_right": f"{sides} of {found}",
        "change_right": f"{changes} of {changed}",
        "questions": f"{len(set(meant.values()))} of {len(pile.rows['question'])} found in {len(questions)} recorded",
        "questions_split": sum(count - 1 for count in Counter(meant.values()).values()),
    }


def _meets(pile: Pile, position: Row, row: Any) -> bool:
    if dug(row, "report.name") != position["report"] or not same_actor(position, row):
        return False
    start, end = locate(pile.texts[position["report"]], position["text"])
    return any(span.start < end and start < span.end for span in spans(getattr(row, "evidence", ())))


def _question(row: Any) -> str:
    asked = getattr(row, "question", None)
    return str(dug(asked, "id") or dug(asked, "key") or dug(asked, "name") or asked)


def _side(row: Any, turned: bool) -> Any:
    side = dug(row, "side")
    return FLIPPED.get(side, side) if turned else side
