"""The posted copy leaves out what may not be published (M2, standards §6)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.privacy import MASKED_NUMBER, mask_numbers, posted
from dialogue_desktop.domain.records import (
    Answer,
    Attendance,
    Conclusion,
    Opinion,
    Outcome,
    Records,
    Source,
    Turn,
    TurnState,
    Version,
    Voice,
)

UONG = Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp", "xóm Đình")
HOA = Voice("Đào Thị Hoà", "bà", "thôn Bến Lở")


def _posted(opinion: Opinion, *answers: Answer) -> tuple[Opinion, tuple[Answer, ...], tuple[str, ...]]:
    fit = posted(Records(opinions=(opinion,), answers=answers))
    return fit.records.opinions[0], fit.records.answers, fit.masked


@pytest.mark.parametrize(("consent", "name"), [(True, "Nguyễn Đức Ưởng"), (False, ""), (None, "")])
def test_a_name_needs_consent_and_silence_is_none(consent: bool | None, name: str) -> None:
    opinion, _, masked = _posted(Opinion("o", 3, text="Đường xấu", voices=(UONG,), consent=consent))
    assert opinion.voices == (Voice(name, "ông" if name else "", "thôn Phú Ấp"),)
    assert ("Tên ông Nguyễn Đức Ưởng (ý kiến số 3)" in masked) is not bool(name)
    assert "Địa chỉ xóm Đình (ý kiến số 3)" in masked


@pytest.mark.parametrize(
    "said",
    [
        "0912345678", "0912.345.678", "091 234 5678", "+84912345678", "024 3825 1234", "038082001234",
        "(024) 3825 1234", "0912–345–678", "34A-123.45", "29H1-234.56", "36B1-01234", "14C 123.45",
        "34A12345", "29-C1 234.56",
    ],
)  # fmt: skip
def test_numbers_of_telephone_identity_and_vehicle_are_masked(said: str) -> None:
    assert mask_numbers(f"Gọi tôi số {said} nhé") == (f"Gọi tôi số {MASKED_NUMBER} nhé", 1)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("CMND 145678901 cấp năm 2010", "CMND [số đã che] cấp năm 2010"),
        ("số tài khoản của tôi là 1903 4567 8901 23", "số tài khoản của tôi là [số đã che]"),
        ("thẻ BHYT DN4010123456789 bị sai", "thẻ BHYT [số đã che] bị sai"),
        ("hộ chiếu số B1234567", "hộ chiếu số [số đã che]"),
    ],
)
def test_a_number_that_is_said_to_be_somebodys_is_masked(said: str, left: str) -> None:
    assert mask_numbers(said) == (left, 1)


@pytest.mark.parametrize(
    "said",
    [
        "1.150.000.000 đồng", "ngày 24/4/2026", "0,5 m", "500000 đồng", "Nghị quyết 08/NQ-HĐND", "02 bản",
        "ngày 01.02.2026 10 giờ", "05-04-2026 lúc 8 giờ 30", "Nghị định 30/2020/NĐ-CP", "15 A 12 cột",
        "Quốc lộ 12B dài 120 km", "bảo hiểm 2.340.000 đồng đã nộp", "Thông tư 12/2025/TT-BTC",
        "tổ 12 có 45 hộ", "tài khoản 120 triệu đồng",
    ],
)  # fmt: skip
def test_other_numbers_stay(said: str) -> None:
    assert mask_numbers(said) == (said, 0)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Nhà tôi ở số nhà 12, ngõ 3 bị ngập.", "Nhà tôi ở [địa chỉ đã che] bị ngập."),
        ("Ngõ 3, số nhà 12/5 đường Trần Phú hay ngập", "[địa chỉ đã che] hay ngập"),
        ("Tôi ở số 5. Rãnh tắc.", "Tôi ở [địa chỉ đã che]. Rãnh tắc."),
        ("xe đỗ trước SN 27 cả ngày", "xe đỗ trước [địa chỉ đã che] cả ngày"),
        ("số 12 ngõ 3 thôn Phú Ấp", "[địa chỉ đã che] thôn Phú Ấp"),
        ("Gửi cho uong.nd@gmail.com nhé", "Gửi cho [thư điện tử đã che] nhé"),
        ("đã đăng ở facebook.com/uong.nguyen.56", "đã đăng ở [tài khoản đã che]"),
        ("Tôi sinh ngày 12/3/1956, mắt kém", "Tôi [ngày sinh đã che], mắt kém"),
        ("Bà Lê Thị Ổn sinh năm 1960 chưa có thẻ", "Bà Lê Thị Ổn [ngày sinh đã che] chưa có thẻ"),
    ],
)
def test_houses_mails_and_days_of_birth_are_left_out_of_every_text(said: str, left: str) -> None:
    opinion, (answer,), masked = _posted(
        Opinion("o", 1, text=said, outcome_reason=said), Answer("a", "o", 1, said, text=said)
    )
    assert {opinion.text, opinion.outcome_reason, answer.follow_up, answer.text} == {left}
    assert len(masked) == 4


@pytest.mark.parametrize(
    "said",
    [
        "Đèn đường ngõ 3 hỏng, ngõ 5 chưa có.", "Đường trục thôn số 2 dài 600 m",
        "Học sinh năm 2026 đông hơn", "khai giảng cho học sinh ngày 05/9/2026",
        "Vệ sinh năm 2025 thu 30.000 đồng", "Nghị quyết số 12 về đường",
        "Xây nhà số lượng lớn", "ở số hộ còn lại", "kênh N4/2 tràn", "Ao nhà số cá chết nhiều",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_stays(said: str) -> None:
    opinion, _, masked = _posted(Opinion("o", 1, text=said))
    assert (opinion.text, masked) == (said, ())


def test_what_the_secretary_withholds_goes_with_its_answers() -> None:
    opinion, answers, masked = _posted(
        Opinion(
            "o", 1, text="Ông A ăn tiền", voices=(UONG,), consent=True, withheld=True,
            outcome=Outcome.REFUSED, outcome_reason="Tố ông A", prepared_answer="Ông A nói không",
        ),
        Answer("a", "o", 1, text="Đã nhắc nhở"),
    )  # fmt: skip
    assert (opinion.text, opinion.outcome_reason, opinion.prepared_answer, answers) == ("", "", "", ())
    assert masked == (
        "Địa chỉ xóm Đình (ý kiến số 1)",
        "Nội dung ý kiến số 1",
        "Nội dung trả lời ý kiến số 1",
        "Nội dung lý do ở kết quả ý kiến số 1",
    )


def test_an_answer_gives_no_number_away() -> None:
    _, answers, masked = _posted(
        Opinion("o", 1, text="x"), Answer("a", "o", 1, "Số tôi 0912345678", text="Gọi 0912 345 678")
    )
    assert (answers[0].follow_up, answers[0].text) == (f"Số tôi {MASKED_NUMBER}", f"Gọi {MASKED_NUMBER}")
    assert masked == (
        "Số 0912345678 trong lời trao đổi lại (ý kiến số 1)",
        "Số 0912 345 678 trong trả lời (ý kiến số 1)",
    )


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (
            "Ông Ưởng nói đúng, ông Nguyễn Đức Ưởng ở xóm tôi.",
            "Công dân thôn Phú Ấp nói đúng, {c} ở xóm tôi.",
        ),
        ("Nhờ anh Đức Ưởng (thôn Phú Ấp) chỉ chỗ.", "Nhờ {c} chỉ chỗ."),
        ("NGUYỄN ĐỨC ƯỞNG ký", "{c} ký"),
        ("Nguyen Duc Uong có gọi", "{c} có gọi"),
        ("bà Đào Thị Hòa cho mượn xe", "công dân thôn Bến Lở cho mượn xe"),
        ("Chỗ nhà bà Hòa, bà Hoà", "Chỗ nhà công dân thôn Bến Lở, công dân thôn Bến Lở"),
    ],
)
def test_who_did_not_consent_is_named_in_nobodys_words(said: str, left: str) -> None:
    """M2: in the text of another, in answers, in what was said again, in conclusions and their reasons."""
    left = left.format(c="công dân thôn Phú Ấp")
    other = Opinion("x", 9, text=said, voices=(Voice("Trần Thị Mượt", "bà", "thôn Đồng Vạn"),), consent=True)
    records = Records(
        opinions=(Opinion("o", 1, text="Đường", voices=(UONG,)), Opinion("h", 2, voices=(HOA,)), other),
        answers=(Answer("a", "x", 1, said, "ông Trần Hữu Lẫm", "", said),),
        conclusions=(Conclusion("c", 0, said),),
        attendance=(Attendance("n", label=said),),
        versions=(Version("v", 2, reason=said),),
    )
    fit = posted(records).records
    shown = (
        fit.opinions[2].text, fit.answers[0].follow_up, fit.answers[0].text, fit.conclusions[0].text,
        fit.attendance[0].label, fit.versions[0].reason,
    )  # fmt: skip
    assert set(shown) == {left}


@pytest.mark.parametrize(
    "said",
    [
        "Bà con ưởng hạt giống", "ông Hoàng nói", "bà Hoa cho mượn", "ông Đức trả lời", "hoà bình", "cô Ương",
    ],
)  # fmt: skip
def test_other_people_and_words_are_left_alone(said: str) -> None:
    """Another given name, another tone, an official of that name."""
    records = Records(
        opinions=(
            Opinion("o", 1, voices=(HOA, UONG, Voice("Lò Minh Đức", "anh", "thôn Bến Lở"))),
            Opinion("x", 2, text=said),
        ),
        answers=(Answer("a", "x", 1, answerer="ông Vi Văn Đức", text="Vâng"),),
    )  # fmt: skip
    assert posted(records).records.opinions[1].text == said


def test_who_consented_stays_named_and_a_namesake_in_office_too() -> None:
    """ "ông Đức" in a speech of his own is the speaker, in another's he may be the chief of police."""
    duc = Voice("Lò Minh Đức", "anh", "thôn Bến Lở")
    records = Records(
        opinions=(
            Opinion("o", 1, text="Tôi là anh Đức đây", voices=(duc,)),
            Opinion("x", 2, text="Hỏi ông Đức, bà Hoà", voices=(HOA,), consent=True),
        ),
        answers=(Answer("a", "x", 1, answerer="ông Vi Văn Đức", text="Chào bà Hoà"),),
    )
    fit = posted(records).records
    assert fit.opinions[0].text == "Tôi là công dân thôn Bến Lở đây"
    assert fit.opinions[1].text == "Hỏi ông Đức, bà Hoà"
    assert fit.answers[0].text == "Chào bà Hoà"
    assert (
        posted(Records(opinions=records.opinions), ["Vi Văn Đức"])
        .records.opinions[1]
        .text.startswith("Hỏi ông Đức")
    )


