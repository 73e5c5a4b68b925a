"""The record: one SQLite file that holds the reports, what was found in them, and the characters that prove it."""

from onrecord.record.flat import TABLES
from onrecord.record.readable import readable, wording
from onrecord.record.reading import Record, open_record
from onrecord.record.rows import (
    DuplicateRow,
    Mention,
    RecordedActor,
    RecordedRefusal,
    RecordedStatement,
    ReportKey,
    UnreadRow,
)
from onrecord.record.writing import write_record

__all__ = [
    "TABLES",
    "DuplicateRow",
    "Mention",
    "Record",
    "RecordedActor",
    "RecordedRefusal",
    "RecordedStatement",
    "ReportKey",
    "UnreadRow",
    "open_record",
    "readable",
    "wording",
    "write_record",
]
