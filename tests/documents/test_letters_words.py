"""What the letters say, to whom, and what they do not tell (M5, M6, F1; Luật 91/2025)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.documents import after_papers
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.after_records import PaperPart, Step, StepKind
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.letters import ReplyWay, escalations, replies
from dialogue_desktop.domain.records import Records, Version
from tests.documents.before_the_day import sample, words_of
from tests.documents.letters_world import WORLDS, built, followed, hard, letters_of, one_letter, paper_of
from tests.documents.paper_plans import minh_khe, party

POWER = "Điện lực khu vực Đông Lâm"


def subject_of(records: Records, opinion: str, way: ReplyWay = ReplyWay.MATTER) -> str:
    found = replies(records, current(records), way)
    return next(one.subject for one in found if opinion in one.opinion_ids)


# --- replies


@pytest.mark.parametrize("way", ReplyWay)
def test_every_opinion_that_owes_a_reply_is_told_in_exactly_one_letter(engine: Engine, way: ReplyWay) -> None:
    """M5: each with its own words, its number in the minutes, nobody twice."""
    records = followed()
    shown = letters_of(engine, built(engine, "replies", minh_khe(), records, way=way))
    letters = replies(records, current(records), way)
    assert len(shown) == len(letters)
    by_id = {one.id: one for one in records.opinions}
    counts = Counter(key for letter in letters for key in letter.opinion_ids)
    assert set(counts.values()) == {1}
    for letter, words in zip(letters, shown, strict=True):
        for key in letter.opinion_ids:
            # A thôn's letter leaves out numbers and names; the beginning of the words is the same.
            begins = by_id[key].text.strip().split("\n")[0][:40]
            assert begins in words, key
            if len(letter.opinion_ids) == 1:
                assert f"Ý kiến số {by_id[key].number}" in words


def test_a_reply_names_the_person_the_answer_and_who_owes_what(engine: Engine) -> None:
    records = followed()
    words = one_letter(engine, "replies", records, subject_of(records, "yk-01"))
    assert "Kính gửi: Ông Đặng Văn Quyết, xóm Trại, thôn Đồng Vạn" in words
    assert "gửi trước và nêu tại Hội nghị trao đổi, đối thoại" in words
    assert "(ngày 24/4/2026)" in words
    assert "Tại Hội nghị, ông Đỗ Mạnh Tuyển, Chủ tịch Ủy ban nhân dân xã, trả lời: Tôi quyết:" in words
    assert "- Ngày 29/4/2026: Đã thay cửa phai, nạo vét được 250/400 m cuối kênh." in words
    assert "Phòng Kinh tế. Thời hạn đã hẹn là thứ Ba 05/5/2026, đến nay chưa xong" in words
    assert "Phòng Kinh tế (thực hiện)" in words
    assert "Gọi điện hỏi" not in words  # a note of the office
    assert "đôn đốc" not in words
    early = one_letter(engine, "replies", records, subject_of(records, "yk-01"), today=date(2026, 4, 30))
    assert "thời hạn có kết quả: chậm nhất thứ Ba 05/5/2026" in early


def test_what_is_done_and_what_was_put_off_is_said(engine: Engine) -> None:
    records = followed()
    done = one_letter(engine, "replies", records, subject_of(records, "yk-09"))
    assert "Việc này đã thực hiện xong ngày 07/5/2026." in done
    assert "chậm nhất" not in done
    moved = one_letter(engine, "replies", records, subject_of(records, "yk-03"))
    assert "chậm nhất thứ Hai 15/6/2026 (thời hạn đã lùi, lý do: chờ vật tư ống dẫn)." in moved


def test_one_answer_given_twice_is_told_once(engine: Engine) -> None:
    """yk-02 was answered before the hall and at it with the same words."""
    words = one_letter(engine, "replies", followed(), subject_of(followed(), "yk-02"))
    assert words.count("Đoạn đường dài 640 m") == 1


def test_who_was_sent_up_is_told_so_with_the_letter_that_went(engine: Engine) -> None:
    """M6 in M5: by the register's number, else by the history's; and once the answer came, that it came."""
    records = followed()
    subject = subject_of(records, "yk-12")
    assert "đã có Công văn số 28/UBND-VP ngày 29/4/2026 đề nghị Điện lực" in one_letter(
        engine, "replies", records, subject
    )
    sent = Line("x", "escalations", escalation(records, POWER), number="9", dated_on=date(2026, 4, 28))
    told = replace(records, papers=(*records.papers, sent))
    words = one_letter(engine, "replies", told, subject)
    assert "vượt thẩm quyền giải quyết của Ủy ban nhân dân xã Minh Khê" in words
    assert "đã có Công văn số 09/UBND-VP ngày 28/4/2026 đề nghị Điện lực" in words
    assert "sẽ được thông báo đến ông khi có văn bản trả lời" in words
    promise = next(one for one in current(records) if "yk-12" in one.opinion_ids)
    came = Step(
        "b9",
        promise.id,
        date(2026, 5, 16),
        StepKind.LETTER_IN,
        "sẽ chuyển cột trong tháng 6",
        letter="77/ĐLĐL",
    )
    answered = replace(records, steps=(*records.steps, came))
    words = one_letter(engine, "replies", answered, subject)
    assert "sẽ chuyển cột trong tháng 6 (Văn bản trả lời số 77/ĐLĐL)" in words
    assert "Điện lực khu vực Đông Lâm đã trả lời tại Văn bản số 77/ĐLĐL." in words
    assert "khi có văn bản trả lời" not in words


def escalation(records: Records, to: str) -> str:
    return next(one.subject for one in escalations(records, current(records)) if one.to == to)


def test_names_of_those_who_refused_stand_in_their_own_letter_alone(engine: Engine) -> None:
    """Luật 91/2025: also where an answer of the hall names them."""
    records = hard()
    for way in ReplyWay:
        for words in letters_of(engine, built(engine, "replies", minh_khe(), records, way=way)):
            head = words.split("nhận được ý kiến")[0]
            if "Ma Thị Sua" in words:
                assert "Bà Ma Thị Sua, thôn Bến Lở" in head
            if "0912 345 678" in words:
                assert "Ma Thị Sua" in head


def test_a_letter_to_a_thon_is_fit_for_everybody(engine: Engine) -> None:
    """M5: by consent, no house, no number, through its head."""
    records = sample()
    shown = letters_of(engine, built(engine, "replies", minh_khe(), records, way=ReplyWay.LOCALITY))
    thon = [words for words in shown if "và Nhân dân thôn" in words]
    assert len(thon) == 3
    assert any("Kính gửi: Trưởng thôn Phú Ấp và Nhân dân thôn Phú Ấp" in words for words in thon)
    for words in thon:
        assert "xóm Bãi, thôn" not in words
        assert "Lò Văn Ế" not in words
        assert re.search(r"Đề nghị Trưởng thôn [\w ]+ thông báo nội dung trả lời này", words)
    own = next(words for words in shown if "Lò Văn Ế" in words)
    assert "Kính gửi: Ông Lò Văn Ế, xóm Bãi, thôn Phú Ấp" in own
    assert "MTTQ" not in own  # known to those who settle it, to no supervisor
    assert "Phòng Văn hóa - Xã hội (thực hiện)" in own


def test_an_opinion_of_two_thon_stands_with_the_first_and_the_other_is_told(engine: Engine) -> None:
    records = hard()
    shown = letters_of(engine, built(engine, "replies", minh_khe(), records, way=ReplyWay.LOCALITY))
    (words,) = (one for one in shown if "Lê Văn Hùng (thôn Đồng Vạn); em Tòng Thị Én (thôn Bến Lở)" in one)
    assert "Kính gửi: Trưởng thôn Đồng Vạn và Nhân dân thôn Đồng Vạn" in words
    assert "- Trưởng thôn Bến Lở (thông báo tới người có ý kiến);" in words


def test_who_gave_no_name_is_reached_through_the_head_or_the_board(engine: Engine) -> None:
    records = hard()
    placed = one_letter(engine, "replies", records, subject_of(records, "h6"))
    assert "Kính gửi: Trưởng thôn Đồng Vạn (để thông báo tới người có ý kiến)" in placed
    board = one_letter(engine, "replies", records, subject_of(records, "h2"))
    assert "Kính gửi: Người có ý kiến gửi đến Hội nghị (thông báo tại trụ sở UBND xã Minh Khê)" in board
    group = one_letter(engine, "replies", records, subject_of(records, "h3"))
    assert "Kính gửi: Nhóm 12 hộ & xóm Chợ" in group


def test_a_crowd_is_written_to_by_its_first_and_listed_at_the_end(engine: Engine) -> None:
    records = hard()
    words = one_letter(engine, "replies", records, subject_of(records, "h4"))
    assert (
        "Kính gửi: Ông Hoàng Văn Tư 1, xóm Đình, thôn Phú Ấp và 59 người cùng có ý kiến "
        "(danh sách ở cuối văn bản)" in words
    )
    assert all(f"Ông Hoàng Văn Tư {k}, xóm Đình" in words for k in range(1, 61))
    assert "Ma Thị Sua" not in words
    assert "công dân thôn Bến Lở" in words


def test_a_petition_of_many_pages_is_told_in_short_and_an_answer_in_full(engine: Engine) -> None:
    records = hard()
    asked = one_letter(engine, "replies", records, subject_of(records, "h2"))
    assert "(ghi đầy đủ tại ý kiến số 2 trong Biên bản Hội nghị)." in asked
    assert "Đoạn 299" not in asked
    answered = one_letter(engine, "replies", records, subject_of(records, "h1"))
    assert "Đoạn 299: xã đã kiểm tra" in answered
    assert "<b>đậm</b> {a} {0} %s =1+1" in answered


# --- what the office gives and rewords


def test_number_date_and_own_words_of_one_letter_stand_in_it_alone(engine: Engine) -> None:
    """M5: the register's line of this subject; the others keep room for the pen."""
    records = followed()
    mine, other = subject_of(records, "yk-03"), subject_of(records, "yk-09")
    line = Line(
        "vb",
        "replies",
        mine,
        number="7",
        dated_on=date(2026, 5, 4),
        recipients=("Như trên", "Lưu: VT"),
        parts=(
            PaperPart("answer", "Xã đã nối ống tạm ngày 26/4.\nTuyến mới làm năm 2027."),
            PaperPart("closing", "Trân trọng cảm ơn bà."),
            PaperPart("subject", "trả lời kiến nghị về nước sạch"),
        ),
    )
    records = replace(records, papers=(line,))
    words = one_letter(engine, "replies", records, mine)
    assert "Số: 07/UBND-VP" in words
    assert "Minh Khê, ngày 04 tháng 5 năm 2026" in words
    assert "V/v trả lời kiến nghị về nước sạch" in words
    assert "Xã đã nối ống tạm ngày 26/4.\nTuyến mới làm năm 2027.\nTrân trọng cảm ơn bà./." in words
    assert "Tại Hội nghị, ông Trần Hữu Lẫm" not in words
    assert "MTTQ" not in words
    assert "Số: 07" not in one_letter(engine, "replies", records, other)


