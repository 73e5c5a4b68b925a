"""The record: one SQLite file that holds the reports, what was found in them, and the characters that prove it."""

from onrecord.record.flat import TABLES
from onrecord.record.ledger_rows import (
    Differing,
    RecordedAct,
    RecordedCommitment,
    RecordedEvent,
    RecordedForecast,
    RecordedFrame,
    RecordedPosition,
    RecordedQuestion,
    Seen,
    Step,
)
from onrecord.record.readable import how_said, readable
from onrecord.record.reading import Record, open_record
from onrecord.record.rows import (
    Citing,
    Claim,
    DuplicateRow,
    Mention,
    RecordedActor,
    RecordedDivergence,
    RecordedGround,
    RecordedInstrument,
    RecordedLineage,
    RecordedOffice,
    RecordedRefusal,
    RecordedStatement,
    ReportKey,
    UnreadRow,
)
from onrecord.record.writing import write_record

__all__ = [
    "TABLES",
    "Citing",
    "Claim",
    "Differing",
    "DuplicateRow",
    "Mention",
    "Record",
    "RecordedAct",
    "RecordedActor",
    "RecordedCommitment",
    "RecordedDivergence",
    "RecordedEvent",
    "RecordedForecast",
    "RecordedFrame",
    "RecordedGround",
    "RecordedInstrument",
    "RecordedLineage",
    "RecordedOffice",
    "RecordedPosition",
    "RecordedQuestion",
    "RecordedRefusal",
    "RecordedStatement",
    "ReportKey",
    "Seen",
    "Step",
    "UnreadRow",
    "how_said",
    "open_record",
    "readable",
    "write_record",
]
