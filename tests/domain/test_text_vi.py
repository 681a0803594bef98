"""Vietnamese text: entry, search and order (G3, G5, L2, standards §8)."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.text_vi import (
    clean,
    find_all,
    fold,
    fold_map,
    initials,
    name_sort_key,
    nfc,
    one_line,
    repair_lookalikes,
    sort_key,
)

VIETNAMESE_LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
any_text = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from(VIETNAMESE_LETTERS + " '’\u0301\u0323\u0302"))
)


def test_nfd_is_composed_and_spelling_is_kept() -> None:
    """G5: text pasted from macOS or PDF is stored as TCVN 6909 (NFC); tone placement is the writer's."""
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Hoà, xã Hòa Bình")
    assert len(nfc("Nguyễn")) == 6
    assert clean(decomposed).text == "Nguyễn Thị Hoà, xã Hòa Bình"
    assert clean(decomposed).removed == ()


def test_line_ends_and_tabs_survive_cleaning() -> None:
    """G5: lines pasted from Windows, old Mac and Word stay lines."""
    assert clean("một\r\nhai\rba\x0bbốn\u2028năm\tsáu\n").text == "một\nhai\nba\nbốn\nnăm\tsáu\n"


@pytest.mark.parametrize(
    ("dirty", "text", "removed"),
    [
        ("đường\x00 thôn", "đường thôn", ("U+0000",)),
        ("gi\u200báo d\u200dục", "giáo dục", ("U+200B", "U+200D")),
        ("số \u202e321\u202c", "số 321", ("U+202E", "U+202C")),
        ("\ufeffKế hoạch\x9d", "Kế hoạch", ("U+FEFF", "U+009D")),
        ("hỏng \ud83d", "hỏng ", ("U+D83D",)),
        ("e\u200b\u0302", "ê", ("U+200B",)),
    ],
)
def test_hidden_characters_are_removed_and_reported(dirty: str, text: str, removed: tuple[str, ...]) -> None:
    """G5: nothing invisible is stored, and the person is told."""
    result = clean(dirty)
    assert (result.text, result.removed) == (text, removed)
    assert str(len(removed)) in result.notice
    assert removed[0] in result.notice


def test_visible_text_is_never_removed() -> None:
    """G5: emoji, Han letters, quotes and formulas' signs are text."""
    text = 'Ông nói: "được" 👍 阮文安 <b> & =1+1 -5 “ngoặc” ’\u00a0'
    assert clean(text).text == text
    assert clean(text).notice == ""


@given(any_text)
def test_cleaning_twice_changes_nothing(s: str) -> None:
    once = clean(s).text
    assert clean(once).text == once
    assert clean(once).removed == ()
    once.encode("utf-8")


def test_one_line() -> None:
    assert one_line("  thôn\r\n  Đồng \u00a0Vạn\u200b ") == "thôn Đồng Vạn"


def test_lookalikes_are_repaired_only_on_import() -> None:
    """P13: old files write Ð (U+00D0) for Đ (U+0110)."""
    assert repair_lookalikes("Ðảng ủy, ðồng chí") == "Đảng ủy, đồng chí"
    assert clean("Ðảng").text == "Ðảng"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Thị Thanh Nguyệt", "nguyen thi thanh nguyet"),
        ("ĐƯỜNG ĐỒNG VẠN", "duong dong van"),
        ("Hòa", "hoa"),
        ("Hoà", "hoa"),
        ("Thủy thuỷ úy uý", "thuy thuy uy uy"),
        ("ắ ấ ế ố ự ỡ Ẵ Ỷ", "a a e o u o a y"),
        ("H'Hen Niê", "hhen nie"),
        ("H’Hen Niê", "hhen nie"),
        ("HʼHen Niê", "hhen nie"),
        ("Ê-đê", "e-de"),
        ("ƀ č ñ ĕ ŏ ơ̆ ŭ ŭ̆", "b c n e o o u u"),
        ("Ðặng", "dang"),
        ("  thôn \n 2\t", "thon 2"),
        ("số 12–KH", "so 12-kh"),
        ("", ""),
        ("阮文安 Ω", "阮文安 ω"),
    ],
)
def test_fold(text: str, key: str) -> None:
    """G3: search with or without accents, đ as d, both spellings of tones, names of minorities."""
    assert fold(text) == key
    assert fold(unicodedata.normalize("NFD", text)) == key


