"""Hypothesis strategies for the domain's values: any text, and everything that may be found in it.

The spans are true to their text, as the domain demands; apart from that nothing is tame: the texts hold emoji,
combining marks, NULs, lone surrogates, every kind of line end, and words of a few languages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from onrecord.domain import (
    UNKNOWN_DATE,
    Act,
    Actor,
    Citation,
    DateCandidate,
    DateEstimate,
    DateReason,
    Declaration,
    Description,
    Expectation,
    Ground,
    Happening,
    Instrument,
    Naming,
    Refusal,
    Report,
    Span,
    Stance,
    Statement,
    TimeExpression,
)

_NASTY = ["\0", "\ud83d", "\udc80", "😀", "é", "\r\n", "\xa0", "\u200b", "\u2028", "“", "”", '"', "'", "=", " ", "\n"]
_WORDS = ["talks", "the envoy said", "“We will not sign,”", "Загреб", "السلام", "naïve", "never."]

any_text = st.lists(st.sampled_from(_NASTY + _WORDS) | st.text(st.characters(), max_size=5), max_size=12).map("".join)
"""Any Python string, with what is hard to keep in a file."""

names = any_text.filter(bool)
optional_text = st.none() | any_text
unit = st.floats(0, 1)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span of ``text``; it may be empty."""
    start = draw(st.integers(0, len(text)))
    return Span.of(text, start, draw(st.integers(start, len(text))))


@st.composite
def date_estimates(draw: st.DrawFn, text: str) -> DateEstimate:
    """A date of which something is known, or nothing."""
    if draw(st.booleans()):
        return UNKNOWN_DATE
    days = st.none() | st.dates()
    candidates = st.builds(DateCandidate, st.dates(), unit)
    reasons = st.builds(DateReason, any_text, st.sampled_from(["given", "page", "text"]), st.none() | spans(text))
    return DateEstimate(
        draw(days),
        draw(days),
        draw(days),
        tuple(draw(st.lists(candidates, max_size=2))),
        tuple(draw(st.lists(reasons, max_size=2))),
    )


actors = st.builds(
    Actor,
    names,
    st.sampled_from(["person", "state", "organisation", "body", "group", "place", "unknown"]),
    st.lists(any_text, max_size=3, unique=True).map(sorted).map(tuple),
    st.sampled_from(["", "r_5feceb66ffc86f38", "r_6b86b273ff34fce1"]),
    st.sampled_from(["", "", "mayor", "“déjà vu”"]),
)

casts = st.lists(actors, max_size=4, unique_by=lambda actor: actor.id)
"""Actors as they are across a pile: one value an id."""


INSTRUMENTS = (
    Instrument("Lake Treaty", "treaty", "River Commission", date="1921"),
    Instrument("Resolution 9", "resolution", number="9"),
    Instrument("droit de passage “déjà vu” 😀", "norm"),
    Instrument("resolution on Norvenia", "resolution", "", "", "", "Norvenia", False, "r_5feceb66ffc86f38"),
)
"""Instruments as they are across a pile: one value an id."""

instruments = st.sampled_from(INSTRUMENTS)


@st.composite
def citations(draw: st.DrawFn, text: str) -> Citation:
    """Words of ``text`` that name an instrument."""
    return Citation(draw(spans(text)), draw(instruments), draw(st.sampled_from(["", "Article 4"])), draw(any_text))


@st.composite
def grounds(draw: st.DrawFn, text: str) -> Ground:
    """What a statement cites; the words may be any of ``text``."""
    relation = draw(st.sampled_from(["invoked", "breach alleged", "breach denied", "mentioned"]))
    part = draw(st.sampled_from(["", "Article 4"]))
    return Ground(draw(instruments), draw(spans(text)), part, relation, draw(st.none() | spans(text)))


@st.composite
def acts(draw: st.DrawFn, text: str, cast: Sequence[Actor] = ()) -> Act:
    """What somebody of the cast does, or nobody known."""
    someone = st.none() | st.sampled_from(list(cast)) if cast else st.none()
    code = draw(st.sampled_from(["AGREE", "REJECT", "RETREAT", "ASSAULT"]))
    return Act(code, draw(spans(text)), draw(someone), draw(someone), draw(st.sampled_from(["", "strike"])))


