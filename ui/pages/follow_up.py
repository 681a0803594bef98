"""The page "Theo dõi cam kết": every promise of every conference until it is kept (F1, F3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.events import CalendarChanged, ConferenceListChanged, JournalAppended, PlanSaved
from dialogue_desktop.services.follow_up import Key
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.context import Context
from ui.field_undo import FieldUndo
from ui.follow_up import verbs
from ui.follow_up.asking import ask_reason, ask_target
from ui.follow_up.body import Body
from ui.follow_up.core import Following
from ui.follow_up.entry import FollowEntry, rescue_of
from ui.follow_up.presenter import FollowPresenter
from ui.follow_up.screen import Screen
from ui.history.desk import HistoryDesk
from ui.page_runner import PageRunner
from ui.prompter import FileQuestion
from ui.qt_timer import QtTimer
from ui.shell.header import Header
from ui.widgets.button import Button
from ui.widgets.kept_focus import kept_focus
from ui.widgets.panes import VBox, follow

EVIDENCE = (
    ("Ảnh, bản quét, PDF, Word, Excel", "*.pdf *.jpg *.jpeg *.png *.docx *.xlsx *.doc *.xls"),
    ("Mọi tệp", "*"),
)


def open_with_system(path: Path) -> bool:
    """The system's own viewer, only ever on a person's click."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class FollowUpPage(QWidget):
    """Passive: `FollowPresenter` decides, panes show. One page serves all conferences.

    `remind_wanted` carries a conference and the unit that gets a reminder, `sheet_wanted` and
    `review_wanted` a conference.
    """

    title = "Theo dõi cam kết"
    for_all = True  # stays as it is whichever conference is open
    remind_wanted = Signal(str, str)
    sheet_wanted = Signal(str)
    review_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._run = PageRunner(context.tasks, self)
        self._presenter: FollowPresenter | None = None
        self._screen = Screen()
        self._focus_wanted = False
        self._wanted: tuple[str, bool] | None = None
        self.view_file: Callable[[Path], bool] = open_with_system
        reactions: dict[Verb, Callable[[], object]] = {
            verbs.UPDATE: lambda: self._do(lambda p: p.update()),
            verbs.REMIND: self._remind,
            verbs.SAVE: lambda: self._do(lambda p: p.save(go_on=True)),
            verbs.SAVE_CLOSE: lambda: self._do(lambda p: p.save(go_on=False)),
            verbs.FIND: self._find,
            verbs.ADD: lambda: self._do(lambda p: p.add()),
            verbs.EDIT: lambda: self._do(lambda p: p.edit()),
            verbs.CARRY: self._carry,
            verbs.DROP: self._drop,
            verbs.SHEET: lambda: self.sheet_wanted.emit(self._conference()),
            verbs.REVIEW: lambda: self.review_wanted.emit(self._conference()),
            verbs.FILES: self._add_files,
            verbs.LIST: self._back,
            verbs.UNDO: lambda: self._do(lambda p: p.acts.undo()),
            verbs.REDO: lambda: self._do(lambda p: p.acts.redo()),
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        # The keypad's Enter saves too.
        keys = [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]
        self.actions_by_verb[verbs.SAVE].setShortcuts(keys)
        self._build()
        context.bridge.heard.connect(self._heard)
        follow(context.look, self._arrange)
        if context.services.ready:
            self.start()

    def _build(self) -> None:
        look, of = self._context.look, self.actions_by_verb.__getitem__
        whole = VBox(look)
        self.setLayout(whole)
        self.review_button = Button.of(look, of(verbs.REVIEW), cap=False)
        self.sheet_button = Button.of(look, of(verbs.SHEET), cap=False)
        self.add_button = Button.of(look, of(verbs.ADD))
        self.header = Header(
            look, self.title, buttons=(self.review_button, self.sheet_button, self.add_button)
        )
        self.header.set_title(self.title, "Cam kết")
        whole.addWidget(self.header)
        past = HistoryDesk(self._context, self, "commitment", self._in_hand)
        self.body = Body(look, of, past.action)
        whole.addWidget(self.body, 1)
        FieldUndo(self._context, self).watch(self.body.form.fields())

    def _connect(self, presenter: FollowPresenter) -> None:
        body = self.body
        body.tiles.chosen.connect(presenter.choose_group)
        body.tools.search.settled.connect(presenter.search)
        body.tools.chosen.connect(presenter.choose_chip)
        body.views.chosen.connect(lambda view: presenter.set_columns(view == "columns"))
        body.widened.connect(presenter.widen)
        body.list.selected.connect(presenter.select)
        body.list.opened.connect(self._open_row)
        body.list.ticked.connect(presenter.tick)
        body.list.cleared.connect(presenter.clear_ticks)
        body.columns.selected.connect(presenter.select)
        body.columns.opened.connect(self._open_row)
        body.columns.moved.connect(presenter.move)
        body.detail.history.opened.connect(self._open_file)
        body.detail.history.edited.connect(presenter.edit_step)
        body.form.step_removed.connect(presenter.remove_step)
        body.detail.chart.by_chosen.connect(presenter.chart_by)
        body.form.changed.connect(presenter.typed)
        body.form.file_removed.connect(presenter.drop_file)
        body.form.files_dropped.connect(lambda paths: presenter.add_files([Path(one) for one in paths]))
        body.form.offer(lambda name: self._known(presenter, name))
        body.again.connect(presenter.try_again)
        body.resumed.connect(presenter.resume)
        body.discarded.connect(presenter.form.discard)

    # --- the window's side ----------------------------------------------------------------------------

    def start(self) -> None:
        """The services are there."""
        if self._presenter is not None:
            return
        services = self._context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), "theo-doi")

        def keep(entry: FollowEntry) -> bool:
            return rescue.write("cam-ket", rescue_of(entry))

        self._presenter = FollowPresenter(
            Following(services), self, self._context.clock, self._run, QtTimer(self), keep
        )
        self._connect(self._presenter)
        self._presenter.open()

    @property
    def presenter(self) -> FollowPresenter:
        """Once the page has started."""
        assert self._presenter is not None
        return self._presenter

    def show_promise(self, key: str, *, done: bool = False) -> None:
        """From the first screen: to one promise, with `done` into the form that says that it is kept."""
        if self._presenter is None or self._presenter.loaded is None:
            self._wanted = (key, done)
        else:
            self._presenter.show_promise(key, done=done)

    def show_conference(self, conference_id: str) -> None:
        """Only the promises of this conference."""
        self._do(lambda p: p.widen())
        self._do(lambda p: p.choose_chip("conference", conference_id))

    def leave(self) -> bool:
        """What is half typed is on its way to the disk; the page may always be left."""
        self._do(lambda p: p.leave())
        return True

    may_leave = leave

    def focus_first(self) -> None:
        """The list, as soon as it is there."""
        if not self._screen.loaded:
            self._focus_wanted = True
        else:
            self.body.focus_list()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return self.body.panes()

    def _do(self, act: Callable[[FollowPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _heard(self, event: object) -> None:
        changed = JournalAppended | PlanSaved | CalendarChanged | ConferenceListChanged
        if isinstance(event, changed) and self.isVisible():
            self._do(lambda p: p.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._do(lambda p: p.refresh())

    # --- the presenter's view -------------------------------------------------------------------------

    def show_board(self, screen: Screen) -> None:
        self._screen = screen
        self.header.set_facts(screen.facts, screen.facts_short)
        with kept_focus(self.body, self.body.focus_list):  # the list makes room for the columns
            self.body.show_screen(screen)
            self._arrange()
        chosen = screen.detail is not None
        for verb, enabled in (
            (verbs.UPDATE, chosen), (verbs.EDIT, chosen),
            (verbs.DROP, screen.detail is not None and screen.detail.open),
            (verbs.REMIND, screen.detail is not None and screen.detail.remind),
            (verbs.CARRY, screen.can_carry), (verbs.SHEET, chosen), (verbs.REVIEW, chosen),
            (verbs.SAVE, screen.form is not None), (verbs.SAVE_CLOSE, screen.form is not None),
            (verbs.FILES, screen.form is not None), (verbs.ADD, screen.loaded),
        ):  # fmt: skip
            self.actions_by_verb[verb].setEnabled(enabled)
        if screen.loaded and self._wanted is not None:
            (key, done), self._wanted = self._wanted, None
            self._focus_wanted = False
            self.show_promise(key, done=done)
            if not done:
                self.body.focus_list()
        elif self._focus_wanted and screen.loaded:
            self._focus_wanted = False
            self.focus_first()

    def fill_form(self, entry: FollowEntry, focus: str) -> None:
        self.body.show_form(bool(focus))
        self.body.form.fill(entry, focus)

    def go_to_list(self) -> None:
        self.body.place = "list"
        self._arrange()
        self.body.focus_list()

    def complain(self, form_field: str, sentence: str) -> None:
        self.body.form.complain(form_field, sentence)

    def warn(self, sentence: str) -> None:
        self.body.form.warn(sentence)

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def show_kept(self, at: datetime) -> None:
        self.body.form.show_kept(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- verbs ----------------------------------------------------------------------------------------

    def _known(self, presenter: FollowPresenter, name: str) -> Sequence[str]:
        loaded = presenter.loaded
        if loaded is None:
            return ()
        return {"unit": loaded.units, "body": loaded.bodies, "who": loaded.people}.get(name, ())

    def _conference(self) -> str:
        """Of the promise in hand."""
        return self._screen.selected.partition("/")[0]

    def _find(self) -> None:
        self.body.place = "list"
        self._arrange()
        self.body.tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.body.tools.search.selectAll()

    def _open_row(self, _key: str) -> None:
        """Enter on a row: its history, beside the list or in its place."""
        self.body.show_detail()

    def _remind(self) -> None:
        row = self.presenter.row
        if row is not None:
            self.remind_wanted.emit(row.conference_id, row.unit)

    def _carry(self) -> None:
        presenter = self._presenter
        if presenter is None or presenter.loaded is None:
            return
        rows = [row for row in presenter.chosen_rows() if row.commitment.open]
        target = ask_target(self._context.prompter, rows, presenter.loaded.board.conferences) if rows else ""
        if target:
            presenter.carry(target)

    def _drop(self) -> None:
        presenter = self._presenter
        if presenter is not None and presenter.row is not None:
            reason = ask_reason(self._context.prompter, presenter.row)
            if reason:
                presenter.drop(reason)

    def _add_files(self) -> None:
        paths = self._context.prompter.open_files(
            FileQuestion("Chọn tệp minh chứng", EVIDENCE, accept="Thêm")
        )
        self._do(lambda p: p.add_files(paths))

    def _open_file(self, file: StoredFile) -> None:
        """A copy is opened, so that the kept file stays as it was taken."""
        core = Following(self._context.services.get())

        def show(path: Path) -> None:
            if not self.view_file(path):
                self._context.toast.say(f"Máy này chưa có chương trình mở tệp {file.name}", None)

        self._run(lambda: core.copy(file), show, lambda error: self._do(lambda p: p.act_failed(error)))

    # --- places and keys ------------------------------------------------------------------------------

    def _in_hand(self) -> tuple[str, str]:
        key = Key.of(self._presenter.selected) if self._presenter and self._presenter.selected else None
        return (key.conference_id, key.id) if key is not None else ("", "")

    def _back(self) -> None:
        """From the form to the list, what is typed stays; from the detail to the list."""
        if self._screen.form is not None:
            self._do(lambda p: p.close_form())
        else:
            self.go_to_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._screen.form is not None or self.body.place != "list"):
            self._back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = self._context.look
        self.body.arrange(wide=self.window().width(), scale=look.scale)
