"""The domain: plain frozen values without input or output. Offsets are Unicode code points, half-open."""

from onrecord.domain.actor import Actor, ActorKind
from onrecord.domain.dates import UNKNOWN_DATE, DateCandidate, DateEstimate, DateReason, TimeExpression, TimeType
from onrecord.domain.identity import Decision, Identity, Verdict
from onrecord.domain.ids import content_id
from onrecord.domain.instrument import Citation, Ground, Instrument, InstrumentKind, Relation
from onrecord.domain.lineage import Change, Direction, Divergence, DivergenceKind, Lineage, LineageKind, Passage
from onrecord.domain.mention import Mention
from onrecord.domain.office import Description, Gender, Office, Tenure
from onrecord.domain.report import Report
from onrecord.domain.span import Span
from onrecord.domain.statement import Refusal, RefusalKind, Statement, StatementKind, StatementMode

__all__ = [
    "UNKNOWN_DATE",
    "Actor",
    "ActorKind",
    "Change",
    "Citation",
    "DateCandidate",
    "DateEstimate",
    "DateReason",
    "Decision",
    "Description",
    "Direction",
    "Divergence",
    "DivergenceKind",
    "Gender",
    "Ground",
    "Identity",
    "Instrument",
    "InstrumentKind",
    "Lineage",
    "LineageKind",
    "Mention",
    "Office",
    "Passage",
    "Refusal",
    "RefusalKind",
    "Relation",
    "Report",
    "Span",
    "Statement",
    "StatementKind",
    "StatementMode",
    "Tenure",
    "TimeExpression",
    "TimeType",
    "Verdict",
    "content_id",
]
