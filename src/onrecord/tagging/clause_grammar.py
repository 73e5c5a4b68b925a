"""What clauses are made of: subject, objects, verb group, negation, tense, voice, markers, conditions, complements.

A clause goes by its head: its verb, or the noun or adjective that a copula makes a predicate ("the talks are *over*").
"""

from __future__ import annotations

from onrecord.tagging.syntax import Tree
from onrecord.tagging.words import Words

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
_ALWAYS = frozenset(("root", "ccomp", "xcomp", "csubj", "csubj:pass"))
_IF_PREDICATE = frozenset(("advcl", "advcl:relcl", "acl", "acl:relcl", "conj", "parataxis", "appos", "dep", "list"))
_PREDICATES = frozenset(("VERB", "AUX"))
_NOT = frozenset(("not", "n't", "n’t", "'t", "’t", "never", "neither", "nor"))
_NOBODY = frozenset(("nobody", "none", "nothing", "no"))
_ASKING = frozenset(("when", "whenever", "where", "how", "why", "once"))
_CONDITIONS = frozenset(
    ("if", "unless", "once", "until", "till", "provided", "providing", "supposing", "assuming", "whether", "lest")
)
_CONDITION_PHRASES = frozenset(
    ("as long as", "so long as", "as soon as", "in case", "on condition", "in the event", "only if", "even if")
)
_INVERTED = frozenset(("should", "were", "had"))


