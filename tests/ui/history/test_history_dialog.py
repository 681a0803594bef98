"""The window of a history: all acts, newest first, by keyboard, whole at every size (L9, G6)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.trace import Trace, TraceLine
from tests.ui.conftest import LookMaker
from tests.ui.inside import children
from ui.widgets.history_dialog import HistoryDialog, told
from ui.widgets.text import Paragraph

AT = datetime(2026, 4, 24, 2, 41, tzinfo=UTC)
LINE = TraceLine(
    "a", AT, "24/4/2026 09:41", "Lương Thị Mẫn", "máy hội trường", "Sửa ý kiến",
    ("Câu trả lời: từ “Sẽ nạo vét.” thành “Phòng Kinh tế nạo vét toàn tuyến 420 m trước ngày 30/5/2026.”",),
    "24/4/2026 09:52",
)  # fmt: skip
OLDER = [
    TraceLine(f"{n}", AT, "24/4/2026 08:30", "Trần Thị Hà", "máy này", f"Việc thứ {n}", ("Số: “1”",))
    for n in range(30)
]
TRACE = Trace("Ý kiến số 31, bà Lò Thị Ế", (*OLDER, LINE))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_and_keys_scroll(qtbot, make_look: LookMaker, theme: str, scale: float) -> None:
    look = make_look(theme, scale)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(look, TRACE, window)
    look.dress(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    screen = dialog.screen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    assert dialog.close_button.geometry().bottom() <= dialog.height()
    first = next(one for one in children(dialog, Paragraph) if one.text().startswith("24/4/2026 09:41"))
    top = first.mapTo(dialog, first.rect().topLeft()).y()
    assert 0 < top < dialog.height() / 2  # the newest act is the first that is seen
    for one in children(dialog.area, Paragraph):
        assert one.width() <= dialog.area.viewport().width()
    bar = dialog.area.verticalScrollBar()
    assert dialog.area.hasFocus()
    QTest.keyClick(dialog.area, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(dialog.area, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_screen_reader_hears_every_act(qtbot, make_look: LookMaker) -> None:
    """G6: the list has a name and, as its description, each act in one sentence."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(make_look(), TRACE, window)
    assert dialog.area.accessibleName() == "Lịch sử: Ý kiến số 31, bà Lò Thị Ế"
    assert told(LINE) == (
        "24/4/2026 09:41, Lương Thị Mẫn, máy hội trường: Sửa ý kiến. Câu trả lời: từ “Sẽ nạo vét.” thành "
        "“Phòng Kinh tế nạo vét toàn tuyến 420 m trước ngày 30/5/2026.”. "
        "Việc này đã được hoàn tác lúc 24/4/2026 09:52."
    )
    assert dialog.area.accessibleDescription().splitlines()[0] == told(LINE)
    assert len(dialog.area.accessibleDescription().splitlines()) == 31


def test_without_an_act_it_says_so(qtbot, make_look: LookMaker) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = HistoryDialog(make_look(), Trace("Văn bản 12/TB-UBND", ()), window)
    assert "Chưa có việc nào được ghi." in [one.text() for one in children(dialog, Paragraph)]
