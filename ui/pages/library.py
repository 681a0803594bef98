"""The page "Mẫu và danh mục": the office's profiles, bases, texts and lists (P1, P3, P4, C6, L1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desktop.domain.office_library import Shelf
from dialogue_desktop.domain.office_profile import OwnProfile
from dialogue_desktop.domain.placeholders import values_of
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import LibraryChanged
from dialogue_desktop.services.library import Shipped
from ui.actions import Verb
from ui.context import Context
from ui.library.desk import LibraryDesk
from ui.library.part_view import PartView
from ui.library.parts import PARTS, PROFILES, lead_of, make_part, own_count, part_of
from ui.library.presenter import LibraryPresenter
from ui.library.profile_acts import ProfileActs
from ui.prompter import Choice, Question
from ui.shell.header import Header
from ui.tasks import Lane
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.panes import HBox, Pane, VBox, follow
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Paragraph
from ui.wizard.autosave import SaveKind, SaveState, sentence_of
from ui.wizard.opening import saving_on
from ui.wizard.preview_pane import QtDelay
from ui.wizard.undo_gate import UndoGate

_UNDO = Verb("library.undo", "Hoàn tác", "Ctrl+Z", "arrow_undo")
_REDO = Verb("library.redo", "Làm lại", "Ctrl+Y", "arrow_redo")
_SAVE = Verb("library.save", "Lưu ngay", "Ctrl+S", "save")
_LEFT_UNITS = 62
_LEAD_FROM = 120  # u of the page's height
_BESIDE_FROM = 230  # u of the page: narrower, the parts are chosen from a closed list above


class _Found(NamedTuple):
    shelf: Shelf
    shipped: Shipped
    values: dict[str, str]


class LibraryPage(QWidget):
    """Parts at the left, the rows of one at the right; everything is saved by itself.

    Keys: ↑ ↓ between the parts, Enter into the rows, Esc back to the parts and from there to where one came
    from (`left`). `begun` carries a conference that was made from a profile.
    """

    title = "Mẫu và danh mục"
    left = Signal()
    begun = Signal(str)

    def __init__(self, context: Context, part: str = PROFILES) -> None:
        super().__init__()
        self._context, self._wanted = context, part
        self._presenter: LibraryPresenter | None = None
        self._desk: LibraryDesk | None = None
        self._views: dict[str, PartView] = {}
        self._filling = False
        self._gate = UndoGate(self)
        self._build()
        for verb, react in ((_UNDO, self.undo), (_REDO, self.redo), (_SAVE, self._flush)):
            context.actions.add(self, verb, react)
        follow(context.look, self._arrange)
        services, today = context.services.get(), context.clock.today()
        context.tasks.run(
            lambda: _read(services, today), self._opened, self._failed, lane=Lane.DATABASE, owner=self
        )
        context.bridge.heard.connect(self._heard)

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._context.look
        whole = VBox(look)
        self.setLayout(whole)
        back = Button(look, "Trở về", icon="arrow_left", kind=Kind.BAR)
        back.clicked.connect(self.left)
        self.header = Header(look, self.title, buttons=(back,))
        whole.addWidget(self.header)
        self._across = HBox(look)
        whole.addLayout(self._across, 1)
        self._side = Pane(look, Role.CANVAS, lines="r", width=_LEFT_UNITS)
        side = VBox(look, (3, 3, 3, 3))
        self._side.setLayout(side)
        self.parts = RowTable(
            look, (Column("name"), Column("own", units=12, right=True)), name="Các phần", two_lines=False
        )
        self.parts.rows.current_row.connect(self._part_chosen)
        self.parts.rows.opened.connect(lambda _id: self._into())
        side.addWidget(self.parts)
        side.addStretch(1)
        self._across.addWidget(self._side)
        self._work = Pane(look)
        column = VBox(look, gap=2)
        self._work.setLayout(column)
        head = VBox(look, (5, 3, 5, 0), 2)
        self.notice = Banner(look)
        self.notice.hide()
        head.addWidget(self.notice)
        self.closed_list = Combo(look, [(part.id, part.title) for part in PARTS], name="Phần", units=60)
        self.closed_list.chosen.connect(self.show_part)
        head.addWidget(self.closed_list)
        self._lead = Paragraph(look, "", role=Role.TEXT2)
        head.addWidget(self._lead)
        column.addLayout(head)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._across.addWidget(self._work, 1)

    # --- opening --------------------------------------------------------------------------------------

    def _opened(self, found: _Found) -> None:
        context = self._context
        library = context.services.get().library
        presenter = LibraryPresenter(
            found.shelf,
            save=library.keep,
            run=saving_on(context.tasks, self),
            delay=QtDelay(self),
            part=part_of(self._wanted).id,
        )
        self._presenter = presenter
        today = context.clock.today()
        self._desk = LibraryDesk(
            context.look, presenter, found.shipped, found.values, today, self._say_with_undo
        )
        self.acts = ProfileActs(context, presenter, self._taken, self._failed, self)
        self.acts.begun.connect(self.begun)
        presenter.on_change(self._changed)
        presenter.on_part(self.show_part)
        presenter.on_save(self._saved)
        self._changed(found.shelf, None)
        self.show_part(presenter.part)
        if self.isVisible():
            self.focus_first()

    @property
    def presenter(self) -> LibraryPresenter:
        """RuntimeError before the library was read."""
        if self._presenter is None:
            raise RuntimeError("the library is not read yet")
        return self._presenter

    @property
    def view(self) -> PartView:
        """The part on view."""
        return self._views[self.presenter.part]

    # --- parts ----------------------------------------------------------------------------------------

    def _part_chosen(self, part_id: str) -> None:
        if part_id and not self._filling and self._presenter is not None:
            self.show_part(part_id)

    def show_part(self, part_id: str) -> None:
        """Another part; before the library is read it is only noted."""
        self._wanted = part_id
        if self._presenter is None or self._desk is None:
            return
        part = part_of(part_id)
        self._presenter.go(part.id)
        view = self._views.get(part.id)
        if view is None:
            view = make_part(part, self._desk)
            self._views[part.id] = view
            self._stack.addWidget(view)
            self._gate.watch(view)
            self._connect(view)
        self._stack.setCurrentWidget(view)
        view.show_shelf(self._presenter.plan)
        self._lead.set_words(lead_of(part, self._context.actions.own_keys()))
        self.closed_list.set_value(part.id)
        self._filling = True
        self.parts.rows.set_current(part.id)
        self._filling = False

    def _connect(self, view: PartView) -> None:
        from ui.library.part_profiles import ProfilesPart

        if isinstance(view, ProfilesPart):
            view.import_asked.connect(self.acts.take)
            view.export_asked.connect(self.acts.give)
            view.copy_asked.connect(self.acts.copy)
            view.begin_asked.connect(self.acts.begin)

    def _taken(self, profile: OwnProfile, words: str) -> None:
        """A profile came in: it stands in the list, in hand, and can be taken back."""
        shelf = self.presenter.plan
        if shelf.profile(profile.id) is None:
            self.presenter.edit(shelf.with_profile(profile), label=words)
            self._say_with_undo(words)
        else:
            self._context.toast.say(words)
        self.view.editor.choose(profile.id)

    # --- what is shown --------------------------------------------------------------------------------

    def _changed(self, shelf: Shelf, source: object) -> None:
        desk = self._desk
        assert desk is not None
        counts = {part.id: own_count(part, shelf, desk.shipped) for part in PARTS}
        self._show_parts(counts)
        own = sum(count for part_id, count in counts.items() if part_id != PROFILES)
        said = [f"{counts[PROFILES]} mẫu của cơ quan"] if counts[PROFILES] else []
        said += [f"{own} dòng của cơ quan hoặc đã sửa"] if own else []
        self.header.set_facts(", ".join(said) or "Đang dùng mẫu và danh mục có sẵn")
        for part_id, view in self._views.items():
            if part_id == self.presenter.part:
                view.show_shelf(shelf, source)

    def _show_parts(self, counts: dict[str, int]) -> None:
        rows = [
            Row(
                part.id,
                (Cell(part.title, icon=part.icon), Cell(str(counts[part.id] or ""), role=Role.TEXT2)),
            )
            for part in PARTS
        ]
        if self.parts.rows.rows.items():
            for row in rows:
                self.parts.rows.set_row(row)
            return
        self._filling = True
        self.parts.set_items(rows)
        self.parts.rows.set_current(self.presenter.part)
        self._filling = False
        self._arrange()

    def _say_with_undo(self, words: str) -> None:
        self._context.toast.say(words, self.undo)

    def undo(self) -> None:
        words = self._presenter.undo() if self._presenter is not None else ""
        if words:
            self._context.toast.say(words)

    def redo(self) -> None:
        words = self._presenter.redo() if self._presenter is not None else ""
        if words:
            self._context.toast.say(words)

    # --- saving ---------------------------------------------------------------------------------------

    def _saved(self, state: SaveState) -> None:
        failed = state.kind is SaveKind.FAILED
        self.notice.setVisible(failed)
        if failed:
            self.notice.set_state(Role.BAD, "error_circle")
            self.notice.set_words("Chưa lưu được.", state.sentence.removeprefix("Chưa lưu được. "))
            self.header.saved.show_failed()
        elif state.kind is SaveKind.SAVED and state.at is not None:
            self.header.show_saved(state.at)

    def _flush(self) -> None:
        if self._presenter is not None:
            self._presenter.flush()

    def may_leave(self) -> bool:
        """What is typed is handed over to be saved; asked about only where the disk does not take it."""
        if self._presenter is None:
            return True
        self._presenter.flush()
        state = self._presenter.save_state
        if state.kind is not SaveKind.FAILED:
            return True
        return self._context.prompter.ask(_leaving(state.sentence)) == "lose"

    leave = may_leave

    def _heard(self, event: object) -> None:
        """Changed elsewhere (the wizard keeps a text): read again, unless it was this page's own saving."""
        if isinstance(event, LibraryChanged) and self._presenter is not None and self._presenter.clean:
            library = self._context.services.get().library
            self._context.tasks.run(library.shelf, self._reread, lane=Lane.DATABASE, owner=self)

    def _reread(self, shelf: Shelf) -> None:
        if self.presenter.clean and shelf != self.presenter.plan:
            self.presenter.replace(shelf)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._context.tasks.lost.emit(error)
            return
        self.notice.set_state(Role.WARN, "warning")
        self.notice.set_words("Chưa làm được.", sentence_of(error))
        self.notice.show()

    # --- the window's side ----------------------------------------------------------------------------

    def focus_first(self) -> None:
        """The parts, or the rows where the parts are a closed list."""
        if self._presenter is None:
            return
        if self._side.isVisibleTo(self):
            self.parts.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.focus_first()

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks along."""
        return (self._side, self._work, self.header)

    def _into(self) -> None:
        self.notice.hide()
        self.view.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.parts.rows
        if event.key() == Qt.Key.Key_Right and rows.hasFocus():
            self._into()
        elif event.key() == Qt.Key.Key_Escape:
            if self._side.isVisible() and not rows.hasFocus():
                self.focus_first()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.parts.setFixedHeight(self.parts.fitted_height())
        beside = self.width() >= self._context.look.px(_BESIDE_FROM)
        self._side.setVisible(beside)
        self.closed_list.setVisible(not beside)
        self._lead.setVisible(self.height() >= self._context.look.px(_LEAD_FROM))


def _read(services: Any, today: date) -> _Found:
    """On the database's thread: the library, and the office's own words for the marks."""
    issuer = services.settings.issuer()
    values = values_of(replace(Plan("", today.year), issuer=issuer))
    del values["thon"]  # which thôn is known by a plan only
    return _Found(services.library.shelf(), services.library.shipped(), values)


def _leaving(sentence: str) -> Question:
    return Question(
        "Chưa lưu được mẫu và danh mục",
        f"{sentence} Rời trang bây giờ thì phần vừa sửa không còn.",
        (Choice("lose", "Bỏ phần chưa lưu", "danger"), Choice("stay", "Ở lại", "primary")),
        safe="stay",
        icon="warning",
    )
