"""Reading YAML that people write, strictly: every fault is told with its file and line."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from onrecord.errors import InputError


class YamlReader:
    """Nodes of one YAML file. ``file`` is its name, for messages.

    Every method raises InputError when a node is not what it should be.
    """

    def __init__(self, file: str) -> None:
        self._file = file

    def sections(self, text: str, allowed: tuple[str, ...]) -> dict[str, yaml.Node]:
        """The top-level sections of the file by name; none for an empty file."""
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = f", line {mark.line + 1}" if mark is not None else ""
            raise InputError(f"{self._file}{line}: not valid YAML ({error.problem or error.context})") from error
        except yaml.YAMLError as error:
            raise InputError(f"{self._file}: not valid YAML ({' '.join(str(error).split())})") from error
        return self._mapping(root, allowed, "the file") if root is not None else {}

    def _items(self, node: yaml.Node | None) -> Iterator[yaml.Node]:
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return
        if not isinstance(node, yaml.SequenceNode):
            raise self._fault(
                node, "a list should be here: a line for each entry, beginning with “- ”, or [one, other]"
            )
        yield from node.value

    def _mapping(self, node: yaml.Node, allowed: tuple[str, ...], what: str) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._fault(node, f"{what} should be written as “key: value”, with keys of: {', '.join(allowed)}")
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self._text(key)
            if name not in allowed:
                raise self._fault(key, f"{what} has no {name!r}; there are {', '.join(allowed)}")
            if name in found:
                raise self._fault(key, f"{name!r} stands here twice")
            found[name] = value
        return found

    def _texts(self, node: yaml.Node) -> list[str]:
        if isinstance(node, yaml.ScalarNode):
            return [self._text(node)]
        return [self._text(each) for each in self._items(node)]

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self._fault(node, "a name or another text should be here")
        return " ".join(str(node.value).split())

    def _fault(self, node: yaml.Node, problem: str) -> InputError:
        return InputError(f"{self._file}, line {node.start_mark.line + 1}: {problem}")
