"""Onrecord turns a pile of news reports into a record of who said what, with the characters that prove it.

    import onrecord

    report = onrecord.read("“We will not sign,” the minister said.")
    record = onrecord.build(["reports/"], "dispute.onrecord")
    record = onrecord.open("dispute.onrecord")

Offsets are Unicode code points into a report's text, half-open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord._version import __version__
from onrecord.domain import (
    Actor,
    DateCandidate,
    DateEstimate,
    DateReason,
    Refusal,
    Report,
    Span,
    Statement,
    TimeExpression,
)
from onrecord.errors import BuildError, EvidenceError, InputError, OnrecordError, RecordError, UnreadableReport

if TYPE_CHECKING:
    from onrecord.analysis import read
    from onrecord.api import build, open
    from onrecord.record import Record

__all__ = [
    "Actor",
    "BuildError",
    "DateCandidate",
    "DateEstimate",
    "DateReason",
    "EvidenceError",
    "InputError",
    "OnrecordError",
    "Record",
    "RecordError",
    "Refusal",
    "Report",
    "Span",
    "Statement",
    "TimeExpression",
    "UnreadableReport",
    "__version__",
    "build",
    "open",
    "read",
]

_LAZY = {
    "read": "onrecord.analysis",
    "build": "onrecord.api",
    "open": "onrecord.api",
    "Record": "onrecord.record",
}


def __getattr__(name: str) -> Any:
    # The runtime and its weights are loaded when they are first needed, so that `import onrecord` stays instant.
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
