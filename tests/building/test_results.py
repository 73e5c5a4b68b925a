from __future__ import annotations

import tracemalloc
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.building.results import DamagedResult, decode, decode_outline, encode
from onrecord.dating import outline
from onrecord.domain import (
    Actor,
    DateCandidate,
    DateEstimate,
    DateReason,
    Report,
    Span,
    Statement,
    TimeExpression,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates and NUL included


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(ANY_TEXT)

    @st.composite
    def spans(draw: st.DrawFn) -> Span:
        start = draw(st.integers(0, len(text)))
        return Span.of(text, start, draw(st.integers(start, len(text))))

    actors = st.builds(Actor, ANY_TEXT, st.sampled_from(["person", "state"]), st.lists(ANY_TEXT, max_size=2).map(tuple))
    reasons = st.builds(DateReason, ANY_TEXT, st.sampled_from(["text", "page"]), st.none() | spans())
    candidates = st.builds(DateCandidate, st.dates(), st.floats(0, 1))
    maybe_date = st.none() | st.dates()
    dates = st.builds(
        DateEstimate,
        maybe_date,
        maybe_date,
        maybe_date,
        st.lists(candidates, max_size=2).map(tuple),
        st.lists(reasons, max_size=2).map(tuple),
    )
    statements = st.builds(
        Statement,
        source=st.none() | spans(),
        cue=st.none() | spans(),
        content=st.lists(spans(), min_size=1, max_size=2).map(tuple),
        kind=st.sampled_from(["direct", "indirect", "mixed"]),
        mode=st.sampled_from(["speech", "belief"]),
        confidence=st.floats(0, 1),
        speaker=st.none() | actors,
        addressee=st.none() | actors,
        relayed_by=st.lists(actors, max_size=2).map(tuple),
        said_on=dates,
    )
    times = st.builds(TimeExpression, spans(), st.sampled_from(["DATE", "SET"]), ANY_TEXT, st.none() | ANY_TEXT)
    maybe_text = st.none() | ANY_TEXT
    return Report(
        name=draw(ANY_TEXT),
        text=text,
        sha256=draw(ANY_TEXT),
        title=draw(maybe_text),
        outlet=draw(maybe_text),
        url=draw(maybe_text),
        agency=draw(maybe_text),
        language=draw(ANY_TEXT),
        tagged=draw(st.booleans()),
        published=draw(dates),
        chrome=tuple(draw(st.lists(spans(), max_size=2))),
        statements=tuple(draw(st.lists(statements, max_size=3))),
        times=tuple(draw(st.lists(times, max_size=2))),
    )


@given(reports())
def test_every_report_comes_back_as_it_was(report: Report) -> None:
    data = encode(report)
    back = decode(data)
    assert decode_outline(data, back) == outline(report)
    assert back == report
    assert encode(back) == data


def test_surrogates_that_follow_each_other_stay_two_characters() -> None:
    text = "\ud83d\ude00"  # as UTF-16 it would be one emoji
    assert decode(encode(Report("a", text, "0"))).text == text
    assert len(text) == 2


def test_an_actor_of_many_statements_is_kept_once() -> None:
    text = "She said so."
    actor = Actor("Vera Ilic", "person")
    statement = Statement(None, None, (Span.of(text, 9, 11),), "indirect", "speech", 0.5, speaker=actor)
    data = encode(Report("a", text, "0", statements=(statement,) * 50))
    assert data.count(b"Vera Ilic") == 1
    assert {s.speaker for s in decode(data).statements} == {actor}


def test_numbers_of_numpy_are_kept() -> None:
    import numpy as np

    text = "so"
    statement = Statement(None, None, (Span.of(text, 0, 2),), "direct", "speech", np.float32(0.25))  # type: ignore[arg-type]
    assert decode(encode(Report("a", text, "0", statements=(statement,)))).statements[0].confidence == 0.25


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"report":{},"actors":[]}',
        b'{"report":{"name":"a","text":"abc","sha256":"0","chrome":[[1,9]]},"actors":[]}',
        b'{"report":{"name":"a","text":"abc","sha256":"0","surprise":1},"actors":[]}',
        b'{"report":{"name":"a","text":7,"sha256":"0"},"actors":[]}',
        b'{"report":{"name":"a","text":"abc","sha256":"0","published":{"best":"yesterday"}},"actors":[]}',
    ],
)
def test_what_is_no_result_is_called_damaged(data: bytes) -> None:
    for stored in (data, data + b"\n"):  # with an outline behind it, or without
        with pytest.raises(DamagedResult):
            decode(stored)


def test_dates_are_kept_with_their_reasons() -> None:
    text = "Monday"
    reason = DateReason("the dateline", "text", Span.of(text, 0, 6))
    report = Report("a", text, "0", published=DateEstimate.known(date(2008, 2, 18), reason))
    assert decode(encode(report)) == report


@pytest.mark.parametrize("tail", [b"", b"no deflated bytes", zlib.compress(b"[]"), zlib.compress(b'{"words":[1]}')])
def test_an_outline_that_was_damaged_is_told(tail: bytes) -> None:
    data = encode(Report("a", "one two", "0"))
    body = data[: data.index(b"\n") + 1]
    with pytest.raises(DamagedResult):
        decode_outline(body + tail, decode(body + tail))


def test_an_outline_does_not_inflate_without_end() -> None:
    data = encode(Report("a", "one two", "0"))
    bomb = zlib.compress(b" " * 50_000_000)
    tracemalloc.start()
    with pytest.raises(DamagedResult):
        decode_outline(data[: data.index(b"\n") + 1] + bomb, Report("a", "one two", "0"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
