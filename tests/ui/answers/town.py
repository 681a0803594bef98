"""A commune eleven days before its conference: three units with answers due, given and late (C7)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Source, Voice
from tests.live.hall import Hall

#: Thursday morning, eight days before the conference.
NOW = datetime(2026, 4, 16, 1, 30, tzinfo=UTC)
ECONOMY, CULTURE, POLICE = "Phòng Kinh tế", "Phòng VH – XH", "Công an xã"

#: Key → (text, honorific, name, thôn, field, beyond competence).
_OPINIONS = {
    "duong": (
        "Đường trục thôn Phú Ấp đoạn từ nhà văn hóa ra cầu Ngòi xuống cấp nặng, mùa mưa xe không đi được. Đề "
        "nghị xã cho biết bao giờ làm.", "ông", "Nguyễn Đức Ưởng", "thôn Phú Ấp", "Giao thông", False,
    ),
    "muong": (
        "Mương tiêu sau trường mầm non bị lấp, ruộng cánh Đồng Chằm ngập úng hai vụ liền.",
        "bà", "Lê Thị Ổn", "thôn Đồng Vạn", "Môi trường", False,
    ),
    "den": (
        "Đường liên thôn từ Thượng Vĩnh Ổn về trung tâm chưa có đèn, học sinh tan học muộn rất nguy hiểm.",
        "ông", "Lò Văn Ế", "thôn Thượng Vĩnh Ổn", "Điện, nước", False,
    ),
    "den2": (
        "Xin lắp đèn chiếu sáng đoạn dốc Ông Tượng.", "bà", "Vũ Thị Mỡ", "thôn Đồng Vạn", "Điện, nước", False,
    ),
    "dat": (
        "Hồ sơ đổi giấy chứng nhận quyền sử dụng đất nộp từ tháng 11/2025 đến nay chưa được trả kết quả.",
        "ông", "Trần Văn Sỹ", "thôn Phú Ấp", "Đất đai", False,
    ),
    "tram": (
        "Trạm biến áp thôn quá tải, tối nào điện cũng yếu.", "bà", "Đỗ Thị Huệ", "thôn Phú Ấp",
        "Điện, nước", True,
    ),
    "thuoc": (
        "Trạm y tế hay hết thuốc bảo hiểm cho người cao huyết áp.", "bà", "Phạm Thị Nguyệt", "thôn Đồng Vạn",
        "Y tế", False,
    ),
    "xe": (
        "Xe tải chở vật liệu chạy qua khu dân cư ban đêm, gây ồn và làm hỏng mặt đường.",
        "ông", "Hoàng Văn Lự", "thôn Thượng Vĩnh Ổn", "An ninh", False,
    ),
    "nha": (
        "Đề nghị sửa mái nhà văn hóa thôn.", "ông", "Bùi Văn Đượm", "thôn Đồng Vạn", "Văn hóa", False,
    ),
}  # fmt: skip


class Town(Hall):
    """`ids` by key: the economy has four opinions (two of them under one answer), one prepared, one late;
    culture has one answered and one owed the day after tomorrow; the police owe one; one is nobody's."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(data_dir)
        self.clock.set(NOW)
        app, cid = self.app, self.cid
        self.ids: dict[str, str] = {}
        for key, (text, honorific, name, place, field, beyond) in _OPINIONS.items():
            item = LiveItem(
                source=Source.SLIP, text=text, field=field, voices=(Voice(name, honorific, place),),
                receiving_body="Điện lực khu vực" if beyond else "",
            )  # fmt: skip
            self.ids[key] = app.live.add_collected(cid, item, beyond_competence=beyond).id
        one = self.ids.__getitem__
        app.grouping.join(cid, [one("den"), one("den2")])
        mine = [one(key) for key in ("duong", "muong", "den", "tram")]
        app.assigning.assign(cid, mine, unit=ECONOMY, official="ông Trần Hữu Lẫm", due=date(2026, 4, 20))
        app.assigning.assign(cid, [one("muong")], due=date(2026, 4, 13))
        app.live.edit_opinion(
            cid, one("duong"), prepared_answer="Đoạn 640 m đã có trong kế hoạch đầu tư công năm 2026, khởi "
            "công tháng 6, xong trước 30/8/2026.",
        )  # fmt: skip
        app.assigning.assign(
            cid, [one("thuoc"), one("nha")], unit=CULTURE, official="bà Lê Thị Ngoãn", due=date(2026, 4, 17)
        )
        app.live.edit_opinion(
            cid, one("nha"), prepared_answer="Xã đã bố trí 45 triệu đồng, làm xong trong tháng 5/2026."
        )
        app.assigning.assign(cid, [one("xe")], unit=POLICE, due=date(2026, 4, 20))
