"""Stages and piles for builds in shards. A module of its own, because other processes import what they run by name."""

from __future__ import annotations

import re
import time
from pathlib import Path

import building_fakes
from warc_samples import http, packed, page, pages, record, warcinfo

from onrecord.building.stages import Stages
from onrecord.domain import Report
from onrecord.reading import RawReport, parse

_SLOW = 0.2  # seconds

_STORY = (
    "The parish council of Little Wenning met twice last night and could not agree on what to do about its mill, which "
    "has stood empty since the miller moved to the coast with his three daughters and a parrot.\n\n"
    "Ada Quist said: the mill at the weir will not be sold to anybody who means to pull it down before the winter\n\n"
    "A bidder from the county town has offered to turn the building into flats for retired lock keepers, provided that "
    "the wheel is stopped at night and that nobody fishes from the sluice on Sundays.\n"
)


def work(raw: RawReport) -> Report:
    """Web pages are parsed; everything else is as in ``building_fakes``, crashes included."""
    if raw.media_type == "text/html":
        return parse(raw)
    return building_fakes.work(raw)


def slow_work(raw: RawReport) -> Report:
    """The same, at a pace at which a worker can be killed."""
    time.sleep(_SLOW)
    return work(raw)


def stages(slow: bool = False) -> Stages:
    """The fake stages."""
    return building_fakes.stages(work=slow_work if slow else work)


def fill(pile: Path, reports: int = 36, crash: bool = True) -> Path:
    """A pile with all that may go wrong: copies, a story that 24 print, bad reports, a repeated one, JSON lines, a web
    archive with lower-case headers, and one that was cut off."""
    pile.mkdir()
    for number in range(reports):
        head = f"Paper {number} of the county reports the following from the parish number {number * 7}.\n\n"
        words = f"Bo Lund{number} said: nothing of the kind number {number} was discussed in the town hall of Wenning\n"
        story = re.sub("winter|parrot", f"winter{number}", _STORY) if number % 3 else words
        (pile / f"{number:02}.txt").write_text(head + story, encoding="utf-8")
    (pile / "again.txt").write_bytes((pile / "03.txt").read_bytes())
    (pile / "bad1.txt").write_text("RAISE\n")
    if crash:  # which brings down the process that it is analysed in
        (pile / "bad2.txt").write_text("CRASH\n")
    (pile / "empty.txt").write_text("EMPTY\n")
    lines = [
        f'{{"text": "Cy Mork{number} said: line {number} of the ledger is missing", "id": "{number}"}}'
        for number in range(9)
    ]
    (pile / "lines.jsonl").write_text("\n".join([*lines[:4], "{broken", *lines[4:]]) + "\n", encoding="utf-8")
    whole = packed([warcinfo(), *pages(3), record(http(page("Lower")), "https://lakewire.example/low", lower=True)])
    (pile / "whole.warc.gz").write_bytes(whole)
    cut = packed([warcinfo(), *pages(4)])
    (pile / "cut.warc.gz").write_bytes(cut[: len(cut) - 40])
    (pile / "published.csv").write_text("file,published\n01.txt,2011-05-07\n02.txt,2011-05-09\n")
    return pile
