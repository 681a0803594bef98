"""The model of the tools is right: its streams, played on a model of a field, give every sentence (L12)."""

from __future__ import annotations

import unicodedata

import pytest

from tests.ui.vietnamese.engine import Method
from tests.ui.vietnamese.keys_of import Habit, keys_of, shown, states
from tests.ui.vietnamese.sentences import sentences, written
from tests.ui.vietnamese.strokes import TOOLS, Act, Rewrite, Tool, stands, strokes

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


@pytest.mark.parametrize(
    ("keys", "method", "modern", "steps"),
    [
        ("hofan", Method.TELEX, False, ["h", "ho", "hò", "hòa", "hoàn"]),
        ("hoaf", Method.TELEX, True, ["h", "ho", "hoa", "hoà"]),
        ("duongdwf", Method.TELEX, False, ["d", "du", "duo", "duon", "duong", "đuong", "đương", "đường"]),
        ("thuown", Method.TELEX, False, ["t", "th", "thu", "thuo", "thuơ", "thươn"]),
        ("xooong", Method.TELEX, False, ["x", "xo", "xô", "xoo", "xoon", "xoong"]),
        ("ass", Method.TELEX, False, ["a", "á", "as"]),
        ("Exxcel", Method.TELEX, False, ["E", "Ẽ", "Ex", "Exc", "Exce", "Excel"]),
        ("www", Method.TELEX, False, ["ư", "w", "ww"]),
        ("DDUR", Method.TELEX, False, ["D", "Đ", "ĐU", "ĐỦ"]),
        ("quas", Method.TELEX, False, ["q", "qu", "qua", "quá"]),
        ("gias", Method.TELEX, False, ["g", "gi", "gia", "giá"]),
        ("huouw", Method.TELEX, False, ["h", "hu", "huo", "huou", "hươu"]),
        ("d9uo72ng", Method.VNI, False, ["d", "đ", "đu", "đuo", "đuơ", "đuờ", "đườn", "đường"]),
        ("12/4/2026"[:2], Method.VNI, False, ["1", "12"]),
        ("A44", Method.VNI, False, ["A", "Ã", "A4"]),
    ],
)
def test_keys_of_unikey(keys: str, method: Method, modern: bool, steps: list[str]) -> None:
    """What UniKey shows after each key."""
    assert list(states(keys, method, modern)) == steps


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_streams_give_the_sentences(tool: Tool) -> None:
    for sentence in sentences():
        assert stands(strokes(sentence, tool)) == sentence


def test_every_word_has_keys_in_every_habit() -> None:
    for habit in Habit:
        for method in Method:
            for word in ("hòa", "hoà", "thúy", "thuý", "khuỷu", "Ưởng", "ĐỂ", "Kđăm", "Excel", "A4", "goòng"):
                keys, modern = keys_of(word, method, habit)
                assert shown(keys, method, modern) == word


def test_bursts_look_like_those_of_unikey() -> None:
    """ "đường", tone last: one Backspace makes đ, two make ươ after the n, and so on."""
    tool = Tool(Method.TELEX, Habit.TONE_LAST, Rewrite.BACKSPACE)
    signs = {Act.BACK: "<"}
    stream = [signs.get(one.act, one.text) for one in strokes("đường ", tool)]
    assert "".join(stream) == "d<đuo<ơ<<ương<<<ờng "


def test_the_sentences_are_real_and_whole() -> None:
    """NFC, no two alike, every letter of the alphabet small and large, names and signs of the highlands."""
    every = sentences()
    assert len(every) == len(set(every)) >= 1000
    text = "".join(every)
    assert text == unicodedata.normalize("NFC", text)
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES} | {"đ"}
    assert letters - set(text) == set()
    assert {letter.upper() for letter in letters} - set(text) == set()
    for word in (
        "H'Hen Niê",
        "K'Sor",
        "m²",
        "hòa",
        "hoà",
        "Thuý",
        "Thúy",
        "12/9/2025",
        "“",
        "–",
        "Ộ",
        "Ỡ",
        "Ễ",
    ):
        assert word in text
    assert len(written()) >= 140
