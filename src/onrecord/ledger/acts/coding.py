"""The code of a clause: what its verb does, and what is done by promising, refusing or demanding that."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.actors.words import PREPOSITIONS, word_set
from onrecord.domain import ActCode, Span
from onrecord.ledger.acts.intentions import (
    BEGINNING,
    DEMANDING,
    FUTURE,
    INTENDING,
    OBLIGING,
    PROMISING,
    READY,
    REFUSING,
    SAYING,
    THREATENING,
    TRYING,
    UNWILLING,
    intended,
    is_cooperative,
    refused,
)
from onrecord.ledger.acts.nouns import CLASSES, singular
from onrecord.ledger.acts.verbs import (
    BY_DEED,
    BY_NOUN,
    DOING_LIGHTLY,
    FAILING,
    HAPPENING,
    PARTICLES,
    SAYING_LIGHTLY,
    USES,
    Use,
)
from onrecord.ledger.clauses import Clause, Clauses

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FAR = 14  # words of an object that are looked at
_WEAPONS = word_set(
    "knife gun rifle bomb axe machete hammer bottle stone acid sword grenade car truck police officer officers"
)
_PROTESTERS = word_set("protester protestor demonstrator rioter student worker farmer miner marcher youth supporter")
_JUDGES = word_set("police prosecutor court authority judge official")
_CLOSING = word_set("suspend close shut disband cease dissolve leave evacuate")
_BODIES = word_set("cabinet council parliament committee board commission assembly court senate congress government")
_OBJECT = 12  # words of a phrase between "urged" and "to"
_ADJECTIVES = 3
_PASSING = word_set("on today yesterday also again not in at late early this week month year last march may")
# What begins with these is no part of the object.
_ADJUNCTS = PREPOSITIONS - {"of", "than"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A code with the clause that holds its deed, and the words that show it as offsets.

    ``deed`` is the clause of what is promised, refused or demanded where the clause itself says no more than that;
    ``settled`` is whether the act itself is told as done, rather than what is to come of it.
    """

    code: ActCode
    mode: str
    clause: Clause
    deed: Clause
    start: int
    end: int
    settled: bool = True


