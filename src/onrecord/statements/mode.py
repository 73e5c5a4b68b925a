"""How a statement was made: speech, writing, belief, intention or emotion.

``docs/codebook.md`` defines the five. The cue decides; where it leaves open whether words were spoken or written
("said", "according to"), the venue does ("in a letter to") and then the source ("the lawsuit").
"""

from __future__ import annotations

import re

from onrecord.domain import StatementMode

# Stems, longest endings included; a cue that names two ("said he hoped", "expressed fear") takes the first in this
# order, because what was said aloud or in writing is a matter of record and what was felt is not.
_STEMS: tuple[tuple[StatementMode, str], ...] = (
    (
        "writing",
        "wrote write writes written writing tweet* retweet* repost* post posts posted posting blog* penned pens "
        "email* e-mail* read reads publish* editorial* texted texts texting signed",
    ),
    (
        "speech",
        "say says said saying tell tells told telling ask* answer* repl* respon* retort* add adds added adding "
        "stat* announc* declar* proclaim* claim* argu* assert* insist* warn* vow* pledg* promis* swore call calls "
        "called calling according note notes noted noting deny denie* denying urg* appeal* express* voic* vent* quot* "
        "cit* confirm* suggest* report* acknowledg* admit* conced* accus* alleg* blam* charg* stress* emphasi* "
        "underlin* underscor* welcom* hail* prais* applaud* commend* condemn* denounc* decr* deplor* criti* slam* "
        "blast* mock* attack* thank* congratulat* apologi* boast* joke* joking quip* brag* recall* testif* explain* "
        "describ* mention* remark* observ* comment* discuss* talk* spoke* speak* propos* demand* order* rul* predict* "
        "forecast* recommend* reiterat* repeat* reject* dismiss* disput* lament* complain* bemoan* threaten* "
        "counter* continu* conclud* assur* outlin* disclos* reveal* point* refer*",
    ),
    (
        "emotion",
        "fear* dread* worr* hope hopes hoped hoping hopeful regret* afraid anxi* alarm* concerned scared terrified "
        "angr* anger* furious outrag* upset dismay* disappoint* frustrat* sad saddened griev* mourn* shock* horrified "
        "disgust* resent* hate hates hated hating loathe* love loves loved loving like likes liked enjoy* admire* "
        "proud pleased glad happy delight* grateful relieved excited ashamed embarrass* envy envied jealous surpris* "
        "astonish* unnerv* nervous uneasy",
    ),
    (
        "belief",
        "believ* belief* think* thought feel* felt suspect* doubt* know* knew consider* regard* assum* expect* "
        "anticipat* see sees seen saw seeing view* concern* convinc* confident skeptical sceptical aware understand* "
        "understood imagin* suppos* reckon* hold holds held opinion agree* disagree* support* oppos* favor* favour* "
        "prefer* trust* distrust* mistrust* judg* estimat* remember* forgot* dream* realiz* realis* deem*",
    ),
    (
        "intention",
        "plan* intend* intent* intention* aim* want* wish* seek* sought determined ready willing unwilling prepared "
        "resolv* decid* decision* refus* declin* keen eager hell-bent bent agreed prepar*",
    ),
)


def _pattern(stems: str) -> re.Pattern[str]:
    words = "|".join(re.escape(stem).replace(r"\*", "[a-z]*") for stem in stems.split())
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_PATTERNS = tuple((mode, _pattern(stems)) for mode, stems in _STEMS)

_WOULD_LIKE = re.compile(r"\bwould(?:n['’]t|\s+not)?\s+(?:like|love|prefer)\b", re.IGNORECASE)
_NEUTRAL = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed|ing)?|stat(?:e|es|ed|ing)|not(?:e|es|ed|ing)"
    r"|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|warn(?:s|ed|ing)?|explain(?:s|ed|ing)?|announc(?:e|es|ed|ing)"
    r"|declar(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|call(?:s|ed|ing)?|urg(?:e|es|ed|ing)|describ(?:e|es|ed|ing)"
    r"|respon(?:d|ds|ded|ding)|repl(?:y|ies|ied|ying)|den(?:y|ies|ied|ying)|alleg(?:e|es|ed|ing)|insist(?:s|ed|ing)?"
    r"|conclud(?:e|es|ed|ing)|thank(?:s|ed|ing)?|condemn(?:s|ed|ing)?|prais(?:e|es|ed|ing)|criti\w+|express\w*"
    r"|apologi[sz]\w*|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|suggest(?:s|ed|ing)?|predict(?:s|ed|ing)?|mention\w*)\b",
    re.IGNORECASE,
)
"""Verbs that are used of speech and of writing alike."""

