"""What comes of the analysis of one report, whatever the analysis does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.building.results import encode
from onrecord.domain import Report
from onrecord.errors import UnreadableReport

if TYPE_CHECKING:
    from onrecord.reading import RawReport

Work = Callable[["RawReport"], Report]
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Done:
    """The stored form of an analysed report and the number of its statements."""

    result: bytes
    statements: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no result: a short sentence fit for a table."""

    reason: str


Outcome = Done | Refused


def outcome_of(work: Work, raw: RawReport) -> Outcome:
    """Do the work on one report. Nothing but Ctrl-C comes out as an exception: one bad report never stops a build."""
    try:
        report = work(raw)
        return Done(encode(report), len(report.statements))
    except KeyboardInterrupt:
        raise
    except UnreadableReport as error:
        return Refused(one_line(error.reason))
    except MemoryError:
        return Refused("its analysis ran out of memory")
    except BaseException as error:  # a panic in a Rust extension is not an Exception
        return Refused(f"its analysis failed ({describe(error)})")


def describe(error: BaseException) -> str:
    """The exception's type and message on one line."""
    message = one_line(str(error))
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def one_line(text: str) -> str:
    """``text`` on one line of bearable length, and encodable."""
    line = " ".join(text.split()).encode("utf-8", "backslashreplace").decode()
    return line if len(line) <= _LONGEST_REASON else line[: _LONGEST_REASON - 1] + "…"