class Syntax(Tree):
    """A tree, asked for its clauses. ``i`` is the head of a clause unless said otherwise."""

    def is_clause(self, i: int) -> bool:
        """Whether word ``i`` heads a clause: a predicate with what belongs to it, joined ones each."""
        deprel = self.deprel[i]
        if deprel in _ALWAYS:
            return True
        return deprel in _IF_PREDICATE and (
            self.upos[i] in _PREDICATES or self.child(i, "cop", "nsubj", "nsubj:pass", "csubj") is not None
        )

    def clauses(self, words: range) -> tuple[int, ...]:
        """The heads of the clauses among ``words`` (a sentence, a subtree), in text order."""
        return tuple(i for i in words if self.is_clause(i))

    def clause_of(self, i: int) -> int:
        """The head of the innermost clause that word ``i`` is in."""
        while not self.is_clause(i) and self.head[i] >= 0:
            i = self.head[i]
        return i

    def joined_to(self, i: int) -> int | None:
        """The clause that this one is joined to by "and", "or", "but"."""
        return self.head[i] if self.deprel[i] == "conj" and self.is_clause(self.head[i]) else None

    def phrase(self, i: int) -> range:
        """The words of a phrase or clause headed by word ``i``, to be shown: without marks and conjunctions at its
        edges, and of a clause without those that are joined to it and end it."""
        within = self.subtree(i)
        low, high = within.start, within.stop
        if self.is_clause(i):
            for child in reversed(self.children(i)):
                joined = self.deprel[child] in ("conj", "parataxis") and self.is_clause(child)
                if child < i or not (joined or self.deprel[child] == "punct"):
                    break
                high = max(i + 1, min(high, self.subtree(child).start))
        while low < i and (self.upos[low] == "PUNCT" or self.deprel[low] in ("cc", "punct")):
            low += 1
        while high - 1 > i and (self.upos[high - 1] == "PUNCT" or self.deprel[high - 1] in ("cc", "punct")):
            high -= 1
        return range(low, high)

    def antecedent(self, i: int) -> int | None:
        """The noun that a relative clause is about ("the *boats* which were sent", "a *draft* seen by all")."""
        return self.head[i] if self.deprel[i] in ("acl", "acl:relcl") else None

    def subject(self, i: int) -> int | None:
        """The head word of the subject: the clause's own, or that of the clause it is joined to or left open by.

        Of a passive it is the one acted on; who acts is ``agent``.
        """
        while True:
            own = self.children(i, *SUBJECTS)
            if own:
                return own[-1]  # an outer one comes first
            above = self.joined_to(i)
            if above is None and self.deprel[i] == "xcomp":
                above = self.head[i]
                governed = self.child(above, "obj", "iobj")
                if governed is not None and governed < i:
                    return governed  # "urged them to leave"
            if above is None:
                return None
            i = above

    def objects(self, i: int) -> tuple[int, ...]:
        """The head words of the objects, direct and indirect."""
        return self.children(i, "obj", "iobj")

    def agent(self, i: int) -> int | None:
        """By whom a passive says that it is done."""
        return self.child(i, "obl:agent")

    def complement(self, i: int) -> int | None:
        """The head of the clause that a verb has for its object ("said *that they left*", "agreed *to leave*")."""
        return self.child(i, "ccomp", "xcomp")

    def auxiliaries(self, i: int) -> tuple[int, ...]:
        """Auxiliaries and modals, those shared with the clause that it is joined to included."""
        own = self.children(i, "aux", "aux:pass")
        above = self.joined_to(i)
        if own or above is None or self._stands_alone(i):
            return own
        return self.auxiliaries(above)

    def _stands_alone(self, i: int) -> bool:
        """Whether a joined clause has a verb group of its own."""
        if self.form[i].startswith(("finite", "imperative")):
            return True
        return self.child(i, "aux", "aux:pass", "cop", *SUBJECTS) is not None

    def verb_group(self, i: int) -> tuple[int, ...]:
        """The predicate with its auxiliaries, copula, "to", particle and negation, in text order."""
        to = [m for m in self.children(i, "mark") if self.upos[m] == "PART"]
        own = self.children(i, "cop", "compound:prt")
        return tuple(sorted({i, *self.auxiliaries(i), *own, *to, *self.negations(i)}))

    def negations(self, i: int) -> tuple[int, ...]:
        """What denies the predicate: "not", "n't", "never", "no longer"; "no", "nobody" as subject or object."""
        group = (i, *self.children(i, "aux", "aux:pass", "cop"))
        found = {w for w in group if self.word(w) == "cannot"}
        found |= {c for w in group for c in self.children(w) if self.word(c) in _NOT and self.deprel[c] != "conj"}
        for adverb in self.children(i, "advmod"):
            found |= {c for c in self.children(adverb) if self.word(c) == "no"}
        for phrase in self.children(i, *SUBJECTS, "obj"):
            found |= {w for w in (phrase, *self.children(phrase, "det")) if self.word(w) in _NOBODY | {"neither"}}
        found |= {c for c in self.children(i, "obl") if self.word(c) in _NOBODY}  # "agreed on nothing"
        above = self.joined_to(i)
        if not found and above is not None and not self._stands_alone(i):
            return tuple(w for w in self.negations(above) if w < i)  # "did not sign or ratify"
        return tuple(sorted(found))

    def negated(self, i: int) -> bool:
        """Whether the predicate is denied in its own clause. What "refuse" or "deny" do above it is not looked at."""
        return bool(self.negations(i))

    def finite_word(self, i: int) -> int | None:
        """The word that makes the clause finite: the verb, an auxiliary or the copula."""
        group = sorted({*self.auxiliaries(i), *self.children(i, "cop"), i})
        return next((w for w in group if self.form[w].startswith("finite")), None)

    def is_finite(self, i: int) -> bool:
        """Whether the clause has a finite verb; "to leave", "leaving" and "left by all" have none."""
        return self.finite_word(i) is not None

    def tense(self, i: int) -> str | None:
        """``past`` or ``present``, of the finite verb; None with a modal, and where there is no finite verb."""
        finite = self.finite_word(i)
        return None if finite is None else self.form[finite].removeprefix("finite").strip() or None

    def modal(self, i: int) -> int | None:
        """The modal: "will", "would", "may", "must" and their like."""
        return next((a for a in self.auxiliaries(i) if self.form[a] == "finite"), None)

    def passive(self, i: int) -> bool:
        """Whether the predicate is in the passive, "the dam built by them" included."""
        if self.child(i, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent") is not None:
            return True
        if self.form[i] != "participle past passive" or self.children(i, "aux"):
            return False
        return self.joined_to(i) is None or any(self.deprel[a] == "aux:pass" for a in self.auxiliaries(i))

    def mark(self, i: int) -> int | None:
        """The word that makes the clause a subordinate one: "that", "if", "unless", "once", "when"; else "to"."""
        marks = self.children(i, "mark")
        joining = [m for m in marks if self.upos[m] != "PART"]
        joining += [a for a in self.children(i, "advmod") if a < i and self.word(a) in _ASKING]
        return min(joining) if joining else next(iter(marks), None)

    def marker(self, i: int) -> str:
        """The marker in lower case with all its words ("as long as", "even if"), "" if the clause has none."""
        mark = self.mark(i)
        if mark is None:
            return ""
        parts = {mark, *self.children(mark, "fixed", "advmod")}
        parts |= {m for m in self.children(i, "mark") if m < i and self.upos[m] != "PART"}
        return " ".join(self.word(part) for part in sorted(parts))

    def conditions(self, i: int) -> tuple[int, ...]:
        """The heads of the clauses on which this one depends: "if …", "unless …", "once …", "should they …"."""
        return tuple(c for c in self.children(i, "advcl") if self._is_condition(c))

    def _is_condition(self, i: int) -> bool:
        marker = self.marker(i)
        if marker in _CONDITION_PHRASES or not _CONDITIONS.isdisjoint(marker.split()):
            return True
        if self.word(i) in ("provided", "providing", "assuming", "supposing") and self.child(i, "ccomp") is not None:
            return True
        subject = self.child(i, *SUBJECTS)
        first = self.child(i, "aux", "aux:pass", "cop")
        return subject is not None and first is not None and first < subject and self.word(first) in _INVERTED


NO_SYNTAX = Syntax(Words((), (), (), (), (), ()), (), (), (), (), ())
