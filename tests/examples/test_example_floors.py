"""The package as a whole, on the example reports: quality that a change may not take away unnoticed.

The floors lie a little under what was measured, since the arithmetic of the network differs between processors.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import onrecord

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_example_reports_are_understood(tmp_path: Path, scorer: ModuleType) -> None:
    with onrecord.build([scorer.REPORTS], tmp_path / "examples.onrecord", workers=1) as record:
        texts = {report.name: report.text for report in record.reports()}
        score = scorer.score(scorer.load_gold(), record.statements(), texts)
    shown = "\n".join([*score.lines(), *score.remarks])
    assert score.recall >= 0.96, shown
    assert score.precision >= 0.95, shown
    assert score.speakers_right / score.speakers >= 0.77, shown
    assert score.kinds_right / score.found >= 0.95, shown
    stated = re.search(r"(\d+) of (\d+) speakers are right", README.read_text(encoding="utf-8"))
    assert stated, "the README says how many speakers of the example reports are right"
    assert score.speakers_right / score.speakers >= int(stated[1]) / int(stated[2]) - 0.03, shown
