"""The report on the conference: the same figures everywhere, each opinion and promise once (M7)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.documents import after_papers
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.tree import Document, Orientation, Table
from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Review, Step, StepKind
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.figures import Figures, Row
from dialogue_desktop.domain.plan import Issuer, Plan, UnitTasks
from dialogue_desktop.domain.records import Answer, Opinion, Outcome, Records, Voice
from dialogue_desktop.domain.words_vi import count2
from tests.documents.after_the_hall import FROZEN, LINES, PROOFS, WORLDS, after, built, held, with_line
from tests.documents.before_the_day import cells_of, words_of
from tests.documents.paper import read_pdf
from tests.documents.paper_plans import minh_khe, party
from tests.domain.concluding import ROAD, said

DUE = date(2026, 5, 8)


def report(engine: Engine, records: Records | None = None, plan: Plan | None = None) -> str:
    return words_of(engine, built(engine, "report", plan, records))


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def counts(row: Row) -> list[str]:
    return [count2(n) for n in (row.total, row.settled, row.owed, row.beyond, row.unknown)]


# --- figures


def test_tables_are_the_figures(engine: Engine) -> None:
    """M7, M8: by field, thôn and unit as `domain.figures` counts them, and each table adds up."""
    figures = after(engine, "report").figures
    by_field, by_place, by_unit = tables(built(engine, "report"))[:3]
    for table, rows in ((by_field, figures.fields), (by_place, figures.localities), (by_unit, figures.units)):
        *lines, total = [cells_of(row) for row in table.rows]
        assert [line[2:] for line in lines] == [counts(row) for row in rows]
        assert total[1:] == counts(figures.all)
        for column in range(5):
            assert sum(int(line[2 + column]) for line in lines) == int(total[1 + column])


def test_the_text_says_the_same_figures(engine: Engine) -> None:
    """M7: total, collected, said at the hall, by source, outcome and state."""
    figures: Figures = after(engine, "report").figures
    words = report(engine)
    assert (
        f"Hội nghị tiếp nhận {count2(figures.all.total)} ý kiến, kiến nghị của Nhân dân, gồm "
        f"{count2(figures.collected)} ý kiến gửi trước và {count2(figures.at_hall)} ý kiến nêu tại Hội nghị "
        f"với {count2(figures.turns)} lượt phát biểu." in words
    )
    assert f"Còn {count2(figures.all.owed)} ý kiến, kiến nghị thuộc thẩm quyền phải giải quyết" in words
    assert f"Có {count2(figures.all.beyond)} ý kiến, kiến nghị vượt thẩm quyền" in words
    by_outcome = re.search(r"Theo kết quả: (.*)", words)
    assert by_outcome
    assert [int(n) for n in re.findall(r"(\d+) ý kiến", by_outcome[1])] == [n for _, n in figures.outcomes]
    by_source = re.search(r"Theo nguồn: (.*)", words)
    assert by_source
    assert sum(int(n) for n in re.findall(r"(\d+) ý kiến", by_source[1])) == figures.all.total
    share = re.findall(r"\(([\d,]+)%\)", by_outcome[1])
    assert sum(float(one.replace(",", ".")) for one in share) == pytest.approx(100, abs=0.3)


def test_what_is_owed_is_counted_as_on_the_board(engine: Engine) -> None:
    """F1, M7: the sums of the day, and the units with what they owe."""
    sums = after(engine, "report").figures.commitments
    words = report(engine)
    told = re.search(r"trong (\d+) nội dung theo dõi sau Hội nghị .*: (.*)\.", words)
    assert told
    assert int(told[1]) == sums.total == len(current(held()))
    assert sum(int(n) for n in re.findall(r"\d+", told[2])) == sums.total
    assert f"quá hạn {count2(sums.late)}" in told[2]
    units = re.search(r"đã giao (.*)\.", words)
    assert units
    assert "Phòng Kinh tế 07 nội dung" in units[1]
    up = sum(Outcome.ESCALATED in {o.outcome for o in held().opinions if o.id in c.opinion_ids}
             for c in current(held()))  # fmt: skip
    assert sum(int(n) for n in re.findall(r"(\d+) nội dung", units[1])) == sums.total - up


def test_every_opinion_and_every_promise_stands_once(engine: Engine) -> None:
    """M7: in the tables behind the report, with unit, day and state."""
    *_, owed, opinions = tables(built(engine, "report"))
    told = [cells_of(row) for row in opinions.rows if len(row.cells) == 5]
    assert sorted(int(row[0]) for row in told) == sorted(o.number for o in held().opinions)
    promises = {row[0]: row for row in map(cells_of, owed.rows) if len(row) == 7}
    assert set(promises) == {str(one.number) for one in current(held())}
    late = promises["17"]
    assert late[2:6] == ["37", "Công an xã", "28/4/2026", "Chưa làm, quá hạn"]
    assert promises["6"][6] == "Văn bản số 24/UBND-VP ngày 28/4/2026"
    heads = [cells_of(row)[0] for row in owed.rows if len(row.cells) == 1]
    assert heads == [
        "Nội dung thuộc thẩm quyền (17)",
        "Nội dung vượt thẩm quyền, chuyển cấp có thẩm quyền (04)",
    ]


def test_states_and_evidence_of_promises(engine: Engine) -> None:
    """F1, M7: done on a day, put off with its reason, letters of the history once each."""
    opinion = said(1, ROAD, Outcome.WRITTEN, unit="Phòng Kinh tế", deadline=DUE)
    base = Commitment("a", 1, "Sửa cống", "Phòng Kinh tế", DUE, DUE)
    why = "Chờ vật tư, gọi 0912 345 678"
    promises = (
        replace(base, state=CommitmentState.DONE, done_on=date(2026, 5, 2)),
        replace(base, id="b", number=2, state=CommitmentState.PUT_OFF, state_reason=why),
        replace(base, id="c", number=3, carried_to="h2"),
    )  # fmt: skip
    step = Step(
        "s", "a", date(2026, 5, 2), StepKind.LETTER_OUT, letter="21/UBND-VP", letter_on=date(2026, 5, 2)
    )
    records = Records(opinions=(opinion,), commitments=promises, steps=(step, replace(step, id="t")))
    document = built(engine, "report", None, replace(records, versions=FROZEN))
    rows = {row[0]: row for row in map(cells_of, tables(document)[3].rows)}
    assert rows["1"][5:] == ["Xong ngày 02/5/2026", "Văn bản số 21/UBND-VP ngày 02/5/2026"]
    assert rows["2"][5] == "Đã lùi hạn"
    assert rows["2"][6].startswith("Chờ vật tư, gọi [")
    assert rows["3"][5] == "Chuyển Hội nghị sau"
    assert "đã xong 01; còn trong hạn 02; chuyển Hội nghị sau 01" in words_of(engine, document)


# --- to whom


def _to(engine: Engine, plan: Plan) -> list[str]:
    words = report(engine, held(), plan).split("Kính gửi:")[1].split("Thực hiện Kế hoạch")[0]
    return [line.strip(" -;.") for line in words.strip().split("\n")]


@pytest.mark.parametrize(("recipients", "duty", "expected"), [
    # The bodies that the duty names, in full; the others get a copy.
    (("Ủy ban nhân dân tỉnh (b/c)", "Sở Nội vụ (b/c)", "Thường trực Đảng ủy (b/c)", "Lưu: VT"),
     "Báo cáo kết quả Hội nghị về UBND tỉnh.", ["Ủy ban nhân dân tỉnh Đông Giang"]),
    (("Ban Xây dựng Đảng", "Ủy ban MTTQ Việt Nam xã", "Trưởng các thôn", "Lưu: VT"),
     "Báo cáo kết quả với Ban Xây dựng Đảng, Ủy ban Mặt trận Tổ quốc Việt Nam xã.",
     ["Ban Xây dựng Đảng", "Ủy ban MTTQ Việt Nam xã"]),
    # No duty: those above the commune that the plan reports to.
    (("Ủy ban nhân dân tỉnh (b/c)", "Thường trực Đảng ủy, HĐND (b/c)", "Lưu: VT"), "",
     ["Ủy ban nhân dân tỉnh Đông Giang"]),
    (("Thường trực Đảng ủy, HĐND (b/c)", "Lưu: VT"), "", ["Thường trực Đảng ủy, HĐND"]),
    # A level that ended on 01/7/2025 is asked nothing any more.
    (("Ủy ban nhân dân huyện Đông Lâm (b/c)", "Phòng Nội vụ huyện (b/c)", "Lưu: VT"),
     "Báo cáo kết quả về Ủy ban nhân dân huyện Đông Lâm.", ["Ủy ban nhân dân tỉnh Đông Giang"]),
    ((), "", ["Ủy ban nhân dân tỉnh Đông Giang"]),
])  # fmt: skip
def test_the_level_that_the_plan_names(
    engine: Engine, recipients: tuple[str, ...], duty: str, expected: list[str]
) -> None:
    """M7, P12: Kính gửi is whom the plan reports to."""
    plan = minh_khe()
    (first, *_rest) = plan.tasks[2].duties
    tasks = UnitTasks(
        "vp", "Văn phòng", "", (replace(first, text=duty, summary="", rule=None),) if duty else ()
    )
    assert _to(engine, replace(plan, recipients=recipients, tasks=(tasks,))) == expected


def test_addressees_of_the_party_and_of_an_unknown_province(engine: Engine) -> None:
    assert _to(engine, party(minh_khe())) == ["Ban Thường vụ Tỉnh ủy"]
    bare = replace(minh_khe(), recipients=(), tasks=(), issuer=Issuer(name="Minh Khê"))
    assert set(_to(engine, bare)[0]) == {"…"}


def test_copies_go_to_the_others_and_to_nobody_twice(engine: Engine) -> None:
    ends = report(engine).split("Nơi nhận:")[1]
    assert ends.strip().startswith("- Như trên;\n- Thường trực Đảng ủy, HĐND xã (b/c);")
    assert "tỉnh" not in ends.split("TM.")[0]
    assert "Trưởng thôn" not in ends
    assert "- Lưu: VT, VP." in ends


# --- preparation


def test_preparation_cites_papers_and_proofs(engine: Engine) -> None:
    """M7, C2, C3, C10: numbers and dates of the register, where it was posted, slips, letters."""
    number = replace(
        LINES[0], id="n", kind="notice", number="9", symbol="TB-UBND", dated_on=date(2026, 4, 13)
    )
    words = report(engine, replace(held(), papers=(*LINES, number)))
    assert (
        "đã ban hành Kế hoạch số 42/KH-UBND ngày 01 tháng 4 năm 2026 và Thông báo "
        "số 09/TB-UBND ngày 13/4/2026 về việc tổ chức Hội nghị;" in words
    )
    assert "niêm yết tại trụ sở UBND xã Minh Khê từ ngày 13/4/2026 đến ngày 24/4/2026;" in words
    assert "niêm yết tại nhà văn hóa thôn Đồng Vạn từ ngày 13/4/2026;" in words
    assert "Việc thông báo bắt đầu trước ngày họp 11 ngày." in words
    assert "Đã phát 75 phiếu lấy ý kiến, đăng ký phát biểu, thu về 61 phiếu." in words
    assert "đã chuẩn bị nội dung trả lời 15 ý kiến." in words
    assert "đến 41 đại biểu từ ngày 15/4/2026 đến ngày 16/4/2026." in words
    assert (
        "Gửi kèm Báo cáo này: Biên bản số 07/BB-UBND ngày 24 tháng 4 năm 2026; Thông báo kết luận "
        "số 12/TB-UBND ngày 04/5/2026; 03 phụ lục." in words
    )
    sentence = "Kết luận của Chủ trì được ban hành tại Thông báo số 12/TB-UBND ngày 04/5/2026."
    assert words.count(sentence) == 1
    assert "Ủy ban nhân dân xã Minh Khê, Ủy ban" not in words


def test_many_places_are_counted(engine: Engine) -> None:
    """C2, M7: nine halls are no list of nine names."""
    more = tuple(replace(PROOFS[1], id=f"p{k}", place=f"Nhà văn hóa thôn {k}") for k in range(9))
    source = replace(after(engine, "report"), proofs=(*more, replace(PROOFS[2], place="")))
    words = words_of(engine, after_papers.build(source))
    assert "niêm yết tại 09 nơi từ ngày 13/4/2026; phát loa truyền thanh từ ngày 14/4/2026" in words


# --- assessment


def test_the_review_meeting_has_the_word(engine: Engine) -> None:
    """F4, M7: what it found good and bad stands instead of what is drafted from figures."""
    review = Review("review", good="Dân đến đông", bad="Loa rè\nHết ghế", causes="Thuê loa cũ")
    words = report(engine, replace(held(), reviews=(review,)))
    assert "1. Ưu điểm\nDân đến đông.\n" in words
    assert "2. Hạn chế\nLoa rè.\nHết ghế.\nNguyên nhân: thuê loa cũ.\n" in words
    drafted = report(engine)
    assert "Tỷ lệ ý kiến, kiến nghị được trả lời, giải quyết đạt 50%." in drafted
    assert "Có 05 nội dung đã quá hạn nhưng chưa làm xong." in drafted


def test_own_words_stand_in_every_part(engine: Engine) -> None:
    """M7: each part that an editor offers can be reworded; lines with a dash are items."""
    asked: dict[tuple[str, str], str] = {}
    after_papers.build(replace(after(engine, "report"), asked=asked))
    keys = [key for _, key in asked if key != "signer"]
    assert len(keys) == 16
    lines = with_line(LINES, "report", **{key: f"- Lời riêng phần {key}" for key in keys})
    words = report(engine, replace(held(), papers=lines))
    for key in keys:
        assert f"Lời riêng phần {key}" in words
        assert asked["", key].split("\n")[-1] not in words or key in ("addressees", "recipients")
    assert "- Lời riêng phần good\n" in words


# --- cases


def test_appendices_have_their_own_pages(engine: Engine) -> None:
    """M7: figures upright, wide tables across, each numbered from 1, with the number of the report."""
    document = built(engine, "report")
    assert [section.orientation for section in document.sections] == [
        Orientation.PORTRAIT, Orientation.PORTRAIT, Orientation.LANDSCAPE, Orientation.LANDSCAPE,
    ]  # fmt: skip
    paper = read_pdf(engine.pdf(document).data)
    begun = [line.page for line in paper.lines if re.fullmatch(r"Phụ lục I+", line.text.strip())]
    assert len(begun) == 3
    for page in begun:
        top = [line.text for line in paper.on(page) if line.baseline < 19]
        assert top == []
        assert [line.text for line in paper.on(page + 1) if line.baseline < 19] == ["2"]
    flat = " ".join(words_of(engine, document).split())
    assert flat.count("(Kèm theo Báo cáo số 31/BC-UBND ngày 04 tháng 5 năm 2026 của Ủy ban nhân dân") == 3
    assert max(line.x1 for line in paper.lines if line.page < begun[1]) <= 195.1
    assert max(line.x1 for line in paper.lines) <= 282.1


def test_nothing_owed_nothing_beyond(engine: Engine) -> None:
    """M7: two tables, no proposals, and no figure that is not there."""
    opinions = tuple(said(n, ROAD, Outcome.ANSWERED, field="Giao thông") for n in (1, 2))
    answers = (Answer("a", "o1", text="Quý III làm."), Answer("b", "o2", text="Quý IV làm."))
    document = built(engine, "report", None, Records(opinions=opinions, answers=answers, versions=FROZEN))
    words = words_of(engine, document)
    assert len(document.sections) == 3
    assert "Phụ lục II\nTÓM TẮT Ý KIẾN" in words
    assert "có trong Phụ lục II; nội dung đầy đủ" in words
    assert "Không còn ý kiến, kiến nghị nào thuộc thẩm quyền phải giải quyết tiếp." in words
    assert "không có đề xuất, kiến nghị." in words
    assert "2. Hạn chế\nChưa thấy hạn chế cần báo cáo." in words
    quiet = built(engine, "report", *WORLDS["quiet"]())
    assert len(quiet.sections) == 1
    assert "phụ lục" not in words_of(engine, quiet).casefold()
    one = built(engine, "report", None, Records(opinions=opinions[:1], versions=FROZEN))
    assert "Hội nghị tiếp nhận 01 ý kiến, kiến nghị của Nhân dân, gồm 01 ý kiến nêu" in words_of(engine, one)


def test_nobody_is_named_who_did_not_agree(engine: Engine) -> None:
    """M7, Luật 91/2025: text, tables and proposals; anonymous, refused and not asked alike."""
    asked = Voice("Hà Văn Hỏi", "ông", "thôn Phú Ấp", "xóm Đình")
    opinions = (
        said(1, "Cống tắc, gọi Hà Văn Hỏi số 0912 345 678.", Outcome.WRITTEN, asked, consent=None),
        said(2, "Điện yếu.", Outcome.ESCALATED, asked, consent=False, receiving_body="Điện lực"),
        replace(said(3, "Thu quỹ sai.", Outcome.PARTLY, asked), anonymous=True),
        said(4, "Cán bộ X nhận tiền.", Outcome.REFUSED, asked, consent=None, withheld=True),
    )
    answers = (Answer("a", "o1", text="Mời ông Hà Văn Hỏi lên trụ sở, gọi 0293 000 168."),
               Answer("d", "o4", text="Cán bộ X đã giải trình."))  # fmt: skip
    words = report(engine, Records(opinions=opinions, answers=answers, versions=FROZEN))
    for hidden in ("345 678", "000 168", "nhận tiền", "đã giải trình", "xóm Đình"):
        assert hidden not in words
    assert "Hà Văn Hỏi" not in words
    assert "Thu quỹ sai" in words


def test_long_answers_are_cut_where_a_clause_ends(engine: Engine) -> None:
    """M7: the whole stands in the minutes, and the table says that something was left out."""
    long = "Phòng đã khảo sát tuyến mương dài 640 m. " * 30
    opinion = said(1, ROAD, Outcome.ANSWERED)
    same = replace(said(2, ROAD, Outcome.ANSWERED), answered_with="o1")
    records = Records(opinions=(opinion, same), answers=(Answer("a", "o1", text=long),), versions=FROZEN)
    *_, table = tables(built(engine, "report", None, records))
    rows = {row[0]: row for row in map(cells_of, table.rows) if len(row) == 5}
    assert rows["1"][3].endswith("dài 640 m. […]")
    assert len(rows["1"][3]) < 340
    assert rows["2"][3] == "Như trả lời ý kiến số 1."


def test_opinions_without_results_are_told(engine: Engine) -> None:
    """M7: what nobody decided on is neither settled nor owed."""
    records = Records(opinions=(Opinion("a", 1, text="Hỏi."), said(2, ROAD, Outcome.ANSWERED)))
    document = built(engine, "report", None, records)
    words = words_of(engine, document)
    assert "chưa ghi kết quả 01 ý kiến" in words
    assert "Có 01 ý kiến chưa ghi kết quả." in words
    assert document.label == "Dự thảo"
    assert tables(document)[0].rows[-1].cells[-1].runs[0].text == "01"


def test_days_that_have_gone_by_are_not_promised(engine: Engine) -> None:
    """M7: a report written late says what was not sent, and names no last day that is over."""
    early = words_of(engine, after_papers.build(after(engine, "report", today=date(2026, 4, 28))))
    assert "(ý kiến số 31), văn bản gửi chậm nhất ngày 29/4/2026." in early
    assert "nội dung cuối cùng đến hạn thứ Sáu 28/8/2026;" in early
    late = words_of(engine, after_papers.build(after(engine, "report", today=date(2026, 11, 28))))
    assert "(ý kiến số 31), chưa gửi văn bản (hạn gửi ngày 29/4/2026)." in late
    assert "cuối cùng đến hạn" not in late
    assert "Văn bản số 24/UBND-VP ngày 28/4/2026;" in late
