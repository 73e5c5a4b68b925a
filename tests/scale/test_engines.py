"""One suite for all engines: the same pairs, the same record to the byte, whoever is killed on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from scale_fakes import fill, stages
from spark_cluster import JAVA, Cluster, waited_for

from onrecord.building import build
from onrecord.building.sharded import shards_folder
from onrecord.errors import BuildError, InputError
from onrecord.lineage.fingerprints import PLACE_BITS
from onrecord.lineage.joining import EACH_WITH_EACH, HUBS, in_process
from onrecord.lineage.words import Ints
from onrecord.reading import list_inputs
from onrecord.record import open_record
from onrecord.scale import ENGINES, Engine, engine_named
from onrecord.scale.places import Place
from onrecord.scale.shards import plan_shards

pytest.importorskip("pyarrow", reason="pyarrow is not installed (make test-engine installs it)")
pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REPORTS = ROOT / "examples" / "reports"
SPARK = ("--engine", "spark", "--master")
SMALL = 1500  # bytes a shard, so that there are some dozen


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    pytest.importorskip("pyspark", reason="PySpark is not installed (make test-engine installs it)")
    if JAVA is None:
        pytest.skip("Java is not installed")
    with Cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


@pytest.fixture
def started(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Engine]]:
    """Starts engines in this process, and ends them."""
    running: list[Engine] = []

    def start(name: str) -> Engine:
        if name == "duckdb":
            pytest.importorskip("duckdb", reason="DuckDB is not installed (make test-engine installs it)")
            running.append(engine_named("duckdb"))
        else:
            on: Cluster = request.getfixturevalue("cluster")
            for key, value in on.environment.items():
                monkeypatch.setenv(key, value)
            running.append(engine_named("spark", on.master))
        return running[-1]

    yield start
    for engine in running:
        engine.close()


def rows(seed: int) -> list[Ints]:
    """Two parts of fingerprints: some in one report only, some in a few, one in 400, some twice in a report."""
    draw = np.random.default_rng(seed)
    parts = []
    for part in range(2):
        hashes = draw.integers(-40, 40, 3000) * 2 + part
        reports, words = draw.integers(0, 60, 3000), draw.integers(0, 500, 3000)
        wide = np.arange(400)
        hashes, reports = np.append(hashes, np.full(400, 1001 + part)), np.append(reports, draw.permutation(wide))
        words = np.append(words, wide)
        parts.append(np.stack([hashes * 2**55 + hashes, reports << PLACE_BITS | words], axis=1).astype(np.int64))
    return parts


def pairs(found: Iterator[tuple[Ints, Ints]]) -> list[tuple[int, int]]:
    return sorted(pair for low, high in found for pair in zip(low.tolist(), high.tolist(), strict=True))


@pytest.mark.parametrize("name", ENGINES)
def test_the_join_is_the_same_on_every_engine_and_drops_nothing_that_is_printed_widely(
    name: str, started: Callable[[str], Engine], tmp_path: Path
) -> None:
    engine = started(name)
    for seed in range(2):
        (tmp_path / str(seed)).mkdir()
        expected = pairs(in_process(rows(seed)))
        assert pairs(engine.join(rows(seed), Place(str(tmp_path / str(seed))))) == expected
        assert len(expected) > 5000
    for folder in ("wide", "empty"):
        (tmp_path / folder).mkdir()
    # A cap on how many reports may share a fingerprint would lose the stories that were printed most.
    assert EACH_WITH_EACH < 400
    wide = np.stack([np.full(400, 7), np.arange(400) << PLACE_BITS], axis=1)
    found = pairs(engine.join([wide], Place(str(tmp_path / "wide"))))
    partners = Counter(high >> PLACE_BITS for _, high in found)
    assert set(partners) == set(range(1, 400)), "every printing is joined"
    assert len(found) == sum(min(later, HUBS) for later in range(1, 400)), "and the cost is linear"
    assert pairs(engine.join([np.empty((0, 2), np.int64)], Place(str(tmp_path / "empty")))) == []


def test_the_record_is_the_same_on_one_process_on_two_and_on_duckdb(
    started: Callable[[str], Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.scale.shards.SHARD_BYTES", SMALL)
    pile = fill(tmp_path / "pile", crash=False)
    build([pile], tmp_path / "one", workers=1, stages=stages())
    build([pile], tmp_path / "two", workers=2, stages=stages())
    summary = build([pile], tmp_path / "duckdb", workers=2, stages=stages(), engine=started("duckdb"))
    whole = (tmp_path / "one").read_bytes()
    assert (tmp_path / "two").read_bytes() == whole
    assert (tmp_path / "duckdb").read_bytes() == whole
    assert {path.name for path in tmp_path.iterdir()} == {"pile", "one", "two", "duckdb"}
    assert {row.name for row in summary.unread} >= {"bad1.txt", "empty.txt", "lines.jsonl#5"}
    with open_record(tmp_path / "duckdb") as record:
        lineage = list(record.lineage())
        assert len(lineage) > 20, "the story that many print"
        assert any(row.name.startswith("cut.warc.gz") for row in record.unread())
        names = [report.name for report in record.reports()]
        assert sum(name.startswith("whole.warc.gz") for name in names) >= 1, "lower-case headers are read"
        assert any("lakewire.example/low" in name for name in names)


def test_a_second_build_takes_over_what_the_record_holds_and_looks_at_what_is_new(
    started: Callable[[str], Engine], tmp_path: Path
) -> None:
    pile = fill(tmp_path / "pile", crash=False)
    build([pile], tmp_path / "usual", workers=1, stages=stages())
    engine = started("duckdb")
    build([pile], tmp_path / "r", workers=1, stages=stages(), engine=engine)
    (pile / "new.txt").write_text("Di Holm said: one more report has come in since the last build of this record\n")
    build([pile], tmp_path / "usual", workers=1, stages=stages())
    again = build([pile], tmp_path / "r", workers=1, stages=stages(), engine=engine)
    assert again.reused == again.reports - 1
    assert (tmp_path / "r").read_bytes() == (tmp_path / "usual").read_bytes()
    assert build([pile], tmp_path / "r", workers=1, stages=stages(), engine=engine).reused == again.reports


def test_what_a_shard_left_to_a_record_that_is_gone_is_done_again(
    started: Callable[[str], Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pile, output = fill(tmp_path / "pile"), tmp_path / "r"
    engine = started("duckdb")
    build([pile], output, workers=2, stages=stages(), engine=engine)
    whole = output.read_bytes()

    def no_room(*arguments: object) -> object:
        raise BuildError("the disk is full")

    with monkeypatch.context() as patched, pytest.raises(BuildError, match="full"):
        patched.setattr(sys.modules["onrecord.building.build"], "write", no_room)
        build([pile], output, workers=2, stages=stages(), engine=engine)
    assert finished(output) > 0
    for each in (output, output.with_name("r.work")):
        each.unlink()
    assert build([pile], output, workers=2, stages=stages(), engine=engine).reused == 0
    assert output.read_bytes() == whole


SCRIPT = """
import sys
sys.path[:0] = sys.argv[1].split(":")
import onrecord.scale.shards
import scale_fakes
from onrecord.building import build
from onrecord.scale import engine_named
onrecord.scale.shards.SHARD_BYTES = int(sys.argv[2])
engine = engine_named(sys.argv[3], sys.argv[4] or None)
tell = lambda now: print(now.phase, now.done, flush=True)
build([sys.argv[5]], sys.argv[6], workers=1, stages=scale_fakes.stages(slow=True), engine=engine, on_progress=tell)
engine.close()
"""


def run_build(
    pile: Path | str, output: Path, engine: str, master: str = "", environment: dict[str, str] | None = None
) -> subprocess.Popen[str]:
    """A build that takes its time, in a process of its own, which prints its progress."""
    path = ":".join(str(HERE.parent / folder) for folder in ("scale", "building", "reading"))
    command = [sys.executable, "-c", SCRIPT, path, str(SMALL), engine, master, str(pile), str(output)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment or dict(os.environ)
    )


def finished(output: Path) -> int:
    return sum(1 for _ in shards_folder(output).glob("*.done"))


def test_a_killed_build_goes_on_with_the_shards_that_are_not_finished(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="DuckDB is not installed (make test-engine installs it)")
    pile = fill(tmp_path / "pile")
    build([pile], tmp_path / "whole", workers=2, stages=stages())
    output = tmp_path / "r"
    killed = run_build(pile, output, "duckdb")
    assert waited_for(lambda: finished(output) >= 5, 60)
    killed.kill()
    killed.communicate()
    kept = finished(output)
    assert not output.exists() and kept >= 5
    rerun = run_build(pile, output, "duckdb")
    told, faults = rerun.communicate(timeout=120)
    assert rerun.returncode == 0, faults
    first = [line for line in told.splitlines() if line.startswith("reading")][kept - 1]
    assert int(first.split()[1]) > 0, "they were told before anything was done"
    assert output.read_bytes() == (tmp_path / "whole").read_bytes()
    assert not shards_folder(output).exists()


def test_the_record_is_the_same_on_a_cluster_that_loses_a_worker_on_the_way(cluster: Cluster, tmp_path: Path) -> None:
    pile = fill(tmp_path / "pile", crash=False)
    (pile / "published.csv").unlink()  # which is not looked for at addresses
    build([pile], tmp_path / "whole", workers=1, stages=stages())
    output = tmp_path / "r"
    running = run_build(pile.as_uri(), output, "spark", cluster.master, cluster.environment)
    begun = waited_for(lambda: finished(output) >= 4 and cluster.has_executors(0) and cluster.has_executors(1), 180)
    if not begun:
        running.kill()
    assert begun, running.communicate()
    assert running.poll() is None, "it is in the middle"
    cluster.kill_worker(1)
    before = finished(output)
    _, faults = running.communicate(timeout=300)
    assert running.returncode == 0, faults
    assert before < len(plan_shards(list_inputs(pile), SMALL)) - 2, "it was not in the middle"
    assert output.read_bytes() == (tmp_path / "whole").read_bytes()


def test_the_command_builds_the_examples_on_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    """With the real stages; of the two workers one may be dead by now."""
    usual = [sys.executable, "-m", "onrecord", "build", str(REPORTS), "--json", "-o"]
    here = subprocess.run([*usual, str(tmp_path / "usual"), "-w", "1"], capture_output=True)
    done = subprocess.run(
        [*usual, str(tmp_path / "spark"), *SPARK, cluster.master],
        env=cluster.environment,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == here.returncode, done.stderr
    assert (tmp_path / "spark").read_bytes() == (tmp_path / "usual").read_bytes()


def test_input_and_shards_may_lie_at_addresses(
    started: Callable[[str], Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of fsspec's file systems one that holds everything in the memory of this process."""
    fsspec = pytest.importorskip("fsspec")
    monkeypatch.setattr("onrecord.scale.shards.SHARD_BYTES", SMALL)
    pile = fill(tmp_path / "pile")
    (pile / "published.csv").unlink()  # which is not looked for at addresses
    elsewhere = fsspec.filesystem("memory")
    elsewhere.put(str(pile), "/pile", recursive=True)
    engine = started("duckdb")
    build([pile], tmp_path / "r", workers=2, stages=stages())
    build(["memory://pile"], tmp_path / "s", workers=2, stages=stages(), engine=engine, shards="memory://work")
    assert elsewhere.find("/work") == []
    assert (tmp_path / "s").read_bytes() == (tmp_path / "r").read_bytes()
    with pytest.raises(InputError, match="memory://nothing"):
        build(["memory://nothing"], tmp_path / "t", stages=stages(), engine=engine)


def test_without_an_engine_an_address_is_no_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--engine"):
        build(["s3://bucket/pile"], tmp_path / "r", stages=stages())


def test_a_cluster_that_is_not_there_is_told(cluster: Cluster, tmp_path: Path) -> None:
    nowhere = subprocess.run(
        [sys.executable, "-m", "onrecord", "build", str(REPORTS), "-o", str(tmp_path / "r"), *SPARK, "no-such-thing"],
        env=cluster.environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert nowhere.returncode == 1
    assert "Spark can't be started" in nowhere.stderr and "Traceback" not in nowhere.stderr


def test_the_master_is_for_spark(tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="DuckDB is not installed (make test-engine installs it)")
    with pytest.raises(BuildError, match="--master is for --engine spark"):
        engine_named("duckdb", "spark://somewhere:7077")
