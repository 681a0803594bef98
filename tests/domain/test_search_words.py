"""Words as they are compared, and where they stand in a text (G3)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.search_words import finder, plain_words, words
from dialogue_desktop.domain.text_vi import fold, marked

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạầấẩẫậằắẳẵặèéẻẽẹềếểễệờớởỡợừứửữự AĐƠƯ.,0123’'\u0300\u0301",
    max_size=40,
)


@given(st.text(max_size=60) | VIETNAMESE)
def test_both_forms_are_cut_at_the_same_places(text: str) -> None:
    found = words(text)
    assert list(found.plain) == plain_words(text)
    assert len(found.exact) == len(found.plain)
    assert re.sub("[A-Z]", "", marked(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hòa", "hoà", True),
        ("thuỷ", "thủy", True),
        ("HÒA BÌNH", "hoà bình", True),
        ("đương", "đường", False),
        ("đường", "đuờng", False),
        ("bông", "boong", False),
        ("gồng", "goòng", False),
        ("ma", "mà", False),
        ("kỳ", "kì", False),
        ("nguyễn", "nguye\u0302\u0303n", True),
    ],
)
def test_exact_words_are_those_one_would_write_the_same(one: str, other: str, same: bool) -> None:
    assert (words(one).exact == words(other).exact) is same


@pytest.mark.parametrize("whole", ["đường", "Nguyễn", "thuỷ", "ước", "ảnh"])
def test_what_is_typed_of_a_word_is_its_beginning(whole: str) -> None:
    """G3: as soon as the tone is there, the exact form only grows."""
    (exact,) = words(whole).exact
    for end in range(1, len(whole)):
        (typed,) = words(whole[:end]).exact
        if typed and typed[0] == exact[0]:
            assert exact.startswith(typed)


def test_words_without_accents_have_no_exact_form() -> None:
    assert words("Xe 20 tấn qua cau").exact == ("", "", "4ta6n", "", "")
    assert words("").plain == words("…").plain == ()


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("duong truc", "Đường trục xóm Trục", ["Đường", "trục", "Trục"]),
        ("đường tr", "đường trong làng, trục thôn", ["đường", "tr", "tr"]),
        ("tr ", "trục tr thôn", ["tr"]),
        ("hhen", "Mình là H’Hen Niê", ["H’Hen"]),
        ("ga", "ổ gà, nhà ga, gạch", ["gà", "ga", "gạ"]),
        ("", "không có gì", []),
        ("nuoc nuoc", "Nước lũ", ["Nước"]),
    ],
)
def test_words_are_found_where_they_are_shown(query: str, text: str, found: list[str]) -> None:
    marks = finder(query).marks(text)
    assert [text[start : start + length] for start, length in marks] == found


@given(VIETNAMESE, VIETNAMESE)
def test_marks_are_exactly_the_words_that_match(query: str, text: str) -> None:
    """As a scan of the folded words says; nothing overlaps."""
    wanted = plain_words(query)
    begun = wanted[-1:] if not query[-1:].isspace() else []
    whole = wanted[: len(wanted) - len(begun)]
    matching = [w for w in plain_words(text) if w in whole or any(w.startswith(b) for b in begun)]
    marks = finder(query).marks(text)
    assert len(marks) == len(matching)
    assert all(a + n <= b for (a, n), (b, _) in pairwise(marks))
