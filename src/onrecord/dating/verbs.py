"""The kinds of verbs that tell a time: "met" is past, "will meet" ahead, "is to be held" ahead, "had met" far behind.

Words are told by lists and endings, since no tagger runs here; what is a verb only at times ("closed", "put") is taken
as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.dating.vocabulary import word_set

MODALS = word_set("will shall would ll 'll ’ll wo 'd ’d may might could can ca should must")
PLANS = word_set(
    "expected scheduled planned due set slated plan plans planning hopes hope intends aims likely ready upcoming "
    "effective payable deadline expire expires begin begins start starts until till by through next coming preparing "
    "prepares prepare bracing awaiting awaits eve ahead forthcoming extended postponed rescheduled deferred "
    "adjourned vowed urged called threatened agreed wants want"
)
SAYING = word_set(
    "said says told announced reported confirmed stated added tweeted warned testified argued acknowledged declared"
)
BEING = word_set("is are was were am be been being 's ’s")
_PRESENT = word_set(
    "is are has have says am be been being goes go meets meet opens open closes close ends end resumes resume "
    "votes vote "
    "returns return leaves arrives visits travels heads takes take faces face hosts host holds hold kicks debuts "
    "premieres airs launches releases decides convenes expires plays runs gathers reconvenes marks comes continues"
)
_PAST = word_set(
    "was were had did began came went took made gave fell rose sold bought won lost held saw got led left sent spoke "
    "wrote became shot broke ran paid grew brought found felt kept stood knew thought cut hit put quit met drew fought "
    "struck threw sought taught caught built hung sank swore flew fled chose drove rode shook stole tore wore woke "
    "died lay laid sat swept wept won slid slipped shed shut split spent spread lent sent bent burnt taken given seen "
    "known begun broken chosen driven fallen flown frozen hidden risen shown shaken spoken stolen sworn thrown torn "
    "written drawn withdrew withdrawn overthrown undertook undertaken forgot forgotten beaten bitten blown"
)
_BEFORE_NOUNS = word_set("a an the its his her their our this that these those some any no of still most more")
_ADVERBS = word_set("not n't also still already now soon likely widely later first then formally officially")


def kind(word: str) -> str:
    """What kind of verb a word looks like: "modal", "saying", "plan", "past", "present"; "" for none."""
    if word in MODALS:
        return "modal"
    if word in SAYING:
        return "saying"
    if word in PLANS:
        return "plan"
    if word in _PAST or (len(word) > 4 and word.endswith("ed")):
        return "past"
    return "present" if word in _PRESENT else ""


def is_adjective(words: Sequence[str], index: int) -> bool:
    """Whether a participle belongs to a noun: "a proposed law", "its planned sale"."""
    return index > 0 and words[index].endswith("ed") and words[index - 1] in _BEFORE_NOUNS


def group(words: Sequence[str], index: int, first: int) -> str:
    """What the verb ``words[index]`` is as part of its group, which begins no earlier than ``first``.

    Returns:
        "ahead" behind a modal ("will be named"), "infinitive" behind "to" ("to be named"), "pluperfect" ("had named"),
        "perfect" ("has been named"), "passive" ("was named"), else its ``kind``.
    """
    own = kind(words[index])
    passive = False
    for place in range(index - 1, max(first, index - 5) - 1, -1):
        word = words[place]
        if word in MODALS:
            return "ahead"
        if word == "to":
            return "pluperfect" if "had" in words[max(first, place - 4) : place] else "infinitive"
        if word == "had":
            return "pluperfect"
        if word in ("has", "have", "having", "'ve", "’ve"):
            return "perfect"
        if word in BEING:
            passive = True
        elif word not in _ADVERBS and not word.endswith("ly"):
            break
    return "passive" if passive and own in ("past", "saying") else own
