"""Entities and bare ampersands in XML that is not well-formed, as half of all feeds are in some place.

An XML parser that recovers from errors (libxml2) drops bare ampersands, which many a link has, and after the first
error all entities, ``&amp;`` included. Numbers of characters it keeps, so that is what is made of them before.
"""

from __future__ import annotations

import re
from html.entities import html5

_AMPERSAND = re.compile(rb"&(?!#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};)(?:([A-Za-z][A-Za-z0-9]{0,31});)?")
_BEGIN, _END = b"<![CDATA[", b"]]>"
# What may be the first part of a mark or of an entity, at the end of what has come so far.
_UNDECIDED = re.compile(rb"[<&\]][^<&]{0,40}\Z")


class EntitiesAsNumbers:
    """Called with a document's bytes piece by piece, gives them back with the entities that HTML knows as numbers.

    Bare ampersands are escaped, entities that the document may have defined itself are left alone, and so is CDATA.
    """

    def __init__(self) -> None:
        self._kept = b""
        self._in_cdata = False
        self._untouched: bool | None = None

    def __call__(self, piece: bytes) -> bytes:
        if self._untouched is None:
            self._untouched = b"\0" in piece[:100]  # UTF-16 and UTF-32, in which a byte is no character
        if self._untouched:
            return piece
        piece = self._kept + piece
        undecided = _UNDECIDED.search(piece, max(0, len(piece) - 64))
        cut = undecided.start() if undecided else len(piece)
        self._kept = piece[cut:]
        return self._escaped(piece[:cut])

    def rest(self) -> bytes:
        """What was held back, at the end of the document."""
        kept, self._kept = self._kept, b""
        return self._escaped(kept)

    def _escaped(self, piece: bytes) -> bytes:
        parts: list[bytes] = []
        while piece:
            before, mark, piece = piece.partition(_END if self._in_cdata else _BEGIN)
            parts.append(before if self._in_cdata else _AMPERSAND.sub(_numbered, before))
            parts.append(mark)
            if mark:
                self._in_cdata = not self._in_cdata
        return b"".join(parts)


def _numbered(match: re.Match[bytes]) -> bytes:
    if match[1] is None:
        return b"&#38;"
    characters = html5.get(match[1].decode("ascii") + ";")
    return "".join(f"&#{ord(character)};" for character in characters).encode() if characters else match[0]
