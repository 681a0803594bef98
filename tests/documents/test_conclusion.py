"""The notice of the chair's conclusions: each thing once, by whom until when, nobody named unasked (M4)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.documents import after_papers
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Table
from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule
from dialogue_desktop.domain.letters import escalations
from dialogue_desktop.domain.plan import Duty, Plan, UnitTasks
from dialogue_desktop.domain.records import Answer, Conclusion, Outcome, Records, Session, Voice
from tests.documents.after_the_hall import FROZEN, LINES, WORLDS, after, built, held, many, with_line
from tests.documents.before_the_day import cells_of, words_of
from tests.documents.paper import read_pdf
from tests.documents.paper_plans import minh_khe, party
from tests.domain.concluding import ROAD, said, with_draft

DUE = date(2026, 5, 8)
DITCH = "Đề nghị UBND xã nạo vét mương tiêu cánh đồng Chằm trước mùa mưa"


def notice(engine: Engine, records: Records, plan: Plan | None = None) -> str:
    return words_of(engine, built(engine, "conclusion", plan, replace(records, versions=FROZEN)))


def part(words: str, number: str, following: str) -> str:
    """The words of one part of the notice."""
    return re.split(rf"\n{following}\. ", re.split(rf"\n{number}\. ", words)[1])[0]


def test_the_chairs_conclusions_are_the_text(engine: Engine) -> None:
    """M4: every one once, in its own words, settled ones apart from those that were charged to somebody."""
    words = notice(engine, held())
    for row in held().conclusions:
        assert words.count(row.text.rstrip(".")) == 1
        assert (row.text.rstrip(".") in part(words, "I", "II")) is row.settled


def test_what_conclusions_speak_of_is_not_said_again(engine: Engine) -> None:
    """M4: rows drafted from the opinions cover them all: the notice has these rows and no other."""
    opinions = (
        said(1, ROAD, Outcome.ANSWERED),
        said(2, DITCH, Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=DUE),
        said(3, "Trạm biến áp quá tải, điện yếu.", Outcome.ESCALATED, receiving_body="Điện lực khu vực",
             unit="Văn phòng", deadline=DUE),
        said(4, "Đèn đường hỏng quá nửa.", Outcome.PARTLY, unit="Công an xã", deadline=DUE),
    )  # fmt: skip
    records = with_draft(*opinions)
    words = notice(engine, records)
    assert words.count("nạo vét mương tiêu cánh đồng Chằm") == 1
    assert words.count("Trạm biến áp quá tải") == 1
    assert "Trạm biến áp quá tải" in part(words, "III", "IV")
    assert words.count("Đèn đường hỏng quá nửa") == 1
    assert words.count("Đã trả lời, giải quyết tại") == 1
    assert "Giao Phòng Kinh tế xem xét, trả lời bằng văn bản" in part(words, "II", "III")
    assert words.count("chậm nhất ngày 08/5/2026") == 3


def test_what_they_do_not_speak_of_is_added(engine: Engine) -> None:
    """M4: without any conclusion each opinion is in the notice, counted or told."""
    opinions = (
        said(1, ROAD, Outcome.ANSWERED, field="Giao thông"),
        said(2, ROAD, Outcome.NOTED, field="Giao thông"),
        said(3, DITCH, Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=DUE),
        said(4, "Chợ họp lấn đường.", Outcome.ANSWERED, unit="Công an xã", deadline=DUE),
        said(5, "Điện yếu từ 18 giờ.", Outcome.ESCALATED),
    )
    words = notice(engine, Records(opinions=opinions))
    assert "1. Đã trả lời, giải quyết tại Hội nghị 01 ý kiến, kiến nghị thuộc lĩnh vực Giao thông." in words
    assert "2. Ngoài ra" not in words
    assert "Ghi nhận, tiếp thu 01 ý kiến" in words
    owed = part(words, "II", "III")
    assert (
        "1. Giao Phòng Kinh tế xem xét, trả lời bằng văn bản kiến nghị nạo vét mương tiêu cánh đồng Chằm "
        "trước mùa mưa của ông Nguyễn Đức Ưởng (thôn Phú Ấp), chậm nhất ngày 08/5/2026." in owed
    )
    assert "2. Giao Công an xã thực hiện nội dung đã hứa khi trả lời kiến nghị “Chợ họp lấn đường”" in owed
    assert "Gửi cơ quan có thẩm quyền đề nghị xem xét, giải quyết kiến nghị “Điện yếu" in words
    assert words.count("Điện yếu") == 1


def test_a_conclusion_on_everything_leaves_what_goes_up_in_its_part(engine: Engine) -> None:
    """M4: one sentence of the chair for owed and escalated opinions; the bodies are named all the same."""
    opinions = (
        said(1, DITCH, Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=DUE),
        said(2, "Điện yếu từ 18 giờ.", Outcome.ESCALATED, receiving_body="Điện lực khu vực Đông Lâm"),
    )
    row = Conclusion("k", text="Giải quyết dứt điểm các ý kiến còn lại.", settled=False, unit="Văn phòng",
                     opinion_ids=("o1", "o2"))  # fmt: skip
    words = notice(engine, Records(opinions=opinions, conclusions=(row,)))
    owed = part(words, "II", "III")
    assert "Giải quyết dứt điểm các ý kiến còn lại; giao Văn phòng thực hiện." in owed
    assert "mương tiêu" not in owed
    assert "Gửi Điện lực khu vực Đông Lâm đề nghị" in part(words, "III", "IV")


def test_a_promise_in_the_offices_own_words(engine: Engine) -> None:
    """F1, M4: what was put right since stands in the notice; one carried on says where from."""
    opinion = said(1, DITCH, Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=DUE)
    own = Commitment(
        "cam-o1", 1, "Nạo vét 300 m mương Chằm", "Phòng Kinh tế", date(2026, 5, 20), DUE, ("o1",)
    )
    before = Commitment("cu", 2, "Lát lại vỉa hè chợ", "Công an xã", DUE, carried_from="h/c")
    done = replace(before, id="xong", number=3, text="Sơn lại cổng chợ", carried_to="h2")
    records = Records(opinions=(opinion,), commitments=(own, before, done))
    owed = part(notice(engine, records), "II", "III")
    assert "Giao Phòng Kinh tế nạo vét 300 m mương Chằm, chậm nhất ngày 20/5/2026." in owed
    assert "tiếp tục thực hiện nội dung chuyển từ Hội nghị trước: Lát lại vỉa hè chợ" in owed
    assert "Sơn lại cổng chợ" not in owed


# --- who is named


def test_nobody_is_named_who_did_not_agree(engine: Engine) -> None:
    """M2, M4, Luật 91/2025: in drafted words and in the chair's own; no telephone, nothing withheld."""
    voices = {
        "asked": Voice("Hà Văn Hỏi", "ông", "thôn Phú Ấp", "xóm Đình"),
        "refused": Voice("Bùi Thị Giấu", "bà", "thôn Phú Ấp"),
        "agreed": Voice("Lò Văn Nói", "ông", "thôn Đồng Vạn"),
    }
    facts = {"unit": "Công an xã", "deadline": DUE}
    opinions = (
        said(1, "Cống tắc, gọi 0912 345 678.", Outcome.WRITTEN, voices["asked"], consent=None, **facts),
        said(2, "Ông Hà Văn Hỏi nói đúng, loa kêu.", Outcome.PARTLY, voices["refused"], consent=False),
        said(3, "Đường lầy.", Outcome.WRITTEN, voices["agreed"], **facts),
        said(4, "Cán bộ X nhận tiền của tôi.", Outcome.WRITTEN, voices["agreed"], withheld=True, **facts),
        said(5, "Bắt nó đi.", Outcome.REFUSED, consent=True, withheld=True, outcome_reason="Vu cho cán bộ X"),
        said(6, "Đuổi đi.", Outcome.REFUSED, outcome_reason="Lời ông Hà Văn Hỏi quá gay gắt"),
    )  # fmt: skip
    row = Conclusion("k", text="Nhắc nhở theo phản ánh của bà Bùi Thị Giấu.", settled=True)
    records = Records(opinions=opinions, conclusions=(row,), answers=(Answer("a", "o1", text="Rõ."),))
    words = notice(engine, records)
    for hidden in ("Hà Văn Hỏi", "Bùi Thị Giấu", "345 678", "nhận tiền", "xóm Đình", "Vu cho"):
        assert hidden not in words
    assert "ông Lò Văn Nói (thôn Đồng Vạn)" in words
    assert "công dân thôn Phú Ấp" in words
    assert "nội dung ý kiến số 4" in words
    assert "Nhắc nhở theo phản ánh của công dân thôn Phú Ấp." in words


