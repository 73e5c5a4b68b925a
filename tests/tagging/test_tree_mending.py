from conllu_trees import tree

from onrecord.tagging.tree_mending import mended


def test_a_condition_is_not_the_sentence() -> None:
    found = mended(
        tree(
            "If they stay, we leave.",
            """
            If SCONJ - 3 mark
            they PRON - 3 nsubj
            stay VERB pres 0 root
            , PUNCT - 3 punct
            we PRON - 6 nsubj
            leave VERB pres 3 conj
            . PUNCT - 3 punct
            """,
        )
    )
    assert found.head == (2, 2, 5, 2, 5, -1, 5)
    assert (found.deprel[2], found.deprel[5]) == ("advcl", "root")
    assert found.conditions(5) == (2,)


def test_a_condition_that_stands_alone_stays() -> None:
    alone = tree(
        "If they stay and fight",
        """
        If SCONJ - 3 mark
        they PRON - 3 nsubj
        stay VERB pres 0 root
        and CCONJ - 5 cc
        fight VERB pres 3 conj
        """,
    )
    assert mended(alone) == alone


def test_a_clause_with_a_subordinating_conjunction_is_not_joined() -> None:
    found = mended(
        tree(
            "They left after we came",
            """
            They PRON - 2 nsubj
            left VERB past 0 root
            after SCONJ - 5 mark
            we PRON - 5 nsubj
            came VERB past 2 conj
            """,
        )
    )
    assert found.deprel[4] == "advcl" and found.head[4] == 1


def test_a_pronoun_that_opens_a_clause_without_subject_is_its_subject() -> None:
    found = mended(
        tree(
            "We think that is wrong",
            """
            We PRON - 2 nsubj
            think VERB pres 0 root
            that PRON - 5 mark
            is AUX pres 5 cop
            wrong ADJ - 2 ccomp
            """,
        )
    )
    assert found.deprel[2] == "nsubj"


def test_an_inverted_auxiliary_belongs_to_its_condition() -> None:
    found = mended(
        tree(
            "Should they leave, we could stay",
            """
            Should AUX fin 7 aux
            they PRON - 3 nsubj
            leave VERB inf 7 advcl
            , PUNCT - 3 punct
            we PRON - 7 nsubj
            could AUX fin 7 aux
            stay VERB inf 0 root
            """,
        )
    )
    assert found.head[0] == 2
    assert found.conditions(6) == (2,) and found.modal(6) == 5
