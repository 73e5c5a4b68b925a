"""Reading: files, folders, zip files, web pages, JSON lines, web archives and feeds → reports, their chrome marked."""

from onrecord.reading.chrome import find_chrome
from onrecord.reading.inputs import InputFile, find_reports, list_inputs, read_inputs
from onrecord.reading.parse import parse, report_from_text
from onrecord.reading.raw import DEFAULT_MAX_BYTES, RawReport, Unread

__all__ = [
    "DEFAULT_MAX_BYTES",
    "InputFile",
    "RawReport",
    "Unread",
    "find_chrome",
    "find_reports",
    "list_inputs",
    "parse",
    "read_inputs",
    "report_from_text",
]
