"""The plan of seed S2 (Lộc Thịnh 2024) in our model, and an evening of thirty opinions to be typed in.

The plan's facts are those of the seed. The people of the evening, the thôn and all that is said are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from dialogue_desktop import lists, profiles
from dialogue_desktop.domain.plan import (
    Chair,
    ChairRole,
    Duty,
    Issuer,
    LegalBasis,
    Locality,
    Official,
    Plan,
    Secretary,
    Signature,
    TimeKind,
    TimePlan,
    UnitTasks,
)
from dialogue_desktop.domain.records import OpinionKind, Outcome

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

#: The day on which the test holds the conference ("trước tháng 9/2024"); a Wednesday.
EVENING = date(2024, 8, 28)

OFFICE = "Công chức Văn phòng - Thống kê"

_BASES = ("luat-77-2015", "luat-47-2019", "luat-10-2022")
_PROVINCIAL_RULE = LegalBasis(
    "qd-2543",
    "Căn cứ Quyết định số 2543-QĐ/TU ngày 17/9/2018 của Ban Thường vụ Tỉnh ủy về Quy chế đối thoại giữa "
    "người đứng đầu cấp ủy, chính quyền các cấp "
    "với Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội và Nhân dân",
    in_force_from=date(2018, 9, 17),
)
_CARRIED_OUT = LegalBasis(
    "dan-van-chinh-quyen", "Thực hiện nhiệm vụ Dân vận chính quyền năm {nam}", carried_out=True
)

_CHAIR = Official("chu-tich", "Bùi Văn Cường", "Chủ tịch Ủy ban nhân dân xã", "ông", "Ủy ban nhân dân xã")
_DEPUTIES = Official("pho-chu-tich", "", "các Phó Chủ tịch Ủy ban nhân dân xã")
_LAND = Official("dia-chinh", "Phạm Văn Đỏ", "Công chức Địa chính - Xây dựng", "ông")
_CULTURE = Official("van-hoa", "Lê Thị Ngoan", "Công chức Văn hóa - Xã hội", "bà")
_POLICE = Official("cong-an", "Trịnh Đình Ổn", "Trưởng Công an xã", "ông", "Công an xã")


def loc_thinh_plan() -> Plan:
    """S2's plan: the profile with the seed's own issuer, bases, time, place, units, copies and signer."""
    plan = profiles.load(RESOURCES / "profiles", "ubnd_nhan_dan")
    library = {basis.id: basis for basis in lists.load(RESOURCES / "lists").legal_bases}
    return replace(
        plan,
        year=2024,
        issuer=Issuer(
            name="Lộc Thịnh", district="huyện Ngọc Lặc", province="tỉnh Thanh Hóa", drafting_unit="VP"
        ),
        bases=(*(library[key] for key in _BASES), _PROVINCIAL_RULE, _CARRIED_OUT),
        time=TimePlan(TimeKind.BEFORE_MONTH, month=9, year=2024),
        places=("Nhà Văn hóa xã Lộc Thịnh",),
        chairs=(Chair(_CHAIR), Chair(_DEPUTIES, ChairRole.DEPUTY)),
        secretaries=(
            Secretary(Official("thu-ky", "", OFFICE)),
            Secretary(Official("thu-ky-dan", "", "Người dân đại diện cho Nhân dân"), citizen=True),
        ),
        localities=(
            Locality("doi-dua", "thôn", "Đồi Dứa", "Lương Văn Khỏe", 142, 560),
            Locality("khe-vai", "thôn", "Khe Vải", "Đinh Thị Ngọ", 118, 471),
            Locality("lang-me", "làng", "Mé", "Cao Văn Ỷ", 96, 402),
        ),
        copies=(*plan.copies[:2], replace(plan.copies[2], label="Gửi kèm báo cáo kết quả về UBND huyện")),
        tasks=tuple(_as_in_2024(unit) for unit in plan.tasks),
        recipients=(
            "UBND huyện",
            "Phòng Nội vụ",
            "TT. Đảng ủy, HĐND xã",
            "MTTQ và Đoàn thể",
            "CB, CC liên quan",
            "Trang thông tin điện tử xã",
            "Trưởng các thôn, làng",
            "Lưu: VT",
        ),
        signature=Signature(("CHỦ TỊCH",), "Bùi Văn Cường"),
        units=(
            OFFICE,
            "Công chức Địa chính - Xây dựng",
            "Công chức Văn hóa - Xã hội",
            "Bộ phận Tài chính - Kế toán",
            "Công an xã",
            "Trạm Y tế",
        ),
        officials=(_CHAIR, _LAND, _CULTURE, _POLICE),
    )


def loc_thinh_evening_plan() -> Plan:
    """The same plan once the day (28/8/2024, 18:30) and the two secretaries are known."""
    return replace(
        loc_thinh_plan(),
        time=TimePlan(TimeKind.EXACT, EVENING, time(18, 30), time(21, 0)),
        secretaries=(
            Secretary(Official("thu-ky", "Hà Thị Ước", OFFICE, "bà")),
            Secretary(Official("thu-ky-dan", "Quách Văn Bẩy", "Đại diện Nhân dân", "ông"), citizen=True),
        ),
    )


def _as_in_2024(unit: UnitTasks) -> UnitTasks:
    if unit.id != "van-phong":
        return unit
    # The law that asks for the result within ten days is younger than this plan.
    duties = tuple(_to_district(duty) for duty in unit.duties if duty.id != "cong-bo-ket-qua")
    return replace(unit, unit=OFFICE, heading="Giao Công chức Văn phòng - Thống kê", duties=duties)


def _to_district(duty: Duty) -> Duty:
    return replace(duty, text=duty.text.replace("báo cáo cấp trên", "báo cáo UBND huyện"))


@dataclass(frozen=True, slots=True)
class Said:
    """One opinion of the evening with its answer, as the secretary types it.

    `walk_in` is the line of quick add ("ông Nguyễn Văn An /Khe Vải"); empty: the same person goes on.
    `follow_up` and `second_answer` make a second round.
    """

    walk_in: str
    field: str
    opinion: str
    answer: str
    outcome: Outcome
    answerer: str = "Bùi Văn Cường"
    kind: OpinionKind = OpinionKind.PETITION
    unit: str = ""
    deadline: date | None = None
    reason: str = ""
    follow_up: str = ""
    second_answer: str = ""


@dataclass(frozen=True, slots=True)
class Evening:
    """All that is typed. Attendance rows: label, locality, expected, present, total, unit."""

    said: tuple[Said, ...]
    attendance: tuple[tuple[str, str, int, int, int, str], ...]
    people_total: int
    conclusions: tuple[tuple[str, bool, str, date | None], ...]


_LAND_UNIT, _CULTURE_UNIT = "Công chức Địa chính - Xây dựng", "Công chức Văn hóa - Xã hội"
_WRITTEN_BY = date(2024, 9, 10)
_SENT_UP_BY = date(2024, 9, 2)


def loc_thinh_session() -> Evening:
    """Thirty opinions of twenty-five turns, every outcome, two of them with a second round."""
    return Evening(
        said=_SAID,
        attendance=(
            ("Hộ dân thôn Đồi Dứa", "thôn Đồi Dứa", 60, 48, 142, "hộ"),
            ("Hộ dân thôn Khe Vải", "thôn Khe Vải", 50, 41, 118, "hộ"),
            ("Hộ dân làng Mé", "làng Mé", 40, 37, 96, "hộ"),
            ("Đại biểu xã", "", 20, 18, 20, "người"),
        ),
        people_total=356,
        conclusions=(
            ("Đã trả lời ngay các ý kiến về loa, rác, giờ trực một cửa.", True, "", None),
            ("Rà soát tuyến mương Khe Vải, báo kinh phí nạo vét.", False, _LAND_UNIT, date(2024, 9, 30)),
            ("Trả lời bằng văn bản những ý kiến đã hẹn.", False, OFFICE, _WRITTEN_BY),
        ),
    )


_SAID: tuple[Said, ...] = (
    Said("ông Lương Văn Khỏe /Đồi Dứa", "Giao thông",
         "Đường từ ngã ba quán bà Tám vào thôn trơn lắm, mưa xuống là xe máy đổ. Xã tính bao giờ đổ bê tông?",
         "Đoạn 420 m này đã có trong danh mục làm năm 2024, tháng 10 khởi công.",
         Outcome.ANSWERED, "Phạm Văn Đỏ", OpinionKind.QUESTION),
    Said("bà Đinh Thị Ngọ /Khe Vải", "Nông nghiệp, thủy lợi",
         "Mương Khe Vải bồi đầy cát, ruộng cuối nguồn không lấy được nước.",
         "Xã đi kiểm tra ngày 30/8, khơi tạm đoạn đầu; còn nạo vét cả tuyến phải xin kinh phí.",
         Outcome.PARTLY, "Phạm Văn Đỏ", unit=_LAND_UNIT, deadline=date(2024, 9, 30),
         follow_up="Năm ngoái cũng hứa khơi tạm mà hai hôm lại lấp. Tôi muốn nghe ngày cụ thể.",
         second_answer="Ngày 05/9 máy xúc về làm, trưởng thôn ký xác nhận khối lượng."),
    Said("ông Cao Văn Ỷ /Mé", "Điện, viễn thông",
         "Điện làng Mé buổi tối yếu, quạt không quay nổi. Đề nghị thêm trạm biến áp.",
         "Trạm biến áp do Điện lực huyện quản lý, xã sẽ có văn bản đề nghị.",
         Outcome.ESCALATED, unit=OFFICE, deadline=_SENT_UP_BY),
    Said("bà Phạm Thị Ảnh /Đồi Dứa", "Y tế, bảo hiểm",
         "Tôi 67 tuổi, thẻ bảo hiểm ghi sai năm sinh, đi khám bị trả về.",
         "Sáng mai mang căn cước lên bộ phận một cửa, chị Ngoan làm luôn, không phải chờ.",
         Outcome.ANSWERED, "Lê Thị Ngoan"),
    Said("", "Lao động, chính sách xã hội",
         "Hộ tôi thoát nghèo năm ngoái, còn được hỗ trợ tiền điện không?",
         "Hộ vừa thoát nghèo thì không còn khoản đó, nhưng vẫn được vay vốn ưu đãi trong 36 tháng.",
         Outcome.ANSWERED, "Lê Thị Ngoan", OpinionKind.QUESTION),
    Said("ông Quách Công Đạm /Khe Vải", "Đất đai, xây dựng",
         "Thửa 214 tờ 7 của nhà tôi đo chồng 38 m2 sang nhà bên, đơn nộp từ tháng 3 chưa ai trả lời.",
         "Phải đối chiếu bản đồ năm 1998 với bản đồ mới, xã trả lời ông bằng văn bản.",
         Outcome.WRITTEN, "Phạm Văn Đỏ", unit=_LAND_UNIT, deadline=_WRITTEN_BY),
    Said("bà Trịnh Thị Mận /Mé", "Môi trường",
         "Xe rác tuần vào một lần, đến nơi thì chó đã tha khắp ngõ.",
         "Từ 01/9 xe vào thứ Ba và thứ Bảy. Nhà nào cũng nên có thùng đậy nắp.",
         Outcome.ANSWERED),
    Said("anh Bùi Văn Sỹ /Đồi Dứa", "An ninh, trật tự",
         "Đêm thứ Bảy thanh niên nẹt pô ngoài sân bóng, trẻ con không ngủ được.",
         "Công an xã tuần tra từ 21 giờ các tối cuối tuần, bà con thấy thì gọi số trực.",
         Outcome.ANSWERED, "Trịnh Đình Ổn"),
    Said("", "Văn hóa, thể thao",
         "Sân bóng chuyền hỏng lưới, cột nghiêng. Xin xã cho bộ lưới mới.",
         "Ghi nhận, đưa vào dự trù năm 2025.",
         Outcome.NOTED, "Lê Thị Ngoan"),
    Said("bà Hà Thị Ẩn /Khe Vải", "Giáo dục",
         "Lớp mẫu giáo ở khu lẻ mái dột, cô phải dồn hai lớp vào một phòng.",
         "Xã cho thợ đảo ngói trước ngày 05/9; phòng mới thuộc dự án của huyện.",
         Outcome.PARTLY, "Lê Thị Ngoan", unit=_CULTURE_UNIT, deadline=date(2024, 9, 5)),
    Said("ông Lê Đình Đước /Đồi Dứa", "Đất đai, xây dựng",
         "Tôi vẫn kiện chuyện ranh đất với ông Tải, hôm nay phải giải quyết cho xong.",
         "Việc này tòa đã xử bằng bản án có hiệu lực, xã không xem xét lại được.",
         Outcome.REFUSED, reason="Việc đã có bản án có hiệu lực pháp luật."),
    Said("chị Nguyễn Thị Ổi /Mé", "Thủ tục hành chính",
         "Con tôi làm ăn trong Nam, đăng ký khai sinh cho cháu qua mạng được không?",
         "Được. Khai trên cổng dịch vụ công, chọn nhận kết quả qua bưu điện, không phải về quê.",
         Outcome.ANSWERED, kind=OpinionKind.QUESTION),
    Said("ông Phạm Đức Ước /Khe Vải", "Giao thông",
         "Xe chở keo quá tải cày nát đường liên thôn, dân vá chỗ nào hỏng chỗ ấy.",
         "Công an xã lập chốt ở đầu cầu, cắm biển hạn chế 5 tấn trong tháng 9.",
         Outcome.ANSWERED, "Trịnh Đình Ổn",
         follow_up="Biển cắm rồi mà đêm họ vẫn chạy thì báo ai?",
         second_answer="Gọi thẳng số trực Công an xã, có mặt trong 20 phút, kể cả nửa đêm."),
    Said("", "Giao thông",
         "Cái cầu tràn không có cọc tiêu, nước lên là không biết mép đường ở đâu.",
         "Tuần sau thôn và xã cùng cắm 16 cọc sơn đỏ trắng.",
         Outcome.ANSWERED, "Phạm Văn Đỏ"),
    Said("bà Cao Thị Ếm /Mé", "Nước sinh hoạt",
         "Bể nước tự chảy nứt đáy, mùa khô cả làng gánh nước suối.",
         "Sửa bể xã làm được, 35.000.000 đồng; đường ống mới phải xin huyện.",
         Outcome.PARTLY, unit=_LAND_UNIT, deadline=date(2024, 10, 15)),
    Said("ông Vũ Xuân Ất /Đồi Dứa", "Khác",
         "Tôi hỏi riêng: con dâu tôi với mẹ nó cãi nhau, xã có cử người hòa giải không?",
         "Việc gia đình ông, mời gặp tổ hòa giải thôn sau buổi họp.",
         Outcome.OFF_TOPIC, reason="Việc riêng của gia đình."),
    Said("bà Lê Thị Ớt /Khe Vải", "Nông nghiệp, thủy lợi",
         "Lợn chết dịch năm ngoái đến nay chưa nhận tiền hỗ trợ.",
         "Danh sách đã duyệt, kho bạc chuyển trong tháng 9; bà lên ký nhận khi có loa báo.",
         Outcome.ANSWERED),
    Said("anh Trương Văn Đậm /Mé", "Điện, viễn thông",
         "Làng Mé không có sóng điện thoại, muốn gọi cấp cứu phải chạy ra đồi.",
         "Xã đề nghị nhà mạng khảo sát trạm phát sóng.",
         Outcome.ESCALATED, unit=OFFICE, deadline=_SENT_UP_BY),
    Said("ông Đỗ Văn Ưng /Đồi Dứa", "Lao động, chính sách xã hội",
         "Bố tôi đi dân công hỏa tuyến, hồ sơ gửi hai năm chưa thấy gì.",
         "Xã kiểm tra lại với phòng chuyên môn rồi trả lời bằng văn bản.",
         Outcome.WRITTEN, "Lê Thị Ngoan", unit=_CULTURE_UNIT, deadline=_WRITTEN_BY),
    Said("", "Lao động, chính sách xã hội",
         "Người trên 80 tuổi không lương hưu được bao nhiêu một tháng?",
         "Mức chung là 500.000 đồng từ ngày 01/7/2024.",
         Outcome.ANSWERED, "Lê Thị Ngoan", OpinionKind.QUESTION),
    Said("bà Bùi Thị Huệ /Khe Vải", "Môi trường",
         "Trại gà nhà ông Tới hôi không chịu được, nhất là buổi trưa.",
         "Xã kiểm tra cùng thú y, kết quả gửi bà bằng văn bản.",
         Outcome.WRITTEN, unit=_LAND_UNIT, deadline=_WRITTEN_BY),
    Said("ông Hoàng Văn Mỵ /Mé", "Văn hóa, thể thao",
         "Nhà văn hóa làng chưa có loa, họp toàn phải hét.",
         "Cấp một bộ loa kéo trước ngày 10/9.",
         Outcome.ANSWERED, "Lê Thị Ngoan"),
    Said("chị Phạm Thị Hoà /Đồi Dứa", "Giáo dục",
         "Tiền xã hội hóa đầu năm học trường thu 650.000 đồng, có bắt buộc không?",
         "Không bắt buộc. Trường phải họp phụ huynh, ai tự nguyện mới đóng.",
         Outcome.ANSWERED, kind=OpinionKind.QUESTION),
    Said("ông Lò Văn Hặc /Mé", "Đất đai, xây dựng",
         "Đất rẫy nhà tôi trồng keo từ 1996 mà chưa có bìa.",
         "Đất này quy hoạch rừng phòng hộ, điều chỉnh thuộc thẩm quyền cấp trên.",
         Outcome.ESCALATED, "Phạm Văn Đỏ", unit=_LAND_UNIT, deadline=_SENT_UP_BY),
    Said("bà Trần Thị Ưa /Khe Vải", "An ninh, trật tự",
         "Dạo này nhiều cuộc gọi xưng công an bắt chuyển tiền, bà con hoang mang.",
         "Công an không làm việc qua điện thoại. Ai bị gọi thì tắt máy, báo công an xã.",
         Outcome.ANSWERED, "Trịnh Đình Ổn", OpinionKind.OPINION),
    Said("ông Ngô Quý Đôn /Đồi Dứa", "Thủ tục hành chính",
         "Một cửa hay đóng sớm, 16 giờ đã không còn ai.",
         "Giờ trực đến 17 giờ. Tôi nhận lỗi và cho niêm yết số điện thoại của tôi ngay cửa.",
         Outcome.ANSWERED),
    Said("", "Thủ tục hành chính",
         "Chứng thực bản sao có phải mua bìa hồ sơ không?",
         "Không. Chỉ nộp lệ phí 2.000 đồng một trang, có biên lai.",
         Outcome.ANSWERED, kind=OpinionKind.QUESTION),
    Said("bà Hà Thị Ứng /Mé", "Nông nghiệp, thủy lợi",
         "Giống lúa hỗ trợ vụ trước nảy mầm kém, mất đứt một sào.",
         "Ghi nhận, báo đơn vị cấp giống và đổi nơi cung ứng vụ sau.",
         Outcome.NOTED, unit=_LAND_UNIT),
    Said("ông Nguyễn Tiến Ấm /Khe Vải", "Khác",
         "Cán bộ nhà ai cũng giàu, chắc chắn là ăn chặn, tôi nêu tên từng người đây!",
         "Đề nghị ông dừng lời xúc phạm. Có căn cứ thì gửi đơn, xã tiếp nhận đúng luật.",
         Outcome.REFUSED, reason="Xúc phạm danh dự của người khác, không có căn cứ."),
    Said("bà Quách Thị Điệp /Mé", "Giao thông",
         'Đèn đường "thắp sáng" làng Mé hỏng 9/14 bóng & chưa ai thay.',
         "Ngày 06/9 thay hết, dùng bóng còn trong kho.",
         Outcome.ANSWERED, "Phạm Văn Đỏ"),
)  # fmt: skip
