"""What is typed in the wizard's window is saved, a failure is said, and an act is taken back (P1, G5, L9)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desktop.errors import StorageError
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import CONTROL, SHIFT, fill, open_row, to_row
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.page import WizardPage
from ui.wizard.step_purpose import PurposeStep
from ui.wizard.steps import StepId


def test_a_failed_save_is_said_loudly_and_nothing_is_lost(
    open_stage: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G5, L9: the banner says what happened; "Lưu lại" writes what is in the window."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    sentence = "Ổ đĩa đã đầy. Chữ đang gõ vẫn còn trong cửa sổ."

    def full(*args: Any, **kinds: Any) -> Any:
        raise StorageError(sentence)

    with monkeypatch.context() as patch:
        patch.setattr(stage.core.planning, "_conferences", _Broken(full))
        fill(stage, "Tên riêng", "Minh Khê Thượng")
        stage.until(stage.page.trouble.isVisible)
        assert sentence in stage.page.trouble.accessibleName()
        assert stage.page.foot.saved.text() == "Chưa lưu được"
        stage.prompter.expect("stay")
        assert not stage.page.may_leave()
        stage.until(lambda: not stage.tasks.busy)
    stage.page.retry.click()
    stage.until(lambda: stage.page.presenter.clean)
    assert not stage.page.trouble.isVisible()
    assert stage.stored.issuer.name == "Minh Khê Thượng"


class _Broken:
    def __init__(self, act: Callable[..., Any]) -> None:
        self.save_plan = act


def test_saved_is_shown_at_the_left_of_the_bottom_bar(open_stage: Open) -> None:
    """P1: "Đã lưu" with the time, only once something was committed."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    assert not stage.page.foot.saved.isVisible()
    fill(stage, "Tên riêng", "Minh Hà")
    stage.settle()
    assert stage.page.foot.saved.text().startswith("Đã lưu ")
    assert stage.page.foot.isAncestorOf(stage.page.foot.saved)


def test_undo_of_the_plan_works_from_a_field_that_has_nothing_to_take_back(open_stage: Open) -> None:
    """P1: Ctrl+Z in a field takes back its letters first, then the plan's last act."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.PURPOSE)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, PurposeStep)
    count = len(view._source.rows(stage.plan))
    to_row(stage, "Các mục của kế hoạch", 3)
    stage.key(Qt.Key.Key_Delete, CONTROL, SHIFT)
    assert len(view._source.rows(stage.plan)) == count - 1
    open_row(stage, "Các mục của kế hoạch", 3)
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert len(view._source.rows(stage.plan)) == count


def test_two_wizards_may_be_open_one_after_the_other(open_stage: Open) -> None:
    """P5: the plan of another conference opens while the first page still exists."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    other = stage.core.planning.create("ubnd_nhan_dan")
    page = WizardPage(stage.context, other, shop=stage.shop)
    ready: list[bool] = []
    page.ready.connect(lambda: ready.append(True))
    stage.until(lambda: bool(ready))
    assert page.presenter.plan.issuer.name == "Minh Khê", "the issuer used last is offered"
    page.deleteLater()
    QApplication.processEvents()
