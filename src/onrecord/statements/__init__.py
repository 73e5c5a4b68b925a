"""Statements from tagged spans: relations, kind, mode, polarity, venue, confidence; and refusals to make any."""

from onrecord.statements.assemble import statements
from onrecord.statements.silences import refusals

__all__ = ["refusals", "statements"]
