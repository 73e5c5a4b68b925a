"""What a single line shows of being chrome. ``chrome`` weighs it by where the line stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.reading.tables import read_definition, read_patterns, read_phrases

MAX_LINE = 600  # code points; longer lines are paragraphs or data, and no rule looks at them

_PHRASES = read_phrases("chrome_phrases.txt")
_CHROME_LINE = read_patterns("chrome_patterns.txt")
_RIGHTS = re.compile(r"\s*(?:copyright\b|©|\(c\)|&copy;)|all rights? reserved\W*$", re.IGNORECASE)

# Stylesheets and scripts that were taken for text.
_CODE = re.compile(
    r"[{}]+;?|[.#@]?[\w .#,>:()-]{0,80}\{(?:\s*[a-z-]{3,30}\s*:[^{}]{0,300}\})?|\}[\w \t(){};,.]{0,40}|"
    r"[a-z-]{3,30}\s*:\s*[^.!?]{1,80};|</?[a-z][^<>]{0,300}>|"
    r"(?:var|let|const|function|if|window|document|jQuery|\$)\b ?[\w.\[\]('\"$-]{0,60}\s*[={(.].{0,400}[;{})]|"
    r"<!\[CDATA\[.{0,80}|//\]\]>"
)
_CODE_HINT = re.compile(r"[{};<>]")

_EDGE_PUNCTUATION = " \t\u00a0\u200b\ufeff.,:;!?…|•·*+»«›‹→←▶►▼▲■●–—-_/\\()[]<>#✓✔×✕☰"
_SEPARATORS = re.compile(r"[|•·/»›>▪\t]|\s{2,}")
_COUNTER = re.compile(r"[+(]?\d[\d.,\s]{0,9}\s?[kKmM]?\)?|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?")
_QUOTE = re.compile(r"[\"“”„«»‟]")
_REPORTING = re.compile(
    r"\b(?:said|says|say|told|tells|added|asked|warned|announced|according to|wrote|claimed|stressed)\b", re.I
)
_SENTENCE_END = re.compile(r"[.!?…。؟।](?:[\"'“”’»)\]\s]*)$")
_MEDIA_WORD = re.compile(
    r"\b(news|headlines|coverage|stories|features|analys[ie]s|updates?|live|videos?|photos?|opinions?|interviews?|breaking|"
    r"latest|reports?|exclusives?|commentary|sports?|weather|business|politics|entertainment|current affairs|in-depth|"
    r"multimedia|podcasts?|blogs?)\b",
    re.IGNORECASE,
)
_SLOGAN_START = re.compile(
    r"\s*[-–—|]?\s*(?:get|read|find|watch|follow|stay|discover|catch|explore|see|browse|your|all the|the latest|latest|"
    r"breaking|up[- ]to[- ]date|news|independent|trusted|daily|live|comprehensive)\b",
    re.IGNORECASE,
)
_LISTED = read_definition("chrome_patterns.txt", "LISTED")
_LIST_MARKER = re.compile(r"list \d+ of \d+", re.IGNORECASE)
_FOOTER = re.compile(
    r"\b(?:comments?|discussion|conversation|newsfeed|log ?in|sign ?in|subscribe|newsletters?|cookies?|all rights)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|says|did|does|could|should|must|may|might)\b", re.IGNORECASE
)
_NAME = r"[A-Z][\w.&'’-]*(?:\s[A-Z][\w.&'’-]*)"
# How a page's title ends, and the text in place of a picture: "- Morning Courier", "- Morning Courier, 12.5.2010".
_SITE_SUFFIX = re.compile(rf"\s*[-–—|•]\s*({_NAME}{{0,3}})(?:, [\d., /-]{{1,20}})?\s*")
_SUPPORT = re.compile(rf"\s*(?:Please )?(?:Support|Donate to|Follow|Join|Subscribe to)\s+({_NAME}{{0,2}})\W*")
_BRAND = re.compile(rf"(?:(?:19|20)\d\d|©|\([cC]\))[\s,]*({_NAME}{{0,3}})(?=[.,|;–—]|\s*$)")
_SHARE_WORDS = {
    *("facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "viber", "messenger"),
    *("instagram", "email", "e-mail", "print", "share", "tweet"),
}


class Evidence(NamedTuple):
    """What a single line shows: whether it is chrome anywhere, in the margins or beside chrome, or a section's name."""

    chrome: bool
    edge: bool
    section: bool


NO_EVIDENCE = Evidence(False, False, False)


def bare(line: str) -> str:
    """The line as phrases are compared: folded, without outer punctuation and with plain apostrophes."""
    return " ".join(line.casefold().replace("’", "'").strip(_EDGE_PUNCTUATION).split())


