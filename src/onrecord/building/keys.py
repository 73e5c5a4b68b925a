"""The key that a report's result is kept under: the same key means the same result."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from onrecord.building.results import FORMAT

if TYPE_CHECKING:
    from onrecord.reading import RawReport


def result_key(raw: RawReport, engine: str) -> str:
    """Hexadecimal SHA-256 of all that a result depends on: the report's bytes, what its container says of it (with the
    file's own name, which may hold a date) and the engine. The folder that it lies in is not part of it."""
    parts = [FORMAT, engine, raw.sha256, raw.media_type, sorted(raw.metadata.items())]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
