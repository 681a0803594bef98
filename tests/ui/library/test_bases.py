"""Bases on the page: typed with their days and marked when these are over (P3)."""

from __future__ import annotations

from datetime import date

from tests.live.hall import Hall
from tests.ui.library.conftest import OpenPage
from tests.ui.library.desk import into, saved, to

LAW = "luat-72-2025"


def test_a_basis_with_its_days_is_marked_when_they_are_over(hall: Hall, open_page: OpenPage) -> None:
    """P3: typed with its days; a day that cannot be is said at its field and not taken."""
    stage = open_page("bases")
    into(stage)
    stage.key("Ctrl+N", "Ctrl+A")
    stage.type("Căn cứ Quy chế đối thoại của Tỉnh ủy Đông Giang")
    to(stage, "Hiệu lực từ")
    stage.type("01/02/2024")
    end = to(stage, "đến hết ngày")
    stage.type("31/02/2026")
    stage.key("Tab")
    assert end.accessibleDescription() == "Tháng 2 năm 2026 chỉ có 28 ngày."
    saved(stage)
    basis = next(b for b in hall.app.library.lists().legal_bases if "Đông Giang" in b.text)
    assert (basis.in_force_from, basis.in_force_to) == (date(2024, 2, 1), None)


def test_a_shipped_law_that_ended_is_warned_of_everywhere(hall: Hall, open_page: OpenPage) -> None:
    """P3: its end is typed here; the row says so, new plans carry it."""
    stage = open_page("bases")
    into(stage, LAW)
    stage.key("Return")
    to(stage, "đến hết ngày")
    stage.type("31/3/2026")
    row = next(r for r in stage.page.view.editor.table.rows.rows.rows() if r.id == LAW)
    assert [cell.text for cell in row.cells[1:]] == ["Hết hiệu lực", "Đã sửa"]
    assert row.cells[0].second == "Hiệu lực từ 16/6/2025 đến 31/3/2026"
    saved(stage)
    plan = hall.app.planning.plan(hall.app.planning.create())
    assert next(b for b in plan.bases if b.id == LAW).in_force_to == date(2026, 3, 31)
