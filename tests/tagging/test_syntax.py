from conllu_trees import tree

from onrecord.tagging import NO_SYNTAX

TEXT = "The envoys of the U.S. left. Nobody spoke."
SYNTAX = tree(
    TEXT,
    """
    The DET - 2 det
    envoys NOUN - 9 nsubj
    of ADP - 5 case
    the DET - 5 det
    U PROPN - 2 nmod
    . PROPN - 5 goeswith
    S PROPN - 5 goeswith
    . PROPN - 5 goeswith
    left VERB past 0 root
    . PUNCT - 9 punct
    """,
    """
    Nobody PRON - 2 nsubj
    spoke VERB past 0 root
    . PUNCT - 2 punct
    """,
)


def test_words_and_characters() -> None:
    at = TEXT.index("the U.S.")
    assert list(SYNTAX.words_of(at, at + 8)) == [3, 4, 5, 6, 7]
    assert list(SYNTAX.words_of(at + 3, at + 4)) == []
    assert SYNTAX.characters(range(3, 8)) == (at, at + 8)
    assert SYNTAX.word(4) == "u.s."
    assert SYNTAX.word(0) == "the"


def test_sentences() -> None:
    assert SYNTAX.sentences == (range(0, 10), range(10, 13))
    assert SYNTAX.sentence_of(11) == range(10, 13)
    assert SYNTAX.root_of(3) == 8
    assert SYNTAX.root_of(11) == 11


def test_the_tree() -> None:
    assert SYNTAX.children(8) == (1, 9)
    assert SYNTAX.children(8, "nsubj") == (1,)
    assert SYNTAX.child(8, "obj") is None
    assert SYNTAX.subtree(1) == range(0, 8)
    assert SYNTAX.subtree(8) == range(0, 10)
    assert SYNTAX.subtree(9) == range(9, 10)
    assert list(SYNTAX.ancestors(3)) == [4, 1, 8]


def test_a_subtree_with_a_gap_is_given_from_its_first_to_its_last_word() -> None:
    crossed = tree(
        "A deal came near that all want",
        """
        A DET - 2 det
        deal NOUN - 3 nsubj
        came VERB past 0 root
        near ADV - 3 advmod
        that PRON - 7 obj
        all PRON - 7 nsubj
        want VERB pres 2 acl:relcl
        """,
    )
    assert crossed.subtree(1) == range(0, 7)
    assert crossed.subtree(2) == range(0, 7)


def test_no_words_no_syntax() -> None:
    assert len(NO_SYNTAX) == 0 and NO_SYNTAX.sentences == () and list(NO_SYNTAX.words_of(0, 9)) == []
