"""Verbs without auxiliaries: told from nouns and adjectives by their form and their neighbours."""

from __future__ import annotations

from onrecord.actors.tokens import Token, Tokens
from onrecord.actors.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from onrecord.ledger.verb_auxiliaries import forms_by_ending, with_auxiliaries
from onrecord.ledger.verb_group import Group, is_adverb
from onrecord.ledger.verb_words import (
    ED_NOUNS,
    NEGATORS,
    NO_VERBS,
    NOUNS_IN_S,
    OBJECT_OPENERS,
    PLURAL_PRONOUNS,
    SINGULAR_PRONOUNS,
)
from onrecord.ledger.verbs import AUXILIARIES, lemma_of, verb_form


def bare_verb(tokens: Tokens, at: int, low: int, high: int) -> Group | None:
    token = tokens[at]
    word = token.fold
    if word in NO_VERBS or word in ED_NOUNS or word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS:
        return None
    if token.is_capitalised and not token.headline and (not token.opens or not word.endswith(("ing", "ed", "d", "wn"))):
        return None
    known = verb_form(word)
    forms = known.forms if known else forms_by_ending(word)
    if not forms:
        return None
    lemma = known.lemma if known else lemma_of(word)
    place = at - 1
    while place >= low and (is_adverb(tokens[place]) or (tokens[place].text in '“"‘' and tokens[place].quoted)):
        place -= 1
    before = tokens[place] if place >= low else None
    previous = before.fold if before is not None else ""
    negator = next((k for k in range(place + 1, at) if tokens[k].fold in NEGATORS), -1)
    following = tokens[at + 1] if at + 1 < high else None
    if previous in DETERMINERS and previous not in PLURAL_PRONOUNS | SINGULAR_PRONOUNS:
        return None
    if before is not None and before.is_possessive:
        return None
    start = place + 1 if place + 1 < at and negator != -1 else at
    if "VBG" in forms:
        if previous and _is_noun_ing(tokens, at, place, high):
            return None
        return Group(start, at + 1, at, lemma, "gerund" if previous in PREPOSITIONS else "participle", negator=negator)
    if forms & {"VBD", "VBN"}:
        if previous in PREPOSITIONS and previous not in ("as", "than", "since", "until", "before", "after"):
            return None
        if "VBD" not in forms or (previous == "" and token.opens and at == low):
            return Group(start, at + 1, at, lemma, "participle", "", "simple", True, "", negator)
        if (
            forms >= {"VB"}
            and previous
            and not _is_subject(before, plural=True)
            and not _is_subject(before, plural=False)
        ):
            return None
        if following is not None and _starts_noun(tokens, at, place, high):
            return None
        return Group(start, at + 1, at, lemma, "finite", "past", "simple", False, "", negator)
    if "VBZ" in forms:
        if previous in PREPOSITIONS or before is None or not _is_subject(before, plural=False):
            return None
        if word in NOUNS_IN_S and not _takes_object(tokens, at, high) and previous not in SINGULAR_PRONOUNS:
            return None
        if before.text.islower() and before.fold.endswith("s") and not before.fold.endswith("ss"):
            return None
        return Group(start, at + 1, at, lemma, "finite", "present", "simple", False, "", negator)
    if previous in PREPOSITIONS or before is None or not _is_subject(before, plural=True):
        return None
    if (
        previous in PLURAL_PRONOUNS
        or _takes_object(tokens, at, high)
        or (following is not None and following.fold in PREPOSITIONS)
    ):
        return Group(start, at + 1, at, lemma, "finite", "present", "simple", False, "", negator)
    return None


def _is_subject(token: Token | None, *, plural: bool) -> bool:
    """Whether a verb may follow right behind ``token``, by its form."""
    if token is None:
        return False
    word = token.fold
    if not token.is_word:
        return token.text in ',"”’)—–'
    if word in PRONOUNS or word in SINGULAR_PRONOUNS:
        return word in (PLURAL_PRONOUNS if plural else SINGULAR_PRONOUNS)
    if word in ("and", "or", "but"):
        return True
    if word in CONJUNCTIONS or word in DETERMINERS or word in PREPOSITIONS:
        return False
    if plural:
        return (
            word.endswith("s")
            or word in ("people", "police", "men", "women", "media", "allies")
            or token.is_capitalised
        )
    return True


def _takes_object(tokens: Tokens, at: int, high: int) -> bool:
    """Whether what follows looks like a verb's object or complement."""
    if at + 1 >= high:
        return False
    following = tokens[at + 1]
    if following.fold in OBJECT_OPENERS or following.text in '“"' or is_adverb(following):
        return True
    if following.fold in ("for", "on", "against", "with") and tokens[at].fold in ("calls", "backs", "sides"):
        return True
    return following.is_capitalised and following.is_word and not tokens[at].headline


def _starts_noun(tokens: Tokens, at: int, place: int, high: int) -> bool:
    """ "some displaced families": a participle before its noun."""
    before = tokens[place].fold if place >= 0 else ""
    return (
        before in ("and", "or", ",")
        and tokens[at + 1].text.islower()
        and tokens[at + 1].fold.endswith("s")
        and (place > 0 and tokens[place - 1].fold.endswith("ed"))
    )


def _is_noun_ing(tokens: Tokens, at: int, place: int, high: int) -> bool:
    """ "emergency meeting", "early warning": words in -ing that head a phrase or stand before its head."""
    before = tokens[place]
    word = tokens[at].fold
    if word in (
        "meeting",
        "building",
        "hearing",
        "warning",
        "killing",
        "bombing",
        "training",
        "funding",
        "meeting",
        "ruling",
        "understanding",
        "beginning",
        "opening",
        "feeling",
        "fighting",
        "shelling",
        "briefing",
        "summit",
    ):
        follows = tokens[at + 1].fold if at + 1 < high else ""
        verbal = before.fold in PRONOUNS or before.text == "," or follows in ("the", "a", "its", "his", "their", "with")
        return not verbal
    return False


def infinitive(tokens: Tokens, at: int, high: int) -> Group | None:
    place, negator = at + 1, -1
    while place < high and is_adverb(tokens[place]):
        place += 1
    if place >= high:
        return None
    if tokens[at - 1].fold in NEGATORS and at > 0:
        negator = at - 1
    token = tokens[place]
    if token.fold in AUXILIARIES and AUXILIARIES[token.fold][1] in ("VB", "VBZ") and token.fold in ("be", "have", "do"):
        inner = with_auxiliaries(tokens, place, token.fold, False, high)
        return Group(
            at, inner.last, inner.main, inner.lemma, "infinitive", "", inner.aspect, inner.passive, "", negator
        )
    if token.is_capitalised and not token.headline:
        return None
    form = verb_form(token.fold)
    if form is None or "VB" not in form.forms or _is_object(tokens, place, high):
        return None
    return Group(at, place + 1, place, form.lemma, "infinitive", "", "simple", False, "", negator)


def _is_object(tokens: Tokens, at: int, high: int) -> bool:
    """ "to power", "to court", "to talks": nouns after the preposition."""
    word = tokens[at].fold
    before = tokens[at - 2].fold if at > 1 else ""
    following = tokens[at + 1].fold if at + 1 < high else ""
    if word in ("power", "court", "work", "school", "war", "house", "death") and before in (
        "back",
        "return",
        "returned",
        "go",
        "going",
        "went",
        "came",
        "come",
        "rise",
        "due",
        "taken",
        "take",
        "put",
        "led",
    ):
        return following not in OBJECT_OPENERS
    return False
