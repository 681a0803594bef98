"""The fields of the review meeting: when and where, who was there, what was good and what was not (F4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from ui.look import Look
from ui.preparation.fields import Line, put
from ui.review.entry import ID, ReviewEntry
from ui.review.task_rows import TaskRows
from ui.widgets.editor import Editor
from ui.widgets.field import Field
from ui.widgets.field_row import LowEditor
from ui.widgets.panes import HBox, VBox
from ui.widgets.scroll import Scroll

_TWO_FROM = 200  # u; from here the long texts stand in two columns


class ReviewForm(QWidget):
    """`changed` carries the ReviewEntry after every settled key; `grown` new fields of a task."""

    changed = Signal(object)
    grown = Signal(list)

    def __init__(self, look: Look, units: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._look, self._filling = look, False
        whole = VBox(look)
        self.setLayout(whole)
        inner = QWidget()
        column = VBox(look, (6, 3, 6, 4), 2.5)
        inner.setLayout(column)
        self.day = Field(look, name="Ngày họp", placeholder="6/5/2026", units=45)
        self.starts_at = Field(look, name="Từ", placeholder="14:00", units=22)
        self.ends_at = Field(look, name="Đến", placeholder="15:30", units=22)
        self.place = Field(look, name="Địa điểm")
        self.chair = Field(look, name="Người chủ trì")
        self.chair_position = Field(look, name="Chức vụ người chủ trì")
        self.recorder = Field(look, name="Người ghi biên bản")
        self.recorder_position = Field(look, name="Chức vụ người ghi biên bản")
        self._when = Line(
            look, ("Ngày họp", self.day, 0), ("Từ", self.starts_at, 0), ("Đến", self.ends_at, 0),
            ("Địa điểm", self.place, 1),
        )  # fmt: skip
        column.addWidget(self._when)
        column.addWidget(Line(look, ("Người chủ trì", self.chair, 1), ("Chức vụ", self.chair_position, 1)))
        column.addWidget(
            Line(look, ("Người ghi biên bản", self.recorder, 1), ("Chức vụ", self.recorder_position, 1))
        )
        self.attendees = LowEditor(look, 3, name="Người dự họp", placeholder="Mỗi người một dòng")
        self.good = LowEditor(look, 3, name="Ưu điểm")
        self.bad = LowEditor(look, 3, name="Hạn chế")
        self.causes = LowEditor(look, 3, name="Nguyên nhân")
        self.lessons = LowEditor(look, 3, name="Bài học kinh nghiệm")
        column.addWidget(Line(look, ("Người dự họp, mỗi người một dòng", self.attendees, 1)))
        for left, right in (
            (("Ưu điểm", self.good, 1), ("Hạn chế", self.bad, 1)),
            (("Nguyên nhân", self.causes, 1), ("Bài học kinh nghiệm", self.lessons, 1)),
        ):
            pair = HBox(look, gap=4)
            pair.addWidget(Line(look, left), 1)
            pair.addWidget(Line(look, right), 1)
            column.addLayout(pair)
        self.tasks = TaskRows(look, units)
        self.tasks.changed.connect(self._typed)
        self.tasks.grown.connect(self.grown)
        column.addWidget(self.tasks)
        column.addStretch(1)
        self.area = Scroll(look, inner)
        whole.addWidget(self.area, 1)
        for field in self._plain().values():
            field.settled.connect(self._typed)

    def _plain(self) -> dict[str, Field | Editor]:
        names = (
            "day", "starts_at", "ends_at", "place", "chair", "chair_position", "recorder",
            "recorder_position", "attendees", "good", "bad", "causes", "lessons",
        )  # fmt: skip
        return {name: getattr(self, name) for name in names}

    def fields(self) -> Sequence[QLineEdit | QTextEdit]:
        """Where words are typed."""
        return (*self._plain().values(), *self.tasks.fields())

    def fill(self, entry: ReviewEntry) -> None:
        self._filling = True
        for name, field in self._plain().items():
            if isinstance(field, Field):
                put(field, getattr(entry, name))
            else:
                field.set_value(getattr(entry, name))
        self.tasks.show_tasks(entry.tasks)
        self._filling = False

    def entry(self) -> ReviewEntry:
        """The fields as they stand."""
        said = {
            name: field.text() if isinstance(field, Field) else field.toPlainText()
            for name, field in self._plain().items()
        }
        return ReviewEntry(ID, tasks=self.tasks.tasks(), **said)

    def complain(self, field: str, sentence: str) -> None:
        """One sentence at the field; "" takes it away."""
        for name in ("day", "starts_at", "ends_at"):
            self._when.complain(getattr(self, name), "")
        self.tasks.complain("")
        if field == "tasks":
            self.tasks.complain(sentence)
        elif sentence:
            wrong = getattr(self, field)
            self._when.complain(wrong, sentence)
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def fault(self) -> str:
        """The sentences on view."""
        return " ".join(part for part in (self._when.fault, self.tasks.fault) if part)

    def _typed(self, _value: object = None) -> None:
        if not self._filling:
            self.complain("", "")
            self.changed.emit(self.entry())
