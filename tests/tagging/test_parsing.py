import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagging.labels import DISTANCE_BUCKETS
from onrecord.tagging.parsing import LONGEST, SyntaxWeights, parse, sentences
from onrecord.tagging.syntax_labels import ARC, DEPRELS, FORMS, LABEL, SPLITS, UPOS, WIDTH
from onrecord.tagging.words import split_words

AT = dict(
    zip(("ask", "asked", "root", "own", "theirs", "upos", "form", "begins"), np.cumsum([0, *SPLITS[:-1]]), strict=True)
)
FLAT = SyntaxWeights(
    np.zeros(DISTANCE_BUCKETS, dtype=np.float32),
    np.zeros((DISTANCE_BUCKETS, LABEL), dtype=np.float32),
    np.eye(LABEL, len(DEPRELS), dtype=np.float32),
    np.zeros(len(DEPRELS), dtype=np.float32),
)


def outputs(heads: list[int], relations: list[str], begins: list[int] = []) -> np.ndarray:  # noqa: B006
    """What a network says that is sure of these heads."""
    table = np.zeros((len(heads), WIDTH), dtype=np.float32)
    for word, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        if head < 0:
            table[word, AT["root"]] = 50
        else:
            table[word, AT["ask"] + head % ARC] = table[head, AT["asked"] + head % ARC] = 20
        table[word, AT["own"] + DEPRELS.index(relation)] = 5
        table[word, AT["begins"]] = 1 if word in begins else -1
    return table


def test_heads_relations_classes_and_forms() -> None:
    table = outputs([1, -1, 1], ["nsubj", "root", "obj"])
    table[0, AT["upos"] + UPOS.index("PRON")] = table[1, AT["upos"] + UPOS.index("VERB")] = 3
    table[1, AT["form"] + FORMS.index("finite past")] = 3
    found = parse(split_words("They closed it"), table, FLAT)
    assert found.head == (1, -1, 1)
    assert found.deprel == ("nsubj", "root", "obj")
    assert found.upos[:2] == ("PRON", "VERB")
    assert found.form == ("none", "finite past", "none")


def test_only_the_root_is_called_root() -> None:
    found = parse(split_words("closed it"), outputs([-1, 0], ["obj", "root"]), FLAT)
    assert found.deprel[0] == "root" and found.deprel[1] != "root"


def test_no_tree_reaches_beyond_its_sentence() -> None:
    found = parse(split_words("One two three four"), outputs([-1, 0, 0, 0], ["root", "obj", "obj", "obj"], [2]), FLAT)
    assert found.sentence == (0, 0, 1, 1)
    assert sorted(found.head[2:]) in ([-1, 2], [-1, 3])


def test_a_paragraph_begins_a_sentence_and_a_long_one_is_cut() -> None:
    words = split_words("a b\n\nc " + "d " * (2 * LONGEST))
    never = np.full(len(words), -1, dtype=np.float32)
    numbers = sentences(words, never)
    assert numbers[:4].tolist() == [0, 0, 1, 1]
    assert np.bincount(numbers).tolist() == [2, LONGEST, LONGEST, 1]


@given(st.integers(0, 2**32 - 1), st.integers(1, 60))
def test_whatever_the_network_says_every_sentence_is_a_tree(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    table = (rng.normal(size=(count, WIDTH)) * 3).astype(np.float32)
    found = parse(split_words("word " * count), table, FLAT)
    for sentence in found.sentences:
        roots = [i for i in sentence if found.head[i] < 0]
        assert len(roots) == 1
        assert found.subtree(roots[0]) == sentence
        assert all(found.root_of(i) == roots[0] for i in sentence)
    assert [found.deprel[i] == "root" for i in range(count)] == [h < 0 for h in found.head]
