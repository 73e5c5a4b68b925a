"""Encodings: what bytes become, and what is said of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UnreadableReport
from onrecord.reading.encoding import decode, known_encoding, refuse_binary

RUSSIAN = "Министр заявил, что переговоры продолжатся. Россия выступает против этого решения, сказал он. " * 3
SERBIAN = (
    "Ministar je izjavio da će se pregovori nastaviti. Šef delegacije kaže da očekuje težak razgovor, žustar i dug."
)
ENGLISH = "“We won’t sign,” she said – not in Orašac, not at the café, not ever. "


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-8"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    text = "Crna Gora – “ne”\r\n\u00a0\u200f😀 e\u0301 and so on, at some length."
    decoded, used = decode(text.encode(encoding))
    assert decoded == text
    assert used.startswith(encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be"))


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [(RUSSIAN, "cp1251", "cp1251"), (RUSSIAN, "koi8_r", "koi8-r"), (SERBIAN, "cp1250", "cp1250")],
)
def test_an_encoding_is_recognised_by_its_letters(text: str, encoding: str, label: str) -> None:
    assert decode(text.encode(encoding)) == (text, label)


def test_a_few_curly_quotes_are_windows_1252() -> None:
    text = "The envoy said the talks would go on in Vienna. " * 20 + "“It’s late.”"
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_a_declared_encoding_is_believed_unless_the_bytes_are_utf8() -> None:
    assert decode("žena".encode("iso8859-2"), "iso-8859-2") == ("žena", "iso8859-2")
    assert decode("žena".encode(), "iso-8859-2") == ("žena", "utf-8")
    assert decode("“né”".encode("cp1252"), "iso-8859-1") == ("“né”", "cp1252")


def test_damaged_utf8_stays_utf8_and_the_damage_is_counted() -> None:
    data = ENGLISH.encode() + b"\xff\xfe broken \x80"
    text, used = decode(data)
    assert text == ENGLISH + "\ufffd\ufffd broken \ufffd"
    assert used == "utf-8 (3 bytes replaced)"


def test_a_replacement_character_of_the_original_is_not_counted() -> None:
    assert decode(("\ufffd" + ENGLISH).encode() + b"\xff")[1] == "utf-8 (1 byte replaced)"


@pytest.mark.parametrize(
    "label", ["rot13", "hex", "zip", "unicode_escape", "utf-7", "idna", "nonsense", "", None, "\x00"]
)
def test_a_page_cannot_choose_a_codec_that_is_no_charset(label: str | None) -> None:
    assert known_encoding(label) is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b"%PDF-1.7 \n", "a PDF, not text"),
        (b"PK\x03\x04abc", "a zip file or an Office document, not text"),
        (b"\x89PNG\r\n\x1a\n", "a picture, not text"),
        (bytes(range(256)) * 20, "binary data, not text"),
        (b"\x00" * 1000, "binary data, not text"),
        (b"abc\x00\x00\x00\x00\x00" * 10, "binary data, not text"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport) as caught:
        refuse_binary(data)
    assert caught.value.reason == reason


def test_a_few_nul_bytes_are_kept() -> None:
    data = b"The minister\x00said no.\x00 " + b"He left. " * 30
    refuse_binary(data)
    assert decode(data)[0] == data.decode()


@given(st.binary(max_size=400), st.none() | st.text(max_size=10))
def test_decoding_never_fails(data: bytes, declared: str | None) -> None:
    text, used = decode(data, declared)
    assert used
    text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf8_comes_back_to_the_letter(text: str) -> None:
    if not text.startswith("\ufeff") and "\x00" not in text:
        assert decode(text.encode()) == (text, "utf-8")
