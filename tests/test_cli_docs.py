from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from onrecord.cli import exit_codes
from onrecord.cli.program import cli

DOCS = (Path(__file__).parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (onrecord \w+)$(.*?)(?=^## |\Z)", DOCS, flags=re.MULTILINE | re.DOTALL))
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    section = SECTIONS[f"onrecord {name}"]
    assert f"(#onrecord-{name})" in DOCS
    for parameter in cli.commands[name].params:
        if isinstance(parameter, click.Option):
            for option in parameter.opts:
                assert f"`{option}" in section, f"{option} of onrecord {name} is not in docs/cli.md"
        else:
            assert (parameter.metavar or "").strip("[].") in section


def test_no_command_or_option_is_documented_that_does_not_exist() -> None:
    assert set(SECTIONS) == {f"onrecord {name}" for name in cli.commands}
    for heading, section in SECTIONS.items():
        command = cli.commands[heading.split()[1]]
        known = {option for parameter in command.params for option in parameter.opts}
        listed = re.findall(r"^\| (`-.*?) \|", section, flags=re.MULTILINE)
        documented = {option for row in listed for option in OPTION.findall(row)}
        assert documented <= known


def test_every_choice_is_documented() -> None:
    for name, command in cli.commands.items():
        for parameter in command.params:
            if isinstance(parameter.type, click.Choice):
                for choice in parameter.type.choices:
                    assert f"`{choice}`" in SECTIONS[f"onrecord {name}"]


def test_every_exit_code_is_documented() -> None:
    codes = {value for name, value in vars(exit_codes).items() if name.isupper()}
    assert codes == {int(code) for code in re.findall(r"^\| (\d+) \|", DOCS, flags=re.MULTILINE)}


def test_every_key_of_the_summary_is_documented() -> None:
    from onrecord.building import BuildSummary
    from onrecord.cli.build import summary_as_json

    keys = summary_as_json(BuildSummary(Path("k"), 0, 0, (), (), 0, 0, {}, 0.0))
    for key in keys:
        assert f"`{key}`" in SECTIONS["onrecord build"]


def test_every_command_explains_itself() -> None:
    for command in cli.commands.values():
        assert command.help and command.short_help
        assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_every_column_of_the_statements_is_documented() -> None:
    from onrecord.cli.show import _COLUMNS

    for column in _COLUMNS["statements"]:
        assert f"`{column}`" in SECTIONS["onrecord show"]


def test_the_memory_of_a_worker_is_documented() -> None:
    from onrecord.building.capacity import WORKER_BYTES

    assert f"some {WORKER_BYTES // 1_000_000} MB of memory" in SECTIONS["onrecord build"]
