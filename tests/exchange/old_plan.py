"""An invented plan of an invented phường, as it comes out of a scanner and as it was written."""

from __future__ import annotations

import textwrap
from dataclasses import replace

from dialogue_desktop.exchange.plan_reading import PlanReading
from dialogue_desktop.exchange.plan_reading_types import ReadSection

PARAGRAPHS = (
    "ỦY BAN NHÂN DÂN PHƯỜNG TÂN HÀ",
    "Số: 37/KH-UBND",
    "Tân Hà, ngày 12 tháng 3 năm 2025",
    "KẾ HOẠCH",
    "Đối thoại giữa Chủ tịch Ủy ban nhân dân phường với Nhân dân tổ dân phố 5 và tổ dân phố Bến Gỗ năm 2025",
    "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;",
    "Thực hiện Kế hoạch số 12-KH/ĐU ngày 20/01/2025 của Đảng ủy phường Tân Hà về dân vận khéo; "
    "Ủy ban nhân dân phường Tân Hà ban hành kế hoạch đối thoại như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "- Để lãnh đạo phường nghe bà con nói thẳng việc ngõ, việc chợ, việc trường lớp; điều gì làm được thì "
    "nhận ngay, điều gì chưa làm được thì nói rõ vì sao và bao giờ xong.",
    "2. Yêu cầu",
    "- Nói ngắn, đúng việc, có người ghi và có người chịu trách nhiệm; bảo đảm an ninh - trật tự trong suốt "
    "buổi.",
    "II. NỘI DUNG, THÀNH PHẦN, THỜI GIAN",
    "1. Nội dung đối thoại",
    "- Thu gom rác và thoát nước ở các ngõ thấp.",
    "- Bãi đỗ xe quanh chợ Bến Gỗ.",
    "2. Thành phần",
    "- Chủ trì: Chủ tịch UBND phường; Phó Chủ tịch UBND phường.",
    "- Thư ký: Công chức Văn phòng - Thống kê và 01 đại diện người dân.",
    "- Nhân dân hai tổ dân phố (mời 120 người).",
    "3. Thời gian: 19 giờ 30 phút, ngày 10/4/2025 (thứ Năm).",
    "4. Địa điểm: tại Nhà sinh hoạt cộng đồng Bến Gỗ.",
    "5. Chương trình",
    "- Khai mạc, giới thiệu người dự.",
    "- Nhân dân phát biểu, trao đổi.",
    "- Chủ trì trả lời và kết luận.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng HĐND và UBND phường",
    "- Niêm yết kế hoạch chậm nhất 10 ngày trước ngày tổ chức hội nghị; gửi giấy mời trước ngày 03/4/2025.",
    "- Trong thời hạn 05 ngày làm việc kể từ ngày kết thúc hội nghị, niêm yết biên bản (gồm 02 bản: 01 bản "
    "niêm yết tại trụ sở; 01 bản lưu hồ sơ).",
    "- Chậm nhất 10 ngày làm việc sau hội nghị phải có thông báo kết luận, việc khó không quá 15 ngày "
    "làm việc.",
    "2. Giao các bộ phận chuyên môn",
    "Trả lời bằng văn bản chậm nhất 07 ngày làm việc sau khi có thông báo kết luận.",
    "3. Đề nghị Tổ trưởng tổ dân phố 5 và Bến Gỗ",
    "- Gửi ý kiến của bà con về phường chậm nhất ngày 05/4/2025.",
    "Trên đây là kế hoạch đối thoại năm 2025 của phường Tân Hà./.",
    "Nơi nhận:",
    "- Đảng ủy phường;",
    "- Các tổ dân phố;",
    "- Lưu: VT.",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Đặng Thị H'Lan",
)

TEXT = "\n\n".join(PARAGRAPHS)


def scanned(width: int = 76, page: int = 26) -> str:
    """The same as pasted from a scan: lines broken at the edge, a running head, page numbers, stray blanks,
    a line repeated over the page's edge and the block of a digital signature."""
    lines = [line for text in PARAGRAPHS for line in textwrap.wrap(text, width, break_on_hyphens=False)]
    pages = [lines[start : start + page] for start in range(0, len(lines), page)]
    out: list[str] = []
    for number, content in enumerate(pages, 1):
        if number > 1:
            out += [str(number), "Cổng thông tin phường Tân Hà"]
        for index, line in enumerate(content):
            out += [f" {line} ", ""] if index % 3 else [line]
    out += ["Cổng thông tin phường Tân Hà", "Cổng thông tin phường Tân Hà"]
    out += ["Người ký: Ủy ban nhân dân phường", "2025-03-12T08:15:00+07:00", "vanthu@tanha.example.vn"]
    return "\n".join(out)


def wording(reading: PlanReading) -> PlanReading:
    """Without line numbers, doubts and what was left out: what must not depend on the paper."""
    sections = tuple(_unplaced(section) for section in reading.sections)
    units = tuple(
        replace(unit, line=0, duties=tuple(replace(duty, line=0) for duty in unit.duties))
        for unit in reading.units
    )
    dated = tuple(replace(duty, line=0) for duty in reading.dated_duties)
    return replace(
        reading, head=(), sections=sections, units=units, dated_duties=dated, doubts=(), not_understood=()
    )


def _unplaced(section: ReadSection) -> ReadSection:
    return replace(
        section,
        line=0,
        blocks=tuple(replace(block, line=0) for block in section.blocks),
        children=tuple(_unplaced(child) for child in section.children),
    )
