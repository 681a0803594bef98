"""The view "Đại biểu": the list of the invited, typed in, sent, answered and numbered (C10, C11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desktop.domain.inviting import next_letter
from dialogue_desktop.domain.records import Reply
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.context import Context
from ui.invite import verbs
from ui.invite.asking import ask_day, ask_numbers
from ui.invite.core import People
from ui.invite.detail_pane import DetailPane
from ui.invite.entry import DelegateEntry, rescue_of
from ui.invite.form import DelegateForm, Offers
from ui.invite.frame import Frame
from ui.invite.list_pane import ListPane
from ui.invite.paper_ways import PaperWay, PaperWays
from ui.invite.presenter import InvitePresenter
from ui.invite.screen import Screen
from ui.live.session.quick_add import known_people
from ui.qt_timer import QtTimer
from ui.widgets.button import Button, Kind
from ui.widgets.kept_focus import kept_focus
from ui.widgets.selection_bar import SelectionBar

_DETAIL_UNITS, _FORM_UNITS = 82, 112
_PAPERS = (
    ("invitations", "Giấy mời"),
    ("delegates", "Danh sách đại biểu"),
    ("sign-in", "Danh sách ký nhận"),
)


class PeopleView(Frame):
    """Passive: `InvitePresenter` decides, panes show."""

    import_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        look = context.look
        self._id = ""
        self._presenter: InvitePresenter | None = None
        self._focus_wanted = False
        self.papers_button = Button(look, verbs.PAPERS.words, icon=verbs.PAPERS.icon, chevron=True)
        self.new_button = Button(
            look, verbs.NEW.words, kind=Kind.PRIMARY, icon=verbs.NEW.icon, key=verbs.NEW.key
        )
        self.import_button = Button(look, verbs.IMPORT.words, icon=verbs.IMPORT.icon, key=verbs.IMPORT.key)
        buttons = (self.papers_button, self.import_button, self.new_button)
        super().__init__(context, "people", "Giấy mời, đại biểu", buttons)
        self.papers = PaperWays(self)
        reactions: dict[Verb, Callable[[], object]] = {
            verbs.NEW: lambda: self._do(lambda p: p.begin_new()),
            verbs.IMPORT: lambda: self.import_wanted.emit(self._id),
            verbs.LAY_OUT: lambda: self._do(lambda p: p.lay_out()),
            verbs.EDIT: self._edit,
            verbs.NAME: lambda: self._do(lambda p: p.name_seat(p.listing.selected)),
            verbs.REMOVE: lambda: self._do(lambda p: p.many.remove()),
            verbs.FIND: self._find,
            verbs.UNDO: lambda: self._do(lambda p: p.acts.undo()),
            verbs.REDO: lambda: self._do(lambda p: p.acts.redo()),
            verbs.SAVE: lambda: self._do(lambda p: p.save(go_on=True)),
            verbs.SAVE_CLOSE: lambda: self._do(lambda p: p.save(go_on=False)),
            verbs.BACK: self.back_to_list,
            verbs.SENT: lambda: self._do(lambda p: p.many.mark_sent(p.today)),
            verbs.WAY: lambda: self._do(lambda p: p.many.toggle_way()),
            verbs.NUMBER: self._number,
            verbs.COMING: lambda: self._do(lambda p: p.many.reply(Reply.COMING)),
            verbs.NOT_COMING: lambda: self._do(lambda p: p.many.reply(Reply.NOT_COMING)),
            verbs.NO_REPLY: lambda: self._do(lambda p: p.many.reply(None)),
            verbs.PRESENT: lambda: self._do(lambda p: p.many.attend(True)),
            verbs.ABSENT: lambda: self._do(lambda p: p.many.attend(False)),
            verbs.SENT_ON: self._sent_on,
            verbs.UNSENT: lambda: self._do(lambda p: p.many.mark_sent(None)),
            verbs.MOVE: self._move,
            verbs.PAPERS: self._export,
        }
        # The actions are this view's: while the other one is shown their keys are silent.
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        self.actions_by_verb[verbs.SAVE].setShortcuts(
            [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]
        )
        self.new_button.clicked.connect(self.actions_by_verb[verbs.NEW].trigger)
        self.import_button.clicked.connect(self.actions_by_verb[verbs.IMPORT].trigger)
        self.papers_button.clicked.connect(self._export)
        self._build()

    def _build(self) -> None:
        look, actions = self.context.look, self.actions_by_verb
        of = actions.__getitem__
        self.bar = SelectionBar(
            look,
            [of(verb) for verb in (verbs.SENT, verbs.WAY, verbs.NUMBER, verbs.COMING, verbs.NOT_COMING)],
            {
                "Gửi ngày khác…": of(verbs.SENT_ON), "Ghi chưa gửi": of(verbs.UNSENT),
                "Ghi chưa trả lời": of(verbs.NO_REPLY), "-": None, "Ghi có mặt": of(verbs.PRESENT),
                "Ghi vắng": of(verbs.ABSENT), "--": None, "Chuyển sang nhóm…": of(verbs.MOVE),
                "Bỏ khỏi danh sách": of(verbs.REMOVE),
            },
        )  # fmt: skip
        self.list = ListPane(
            look, new=of(verbs.NEW), lay_out=of(verbs.LAY_OUT), read_list=of(verbs.IMPORT), bar=self.bar
        )
        self.detail = DetailPane(
            look, edit=of(verbs.EDIT), name=of(verbs.NAME), remove=of(verbs.REMOVE), back=of(verbs.BACK)
        )
        self.form = DelegateForm(look, save=of(verbs.SAVE), save_close=of(verbs.SAVE_CLOSE))
        self.put_panes(self.list, self.form, self.detail, (_DETAIL_UNITS, _FORM_UNITS))

    def _connect(self, presenter: InvitePresenter) -> None:
        self.list.searched.connect(presenter.search)
        self.list.chosen.connect(presenter.choose)
        self.list.widened.connect(self._widen)
        self.list.sorted_by.connect(presenter.sort)
        self.list.selected.connect(presenter.select)
        self.list.opened.connect(self._open_row)
        self.list.ticked.connect(presenter.tick)
        self.list.ticked_all.connect(presenter.tick_shown)
        self.list.removed.connect(presenter.many.remove)
        self.list.shifted.connect(presenter.shift)
        self.bar.cleared.connect(self._untick)
        self.form.changed.connect(presenter.form.typed)
        self.form.entered.connect(self._at_field)
        self.form.closed.connect(presenter.form.close)
        self.escaped.connect(presenter.form.close)
        self.again.connect(presenter.try_again)
        self.resumed.connect(presenter.resume)
        self.discarded.connect(presenter.form.discard)

    # --- the page's side ------------------------------------------------------------------------------

    def open(self, conference_id: str) -> None:
        """Show the invited of this conference."""
        self._id = conference_id
        services = self.context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), conference_id)

        def keep(entry: DelegateEntry) -> bool:
            return rescue.write("dai-bieu", rescue_of(entry))

        core = People(services, conference_id)
        self._presenter = InvitePresenter(core, self, self.context.clock, self.run, QtTimer(self), keep)
        self._connect(self._presenter)
        self._presenter.open()

    @property
    def presenter(self) -> InvitePresenter | None:
        return self._presenter

    def imported(self, words: str) -> None:
        """A list was put on: say so, and let Ctrl+Z take it back here."""
        self._do(lambda p: p.acts.acted(words))

    def refresh(self) -> None:
        self._do(lambda p: p.refresh())

    def leave(self) -> None:
        self._do(lambda p: p.leave())

    def focus_first(self) -> None:
        """The list, as soon as it is there; an open form keeps its field."""
        if self._presenter is None or self._presenter.loaded is None:
            self._focus_wanted = True
        elif self.form_open:
            self.form.go_back()
        else:
            self.list.focus_list()

    def choose(self, delegate_id: str) -> None:
        """Go to this line (from the search over everything)."""
        self.list.clear_search()
        self._do(lambda p: p.go_to(delegate_id))

    def _do(self, act: Callable[[InvitePresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def busy(self) -> bool:
        return not self.bar.isHidden()

    def has_detail(self) -> bool:
        return self._presenter is not None and self._presenter.listing.selected != ""

    # --- the presenter's view -------------------------------------------------------------------------

    def show_people(self, screen: Screen) -> None:
        self.header.set_facts(screen.facts, screen.facts_short)
        typing = self.typing()
        self.form_open = screen.form is not None
        with kept_focus(self.list, self.list.focus_list):
            self.list.show_people(screen)
        if screen.detail is not None:
            self.detail.show_detail(screen.detail)
        elif not self.form_open:
            self.right_open = False
        self._offer()
        if screen.form is not None:
            self.form.show_view(screen.form, held=screen.held)
        self._enable(screen)
        self.new_button.set_kind(Kind.DEFAULT if self.form_open else Kind.PRIMARY)
        self.new_button.setVisible(screen.empty != "none" or self.form_open)
        self.import_button.setVisible(screen.loaded and screen.empty != "none")
        self.papers_button.setVisible(screen.loaded)
        self.show_banners(screen.trouble, screen.shelf)
        self.arrange()
        if self._focus_wanted and screen.loaded:
            self._focus_wanted = False
            self.focus_first()
        if typing and not self.form_open:
            self.right_open = False
            self.arrange()
            self.list.focus_list()

    def _enable(self, screen: Screen) -> None:
        for verb in (verbs.SAVE, verbs.SAVE_CLOSE):
            self.actions_by_verb[verb].setEnabled(self.form_open)
        there = screen.detail is not None
        for verb in verbs.ON_LINES:
            self.actions_by_verb[verb].setEnabled(there)
        for verb in verbs.HELD:
            self.actions_by_verb[verb].setEnabled(there and screen.held)
            self.actions_by_verb[verb].setVisible(screen.held)

    def _offer(self) -> None:
        presenter = self._presenter
        if presenter is None or presenter.loaded is None:
            return
        data = presenter.loaded
        self.form.offer(
            Offers(
                presenter.listing.seat_map.groups,
                data.plan.localities,
                _distinct([q.hamlet for q in data.plan.quotas] + [one.hamlet for one in data.delegates]),
                _distinct([o.position for o in data.plan.officials] + [one.office for one in data.delegates]),
                known_people(data.records),
            ),
            lambda: presenter.today,
            presenter.double_warning,
        )

    def fill_form(self, entry: DelegateEntry, focus: str) -> None:
        self.form.fill(entry, focus)

    def complain(self, form_field: str, sentence: str) -> None:
        self.form.complain(form_field, sentence)

    def show_saved(self, at: datetime) -> None:
        self.header.show_saved(at)

    def show_kept(self, at: datetime) -> None:
        self.form.show_kept(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.context.toast.say(words, back)

    # --- verbs ----------------------------------------------------------------------------------------

    def _at_field(self, name: str) -> None:
        if self._presenter is not None:
            self._presenter.form.focus = name

    def _edit(self) -> None:
        if not self.form_open:
            self._do(lambda p: p.begin_edit())

    def _find(self) -> None:
        if not self.beside and (self.right_open or self.form_open):
            self._do(lambda p: p.form.close())
            self.back_to_list()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _widen(self) -> None:
        self.list.clear_search()
        self._do(lambda p: p.widen())
        self.list.focus_list()

    def _untick(self) -> None:
        self._do(lambda p: p.untick())
        self.list.focus_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on the list lets go of what is ticked."""
        if event.key() == Qt.Key.Key_Escape and not self.form_open and self.beside and self.bar.isVisible():
            self._untick()
            return
        super().keyPressEvent(event)

    def _open_row(self, delegate_id: str) -> None:
        """Enter on a row: its form, for open seats that of a new name; where the detail is not beside the
        list, first the detail."""
        if self.beside:
            self._do(lambda p: p.name_seat(delegate_id))
            return
        self.right_open = True
        self.arrange()
        self.detail.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sent_on(self) -> None:
        presenter = self._presenter
        day = ask_day(self.context.prompter, presenter.today) if presenter is not None else None
        if presenter is not None and day is not None:
            presenter.many.mark_sent(day)

    def _number(self) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        letters = len(presenter.listing.targets())
        asked = ask_numbers(self.context.prompter, letters, next_letter(presenter.listing.delegates))
        if asked is not None:
            presenter.many.number(asked[0], same=asked[1])

    def _move(self) -> None:
        """The groups in a menu over the bar."""
        presenter = self._presenter
        if presenter is None:
            return
        menu = QMenu(self)
        menu.setObjectName("groups")
        for group in presenter.listing.seat_map.groups:
            action = menu.addAction(group.short.replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=group.id: presenter.many.move(one))
        menu.aboutToHide.connect(menu.deleteLater)
        anchor: QWidget = self.bar.more_button if self.bar.isVisible() else self.list
        menu.popup(anchor.mapToGlobal(QPoint(0, -menu.sizeHint().height() if anchor is not self.list else 0)))
        menu.setActiveAction(menu.actions()[0])

    def _export(self) -> None:
        self.papers.offer(self.paper_list(), self.papers_button)

    def paper_list(self) -> Sequence[PaperWay]:
        """The papers made from this list; the letters of the ticked lines first."""
        listing = self._presenter.listing if self._presenter is not None else None
        ticked = tuple(one.id for one in listing.targets()) if listing is not None and listing.ticked else ()
        some = [PaperWay(f"Giấy mời cho {len(ticked)} dòng đã chọn", "invitations", ticked)] if ticked else []
        every = [PaperWay(words, name) for name, words in _PAPERS]
        return (*some, *every)


def _distinct(words: Sequence[str]) -> tuple[str, ...]:
    """Each once, empty ones left out."""
    found: dict[str, str] = {}
    for word in words:
        if word:
            found.setdefault(fold(word), word)
    return tuple(found.values())
