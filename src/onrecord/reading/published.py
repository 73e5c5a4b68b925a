"""When a report was published, as its page, feed, address or file name says. Only full dates count; none is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from onrecord.domain import UNKNOWN_DATE, DateCandidate, DateEstimate, DateReason

# What outweighs what: a person's word, then the page or the feed, then the address, then the file's name.
_TIERS = (("given",), ("page", "metadata"), ("url",), ("file name",))

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name[:size]: number for number, name in enumerate(_MONTH_NAMES, start=1) for size in (3, 4, len(name))}
_ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*")
_SLASHED = re.compile(r"\s*(\d{4})([/.])(\d\d?)\2(\d\d?)(?!\d)")
_ENGLISH_DMY = re.compile(r"(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+(\d{4})\b")
_ENGLISH_MDY = re.compile(r"(?:[A-Za-z]+,?\s+)?([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_NUMERIC = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_EPOCH = re.compile(r"\s*(\d{9,10})(?:\.\d+)?\s*|\s*(\d{12,13})\s*")

_IN_FILE_NAME = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?P<sep>[-_. ]?)(0[1-9]|1[0-2])(?P=sep)(0[1-9]|[12]\d|3[01])"
    r"(?:T\d{4,6}Z?)?(?![0-9A-Za-z])"
)
_IN_URL = re.compile(r"/((?:19|20)\d\d)(?P<sep>[-/_.]?)(\d\d?|[a-z]{3,9})(?P=sep)(\d\d?)(?=[/._-]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A publication date that something states: where (``origin`` as in ``DateReason``) and how (``text``).

    ``values`` has more than one date when the writing is ambiguous (03/04/2008). ``moment`` is the exact time, if
    given, so that one moment written in two time zones is not taken for two dates.
    """

    values: tuple[date, ...]
    origin: str
    text: str
    moment: datetime | None = None


def state(written: str, origin: str, where: str) -> StatedDate | None:
    """The date written in ``written``, as stated in ``where`` (a meta tag, say); None when it isn't full."""
    text = written.strip()[:100]
    moment = _moment(text)
    values = (moment.date(),) if moment else _days(text)
    if not values:
        return None
    return StatedDate(values, origin, f"{where}: {text}", moment if moment and moment.tzinfo else None)


def in_file_name(name: str) -> list[StatedDate]:
    """Full dates in a file's name: ``2008-02-17``, ``2008_02_17``, ``20080217``."""
    found = [(_date(m[1], m[3], m[4]), m[0]) for m in _IN_FILE_NAME.finditer(name)]
    return [StatedDate((value,), "file name", f"the file is called {name}") for value, _ in found if value]


def in_url(url: str) -> list[StatedDate]:
    """Full dates in the path of a web address: ``/2008/02/17/``, ``/2008-02-17/``, ``/20080217/``, ``/2008/feb/17``."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return []
    found = [_date(m[1], _MONTHS.get(m[3].lower(), m[3]), m[4]) for m in _IN_URL.finditer(path)]
    return [StatedDate((value,), "url", f"the address has {path}") for value in found if value]


def estimate(stated: Iterable[StatedDate]) -> DateEstimate:
    """What the stated dates add up to.

    The most trusted kind that states anything decides. If it agrees with itself the date is known; if not, every date
    it states is a candidate with an equal share and there is no best one. All are kept as reasons; those of other
    kinds that say another day speak against it.
    """
    known = list(dict.fromkeys(stated))
    reasons = tuple(dict.fromkeys(DateReason(item.text, item.origin) for item in known))
    for tier in _TIERS:
        chosen = [item for item in known if item.origin in tier]
        if chosen:
            days = _agree(chosen)
            candidates = tuple(DateCandidate(day, 1 / len(days)) for day in days)
            doubted = {item.text for item in known if not _near(item, days)}
            reasons = tuple(replace(each, against=each.text in doubted) for each in reasons)
            return DateEstimate(days[0] if len(days) == 1 else None, days[0], days[-1], candidates, reasons)
    return UNKNOWN_DATE


def _near(stated: StatedDate, days: Sequence[date]) -> bool:
    """Whether a stated date is one of ``days``, or beside it, as midnight in another time zone may put it."""
    return any(abs(value - day) <= timedelta(days=1) for value in stated.values for day in days)


def _agree(stated: Sequence[StatedDate]) -> list[date]:
    """The dates that remain when ambiguous ones are settled by the others and equal moments are taken as one."""
    moments: dict[datetime, date] = {}
    certain: set[date] = set()
    for item in stated:
        if item.moment is not None:
            # Of one moment in two zones the local one is what the paper's readers had on their calendar.
            at = item.moment.astimezone(UTC)
            if at not in moments or item.moment.utcoffset():
                moments[at] = item.values[0]
    spare = {item.moment.astimezone(UTC).date() for item in stated if item.moment is not None} - set(moments.values())
    for item in stated:
        if item.moment is None and len(item.values) == 1 and item.values[0] not in spare:
            certain.add(item.values[0])
    certain.update(moments.values())
    for item in stated:
        if len(item.values) > 1 and not certain.intersection(item.values):
            certain.update(item.values)
    return sorted(certain)


def _moment(text: str) -> datetime | None:
    if _ISO.match(text):
        try:
            return datetime.fromisoformat(text.replace("z", "Z"))
        except ValueError:
            return None
    if epoch := _EPOCH.fullmatch(text):
        seconds = int(epoch[1]) if epoch[1] else int(epoch[2]) // 1000
        return datetime.fromtimestamp(seconds, UTC)
    if "," in text and ":" in text:
        try:
            return parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return None


def _days(text: str) -> tuple[date, ...]:
    value: date | None = None
    if match := _ISO.match(text):
        value = _date(match[1], match[2], match[3])
    elif match := _SLASHED.match(text):
        value = _date(match[1], match[3], match[4])
    elif match := _COMPACT.fullmatch(text):
        value = _date(match[1], match[2], match[3])
    elif (match := _ENGLISH_DMY.match(text)) and match[2].lower() in _MONTHS:
        value = _date(match[3], _MONTHS[match[2].lower()], match[1])
    elif (match := _ENGLISH_MDY.match(text)) and match[1].lower() in _MONTHS:
        value = _date(match[3], _MONTHS[match[1].lower()], match[2])
    elif match := _NUMERIC.match(text):
        day_first, month_first = _date(match[4], match[3], match[1]), _date(match[4], match[1], match[3])
        if match[2] == ".":  # nobody writes the month first with full stops
            month_first = None
        return tuple(sorted({day for day in (day_first, month_first) if day}))
    return (value,) if value else ()


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return value if 1800 <= value.year < 2100 else None
