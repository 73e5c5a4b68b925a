"""The verbs of a parsed text: their groups, tense, voice and negation, and the phrases beside them."""

from __future__ import annotations

from onrecord.actors.words import word_set
from onrecord.ledger.verb_groups import Aspect, Form, Tense
from onrecord.ledger.verb_words import THAT_LESS
from onrecord.ledger.verbs import AUXILIARIES, lemma_of
from onrecord.tagging import Syntax

_ADVERBIAL_PARTICLES = word_set("up down out off over back away together apart aside")
_BREAKING = ("appos", "acl", "acl:relcl", "parataxis", "advcl", "list")
_MARKS = frozenset(",;:—–-()\"“”'’‘.!?…")
_IS = ("is", "are", "was", "were")
_LONGEST = 30  # words of a phrase on either side of its head
_FAR = 8  # words between the parts of a verb group
_MODAL = word_set("will would shall should may might can could must ought need dare")
_SHORT = {
    **dict.fromkeys(("don", "doesn", "didn"), "do"),
    **dict.fromkeys(("isn", "aren", "wasn", "weren", "ain"), "be"),
    **dict.fromkeys(("hasn", "haven", "hadn"), "have"),
}
"""What stands before "n't", where words end at the apostrophe."""
_MODALS = {
    **dict.fromkeys(("wo", "won", "'ll", "’ll", "ll"), "will"),
    **dict.fromkeys(("'d", "’d", "wouldn"), "would"),
    **dict.fromkeys(("ca", "cannot"), "can"),
    **{"couldn": "could", "shouldn": "should", "mustn": "must", "mightn": "might", "needn": "need", "shan": "shall"},
}


