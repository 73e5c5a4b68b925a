"""What is written comes back, whatever it is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_samples import pile, river, write_sample
from strategies import any_text, piles

from onrecord.domain import Actor, Report, Span, Statement
from onrecord.record import DuplicateRow, UnreadRow, open_record, write_record
from onrecord.record.wording import printable, restored, stored

quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@quick
@given(pile=piles(), meta=st.dictionaries(any_text, any_text, max_size=2))
def test_any_pile_comes_back_equal(tmp_path: Path, pile: list[Report], meta: dict[str, str]) -> None:
    path = tmp_path / "pile.onrecord"
    write_record(path, pile, meta=meta)
    with open_record(path) as record:
        assert list(record.reports()) == pile
        assert record.meta == meta
        identities = [report.statement_id(statement) for report in pile for statement in report.statements]
        assert [row.id for row in record.statements()] == identities
        assert not [problem for problem in record.check() if "same words" not in problem]


@given(any_text)
def test_any_string_can_be_stored(text: str) -> None:
    kept = stored(text)
    assert restored(kept) == text
    assert isinstance(kept, str) == (printable(text) == text)  # plain text stays text
    assert len(printable(text)) == len(text)
    printable(text).encode()


def test_two_surrogates_that_would_make_a_pair_stay_two(tmp_path: Path) -> None:
    text = "a\ud83d\ude00b"
    report = Report(name="pair.txt", text=text, sha256="1" * 64, chrome=(Span.of(text, 3, 4),))
    write_record(tmp_path / "r", [report])
    with open_record(tmp_path / "r") as record:
        assert [*record.reports()] == [report]


def test_the_sample_comes_back_with_all_its_tables(tmp_path: Path) -> None:
    with open_record(write_sample(tmp_path / "s.onrecord")) as record:
        assert list(record.reports()) == pile()
        assert [row.report.name for row in record.statements()] == ["dam #2.txt", *["river.txt"] * 3]
        assert next(record.statements()).evidence == pile()[0].statements[0].evidence
        assert [row.name for row in record.unread()] == ["empty.txt"]
        assert [row.same_as for row in record.duplicates()] == ["river.txt"]
        assert record.finished("key-1") == b"\x00result"
        assert record.finished("key-2") is None
        assert record.check() == ()


def test_offsets_are_code_points_in_the_file_itself(tmp_path: Path) -> None:
    with open_record(write_sample(tmp_path / "s.onrecord")) as record:
        rows = record._connection.exec_driver_sql(
            'SELECT substr(r.text, c.start + 1, c."end" - c.start) AS cut, c.text, c.start FROM statement_spans c '
            "JOIN statements s ON s.number = c.statement JOIN reports r ON r.number = s.report"
        ).all()
    assert len(rows) == 15
    assert all(cut == text for cut, text, _ in rows)
    assert river().text.index("“We") in {start for _, _, start in rows}


def test_actors_have_their_counts_mentions_and_evidence(tmp_path: Path) -> None:
    with open_record(write_sample(tmp_path / "s.onrecord")) as record:
        okoro, ministry, wire = record.actors()
    assert (okoro.name, okoro.statements, okoro.reports) == ("Ada Okoro", 2, 2)
    assert [(m.report.name, m.span.text) for m in okoro.mentions] == [
        ("dam #2.txt", "Okoro"),
        ("river.txt", "minister Ada Okoro"),
    ]
    assert okoro.aliases == ("Okoro", "the minister")
    assert okoro.id == Actor("Ada Okoro", "person").id
    # The quotation without a source is still evidence for whom it was resolved to.
    words = ["The ministry", "said", "would not tell", "«Ни слова»", "minister Ada Okoro"]
    assert [span.text for span in ministry.evidence] == words
    # Who only declined to say something has a source too, and has said nothing.
    assert (wire.statements, [mention.span.text for mention in wire.mentions]) == (0, ["The agency"])
    assert [span.text for span in wire.evidence] == ["The agency", "said", "told"]


def test_refusals_come_back_apart_from_statements(tmp_path: Path) -> None:
    with open_record(write_sample(tmp_path / "s.onrecord")) as record:
        (refusal,) = record.refusals()
        said = {span.text for row in record.statements() for span in row.evidence}
    assert refusal.speaker is not None and refusal.addressee is not None and refusal.matter is not None
    assert (refusal.kind, refusal.speaker.name, refusal.addressee.name) == (
        "declined",
        "Lake Wire",
        "Ministry of Water",
    )
    assert [span.text for span in refusal.evidence] == ["The agency", "would not tell", "when"]
    assert refusal.id == pile()[0].refusal_id(pile()[0].refusals[0])
    assert not said & {"would not tell", "when"}


def test_names_of_one_actor_are_gathered(tmp_path: Path) -> None:
    text = "NATO said no. Nato said yes."

    def said(source: int, words: str, speaker: Actor) -> Statement:
        at = text.index(words)
        content = (Span.of(text, at, at + len(words)),)
        return Statement(Span.of(text, source, source + 4), None, content, "indirect", "speech", 1.0, speaker)

    first, second = Actor("NATO", "organisation", ("the alliance",)), Actor("Nato", "organisation", ("NATO",))
    statements = (said(0, "no", first), said(14, "yes", second))
    write_record(tmp_path / "r", [Report(name="n", text=text, sha256="0", statements=statements)])
    with open_record(tmp_path / "r") as record:
        (actor,) = record.actors()
    assert (actor.name, actor.aliases, actor.statements) == ("NATO", ("Nato", "the alliance"), 2)


def test_an_empty_record_is_a_record(tmp_path: Path) -> None:
    write_record(tmp_path / "r", [])
    with open_record(tmp_path / "r") as record:
        assert [*record.reports(), *record.statements(), *record.actors(), *record.unread()] == []
        assert record.search("anything") == []
        assert record.check() == ()


def test_rows_left_out_may_have_any_name(tmp_path: Path) -> None:
    unread = (UnreadRow("a\udcff.txt", "NUL \0 in it"), UnreadRow("a\udcff.txt", "again"))
    duplicates = (DuplicateRow("b\udcff", "", "not there"),)
    write_record(tmp_path / "r", [], unread=unread, duplicates=duplicates)
    with open_record(tmp_path / "r") as record:
        assert record.unread() == unread
        assert record.duplicates() == duplicates
