"""The answer in hand: what was said above, the answer to type or paste below, who prepared it (C7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from ui.answers.entry import AnswerEntry
from ui.answers.words import MATTERS, MatterView
from ui.look import Look
from ui.opinions.known_field import KnownField
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button, Kind
from ui.widgets.editor import Editor
from ui.widgets.facts import Facts
from ui.widgets.field import FieldBox
from ui.widgets.form_foot import FormFoot
from ui.widgets.panes import HBox, Pane, Rule, VBox, follow
from ui.widgets.scroll import Scroll
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph, Span
from ui.wizard.form import Form
from ui.wizard.parts import attr

_LABEL_UNITS = 24
_LEAST_LINES = 6


class AnswerForm(Pane):
    """`changed` carries the entry after every settled key; Ctrl+Enter, Ctrl+S and Esc are the page's."""

    changed = Signal(object)  # AnswerEntry

    def __init__(self, look: Look, *, save: QAction, save_close: QAction, back: QAction) -> None:
        super().__init__(look, Role.SURFACE)
        self._preparers: Callable[[], Sequence[str]] = tuple
        self._shown = ""
        self.form: Form[AnswerEntry] = Form(self._edited, lambda: None)
        self.setAccessibleName("Câu trả lời đang soạn")
        sides = HBox(look)
        self.setLayout(sides)
        self._side = Rule(look, upright=True, role=Role.BORDER)
        sides.addWidget(self._side)
        whole = VBox(look)
        sides.addLayout(whole, 1)
        head = HBox(look, (5, 3, 5, 2), 2)
        self.back_button = Button.of(look, back, kind=Kind.QUIET, small=True)
        self.back_button.hide()
        self.title = Label(look, "", Type.SECTION, elide=True)
        self.badge = Badge(look, "")
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.badge)
        whole.addLayout(head)
        inner = QWidget()
        self._column = VBox(look, (5, 0, 5, 3), 2)
        inner.setLayout(self._column)
        self._inner = inner
        self.area = Scroll(look, inner)
        # The room or what stands above changed: the cursor stays in sight.
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal)
        whole.addWidget(self.area, 1)
        self._build()
        whole.addWidget(Rule(look, role=Role.BORDER))
        self.foot = FormFoot(look, save=save, save_close=save_close)
        whole.addWidget(self.foot)
        order: list[QWidget] = [
            self.answer, self.by, self.foot.save_close_button, self.foot.save_button, self.back_button,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        for widget in order:
            widget.installEventFilter(self)
        follow(look, self._fix)

    def _build(self) -> None:
        look, add = self.look, self._column.addWidget
        # What was said stands right above its answer, also where the pane is scrolled.
        self._facts = Facts(look, _LABEL_UNITS)
        add(self._facts)
        self._told = Paragraph(look)
        add(self._told)
        self._joint = Paragraph(look, kind=Type.BODY, role=Role.ACCENT)
        self._clash = Paragraph(look, kind=Type.BODY, role=Role.WARN)
        add(self._joint)
        add(self._clash)
        self.answer = Editor(
            look,
            name="Câu trả lời",
            placeholder="Gõ, hoặc dán (Ctrl+V) câu trả lời của đơn vị",
            kind=Type.BODY,
        )
        self.form.text("answer", self.answer, *attr("answer"))
        self.answer_box = FieldBox(look, "Câu trả lời", self.answer)
        # What room there is goes to the answer.
        self.answer_box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column.addWidget(self.answer_box, 1)
        self.by = KnownField(
            look, lambda: [Suggestion(one) for one in self._preparers()], name="Người chuẩn bị trả lời"
        )
        self.form.text("by", self.by, *attr("by"))
        add(FieldBox(look, "Người chuẩn bị trả lời", self.by))

    def _fix(self) -> None:
        self.answer.setMinimumHeight(_LEAST_LINES * self.look.line(Type.BODY) + self.look.px(5))

    # --- what it shows --------------------------------------------------------------------------------

    def offer(self, preparers: Callable[[], Sequence[str]]) -> None:
        self._preparers = preparers

    def show_view(self, view: MatterView) -> None:
        if view.key != self._shown:
            self._shown = view.key
            self.area.verticalScrollBar().setValue(0)
        state = MATTERS[view.state]
        self.title.setText(view.title)
        self.badge.show_state(state.words, state.role, state.icon)
        spans: list[Span] = []
        for number, (who, text) in enumerate(view.told):
            gap = "\n" if number else ""
            spans += [Span(f"{gap}{who}\n", Type.STRONG), Span(text)]
        self._told.set_words(spans)
        self._told.setVisible(bool(spans))
        self._facts.show_facts(view.facts)
        for paragraph, sentence in ((self._joint, view.joint), (self._clash, view.clash)):
            paragraph.set_words(sentence)
            paragraph.setVisible(bool(sentence))

    def fill(self, entry: AnswerEntry, focus: str) -> None:
        """Another answer; the cursor stays where it is for ""."""
        again = self.form.value is not None and self.form.value.opinion_id == entry.opinion_id
        self.form.show(entry, fresh=not again)
        self.answer_box.set_warning("")
        if not again:
            self.foot.clear_kept()
            self.by.setModified(False)
            self.by.setCursorPosition(0)
        if focus:
            self.go_to(focus)

    def go_to(self, field: str) -> None:
        widget = self.by if field == "by" else self.answer
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if widget is self.answer:
            cursor = self.answer.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.answer.setTextCursor(cursor)
            self._reveal()

    def set_alone(self, alone: bool) -> None:
        """In the place of the lists: the way back is shown."""
        self.back_button.setVisible(alone)
        self._side.setVisible(not alone)

    def complain(self, sentence: str) -> None:
        self.answer_box.set_warning(sentence)
        self.go_to("answer")

    def show_kept(self, at: datetime) -> None:
        """What is half typed is on the disk."""
        self.foot.show_kept(at)

    def fields(self) -> Sequence[QLineEdit | QTextEdit]:
        """Where words are typed."""
        return (self.answer, self.by)

    # --- changes --------------------------------------------------------------------------------------

    def _edited(self, entry: AnswerEntry, name: str, widget: QWidget) -> None:
        self.answer_box.set_warning("")
        self.changed.emit(entry)

    def _reveal(self) -> None:
        """What has the cursor is seen, the whole of it where there is room."""
        for field in self.fields():
            if field.hasFocus():
                # Not ensureWidgetVisible: of a field with the cursor that shows the cursor's line alone.
                top = field.mapTo(self._inner, QPoint(0, 0)).y()
                self.area.ensureVisible(0, top + field.height(), 0, self.look.px(1))
                self.area.ensureVisible(0, top, 0, self.look.px(1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched in self.fields():
            self._reveal()
        return False
