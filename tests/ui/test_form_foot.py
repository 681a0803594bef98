"""The foot of a form and the note of a row: nothing cut where the room is short (G6, L9)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.field import Field
from ui.widgets.field_row import FieldRow, NarrowBox
from ui.widgets.form_foot import FormFoot
from ui.widgets.text import Label

AT = datetime(2026, 4, 17, 2, 43, 11, tzinfo=UTC)


def _whole(part: QWidget, foot: FormFoot) -> bool:
    return part.width() >= part.sizeHint().width() and foot.rect().contains(part.geometry())


@pytest.mark.parametrize("units", [96, 110, 136])
def test_what_is_kept_and_both_buttons_stay_whole(qtbot: QtBot, look: Look, units: int) -> None:
    save, close = QAction("Lưu, người tiếp"), QAction("Lưu và đóng")
    save.setShortcut("Ctrl+Return")
    close.setShortcut("Ctrl+S")
    foot = FormFoot(look, save=save, save_close=close)
    qtbot.addWidget(foot)
    foot.resize(look.px(units), foot.sizeHint().height())
    foot.show()
    foot.show_kept(AT)
    labels = list[Label](foot.findChildren(Label))
    (kept,) = (label for label in labels if label.text().startswith("Đã giữ"))
    assert foot.kept_words == "Đã giữ 09:43:11"
    parts = (kept, foot.save_close_button, foot.save_button)
    qtbot.waitUntil(lambda: all(_whole(part, foot) for part in parts), timeout=2_000)
    foot.clear_kept()
    assert foot.kept_words == ""


def test_the_note_tells_the_first_wrong_field_and_then_the_rows_own_words(qtbot: QtBot, look: Look) -> None:
    """One field put right must not take away what is said of the other."""
    boxes = [NarrowBox(look, name, Field(look, name=name)) for name in ("Từ số", "Đến số")]
    host = QWidget()
    qtbot.addWidget(host)
    row = FieldRow(look, *boxes)
    host.setLayout(row)
    row.say("30 phiếu")
    assert row.note_words == "30 phiếu"
    boxes[1].set_warning("Số phiếu cuối nhỏ hơn số phiếu đầu.")
    boxes[0].set_warning("Chỉ ghi số.")
    assert row.note_words == "Chỉ ghi số."
    boxes[0].set_warning("")
    assert row.note_words == "Số phiếu cuối nhỏ hơn số phiếu đầu."
    boxes[1].set_warning("")
    assert row.note_words == "30 phiếu"
