"""Verbs with auxiliaries: "would not have been told", "is to meet", "should the talks fail"."""

from __future__ import annotations

from onrecord.actors.tokens import Token, Tokens
from onrecord.actors.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from onrecord.ledger.verb_group import Aspect, Form, Group, Tense, is_adverb
from onrecord.ledger.verb_words import NEGATORS, NO_VERBS, NOT_ADVERBS, NOUNS_IN_S
from onrecord.ledger.verbs import AUXILIARIES, lemma_of, verb_form


def is_no_auxiliary(tokens: Tokens, at: int, low: int) -> bool:
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


def with_auxiliaries(tokens: Tokens, at: int, helper: str, contracted: bool, high: int) -> Group:
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
        forms = form.forms if form else forms_by_ending(word)
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


def forms_by_ending(word: str) -> frozenset[str]:
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
