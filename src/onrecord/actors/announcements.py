"""Whom the headline or the lead only announces: "…, one councillor has warned", "Farmer tells bosses to go"."""

from __future__ import annotations

from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity
from onrecord.actors.phrases import Phrase
from onrecord.actors.portraits import described_role
from onrecord.actors.roles import is_office, is_private
from onrecord.actors.salience import Salience
from onrecord.actors.words import word_set

LEAD = 4  # paragraphs of headline, byline and lead
VAGUE = frozenset({"official", "politician", "executive", "leader"})  # said of almost anybody
UNNAMED = word_set("spokesman spokeswoman spokesperson diplomat aide man woman resident witness expert analyst")


class Announcements:
    """Finds the only speaker of a report whom its opening can mean; nobody where there are several."""

    def __init__(self, cast: Cast, salience: Salience) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._salience = salience

    def officer(self, phrase: Phrase) -> Entity | None:
        """Who holds the office of "one councillor", said in the lead before anybody is named who speaks."""
        assert phrase.role is not None
        lead = phrase.determiner in ("a", "an", "one") and self._tokens[phrase.first].paragraph <= LEAD
        if not lead or not is_office(phrase.role.noun) or phrase.role.noun in VAGUE | UNNAMED:
            return None
        if self._salience.speakers_near(phrase.first, 8, 0):
            return None
        wanted = described_role(phrase)
        found = {
            one.entity.number: one.entity
            for one in self._cast.after(phrase.first)
            if one.entity.is_person and one.entity.number in self._salience.speaking
            if any(known.noun == wanted.noun and known.fits(wanted) for known in one.entity.roles)
            if may_be(one.entity, phrase)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def doer(self, phrase: Phrase) -> Entity | None:
        """Who is said to do, or whose family does, what a headline's noun says: "Farmer" of "Ana Quist, whose family
        has farmed here for a century"."""
        assert phrase.role is not None
        noun = phrase.role.noun
        opens = self._tokens[phrase.first].paragraph == 0 and not phrase.determiner
        if not opens or not noun.endswith("er") or not is_private(noun):
            return None
        verbs = {noun[:-2] + ending for ending in ("s", "ed", "ing")} | {noun[:-1] + ending for ending in ("s", "d")}
        found = {
            one.entity.number: one.entity
            for one in self._cast.after(phrase.first)
            if one.entity.is_person and one.entity.number in self._salience.speaking
            if any(self._tokens[at].fold in verbs for at in self._relative_clause(one.last))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _relative_clause(self, at: int) -> range:
        """The tokens of ", who …," at token ``at``; none where there is no such clause."""
        if self._tokens.word(at) != "," or self._tokens.word(at + 1) not in ("who", "whose"):
            return range(0)
        _, end = self._tokens.sentence_range(self._tokens[at].sentence)
        return range(at + 2, next((last for last in range(at + 2, end) if self._tokens[last].text == ","), end))


def may_be(entity: Entity, phrase: Phrase) -> bool:
    """Whether the gender of a description allows that somebody is meant."""
    return not phrase.gender or entity.gender in ("", phrase.gender)