def test_fold_covers_every_vietnamese_letter() -> None:
    folded = fold(VIETNAMESE_LETTERS + VIETNAMESE_LETTERS.upper())
    assert folded.isascii()
    assert folded.isalpha()
    assert len(folded) == 2 * len(VIETNAMESE_LETTERS)


@given(any_text)
def test_fold_does_not_depend_on_the_form_and_is_stable(s: str) -> None:
    key = fold(s)
    assert fold(unicodedata.normalize("NFC", s)) == key
    assert fold(unicodedata.normalize("NFD", s)) == key
    assert fold(key) == key


@given(any_text)
def test_fold_map_is_the_same_key_with_the_way_back(s: str) -> None:
    """G3: found words can be marked in the original."""
    folded = fold_map(s)
    assert folded.text == fold(s)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(s)


def test_hits_are_marked_in_the_original() -> None:
    text = "Ở thôn Hòa Bình có bà H'Hen, tổ hoà giải"
    assert [text[a:b] for a, b in find_all(text, "HOA")] == ["Hòa", "hoà"]
    assert [text[a:b] for a, b in find_all(text, "hhen")] == ["H'Hen"]
    decomposed = unicodedata.normalize("NFD", text)
    assert [nfc(decomposed[a:b]) for a, b in find_all(decomposed, "hòa")] == ["Hòa", "hoà"]
    assert find_all(text, " ") == ()
    assert find_all(text, "không có") == ()


def test_sort_key_follows_the_vietnamese_alphabet() -> None:
    """L2: Dung before Dũng, Đ after D, An before Ăn before Ân (CLDR vi)."""
    ordered = [
        *("An", "Ảnh", "Ánh", "Ăn", "Ân", "Cường", "Dung", "Dũng"),
        *("Đạt", "Định", "Đức", "Minh", "Ngọc", "Toàn"),
    ]
    shuffled = ordered[:]
    random.Random(2026).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == ordered


@pytest.mark.parametrize(
    "ordered",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Dung An", "Dung Bình", "Dũng An"],
        ["Thôn 2", "Thôn 10", "Thôn Đoài", "Thôn Thượng"],
        ["Hoa", "Hoà Bình", "Hòa Bình 2", "Hỏa"],
        ["Bình", "Bính", "ƀuôn"],
        ["Ea H'leo", "Ea Hồ", "Êban"],
        ["Lê", "Lê An", "Lê Bình", "Lễ"],
        ["", "2 hộ", "an", "阮"],
    ],
)
def test_sort_key_word_by_word(ordered: list[str]) -> None:
    shuffled = random.Random(7).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


@given(st.text(alphabet=VIETNAMESE_LETTERS + " "))
def test_sort_key_does_not_depend_on_the_form(s: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", s)) == sort_key(s)


def test_people_are_sorted_by_given_name_then_family_then_middle() -> None:
    """C11: as every Vietnamese list of people."""
    ordered = [
        "Nguyễn Văn An",
        "Trần Thị An",
        "Lê Ánh",
        "Bùi Văn Dung",
        "Nguyễn Anh Dung",
        "Nguyễn Thị Dung",
        "An Dũng",
        "H'Hen Niê",
        "Đặng Thị Toàn (Ba)",
    ]
    shuffled = random.Random(7).sample(ordered, len(ordered))
    assert sorted(shuffled, key=name_sort_key) == ordered


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Nguyễn Văn An", "N.V.A"),
        ("đặng thị ánh", "Đ.T.Á"),
        ("H'Hen Niê", "H.N"),
        ("", ""),
        (unicodedata.normalize("NFD", "Ếch Ổn"), "Ế.Ổ"),
        ("Hà (2)", "H"),
    ],
)
def test_initials(name: str, short: str) -> None:
    """M2: the posted copy without the speaker's consent."""
    assert initials(name) == short
