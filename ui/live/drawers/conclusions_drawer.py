"""The chair's conclusions, one after the other: settled or not, by whom, until when (L8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.conclusion_update import DayNote, OutOfStep
from dialogue_desktop.domain.records import Conclusion
from dialogue_desktop.services.live_changes import new_id
from ui.live import verbs
from ui.live.drawers.conclusion_row import ConclusionRow
from ui.live.drawers.drawer import Drawer
from ui.live.key_names import KeyNames
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Paragraph

_TALL = 150  # u of height from which two lines of buttons leave room enough
_WIDE = 74  # width in u from which they have room for their words and keys
_PAUSE_MS = 700  # what is typed is written at a pause, within a second of the last key


@dataclass(frozen=True, slots=True)
class Advice:
    """What the engine says of the rows, by their ids, and of opinions that stand in none."""

    notes: dict[str, DayNote] = field(default_factory=dict)
    out: dict[str, OutOfStep] = field(default_factory=dict)
    missing: int = 0
    first_missing: str = ""


@dataclass(frozen=True, slots=True)
class Rewording:
    """How the words of a row follow its unit and its day."""

    unit: Callable[[Conclusion, str], Conclusion] = lambda row, unit: replace(row, unit=unit)
    day: Callable[[Conclusion, date | None], Conclusion] = lambda row, day: replace(row, deadline=day)


class ConclusionsDrawer(Drawer):
    """`changed` carries all rows, `typed` what stands in the boxes with each letter. Ctrl+Enter in it begins
    the next conclusion. `missing_wanted` carries the opinion to go to."""

    changed = Signal(object)
    typed = Signal(object)
    missing_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        *,
        units: Callable[[], Sequence[Suggestion]],
        today: Callable[[], date],
        draft: QAction,
        read: QAction,
    ) -> None:
        super().__init__(look, "Kết luận của Chủ trì")
        self._units, self._today = units, today
        self.rewording = Rewording()
        self._advice = Advice()
        self._names = KeyNames()
        self._rows: list[ConclusionRow] = []
        self._stored: set[str] = set()  # of rows that the records hold
        self._gone: set[str] = set()  # removed here, and not yet heard of from there
        self._shown: tuple[Conclusion, ...] | None = None  # None: what stands here may be newer
        self._list = VBox(look, gap=1)
        self._none = Paragraph(
            look,
            "Chưa có kết luận nào. Việc xong và việc còn phải làm ghi riêng từng dòng.",
            Type.BODY,
            Role.TEXT2,
        )
        self.missing = Paragraph(look, "", Type.CAPTION_MEDIUM, Role.WARN)
        self.show_missing = Button(look, "Xem", kind=Kind.QUIET, small=True)
        self.show_missing.clicked.connect(lambda: self.missing_wanted.emit(self._advice.first_missing))
        self._coverage = QWidget()
        coverage = HBox(look, gap=1)
        coverage.addWidget(self.missing, 1)
        coverage.addWidget(self.show_missing)
        self._coverage.setLayout(coverage)
        self.body.addWidget(self._coverage)
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self.draft_button = VerbButton(look, draft, words="Soạn từ các ý kiến", small=True)
        self._add_key = "Ctrl+Enter"
        self._add = Button(look, "Thêm kết luận", name="Thêm kết luận", key=self._add_key, small=True)
        self._add.clicked.connect(self.add_row)
        self.read_button = VerbButton(look, read, words="Đọc lại", small=True)
        self._upper, self._lower = HBox(look, gap=2), HBox(look, gap=2)
        for line, button in (
            (self._upper, self.draft_button), (self._lower, self._add), (self._lower, self.read_button)
        ):  # fmt: skip
            line.addWidget(button)
        for line in (self._upper, self._lower):
            line.addStretch(1)
            self.foot.addLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.take_all)
        self.show_advice(self._advice)

    # --- what the records hold -----------------------------------------------------------------------

    def show_rows(self, rows: tuple[Conclusion, ...]) -> None:
        """Rows that stand here already are only filled anew, so that the focus stays where it is."""
        if rows is self._shown:
            return
        self._shown = rows
        here = {row.id for row in rows}
        self._gone &= here
        rows = tuple(row for row in rows if row.id not in self._gone)
        lines = {line.row.id: line for line in self._rows}
        not_written = [
            line for line in self._rows if line.row.id not in here and line.row.id not in self._stored
        ]
        self._stored = here
        wanted = []
        for row in rows:
            line = lines.get(row.id)
            if line is None:
                line = self._line(row)
            else:
                line.show_row(row)
            wanted.append(line)
        wanted += not_written
        for line in self._rows:
            if line not in wanted:
                _drop(line)
        if wanted != self._rows:
            self._rows = wanted
            self._lay()
        self._number()

    def show_advice(self, advice: Advice) -> None:
        self._advice = advice
        for line in self._rows:
            key = line.row.id
            line.show_advice(advice.notes.get(key, DayNote("")), advice.out.get(key, OutOfStep(key, "")))
        self.missing.set_words(f"{advice.missing} ý kiến chưa có trong kết luận")
        self._coverage.setVisible(advice.missing > 0)

    def _lay(self) -> None:
        """In their order, for the eye and for Tab."""
        for at, line in enumerate(self._rows):
            if self._list.indexOf(line) != at:
                self._list.insertWidget(at, line)
        stops = [stop for line in self._rows for stop in line.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _number(self) -> None:
        for at, line in enumerate(self._rows, start=1):
            line.number.setText(f"Kết luận {at}")
            line.up.setEnabled(at > 1)
            line.down.setEnabled(at < len(self._rows))
        self._none.setVisible(not self._rows)
        self.read_button.setVisible(bool(self._rows))

    def _line(self, row: Conclusion) -> ConclusionRow:
        line = ConclusionRow(self.look, row, self._units, self._today)
        line.show_keys(self._names)
        line.text.settled.connect(lambda _text, at=line: self._tell_typed(at))
        line.text.left.connect(self.take_all)
        line.settled.clicked.connect(self._settle)
        line.unit.chosen.connect(lambda unit, at=line: self._put(at, self.rewording.unit(at.value(), unit)))
        line.day.picked.connect(lambda day, at=line: self._put(at, self.rewording.day(at.value(), day)))
        line.suggested.connect(lambda day, at=line: self._put(at, self.rewording.day(at.value(), day)))
        line.renewed.connect(lambda at=line: self._renew(at))
        line.moved.connect(lambda steps, at=line: self._move(at, steps))
        line.remove.clicked.connect(lambda _on=False, at=line: self._remove(at))
        self.keep_in_sight(*line.stops)
        return line

    # --- what the hand does --------------------------------------------------------------------------

    def _settle(self) -> None:
        for line in self._rows:
            line.show_duty()
        self.take_all()

    def _put(self, line: ConclusionRow, row: Conclusion) -> None:
        line.show_row(row)
        self._emit()

    def _renew(self, line: ConclusionRow) -> None:
        """What its opinions say now takes its place; further rows of theirs stand behind it."""
        found = self._advice.out.get(line.row.id)
        if found is None or not found.rows:
            return
        first, *rest = found.rows
        line.text.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        line.text.set_value(first.text)
        line.show_row(first)
        at = self._rows.index(line) + 1
        self._rows[at:at] = [self._line(replace(row, id=new_id())) for row in rest]
        self._lay()
        self._number()
        self._emit()

    def move_row(self, steps: int) -> bool:
        """The row that has the focus one place up or down; False where none has."""
        line = next((line for line in self._rows if _has_focus(line)), None)
        if line is not None:
            self._move(line, steps)
        return line is not None

    def _move(self, line: ConclusionRow, steps: int) -> None:
        at = self._rows.index(line)
        to = at + steps
        if not 0 <= to < len(self._rows):
            return
        self._rows.insert(to, self._rows.pop(at))
        self._lay()
        self._number()
        self._emit()
        self.scroller.ensureWidgetVisible(line, 0, self.look.px(4))

    def _remove(self, line: ConclusionRow) -> None:
        self._rows.remove(line)
        self._gone.add(line.row.id)
        _drop(line)
        self._number()
        self._emit()

    def add_row(self) -> None:
        """An empty conclusion at the end, ready to be typed."""
        self.take_all()
        line = self._rows[-1] if self._rows and not self._rows[-1].value().text else None
        if line is None:
            line = self._line(Conclusion(new_id(), len(self._rows)))
            self._rows.append(line)
            self._lay()
            self._number()
        line.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_empty(self) -> None:
        """Rows that were begun without a word."""
        for line in [
            line for line in self._rows if not line.value().text and line.row.id not in self._stored
        ]:
            self._rows.remove(line)
            _drop(line)

    def show_keys(self, names: KeyNames) -> None:
        self._add_key = names.of(verbs.SAVE)
        self._names = names
        for line in self._rows:
            line.show_keys(names)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the letters are large the buttons stand in one line with short words, their keys in the tips:
        three lines of them would leave no room for the conclusions."""
        # Narrow and tall is a small screen with small letters.
        tall = self.height() >= self.look.px(_TALL) and self.width() >= self.look.px(_WIDE)
        (self._upper if tall else self._lower).insertWidget(0, self.draft_button)
        self.draft_button.shorten("Soạn từ các ý kiến" if tall else "Soạn", icon=tall, cap=tall)
        self.read_button.shorten("Đọc lại", icon=tall, cap=False)
        self._add.set_words("Thêm kết luận" if tall else "Thêm")
        self._add.set_key(self._add_key if tall else "")
        self._add.setToolTip("" if tall else f"Thêm kết luận ({self._add_key})")

    def take_all(self) -> None:
        """Write what stands in the boxes, if it is new."""
        self._timer.stop()
        if any(line.value() != line.row for line in self._rows):
            self._emit()

    def _tell_typed(self, line: ConclusionRow) -> None:
        self._timer.start()
        if line.text.hasFocus():
            self.typed.emit(self._written(line.value() for line in self._rows))

    def _written(self, rows: Iterable[Conclusion]) -> tuple[Conclusion, ...]:
        return tuple(row for row in rows if row.text or row.id in self._stored)

    def _emit(self) -> None:
        self._shown = None
        for line in self._rows:
            line.row = line.value()
        self.changed.emit(self._written(line.row for line in self._rows))

    # --- focus ---------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        if self._rows:
            self._rows[-1].text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.add_row()

    def focus_record(self, record_id: str, field: str = "") -> None:
        """To a field of one conclusion; to the last one, or a new one, where it is not named."""
        line = next((line for line in self._rows if line.row.id == record_id), None)
        if line is None:
            self.focus_first()
            return
        fields: dict[str, QWidget] = {"unit": line.unit, "deadline": line.day}
        fields.get(field, line.text).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def focused_id(self) -> str:
        """The row that has the focus."""
        return next((line.row.id for line in self._rows if _has_focus(line)), "")


def _has_focus(line: ConclusionRow) -> bool:
    return any(stop.hasFocus() for stop in line.stops)


def _drop(line: ConclusionRow) -> None:
    line.hide()
    line.deleteLater()
