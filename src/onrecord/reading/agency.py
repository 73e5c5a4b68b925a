"""The news agency that a report credits: in its dateline, its byline or a line of its own."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from onrecord.reading.tables import read_table

_LINES_AT_EITHER_END = 12
_MAX_CREDIT = 160  # code points; a credit line, or as much of a paragraph as holds a dateline

_LINE = re.compile(r"[^\r\n]+")
_MARKUP = re.compile(r"\*+|\A[ \t>#_]+(?=\S)")  # of Markdown
_NAME = r"(?P<agency>[^()/\r\n]{2,40}?)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_PLACE = r"(?P<place>[^\W\d_][^()\r\n]{1,80}?)"

# Where agencies are credited. Each is matched at the start of a line; the name must then be in the table.
_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\s*(?:{_PLACE}[ ,:–—-]*)?\({_NAME}(?:\s*/\s*[^()]{{2,30}})?\)\s*(?:[-–—:]|--)",  # BRDO, May 3 (AP) -
        rf"\s*(?:{_PLACE}[ ,.]*)?/{_NAME}/\s*(?:[-–—.:])",  # MOSCOW, May 3. /TASS/.
        rf"\s*{_PLACE},? {_DAY}\s*[,/–—-]+\s*{_NAME}\s*(?:[-–—.:/]|$)",  # PARIS, May 3, AFP -
        rf"\s*[Bb][Yy][: ]\s*(?:the )?{_NAME}(?: staff| writers?| correspondent| reporters?)?\s*$",  # By RIA Novosti
        rf"\s*(?:Source|SOURCE|Via|From|Credit)s?\s*[:–—-]\s*{_NAME}\s*$",
        r"\s*\(?(?P<agency>Reuters) staff\)?\s*$",
        r"\s*[-–—(]?\s*(?P<agency>[^()/\r\n]{4,40}?|AP|AFP|UPI|EFE|DPA|dpa)\s*\)?\s*$",  # a line of its own
        rf"\s*{_NAME} (?:[Ww]riter|[Ss]taff [Ww]riter|[Cc]orrespondent)s?\s*$",  # Associated Press Writer
        rf"\s*(?:Copyright\s*)?(?:©|\([cC]\))\s*(?:\d{{4}}\s*)?(?:by )?{_NAME}(?:[.,].*)?$",
    )
)

# Where nothing but an agency can stand, so that one that is not in the table is taken as it is written. Brackets after
# a bare place may hold a country, "TRIPOLI (Libya) -": there the name itself must speak of news.
_CAPITALISED = r"[^\W\d_a-z][\w.&'’-]*"
_TOWN = rf"{_CAPITALISED}(?:[ ,]{{1,2}}(?:{_CAPITALISED}|of|de|la|el|al)){{0,4}}"
_UNKNOWN = rf"(?P<agency>{_CAPITALISED}(?: (?:{_CAPITALISED}|of|and|de|da)){{0,4}})(?:\s*/\s*[^()/]{{2,30}})?"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\s*{_TOWN},? {_DAY}[ ,.:–—-]*\({_UNKNOWN}\)\s*(?:[-–—:]|--)",
        rf"\s*{_TOWN}(?:,? {_DAY})?[ ,.]*/{_UNKNOWN}/\s*[-–—.:]",
        rf"\s*{_TOWN}\s*\((?=[^()]*(?i:wire|press|news|agency|service)){_UNKNOWN}\)\s*(?:[-–—:]|--)",
    )
)
_DAY_NAME = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH}", re.IGNORECASE)


def find_agency(text: str) -> str | None:
    """The agency's usual name (``The Associated Press``) if a credit in the first or last lines names one.

    Naming an agency in a sentence ("told Reuters", "The Associated Press (AP) reported") is not a credit. An agency
    that is not in the table is found in a dateline only, and given as it is written there.
    """
    lines = (_MARKUP.sub("", match[0].replace("\u00a0", " ")) for match in _LINE.finditer(text))
    first = list(islice((line for line in lines if not line.isspace()), _LINES_AT_EITHER_END))
    last = [line for line in text[-2000:].splitlines() if line.strip()][-_LINES_AT_EITHER_END // 2 :]
    for line in [*first, *last]:
        if name := _credited(line[:_MAX_CREDIT], whole=len(line) <= _MAX_CREDIT):
            return name
    return next((name for line in first if (name := _in_dateline(line[:_MAX_CREDIT]))), None)


def agency_named(name: str) -> str | None:
    """The agency of this name or alias. Abbreviations count only as they are written: ``AP``, not ``ap``."""
    wanted = " ".join(name.split())
    table = _agencies()
    return table.get(wanted) or table.get(wanted.casefold().removeprefix("the "))


def _credited(line: str, whole: bool) -> str | None:
    for pattern in _CREDITS:
        if pattern.pattern.endswith("$") and not whole:
            continue
        match = pattern.match(line)
        if match is None or not (name := agency_named(match["agency"])):
            continue
        # "The Associated Press (AP) -" explains an abbreviation.
        place = match.groupdict().get("place")
        if place is None or agency_named(place) is None:
            return name
    return None


def _in_dateline(line: str) -> str | None:
    for pattern in _DATELINES:
        if (match := pattern.match(line)) and not _DAY_NAME.fullmatch(match["agency"]):
            return match["agency"]
    return None


@cache
def _agencies() -> dict[str, str]:
    """Every name and alias. Those with a space or of five letters and more are found in any case, by their fold."""
    table: dict[str, str] = {}
    for name, _country, aliases in read_table("agencies.tsv"):
        for alias in (name, *aliases.split(";")):
            if alias:
                table.setdefault(alias, name)
                if len(alias) > 4:
                    table.setdefault(alias.casefold().removeprefix("the "), name)
    return table
