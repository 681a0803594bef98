"""Every case that the journal can hold is right on the page, in PDF, Word and plain text (M1, M2, M3)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from dialogue_desktop.documents import doc_minutes
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.plan import MeetingForm
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Records, Session, Source, Turn, TurnState, Version, Voice
from tests.documents.full_evening import CHAIRS, at, crowded, evening, plan
from tests.documents.paper import docx_flow, read_pdf, squeezed


def minutes_of(engine: Engine, view: ConferenceView, *, public: bool = False) -> Document:
    if public:
        view = replace(view, records=posted(view.records).records)
    words = engine.phrases("minutes")
    return doc_minutes.build(view, engine.sheet("nd30"), words, "{count} bản {purpose}", posted=public)


def lines_of(engine: Engine, view: ConferenceView, *, public: bool = False) -> list[str]:
    return engine.text(minutes_of(engine, view, public=public)).splitlines()


def with_records(**changes: Any) -> ConferenceView:
    view = evening()
    return replace(view, records=replace(view.records, **changes))


@pytest.fixture(scope="module")
def lines(engine: Engine) -> list[str]:
    return lines_of(engine, evening())


@pytest.fixture(scope="module")
def public(engine: Engine) -> list[str]:
    return lines_of(engine, evening(), public=True)


@pytest.mark.parametrize("shown", [False, True], ids=["full", "posted"])
def test_pdf_word_and_plain_text_say_the_same(engine: Engine, shown: bool) -> None:
    tree = minutes_of(engine, evening(), public=shown)
    words = squeezed(engine.text(tree).replace("\u00a0", ""))
    assert read_pdf(engine.pdf(tree).data).flow == words
    assert docx_flow(engine.docx(tree).data) == words


@pytest.mark.parametrize("view", [evening(), crowded(60)], ids=["everything", "sixty"])
@pytest.mark.parametrize("shown", [False, True], ids=["full", "posted"])
def test_no_sign_is_doubled_and_nothing_is_empty(engine: Engine, view: ConferenceView, shown: bool) -> None:
    for line in lines_of(engine, view, public=shown):
        assert not re.search(
            r"\.\.|;;|,,|[.,;:] ?[,;]|\( | \)|\(\)|  | [,.;:]|[,:;]\.|: ?:|\{|\}|None", line
        ), line
        assert line == line.strip()
        assert not re.fullmatch(r"- ?[.;]?|Kết quả:\s*|Lý do:\s*", line)


@pytest.mark.parametrize(
    "line",
    [
        # one clear line on the version
        "Biên bản lần 2, thay Biên bản lần 1 chốt lúc 11 giờ 40 phút, ngày 24 tháng 4 năm 2026. Nội dung "
        "đính chính: số người dự; ý kiến số 9: thời hạn. Lý do: Ghi nhầm số hộ của thôn Phú Ấp.",
        # places, form
        "Địa điểm: Nhà văn hóa thôn Đồng Vạn và điểm cầu Nhà văn hóa thôn Bến Lở.",
        "Hình thức: Trực tiếp kết hợp trực tuyến (qua phần mềm họp trực tuyến của tỉnh).",
        # the arithmetic of who came
        "- Hộ dân thôn Phú Ấp: 54/198 hộ.",
        "- Điểm cầu thôn Bến Lở: ……… (mời 20).",
        "Tổng số 118 hộ dự (64 + 54) trên tổng số 412 hộ (214 + 198) của địa phương, bằng 28,6%; tổng số 14 "
        "người dự (12 + 02). Chưa tính 01 nhóm chưa điểm danh. Số người dự theo lần điểm danh lúc 09 giờ 45 "
        "phút.",
        # who chaired, from when, and who wrote
        "Chủ trì (chủ tọa): Ông Đỗ Mạnh Tuyển, Chủ tịch Ủy ban nhân dân xã; bà Cao Thị Duyên, Phó Chủ tịch "
        "Hội đồng nhân dân xã (đồng chủ trì); ông Lê Đình Ứng, Phó Chủ tịch Ủy ban nhân dân xã (phó chủ "
        "trì).",
        "Từ 09 giờ 40 phút, bà Cao Thị Duyên điều hành hội nghị thay ông Đỗ Mạnh Tuyển; từ 10 giờ 15 phút, "
        "ông Đỗ Mạnh Tuyển điều hành hội nghị thay bà Cao Thị Duyên.",
        "Thư ký (người ghi biên bản): Bà Lương Thị Mẫn, Chuyên viên Văn phòng HĐND và UBND; ông Trịnh Quốc "
        "Bảo, Công chức Tư pháp; ông Bùi Văn Ổn, Trưởng Ban Công tác Mặt trận thôn Đồng Vạn (đại diện Nhân "
        "dân); bà Ksor Hʼbia, đại diện Nhân dân.",
        # several people with one opinion, with the group they speak for
        "Ý kiến số 2. Ông Nguyễn Đức Đoài, bà Lê Thị Ổn (cùng xóm Đình, thôn Phú Ấp); bà Trần Thị Mượt (xóm "
        "Chợ, thôn Đồng Vạn); nhóm 6 hộ đầu xóm: Xe chở cát quá tải chạy suốt ngày.",
        "Ý kiến số 17. Các hộ mặt đường: Xin cấm xe trước 6 giờ.",
        # prepared and given; the same thing said again at the hall
        "Nội dung trả lời do Phòng Kinh tế chuẩn bị trước hội nghị: Đóng cửa bãi từ 30/6.",
        "Trả lời: như trả lời ý kiến số 9, nêu lại tại hội nghị.",
        "Ý kiến số 9. Bà Phạm Thị Hằng (thôn Đồng Vạn): Nước vẫn đục, ai kiểm tra cho dân? (Cùng nội dung "
        "với ý kiến số 8.)",
        # who did not speak
        "Tại hội nghị có 08 lượt người phát biểu (trong đó 01 lượt trực tuyến) với 10 ý kiến, kiến nghị. "
        "Có 01 người đăng ký nhưng vắng khi được mời phát biểu: cụ Vũ Đình Ất (thôn Phú Ấp). Có 01 người "
        "rút đăng ký phát biểu: bà Quách Thị Ảnh (thôn Đồng Vạn). Có 01 người đăng ký nhưng chưa được phát "
        "biểu: công dân thôn Bến Lở. Cụ thể:",
        # interpreted, online, several answering one, jointly, round by round
        "Ý kiến số 11. Ông Y Bhiăng Ksơr (làng Đăk Mơ, thôn Phú Ấp, bà H’Mai Kbuôr phiên dịch tiếng Ê-đê): "
        "Làng Đăk Mơ thiếu nước.",
        "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế, trả lời chung cho cả ý kiến số 12: Cấp ngay 300 m ống.",
        "Bà Cao Thị Duyên trả lời thêm: Tỉnh cũng đã hứa.",
        "Ông Y Bhiăng Ksơr trao đổi lại: Bao giờ có?",
        "Ý kiến số 12. Bà Triệu Mùi Ghển (thôn Bến Lở, trực tuyến): Ống nước về làng vỡ!",
        "Trả lời: như trả lời ý kiến số 11.",
        "Người nêu ý kiến trao đổi lại: Xin 60 ghế.",
        "Chủ tịch trả lời: Ghi nhận, nhờ bà Mượt lập danh sách.",
        # outcomes with reason, unit, day; words that end with a sign of their own
        "Kết quả: đã trả lời tại hội nghị.",
        "Kết quả: đã trả lời một phần tại hội nghị, còn phải giải quyết tiếp; giao Phòng Kinh tế; chậm nhất "
        "ngày 08/5/2026.",
        "Kết quả: trả lời bằng văn bản.",
        "Kết quả: vượt thẩm quyền, có văn bản đề nghị cấp có thẩm quyền xem xét, giải quyết; gửi Bảo hiểm xã "
        "hội cơ sở Đông Lâm; giao Phòng Văn hóa - Xã hội; chậm nhất ngày 08/5/2026.",
        "Kết quả: ngoài nội dung hội nghị, trả lời riêng; lý do: Việc thừa kế của một gia đình; giao Văn "
        "phòng HĐND và UBND; chậm nhất ngày 08/5/2026.",
        "Kết quả: Chủ trì từ chối đối thoại; lý do: Quy kết cá nhân không có căn cứ.",
        "Kết quả: Chủ trì ghi nhận, tiếp thu.",
        "Ý kiến số 13. Bà Trần Thị Mượt (xóm Chợ, thôn Đồng Vạn); bà Lê Thị Ổn (xóm Đình, thôn Phú Ấp, chị "
        "Hoa phiên dịch tiếng Mường): Hội phụ nữ xin ghế mới.",
        "Ý kiến số 16. Ông Nguyễn Đức Ưởng (xóm Đình, thôn Phú Ấp): Người đi cùng nói: “Chỗ tôi chưa có "
        "đèn.”",
        "Ý kiến số 18. Công dân (thôn Phú Ấp): ………",
        # where they are named again
        "- Ý kiến số 2 của ông Nguyễn Đức Đoài và 02 người khác (thôn Phú Ấp và thôn Đồng Vạn): giao Phòng "
        "Kinh tế; chậm nhất ngày 08/5/2026.",
        "- Ý kiến số 15 của công dân không nêu tên (thôn Bến Lở): giao Văn phòng HĐND và UBND; chậm nhất "
        "ngày 08/5/2026.",
        # conclusions
        "- Nạo vét 400 m cuối kênh N4; giao Phòng Kinh tế; chậm nhất ngày 08/5/2026.",
        "- Giao Trạm Y tế dán kết quả xét nghiệm, chậm nhất ngày 08/5/2026.",
    ],
)  # fmt: skip
def test_a_case_is_one_right_line(lines: list[str], line: str) -> None:
    assert line in lines


@pytest.mark.parametrize(
    "line",
    [
        "Ý kiến số 4. Công dân thôn Phú Ấp: Đường trục thôn lầy lội?",
        "Ý kiến số 13. 02 công dân thôn Đồng Vạn và thôn Phú Ấp (qua phiên dịch): Hội phụ nữ xin ghế mới.",
        "Chủ tịch trả lời: Ghi nhận, nhờ công dân thôn Đồng Vạn lập danh sách.",
        "Ý kiến số 14. Ông Phạm Văn Tụng (thôn Đồng Vạn): Nội dung không niêm yết theo quy định về bảo vệ dữ "
        "liệu cá nhân.",
        "Kết quả: Chủ trì từ chối đối thoại.",
        "Ý kiến số 11. Ông Y Bhiăng Ksơr (thôn Phú Ấp, bà H’Mai Kbuôr phiên dịch tiếng Ê-đê): Làng Đăk Mơ "
        "thiếu nước.",
    ],
)
def test_the_posted_copy_has_its_own_words(lines: list[str], public: list[str], line: str) -> None:
    assert line in public
    assert line not in lines


def test_what_is_counted_adds_up(lines: list[str]) -> None:
    """M1: the figures of the outcomes are all opinions, those without a result too."""
    (figures,) = [line for line in lines if line.startswith("Hội nghị có ")]
    count, *parts = (int(number) for number in re.findall(r"(\d+) ý kiến", figures))
    assert (count, sum(parts)) == (18, 18)
    assert figures.endswith("03 ý kiến chưa ghi kết quả.")


def test_the_sums_are_those_of_the_lines(lines: list[str]) -> None:
    """M1, L6: whoever adds the groups on the page gets the sum on the page."""
    (line,) = [line for line in lines if line.startswith("Tổng số")]
    for whole, parts in re.findall(r"(\d+) (?:hộ|người)(?: dự)? \(([\d+ ]+)\)", line):
        assert int(whole) == sum(int(part) for part in parts.split(" + "))


@pytest.mark.parametrize(
    ("session", "rows", "wanted"),
    [
        # one total of the place, the groups give none: only those of a thôn are compared with it
        (
            Session("session", people_total=1500, people_unit="người"),
            (("Thôn A", "thôn A", 64, None), ("Thôn B", "thôn B", 54, None), ("Đại biểu", "", 14, None)),
            "Tổng số 132 người dự (64 + 54 + 14), trong đó của địa phương 118 người (64 + 54) trên tổng số "
            "1.500 người, bằng 7,9%.",
        ),
        # nobody says who is of the place
        (
            Session("session", people_total=1500, people_unit="người"),
            (("Nhân dân", "", 64, None), ("Đại biểu", "", 14, None)),
            "Tổng số 78 người dự (64 + 14); địa phương có 1.500 người.",
        ),
        # more than there are: both numbers, no share
        (Session("session", people_total=50, people_unit="người"), (("Thôn A", "thôn A", 64, None),),
         "Tổng số 64 người dự trên tổng số 50 người của địa phương."),
        # the total that was said is not the sum of the groups': no arithmetic of it
        (
            Session("session", people_total=430, people_unit="người"),
            (("Thôn A", "thôn A", 64, 214), ("Thôn B", "thôn B", 54, 198)),
            "Tổng số 118 người dự (64 + 54) trên tổng số 430 người của địa phương, bằng 27,4%.",
        ),
        # one line says it all
        (Session("session"), (("Thôn A", "thôn A", 64, 214),), ""),
        (Session("session"), (("Thôn A", "thôn A", None, 214),), ""),
        (Session("session", people_total=0, people_unit="người"), (("Thôn A", "", 0, None),), ""),
    ],
)  # fmt: skip
def test_present_of_the_place(engine: Engine, session: Session, rows: tuple, wanted: str) -> None:
    from dialogue_desktop.domain.records import Attendance

    attendance = tuple(
        Attendance(f"n{n}", n, label, place, None, present, total)
        for n, (label, place, present, total) in enumerate(rows)
    )
    records = Records(session=session, attendance=attendance)
    found = [
        line for line in lines_of(engine, replace(evening(), records=records)) if line.startswith("Tổng")
    ]
    assert [line.replace(" Chưa tính 01 nhóm chưa điểm danh.", "") for line in found] == [wanted] * bool(
        wanted
    )


def test_the_first_version_says_nothing_of_versions(engine: Engine) -> None:
    """M3: "lần" only where it is not the first; what is a draft after it says nothing either."""
    for versions in ((), (Version("v1", 1, at(11, 40)),)):
        view = replace(with_records(versions=versions), corrected=())
        assert not any("Biên bản lần" in line for line in lines_of(engine, view))


def test_a_version_without_hour_and_parts_is_one_line_too(engine: Engine) -> None:
    versions = (Version("v1", 1), Version("v3", 3, at(14, 0), "c", "Thiếu ý kiến."))
    view = replace(with_records(versions=versions), corrected=())
    assert "Biên bản lần 3. Lý do: Thiếu ý kiến." in lines_of(engine, view)


def test_the_chair_who_took_over_from_one_who_is_not_there(engine: Engine) -> None:
    session = replace(evening().records.session, chairs=(CHAIRS[1],))
    lines = lines_of(engine, with_records(session=session))
    assert "Từ 09 giờ 40 phút, bà Cao Thị Duyên điều hành hội nghị." in lines
    without = replace(session, chairs=tuple(replace(chair, took_over=()) for chair in CHAIRS))
    assert not any("điều hành hội nghị" in line for line in lines_of(engine, with_records(session=without)))


@pytest.mark.parametrize(
    ("form", "source", "said"),
    [
        (MeetingForm.DIRECT, Source.HALL, ""),
        (MeetingForm.DIRECT, Source.ONLINE, "Hình thức: Trực tiếp kết hợp trực tuyến."),
        (MeetingForm.ONLINE, Source.HALL, "Hình thức: Trực tuyến."),
    ],
)
def test_how_it_was_held_is_said_where_it_was_not_in_the_hall_alone(
    engine: Engine, form: MeetingForm, source: Source, said: str
) -> None:
    turns = (
        Turn("t", 1, voice=Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"), source=source, state=TurnState.DONE),
    )
    view = replace(with_records(turns=turns), plan=replace(plan(), form=form, form_note=""))
    assert [line for line in lines_of(engine, view) if line.startswith("Hình thức")] == [said] * bool(said)


def test_an_empty_conference_leaves_room_to_write(engine: Engine) -> None:
    """M1: no person, no hour, no place: dots to fill in, and nothing that looks like a mistake."""
    bare = replace(plan(), chairs=(), secretaries=(), places=(), form=MeetingForm.DIRECT)
    lines = lines_of(engine, replace(evening(), plan=bare, records=Records(), corrected=()))
    dots = ("Thời gian bắt đầu:", "Địa điểm:", "Thành phần tham dự:", "Chủ trì (chủ tọa):",
            "Thư ký (người ghi biên bản):")  # fmt: skip
    assert [f"{head} ………" in [line.rstrip(".") for line in lines] for head in dots] == [True] * 5
    assert "Không có ý kiến, kiến nghị gửi trước hội nghị." in lines
    assert "Không có ý kiến phát biểu tại hội nghị." in lines
    assert not any(re.search(r"\.\.|;;| ;|\(\)", line) for line in lines)


def test_three_hundred_collected_stand_in_a_table_behind_in_their_order(engine: Engine) -> None:
    """M1: the minutes keep the figures, every opinion is whole in its row under where it came from."""
    view = crowded()
    tree = minutes_of(engine, view)
    lines = engine.text(tree).splitlines()
    assert (
        "Nội dung từng ý kiến, kiến nghị và nội dung trả lời ghi tại Phụ lục kèm theo Biên bản này." in lines
    )
    assert (
        "Trước hội nghị, Ủy ban nhân dân xã Minh Khê nhận được 300 ý kiến, kiến nghị của Nhân dân, gồm: 60 "
        "ý kiến do Trưởng thôn tổng hợp, 120 ý kiến gửi bằng phiếu, 60 ý kiến gửi qua thư ký và 60 ý kiến "
        "gửi trực tuyến."
    ) in lines
    rows = [int(line.split("\t")[0]) for line in lines if re.match(r"\d+\t", line)]
    order = [Source.VILLAGE_HEAD, Source.SLIP, Source.VIA_SECRETARY, Source.ONLINE]
    collected = sorted(view.records.collected(), key=lambda one: (order.index(one.source), one.number))
    assert rows == [one.number for one in collected]
    flow = squeezed("".join(lines).replace("\u00a0", ""))
    assert all(squeezed(one.text) in flow for one in collected)
    assert "(Kèm theo Biên bản số 07/BB-UBND của Ủy ban nhân dân xã Minh Khê)" in lines
    result = engine.pdf(tree)
    assert {f"opinion:{one.id}" for one in view.records.opinions} <= {place.anchor for place in result.places}
    paper = read_pdf(result.data)
    assert docx_flow(engine.docx(tree).data) == flow
    again = Counter(squeezed("".join(engine.phrases("minutes").list("appendix_columns"))))
    pages = len(paper.sizes) - paper.line("Phụ lục").page
    assert Counter(paper.flow) == Counter(flow) + Counter({sign: n * pages for sign, n in again.items()})
    heads = {line.page for line in paper.lines if line.text == "Nội dung trả lời"}
    assert heads == set(range(min(heads), len(paper.sizes) + 1)), "the head of the table on each of its pages"


@pytest.mark.parametrize(("count", "behind"), [(50, False), (51, True)])
def test_so_many_as_can_be_read_stay_in_the_minutes(engine: Engine, count: int, behind: bool) -> None:
    assert any("Phụ lục" in line for line in lines_of(engine, crowded(count))) is behind


def test_one_person_with_several_opinions_has_each_under_her_name(lines: list[str]) -> None:
    mine = [
        line for line in lines if line.startswith("Ý kiến số") and "Phạm Thị Hằng (thôn Đồng Vạn):" in line
    ]
    assert [line.split(".")[0] for line in mine] == ["Ý kiến số 8", "Ý kiến số 9", "Ý kiến số 10"]


def test_a_withheld_answer_of_a_group_is_not_pointed_to(engine: Engine) -> None:
    """M2: in the posted copy the words stand with the next of the group that is posted."""
    view = evening()
    opinions = tuple(replace(one, withheld=True) if one.id == "c3" else one for one in view.records.opinions)
    lines = lines_of(engine, replace(view, records=replace(view.records, opinions=opinions)), public=True)
    assert not any("như trả lời ý kiến số 3" in line for line in lines)
    assert sum("Khởi công trong tháng 6" in line for line in lines) == 1


def test_what_the_secretary_hides_is_left_out_of_text_and_answers(engine: Engine) -> None:
    """M2: exact passages, also where a line ends inside them; in the joint answer of another too."""
    view = evening()
    hidden = {"h4": ("vỡ!",), "h3": ("300 m ống",), "h9": ("trước   6 giờ",)}
    opinions = tuple(replace(one, hidden_parts=hidden.get(one.id, ())) for one in view.records.opinions)
    answers = tuple(
        replace(one, text="Ống vỡ! Cấp ngay 300 m\nống.") if one.id == "b4" else one
        for one in view.records.answers
    )
    records = replace(view.records, opinions=opinions, answers=answers)
    lines = lines_of(engine, replace(view, records=records), public=True)
    assert "Ý kiến số 12. Bà Triệu Mùi Ghển (thôn Bến Lở, trực tuyến): Ống nước về làng […]." in lines
    assert any(line.endswith("cho cả ý kiến số 12: Ống […] Cấp ngay […].") for line in lines)
    assert "Ý kiến số 17. Các hộ mặt đường: Xin cấm xe […]." in lines
    assert "Đoạn “300 m ống” trong trả lời (ý kiến số 11)" in posted(records).masked
    full = lines_of(engine, replace(view, records=records))
    assert not any("[…]" in line for line in full)
