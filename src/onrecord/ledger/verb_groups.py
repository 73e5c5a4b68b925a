"""The verbs of a sentence with what belongs to each: auxiliaries, negation, tense, aspect, voice.

There is no parser here. A word is a verb by its form and its neighbours: after a determiner it is none, after a
pronoun it is one, and so on. Sources of the classes of words: ``verbs``, ``onrecord.actors.words``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from onrecord.actors.tokens import Token, Tokens
from onrecord.actors.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from onrecord.ledger.verb_words import (
    ADJECTIVE_ENDINGS,
    ADVERBS,
    CLAUSE_OPENERS,
    ED_NOUNS,
    NEGATORS,
    NO_VERBS,
    NOT_ADVERBS,
    NOUNS_IN_S,
    OBJECT_OPENERS,
    PLURAL_PRONOUNS,
    SINGULAR_PRONOUNS,
    THAT_LESS,
)
from onrecord.ledger.verbs import AUXILIARIES, CONTRACTED, lemma_of, verb_form

Form = Literal["finite", "infinitive", "participle", "gerund"]
Tense = Literal["past", "present", "future", ""]
Aspect = Literal["simple", "perfect", "progressive", "perfect progressive"]


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers: tokens ``first`` to before ``last``, ``main`` the verb itself.

    ``negator`` is the token that negates it, -1 for none. ``modal`` is the folded modal, "" for none.
    """

    first: int
    last: int
    main: int
    lemma: str
    form: Form
    tense: Tense = ""
    aspect: Aspect = "simple"
    passive: bool = False
    modal: str = ""
    negator: int = -1


def verb_groups(tokens: Tokens, first: int, last: int) -> list[Group]:
    """The verb groups of tokens ``first:last``, which are a sentence or part of one, in order."""
    found: list[Group] = []
    at = first
    while at < last:
        group = _group_at(tokens, at, first, last)
        if group is not None and _is_object_of(tokens, found, group):
            group = None
        if group is not None:
            found.append(_joined(tokens, found, group))
            at = group.last
        else:
            at += 1
    return _with_participles(tokens, found, first, last)


def _is_object_of(tokens: Tokens, before: list[Group], group: Group) -> bool:
    """Whether a present form stands right behind a verb or an adjective, and so is a noun: "erected barricades"."""
    if group.tense != "present" or group.first != group.main or tokens[group.main].fold in AUXILIARIES:
        return False
    if before and before[-1].last == group.first:
        return before[-1].lemma not in ("say", "think", "know", "believe", "hope")
    previous = tokens[group.first - 1] if group.first else None
    return previous is not None and previous.text.islower() and previous.fold.endswith(ADJECTIVE_ENDINGS)


def _joined(tokens: Tokens, before: list[Group], group: Group) -> Group:
    """A bare base behind "and" as what it is joined to: "to push him and [force] him", "will say or [do]"."""
    known = verb_form(tokens[group.main].fold)
    base = known is not None and "VB" in known.forms and group.tense == "present" and group.first == group.main
    if not base or not before or not group.first or tokens[group.first - 1].fold not in ("and", "or", ",", "but"):
        return group
    other = before[-1]
    if other.form == "infinitive" or other.modal:
        return replace(group, form=other.form, tense=other.tense, modal=other.modal)
    return group


def is_adverb(token: Token) -> bool:
    """Whether a word is likely an adverb."""
    return token.fold in ADVERBS or (
        token.fold.endswith("ly") and len(token.fold) > 4 and token.fold not in NOT_ADVERBS
    )


def _group_at(tokens: Tokens, at: int, low: int, high: int) -> Group | None:
    token = tokens[at]
    word = token.fold
    if not token.is_word and word not in AUXILIARIES:
        return None
    contracted = word.endswith(("n't", "n’t")) or word in CONTRACTED
    helper = CONTRACTED.get(word.replace("’", "'"), word[:-3]) if contracted else word
    if helper in AUXILIARIES:
        if _is_no_auxiliary(tokens, at, low):
            return None
        return _with_auxiliaries(tokens, at, helper, contracted, high)
    if word == "to" and at + 1 < high:
        return _infinitive(tokens, at, high)
    return _bare(tokens, at, low, high)


def _is_no_auxiliary(tokens: Tokens, at: int, low: int) -> bool:
    """ "'s" after a noun is mostly its possessive; "may" and "will" with a capital are a month and a name."""
    token = tokens[at]
    if token.is_possessive:
        before = tokens[at - 1].fold if at > low else ""
        return before not in ("it", "he", "she", "that", "there", "what", "who", "here", "let")
    if (
        token.is_capitalised
        and not token.opens
        and not token.headline
        and token.fold in ("may", "will", "can", "might")
    ):
        return True
    before = tokens[at - 1].fold if at > low else ""
    return token.fold in ("will", "might", "can", "must", "being") and before in DETERMINERS and before != "that"


