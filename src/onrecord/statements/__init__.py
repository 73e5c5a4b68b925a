"""Statements from tagged spans: relations, kind, mode, polarity, venue, confidence; and refusals to make any."""

from onrecord.statements.assemble import statements
from onrecord.statements.said_on import with_said_on
from onrecord.statements.silences import refusals

__all__ = ["refusals", "statements", "with_said_on"]
