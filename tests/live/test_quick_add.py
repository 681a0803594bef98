"""One line says who, from where and about what (L2, G3)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.records import Records, Turn, Voice
from tests.live.hall import LOCALITIES
from ui.live.session import quick_add


@pytest.mark.parametrize(
    ("line", "voice", "topic", "unknown"),
    [
        ("ông Nguyễn Văn A /Phú Ấp", Voice("Nguyễn Văn A", "ông", "thôn Phú Ấp"), "", False),
        ("bà Lê Thị Ổn / phu ap - nước sinh hoạt", Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"), "nước sinh hoạt",
         False),
        ("Ông Đặng Văn Quyết - kênh N4 /thôn Đồng Vạn", Voice("Đặng Văn Quyết", "ông"),
         "kênh N4 /thôn Đồng Vạn", False),
        ("Hoàng Thị Mỵ /xóm Đình, Phú Ấp", Voice("Hoàng Thị Mỵ", "", "thôn Phú Ấp", "xóm Đình"), "", False),
        ("Chu Văn Ước /pa", Voice("Chu Văn Ước", "", "thôn Phú Ấp"), "", False),
        ("chú Chu Văn Ước /dong", Voice("Chu Văn Ước", "chú", "thôn Đồng Vạn"), "", False),
        ("ong nguyen duc uong /thuong", Voice("nguyen duc uong", "ông", "thôn Thượng Vĩnh Ổn"), "", False),
        ("bà H’Hen Niê /An Sơn", Voice("H’Hen Niê", "bà", "An Sơn"), "", True),
        ("Nguyễn-Đỗ Ấm", Voice("Nguyễn-Đỗ Ấm"), "", False),
        ("/Đồng Vạn", Voice(locality="thôn Đồng Vạn"), "", False),
        ("Bá", Voice("Bá"), "", False),
        ("", Voice(), "", False),
    ],
)  # fmt: skip
def test_a_line_is_read(line: str, voice: Voice, topic: str, unknown: bool) -> None:
    """L2: honorific, name, hamlet, thôn without accents or by its beginning, and the topic."""
    read = quick_add.parse(line, LOCALITIES)
    assert (read.voice, read.topic, read.unknown_locality) == (voice, topic, unknown)


def test_a_doubtful_beginning_is_left_as_typed() -> None:
    """L2: where two thôn begin alike nothing is guessed."""
    twins = (*LOCALITIES, type(LOCALITIES[0])("ph", "thôn", "Phú Hộ"))
    read = quick_add.parse("bà Vi Thị Ự /phu", twins)
    assert read.voice.locality == "phu"
    assert read.unknown_locality


def test_the_line_of_a_voice_reads_back() -> None:
    """L2: what a suggestion fills in is understood again."""
    voice = Voice("Lò Văn Ế", "ông", "thôn Phú Ấp", "xóm Chợ")
    assert quick_add.parse(quick_add.line_of(voice, LOCALITIES), LOCALITIES).voice == voice


def test_people_are_found_without_accents() -> None:
    """L2, G3: "duc uong" finds Nguyễn Đức Ưởng; after the stroke the thôn are offered."""
    records = Records(
        turns=(Turn("t1", voice=Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp"), topic="đường"),)
    )
    people = quick_add.known_people(records)
    (found,) = quick_add.suggest("ong duc uo", LOCALITIES, people)
    assert found.title == "Ông Nguyễn Đức Ưởng"
    assert found.note == "thôn Phú Ấp, đường"
    assert found.line == "ông Nguyễn Đức Ưởng /Phú Ấp"
    (place,) = quick_add.suggest("bà Lê Thị Ổn /phu", LOCALITIES, people)
    assert place.line == "bà Lê Thị Ổn /Phú Ấp"
    assert quick_add.suggest("ong", LOCALITIES, people) == quick_add.suggest("ong", LOCALITIES, people)
    assert quick_add.suggest("bà Lê - nước", LOCALITIES, people) == ()