def test_written_promises_are_masked_too(engine: Engine) -> None:
    """M4: a promise that was written down from an opinion which was withheld later says nothing of it."""
    opinion = said(1, "Ông X nợ thuế 0912 345 678.", Outcome.WRITTEN, consent=None, withheld=True)
    kept = Commitment("cam-o1", 1, "Ông X nợ thuế", "Thuế khu vực", DUE, DUE, ("o1",))
    other = Commitment("b", 2, "Trả lời ông Nguyễn Đức Ưởng qua số 0912345678", "Công an xã", DUE)
    words = notice(engine, Records(opinions=(opinion,), commitments=(kept, other)))
    assert "nợ thuế" not in words
    assert "Ưởng" not in words
    assert "0912345678" not in words


# --- the page


def test_few_rows_are_lines_and_many_a_table_with_its_head_on_each_page(engine: Engine) -> None:
    """M4: at most six are numbered lines; the table is as wide as the text."""
    facts = {"unit": "Phòng Kinh tế", "deadline": DUE}
    opinions = [said(n, DITCH, Outcome.WRITTEN, **facts) for n in range(1, 8)]
    six = built(engine, "conclusion", None, Records(opinions=tuple(opinions[:6]), versions=FROZEN))
    assert not [b for b in six.sections[0].blocks if isinstance(b, Table)]
    seven = built(engine, "conclusion", None, Records(opinions=tuple(opinions), versions=FROZEN))
    (table,) = (b for b in seven.sections[0].blocks if isinstance(b, Table))
    assert [cells_of(row)[0] for row in table.rows] == [str(n) for n in range(1, 8)]
    assert cells_of(table.rows[0])[2:] == ["Phòng Kinh tế", "08/5/2026"]
    assert "chậm nhất" not in cells_of(table.rows[0])[1]
    paper = read_pdf(engine.pdf(built(engine, "conclusion", None, many(90))).data)
    heads = {line.page for line in paper.lines if line.text == "Đơn vị thực hiện"}
    assert len(heads) >= 4
    assert heads == set(range(min(heads), max(heads) + 1))
    assert max(line.x1 for line in paper.lines) <= 195.1


