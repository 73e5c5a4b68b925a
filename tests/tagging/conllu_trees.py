"""Trees for tests, a word a line: class, verb form, head (counted from 1; 0: the root) and relation, as in CoNLL-U."""

from __future__ import annotations

from onrecord.tagging import Syntax, split_words

FORMS = {
    "-": "none", "past": "finite past", "pres": "finite present", "fin": "finite", "inf": "infinitive", "ger": "gerund",
    "part": "participle past", "pass": "participle past passive", "ing": "participle present", "imp": "imperative",
}  # fmt: skip


def tree(text: str, *sentences: str) -> Syntax:
    """``text`` with a tree for each sentence."""
    words = split_words(text)
    sentence, upos, form, head, deprel = [], [], [], [], []
    for number, lines in enumerate(sentences):
        low = len(upos)
        for line in lines.strip().splitlines():
            word, kind, shape, governor, relation = line.split()
            assert words.texts[len(upos)] == word, (words.texts[len(upos)], word)
            sentence.append(number)
            upos.append(kind)
            form.append(FORMS[shape])
            head.append(low + int(governor) - 1 if governor != "0" else -1)
            deprel.append(relation)
    assert len(upos) == len(words)
    return Syntax(words, *map(tuple, (sentence, upos, form, head, deprel)))
