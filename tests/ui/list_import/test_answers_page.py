"""A unit's answers come back, are looked at beside what is there, and are kept, all by keys (C7, G5)."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.live.hall import Hall
from tests.ui.list_import.conftest import OpenPage, open_by_keys, screen_of, tab_to
from ui.list_import.screen import AGAIN, BAD, GOOD, INSTEAD
from ui.pages.answer_import import AnswerImportPage

ROAD = "Đề nghị xã sửa đoạn đường trục từ nhà văn hóa đến cống Bà Bồng, ổ gà nhiều, mưa là ngập."
CANAL = "Kênh tiêu phía đông cánh đồng Rộc bị bèo tây lấp kín, đề nghị nạo vét trước vụ mùa."
WATER = "Nước máy hay mất vào buổi chiều, đề nghị nhà máy báo trước lịch cắt nước cho dân biết."
LIGHT = "Đề nghị lắp thêm đèn chiếu sáng ở ngõ Giếng vì buổi tối các cháu đi học về rất tối."
OLD = "Đang xin vốn của tỉnh."
HEAD = "Số ý kiến\tNội dung ý kiến\tNội dung trả lời\tNgười trả lời"
NEW = "Đã có trong kế hoạch quý III, hoàn thành trước ngày 30/8."
LINES = (
    f"1\t{ROAD}\t{NEW}\tÔng Trần Hữu Lẫm",
    f"2\t{CANAL}\tXã đã giao hợp tác xã nạo vét từ ngày 02/5.\tÔng Trần Hữu Lẫm",
    f"3\t{LIGHT}\tSẽ lắp 12 đèn trong tháng 6.\tÔng Trần Hữu Lẫm",
)


@pytest.fixture
def asked(hall: Hall) -> Hall:
    """Four opinions; the first has an answer already."""
    hall.collect(ROAD, "Nguyễn Văn Hưởng", "thôn Phú Ấp", answer=OLD, by="Phòng Kinh tế")
    for text, name in ((CANAL, "Cao Văn Ỷ"), (WATER, "Lê Văn Ổn"), (LIGHT, "Đỗ Thị Ngoãn")):
        hall.collect(text, name, "thôn Đồng Vạn")
    return hall


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "phòng kinh tế trả lời.csv"
    path.write_text("\n".join((HEAD, *LINES)), encoding="utf-8")
    return path


def _answers(hall: Hall) -> list[str]:
    return [one.prepared_answer for one in hall.app.live.records(hall.cid).opinions]


def test_answers_are_looked_at_and_kept(asked: Hall, open_list: OpenPage, sheet: Path) -> None:
    """C7: nothing is kept by reading; the old answer stands beside the new one and goes only when chosen."""
    stage = open_list(AnswerImportPage)
    done: list[tuple[str, str]] = []
    stage.page.done.connect(lambda cid, words: done.append((cid, words)))
    open_by_keys(stage, sheet)
    screen = screen_of(stage)
    assert dict(screen.counts) == {BAD: 1, INSTEAD: 1, GOOD: 1}
    assert (screen.view, screen.chosen, _answers(asked)) == (BAD, 1, [OLD, "", "", ""])
    # The number is another opinion's: a person says whose the answer is.
    tab_to(stage, "Các dòng đã đọc")
    stage.key("Return")
    assert stage.focused.accessibleName() == "Nội dung của ô"
    assert screen_of(stage).detail.first == "so_y_kien"  # type: ignore[union-attr]
    stage.type("4")
    stage.key("Ctrl+Return")
    assert (screen_of(stage).bad, screen_of(stage).chosen) == (0, 2)
    # The one that has an answer: both stand there; only Space chooses the new one.
    stage.page.presenter.show(INSTEAD)
    facts = {fact.label: fact.words for fact in screen_of(stage).detail.facts}  # type: ignore[union-attr]
    assert facts == {
        "Ý kiến số 1, ông Nguyễn Văn Hưởng (theo số và nội dung ý kiến)": ROAD,
        "Câu đang có (Phòng Kinh tế)": OLD,
        "Câu trong tệp (Ông Trần Hữu Lẫm)": NEW,
    }
    assert stage.page.keep_button.accessibleName() == "Lưu 2 dòng"
    stage.key("Space")
    assert screen_of(stage).chosen == 3
    stage.key("Ctrl+Return")
    assert done == [(asked.cid, "Đã lưu 3 câu trả lời, thay 1 câu cũ")]
    assert _answers(asked) == [NEW, LINES[1].split("\t")[2], "", LINES[2].split("\t")[2]]
    asked.app.live.undo(asked.cid)
    assert _answers(asked) == [OLD, "", "", ""]


def test_an_answer_that_is_not_chosen_changes_nothing(asked: Hall, open_list: OpenPage, sheet: Path) -> None:
    stage = open_list(AnswerImportPage)
    open_by_keys(stage, sheet)
    stage.key("Ctrl+Return")
    assert _answers(asked)[0] == OLD
    assert stage.toast == "Đã lưu 1 câu trả lời"  # one row is still to be mended
    stage.key("Ctrl+Z")
    assert _answers(asked) == [OLD, "", "", ""]


def test_of_two_answers_only_one_is_ticked(asked: Hall, open_list: OpenPage) -> None:
    """C7: ticking the other takes the tick from the first; the same words again are not offered."""
    stage = open_list(AnswerImportPage)
    tab_to(stage, "Các dòng đã chép")
    lines = (HEAD, f"2\t{CANAL}\tĐã nạo vét.\t", f"2\t{CANAL}\tChưa có vốn.\t", f"2\t{CANAL}\tđã nạo vét\t")
    stage.focused.setPlainText("\n".join(lines))  # type: ignore[attr-defined]
    stage.key("Ctrl+Return")
    assert [row.state for row in screen_of(stage).rows] == ["doubt"]
    stage.page.presenter.show("")
    assert [(row.state, row.ticked) for row in screen_of(stage).rows] == [
        (GOOD, True), ("doubt", False), (AGAIN, False),
    ]  # fmt: skip
    stage.key("Space")
    assert [row.ticked for row in screen_of(stage).rows] == [False, True, False]
    stage.key("Ctrl+Return")
    assert _answers(asked)[1] == "Chưa có vốn."


def test_the_form_for_a_unit(asked: Hall, open_list: OpenPage, tmp_path: Path) -> None:
    """C7: only units that have something to answer are offered; the file holds their opinions."""
    stage = open_list(AnswerImportPage)
    forms = [words for _, words in stage.page.start.form_for.items()]
    assert forms == ["Mọi ý kiến thu thập", "Phòng Kinh tế"]
    stage.page.start.form_for.set_value("Phòng Kinh tế")
    target = tmp_path / "giao.xlsx"
    stage.prompter.expect(target)
    stage.page.start.form_button.click()
    stage.settle()
    sheet = load_workbook(target).worksheets[0]
    assert [sheet[f"E{row}"].value for row in (7, 8)] == [ROAD, None]
    assert stage.toast == "Đã ghi mẫu vào giao.xlsx"


def test_a_list_of_opinions_is_said_to_be_none(asked: Hall, open_list: OpenPage) -> None:
    """G5: nothing to keep; why is said under the list."""
    stage = open_list(AnswerImportPage)
    tab_to(stage, "Các dòng đã chép")
    stage.focused.setPlainText(f"STT\tHọ tên\tNội dung\n1\tÔng An\t{ROAD}")  # type: ignore[attr-defined]
    stage.key("Ctrl+Return")
    screen = screen_of(stage)
    assert (screen.facts, screen.chosen) == ("Không đọc được câu trả lời nào.", 0)
    assert any("không thấy dòng tên cột" in note for note in screen.notes)
    assert not stage.page.keep_button.isEnabled()


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("light", 2.0)])
def test_nothing_is_cut(asked: Hall, open_list: OpenPage, sheet: Path, theme: str, scale: float) -> None:
    """G6: the page fits the window of 1366×698."""
    stage = open_list(AnswerImportPage, theme, scale)
    open_by_keys(stage, sheet)
    assert stage.page.minimumSizeHint().width() <= 1366
    for button in stage.page.header.buttons:
        if button.isVisible():
            assert stage.page.rect().contains(button.geometry().translated(button.parentWidget().pos()))