def test_a_letter_that_was_put_right_says_which_one_it_replaces(engine: Engine) -> None:
    records = followed()
    mine = subject_of(records, "yk-03")
    first = Line("v1", "replies", mine, number="7", symbol="UBND-VP", dated_on=date(2026, 5, 4))
    second = replace(first, id="v2", number="9", version=2, replaces="v1", reason="ghi nhầm ngày nối ống.")
    records = replace(records, papers=(first, second))
    words = one_letter(engine, "replies", records, mine)
    assert "Số: 09/UBND-VP" in words
    assert (
        "Công văn này thay thế Công văn số 07/UBND-VP ngày 04/5/2026; lý do: ghi nhầm ngày nối ống." in words
    )


def test_one_letter_is_a_draft_until_the_minutes_are_frozen(engine: Engine) -> None:
    """The label stands on the first page of a file, so a file of many letters has none."""
    records = followed()
    mine = subject_of(records, "yk-03")
    assert built(engine, "replies", minh_khe(), records, only=(mine,)).label == "Dự thảo"
    assert built(engine, "replies", minh_khe(), records).label == ""
    frozen = replace(records, versions=(Version("v", 1),))
    assert built(engine, "replies", minh_khe(), frozen, only=(mine,)).label == ""


def test_every_part_tells_its_draft(engine: Engine) -> None:
    """What an editor offers is what the page would say."""
    asked: dict[tuple[str, str], str] = {}
    records = followed()
    subject = subject_of(records, "yk-01", ReplyWay.LOCALITY)
    paper = replace(
        paper_of(engine, "replies", minh_khe(), records, only=(subject,), way=ReplyWay.LOCALITY), asked=asked
    )
    after_papers.build(paper)
    keys = [key for found, key in asked if found == subject]
    assert keys[:3] == ["subject", "addressees", "opening"]
    assert {"answer:1", "answer:9", "closing", "recipients", "signer"} <= set(keys)
    assert "Tại Hội nghị, ông Trần Hữu Lẫm" in asked[subject, "answer:1"]
    assert asked[subject, "signer"].split("\n") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đỗ Mạnh Tuyển"]


