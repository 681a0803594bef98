"""A xã of the highlands with buôn, bon and plei; names with apostrophes; parts "A.", then "I.", then "1."."""

from __future__ import annotations

from datetime import date, time

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Level, TimeKind, UnitKind
from tests.exchange.plans.made import CONFERENCE, OldPlan

_TITLE = "Tổ chức tiếp xúc, đối thoại với đồng bào buôn Ea M'Tă, bon Bu Kóh và plei Tơ Nang năm 2025"
_TOPICS = (
    "Đất sản xuất, nước sinh hoạt tập trung ở ba buôn làng.",
    "Giá cà phê, hồ tiêu; việc vay vốn, mua phân bón trả chậm.",
    "Giữ nhà dài, cồng chiêng; việc cưới, việc tang.",
)
_STEPS = (
    ("Già làng đánh chiêng mở đầu", ()),
    ("Chủ tịch UBND xã nói chuyện với bà con, gồm:", ("Việc đã làm được trong năm;", "Việc xin bà con chờ.")),
    ("Bà con phát biểu bằng tiếng Kinh hoặc tiếng Ê Đê, có người dịch", ()),
    ("Chủ tịch UBND xã trả lời, hứa việc và hẹn ngày", ()),
)
_UNITS = (
    (
        "Văn phòng HĐND và UBND xã",
        (
            "Làm giấy mời, gửi về ba buôn làng trước ngày 05 tháng 11 năm 2025.",
            "Cử 02 cán bộ ghi biên bản, 01 người dịch tiếng Ê Đê, 01 người dịch tiếng Gia Rai.",
        ),
    ),
    (
        "Công an xã, Ban Chỉ huy Quân sự xã",
        ("giữ trật tự, trông xe cho bà con.",),
    ),
    (
        "Buôn trưởng buôn Ea M'Tă, bon trưởng bon Bu Kóh, trưởng plei Tơ Nang",
        (
            "Gom lời bà con, gửi về xã chậm nhất ngày 07/11/2025;",
            "Dọn sân nhà cộng đồng, đốt lửa, nấu nước trước buổi gặp 01 ngày.",
        ),
    ),
)

