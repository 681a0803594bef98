"""The page "Sổ văn bản": every document of every conference, its pages, its next step (M4–M7, F5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.register_rows import RegisterRow
from dialogue_desktop.events import CalendarChanged, ConferenceListChanged, JournalAppended, PlanSaved
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.context import Context
from ui.field_undo import FieldUndo
from ui.history.desk import HistoryDesk
from ui.page_runner import PageRunner
from ui.printing.print_order import PrintOrder
from ui.printing.printers import PrinterChoice, PrintShop, SystemPrinters
from ui.prompter import Choice, Question, TextQuestion
from ui.qt_timer import QtTimer
from ui.register.core import RegisterCore
from ui.register.dossier_desk import DossierDesk
from ui.register.entry import PaperEntry
from ui.register.form import PaperForm
from ui.register.list_pane import ListPane
from ui.register.new_menu import NewMenu
from ui.register.out_desk import OutDesk
from ui.register.page_pane import PagePane
from ui.register.presenter import RegisterPresenter
from ui.register.printer_memory import PrinterMemory
from ui.register.screen import Screen
from ui.register.step_pane import StepPane
from ui.shell.header import Header
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.kept_focus import kept_focus
from ui.widgets.panes import HBox, VBox, follow, framed

NEW = Verb("documents.new", "Lập văn bản", "Ctrl+N", "add")
EXCEL = Verb("documents.excel", "Xuất sổ Excel", "", "document_table")
PRINT = Verb("documents.print", "In…", "Ctrl+P", "print")
FIND = Verb("documents.find", "Tìm trong sổ", "Ctrl+F", "search")
DO = Verb("documents.do", "Làm việc tiếp theo", "Ctrl+Return", "checkmark")
EDIT = Verb("documents.edit", "Sửa lời văn", "F2", "edit")
RENEW = Verb("documents.renew", "Lập bản thay thế…", "", "document_copy")
REMOVE = Verb("documents.remove", "Bỏ khỏi sổ", "", "delete")
SAVE = Verb("documents.save", "Lưu lời văn", "Ctrl+S", "save")
UNDO = Verb("documents.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("documents.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
VERBS = (NEW, EXCEL, PRINT, FIND, DO, EDIT, RENEW, REMOVE, SAVE, UNDO, REDO)

_PAGE_UNITS = 124
_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5


class DocumentsPage(QWidget):
    """Passive: `RegisterPresenter` decides, panes show. One page for all conferences.

    `page_asked` carries the page and the conference where something else is to be done; `plan_numbered`
    says that a number given here went into a plan.
    """

    title = "Sổ văn bản"
    for_all = True
    page_asked = Signal(str, str)
    plan_numbered = Signal()

    def __init__(
        self, context: Context, conference_id: str | None = None, *, shop: PrintShop | None = None
    ) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self)
        self._shop = shop or SystemPrinters()
        self.presenter: RegisterPresenter | None = None
        self._out: OutDesk | None = None
        self.new_menu: NewMenu | None = None
        self._screen = Screen()
        self._pdf = b""
        self._beside, self._paging = True, False
        self._focus_wanted = False
        reactions: dict[Verb, Callable[[], object]] = {
            NEW: self._offer_new,
            EXCEL: self._excel,
            PRINT: self._print,
            FIND: self._find,
            DO: lambda: self._do(lambda p: p.do_step()),
            EDIT: lambda: self._do(lambda p: p.begin_edit()),
            RENEW: self._renew,
            REMOVE: lambda: self._do(lambda p: p.remove()),
            SAVE: lambda: self._do(lambda p: p.save()),
            UNDO: lambda: self._do(lambda p: p.acts.undo()),
            REDO: lambda: self._do(lambda p: p.acts.redo()),
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        keys = [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]  # the keypad's Enter too
        self.actions_by_verb[DO].setShortcuts(keys)
        self._build()
        context.bridge.heard.connect(self._heard)
        follow(context.look, self._arrange)
        if context.services.ready:
            self.start()

    def _build(self) -> None:
        look, of = self._context.look, self.actions_by_verb.__getitem__
        whole = VBox(look)
        self.setLayout(whole)
        self.excel_button = Button.of(look, of(EXCEL))
        self.new_button = Button(look, NEW.words, icon=NEW.icon, key=NEW.key, chevron=True)
        self.new_button.clicked.connect(of(NEW).trigger)
        self.header = Header(look, self.title, buttons=(self.excel_button, self.new_button))
        whole.addWidget(self.header)
        again = Button(look, "Đọc lại")
        again.clicked.connect(lambda: self._do(lambda p: p.try_again()))
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(again,))
        self._again = again
        resume = Button(look, "Gõ tiếp")
        resume.clicked.connect(lambda: self._do(lambda p: p.resume()))
        discard = Button(look, "Bỏ", kind=Kind.QUIET)
        discard.clicked.connect(lambda: self._do(lambda p: p.form.discard()))
        self.lying = Banner(look, role=Role.ACCENT, icon="edit", buttons=(resume, discard))
        self._banners = [framed(look, banner) for banner in (self.trouble, self.lying)]
        for row in self._banners:
            row.hide()
            whole.addWidget(row)
        body = HBox(look)
        whole.addLayout(body, 1)
        self.list = ListPane(look)
        past = HistoryDesk(self._context, self, "paper", self._in_hand)
        self.step = StepPane(
            look, do=of(DO), edit=of(EDIT), renew=of(RENEW), remove=of(REMOVE), past=past.action
        )
        self.form = PaperForm(look, save=of(SAVE), save_close=of(SAVE))
        self.pages = PagePane(look, self._context.tasks, self.step, self.form, print_=of(PRINT))
        body.addWidget(self.list, 1)
        body.addWidget(self.pages, 1)
        FieldUndo(self._context, self).watch(list[QWidget](self.form.findChildren(QWidget)))
        self.list.opened.connect(self._open)
        self.list.removed.connect(of(REMOVE).trigger)
        self.pages.back_wanted.connect(self._back)
        self.pages.file_wanted.connect(self._save)
        self.pages.panel.ordered.connect(self._ordered)
        self._printers = PrinterMemory(self._context, self._run, self._shop, self.pages.panel.settings, self)
        self.form.closed.connect(self._back)
        self.step.done.connect(of(DO).trigger)

    # --- the window's side ----------------------------------------------------------------------------

    def start(self) -> None:
        """The services are there: read the register."""
        if self.presenter is not None:
            return
        services = self._context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), "so-van-ban")

        def keep(entry: PaperEntry) -> bool:
            words = "\n".join((entry.title, entry.note, entry.sender, *(text for _key, text in entry.parts)))
            return rescue.write("van-ban", LiveDraft(LiveItem(text=words)))

        core = RegisterCore(services)
        presenter = RegisterPresenter(
            core, self, self._context.clock, self._run, QtTimer(self), QtTimer(self), keep
        )
        self.presenter = presenter
        self._out = OutDesk(self._context, core, presenter, self._shop, self)
        dossier = DossierDesk(self._context, presenter, self)
        self.new_menu = NewMenu(self._context.prompter, presenter, self)
        pane = self.list
        pane.selected.connect(presenter.select)
        pane.toggled.connect(presenter.toggle)
        pane.searched.connect(presenter.search)
        pane.chosen.connect(presenter.narrow)
        pane.widened.connect(presenter.widen)
        pane.dossier_wanted.connect(dossier.make)
        self.step.typed.connect(presenter.typed_step)
        self.form.changed.connect(presenter.form.typed)
        presenter.open()
        self._printers.ask()

    def show_conference(self, conference_id: str, kind: str = "", subject: str = "") -> None:
        """From another page: the papers of this conference, the first of a kind in hand, or one letter of its
        series."""
        self._do(lambda p: p.want(conference_id, kind, subject))

    def leave(self) -> bool:
        """What is half typed is on its way to the disk; the page may always be left."""
        self._do(lambda p: p.leave())
        return True

    may_leave = leave

    def focus_first(self) -> None:
        if self._screen.loaded:
            self.list.focus_list()
        else:
            self._focus_wanted = True

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        if self._screen.form is not None:
            return (self.list.table, self.form)
        return (self.list.search, self.list.table, self.step, self.pages.view)

    def _do(self, act: Callable[[RegisterPresenter], object]) -> None:
        if self.presenter is not None:
            act(self.presenter)

    def _heard(self, event: object) -> None:
        ours = isinstance(event, JournalAppended | PlanSaved | ConferenceListChanged | CalendarChanged)
        if ours and self.isVisible():
            self._do(lambda p: p.refresh())
            if isinstance(event, PlanSaved):
                self.plan_numbered.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._context.toast.stand_on(self.list)
        self._do(lambda p: p.refresh())

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        first, typing = screen.loaded and not self._screen.loaded, self._screen.form is not None
        self._screen = screen
        self.header.set_facts(screen.facts, screen.facts_short)
        of = self.actions_by_verb.__getitem__
        free = screen.loaded and not screen.busy
        for verb in (NEW, EXCEL):
            of(verb).setEnabled(free)
        self.new_button.setEnabled(free)
        of(PRINT).setEnabled(free and screen.line is not None and not screen.empty and screen.form is None)
        of(SAVE).setEnabled(screen.form is not None)
        if screen.form is not None:
            of(SAVE).setText(SAVE.words if screen.form.words else "Ghi vào sổ")
        of(EDIT).setEnabled(screen.step.editable and screen.form is None)
        of(RENEW).setEnabled(screen.step.replaceable)
        of(REMOVE).setEnabled(screen.step.removable)
        with kept_focus(self.list, self.list.focus_list):
            self.list.show_screen(screen)
        self.pages.show_screen(screen)
        self._banners[1].setVisible(bool(screen.shelf))
        self.lying.set_words("Đang gõ dở:", f"{screen.shelf}.")
        self._banners[0].setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
            self._again.set_words(screen.trouble.act)
        self._arrange()
        if first and self._focus_wanted:
            self._focus_wanted = False
            self.list.focus_list()
        if typing and screen.form is None and not self.list.search.hasFocus():
            self.list.focus_list()

    def show_pages(self, data: bytes, fresh: bool) -> None:
        self._pdf = data
        self.pages.show_pages(data, fresh=fresh)

    def show_making(self, fresh: bool) -> None:
        self.pages.show_making(fresh=fresh)

    def fill_form(self, entry: PaperEntry, focus: str) -> None:
        if not self._beside:
            self._page(True)
        self.form.fill(entry, focus)

    def complain(self, form_field: str, sentence: str) -> None:
        if self._screen.form is not None or not self.step.complain(form_field, sentence):
            self.form.complain(form_field, sentence)

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def show_kept(self, at: datetime) -> None:
        self.form.show_kept(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    def ask_again(self, sentence: str) -> str | None:
        return self._context.prompter.ask_text(
            TextQuestion("Số văn bản đã dùng", "Lý do dùng lại số này", "Vẫn dùng số này", text=sentence)
        )

    def confirm(self, title: str, sentences: tuple[str, ...], accept: str) -> bool:
        choices = (Choice("yes", accept, "primary"), Choice("no", "Xem lại"))
        return self._context.prompter.ask(Question(title, "\n".join(sentences), choices, "no")) == "yes"

    def go_to(self, page: str, row: RegisterRow) -> None:
        self.page_asked.emit(page, row.conference_id)

    # --- verbs ----------------------------------------------------------------------------------------

    def _in_hand(self) -> tuple[str, str]:
        line = self._screen.line
        return (line.first.conference_id, line.first.paper.id) if line is not None else ("", "")

    def _offer_new(self) -> None:
        if self.new_menu is not None and self.new_button.isEnabled():
            self.new_menu.offer(self.new_button)

    def _renew(self) -> None:
        question = TextQuestion(
            "Lập bản thay thế",
            "Lý do thay thế",
            "Lập bản thay thế",
            text="Bản đã phát hành được giữ nguyên, thành bản cũ khi bản thay thế phát hành.",
        )
        reason = self._context.prompter.ask_text(question)
        if reason is not None:
            self._do(lambda p: p.replace(reason))

    def _find(self) -> None:
        if not self._beside and self._paging:
            self._page(False)
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _save(self, form: str) -> None:
        if self._out is not None:
            self._out.save(form)

    def _excel(self) -> None:
        rows = [row for section in self._screen.sections for line in section.lines for row in line.rows]
        if self._out is not None:
            self._out.save_register(tuple(dict.fromkeys(rows)))

    # --- printing -------------------------------------------------------------------------------------

    def _print(self) -> None:
        """Open the print form over the pages; Ctrl+P in the open form prints."""
        if self.pages.form_open:
            self.pages.panel.go.click()
            return
        if not self._beside:
            self._page(True)
        self.pages.open_form()

    def _ordered(self, choice: PrinterChoice, order: PrintOrder) -> None:
        if self._out is not None and self._pdf:
            self._out.print(self._pdf, self.pages.title, choice, order, self.pages.close_form)

    # --- room -----------------------------------------------------------------------------------------

    def _open(self, _line: str) -> None:
        """Enter on a paper: its next step, in the place of the list where there is no room for both."""
        if not self._beside:
            self._page(True)
        self.step.focus_first()

    def _back(self) -> None:
        if self._screen.form is not None:
            self._do(lambda p: p.form.close())
        elif self.pages.form_open:
            self.pages.close_form()
            return
        if not self._beside:
            self._page(False)
        self.list.focus_list()

    def _page(self, on: bool) -> None:
        self._paging = on
        self._arrange()

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
        self.list.setVisible(self._beside or not self._paging)
        self.pages.setVisible(self._beside or self._paging)
        self.pages.alone(not self._beside)
        self.pages.set_width(_PAGE_UNITS if self._beside else None)
