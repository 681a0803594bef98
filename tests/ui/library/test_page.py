"""The page as a whole: its parts by keys, every size, a full disk, what is kept elsewhere (G5, G6)."""

from __future__ import annotations

from typing import Any

import pytest

from dialogue_desktop.domain.plan import LegalBasis
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall
from tests.ui.library.conftest import OpenPage
from tests.ui.library.desk import into, shown
from tests.ui.page_stage import Services
from ui.library.parts import PARTS, lead_of


def test_arrows_go_through_the_parts_and_enter_into_the_rows(open_page: OpenPage) -> None:
    """G6: Esc leads back to the parts and from there to where one came from."""
    stage = open_page()
    gone: list[bool] = []
    stage.page.left.connect(lambda: gone.append(True))
    assert stage.page.parts.rows.hasFocus()
    for part in PARTS[1:]:
        stage.key("Down")
        assert stage.page.presenter.part == part.id
        assert len(shown(stage)) > 0
        assert stage.page._lead.text() == lead_of(part, {})
    stage.key("Return")
    assert stage.page.view.editor.table.rows.hasFocus()
    stage.key("Escape")
    assert gone == []
    stage.key("Escape")
    assert gone == [True]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_part_fits_at_every_size(open_page: OpenPage, part: Any, scale: float) -> None:
    """G6: nothing is wider than the page, with the fields of a row open."""
    stage = open_page(part.id, scale=scale, size=(1366 - round(52 * scale), 698))
    stage.page.view.focus_first()
    stage.key("Return")
    area = stage.page.view.area
    assert area.widget().width() <= area.viewport().width()
    assert stage.page.closed_list.isVisible() == (scale > 1)
    field = stage.focused
    top = field.mapTo(area.viewport(), field.rect().topLeft()).y()
    assert 0 <= top < area.viewport().height()


def test_in_a_narrow_window_the_parts_are_a_closed_list(open_page: OpenPage) -> None:
    """G6: the same parts, chosen by arrows; Esc goes back from the rows."""
    stage = open_page(scale=2.0, size=(1262, 698))
    gone: list[bool] = []
    stage.page.left.connect(lambda: gone.append(True))
    stage.page.closed_list.setFocus()
    stage.key("Down")
    assert stage.page.presenter.part == "bases"
    stage.page.view.focus_first()
    stage.key("Escape")
    assert gone == [True]


def test_a_full_disk_is_told_and_leaving_asked_about(hall: Hall, open_page: OpenPage) -> None:
    """G5: what was typed stays in the window until the disk takes it."""
    library = hall.app.library

    class Full:
        def keep(self, shelf: Any) -> Any:
            raise StorageError("Ổ đĩa đã đầy. Phần đang gõ vẫn còn.")

        def __getattr__(self, name: str) -> Any:
            return getattr(library, name)

    stage = open_page("fields", services=Services(hall.app, library=Full()))
    into(stage)
    stage.key("Ctrl+N")
    stage.type("Chợ")
    stage.until(lambda: stage.page.notice.isVisible())
    assert "Ổ đĩa đã đầy" in stage.page.notice.accessibleName()
    assert stage.page.header.saved.text() == "Chưa lưu được"
    stage.prompter.expect("stay")
    assert not stage.page.may_leave()
    stage.prompter.expect("lose", "lose")
    stage.settle()
    assert stage.page.may_leave()
    assert ("Chợ", "Của cơ quan") in shown(stage)


def test_what_the_wizard_keeps_appears_here(hall: Hall, open_page: OpenPage) -> None:
    """P4: the page stands open in the background."""
    stage = open_page("bases")
    into(stage)
    hall.app.library.keep_basis(LegalBasis("x", "Căn cứ mới giữ"))
    stage.until(lambda: ("Căn cứ mới giữ", "Của cơ quan") in shown(stage))
