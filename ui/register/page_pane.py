"""The right side: the pages of what is in hand with their toolbar, under them its next step, or its form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from ui.look import Look
from ui.printing.pages_pane import PrintedPages
from ui.printing.pdf_pages import Zoom
from ui.register.form import PaperForm
from ui.register.screen import Screen
from ui.register.step_pane import StepPane
from ui.tasks import Tasks
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.panes import Pane, VBox


class PagePane(PrintedPages):
    """Passive. `file_wanted` carries "docx", "pdf", or "" for every kept file."""

    file_wanted = Signal(str)

    def __init__(self, look: Look, tasks: Tasks, step: StepPane, form: PaperForm, *, print_: QAction) -> None:
        super().__init__(look, tasks, name="Trang của văn bản đang chọn", edge=0.25)
        self.step, self.words = step, form
        self.buttons: dict[str, Button] = {}
        for name, shown, icon in (("docx", "Word", "document_text"), ("pdf", "PDF", "document_pdf")):
            button = Button(look, shown, kind=Kind.BAR, icon=icon, small=True, name=f"Lưu tệp {shown}")
            button.clicked.connect(lambda _=False, one=name: self.file_wanted.emit(one))
            self.bar.add(button)
            self.buttons[name] = button
        self.print_button = Button.of(look, print_, kind=Kind.BAR, text="In", cap=False, small=True)
        self.bar.add(self.print_button)
        self.column.addWidget(self.form)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self.save_button = Button(look, "Lưu tệp…")
        self.save_button.clicked.connect(lambda: self.file_wanted.emit(""))
        self.empty = EmptyState(
            look, "document", "Chưa có trang để xem", "", (self.save_button,), framed=False
        )
        part = Pane(look, Role.SUNKEN)
        box = VBox(look, (4, 4, 4, 4))
        part.setLayout(box)
        box.addWidget(self.empty)
        box.addStretch(1)
        self._stack.addWidget(part)
        self._stack.addWidget(form)
        # What is not on view now must not take the room of the fields below.
        self._stack.setMinimumHeight(look.px(12))
        self.put_pages(self._stack, behind=self.view)
        self.column.addWidget(step)
        self.title, self.count = "", 0
        self.starts: Sequence[int] = (1,)
        self.view.turned.connect(self._counted)
        self.view.clear("Đang dựng trang.")

    def _counted(self, _page: int, count: int) -> None:
        self.count = count

    def show_screen(self, screen: Screen) -> None:
        line, form = screen.line, screen.form
        self.title = line.first.title if line is not None else ""
        if form is not None:
            self.words.show_form(form)
        there = line is not None and not screen.empty
        self._stack.setCurrentIndex(2 if form is not None else 0 if there or line is None else 1)
        self.bar.setVisible(there)
        self.head.setVisible(form is None)
        self.step.setVisible(form is None and line is not None)
        self.step.show_step(screen.step, busy=bool(screen.busy))
        kept = line is not None and bool(line.first.paper.files)
        self.empty.set_words("Chưa có trang để xem", screen.empty)
        self.save_button.setVisible(kept)
        if line is None:
            self.view.clear("Chọn một văn bản ở bên trái.")
        self.arrange()

    def show_pages(self, data: bytes, *, fresh: bool) -> None:
        if fresh:
            self.view.set_zoom(Zoom.TEXT)
        self.view.show_pdf(data, page=1 if fresh else None)

    def show_making(self, *, fresh: bool) -> None:
        if fresh:
            self.view.clear("Đang dựng trang.")

    def open_form(self) -> None:
        self.show_form(f"{self.title}, {self.count} trang", self.count, self.starts)

    def covered(self) -> bool:
        return self.form_open

    def alone(self, alone: bool) -> None:
        super().alone(alone)
        self.step.set_alone(alone)
        self.words.set_alone(alone)

    def focus_pages(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)