def _with_auxiliaries(tokens: Tokens, at: int, helper: str, contracted: bool, high: int) -> Group:
    lemma, tag = AUXILIARIES[helper]
    chain: list[tuple[str, str]] = [(lemma, tag)]
    negator = at if contracted or helper == "cannot" else -1
    main, place = at, at + 1
    subject_skipped = 0
    while place < high:
        token = tokens[place]
        word = token.fold
        if word in NEGATORS or is_adverb(token) or (token.text in "“‘\"'" and place + 1 < high and place > at):
            if word in NEGATORS and negator < 0:
                negator = place
            place += 1
            continue
        if word in AUXILIARIES and not token.is_possessive and _fits(chain[-1], _helping(word)):
            chain.append((AUXILIARIES[word][0], _best(chain[-1], _helping(word))))
            main = place
            place += 1
            continue
        form = None if token.is_capitalised and not token.headline else verb_form(word)
        forms = form.forms if form else _by_ending(word)
        if forms and _fits(chain[-1], forms) and word not in NO_VERBS and not _is_adjective(tokens, place, high, chain):
            chain.append((form.lemma if form else lemma_of(word), _best(chain[-1], forms)))
            main = place
            break
        if forms == frozenset() and (chain[-1][1] == "MD" or chain[-1][0] == "do") and _may_be_base(token):
            chain.append((word, "VB"))  # a verb that is not listed
            main = place
            break
        if word == "to" and chain[-1][0] in ("be", "have", "ought") and place + 1 < high and subject_skipped == 0:
            following = tokens[place + 1].fold
            base = verb_form(following)
            if base is not None and "VB" in base.forms and chain[-1][0] != "have":
                chain += [("will", "MD"), (base.lemma, "VB")] if chain[-1][0] == "be" else [(base.lemma, "VB")]
                main = place + 1
            break
        break
    if helper == "should" and main == at and (at == 0 or not tokens[at - 1].is_word or tokens[at].opens):
        inverted = _inverted(tokens, at, high)
        if inverted >= 0:
            chain.append((lemma_of(tokens[inverted].fold), "VB"))
            main = inverted
    return _described(chain, at, main, negator)


def _inverted(tokens: Tokens, at: int, high: int) -> int:
    """The verb of "should [the talks] fail", -1 for none."""
    for place in range(at + 1, min(high, at + 10)):
        word = tokens[place].fold
        if not tokens[place].is_word and not tokens[place].is_possessive:
            return -1
        form = verb_form(word)
        if form and "VB" in form.forms and tokens[place].text.islower() and place > at + 1 and word not in NOUNS_IN_S:
            if tokens[place - 1].fold in DETERMINERS or tokens[place - 1].fold in PREPOSITIONS:
                continue
            return place
    return -1


def _may_be_base(token: Token) -> bool:
    word = token.fold
    closed = (
        word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS or word in CONJUNCTIONS or word in NOT_ADVERBS
    )
    return token.is_word and token.text.isalpha() and token.text.islower() and len(word) > 2 and not closed


def _helping(word: str) -> frozenset[str]:
    """The forms of an auxiliary: "have" and "do" are bases too."""
    tag = AUXILIARIES[word][1]
    return (
        frozenset(["VB", "VBZ"])
        if word in ("have", "do")
        else frozenset(["VBD", "VBN"])
        if word == "had"
        else frozenset([tag])
    )


def _fits(before: tuple[str, str], forms: frozenset[str]) -> bool:
    lemma, tag = before
    if tag == "MD" or lemma == "do":
        return "VB" in forms or (tag == "MD" and forms == {"VBZ"} and lemma == "")
    if lemma == "have":
        return "VBN" in forms
    return lemma == "be" and bool(forms & {"VBN", "VBG"})


def _best(before: tuple[str, str], forms: frozenset[str]) -> str:
    wanted = ("VB",) if before[1] == "MD" or before[0] == "do" else ("VBN",) if before[0] == "have" else ("VBN", "VBG")
    return next(tag for tag in wanted if tag in forms)


def _by_ending(word: str) -> frozenset[str]:
    if len(word) > 5 and word.endswith("ed"):
        return frozenset(["VBD", "VBN"])
    if len(word) > 6 and word.endswith("ing"):
        return frozenset(["VBG"])
    return frozenset()


def _is_adjective(tokens: Tokens, at: int, high: int, chain: list[tuple[str, str]]) -> bool:
    """ "is united", "has armed men": what looks like a participle and is followed by the noun that it belongs to."""
    if chain[-1][0] == "have" and at + 1 < high:
        following = tokens[at + 1]
        return tokens[at].fold in ("armed", "limited") and following.is_word and following.text.islower()
    return False


