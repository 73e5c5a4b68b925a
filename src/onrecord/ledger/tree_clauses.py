"""Clauses from the trees of a parser: what depends on which verb, and how.

The relations are those of Universal Dependencies. What its clauses are made of is asked of ``onrecord.tagging``; here
they become the clauses of the ledger, with offsets, links and understood subjects.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actors.words import word_set
from onrecord.ledger.clause_drafts import LINKS, OF_OBJECT
from onrecord.ledger.clauses import Link
from onrecord.ledger.verb_groups import Aspect, Form, Tense
from onrecord.ledger.verb_words import THAT_LESS
from onrecord.ledger.verbs import AUXILIARIES, lemma_of
from onrecord.tagging import Syntax

_CONDITION_PHRASES = frozenset(
    ("as long as", "so long as", "in case", "on condition", "in the event", "only if", "even if", "provided that")
)
_PURPOSE = frozenset(("so that", "in order", "in order that", "so as"))
_ADVERBIAL_PARTICLES = word_set("up down out off over back away together apart aside")
_BREAKING = ("appos", "acl", "acl:relcl", "parataxis", "advcl", "list")
_MARKS = frozenset(",;:—–-()\"“”'’‘.!?…")
_LONGEST = 30  # words of a phrase on either side of its head
_ASKING = word_set("ask wonder know see doubt say learn discuss decide consider determine check")
_RELATIVE = ("who", "whom", "which", "whose")
_CONTROL = word_set(
    "threaten refuse decline agree promise pledge vow swear offer plan intend decide prepare continue begin start try "
    "attempt seek hope expect fail manage undertake volunteer propose resolve choose want aim consent hesitate"
)
_SUBORDINATE = ("time", "condition", "cause", "concession")
_FAR = 8  # words between the parts of a verb group


@dataclass(frozen=True, slots=True)
class TreeClause:
    """A clause by words of the tree: ``verb`` its main verb, ``head`` what the tree has for its head."""

    head: int
    verb: int
    group: range
    link: Link
    parent: int | None
    marker: str
    lemma: str
    particle: str
    form: Form
    tense: Tense
    aspect: Aspect
    passive: bool
    modal: str
    negation: int | None
    subject: range | None
    subject_head: int | None
    shared: bool
    start: int
    end: int
    rest_end: int


class TreeClauses:
    """Reads the clauses of one text's trees."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    def of(self, sentence: range) -> list[TreeClause]:
        """The clauses of a sentence, by their verbs, in text order. ``parent`` is a place in the list."""
        syntax = self._syntax
        heads = [i for i in syntax.clauses(sentence) if self._verb(i) is not None]
        merged = {i: above for i in heads if (above := self._is_to(i)) is not None}
        heads = [i for i in heads if i not in merged.values()]
        found = sorted((self._verb(i) or i, i) for i in heads)
        places = {i: at for at, (_, i) in enumerate(found)}
        places |= {above: places[i] for i, above in merged.items() if i in places}
        starts = [self._start(i, merged.get(i)) for _, i in found]
        return [self._clause(i, merged.get(i), places, at, starts, sentence) for at, (_, i) in enumerate(found)]

    def _verb(self, i: int) -> int | None:
        """The verb of a clause: its head, or the copula of a predicate; None for a clause without one."""
        if self._syntax.upos[i] in ("VERB", "AUX"):
            return i
        return self._syntax.child(i, "cop")

    def _is_to(self, i: int) -> int | None:
        """The "is" of "is to meet", None for others."""
        syntax = self._syntax
        above = syntax.head[i]
        if syntax.deprel[i] != "xcomp" or above < 0 or syntax.word(above) not in ("is", "are", "was", "were", "am"):
            return None
        to = next((m for m in syntax.children(i, "mark") if syntax.upos[m] == "PART"), None)
        return above if to is not None and 0 < to - above <= 2 else None

    def _group(self, i: int, merged: int | None) -> range:
        verb = self._verb(i) or i
        syntax = self._syntax
        parts = [w for w in syntax.verb_group(i) if verb - _FAR <= w <= verb and self._helps(i, w)]
        if merged is not None:
            parts.append(merged)
        own = self._own_subject(i)
        parts = [w for w in parts if own is None or w not in self._phrase(own)]
        first = min([verb, *parts])
        if own is not None and first < own < verb:
            first = min(w for w in [verb, *parts] if w > own)
        last = verb
        while any(syntax.head[w] == last and syntax.deprel[w] == "goeswith" for w in (last + 1,) if w < len(syntax)):
            last += 1
        return range(first, last + 1)

    def _helps(self, i: int, word: int) -> bool:
        """Whether what the tree takes for a part of the verb group can be one."""
        if self._syntax.deprel[word] in ("aux", "aux:pass", "cop"):
            folded = self._syntax.word(word)
            return folded in AUXILIARIES or folded in _MODALS or lemma_of(folded) in ("get", "be", "have", "do")
        return True

    def _own_subject(self, i: int) -> int | None:
        """The head of a clause's own subject; behind its verb only where verbs of saying and "there" let it stand."""
        found = self._syntax.children(i, "nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
        verb = self._verb(i) or i
        if lemma_of(self._syntax.word(verb)) not in THAT_LESS:
            helped = min([verb, *self._syntax.auxiliaries(i)]) < verb
            found = tuple(w for w in found if w < verb or (helped and w < verb + 2))
        proper = [w for w in found if self._syntax.deprel[w] != "expl"] or list(found)
        while len(proper) > 1 and proper[1] == proper[0] + 1:
            proper = proper[1:]  # a name of which each word was taken for a subject
        return next(iter(proper), None)

    def _phrase(self, head: int, bare: bool = False) -> range:
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
            elif child > head and syntax.words.texts[start] in ",(–—":
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
        return range(first, end)

    def _start(self, i: int, merged: int | None) -> int:
        syntax = self._syntax
        group = self._group(i, merged)
        places = [group.start]
        own = self._own_subject(i if merged is None else merged)
        if own is not None and own < group.stop:
            places.append(self._phrase(own).start)
        mark = syntax.mark(i)
        if mark is not None and mark < group.stop:
            places.append(mark)
        if syntax.deprel[i] in ("acl:relcl", "advcl:relcl"):
            pronoun = self._relative(i)
            if pronoun is not None and pronoun < group.stop:
                places.append(pronoun)
        return min(places)

    def _relative(self, i: int) -> int | None:
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

    def _clause(
        self, i: int, merged: int | None, places: dict[int, int], at: int, starts: list[int], sentence: range
    ) -> TreeClause:
        syntax = self._syntax
        verb = self._verb(i) or i
        outer = merged if merged is not None else i
        group = self._group(i, merged)
        link, above, marker = self._link(outer if merged is not None else i)
        parent = None if above is None else self._place(above, places)
        subject, shared = self._subject(i, outer, link)
        following = [start for start in starts if start >= group.stop]
        end = self._end(outer, group, following)
        rest = min([end, *following]) if following else end
        return TreeClause(
            i,
            verb,
            group,
            link if parent is not None else "main" if link in ("coordinate", "participle") else link,
            parent if parent != at else None,
            marker,
            lemma_of(syntax.word(verb)),
            self._particle(i, verb),
            *self._inflection(i, merged, verb),
            self._negation(outer, group),
            None if subject is None else self._phrase(subject, bare=link == "relative"),
            subject,
            shared,
            starts[at],
            end,
            max(group.stop, self._trimmed(group.stop, rest)),
        )

    def _place_of(self, word: int) -> int | None:
        """The clause with a verb that a word is in, None for none."""
        syntax = self._syntax
        clause = syntax.clause_of(word)
        return clause if self._verb(clause) is not None else None

    def _place(self, above: int, places: dict[int, int]) -> int | None:
        """The place of the clause that word ``above`` is in."""
        syntax = self._syntax
        while above >= 0:
            clause = syntax.clause_of(above)
            if clause in places:
                return places[clause]
            above = syntax.head[clause]
        return None

    def _link(self, i: int) -> tuple[Link, int | None, str]:
        """What a clause is to which word, and the word that opens it."""
        syntax = self._syntax
        deprel, head = syntax.deprel[i], syntax.head[i]
        mark = syntax.mark(i)
        marker = "" if mark is None or syntax.upos[mark] == "PART" else syntax.marker(i)
        if not marker and deprel in ("advcl", "conj", "ccomp"):
            marker = self._opening(i)
        to = syntax.form[i] == "infinitive" and any(syntax.upos[m] == "PART" for m in syntax.children(i, "mark"))
        if deprel == "root" or head < 0:
            following = next(
                (c for c in syntax.children(i, "conj", "parataxis") if c > i and self._verb(c) is not None), None
            )
            if LINKS.get(marker) in _SUBORDINATE and following is not None:
                return LINKS[marker], following, marker  # "if they left, [others would stay]" taken for a pair
            return "main", None, marker
        above = syntax.mark(head) if deprel in ("conj", "parataxis") and syntax.deprel[head] == "root" else None
        if above is not None and not marker and self._own_subject(i) is not None:
            opens = syntax.marker(head)
            first = next(
                (c for c in syntax.children(head, "conj", "parataxis") if c > head and self._verb(c) is not None), None
            )
            if LINKS.get(opens) in _SUBORDINATE and first == i:
                return "main", None, ""
        if marker in LINKS and LINKS[marker] in _SUBORDINATE and deprel != "advcl":
            asked = deprel == "ccomp" and lemma_of(syntax.word(head)) in _ASKING
            return ("complement" if asked else LINKS[marker]), head, marker
        if deprel in ("conj", "parataxis", "list", "dep", "appos"):
            return ("coordinate", head, marker) if deprel == "conj" else ("main", None, marker)
        if deprel == "xcomp":
            return ("infinitive" if to or syntax.form[i] == "infinitive" else "participle"), head, marker
        if deprel == "acl":
            return (
                ("infinitive", head, "")
                if to
                else ("complement", head, marker)
                if marker == "that"
                else ("relative", head, marker)
            )
        own = self._own_subject(i)
        pronoun = self._relative(i)
        opens = pronoun is not None and pronoun <= self._start(i, None)
        if deprel in ("advcl", "ccomp", "conj") and pronoun is not None and opens and syntax.word(pronoun) in _RELATIVE:
            return "relative", head, syntax.word(pronoun)
        loose = deprel in ("acl", "acl:relcl") and own is None and pronoun is None and self._place_of(head) is None
        if loose and not to and syntax.form[i].startswith("finite"):
            return "main", None, ""  # the verb of a sentence, taken for what describes its subject
        if deprel in ("acl:relcl", "advcl:relcl"):
            return "relative", head, "" if pronoun is None else syntax.word(pronoun)
        if deprel == "advcl" and to and lemma_of(syntax.word(head)) in OF_OBJECT | _CONTROL:
            return "infinitive", head, ""
        if deprel == "advcl" and not marker and own is not None and syntax.is_finite(i) and not self._inverted(i):
            return "main", None, ""  # ", officials said"
        if deprel == "advcl":
            return self._adverbial(i, marker, to), head, marker or self._inverted(i)
        return ("infinitive" if to else "complement"), head, marker

    def _opening(self, i: int) -> str:
        """The subordinator that a finite clause begins with, where the tree takes it for a preposition."""
        syntax = self._syntax
        own = self._own_subject(i)
        if own is None or not syntax.is_finite(i):
            return ""
        first = syntax.subtree(own).start
        for word in (first, first - 1):
            if (
                0 <= word < own
                and syntax.word(word) in LINKS
                and syntax.word(word) not in ("that", "what", "who", "which")
            ):
                return syntax.word(word)
        return ""

    def _adverbial(self, i: int, marker: str, to: bool) -> Link:
        if marker in _PURPOSE or (to and not marker):
            return "purpose"
        if marker in _CONDITION_PHRASES or self._inverted(i):
            return "condition"
        for word in marker.split():
            if word in LINKS:
                link = LINKS[word]
                return "time" if link == "complement" else link
        return "participle"

    def _inverted(self, i: int) -> str:
        """ "should" of "should the talks fail", "" for others."""
        syntax = self._syntax
        own = self._own_subject(i)
        first = syntax.child(i, "aux", "aux:pass", "cop")
        if own is None or first is None or first > own or syntax.word(first) not in ("should", "were", "had"):
            return ""
        return syntax.word(first)

    def _subject(self, i: int, outer: int, link: Link) -> tuple[int | None, bool]:
        """The head of the subject, and whether it is another clause's."""
        syntax = self._syntax
        own = self._own_subject(outer)
        if own is None and outer != i:
            own = self._own_subject(i)
        if own is not None and syntax.word(own) in ("who", "which", "that") and link == "relative":
            return self._antecedent(outer, own), True
        if own is not None:
            return own, False
        if syntax.deprel[outer] in ("acl", "acl:relcl") and link == "main":
            return syntax.head[outer], False
        if syntax.deprel[outer] in ("acl", "acl:relcl"):
            noun = syntax.head[outer]
            if link == "relative":
                return noun, True
            return self._subject(syntax.clause_of(noun), syntax.clause_of(noun), "main")[0], True
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
        return self._subject(governor, governor, self._link(governor)[0])[0], True

    def _antecedent(self, i: int, pronoun: int) -> int:
        """What a relative pronoun means: the noun that its clause hangs on, else the last noun before it."""
        syntax = self._syntax
        if syntax.deprel[i] in ("acl", "acl:relcl") and syntax.head[i] >= 0:
            return syntax.head[i]
        for word in range(pronoun - 1, max(-1, pronoun - 12), -1):
            if syntax.upos[word] in ("NOUN", "PROPN") and syntax.deprel[word] not in ("compound", "flat", "goeswith"):
                return word
        return pronoun

    def _end(self, i: int, group: range, following: list[int]) -> int:
        syntax = self._syntax
        end = syntax.subtree(i).stop
        for child in syntax.children(i, "parataxis"):
            start = syntax.subtree(child).start
            if child > i and start >= group.stop:
                end = min(end, start)
        return max(group.stop, self._trimmed(group.stop, end))

    def _trimmed(self, low: int, end: int) -> int:
        texts = self._syntax.words.texts
        while end > low and (
            texts[end - 1] in ",;:—–-.!?" or texts[end - 1].lower() in ("and", "but", "or", "so", "that")
        ):
            end -= 1
        return end

    def _particle(self, i: int, verb: int) -> str:
        syntax = self._syntax
        own = syntax.child(i, "compound:prt")
        if own is not None:
            return syntax.word(own)
        following = syntax.word(verb + 1) if verb + 1 < len(syntax) else ""
        return following if following in _ADVERBIAL_PARTICLES else ""

    def _negation(self, i: int, group: range) -> int | None:
        found = self._syntax.negations(i)
        return min(found) if found else None

    def _inflection(self, i: int, merged: int | None, verb: int) -> tuple[Form, Tense, Aspect, bool, str]:
        syntax = self._syntax
        if merged is not None:
            past = syntax.word(merged) in ("was", "were")
            return "finite", "past" if past else "future", "simple", syntax.passive(i), "is to"
        auxiliaries = tuple(a for a in syntax.auxiliaries(i) if self._helps(i, a))
        modal_at = syntax.modal(i)
        if (
            modal_at is not None
            and lemma_of(syntax.word(modal_at)) not in _MODAL
            and syntax.word(modal_at) not in _MODALS
        ):
            modal_at = None
        modal = "" if modal_at is None else _MODALS.get(syntax.word(modal_at), syntax.word(modal_at))
        shape = syntax.form[verb]
        lemmas = [lemma_of(syntax.word(a)) for a in auxiliaries]
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
        loose = syntax.deprel[i] in ("root", "ccomp", "parataxis") and verb == i and shape == "participle past"
        if not finite and not auxiliaries and loose:
            return "finite", "past", "simple", False, ""
        if not finite:
            form = "infinitive" if shape == "infinitive" else "gerund" if shape == "gerund" else "participle"
            if shape.startswith("finite"):
                form = "finite"
        if not finite:
            tense: Tense = ""
        elif modal in ("will", "would", "shall"):
            tense = "future"
        else:
            tense = "past" if syntax.tense(i) == "past" else "present"
        return form, tense, aspect, syntax.passive(i) and verb == i, modal


_MODAL = word_set("will would shall should may might can could must ought need dare")
_MODALS = {
    "wo": "will",
    "won": "will",
    "ca": "can",
    "'ll": "will",
    "’ll": "will",
    "ll": "will",
    "'d": "would",
    "’d": "would",
    "cannot": "can",
}
