"""From a pile of reports to a record file: resumable, reproducible, and never half done.

Finding comes first, without analysis, so that the whole is known: what is there, what repeats, what is finished.
Then every unfinished report is analysed by itself and its result kept in the work file. At the end the kept results
are read twice, once for the actors across reports and once for the record; they are never all in memory.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.building.advice import explained
from onrecord.building.capacity import default_workers
from onrecord.building.decided import Decided, DecidedQuestions, load_decided, load_questions
from onrecord.building.given import given_dates, with_given_dates
from onrecord.building.journal import Journal, work_file
from onrecord.building.keys import result_key
from onrecord.building.outcome import Done, Outcome, describe, outcome_of
from onrecord.building.previous import adopt_finished
from onrecord.building.sharded import in_shards, joining, shards_folder
from onrecord.building.stages import Stages, standard_stages
from onrecord.building.stock import Stock, take_stock
from onrecord.building.summary import BuildInterrupted, BuildSummary, Phase, Progress
from onrecord.building.workers import Pool, Task
from onrecord.building.writing import Content, write
from onrecord.errors import BuildError, InputError

if TYPE_CHECKING:
    from onrecord.lineage import Join
    from onrecord.reading import RawReport, Unread
    from onrecord.scale import Engine
    from onrecord.scale.places import Place

OnProgress = Callable[[Progress], None]


def build(
    paths: Iterable[Path | str],
    output: Path | str,
    *,
    workers: int | None = None,
    max_bytes: int | None = None,
    actors: Path | str | None = None,
    questions: Path | str | None = None,
    published: Mapping[str, str] | None = None,
    on_progress: OnProgress | None = None,
    stages: Stages | None = None,
    engine: Engine | None = None,
    shards: str | None = None,
) -> BuildSummary:
    """Build the record ``output`` from the reports at ``paths``.

    A report that can't be read or analysed is listed in the record with its reason; the rest is built. The record's
    bytes depend on the reports and the engine only: not on the order of the paths, the number of workers, or whether
    earlier builds were interrupted. ``output`` is replaced as a whole, at the end.

    Args:
        paths: files, folders, globs or zip files of reports.
        output: the record file. Its folder is made if need be.
        workers: processes to analyse in; when None, as many as there are processor cores and memory for
            (``default_workers``). 1 analyses in this process, which saves starting another; a crash of the analysis
            then ends the build (the next one goes on behind it).
        max_bytes: reports larger than this are quarantined; the reading stage's limit when None.
        actors: a file that extends the tables of states and bodies and says who is who (``docs/cli.md``). Without one,
            the file holds that the record at ``output`` was built with before.
        questions: a file that names, merges, splits and drops questions (``docs/cli.md``); kept in the same way.
        published: dates of publication (``2008-02-17``, ``2008-02``, ``2008-02-13/2008-02-19``) by the reports' names
            or paths. They outweigh all that reports, pages and files say; later builds of the same record keep to
            them until they are given another one, or "".
        on_progress: called after every step.
        stages: what to run instead of Onrecord's own stages, for tests.
        engine: where to find and analyse reports and to join fingerprints (``onrecord.scale``); worker processes and
            numpy when None. The record is the same.
        shards: with an engine, a folder or an address (``s3://…``) in which the shards' files are kept until the record
            is written, and which all of the engine's machines see; when None, the folder of ``output``.

    Raises:
        InputError: there is nothing at ``paths``, a file of actors, questions or dates is faulty, or ``published``
            names what is not there.
        BuildError: the build can't go on. What was finished is kept; the same build again goes on from there.
        BuildInterrupted: Ctrl-C; a KeyboardInterrupt that knows how many results are kept.
    """
    started = time.monotonic()
    given = [_path(path, engine) for path in paths]
    if workers is not None and workers < 1:
        raise BuildError(f"{workers} workers can't work; give 1 or more")
    target = Path(output)
    _make_room(target)
    decided = load_decided(None if actors is None else Path(actors), target)
    asked = load_questions(None if questions is None else Path(questions), target)
    stages = stages or standard_stages(max_bytes, decided.file.additions)
    with explained(target):
        journal = Journal(work_file(target))
    try:
        run = _Run(given, target, stages, decided, asked, journal, on_progress)
        run.date(published or {})
        if engine is None:
            run.find()
            run.reuse()
            run.analyse(workers)
        else:
            run.analyse_on(engine, _place(shards, target), workers)
        content = run.write(None if engine is None else joining(engine, _place(shards, target)))
    except KeyboardInterrupt:
        kept = len(journal)
        journal.close()
        raise BuildInterrupted(kept) from None
    except BaseException:
        journal.close()
        raise
    journal.remove()
    if engine is not None:
        _place(shards, target).clear()
    return BuildSummary(
        output=target,
        reports=content.reports,
        reused=run.reused,
        unread=content.unread,
        duplicates=content.duplicates,
        statements=content.statements,
        actors=content.actors,
        untagged=content.untagged,
        seconds=time.monotonic() - started,
        offices=content.offices,
        decisions=content.decisions,
        actors_file=decided.name,
        actors_file_kept=decided.kept,
        question_decisions=content.question_decisions,
        questions_file=asked.name,
        questions_file_kept=asked.kept,
    )


class _Run:
    """The steps of one build and the counts they share."""

    def __init__(
        self,
        paths: list[Path | str],
        output: Path,
        stages: Stages,
        decided: Decided,
        questions: DecidedQuestions,
        journal: Journal,
        on_progress: OnProgress | None,
    ) -> None:
        self._paths, self._output, self._stages = paths, output, stages
        self._journal, self._on_progress, self._decided = journal, on_progress, decided
        self._questions = questions
        self._stock = Stock()
        self._given: dict[str, str] = {}
        self._missing: set[str] = set()
        self._refused: dict[str, str] = {}
        self._done = self._statements = self.reused = 0

    def date(self, published: Mapping[str, str]) -> None:
        """See which reports a person has dated."""
        self._given = given_dates(published, self._inputs() if published else (), self._output)

    def find(self) -> None:
        """Take stock, without keeping the reports' bytes."""

        def counted() -> Iterator[RawReport | Unread]:
            for item in self._inputs():
                self._done += 1
                self._tell("finding")
                yield item

        self._stock = take_stock(counted(), self._stages.engine)
        if not self._stock.reports and not self._stock.unread:
            shown = ", ".join(map(str, self._paths)) or "no path at all"
            raise InputError(f"no reports found in {shown}; give files or folders of .txt, .html, .jsonl or .warc.gz")
        self._done = 0

    def reuse(self) -> None:
        """See what earlier builds have finished."""
        keys = [report.key for report in self._stock.reports]
        with explained(self._output):
            adopt_finished(self._output, keys, self._journal)
        for key in keys:
            statements = self._journal.statements(key)
            if statements is None:
                self._missing.add(key)
            else:
                self._statements += statements
        self.reused = self._done = len(keys) - len(self._missing)
        self._tell("reading")

    def analyse(self, workers: int | None) -> None:
        """Make sure that there is a result, or a reason why not, for every report."""
        if not self._missing:
            return
        size = min(workers or default_workers(), len(self._missing))
        with Pool(self._stages.prepare, self._stages.work, size) as pool:
            for task, outcome in self._here(pool) if workers == 1 else pool.run(self._tasks()):
                self._missing.discard(task.key)
                self._done += 1
                if isinstance(outcome, Done):
                    with explained(self._output):
                        self._journal.keep(task.key, outcome)
                    self._statements += outcome.statements
                else:
                    self._journal.drop(task.key)
                    self._refused[task.key] = outcome.reason
                self._tell("reading")
        for key in self._missing:
            self._refused[key] = "changed or vanished while the record was being built; build again to have it read"

    def analyse_on(self, engine: Engine, place: Place, workers: int | None) -> None:
        """All of the above, on an engine."""

        def on_shards(reports: int, statements: int) -> None:
            self._done, self._statements = reports, statements
            self._tell("reading")

        found = in_shards(
            self._paths, self._output, self._stages, self._journal, self._given, engine, place, workers, on_shards
        )
        self._stock, self._refused, self._statements = found.stock, found.refused, found.statements
        self.reused = len(found.reused)

    def write(self, join: Join | None = None) -> Content:
        """Write the record and put it in its place."""
        self._done = 0

        def on_report() -> None:
            self._done += 1
            self._tell("writing")

        with explained(self._output):
            return write(
                self._output,
                self._stock,
                self._refused,
                self._journal,
                self._stages,
                self._decided,
                self._questions,
                self._given,
                on_report,
                join,
            )

    def _inputs(self) -> Iterator[RawReport | Unread]:
        """What the reading stage finds, except for the record itself, which may lie among the reports."""
        own = self._output.resolve()
        here = [Path(path) for path in self._paths]
        found = (item for item in self._stages.find(here) if Path(item.location).resolve() != own)
        return (with_given_dates(item, self._given) for item in found)

    def _tasks(self) -> Iterator[Task]:
        """The reports without a result, each once, as they are read."""
        from onrecord.reading import Unread

        waiting = set(self._missing)
        for item in self._inputs():
            if isinstance(item, Unread):
                continue
            key = result_key(item, self._stages.engine)
            if key in waiting:
                waiting.remove(key)
                yield Task(key, item)

    def _here(self, pool: Pool) -> Iterator[tuple[Task, Outcome]]:
        """Analyse in this process, but for reports that an earlier process may have died of."""
        suspects = self._journal.begun()
        try:
            self._stages.prepare()
        except Exception as error:
            raise BuildError(f"the analysis can't start: {describe(error)}") from error
        for task in self._tasks():
            if task.key in suspects:
                yield from pool.run([task])
            else:
                with explained(self._output):
                    self._journal.begin(task.key)
                yield task, outcome_of(self._stages.work, task.raw)

    def _tell(self, phase: Phase) -> None:
        if self._on_progress is None:
            return
        # Where shards find and analyse in one, it is not known before they are finished how many reports there are.
        total = 0 if phase == "finding" else len(self._stock.reports)
        unread = len(self._stock.unread) + len(self._refused)
        self._on_progress(
            Progress(phase, self._done, total, self.reused, unread, len(self._stock.duplicates), self._statements)
        )


def _path(path: Path | str, engine: Engine | None) -> Path | str:
    """A path, or the address of something elsewhere, which an engine can read."""
    if "://" not in str(path):
        return Path(path)
    if engine is None:
        raise InputError(f"{path} is elsewhere: read it with an engine (--engine), or fetch it first (onrecord fetch)")
    return str(path)


def _place(shards: str | None, output: Path) -> Place:
    from onrecord.scale.places import Place, is_address

    if shards is None:
        return Place(str(shards_folder(output)))
    folder = shards.rstrip("/") if is_address(shards) else str(Path(shards).absolute())
    return Place(f"{folder}/{output.name}.shards")


def _make_room(output: Path) -> None:
    """See that ``output`` can be written, before any work is done for it."""
    if output.is_dir():
        raise BuildError(f"{output} is a folder; give the name of a file, such as {output / 'record.onrecord'}")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(f"can't make the folder {output.parent}: {error.strerror}; choose another output") from error
