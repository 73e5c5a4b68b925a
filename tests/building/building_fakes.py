"""Stages that need no weights: fast, deterministic, and bad in the ways that real ones can be.

A module of its own, because worker processes import what they run by name.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from onrecord.building.stages import Stages
from onrecord.domain import Actor, Report, Span, Statement
from onrecord.errors import UnreadableReport
from onrecord.reading import RawReport, find_reports

if TYPE_CHECKING:
    from onrecord.actors import Appearance, Pile, Ruling

SAID = re.compile(r"^(?P<source>[^\n:]+?) (?P<cue>said): (?P<content>[^\n]+)$", re.MULTILINE)


class Panic(BaseException):
    """What a Rust extension raises: not an Exception."""


def prepare() -> None:
    pass


def prepare_in_vain() -> None:
    raise FileNotFoundError("no weights\nanywhere")


def prepare_to_die() -> None:
    os._exit(3)


def work(raw: RawReport) -> Report:
    """One statement for each line ``NAME said: WORDS``; a first word in capitals makes it misbehave."""
    text = raw.data.decode("utf-8", "surrogatepass")
    misbehave(text)
    report = Report(name=raw.name, text=text, sha256=raw.sha256, language="en")
    return replace(report, statements=tuple(statement(text, match) for match in SAID.finditer(text)))


def slow_work(raw: RawReport) -> Report:
    time.sleep(0.02)
    return work(raw)


def statement(text: str, match: re.Match[str]) -> Statement:
    source, cue, content = (Span.of(text, *match.span(part)) for part in ("source", "cue", "content"))
    speaker = Actor(source.text, "person", tuple(sorted({source.text.split()[-1]})))
    return Statement(source, cue, (content,), "indirect", "speech", 0.5, speaker=speaker)


def misbehave(text: str) -> None:
    match text.split(maxsplit=1)[:1]:
        case ["EMPTY"] | []:
            raise UnreadableReport("the file is empty")
        case ["RAISE"]:
            raise ValueError("two\nlines \x1b[31m")
        case ["PANIC"]:
            raise Panic("the disco")
        case ["EXIT"]:
            raise SystemExit(4)
        case ["MEMORY"]:
            raise MemoryError
        case ["CRASH"]:
            os.kill(os.getpid(), signal.SIGSEGV)
        case ["KILLED"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["ONCE", *_]:
            marker = Path(text.split()[1])
            if not marker.exists():
                marker.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case ["HANG"]:
            time.sleep(600)
        case ["PRINT"]:
            print("this must not get between the frames", flush=True)


def merge(appearances: Iterable[Appearance], rulings: Sequence[Ruling]) -> Pile:
    """Actors with the same last name are one, called by the longest of their names."""
    from onrecord.actors import Pile  # no worker needs it

    by_last_name: dict[str, list[Actor]] = {}
    for actor in {each.actor.id: each.actor for each in appearances}.values():
        by_last_name.setdefault(actor.name.split()[-1], []).append(actor)
    merged = {}
    for namesakes in by_last_name.values():
        name = max((actor.name for actor in namesakes), key=lambda name: (len(name), name))
        aliases = tuple(sorted({actor.name for actor in namesakes} - {name}))
        merged.update({actor.id: Actor(name, "person", aliases) for actor in namesakes})
    return Pile(merged)


def stages(**changes: object) -> Stages:
    """The fake stages, some of them exchanged."""
    usual = Stages(find=find_reports, prepare=prepare, work=work, merge=merge, engine="fake 1")
    return replace(usual, **changes)  # type: ignore[arg-type]


def raw(text: str, name: str = "a.txt", location: str | None = None, **more: object) -> SimpleNamespace:
    """Something with the fields of a RawReport."""
    from hashlib import sha256

    data = text.encode("utf-8", "surrogatepass")
    fields = {"name": name, "location": location or f"/reports/{name}", "data": data, "media_type": "text/plain"}
    return SimpleNamespace(**{**fields, "sha256": sha256(data).hexdigest(), "metadata": {}, **more})