def _described(chain: list[tuple[str, str]], first: int, main: int, negator: int) -> Group:
    words = [lemma for lemma, _ in chain]
    tags = [tag for _, tag in chain]
    modal = next((lemma for lemma, tag in chain if tag == "MD"), "")
    perfect = any(
        word == "have" and place + 1 < len(chain) and tags[place + 1] == "VBN" for place, word in enumerate(words)
    )
    passive = tags[-1] == "VBN" and len(chain) > 1 and words[-2] == "be"
    progressive = tags[-1] == "VBG" and len(chain) > 1 and words[-2] == "be"
    progressive = progressive or (passive and len(chain) > 2 and tags[-2] == "VBG")
    tense: Tense = "past" if tags[0] == "VBD" else "present"
    if modal in ("will", "shall", "would"):
        tense = "future"
    form: Form = "gerund" if tags[0] == "VBG" else "infinitive" if tags[0] == "VB" else "finite"
    aspect: Aspect = "simple"
    if perfect:
        aspect = "perfect progressive" if progressive else "perfect"
    elif progressive:
        aspect = "progressive"
    # "is to meet": "will" was put into the chain between them.
    is_to = "MD" in tags[1:]
    return Group(first, main + 1, main, words[-1], form, tense, aspect, passive, "is to" if is_to else modal, negator)


def _infinitive(tokens: Tokens, at: int, high: int) -> Group | None:
    place, negator = at + 1, -1
    while place < high and is_adverb(tokens[place]):
        place += 1
    if place >= high:
        return None
    if tokens[at - 1].fold in NEGATORS and at > 0:
        negator = at - 1
    token = tokens[place]
    if token.fold in AUXILIARIES and AUXILIARIES[token.fold][1] in ("VB", "VBZ") and token.fold in ("be", "have", "do"):
        inner = _with_auxiliaries(tokens, place, token.fold, False, high)
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


def _bare(tokens: Tokens, at: int, low: int, high: int) -> Group | None:
    token = tokens[at]
    word = token.fold
    if word in NO_VERBS or word in ED_NOUNS or word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS:
        return None
    if token.is_capitalised and not token.headline and (not token.opens or not word.endswith(("ing", "ed", "d", "wn"))):
        return None
    known = verb_form(word)
    forms = known.forms if known else _by_ending(word)
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


def _with_participles(tokens: Tokens, groups: list[Group], low: int, high: int) -> list[Group]:
    """Past forms that are reduced relatives made participles: "a report [published] on Monday said …"."""
    found = list(groups)
    for index, group in enumerate(groups):
        if group.form != "finite" or group.tense != "past" or group.first != group.main:
            continue
        known = verb_form(tokens[group.main].fold)
        if known is not None and "VBN" not in known.forms:
            continue
        if _describes_object(tokens, groups, index):
            found[index] = _as_participle(group)
            continue
        by = group.last < high and tokens[group.last].fold == "by"
        later = _finite_behind(tokens, groups, index)
        if by or later:
            found[index] = _as_participle(group)
    return found


def _as_participle(group: Group) -> Group:
    return replace(group, form="participle", tense="", passive=True)


def _describes_object(tokens: Tokens, groups: list[Group], index: int) -> bool:
    """ "called a session [set] for noon": the noun before it is the object of the verb before that."""
    group, before = groups[index], groups[index - 1] if index else None
    if before is None:
        return False
    between = tokens[before.last : group.first]
    if not between or any(
        token.fold in CLAUSE_OPENERS
        or token.fold in ("and", "or", "but")
        or token.fold in PRONOUNS
        or not token.is_word
        for token in between
    ):
        return False
    if before.lemma in THAT_LESS:
        return between[0].fold in PREPOSITIONS
    return before.form != "participle" or not before.passive


def _finite_behind(tokens: Tokens, groups: list[Group], index: int) -> bool:
    """Whether the next finite verb has no other subject than what stands before this one."""
    group = groups[index]
    before = tokens[group.first - 1] if group.first else None
    if before is None or before.fold in PRONOUNS or before.fold in ("and", "but", "or"):
        return False
    for other in groups[index + 1 :]:
        if other.form != "finite":
            continue
        between = tokens[group.last : other.first]
        if any(token.fold in CLAUSE_OPENERS or token.fold in PRONOUNS or token.text in '"“”;:—–' for token in between):
            return False
        commas = [token.text for token in between if token.text == ","]
        closes = bool(between) and between[-1].text == ","
        if before.text == ",":
            return closes
        if (
            any(token.fold in ("and", "but", "or") for token in between)
            and between
            and between[-1].fold in ("and", "but", "or")
        ):
            return False
        if any(
            group.last <= between_group.first < other.first and between_group.form != "infinitive"
            for between_group in groups
        ):
            return False
        saying = tokens[group.main].fold in ("said", "told", "warned", "added")
        return not commas and not saying and not _has_subject(between)
    return False


def _has_subject(between: list[Token]) -> bool:
    """Whether a phrase that no preposition opens stands between: "officials hoped talks would resume"."""
    if not between:
        return False
    first = between[0]
    return not (
        first.fold in PREPOSITIONS
        or is_adverb(first)
        or first.fold.endswith("day")
        or first.fold in ("last", "this", "earlier")
    )