@lru_cache(maxsize=8192)
def judge(line: str) -> Evidence:
    """What a line shows by itself."""
    if len(line) > MAX_LINE:
        return NO_EVIDENCE
    words = bare(line)
    is_edge = (words in _PHRASES["edge"] or _COUNTER.fullmatch(line.strip()) is not None) and line.rstrip()[-1:] != "."
    found = Evidence(_is_chrome(line, words), is_edge, words in _PHRASES["sections"])
    return found if any(found) else NO_EVIDENCE


def _is_chrome(line: str, words: str) -> bool:
    if words in _PHRASES["always"] or words in _PHRASES["other languages"]:
        return True
    if _is_code(line):
        return True
    if len(words) < 3:
        return "©" in line and len(words) > 1
    if _CHROME_LINE.fullmatch(line.strip(" \t.()[]")):
        return _RIGHTS.search(line) is not None or not _is_reporting(line)
    return _is_menu(line, words)


def opens_links(line: str) -> bool:
    """Whether a line is a heading over links to other stories."""
    words = bare(line)
    if words in _PHRASES["opens links"] or words.startswith(("more from ", "also on ")) or is_list_marker(line):
        return True
    return len(words) < 60 and _LISTED.fullmatch(words) is not None


def is_list_marker(line: str) -> bool:
    """Whether a line is what a screen reader is told before each entry of a list of links: ``list 2 of 3``."""
    return _LIST_MARKER.fullmatch(line.strip()) is not None


def opens_footer(line: str) -> bool:
    """Whether a line of chrome after the report begins the foot of the page, where nothing of the report follows."""
    if opens_links(line) or bare(line) in _PHRASES["other languages"]:
        return True
    return len(line) <= MAX_LINE and _FOOTER.search(line) is not None


def is_slogan(line: str) -> bool:
    """Whether a line is what a site says of itself: three or more kinds of news and no finite verb."""
    if len(line) > 300 or _QUOTE.search(line) or _FINITE.search(line) or not _SLOGAN_START.match(line):
        return False
    kinds = {match[1].casefold() for match in _MEDIA_WORD.finditer(line)}
    return len(kinds) >= 3 and len(kinds) >= 0.2 * len(line.split())


def site_suffix(line: str) -> str | None:
    """The site's name if a line is what remains of a page title without its headline: ``- Morning Courier``."""
    match = _SITE_SUFFIX.fullmatch(line) if len(line) <= 60 else None
    return match[1].strip() if match else None


def ends_with_site(line: str, site: str) -> bool:
    """Whether a line ends with the site's name as page titles and descriptions of pictures do."""
    start = line.rfind(site)
    dash = max(line.rfind(mark, 0, max(start, 0)) for mark in "-–—|•")
    return dash >= 0 and site_suffix(line[dash:]) == site


def supported_name(line: str) -> str | None:
    """The name in ``Support Somebody``, on a line of its own."""
    match = _SUPPORT.fullmatch(line)
    return match[1].strip() if match else None


def brand(line: str) -> str | None:
    """The site's name in its copyright line, as ``bare`` writes it."""
    match = _BRAND.search(line)
    return bare(match[1]) if match else None


def ends_sentence(line: str) -> bool:
    """Whether the line ends with sentence-final punctuation, quotation marks and brackets aside."""
    return _SENTENCE_END.search(line[-20:]) is not None


def is_quoted(line: str) -> bool:
    """Whether there is a quotation mark in the line."""
    return _QUOTE.search(line) is not None


def _is_reporting(line: str) -> bool:
    """A sentence that quotes or reports somebody. "Subscribe to our newsletter," he said, is the report's."""
    return ends_sentence(line) and (_QUOTE.search(line) is not None or _REPORTING.search(line) is not None)


def _is_code(line: str) -> bool:
    return _CODE_HINT.search(line) is not None and _CODE.fullmatch(line.strip()) is not None


def _is_menu(line: str, words: str) -> bool:
    """A row of menu entries on one line, with marks between (``Home | World | Sport``) or without."""
    if len(line) > 300:
        return False
    parts = [bare(part) for part in _SEPARATORS.split(line.strip()) if part.strip()]
    if len(parts) > 2 and (all(map(_is_entry, parts)) or parts[0] == "home"):
        return True
    if len(parts) == 2 and all(part in _PHRASES["always"] or part in _PHRASES["edge"] for part in parts):
        return True
    tokens = words.split()
    return len(tokens) > 1 and all(token in _SHARE_WORDS for token in tokens)


def _is_entry(part: str) -> bool:
    return any(part in phrases for phrases in _PHRASES.values())
