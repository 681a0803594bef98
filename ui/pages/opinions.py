"""The page "Ý kiến thu thập": what came before the day, typed in, searched and answered (C4, C5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.errors import UserError
from dialogue_desktop.events import JournalAppended, PlanSaved
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.context import Context
from ui.field_undo import FieldUndo
from ui.live.qt_timer import QtTimer
from ui.opinions.collected import Collected
from ui.opinions.detail_pane import DetailPane
from ui.opinions.entry import Entry, rescue_of
from ui.opinions.entry_form import EntryForm
from ui.opinions.list_pane import ListPane
from ui.opinions.presenter import OpinionsPresenter
from ui.opinions.screen import Screen
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.menu_button import MenuButton
from ui.widgets.panes import HBox, Pane, VBox, follow

NEW = Verb("opinions.new", "Thêm ý kiến", "Ctrl+N", "add")
EDIT = Verb("opinions.edit", "Sửa", "", "edit")
ANSWER = Verb("opinions.answer", "Soạn trả lời", "F2", "comment")
REMOVE = Verb("opinions.remove", "Xóa", "", "delete")
FIND = Verb("opinions.find", "Tìm ý kiến", "Ctrl+F", "search")
UNDO = Verb("opinions.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("opinions.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
SAVE = Verb("opinions.save", "Lưu, ý kiến tiếp", "Ctrl+Return", "save")
SAVE_CLOSE = Verb("opinions.save_close", "Lưu và đóng", "Ctrl+S")
PERSON = Verb("opinions.person", "Thêm người", "Ctrl+Shift+N", "person_add")
BACK = Verb("opinions.back", "Danh sách", "", "arrow_left")
IMPORT = Verb("opinions.import", "Nhập danh sách…", "Ctrl+O", "document_table")
SORT = Verb("opinions.sort", "Xếp lĩnh vực", "Ctrl+L", "tag")
UNITS = Verb("opinions.units", "Giao, thu câu trả lời", "Ctrl+R", "people_team")
VERBS = (NEW, EDIT, ANSWER, REMOVE, FIND, UNDO, REDO, SAVE, SAVE_CLOSE, PERSON, BACK, IMPORT, SORT, UNITS)

_DETAIL_UNITS, _FORM_UNITS = 82, 136
_BESIDE_FROM = 300  # u of the window (1200 px at 100 %); in a narrower one the panes take turns
_TURNS_FROM_SCALE = 1.5


class OpinionsPage(QWidget):
    """Passive: `OpinionsPresenter` decides, panes show. One page is for one conference."""

    title = "Ý kiến thu thập"
    import_wanted = Signal(str)
    sorting_wanted = Signal(str)
    units_wanted = Signal(str)

    def __init__(self, context: Context, conference_id: str | None = None) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._presenter: OpinionsPresenter | None = None
        self._form_open = self._right_open = False
        self._beside = True
        self._focus_wanted = self._slip_wanted = False
        look = context.look
        reactions: dict[Verb, Callable[[], object]] = {
            NEW: lambda: self._do(lambda p: p.begin_new()),
            EDIT: lambda: self._do(lambda p: p.begin_edit()),
            ANSWER: self._write_answer,
            REMOVE: lambda: self._do(lambda p: p.remove()),
            FIND: self._find,
            UNDO: lambda: self._do(lambda p: p.acts.undo()),
            REDO: lambda: self._do(lambda p: p.acts.redo()),
            SAVE: lambda: self._do(lambda p: p.save(go_on=True)),
            SAVE_CLOSE: lambda: self._do(lambda p: p.save(go_on=False)),
            PERSON: self._add_person,
            BACK: self._back,
            IMPORT: lambda: self.import_wanted.emit(self._id),
            SORT: lambda: self.sorting_wanted.emit(self._id),
            UNITS: lambda: self.units_wanted.emit(self._id),
        }
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        # The keypad's Enter saves too.
        keys = [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]
        self.actions_by_verb[SAVE].setShortcuts(keys)
        self._build()
        context.bridge.heard.connect(self._heard)
        follow(look, self._arrange)
        self.open(conference_id)

    def _build(self) -> None:
        look, actions = self._context.look, self.actions_by_verb
        whole = VBox(look)
        self.setLayout(whole)
        self.new_button = Button.of(look, actions[NEW], kind=Kind.PRIMARY)
        self.import_button = Button.of(look, actions[IMPORT])
        ways = (actions[SORT], actions[UNITS])
        self.ways_button = MenuButton(look, "Việc tiếp theo", ways, icon="arrow_right")
        self.header = Header(
            look, self.title, buttons=(self.ways_button, self.import_button, self.new_button)
        )
        whole.addWidget(self.header)
        body = HBox(look)
        whole.addLayout(body, 1)
        self._left = Pane(look)
        left = VBox(look)
        self._left.setLayout(left)
        again = Button(look, "Lưu lại")
        again.clicked.connect(lambda: self._do(lambda p: p.try_again()))
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(again,))
        self._again = again
        resume = Button(look, "Gõ tiếp")
        resume.clicked.connect(lambda: self._do(lambda p: p.resume()))
        discard = Button(look, "Bỏ", kind=Kind.QUIET)
        discard.clicked.connect(lambda: self._do(lambda p: p.form.discard()))
        self.lying = Banner(look, role=Role.ACCENT, icon="edit", buttons=(resume, discard))
        self._banners = [_framed(look, banner) for banner in (self.trouble, self.lying)]
        whole.insertWidget(1, self._banners[0])
        left.addWidget(self._banners[1])
        self.list = ListPane(look, new=actions[NEW])
        left.addWidget(self.list, 1)
        body.addWidget(self._left, 1)
        self.detail = DetailPane(
            look, edit=actions[EDIT], answer=actions[ANSWER], remove=actions[REMOVE], back=actions[BACK]
        )
        self.form = EntryForm(
            look, save=actions[SAVE], save_close=actions[SAVE_CLOSE], add_person=actions[PERSON]
        )
        for pane in (self.detail, self.form):
            pane.hide()
            body.addWidget(pane)

    def _connect(self, presenter: OpinionsPresenter) -> None:
        self.list.searched.connect(presenter.search)
        self.list.chosen.connect(presenter.choose)
        self.list.widened.connect(self._widen)
        self.list.sorted_by.connect(presenter.sort)
        self.list.selected.connect(presenter.select)
        self.list.opened.connect(self._open_row)
        self.list.removed.connect(presenter.remove)
        self.form.changed.connect(presenter.form.typed)
        self.form.entered.connect(self._at_field)
        self.form.closed.connect(presenter.form.close)
        FieldUndo(self._context, self).watch(list[QWidget](self.form.findChildren(QWidget)))

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None) -> None:
        """Show the opinions of this conference."""
        if not conference_id or conference_id == self._id:
            return
        self._id = conference_id
        services = self._context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), conference_id)

        def keep(entry: Entry) -> bool:
            return rescue.write("y-kien", rescue_of(entry))

        self._presenter = OpinionsPresenter(
            Collected(services, conference_id), self, self._context.clock, self._run, QtTimer(self), keep
        )
        self._connect(self._presenter)
        self._presenter.open()

    def show_record(self, opinion_id: str, field: str = "") -> None:
        """Go to the very field of an opinion (from the list of gaps); "voices" is its first person."""
        self._do(lambda p: p.begin_edit(opinion_id, "people" if field == "voices" else field or "text"))

    def choose(self, opinion_id: str) -> None:
        """Take a row in hand, whatever the list is narrowed to (from the page of the units, the search)."""
        self.list.clear_search()
        self._do(lambda p: p.go_to(opinion_id))

    def enter_slip(self) -> None:
        """Open an empty form, as soon as the opinions are read (quick action of the first screen)."""
        if self._presenter is None or self._presenter.loaded is None:
            self._slip_wanted = True
        else:
            self._presenter.begin_new()

    def imported(self, words: str) -> None:
        """A list was kept: say so, and let Ctrl+Z take it back here."""
        self._do(lambda p: p.acts.acted(words))

    def leave(self) -> bool:
        """What is half typed is on its way to the disk; the page may always be left."""
        self._do(lambda p: p.leave())
        return True

    may_leave = leave

    def focus_first(self) -> None:
        """The list, as soon as it is there; an open form keeps its field."""
        if self._presenter is None or self._presenter.loaded is None:
            self._focus_wanted = True
        elif self._form_open:
            self.form.go_back()
        else:
            self.list.focus_list()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self.list, self.form if self._form_open else self.detail)

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        def broken(error: Exception) -> None:
            failed(error)
            if not isinstance(error, UserError):
                self._context.tasks.lost.emit(error)

        self._context.tasks.run(work, done, broken, lane=Lane.DATABASE, owner=self)

    def _do(self, act: Callable[[OpinionsPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _heard(self, event: object) -> None:
        if isinstance(event, JournalAppended | PlanSaved) and event.conference_id == self._id:
            if self.isVisible():
                self._do(lambda p: p.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._do(lambda p: p.refresh())

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self.header.set_facts(screen.facts)
        typing = self._form_open and self._holds_focus(self.form)
        self._form_open = screen.form is not None
        self.list.show_screen(screen)
        if screen.detail is not None:
            self.detail.show_detail(screen.detail)
        elif not self._form_open:
            self._right_open = False
        if screen.form is not None:
            self.form.title.setText(screen.form.title)
        self._offer()
        for verb in (SAVE, SAVE_CLOSE, PERSON):
            self.actions_by_verb[verb].setEnabled(self._form_open)
        there = screen.detail is not None
        for verb in (EDIT, ANSWER, REMOVE):
            self.actions_by_verb[verb].setEnabled(there)
        self.new_button.set_kind(Kind.DEFAULT if self._form_open else Kind.PRIMARY)
        self.new_button.setVisible(screen.empty != "none" or self._form_open)
        self.ways_button.setVisible(screen.empty != "none")
        self._banners[1].setVisible(bool(screen.shelf))
        self.lying.set_words("Đang gõ dở:", f"{screen.shelf}.")
        self._banners[0].setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
            self._again.set_words(screen.trouble.act)
        self._arrange()
        if self._focus_wanted and screen.loaded:
            self._focus_wanted = False
            self.focus_first()
        if self._slip_wanted and screen.loaded:
            self._slip_wanted = False
            self.enter_slip()
        if typing and not self._form_open:
            self._right_open = False
            self._arrange()
            self.list.focus_list()

    def _offer(self) -> None:
        presenter = self._presenter
        if presenter is not None and presenter.loaded is not None:
            loaded = presenter.loaded
            self.form.offer(
                loaded.offers,
                loaded.plan.localities,
                presenter.known_people,
                lambda: presenter.today,
                presenter.slip_warning,
            )

    def fill_form(self, entry: Entry, focus: str) -> None:
        self.form.fill(entry, focus)

    def complain(self, form_field: str, sentence: str) -> None:
        self.form.complain(form_field, sentence)

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def show_kept(self, at: datetime) -> None:
        self.form.show_kept(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- verbs ----------------------------------------------------------------------------------------

    def _at_field(self, name: str) -> None:
        """The cursor stands in this field: the next opinion opens there too."""
        if self._presenter is not None:
            self._presenter.form.focus = name

    def _write_answer(self) -> None:
        if self._form_open:
            self.form.go_to("prepared_answer")
        else:
            self._do(lambda p: p.begin_edit(focus="prepared_answer"))

    def _find(self) -> None:
        if not self._beside and (self._right_open or self._form_open):
            self._do(lambda p: p.form.close())
            self._back()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _widen(self) -> None:
        self.list.clear_search()
        self._do(lambda p: p.widen())
        self.list.focus_list()

    def _add_person(self) -> None:
        self.form.people.add_person()

    def _open_row(self, opinion_id: str) -> None:
        """Enter on a row: its form; where the detail is not beside the list, first the detail."""
        if self._beside:
            self._do(lambda p: p.begin_edit(opinion_id))
            return
        self._right_open = True
        self._arrange()
        self.detail.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self._right_open = False
        self._arrange()
        self.list.focus_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form or the detail; what is typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            if self._form_open:
                self._do(lambda p: p.form.close())
                return
            if not self._beside and self._right_open:
                self._back()
                return
        super().keyPressEvent(event)

    # --- room -----------------------------------------------------------------------------------------

    def _holds_focus(self, pane: QWidget) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that there may be none
        return focused is not None and pane.isAncestorOf(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """List and pane side by side, or one at a time in a narrow window or with large letters."""
        look = self._context.look
        self._beside = self.window().width() >= look.px(_BESIDE_FROM) and look.scale < _TURNS_FROM_SCALE
        there = self._form_open or (self._presenter is not None and bool(self.list.table.rows.current_id()))
        right = there and (self._beside or self._form_open or self._right_open)
        self.form.setVisible(right and self._form_open)
        self.detail.setVisible(right and not self._form_open)
        self.detail.set_alone(not self._beside)
        self.form.set_alone(not self._beside)
        self._left.setVisible(self._beside or not right)
        for pane, wide in ((self.detail, _DETAIL_UNITS), (self.form, _FORM_UNITS)):
            pane.set_width(wide if self._beside else None)


def _framed(look: Any, banner: Banner) -> QWidget:
    """A banner with the page's margins around it."""
    frame = QWidget()
    row = HBox(look, (6, 3, 6, 0))
    row.addWidget(banner)
    frame.setLayout(row)
    frame.hide()
    return frame
