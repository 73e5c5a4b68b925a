"""Clauses as ranges of tokens, from the verb groups of a sentence: where each begins, what it is to which other.

Read left to right: what stands between two verbs says how the second hangs on the first. The last subordinator there
opens its clause; without one, a noun phrase behind a verb of saying begins a complement; "and" right before the verb
shares the subject.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.tokens import Tokens
from onrecord.actors.words import DETERMINERS, PREPOSITIONS, PRONOUNS, word_set
from onrecord.ledger.clauses import Link
from onrecord.ledger.subject_phrases import Range, subject_before, subject_behind
from onrecord.ledger.verb_groups import Group, is_adverb, verb_groups
from onrecord.ledger.verb_words import THAT_LESS

LINKS: dict[str, Link] = {
    **dict.fromkeys(("if", "unless", "once", "provided", "providing", "lest", "assuming"), "condition"),
    **dict.fromkeys(("when", "whenever", "while", "after", "before", "until", "till", "since", "as"), "time"),
    "because": "cause",
    **dict.fromkeys(("although", "though", "whereas", "despite"), "concession"),
    **dict.fromkeys(("that", "whether", "how", "why", "what"), "complement"),
    **dict.fromkeys(("who", "which", "whom", "whose", "where"), "relative"),
}
_ALSO_PREPOSITIONS = word_set("after before until till since as despite")
# Verbs whose object does what the infinitive says: "urged the mission to leave".
OF_OBJECT = word_set(
    "urge ask want tell order call force allow let permit help expect invite persuade convince pressure press compel "
    "instruct direct encourage oblige require authorize enable warn implore beg request challenge push appeal advise "
    "beseech exhort forbid empower lead mandate lobby summon remind"
)
# "the idea that …": what follows says what the noun says.
_OF_CONTENT = word_set(
    "and but or , idea fact claim claims report reports warning warnings news hope hopes fear fears fears statement "
    "assurance assurances view belief promise promises pledge pledges threat argument decision demand condition "
    "understanding guarantee guarantees words concern concerns suggestion suggestions allegation allegations"
)
_MARKS = frozenset(",;:—–-()\"“”'’‘")


@dataclass(slots=True)
class Draft:
    """A clause as token ranges; ``subject`` is None where there is none, ``shared`` when it is another clause's."""

    group: Group
    start: int
    end: int
    link: Link = "main"
    marker: str = ""
    parent: int | None = None
    subject: Range | None = None
    shared: bool = False
    rest: int = 0
    """Where what the verb governs ends."""


def drafts(tokens: Tokens, low: int, high: int) -> list[Draft]:
    """The clauses of the sentence ``low:high``."""
    groups = verb_groups(tokens, low, high)
    found: list[Draft] = []
    for index, group in enumerate(groups):
        before = groups[index - 1].last if index else low
        found.append(_draft(tokens, found, group, before, low, high))
    _hang_leading(found)
    _close(tokens, found, high)
    return found


def _draft(tokens: Tokens, found: list[Draft], group: Group, before: int, low: int, high: int) -> Draft:
    at, marker = _opener(tokens, group, before)
    previous = len(found) - 1 if found else None
    draft = Draft(group, group.first, high, marker=marker)
    if group.form == "infinitive" and not marker:
        draft.link, draft.parent = ("infinitive" if found else "main"), previous
        _understood(tokens, found, draft, before, low)
        return draft
    if group.form in ("participle", "gerund") and not marker:
        draft.link, draft.parent = "participle", previous
        _participle(tokens, found, draft, before)
        return draft
    start = at + 1 if marker else _coordination(tokens, before, group.first)
    own = None if found and not marker and _shares(tokens, group) else subject_before(tokens, start, group.first)
    draft.subject = own
    draft.start = at if marker else (own[0] if own else group.first)
    if marker:
        draft.link = LINKS.get(marker, "condition")
        draft.parent = previous
        if marker == "that" and at > low and tokens[at - 1].fold in ("and", "but", "or"):
            draft.parent = next(
                (k for k in range(len(found) - 1, -1, -1) if found[k].group.lemma in THAT_LESS), previous
            )
        if own is None and draft.link in ("relative", "complement"):
            draft.link = "relative"
            draft.subject, draft.shared = _antecedent(tokens, at, low), True
        elif draft.link == "complement" and previous is not None and _is_relative_that(tokens, found[previous], at):
            draft.link = "relative"
    elif found:
        _joined(tokens, found, draft, before)
    if group.modal == "should" and _inverted(tokens, group):
        draft.link, draft.marker, draft.parent = "condition", "should", previous
        draft.subject, draft.start = subject_behind(tokens, group.first + 1, group.main), group.first
    if (draft.subject is None and not found and group.last < high) or (
        draft.subject is None and group.lemma in THAT_LESS and _after_quotation(tokens, group)
    ):
        draft.subject = subject_behind(tokens, group.last, high)
    return draft