def test_the_list_goes_as_the_page_does() -> None:
    """M2: head, collected by source, who did not come, hall, conclusions; the same twice is 2 chỗ."""
    records = Records(
        opinions=(
            Opinion("h", 1, text="0912345678, nhắc lại 0912345678", turn_id="t2"),
            Opinion("s", 2, Source.SLIP, text="số nhà 4", voices=(UONG,)),
            Opinion("v", 3, Source.VILLAGE_HEAD, text="x", voices=(HOA,), consent=True),
        ),
        turns=(
            Turn("t1", 1, voice=HOA, state=TurnState.ABSENT),
            Turn("t2", 2, voice=Voice("Y Đăm", "anh"), interpreter="bà H’Mai, tiếng Ê-đê"),
            Turn("t3", 3, voice=Voice("Bế Văn Khải", "ông"), state=TurnState.DONE),
        ),
        attendance=(Attendance("n", label="Nhóm ông Khải"),),
        conclusions=(Conclusion("c", 0, "Trả lời ông Bế Văn Khải"),),
    )
    assert posted(records).masked == (
        "Tên ông Khải (dòng điểm danh 1)",
        "Tên ông Nguyễn Đức Ưởng (ý kiến số 2)",
        "Địa chỉ xóm Đình (ý kiến số 2)",
        "Địa chỉ số nhà 4 trong nội dung (ý kiến số 2)",
        "Tên bà Đào Thị Hoà (lượt số 1)",
        "Người phiên dịch bà H’Mai, tiếng Ê-đê (lượt số 2)",
        "Số 0912345678 trong nội dung (ý kiến số 1), 2 chỗ",
        "Tên ông Bế Văn Khải (kết luận 1)",
    )


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Gọi 3825.123 gặp tôi", "Gọi [số đã che] gặp tôi"),
        ("nhà ở Lô 7 Trần Phú, cạnh chợ", "nhà ở [địa chỉ đã che], cạnh chợ"),
        ("xóm 3 mất nước, 3 825 hộ", "xóm 3 mất nước, 3 825 hộ"),
    ],
)
def test_a_telephone_and_a_house_that_the_office_knows_are_left_out_however_written(
    said: str, left: str
) -> None:
    contacts = (
        Contact("o", "3825 123", "lô 7, Trần Phú"),
        Contact("p", "", "xóm 3"),
        Contact("q", "", "Đình"),
    )
    fit = posted(Records(opinions=(Opinion("o", 1, text=said),)), (), contacts)
    assert fit.records.opinions[0].text == left
    assert bool(fit.masked) is (said != left)


def test_a_group_is_left_out_with_its_people() -> None:
    opinion, _, masked = _posted(Opinion("o", 4, text="x", voices=(HOA,), group_note="Nhóm 6 hộ nhà bà Hoà"))
    assert opinion.group_note == ""
    assert "Tên Nhóm 6 hộ nhà bà Hoà (ý kiến số 4)" in masked