class Coder:
    """Codes the clauses of a report."""

    def __init__(self, text: str, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses

    def of(self, clause: Clause) -> Coded | None:
        """The act that a clause tells, with what it governs; None for none that has a code."""
        if clause.lemma == "meet" and clause.head in _BODIES and not clause.rest.text.startswith("with"):
            return None  # a body that meets consults nobody
        if clause.head in ("attempt", "plot", "bid", "conspiracy") and clause.passive:
            deeds = (self.done(one) for one in self._clauses.children(clause, "infinitive"))
            return next(
                (replace(one, clause=one.deed) for one in deeds if one is not None and one.code == "ASSAULT"), None
            )
        inner = self._inner(clause)
        found = self._governing(clause, inner) if inner is not None else None
        if found is None:
            found = self.done(clause)
        if (
            found is None
            and clause.modal in ("must", "should")
            and not clause.negated
            and clause.lemma not in ("be", "have")
        ):
            found = self._coded(clause, Use("", "REQUEST"), clause.group.end)
            return replace(found, settled=False) if found is not None and _is_demand(self._clauses, clause) else None
        if found is None:
            return None
        return self._by_modality(clause, found)

    def done(self, clause: Clause) -> Coded | None:
        """What the clause's own verb does with its object, whatever its tense and whether or not it is negated."""
        if clause.particle and (use := PARTICLES.get((clause.lemma, clause.particle))) is not None:
            return self._coded(clause, use, clause.group.end + 1 + len(clause.particle))
        zone, whole = self._object(clause), self._whole(clause)
        for use in USES.get(clause.lemma, ()) if self._makes_sense(clause, whole) else ():
            if not use.of:
                return self._coded(clause, use, clause.group.end)
            end = _noun_of(whole, use.of[1:]) if use.of.startswith("~") else _noun_of(zone, use.of)
            if end:
                return self._coded(clause, use, end)
        if (by_subject := self._by_subject(clause)) is not None:
            return by_subject
        for light, uses in ((SAYING_LIGHTLY, BY_NOUN), (DOING_LIGHTLY, BY_DEED)):
            for use in uses if clause.lemma in light and not clause.rest.text.startswith("no ") else ():
                if end := _noun_of(zone[:6], use.of):
                    return self._coded(clause, use, end)
        return None

    def _by_subject(self, clause: Clause) -> Coded | None:
        """What "talks resumed" and "fighting broke out" tell, by their subject."""
        head = singular(_plain(clause.head.split("-")[-1]))
        failed = clause.lemma in FAILING and (clause.lemma != "end" or "without" in clause.rest.text.split())
        if failed and head in CLASSES["talks"]:
            return self._coded(clause, Use("", "SANCTION", "withdraw"), clause.group.end)
        if (
            clause.lemma in HAPPENING
            or clause.lemma == "end"
            or (clause.lemma == "be" and clause.rest.text.startswith("under way"))
        ):
            for use in BY_DEED:
                if head in CLASSES.get(use.of, ()):
                    return self._coded(clause, use, clause.group.end)
        return None

    def _makes_sense(self, clause: Clause, whole: list[tuple[str, int]]) -> bool:
        """Whether verbs of many uses are used in that of the table: "called for", not "called it a day"."""
        following = clause.rest.text.split(" ", 1)[0].casefold()
        if clause.lemma == "call":
            wrong = _noun_of(whole, "wrong")
            return bool(wrong) or following in ("for", "on", "upon")
        if clause.lemma == "insist":
            return following == "on"
        if clause.lemma in ("push", "campaign", "press"):
            return following == "for"
        if clause.lemma == "vote":
            return following in ("for", "against")
        if clause.lemma == "ask":
            return following == "for"
        if clause.lemma == "seize" and following in ("on", "upon"):
            return False
        if clause.lemma == "offer" and following == "no":
            return False
        if clause.lemma == "force":
            return clause.particle == "out" or "from" in clause.rest.text.split() or "out" in clause.rest.text.split()
        if clause.lemma == "warn":
            if following in ("of", "about"):
                return bool(_noun_of(whole, "consequence"))
            return bool(whole) or any(one.actor == clause.actor for one in self._clauses.children(clause, "complement"))
        if clause.lemma == "fire":
            return following in ("on", "at", "into", "upon") or bool(_noun_of(whole, "shot"))
        if clause.lemma in ("speak", "talk"):
            return following in ("with", "by")
        return True

    def _inner(self, clause: Clause) -> Clause | None:
        """The clause that a verb governs: its infinitive, or its complement."""
        found = next(iter(self._clauses.children(clause, "infinitive", "complement", "participle")), None)
        if found is not None and found.link == "participle":  # "will continue [coordinating]"
            return found if clause.lemma in BEGINNING and self._is_close(clause, found, 0) else None
        return found

    def _governing(self, clause: Clause, inner: Clause) -> Coded | None:
        """What it is to promise, refuse, demand, threaten or begin what ``inner`` tells."""
        lemma = clause.lemma
        adjective = _adjective(clause)
        if lemma == "call" and not clause.rest.text.casefold().startswith(("on ", "upon ", "for ")):
            return None
        if lemma == "warn" and inner.link == "infinitive":
            return self._span("THREATEN" if inner.negated else "REQUEST", clause, inner)
        if lemma in DEMANDING and inner.link == "infinitive" and not _is_own_wish(clause):
            return self._demanded(clause, inner) if self._is_close(clause, inner, _OBJECT) else None
        if inner.link == "infinitive" and not self._is_close(clause, inner, 0 if not adjective else _ADJECTIVES):
            return self._by_steps(clause, inner)
        if inner.link == "infinitive" and (
            lemma in THREATENING or (lemma in ("vow", "swear") and self._hostile(inner))
        ):
            return self._span("THREATEN", clause, inner)
        if lemma in REFUSING and inner.link == "infinitive":
            deed = self.of(inner)
            return self._span(refused(deed.code if deed else None), clause, inner)
        if adjective in UNWILLING:
            return self._span("REJECT", clause, inner)
        if (lemma in PROMISING and not clause.passive) or adjective in READY:
            deed = self.of(inner)
            code: ActCode = "AGREE" if deed is None else intended(deed.code)
            if lemma in ("agree", "accept", "consent", "offer"):
                code = "AGREE"
            if inner.negated and deed is not None and inner.link == "infinitive":
                code = refused(deed.code)
            return self._span(code, clause, inner)
        if lemma in TRYING:
            deed = self.done(inner)
            return self._span(deed.code, clause, inner) if deed is not None and deed.code == "ASSAULT" else None
        if lemma in INTENDING and inner.link == "infinitive":
            deed = self.of(inner)
            if deed is None:
                return None
            if lemma == "prepare" and deed.code == "ASSAULT":
                return self._span("MOBILIZE", clause, inner)
            return replace(self._span(intended(deed.code), clause, inner), settled=False)
        if lemma in BEGINNING and inner.link in ("infinitive", "participle"):
            deed = self.done(inner)
            return (
                None
                if deed is None
                else replace(
                    self._by_modality(clause, replace(deed, clause=clause, deed=clause)) or deed,
                    clause=clause,
                    deed=inner,
                    start=clause.group.start,
                )
            )
        return None

    def _by_steps(self, clause: Clause, inner: Clause) -> Coded | None:
        """ "took steps to ease …": what the steps were for."""
        words = {word for word, _ in self._object(clause)}
        deed = self.done(inner) if clause.lemma == "take" and words & {"step", "measure", "move"} else None
        return None if deed is None else replace(deed, clause=clause, start=clause.group.start)

    def _is_close(self, clause: Clause, inner: Clause, words: int) -> bool:
        """Whether no more than so many words, but for adverbs and days, stand between a verb and what it governs."""
        between = [
            match.group().casefold() for match in _WORD.finditer(self._text, clause.group.end, inner.group.start)
        ]
        return sum(word not in _PASSING and not word.endswith(("ly", "day")) for word in between) <= words

    def _demanded(self, clause: Clause, inner: Clause) -> Coded:
        deed = self.done(inner)
        if deed is not None and deed.code == "SUPPORT" and clause.lemma in ("urge", "ask", "call"):
            return self._span("SUPPORT", clause, inner)  # rallying support for somebody
        closing = inner.lemma in _CLOSING or (deed is not None and deed.code in ("SANCTION", "COERCE"))
        if clause.lemma in ("order", "instruct") and closing:
            return self._span("COERCE", clause, inner)
        return self._span("REQUEST", clause, inner)

    def _hostile(self, clause: Clause) -> bool:
        deed = self.done(clause)
        return deed is not None and not is_cooperative(deed.code)

    def _by_modality(self, clause: Clause, found: Coded) -> Coded | None:
        """The code, given the tense, the modal and the negation of the clause."""
        code, negated = found.code, clause.negated
        if clause.lemma in REFUSING or code in ("REJECT", "REQUEST", "ACCUSE") or found.deed is not clause:
            return None if negated else found
        future = clause.modal in FUTURE or (clause.modal == "is to" and clause.tense != "past")
        if clause.modal in OBLIGING and clause.modal != "shall":
            return replace(found, code="REQUEST", mode="", settled=False) if _is_demand(self._clauses, clause) else None
        if negated:
            willed = (
                future
                or (clause.modal in ("can", "could") and is_cooperative(code))
                or (code in ("AGREE", "SUPPORT", "CONCEDE", "CONSULT") and clause.tense == "present")
            )
            if not willed:
                return None
            return replace(found, code=refused(code), mode="", settled=False)
        if future:
            if self._is_threat(clause, code):
                return replace(found, code="THREATEN", mode="", settled=False)
            if code == "RETREAT" and found.mode == "resign":
                return replace(found, settled=False)
            return replace(found, code=intended(code), mode="", settled=False)
        if clause.modal in ("may", "might", "could") and not is_cooperative(code) and self._is_own(clause):
            return replace(found, code="THREATEN", mode="", settled=False)
        return None if clause.modal in ("may", "might", "can", "could") else found

    def _is_own(self, clause: Clause) -> bool:
        """Whether the subject says it of itself: "said it might boycott"."""
        governor = self._clauses.governor(clause)
        return governor is not None and governor.lemma in SAYING and governor.actor == clause.actor is not None

    def _is_threat(self, clause: Clause, code: ActCode) -> bool:
        """Whether what will be done is tied to what others do not do: "will withdraw unless …"."""
        if code not in ("RETREAT", "SANCTION"):
            return False
        return any(one.marker == "unless" or one.negated for one in self._clauses.conditions(clause))

    def _whole(self, clause: Clause) -> list[tuple[str, int]]:
        """The folded singular words of all that follows the verb in its clause, with the offsets of their ends."""
        matches = list(_WORD.finditer(self._text, clause.rest.start, clause.rest.end))[: 2 * _FAR]
        found = [(singular(_plain(match.group())), match.end()) for match in matches]
        if clause.passive and clause.subject is not None:
            found = [(singular(_plain(word)), clause.group.end) for word in _WORD.findall(clause.subject.text)] + found
        elif clause.lemma in ("arrive", "land") and clause.subject is not None:
            found += [(singular(_plain(word)), clause.group.end) for word in _WORD.findall(clause.subject.text)]
        return found

    def _object(self, clause: Clause) -> list[tuple[str, int]]:
        """The folded singular words of what the verb is done to, with the offsets of their ends."""
        spans = [clause.rest]
        if clause.passive and clause.subject is not None:
            spans = [clause.subject, clause.rest]
        words = []
        for span in spans:
            matches = list(_WORD.finditer(self._text, span.start, span.end))
            if clause.particle and matches and matches[0].group().casefold() == clause.particle:
                matches = matches[1:]
            while len(matches) > 1 and _is_passing(matches[0].group(), matches[1].group()):
                matches = matches[2 if matches[0].group().casefold() in PREPOSITIONS else 1 :]
            for place, match in enumerate(matches[:_FAR]):
                word = _plain(match.group())
                if place and word in _ADJUNCTS:
                    break
                words.append((singular(word), match.end() if span is clause.rest else clause.group.end))
        return words

    def _coded(self, clause: Clause, use: Use, end: int) -> Coded | None:
        if use.code is None:
            return None
        start = clause.group.start
        code, mode = use.code, use.mode
        if (
            clause.lemma == "strike"
            and code == "ASSAULT"
            and clause.rest.text.split(" ", 1)[0] in ("", "over", "for", "against")
        ):
            code, mode = "PROTEST", "boycott"
        if clause.lemma == "protest" and clause.actor is not None and clause.actor.kind in ("state", "body"):
            code, mode = "ACCUSE", "disapprove"
        if clause.lemma == "clash" and singular(clause.head) in _PROTESTERS:
            code, mode = "PROTEST", "riot"
        if clause.lemma == "charge" and singular(clause.head) in _JUDGES:
            code, mode = "COERCE", "arrest"
        if (clause.lemma == "attack" or (code == "ASSAULT" and use.of == "fire")) and _is_verbal(clause):
            code, mode = "ACCUSE", "disapprove"
        return Coded(code, mode, clause, clause, start, max(end, clause.group.end))

    def _span(self, code: ActCode, clause: Clause, inner: Clause) -> Coded:
        deed = self.done(inner)
        end = deed.end if deed is not None else inner.group.end
        return Coded(code, "", clause, inner, clause.group.start, max(end, clause.group.end))

    def words(self, coded: Coded) -> Span:
        """The words that show an act."""
        return Span.of(self._text, coded.start, coded.end)


def code_of_noun(noun: str) -> Use | None:
    """What an event is that a folded noun names: "talks", "strikes", "withdrawal"; None for none with a code."""
    word = singular(noun.rsplit("-", 1)[-1])
    return next((use for use in BY_DEED if word in CLASSES.get(use.of, (use.of,))), None)


def _noun_of(zone: list[tuple[str, int]], name: str) -> int:
    """Where the first word of a class ends, 0 for none. A name that is no class is the noun itself."""
    nouns = CLASSES.get(name, frozenset([name]))
    return next((end for word, end in zone if word in nouns), 0)


def _is_verbal(clause: Clause) -> bool:
    """Whether somebody attacks with words: a person, without a weapon."""
    person = clause.actor is not None and clause.actor.kind == "person"
    return person and not _WEAPONS & {_plain(word) for word in _WORD.findall(clause.rest.text)}


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _is_passing(word: str, following: str) -> bool:
    """Whether a day or an adverb stands where an object may follow: "forced out on Monday the villagers"."""
    return word.casefold() in ("today", "yesterday") or (word.casefold() == "on" and following.endswith("day"))


def _adjective(clause: Clause) -> str:
    """ "ready" of "is ready to"."""
    if clause.lemma not in ("be", "remain", "stand", "seem", "appear"):
        return clause.lemma if clause.passive and clause.lemma in ("prepare", "commit", "determine") else ""
    words = [match.group().casefold() for match in _WORD.finditer(clause.rest.text)][-1:]
    return words[0] if words else ""


def _is_own_wish(clause: Clause) -> bool:
    """ "wants to leave": who wants to do it, rather than have it done."""
    return clause.lemma in ("want", "ask", "request", "require") and (clause.passive or not clause.rest.text.strip())


def _is_demand(clauses: Clauses, clause: Clause) -> bool:
    """Whether "must" stands in what somebody says of others, rather than in the report's own voice."""
    governor = clauses.governor(clause)
    return clause.statement is not None or (governor is not None and governor.lemma in SAYING)
