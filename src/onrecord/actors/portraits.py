"""What a report says that people are: titles before a name, appositions after it."""

from __future__ import annotations

from onrecord.actors.entities import Entity, Role
from onrecord.actors.names import Name
from onrecord.actors.phrases import Phrase, PhraseReader
from onrecord.actors.roles import RoleAt, role_at
from onrecord.actors.words import PREPOSITIONS, REPORTING

_FOLLOWING = ("successor", "replacement")
_APPOSITION = 30  # tokens


def note_roles(reader: PhraseReader, name: Name, entity: Entity) -> None:
    """Add to ``entity`` the roles and the gender that stand around one of its names."""
    titles = (reader.before(first) for first in {name.first, without_address(reader, name.first)})
    for title in titles:
        if title is not None and is_title(reader, title, name):
            _add(reader, title, entity)
    _note_after(reader, name, entity)
    _note_reversed(reader, name, entity)


def described_role(phrase: Phrase, role: RoleAt | None = None) -> Role:
    """What a phrase says of whom it means; ``role`` where it is not the phrase's own."""
    role = role or phrase.role
    former = phrase.tenure == "former"
    noun = role.noun if role else ""
    return Role(noun, phrase.ties, phrase.modifiers, phrase.party, phrase.extras, former, phrase.nations)


def is_title(reader: PhraseReader, phrase: Phrase, name: Name) -> bool:
    """Whether the phrase right before a name is a title of the one who bears it."""
    role = phrase.role
    if role is None:
        before = role_at(reader.tokens, name.first - 1) if name.first else None
        return before is not None and bool(before.gender)
    at_name = without_address(reader, name.first)
    return role.last == phrase.core and (phrase.core in (name.first, at_name) or phrase.core < phrase.last)


def without_address(reader: PhraseReader, first: int) -> int:
    """Where "Lord" and the like begin right before a name at ``first``, when a title stands before them."""
    role = role_at(reader.tokens, first - 1) if first > 1 else None
    if role is None or role.noun or role.first < 1 or role_at(reader.tokens, role.first - 1) is None:
        return first
    return role.first


def _note_after(reader: PhraseReader, name: Name, entity: Entity) -> None:
    """ "X, Russia's envoy to …", "X, 30, a lawyer", "X is a lawyer"."""
    tokens, at = reader.tokens, name.last
    if at + 2 >= len(tokens):
        return
    if tokens[at].fold in ("is", "was") and tokens[at + 1].fold in ("a", "an", "the"):
        _note_phrase(reader, at + 1, entity)
    elif tokens[at].text == ",":
        aged = tokens[at + 1].text.isdigit() and tokens[at + 2].text == ","
        _note_phrase(reader, at + 3 if aged else at + 1, entity)


def _note_phrase(reader: PhraseReader, at: int, entity: Entity) -> None:
    if at >= len(reader.tokens) or not reader.tokens[at].is_word or reader.tokens[at].fold in REPORTING | PREPOSITIONS:
        return
    phrase = reader.read(at, min(at + _APPOSITION, len(reader.tokens)))
    if phrase is not None and phrase.role is not None and not phrase.role.plural and phrase.named is None:
        _add(reader, phrase, entity)


def _note_reversed(reader: PhraseReader, name: Name, entity: Entity) -> None:
    phrase = reversed_apposition(reader, name)
    if phrase is not None:
        _add(reader, phrase, entity)


def reversed_apposition(reader: PhraseReader, name: Name) -> Phrase | None:
    """The description before a name that stands between commas: "The Russian foreign minister, Sergei Lavrov, …"."""
    tokens = reader.tokens
    first, last = _title_start(reader, name), name.last
    if first < 2 or last >= len(tokens):
        return None
    behind = reader.name_at(last + 1) if tokens[last].fold == "of" and last + 1 < len(tokens) else None
    last = behind.last if behind is not None else last  # "Ambassador Ana Quist of Norway,"
    if tokens[first - 1].text != "," or last >= len(tokens) or tokens[last].text not in ",–—":
        return None
    phrase = reader.before(first - 1)
    if phrase is None or phrase.role is None or phrase.role.plural or phrase.named is not None:
        return None
    if phrase.first >= 2 and tokens[phrase.first - 1].fold == "as" and tokens[phrase.first - 2].fold in _FOLLOWING:
        return phrase  # "her successor as foreign minister, Ana Quist,"
    told = phrase.determiner in ("the", "a", "an", "its", "their", "his", "her", "our")
    return phrase if told or phrase.nations or phrase.owner is not None else None


def _title_start(reader: PhraseReader, name: Name) -> int:
    """Where a name begins with its title: "Water Minister Ana Quist"."""
    title = reader.before(name.first)
    own = title is not None and title.role is not None and not title.determiner and is_title(reader, title, name)
    return title.first if own and title is not None else name.first


def _add(reader: PhraseReader, phrase: Phrase, entity: Entity) -> None:
    role = phrase.role or role_at(reader.tokens, phrase.last - 1)
    if role is None:
        return
    if role.gender:
        entity.genders[role.gender] += 5
    entity.add_role(described_role(phrase, role))