def _opener(tokens: Tokens, group: Group, before: int) -> tuple[int, str]:
    """The last word between two verbs that opens a subordinate clause; -1 and "" for none."""
    for at in range(group.first - 1, before - 1, -1):
        word = tokens[at].fold
        if word in ("provided", "providing", "assuming") and tokens[at + 1].fold != "that" and at > before:
            continue
        if word not in LINKS:
            if tokens[at].text in ";:":
                return -1, ""
            continue
        if word == "that" and at + 1 < group.first and _is_determiner(tokens, at, before):
            continue
        if (
            word in ("how", "why", "what", "when", "where", "as", "once")
            and at + 1 == group.first
            and group.form == "infinitive"
        ):
            return -1, ""
        if word in _ALSO_PREPOSITIONS and (
            group.form != "finite" or _has_comma(tokens, at, group.first) or at + 1 == group.first
        ):
            if group.form == "gerund" and at + 1 == group.first and word != "as":
                return at, word
            continue
        if word == "once" and tokens[at - 1].fold in ("at", "has", "had", "was", "is"):
            continue
        return at, word
    return -1, ""


def _is_determiner(tokens: Tokens, at: int, before: int) -> bool:
    """ "in that case": "that" in front of a noun, after a preposition."""
    previous = tokens[at - 1].fold if at > before else ""
    return previous in PREPOSITIONS and previous not in ("in", "except") and tokens[at + 1].is_word


def _has_comma(tokens: Tokens, low: int, high: int) -> bool:
    commas = [at for at in range(low, high) if tokens[at].text == ","]
    return len(commas) == 1


def _coordination(tokens: Tokens, low: int, high: int) -> int:
    """Where a clause without subordinator may begin: behind the last mark or conjunction that can end one before it."""
    for at in range(high - 1, low - 1, -1):
        if tokens[at].text in ';:—–“”"' or (tokens[at].text == "-" and tokens[at].start > tokens[at - 1].end):
            return at + 1
        if tokens[at].fold in ("and", "but", "or", "so", "yet") and at > low and tokens[at - 1].text == ",":
            return at + 1
    return low


def _joined(tokens: Tokens, found: list[Draft], draft: Draft, before: int) -> None:
    """A clause without opener behind another one: coordinate, complement, or the main clause after a leading one."""
    group, previous = draft.group, found[-1]
    place = len(found) - 1
    between = tokens[before : group.first]
    words = [token.fold for token in between]
    if (
        draft.subject is None
        and previous.group.form == "participle"
        and not previous.shared
        and tokens[group.first - 1].text == ","
    ):
        draft.subject, draft.shared = previous.subject, True  # "the talks, interrupted in May, will resume"
        if previous.parent is not None:
            draft.link, draft.parent = "complement", previous.parent
        return
    if draft.subject is None:
        partner = _partner(found, group)
        if partner is not None:
            draft.link, draft.parent = "coordinate", partner
            draft.subject, draft.shared = found[partner].subject, True
            draft.start = group.first
        return
    bare = not any(token.text in _MARKS - {"'", "’"} or token.fold in ("and", "but", "or") for token in between[:1])
    if bare and previous.group.lemma in THAT_LESS:
        draft.link, draft.parent = "complement", place
        return
    if any(word in ("and", "but", "or", "so", "yet") for word in words) or any(
        token.text in ";:—–" for token in between
    ):
        partner = _partner(found, group)
        if partner is not None and found[partner].link not in ("condition", "time", "relative"):
            draft.link, draft.parent = "coordinate", partner
        return
    if any(token.text in '“"' for token in between) and previous.group.lemma in THAT_LESS:
        draft.link, draft.parent = "complement", place


def _shares(tokens: Tokens, group: Group) -> bool:
    """Whether a conjunction stands right before a verb, which has no subject of its own then: "left and [returned]"."""
    at = group.first - 1
    while at >= 0 and is_adverb(tokens[at]):
        at -= 1
    return at >= 0 and tokens[at].fold in ("and", "but", "or", "yet", "then")


def _partner(found: list[Draft], group: Group) -> int | None:
    """The clause before that a verb behind "and" is coordinated with: the nearest finite one of like tense."""
    finite = [at for at, draft in enumerate(found) if draft.group.form == "finite"]
    if group.form == "infinitive":
        finite = [at for at, draft in enumerate(found) if draft.group.form == "infinitive"] or finite
    like = [
        at
        for at in finite
        if found[at].group.tense == group.tense and found[at].link not in ("relative", "condition", "time")
    ]
    if like:
        return like[-1]
    like = [at for at in finite if found[at].group.tense == group.tense]
    return like[-1] if like else finite[-1] if finite else None


