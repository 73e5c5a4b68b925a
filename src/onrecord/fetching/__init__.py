"""Fetching: feeds and pages from the web → web archives (WARC) in a folder, which a build then reads.

This is the only part of Onrecord that uses the network, and nothing else imports it. Servers are hostile input: no
answer may take more time, memory or disk than it is allowed, nor lead to where the user did not point.
"""

from onrecord.fetching.fetch import fetch
from onrecord.fetching.settings import Settings
from onrecord.fetching.summary import FetchInterrupted, FetchSummary, Progress, Unfetched

__all__ = ["FetchInterrupted", "FetchSummary", "Progress", "Settings", "Unfetched", "fetch"]
