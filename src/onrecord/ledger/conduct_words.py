"""The words that tell whose conduct a clause is of, and whether it is conduct at all."""

from __future__ import annotations

import re

from onrecord.actors.tokens import Tokens
from onrecord.actors.words import BODY_NOUNS, COUNTRY_NOUNS, word_set
from onrecord.domain import Statement

FIRST_PERSON = word_set("i we")
THINGS_OF_A_SIDE = (
    COUNTRY_NOUNS
    | BODY_NOUNS
    | word_set(
        "troops forces soldiers authorities officials ministers government police lawmakers deputies sides team "
        "allies administration leadership delegation side people country countries city town state president minister "
        "capital leaders north south east west"
    )
)
WITHHELD = word_set(
    "talks negotiations compromise compromises concessions recognition retreat return change changes exception "
    "exceptions delay pardon amnesty extension withdrawal surrender dialogue vote referendum contact contacts meeting "
    "discussion deals renegotiation mercy ransom troops"
)
PROMISES = re.compile(r"\b(?:promis|pledg|vow|guarante|swore|swear|assured|assuring)", re.IGNORECASE)
NUMBERS = word_set("two three four five six seven eight nine ten all both")
DEFINITE = word_set("the our his its her their my this both")
NON_CONDUCT = word_set(
    "be become face suffer lose need have see get feel know remain benefit receive gain grow fall rise fail depend "
    "mean cost last happen occur arise emerge appear seem sound exist contain include struggle die win like love "
    "want prefer hope wish believe think expect understand recover survive deserve matter belong realize learn find "
    "enjoy resemble disappear differ succeed thrive flourish collapse shrink decline vary regret miss hate fear "
    "notice hear forget say bear tend prove"
)
ANIMATE = word_set(
    "people residents voters citizens civilians men women children families they others everyone nobody anybody who "
    "man woman child person economy market markets prices region world public region victims refugees students "
    "patients"
)
ANIMATE_ENDINGS = ("ers", "ors", "ants", "ists", "men", "ians", "er", "or", "ist", "ees")
THINGS = word_set(
    "number order water river matter letter paper power border weather winter summer tower reactor sector corridor "
    "center offer transfer charter chapter master quarter register shelter tender embargo numbers orders waters "
    "letters papers powers borders towers reactors offers transfers carrier carriers decision fees visitor"
)
BEFALLING = word_set(
    "hit hurt affect harm damage destroy force kill lose disappoint surprise remember see know consider judge expect "
    "feel overwhelm impress change question leave shake read view regard treat isolate shock tempt encourage embolden "
    "compel oblige entitle design mean need require base link tie bear"
)
"""What is done to things by nobody's will."""
PROCEEDING = {
    "take": ("place", "effect"),
    "go": ("ahead", "into", "on", "forward", "to"),
    "come": ("into", "before", "as", "much", "on", "in", "within", "early", "next", '"', "“"),
    "remain": ("on", "in", "open", "closed", "at"),
    "stay": ("on", "in", "open", "closed", "at"),
    **dict.fromkeys(
        ("begin", "start", "continue", "proceed", "follow", "open", "resume", "produce", "operate", "run"), ()
    ),
}
"""What a plan, a building or a programme does when those whose it is go on with it, by what must follow the verb."""


def promises(statement: Statement) -> bool:
    """Whether a statement's cue binds its speaker to whatever its content says."""
    return statement.cue is not None and PROMISES.search(statement.cue.text) is not None


def is_animate(tokens: Tokens, head: int) -> bool:
    """Whether a subject's head looks like people, or like what acts by nobody's will: "voters", "markets"."""
    word = tokens[head].fold
    return word in ANIMATE or (word.endswith(ANIMATE_ENDINGS) and word not in THINGS)


def is_conduct(lemma: str) -> bool:
    """Whether a verb, by its base, tells of what somebody does rather than of what becomes of them."""
    return lemma not in NON_CONDUCT
