"""Lineage: which reports share whose words, how many sources stand behind a row, what quotations became."""

from onrecord.lineage.joining import Join
from onrecord.lineage.printings import Counts
from onrecord.lineage.tracing import NOTHING_TRACED, Traced, Tracer, trace

__all__ = ["NOTHING_TRACED", "Counts", "Join", "Traced", "Tracer", "trace"]