_UTTERED = re.compile(
    r"\b(?:vow\w*|pledg\w*|promis\w*|swore|shout\w*|boast\w*|jok(?:e|ed|es|ing)|recall\w*|testif\w*|confirm\w*|admit\w*"
    r"|acknowledg\w*|conced\w*|stress\w*|emphasi\w*|remark\w*|observ\w*|wrote|writ\w*|tweet\w*|post(?:ed|ing)|spoke"
    r"|speak\w*|talk\w*|comment\w*|address\w*|reiterat\w*|repeat\w*|proclaim\w*|quip\w*|reveal\w*|recount\w*|propos\w*"
    r"|hail\w*|welcom\w*|threaten\w*|assur\w*|protest\w*)\b",
    re.IGNORECASE,
)

_WRITINGS = (
    r"letters?|open\s+letter|articles?|op-?eds?|columns?|essays?|editorials?|commentar(?:y|ies)|tweets?|posts?|postings?|blogs?"
    r"|e-?mails?|text\s+messages?|memos?|memorandums?|memorandum|books?|memoirs?|autobiograph(?:y|ies)|white\s+papers?"
    r"|papers?|reports?|filings?|briefs?|lawsuits?|suits?|complaints?|affidavits?|petitions?|documents?|notes?|cables?"
    r"|telegrams?|communiqu[eé]s?|(?:press|news)\s+releases?|bulletins?|newsletters?|threads?|captions?|stud(?:y|ies)"
    r"|indictments?|rulings?|verdicts?|resolutions?|treat(?:y|ies)|manifestos?|pamphlets?|leaflets?|diar(?:y|ies)"
    r"|websites?|web\s?sites?|web\s?pages?|Twitter|Facebook|Instagram|Telegram|Weibo|LinkedIn|VKontakte|Truth\s+Social|Reddit"
    r"|social\s+media|polls?|surveys?|transcripts?|court\s+papers|dissents?|magazines?|newspapers?|journals?"
)
_WRITTEN_VENUE = re.compile(rf"\b(?:{_WRITINGS}|statements?)\b", re.IGNORECASE)
_ON_X = re.compile(r"\bon\s+X\b")
_SPOKEN_VENUE = re.compile(
    r"\b(?:interviews?|speech(?:es)?|address(?:es)?|remarks|comments|broadcasts?|podcasts?|videos?|recordings?"
    r"|televised|taped|oral|spoken|(?:phone|conference|telephone)\s+calls?|conversations?|lectures?|sermons?|testimony"
    r"|(?:news|press)\s+conferences?|briefings?|hearings?|debates?|rall(?:y|ies)|television|radio|TV|show)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    rf"^(?:(?:the|a|an|this|that|its|his|her|their|another|one)\s+)?(?:[\w’'.-]+\s+){{0,4}}?(?:{_WRITINGS}|statement)"
    r"(?=$|\s*,|\s+(?:by|from|of|on|in|to|about|published|released|issued|posted|that|signed)\b)",
    re.IGNORECASE,
)


def statement_mode(cue: str, source: str = "", venue: str = "") -> StatementMode:
    """The mode that ``cue`` names, with its venue and its source where it leaves the means open.

    ``speech`` where nothing tells.
    """
    mode: StatementMode = next((mode for mode, pattern in _PATTERNS if pattern.search(cue)), "speech")
    if mode in ("emotion", "belief") and _WOULD_LIKE.search(cue):
        return "intention"
    if mode == "speech" and (not cue.strip(" :–—-") or _NEUTRAL.search(cue)):
        found = venue or _venue_in(cue)
        if _SPOKEN_VENUE.search(found):
            return "speech"
        if _WRITTEN_VENUE.search(found) or _ON_X.search(found) or _DOCUMENT.search(source):
            return "writing"
    return mode


def says(cue: str) -> bool:
    """Whether a cue has a verb of saying or writing in the narrow sense, which may take a place: "said in Quito"."""
    return _NEUTRAL.search(cue) is not None or _UTTERED.search(cue) is not None


def names_mode(word: str) -> bool:
    """Whether a verb is one of saying, writing, believing, intending or feeling."""
    return any(pattern.fullmatch(word) for _, pattern in _PATTERNS)


def _venue_in(cue: str) -> str:
    """What stands behind the verb of a cue such as "said in a statement"."""
    verb = _NEUTRAL.search(cue)
    return cue[verb.end() :] if verb else ""
