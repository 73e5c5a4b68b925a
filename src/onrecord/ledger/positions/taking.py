"""The places in a report where an actor's words or deeds take a side, by the clauses of the report.

Three ways: a word of attitude and what it governs ("denounced the bid"); a verdict on a subject ("the bid is illegal",
"violates the treaty"); and what must or must not be ("the bid must be withdrawn").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.actors.words import word_set
from onrecord.domain import Actor
from onrecord.ledger.clauses import Clause, Clauses
from onrecord.ledger.positions.lexicon import Attitude, attitudes, carriers, is_listed, lemma, verdicts, word_list
from onrecord.ledger.positions.phrases import Phrases
from onrecord.ledger.positions.wording import Wording

_COPULAS = word_set("be become remain seem appear look constitute represent prove sound mark amount")
_NAMING = word_set("call describe brand label deem consider declare regard view see dismiss denounce find hail slam blast")
_BOUND = word_set("must should ought shall")
_NEED = word_set("need have")
_ADDRESSED = word_set("urge call ask want press warn caution advise demand prefer tell appeal")
_SIDE_NOUNS = word_set(
    "bloc country government ministry party alliance council delegation administration union side nation republic army group "
    "organisation organization company court campaign agency commission province region territory kingdom north south east west"
)
_PERSONS = word_set("i we he she it they you who")
_MEANT = word_set(
    "plan vow promise pledge agree decide prepare intend threaten refuse decline continue be aim ready willing swear move "
    "determine commit choose resolve go undertake"
)
# Deeds that show a side when they are told as done; others may be done for any reason.
_TELLING = word_set(
    "recognize ratify adopt veto ban grant declare proclaim annul revoke repeal abolish outlaw boycott keep maintain offer"
)
_INTENT = word_set("will would shall 'll is to are to going to")
_IDLE = word_set("be have do say see know think come look feel believe remain win lose become happen find wait respond tell ask watch monitor discuss study consider follow examine use get stand speak")
_GOING = word_set("take go proceed continue start begin happen commence come resume follow")
_ORGANS = word_set(
    "parliament government ministry president delegation side leadership authorities lawmakers leaders negotiators assembly "
    "cabinet senate army officials council office presidency envoys ministers capital"
)
_UNSAID = word_set("name identify quote")  # "did not want to be named"
_UNDONE = word_set("fail decline refuse stop cease avoid")  # what governs an infinitive and turns it round
_NO_STAND = word_set("expect fail try attempt manage begin")
_AGAINST_LAW = word_set("breach violation contravention defiance breach")
_WITH_LAW = word_set("line accordance conformity keeping compliance")
_LIGHT_VERBS = word_set(
    "express voice stress reiterate announce declare give lend offer renew repeat state show have reaffirm underline "
    "signal make issue emphasize confirm underscore pledge draw restate"
)
_TAKEN_BACK = word_set("drop withdraw abandon end lift retract")


@dataclass(frozen=True, slots=True)
class Taking:
    """Words that take a side: ``first:last`` are the tokens of the matter, ``words`` those that show the side."""

    first: int
    last: int
    words: tuple[int, int]
    sign: int
    strength: int
    clause: Clause | None = None
    actor: Actor | None = None
    own: bool = False
    """Whether it is the side of whoever's words these are (a verdict), and not of the clause's subject."""

    acts: bool = False
    """Whether the word of attitude belongs to the matter itself ("recognise")."""

    neutral: bool = False


class Takings:
    """Finds the takings of one report."""

    def __init__(self, wording: Wording, clauses: Clauses) -> None:
        self.wording, self.clauses = wording, clauses
        self.tokens = wording.tokens
        self.phrases = Phrases(wording, clauses)

    def all(self) -> Iterator[Taking]:
        """Every taking, by clauses in text order."""
        for clause in self.clauses:
            yield from self._of(clause)
        yield from self._nouns()
        yield from self._neutral()

    # --- clauses

    def _of(self, clause: Clause) -> Iterator[Taking]:
        found = [t for t in self._attitude(clause) if t.actor is not None or clause.head in _PERSONS | _SIDE_NOUNS]
        yield from found
        if not found:
            yield from self._verdict(clause)
            yield from self._obligation(clause)
            yield from self._conduct(clause)

    def _conduct(self, clause: Clause) -> Iterator[Taking]:
        """What an actor says it will do it is for: "we will fill the lake"; and what it says will go ahead."""
        above = self.clauses.parent(clause)
        meant = clause.link == "infinitive" and above is not None and above.lemma in _MEANT and above.actor is not None
        said = clause.statement is not None and clause.modal in _INTENT and clause.form == "finite"
        if clause.subject is None or not (said or meant):
            return
        if clause.lemma in attitudes() and clause.lemma not in carriers():
            return
        group = self.wording.range_of(clause.group)
        sign = -1 if self._negated(clause) else 1
        if self._is_actor(clause):
            if clause.passive or clause.lemma in _IDLE | _NAMING or clause.link in ("condition", "time", "relative"):
                return
            low, high = self._verb(clause), self.phrases.object_from(group[1])[1]
            if high > low:
                yield Taking(low, max(high, group[1]), group, sign, 2, clause, clause.actor, acts=True)
            return
        goes_on = clause.lemma in _GOING or (clause.passive and clause.lemma in carriers())
        if goes_on:
            first, last = self._subject(clause)
            passes = carriers().get(clause.lemma, 1)
            yield Taking(first, last, group, sign * passes, 2, clause, own=True)

    def _attitude(self, clause: Clause) -> Iterator[Taking]:
        rows = [row for row in attitudes().get(clause.lemma, ()) if row.kind in ("verb", "act")]
        if clause.particle and not any(clause.particle in row.complements for row in rows):
            return  # "sign up", "back down"
        if not clause.passive and clause.statement is None and not (clause.modal or clause.negated):
            rows = [row for row in rows if row.kind == "verb" or row.lemma in _TELLING or self._is_meant(clause)]
        if not rows or clause.modal in _BOUND or self._no_stand(clause):
            return
        group = self.wording.range_of(clause.group)
        sign = -1 if self._negated(clause) else 1
        if clause.passive:
            row = next((row for row in rows if "np" in row.complements), None)
            agent = self._agent(group[1])
            if row is None or clause.subject is None or agent is None or (clause.link == "relative" and clause.marker):
                return
            first, last = self._backed(clause, group[0])
            yield from (
                Taking(first, last, group, row.sign * sign, self._strength(row.strength, group), clause, actor)
                for actor in agent
            )
            return
        for row in rows:
            complement = self._complement(row, clause, group[1])
            if complement is not None:
                words = (group[0], max(group[1], complement[2]))
                strength = self._strength(row.strength, group)
                acts = row.kind == "act" and "np" in row.complements
                start = self._verb(clause) if acts else complement[0]
                # A word that passes sides on belongs to the matter and brings its own sign.
                value = 1 if acts and clause.lemma in carriers() and not is_listed(clause.lemma) else row.sign
                for actor in self._several(clause):
                    yield Taking(start, complement[1], words, value * sign, strength, clause, actor, acts=acts)
                return

    def _backed(self, clause: Clause, verb: int) -> tuple[int, int]:
        """The subject of a passive; of "…, backed by Oslo" behind an object, that object."""
        assert clause.subject is not None
        subject = self.wording.range_of(clause.subject)
        above = self.clauses.parent(clause)
        if clause.form != "participle" or self.tokens.word(verb - 1) != "," or above is None:
            return subject
        low, high = self.phrases.object_from(self.wording.range_of(above.group)[1])
        return (low, high) if low < high == verb - 1 else subject

    def _several(self, clause: Clause) -> list[Actor | None]:
        """The actors of a subject: each of several names that "and" joins; else whom the clause says."""
        if clause.subject is None:
            return [clause.actor]
        first, last = self.wording.range_of(clause.subject)
        names = self.wording.names(first, last)
        actors = [name.actor for name in names if name.actor is not None]
        if len(actors) > 1 and len(actors) == len(names) and names[0].first <= first + 1:
            between = [self.tokens[k].fold for one, other in pairwise(names) for k in range(one.last, other.first)]
            if set(between) <= {"and", ",", "the"} and names[-1].last >= last - 1:
                return list(actors)
        if clause.actor is None and clause.head in _ORGANS and actors:
            return [actors[0]]
        return [clause.actor]

    def _complement(self, row: Attitude, clause: Clause, after: int) -> tuple[int, int, int] | None:
        """Where what a word of attitude governs begins and ends, and where the words that lead to it end."""
        tokens = self.tokens
        first = after
        while first < len(tokens) and (tokens[first].fold.endswith("ly") or tokens[first].text in "\"“'‘"):
            first += 1
        if first >= len(tokens):
            return None
        word = tokens[first].fold
        for complement in row.complements:
            if complement == "np":
                continue
            if complement == "to" and (found := self._infinitive(clause, first)) is not None:
                return found
            if word in ("it", "this", "them") and complement != "to" and self.tokens[first + 1].fold == complement:
                return first, first + 1, first + 2  # "turned it down"
            if word == complement and complement != "to":
                return (*self.phrases.object_from(first + 1), first + 1)
            if word == "to" == complement and clause.lemma not in ("want", "wish", "prefer", "refuse"):
                return (*self.phrases.object_from(first + 1), first + 1)
            if clause.lemma in _ADDRESSED:
                place = self._farther(first, complement)
                if place is not None:
                    return (*self.phrases.object_from(place + 1), place + 1)
        if "np" in row.complements and word not in ("to", "that", "by", "for", "on", "in", "with", "from", "at", "as", "of"):
            begin, end = self.phrases.object_from(first)
            return (begin, end, after) if end > begin else None
        return None

    def _infinitive(self, clause: Clause, first: int) -> tuple[int, int, int] | None:
        for child in self.clauses.children(clause, "infinitive"):
            low, high = self.wording.range_of(child.group)
            if low - first > 14 or low < first:
                continue
            if child.lemma in _UNSAID:
                return None
            if clause.lemma in ("want", "prefer") and low > first:
                return (*self.phrases.object_from(first), first)
            start = high - 1
            return (*self.phrases.object_from(start), low)
        return None

    def _farther(self, first: int, complement: str) -> int | None:
        """Where "against" stands behind whom the words are addressed to."""
        for place in range(first, min(first + 9, len(self.tokens))):
            token = self.tokens[place]
            if token.sentence != self.tokens[first].sentence or not token.is_word:
                return None
            if token.fold == "that":
                return None
            if token.fold == complement:
                return place
        return None

    def _agent(self, after: int) -> list[Actor] | None:
        """Whom "by" behind a passive names."""
        tokens = self.tokens
        for place in range(after, min(after + 5, len(tokens))):
            if tokens[place].fold == "by":
                low, high = self.phrases.object_from(place + 1)
                actors = []
                for name in self.wording.names(low, high):
                    before = tokens[name.first - 1].fold
                    if name.actor is not None and before in ("by", "the", "and", ",", "both"):
                        actors.append(name.actor)
                return actors or None
        return None

    def _verdict(self, clause: Clause) -> Iterator[Taking]:
        group = self.wording.range_of(clause.group)
        sign = -1 if self._negated(clause) else 1
        if clause.lemma in _COPULAS and not clause.passive:
            found = self._verdict_at(group[1], self._limit(group[1]))
            if found is None:
                return
            words_end, value, strength = found
            matter = self._judged(clause, words_end)
            if matter is not None:
                # "It would be wrong not to ask": the negation is the matter's.
                yield Taking(*matter[:2], (group[0], words_end), value * sign * matter[2], strength, clause, own=True)
            return
        if clause.lemma in _NAMING:
            yield from self._named(clause, group, sign)
        rows = [row for row in attitudes().get(clause.lemma, ()) if row.kind in ("harm", "good")]
        harmful = clause.lemma in word_list("causes") and self._harm_in(group[1])
        if (rows or harmful) and clause.subject is not None and not clause.passive and clause.form == "finite":
            first, last = self._subject(clause)
            value, strength = (rows[0].sign, rows[0].strength) if rows and not harmful else (-harmful, 2 if harmful > 0 else 1)
            if not self._is_actor(clause) and last > first:
                end = self.phrases.object_from(group[1])[1]
                yield Taking(first, last, (group[0], max(end, group[1])), value * sign, strength, clause, own=True)

    def _named(self, clause: Clause, group: tuple[int, int], sign: int) -> Iterator[Taking]:
        """ "Called the bid an outrage", "described it as illegal"."""
        first = group[1]
        _, last = self.phrases.object_from(first)
        last = min(max(last, first), len(self.tokens))
        as_at = next((k for k in range(first, min(first + 25, len(self.tokens))) if self._is_as(first, k)), None)
        if as_at is not None:
            found = self._verdict_at(as_at + 1, self._limit(as_at + 1))
            if found is not None and as_at > first:
                yield Taking(first, as_at, (group[0], group[1]), found[1] * sign, found[2], clause, clause.actor)
            return
        for place in range(first + 1, last):
            if self.tokens[place].fold in ("a", "an", "the") or self.tokens[place].text in "\"“'‘":
                found = self._verdict_at(place, min(last, place + 8), phrase=True)
                if found is not None:
                    yield Taking(first, place, (place, found[0]), found[1] * sign, found[2], clause, clause.actor)
                    return

    def _is_as(self, first: int, place: int) -> bool:
        return self.tokens[place].fold == "as" and self.tokens[place].sentence == self.tokens[first].sentence

    def _verdict_at(self, first: int, last: int, *, phrase: bool = False) -> tuple[int, int, int] | None:
        """The end, sign and strength of a verdict in the tokens from ``first`` on."""
        tokens = self.tokens
        if first >= len(tokens):
            return None
        if tokens[first].fold == "in" and first + 1 < len(tokens):
            if tokens[first + 1].fold in _AGAINST_LAW:
                return self.phrases.object_from(first)[1], -1, 3
            if tokens[first + 1].fold in _WITH_LAW:
                return self.phrases.object_from(first)[1], 1, 2
        if tokens[first].fold in ("against", "contrary") and first + 2 < len(tokens):
            end = self.phrases.object_from(first)[1]
            return (end, -1, 3) if any(tokens[k].fold in ("law", "constitution", "charter") for k in range(first, end)) else None
        sign, more = 1, 0
        for place in range(first, min(last, first + 7)):
            token = tokens[place]
            word = lemma(token.fold)
            if token.fold in ("no", "not", "never", "neither", "hardly"):
                sign = -sign
                continue
            if token.fold in ("to", "that", "for", "of", "in", "on", "by", "with", "than", "because"):
                return None
            more += (token.fold in word_list("more")) - (token.fold in word_list("less"))
            two = f"{token.fold} {tokens[place + 1].fold}" if place + 1 < last else ""
            for part in ("adjective", "noun"):
                known = verdicts(part)  # type: ignore[arg-type]
                verdict = known.get(two) or known.get(token.fold) or known.get(word)
                if verdict is None:
                    continue
                if part == "adjective" and token.fold in ("right", "just", "fair") and place + 1 < last and phrase:
                    continue
                end = place + (2 if known.get(two) else 1)
                return end, verdict.sign * sign, min(3, max(1, verdict.strength + more))
        return None

    def _judged(self, clause: Clause, words_end: int) -> tuple[int, int, int] | None:
        """What a verdict is on: the subject, or with "it" what "to" or "that" brings; and a sign for "not to"."""
        tokens = self.tokens
        if clause.subject is None:
            return None
        first, last = self.wording.range_of(clause.subject)
        if clause.head not in ("it", "this", "that", "there", "which"):
            return None if self._is_actor(clause) else (*self._subject(clause), 1)
        if clause.head == "there":
            return None
        place = words_end
        sign = 1
        while place < len(tokens) and place - words_end < 12 and tokens[place].sentence == tokens[first].sentence:
            word = tokens[place].fold
            if word in ("not", "never"):
                sign = -1
            elif word in ("to", "that"):
                low, high = self.phrases.object_from(place + 1)
                return (low, high, sign) if high > low else None
            elif tokens[place].text in ",.;":
                break
            place += 1
        return (first, last, 1) if clause.head in ("this", "that") else None

    def _subject(self, clause: Clause) -> tuple[int, int]:
        """A clause's subject; where it is its sister's object, the sister's subject ("violates X and threatens Y")."""
        assert clause.subject is not None
        subject = self.wording.range_of(clause.subject)
        verb = self.wording.range_of(clause.group)[0]
        if subject[0] >= verb or self._is_far(clause):  # what stands behind the verb is its object
            return self._before(verb)
        above = self.clauses.parent(clause)
        if clause.link == "coordinate" and above is not None and above.subject is not None:
            if self.wording.range_of(above.group)[1] == subject[0]:
                return self.wording.range_of(above.subject)
        return subject

    def _before(self, verb: int) -> tuple[int, int]:
        """The phrase in front of a verb, up to a mark or a word that opens a clause."""
        last = verb
        while last and self.tokens[last - 1].text in "\"“‘'":
            last -= 1
        first = last
        while first and last - first < 25 and self.tokens[first - 1].sentence == self.tokens[verb].sentence:
            token = self.tokens[first - 1]
            if not (token.is_word or token.is_possessive) or token.fold in ("that", "but", "while", "which", "because"):
                break
            first -= 1
        return first, last

    def _harm_in(self, first: int) -> int:
        """1 where harm is brought about, -1 where none is ("sets no precedent"), 0 where there is nothing of the kind."""
        low, high = self.phrases.object_from(first)
        harms, sign = word_list("harm"), 1
        for place in range(low, min(high, low + 12)):
            word = lemma(self.tokens[place].fold)
            two = f"{self.tokens[place].fold} {self.tokens[place + 1].fold}" if place + 1 < high else ""
            if self.tokens[place].fold == "end":
                return 0
            sign = -sign if self.tokens[place].fold == "no" else sign
            if word in harms or two in harms:
                return sign
        return 0

    def _obligation(self, clause: Clause) -> Iterator[Taking]:
        """ "Must be lifted", "should recognise": what must be is wanted by whoever says so."""
        needs = clause.lemma in _NEED and clause.tense != "past" and any(self.clauses.children(clause, "infinitive"))
        if clause.modal not in _BOUND and not needs:
            return
        if clause.subject is not None and clause.group.start < clause.subject.start:
            return  # "should they refuse"
        verb = next(iter(self.clauses.children(clause, "infinitive")), clause) if needs else clause
        if clause.statement is None:
            return
        sign = -1 if self._negated(clause) else 1
        group = self.wording.range_of(verb.group)
        words = (self.wording.range_of(clause.group)[0], group[1])
        first, last = self._before(words[0]) if clause.subject is None else self.wording.range_of(clause.subject)
        passes = carriers().get(verb.lemma)
        if verb.passive or (verb.lemma in _GOING and not self._is_actor(clause)):
            if last > first and clause.head not in ("it", "this", "that", "what", "everything", "nothing"):
                yield Taking(first, last, words, sign * (passes or 1), 2, clause, own=True)
        elif passes is not None or is_listed(verb.lemma) or verb.lemma in attitudes():
            low, high = self.phrases.object_from(group[1])
            if high > low:
                row = next((row for row in attitudes().get(verb.lemma, ()) if "np" in row.complements), None)
                value = 1 if row is None or row.kind == "act" else row.sign
                begin = group[1] if row is not None and row.kind != "act" else self._verb(verb)
                yield Taking(begin, high, words, sign * value, 2, clause, own=True, acts=row is None or row.kind == "act")

    def _neutral(self) -> Iterator[Taking]:
        """ "Takes no position on the bid", "remains neutral on it", "takes neither side"."""
        for clause in self.clauses:
            after = self.wording.range_of(clause.group)[1]
            two = (self.tokens.word(after), self.tokens.word(after + 1))
            no_side = clause.lemma == "take" and two[0] in ("no", "neither") and two[1] in ("position", "side", "sides", "stance")
            neutral = clause.lemma in ("be", "remain", "stay") and two[0] == "neutral" and not clause.negated
            if not (no_side or neutral):
                continue
            end = after + (2 if no_side else 1)
            first, last = after, end
            if self.tokens.word(end) in ("on", "in", "over", "about", "towards"):
                first, last = self.phrases.object_from(end + 1)
            actor = clause.actor
            if last > first:
                yield Taking(first, last, (self.wording.range_of(clause.group)[0], end), 1, 2, clause, actor, neutral=True)

    # --- nouns and adjectives

    def _nouns(self) -> Iterator[Taking]:
        """ "Its opposition to the bid", "in favour of talks", "opposed to sanctions"."""
        by_verb = sorted((self.wording.range_of(clause.group)[0], clause.index) for clause in self.clauses)
        starts = [start for start, _ in by_verb]
        from bisect import bisect_right

        for place, token in enumerate(self.tokens):
            rows = [row for row in attitudes().get(token.fold, ()) if row.kind in ("noun", "adjective")]
            if not rows and token.fold.endswith("s"):
                rows = [row for row in attitudes().get(token.fold[:-1], ()) if row.kind == "noun"]
            if not rows or token.headline:
                continue
            at = bisect_right(starts, place) - 1
            clause = self.clauses[by_verb[at][1]] if at >= 0 else None
            if clause is not None and self.tokens[starts[at]].sentence != token.sentence:
                clause = None
            for row in rows:
                taking = self._noun(row, place, clause)
                if taking is not None:
                    yield taking
                    break

    def _noun(self, row: Attitude, place: int, clause: Clause | None) -> Taking | None:
        tokens = self.tokens
        first = place + 1
        if "np" in row.complements:
            if clause is None or clause.lemma not in ("be", "remain", "stand", "come") or clause.actor is None:
                return None
        elif first < len(tokens) and tokens[first].fold in row.complements:
            first += 1
        else:
            return None
        low, high = self.phrases.object_from(first)
        if high <= low:
            return None
        sign = 1
        actor = self._possessor(place)
        if actor is None and clause is not None:
            governed = clause.lemma in _LIGHT_VERBS or (row.kind == "adjective" and clause.lemma in ("be", "remain", "seem"))
            back = clause.lemma in _TAKEN_BACK and row.kind == "noun"
            if not (governed or back):
                return None
            if clause.passive:
                return None
            actor = clause.actor
            sign = -1 if self._negated(clause) else 1
            if back:
                sign = 0
        if actor is None:
            return None
        return Taking(low, high, (place, low), row.sign * sign, row.strength, clause, actor, neutral=sign == 0)

    def _possessor(self, place: int) -> Actor | None:
        tokens = self.tokens
        for before in range(place - 1, max(-1, place - 5), -1):
            if tokens[before].is_possessive or tokens[before].fold.endswith("s'"):
                name = self.wording.name_at(before - 1)
                return name.actor if name is not None else None
            if tokens[before].fold in ("its", "his", "her", "their", "our", "my"):
                clause = self._clause_before(before)
                return clause.actor if clause is not None else None
            if not tokens[before].is_word or tokens[before].fold in ("of", "to", "and"):
                return None
        return None

    def _clause_before(self, place: int) -> Clause | None:
        found = None
        for clause in self.clauses:
            first = self.wording.range_of(clause.group)[0]
            if first >= place:
                break
            if self.tokens[first].sentence == self.tokens[place].sentence and clause.actor is not None:
                found = clause
        return found

    # --- small questions

    def _negated(self, clause: Clause) -> bool:
        """Whether what the clause says is turned round, by "not" or by what governs it ("refused to recognise")."""
        turned = clause.negated or self._no_longer(clause)
        above = self.clauses.parent(clause)
        seen = 0
        while clause.link == "infinitive" and above is not None and seen < 4:
            turned ^= above.lemma in _UNDONE
            turned ^= above.negated
            clause, above, seen = above, self.clauses.parent(above), seen + 1
        return turned

    def _no_longer(self, clause: Clause) -> bool:
        at = self.wording.range_of(clause.verb)[0]
        return self.tokens.word(at - 1) == "longer" and self.tokens.word(at - 2) == "no" and not clause.negated

    def _is_meant(self, clause: Clause) -> bool:
        """Whether it is what somebody means to do: "plans to lift"."""
        return clause.link == "infinitive"

    def _no_stand(self, clause: Clause) -> bool:
        """Whether it is only expected, tried or begun, or hangs on another word of attitude that speaks for all."""
        above = self.clauses.parent(clause)
        if clause.link == "infinitive" and above is not None:
            if above.lemma not in _MEANT or any("to" in row.complements for row in attitudes().get(above.lemma, ())):
                return True
            return self._no_stand(above) if above.link == "infinitive" else above.link in ("condition", "time")
        if clause.link in ("condition", "time") or clause.marker in ("if", "unless", "until", "once", "whether"):
            return True
        if clause.link == "coordinate" and above is not None and clause.shared:
            return above.modal in _BOUND or above.link == "condition"
        acts = all(row.kind == "act" for row in attitudes().get(clause.lemma, ()))
        return clause.form in ("gerund", "participle") and not clause.passive and (acts or clause.form == "gerund")

    def _is_actor(self, clause: Clause) -> bool:
        """Whether the subject is somebody, so that no matter is judged."""
        if self._is_far(clause):
            return False
        return clause.actor is not None or clause.head in ("i", "we", "he", "she", "they", "you", "who", "who")

    def _is_far(self, clause: Clause) -> bool:
        """Whether a semicolon parts a verb from what was taken for its subject."""
        if clause.subject is None or clause.subject.end > clause.group.start:
            return False
        return ";" in self.wording.text[clause.subject.end : clause.group.start]

    def _strength(self, strength: int, group: tuple[int, int]) -> int:
        words = {self.tokens[k].fold for k in range(max(0, group[0] - 1), min(group[1] + 1, len(self.tokens)))}
        more = bool(words & word_list("more")) - bool(words & word_list("less"))
        return min(3, max(1, strength + more))

    def _verb(self, clause: Clause) -> int:
        return self.wording.range_of(clause.verb)[0]

    def _limit(self, first: int) -> int:
        return min(len(self.tokens), first + 10)
