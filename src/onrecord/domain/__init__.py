"""The domain: plain frozen values without input or output. Offsets are Unicode code points, half-open."""

from onrecord.domain.actor import Actor, ActorKind
from onrecord.domain.dates import UNKNOWN_DATE, DateCandidate, DateEstimate, DateReason, TimeExpression, TimeType
from onrecord.domain.ids import content_id
from onrecord.domain.mention import Mention
from onrecord.domain.report import Report
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind, StatementMode

__all__ = [
    "UNKNOWN_DATE",
    "Actor",
    "ActorKind",
    "DateCandidate",
    "DateEstimate",
    "DateReason",
    "Mention",
    "Report",
    "Span",
    "Statement",
    "StatementKind",
    "StatementMode",
    "TimeExpression",
    "TimeType",
    "content_id",
]
