"""From an opinion to its history, by its key and by its button (L9, G6)."""

from __future__ import annotations

from collections.abc import Callable

from tests.live.hall import Hall
from tests.ui.page_stage import PageStage


def test_the_history_of_the_opinion_in_hand(hall: Hall, open_page: Callable[..., PageStage]) -> None:
    """L9: Ctrl+Shift+H, or the button beside its facts; each shows the one in hand."""
    hall.app.settings.set_author("Lương Thị Mẫn")
    hall.collect("Cống trước cửa hàng hợp tác xã nghẹt bùn.", "Nguyễn Đức Ưởng", "Phú Ấp")
    stage = open_page()
    stage.key("Ctrl+Shift+H")
    stage.settle()
    (trace,) = stage.prompter.histories
    assert trace.name == "Ý kiến số 1, ông Nguyễn Đức Ưởng"
    assert trace.lines[0].who == "Lương Thị Mẫn"
    stage.page.detail.history_button.setFocus()
    stage.key("Space")
    stage.settle()
    assert len(stage.prompter.histories) == 2


def test_without_an_opinion_nothing_is_shown(open_page: Callable[..., PageStage]) -> None:
    stage = open_page()
    stage.key("Ctrl+Shift+H")
    stage.settle()
    assert stage.prompter.histories == []
