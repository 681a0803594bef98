"""A list of delegates is looked at beside the plan's seats, mended and kept, all by keys (C11, P8, G6)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.plan import Quota
from dialogue_desktop.domain.records import Delegate
from tests.exchange.delegate_lists import GROUPS
from tests.exchange.lists import rows_bytes
from tests.live.hall import Hall
from tests.ui.list_import.conftest import OpenPage, open_by_keys, screen_of, tab_to
from tests.ui.page_stage import PageStage
from ui.list_import.delegates import GROUP
from ui.list_import.screen import AGAIN, BAD, DOUBT, GOOD, Pick
from ui.pages.delegate_import import DelegateImportPage
from ui.pages.invite import InvitePage

ROWS = (
    ("DANH SÁCH ĐẠI BIỂU",),
    ("STT", "Ông/Bà", "Họ và tên", "Chức vụ", "Thôn", "Xóm", "Điện thoại"),
    ("I", "", "Đại biểu cấp tỉnh", "", "", "", ""),
    (1, "Ông", "NGÔ ĐÌNH QUỲ", "Phó Giám đốc Điện lực khu vực", "", "", ""),
    ("II", "", "Nhân dân các thôn", "", "", "", ""),
    (2, "Ông", "Đặng Văn Quyết", "", "Đồng Vạn", "", "0912345678"),
    (3, "Bà", "Trần Thị Mượt", "", "Đồng Vạn", "", ""),
    (4, "Ông", "Bùi Văn Thơ", "", "Phú Ấpp", "", ""),
    (5, "Bà", "", "", "Phú Ấp", "", "0912345679"),
)


@pytest.fixture
def planned(hall: Hall) -> Hall:
    """One seat in Đồng Vạn, two in Phú Ấp, all open."""
    plan = hall.app.planning.plan(hall.cid)
    quotas = (Quota("dv", 1), Quota("pa", 2))
    hall.app.planning.save_plan(hall.cid, replace(plan, participants=GROUPS, quotas=quotas, tasks=()))
    hall.app.inviting.lay_out(hall.cid)
    return hall


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "đại biểu.xlsx"
    path.write_bytes(rows_bytes(ROWS))
    return path


def people(hall: Hall) -> list[Delegate]:
    return [one for one in hall.app.inviting.invited(hall.cid).delegates if one.name]


def open_seats(hall: Hall) -> dict[str, int]:
    invited = hall.app.inviting.invited(hall.cid).delegates
    return {one.locality: one.count for one in invited if is_open(one) and one.locality}


def sums_of(stage: PageStage) -> dict[str, str]:
    return {one.label: one.words for one in screen_of(stage).sums}


def test_a_list_is_read_mended_and_kept_by_keys(planned: Hall, open_list: OpenPage, sheet: Path) -> None:
    """C11: the good rows first, the bad one mended and kept too; each takes its seat; one undo each."""
    stage = open_list(DelegateImportPage)
    done: list[tuple[str, str]] = []
    stage.page.done.connect(lambda cid, words: done.append((cid, words)))
    before = len(people(planned))
    open_by_keys(stage, sheet)
    screen = screen_of(stage)
    assert dict(screen.counts) == {BAD: 1, DOUBT: 1, GOOD: 3}
    assert (screen.view, screen.chosen, len(people(planned))) == (BAD, 4, before)
    stage.key("Ctrl+Return")
    assert stage.toast == "Đã ghi 4 đại biểu vào danh sách"
    assert len(people(planned)) == before + 4
    assert open_seats(planned) == {"thôn Phú Ấp": 1}
    tab_to(stage, "Các dòng đã đọc")
    stage.key("Return")
    assert stage.focused.accessibleName() == "Nội dung của ô"
    stage.type("Lò Thị Ế")
    stage.key("Ctrl+Return")
    assert (screen_of(stage).bad, screen_of(stage).chosen) == (0, 1)
    stage.key("Ctrl+Return")
    assert done == [(planned.cid, "Đã ghi 1 đại biểu vào danh sách")]
    assert open_seats(planned) == {}
    assert "bà Lò Thị Ế" in [one.shown for one in people(planned)]
    planned.app.live.undo(planned.cid)
    assert open_seats(planned) == {"thôn Phú Ấp": 1}


def test_the_seats_follow_what_is_ticked(planned: Hall, open_list: OpenPage, sheet: Path) -> None:
    """P8: over and under before anything is saved; Space unticks, the numbers follow."""
    stage = open_list(DelegateImportPage)
    open_by_keys(stage, sheet)
    assert sums_of(stage)["Thôn Đồng Vạn"] == "2 trên 1 đại biểu, thừa 1 (thêm 2)"
    assert sums_of(stage)["Thôn Phú Ấp"] == "1 trên 2 đại biểu, còn thiếu 1 (thêm 1)"
    assert stage.page.report.sums.isVisible()
    # Three places do not fit beside each other with the word: the figures stay whole.
    assert (
        "Thôn Đồng Vạn: 2 trên 1, thừa 1 (thêm 2)  ·  Thôn Phú Ấp: 1 trên 2, thiếu 1"
        in stage.page.report.sums.text()
    )
    stage.page.presenter.show(GOOD)
    tab_to(stage, "Các dòng đã đọc")
    stage.key("Down", "Space")
    assert sums_of(stage)["Thôn Đồng Vạn"] == "đủ 1 đại biểu (thêm 1)"


def test_ctrl_z_takes_the_list_back(planned: Hall, open_list: OpenPage, sheet: Path) -> None:
    stage = open_list(DelegateImportPage)
    before = len(people(planned))
    open_by_keys(stage, sheet)
    stage.key("Ctrl+Return")
    stage.key("Ctrl+Z")
    assert len(people(planned)) == before
    assert (screen_of(stage).chosen, open_seats(planned)) == (4, {"thôn Đồng Vạn": 1, "thôn Phú Ấp": 2})


def test_a_group_is_chosen_from_a_list(planned: Hall, open_list: OpenPage) -> None:
    """P8: a cell with choices is no text to be typed; Ctrl+Enter takes what is chosen."""
    stage = open_list(DelegateImportPage)
    tab_to(stage, "Các dòng đã chép")
    text = "STT\tHọ tên\tChức vụ\nV\tCâu lạc bộ thơ\t\n1\tBùi Văn Thơ\tChủ nhiệm"
    stage.focused.setPlainText(text)  # type: ignore[attr-defined]
    stage.key("Ctrl+Return")
    tab_to(stage, "Các dòng đã đọc")
    stage.key("Return")
    assert stage.focused.accessibleName() == "Chọn cho ô này"
    stage.type("T")  # to the first choice that begins so
    assert stage.page.mend.pick.value() == "Thường trực Đảng ủy"
    stage.key("Ctrl+Return")
    assert screen_of(stage).rows[0].text == "Thường trực Đảng ủy"
    stage.key("Ctrl+Return")
    assert next(one for one in people(planned) if one.name == "Bùi Văn Thơ").group_id == "doan-the"


def test_rows_without_a_group_are_placed_together(planned: Hall, open_list: OpenPage) -> None:
    stage = open_list(DelegateImportPage)
    tab_to(stage, "Các dòng đã chép")
    stage.focused.setPlainText("Họ tên\tChức vụ\nBùi Văn Thơ\tca sĩ\nHà Văn Nhạc\tnhạc công")  # type: ignore[attr-defined]
    stage.key("Ctrl+Return")
    (option,) = screen_of(stage).options
    assert isinstance(option, Pick)
    assert (option.id, option.label) == (GROUP, "Xếp 2 dòng không ghi nhóm")
    stage.page.report.picks[GROUP].chosen.emit("doan-the")
    stage.settle()
    assert [row.text for row in screen_of(stage).rows] == ["Thường trực Đảng ủy"] * 2
    assert stage.page.report.picks[GROUP].value() == "doan-the"
    assert dict(screen_of(stage).counts) == {GOOD: 2}


def test_who_is_there_already_is_said(planned: Hall, open_list: OpenPage, sheet: Path) -> None:
    planned.app.inviting.add(
        planned.cid, [Delegate("", group_id="dan", name="Đặng Văn Quyết", locality="thôn Đồng Vạn")]
    )
    stage = open_list(DelegateImportPage)
    open_by_keys(stage, sheet)
    stage.page.presenter.show(AGAIN)
    (row,) = screen_of(stage).rows
    assert (row.ticked, row.note) == (False, "Trong danh sách: Đặng Văn Quyết (thôn Đồng Vạn)")


def test_the_form_and_the_bad_rows_as_files(
    planned: Hall, open_list: OpenPage, sheet: Path, tmp_path: Path
) -> None:
    stage = open_list(DelegateImportPage)
    stage.page.start.form_for.set_value("pa")
    stage.prompter.expect(tmp_path / "mẫu.xlsx")
    stage.page.start.form_button.click()
    stage.settle()
    assert load_workbook(tmp_path / "mẫu.xlsx")["Đại biểu"]["A4"].value == "Thôn: Phú Ấp"
    open_by_keys(stage, sheet)
    stage.prompter.expect(tmp_path / "phải sửa.xlsx")
    stage.page.bad_button.click()
    stage.settle()
    assert load_workbook(tmp_path / "phải sửa.xlsx")["Đại biểu"]["H8"].value == "0912345679"
    assert stage.toast == "Đã ghi 1 dòng phải sửa vào phải sửa.xlsx"


def test_the_way_from_the_list_of_the_invited_and_back(planned: Hall, open_list: OpenPage) -> None:
    """C11: Ctrl+O on the page of the invited asks for this page; what was kept is said there, Ctrl+Z there
    takes it back."""
    stage = open_list(InvitePage)
    asked: list[str] = []
    stage.page.import_wanted.connect(asked.append)
    stage.key("Ctrl+O")
    assert asked == [planned.cid]
    report = planned.app.delegate_import.read_pasted(planned.cid, "Họ tên\tThôn\nBùi Văn Thơ\tPhú Ấp")
    planned.app.delegate_import.save(report)
    stage.page.imported("Đã ghi 1 đại biểu vào danh sách")
    stage.settle()
    assert stage.toast == "Đã ghi 1 đại biểu vào danh sách"
    stage.key("Ctrl+Z")
    assert all(one.name != "Bùi Văn Thơ" for one in people(planned))


def test_the_state_stays_where_its_column_goes(planned: Hall, open_list: OpenPage, sheet: Path) -> None:
    """G6: in a narrow list the word of the state stands with the note, its sign with the number."""
    stage = open_list(DelegateImportPage, "light", 2.0)
    open_by_keys(stage, sheet)
    stage.window.resize(1100, 698)
    stage.settle()
    row = stage.page.report.table.rows.rows.items()[0]
    assert row.cells[1].icon == "error_circle"
    assert row.cells[3].second.startswith("Phải sửa. Chưa ghi họ tên")
    stage.window.resize(1366, 698)
    stage.look.set_scale(1.0)
    stage.settle()
    row = stage.page.report.table.rows.rows.items()[0]
    assert row.cells[3].second.startswith("Chưa ghi họ tên")


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("light", 2.0)])
def test_nothing_is_cut(planned: Hall, open_list: OpenPage, sheet: Path, theme: str, scale: float) -> None:
    """G6: the page fits the window of 1366×698."""
    stage = open_list(DelegateImportPage, theme, scale)
    open_by_keys(stage, sheet)
    assert stage.page.minimumSizeHint().width() <= 1366
    for button in stage.page.header.buttons:
        if button.isVisible():
            assert stage.page.rect().contains(button.geometry().translated(button.parentWidget().pos()))
