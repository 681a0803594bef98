"""From a promise to its history, by its key and from the menu of rarer acts (L9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.page_stage import PageStage


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_history_of_the_promise_in_hand(open_page: Callable[..., PageStage]) -> None:
    stage = open_page()
    stage.key("Ctrl+Shift+H")
    stage.settle()
    (trace,) = stage.prompter.histories
    assert trace.name.startswith("Cam kết số ")
    assert trace.lines[0].act == "Chốt biên bản"
    assert any(detail.startswith("Nội dung cam kết: “") for detail in trace.lines[0].details)
    stage.page.body.detail.offer_more()
    menu = stage.page.body.detail.findChild(QMenu, "more")
    assert menu.actions()[-1].text() == "Lịch sử"
    menu.close()
