"""Stances: the takings of a report with who takes them, on what, under which condition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.actors.words import word_set
from onrecord.domain import Actor, Report, Side, Span, Stance, Statement
from onrecord.ledger.clauses import Clause, clauses
from onrecord.ledger.contents import Contents
from onrecord.ledger.positions.ellipses import ellipses
from onrecord.ledger.positions.keys import UNCHANGED, is_matter, is_topic, place_of, weight
from onrecord.ledger.positions.lexicon import attitudes, carriers
from onrecord.ledger.positions.matters import Matter, matter_of
from onrecord.ledger.positions.phrases import Phrases
from onrecord.ledger.positions.standing import is_row, speakers_for
from onrecord.ledger.positions.taking import SIDE_NOUNS, Taking
from onrecord.ledger.positions.takings import takings
from onrecord.ledger.positions.wording import Wording, wording_of
from onrecord.ledger.verbs import lemma_of

_FIRST = word_set("i we")
_THIRD = word_set("he she it they")
_STANCES = word_set("position stance policy view line attitude")
_SAME = word_set("unchanged same unaltered firm consistent principled")
_CHANGING = word_set("change shift alter waver budge")
_ASKING = word_set("ask wonder question inquire")
_ONCE = word_set("declare proclaim impose offer sign")  # deeds: a condition on them is no condition on the side
_ON_IT = word_set(
    "reject accept oppose support back endorse welcome approve denounce condemn criticize dismiss veto block turn favor"
)
_NEAREST = 160  # that "it" may be
_NEAR = 500  # code points that "such a step" may be from what it points to
_HOSTILE = word_set(
    "court sue retaliate retaliation sanctions sanction leave withdraw suspend expel attack reprisals veto protest "
    "quit "
    "walk strike respond consequences war force arbitration countermeasures boycott"
)
_COOPERATING = word_set("return talk talks negotiate negotiations cooperate sit sign join attend")
_THREATS = word_set("warn threaten caution")


def stances(report: Report) -> tuple[Stance, ...]:
    """Where a report's words take a side on a matter, in text order."""
    return _Stances(report).all()


