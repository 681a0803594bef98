"""The view "Phiếu phát ra, thu về": slips by thôn and collector, handed out, back and entered (C3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShowEvent

from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.slips import range_words, whose
from dialogue_desktop.services.rescue import RescueFolder
from ui.actions import Verb
from ui.context import Context
from ui.invite.frame import Frame
from ui.invite.paper_ways import PaperWay, PaperWays
from ui.qt_timer import QtTimer
from ui.slips.core import Slips
from ui.slips.entry import SlipEntry
from ui.slips.form import SlipForm
from ui.slips.list_pane import SlipsPane
from ui.slips.presenter import SlipsPresenter
from ui.slips.screen import Screen
from ui.widgets.button import Button, Kind
from ui.widgets.kept_focus import kept_focus

NEW = Verb("slips.new", "Phát phiếu", "Ctrl+N", "add")
EDIT = Verb("slips.edit", "Sửa", "", "edit")
BACK = Verb("slips.back", "Ghi thu về", "F2", "mail_inbox")
REMOVE = Verb("slips.remove", "Bỏ lần phát phiếu", "", "delete")
UNDO = Verb("slips.undo", "Hoàn tác việc vừa làm", "Ctrl+Z", "arrow_undo")
REDO = Verb("slips.redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", "arrow_redo")
SAVE = Verb("slips.save", "Lưu, nơi tiếp", "Ctrl+Return", "save")
SAVE_CLOSE = Verb("slips.save_close", "Lưu và đóng", "Ctrl+S")
PAPERS = Verb("slips.papers", "In phiếu", "Ctrl+P", "print")
VERBS = (NEW, EDIT, BACK, REMOVE, UNDO, REDO, SAVE, SAVE_CLOSE, PAPERS)

_FORM_UNITS = 108


class SlipsView(Frame):
    """Passive: `SlipsPresenter` decides, panes show."""

    def __init__(self, context: Context) -> None:
        look = context.look
        self._id = ""
        self._presenter: SlipsPresenter | None = None
        self._focus_wanted = False
        self.papers_button = Button(look, PAPERS.words, icon=PAPERS.icon, chevron=True)
        self.new_button = Button(look, NEW.words, kind=Kind.PRIMARY, icon=NEW.icon, key=NEW.key)
        buttons = (self.papers_button, self.new_button)
        super().__init__(context, "slips", "Phiếu phát ra, thu về", buttons)
        self.papers = PaperWays(self)
        reactions: dict[Verb, Callable[[], object]] = {
            NEW: lambda: self._do(lambda p: p.begin_new()),
            EDIT: lambda: self._do(lambda p: p.begin_edit()),
            BACK: self._take_back,
            REMOVE: lambda: self._do(lambda p: p.remove()),
            UNDO: lambda: self._do(lambda p: p.acts.undo()),
            REDO: lambda: self._do(lambda p: p.acts.redo()),
            SAVE: lambda: self._do(lambda p: p.save(go_on=True)),
            SAVE_CLOSE: lambda: self._do(lambda p: p.save(go_on=False)),
            PAPERS: self._export,
        }
        # The actions are this view's: while the other one is shown their keys are silent.
        self.actions_by_verb = {
            verb: context.actions.add(self, verb, react) for verb, react in reactions.items()
        }
        keys = [QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")]  # the keypad's Enter saves too
        self.actions_by_verb[SAVE].setShortcuts(keys)
        self.new_button.clicked.connect(self.actions_by_verb[NEW].trigger)
        self.papers_button.clicked.connect(self._export)
        of = self.actions_by_verb.__getitem__
        self.list = SlipsPane(look, new=of(NEW), back=of(BACK), remove=of(REMOVE))
        self.form = SlipForm(look, save=of(SAVE), save_close=of(SAVE_CLOSE))
        self.put_panes(self.list, self.form, None, (0, _FORM_UNITS))

    # --- the page's side ------------------------------------------------------------------------------

    def open(self, conference_id: str) -> None:
        """Show the slips of this conference."""
        self._id = conference_id
        services = self.context.services.get()
        rescue = RescueFolder((services.paths.rescue, Path.home()), conference_id)

        def keep(entry: SlipEntry) -> bool:
            words = f"{entry.collector}: {entry.first}–{entry.last}, {entry.returned} {entry.note}".strip()
            voice = Voice(locality=entry.locality)
            return rescue.write("phieu", LiveDraft(LiveItem(text=words, voices=(voice,))))

        core = Slips(services, conference_id)
        presenter = SlipsPresenter(core, self, self.context.clock, self.run, QtTimer(self), keep)
        self._presenter = presenter
        self.list.selected.connect(presenter.select)
        self.list.opened.connect(presenter.begin_edit)
        self.list.removed.connect(presenter.remove)
        self.form.changed.connect(presenter.form.typed)
        self.form.entered.connect(self._at_field)
        self.form.closed.connect(presenter.form.close)
        self.escaped.connect(presenter.form.close)
        self.again.connect(presenter.try_again)
        self.resumed.connect(presenter.resume)
        self.discarded.connect(presenter.form.discard)
        presenter.open()

    @property
    def presenter(self) -> SlipsPresenter | None:
        return self._presenter

    def refresh(self) -> None:
        self._do(lambda p: p.refresh())

    def leave(self) -> None:
        self._do(lambda p: p.leave())

    def focus_first(self) -> None:
        if self._presenter is None or self._presenter.loaded is None:
            self._focus_wanted = True
        elif self.form_open:
            self.form.go_back()
        else:
            self.list.focus_list()

    def _do(self, act: Callable[[SlipsPresenter], object]) -> None:
        if self._presenter is not None:
            act(self._presenter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # --- the presenter's view -------------------------------------------------------------------------

    def show_slips(self, screen: Screen) -> None:
        self.header.set_facts(screen.facts, screen.facts_short)
        typing = self.typing()
        self.form_open = bool(screen.form)
        with kept_focus(self.list, self.list.focus_list):
            self.list.show_slips(screen)
        presenter = self._presenter
        if presenter is not None and presenter.loaded is not None:
            self.form.offer(
                presenter.loaded.plan.localities, presenter.collectors, lambda: self.context.clock.today()
            )
        self.form.title.setText(screen.form)
        for verb in (SAVE, SAVE_CLOSE):
            self.actions_by_verb[verb].setEnabled(self.form_open)
        for verb in (EDIT, BACK, REMOVE):
            self.actions_by_verb[verb].setEnabled(bool(screen.selected))
        self.new_button.set_kind(Kind.DEFAULT if self.form_open else Kind.PRIMARY)
        self.new_button.setVisible(bool(screen.sections) or self.form_open)
        self.papers_button.setVisible(screen.loaded)
        self.show_banners(screen.trouble, screen.shelf)
        self.arrange()
        if self._focus_wanted and screen.loaded:
            self._focus_wanted = False
            self.focus_first()
        if typing and not self.form_open:
            self.arrange()
            self.list.focus_list()

    def fill_form(self, entry: SlipEntry, focus: str) -> None:
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

    def _take_back(self) -> None:
        """F2: how many came back; in the open form the cursor goes there."""
        if self.form_open:
            self.form.go_to("returned")
        else:
            self._do(lambda p: p.begin_edit(focus="returned"))

    def _export(self) -> None:
        self.papers.offer(self.paper_list(), self.papers_button)

    def paper_list(self) -> Sequence[PaperWay]:
        """All slips, before them those of the batch in hand."""
        every = PaperWay("Phiếu lấy ý kiến, đăng ký phát biểu", "slips")
        batch = self._presenter.selected_batch if self._presenter is not None else None
        if batch is None:
            return (every,)
        words = f"Phiếu {range_words(batch.first, batch.last)}, {whose(batch)}"
        return (PaperWay(words, "slips", (batch.id,)), every)
