"""Abbreviations and ready sentences where the answers of the units are typed (C7, L1)."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.answers.town import Town
from tests.ui.page_stage import PageStage

OpenPage = Callable[..., PageStage]


def test_an_answer_is_typed_in_short(town: Town, open_page: OpenPage) -> None:
    """C7: the sentences for answers come first; what is saved is in full."""
    stage = open_page()
    stage.key("Return", "Return")
    assert stage.page.form.answer.hasFocus()
    stage.key("Ctrl+A", "Delete", "Ctrl+I")
    assert stage.page.quick.picker.shown[0].title == "Xin trả lời như sau"
    stage.key("Escape")
    stage.type("Pkt sẽ ktt, trình ctq")
    stage.key("Ctrl+Return")
    stage.settle()
    answers = [one.prepared_answer for one in town.app.live.records(town.cid).opinions]
    assert "Phòng Kinh tế sẽ kiểm tra thực tế, trình cấp có thẩm quyền" in answers
