"""A build joins the instruments of its reports, and goes by the instruments of the file of actors."""

from __future__ import annotations

from pathlib import Path

import onrecord

NAMED = "BANJUR, May 3 - The dam would breach UN Security Council Resolution 97, the Norvenian envoy said on Monday.\n"
DESCRIBED = (
    "HALE, May 9 - The tunnel violates an existing Security Council resolution on Norvenia, the mayor said. "
    "It was also contrary to the Hale Rules, she added.\n"
)


def _built(folder: Path, **options: Path) -> onrecord.Record:
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    (reports / "a.txt").write_text(NAMED.replace("The dam", "In Norvenia, the dam"), encoding="utf-8")
    (reports / "b.txt").write_text(DESCRIBED, encoding="utf-8")
    onrecord.build([reports], folder / "r.onrecord", workers=1, **options)
    return onrecord.open(folder / "r.onrecord")


def test_one_instrument_in_two_reports(tmp_path: Path) -> None:
    with _built(tmp_path) as record:
        (one,) = record.instruments()
        assert (one.name, one.reports, one.statements) == ("UN Security Council Resolution 97", 2, 2)
        assert {ground.relation for ground in record.grounds()} == {"breach alleged"}
        assert {ground.report.name for ground in record.grounds()} == {"a.txt", "b.txt"}
        assert any("the only UN Security Council resolution in these reports" in each.because for each in one.mentions)
        assert not record.check()


def test_an_instrument_of_the_users_own(tmp_path: Path) -> None:
    file = tmp_path / "actors.yaml"
    file.write_text("instruments:\n  - {name: Hale Rules, kind: norm}\n", encoding="utf-8")
    with _built(tmp_path, actors=file) as record:
        assert {each.name for each in record.instruments()} == {"UN Security Council Resolution 97", "Hale Rules"}
