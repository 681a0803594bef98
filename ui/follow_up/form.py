"""The form beside the board: what happened, the letter, the evidence; or a promise's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from dialogue_desktop.domain.after_records import CommitmentState
from ui.follow_up.entry import FollowEntry, What, asks_reason
from ui.follow_up.file_rows import FileRows
from ui.follow_up.looks import STATES
from ui.follow_up.screen import FormHead
from ui.look import Look
from ui.opinions.known_field import KnownField
from ui.preparation.fields import Line, put
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.field_row import LowEditor
from ui.widgets.form_foot import FormFoot
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.side_pane import ALONE, BESIDE
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph

_REASONS = {
    CommitmentState.PUT_OFF: "Lý do lùi hạn",
    CommitmentState.WAITING: "Lý do, nếu chưa có văn bản gửi",
    CommitmentState.DONE: "Lý do, nếu không có minh chứng",
}


class FollowForm(Pane):
    """`changed` carries the FollowEntry after every settled key; `files_dropped` paths dropped on it,
    `file_removed` the hash of a file, `step_removed` the id of a line. Ctrl+Enter, Ctrl+S and Esc are the
    page's."""

    changed = Signal(object)
    files_dropped = Signal(list)
    file_removed = Signal(str)
    step_removed = Signal(str)

    def __init__(
        self, look: Look, *, save: QAction, save_close: QAction, files: QAction, back: QAction
    ) -> None:
        super().__init__(look, Role.SURFACE)
        self._entry, self._filling = FollowEntry(), False
        self._known: Callable[[str], Sequence[str]] = lambda _name: ()
        self.setAccessibleName("Phiếu theo dõi")
        self.setAcceptDrops(True)
        sides = HBox(look)
        self.setLayout(sides)
        self._side = Rule(look, upright=True, role=Role.BORDER)
        sides.addWidget(self._side)
        whole = VBox(look)
        sides.addLayout(whole, 1)
        head = self._head = HBox(look, (BESIDE, 3, BESIDE, 1), 2)
        self.back_button = Button.of(look, back, kind=Kind.QUIET, small=True)
        self.title = Label(look, "", Type.SECTION, elide=True)
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        whole.addLayout(head)
        inner = QWidget()
        self._column = VBox(look, (BESIDE, 1, BESIDE, 3), 2)
        inner.setLayout(self._column)
        self._build(files)
        self._column.addStretch(1)
        self.area = Scroll(look, inner)
        whole.addWidget(self.area, 1)
        whole.addWidget(Rule(look, role=Role.BORDER))
        self.foot = FormFoot(look, save=save, save_close=save_close)
        whole.addWidget(self.foot)
        self.foot.set_sides(BESIDE)

    # --- building -------------------------------------------------------------------------------------

    def _build(self, files: QAction) -> None:
        look = self.look
        self.told = Paragraph(look, role=Role.TEXT2)
        self._column.addWidget(self.told)
        states = [(None, "Giữ nguyên tình trạng"), *((one, STATES[one].words) for one in CommitmentState)]
        self.state = Combo(look, states, name="Tình trạng", units=48)
        self.day = Field(look, name="Ngày", placeholder="6/5/2026", units=45)
        self.text = LowEditor(look, 3, name="Việc đã làm, kết quả")
        self.deadline = Field(look, name="Hạn", placeholder="30/6/2026", units=48)
        self.reason = LowEditor(look, 2, name="Lý do")
        self.body = self._known_field("body", "Cơ quan cấp trên")
        self.unit = self._known_field("unit", "Đơn vị thực hiện")
        self.incoming = Combo(
            look, [(False, "Văn bản gửi đi"), (True, "Văn bản nhận về")], name="Văn bản", units=45
        )
        self.letter = Field(look, name="Số, ký hiệu", placeholder="21/UBND-KT")
        self.letter_on = Field(look, name="Ngày văn bản", units=45)
        self.who = self._known_field("who", "Người làm, người báo")
        self.lines = {
            "state": Line(look, ("Tình trạng", self.state, 0), ("Ngày", self.day, 0)),
            "text": Line(look, ("Việc đã làm, kết quả", self.text, 1)),
            "unit": Line(look, ("Đơn vị thực hiện", self.unit, 1)),
            "deadline": Line(look, ("Hạn mới", self.deadline, 0)),
            "body": Line(look, ("Cơ quan cấp trên", self.body, 1)),
            "reason": Line(look, ("Lý do", self.reason, 1)),
            "letter": Line(look, ("Văn bản", self.incoming, 0), ("Số, ký hiệu", self.letter, 1)),
            "letter_on": Line(
                look, ("Ngày văn bản", self.letter_on, 0), ("Người làm, người báo", self.who, 1)
            ),
        }  # fmt: skip
        #: The line in which a field stands, for its sentence.
        self._where: dict[str, tuple[str, QWidget]] = {
            "day": ("state", self.day), "text": ("text", self.text), "unit": ("unit", self.unit),
            "deadline": ("deadline", self.deadline), "receiving_body": ("body", self.body),
            "reason": ("reason", self.reason), "letter": ("letter", self.letter),
            "letter_on": ("letter_on", self.letter_on),
        }  # fmt: skip
        for name, line in self.lines.items():
            self._column.addWidget(line)
            if name == "deadline":
                self._column.addWidget(self._warning())
        self.files = FileRows(look, files)
        self.files.dropped_one.connect(self.file_removed)
        self._column.addWidget(self.files)
        self.remove_button = Button(look, "Bỏ dòng này", kind=Kind.QUIET, icon="delete", small=True)
        self.remove_button.clicked.connect(lambda: self.step_removed.emit(self._entry.step_id))
        self._column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self.day, self.deadline, self.letter, self.letter_on, self.body, self.unit, self.who):
            field.settled.connect(self._typed)
        for editor in (self.text, self.reason):
            editor.settled.connect(self._typed)
        for combo in (self.state, self.incoming):
            combo.chosen.connect(self._chosen)

    def _known_field(self, name: str, words: str) -> KnownField:
        field = KnownField(self.look, lambda: [Suggestion(one) for one in self._known(name)], name=words)
        field.suggestions.picked.connect(self._typed)
        return field

    def _warning(self) -> QWidget:
        self._warned = QWidget()
        row = HBox(self.look, gap=1)
        self._warned.setLayout(row)
        row.addWidget(IconBox(self.look, "warning_16", Role.WARN, 4), 0, Qt.AlignmentFlag.AlignTop)
        self.warning = Paragraph(self.look, "", Type.CAPTION, Role.WARN)
        row.addWidget(self.warning, 1)
        self._warned.hide()
        return self._warned

    # --- showing --------------------------------------------------------------------------------------

    def offer(self, known: Callable[[str], Sequence[str]]) -> None:
        """What is known for "unit", "body" and "who"."""
        self._known = known

    def show_head(self, head: FormHead) -> None:
        self.title.setText(head.title)
        self.told.set_words(head.told)
        self.told.setVisible(bool(head.told))

    def fill(self, entry: FollowEntry, focus: str) -> None:
        """Another entry; the cursor stays where it is for ""."""
        again = (entry.what, entry.keys, entry.step_id) == (
            self._entry.what, self._entry.keys, self._entry.step_id,
        )  # fmt: skip
        self._filling = True
        self._entry = entry
        self.state.set_value(entry.state)
        self.incoming.set_value(entry.incoming)
        for field, text in (
            (self.day, entry.day), (self.deadline, entry.deadline), (self.letter, entry.letter),
            (self.letter_on, entry.letter_on), (self.body, entry.body), (self.unit, entry.unit),
            (self.who, entry.who),
        ):  # fmt: skip
            put(field, text)
        self.text.set_value(entry.text)
        self.reason.set_value(entry.reason)
        self.files.show_files(entry.files)
        self._filling = False
        self._arrange()
        if not again:
            self.complain("", "")
            self.warn("")
            self.foot.clear_kept()
            self.area.verticalScrollBar().setValue(0)
        if focus:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Which fields are there, by what the form is about and the state that was chosen."""
        what, state = self._entry.what, self._entry.state
        update, step = what is What.UPDATE, what is What.STEP
        happened, own = update or step, what in (What.ADD, What.EDIT)
        lines = self.lines
        lines["state"].setVisible(happened)
        lines["state"].set_shown(self.state, update)
        lines["state"].set_shown(self.day, happened)
        lines["unit"].setVisible(own)
        lines["deadline"].setVisible(own or (update and state is CommitmentState.PUT_OFF))
        lines["body"].setVisible(own or (update and state is CommitmentState.WAITING))
        lines["reason"].setVisible(update and asks_reason(state))
        lines["letter"].setVisible(happened)
        lines["letter"].set_shown(self.incoming, update)
        lines["letter"].set_shown(self.letter, happened)
        lines["letter_on"].setVisible(happened)
        self.files.setVisible(happened)
        self.remove_button.setVisible(step)
        lines["text"].set_label(self.text, "Nội dung cam kết" if own else "Việc đã làm, kết quả")
        lines["deadline"].set_label(self.deadline, "Hạn" if own else "Hạn mới")
        if state is not None:
            lines["reason"].set_label(self.reason, _REASONS.get(state, "Lý do"))

    def warn(self, sentence: str) -> None:
        """What speaks against the new deadline."""
        self.warning.set_words(sentence)
        self._warned.setVisible(bool(sentence))

    def complain(self, field: str, sentence: str) -> None:
        """One sentence at the field; "" takes all away."""
        for name, control in self._where.values():
            self.lines[name].complain(control, "")
        self.files.complain("")
        if field == "files":
            self.files.complain(sentence)
        elif sentence:
            name, control = self._where.get(field, self._where["text"])
            self.lines[name].complain(control, sentence)
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.lines[name])

    def fault(self) -> str:
        """The sentences on view, for tests and readers."""
        found = [line.fault for line in self.lines.values() if line.fault]
        return " ".join((*found, *filter(None, (self.files.fault,))))

    def set_alone(self, alone: bool) -> None:
        """In the place of the list."""
        self._side.setVisible(not alone)
        sides = ALONE if alone else BESIDE
        self._head.set_sides(sides, sides)
        self._column.set_sides(sides, sides)
        self.foot.set_sides(sides)

    def show_kept(self, at: datetime) -> None:
        self.foot.show_kept(at)

    def fields(self) -> Sequence[QLineEdit | QTextEdit]:
        """Where words are typed."""
        return (
            self.day, self.text, self.unit, self.deadline, self.body, self.reason, self.letter,
            self.letter_on, self.who,
        )  # fmt: skip

    # --- typing ---------------------------------------------------------------------------------------

    def _typed(self, _value: object = None) -> None:
        if self._filling:
            return
        self._entry = replace(
            self._entry,
            state=self.state.value(),
            day=self.day.text(),
            text=self.text.toPlainText(),
            reason=self.reason.toPlainText(),
            deadline=self.deadline.text(),
            unit=self.unit.text(),
            body=self.body.text(),
            who=self.who.text(),
            letter=self.letter.text(),
            letter_on=self.letter_on.text(),
            incoming=bool(self.incoming.value()),
        )
        self.complain("", "")
        self.changed.emit(self._entry)

    def _chosen(self, _value: object) -> None:
        self._typed()
        self._arrange()

    # --- files ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.files.isVisible():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
