"""Venues: the medium, the event or the place of a statement, as a phrase of the report."""

from __future__ import annotations

import re

from onrecord.statements.adjuncts import phrase_end

_MEDIA = (
    r"interviews?|statements?|comments|remarks|speech(?:es)?|address|letters?|articles?|op-?eds?|columns?|essays?|editorials?"
    r"|commentar(?:y|ies)|posts?|posting|tweets?|messages?|e-?mails?|texts?|(?:press|news)?\s?releases?|memos?|memorandum"
    r"|notes?|books?|memoirs?|autobiography|podcasts?|videos?|clips?|recordings?|broadcasts?|telegrams?|cables?|communiqu[eé]s?"
    r"|declaration|testimony|filings?|affidavits?|papers|lawsuits?|complaints?|documents?|petitions?|blogs?|threads?"
    r"|calls?|conversations?|exchanges?|lectures?|sermons?|toasts?|reports?|stud(?:y|ies)|paper|rulings?|opinions?"
    r"|dissents?|decisions?|verdicts?|indictments?|resolutions?|interventions?|disclosures?|leaflets?|manifestos?"
    r"|newsletters?|bulletins?|brief|motions?|chats?|monologues?|ads?|advertisements?|spots?|stories|story|profile|answer"
    r"|response|repl(?:y|ies)|proclamation|announcements?|appearances?|transcripts?|dispatch(?:es)?|magazine|newspaper"
)
_EVENTS = (
    r"conferences?|pressers?|briefings?|hearings?|debates?|sessions?|meetings?|rall(?:y|ies)|forums?|summits?|town[\s-]halls?"
    r"|events?|ceremon(?:y|ies)|panels?|discussions?|conventions?|gatherings?|dinners?|luncheons?|lunch|breakfasts?"
    r"|fund-?raisers?|funerals?|vigils?|march|demonstrations?|protests?|services?|inaugurations?|trials?|talks|negotiations"
    r"|symposium|symposia|workshops?|seminars?|stops?|receptions?|availabilit(?:y|ies)|inquests?|inquir(?:y|ies)|launch"
    r"|opening|congress|assembly|deliberations|consultations|commemorations?|memorials?|celebrations?|tribunals?|appearances?"
    r"|part(?:y|ies)|caucus(?:es)?|retreats?|roundtables?|q&a|graduation|commencement|campaign\s+stops?|arraignment"
)
_ON = (
    r"Twitter|Facebook|Telegram|Instagram|YouTube|TikTok|Weibo|LinkedIn|VKontakte|Snapchat|Reddit|WhatsApp|Truth\s+Social"
    r"|Mastodon|Bluesky|Threads|Viber|X(?=\W)|social\s+media|television|TV|radio|air|stage|websites?|web\s?sites?|web\s?pages?"
    r"|site|blogs?|page|account|feed|channels?|platforms?|program(?:me)?s?|shows?|broadcasts?|podcasts?|stations?|networks?"
    r"|call|phone|telephone|floor|trail|stump|record|line|livestream|stream|newscast|bulletin"
)
_OUTLET = re.compile(
    r"on\s+(?:(?:the|his|her|their|its|an?)\s+)?(?:(?:[\w’'.-]+)\s+){0,4}?(?:(?:[\w’'&.-]*\s)?(?:News|TV|Radio|Television|Channel"
    r"|Network|Today|Live|Tonight|Sunday|Show|Press|Nation|Report|Hour|Business)\b|(?=[“\"‘'][A-Z]))|"
    r"on\s+(?!(?:US|U\.S|EU|UN|NATO|UK|IMF|WTO|OPEC|OSCE|NGO|GDP|ISIS|ISIL|IS|WHO|AIDS|HIV|DNA)\b)"
    r"[A-Z]{2,6}\d?(?:[’']s)?(?=\W)"
)
_TIME = re.compile(
    r"on\s+(?:(?:the|last|this|next|late|early|that|every|[A-Z][a-z]+day)\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:morning|afternoon|evening|night|day|weekend)s?|Christmas|Easter|\d[\w.]*)"
    r"(?:\s+(?:morning|afternoon|evening|night|\d[\w.,]*))*\Z",
    re.IGNORECASE,
)
_QUOTED_SHOW = re.compile(r"[’']s?\s+[“\"‘'][A-Z][^“”\"\n]{2,50}[”\"’']|\s*[“\"‘'][A-Z][^“”\"\n]{2,50}[”\"’']")
_HEAD = rf"(?:{_MEDIA}|{_EVENTS})"
_GAP = (  # words between preposition and head
    r"(?:(?!(?:in|on|at|to|with|of|by|for|from|after|before|that|and|as|was|were|is|are|has|had)\b)[\w’'.&$%-]+,?\s+)"
    r"{0,8}?"
)
_MEDIUM = re.compile(
    rf"\b(?:in|during|at|via|through|by|over|on|throughout|inside|outside)\s+(?:{_GAP})(?:{_HEAD})\b(?![’']s?\s+\w|-\w)",
    re.IGNORECASE,
)
_ON_AIR = re.compile(rf"\bon\s+{_GAP}(?:{_ON})(?!\w|[’']s?\s+\w|-\w)", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b(?:told|tells|telling|tell|addressed|addressing)\s+(?P<event>(?:an?|the|his|her|their|its)\s+{_GAP}"
    r"(?:conference|briefing|hearing|rally|parade|vigil|march|demonstration|programme|program|show|podcast|forum|summit|town[\s-]hall|convention|gathering|session|meeting|assembly|inquiry|inquest"
    r"|tribunal|court|trial|symposium|seminar|congress|debate|ceremony|dinner|fundraiser)\b(?![’']s?\s+\w|-\w|\s+(?:audiences?|crowds?|hosts?|moderators?|participants|attendees"
    r"|organi[sz]ers|members?|leaders?|goers|delegates|officials?|judges?|reporters?)\b))",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:phone|telephone|e-?mail|text(?:\s+message)?|video(?:\s?link)?|fax)\b", re.IGNORECASE)
_PROPER = r"(?:[A-Z][\w’'.-]*|the\s+[A-Z][\w’'.-]*)"
_PLACE = re.compile(
    rf"\b(?:in|at|outside|inside|near|from|aboard|before)\s+(?:(?:northern|southern|eastern|western|central|nearby)\s+)?"
    rf"(?:{_PROPER}(?:\s+(?:[A-Z][\w’'.-]*|of\s+(?:the\s+)?[A-Z][\w’'.-]*|and\s+[A-Z][\w’'.-]*))*)"
)
_SITE = re.compile(
    r"\b(?:(?:in|at|outside|inside|near|from|aboard)\s+(?:the|his|her|their|its|an?)?\s*"
    r"(?:[\w’'.-]+\s+){0,3}?(?:parliament|court|courthouse|courtroom|capital|city|town|village|prison|jail|cell|airport|embassy"
    r"|consulate|palace|office|offices|headquarters|home|house|residence|barracks|base|square|church|mosque|synagogue"
    r"|university|school|hall|hospital|hotel|factory|camp|border|chamber|senate|ministry|stadium|podium|lectern|scene|site"
    r"|street|streets|rooms?|plane|train|bus|polling\s+(?:station|place)|studio|port|building|cemetery|cafe|café|restaurant))\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"(?:in|at|from|before)\s+(?:the\s+)?(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|Jan|Feb"
    r"|Mar|Apr|Aug|Sept|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Ramadan"
    r"|English|French|German|Russian|Arabic|Spanish|Chinese|Mandarin|Persian|Farsi|Turkish|Hebrew|Serbian|Albanian"
    r"|Ukrainian|Portuguese|Hindi|Urdu|Korean|Japanese|Dutch|Italian|Swahili|I|He|She|God)\b"
)
_WORTHLESS = re.compile(
    r"(?:in|on|at|by|from)\s+(?:(?:a|an|the|his|her|its|their|other|many|some|such|that|this)\s+)*"
    r"(?:response|answer|reply|note|decision|paper|record|line|services?|air|stage|march|calls?|talks|protest|advance"
    r"|order|decisions|documents|opinion|opinions|reports)\Z",
    re.IGNORECASE,
)
_STATING = re.compile(
    r"in\s+(?:response|answer|reply|reaction|protest)\b|in\s+a\s+(?:report|study)\s+(?:about|on)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:upcoming|forthcoming|coming|next|future|planned|proposed)\b", re.IGNORECASE)
_OCCASION = re.compile(
    r"(?:during|on|ahead\s+of)\s+(?:[\w’'-]+\s+){0,3}(?:visit|trip|tour|stay|stop|stopover|swing)\b|ahead\s+of\b", re.I
)


def find(text: str, low: int, high: int, *, places: bool, at_start: bool = False) -> tuple[int, int] | None:
    """The first venue in ``text[low:high]``: of its medium or event rather than of its place alone.

    Args:
        places: whether a place by itself ("in Quito") will do.
        at_start: whether it must stand at ``low``, white space and commas aside.
    """
    event = _TOLD.search(text, low, high)
    if event is not None and not at_start:  # "told a rally in Lima": what was told is where it was told
        end = max(phrase_end(text, event.start("event"), high), event.end("event"))
        return event.start("event"), end
    found = [match for match in (_first(p, text, low, high) for p in (_MEDIUM, _ON_AIR, _BY, _OUTLET)) if match]
    if places:
        found += [match for match in (_first(_PLACE, text, low, high), _first(_SITE, text, low, high)) if match]
    if not found:
        return None
    start, head = min(found, key=lambda span: (span[0], -span[1]))
    if at_start and text[low:start].strip(" ,\t\u00a0\n"):
        return None
    show = _QUOTED_SHOW.match(text, head, min(len(text), high + 3))  # its full stop ends the sentence
    end = show.end() if show else phrase_end(text, start, high)
    end = max(end, head)
    return (start, end) if end > start else None


def _first(pattern: re.Pattern[str], text: str, low: int, high: int) -> tuple[int, int] | None:
    for match in pattern.finditer(text, low, high):
        words = match.group()
        if pattern is _PLACE and _NO_PLACE.match(words):
            continue
        if pattern is _OUTLET and (not words.startswith("on") or _TIME.match(words)):
            continue
        if pattern in (_MEDIUM, _ON_AIR) and (
            _STATING.match(words) or _OCCASION.match(words) or _TO_COME.search(words)
        ):
            continue
        if _WORTHLESS.fullmatch(words) and not re.match(r"\s+(?:to|with|in|of|by|on|at)\b", text[match.end() : high]):
            continue
        return match.span()
    return None
