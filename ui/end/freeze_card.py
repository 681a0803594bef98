"""In the page: what the next freezing puts right and why, or why it is done with gaps (M3)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_desktop.domain.version_changes import VersionChange
from ui.end.version_words import count_words
from ui.end.versions_card import ChangeList
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.field_row import LowEditor
from ui.widgets.panes import Card, HBox, VBox
from ui.widgets.text import Label, Paragraph

_FEW = 4  # so many corrections are told at once

WHY_ANYWAY = "Vì sao vẫn chốt (ghi trong sổ, không in vào biên bản)"


class FreezeCard(Card):
    """`wanted` carries the reason, `typed` what stands there, `left`: it is not to be done."""

    wanted = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill=Role.WARN.soft, edge=None)
        self._all = False
        self._changes: tuple[VersionChange, ...] = ()
        column = VBox(look, (4, 3, 4, 3), 2)
        self.setLayout(column)
        head = HBox(look, gap=2)
        self.title = Label(look, "", Type.SECTION)
        self._badge = Badge(look, "", Role.WARN, "edit")
        head.addWidget(self.title)
        head.addWidget(self._badge)
        head.addStretch(1)
        column.addLayout(head)
        self._sentence = Paragraph(look, "")
        column.addWidget(self._sentence)
        self.told = ChangeList(look)
        column.addWidget(self.told)
        self.more = Button(look, "", kind=Kind.QUIET, small=True)
        more = HBox(look)
        more.addWidget(self.more)
        more.addStretch(1)
        column.addLayout(more)
        self._label = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        column.addWidget(self._label)
        self.reason = LowEditor(look, 2, name=WHY_ANYWAY)
        column.addWidget(self.reason)
        self._wrong = Label(look, "", Type.CAPTION, Role.BAD, icon="error_circle_16", elide=True)
        self._wrong.hide()
        column.addWidget(self._wrong)
        buttons = HBox(look, gap=2)
        self.act = Button(look, "", kind=Kind.PRIMARY, icon="lock_closed", key="Ctrl+Enter")
        self.leave = Button(look, "Thôi", kind=Kind.QUIET)
        buttons.addWidget(self.act)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.act.clicked.connect(self.take)
        self.leave.clicked.connect(self.left.emit)
        self.more.clicked.connect(self._more)
        self.reason.settled.connect(self.typed)
        self.setAccessibleName("Chốt biên bản")

    @property
    def complaint(self) -> str:
        return "" if self._wrong.isHidden() else self._wrong.text()

    def show_corrections(self, number: int, changes: Sequence[VersionChange]) -> None:
        """Before version `number`: what is other than in the one before."""
        self.title.setText("Biên bản đã sửa sau khi chốt")
        self._badge.show_state(count_words(changes), Role.WARN, "edit")
        self._sentence.set_words(
            f"Trang bên phải là bản đã sửa. Bản chốt lần {number - 1} vẫn được giữ nguyên."
        )
        self._changes = tuple(changes)
        self._tell()
        self._ask(f"Vì sao đính chính (in ở đầu biên bản lần {number})", f"Chốt lần {number}")
        self.leave.hide()

    def show_gaps(self, missing: int) -> None:
        """The first version, although something is missing."""
        self.title.setText("Chốt khi còn việc chưa bổ sung")
        self._badge.show_state(f"{missing} việc", Role.WARN, "warning")
        self._sentence.set_words("Chỗ thiếu để trống hoặc in “………”. Bổ sung sau thì thành biên bản lần 2.")
        self._changes = ()
        self._tell()
        self._ask(WHY_ANYWAY, "Chốt biên bản")
        self.leave.show()

    def _ask(self, label: str, act: str) -> None:
        self._label.setText(label)
        self.reason.setAccessibleName(label)
        self.act.set_words(act)

    def _tell(self) -> None:
        shown = self._changes if self._all else self._changes[:_FEW]
        self.told.setVisible(bool(self._changes))
        if self._changes:
            self.told.show_changes(shown)
        rest = len(self._changes) - _FEW
        self.more.setVisible(rest > 0)
        self.more.set_words("Thu lại" if self._all else f"Xem thêm {rest} chỗ sửa")

    def _more(self) -> None:
        self._all = not self._all
        self._tell()

    def set_reason(self, words: str) -> None:
        """What was written before and not used yet; never over what is being typed."""
        if not self.reason.hasFocus() and words != self.reason.value():
            self.reason.set_value(words)

    def lock(self, words: str) -> None:
        self.act.lock(words)

    def take(self) -> None:
        reason = self.reason.value()
        self._wrong.setText("" if reason else "Cần ghi lý do rồi mới chốt.")
        self._wrong.setVisible(not reason)
        self.reason.set_warned(not reason)
        if reason:
            self.wanted.emit(reason)
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_reason(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
        elif enter and self.act.hasFocus():
            self.act.click()
        elif event.key() == Qt.Key.Key_Escape and self.leave.isVisibleTo(self):
            self.left.emit()
        else:
            super().keyPressEvent(event)
