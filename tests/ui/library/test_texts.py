"""Texts on the page: found without accents, changed, added in their place (P4)."""

from __future__ import annotations

from dialogue_desktop.domain.office_library import BlockPlace
from tests.live.hall import Hall
from tests.ui.library.conftest import OpenPage
from tests.ui.library.desk import saved, shown, to


def test_a_text_is_found_without_accents_changed_and_kept(hall: Hall, open_page: OpenPage) -> None:
    """P4: the search narrows the list; marks are shown and stored as in the wizard."""
    stage = open_page("blocks")
    stage.page.view.search.setFocus()
    stage.type("mua lu")
    assert [text for text, _ in shown(stage)] == ["Lùi vì mưa lũ, bão", "Địa điểm dự phòng"]
    stage.page.view.focus_first()
    stage.key("Return")
    to(stage, "Lời văn")
    stage.key("Ctrl+A")
    stage.type("Mưa lũ thì «cơ quan viết tắt» lùi ngày.")
    saved(stage)
    block = next(b for b in hall.app.library.lists().text_blocks if b.id == "thien-tai-lui")
    assert block.text == "Mưa lũ thì {co_quan_tat} lùi ngày."
    assert "{" not in stage.page.view.editor.table.rows.rows.rows()[0].spoken()


def test_a_new_text_takes_the_place_of_its_neighbour(hall: Hall, open_page: OpenPage) -> None:
    """P4: added in the middle of a search, the whole list is on view again."""
    stage = open_page("blocks")
    stage.page.view.search.setFocus()
    stage.type("hoan vi dich")
    stage.page.view.focus_first()
    stage.key("Ctrl+N")
    stage.type("Cách ly")
    to(stage, "Lời văn")
    stage.type("Người đang cách ly gửi ý kiến bằng điện thoại.")
    assert stage.page.view.search.text() == ""
    assert len(shown(stage)) == len(hall.app.library.shipped().lists.text_blocks) + 1
    saved(stage)
    block = next(b for b in hall.app.library.lists().text_blocks if b.title == "Cách ly")
    assert block.place is BlockPlace.EPIDEMIC
