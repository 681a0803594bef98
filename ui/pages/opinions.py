"""The page "Ý kiến thu thập": what came before the day, put together, given away, answered (C4–C7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from dialogue_desktop.domain.quick_text import ANSWERING, ASKING
from dialogue_desktop.events import JournalAppended, PlanSaved
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.context import Context
from ui.field_undo import FieldUndo
from ui.history.desk import HistoryDesk
from ui.opinions import verbs
from ui.opinions.assign_pane import AssignPane
from ui.opinions.banners import Banners
from ui.opinions.body import Body
from ui.opinions.collected import Collected
from ui.opinions.compare_pane import ComparePane
from ui.opinions.detail_pane import DetailPane
from ui.opinions.entry import Entry, rescue_of
from ui.opinions.entry_form import EntryForm
from ui.opinions.group_pane import GroupPane
from ui.opinions.hint_strip import TAKES
from ui.opinions.hints import Hints
from ui.opinions.list_pane import ListPane
from ui.opinions.menus import choose_body, choose_field
from ui.opinions.presenter import OpinionsPresenter
from ui.opinions.screen import Screen
from ui.opinions.spread_pane import SpreadPane
from ui.page_runner import PageRunner
from ui.qt_timer import QtTimer
from ui.quick_text.desk import QuickTextDesk
from ui.shell.header import Header
from ui.tasks import Lane
from ui.widgets.button import Button, Kind
from ui.widgets.menu_button import MenuButton
from ui.widgets.panes import VBox
from ui.widgets.selection_bar import SelectionBar

_DETAIL_UNITS, _FORM_UNITS, _ASSIGN_UNITS, _SPREAD_UNITS = 82, 136, 104, 124


class OpinionsPage(QWidget):
    """Passive: `OpinionsPresenter` decides, panes show. One page is for one conference."""

    title = "Ý kiến thu thập"
    import_wanted = Signal(str)
    sorting_wanted = Signal(str)
    units_wanted = Signal(str)
    paper_wanted = Signal(str, str)  # conference, paper

    def __init__(self, context: Context, conference_id: str | None = None) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._presenter: OpinionsPresenter | None = None
        self._screen = Screen()
        self._later: list[Callable[[], object]] = []  # once the opinions are read
        reactions: dict[Verb, Callable[[], object]] = {
            verbs.NEW: lambda: self._do(lambda p: p.begin_new()),
            verbs.EDIT: lambda: self._do(lambda p: p.begin_edit()),
            verbs.ANSWER: self._write_answer,
            verbs.REMOVE: lambda: self._do(lambda p: p.many.remove()),
            verbs.FIND: self._find,
            verbs.UNDO: lambda: self._do(lambda p: p.acts.undo()),
            verbs.REDO: lambda: self._do(lambda p: p.acts.redo()),
            verbs.SAVE: lambda: self._save(go_on=True),
            verbs.SAVE_CLOSE: lambda: self._save(go_on=False),
            verbs.READY_TEXT: lambda: self.quick.pick(),
            verbs.PERSON: lambda: self.form.people.add_person(),
            verbs.BACK: lambda: self.body.back_to_list(),
            verbs.IMPORT: lambda: self.import_wanted.emit(self._id),
            verbs.SORT: lambda: self.sorting_wanted.emit(self._id),
            verbs.UNITS: lambda: self.units_wanted.emit(self._id),
            verbs.REPORT: lambda: self.paper_wanted.emit(self._id, "prepared-report"),
            verbs.GROUPED: lambda: self._do(lambda p: p.group_by(not p.listing.grouped)),
            verbs.JOIN: lambda: self._do(lambda p: p.compare()),
            verbs.APART: lambda: self._do(lambda p: p.keep_apart()),
            verbs.LEAVE: lambda: self._do(lambda p: p.many.leave_group()),
            verbs.TO_GROUP: lambda: self._do(lambda p: p.to_group()),
            verbs.ASSIGN: lambda: self._do(lambda p: p.assign()),
            verbs.SPREAD: lambda: self._do(lambda p: p.assign_fields()),
            verbs.TAKE_BACK: lambda: self._do(lambda p: p.take_back()),
            verbs.FIELD: self._choose_field,
            verbs.COMPETENCE: self._choose_body,
        }
        add = context.actions.add
        self.actions_by_verb = {verb: add(self, verb, react) for verb, react in reactions.items()}
        self.actions_by_verb[verbs.SAVE].setShortcuts([QKeySequence(key) for key in verbs.SAVE_KEYS])
        self.takes = {kind: add(self, verb, partial(self._take, kind)) for kind, verb in TAKES.items()}
        self._build()
        context.bridge.heard.connect(self._heard)
        self.open(conference_id)

    def _build(self) -> None:
        look, of = self._context.look, self.actions_by_verb.__getitem__
        whole = VBox(look)
        self.setLayout(whole)
        self.new_button = Button.of(look, of(verbs.NEW), kind=Kind.PRIMARY)
        self.import_button = Button.of(look, of(verbs.IMPORT), cap=False)
        self.ways_button = MenuButton(look, "Việc tiếp theo", [of(v) for v in verbs.WAYS], icon="arrow_right")
        buttons = (self.ways_button, self.import_button, self.new_button)
        self.header = Header(look, self.title, buttons=buttons)
        whole.addWidget(self.header)
        self.banners = Banners(look)
        self.banners.again.connect(lambda: self._do(lambda p: p.try_again()))
        self.banners.resumed.connect(lambda: self._do(lambda p: p.resume()))
        self.banners.discarded.connect(lambda: self._do(lambda p: p.form.discard()))
        whole.addWidget(self.banners.above_page)
        rest = {verb.words if verb else f"-{n}": verb and of(verb) for n, verb in enumerate(verbs.IN_MENU)}
        self.bar = SelectionBar(look, [of(verbs.JOIN), of(verbs.ASSIGN)], rest)
        self.list = ListPane(look, new=of(verbs.NEW), grouped=of(verbs.GROUPED), bar=self.bar)
        past = HistoryDesk(self._context, self, "opinion", lambda: (self._id, self._screen.detail_id))
        self.detail = DetailPane(
            look, edit=of(verbs.EDIT), answer=of(verbs.ANSWER), assign=of(verbs.ASSIGN),
            to_group=of(verbs.TO_GROUP), remove=of(verbs.REMOVE), back=of(verbs.BACK), history=past.action,
        )  # fmt: skip
        self.group = GroupPane(
            look, join=of(verbs.JOIN), apart=of(verbs.APART), answer=of(verbs.ANSWER),
            assign=of(verbs.ASSIGN), dissolve=of(verbs.LEAVE), back=of(verbs.BACK),
        )  # fmt: skip
        self.form = EntryForm(
            look, save=of(verbs.SAVE), save_close=of(verbs.SAVE_CLOSE), add_person=of(verbs.PERSON),
            takes=self.takes,
        )  # fmt: skip
        self.quick = QuickTextDesk(
            self.form, self._context, self._context.toast.say,
            lambda editor: ANSWERING if editor is self.form.answer else ASKING,
        )  # fmt: skip
        self.assign, self.spread, self.compare = AssignPane(look), SpreadPane(look), ComparePane(look)
        panes = {
            "detail": (self.detail, _DETAIL_UNITS), "group": (self.group, _DETAIL_UNITS),
            "form": (self.form, _FORM_UNITS), "assign": (self.assign, _ASSIGN_UNITS),
            "spread": (self.spread, _SPREAD_UNITS),
        }  # fmt: skip
        self.body = Body(look, self.banners.above_list, self.list, panes, self.compare)
        whole.addWidget(self.body, 1)
        fields = list[QWidget](self.body.findChildren(QWidget))
        FieldUndo(self._context, self).watch(field for field in fields if field is not self.list.search)

    def _connect(self, presenter: OpinionsPresenter) -> None:
        self.list.searched.connect(presenter.search)
        self.list.chosen.connect(presenter.choose)
        self.list.widened.connect(self._widen)
        self.list.sorted_by.connect(presenter.sort)
        self.list.selected.connect(presenter.select)
        self.list.heading_selected.connect(presenter.select_heading)
        self.list.opened.connect(self._open_row)
        self.list.ticked.connect(presenter.tick_many)
        self.list.ticked_heading.connect(presenter.tick_heading)
        self.list.ticked_all.connect(presenter.tick_shown)
        self.list.compared.connect(presenter.compare)
        self.list.kept_apart.connect(presenter.many.keep_section_apart)
        self.list.removed.connect(presenter.many.remove)
        self.list.rested.connect(presenter.proposing.rest)
        self.bar.cleared.connect(self._untick)
        self.form.changed.connect(presenter.suggest.typed)
        self.form.entered.connect(self._at_field)
        self.form.closed.connect(presenter.form.close)
        handing, comparing = presenter.handing, presenter.comparing
        for pane in (self.assign, self.spread):
            pane.closed.connect(handing.close)
            pane.given.connect(handing.give)
        self.assign.typed.connect(handing.typed)
        self.assign.fields_wanted.connect(presenter.assign_fields)
        self.assign.taken_back.connect(handing.take_these_back)
        self.spread.filled.connect(handing.fill_row)
        self.compare.typed.connect(comparing.typed)
        self.compare.joined.connect(comparing.join)
        self.compare.kept_apart.connect(comparing.keep_apart)
        self.compare.left_out.connect(comparing.leave_out)
        self.compare.closed.connect(comparing.close)

    # --- the window's side ----------------------------------------------------------------------------

    def open(self, conference_id: str | None) -> None:
        """Show the opinions of this conference."""
        if not conference_id or conference_id == self._id:
            return
        self._id = conference_id
        self.quick.take(conference_id)
        services = self._context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), conference_id)

        def keep(entry: Entry) -> bool:
            return rescue.write("y-kien", rescue_of(entry))

        core, tasks = Collected(services, conference_id), self._context.tasks
        run = PageRunner(tasks, self)
        aside = PageRunner(tasks, self, Lane.GENERAL)  # what may take seconds and must not hold up saving
        timers = (QtTimer(self), QtTimer(self), QtTimer(self))
        self._presenter = OpinionsPresenter(core, self, self._context.clock, run, aside, timers, keep)
        self._connect(self._presenter)
        self._presenter.open()

    def show_record(self, opinion_id: str, field: str = "") -> None:
        """Go to the very field of an opinion (from the list of gaps); "voices" is its first person."""
        self._do(lambda p: p.begin_edit(opinion_id, "people" if field == "voices" else field or "text"))

    def choose(self, opinion_id: str, *, give: bool = False) -> None:
        """Take a row in hand, whatever the list is narrowed to (from the search), also to `give` it away."""
        self.list.clear_search()
        self._do(lambda p: p.go_to(opinion_id))
        if give:
            self._when_read(lambda: self._do(lambda p: p.assign()))

    def enter_slip(self) -> None:
        """Open an empty form, as soon as the opinions are read (quick action of the first screen)."""
        self._when_read(lambda: self._do(lambda p: p.begin_new()))

    def _when_read(self, act: Callable[[], object]) -> None:
        if self._screen.loaded:
            act()
        else:
            self._later.append(act)

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
        if not self._screen.loaded:
            self._later.append(self.focus_first)
        elif self._screen.compare is not None:
            self.compare.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._screen.form is not None:
            self.form.go_back()
        else:
            self.list.focus_list()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return self.body.panes()

    def _save(self, *, go_on: bool) -> None:
        self.quick.end_word()
        self._do(lambda p: p.save(go_on=go_on))

    def _do(self, act: Callable[[OpinionsPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def _heard(self, event: object) -> None:
        mine = isinstance(event, JournalAppended | PlanSaved) and event.conference_id == self._id
        if mine and self.isVisible():
            self._do(lambda p: p.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._do(lambda p: p.refresh())

    # --- the presenter's view -------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self._screen = screen
        self.header.set_facts(*screen.facts)
        self.list.show_screen(screen)
        self._do(lambda p: self.form.offer(p.suggest.help))
        self._enable(screen)
        self.banners.show_screen(screen)
        if screen.detail is not None:
            self.detail.show_detail(screen.detail)
        if screen.group is not None:
            self.group.show_group(screen.group)
        if screen.form is not None:
            self.form.title.setText(screen.form.title)
            self.form.answer_box.set_label(screen.form.answer_of)
        held = next((name for name in ("form", "assign", "spread") if getattr(screen, name) is not None), "")
        rest = "group" if screen.group is not None else "detail" if screen.detail is not None else ""
        self.body.show_side(held or rest, held=bool(held), comparing=screen.compare is not None)
        # Only now, where they are on view: what is fresh takes the cursor.
        if screen.assign is not None:
            self.assign.show_assign(screen.assign, screen.fresh)
        if screen.spread is not None:
            self.spread.show_spread(screen.spread, screen.fresh)
        if screen.compare is not None:
            self.compare.show_compare(screen.compare)
        else:
            self.compare.forget()
        while screen.loaded and self._later:
            self._later.pop(0)()

    def _enable(self, screen: Screen) -> None:
        filling = any((screen.form, screen.assign, screen.spread, screen.compare))
        for verb in (verbs.SAVE, verbs.SAVE_CLOSE):
            self.actions_by_verb[verb].setEnabled(filling)
        self.actions_by_verb[verbs.PERSON].setEnabled(screen.form is not None)
        for verb in verbs.ON_OPINIONS:
            self.actions_by_verb[verb].setEnabled(screen.detail is not None)
        self.actions_by_verb[verbs.GROUPED].setChecked(screen.grouped)
        self.new_button.set_kind(Kind.DEFAULT if filling else Kind.PRIMARY)
        self.new_button.setVisible(screen.empty != "none" or screen.form is not None)
        self.ways_button.setVisible(screen.empty != "none")

    def fill_form(self, entry: Entry, focus: str) -> None:
        self.form.fill(entry, focus)

    def show_entry(self, entry: Entry) -> None:
        self.form.show_entry(entry)

    def show_hints(self, hints: Hints) -> None:
        self.form.hints.show_hints(hints)

    def complain(self, form_field: str, sentence: str) -> None:
        self.form.complain(form_field, sentence)

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def show_kept(self, at: datetime) -> None:
        self.form.show_kept(at)

    def typing(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()  # the stubs forget that there may be none
        return isinstance(focused, QLineEdit | QTextEdit) and self.isAncestorOf(focused)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self._context.toast.say(words, back)

    # --- verbs ----------------------------------------------------------------------------------------

    def _at_field(self, name: str) -> None:
        """The cursor stands in this field: the next opinion opens there too."""
        if self._presenter is not None:
            self._presenter.form.focus = name

    def _take(self, kind: str) -> None:
        self._do(lambda p: p.suggest.take_hint(kind))

    def _write_answer(self) -> None:
        if self._screen.form is not None:
            self.form.go_to("prepared_answer")
        else:
            self._do(lambda p: p.begin_edit(focus="prepared_answer"))

    def _find(self) -> None:
        if not self.body.beside and self.body.side:
            self._do(lambda p: p.close_side())
            self.body.back_to_list()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _widen(self) -> None:
        self.list.clear_search()
        self._do(lambda p: p.widen())
        self.list.focus_list()

    def _untick(self) -> None:
        self._do(lambda p: p.untick())
        self.list.focus_list()

    def _choose_field(self) -> None:
        self._do(lambda p: choose_field(self, self._anchor(), p.offers.fields, p.many.set_field))

    def _choose_body(self) -> None:
        ask = self._context.prompter
        self._do(lambda p: choose_body(self, self._anchor(), p.offers.bodies, ask, p.many.set_competence))

    def _anchor(self) -> QWidget:
        return self.bar.more_button if self.bar.isVisible() else self.list.tools

    def _open_row(self, opinion_id: str) -> None:
        """Enter on a row: its form; where the detail is not beside the list, first the detail."""
        if self.body.beside:
            self._do(lambda p: p.begin_edit(opinion_id))
            return
        self.body.open_side()
        first = self.detail.edit_button if self.body.side == "detail" else self.group.first()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what is open; what is typed stays. On the list it lets go of what is ticked."""
        if event.key() == Qt.Key.Key_Escape:
            presenter, screen = self._presenter, self._screen
            if presenter is not None and any((screen.compare, screen.form, screen.assign, screen.spread)):
                presenter.close_side()
                return
            if not self.body.beside and self.body.right_open:
                self.body.back_to_list()
                return
            if screen.ticked:
                self._untick()
                return
        super().keyPressEvent(event)
