"""The tagger around a network that is none: it "recognises" words by their first letter's piece."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.tagging.coreference import TABLES, PairWeights
from onrecord.tagging.decode import Chain
from onrecord.tagging.labels import DISTANCE_BUCKETS, LABELS, PARAGRAPH_BUCKETS
from onrecord.tagging.mentions import WIDTH as MENTION_WIDTH
from onrecord.tagging.parsing import SyntaxWeights
from onrecord.tagging.syntax_labels import DEPRELS, LABEL
from onrecord.tagging.syntax_labels import WIDTH as SYNTAX_WIDTH
from onrecord.tagging.tagger import AttributionTagger, Links, MentionWeights
from onrecord.tagging.words import split_words

VOCABULARY = {"[UNK]": 0, "minister": 1, "said": 2, "yes": 3, "no": 4, "envoy": 5}
WANT = {1: "B-source", 5: "B-source", 2: "B-cue", 3: "B-content", 4: "I-content"}
WIDTH = 8


class Network:
    def __init__(self) -> None:
        self.largest = (0, 0)

    def __call__(self, pieces, features, first, last):  # type: ignore[no-untyped-def]
        self.largest = max(self.largest, pieces.shape)
        here = np.take_along_axis(pieces, first, 1)
        tags = np.zeros((*first.shape, len(LABELS)), dtype=np.float32)
        tags[..., 0] = 2
        for piece, label in WANT.items():
            tags[here == piece, LABELS.index(label)] = 9
        mentioned = np.zeros((*first.shape, MENTION_WIDTH), dtype=np.float32)
        mentioned[..., 0] = 6
        mentioned[(here == 1) | (here == 5), 1] = 9  # a minister or envoy is a person, and never the same twice
        mentioned[..., -1] = 1
        grammar = np.zeros((*first.shape, SYNTAX_WIDTH), dtype=np.float32)
        grammar[..., -1] = np.where(here == VOCABULARY["yes"], 1, -1)  # "yes" begins a sentence
        return tags, np.zeros((*first.shape, 4 * WIDTH), dtype=np.float32), mentioned, grammar


def tagger() -> tuple[AttributionTagger, Network]:
    tokenizer = Tokenizer(WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    network, width = Network(), len(LABELS)
    distance = np.zeros((2, DISTANCE_BUCKETS), dtype=np.float32)
    distance[:] = 5 - np.abs(np.arange(DISTANCE_BUCKETS) - 10)  # nearer is likelier
    links = Links(distance, np.zeros((2, PARAGRAPH_BUCKETS), dtype=np.float32))
    chain = Chain.valid(np.zeros((width, width), dtype=np.float32), np.zeros(width, dtype=np.float32))
    edges = np.zeros((2, DISTANCE_BUCKETS), dtype=np.float32)
    edges[:, 10] = 5  # a head is the whole of its mention
    pairs = PairWeights({name: np.zeros(shape, dtype=np.float32) for name, shape in TABLES.items()})
    syntax = SyntaxWeights(
        *(np.zeros(n, dtype=np.float32) for n in (DISTANCE_BUCKETS, (DISTANCE_BUCKETS, LABEL), (LABEL, len(DEPRELS)))),
        np.zeros(len(DEPRELS), dtype=np.float32),
    )
    return AttributionTagger(network, tokenizer, chain, links, MentionWeights(edges, pairs), syntax), network


def shown(text: str) -> list[tuple[str, str]]:
    words = split_words(text)
    tagging = tagger()[0].tag(words)
    return [(s.role, text[words.starts[s.low] : words.ends[s.high - 1]]) for s in tagging.spans]


def test_spans_are_whole_words_within_a_paragraph() -> None:
    text = "The minister said yes no no\n\nno envoy said yes"
    assert shown(text) == [
        ("source", "minister"),
        ("cue", "said"),
        ("content", "yes no no"),
        ("source", "envoy"),
        ("cue", "said"),
        ("content", "yes"),
    ]


def test_contents_and_cues_link_to_the_nearest() -> None:
    text = "minister said yes x x x x x x x x x x envoy said yes no"
    tagging = tagger()[0].tag(split_words(text))
    sources, cues, contents = (
        [i for i, s in enumerate(tagging.spans) if s.role == r] for r in ("source", "cue", "content")
    )
    assert [tagging.cues_of[c][0].target for c in contents] == cues
    assert [tagging.sources_of[c][0].target for c in cues] == sources
    for links in (*tagging.cues_of.values(), *tagging.sources_of.values()):
        assert sum(link.probability for link in links) < 1


def test_mentions_come_with_the_spans() -> None:
    tagging = tagger()[0].tag(split_words("The minister said yes\n\nno envoy said no"))
    assert [(m.low, m.high, m.type, m.entity) for m in tagging.mentions] == [(1, 2, "person", 0), (5, 6, "person", 1)]


def test_the_grammar_comes_with_the_spans_whatever_the_windows() -> None:
    words = split_words("minister said yes no " * 400)
    syntax = tagger()[0].tag(words).syntax
    assert syntax.words == words and len(syntax) == len(words)
    assert [sentence[0] for sentence in syntax.sentences] == [0, *range(2, 1600, 4)]


@pytest.mark.parametrize("text", ["", " \n\n", "\u200b", "…"])
def test_nothing_to_tag(text: str) -> None:
    assert shown(text) == []


def test_memory_is_bounded_whatever_the_length() -> None:
    machine, network = tagger()
    tagging = machine.tag(split_words("minister said yes no. " * 4000 + "x" * 100_000))
    assert network.largest <= (1, 320)
    assert sum(s.role == "cue" for s in tagging.spans) == 4000


def test_the_same_words_get_the_same_tags_wherever_a_window_ends() -> None:
    text = "minister said yes no. " * 300
    assert shown(text) == [("source", "minister"), ("cue", "said"), ("content", "yes no")] * 300


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60))
def test_any_text_can_be_tagged(text: str) -> None:
    shown(text)
