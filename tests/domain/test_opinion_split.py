"""One text cut into two or more opinions: where, and what goes with the cut (L3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.opinion_split import counted_parts, cut, tidied

TWO = "Kênh mương đội 4 sạt lở hai năm nay. Bãi rác đầu làng bốc mùi, đề nghị chuyển đi."


def test_the_text_is_cut_where_the_cursor_stands() -> None:
    at = TWO.index("Bãi")
    expected = ("Kênh mương đội 4 sạt lở hai năm nay.", "Bãi rác đầu làng bốc mùi, đề nghị chuyển đi.")
    assert cut(TWO, at) == expected
    assert cut(TWO, at - 1) == expected  # before the space
    assert cut(TWO, at - 2) == expected  # before the full stop, which stays with its sentence
    assert cut(TWO, at + 2) == expected  # within the word


@pytest.mark.parametrize("at", [0, len(TWO), len(TWO) - 1])
def test_nothing_is_cut_off_at_the_ends(at: int) -> None:
    assert cut(TWO, at) is None


def test_what_is_marked_becomes_the_next_opinion() -> None:
    text = "Điện yếu vào buổi tối. Đường vào xóm Đình chưa có đèn. Xin sửa sớm đường điện."
    start = text.index("Đường vào")
    end = text.index(" Xin")
    assert cut(text, start, end) == (
        "Điện yếu vào buổi tối. Xin sửa sớm đường điện.",
        "Đường vào xóm Đình chưa có đèn.",
    )
    assert cut(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2. cống thoát nước bị tắc", "Cống thoát nước bị tắc"),
        ("(2) cống tắc", "Cống tắc"),
        ("2/ cống tắc", "Cống tắc"),
        ("- cống tắc", "Cống tắc"),
        ("Thứ hai, cống tắc", "Cống tắc"),
        ("ý thứ hai là cống tắc", "Cống tắc"),
        ("Hai là, cống tắc", "Cống tắc"),
        # What may mean something else stays.
        ("Thứ hai, ngày 4/5 xe rác không đến", "Thứ hai, ngày 4/5 xe rác không đến"),
        ("Thứ hai tuần trước tôi đã hỏi", "Thứ hai tuần trước tôi đã hỏi"),
        ("2.500 hộ chưa có nước", "2.500 hộ chưa có nước"),
        ("30/6 là hạn xã hứa", "30/6 là hạn xã hứa"),
        ("và đề nghị làm cống", "và đề nghị làm cống"),
        ("2.", "2."),
    ],
)
def test_signs_of_counting_go_only_where_they_are_unmistakable(said: str, kept: str) -> None:
    assert tidied(said) == kept


def test_a_sign_of_counting_before_the_cursor_goes_too() -> None:
    text = "Đường hỏng. 2. Đèn đường tối. Theo khoản 2. Luật Đất đai, xã phải đo lại."
    assert cut(text, text.index("Đèn")) == ("Đường hỏng.", text[text.index("Đèn") :])
    at = text.index("Luật")
    assert cut(text, at) == ("Đường hỏng. 2. Đèn đường tối. Theo khoản 2.", text[at:])


def test_a_text_that_counts_itself_is_cut_into_all_its_parts() -> None:
    text = "Tôi có ba ý: 1) đường trục xuống cấp; 2) cống tắc. 3) nhà văn hóa dột."
    assert counted_parts(text) == (
        "Tôi có ba ý: đường trục xuống cấp;", "Cống tắc.", "Nhà văn hóa dột.",
    )  # fmt: skip
    assert counted_parts("- đường trục xuống cấp\n- cống tắc") == ("Đường trục xuống cấp", "Cống tắc")


@pytest.mark.parametrize(
    "text",
    [
        TWO,
        "",
        "1) chỉ có một ý",
        "2) bắt đầu từ hai 3) rồi ba",
        "Theo khoản 1. Điều 2. Luật Đất đai",
        "Sửa 1.2 km",
    ],
)
def test_a_text_that_does_not_count_is_left_whole(text: str) -> None:
    assert counted_parts(text) == ()


@given(st.text(alphabet="aăđ 2.1)(-–,;\n", max_size=40), st.integers(0, 45), st.integers(0, 45))
def test_no_word_is_lost_by_a_cut(text: str, start: int, end: int) -> None:
    """Whatever is typed: every letter stands on one of the sides, none of them empty."""
    found = cut(text, min(start, len(text)), min(end, len(text)))
    if found is not None:
        letters = sorted(char.lower() for char in text if char.isalpha())
        assert sorted(char.lower() for char in "".join(found) if char.isalpha()) == letters
        assert all(any(char.isalnum() for char in part) for part in found)
