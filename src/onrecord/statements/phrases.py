"""Noun phrases and verbs, as far as assembling statements needs to know them: by their words, without a parser."""

from __future__ import annotations

# A word that can't stand in a noun phrase: verbs that are frequent, and what opens a clause.
_NO_NOUN = (
    r"(?!(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must|said|says"
    r"|told|that|who|whom|which|what|when|where|why|how|if|whether|because|but|and|or|not|never|as|than|to|then|there)\b)"
)
# A full stop stands behind titles and initials only.
_LETTERS = r"(?:(?:mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|st)\.|(?:[^\W\d_]\.)+|[^\W_][\w’'&-]*)"
_WORD = rf"{_NO_NOUN}{_LETTERS}"

NOUN_PHRASE = (
    rf"(?:(?:the|a|an|one|some|many|several|other|senior|two|three|local|most|its|their|his|her)\s(?:{_WORD}\s){{0,6}}?{_WORD}"
    rf"|(?=(?-i:[A-ZÀ-Þ])){_LETTERS}(?:\s{_WORD}){{0,6}}?)(?:\sand\s{_WORD}(?:\s{_WORD})?)?(?:,\s[^,;:!?\"“”\n]{{2,60}},)?"
)
"""Up to eight words that open with an article or a capital, an apposition included. For patterns that ignore case."""

FINITE = (
    r"(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must)(?:n['’]t)?|cannot"
)
"""Auxiliaries, without group and word boundaries."""
