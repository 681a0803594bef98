"""Right part: the page of the chosen copy, with what to do with this one copy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dialogue_desktop.domain.privacy import MASKED_PASSAGE, MASKS, may_name
from dialogue_desktop.domain.records import Opinion, Records
from ui.end.screen import CopyPages
from ui.look import Look
from ui.printing.pages_pane import PrintedPages
from ui.printing.pdf_pages import Mark
from ui.tasks import Tasks
from ui.widgets.button import Button, Kind

_A4_HIGH = 841.89  # points


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
    words += [*MASKS.values(), MASKED_PASSAGE]
    return tuple(Mark(tuple(words), page, bar=False) for page in range(copy.pages))


class PagesPane(PrintedPages):
    """Toolbar over the page; the print form opens between them."""

    word_wanted = Signal()
    pdf_wanted = Signal()
    draft_wanted = Signal()

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__(look, tasks, name="Trang biên bản của bản đang chọn", edge=1)
        self.word = Button(look, "Word", kind=Kind.BAR, icon="document_text", small=True)
        self.pdf = Button(look, "PDF", kind=Kind.BAR, icon="document_pdf", small=True)
        self.draft = Button(look, "In nháp", kind=Kind.BAR, icon="print", small=True)
        for button in (self.word, self.pdf, self.draft):
            self.bar.add(button)
        self.column.addWidget(self.form)
        self.put_pages(self.view, behind=self.draft)
        self.word.clicked.connect(self.word_wanted.emit)
        self.pdf.clicked.connect(self.pdf_wanted.emit)
        self.draft.clicked.connect(self.draft_wanted.emit)
        self._shown: tuple[bytes, bool] | None = None
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

    def turn_to(self, copy: CopyPages, opinion: Opinion, records: Records) -> None:
        """To the place of an opinion, with a bar beside it; what is covered stays marked."""
        place = next((one for one in copy.places if one.anchor == f"opinion:{opinion.id}"), None)
        if place is not None and self._shown is not None:
            bar = Mark((), place.page - 1, _A4_HIGH - place.y1, _A4_HIGH - place.y0)
            self.view.show_pdf(copy.pdf, marks=(bar, *masked_marks(copy, records)), follow=True)

    def _enable(self, on: bool) -> None:
        for button in (self.word, self.pdf, self.draft):
            button.setEnabled(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)
