"""A short plan of a thị trấn of former days that numbers nothing: headings in capitals, plain paragraphs."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.plans.made import CONFERENCE, OldPlan

_TITLE = "Đối thoại giữa lãnh đạo Ủy ban nhân dân thị trấn với Nhân dân năm 2024"
_UNITS = (
    ("Văn phòng", ("soạn giấy mời, gửi trước ngày họp 05 ngày.",)),
    ("Đài truyền thanh", ("phát thông báo 03 lần trước hội nghị.",)),
)

PHU_LUONG = OldPlan(
    name="thị trấn Phú Lương",
    kind=IssuerKind.PEOPLE_COMMITTEE,
    unit_kind=UnitKind.THI_TRAN,
    commune="Phú Lương",
    paragraphs=(
        "ỦY BAN NHÂN DÂN HUYỆN TIÊN SƠN",
        "ỦY BAN NHÂN DÂN THỊ TRẤN PHÚ LƯƠNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15/KH-UBND",
        "Phú Lương, ngày 02 tháng 5 năm 2024",
        "KẾ HOẠCH",
        _TITLE,
        "Căn cứ Luật Tổ chức chính quyền địa phương năm 2015;",
        "Ủy ban nhân dân thị trấn Phú Lương xây dựng kế hoạch đối thoại năm 2024 như sau:",
        "MỤC ĐÍCH",
        "Nghe Nhân dân góp ý về chỉnh trang khu phố, thu tiền rác và lịch cắt nước; qua đó sửa cách làm "
        "của cơ quan "
        "cho gần dân hơn.",
        "THÀNH PHẦN",
        "Chủ trì: Phó Chủ tịch Ủy ban nhân dân thị trấn.",
        "Cán bộ, công chức thị trấn; đại diện Phòng Nội vụ huyện.",
        "Nhân dân các khu phố, khoảng 90 người.",
        "THỜI GIAN, ĐỊA ĐIỂM",
        "Thời gian: Tháng 6/2024.",
        "Địa điểm: Hội trường thị trấn.",
        "TỔ CHỨC THỰC HIỆN",
        f"Văn phòng: {_UNITS[0][1][0]}",
        f"Đài truyền thanh: {_UNITS[1][1][0]}",
        "Trên đây là kế hoạch đối thoại năm 2024 của thị trấn Phú Lương./.",
        "Nơi nhận:",
        "- UBND huyện;",
        "- Các khu phố;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Vi Thị Sen",
    ),
    number="15",
    symbol="KH-UBND",
    place="Phú Lương",
    issued_on=date(2024, 5, 2),
    title=_TITLE,
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015",),
    lead_in="Ủy ban nhân dân thị trấn Phú Lương xây dựng kế hoạch đối thoại năm 2024 như sau:",
    sections=("MỤC ĐÍCH", "THÀNH PHẦN", "THỜI GIAN, ĐỊA ĐIỂM", "TỔ CHỨC THỰC HIỆN"),
    closing="Trên đây là kế hoạch đối thoại năm 2024 của thị trấn Phú Lương./.",
    time=(TimeKind.MONTH, None, None, None, 6, ()),
    places=("Hội trường thị trấn",),
    chairs=(("", "Phó Chủ tịch Ủy ban nhân dân thị trấn", ChairRole.DEPUTY),),
    participants=(
        (Level.COMMUNE, None, "Cán bộ, công chức thị trấn; đại diện Phòng Nội vụ huyện"),
        (Level.PEOPLE, 90, "Nhân dân các khu phố, khoảng 90 người"),
    ),
    people=90,
    units=_UNITS,
    due=(("Văn phòng", "trước ngày họp 05 ngày", (CONFERENCE, "before", 5, "calendar"), None, ""),),
    recipients=("UBND huyện", "Các khu phố", "Lưu: VT"),
    signature=(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Vi Thị Sen"),
)
