"""What the record that is about to be replaced already knows."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from onrecord.building.journal import Journal
from onrecord.building.outcome import Done
from onrecord.building.results import DamagedResult, decode, decode_outline
from onrecord.errors import BuildError, RecordError


def adopt_finished(output: Path, keys: Iterable[str], journal: Journal) -> None:
    """Copy results that the record at ``output`` holds into the journal, as far as it lacks them.

    Raises:
        BuildError: what lies there is not a record, so it is not ours to replace.
    """
    from onrecord.record import open_record

    if not output.exists():
        return
    try:
        with open_record(output) as record, journal.at_once():
            for key in keys:
                result = None if key in journal else record.finished(key)
                if result is not None:
                    with suppress(DamagedResult):
                        report = decode(result)
                        decode_outline(result, report)  # raises if that is what is damaged
                        journal.keep(key, Done(result, len(report.statements)))
    except RecordError as error:
        raise BuildError(
            f"{output} is in the way: {_what_it_is(error, output)}. Move it away or choose another output"
        ) from error


def finished_keys(output: Path) -> frozenset[str]:
    """The keys of the results that the record at ``output`` holds; none if there is no record."""
    from onrecord.record import open_record

    if not output.is_file():
        return frozenset()
    try:
        with open_record(output) as record:
            return frozenset(record.finished_keys())
    except RecordError:
        return frozenset()  # what lies there is told by ``adopt_finished``


def _what_it_is(error: RecordError, output: Path) -> str:
    """What the error says of the file, without the file's name, and without advice that is for readers of records."""
    fault = str(error).split("; ")[0]
    own_name = f"{output} "
    return f"it {fault.removeprefix(own_name)}" if fault.startswith(own_name) else fault
