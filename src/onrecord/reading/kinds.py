"""What a file is, by its name and, for a file of unknown name, by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["text", "html", "jsonl", "zip", "warc", "feed"]

_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonlines": "jsonl",
    ".zip": "zip",
    ".wacz": "zip",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".warc.wet": "warc",  # Common Crawl's archives of texts
    ".warc.wet.gz": "warc",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".xml": "feed",
    ".json": "feed",
}

# Files that people do keep reports in. Passing over them without a word would lose reports silently.
_NOT_READ = {
    ".pdf": "a PDF",
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "a rich text document",
    ".epub": "an e-book",
    ".eml": "an e-mail",
    ".msg": "an e-mail",
    ".mht": "a web archive",
    ".mhtml": "a web archive",
    ".webarchive": "a web archive",
    ".arc": "an ARC file, which `warcio recompress` makes a WARC file of",
    ".gz": "a gzip file",
    ".bz2": "a bzip2 file",
    ".xz": "an xz file",
    ".zst": "a Zstandard file",
    ".tar": "a tar file",
    ".tgz": "a tar file",
    ".7z": "a 7-Zip file",
    ".rar": "a RAR file",
}

# Editors' backups, what operating systems strew about, and what Office writes beside an open file.
_SIDECAR = re.compile(
    r"(?:\..*|~\$.*|.*~|#.*#|.*\.(?:bak|swp|tmp|part|crdownload)|Thumbs\.db|desktop\.ini|__MACOSX)", re.IGNORECASE
)

_HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def kind_of(name: str) -> Kind | None:
    """How a file of this name is read; None when its name does not say."""
    return next((kind for suffix in _suffixes(name) if (kind := _KINDS.get(suffix))), None)


def media_type_of(name: str, data: bytes) -> str:
    """``text/html`` or ``text/plain``; the bytes decide only when the name does not."""
    kind = kind_of(name)
    if kind == "html" or (kind is None and looks_like_html(data)):
        return "text/html"
    return "text/plain"


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin as a web page does."""
    return bool(_HTML_START.match(data[:4096]))


def refusal(name: str) -> str:
    """Why a file of a well-known kind is not read, or "" for any other file."""
    if kind_of(name) is not None:
        return ""
    what = next((what for suffix in _suffixes(name) if (what := _NOT_READ.get(suffix))), None)
    return f"{what}: save it as text or HTML" if what else ""


def is_sidecar(name: str, siblings: Collection[str] = ()) -> bool:
    """Whether a file or folder is hidden, a leftover, or the folder of pictures that a saved page brings along."""
    if _SIDECAR.fullmatch(name):
        return True
    if name.endswith("_files"):
        page = name.removesuffix("_files")
        return f"{page}.html" in siblings or f"{page}.htm" in siblings
    return False


def _suffixes(name: str) -> Iterator[str]:
    """Of ``crawl.warc.gz`` first ``.warc.gz``, then ``.gz``; longest first, of at most three parts."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes[-3:]]
    yield from ("".join(suffixes[place:]) for place in range(len(suffixes)))
