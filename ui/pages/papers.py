"""The page "Văn bản, in ấn": every paper before the day with its choices, looked at and printed (C1–C11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desktop.events import CalendarChanged, ChecklistChanged, JournalAppended, PlanSaved
from ui.actions import Verb
from ui.context import Context
from ui.page_runner import PageRunner
from ui.papers.choice_form import ChoicesPane
from ui.papers.core import Begun, Core
from ui.papers.feed import Stopped
from ui.papers.list_pane import ListPane
from ui.papers.out_desk import ALL_FORMS, OutDesk
from ui.papers.page_pane import PagePane
from ui.papers.presenter import PapersPresenter
from ui.papers.screen import Screen
from ui.printing.print_order import PrintOrder
from ui.printing.print_settings import DUPLEX_KEY, NO_PRINTER, PRINTER_KEY
from ui.printing.printers import PrinterChoice, PrintShop, SystemPrinters
from ui.qt_timer import QtTimer
from ui.shell.header import Header
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, VBox, follow, framed

PRINT = Verb("papers.print", "In…", "Ctrl+P", "print")
WRITE = Verb("papers.write", "Ghi tất cả…", "Ctrl+Shift+S", "save")
VERBS = (PRINT, WRITE)

_PAGE_UNITS = 124
_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5
_FORMS = (
    ("Tệp PDF", ("pdf",)),
    ("Tệp Word", ("docx",)),
    ("PDF, Word, Excel", ALL_FORMS),
)


class PapersPage(QWidget):
    """Passive: `PapersPresenter` decides, panes show. One page is for one conference.

    `page_asked` carries the page where what a paper lacks is written.
    """

    title = "Văn bản, in ấn"
    page_asked = Signal(str)

    def __init__(
        self, context: Context, conference_id: str | None = None, *, shop: PrintShop | None = None
    ) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self, quiet=(Stopped,))
        self._shop = shop or SystemPrinters()
        self._id = ""
        self.presenter: PapersPresenter | None = None
        self._out: OutDesk | None = None
        self._screen = Screen()
        self._beside, self._paging, self._choosing = True, False, False
        self._focus_wanted = False
        reactions: dict[Verb, Callable[[], object]] = {PRINT: self._print, WRITE: self._offer_forms}
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        self._build()
        context.bridge.heard.connect(self._heard)
        follow(context.look, self._arrange)
        self.open(conference_id)

    def _build(self) -> None:
        look = self._context.look
        whole = VBox(look)
        self.setLayout(whole)
        self.write_button = Button(look, WRITE.words, icon=WRITE.icon, chevron=True)
        self.write_button.clicked.connect(self._offer_forms)
        self.print_button = Button.of(look, self.actions_by_verb[PRINT], kind=Kind.PRIMARY)
        self.header = Header(look, self.title, buttons=(self.write_button, self.print_button))
        whole.addWidget(self.header)
        settle = Button(look, "Đã đọc")
        self.trouble = Banner(look, buttons=(settle,))
        settle.clicked.connect(lambda: self._do(lambda p: p.settle()))
        self._trouble_row = framed(look, self.trouble)
        whole.addWidget(self._trouble_row)
        body = HBox(look)
        whole.addLayout(body, 1)
        self.list = ListPane(look)
        self.choices = ChoicesPane(look)
        self.choices.hide()
        self.list.put(self.choices)
        self.pages = PagePane(look, self._context.tasks)
        body.addWidget(self.list, 1)
        body.addWidget(self.pages, 1)
        self.list.opened.connect(self._open_pages)
        self.pages.back_wanted.connect(self._back)
        self.pages.way_wanted.connect(self.page_asked.emit)
        self.pages.how_wanted.connect(self._how)
        self.pages.file_wanted.connect(self._save)
        self.pages.panel.ordered.connect(self._ordered)
        self.pages.panel.settings.changed.connect(self._keep_printer)

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None) -> None:
        """Show the papers of this conference."""
        if not conference_id or conference_id == self._id:
            return
        self._id = conference_id
        core = Core(self._context.services.get(), conference_id)
        press = PageRunner(self._context.tasks, self, Lane.PRESS, quiet=(Stopped,))
        presenter = PapersPresenter(core, self, self._run, press, QtTimer(self))
        self.presenter = presenter
        self._out = OutDesk(self._context, core, presenter, self._shop, self)
        self.list.selected.connect(presenter.select)
        self.list.ticked.connect(presenter.tick)
        self.choices.changed.connect(presenter.change)
        self.choices.for_all.connect(presenter.for_all)
        presenter.open()
        self._context.tasks.run(self._shop.printers, self._printers_known, self._no_printers, owner=self)

    def show_paper(self, name: str, only: Sequence[str] = ()) -> None:
        """From another page: this paper, for these delegates, batches or units."""
        self._do(lambda p: p.want(name, only))

    def leave(self) -> bool:
        """Nothing is lost: what was chosen is kept."""
        self._do(lambda p: p.leave())
        return True

    may_leave = leave

    def focus_first(self) -> None:
        """The list, as soon as it is there."""
        if self._screen.loaded:
            self.list.focus_list()
        else:
            self._focus_wanted = True

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self.list.table, self.choices, self.pages.view)

    def _do(self, act: Callable[[PapersPresenter], object]) -> None:
        if self.presenter is not None:
            act(self.presenter)

    def _heard(self, event: object) -> None:
        ours = (
            isinstance(event, JournalAppended | PlanSaved | ChecklistChanged)
            and event.conference_id == self._id
        )
        if (ours or isinstance(event, CalendarChanged)) and self.isVisible():
            self._do(lambda p: p.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Over the page of paper: under the list the choices stand where a toast would.
        self._context.toast.stand_on(self.pages)
        if self._screen.loaded:
            self._do(lambda p: p.refresh())  # something may have been written on another page

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        first = screen.loaded and not self._screen.loaded
        self._screen = screen
        self.header.set_facts(screen.busy or screen.facts, screen.busy or screen.facts_short)
        words = f"Ghi {screen.ticked} văn bản…" if screen.ticked else WRITE.words
        self.write_button.set_words(words)
        self.write_button.setEnabled(screen.loaded and not screen.busy)
        self.actions_by_verb[PRINT].setEnabled(screen.loaded and not screen.busy and screen.want is None)
        self.list.show_screen(screen)
        if screen.form is not None:
            self.choices.show_form(screen.form)
        self._arrange_choices()
        self.pages.show_screen(screen)
        self._trouble_row.setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(*screen.trouble)
        if first and self.presenter is not None and self.presenter.loaded is not None:
            self.header.show_saved(self.presenter.loaded.saved_at)
        if first and self._focus_wanted:
            self._focus_wanted = False
            self.list.focus_list()

    def show_pages(self, begun: Begun, title: str, fresh: bool) -> None:
        self.pages.show_pages(begun, title, fresh)

    def show_making(self, fresh: bool) -> None:
        if fresh:
            self.pages.clear()

    def show_saved(self) -> None:
        self.header.show_saved(self._context.clock.now())

    def say(self, words: str) -> None:
        self._context.toast.say(words, None)

    # --- paper ----------------------------------------------------------------------------------------

    def _print(self) -> None:
        """Open the print form over the pages; Ctrl+P in the open form prints."""
        if self.pages.form_open:
            self.pages.panel.go.click()
        else:
            self._do(lambda p: p.when_whole(self._open_print_form))

    def _open_print_form(self) -> None:
        begun = self.presenter.begun if self.presenter is not None else None
        if begun is not None:
            if not self._beside:
                self._page(True)  # in the place of the choices too
            self.pages.open_form(begun)

    def _ordered(self, choice: PrinterChoice, order: PrintOrder) -> None:
        presenter = self.presenter
        if presenter is not None and presenter.begun is not None and self._out is not None:
            self._out.print(presenter.begun, presenter.kind, choice, order, self.pages.close_form)

    def _printers_known(self, choices: tuple[PrinterChoice, ...]) -> None:
        settings = self._context.services.get().settings
        form = self.pages.panel.settings

        def done(kept: tuple[str, bool]) -> None:
            form.set_printers(choices, kept[0] if kept[0] != NO_PRINTER else None)
            form.set_duplex(kept[1])

        self._run(
            lambda: (settings.get(PRINTER_KEY, NO_PRINTER), settings.get(DUPLEX_KEY, True)),
            done,
            self._no_printers,
        )

    def _no_printers(self, _error: Exception) -> None:
        """The file is offered in any case."""

    def _keep_printer(self) -> None:
        settings, form = self._context.services.get().settings, self.pages.panel.settings
        values = {PRINTER_KEY: form.choice().name, DUPLEX_KEY: form.duplex}
        self._run(lambda: settings.set_all(values), lambda _done: None, self._no_printers)

    # --- files ----------------------------------------------------------------------------------------

    def _save(self, form: str) -> None:
        presenter = self.presenter
        if presenter is not None and presenter.begun is not None and self._out is not None:
            self._out.save(presenter.begun, presenter.kind, form)

    def _offer_forms(self) -> None:
        """In which form, in a menu under the button; then into a folder."""
        if not self.write_button.isEnabled():
            return
        menu = QMenu(self)
        menu.setObjectName("forms")
        for words, forms in _FORMS:
            action = menu.addAction(f"{words}…")
            action.triggered.connect(lambda _=False, one=forms: self._write(one))
        menu.aboutToHide.connect(menu.deleteLater)
        below = self.write_button
        menu.popup(below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height())))
        menu.setActiveAction(menu.actions()[0])

    def _write(self, forms: tuple[str, ...]) -> None:
        presenter = self.presenter
        if presenter is not None and self._out is not None:
            names = [name for name in presenter.chosen() if set(forms) & set(presenter.kind_of(name).formats)]
            self._out.save_many(names, forms)

    # --- room -----------------------------------------------------------------------------------------

    def _open_pages(self, _name: str) -> None:
        """Enter on a paper: its pages, in the place of the list where there is no room for both."""
        if not self._beside:
            self._page(True)
        self.pages.focus_pages()

    def _back(self) -> None:
        if self.pages.form_open:
            self.pages.close_form()
            return
        if self._choosing:
            self._how()
            return
        if not self._beside:
            self._page(False)
        self.list.focus_list()

    def _page(self, on: bool) -> None:
        self._paging, self._choosing = on, False
        self._arrange()

    def _how(self) -> None:
        """The choices in the place of the pages, and back (where there is no room under the list)."""
        self._choosing = not self._choosing
        self._arrange()
        if self._choosing:
            self.choices.focus_first()
        else:
            self.pages.focus_pages()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """List and pages side by side, or one at a time in a narrow window or with large letters."""
        look = self._context.look
        self._beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        alone = not self._beside
        self._choosing = self._choosing and alone
        if alone and self.list.isAncestorOf(self.choices):
            self.pages.put(self.choices)
        elif self._beside and self.pages.isAncestorOf(self.choices):
            self.list.put(self.choices)
        self._arrange_choices()
        self.list.setVisible(self._beside or not self._paging)
        self.pages.setVisible(self._beside or self._paging)
        self.pages.alone(alone)
        self.pages.set_width(_PAGE_UNITS if self._beside else None)

    def _arrange_choices(self) -> None:
        """Under the list; in the place of the pages only when asked for."""
        self.choices.setVisible(self._screen.form is not None and (self._beside or self._choosing))
        self.pages.arrange()
