"""How a statement was made, from its cue: speech, writing, belief or intention."""

from __future__ import annotations

import re

from onrecord.domain import StatementMode

# Stems, longest endings included; a cue that names two ("said he hoped") takes the first in this order, because
# what was said aloud or in writing is a matter of record and what was hoped is not.
_STEMS: tuple[tuple[StatementMode, str], ...] = (
    (
        "writing",
        "wrote write writes written writing tweet* retweet* post posts posted blog* penned pens email* e-mail* read "
        "reads publish* editorial* texted texts",
    ),
    (
        "speech",
        "say says said saying tell tells told telling ask* answer* repl* add adds added adding stat* announc* declar* "
        "claim* argu* insist* warn* vow* pledg* promis* call* according note notes noted noting deny denie* denying "
        "urg* express* voic* quot* confirm* suggest* report* acknowledg* admit* accus* stress* emphasi*",
    ),
    (
        "belief",
        "believ* think* thought feel* felt fear* suspect* doubt* know* knew consider* regard* assum* expect* hope* "
        "hoping see sees seen saw view* worr* concern* convinc* confident skeptical sceptical aware understand* "
        "understood imagin* support* oppos* favor* favour* prefer*",
    ),
    (
        "intention",
        "plan* intend* intent* aim* want* wish* seek* sought determined ready willing prepared resolv* decid*",
    ),
)
_PATTERNS = tuple(
    (
        mode,
        re.compile(rf"\b(?:{'|'.join(re.escape(s).replace(chr(92) + '*', '[a-z]*') for s in stems.split())})\b", re.I),
    )
    for mode, stems in _STEMS
)


def statement_mode(cue: str) -> StatementMode:
    """The mode that ``cue`` names; ``speech`` where it names none."""
    return next((mode for mode, pattern in _PATTERNS if pattern.search(cue)), "speech")
