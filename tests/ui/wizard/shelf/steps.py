"""The steps that take from the office's library, and its sheets of bases and of texts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.wizard.driver import tab_to
from tests.ui.wizard.stage import Stage
from ui.wizard.pick_sheet import PickSheet
from ui.wizard.step_issuer import IssuerStep
from ui.wizard.step_purpose import PurposeStep
from ui.wizard.steps import StepId


def issuer_step(stage: Stage) -> IssuerStep:
    view = stage.view
    assert isinstance(view, IssuerStep)
    return view


def purpose_step(stage: Stage) -> PurposeStep:
    stage.page.presenter.go(StepId.PURPOSE)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, PurposeStep)
    return view


def row_texts(list_: QWidget) -> list[str]:
    rows: Any = list_
    return [row.cells[0].text.strip() for row in rows.table.rows.rows.rows()]


def offered(sheet: PickSheet) -> list[str]:
    return [row.cells[0].text for row in sheet.table.rows.rows.rows()]


def open_bases(stage: Stage) -> PickSheet:
    tab_to(stage, "Chọn từ danh mục…")
    stage.key(Qt.Key.Key_Space)
    view = issuer_step(stage)
    assert view.sheet.isVisible()
    assert stage.focused is view.sheet.search
    return view.sheet


def open_store(stage: Stage) -> PickSheet:
    tab_to(stage, "Chọn từ kho đoạn văn…")
    stage.key(Qt.Key.Key_Space)
    view = stage.view
    assert isinstance(view, PurposeStep)
    assert view.sheet.isVisible()
    return view.sheet
