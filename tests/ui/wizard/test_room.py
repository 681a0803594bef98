"""Every step fits its window at every size and scale (G6)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.wizard.conftest import Open
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.steps import STEPS


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1366, 698)), (1.5, (1366, 698)), (2.0, (1366, 698)), (1.0, (1024, 700))]
)
def test_every_step_fits_without_scrolling_sideways(
    open_stage: Open, scale: float, size: tuple[int, int]
) -> None:
    """G6: nothing of a step stands beyond the right edge."""
    stage = open_stage(plan=minh_khe(), now=SPRING, scale=scale, size=size)
    for info in STEPS:
        stage.page.presenter.go(info.id)
        QApplication.processEvents()
        room = stage.view.area.viewport().width()
        assert stage.view._inner.minimumSizeHint().width() <= room, (info.id, scale)
        for button in (
            stage.page.foot.next_button,
            stage.page.foot.back_button,
            stage.page.foot.close_button,
        ):
            right = button.mapTo(stage.window, button.rect().topRight()).x()
            assert right < stage.window.width(), (info.id, button.words)
