"""Old encodings are recognised by the Vietnamese that they give, and good Unicode is left alone (G5)."""

from __future__ import annotations

import unicodedata

import pytest

from dialogue_desktop.exchange.vietnamese_encodings import (
    OldFont,
    UnknownEncoding,
    converted,
    decoded,
    old_font,
)
from tests.exchange.lists import CANAL, LIGHT, ROAD, WATER, as_1258, as_tcvn3, as_vni

TEXT = "\n".join(
    (
        "Kính gửi Ủy ban nhân dân xã Minh Khê. Ông Nguyễn Văn Hưởng, thôn Phú Ấp.",
        ROAD,
        CANAL,
        WATER,
        LIGHT,
        "Quyết định khuyến khích; ngoằn ngoèo, khuỷu tay, thuở xưa, quốc lộ, hòa hoà, thủy thuỷ, xoong, kỵ.",
    )
)


def test_every_letter_of_the_alphabet_is_in_both_tables() -> None:
    """C4: all 67 small letters with marks go there and back, in VNI the capitals too."""
    small = [
        unicodedata.normalize("NFC", base + tone)
        for base in "aăâeêioôơuưy"
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    ]
    letters = "".join((*small, "đ"))
    assert converted(as_tcvn3(letters), OldFont.TCVN3) == letters
    assert converted(as_vni(letters), OldFont.VNI) == letters
    assert converted(as_vni(letters.upper()), OldFont.VNI) == letters.upper()
    assert converted(as_tcvn3("ĂÂÊÔƠƯĐ"), OldFont.TCVN3) == "ĂÂÊÔƠƯĐ"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode("utf-8"), ""),
        (TEXT.encode("utf-8-sig"), ""),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("utf-16-le"), ""),
        (TEXT.encode("utf-16-be"), ""),
        (unicodedata.normalize("NFD", TEXT).encode(), ""),
        (as_1258(TEXT), "Windows-1258"),
        (as_vni(TEXT).encode("cp1252"), OldFont.VNI.value),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-bom", "utf-16-le", "utf-16-be", "nfd", "1258", "vni"],
)
def test_text_of_a_file_comes_out_whole(data: bytes, name: str) -> None:
    """C4, G5: every encoding gives the same text, and an old one is named."""
    found = decoded(data)
    assert unicodedata.normalize("NFC", found.text) == TEXT
    assert found.old == name


def test_tcvn3_is_recognised_and_said() -> None:
    """C4: its capitals with a tone exist only in the .VnTimeH fonts, so they come out small."""
    found = decoded(as_tcvn3(TEXT).encode("cp1252"))
    assert found.old == OldFont.TCVN3.value
    assert found.text.lower() == TEXT.lower()


def test_old_fonts_inside_unicode_files_are_recognised() -> None:
    """C4: Word and Excel keep the codes of an old font as Western letters."""
    for text in (ROAD, WATER, "Lê Văn Tâm", "thôn Phú Ấp"):
        assert old_font(as_tcvn3(text)) is OldFont.TCVN3
        assert old_font(as_vni(text)) is OldFont.VNI


def test_good_unicode_is_left_alone() -> None:
    """C4: Vietnamese, names of other peoples, other languages, signs."""
    for text in (
        TEXT,
        "Y Bhăm Niê",
        "H'Hen Êban",
        "café, naïve, São Paulo",
        "30 m² × 2; ±5°C; § 4",
        "",
        "ABC",
    ):
        assert old_font(text) is None


def test_an_unknown_encoding_is_said_not_guessed() -> None:
    """G5: bytes that give no Vietnamese in any way."""
    with pytest.raises(UnknownEncoding):
        decoded("élève à côté, garçon naïf, où ça".encode("cp1252"))
    with pytest.raises(UnknownEncoding):
        decoded(bytes(range(128, 256)) * 4)
