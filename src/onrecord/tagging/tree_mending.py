"""Trees that grammar rules out, mended: each word's relation is named on its own, and may not fit its neighbours'.

On GUM dev 25 words are mended to what the corpus says and one away from it.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.tagging.clause_grammar import SUBJECTS, Syntax

_SUBORDINATING = frozenset(
    (
        *("if", "unless", "once", "after", "before", "because", "although", "though", "while", "whereas", "when"),
        *("whenever", "since", "until", "till", "lest"),
    )
)
_JOINED = ("conj", "parataxis", "advcl")
_INVERTING = frozenset(("should", "had", "were"))


def mended(syntax: Syntax) -> Syntax:
    """The same sentences with what cannot be put right; every sentence stays one tree."""
    head, deprel = list(syntax.head), list(syntax.deprel)
    for i in range(len(syntax)):
        if syntax.deprel[i] == "root":
            main = _main_clause(syntax, i)
            if main is not None:  # "If … , we leave": the condition is not the sentence
                for child in syntax.children(i):
                    if child > main:
                        head[child] = main
                head[main], deprel[main] = -1, "root"
                head[i], deprel[i] = main, "advcl"
        elif syntax.deprel[i] in ("conj", "parataxis") and _opens(syntax, i) is not None:
            if deprel[i] != "root" and syntax.child(i, "cc") is None and syntax.upos[syntax.head[i]] in ("VERB", "AUX"):
                deprel[i] = "advcl"
        elif syntax.deprel[i] == "mark" and syntax.upos[i] == "PRON":
            if syntax.child(syntax.head[i], *SUBJECTS) is None and syntax.is_finite(syntax.head[i]):
                deprel[i] = "nsubj"  # "believe that is unlikely"
        elif syntax.deprel[i] == "aux" and syntax.word(i) in _INVERTING:
            condition = _inverted(syntax, i)
            if condition is not None:
                head[i] = condition  # "Should they leave, we could stay"
    return replace(syntax, head=tuple(head), deprel=tuple(deprel))


def _opens(syntax: Syntax, i: int) -> int | None:
    """The conjunction that makes a clause a subordinate one."""
    marks = syntax.children(i, "mark")
    return next((m for m in marks if m < i and syntax.word(m) in _SUBORDINATING), None)


def _main_clause(syntax: Syntax, root: int) -> int | None:
    """The clause behind a root that is a subordinate clause: it has a subject, and nothing that joins it."""
    if _opens(syntax, root) is None:
        return None
    for child in syntax.children(root, *_JOINED):
        own = syntax.child(child, *SUBJECTS)
        if child > root and own is not None and syntax.child(child, "mark", "cc") is None and syntax.is_finite(child):
            return child
    return None


def _inverted(syntax: Syntax, aux: int) -> int | None:
    """The clause behind an auxiliary that was given to the main one, which has another or a finite verb."""
    main = syntax.head[aux]
    if syntax.children(aux):
        return None
    others = [a for a in syntax.children(main, "aux", "cop") if a > aux and syntax.form[a].startswith("finite")]
    if not others and not syntax.form[main].startswith("finite"):
        return None
    for clause in syntax.children(main, "advcl"):
        if aux < syntax.subtree(clause).start and clause < main and syntax.child(clause, *SUBJECTS) is not None:
            return clause if syntax.child(clause, "mark", "aux") is None else None
    return None
