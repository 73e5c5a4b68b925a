"""Statements from tagged spans: relations, kind, mode, confidence."""

from onrecord.statements.assemble import statements

__all__ = ["statements"]
