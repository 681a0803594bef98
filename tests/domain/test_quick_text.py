"""Abbreviations: when a word gives way, which ones are doubted, where the cursor goes (L1, L12)."""

from __future__ import annotations

import unicodedata

import pytest

from dialogue_desktop.domain.quick_text import (
    CURSOR,
    Laid,
    Shorthand,
    doubt,
    expand,
    initials_of,
    joined,
    laid,
    table,
    with_cursor_mark,
)
from dialogue_desktop.domain.syllables import changed_by_telex, changed_by_vni, is_syllable

KNOWN = {
    "dtt": "đường trục thôn",
    "qsdđ": "quyền sử dụng đất",
    "kv1": "khu vực 1",
    "bcbv": "Báo cáo bà con về việc «…»",
    "gv": "giao «…» thực hiện trước ngày «…»",
}


def after(before: str) -> str:
    """What stands before the cursor then, the cursor itself as a bar where it goes inside."""
    made = expand(before, KNOWN)
    if made is None:
        return before
    text, at = made.laid.text, made.laid.cursor
    shown = text if at is None else f"{text[:at]}|{text[at:]}"
    return before[: made.start] + shown + before[made.end :]


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("dtt ", "đường trục thôn "),
        ("Sửa dtt.", "Sửa đường trục thôn."),
        ("Sửa dtt\n", "Sửa đường trục thôn\n"),
        ("(dtt)", "(đường trục thôn)"),
        ("- dtt,", "- đường trục thôn,"),
        ("“dtt”", "“đường trục thôn”"),
        ("Dtt ", "Đường trục thôn "),
        ("ở kv1;", "ở khu vực 1;"),
        ("có qsdđ ", "có quyền sử dụng đất "),
        (unicodedata.normalize("NFD", "QSDĐ "), unicodedata.normalize("NFD", "QSDĐ ")),
        ("dtt", "đường trục thôn"),  # the text is left
        ("bcbv ", "Báo cáo bà con về việc "),
        ("Gv ", "Giao | thực hiện trước ngày ……… "),
    ],
)
def test_the_ended_word_gives_way(before: str, then: str) -> None:
    """L1: behind a blank, Enter or a mark; a capital stays, the cursor goes to its place."""
    assert after(before) == then


@pytest.mark.parametrize(
    "before",
    ["", " ", "dttx ", "xdtt ", "12dtt ", "a/dtt ", "v.dtt ", "ubnd@dtt ", "a-dtt ", "DTT ", "dTt ", "dtt  "],
)
def test_other_words_stay(before: str) -> None:
    """L1: never in the middle of a word or an address, never a word in capitals, only once."""
    assert after(before) == before


@pytest.mark.parametrize("short", ["ban", "da", "thu", "được", "uy", "tien", "ngh", "km", "ok"])
def test_words_that_people_type_are_doubted(short: str) -> None:
    """L1: a syllable, with or without accents, would be replaced while one means it."""
    wrong = doubt(Shorthand("1", short, "một cụm từ dài hơn"))
    typed = is_syllable(short) or short == "km"
    assert (wrong is not None and wrong.may_stay and wrong.idle) == typed
    assert typed == (short not in ("ngh", "ok"))
    assert doubt(Shorthand("1", short, "một cụm từ dài hơn", sure=True)) is None


@pytest.mark.parametrize(
    ("short", "telex", "vni"),
    [
        ("aa", True, False), ("dd", True, False), ("qsdd", True, False), ("bas", True, False),
        ("bhxx", True, False), ("w", True, False), ("tw", True, False), ("cos", True, False),
        ("dad", True, False), ("ho1", False, True), ("d9", False, True), ("to6", False, True),
        ("dtt", False, False), ("hdnd", False, False), ("ubx", False, False), ("bhxh", False, False),
        ("hs", False, False), ("kv1", False, False), ("cs2", False, False), ("bhyt", False, False),
    ],
)  # fmt: skip
def test_what_a_keyboard_tool_would_change(short: str, telex: bool, vni: bool) -> None:
    """L12: keys of Telex and VNI count only where a syllable could stand."""
    assert (changed_by_telex(short), changed_by_vni(short)) == (telex, vni)


