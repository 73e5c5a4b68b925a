from __future__ import annotations

from conllu_trees import tree

from onrecord.tagging import Syntax


def words(syntax: Syntax, *which: int | None) -> list[str | None]:
    return [None if i is None else syntax.word(i) for i in which]


SIGN = tree(
    "The envoy said that they won't sign or ratify the pact unless the ports are opened by both.",
    """
    The DET - 2 det
    envoy NOUN - 3 nsubj
    said VERB past 0 root
    that SCONJ - 9 mark
    they PRON - 9 nsubj
    won AUX fin 9 aux
    ' PART - 8 goeswith
    t PART - 9 advmod
    sign VERB inf 3 ccomp
    or CCONJ - 11 cc
    ratify VERB inf 9 conj
    the DET - 13 det
    pact NOUN - 9 obj
    unless SCONJ - 18 mark
    the DET - 16 det
    ports NOUN - 18 nsubj:pass
    are AUX pres 18 aux:pass
    opened VERB pass 9 advcl
    by ADP - 20 case
    both PRON - 18 obl:agent
    . PUNCT - 3 punct
    """,
)
SAID, SIGNS, RATIFY, OPENED = 2, 8, 10, 17


def test_clauses_are_found_by_their_heads() -> None:
    assert SIGN.clauses(SIGN.sentences[0]) == (SAID, SIGNS, RATIFY, OPENED)
    assert [SIGN.clause_of(i) for i in (1, 12, 15, 10, 5)] == [SAID, SIGNS, OPENED, RATIFY, SIGNS]


def test_subjects_objects_and_complements() -> None:
    assert words(SIGN, *(SIGN.subject(i) for i in (SAID, SIGNS, RATIFY, OPENED))) == ["envoy", "they", "they", "ports"]
    assert words(SIGN, *SIGN.objects(SIGNS)) == ["pact"]
    assert SIGN.complement(SAID) == SIGNS and SIGN.complement(SIGNS) is None
    assert SIGN.agent(OPENED) == 19 and SIGN.agent(SIGNS) is None


def test_phrases_are_shown_without_what_hangs_at_their_edges() -> None:
    low, high = SIGN.characters(SIGN.phrase(SAID))
    assert SIGN.words.texts[20] == "." and high == SIGN.words.ends[19] and low == 0
    assert SIGN.phrase(SIGNS) == range(3, 20)  # the pact belongs to both
    assert SIGN.phrase(OPENED) == range(13, 20)
    assert SIGN.phrase(1) == range(0, 2)


def test_a_clause_is_shown_without_those_that_are_joined_to_it() -> None:
    left = tree(
        "They voted, and left.",
        """
        They PRON - 2 nsubj
        voted VERB past 0 root
        , PUNCT - 5 punct
        and CCONJ - 5 cc
        left VERB past 2 conj
        . PUNCT - 2 punct
        """,
    )
    assert left.phrase(1) == range(0, 2) and left.phrase(4) == range(4, 5)


def test_what_a_relative_clause_is_about() -> None:
    boats = tree(
        "the boats which left",
        """
        the DET - 2 det
        boats NOUN - 0 root
        which PRON - 4 nsubj
        left VERB past 2 acl:relcl
        """,
    )
    assert boats.antecedent(3) == 1 and boats.antecedent(1) is None


def test_verb_groups_share_auxiliaries_and_negation() -> None:
    assert words(SIGN, *SIGN.verb_group(SIGNS)) == ["won", "'t", "sign"]
    assert words(SIGN, *SIGN.verb_group(RATIFY)) == ["won", "'t", "ratify"]
    assert [SIGN.negated(i) for i in (SAID, SIGNS, RATIFY, OPENED)] == [False, True, True, False]
    assert words(SIGN, SIGN.modal(RATIFY), SIGN.modal(SAID)) == ["won", None]


def test_tense_finiteness_and_voice() -> None:
    assert [SIGN.tense(i) for i in (SAID, SIGNS, OPENED)] == ["past", None, "present"]
    assert all(SIGN.is_finite(i) for i in (SAID, SIGNS, RATIFY, OPENED))
    assert [SIGN.passive(i) for i in (SAID, SIGNS, RATIFY, OPENED)] == [False, False, False, True]


def test_markers_and_conditions() -> None:
    assert [SIGN.marker(i) for i in (SAID, SIGNS, RATIFY, OPENED)] == ["", "that", "", "unless"]
    assert SIGN.conditions(SIGNS) == (OPENED,)
    assert SIGN.conditions(SAID) == ()


def test_a_joined_clause_with_its_own_verb_shares_no_negation() -> None:
    both = tree(
        "They did not vote and left",
        """
        They PRON - 4 nsubj
        did AUX past 4 aux
        not PART - 4 advmod
        vote VERB inf 0 root
        and CCONJ - 6 cc
        left VERB past 4 conj
        """,
    )
    assert both.negated(3) and not both.negated(5)
    assert both.auxiliaries(5) == () and both.subject(5) == 0
    assert both.tense(5) == "past"


def test_who_is_to_leave() -> None:
    urged = tree(
        "She urged them to leave and vowed to stay",
        """
        She PRON - 2 nsubj
        urged VERB past 0 root
        them PRON - 2 obj
        to PART - 5 mark
        leave VERB inf 2 xcomp
        and CCONJ - 7 cc
        vowed VERB past 2 conj
        to PART - 9 mark
        stay VERB inf 7 xcomp
        """,
    )
    assert words(urged, urged.subject(4), urged.subject(8)) == ["them", "she"]
    assert not urged.is_finite(4) and urged.tense(4) is None
    assert urged.marker(4) == "to" and words(urged, *urged.verb_group(4)) == ["to", "leave"]


def test_nobody_and_no_longer_deny() -> None:
    nobody = tree(
        "Nobody came and it no longer matters",
        """
        Nobody PRON - 2 nsubj
        came VERB past 0 root
        and CCONJ - 7 cc
        it PRON - 7 nsubj
        no ADV - 6 advmod
        longer ADV - 7 advmod
        matters VERB pres 2 conj
        """,
    )
    assert nobody.negated(1) and words(nobody, *nobody.negations(6)) == ["no"]


def test_a_copula_makes_a_predicate() -> None:
    over = tree(
        "The talks are not over",
        """
        The DET - 2 det
        talks NOUN - 5 nsubj
        are AUX pres 5 cop
        not PART - 5 advmod
        over ADJ - 0 root
        """,
    )
    assert over.tense(4) == "present" and over.is_finite(4) and over.negated(4)
    assert words(over, *over.verb_group(4)) == ["are", "not", "over"]


def test_inverted_and_longer_conditions() -> None:
    inverted = tree(
        "Should they leave we act as long as it holds when asked",
        """
        Should AUX fin 3 aux
        they PRON - 3 nsubj
        leave VERB inf 5 advcl
        we PRON - 5 nsubj
        act VERB pres 0 root
        as ADV - 10 mark
        long ADV - 6 fixed
        as ADP - 6 fixed
        it PRON - 10 nsubj
        holds VERB pres 5 advcl
        when ADV - 12 advmod
        asked VERB pass 5 advcl
        """,
    )
    assert inverted.conditions(4) == (2, 9)
    assert inverted.marker(9) == "as long as" and inverted.marker(11) == "when"
    assert inverted.passive(11)


def test_to_agree_on_nothing_is_not_to_agree() -> None:
    nothing = tree(
        "They agreed on nothing",
        """
        They PRON - 2 nsubj
        agreed VERB past 0 root
        on ADP - 4 case
        nothing PRON - 2 obl
        """,
    )
    assert nothing.negated(1)
