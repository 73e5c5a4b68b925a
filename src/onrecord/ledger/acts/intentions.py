"""What it is to promise, threaten, demand or refuse something: an act on an act.

PLOVER codes cooperation that is announced as AGREE, conflict that is announced as THREATEN, cooperation that is
refused as REJECT, whatever is demanded as REQUEST.
"""

from __future__ import annotations

from onrecord.actors.words import word_set
from onrecord.domain import QUADS, ActCode

PROMISING = word_set("agree promise pledge offer undertake volunteer commit guarantee accept consent vow swear")
"""Verbs by which the subject takes on what they govern."""
INTENDING = word_set("plan intend decide aim mean propose resolve opt choose prepare")
READY = word_set("ready willing prepared happy committed determined")
"""Adjectives that do, with "to" behind them."""
REFUSING = word_set("refuse decline reject oppose deny resist")
UNWILLING = word_set("unwilling reluctant unready opposed")
DEMANDING = word_set(
    "demand urge call ask request insist implore exhort press pressure pressurize lobby appeal plead order instruct "
    "require want recommend"
)
TRYING = word_set("try attempt seek plot conspire")
"""Verbs that do not say whether what they govern was done; of violence, the attempt is the act."""
THREATENING = word_set("threaten")
BEGINNING = word_set("begin start continue resume proceed keep manage help serve")
"""Verbs that leave what they govern what it is."""
SAYING = word_set(
    "say tell announce confirm declare state reiterate add insist stress claim report warn vow promise pledge note "
    "conclude reaffirm repeat indicate emphasize explain disclose reveal write argue maintain quote"
)
OBLIGING = word_set("must should shall ought")
FUTURE = word_set("will would shall")

_COOPERATIVE = ("verbal cooperation", "material cooperation")


def is_cooperative(code: ActCode) -> bool:
    """Whether a code is of one of the two quad classes of cooperation."""
    return QUADS[code] in _COOPERATIVE


def intended(code: ActCode) -> ActCode:
    """The code of announcing what would be ``code`` if done."""
    if code in ("REQUEST", "ACCUSE", "REJECT"):  # to say that one will reject something is to reject it
        return code
    return "AGREE" if is_cooperative(code) else "THREATEN"


def refused(code: ActCode | None) -> ActCode:
    """The code of refusing what would be ``code`` if done."""
    return "AGREE" if code in ("ASSAULT", "COERCE", "SANCTION", "THREATEN") else "REJECT"
