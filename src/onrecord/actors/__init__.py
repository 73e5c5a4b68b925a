"""Actors: who is speaking, to whom, and through whom; within a report and across reports."""

from onrecord.actors.mentions import mentions
from onrecord.actors.merge import merge
from onrecord.actors.resolve import resolve

__all__ = ["mentions", "merge", "resolve"]
