"""What a user may choose about fetching."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord._version import __version__
from onrecord.reading.raw import DEFAULT_MAX_BYTES

ROBOT = "onrecord"
"""The name that ``robots.txt`` may call us by."""

MAX_FEED_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fetch.

    Args:
        contact: an e-mail or web address under which the one who fetches can be reached; servers are told.
        delay: seconds between two requests to one host; more if its ``robots.txt`` asks for more.
        timeout: seconds that an answer may take as a whole.
        max_bytes: pages larger than this are not kept. Feeds may have 64 MB.
        limit: pages to ask for in one run, at most.
        again: whether to ask for pages that are kept already, to keep what has changed as well.
        patience: seconds that a run waits for a server that asks to be left alone for a while.
        retries: how often a request is repeated that failed for a passing reason.
    """

    contact: str = ""
    delay: float = 1.0
    timeout: float = 60.0
    max_bytes: int = DEFAULT_MAX_BYTES
    limit: int = 1_000
    again: bool = False
    patience: float = 60.0
    retries: int = 2

    @property
    def user_agent(self) -> str:
        """``onrecord/0.1.0 (+mailto:desk@example.org)``."""
        contact = "".join(ch for ch in self.contact if ch.isascii() and ch.isprintable() and ch not in "()\\").strip()
        if "@" in contact and ":" not in contact:
            contact = f"mailto:{contact}"
        return f"{ROBOT}/{__version__} (+{contact})" if contact else f"{ROBOT}/{__version__} (keeps news reports)"
