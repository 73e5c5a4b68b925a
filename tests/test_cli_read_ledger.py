"""``onrecord read`` shows what a report tells of commitments and forecasts, and what is not to be as such."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ledger_samples import GUILD, lock, port

from onrecord.cli.report_text import print_report


def test_commitments_and_forecasts_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    print_report(port())
    shown = capsys.readouterr().out
    assert (
        "1 commitment:\n-  Tarn | will not | NOT: close the Narrow Canal | if Vesk lifts its toll by 1 June | by"
        in shown
    )
    expected = "Pilots’ Guild | expects | a strike on Sunday or Monday | 2019-06-09 to 2019-06-10"
    assert f"1 forecast:\n-  {expected}" in shown


def test_who_is_not_named_is_not_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    (declaration,), (expectation,) = lock().declarations, port().expectations
    print_report(replace(lock(), declarations=(replace(declaration, actor=None),)))
    assert "-  nobody named | would not | NOT: be closed\n" in capsys.readouterr().out
    assert expectation.actor == GUILD
    print_report(replace(port(), expectations=(replace(expectation, actor=None),)))
    assert "-  the report | expects |" in capsys.readouterr().out
