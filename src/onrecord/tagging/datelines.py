"""Datelines at the head of a paragraph: "BRDO, February 13 (RIA Novosti) - ", "MOSCOW, December 22. /TASS/. ".

They are nobody's words, so they are not shown to the tagger. Only forms that nothing else looks like are taken: a
place in capitals before a dash, or a place with a date or an agency behind it. Offsets are Unicode code points,
half-open.
"""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}\ \d{{1,2}}|\d{{1,2}}\ {_MONTH})(?:,?\ \d{{4}})?"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_TITLE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){0,3}"
_REGION = r"(?:,\ [A-ZÀ-Þ][\w.]+(?:\ [A-ZÀ-Þ][\w.]+)?)?"
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)"
_END = r"[*_]{0,3}(?:\ ?(?:--|[-–—―])\ ?|\ ?:\ |\.\ |\ )"
_MARK = r"[*_]{0,3}(?:\ ?(?:--|[-–—―])\ |\ ?:\ |(?<=/\.)\ )"
_DASH = r"[*_]{0,3}\ ?(?:--|[-–—―])\ "
_DATELINE = re.compile(
    rf"""^[ \t\u00a0*_>]*(?:
        (?:{_TITLE}){_REGION},?\ {_DATE}[.,]?\ ?{_AGENCY}\.?{_END}
      | (?:{_TITLE}){_REGION}[.,]?\ {_AGENCY}\.?{_MARK}
      | (?:{_TITLE}){_REGION},\ {_DATE}\.?{_DASH}
      | (?:{_CAPITALS}){_REGION}(?:,\ {_DATE}\.?)?{_DASH}
      | (?:{_TITLE}){_REGION}[ ]:[ ]
    )""",
    re.VERBOSE | re.MULTILINE,
)
_REACH = 160


def datelines(text: str) -> list[tuple[int, int]]:
    """Ranges of the datelines in ``text``, in order; each begins its line."""
    found = []
    start = 0
    while start < len(text):
        head = text[start : start + _REACH].lstrip(" \t\u00a0*_>")
        match = _DATELINE.match(text, start, start + _REACH) if head[:1].isupper() else None
        if match and match.end() < len(text) and text[match.end()] not in "\r\n":
            found.append(match.span())
        following = text.find("\n", start)
        if following < 0:
            break
        start = following + 1
    return found
