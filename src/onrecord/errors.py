"""Everything that Onrecord raises on purpose.

    OnrecordError
    ├── EvidenceError      a span does not match its report to the letter
    ├── UnreadableReport   one report can't be read; a build quarantines it and goes on
    ├── InputError         the paths that were given lead to nothing readable
    ├── RecordError        a record file is missing, damaged or of another version
    ├── BuildError         a build can't go on (a full disk, a folder that can't be written)
    └── FetchError         fetching can't go on (a full disk, another run in the same folder)

Each message says what is wrong and, where it can, what to do next.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base class of the errors above."""


class EvidenceError(OnrecordError, ValueError):
    """A span whose text is not what stands at its offsets."""


class UnreadableReport(OnrecordError):
    """A report that can't be read. ``reason`` is a short sentence fit for a table."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class InputError(OnrecordError):
    """No report could be found where the user pointed."""


class RecordError(OnrecordError):
    """A record that can't be opened or is not one."""


class BuildError(OnrecordError):
    """A build that can't go on; what was finished is kept."""


class FetchError(OnrecordError):
    """Fetching that can't go on; what was fetched is kept."""
