"""Reading: files, folders, zip files, web pages, JSON lines, web archives and feeds → reports, their chrome marked."""

from onrecord.reading.chrome import find_chrome
from onrecord.reading.inputs import find_reports
from onrecord.reading.parse import parse, report_from_text
from onrecord.reading.raw import DEFAULT_MAX_BYTES, RawReport, Unread

__all__ = ["DEFAULT_MAX_BYTES", "RawReport", "Unread", "find_chrome", "find_reports", "parse", "report_from_text"]