class _Stances:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.wording: Wording = wording_of(report)
        self.tokens = self.wording.tokens
        self.clauses = clauses(report)
        self._contents = Contents(report)
        self._phrases = Phrases(self.wording, self.clauses)
        actors = {s.speaker.id: s.speaker for s in report.statements if s.speaker is not None}
        self._sides = speakers_for(report.descriptions, actors.values())
        self._for = {key: {one.id for one in found} for key, found in self._sides.items()}
        self._cues = {
            place: index
            for index, statement in enumerate(report.statements)
            if statement.cue is not None
            for place in range(*self.wording.range_of(statement.cue))
        }

    def all(self) -> tuple[Stance, ...]:
        found: dict[tuple[int, str, str], Stance] = {}
        self._pointing: list[tuple[Stance, Matter]] = []
        each = [part for stance in self._each() for part in self._parted(stance)]
        for stance in (*each, *self._pointed(each)):
            key = (stance.matter.start, stance.actor.id if stance.actor else "", stance.side)
            known = found.get(key)
            if known is None or weight(stance) > weight(known):
                found[key] = stance
        return tuple(sorted(found.values(), key=place_of))

    def _parted(self, stance: Stance) -> Iterator[Stance]:
        """A stance of "Norvenia and Sund" as one of each."""
        if stance.actor is None or not is_row(stance.actor):
            yield stance
            return
        for side in self._owners(stance.actor):
            yield replace(stance, actor=side)

    def _pointed(self, found: Sequence[Stance]) -> Iterator[Stance]:
        """The stances on "such a step", on what the stance before them is on."""
        told = sorted((s.matter.end, s.key) for s in found if is_matter(s.key))
        ends = [end for end, _ in told]
        for stance, matter in self._pointing:
            at = bisect_right(ends, stance.matter.start) - 1
            near = _NEAR if " " in stance.matter.text else _NEAREST
            if at >= 0 and stance.matter.start - ends[at] <= near:
                yield replace(stance, key=matter.about(told[at][1]).key)

    def _each(self) -> Iterator[Stance]:
        told = list(takings(self.wording, self.clauses))
        within: dict[int, set[int]] = {}  # by tokens: the takings whose matter they are in
        for number, taking in enumerate(told):
            for place in range(taking.first + 1, taking.last) if not taking.own else ():
                within.setdefault(place, set()).add(number)
        for number, taking in enumerate(told):
            if not within.get(taking.words[0], set()) - {number}:
                stance = self._of(taking)
                if stance is not None:
                    yield stance
        for clause in self.clauses:
            yield from self._conditions(clause)
            yield from self._unchanged(clause)
        yield from self._grounds()
        yield from self._ellipses()

    def _of(self, taking: Taking) -> Stance | None:
        clause = taking.clause
        index, inside = self._statement(taking)
        statement = self.report.statements[index] if index is not None else None
        if clause is not None and clause.marker in ("whether", "how", "what", "why"):
            return None
        if inside and statement is not None and statement.cue is not None and _is_question(statement):
            return None
        actor = self._actor(taking, statement, inside)
        if actor is None:
            return None
        sign = taking.sign
        if inside and statement is not None and statement.negated and clause is not None and not self._governed(clause):
            sign = -sign
        first, last = taking.first, taking.last
        if not inside and statement is not None and clause is not None:
            first, last = self._content(statement, first, last)
        matter = matter_of(self.wording, first, last, self._owners(actor))
        if matter is None or self._is_whole(matter, taking):
            return None
        if (
            taking.acts
            and statement is None
            and clause is not None
            and clause.lemma not in attitudes()
            and not is_topic(matter.key)
        ):
            return None  # what is only done is no side, unless it is on what people take sides on
        if taking.own and self._is_bystander(taking, actor):
            return None
        condition = self._condition(taking)
        side: Side = "for" if sign * matter.sign > 0 else "against"
        if taking.neutral:
            side = "neutral"
        elif condition is not None and clause is not None and clause.lemma not in _ONCE and clause.modal:
            side = "conditional"
        stance = Stance(
            self.wording.span(matter.first, matter.last),
            self.wording.span(*taking.words),
            matter.key,
            side,
            taking.strength,
            actor,
            condition,
            index,
        )
        if matter.refers:
            if " " in stance.matter.text or (clause is not None and clause.lemma in _ON_IT):
                self._pointing.append((stance, matter))
            return None
        return stance

    def _owners(self, actor: Actor) -> tuple[Actor, ...]:
        """Whom "our" and "its" mean in an actor's words: whom it speaks for."""
        return self._sides.get(actor.id) or (actor,)

    def _statement(self, taking: Taking) -> tuple[int | None, bool]:
        """The statement that a taking belongs to, and whether it stands in its content rather than being its cue."""
        place = taking.words[0]
        verb = () if taking.clause is None else range(*self.wording.range_of(taking.clause.verb))
        for at in (*range(*taking.words), *verb):
            if at in self._cues and (taking.clause is None or taking.clause.statement != self._cues[at]):
                return self._cues[at], False
        if taking.clause is not None and self._holds(taking.clause, place):
            return taking.clause.statement, taking.clause.statement is not None
        start = self.tokens[place].start
        innermost = self._contents.at(start, start + 1)
        return innermost, innermost is not None

    def _holds(self, clause: Clause, place: int) -> bool:
        return abs(self.wording.range_of(clause.group)[0] - place) < 12

    def _actor(self, taking: Taking, statement: Statement | None, inside: bool) -> Actor | None:
        speaker = statement.speaker if statement is not None else None
        clause = taking.clause
        if taking.own:
            return speaker if inside else None
        if statement is not None and not inside:
            return taking.actor if clause is not None and clause.passive and taking.actor else speaker or taking.actor
        actor = taking.actor or (clause.actor if clause is not None and not clause.passive else None)
        if statement is None:
            return actor
        if clause is not None and clause.quoted and clause.head in _THIRD and (actor is None or actor == speaker):
            return None  # in their own words, "they" are others
        if actor is None:
            own = clause is not None and (clause.head in _FIRST | _THIRD or self._is_described(clause))
            return speaker if own else None
        if speaker is not None and actor.id in self._for.get(speaker.id, ()):
            return speaker
        if clause is not None and clause.actor is actor and clause.head not in _FIRST | _THIRD and speaker is not None:
            return speaker if self._is_described(clause) and self._for[speaker.id] != {speaker.id} else actor
        return actor

    def _is_described(self, clause: Clause) -> bool:
        """Whether a subject is a description without a name ("the bloc"), which in a speaker's words is mostly its "
        "side."""
        return (
            clause.head in SIDE_NOUNS
            and clause.subject is not None
            and not self.wording.names(*self.wording.range_of(clause.subject))
        )

    def _content(self, statement: Statement, first: int, last: int) -> tuple[int, int]:
        """The matter's tokens, as far as the content of the statement that the taking is the cue of says where it "
        "ends."""
        for span in statement.content:
            low, high = self.wording.range_of(span)
            if low <= first < high:
                return first, min(high, max(last, first + 1)) if last > high else last
            if first < low < first + 4:
                return low, max(last, low + 1) if last > low else high
        return first, last

    def _is_bystander(self, taking: Taking, actor: Actor) -> bool:
        """Whether who says that something will go ahead speaks for nobody, and so only expects it."""
        clause = taking.clause
        return (
            clause is not None
            and clause.modal in ("will", "would", "shall")
            and not self._speaks(actor)
            and (taking.words == self.wording.range_of(clause.group))
        )

    def _speaks(self, actor: Actor) -> bool:
        return actor.kind in ("state", "body", "organisation") or self._for.get(actor.id, {actor.id}) != {actor.id}

    def _is_whole(self, matter: Matter, taking: Taking) -> bool:
        """Whether the matter is somebody only, and the words are no backing of them."""
        only_names = matter.names and not matter.lemmas and not matter.owner and not matter.instruments
        lemma = taking.clause.lemma if taking.clause is not None else ""
        return bool(only_names) and (taking.own or lemma not in _BACKING)

    def _condition(self, taking: Taking) -> Span | None:
        if taking.clause is None or taking.own:
            return None
        found = self.clauses.conditions(taking.clause)
        return found[0].span if found else None

    def _governed(self, clause: Clause) -> bool:
        """Whether the statement's own negation is counted with the clause's already, as an infinitive of its cue."""
        return clause.link == "infinitive"

    # --- conditions as demands and as warnings

    def _conditions(self, clause: Clause) -> Iterator[Stance]:
        """ "Will not talk unless it is lifted" wants it lifted; "warned of war if they leave" is against their "
        "leaving."""
        above = self.clauses.governor(clause)
        threat = clause.lemma in _THREATS or (above is not None and above.lemma in _THREATS)
        for child in self.clauses.children(clause, "condition", "time"):
            wanted = child.marker in ("unless", "until") and clause.modal in ("will", "would", "cannot", "can")
            threat = threat or self._threatens(clause)
            warned = child.marker in ("if", "should", "") and threat and " against " not in f" {clause.rest.text[:80]} "
            if not (wanted or warned) or child.subject is None:
                continue
            index = clause.statement if clause.statement is not None else self._cue_of(clause)
            speaker = self.report.statements[index].speaker if index is not None else None
            actor = speaker if clause.statement is None and speaker is not None else clause.actor or speaker
            if speaker is not None and actor is not None and actor.id in self._for.get(speaker.id, ()):
                actor = speaker
            if actor is None:
                continue
            found = self._event(child, self._owners(actor))
            if found is None:
                continue
            matter, sign = found
            sign = sign if wanted else -sign
            if child.negated:
                sign = -sign
            yield Stance(
                self.wording.span(matter.first, matter.last),
                clause.group,
                matter.key,
                "for" if sign > 0 else "against",
                2,
                actor,
                None,
                index,
            )

    def _threatens(self, clause: Clause) -> bool:
        """Whether a clause holds out what nobody wishes for: "would go to court", "will not come back to the talks"."""
        if clause.modal not in ("will", "would", "shall") or clause.actor is None:
            return False
        first = self.wording.range_of(clause.group)[0]
        words = {self.tokens[k].fold for k in range(first, min(first + 9, len(self.tokens)))}
        return bool(words & (_COOPERATING if clause.negated else _HOSTILE))

    def _cue_of(self, clause: Clause) -> int | None:
        return self._cues.get(self.wording.range_of(clause.verb)[0])

    def _event(self, clause: Clause, owners: tuple[Actor, ...]) -> tuple[Matter, int] | None:
        """What a clause says happens, as a matter, with the sign for its being so."""
        assert clause.subject is not None
        group = self.wording.range_of(clause.group)
        passes = carriers().get(clause.lemma)
        subject = self.wording.range_of(clause.subject)
        if clause.passive and passes is not None:
            matter = matter_of(self.wording, *subject, owners)
            return (matter, passes * matter.sign) if matter is not None else None
        low = self.wording.range_of(clause.verb)[0]
        high = self._phrases.object_from(group[1])[1]
        matter = matter_of(self.wording, low, max(high, group[1]), owners)
        if matter is None:
            return None
        names = [name.key for name in self.wording.names(*subject)]
        if not names and clause.actor is not None:
            names = [clause.actor.name]
        return replace(matter, names=matter.names or tuple(dict.fromkeys(names))), matter.sign

    # --- positions that stay

    def _unchanged(self, clause: Clause) -> Iterator[Stance]:
        if clause.subject is None or clause.head not in _STANCES:
            return
        low, high = self.wording.range_of(clause.group)
        stays = clause.lemma in _CHANGING and clause.negated
        end = high
        if any(self.tokens[k].fold in _SAME for k in range(low, high)) and not clause.negated:
            stays = True
        if clause.lemma in ("be", "remain", "stay") and not clause.negated:
            for place in range(high, min(high + 4, len(self.tokens))):
                if self.tokens[place].fold in _SAME:
                    stays, end = True, place + 1
        if not stays:
            return
        subject = self.wording.range_of(clause.subject)
        index = clause.statement
        speaker = self.report.statements[index].speaker if index is not None else None
        owner = next((name.actor for name in self.wording.names(*subject) if name.actor is not None), None)
        own = any(self.tokens[k].fold in ("its", "our", "my", "his", "her", "their") for k in range(*subject))
        actor = speaker if own or (speaker and owner and owner.id in self._for.get(speaker.id, ())) else owner
        if actor is None:
            return
        matter = matter_of(self.wording, *subject)
        key = {UNCHANGED, *(matter.key if matter is not None else ())}
        key -= {f"{owner.name}’s", owner.name} if owner is not None else set()
        first, last = (matter.first, matter.last) if matter is not None else subject
        yield Stance(
            self.wording.span(first, last),
            self.wording.span(low, end),
            tuple(sorted(key)),
            "unclear",
            2,
            actor,
            None,
            index,
        )

    # --- what is left out

    def _ellipses(self) -> Iterator[Stance]:
        for one in ellipses(self.report, self.clauses):
            actor = self.report.statements[one.statement].speaker
            assert actor is not None
            low = self.wording.range_of(one.clause.verb)[0]
            high = self._phrases.object_from(self.wording.range_of(one.clause.group)[1])[1]
            matter = matter_of(self.wording, low, high, self._owners(actor)) if high > low else None
            if matter is not None and not matter.refers:
                side: Side = "for" if one.sign * matter.sign > 0 else "against"
                span = self.wording.span(matter.first, matter.last)
                yield Stance(span, one.words, matter.key, side, 3, actor, None, one.statement)

    # --- instruments

    def _grounds(self) -> Iterator[Stance]:
        """Who invokes an instrument, or says that others act against it, stands by it."""
        for index, statement in enumerate(self.report.statements):
            for ground in statement.grounds:
                instrument = ground.instrument
                if statement.speaker is None or not instrument.identified or instrument.kind == "norm":
                    continue
                if ground.relation in ("invoked", "breach alleged") and ground.words is not None:
                    yield Stance(
                        ground.span, ground.words, (instrument.name,), "for", 2, statement.speaker, None, index
                    )


_BACKING = word_set("support back endorse oppose favor")


def _is_question(statement: Statement) -> bool:
    cue = statement.cue
    return cue is not None and any(lemma_of(word.casefold()) in _ASKING for word in cue.text.split()[:2])
