"""What the syntax layer says of a word, as Universal Dependencies name it (version 2, as in GUM)."""

from __future__ import annotations

UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip

# ``goeswith`` also joins the words that one syntactic word was split into ("U", ".", "S", ".") to the one it stands by.
DEPRELS = (
    "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "dep", "det", "det:predet", "discourse",
    "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
    "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked",
    "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
)  # fmt: skip

# VerbForm, Tense, and of participles Voice; a modal is finite without a tense.
FORMS = (
    "none", "finite", "finite past", "finite present", "imperative", "infinitive", "gerund", "participle past",
    "participle past passive", "participle present",
)  # fmt: skip

ARC = 96  # width of the vectors that choose heads
LABEL = 160  # width of the vectors that name relations
SPLITS = (ARC, ARC, 1, LABEL, LABEL, len(UPOS), len(FORMS), 1)
WIDTH = sum(SPLITS)
