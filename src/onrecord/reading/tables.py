"""The lists that ship with this package: agencies, phrases and patterns of site chrome."""

from __future__ import annotations

import re
from importlib import resources

_DEFINITION = re.compile(r"([A-Z]+) = (.*)")


def read_table(name: str) -> list[list[str]]:
    """The rows of a tab-separated file, without its heading."""
    return [line.split("\t") for line in _read(name).splitlines()[1:]]


def read_phrases(name: str) -> dict[str, frozenset[str]]:
    """The classes of phrases in a file of ``[class]`` headings and phrases separated by ``|``."""
    classes: dict[str, set[str]] = {}
    phrases: set[str] = set()
    for line in _read(name).splitlines():
        if line.startswith("["):
            phrases = classes.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            phrases.update(phrase for part in line.split("|") if (phrase := part.strip()))
    return {heading: frozenset(found) for heading, found in classes.items()}


def read_patterns(name: str) -> re.Pattern[str]:
    """One expression for a file of them, one a line; ``NAME = …`` defines what ``<<NAME>>`` stands for."""
    definitions = _definitions(name)
    patterns = [
        re.sub(r"<<([A-Z]+)>>", lambda match: definitions[match[1]], line)
        for line in _read(name).splitlines()
        if line and not line.startswith("# ") and not _DEFINITION.fullmatch(line)
    ]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def read_definition(name: str, defined: str) -> re.Pattern[str]:
    """What a file of expressions defines under one name."""
    return re.compile(_definitions(name)[defined], re.IGNORECASE)


def _definitions(name: str) -> dict[str, str]:
    matches = (_DEFINITION.fullmatch(line) for line in _read(name).splitlines())
    return {match[1]: match[2] for match in matches if match}


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