def test_only_the_wanted_letter_and_its_way_by_its_subject(engine: Engine) -> None:
    """The register issues one by one, also one that was made in another way than is chosen now."""
    records = followed()
    person = subject_of(records, "yk-22", ReplyWay.PERSON)
    document = built(engine, "replies", minh_khe(), records, only=(person,))
    assert len(document.sections) == 1
    assert "Lò Văn Ế" in words_of(engine, document)
    nothing = built(engine, "replies", minh_khe(), records, only=("viec:khong-co",))
    assert nothing.sections == ()


# --- to the higher level


def test_a_letter_goes_to_each_body_with_the_law_and_an_extract(engine: Engine) -> None:
    """M6: who consented is named by thôn, what is asked and by when, what the minutes say of it."""
    records = sample()
    document = built(engine, "escalations", minh_khe(), records)
    assert len(document.sections) == 6
    letter, extract = letters_of(engine, document)[:2]
    assert f"Kính gửi: {POWER}" in letter
    assert (
        "Thực hiện Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15 và Kế hoạch số 42/KH" in letter
    )
    assert "có 02 ý kiến" in letter
    assert "Biên bản số 07/BB-UBND" in letter
    assert "Ông Y Bhiăng Ksơr (thôn Phú Ấp):" in letter
    assert "làng Đăk Mơ, thôn" not in letter
    assert "chậm nhất thứ Hai 08/6/2026" in letter
    assert "TRÍCH BIÊN BẢN HỘI NGHỊ" in extract
    assert "20. Ông Lương Văn Đượm (thôn Đồng Vạn): Trạm biến áp xóm Trại" in extract
    assert "Kết quả: vượt thẩm quyền" in extract


