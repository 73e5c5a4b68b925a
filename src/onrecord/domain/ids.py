"""Ids that are hashes of what they name, so that the same input gives the same record."""

from __future__ import annotations

import hashlib

_SEPARATOR = "\x1f"


def content_id(prefix: str, *parts: str | int) -> str:
    """``prefix`` and 16 hexadecimal digits of the SHA-256 of ``parts``, e.g. ``s_0f3a…``."""
    joined = _SEPARATOR.join(str(part) for part in parts)
    return f"{prefix}_{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
