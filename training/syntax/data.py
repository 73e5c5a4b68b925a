"""GUM as words of the tagger with Universal Dependencies.

The tagger's words are not GUM's tokens: "don't" is "don", "'", "t" here and "do", "n't" there. Each word belongs to the
token that most of its characters are in; of the words of one token the first with letters or digits stands for it, and the
others hang on it as ``goeswith``. A token without a word ("not" in "cannot") is lost, and counts as an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.tagging.syntax_labels import DEPRELS, FORMS, UPOS
from onrecord.tagging.words import Words, split_words
from training.mentions.data import gum_paths

IGNORED = -100  # what the losses pass over


@dataclass(frozen=True)
class Token:
    """A syntactic word of GUM: characters, and what is said of it. ``head`` is an index into the document, or -1."""

    start: int
    end: int
    upos: str
    features: str
    head: int
    deprel: str
    sentence: int


@dataclass(frozen=True)
class Treebanked:
    """A document: its tokens, its words, and for each word what the network should say (heads by word, -1 for a root).

    ``stands_for`` has the word of each token, or -1; ``token_of`` the token of each word, or -1.
    """

    name: str
    text: str
    tokens: tuple[Token, ...]
    words: Words
    stands_for: tuple[int, ...]
    token_of: tuple[int, ...]
    upos: NDArray[np.int64]
    form: NDArray[np.int64]
    head: NDArray[np.int64]
    deprel: NDArray[np.int64]
    sentence: NDArray[np.int64]

    @property
    def genre(self) -> str:
        return self.name.split("_")[1]


def load_trees(folder: Path, part: str, curly: bool = False) -> list[Treebanked]:
    """``part`` as in ``training.mentions.data``; ``curly`` sets the quotation marks as most outlets do."""
    return [treebanked(path.stem, *read_trees(path), curly=curly) for path in gum_paths(folder, part)]


def read_trees(path: Path) -> tuple[str, list[Token]]:
    text, tokens, sentence = "", [], 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if not block.strip():
            continue
        if text:
            text = text.rstrip() + ("\n\n" if "# newpar" in block else " ")
        text = _sentence(block, text, tokens, sentence)
        sentence += 1
    return text.rstrip() + "\n", tokens


def _sentence(block: str, text: str, tokens: list[Token], sentence: int) -> str:
    joined_until, joined_space, before = 0, True, len(tokens)
    for line in block.splitlines():
        if line.startswith("#"):
            continue
        number, form, _, upos, _, features, head, deprel, _, misc = line.split("\t")
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            joined_until, joined_space = int(number.split("-")[1]), space
            continue
        if "." in number:
            continue
        if int(number) <= joined_until:
            space = joined_space if int(number) == joined_until else False
        governor = before + int(head) - 1 if head != "0" else -1
        tokens.append(Token(len(text), len(text) + len(form), upos, features, governor, deprel, sentence))
        text += form + (" " if space else "")
    return text


def form_of(upos: str, features: str) -> str:
    """The verb form as one of ``FORMS``."""
    has = dict(pair.split("=") for pair in features.split("|") if "=" in pair)
    form = has.get("VerbForm")
    if upos not in ("VERB", "AUX") or form is None:
        return "none"
    if form in ("Inf", "Ger"):
        return {"Inf": "infinitive", "Ger": "gerund"}[form]
    tense = {"Past": " past", "Pres": " present"}.get(has.get("Tense", ""), "")
    if form == "Part":
        passive = " passive" if has.get("Voice") == "Pass" and tense == " past" else ""
        return "participle" + (tense or " present") + passive
    return "imperative" if has.get("Mood") == "Imp" else "finite" + tense


def label_of(deprel: str) -> str:
    """A relation of ``DEPRELS``: rare subtypes are left out."""
    if deprel not in DEPRELS:
        deprel = deprel.split(":")[0]
    return deprel if deprel in DEPRELS else "dep"


def treebanked(name: str, text: str, tokens: list[Token], curly: bool = False) -> Treebanked:
    if curly:
        text = _curly(text)
    words = split_words(text)
    owner = np.full(len(text) + 1, -1)
    for index, token in enumerate(tokens):
        owner[token.start : token.end] = index
    stands_for, owned = [-1] * len(tokens), []
    for word, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        inside = owner[start:end]
        token = int(np.bincount(inside[inside >= 0]).argmax()) if (inside >= 0).any() else -1
        owned.append(token)
        if token >= 0:
            known = stands_for[token]
            if known < 0 or (not words.texts[known][0].isalnum() and words.texts[word][0].isalnum()):
                stands_for[token] = word
    count = len(words)
    upos, form, head, deprel = (np.full(count, IGNORED) for _ in range(4))
    sentence = np.zeros(count, dtype=np.int64)
    for word, token in enumerate(owned):
        if token < 0:
            sentence[word] = sentence[word - 1] if word else 0
            continue
        what = tokens[token]
        sentence[word] = what.sentence
        upos[word], form[word] = UPOS.index(what.upos), FORMS.index(form_of(what.upos, what.features))
        if word != stands_for[token]:
            head[word], deprel[word] = stands_for[token], DEPRELS.index("goeswith")
            continue
        governor = what.head
        while governor >= 0 and stands_for[governor] < 0:
            governor = tokens[governor].head
        head[word] = stands_for[governor] if governor >= 0 else -1
        deprel[word] = DEPRELS.index("root" if governor < 0 else label_of(what.deprel))
    trees = (upos, form, head, deprel, sentence)
    return Treebanked(name, text, tuple(tokens), words, tuple(stands_for), tuple(owned), *trees)


def _curly(text: str) -> str:
    """Quotation marks and apostrophes as typesetters have them; every character stays where it is."""
    out = list(text)
    for at, character in enumerate(text):
        opening = at == 0 or text[at - 1].isspace() or text[at - 1] in "([“‘"
        if character == '"':
            out[at] = "“" if opening else "”"
        elif character == "'":
            out[at] = "‘" if opening else "’"
    return "".join(out)
