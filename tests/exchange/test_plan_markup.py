"""Old plans that went through other programs: tags, table rows, odd numbers, lines run together (P13)."""

from __future__ import annotations

from dialogue_desktop.exchange.plan_reading import read_lines

PLAN = """ỦY BAN NHÂN DÂN XÃ ĐẠI LỘ
<center><b>KẾ HOẠCH</b></center>
Tổ chức hội nghị đối thoại với Nhân dân xóm Bến, xóm Trại Ổi năm 2025
I/. MỤC ĐÍCH
- Nghe ý kiến của Nhân dân &amp; giải quyết ngay từ cơ sở.
II/. CHƯƠNG TRÌNH HỘI NGHỊ
- 7 giờ 30: Ổn định tổ chức, giới thiệu đại biểu.
- 7 giờ 45: Chủ trì báo cáo tình hình của xã.
- 8 giờ 15: Nhân dân phát biểu ý kiến.
- 10 giờ 00: Chủ trì kết luận, bế mạc.
III/. TỔ CHỨC THỰC HIỆN
<table><tr><td>TT</td><td>Nội dung công việc</td><td>Đơn vị chủ trì</td><td>Thời hạn</td></tr>
<tr><td>1</td><td>Gửi giấy mời<br>đến đại biểu</td><td>Văn phòng</td><td>trước ngày 12/9/2025</td></tr>
<tr><td>2</td><td>Chuẩn bị hội trường</td><td>Trưởng các xóm</td><td>trước ngày 15/9/2025</td></tr></table>
Nơi nhận:
- Đảng ủy xã;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN CHỦ TỊCH
Phùng Văn Ổn
"""


def test_signs_of_other_programs_are_no_words() -> None:
    reading = read_lines(PLAN.splitlines())
    said = repr(reading)
    for sign in ("<b>", "<td>", "<br>", "&amp;", "I/."):
        assert sign not in said.replace("'I/.'", ""), sign
    assert "Nhân dân & giải quyết" in said
    assert [section.heading for section in reading.sections] == [
        "MỤC ĐÍCH",
        "CHƯƠNG TRÌNH HỘI NGHỊ",
        "TỔ CHỨC THỰC HIỆN",
    ]


def test_the_hours_of_a_programme_give_its_minutes() -> None:
    """P9: each step lasts until the next begins; the last one says nothing."""
    assert [step.minutes for step in read_lines(PLAN.splitlines()).programme] == [15, 30, 105, None]


def test_forms_of_signature_on_one_line_are_parted() -> None:
    foot = read_lines(PLAN.splitlines())
    assert foot.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert foot.signature.name == "Phùng Văn Ổn"


def test_rows_of_a_table_are_duties_with_their_days() -> None:
    units = {unit.unit: [duty.text for duty in unit.duties] for unit in read_lines(PLAN.splitlines()).units}
    assert any("Gửi giấy mời đến đại biểu" in text for texts in units.values() for text in texts)
    assert {"Văn phòng", "Trưởng các xóm"} <= set(units)
