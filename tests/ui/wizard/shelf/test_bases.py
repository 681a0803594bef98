"""Bases are taken from the office's library, kept in it, and warned of when they have ended (P3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import CONTROL, fill, name_of, open_row, tab_to, to_row
from tests.ui.wizard.shelf.steps import issuer_step, offered, open_bases
from ui.widgets.rows import Group
from ui.wizard.steps import StepId


def test_bases_are_offered_with_their_days_on_the_day_of_the_plan(open_stage: Open) -> None:
    """P3: what has ended stands last, faded, and says since when; it can still be taken."""
    stage = open_stage()
    sheet = open_bases(stage)
    items = sheet.table.rows.rows.items()
    groups = [item.title for item in items if isinstance(item, Group)]
    assert groups == ["Dùng được cho ngày 31/3/2026", "Không dùng được cho ngày 31/3/2026"]
    rows = {row.id: row for row in sheet.table.rows.rows.rows()}
    assert "luat-72-2025" not in rows, "the plan has it already"
    old = rows["luat-77-2015"]
    assert old.faded
    assert "Hết hiệu lực 28/02/2025" in old.spoken()
    assert rows["nd-59-2023"].cells[0].second == "Hiệu lực từ 14/8/2023"
    stage.key(Qt.Key.Key_Escape)
    fill(stage, "Ngày ban hành", "20/3/2025")
    sheet = open_bases(stage)
    rows = {row.id: row for row in sheet.table.rows.rows.rows()}
    assert not rows["luat-65-2025"].faded
    assert rows["luat-91-2025"].faded
    assert "Hiệu lực từ 01/01/2026" in rows["luat-91-2025"].spoken()


def test_a_basis_is_found_without_accents_and_taken_by_enter(open_stage: Open) -> None:
    """P3, G6: ↓ and Enter from the search field; the new row is in hand."""
    stage = open_stage()
    sheet = open_bases(stage)
    for letter in "bo chinh tri":
        stage.type_on(letter)
    assert len(offered(sheet)) == 1
    assert "trách nhiệm của người đứng đầu cấp ủy" in sheet.whole.text()
    stage.write("can cu")
    stage.key(Qt.Key.Key_Down)
    second = sheet.table.rows.current_id()
    assert stage.focused is sheet.search
    stage.key(Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert [basis.id for basis in stage.plan.bases][1] == second
    assert name_of(stage.focused) == "Lời văn"
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert second not in [basis.id for basis in stage.plan.bases]


def test_escape_empties_the_search_and_then_closes(open_stage: Open) -> None:
    """G6: nothing was taken, the cursor is back on the button."""
    stage = open_stage()
    sheet = open_bases(stage)
    stage.write("xyz")
    assert offered(sheet) == []
    assert not sheet.take_button.isEnabled()
    stage.key(Qt.Key.Key_Return)
    assert sheet.isVisible()
    stage.key(Qt.Key.Key_Escape)
    assert len(offered(sheet)) == 11
    stage.key(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert name_of(stage.focused) == "Chọn từ danh mục…"


def test_a_basis_is_kept_and_offered_to_the_next_plan(open_stage: Open) -> None:
    """P3: typed once with its days; the toast takes it back."""
    stage = open_stage()
    to_row(stage, "Căn cứ", 2)
    stage.key(Qt.Key.Key_N, CONTROL)
    stage.write("Căn cứ Quy chế đối thoại số 05-QC/TU của Tỉnh ủy Đông Giang")
    fill(stage, "Hiệu lực từ", "01/02/2026")
    tab_to(stage, "Giữ vào danh mục")
    stage.key(Qt.Key.Key_Space)
    stage.settle()
    stage.until(lambda: bool(stage.toast.words))
    assert stage.toast.words == "Đã giữ căn cứ vào danh mục của cơ quan"
    kept = stage.core.library.lists().legal_bases[-1]
    assert (kept.text[:20], kept.in_force_from) == ("Căn cứ Quy chế đối t", date(2026, 2, 1))
    stage.until(lambda: not issuer_step(stage)._keep.isVisible())
    stage.open(stage.core.planning.create())
    sheet = open_bases(stage)
    stage.write("quy che doi thoai so 05")
    assert offered(sheet) == [kept.text]
    stage.key(Qt.Key.Key_Return)
    assert kept in stage.plan.bases


def test_keeping_can_be_taken_back(open_stage: Open) -> None:
    """P3, G5: the toast has its undo."""
    stage = open_stage()
    open_row(stage, "Căn cứ", 0)
    stage.write("Căn cứ Luật khác")
    before = stage.core.library.lists().legal_bases
    tab_to(stage, "Giữ vào danh mục")
    stage.key(Qt.Key.Key_Space)
    stage.until(lambda: bool(stage.toast.words))
    assert "Căn cứ Luật khác" in [row.text for row in stage.core.library.lists().legal_bases]
    stage.toast._take_back()
    stage.until(lambda: stage.toast.words == "Đã hoàn tác: giữ vào danh mục")
    assert stage.core.library.lists().legal_bases == before


def test_a_law_that_the_office_marked_as_ended_is_warned_of_in_an_open_plan(open_stage: Open) -> None:
    """P3: the plan was begun before; the list knows better, and the rail says so at once."""
    stage = open_stage()
    assert not [gap for gap in stage.page.presenter.gaps(StepId.ISSUER) if "hiệu lực" in gap.text]
    law = next(row for row in stage.core.library.lists().legal_bases if row.id == "luat-72-2025")
    stage.core.library.keep_basis(replace(law, in_force_to=date(2026, 1, 31)))
    stage.until(
        lambda: any(
            "hết hiệu lực sau ngày 31/01/2026" in gap.text for gap in stage.page.presenter.gaps(StepId.ISSUER)
        )
    )
    cells = issuer_step(stage).bases.table.rows.rows.rows()[0].cells
    assert cells[1].text == "Hết hiệu lực 31/01/2026"


def test_a_gap_closes_the_sheet_and_leads_to_its_field(open_stage: Open) -> None:
    """P1: from the last step one never lands behind an open library."""
    stage = open_stage()
    sheet = open_bases(stage)
    stage.page.presenter.go(StepId.REVIEW)
    gap = next(gap for gap in stage.page.presenter.gaps() if gap.field == "issuer.name")
    stage.page.go_to(gap)
    assert not sheet.isVisible()
    assert name_of(stage.focused) == "Tên riêng"
