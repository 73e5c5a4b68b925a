"""The edge between a cue and the content behind it: what belongs to the one, to the other, or to neither.

"Accused Norland [on Monday] of cheating", "denied [arming] the rebels", "told [the meeting] the road would close".
"""

from __future__ import annotations

import re

from onrecord.statements.draft import Draft
from onrecord.statements.phrases import FINITE

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?:(?:(?:late|early)\s)?(?:on\s)?{_DAY}(?:\s(?:morning|afternoon|evening|night))?|yesterday|today"
    r"|(?:last|this|earlier\sthis)\s(?:night|week|month|year|morning|afternoon|evening|spring|summer|autumn|winter)"
    r"|on\s\d{1,2}\s[A-Z][a-z]+|on\s[A-Z][a-z]+\s\d{1,2}|in\s(?:[A-Z][a-z]+(?:\s\d{4})?|\d{4}))"
)
_OF = re.compile(rf"(?P<whom>[^,;:.\"“”\n]{{2,80}}?)\s(?P<when>{_WHEN}),?\s(?=(?:of|for|over|with)\s)")
# "Accused Oslo | on Thursday of fraud and left": the tagger stops at the day.
_REST = re.compile(
    rf"\s{_WHEN}\s(?P<rest>of\s[^,;:.\"“”\n]{{3,160}}?)"
    r"(?=[,;:.\n\"“”]|\s(?:and|but)\s(?:also\s)?(?:\w+ed|said|told|says)\b|\Z)"
)
_ACCUSES = re.compile(r"\b(?:accus|blam|charg|criticis|criticiz|condemn|denounc|attack|prais)(?:e|es|ed|ing)\Z")
_DOING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|admit(?:s|ted|ting)?|denounc(?:es?|ed))(?P<gap>\s+)(?P<doing>[a-z]+ing)\Z"
)
_TELLS = re.compile(r"\b(?:told|tells|assured|informed|reminded|warned)\Z")
# "Told the meeting | the road would close", "told Radio Tarn | the road would close": no "that" parts them.
_HEARER = re.compile(
    r"(?:(?:the|a|an|his|her|its|their)\s(?:[a-z’'-]+\s){1,3}?|(?:[A-ZÀ-Þ][\w’'.-]*\s){1,4}?)"
    r"(?=(?:the|a|an|his|her|its|their|there|he|she|it|they|we|no|all|some|this|these)\s"
    rf"(?:[^,;:.\"“”\n]{{0,80}}?\s)?(?:{FINITE})\b)"
)


_WHOM = re.compile(r"(?:him|her|them|us|me|everyone|everybody)\s(?=to\s)")


def mend_edges(text: str, found: list[Draft]) -> None:
    """Put the edges between the cues of drafts and the contents right behind them where they belong."""
    for draft in found:
        if draft.cue is None or not draft.content or not 0 <= draft.content[0][0] - draft.cue[1] <= 1:
            continue
        start, end = draft.content[0]
        cue = text[slice(*draft.cue)]
        if (doing := _DOING.search(cue)) is not None:
            at = draft.cue[0] + doing.start("doing")
            draft.cue = (draft.cue[0], draft.cue[0] + doing.start("gap"))
            draft.content[0] = (at, end)
        elif _ACCUSES.search(cue) and (when := _OF.match(text, start, end)) is not None:
            draft.content[:1] = [when.span("whom"), (when.end(), end)]
        elif _ACCUSES.search(cue) and len(draft.content) == 1 and (rest := _REST.match(text, end)) is not None:
            draft.content.append(rest.span("rest"))
        elif _TELLS.search(cue) and (hearer := _HEARER.match(text, start, end) or _WHOM.match(text, start, end)):
            draft.content[0] = (hearer.end(), end)
