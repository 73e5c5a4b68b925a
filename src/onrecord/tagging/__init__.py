"""The attribution tagger: words with exact offsets, windows, an int8 network, CRF decoding, links; mentions; syntax."""

from onrecord.tagging.clause_grammar import NO_SYNTAX, Syntax
from onrecord.tagging.datelines import datelines
from onrecord.tagging.mentions import TaggedMention
from onrecord.tagging.quotation import Quotation, quotations
from onrecord.tagging.tagger import AttributionTagger, Link, TaggedSpan, Tagging
from onrecord.tagging.weights import digest, load_tagger
from onrecord.tagging.words import Words, split_words

__all__ = [
    "NO_SYNTAX",
    "AttributionTagger",
    "Link",
    "Quotation",
    "Syntax",
    "TaggedMention",
    "TaggedSpan",
    "Tagging",
    "Words",
    "datelines",
    "digest",
    "load_tagger",
    "quotations",
    "split_words",
]