@st.composite
def told(draw: st.DrawFn, text: str, cast: Sequence[Actor], statements: int, done: Sequence[Act]) -> dict[str, Any]:
    """What a report tells for the ledger: happenings, declarations, expectations, stances and namings."""
    someone = st.none() | st.sampled_from(list(cast)) if cast else st.none()
    several = st.lists(st.sampled_from(list(cast)), max_size=2) if cast else st.just([])
    here, maybe = spans(text), st.none() | spans(text)
    of = st.none() | st.integers(0, statements - 1) if statements else st.none()
    act = st.none() | acts(text, cast) | (st.sampled_from(list(done)) if done else st.none())
    polarity = st.sampled_from(["positive", "negative"])
    happenings = st.builds(
        Happening,
        here,
        here,
        any_text,
        st.sampled_from(["happened", "scheduled", "held", "moved", "cancelled", "unknown"]),
        act,
        someone,
        someone,
        date_estimates(text),
        maybe,
        maybe,
        st.lists(here, max_size=2).map(tuple),
        of,
    )
    declarations = st.builds(
        Declaration,
        here,
        here,
        st.sampled_from(["promise", "threat", "plan", "refusal", "continuation", "offer"]),
        polarity,
        st.sampled_from(["vows", "will", "would", "may"]),
        someone,
        someone,
        several.map(tuple),
        maybe,
        date_estimates(text),
        maybe,
        of,
    )
    expectations = st.builds(
        Expectation,
        here,
        here,
        st.sampled_from(["certain", "likely", "possible", "unlikely"]),
        polarity,
        someone,
        someone,
        maybe,
        date_estimates(text),
        maybe,
        of,
    )
    keys = st.lists(st.sampled_from(["canal", "naïve", "toll"]), max_size=2).map(tuple)
    sides = st.sampled_from(["for", "against", "conditional", "neutral", "unclear"])
    stances = st.builds(Stance, here, here, keys, sides, st.integers(1, 3), someone, maybe, of)
    namings = st.builds(Naming, here, any_text, someone, of)
    return {
        "happenings": tuple(draw(st.lists(happenings, max_size=2))),
        "declarations": tuple(draw(st.lists(declarations, max_size=2))),
        "expectations": tuple(draw(st.lists(expectations, max_size=2))),
        "stances": tuple(draw(st.lists(stances, max_size=2))),
        "namings": tuple(draw(st.lists(namings, max_size=2))),
    }


@st.composite
def statements(draw: st.DrawFn, text: str, cast: Sequence[Actor] = (), done: Sequence[Act] = ()) -> Statement:
    """A statement that rests on one span of ``text`` at least."""
    someone = st.none() | st.sampled_from(list(cast)) if cast else st.none()
    chains = st.lists(st.sampled_from(list(cast)), max_size=2) if cast else st.just([])
    return Statement(
        source=draw(st.none() | spans(text)),
        cue=draw(st.none() | spans(text)),
        content=tuple(sorted(draw(st.lists(spans(text), min_size=1, max_size=3)))),
        kind=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        mode=draw(st.sampled_from(["speech", "writing", "belief", "intention", "emotion"])),
        confidence=draw(unit),
        speaker=draw(someone),
        addressee=draw(someone),
        addressees=tuple(draw(chains)),
        relayed_by=tuple(draw(chains)),
        negation=draw(st.none() | spans(text)),
        hedge=draw(st.none() | spans(text)),
        venue=draw(st.none() | spans(text)),
        occasion=draw(st.none() | spans(text)),
        said_on=draw(date_estimates(text)),
        grounds=tuple(draw(st.lists(grounds(text), max_size=2))),
        act=draw(st.none() | st.sampled_from(list(done)) if done else st.none() | acts(text, cast)),
    )


@st.composite
def refusals(draw: st.DrawFn, text: str, cast: Sequence[Actor] = ()) -> Refusal:
    """A refusal in ``text``."""
    someone = st.none() | st.sampled_from(list(cast)) if cast else st.none()
    return Refusal(
        source=draw(st.none() | spans(text)),
        cue=draw(spans(text)),
        matter=draw(st.none() | spans(text)),
        kind=draw(st.sampled_from(["declined", "silent"])),
        speaker=draw(someone),
        addressee=draw(someone),
    )


@st.composite
def descriptions(draw: st.DrawFn, text: str, cast: Sequence[Actor]) -> Description:
    """What a report says of somebody of the cast."""
    return Description(
        draw(st.sampled_from(list(cast))),
        draw(names),
        draw(spans(text)),
        draw(st.none() | st.sampled_from(list(cast))),
        draw(st.booleans()),
        draw(st.sampled_from(["held", "acting", "former", "then", "coming"])),
        draw(st.sampled_from(["", "m", "f"])),
    )


@st.composite
def reports(draw: st.DrawFn, cast: Sequence[Actor] = ()) -> Report:
    """A complete report. Its ``sha256`` is drawn, so that two reports may have the same text."""
    text = draw(any_text)
    done = tuple(draw(st.lists(acts(text, cast), max_size=2)))
    said = tuple(draw(st.lists(statements(text, cast, done), max_size=3)))
    types = st.sampled_from(["DATE", "TIME", "DURATION", "SET"])
    return Report(
        name=draw(names),
        text=text,
        sha256=hashlib.sha256(draw(st.binary(max_size=4))).hexdigest(),
        encoding=draw(st.sampled_from(["", "utf-8", "windows-1251"])),
        media_type=draw(st.sampled_from(["text/plain", "text/html"])),
        title=draw(optional_text),
        outlet=draw(optional_text),
        url=draw(optional_text),
        agency=draw(optional_text),
        language=draw(st.sampled_from(["", "en", "sr"])),
        tagged=draw(st.booleans()),
        published=draw(date_estimates(text)),
        chrome=tuple(sorted(draw(st.lists(spans(text), max_size=2)))),
        statements=said,
        refusals=tuple(draw(st.lists(refusals(text, cast), max_size=2))),
        times=tuple(draw(st.lists(st.builds(TimeExpression, spans(text), types, any_text, optional_text), max_size=2))),
        descriptions=tuple(draw(st.lists(descriptions(text, cast), max_size=2))) if cast else (),
        citations=tuple(draw(st.lists(citations(text), max_size=2))),
        acts=done,
        **draw(told(text, cast, len(said), done)),
    )


@st.composite
def piles(draw: st.DrawFn) -> list[Report]:
    """Reports as a build hands them to the record: each of other bytes, an actor the same in all."""
    cast = draw(casts)
    return draw(st.lists(reports(cast), max_size=3, unique_by=lambda report: report.sha256))
