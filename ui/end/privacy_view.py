"""In the place of the lists: what the posted copy leaves out, and what more is to be covered (M2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from dialogue_desktop.domain.records import Opinion, Records
from ui.end.mask_words import MaskLine, chosen_passage, mask_lines, opinion_lines, readable
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.editor import Editor
from ui.widgets.empty import EmptyState
from ui.widgets.panes import Card, HBox, Pane, VBox, follow
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.segment import Segment
from ui.widgets.text import Label, Paragraph

MASKED, ALL = "masked", "all"
LOW_UNITS = 110  # lower than this there is room for the list or for the text, not for both


class PrivacyView(Pane):
    """`accepted`: the list was seen. `hidden` carries an opinion's id and its passages as they are to be,
    `withheld` an id and whether the whole opinion stays away. `placed`: an opinion to turn the page to."""

    accepted = Signal()
    left = Signal()
    hidden = Signal(str, object)
    withheld = Signal(str, bool)
    placed = Signal(object)  # Opinion

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._records = Records()
        self._places: tuple[MaskLine, ...] = ()
        self._masked: tuple[str, ...] = ()
        self._opinion: Opinion | None = None
        self._reading = False  # where it is low: the text stands in the place of the list
        column = VBox(look, (6, 3, 5, 3), 2)
        self.setLayout(column)
        head = HBox(look, gap=2)
        self.back = Button(look, "Danh sách", kind=Kind.BAR, icon="arrow_left", key="Esc", small=True)
        self.title = Label(look, "", Type.SECTION, elide=True)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self.segment = Segment(
            look, ((MASKED, "Chỗ che", "eye_off"), (ALL, "Mọi ý kiến", "chat_multiple")), name="Xem gì"
        )
        column.addWidget(self.segment, alignment=Qt.AlignmentFlag.AlignLeft)
        self.table = RowTable(look, [Column("what", "Nội dung", 0)], name="Chỗ che trên bản niêm yết")
        column.addWidget(self.table, 3)
        self.empty = EmptyState(
            look, "checkmark_circle", "Không có gì phải che", "Mọi người đã đồng ý công khai tên."
        )
        self.empty.hide()
        column.addWidget(self.empty, 3)
        self.detail = Card(look)
        column.addWidget(self.detail, 4)
        inside = VBox(look, (3, 2, 3, 2), 1)
        self.detail.setLayout(inside)
        self.of = Label(look, "", Type.STRONG, elide=True)
        inside.addWidget(self.of)
        self.text = Editor(look, name="Lời nói và trả lời, bôi đen đoạn cần che", kind=Type.BODY)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        inside.addWidget(self.text, 1)
        self._wrong = Paragraph(look, "", Type.CAPTION, Role.BAD, lines=2)
        self._wrong.hide()
        inside.addWidget(self._wrong)
        acts = HBox(look, gap=1)
        self.hide_part = Button(look, "Che đoạn đã chọn", icon="eye_off", small=True)
        self.show_part = Button(look, "Bỏ che đoạn", kind=Kind.QUIET, small=True)
        self.whole = Button(look, "Không niêm yết cả ý kiến", kind=Kind.QUIET, small=True)
        for button in (self.hide_part, self.show_part, self.whole):
            acts.addWidget(button)
        acts.addStretch(1)
        inside.addLayout(acts)
        foot = HBox(look, gap=2)
        self.accept = Button(look, "Đã xem danh sách", kind=Kind.PRIMARY, icon="checkmark", key="Ctrl+Enter")
        foot.addStretch(1)
        foot.addWidget(self.accept)
        column.addLayout(foot)
        self.back.clicked.connect(self._back)
        self.accept.clicked.connect(self.accepted.emit)
        self.segment.chosen.connect(self._fill)
        self.table.rows.current_row.connect(self._chosen)
        self.table.rows.opened.connect(self._read_row)
        self.hide_part.clicked.connect(self._hide)
        self.show_part.clicked.connect(self._show_again)
        self.whole.clicked.connect(self._withhold)
        self.setAccessibleName("Che trên bản niêm yết")
        self.hide()
        follow(look, self._least)

    def _least(self) -> None:
        """Two rows, three lines: what must find room where letters are large."""
        self.table.setMinimumHeight(self.look.px(24))
        self.table.rows.setMinimumHeight(0)
        self.text.setMinimumHeight(self.look.px(16))

    @property
    def complaint(self) -> str:
        return "" if self._wrong.isHidden() else self._wrong.text()

    def show_masked(self, masked: Sequence[str], records: Records, accept: str) -> None:
        """`accept` says what happens when the list has been seen ("Đã xem, chốt và in 3 bản")."""
        self.accept.set_words(accept)
        if tuple(masked) == self._masked and records is self._records:
            return
        self._masked, self._records = tuple(masked), records
        count = len(masked)
        self.title.setText(f"Bản niêm yết che {count} chỗ" if count else "Bản niêm yết không che gì")
        self._fill()

    def _fill(self, _view: str = "") -> None:
        everything = self.segment.value() == ALL
        records = self._records
        self._places = opinion_lines(records) if everything else mask_lines(self._masked, records)
        current = self.table.rows.current_id()
        held = self._opinion.id if self._opinion is not None else ""
        self.table.set_items([Row(one.id, (Cell(one.text, one.second),)) for one in self._places])
        again = next((one.id for one in self._places if one.opinion_id == held and held), current)
        if not (again and self.table.rows.set_current(again)):
            self.table.rows.set_first_current()
        self._chosen(self.table.rows.current_id())

    def _chosen(self, line_id: str) -> None:
        line = next((one for one in self._places if one.id == line_id), None)
        opinions = self._records.opinions
        self._opinion = next((o for o in opinions if line is not None and o.id == line.opinion_id), None)
        self._arrange()
        self.complain("")
        if self._opinion is None:
            return
        opinion = self._opinion
        self.of.setText(f"Ý kiến số {opinion.number}")
        self.text.set_value(readable(opinion, self._records))
        self._mark_hidden(opinion)
        self.whole.set_words("Niêm yết lại ý kiến này" if opinion.withheld else "Không niêm yết cả ý kiến")
        self.show_part.setVisible(bool(opinion.hidden_parts))
        self.hide_part.lock("Cả ý kiến đã không niêm yết." if opinion.withheld else "")
        self.placed.emit(opinion)

    def _mark_hidden(self, opinion: Opinion) -> None:
        """Covered passages are marked here too."""
        form = QTextCharFormat()
        form.setBackground(self.look.color(Role.MARK))
        marks = []
        for part in opinion.hidden_parts:
            cursor = self.text.document().find(part.partition("\n")[0])
            if not cursor.isNull():
                one = QTextEdit.ExtraSelection()
                start = cursor.selectionStart()
                cursor.setPosition(start)
                end = min(start + len(part), self.text.document().characterCount() - 1)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                one.cursor, one.format = cursor, form  # type: ignore[attr-defined]  # missing in the stubs
                marks.append(one)
        self.text.setExtraSelections(marks)

    # --- acts ---------------------------------------------------------------------------------------

    def _hide(self) -> None:
        if self._opinion is None:
            return
        try:
            words = chosen_passage(self.text.textCursor().selectedText(), self._opinion, self._records)
        except ValueError as wrong:
            self.complain(str(wrong))
            return
        self.complain("")
        self.hidden.emit(self._opinion.id, (*self._opinion.hidden_parts, words))

    def _show_again(self) -> None:
        """The passage in which the cursor stands, else the one covered last."""
        if self._opinion is None or not self._opinion.hidden_parts:
            return
        parts = self._opinion.hidden_parts
        at = self.text.textCursor().position()
        text = self.text.toPlainText()
        here = [p for p in parts if 0 <= text.find(p) <= at <= text.find(p) + len(p)]
        gone = here[0] if here else parts[-1]
        self.hidden.emit(self._opinion.id, tuple(part for part in parts if part != gone))

    def _withhold(self) -> None:
        if self._opinion is not None:
            self.withheld.emit(self._opinion.id, not self._opinion.withheld)

    def complain(self, sentence: str) -> None:
        self._wrong.set_words(sentence)
        self._wrong.setVisible(bool(sentence))

    # --- room ---------------------------------------------------------------------------------------

    @property
    def low(self) -> bool:
        """Only the list or only the text is shown."""
        return self.height() < self.look.px(LOW_UNITS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        listed, low = bool(self._places), self.low
        reading = low and self._reading and self._opinion is not None
        self.segment.setVisible(not reading)
        self.table.setVisible(listed and not reading)
        self.empty.setVisible(not listed)
        self.detail.setVisible(self._opinion is not None and (reading or not low))

    def _read_row(self, _line_id: str) -> None:
        """Enter in the list: to the text."""
        if self._opinion is not None:
            self._reading = True
            self._arrange()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """From the text to the list where only one of them is shown, else out."""
        if self.low and self._reading:
            self._reading = False
            self._arrange()
            self.focus_first()
        else:
            self._reading = False
            self.left.emit()

    def go_to(self, opinion_id: str) -> None:
        """To an opinion that nothing is covered of yet."""
        self.segment.set_value(ALL)
        self._fill()
        self.table.rows.set_current(f"o-{opinion_id}")
        self._reading = True
        self._arrange()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        (self.table.rows if self._places else self.accept).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)