def test_drafted_sentences_lose_unit_and_day_to_their_columns(engine: Engine) -> None:
    """M4: in a table the chair's "Giao … chậm nhất ngày …" is not said twice."""
    opinions = [
        said(n, f"Đề nghị UBND xã sửa cầu số {n} trên kênh N4", Outcome.WRITTEN, unit="Phòng Kinh tế",
             deadline=DUE) for n in range(1, 9)
    ]  # fmt: skip
    document = built(engine, "conclusion", None, replace(with_draft(*opinions), versions=FROZEN))
    (table,) = (b for b in document.sections[0].blocks if isinstance(b, Table))
    assert len(table.rows) == 8
    for row in table.rows:
        _, matter, unit, day = cells_of(row)
        assert matter.startswith("Xem xét, trả lời bằng văn bản kiến nghị sửa cầu")
        assert (unit, day) == ("Phòng Kinh tế", "08/5/2026")
        assert "Phòng Kinh tế" not in matter
        assert "08/5" not in matter


def test_letters_that_went_up_are_cited(engine: Engine) -> None:
    """M6, M4: by number and date of the register, with the body's own opinions and no other."""
    words = part(notice(engine, held()), "III", "IV")
    assert words.count("(đã gửi Văn bản số 24/UBND-VP ngày 28/4/2026)") == 2
    bodies = {letter.to for letter in escalations(held(), after(engine, "conclusion").commitments)}
    assert all(f"Gửi {body} đề nghị xem xét, giải quyết" in words for body in bodies)


@pytest.mark.parametrize(("name", "head", "ends"), [
    ("state", "Số: 12/TB-UBND", "./."),
    ("party-36", "Số 12-TB/ĐU", "./."),
    ("party-05", "Số 12-TB/ĐU", "thực hiện."),
])  # fmt: skip
def test_forms_of_the_issuer(engine: Engine, name: str, head: str, ends: str) -> None:
    """P2, P12, M4: number, end sign and signature of the State and of the Party."""
    words = words_of(engine, built(engine, "conclusion", *WORLDS[name]()))
    assert head in words
    closing = next(line for line in words.split("\n") if line.startswith("Trên đây là kết luận"))
    assert closing.endswith(ends)
    signed = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" if name == "state" else "T/M BAN THƯỜNG VỤ\nBÍ THƯ"
    assert signed in words
    assert ("- Lưu Đảng ủy." in words) is (name != "state")


