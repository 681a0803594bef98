"""Lists of words on the page: rows added, changed, hidden, moved and put back by keys (C6)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.office_library import LineList
from tests.live.hall import Hall
from tests.ui.library.conftest import OpenPage
from tests.ui.library.desk import into, saved, shown, to
from tests.ui.page_stage import PageStage


def test_a_field_is_added_moved_and_saved_by_itself(hall: Hall, open_page: OpenPage) -> None:
    """C6: Ctrl+N, the name, Ctrl+Shift+↑; "Khác" stays the last; nothing to confirm."""
    stage = open_page("fields")
    into(stage, "Khác")
    stage.key("Ctrl+N")
    stage.type("Nghĩa trang, chợ")
    assert shown(stage)[-2:] == [("Nghĩa trang, chợ", "Của cơ quan"), ("Khác", "Có sẵn")]
    stage.key("Ctrl+Shift+Up")
    saved(stage)
    assert stage.page.header.saved.text().startswith("Đã lưu ")
    fields = hall.app.library.lists().fields
    assert fields.index("Nghĩa trang, chợ") == len(fields) - 3
    assert fields[-1] == "Khác"
    assert dict(_counts(stage))["Lĩnh vực"] == "1"
    assert stage.page.header.facts.text() == "1 dòng của cơ quan hoặc đã sửa"


def _counts(stage: PageStage) -> list[tuple[str, str]]:
    return [(row.cells[0].text, row.cells[1].text) for row in stage.page.parts.rows.rows.rows()]


def test_a_shipped_row_is_changed_and_put_back(hall: Hall, open_page: OpenPage) -> None:
    """C6: marked as changed, its button brings the shipped words back."""
    stage = open_page("fields")
    into(stage, "Y tế, bảo hiểm")
    stage.key("Return", "Ctrl+A")
    stage.type("Y tế, trạm xá")
    assert ("Y tế, trạm xá", "Đã sửa") in shown(stage)
    saved(stage)
    assert "Y tế, trạm xá" in hall.app.library.lists().fields
    to(stage, "Lấy lại như có sẵn")
    stage.key("Space")
    saved(stage)
    assert ("Y tế, bảo hiểm", "Có sẵn") in shown(stage)
    assert hall.app.library.lists() == hall.app.library.shipped().lists
    assert stage.toast == "Đã lấy lại lĩnh vực như có sẵn"


def test_delete_hides_a_shipped_row_and_brings_it_back(hall: Hall, open_page: OpenPage) -> None:
    """C6: it stays in the list, marked, and is offered nowhere; Ctrl+Z takes each act back."""
    stage = open_page("units")
    into(stage, "Công an xã")
    stage.key("Delete")
    assert ("Công an xã", "Đang ẩn") in shown(stage)
    assert stage.toast == "Đã ẩn đơn vị"
    saved(stage)
    assert "Công an xã" not in hall.app.library.lists().units
    stage.key("Delete")
    assert ("Công an xã", "Có sẵn") in shown(stage)
    stage.key("Ctrl+Z")
    assert ("Công an xã", "Đang ẩn") in shown(stage)
    stage.key("Ctrl+Z")
    assert ("Công an xã", "Có sẵn") in shown(stage)
    stage.key("Ctrl+Y")
    assert ("Công an xã", "Đang ẩn") in shown(stage)
    to(stage, "Dùng lại")
    stage.key("Space")
    saved(stage)
    assert "Công an xã" in hall.app.library.lists().units


def test_an_own_row_is_removed_with_undo(hall: Hall, open_page: OpenPage) -> None:
    """G5: the toast names it; taken back it stands where it was."""
    stage = open_page("locality_kinds")
    into(stage, "thôn")
    stage.key("Ctrl+N")
    stage.type("chòm")
    stage.key("Escape", "Delete")
    assert stage.toast == "Đã xóa loại địa bàn"
    assert "chòm" not in [text for text, _ in shown(stage)]
    stage.context.toast._take_back()
    saved(stage)
    assert hall.app.library.lists().locality_kinds[1] == "chòm"


def test_the_whole_list_goes_back_to_what_was_shipped(hall: Hall, open_page: OpenPage) -> None:
    """C6: only offered while there is something to put back; one Ctrl+Z undoes it."""
    stage = open_page("recipients")
    into(stage)
    assert not stage.page.view.editor.reset.isVisible()
    stage.key("Delete", "Down", "Delete", "Ctrl+N")
    stage.type("Hội Nông dân xã")
    to(stage, "Về như có sẵn")
    stage.key("Space")
    saved(stage)
    assert hall.app.library.lists().recipients == hall.app.library.shipped().lists.recipients
    assert not stage.page.view.editor.reset.isVisible()
    stage.key("Ctrl+Z")
    saved(stage)
    assert "Hội Nông dân xã" in hall.app.library.lists().recipients


def test_too_many_fields_are_advised_against(hall: Hall, open_page: OpenPage) -> None:
    """C6: about twenty and "Khác"."""
    stage = open_page("fields")
    into(stage)
    for number in range(8):
        stage.key("Ctrl+N")
        stage.type(f"Việc thứ {number}")
    assert stage.page.view._note.text().startswith("Có 21 lĩnh vực.")
    saved(stage)
    assert len(hall.app.library.lists().fields) == 21


def test_an_empty_row_is_offered_nowhere(hall: Hall, open_page: OpenPage) -> None:
    """G5: added and left without a name."""
    stage = open_page("fields")
    into(stage)
    stage.key("Ctrl+N", "Escape")
    saved(stage)
    assert "" not in hall.app.library.lists().fields
    assert ("Lĩnh vực chưa có tên", "Của cơ quan") in shown(stage)


@pytest.mark.parametrize("which", list(LineList))
def test_every_list_of_words_can_be_edited(hall: Hall, open_page: OpenPage, which: LineList) -> None:
    """C6, P12: typed by keyboard, offered by the service."""
    stage = open_page(which.value)
    into(stage)
    stage.key("Ctrl+N")
    stage.type("Ổ mới ữ")
    saved(stage)
    assert "Ổ mới ữ" in getattr(hall.app.library.lists(), which.value)