@pytest.mark.parametrize(
    ("short", "text", "words"),
    [
        ("", "đường trục thôn", "Chưa ghi chữ tắt"),
        ("d t", "đường trục thôn", "không được có dấu cách"),
        ("d.t", "đường trục thôn", "chỉ gồm chữ cái và chữ số"),
        ("t", "thôn", "ít nhất hai chữ"),
        ("12", "thôn số mười hai", "cần có chữ cái"),
        ("dtt", "", "Chưa ghi chữ đầy đủ"),
        ("dttp", "dt", "không ngắn hơn"),
        ("bas", "ba sao trên núi", "Gõ Telex"),
        ("ho1", "họ thứ nhất", "Gõ VNI"),
    ],
)
def test_one_sentence_says_what_is_wrong(short: str, text: str, words: str) -> None:
    """G5."""
    wrong = doubt(Shorthand("1", short, text))
    assert wrong is not None
    assert words in wrong.words
    assert wrong.words.endswith(".")


def test_of_two_alike_the_upper_one_holds() -> None:
    """L1: both say so, the lower one does nothing."""
    rows = (Shorthand("1", "dtt", "đường trục thôn"), Shorthand("2", "DTT", "Đảng ủy trực tiếp"))
    first, second = (doubt(row, rows) for row in rows)
    assert first is not None
    assert second is not None
    assert first.words == second.words == "Có hai chữ tắt “dtt”; chỉ dòng đứng trên được dùng."
    assert (first.idle, second.idle) == (False, True)
    assert table(rows, {}) == {"dtt": "đường trục thôn"}


def test_the_table_holds_only_what_is_free_of_doubt() -> None:
    """L1: doubted ones wait until somebody is sure; marks are filled in."""
    rows = (
        Shorthand("1", "thu", "thủ tục"),
        Shorthand("2", "ban", "Ban quản lý", sure=True),
        Shorthand("3", "cqx", "{co_quan} kính báo"),
        Shorthand("4", "ch o", "không bao giờ"),
    )
    assert table(rows, {"co_quan": "Ủy ban nhân dân xã Minh Khê"}) == {
        "ban": "Ban quản lý",
        "cqx": "Ủy ban nhân dân xã Minh Khê kính báo",
    }


@pytest.mark.parametrize("typed", ["«...»", "«…»", "<<…>>", "{...}", "« »", "{}"])
def test_the_place_of_the_cursor_may_be_typed_in_many_ways(typed: str) -> None:
    """L1: guillemets stand on no Vietnamese keyboard."""
    assert with_cursor_mark(f"giao {typed} làm") == f"giao {CURSOR} làm"
    assert with_cursor_mark("«cơ quan» {xa}") == "«cơ quan» {xa}"


@pytest.mark.parametrize(
    ("before", "text", "behind", "made"),
    [
        ("", "Giao «…» làm.", "", Laid("Giao  làm.", 5)),
        ("Xin hỏi", "Giao «…» làm.", "", Laid(" Giao  làm.", 6)),
        ("Xin hỏi ", "Xong.", "tiếp", Laid("Xong. ", 5)),
        ("Xin hỏi:\n", "trả lời: «…»", "", Laid("trả lời: ", 9)),
        ("(", "Xong", ")", Laid("Xong", 4)),
    ],
)
def test_a_ready_text_stands_free_of_its_neighbours(before: str, text: str, behind: str, made: Laid) -> None:
    """L1: with the blanks that it needs, and none more."""
    assert joined(before, laid(text), behind) == made


def test_first_letters_are_proposed() -> None:
    """L1."""
    assert initials_of("Đường trục  thôn") == "dtt"
    assert initials_of("kênh") == ""
    assert initials_of("một câu rất dài có đến hơn tám tiếng thì thôi") == ""