def _understood(tokens: Tokens, found: list[Draft], draft: Draft, before: int, low: int) -> None:
    """The subject of an infinitive: that of its governor, or its object ("urged [the mission] to leave")."""
    if not found:
        draft.subject = subject_before(tokens, low, draft.group.first)
        draft.start = draft.subject[0] if draft.subject else draft.group.first
        return
    governor = found[-1]
    place: int | None = len(found) - 1
    if tokens[draft.group.first - 1].fold in ("and", "or", ",") and governor.group.form == "infinitive":
        draft.link, draft.parent = "coordinate", place
        draft.subject, draft.shared = governor.subject, True
        return
    between = (before, draft.group.first)
    if governor.group.lemma in OF_OBJECT and not governor.group.passive:
        start = before + 1 if tokens[before].fold in ("on", "upon", "for", "to") else before
        phrase = subject_before(tokens, start, between[1])
        if phrase is not None:
            draft.subject = phrase
            return
    draft.subject, draft.shared = governor.subject, True


def _participle(tokens: Tokens, found: list[Draft], draft: Draft, before: int) -> None:
    group = draft.group
    previous = tokens[group.first - 1] if group.first else None
    if not found:
        draft.parent = None
        draft.link = "main"
        draft.subject = subject_before(tokens, before, group.first)
        return
    if (
        previous is not None
        and previous.is_word
        and previous.fold not in PREPOSITIONS
        and previous.fold not in ("and", "or", "but")
    ):
        draft.link = "relative"
        draft.subject, draft.shared = _antecedent(tokens, group.first, before), True
        return
    draft.subject, draft.shared = found[-1].subject, True
    if group.passive and found[-1].group.lemma in THAT_LESS and found[-1].group.form == "finite":
        own = subject_before(tokens, before, group.first)
        if own is not None:  # "said the talks, [interrupted] in May, would resume"
            draft.subject, draft.shared = own, False


def _antecedent(tokens: Tokens, at: int, low: int) -> Range | None:
    """The noun phrase that ends right before token ``at``."""
    end = at
    while end > low and not tokens[end - 1].is_word:
        end -= 1
    if end > low and tokens[end - 1].fold in PREPOSITIONS:
        end -= 1
    start = end
    while start > low and end - start < 8:
        token = tokens[start - 1]
        if not (token.is_word or token.is_possessive) or token.fold in PREPOSITIONS or token.fold in PRONOUNS:
            break
        start -= 1
        if token.fold in DETERMINERS:
            break
    return (start, end) if start < end else None


def _is_relative_that(tokens: Tokens, previous: Draft, at: int) -> bool:
    """Whether "that" follows a noun rather than the verb that it completes: "measures that parliament took"."""
    before = tokens[at - 1]
    if previous.group.lemma in THAT_LESS or previous.group.last == at or not before.is_word:
        return False
    return before.fold not in _OF_CONTENT


def _inverted(tokens: Tokens, group: Group) -> bool:
    return (
        group.main > group.first + 1
        and not is_adverb(tokens[group.first + 1])
        and tokens[group.first + 1].fold not in ("not", "be", "have")
    )


def _after_quotation(tokens: Tokens, group: Group) -> bool:
    return group.first > 0 and (tokens[group.first - 1].text in "\"”’'," or tokens[group.first - 1].quoted)


def _hang_leading(found: list[Draft]) -> None:
    """Leading conditions and the like hang on the next clause that has its own subject and no opener."""
    for at, draft in enumerate(found):
        leads = draft.link in ("condition", "time", "cause", "concession") and not any(
            other.group.form == "finite" and other.link in ("main", "coordinate", "complement") for other in found[:at]
        )
        if leads:
            draft.parent = next(
                (k for k in range(at + 1, len(found)) if found[k].group.form == "finite" and found[k].link == "main"),
                draft.parent,
            )


def _close(tokens: Tokens, found: list[Draft], high: int) -> None:
    """Set where each clause and what it governs ends: before the next clause that does not hang on it."""
    for at, draft in enumerate(found):
        end = high
        for later in range(at + 1, len(found)):
            if not _hangs(found, later, at) or (
                draft.link in ("condition", "time", "relative", "cause", "concession")
                and found[later].link == "coordinate"
            ):
                end = found[later].start
                break
        draft.end = max(draft.group.last, _trimmed(tokens, draft.group.last, end))
        following = found[at + 1].start if at + 1 < len(found) else high
        draft.rest = max(
            draft.group.last, min(draft.end, _trimmed(tokens, draft.group.last, max(following, draft.group.last)))
        )


def _hangs(found: list[Draft], place: int, above: int) -> bool:
    steps = 0
    parent = found[place].parent
    while parent is not None and steps < len(found):
        if parent == above:
            return True
        parent = found[parent].parent
        steps += 1
    return False


def _trimmed(tokens: Tokens, low: int, end: int) -> int:
    while end > low and (
        tokens[end - 1].text in ",;:—–-.!?" or tokens[end - 1].fold in ("and", "but", "or", "so", "that")
    ):
        end -= 1
    return end
