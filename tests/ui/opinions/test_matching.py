"""The list answers to a few words without accents, and shows where they stand (G3, C6)."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desktop.domain.records import Opinion, Source, Voice
from tests.live.hall import LOCALITIES
from ui.opinions import matching, words
from ui.opinions.detail_words import detail_of
from ui.opinions.matching import Filters

ROAD = Opinion(
    "1", 1, Source.VILLAGE_HEAD, text="Sửa đường trục thôn đoạn ra cầu Ngòi", field="Giao thông",
    voices=(Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp"),), prepared_answer="Khởi công tháng 6.",
    prepared_by="Phòng Kinh tế",
)  # fmt: skip
WATER = Opinion(
    "2", 2, Source.SLIP, text="Nước yếu, thông tin chậm", field="Nước sinh hoạt", slip_number="031",
    voices=(Voice("Lê Thị Ổn", "bà", "thôn Đồng Vạn"), Voice("Đinh Văn Đởm", "ông", "thôn Phú Ấp")),
)  # fmt: skip
SECRET = Opinion(
    "3", 3, Source.SLIP, text="Hỏi mức đóng góp", anonymous=True, beyond_competence=True,
    voices=(Voice("Người Giấu Tên", "ông", "thôn Phú Ấp"),),
)  # fmt: skip
ALL = (ROAD, WATER, SECRET)
TODAY = date(2026, 4, 20)


def found(**wanted: str) -> list[str]:
    rows = matching.index(ALL, TODAY)
    return [row.opinion.id for row in matching.matching(rows, Filters(**wanted))]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("duong truc thon", ["1"]),
        ("ĐƯỜNG TRỤC", ["1"]),
        ("nguyen uong", ["1"]),  # words apart, of name and person
        ("uong sua", ["1"]),
        ("thon", ["1", "2", "3"]),  # "thôn", and the beginning of "thông"
        ("thon ", ["1", "2", "3"]),  # the word alone stands in every address
        ("tru", ["1"]),
        ("tru ", []),  # a word that is written out must be the whole word
        ("uc", []),  # not in the middle of "Đức"
        ("031", ["2"]),
        ("khoi cong", ["1"]),  # in the prepared answer
        ("dom", ["2"]),  # the second person
        ("giau ten", []),  # an anonymous name is not even found
        ("", ["1", "2", "3"]),
        (" ,;- ", ["1", "2", "3"]),
    ],
)
def test_search(query: str, ids: list[str]) -> None:
    """G3: accent-free over words, names, places, slips and answers."""
    assert found(query=query) == ids


def test_chips_narrow_together() -> None:
    """C6: thôn, field, source and state of the answer, each counted."""
    assert found(place="thôn Phú Ấp") == ["1", "2", "3"]
    assert found(place="thôn Phú Ấp", source="phieu") == ["2", "3"]
    assert found(field=matching.NO_FIELD) == ["3"]
    assert [found(answer=s) for s in (matching.PREPARED, matching.MISSING, matching.BEYOND)] == [
        ["1"], ["2"], ["3"],
    ]  # fmt: skip
    assert [(c.words, c.count) for c in matching.place_choices(ALL, LOCALITIES)] == [
        ("Đồng Vạn", 1),
        ("Phú Ấp", 3),
    ]
    assert [c.words for c in matching.field_choices(ALL)] == [
        "Giao thông",
        "Nước sinh hoạt",
        matching.NO_FIELD,
    ]
    assert [(c.value, c.count) for c in matching.source_choices(ALL)] == [("truong_thon", 1), ("phieu", 2)]


def test_found_words_are_marked_whole_line_first() -> None:
    """G3: the marked letters are those of the text, with its accents."""
    text = "Đường trục thôn ngập, đường làng cũng ngập"
    assert [text[a : a + n] for a, n in matching.marks(text, "duong truc")] == ["Đường trục"]
    assert [text[a : a + n] for a, n in matching.marks(text, "ngap duong")] == [
        "Đường",
        "ngập",
        "đường",
        "ngập",
    ]
    assert matching.marks(text, "ong") == ()


def test_a_row_shows_the_found_words_even_far_in() -> None:
    """G3: a long text begins near the hit; a hit elsewhere is told."""
    long = Opinion(
        "9", 9, Source.SLIP, text="Kính gửi xã. " * 30 + "Xin sửa đường trục thôn.", field="Giao thông"
    )
    row = words.row_of(long, "duong truc", LOCALITIES, TODAY)
    assert row.text.startswith("… ")
    ((start, length),) = row.text_marks
    assert row.text[start : start + length] == "đường trục"
    assert words.row_of(ROAD, "khoi cong", LOCALITIES, TODAY).note == "Giao thông  ·  có trong câu trả lời"


def test_words_of_rows_and_facts() -> None:
    """C5: who and from where on a second line; people are counted once."""
    row = words.row_of(WATER, "", LOCALITIES, TODAY)
    assert (row.who, row.from_where) == ("Bà Lê Thị Ổn", "Cùng 1 người, Đồng Vạn – Phú Ấp, phiếu số 031")
    assert words.row_of(SECRET, "", LOCALITIES, TODAY).who == "Ẩn danh"
    again = Opinion("4", 4, Source.ONLINE, text="x", voices=ROAD.voices)
    assert words.facts_words(matching.index((*ALL, again), TODAY)) == (
        "4 ý kiến của 4 người; 1 đã có trả lời, 1 vượt thẩm quyền, 2 chưa giao",
        "3 chưa có trả lời",
    )
    assert words.facts_words(matching.index((ROAD,), TODAY))[0] == "1 ý kiến của 1 người; đều đã có trả lời"
    assert words.facts_words(()) == ("", "")
    assert "Giấu" not in repr(detail_of(SECRET, None, "", TODAY))
