"""Right part: the page of the chosen copy, with what to do with this one copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.privacy import MASKED_NUMBER, may_name
from dialogue_desktop.domain.records import Records
from ui.end.screen import CopyPages
from ui.look import Look
from ui.printing.pdf_pages import Mark
from ui.printing.print_panel import PrintPanel
from ui.tasks import Tasks
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.page_preview import PagePreview, PreviewBar
from ui.widgets.panes import HBox, Pane, VBox


def masked_marks(copy: CopyPages, records: Records) -> tuple[Mark, ...]:
    """What stands on a posted copy in the place of a name or a number, on every page; screen only."""
    if not copy.masked:
        return ()
    places = {
        voice.locality
        for opinion in records.opinions
        if not may_name(opinion) and not opinion.anonymous
        for voice in opinion.voices
        if voice.locality
    }
    words = [f"{start} {place}" for place in sorted(places) for start in ("Công dân", "công dân")]
    return tuple(Mark((*words, MASKED_NUMBER), page, bar=False) for page in range(copy.pages))


class PagesPane(Pane):
    """Toolbar over the page; the print form opens between them."""

    word_wanted = Signal()
    pdf_wanted = Signal()
    draft_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__(look, Role.SUNKEN, lines="l")
        column = VBox(look, (1, 0, 0, 0))
        self.setLayout(column)
        self.view = PagePreview(look, tasks, name="Trang biên bản của bản đang chọn")
        self.back = Button(look, "Danh sách", kind=Kind.BAR, icon="arrow_left", key="Esc", small=True)
        self.bar = PreviewBar(look, self.view)
        self.bar.fit.hide()
        self.word = Button(look, "Word", kind=Kind.BAR, icon="document_text", small=True)
        self.pdf = Button(look, "PDF", kind=Kind.BAR, icon="document_pdf", small=True)
        self.draft = Button(look, "In nháp", kind=Kind.BAR, icon="print", small=True)
        for button in (self.word, self.pdf, self.draft):
            self.bar.add(button)
        top = HBox(look, (3, 2, 4, 2), 1)
        top.addWidget(self.back)
        top.addWidget(self.bar, 1)
        column.addLayout(top)
        self._form = Pane(look, Role.SURFACE, lines="tb")
        form = VBox(look, (5, 4, 5, 4))
        self._form.setLayout(form)
        self.panel = PrintPanel(look)
        form.addWidget(self.panel)
        self._form.hide()
        column.addWidget(self._form)
        column.addWidget(self.view, 1)
        self._rest = QWidget()  # keeps the form at the top when the page is not seen
        column.addWidget(self._rest)
        self.back.hide()
        self.back.clicked.connect(self.back_wanted.emit)
        self.word.clicked.connect(self.word_wanted.emit)
        self.pdf.clicked.connect(self.pdf_wanted.emit)
        self.draft.clicked.connect(self.draft_wanted.emit)
        self.panel.left.connect(self.close_form)
        self._shown: tuple[bytes, bool] | None = None
        self._alone = False
        self.clear("Đang dựng trang.")

    def clear(self, sentence: str) -> None:
        self._shown = None
        self.view.clear(sentence)
        self._enable(False)

    def show_copy(self, copy: CopyPages, records: Records) -> None:
        if self._shown is not None and self._shown[0] is copy.pdf:
            return
        fresh = self._shown is None
        self._shown = (copy.pdf, True)
        self.view.show_pdf(copy.pdf, marks=masked_marks(copy, records), page=1 if fresh else None)
        self._enable(True)

    def _enable(self, on: bool) -> None:
        for button in (self.word, self.pdf, self.draft):
            button.setEnabled(on)

    def open_form(self, title: str, count: int, starts: Sequence[int] = (1,)) -> None:
        self.panel.show_job(title, count, starts)
        self._form.show()
        self._arrange()
        self.panel.settings.printer.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def form_open(self) -> bool:
        return self._form.isVisibleTo(self)

    def close_form(self) -> None:
        self._form.hide()
        self._arrange()
        self.draft.setFocus(Qt.FocusReason.OtherFocusReason)

    def alone(self, alone: bool) -> None:
        """Whether the pane stands in the place of the lists (a narrow window)."""
        self._alone = alone
        self._arrange()

    def _arrange(self) -> None:
        """Large letters leave no room for the form and a page below it."""
        self.back.setVisible(self._alone)
        self.view.setVisible(not (self._alone and self.form_open))
        self._rest.setVisible(self.view.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)
