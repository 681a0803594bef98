"""Hands at the page of the office's library: into the rows, to a field, until it is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.ui.page_stage import PageStage


def shown(stage: PageStage) -> list[tuple[str, str]]:
    """First and last cell of each row of the part on view."""
    rows = stage.page.view.editor.table.rows.rows.rows()
    return [(row.cells[0].text, row.cells[-1].text) for row in rows]


def into(stage: PageStage, row_id: str = "") -> None:
    """From the parts into the rows."""
    if stage.page.parts.rows.hasFocus():
        stage.key("Return")
    if row_id:
        assert stage.page.view.editor.table.rows.set_current(row_id)


def saved(stage: PageStage) -> None:
    stage.until(lambda: stage.page.presenter.clean)
    stage.settle()


def to(stage: PageStage, name: str) -> QWidget:
    for _ in range(60):
        if stage.focused.accessibleName() == name:
            return stage.focused
        stage.key("Tab")
    raise AssertionError(f"Tab never came to {name!r}")
