"""The file in which a user extends the tables and decides who is who: YAML, read strictly, each fault with its line.

states:
  - {name: Norvenia, code: X-NOR, adjectives: [Norvenian], capitals: [Port Hale]}
bodies:
  - {name: River Commission, kind: body, heads: [commission], aliases: [RC], members: [Norvenia, EG]}
instruments:
  - {name: Treaty of Port Hale, kind: treaty, year: 1921, aliases: [Hale Treaty], parts: {Article 4: [Norvenia, river]}}
people:
  - {name: Ada Okoro, aliases: [A. N. Okoro]}
same:
  - {names: [Ada Okoro, Ada Marsh], who: E. Quist, when: 2012-05-09, why: she married}
different:
  - [{name: John Hale, report: a.txt}, {name: John Hale, report: b.txt}]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

import yaml

from onrecord.actors.rulings import Reference, Ruling
from onrecord.actors.states import all_states, state_named
from onrecord.actors.tables import NO_ADDITIONS, Additions, Row, using
from onrecord.actors.yaml_reader import YamlReader
from onrecord.domain import InstrumentKind, Verdict

_STATE_FIELDS = ("code", "name", "official", "adjectives", "people", "capitals", "aliases", "related")
_BODY_FIELDS = ("name", "kind", "nature", "heads", "aliases", "state", "members", "capitals")
_INSTRUMENT_FIELDS = ("name", "kind", "body", "year", "aliases", "parts", "source")
_LISTS = frozenset({"adjectives", "people", "capitals", "aliases", "related", "heads", "members", "names"})
_BODY_KINDS = ("organisation", "body", "group")
_INSTRUMENT_KINDS: tuple[str, ...] = get_args(InstrumentKind)
_SECTIONS = ("states", "bodies", "instruments", "people", "same", "different")


@dataclass(frozen=True, slots=True)
class ActorsFile:
    """What a file of actors says. ``text`` is the file as it was given."""

    additions: Additions = NO_ADDITIONS
    rulings: tuple[Ruling, ...] = ()
    text: str = ""


NO_ACTORS_FILE = ActorsFile()


def read_actors_file(text: str, name: str) -> ActorsFile:
    """What the YAML ``text`` of the file ``name`` says.

    Raises:
        InputError: the text is no such file; the message names the file, the line and what should be there.
    """
    return _Reader(name).read(text)


class _Reader(YamlReader):
    def read(self, text: str) -> ActorsFile:
        sections = self.sections(text, _SECTIONS)
        states = tuple(self._state(node) for node in self._items(sections.get("states")))
        with using(Additions(states)):
            bodies = tuple(self._body(node) for node in self._items(sections.get("bodies")))
        instruments = tuple(self._instrument(node) for node in self._items(sections.get("instruments")))
        rulings = (
            *(self._person(node) for node in self._items(sections.get("people"))),
            *(self._ruling("same", node) for node in self._items(sections.get("same"))),
            *(self._ruling("different", node) for node in self._items(sections.get("different"))),
        )
        return ActorsFile(Additions(states, bodies, instruments), rulings, text)

    # --- entries

    def _state(self, node: yaml.Node) -> Row:
        row = self._row(node, _STATE_FIELDS, "a state")
        if not row.get("code"):
            known = state_named(row["name"])
            made = "X-" + "".join(letter for letter in row["name"].upper() if letter.isalnum())
            row["code"] = known.code if known is not None else made
        return row

    def _body(self, node: yaml.Node) -> Row:
        row = self._row(node, _BODY_FIELDS, "a body")
        if row.setdefault("kind", "organisation") not in _BODY_KINDS:
            raise self._fault(node, f"kind is {row['kind']!r}; it should be one of {', '.join(_BODY_KINDS)}")
        fields = self._mapping(node, _BODY_FIELDS, "a body")
        if "state" in fields:
            row["state"] = self._code(fields["state"])
        row.setdefault("nature", "seat" if "state" in fields else "international")
        return row

    def _instrument(self, node: yaml.Node) -> Row:
        fields = self._mapping(node, _INSTRUMENT_FIELDS, "an instrument")
        row = {
            field: "; ".join(self._cells(field, value, [self._text(value)] if field not in _LISTS else None))
            for field, value in fields.items()
            if field != "parts"
        }
        if not row.get("name"):
            raise self._fault(node, "an instrument needs a name")
        if row.get("kind", "treaty") not in _INSTRUMENT_KINDS:
            raise self._fault(node, f"kind is {row['kind']!r}; it should be one of {', '.join(_INSTRUMENT_KINDS)}")
        if "parts" in fields:
            row["parts"] = "; ".join(self._parts(fields["parts"]))
        return row

    def _parts(self, node: yaml.Node) -> Iterator[str]:
        """Articles that stand for the instrument, each with the words that must be near."""
        if not isinstance(node, yaml.MappingNode):
            raise self._fault(node, "parts should be written as {Article 5: [words that must be near]}")
        for key, value in node.value:
            words = self._cells("parts", value, self._texts(value))
            if not words or any("," in word for word in words):
                raise self._fault(value, "a part needs words that must be near it, as a list without commas in them")
            yield f"{self._text(key)}: {', '.join(words)}"

    def _row(self, node: yaml.Node, fields: tuple[str, ...], what: str) -> dict[str, str]:
        row: dict[str, str] = {}
        for field, value in self._mapping(node, fields, what).items():
            row[field] = "; ".join(self._cells(field, value, None if field in _LISTS else [self._text(value)]))
        if not row.get("name"):
            raise self._fault(node, f"{what} needs a name")
        return row

    def _cells(self, field: str, value: yaml.Node, cells: list[str] | None = None) -> list[str]:
        """The texts of a list, or ``cells``; none of them may hold what parts the cells of a table."""
        cells = self._texts(value) if cells is None else cells
        if any(";" in cell or "\t" in cell for cell in cells):
            raise self._fault(value, f"{field} holds a semicolon or a tab; give a list instead: [one, other]")
        return cells

    def _code(self, node: yaml.Node) -> str:
        """The code of the state that is called by its code or name."""
        word = self._text(node)
        known = state_named(word)
        if known is None and word not in {state.code for state in all_states()}:
            raise self._fault(node, f"there is no state {word!r}; add it under states")
        return known.code if known is not None else word

    def _person(self, node: yaml.Node) -> Ruling:
        fields = self._mapping(node, ("name", "aliases", "who", "when", "why"), "a person")
        if "name" not in fields:
            raise self._fault(node, "a person needs a name")
        name = self._text(fields["name"])
        aliases = self._texts(fields["aliases"]) if "aliases" in fields else []
        references = tuple(Reference(each) for each in dict.fromkeys([name, *aliases]))
        return Ruling("same", references, *self._circumstances(fields), called=name)

    def _ruling(self, verdict: Verdict, node: yaml.Node) -> Ruling:
        fields: dict[str, yaml.Node] = {}
        names = node
        if isinstance(node, yaml.MappingNode):
            fields = self._mapping(node, ("names", "who", "when", "why"), f"an entry under {verdict}")
            if "names" not in fields:
                raise self._fault(node, f"an entry under {verdict} needs names: a list of two or more")
            names = fields["names"]
        references = tuple(dict.fromkeys(self._reference(each) for each in self._items(names)))
        if len(references) < 2:
            raise self._fault(names, f"an entry under {verdict} needs two names or more")
        return Ruling(verdict, references, *self._circumstances(fields))

    def _reference(self, node: yaml.Node) -> Reference:
        if isinstance(node, yaml.MappingNode):
            fields = self._mapping(node, ("name", "report"), "a name")
            if "name" not in fields:
                raise self._fault(node, "this needs a name: {name: ..., report: ...}")
            return Reference(self._text(fields["name"]), self._text(fields["report"]) if "report" in fields else "")
        return Reference(self._text(node))

    def _circumstances(self, fields: dict[str, yaml.Node]) -> tuple[str, str, str]:
        who, when, why = (self._text(fields[each]) if each in fields else "" for each in ("who", "when", "why"))
        return who, when, why