def test_before_the_minutes_are_frozen_it_is_a_draft(engine: Engine) -> None:
    """M3, M4: labelled on page 1 until then, and never after."""
    draft = built(engine, "conclusion", None, replace(held(), versions=()))
    assert draft.label == "Dự thảo"
    assert built(engine, "conclusion").label == ""


def test_nothing_said_and_nothing_known(engine: Engine) -> None:
    """M4: no opinion at all; and room for the pen where nobody wrote anything down."""
    words = words_of(engine, built(engine, "conclusion", *WORLDS["quiet"]()))
    assert "Hội nghị không có ý kiến, kiến nghị nào." in words
    assert words.count("Không có.") == 3
    assert "Các đơn vị được giao tại" not in words
    bare = words_of(engine, built(engine, "conclusion", *WORLDS["unknown"]()))
    assert "Ngày …… tháng …… năm 2026, tại ………" in bare
    assert "do ……… chủ trì." in bare
    assert "None" not in bare


def test_chairs_and_places(engine: Engine) -> None:
    """P5, P7, M4: one who chairs or two together, deputies not named; one place or several."""
    plan = replace(minh_khe(), places=("Nhà văn hóa thôn Đồng Vạn", "Nhà văn hóa thôn Phú Ấp"))
    words = notice(engine, replace(held(), session=Session("session")), plan)
    assert "tại Nhà văn hóa thôn Đồng Vạn và Nhà văn hóa thôn Phú Ấp đã diễn ra Hội nghị" in words
    assert (
        "do ông Đỗ Mạnh Tuyển, Chủ tịch Ủy ban nhân dân xã và bà Cao Thị Duyên, Phó Chủ tịch Hội đồng "
        "nhân dân xã đồng chủ trì." in words
    )
    session = Session("session", chairs=plan.chairs[:1])
    alone = notice(engine, replace(held(), session=session), plan)
    assert "do ông Đỗ Mạnh Tuyển, Chủ tịch Ủy ban nhân dân xã chủ trì." in alone
    assert "Lê Đình Ứng" not in words + alone


def test_what_was_left_with_the_office_is_not_posted(engine: Engine) -> None:
    """M2, M4: a telephone and a house of a citizen, however they stand in an opinion or a promise."""
    text = "Đề nghị UBND xã sửa cống trước số nhà 27 ngõ Chùa nhà tôi"
    opinion = said(1, text, Outcome.WRITTEN, deadline=DUE)
    kept = Commitment("b", 2, "Báo kết quả cho số nhà 27 ngõ Chùa", "Công an xã", DUE, DUE, ("o1",))
    records = Records(opinions=(opinion,), commitments=(kept,), versions=FROZEN)
    contacts = (Contact("o1", "0293 000 168", "số nhà 27 ngõ Chùa"),)
    source = replace(after(engine, "conclusion", None, records), contacts=contacts)
    words = words_of(engine, after_papers.build(source))
    assert "sửa cống trước" in words
    assert "27 ngõ Chùa" not in words


def test_hostile_words_are_only_words(engine: Engine) -> None:
    """G5: markup, formulas and braces in opinions, conclusions and own words."""
    nasty = 'Đề nghị <b>xóa</b> & {x} =1+1 "DROP" </w:t> %s {0}'
    opinion = said(1, nasty, Outcome.WRITTEN, unit="A & <B> {c}", deadline=DUE)
    row = Conclusion("k", text=nasty, settled=True)
    lines = with_line(LINES, "conclusion", heads=nasty)
    records = Records(opinions=(opinion,), conclusions=(row,), papers=lines)
    words = notice(engine, records)
    assert words.count('<b>xóa</b> & {x} =1+1 "DROP" </w:t> %s {0}') == 3
    assert "A & <B> {c}" in words


# --- days


def _with(*duties: Duty) -> Plan:
    return replace(minh_khe(), tasks=(UnitTasks("vp", "Văn phòng HĐND và UBND", "", duties),))


