"""The ledger's scorer gives full marks to a record that is right, and takes the right mark away for each fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from onrecord.domain import Actor, DateEstimate, Span

Tables = dict[str, list[SimpleNamespace]]


def estimate(period: dict[str, str] | None) -> DateEstimate | None:
    if period is None or period["to"] is None:
        return None
    first, last = date.fromisoformat(period["from"]), date.fromisoformat(period["to"])
    return DateEstimate(last, first, last)


def evidence(texts: dict[str, str], ledger_gold: ModuleType, place: dict[str, Any]) -> SimpleNamespace:
    start, end = ledger_gold.locate(texts[place["report"]], place["text"], place.get("occurrence", 1))
    span = Span.of(texts[place["report"]], start, end)
    return SimpleNamespace(report=SimpleNamespace(name=place["report"]), evidence=(span,))


@pytest.fixture(scope="module", params=[0, 1])
def pile(request: pytest.FixtureRequest, ledger_gold: ModuleType) -> tuple[Any, dict[str, str]]:
    folder = ledger_gold.PILES[request.param]
    return ledger_gold.load(folder), ledger_gold.texts(folder)


@pytest.fixture
def perfect(pile: tuple[Any, dict[str, str]], ledger_gold: ModuleType) -> Tables:
    """A recorded row for every annotated one, right in all that is scored."""
    rows, texts = pile
    tables: Tables = {}
    for sort in ("commitment", "forecast"):
        tables[sort] = [
            SimpleNamespace(
                **vars(evidence(texts, ledger_gold, row)),
                id=row["group"],
                actor=Actor(row["actor"], "organisation") if row["actor"] else None,
                kind=row.get("kind"),
                polarity=row.get("polarity"),
                condition=row.get("condition"),
                deadline=estimate(row.get("deadline")),
                window=estimate(row.get("window")),
                status=row["status"],
                settled_by=evidence(texts, ledger_gold, row["settled_by"][0]) if row["settled_by"] else None,
            )
            for row in rows[sort]
        ]
    tables["event"] = [
        SimpleNamespace(
            **vars(evidence(texts, ledger_gold, mention)),
            id=row["key"],
            state=row["state"],
            act=row["code"],
            when=estimate({"from": row["when"][0], "to": row["when"][1]}),
        )
        for row in rows["event"]
        for mention in row["mentions"]
    ]
    tables["position"] = [
        SimpleNamespace(
            **vars(evidence(texts, ledger_gold, row)),
            actor=Actor(row["actor"], "organisation"),
            question=SimpleNamespace(name=row["question"]),
            side=row["side"],
            change=row["change"],
        )
        for row in rows["position"]
    ]
    return tables


@pytest.fixture
def judge(pile: tuple[Any, dict[str, str]], ledger_score: ModuleType) -> Callable[[Tables], dict[str, Any]]:
    def score(recorded: Tables) -> dict[str, Any]:
        judged = ledger_score.Pile(*pile)
        return {
            "commitments": ledger_score.score_commitments(judged, recorded["commitment"]),
            "forecasts": ledger_score.score_forecasts(judged, recorded["forecast"]),
            "events": ledger_score.score_events(judged, recorded["event"]),
            "positions": ledger_score.score_positions(judged, recorded["position"], [1]),
            "errors": judged.errors,
        }

    return score


def full(told: str) -> bool:
    right, _, whole = told.partition(" of ")
    return right == whole != "0"


def test_a_perfect_record_scores_one_everywhere(perfect: Tables, judge: Callable[[Tables], dict[str, Any]]) -> None:
    result = judge(perfect)
    for sort in ("commitments", "forecasts"):
        scores = result[sort]
        assert scores["recall"] == scores["precision"] == 1.0
        assert scores["invented"] == scores["duplicates"] == 0
        for mark in ("actor_right", "restatements_joined", "status_right", "ends_found", "settled_by_right"):
            assert full(scores[mark]), (sort, mark, scores[mark], result["errors"])
        assert scores["traps"].startswith("0 of") and scores["wrongly_joined"].startswith("0 of")
        assert scores["not_open_claimed_wrongly"].startswith("0 of")
    for mark in ("polarity_right", "kind_right", "condition_found", "deadline_right"):
        assert full(result["commitments"][mark]), mark
    assert full(result["forecasts"]["window_right"])
    assert result["events"]["recall"] == result["positions"]["recall"] == 1.0
    for mark in ("tellings_joined", "state_right", "date_right", "code_right"):
        assert full(result["events"][mark]), mark
    assert full(result["positions"]["side_right"]) and full(result["positions"]["change_right"])
    assert result["positions"]["questions_split"] == 0
    assert result["errors"] == []


def test_an_empty_record_finds_nothing(judge: Callable[[Tables], dict[str, Any]]) -> None:
    result = judge({"commitment": [], "forecast": [], "event": [], "position": []})
    assert all(result[sort]["recall"] == 0.0 for sort in ("commitments", "forecasts", "events", "positions"))


def test_missing_tables_count_as_empty(ledger_score: ModuleType) -> None:
    assert ledger_score.table(SimpleNamespace(), "commitments") == []


def test_each_fault_costs_its_mark(perfect: Tables, judge: Callable[[Tables], dict[str, Any]], pile: Any) -> None:
    before = judge(perfect)["commitments"]
    rows = perfect["commitment"]
    annotated = pile[0]["commitment"]
    groups = [row["group"] for row in annotated if row["condition"]]
    number = next(
        i
        for i, row in enumerate(annotated)
        if not row.get("optional") and groups.count(row["group"]) > 1 and row["condition"]
    )
    for name, value, mark in [
        ("actor", Actor("Iceland", "state"), "actor_right"),
        ("polarity", "sideways", "polarity_right"),
        ("condition", None, "condition_found"),
        ("status", "mislaid", "status_right"),
        ("id", "something of its own", "restatements_joined"),
    ]:
        kept = getattr(rows[number], name)
        setattr(rows[number], name, value)
        after = judge(perfect)["commitments"]
        setattr(rows[number], name, kept)
        assert int(after[mark].split()[0]) < int(before[mark].split()[0]), mark
        assert after["recall"] == 1.0


def test_traps_and_other_inventions_cost_precision(
    perfect: Tables, judge: Callable[[Tables], dict[str, Any]], pile: Any, ledger_gold: ModuleType
) -> None:
    trap = pile[0]["neither"][0]
    perfect["commitment"].append(
        SimpleNamespace(**vars(evidence(pile[1], ledger_gold, trap)), id="x", actor=None, status="open")
    )
    scores = judge(perfect)["commitments"]
    assert scores["recall"] == 1.0 and scores["invented"] == 1 and scores["precision"] < 1.0
    assert scores["traps"].startswith("1 of")


def test_a_second_row_on_the_same_words_is_a_duplicate(
    perfect: Tables, judge: Callable[[Tables], dict[str, Any]]
) -> None:
    perfect["commitment"].append(perfect["commitment"][0])
    scores = judge(perfect)["commitments"]
    assert scores["duplicates"] == 1 and scores["precision"] == 1.0


def test_a_question_put_the_other_way_round_is_the_same_question(
    perfect: Tables, judge: Callable[[Tables], dict[str, Any]], pile: Any
) -> None:
    for row in perfect["position"]:
        row.side = {"for": "against", "against": "for"}.get(row.side, row.side)
    assert full(judge(perfect)["positions"]["side_right"])
    number = next(i for i, row in enumerate(pile[0]["position"]) if row["side"] == "for" and not row.get("optional"))
    perfect["position"][number].side = "for"  # as annotated, where all others are turned
    assert not full(judge(perfect)["positions"]["side_right"])


@pytest.mark.parametrize(
    ("value", "right"),
    [
        (date(2020, 1, 15), True),
        (date(2020, 1, 16), True),
        ("2020-01", False),
        (DateEstimate(date(2020, 1, 15), date(2019, 11, 7), date(2020, 1, 15)), True),
        (DateEstimate(), False),
        (SimpleNamespace(span=None, value="2020-01-15"), True),
        ("2020-13-40", False),
        (None, False),
        (date(2019, 11, 20), False),
    ],
)
def test_a_deadline_is_right_when_it_ends_on_the_day(ledger_score: ModuleType, value: Any, right: bool) -> None:
    gold = {"text": "by 15 January", "from": "2019-11-07", "to": "2020-01-15"}
    assert ledger_score.same_day(gold, value, ["2019-11-07", "2019-11-07"]) is right


def test_the_scorer_prints_one_json_object_whatever_the_record_has(
    ledger_score: ModuleType,
    ledger_gold: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import onrecord

    class Bare:
        def __enter__(self) -> Bare:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def reports(self) -> list[Any]:
            return []

    monkeypatch.setattr(onrecord, "open", lambda path: Bare())
    monkeypatch.setattr(ledger_score, "load", lambda folder: {sort: [] for sort in ledger_gold.FIELDS})
    assert ledger_score.main([str(tmp_path / "none.onrecord")]) == 0
    assert json.loads(capsys.readouterr().out)["commitments"]["recall"] == 0.0
