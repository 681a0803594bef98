"""The sheet for the supervisors on paper and as a workbook, and what they may not read (F2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.after_records import CommitmentState, Step, StepKind, StoredFile
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.figures import figures_of
from dialogue_desktop.domain.records import Opinion, Outcome, Records, Voice
from dialogue_desktop.domain.supervision import HELD_BACK, step_words, supervision_rows, who_asked
from dialogue_desktop.exchange import excel_supervision
from tests.documents.before_the_day import words_of
from tests.documents.letters_world import HOSTILE, TODAY, built, followed, hard
from tests.documents.paper_plans import minh_khe


def test_every_promise_is_one_row_and_the_counts_are_those_of_the_board(engine: Engine) -> None:
    """F2, M8: number, words, who, unit, day, state, proof, room for the remarks."""
    records = followed()
    words = words_of(engine, built(engine, "supervision", minh_khe(), records))
    rows = [line.split("\t") for line in words.splitlines() if line.count("\t") == 7]
    sums = figures_of(records, minh_khe(), TODAY).commitments
    assert len(rows) == sums.total + 1
    assert [row[0] for row in rows[1:]] == [str(one.number) for one in current(records)]
    assert {row[7] for row in rows[1:]} == {""}
    assert f"{sums.total} nội dung, trong đó đã xong 01; còn trong thời hạn 05; quá hạn {sums.late}" in words
    assert rows[1][2:6] == [
        "Ông Đặng Văn Quyết (thôn Đồng Vạn)",
        "Phòng Kinh tế",
        "05/5/2026",
        "Chưa làm, quá hạn 13 ngày",
    ]
    assert "nạo vét được 250/400 m cuối kênh (kèm 02 tệp)." in rows[1][6]
    assert "đã đôn đốc (Văn bản số 31/UBND-VP ngày 12/5/2026)." in rows[1][6]
    assert "Gọi điện hỏi" not in words
    assert "(Kèm theo Thông báo số 25/TB-UBND ngày 29/4/2026)" in words


def test_states_in_words() -> None:
    rows = {row.opinions: row.state for row in supervision_rows(followed(), current(followed()), TODAY)}
    assert rows["9"] == "Xong ngày 07/5/2026"
    assert rows["3"] == "Đã lùi hạn từ 15/5/2026"
    assert rows["12"] == "Chờ cấp trên (Điện lực khu vực Đông Lâm), quá hạn 19 ngày"
    (one,) = current(Records(opinions=(Opinion("o", 1, text="Sửa cầu.", outcome=Outcome.WRITTEN),)))
    carried = replace(one, carried_to="hoi-nghi-sau", deadline=date(2026, 5, 1))
    (row,) = supervision_rows(Records(), (carried,), TODAY)
    assert (row.state, row.late) == ("Chuyển hội nghị sau", False)


def test_nobody_who_did_not_agree_is_named_and_what_is_held_back_stays_so(engine: Engine) -> None:
    """Luật 91/2025: neither in the column of people nor in any text."""
    for records in (followed(), hard()):
        words = words_of(engine, built(engine, "supervision", minh_khe(), records))
        assert "Lò Văn Ế" not in words
        assert "Ma Thị Sua" not in words
        assert "0912" not in words
        assert "làm khó dân" not in words
    rows = supervision_rows(hard(), current(hard()), TODAY)
    assert [row.text for row in rows if row.opinions == "5"] == [HELD_BACK]
    named = Voice("Ma Thị Sua", "bà", "thôn Bến Lở")
    assert who_asked([Opinion("a", voices=(named,), consent=True)]) == "Bà Ma Thị Sua (thôn Bến Lở)"
    assert who_asked([Opinion("a", voices=(named,))]) == "Công dân thôn Bến Lở"
    assert who_asked([Opinion("a", voices=(named,), anonymous=True)]) == "Công dân không nêu tên"
    crowd = [
        Opinion(str(k), voices=(replace(named, name=f"Ma Thị Sua {k}"),), consent=True) for k in range(5)
    ]
    assert who_asked(crowd).endswith("và 02 người khác")


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step("b", day=date(2026, 5, 4), text="Đã lấy mẫu nước."), "Ngày 04/5/2026: Đã lấy mẫu nước"),
        (Step("b", text="đã lấy mẫu"), "Đã lấy mẫu"),
        (
            Step(
                "b",
                day=date(2026, 5, 4),
                kind=StepKind.LETTER_IN,
                letter="số 12/SXD",
                letter_on=date(2026, 5, 2),
            ),
            "Ngày 04/5/2026: Văn bản trả lời số 12/SXD ngày 02/5/2026",
        ),
        (
            Step("b", kind=StepKind.PUT_OFF, text="chờ vật tư", deadline=date(2026, 6, 1)),
            "Lùi thời hạn đến ngày 01/6/2026, chờ vật tư",
        ),
        (Step("b", day=date(2026, 5, 4), kind=StepKind.STATE, state=CommitmentState.DOING), ""),
        (Step("b", files=(StoredFile("a", "anh.jpg"),)), "Kèm 01 tệp"),
    ],
)
def test_a_line_of_the_history_in_words(step: Step, words: str) -> None:
    assert step_words(step, files=True) == words


def test_the_workbook_has_days_as_days_and_texts_as_texts() -> None:
    """F2: what citizens wrote is never a formula; the same rows as on paper."""
    records = hard()
    equals = replace(
        records, opinions=(replace(records.opinions[0], text=f"=1+1 {HOSTILE}"), *records.opinions[1:])
    )
    promises = tuple(replace(one, deadline=date(2026, 5, 8)) for one in current(equals))
    book = openpyxl.load_workbook(BytesIO(excel_supervision.build(minh_khe(), equals, promises, TODAY)))
    sheet = book[excel_supervision.NAME]
    rows = list(sheet.iter_rows(min_row=6))
    told = supervision_rows(equals, promises, TODAY)
    assert [row[1].value or "" for row in rows] == [row.text for row in told]
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert all(isinstance(row[5].value, datetime) for row in rows)
    assert all(row[6].font.bold for row in rows)
    assert sheet.auto_filter.ref == f"A5:I{5 + len(rows)}"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.page_setup.orientation == "landscape"
    assert "Ma Thị Sua" not in str([cell.value for row in rows for cell in row])


def test_an_empty_list_says_so(engine: Engine) -> None:
    words = words_of(engine, built(engine, "supervision", minh_khe(), Records()))
    assert "Không có nội dung nào phải theo dõi." in words
    book = openpyxl.load_workbook(BytesIO(excel_supervision.build(minh_khe(), Records(), (), TODAY)))
    assert book[excel_supervision.NAME]["B6"].value == "Không có nội dung nào phải theo dõi"


def test_the_register_gives_date_and_receivers(engine: Engine) -> None:
    line = Line("v", "supervision", dated_on=date(2026, 5, 20), recipients=("Hội Nông dân xã", "Lưu: VT"))
    records = replace(followed(), papers=(line,))
    words = words_of(engine, built(engine, "supervision", minh_khe(), records))
    assert "Minh Khê, ngày 20 tháng 5 năm 2026" in words
    assert "- Hội Nông dân xã;\n- Lưu: VT." in words
