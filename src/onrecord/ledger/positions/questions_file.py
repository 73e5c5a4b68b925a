"""The file in which a user names, merges, splits and drops questions: YAML, read strictly, each fault with its line.

name:
  - {question: filling, as: Filling the reservoir, who: E. Quist, when: 2012-05-09, why: plainer}
merge:
  - {questions: [tariff (Norvenia), {question: free trade, opposite: true}], as: The tariff}
split:
  - {question: agreement, words: [interim, partial], as: An interim agreement}
drop:
  - {question: UN Charter, why: nobody is against it}

Questions are called by the names that the record shows, or by their ids; capitals make no difference. ``opposite``
turns the sides of a question round before it is merged. ``split`` takes the positions whose words name one of
``words`` out of a question. Decisions are applied in this order: split, merge, name, drop; each on what those before
it left.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from onrecord.actors.yaml_reader import YamlReader
from onrecord.domain import QuestionVerdict

_SECTIONS = ("name", "merge", "split", "drop")
_WHO = ("who", "when", "why")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a decision calls it; ``opposite`` where its sides are to be turned round."""

    question: str
    opposite: bool = False


@dataclass(frozen=True, slots=True)
class QuestionRuling:
    """One entry of the file. ``called`` is the new name, "" to keep the old one; ``words`` are those that a split "
    "goes by."""

    verdict: QuestionVerdict
    questions: tuple[Asked, ...]
    called: str = ""
    words: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class QuestionsFile:
    """What a file of questions says, in its order. ``text`` is the file as it was given."""

    rulings: tuple[QuestionRuling, ...] = ()
    text: str = ""


NO_QUESTIONS_FILE = QuestionsFile()


def read_questions_file(text: str, name: str) -> QuestionsFile:
    """What the YAML ``text`` of the file ``name`` says.

    Raises:
        InputError: the text is no such file; the message names the file, the line and what should be there.
    """
    return _Reader(name).read(text)


class _Reader(YamlReader):
    def read(self, text: str) -> QuestionsFile:
        sections = self.sections(text, _SECTIONS)
        rulings = (
            *(self._split(node) for node in self._items(sections.get("split"))),
            *(self._merge(node) for node in self._items(sections.get("merge"))),
            *(self._name(node) for node in self._items(sections.get("name"))),
            *(self._drop(node) for node in self._items(sections.get("drop"))),
        )
        return QuestionsFile(rulings, text)

    def _split(self, node: yaml.Node) -> QuestionRuling:
        fields = self._fields(node, ("question", "words", "as"), "an entry under split")
        words = tuple(word.casefold() for word in self._texts(fields["words"]))
        if not words:
            raise self._fault(fields["words"], "a split needs words to go by")
        return QuestionRuling(
            "split", (self._asked(fields["question"]),), self._text(fields["as"]), words, *self._by(fields)
        )

    def _merge(self, node: yaml.Node) -> QuestionRuling:
        fields = self._fields(node, ("questions", "as"), "an entry under merge")
        asked = tuple(dict.fromkeys(self._asked(each) for each in self._items(fields["questions"])))
        if len({each.question for each in asked}) < 2:
            raise self._fault(fields["questions"], "an entry under merge needs two questions or more")
        return QuestionRuling("merge", asked, self._text(fields["as"]), (), *self._by(fields))

    def _name(self, node: yaml.Node) -> QuestionRuling:
        fields = self._fields(node, ("question", "as"), "an entry under name")
        return QuestionRuling(
            "name", (self._asked(fields["question"]),), self._text(fields["as"]), (), *self._by(fields)
        )

    def _drop(self, node: yaml.Node) -> QuestionRuling:
        if isinstance(node, yaml.ScalarNode):
            return QuestionRuling("drop", (self._asked(node),))
        fields = self._fields(node, ("question",), "an entry under drop")
        return QuestionRuling("drop", (self._asked(fields["question"]),), "", (), *self._by(fields))

    def _fields(self, node: yaml.Node, needed: tuple[str, ...], what: str) -> dict[str, yaml.Node]:
        fields = self._mapping(node, (*needed, *_WHO), what)
        for field in needed:
            if field not in fields:
                raise self._fault(node, f"{what} needs {', '.join(needed)}; there is no {field!r}")
        return fields

    def _asked(self, node: yaml.Node) -> Asked:
        if isinstance(node, yaml.MappingNode):
            fields = self._mapping(node, ("question", "opposite"), "a question")
            if "question" not in fields:
                raise self._fault(node, "this needs a question: {question: ..., opposite: true}")
            opposite = self._text(fields["opposite"]).casefold() if "opposite" in fields else "false"
            if opposite not in ("true", "false"):
                raise self._fault(fields["opposite"], "opposite is true or false")
            return Asked(self._text(fields["question"]), opposite == "true")
        return Asked(self._text(node))

    def _by(self, fields: dict[str, yaml.Node]) -> tuple[str, str, str]:
        who, when, why = (self._text(fields[each]) if each in fields else "" for each in _WHO)
        return who, when, why
