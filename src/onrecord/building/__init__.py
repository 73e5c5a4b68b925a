"""Building: from a pile of reports to a record file, resumable and reproducible to the byte."""

from onrecord.building.build import build
from onrecord.building.summary import BuildInterrupted, BuildSummary, Progress

__all__ = ["BuildInterrupted", "BuildSummary", "Progress", "build"]
