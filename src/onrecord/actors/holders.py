"""People whom a description means: who holds the office, who was just spoken of, who is named next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.actors.announcements import LEAD, UNNAMED, VAGUE, Announcements, may_be
from onrecord.actors.cast import Cast
from onrecord.actors.entities import Entity, Occurrence, Role
from onrecord.actors.phrases import Phrase
from onrecord.actors.portraits import described_role
from onrecord.actors.roles import is_office, is_private, role_at
from onrecord.actors.salience import Salience
from onrecord.actors.wording import Wording
from onrecord.actors.words import DEFINITE, EPITHETS, word_set
from onrecord.domain import Gender

_FAR = 1.4  # score of a noun that only may stand for the office, three sentences back
_BACK = 150  # tokens
_SOON = 3  # sentences within which somebody who was described is named
_MALE, _FEMALE = word_set("he his him"), word_set("she her hers")


class Holders:
    """Finds the person of a report whom a description means."""

    def __init__(self, cast: Cast, salience: Salience, wording: Wording) -> None:
        self._cast = cast
        self._tokens = cast.tokens
        self._salience = salience
        self._wording = wording
        self._announcements = Announcements(cast, salience)
        self._taken_for: dict[int, Role] = {}  # what people of whom nothing else is said were described as

    def meant(self, phrase: Phrase, ignore: Sequence[tuple[int, int]], *, definite: bool) -> Entity | None:
        """The person whom a phrase means that ends in a role noun; one without a name where nothing tells who.

        ``ignore`` are the token ranges of what the person says. ``definite`` tells that the phrase may speak of
        somebody known.
        """
        gender = phrase.gender or self._told_gender(phrase, ignore)
        if phrase.owner is not None and not phrase.nations:
            owner = self._cast.entity_of(phrase.owner)
            if owner is not None and owner.is_person:
                holder = self.holder(phrase, strict=True) or self._named_next(phrase, but=owner)
                return holder or self._wording.owned_by(phrase, owner)
        if phrase.owned and phrase.owner is None:
            known = bool(self._salience.speakers_near(phrase.first, 8, 0))
            return (None if known else self._only_candidate(phrase)) or self._wording.entity(phrase, "person")
        if definite:
            assert phrase.role is not None
            bare = not self._wording.tells_more(phrase)
            unnamed = self._salience.described_as(frozenset({phrase.role.noun}), phrase.first) if bare else None
            found = (
                unnamed
                or self.holder(phrase, gender=gender)
                or self._varied(phrase)
                or self._announcements.doer(phrase)
            )
            if found is None and (phrase.tenure == "former" or (bare and phrase.determiner == "the")):
                found = self._told_of(phrase) or self._at_hand(phrase, gender)
            if found is not None:
                return found
        elif self._opens_report(phrase):
            found = self.holder(phrase, strict=True, gender=gender)
            if found is not None:
                return found
        else:
            found = self._announcements.officer(phrase)
            if found is not None:
                return found
        if not definite or self._wording.tells_more(phrase) or phrase.tenure == "former":
            return self._wording.entity(phrase, "person")
        return self._told_of(phrase) if phrase.determiner in DEFINITE else None

    def _told_gender(self, phrase: Phrase, contents: Sequence[tuple[int, int]]) -> Gender:
        """What the pronoun says by which what is said begins: "The minister said she had slept"."""
        for first, last in contents:
            at = first + (first < last and self._tokens[first].fold == "that")
            if at < last and not self._tokens[at].quoted and first > phrase.head:
                word = self._tokens[at].fold
                return "m" if word in _MALE else "f" if word in _FEMALE else ""
        return ""

    def holder(self, phrase: Phrase, *, strict: bool = False, gender: Gender = "") -> Entity | None:
        """The person of whom the report says what the phrase does: the nearest of the best fit. Unless ``strict``, one
        of whom it says nothing else may be the one."""
        gender = gender or phrase.gender
        wanted = described_role(phrase)
        at, here = phrase.first, self._tokens[phrase.first].sentence
        best: Entity | None = None
        best_score = 0.0
        seen: set[int] = set()
        near = [(occurrence, True) for occurrence in self._cast.before(at)]
        near += [(occurrence, False) for occurrence in self._cast.after(at)]
        for occurrence, earlier in near:
            entity = occurrence.entity
            if not earlier and best is not None:
                break
            if not entity.is_person or entity.number in seen or (gender and entity.gender not in ("", gender)):
                continue
            if not earlier and not self._may_follow(phrase, occurrence):
                break
            if _is_foreign(entity, phrase):
                continue
            seen.add(entity.number)
            fit = max((known.fits(wanted) for known in entity.roles), default=0)
            distance = min(abs(here - occurrence.sentence), 12)
            if wanted.noun in VAGUE and distance > 2 and all(known.noun != wanted.noun for known in entity.roles):
                continue
            score = fit - 0.2 * distance - (0.0 if earlier else 0.5)
            if fit and (best is None or score > best_score):
                best, best_score = entity, score
        if best is not None and best_score <= _FAR and not (wanted.ties or wanted.modifiers or strict):
            # A word for what somebody also is, far away: rather the one just spoken of.
            return self._roleless_at_hand(phrase, gender) or best
        return best or (None if strict else self._only_candidate(phrase))

    def _may_follow(self, phrase: Phrase, occurrence: Occurrence) -> bool:
        """Whether somebody may be described before he is named: in what opens a report, else only right before."""
        here = self._tokens[phrase.first]
        return here.headline or here.paragraph <= 2 or occurrence.sentence - here.sentence <= _SOON

    def _roleless_at_hand(self, phrase: Phrase, gender: Gender) -> Entity | None:
        person = self._salience.person_at_hand(phrase.first, {"m": "he", "f": "she"}.get(gender))
        return person if person is not None and not person.roles and not person.described else None

    def _only_candidate(self, phrase: Phrase) -> Entity | None:
        """The one person near of whom nothing else is said: "Russia's foreign minister said … Sergei Lavrov said"."""
        office = phrase.role is not None and (" " in phrase.role.noun or self._leads(phrase))
        if not phrase.ties and not phrase.modifiers and not phrase.owned and not office:
            return None
        soon = self._named_next(phrase)
        if soon is not None:
            return soon
        # One who was named before and of whom nothing was said that is like it is somebody else.
        known = {one.entity.number for one in self._cast.before(phrase.first)}
        wanted = described_role(phrase)
        again = {number for number, role in self._taken_for.items() if role.ties & wanted.ties}
        candidates = [
            entity
            for entity in self._salience.speakers_near(phrase.first, 4, 6)
            if not entity.roles and may_be(entity, phrase) and " " in entity.name
            if entity.number not in known or entity.number in again
        ]
        if len(candidates) > 1 and not self._salience.speakers_near(phrase.first, 4, 0):
            # The lead says what somebody is, and who that is comes next.
            following = self._salience.speakers_near(phrase.first, 0, 3)[:1]
            candidates = [entity for entity in candidates if entity in following]
        if len(candidates) != 1:
            return None
        token = self._tokens[phrase.first]
        if not token.headline and token.paragraph:  # a headline says less than the text will
            candidates[0].add_role(wanted)
        self._taken_for.setdefault(candidates[0].number, wanted)
        return candidates[0]

    def _leads(self, phrase: Phrase) -> bool:
        """Whether an office opens the report, "The chancellor has …", before anybody is named who speaks."""
        assert phrase.role is not None
        early = self._tokens[phrase.first].paragraph <= LEAD
        return early and is_office(phrase.role.noun) and not self._salience.speakers_near(phrase.first, 8, 0)

    def _named_next(self, phrase: Phrase, but: Entity | None = None) -> Entity | None:
        """The speaker whose name comes next in the paragraph, and for the first time: "Peru's premier disagreed. "No,"
        Ana Quist said."."""
        here = self._tokens[phrase.first]
        if here.headline:
            return None
        known = {one.entity.number for one in self._cast.before(phrase.first)}
        found = [
            entity
            for entity in self._salience.speakers_near(phrase.first, 0, 2)
            if entity.number not in known and entity is not but and not (entity.described or entity.roles)
            if may_be(entity, phrase)
        ]
        inside = any(
            one.entity in found[:1] and self._tokens[one.first].paragraph == here.paragraph
            for one in self._cast.after(phrase.first, 30)
        )
        if len(found) != 1 or not inside or " " not in found[0].name:
            return None
        found[0].add_role(described_role(phrase))
        return found[0]

    def _told_of(self, phrase: Phrase) -> Entity | None:
        """Who was told of by more words a little before: "the rebels' chief negotiator … the negotiator"."""
        assert phrase.role is not None
        for at in range(phrase.first - 1, max(-1, phrase.first - _BACK), -1):
            role = role_at(self._tokens, at)
            if role is None or role.noun != phrase.role.noun or role.plural or self._tokens[at].headline:
                continue
            after = self._cast.reader.name_at(role.last) if role.last < len(self._tokens) else None
            known = self._cast.reader.before(role.last) if after is None else None
            if (
                known is not None
                and known.role == role
                and known.head + 1 == role.last
                and self._wording.tells_more(known)
            ):
                return self._wording.entity(known, "person")
        return None

    def _opens_report(self, phrase: Phrase) -> bool:
        """Whether it is the lead's "A council leader has …", of whom the next sentence gives the name."""
        assert phrase.role is not None
        token = self._tokens[phrase.first]
        if phrase.determiner not in ("a", "an") or token.paragraph > LEAD or not token.opens:
            return False
        return phrase.role.noun not in VAGUE | UNNAMED and not self._salience.speakers_near(phrase.first, 8, 0)

    def _at_hand(self, phrase: Phrase, gender: Gender) -> Entity | None:
        """The person just spoken of, of whom "the activist" or "the former minister" tells what nobody said before."""
        pronoun = {"m": "he", "f": "she"}.get(gender)
        person = self._salience.person_at_hand(phrase.first, pronoun)
        if person is None or person.described:
            person = self._salience.only_person_named(phrase.first, pronoun)
        if person is None:
            return None
        wanted = described_role(phrase)
        if wanted.former:  # who holds an office has not left it
            return None if any(replace(known, former=True).fits(wanted) for known in person.roles) else person
        return person if self._may_also_be(person, wanted.noun) else None

    @staticmethod
    def _may_also_be(person: Entity, noun: str) -> bool:
        """Whether one may call a person so of whom the report has said other things: no office is involved."""
        nouns = [known.noun for known in person.roles]
        return not nouns or all(is_private(each) for each in (noun, *nouns))

    def _varied(self, phrase: Phrase) -> Entity | None:
        """The person just spoken of, when the phrase only varies the name: "the New York businessman"."""
        assert phrase.role is not None
        words = phrase.head - phrase.first
        placed = any(self._is_place(at) for at in range(phrase.first, phrase.head))
        if words < 2 or phrase.following or phrase.determiner != "the":
            return None
        if phrase.role.noun not in EPITHETS and not placed:
            return None
        pronoun = {"m": "he", "f": "she"}.get(phrase.gender)
        person = self._salience.person_at_hand(phrase.first, pronoun)
        ruling = phrase.role.noun in VAGUE and bool(phrase.nations)
        if ruling and person is not None and not any(known.nations & phrase.nations for known in person.roles):
            return None  # "the French leader" is not one of whom nothing French was said
        if person is None or any(known.party and phrase.party not in ("", known.party) for known in person.roles):
            return None
        other_office = any(known.noun not in EPITHETS for known in person.roles)
        return None if phrase.role.noun not in EPITHETS and other_office else person

    def _is_place(self, at: int) -> bool:
        name = self._cast.reader.name_at(at)
        return name is not None and name.form == "thing"


def _is_foreign(entity: Entity, phrase: Phrase) -> bool:
    """Whether all that is said of somebody ties them to other states than the phrase does."""
    nations = frozenset[str]().union(*(known.nations for known in entity.roles))
    return bool(phrase.nations and nations and not phrase.nations & nations)
