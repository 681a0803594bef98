"""An evening in which everything happens that the journal can hold, as one view (M1, M2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.plan import Chair, ChairRole, CopyPurpose, MeetingForm, Official, Plan, Secretary
from dialogue_desktop.domain.records import (
    Answer,
    Attendance,
    Conclusion,
    Opinion,
    Outcome,
    Records,
    Session,
    Source,
    Turn,
    TurnState,
    Version,
    Voice,
)
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.resource_files import read_strict
from tests.documents.conftest import RESOURCES

DUE = date(2026, 5, 8)


def at(hour: int, minute: int) -> datetime:
    """An hour on the wall of the hall."""
    return datetime(2026, 4, 24, hour - 7, minute, tzinfo=UTC)


TUYEN = Official("ct", "Đỗ Mạnh Tuyển", "Chủ tịch Ủy ban nhân dân xã")
DUYEN = Official("pct-hd", "Cao Thị Duyên", "Phó Chủ tịch Hội đồng nhân dân xã", "bà")
UNG = Official("pct", "Lê Đình Ứng", "Phó Chủ tịch Ủy ban nhân dân xã")
CHAIRS = (
    Chair(TUYEN, ChairRole.CHAIR, (at(10, 15),)),
    Chair(DUYEN, ChairRole.CO_CHAIR, (at(9, 40),)),
    Chair(UNG, ChairRole.DEPUTY),
)
SECRETARIES = (
    Secretary(Official("t1", "Lương Thị Mẫn", "Chuyên viên Văn phòng HĐND và UBND", "bà")),
    Secretary(Official("t2", "Trịnh Quốc Bảo", "Công chức Tư pháp")),
    Secretary(Official("t3", "Bùi Văn Ổn", "Trưởng Ban Công tác Mặt trận thôn Đồng Vạn"), True),
    Secretary(Official("t4", "Ksor Hʼbia", "", "bà"), True),
)

UONG = Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp", "xóm Đình")
ON = Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp", "xóm Đình")
DOAI = Voice("Nguyễn Đức Đoài", "ông", "thôn Phú Ấp", "xóm Đình")
MUOT = Voice("Trần Thị Mượt", "bà", "thôn Đồng Vạn", "xóm Chợ")
QUYET = Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn", "xóm Trại")
HANG = Voice("Phạm Thị Hằng", "bà", "thôn Đồng Vạn")
BHIANG = Voice("Y Bhiăng Ksơr", "ông", "thôn Phú Ấp", "làng Đăk Mơ")
TUNG = Voice("Phạm Văn Tụng", "ông", "thôn Đồng Vạn")
AT = Voice("Vũ Đình Ất", "cụ", "thôn Phú Ấp")
ANH = Voice("Quách Thị Ảnh", "bà", "thôn Đồng Vạn")
GHEN = Voice("Triệu Mùi Ghển", "bà", "thôn Bến Lở")

COLLECTED = (
    Opinion(
        "c1", 1, Source.VILLAGE_HEAD, text="Kênh N4 bồi lấp, đề nghị nạo vét trước vụ mùa", voices=(QUYET,),
        consent=True, outcome=Outcome.PARTLY, unit="Phòng Kinh tế.", deadline=DUE, field="Thủy lợi",
    ),
    Opinion(
        "c2", 2, Source.SLIP, text="Xe chở cát quá tải chạy suốt ngày.", voices=(DOAI, ON, MUOT),
        consent=True, group_note="Nhóm 6 hộ đầu xóm", outcome=Outcome.WRITTEN, unit="Phòng Kinh tế",
        deadline=DUE,
    ),
    Opinion("c3", 3, Source.SLIP, text="Đường trục thôn ngập.", voices=(UONG,), consent=True, group_id="g",
            outcome=Outcome.ANSWERED),
    Opinion("c4", 4, Source.SLIP, text="Đường trục thôn lầy lội?", voices=(ON,), group_id="g",
            outcome=Outcome.ANSWERED),
    Opinion("c5", 5, Source.SLIP, text="Đường trục bao giờ làm", anonymous=True, group_id="g",
            outcome=Outcome.ANSWERED),
    Opinion(
        "c6", 6, Source.VIA_SECRETARY, text="Bãi rác sau chợ cháy âm ỉ.", voices=(MUOT,), consent=True,
        prepared_answer="Đóng cửa bãi từ 30/6", prepared_by="Phòng Kinh tế", outcome=Outcome.ANSWERED,
    ),
    Opinion(
        "c7", 7, Source.ONLINE, text="Sóng điện thoại yếu.", voices=(GHEN,), consent=True,
        prepared_answer="Dự thảo không dùng nữa", outcome=Outcome.NOTED,
    ),
    Opinion("c8", 8, Source.ONLINE, text="Nước máy có váng vàng.", voices=(HANG,), consent=True),
)  # fmt: skip

HALL = (
    Opinion(
        "h1", 9, turn_id="t1", text="Nước vẫn đục, ai kiểm tra cho dân?", voices=(HANG,), consent=True,
        linked_id="c8", outcome=Outcome.PARTLY, unit="Trạm Y tế", deadline=DUE,
    ),
    Opinion("h2", 10, turn_id="t1", text="Thẻ bảo hiểm sai tên.", voices=(HANG,), consent=True,
            outcome=Outcome.ESCALATED, receiving_body="Bảo hiểm xã hội cơ sở Đông Lâm;",
            unit="Phòng Văn hóa - Xã hội", deadline=DUE),
    Opinion("h3", 11, turn_id="t2", text="Làng Đăk Mơ thiếu nước", voices=(BHIANG,), consent=True,
            outcome=Outcome.ANSWERED),
    Opinion("h4", 12, turn_id="t3", text="Ống nước về làng vỡ!", voices=(GHEN,), consent=True,
            answered_with="h3", outcome=Outcome.ANSWERED),
    Opinion("h5", 13, turn_id="t4", text="Hội phụ nữ xin ghế mới,", voices=(MUOT, ON), consent=False,
            outcome=Outcome.NOTED),
    Opinion("h6", 14, turn_id="t5", text="Cán bộ địa chính ăn tiền của dân.", voices=(TUNG,), consent=True,
            withheld=True, outcome=Outcome.REFUSED, outcome_reason="Quy kết cá nhân không có căn cứ."),
    Opinion("h7", 15, turn_id="t6", text="Chia thừa kế giúp gia đình", anonymous=True,
            voices=(Voice(locality="thôn Bến Lở"),), outcome=Outcome.OFF_TOPIC,
            outcome_reason="Việc thừa kế của một gia đình", unit="Văn phòng HĐND và UBND", deadline=DUE),
    Opinion("h8", 16, turn_id="t7", text="Người đi cùng nói: “Chỗ tôi chưa có đèn.”", voices=(UONG,),
            consent=True, outcome=Outcome.WRITTEN),
    Opinion("h9", 17, text="Xin cấm xe trước 6 giờ.", group_note="Các hộ mặt đường", consent=True),
    Opinion("h10", 18, turn_id="t8", text="", voices=(Voice(locality="thôn Phú Ấp"),), consent=None),
)  # fmt: skip

LAM, POS = "ông Trần Hữu Lẫm", "Trưởng phòng Kinh tế"
ROAD = "Khởi công trong tháng 6, dân không phải góp tiền."
ANSWERS = (
    Answer("a1", "c1", 1, "", LAM, POS, "Xã lo 400 m cuối kênh"),
    Answer("a3", "c3", 1, "", LAM, POS, ROAD),
    Answer("a4", "c4", 1, "", LAM, POS, ROAD),
    Answer("a7", "c7", 1, "", "bà Đào Thị Ước", "", "Đã gửi nhà mạng."),
    Answer("b1", "h1", 1, "", "ông Đặng Quốc Ất", "Trưởng Trạm Y tế", "Chiều nay lấy 5 mẫu."),
    Answer("b2", "h1", 2, "Kết quả dán ở đâu?", "", "", "Tại nhà văn hóa thôn."),
    Answer("b3", "h1", 3, "Chưa được, dân cần biết ngày", "ông Đỗ Mạnh Tuyển", "Chủ tịch", "Trước 15/5"),
    Answer("b4", "h3", 1, "", LAM, POS, "Cấp ngay 300 m ống."),
    Answer("b5", "h3", 2, "", "bà Cao Thị Duyên", "", "Tỉnh cũng đã hứa."),
    Answer("b6", "h3", 3, "Bao giờ có?", LAM, POS, "Trong tháng 4."),
    Answer("b7", "h5", 1, "", "", "Chủ tịch", "Ghi nhận, nhờ bà Mượt lập danh sách."),
    Answer("b8", "h5", 2, "Xin 60 ghế.", "", "", "Đồng ý."),
    Answer("b9", "h6", 1, "", "", "", "Ông có chứng cứ thì gửi đơn."),
)

TURNS = (
    Turn("t1", 1, voice=HANG, state=TurnState.DONE, consent=True),
    Turn("t2", 2, voice=BHIANG, state=TurnState.DONE, consent=True, interpreter="bà H’Mai Kbuôr, tiếng Ê-đê"),
    Turn("t3", 3, voice=GHEN, state=TurnState.DONE, consent=True, source=Source.ONLINE),
    Turn("t4", 4, voice=MUOT, state=TurnState.DONE, interpreter="chị Hoa, tiếng Mường"),
    Turn("t5", 5, voice=TUNG, state=TurnState.DONE, consent=True),
    Turn("t6", 6, voice=Voice(locality="thôn Bến Lở"), state=TurnState.DONE, anonymous=True),
    Turn("t7", 7, voice=UONG, state=TurnState.DONE, consent=True, again=2),
    Turn("t8", 8, voice=Voice(locality="thôn Phú Ấp"), state=TurnState.DONE),
    Turn("t9", 9, voice=AT, state=TurnState.ABSENT),
    Turn("t10", 10, voice=ANH, state=TurnState.WITHDRAWN, consent=True),
    Turn("t11", 11, voice=Voice(locality="thôn Bến Lở"), state=TurnState.WAITING),
)

ATTENDANCE = (
    Attendance("n1", 0, "Hộ dân thôn Đồng Vạn", "thôn Đồng Vạn", 70, 64, 214, "hộ", at(8, 5)),
    Attendance("n2", 1, "Hộ dân thôn Phú Ấp.", "thôn Phú Ấp", None, 54, 198, "hộ", at(9, 45)),
    Attendance("n3", 2, "Đại biểu cấp xã", "", 12, 12),
    Attendance("n4", 3, "Đại biểu cấp trên", "", 3, 2),
    Attendance("n5", 4, "Điểm cầu thôn Bến Lở", "thôn Bến Lở", 20, None),
)

CONCLUSIONS = (
    Conclusion("k1", 0, "Thống nhất giờ cấm xe tải trên đường trục thôn.", True),
    Conclusion("k2", 1, "Nạo vét 400 m cuối kênh N4;", False, "Phòng Kinh tế.", DUE),
    Conclusion("k3", 2, "Giao Trạm Y tế dán kết quả xét nghiệm, chậm nhất ngày 08/5/2026.", False,
               "Trạm Y tế", DUE),
    Conclusion("k4", 3, "  ", True),
)  # fmt: skip

SESSION = Session(
    "session", at(8, 0), at(11, 15), place="Nhà văn hóa thôn Đồng Vạn và điểm cầu Nhà văn hóa thôn Bến Lở",
    chairs=CHAIRS, secretaries=SECRETARIES, adopted=True,
)  # fmt: skip
VERSIONS = (
    Version("v1", 1, at(11, 40), "a"),
    Version("v2", 2, at(14, 0), "b", "Ghi nhầm số hộ của thôn Phú Ấp"),
)


def plan() -> Plan:
    sample = read_strict(RESOURCES / "samples" / "minh_khe_2026.json", Package)
    return replace(
        sample.plan,
        chairs=tuple(replace(chair, took_over=()) for chair in CHAIRS),
        secretaries=SECRETARIES,
        form=MeetingForm.MIXED,
        form_note="qua phần mềm họp trực tuyến của tỉnh.",
        copies=(
            CopyPurpose("a", "Niêm yết tại trụ sở", 1, True),
            CopyPurpose("b", "Lưu hồ sơ"),
            CopyPurpose("c", "Gửi kèm báo cáo"),
        ),
    )


def evening() -> ConferenceView:
    records = Records(
        session=SESSION,
        turns=TURNS,
        opinions=(*COLLECTED, *HALL),
        answers=ANSWERS,
        attendance=ATTENDANCE,
        conclusions=CONCLUSIONS,
        versions=VERSIONS,
    )
    corrected = ("số người dự", "ý kiến số 9: thời hạn")
    return ConferenceView("mau", "Minh Khê", Stage.FOLLOW_UP, plan(), records, corrected)


def crowded(count: int = 300) -> ConferenceView:
    """So many collected opinions, from every source, in fields, in groups with one answer."""
    view = evening()
    sources = (Source.VILLAGE_HEAD, Source.SLIP, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE)
    people = (QUYET, MUOT, UONG, GHEN)
    fields = ("Giao thông", "Thủy lợi", "")
    collected = tuple(
        Opinion(
            f"m{n}", n, sources[n % 5], text=f"Đoạn đường thứ {n} ngập mỗi khi mưa to, đề nghị làm rãnh.",
            field=fields[n % 3], voices=(people[n % 4],), consent=n % 3 != 0, outcome=Outcome.ANSWERED,
            group_id="lớn" if n % 10 == 0 else "", unit="Phòng Kinh tế" if n % 7 == 0 else "",
            deadline=DUE if n % 7 == 0 else None,
        )
        for n in range(1, count + 1)
    )  # fmt: skip
    answers = tuple(
        Answer(
            f"m{n}", f"m{n}", 1, "", LAM, POS, ROAD if n % 10 == 0 else f"Xã làm rãnh đoạn {n} trong tháng 6."
        )
        for n in range(1, count + 1)
    )
    hall = tuple(replace(one, number=count + one.number) for one in HALL)
    records = replace(
        view.records,
        opinions=(*collected, *hall),
        answers=(*answers, *(a for a in ANSWERS if not a.opinion_id.startswith("c"))),
        versions=(),
    )
    return replace(view, records=records, corrected=())