def test_the_letter_that_is_enclosed_is_cited_once_it_has_its_number(engine: Engine) -> None:
    records = sample()
    line = Line("v", "escalations", escalation(records, POWER), number="28", dated_on=date(2026, 4, 29))
    document = built(engine, "escalations", minh_khe(), replace(records, papers=(line,)))
    letter, extract = letters_of(engine, document)[:2]
    assert "Số: 28/UBND-VP" in letter
    assert "chậm nhất thứ Sáu 22/5/2026" in letter  # fifteen working days, 30/4 and 1/5 left out
    assert "(Kèm theo Công văn số 28/UBND-VP ngày 29/4/2026 của" in " ".join(extract.split())


def test_whom_the_register_names_alone_is_the_one_written_to(engine: Engine) -> None:
    """The line of a letter begins with its receiver; copies still go where they usually do."""
    records = sample()
    subject = escalation(records, POWER)
    line = Line("v", "escalations", subject, number="28", recipients=(POWER,))
    words = one_letter(engine, "escalations", replace(records, papers=(line,)), subject)
    assert f"- {POWER};" not in words
    assert "- Như trên;\n- Thường trực Đảng ủy, HĐND xã (b/c);" in words
    more = replace(line, recipients=(POWER, "Như trên", "Sở Công Thương"))
    words = one_letter(engine, "escalations", replace(records, papers=(more,)), subject)
    assert "- Như trên;\n- Sở Công Thương;\n- Lưu: VT, VP." in words


def test_more_than_three_matters_stand_in_a_table_and_nobody_without_consent_is_named(engine: Engine) -> None:
    plan, records = WORLDS["many"]()
    words = words_of(engine, built(engine, "escalations", plan, records))
    assert "Số\tNgười có ý kiến\tNội dung ý kiến, kiến nghị\tÝ kiến, việc đã làm của xã" in words
    assert "15\tMột công dân thôn Phú Ấp\t" in words
    assert not re.search(r"Hảo (15|30|45|60)\b", words)
    assert words.count("Chuyển để xem xét, giải quyết theo thẩm quyền.") == 20


def test_what_names_no_body_leaves_room_and_what_was_held_back_goes_without_its_name(engine: Engine) -> None:
    records = hard()
    document = built(engine, "escalations", minh_khe(), records)
    blank = next(words for words in letters_of(engine, document) if "Kính gửi: …" in words)
    assert "Một công dân thôn Bến Lở:" in blank
    assert "Ma Thị Sua" not in words_of(engine, document)
    assert "0912 345 678" not in words_of(engine, document)
    assert "[số đã che]" in blank


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (date(2024, 8, 28), "Điều 125 Luật Tổ chức chính quyền địa phương năm 2015"),
        (date(2025, 4, 25), "Điều 24 Luật Tổ chức chính quyền địa phương số 65/2025/QH15"),
        (date(2025, 6, 16), "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    ],
)
def test_the_law_is_that_of_the_day(engine: Engine, day: date, law: str) -> None:
    plan = replace(minh_khe(), time=replace(minh_khe().time, day=day))
    assert f"Thực hiện {law} và Kế hoạch" in words_of(engine, built(engine, "escalations", plan, sample()))


def test_the_party_cites_its_plan_alone(engine: Engine) -> None:
    words = words_of(engine, built(engine, "escalations", party(minh_khe()), sample()))
    assert "Luật Tổ chức" not in words
    assert "Đảng ủy xã Minh Khê kính đề nghị" in words
