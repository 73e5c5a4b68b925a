"""``onrecord build``: reports in, record out."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.exit_codes import INTERRUPTED, OK, SOME_UNREAD
from onrecord.cli.progress import shown_progress
from onrecord.cli.terminal import complain, number_of, safe

if TYPE_CHECKING:
    from onrecord.building import BuildSummary
    from onrecord.scale import Engine, EngineName

_MOST_SHOWN = 20


@click.command(short_help="Build a record from reports.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The record.")
@click.option("-w", "--workers", type=click.IntRange(min=1), help="Processes to work in [default: all cores].")
@click.option("--max-bytes", type=click.IntRange(min=1), help="Size above which a report is quarantined.")
@click.option(
    "--actors",
    metavar="FILE.yaml",
    type=click.Path(path_type=Path),
    help="States, bodies, instruments, and who is who [default: as in the record that is replaced].",
)
@click.option(
    "--questions",
    metavar="FILE.yaml",
    type=click.Path(path_type=Path),
    help="How to name, merge, split and drop questions [default: as in the record that is replaced].",
)
@click.option(
    "--published",
    metavar="FILE=DATE",
    multiple=True,
    help="When a report was published, such as 2008-02-17, 2008-02 or 2008-02-13/2008-02-19. May be given repeatedly.",
)
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "spark"]),
    help="Work in shards: on this machine with DuckDB, or on a Spark cluster. The record is the same.",
)
@click.option("--master", metavar="URL", help="The Spark cluster, such as spark://host:7077 or yarn.")
@click.option("--shards", metavar="FOLDER", help="Where shards are kept, seen by all machines [default: beside FILE].")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def build(
    paths: tuple[str, ...],
    output: Path,
    workers: int | None,
    max_bytes: int | None,
    actors: Path | None,
    questions: Path | None,
    published: tuple[str, ...],
    engine: EngineName | None,
    master: str | None,
    shards: str | None,
    quiet: bool,
    as_json: bool,
) -> int:
    """Build a record from reports.

    PATH is a file, a folder, a glob or a zip file of reports: text, HTML, JSON lines, web archives (WARC) or feeds.

    A report that can't be read is quarantined: listed with its reason, while the rest is built. The record replaces
    FILE as a whole at the end. Interrupt the build as you like: the same command again goes on where it stopped, and
    reports that FILE holds already are not analysed again.

    Exit codes: 0 built; 1 failed, FILE is as it was; 2 wrong usage; 3 built, but some reports are quarantined; 130
    interrupted.
    """
    from onrecord.building import BuildInterrupted
    from onrecord.building import build as run

    try:
        with shown_progress(quiet) as on_progress, _engine(engine, master, shards) as running:
            summary = run(
                paths,
                output,
                workers=workers,
                max_bytes=max_bytes,
                actors=actors,
                questions=questions,
                published=_dates(published),
                on_progress=on_progress,
                engine=running,
                shards=shards,
            )
    except BuildInterrupted as interruption:
        finished = number_of(interruption.kept, "report")
        kept = (
            f"{finished} finished and kept: the same command goes on there" if interruption.kept else "nothing is lost"
        )
        complain(f"interrupted. {kept}")
        return INTERRUPTED
    if as_json:
        click.echo(json.dumps(summary_as_json(summary)))
    elif not quiet:
        click.echo("\n".join(describe(summary)))
    return SOME_UNREAD if summary.unread else OK


@contextmanager
def _engine(name: EngineName | None, master: str | None, shards: str | None) -> Iterator[Engine | None]:
    """The engine that was asked for, if one was."""
    if name is None:
        if master is not None or shards is not None:
            raise click.UsageError("--master and --shards are for --engine")
        yield None
        return
    from onrecord.scale import engine_named

    engine = engine_named(name, master)
    try:
        yield engine
    finally:
        engine.close()


def _dates(published: tuple[str, ...]) -> dict[str, str]:
    """Dates by files. The last ``=`` divides the two: no date has one."""
    for pair in published:
        if "=" not in pair:
            raise click.BadParameter(f"{pair!r} has no date; write FILE=DATE", param_hint="--published")
    return {file: written for file, _, written in (pair.rpartition("=") for pair in published)}


def summary_as_json(summary: BuildSummary) -> dict[str, object]:
    """The summary for programs; docs/cli.md says what is in it."""
    return {
        "output": str(summary.output),
        "reports": summary.reports,
        "reused": summary.reused,
        "unread": [{"name": row.name, "reason": row.reason, "sha256": row.sha256} for row in summary.unread],
        "duplicates": [{"name": row.name, "same_as": row.same_as, "sha256": row.sha256} for row in summary.duplicates],
        "statements": summary.statements,
        "actors": summary.actors,
        "offices": summary.offices,
        "actors_file": summary.actors_file or None,
        "decisions": len(summary.decisions),
        "orphaned": [{"verdict": each.verdict, "names": list(each.names)} for each in summary.orphaned],
        "questions_file": summary.questions_file or None,
        "question_decisions": len(summary.question_decisions),
        "orphaned_questions": [
            {"verdict": each.verdict, "names": list(each.names)} for each in summary.question_decisions if each.orphaned
        ],
        "untagged": dict(summary.untagged),
        "seconds": round(summary.seconds, 3),
    }


def describe(summary: BuildSummary) -> list[str]:
    """The summary for people, line by line."""
    counts = [
        number_of(summary.reports, "report"),
        number_of(summary.statements, "statement"),
        number_of(summary.actors, "actor"),
    ]
    lines = [f"{safe(str(summary.output))}: {', '.join(counts)}; {summary.seconds:.1f} s"]
    if summary.reused:
        lines.append(f"  {number_of(summary.reused, 'report')} finished by an earlier build and not analysed again")
    if summary.untagged:
        number = number_of(sum(summary.untagged.values()), "report")
        languages = ", ".join(f"{safe(name) or 'unknown'} {count:,}" for name, count in summary.untagged.items())
        lines.append(
            f"  {number} kept without statements, in languages that the tagger was not trained on: {languages}"
        )
    lines += _of_people(summary)
    lines += _of_questions(summary)
    # In the words of the dossier, so that the two agree.
    if summary.unread:
        lines.append(f"  {number_of(len(summary.unread), 'file')} could not be read:")
        lines += _some([f"{row.name}: {row.reason}" for row in summary.unread])
    if summary.duplicates:
        lines.append(f"  {number_of(len(summary.duplicates), 'file')} with the same bytes as a report:")
        lines += _some(
            [f"{row.name} is the same, byte for byte, as {row.same_as}, which was kept" for row in summary.duplicates]
        )
    file = shlex.quote(safe(str(summary.output)))
    folder = shlex.quote(safe(f"{summary.output.with_suffix('')}-dossier"))
    lines.append(f"Next: onrecord dossier {file} -o {folder}")
    lines.append(f"      onrecord show {file} statements")
    return lines


def _of_people(summary: BuildSummary) -> list[str]:
    """What the file of actors did, and which of its decisions did nothing."""
    if not summary.actors_file:
        return []
    origin = " (kept from the record that was replaced)" if summary.actors_file_kept else ""
    lines = [
        f"  {number_of(len(summary.decisions), 'decision')} about actors, from {safe(summary.actors_file)}{origin}"
    ]
    if summary.orphaned:
        number = number_of(len(summary.orphaned), "decision")
        lines.append(f"  {number} to which nothing in these reports answers any more:")
        lines += _some([f"{each.verdict}: {'; '.join(each.names)}" for each in summary.orphaned])
    return lines


def _of_questions(summary: BuildSummary) -> list[str]:
    """What the file of questions did, and which of its decisions did nothing."""
    if not summary.questions_file:
        return []
    origin = " (kept from the record that was replaced)" if summary.questions_file_kept else ""
    number = number_of(len(summary.question_decisions), "decision")
    lines = [f"  {number} about questions, from {safe(summary.questions_file)}{origin}"]
    orphaned = [each for each in summary.question_decisions if each.orphaned]
    if orphaned:
        lines.append(f"  {number_of(len(orphaned), 'decision')} to which no question answers any more:")
        lines += _some([f"{each.verdict}: {'; '.join(each.names)}" for each in orphaned])
    return lines


def _some(rows: list[str]) -> list[str]:
    shown = [f"    {safe(row)}" for row in rows[:_MOST_SHOWN]]
    if len(rows) > _MOST_SHOWN:
        shown.append(f"    and {len(rows) - _MOST_SHOWN:,} more, which `onrecord show` lists")
    return shown
