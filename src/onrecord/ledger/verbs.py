"""English verbs: what a word may be a form of. A list of bases, regular endings, and a table of the irregular ones.

Forms are named as in the Penn treebank: ``VB`` (base), ``VBZ`` (-s), ``VBD`` (past), ``VBN`` (past participle),
``VBG`` (-ing).
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple


class VerbForm(NamedTuple):
    """A verb's base, and the forms that a word can be of it."""

    lemma: str
    forms: frozenset[str]


AUXILIARIES: dict[str, tuple[str, str]] = {
    **{word: ("be", tag) for word, tag in (("be", "VB"), ("been", "VBN"), ("being", "VBG"))},
    **dict.fromkeys(("is", "are", "am", "'s", "'re", "'m", "ain't"), ("be", "VBZ")),
    **dict.fromkeys(("was", "were"), ("be", "VBD")),
    **dict.fromkeys(("has", "have", "'ve"), ("have", "VBZ")),
    "had": ("have", "VBD"),
    "having": ("have", "VBG"),
    **dict.fromkeys(("do", "does"), ("do", "VBZ")),
    "did": ("do", "VBD"),
    **{word: (word, "MD") for word in ("will", "would", "shall", "should", "may", "might", "can", "could", "must")},
    "'ll": ("will", "MD"),
    "'d": ("would", "MD"),
    "cannot": ("can", "MD"),
    "ought": ("ought", "MD"),
}
"""Folded words that help a verb: base and form (``MD``: modal)."""

CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "ain't": "is"}

# base, past, participle; the last is left out where it is the past.
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent|bet bet|bind bound|bid bid|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
bring brought|broadcast broadcast|build built|burn burnt|burst burst|buy bought|cast cast|catch caught
choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought
find found|flee fled|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got gotten|give gave given|go went gone
grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known
lay laid|lead led|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met
mislead misled|mistake mistook mistaken|overcome overcame overcome|overrun overran overrun|oversee oversaw overseen
overthrow overthrew overthrown|pay paid|prove proved proven|put put|quit quit|read read|rebuild rebuilt
redraw redrew redrawn|repay repaid|resell resold|retake retook retaken|rid rid|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken
shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk
sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|split split|spread spread
stand stood|steal stole stolen|stick stuck|strike struck|strive strove striven|swear swore sworn|sweep swept
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld
wake woke woken|wear wore worn|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|write wrote written|rewrite rewrote rewritten|forecast forecast|underlie underlay underlain
abide abode|dwell dwelt|spell spelt|lean leant
"""
# Past forms that are far more often another word.
_RARELY_VERBS = frozenset(["abode", "leant", "wound", "lit", "being"])


@lru_cache(maxsize=1)
def _bases() -> frozenset[str]:
    text = resources.files("onrecord.ledger").joinpath("verbs.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@lru_cache(maxsize=1)
def _irregular() -> dict[str, VerbForm]:
    found: dict[str, VerbForm] = {}
    for entry in _IRREGULAR.replace("\n", "|").split("|"):
        if not entry.strip():
            continue
        base, past, *rest = entry.split()
        participle = rest[0] if rest else past
        for word, tag in ((past, "VBD"), (participle, "VBN")):
            before = found.get(word)
            if word in _RARELY_VERBS or (before is not None and before.lemma != base):
                continue
            tags = {tag} | (before.forms if before else set()) | ({"VB"} if word == base else set())
            found[word] = VerbForm(base, frozenset(tags))
    return found


@lru_cache(maxsize=20_000)
def verb_form(word: str) -> VerbForm | None:
    """What verb a folded word can be a form of; None where it is none that is listed.

    Of bases that are spelt alike ("hope" and "hop" of "hoping"), the one with the silent e is preferred.
    """
    if word in AUXILIARIES:
        lemma, tag = AUXILIARIES[word]
        return VerbForm(lemma, frozenset([tag]))
    irregular, bases = _irregular().get(word), _bases()
    if irregular is not None:
        return irregular
    if word in bases:
        return VerbForm(_spelling(word, bases), frozenset(["VB"]))
    for ending, tags in (("s", ("VBZ",)), ("ed", ("VBD", "VBN")), ("ing", ("VBG",))):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = _base(word[: -len(ending)], ending, bases)
            if base:
                return VerbForm(base, frozenset(tags))
    return None


def lemma_of(word: str) -> str:
    """The base of a folded word that is known to be a verb; a guess by its ending where it is not listed."""
    known = verb_form(word)
    if known is not None:
        return known.lemma
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if ending in ("ing", "ed") and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
                return stem[:-1]
            if ending == "ed" and stem.endswith("i"):
                return stem[:-1] + "y"
            if (ending in ("ing", "ed") and stem[-1] in "cvuz") or stem.endswith(("at", "iz", "is", "dg", "rg", "ng")):
                return stem + "e"
            return stem
    return word


def _base(stem: str, ending: str, bases: frozenset[str]) -> str:
    guesses: list[str] = []
    if ending == "s":
        guesses = [stem]
        if stem.endswith("ie"):
            guesses.append(stem[:-2] + "y")
        if stem.endswith("e"):
            guesses.append(stem[:-1])
    else:
        if ending == "ed" and stem.endswith("i"):
            guesses.append(stem[:-1] + "y")
        guesses += [stem + "e", stem]
        if len(stem) > 2 and stem[-1] == stem[-2]:
            guesses.append(stem[:-1])
        if ending == "ing" and stem.endswith("y"):
            guesses.append(stem[:-1] + "ie")
    found = next((guess for guess in guesses if guess in bases and len(guess) > 1), "")
    return _spelling(found, bases)


def _spelling(base: str, bases: frozenset[str]) -> str:
    """ "recognize" for "recognise": one verb has one base."""
    if base.endswith("ise") and base[:-3] + "ize" in bases:
        return base[:-3] + "ize"
    return base.replace("our", "or") if base in ("honour", "favour", "labour", "harbour") else base
