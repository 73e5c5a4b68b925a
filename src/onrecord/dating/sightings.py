"""Reports as the pile sees them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.dating.outlines import NamedDay, Outline, outline
from onrecord.dating.report_date import is_settled
from onrecord.domain import DateEstimate, Report

Ints32 = NDArray[np.uint32]


class Source(NamedTuple):
    """A report and its outline, as they are read again where the pile has something to show in them."""

    report: Report
    outline: Outline


@dataclass(frozen=True, slots=True)
class Sighting:
    """A report as the pile sees it. Its text is not held, but read again for the few places where it is asked for.

    Args:
        report: its id.
        name: its name in the record.
        published: its date as far as is known without the others.
        stated: what was stated or given of it.
        named: days that it names.
        title: stems of its headline's words.
        words: stems of all of its less common words, sorted.
        passages: hashes of passages, sorted.
        load: gives the report and its outline.
    """

    report: str
    name: str
    published: DateEstimate
    stated: DateEstimate
    named: tuple[NamedDay, ...]
    title: frozenset[str]
    words: tuple[str, ...]
    passages: Ints32
    load: Callable[[], Source] = field(compare=False, repr=False)

    @property
    def settled(self) -> bool:
        """Whether its day is known, so that it dates others and is not dated by them."""
        return is_settled(self.published)

    @property
    def text(self) -> str:
        """The report's characters."""
        return self.load().report.text


def sighting(
    report: Report, name: str, known: Outline | None = None, load: Callable[[], Source] | None = None
) -> Sighting:
    """A dated report, or one that was tried to be, as the pile sees it, under its name in the record.

    Args:
        report: the report.
        name: its name in the record.
        known: its outline, where that is there already.
        load: reads the report again; without it, it is held in memory.
    """
    known = known or outline(report)
    source = Source(report, known)
    return Sighting(
        report.id,
        name,
        report.published,
        report.stated,
        tuple(replace(each, words=frozenset(map(sys.intern, each.words))) for each in known.named),
        frozenset(known.title),
        tuple(map(sys.intern, known.words)),
        np.array(known.passages, np.uint32),
        load or (lambda: source),
    )
