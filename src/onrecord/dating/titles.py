"""Names of programmes and papers that look like times: "USA Today", “This Week”, "Saturday Night Live"."""

from __future__ import annotations

from onrecord.dating.rules import Match

_QUOTES = frozenset(("'", '"', "“", "‘", "`"))
_CLOSING = frozenset(("'", '"', "”", "’"))


def is_title(match: Match) -> bool:
    """Whether it is part of a programme's or a paper's name: "USA Today", "NBC's Today", “This Week”."""
    text, starts, ends = match.tokens.text, match.tokens.starts, match.tokens.ends
    last = match.end - 1
    if not text[starts[last]].isupper() or text[starts[last] : ends[last]].isupper() or match.start == 0:
        return False
    before = text[starts[match.start - 1] : ends[match.start - 1]]
    if last > match.start:
        quoted = before in _QUOTES and text[starts[match.start]].isupper()
        return quoted or match.after() == "live"  # "Saturday Night Live"
    if before in _QUOTES:
        return match.after() in _CLOSING
    return before.lower() in ("'s", "’s") or before == "Week" or (len(before) > 1 and before.isupper())
