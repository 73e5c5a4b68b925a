"""How the clauses of a parsed text hang on one another, and whose subject they share."""

from __future__ import annotations

from onrecord.actors.words import word_set
from onrecord.ledger.clause_drafts import LINKS, OF_OBJECT
from onrecord.ledger.clauses import Link
from onrecord.ledger.tree_verbs import TreeVerbs
from onrecord.ledger.verbs import lemma_of
from onrecord.tagging import Syntax

_CONDITION_PHRASES = frozenset(
    ("as long as", "so long as", "in case", "on condition", "in the event", "only if", "even if", "provided that")
)
_PURPOSE = frozenset(("so that", "in order", "in order that", "so as"))
_ASKING = word_set("ask wonder know see doubt learn discuss decide consider determine check")
_RELATIVE = ("who", "whom", "which", "whose")
_CONTROL = word_set(
    "threaten refuse decline agree promise pledge vow swear offer plan intend decide prepare continue begin start try "
    "attempt seek hope expect fail manage undertake volunteer propose resolve choose want aim consent hesitate"
)
_SUBORDINATE = ("time", "condition", "cause", "concession")


class TreeLinks:
    """Links the clauses of one text's trees. ``i`` is the head of a clause, as the tree has it."""

    def __init__(self, syntax: Syntax, verbs: TreeVerbs) -> None:
        self._syntax, self._verbs = syntax, verbs

    def link(self, i: int) -> tuple[Link, int | None, str]:
        """What a clause is to which word, and the word that opens it."""
        syntax = self._syntax
        deprel, head = syntax.deprel[i], syntax.head[i]
        mark = syntax.mark(i)
        marker = "" if mark is None or syntax.upos[mark] == "PART" or syntax.word(mark) == "to" else syntax.marker(i)
        if not marker and deprel in ("advcl", "conj", "ccomp"):
            opening = self.opening(i)
            marker = "" if opening is None else syntax.word(opening)
        to = syntax.form[i] == "infinitive" and any(
            syntax.upos[m] == "PART" or syntax.word(m) == "to" for m in syntax.children(i, "mark")
        )
        if LINKS.get(marker) in _SUBORDINATE and (following := self.led_by(i)) is not None:
            return LINKS[marker], following, marker  # "if they left, [others would stay]" taken for a pair
        if deprel == "root" or head < 0:
            return "main", None, marker
        if deprel in ("conj", "parataxis") and self.led_by(head) == i:
            opens = self._marker(head)
            if LINKS.get(opens) in _SUBORDINATE:
                return ("complement", syntax.head[head], "") if syntax.deprel[head] == "ccomp" else ("main", None, "")
        if marker in LINKS and LINKS[marker] in _SUBORDINATE and deprel != "advcl":
            asked = marker == "if" and deprel == "ccomp" and lemma_of(syntax.word(head)) in _ASKING
            return ("complement" if asked else LINKS[marker]), head, marker
        if deprel in ("conj", "parataxis", "list", "dep", "appos"):
            return ("coordinate", head, marker) if deprel == "conj" else ("main", None, marker)
        if deprel == "xcomp":
            governed = to or syntax.form[i] == "infinitive" or self._verbs.has_to(i)
            return ("infinitive" if governed else "participle"), head, marker
        if deprel == "acl":
            return (
                ("infinitive", head, "")
                if to
                else ("complement", head, marker)
                if marker == "that"
                else ("relative", head, marker)
            )
        own = self._verbs.own_subject(i)
        pronoun = self._verbs.relative(i)
        is_first = pronoun is not None and pronoun <= self.start(i, None)
        if (
            deprel in ("advcl", "ccomp", "conj")
            and pronoun is not None
            and is_first
            and syntax.word(pronoun) in _RELATIVE
        ):
            return "relative", head, syntax.word(pronoun)
        if not to and self._verbs.is_loose(i):
            return "main", None, ""  # the verb of a sentence, taken for what describes its subject
        if deprel in ("acl:relcl", "advcl:relcl"):
            return "relative", head, "" if pronoun is None else syntax.word(pronoun)
        governs = syntax.upos[head] == "ADJ" or lemma_of(syntax.word(head)) in OF_OBJECT | _CONTROL
        if deprel == "advcl" and to and governs:
            return "infinitive", head, ""
        if deprel == "advcl" and not marker and own is not None and syntax.is_finite(i) and not self._verbs.inverted(i):
            return "main", None, ""  # ", officials said"
        if deprel == "advcl":
            return self.adverbial(i, marker, to), head, marker or self._verbs.inverted(i)
        return ("infinitive" if to else "complement"), head, marker

    def _marker(self, i: int) -> str:
        """The subordinator of a clause, "" for none."""
        mark = self._syntax.mark(i)
        if mark is not None and self._syntax.upos[mark] != "PART":
            return self._syntax.marker(i)
        opening = self.opening(i)
        return "" if opening is None else self._syntax.word(opening)

    def led_by(self, i: int) -> int | None:
        """The clause with a subject of its own that is joined to a clause of the first rank, None for none."""
        syntax = self._syntax
        if syntax.deprel[i] not in ("root", "ccomp", "parataxis"):
            return None
        joined = (c for c in syntax.children(i, "conj", "parataxis") if c > i and self._verbs.verb(c) is not None)
        first = next(joined, None)
        if first is None or syntax.mark(first) is not None or self._verbs.own_subject(first) is None:
            return None
        return first

    def adverbial(self, i: int, marker: str, to: bool) -> Link:
        if marker in _PURPOSE or (to and not marker):
            return "purpose"
        if marker in _CONDITION_PHRASES or self._verbs.inverted(i):
            return "condition"
        for word in marker.split():
            if word in LINKS:
                link = LINKS[word]
                return "time" if link == "complement" else link
        return "participle"

    def opening(self, i: int) -> int | None:
        """The subordinator that a finite clause begins with, where the tree takes it for a preposition."""
        syntax = self._syntax
        own = self._verbs.own_subject(i)
        if own is None or not syntax.is_finite(i):
            return None
        first = syntax.subtree(own).start
        for word in (first, first - 1):
            if (
                0 <= word < own
                and syntax.word(word) in LINKS
                and syntax.word(word) not in ("that", "what", "who", "which")
            ):
                return word
        return None

    def start(self, i: int, merged: int | None) -> int:
        syntax = self._syntax
        group = self._verbs.group(i, merged)
        places = [group.start]
        own = self._verbs.own_subject(i if merged is None else merged)
        if own is not None and own < group.stop:
            places.append(self._verbs.phrase(own).start)
        mark = syntax.mark(i)
        if mark is not None and mark < group.stop:
            places.append(mark)
        if syntax.deprel[i] in ("acl:relcl", "advcl:relcl"):
            pronoun = self._verbs.relative(i)
            if pronoun is not None and pronoun < group.stop:
                places.append(pronoun)
        if mark is None and (opening := self.opening(i)) is not None:
            places.append(opening)
        return min(places)

    def subject(self, i: int, outer: int, link: Link) -> tuple[int | None, bool]:
        """The head of the subject, and whether it is another clause's."""
        syntax = self._syntax
        own = self._verbs.own_subject(outer)
        if own is None and outer != i:
            own = self._verbs.own_subject(i)
        if own is not None and syntax.word(own) in ("who", "which", "that") and link == "relative":
            return self.antecedent(outer, own), True
        if own is not None:
            return own, False
        if syntax.deprel[outer] in ("acl", "acl:relcl") and link == "main":
            return syntax.head[outer], False
        if syntax.deprel[outer] in ("acl", "acl:relcl"):
            noun = syntax.head[outer]
            if link == "relative":
                return noun, True
            return self.subject(syntax.clause_of(noun), syntax.clause_of(noun), "main")[0], True
        above = syntax.head[outer]
        if above < 0 or link == "main":
            return None, False
        governor = syntax.clause_of(above)
        if link == "infinitive":
            governed = next((o for o in syntax.objects(governor) if o < i), None)
            if governed is None and lemma_of(syntax.word(governor)) in OF_OBJECT:
                governed = next(
                    (
                        o
                        for o in syntax.children(governor, "obl")
                        if o < i
                        and any(syntax.word(c) in ("on", "upon", "to", "for") for c in syntax.children(o, "case"))
                    ),
                    None,
                )
            if governed is not None and lemma_of(syntax.word(governor)) in OF_OBJECT:
                return governed, False
        if governor == outer:
            return None, False
        return self.subject(governor, governor, self.link(governor)[0])[0], True

    def antecedent(self, i: int, pronoun: int) -> int:
        """What a relative pronoun means: the noun that its clause hangs on, else the last noun before it."""
        syntax = self._syntax
        if syntax.deprel[i] in ("acl", "acl:relcl") and syntax.head[i] >= 0:
            return syntax.head[i]
        for word in range(pronoun - 1, max(-1, pronoun - 12), -1):
            if syntax.upos[word] in ("NOUN", "PROPN") and syntax.deprel[word] not in ("compound", "flat", "goeswith"):
                return word
        return pronoun
