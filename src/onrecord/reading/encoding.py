"""Bytes to characters: which encoding, and how sure."""

from __future__ import annotations

import codecs
import re

from onrecord.errors import UnreadableReport

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its first half
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Encodings that news is found in. Guessing among all that Python knows finds Johab in a French text.
_GUESSED = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "koi8_u"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "cp874", "mac_roman"),
)
# Labels that pages use for what is, byte by byte, a Windows encoding (the WHATWG Encoding Standard says so too).
_ALIASES = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}

_FEW = 3  # bytes above 127 among ASCII letters; a guess from so few is a coin toss
_SAMPLE = 65_536  # bytes that a guess is made from
_NON_ASCII = re.compile(rb"[\x80-\xff]+")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b")) + b"\x7f"
_MAX_CONTROLS = 0.05  # random bytes have 0.1
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip file or an Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The characters of ``data`` and the encoding they were in. Never fails, changes no character, drops only the BOM.

    UTF-8 comes first, as text in another encoding is almost never valid UTF-8; then what the page ``declared``; then a
    guess. The second value is the encoding's name, with a note where bytes had to be replaced by U+FFFD: ``utf-8``,
    ``cp1252``, ``utf-8 (3 bytes replaced)``.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_anyway(data[len(mark) :], encoding)
    if utf16 := _utf16_without_mark(data):
        return _decode_anyway(data, utf16)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(data):
        return _decode_anyway(data, "utf-8")
    for candidate in (known_encoding(declared), _guess(data), "cp1252"):
        if candidate:
            try:
                return data.decode(candidate), _label(candidate)
            except UnicodeDecodeError:
                continue
    return _decode_anyway(data, "cp1252")


def refuse_binary(data: bytes) -> None:
    """Raises UnreadableReport when ``data`` is not text, and says what it is if that is easy to see."""
    if not data:
        raise UnreadableReport("empty file")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableReport(f"{what}, not text")
    if data.startswith(tuple(mark for mark, _ in _BOMS)) or _utf16_without_mark(data):
        return
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 3 and controls > len(data) * _MAX_CONTROLS:
        raise UnreadableReport("binary data, not text")


def known_encoding(label: str | None) -> str | None:
    """Python's name for an encoding that a page declares; None for unknown ones and for codecs that aren't charsets."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError):
        return None
    name = _ALIASES.get(name, name)
    allowed = {codecs.lookup(encoding).name for encoding in _GUESSED}
    return name if name in allowed or name.startswith(("iso8859-", "cp12", "utf-8", "utf-16")) else None


def _decode_anyway(data: bytes, encoding: str) -> tuple[str, str]:
    text = data.decode(encoding, "replace")
    # U+FFFD may stand in the original too; only what decoding put there is counted.
    already = data.count("\ufffd".encode(encoding)) if encoding.startswith("utf-") else 0
    replaced = text.count("\ufffd") - already
    note = f" ({replaced} byte{'s' if replaced != 1 else ''} replaced)" if replaced > 0 else ""
    return text, _label(encoding) + note


def _label(encoding: str) -> str:
    return encoding.replace("_", "-")


def _utf16_without_mark(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte, and in no other."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the bytes above 127 form UTF-8 sequences, which does not happen by chance in other encodings."""
    high = sum(len(run) for run in _NON_ASCII.findall(data))
    valid = sum(len(sequence) for sequence in _MULTIBYTE.findall(data))
    return valid > 0.8 * high


def _guess(data: bytes) -> str | None:
    high = sum(len(run) for run in _NON_ASCII.findall(data[:_SAMPLE]))
    letters = sum(len(run) for run in re.findall(rb"[A-Za-z]+", data[:_SAMPLE]))
    if high < 0.01 * letters or (high <= _FEW and high < letters):
        # Too little to go on, and in an English text it is curly quotes, dashes and a few names: Windows-1252.
        return "cp1252"
    from charset_normalizer import from_bytes  # imported when needed: few reports get here

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_GUESSED)).best()
    return best.encoding if best is not None else None