class TreeVerbs:
    """Reads the verbs of one text's trees. ``i`` is the head of a clause, as the tree has it."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    def lemma(self, word: int) -> str:
        """The base of a verb."""
        folded = self._syntax.word(word).replace("’", "'").removesuffix("n't").removesuffix("'t")
        return _SHORT.get(folded, _SHORT.get(folded + "n", "")) or lemma_of(folded)

    def verb(self, i: int) -> int | None:
        """The verb of a clause: its head, or the copula of a predicate; None for a clause without one."""
        if self._syntax.upos[i] in ("VERB", "AUX"):
            return i
        if self._syntax.word(i) == "yet":  # "has yet to sign"
            return next((a for a in self._syntax.children(i, "aux") if a == i - 1), None)
        return self._syntax.child(i, "cop")

    def is_to(self, i: int) -> int | None:
        """The "is" of "is to meet", None for others."""
        syntax = self._syntax
        above = syntax.head[i]
        if syntax.deprel[i] != "xcomp" or above < 0 or syntax.word(above) not in ("is", "are", "was", "were", "am"):
            return None
        to = next((m for m in syntax.children(i, "mark") if syntax.upos[m] == "PART"), None)
        return above if to is not None and 0 < to - above <= 2 else None

    def group(self, i: int, merged: int | None) -> range:
        verb = self.verb(i) or i
        syntax = self._syntax
        parts = [w for w in syntax.verb_group(i) if verb - _FAR <= w <= verb and self.helps(i, w)]
        if merged is not None:
            parts.append(merged)
        own = self.own_subject(i)
        parts = [w for w in parts if own is None or w not in self.phrase(own)]
        first = min([verb, *parts])
        if own is not None and first < own < verb:
            first = min(w for w in [verb, *parts] if w > own)
        last = verb
        while any(syntax.head[w] == last and syntax.deprel[w] == "goeswith" for w in (last + 1,) if w < len(syntax)):
            last += 1
        texts = syntax.words.texts
        if last + 2 < len(syntax) and texts[last + 1] in ("'", "’") and texts[last + 2] == "t":
            last += 2  # "weren't"
        return range(first, last + 1)

    def helps(self, i: int, word: int) -> bool:
        """Whether what the tree takes for a part of the verb group can be one."""
        if self._syntax.deprel[word] in ("aux", "aux:pass", "cop"):
            folded = self._syntax.word(word)
            return folded in AUXILIARIES or folded in _MODALS or self.lemma(word) in ("get", "be", "have", "do")
        return True

    def has_to(self, i: int) -> bool:
        """Whether "to" opens the clause."""
        marks = self._syntax.children(i, "mark")
        return any(self._syntax.word(mark) == "to" for mark in marks)

    def own_subject(self, i: int) -> int | None:
        """The head of a clause's own subject; behind its verb only where verbs of saying and "there" let it stand."""
        found = self._syntax.children(i, "nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
        verb = self.verb(i) or i
        if self.lemma(verb) not in THAT_LESS:
            helped = min([verb, *self._syntax.auxiliaries(i)]) < verb
            found = tuple(w for w in found if w < verb or (helped and w < verb + 2))
        proper = [w for w in found if self._syntax.deprel[w] != "expl"] or list(found)
        if not proper:  # a name at the start of a sentence, taken for an auxiliary
            proper = [w for w in self._syntax.children(i, "aux") if w < verb and not self.helps(i, w)]
        while len(proper) > 1 and proper[1] == proper[0] + 1:
            proper = proper[1:]  # a name of which each word was taken for a subject
        return next(iter(proper), None)

    def phrase(self, head: int, bare: bool = False) -> range:
        """A noun phrase without its preposition, and without what breaks in behind a comma.

        With ``bare``, relative clauses without a comma are left out as well.
        """
        syntax = self._syntax
        whole = syntax.subtree(head)
        end = min(whole.stop, head + _LONGEST)
        if bare:
            clauses = [syntax.subtree(c).start for c in syntax.children(head, "acl", "acl:relcl") if c > head]
            end = min([end, *(start for start in clauses if start > head)])
        for child in syntax.children(head, *_BREAKING):
            start = syntax.subtree(child).start
            if child > head and start > head and syntax.words.texts[start - 1] in ",(–—-" and start - 1 > head:
                end = min(end, start - 1)
            elif child > head and start > head and syntax.words.texts[start] in ",(–—":
                end = min(end, start)
        while end > head + 1 and syntax.words.texts[end - 1] in _MARKS:
            end -= 1
        first = max(whole.start, head - _LONGEST)
        while first < head and (
            syntax.words.texts[first] in _MARKS
            or (syntax.deprel[first] in ("case", "mark", "cc") and syntax.head[first] == head)
        ):
            first += 1
        while (
            first > 0
            and syntax.head[first - 1] == syntax.head[head] >= 0
            and syntax.deprel[first - 1] == syntax.deprel[head]
        ):
            first -= 1
        while first < head and syntax.upos[first] == "ADP" and syntax.deprel[first] == "case":
            adjunct = syntax.subtree(syntax.head[first])  # "in May the council"
            if syntax.head[first] == head or not first < adjunct.stop <= head:
                break
            first = adjunct.stop
        return range(min(first, head), max(end, head + 1))

    def particle(self, i: int, verb: int) -> str:
        syntax = self._syntax
        own = syntax.child(i, "compound:prt")
        if own is not None:
            return syntax.word(own)
        following = syntax.word(verb + 1) if verb + 1 < len(syntax) else ""
        return following if following in _ADVERBIAL_PARTICLES else ""

    def negation(self, i: int, group: range) -> int | None:
        found = self._syntax.negations(i)
        return min(found) if found else None

    def inflection(self, i: int, merged: int | None, verb: int) -> tuple[Form, Tense, Aspect, bool, str]:
        syntax = self._syntax
        if merged is not None:
            past = syntax.word(merged) in ("was", "were")
            return "finite", "past" if past else "future", "simple", syntax.passive(i), "is to"
        for helper in syntax.children(i, "cop", "aux", "aux:pass"):
            if (
                verb == i
                and syntax.word(helper) in _IS
                and helper + 1 < len(syntax)
                and syntax.word(helper + 1) == "to"
            ):
                past = syntax.word(helper) in ("was", "were")
                return "finite", "past" if past else "future", "simple", syntax.passive(i), "is to"
        auxiliaries = tuple(a for a in syntax.auxiliaries(i) if self.helps(i, a))
        modal_at = syntax.modal(i)
        if (
            modal_at is not None
            and lemma_of(syntax.word(modal_at)) not in _MODAL
            and syntax.word(modal_at) not in _MODALS
        ):
            modal_at = None
        modal = "" if modal_at is None else _MODALS.get(syntax.word(modal_at), syntax.word(modal_at))
        shape = syntax.form[verb]
        lemmas = [self.lemma(a) for a in auxiliaries]
        perfect = "have" in lemmas
        progressive = "be" in lemmas and shape in ("participle present", "gerund")
        aspect: Aspect = (
            "perfect progressive"
            if perfect and progressive
            else "perfect"
            if perfect
            else "progressive"
            if progressive
            else "simple"
        )
        finite = syntax.is_finite(i) or modal_at is not None
        form: Form = "finite"
        if not finite and not auxiliaries and verb == i and shape.startswith("participle past") and self.is_told(i):
            return "finite", "past", "simple", self.is_suffered(i), ""
        if not finite:
            form = (
                "infinitive"
                if shape == "infinitive" or self.has_to(i)
                else "gerund"
                if shape == "gerund"
                else "participle"
            )
            if shape.startswith("finite"):
                form = "finite"
        if not finite:
            tense: Tense = ""
        elif modal in ("will", "would", "shall"):
            tense = "future"
        else:
            tense = "past" if syntax.tense(i) == "past" else "present"
        return form, tense, aspect, syntax.passive(i) and verb == i, modal

    def is_told(self, i: int) -> bool:
        """Whether a past participle without an auxiliary is a finite past: it has a subject of its own."""
        syntax = self._syntax
        if self.is_loose(i):
            return True
        joined = syntax.joined_to(i)
        finite = syntax.deprel[i] in ("root", "ccomp", "parataxis") or (joined is not None and syntax.is_finite(joined))
        own = self.own_subject(i)
        return finite and own is not None and own < i

    def is_suffered(self, i: int) -> bool:
        """Whether such a verb is done to its subject, as in headlines: "three men [held] in raid"."""
        syntax = self._syntax
        own = self.own_subject(i)
        if syntax.objects(i) or (own is not None and syntax.deprel[own] == "nsubj"):
            return False
        following = syntax.upos[i + 1] if i + 1 < len(syntax) else "PUNCT"
        return following not in ("DET", "NUM", "PRON", "NOUN", "PROPN", "ADJ")

    def is_loose(self, i: int) -> bool:
        """Whether the verb of a sentence was taken for what describes its subject: nothing else there is finite."""
        syntax = self._syntax
        head = syntax.head[i]
        if syntax.deprel[i] not in ("acl", "acl:relcl") or head < 0 or syntax.head[head] >= 0 or i < head:
            return False
        if self.verb(head) is not None or self.own_subject(i) is not None or self.relative(i) is not None:
            return False
        shape = syntax.form[i]
        if not shape.startswith(("finite", "participle past")) or syntax.child(head, "acl", "acl:relcl") != i:
            return False
        return not any(
            syntax.head[w] == head and syntax.is_finite(w) for w in syntax.clauses(syntax.sentence_of(i)) if w != i
        )

    def relative(self, i: int) -> int | None:
        """The relative pronoun of a clause."""
        syntax = self._syntax
        for word in syntax.subtree(i):
            if word > i:
                return None
            if syntax.word(word) in ("who", "whom", "whose", "which", "that", "where") and syntax.upos[word] in (
                "PRON",
                "ADV",
                "DET",
                "SCONJ",
            ):
                return word
        return None

    def inverted(self, i: int) -> str:
        """ "should" of "should the talks fail", "" for others."""
        syntax = self._syntax
        own = self.own_subject(i)
        first = syntax.child(i, "aux", "aux:pass", "cop")
        if own is None or first is None or first > own or syntax.word(first) not in ("should", "were", "had"):
            return ""
        return syntax.word(first)
