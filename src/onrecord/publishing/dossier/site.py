"""Pages and scripts on their way to a folder: templates filled, escaped, written as UTF-8 with ``\\n``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.publishing.dossier import chart, wording
from onrecord.publishing.dossier.chronology import shortened
from onrecord.publishing.dossier.evidence import clean, unturned
from onrecord.publishing.dossier.figures import CHART_WIDTH
from onrecord.publishing.dossier.ledger import sparklines
from onrecord.publishing.dossier.ledger.positions import SIDES
from onrecord.publishing.dossier.named_days import time_anchor
from onrecord.publishing.dossier.survey import by_report, page_id

_BREAKS = re.compile(r"\s*\n\s*")
_PACKAGE = "onrecord.publishing.dossier"
_KINDS = {"direct": "quoted in full", "mixed": "quoted in part", "indirect": "paraphrased"}
_NAVIGATION = (
    (
        ("overview", "Overview", "index.html"),
        ("reports", "Reports", "reports/index.html"),
        ("speakers", "Speakers", "speakers/index.html"),
        ("statements", "Statements", "statements/index.html"),
        ("instruments", "Instruments", "instruments/index.html"),
        ("lineage", "Lineage", "lineage/index.html"),
        ("about", "About", "about/index.html"),
    ),
    (
        ("chronology", "Timeline", "timeline.html"),
        ("positions", "Positions", "positions/index.html"),
        ("commitments", "Commitments", "commitments/index.html"),
        ("forecasts", "Forecasts", "forecasts/index.html"),
        ("framing", "Framing", "framing/index.html"),
    ),
)
"""What every page leads to, in groups: (section, label, path)."""


class Group(NamedTuple):
    """Rows that follow each other and have the same ``name``."""

    name: Any
    rows: list[Any]


class Site:
    """A folder that is being filled. Paths are relative to it, with ``/``; names are never taken from reports."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._templates = Environment(
            loader=PackageLoader(_PACKAGE),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=lambda value: unturned(value) if type(value) is str else value,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            kinds=_KINDS,
            chart_width=CHART_WIDTH,
            nav_groups=_NAVIGATION,
            sides=SIDES,
            side_shapes=sparklines.SHAPES,
            filled_sides=sparklines.FILLED,
            spark_height=sparklines.HEIGHT,
        )
        self._templates.filters.update(
            bounds=wording.bounds,
            by_report=by_report,
            candidates=wording.candidates,
            confidence=wording.confidence,
            count=wording.count,
            groupby_in_order=_groups,
            left_out=chart.left_out,
            fewer_breaks=lambda text: _BREAKS.sub("\n", text),
            dating_anchor=lambda span: time_anchor(span.start, span.end),
            weekday=wording.weekday,
            page_id=page_id,
            shortened=shortened,
            web_address=is_web_address,
        )

    def page(self, template: str, path: str, **values: Any) -> None:
        """Fill ``template`` and write it to ``path``."""
        root = "../" * path.count("/")
        self.text(path, self._templates.get_template(template).render(path=path, root=root, **values))

    def text(self, path: str, content: str) -> None:
        """Write ``content`` to ``path``."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(clean(content).encode("utf-8"))

    def copy_assets(self) -> None:
        """Copy the styles and scripts that all pages share."""
        for asset in sorted(resources.files(_PACKAGE).joinpath("assets").iterdir(), key=lambda one: one.name):
            self.text(f"assets/{asset.name}", asset.read_text(encoding="utf-8"))


def _groups(rows: Sequence[Any], attribute: str) -> Iterator[Group]:
    """``rows`` with those of equal ``attribute`` that follow each other together, in the order given."""
    for name, group in groupby(rows, key=attrgetter(attribute)):
        yield Group(name, list(group))


def is_web_address(address: str) -> bool:
    """Whether ``address`` is safe as the target of a link: http or https, with a host, without odd characters."""
    if any(character.isspace() or not character.isprintable() for character in address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
