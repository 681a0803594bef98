"""The quick line says also who is not named, who asks online and who interprets (L2)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.interpreting import Interpreting, read_interpreter
from dialogue_desktop.domain.records import Source, Voice
from tests.live.hall import LOCALITIES
from ui.live.session import quick_add

PA = "thôn Phú Ấp"


@pytest.mark.parametrize(
    ("line", "voice", "more"),
    [
        ("ẩn danh /Phú Ấp", Voice(locality=PA), {"anonymous": True}),
        ("khong neu ten /phu ap - nước sạch", Voice(locality=PA), {"anonymous": True}),
        ("Không nêu tên", Voice(), {"anonymous": True}),
        ("bà Vi Thị Ửng (không nêu tên) /xóm Đình, Phú Ấp", Voice(locality=PA), {"anonymous": True}),
        ("bà Lê Thị Ổn /phu ap @trực tuyến", Voice("Lê Thị Ổn", "bà", PA), {"source": Source.ONLINE}),
        ("bà Lê Thị Ổn /Phú Ấp - kênh N4 (qua mạng)", Voice("Lê Thị Ổn", "bà", PA),
         {"source": Source.ONLINE}),
        ("ẩn danh @truc tuyen", Voice(), {"anonymous": True, "source": Source.ONLINE}),
        ("ông Y Đăm Niê /Phú Ấp (pd: bà H'Mai, tiếng Ê-đê)", Voice("Y Đăm Niê", "ông", PA),
         {"interpreter": "bà H'Mai, tiếng Ê-đê"}),
        ("ông Y Đăm Niê (phiên dịch bà H'Mai) /Phú Ấp - nhà rông", Voice("Y Đăm Niê", "ông", PA),
         {"interpreter": "bà H'Mai"}),
        ("ông Y Đăm Niê /Phú Ấp (pd: bà H'Mai", Voice("Y Đăm Niê", "ông", PA), {"interpreter": "bà H'Mai"}),
    ],
)  # fmt: skip
def test_the_marks_are_read(line: str, voice: Voice, more: dict[str, object]) -> None:
    read = quick_add.parse(line, LOCALITIES)
    assert (read.voice, read.more) == (voice, more)
    assert not read.empty


@pytest.mark.parametrize(
    ("line", "name", "topic"),
    [
        ("ông Phùng Ẩn Danh /Phú Ấp", "Phùng Ẩn Danh", ""),
        ("ông Đặng Văn Quyết /Phú Ấp - kênh N4 (đoạn qua mạng lưới điện)", "Đặng Văn Quyết",
         "kênh N4 (đoạn qua mạng lưới điện)"),
        ("bà Lê Thị Ổn /Phú Ấp - đăng tin trực tuyến", "Lê Thị Ổn", "đăng tin trực tuyến"),
        ("bà Trần Thị Danh /Phú Ấp", "Trần Thị Danh", ""),
        ("ông Vũ Đình Ất (trưởng họ) /Phú Ấp", "Vũ Đình Ất (trưởng họ)", ""),
        ("ông Nguyễn Văn A @ /Phú Ấp", "Nguyễn Văn A @", ""),
    ],
)  # fmt: skip
def test_a_plain_line_stays_what_it_says(line: str, name: str, topic: str) -> None:
    read = quick_add.parse(line, LOCALITIES)
    assert (read.voice.name, read.voice.locality, read.topic, read.more) == (name, PA, topic, {})


def test_a_mark_that_is_begun_is_offered() -> None:
    """G1: nobody has to know how it is written; and behind a mark no thôn is offered."""
    (nobody,) = quick_add.suggest("khong n", LOCALITIES, ())
    assert (nobody.title, nobody.line) == ("Không nêu tên", "không nêu tên /")
    (online,) = quick_add.suggest("bà Lê Thị Ổn /Phú Ấp @tr", LOCALITIES, ())
    assert online.line == "bà Lê Thị Ổn /Phú Ấp @trực tuyến"
    assert quick_add.suggest("bà Lê Thị Ổn /Phú Ấp (pd: bà Vi Thị Đồng, dong", LOCALITIES, ()) == ()
    assert [s.line for s in quick_add.suggest("không nêu tên /thuong", LOCALITIES, ())] == [
        "không nêu tên /Thượng Vĩnh Ổn"
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("bà H'Mai, tiếng Ê-đê", Interpreting("bà H'Mai", "tiếng Ê-đê")),
        ("tieng Tay; ông Nông Văn Ấu", Interpreting("ông Nông Văn Ấu", "tieng Tay")),
        ("bà H'Mai, cán bộ Mặt trận", Interpreting("bà H'Mai, cán bộ Mặt trận")),
        ("tiếng Ê-đê, tiếng M'nông", Interpreting("", "tiếng Ê-đê và tiếng M'nông")),
        ("", Interpreting()),
    ],
)
def test_who_interprets_from_which_language(line: str, read: Interpreting) -> None:
    assert read_interpreter(line) == read
