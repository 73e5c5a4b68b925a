"""The dossier's pages of instruments: who cites each, in which relation, and where the words stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from record_samples import LAKE_TREATY, write_sample

from onrecord.publishing.dossier import write_dossier
from onrecord.record import open_record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_record(write_sample(tmp_path / "s.onrecord")) as record:
        write_dossier(record, tmp_path / "dossier")
    return tmp_path / "dossier"


def page(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_the_list_has_every_instrument_with_its_relations(folder: Path) -> None:
    index = page(folder, "instruments/index.html")
    assert f'href="../instruments/{LAKE_TREATY.id}.html"' in index
    assert "Lake Treaty" in index
    assert 'class="relation invoked">invoked' in index
    assert 'href="instruments/index.html"' in page(folder, "index.html")


def test_its_page_leads_to_the_marked_words(folder: Path) -> None:
    shown = page(folder, f"instruments/{LAKE_TREATY.id}.html")
    assert "Ada Okoro" in shown
    assert "River Commission, of 1921" in shown
    assert "Article 4" in shown
    (target,) = re.findall(r'class="proof" href="\.\./(reports/[^"]+)"', shown)
    path, _, anchor = target.partition("#")
    report = page(folder, path)
    assert re.search(rf'id="{anchor}"></a><span class="[^"]*cited[^"]*"[^>]*>the Lake Treaty</span>', report)


def test_a_statement_is_shown_with_its_grounds(folder: Path) -> None:
    for name in ("reports", "speakers"):
        assert any(
            "Article 4, Lake Treaty" in file.read_text(encoding="utf-8") for file in (folder / name).glob("*.html")
        )
