"""The pages of a paper under their toolbar; the form of printing opens over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.printing.print_panel import PrintPanel
from ui.tasks import Tasks
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.page_preview import PagePreview, PreviewBar
from ui.widgets.panes import HBox, Pane, VBox


class PrintedPages(Pane):
    """Toolbar (in `head`) and print form. Who derives adds to `bar`, and to `column` the form and last, by
    `put_pages`, what shows the pages."""

    back_wanted = Signal()

    def __init__(self, look: Look, tasks: Tasks, *, name: str, edge: float) -> None:
        super().__init__(look, Role.SUNKEN, lines="l")
        self.column = VBox(look, (edge, 0, 0, 0))
        self.setLayout(self.column)
        self.view = PagePreview(look, tasks, name=name)
        self.back = Button(look, "Danh sách", kind=Kind.BAR, icon="arrow_left", key="Esc", small=True)
        self.back.clicked.connect(self.back_wanted.emit)
        self.back.hide()
        self.bar = PreviewBar(look, self.view)
        self.bar.fit.hide()
        top = HBox(look, (3, 2, 4, 2), 1)
        top.addWidget(self.back)
        top.addWidget(self.bar, 1)
        self.head = QWidget()
        self.head.setLayout(top)
        self.column.addWidget(self.head)
        self.form = Pane(look, Role.SURFACE, lines="tb")
        inside = VBox(look, (5, 4, 5, 4))
        self.form.setLayout(inside)
        self.panel = PrintPanel(look)
        self.panel.left.connect(self.close_form)
        inside.addWidget(self.panel)
        self.form.hide()
        self._pages: QWidget = self.view
        self._behind: QWidget = self.view
        self._rest = QWidget()  # keeps the form at the top when the page is not seen
        self._alone = False

    def put_pages(self, pages: QWidget, behind: QWidget) -> None:
        """What gives way to the form where there is no room; `behind` has the focus when the form is left."""
        self._pages, self._behind = pages, behind
        self.column.addWidget(pages, 1)
        self.column.addWidget(self._rest)

    def show_form(self, title: str, count: int, starts: Sequence[int] = (1,)) -> None:
        """Over the pages; where copies begin decides what may stand on the back of what."""
        self.panel.show_job(title, count, starts)
        self.form.show()
        self.arrange()
        self.panel.settings.printer.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def form_open(self) -> bool:
        return self.form.isVisibleTo(self)

    def close_form(self) -> None:
        self.form.hide()
        self.arrange()
        self._behind.setFocus(Qt.FocusReason.OtherFocusReason)

    def alone(self, alone: bool) -> None:
        """Whether the pane stands in the place of the list (a narrow window)."""
        self._alone = alone
        self.arrange()

    def covered(self) -> bool:
        """Something stands over the pages."""
        return self.form_open

    def arrange(self) -> None:
        """Large letters leave no room for the form and a page below it."""
        self.back.setVisible(self._alone)
        self._pages.setVisible(not (self._alone and self.covered()))
        self._rest.setVisible(self._pages.isHidden())
