"""The package as a whole, on the example reports: quality that a change may not take away unnoticed.

The floors lie a little under what was measured, since the arithmetic of the network differs between processors.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import onrecord


def test_the_example_reports_are_understood(tmp_path: Path, scorer: ModuleType) -> None:
    with onrecord.build([scorer.REPORTS], tmp_path / "examples.onrecord", workers=1) as record:
        texts = {report.name: report.text for report in record.reports()}
        score = scorer.score(scorer.load_gold(), record.statements(), texts)
    shown = "\n".join([*score.lines(), *score.remarks])
    assert score.recall >= 0.92, shown
    assert score.precision >= 0.82, shown
    assert score.speakers_right / score.speakers >= 0.77, shown
    assert score.kinds_right / score.found >= 0.95, shown