EA_MDRONG = OldPlan(
    name="xã Ea M'Drông",
    kind=IssuerKind.PEOPLE_COMMITTEE,
    unit_kind=UnitKind.XA,
    commune="Ea M'Drông",
    paragraphs=(
        "ỦY BAN NHÂN DÂN",
        "XÃ EA M'DRÔNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 206/KH-UBND",
        "Ea M'Drông, ngày 28 tháng 10 năm 2025",
        "KẾ HOẠCH",
        _TITLE,
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Để bà con ba buôn làng có chỗ nói, chính quyền có chỗ nghe, Ủy ban nhân dân xã Ea M'Drông lập kế "
        "hoạch "
        "như sau:",
        "A. MỤC ĐÍCH, YÊU CẦU",
        "1. Nghe tiếng nói của bà con về đất, về nước, về con đường ra rẫy; trả lời bằng việc làm, không "
        "trả lời "
        "bằng lời hứa suông, để bà con thấy việc của mình có người lo, có người theo và có ngày xong rõ "
        "ràng.",
        "2. Buổi gặp giản dị, ngồi quanh bếp lửa, ai cũng được nói; lời nào cũng được ghi vào sổ và được "
        "trả lời, "
        "kể cả lời của người già, phụ nữ và thanh niên mới lớn trong ba buôn làng.",
        "B. NỘI DUNG",
        "I. Nội dung trao đổi",
        *(f"{letter}) {topic}" for letter, topic in zip("abc", _TOPICS, strict=True)),
        "II. Đại biểu tham dự",
        "* Người của xã:",
        "- Chủ trì: Chủ tịch Ủy ban nhân dân xã;",
        "- Trưởng các phòng, Trưởng Công an xã;",
        "* Người của buôn làng:",
        "- Già làng, người có uy tín; mỗi hộ một người, chừng 180 người.",
        "III. Ngày giờ, nơi gặp",
        "1. Thời gian: 19h00 ngày 15/11/2025 (thứ Bảy).",
        "2. Địa điểm: Nhà cộng đồng buôn Ea M'Tă.",
        "IV. Chương trình",
        f"- {_STEPS[0][0]};",
        f"- {_STEPS[1][0]}",
        *(f"+ {detail}" for detail in _STEPS[1][1]),
        f"- {_STEPS[2][0]};",
        f"- {_STEPS[3][0]}.",
        "C. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng HĐND và UBND xã:",
        *(f"- {duty}" for duty in _UNITS[0][1]),
        f"2. Công an xã, Ban Chỉ huy Quân sự xã: {_UNITS[1][1][0]}",
        "3. Buôn trưởng buôn Ea M'Tă, bon trưởng bon Bu Kóh, trưởng plei Tơ Nang",
        *(f"- {duty}" for duty in _UNITS[2][1]),
        "Trên đây là kế hoạch tiếp xúc, đối thoại với đồng bào ba buôn làng năm 2025./.",
        "Nơi nhận:",
        "- Thường trực Đảng ủy xã;",
        "- Già làng, người có uy tín;",
        "- Lưu: VT, VHXH.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Y Bhiu Niê Kđăm",
    ),
    number="206",
    symbol="KH-UBND",
    place="Ea M'Drông",
    issued_on=date(2025, 10, 28),
    title=_TITLE,
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        "Để bà con ba buôn làng có chỗ nói, chính quyền có chỗ nghe",
    ),
    lead_in="Ủy ban nhân dân xã Ea M'Drông lập kế hoạch như sau:",
    sections=(
        "A MỤC ĐÍCH, YÊU CẦU",
        "1",
        "2",
        "B NỘI DUNG",
        "I Nội dung trao đổi",
        "II Đại biểu tham dự",
        "III Ngày giờ, nơi gặp",
        "1 Thời gian",
        "2 Địa điểm",
        "IV Chương trình",
        "C TỔ CHỨC THỰC HIỆN",
        "1 Văn phòng HĐND và UBND xã",
        "2 Công an xã, Ban Chỉ huy Quân sự xã",
        "3 Buôn trưởng buôn Ea M'Tă, bon trưởng bon Bu Kóh, trưởng plei Tơ Nang",
    ),
    closing="Trên đây là kế hoạch tiếp xúc, đối thoại với đồng bào ba buôn làng năm 2025./.",
    localities=("buôn Ea M'Tă", "bon Bu Kóh", "plei Tơ Nang"),
    time=(TimeKind.EXACT, date(2025, 11, 15), time(19), None, 11, ()),
    places=("Nhà cộng đồng buôn Ea M'Tă",),
    chairs=(("", "Chủ tịch Ủy ban nhân dân xã", ChairRole.CHAIR),),
    participants=(
        (Level.COMMUNE, None, "Trưởng các phòng, Trưởng Công an xã"),
        (Level.LOCALITY, 180, "Già làng, người có uy tín; mỗi hộ một người, chừng 180 người"),
    ),
    people=180,
    topics=_TOPICS,
    programme=(
        (f"{_STEPS[0][0]};", "", None, ()),
        (_STEPS[1][0], "", None, _STEPS[1][1]),
        (f"{_STEPS[2][0]};", "", None, ()),
        (f"{_STEPS[3][0]}.", "", None, ()),
    ),
    units=_UNITS,
    due=(
        (_UNITS[0][0], "trước ngày 05 tháng 11 năm 2025", (date(2025, 11, 5), False), None, ""),
        (_UNITS[2][0], "chậm nhất ngày 07/11/2025", (date(2025, 11, 7), True), None, ""),
        (_UNITS[2][0], "trước buổi gặp 01 ngày", (CONFERENCE, "before", 1, "calendar"), None, ""),
    ),
    recipients=("Thường trực Đảng ủy xã", "Già làng, người có uy tín", "Lưu: VT, VHXH"),
    signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Y Bhiu Niê Kđăm"),
)
