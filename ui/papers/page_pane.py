"""Right part: the pages of the paper on view, or why there are none; the print form opens over them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desktop.documents.tree import Orientation
from dialogue_desktop.services.papers import missing_words
from ui.look import Look
from ui.papers.core import Begun
from ui.papers.screen import Screen
from ui.papers.words import Want
from ui.printing.pages_pane import PrintedPages
from ui.printing.pdf_pages import Zoom
from ui.tasks import Tasks
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.panes import Pane, VBox, framed
from ui.widgets.text import Paragraph

_FORMS = (
    ("pdf", "PDF", "document_pdf"),
    ("docx", "Word", "document_text"),
    ("xlsx", "Excel", "document_table"),
)


class PagePane(PrintedPages):
    """Passive. `file_wanted` carries "pdf", "docx" or "xlsx"; `way_wanted` the page where what is missing is
    written."""

    file_wanted = Signal(str)
    way_wanted = Signal(str)
    how_wanted = Signal()

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__(look, tasks, name="Trang in của văn bản đang chọn", edge=0.25)
        column = self.column
        self.how = Button(look, "Cách in", kind=Kind.BAR, icon="settings", small=True)
        self.how.clicked.connect(self.how_wanted.emit)
        self.bar.add(self.how)
        self.buttons: dict[str, Button] = {}
        for form, words, icon in _FORMS:
            button = Button(look, words, kind=Kind.BAR, icon=icon, small=True, name=f"Ghi tệp {words}")
            button.clicked.connect(lambda _=False, one=form: self.file_wanted.emit(one))
            self.bar.add(button)
            self.buttons[form] = button
        self._choices: QWidget | None = None
        self._place = VBox(look)
        column.addLayout(self._place)
        column.addWidget(self.form)
        self._note = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self._note_row = framed(look, self._note, (4, 1, 4, 1))
        column.addWidget(self._note_row)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty_part())
        self.put_pages(self._stack, behind=self.view)
        self._has_choices = False
        self._way = ""
        self.title = ""
        self.clear()
        self.alone(False)

    def _empty_part(self) -> QWidget:
        look = self.look
        self.way_button = Button(look, "")
        self.way_button.clicked.connect(lambda: self.way_wanted.emit(self._way))
        self.empty = EmptyState(
            look, "document", "Chưa lập được văn bản này", "", (self.way_button,), framed=False
        )
        part = Pane(look, Role.SUNKEN)
        box = VBox(look, (4, 4, 4, 4))
        part.setLayout(box)
        box.addWidget(self.empty)
        box.addStretch(1)
        return part

    # --- what is shown --------------------------------------------------------------------------------

    def clear(self) -> None:
        self.view.clear("Đang dựng trang.")

    def show_screen(self, screen: Screen) -> None:
        forms = screen.kind.formats if screen.kind is not None else ()
        ready = screen.whole and not screen.busy
        for form, button in self.buttons.items():
            button.setVisible(form in forms)
            button.setEnabled(ready)
        self.bar.setVisible(screen.want is None)
        self._stack.setCurrentIndex(0 if screen.want is None else 1)
        if screen.want is not None:
            self._show_want(screen.want)
        if not screen.whole and self.form_open:
            self.form.hide()
        self._has_choices = screen.form is not None
        self.arrange()

    def _show_want(self, want: Want) -> None:
        self._note_row.hide()
        self.empty.set_words("Chưa lập được văn bản này", want.sentence)
        self._way = want.page
        self.way_button.setVisible(bool(want.page))
        self.way_button.set_words(want.way)

    def show_pages(self, begun: Begun, title: str, fresh: bool) -> None:
        self.title = title
        result = begun.result
        if fresh:
            # A page that lies is seen whole; on one that stands the letters are as large as can be.
            lies = begun.document.sections[0].orientation is Orientation.LANDSCAPE
            self.view.set_zoom(Zoom.PAGE if lies else Zoom.TEXT)
        self.view.show_pdf(result.data, page=1 if fresh else None)
        note = missing_words(result.report)
        if not begun.whole:
            count = len(begun.document.sections)
            note = f"Đây là những trang đầu; đang dựng tiếp cho đủ {count} tờ."
        self._note.set_words(note)
        self._note_row.setVisible(bool(note))

    def put(self, choices: QWidget) -> None:
        """The form over the pages, where there is no room for it under the list."""
        self._choices = choices
        self._place.addWidget(choices)

    # --- the print form -------------------------------------------------------------------------------

    def open_form(self, begun: Begun) -> None:
        """Over the pages; where they begin decides what may stand on the back of what."""
        result = begun.result
        self.show_form(f"{self.title}, {result.pages} trang", result.pages, result.starts or (1,))

    def _choosing(self) -> bool:
        return self._choices is not None and self._choices.isVisibleTo(self)

    def covered(self) -> bool:
        return self.form_open or self._choosing()

    def arrange(self) -> None:
        self.how.setVisible(self._alone and self._has_choices)
        self.how.set_kind(Kind.SOFT if self._choosing() else Kind.BAR)
        super().arrange()

    def focus_pages(self) -> None:
        target = self.view if self._stack.currentIndex() == 0 else self.way_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)