def test_units_report_so_many_working_days_after_the_notice(engine: Engine) -> None:
    """S3, M4: counted from the date of the notice, with the weekday; blank where it has no date yet."""
    rule = Rule(Anchor.NOTICE_OF_CONCLUSION, Direction.AFTER, 7, DayUnit.WORKING)
    plan = _with(Duty("a", "Trả lời người nêu ý kiến, báo cáo Chủ trì, {han}.", "Trả lời", rule))
    words = notice(engine, held(), plan)
    told = "chậm nhất 07 ngày làm việc kể từ ngày có Thông báo này"
    assert f"{told}, tức thứ Tư 13/5/2026." in words
    undated = notice(engine, replace(held(), papers=()), plan)
    assert f"{told}. Việc không xong" in undated


@pytest.mark.parametrize(("days", "unit", "shown"), [
    (5, DayUnit.WORKING, "chậm nhất thứ Hai 04/5/2026"),
    (10, DayUnit.WORKING, "chậm nhất thứ Hai 04/5/2026"),  # the law's ten calendar days are earlier
    (3, DayUnit.CALENDAR, None),  # gone by when the notice was signed
])  # fmt: skip
def test_posting_by_the_plan_or_the_law_whichever_is_earlier(
    engine: Engine, days: int, unit: DayUnit, shown: str | None
) -> None:
    """M4: five working days of the plan, the law's ten days where they are earlier."""
    rule = Rule(Anchor.CONFERENCE_DAY, Direction.AFTER, days, unit)
    plan = _with(Duty("n", "Niêm yết kết luận kèm biên bản, {han}.", "Niêm yết kết luận", rule))
    words = next(line for line in notice(engine, held(), plan).split("\n") if "niêm yết Thông báo" in line)
    posting = words.split("công bố trên")[0] if shown is None else words
    assert (shown in words) if shown else ("chậm nhất" not in posting)


# --- the office's own words


def test_own_words_stand_in_every_part(engine: Engine) -> None:
    """M4: each part that an editor offers can be reworded, and what it replaces is gone."""
    asked: dict[tuple[str, str], str] = {}
    after_papers.build(replace(after(engine, "conclusion"), asked=asked))
    keys = [key for _, key in asked if key != "signer"]
    assert {"opening", "overview", "lead_in", "units", "office", "monitor", "heads", "closing"} < set(keys)
    lines = with_line(LINES, "conclusion", **{key: f"Lời riêng phần {key}" for key in keys})
    words = notice(engine, replace(held(), papers=lines))
    for key in keys:
        assert f"Lời riêng phần {key}" in words
        drafted = asked["", key].split("\n")[0]
        assert key == "recipients" or drafted not in words


def test_another_signer_and_other_recipients(engine: Engine) -> None:
    """P12, M4: by order of the chairman; recipients of the register; no body of a level that ended."""
    lines = with_line(LINES, "conclusion", signer="TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLương Thị Mẫn")
    lines = tuple(
        replace(one, recipients=("Chủ trì Hội nghị", "Lưu: VT")) if one.kind == "conclusion" else one
        for one in lines
    )
    words = notice(engine, replace(held(), papers=lines))
    assert "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLương Thị Mẫn" in words
    assert "- Chủ trì Hội nghị;\n- Lưu: VT." in words
    old = replace(minh_khe(), recipients=("Ủy ban nhân dân huyện Đông Lâm (b/c)", *minh_khe().recipients))
    assert "huyện" not in notice(engine, held(), old).split("Nơi nhận:")[1]
    for plan in (minh_khe(), party(minh_khe())):
        ends = notice(engine, held(), plan).split("Nơi nhận:")[1]
        assert "Người có ý kiến, kiến nghị (qua Trưởng thôn);" in ends
        assert "(để giám sát);" in ends


def test_a_later_version_says_what_it_replaces(engine: Engine) -> None:
    """M3, M4: number and date of the one before, and why."""
    (old,) = (one for one in LINES if one.kind == "conclusion")
    issued = replace(old, issued_at=LINES[0].issued_at)
    new = replace(old, id="vb-conclusion~2", number="15", version=2, replaces=old.id, reason="Ghi sai đơn vị")
    rest = tuple(one for one in LINES if one.kind != "conclusion")
    words = notice(engine, replace(held(), papers=(*rest, issued, new)))
    assert "Số: 15/TB-UBND" in words
    replaced = "Thông báo này thay thế Thông báo số 12/TB-UBND ngày 04/5/2026; lý do: Ghi sai đơn vị."
    assert replaced in words
