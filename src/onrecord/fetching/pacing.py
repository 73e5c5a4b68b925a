"""When a host may be asked again."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


class Clock:
    """The time, and waiting for it; tests have one that does not wait."""

    def now(self) -> float:
        """Seconds since some moment in the past."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def date(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)


@dataclass(slots=True)
class Pacing:
    """Keeps the distance between requests to one host."""

    clock: Clock
    _free: dict[str, float] = field(default_factory=dict)

    def ready(self, host: str) -> float:
        """Seconds until the host may be asked; 0 if it may be now."""
        return max(0.0, self._free.get(host, 0.0) - self.clock.now())

    def wait(self, host: str, delay: float) -> None:
        """Wait for the host's turn; the next one is ``delay`` seconds after it."""
        if seconds := self.ready(host):
            self.clock.sleep(seconds)
        self._free[host] = self.clock.now() + delay

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for a while."""
        self._free[host] = max(self._free.get(host, 0.0), self.clock.now() + seconds)


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds that a ``Retry-After`` asks for, as a number or a date; None if it says nothing."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def in_words(seconds: float) -> str:
    """``45 seconds``, ``20 minutes``, ``3 hours``."""
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.0f} {unit}s"
    return f"{seconds:.0f} seconds"
