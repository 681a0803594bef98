"""The page of the papers without Qt: which one is on view, how it is printed, which are ticked (C1–C11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.paper_choices import READ, USUAL, LetterNumbers, PaperChoices
from dialogue_desktop.errors import UserError
from dialogue_desktop.services.document_kinds import DocumentKind
from ui.draft_keeper import Timer
from ui.papers import choosing, words
from ui.papers.core import Begun, Core, Loaded
from ui.papers.feed import PaperFeed
from ui.papers.screen import ChoiceForm, PaperRow, PaperSection, PapersView, Screen
from ui.runner import Runner

#: From the last key in a field to the new pages (design.md, "Page preview").
PAUSE_MS = 300

NOT_KEPT = "Lựa chọn vẫn dùng cho lần in này, nhưng chưa giữ được cho lần sau."
NOT_READ = ("Chưa đọc được dữ liệu của hội nghị.", "Dữ liệu đã lưu vẫn còn nguyên. Hãy mở lại trang này.")


class PapersPresenter:
    """`run` works on the database's thread, `press` on that of papers."""

    def __init__(self, core: Core, view: PapersView, run: Runner, press: Runner, timer: Timer) -> None:
        self._core, self._view, self._run, self._timer = core, view, run, timer
        self._kinds = {kind.name: kind for kind in core.kinds}
        self._feed = PaperFeed(core, run, press, self._pages, self._not_made)
        self.loaded: Loaded | None = None
        self.choices: dict[str, PaperChoices] = {}
        self._only: dict[str, tuple[str, ...]] = {}
        self.paper = ""
        self._wanted: tuple[str, tuple[str, ...]] | None = None
        self._ticked: frozenset[str] = frozenset()
        self.begun: Begun | None = None
        self._refused = ""
        self._busy = ""
        self._trouble: tuple[str, str] | None = None
        self._shown_paper = ""
        self._when_whole: Callable[[], object] | None = None
        self._timer_set = False

    # --- coming and going -----------------------------------------------------------------------------

    def open(self) -> None:
        """Read everything; the paper of last time, or the first, comes on view."""
        self._run(self._core.load, self._loaded, self._not_read)

    def refresh(self) -> None:
        """Something may have been written on another page."""
        self.open()

    def _loaded(self, loaded: Loaded) -> None:
        first = self.loaded is None
        self.loaded = loaded
        if first:
            self.choices = dict(loaded.choices)
            self.paper = loaded.paper if loaded.paper in self._kinds else words.GROUPS[0].papers[0]
        if self._trouble == NOT_READ:
            self._trouble = None
        if self._wanted is not None:
            name, only = self._wanted
            self._wanted = None
            self._turn_to(name, only)
        self._ticked = frozenset(name for name in self._ticked if self._want(name) is None)
        self._make()

    def _not_read(self, error: Exception) -> None:
        self._trouble = (NOT_READ[0], error.sentence) if isinstance(error, UserError) else NOT_READ
        self._show()

    def leave(self) -> None:
        """Another page comes on view: nothing more is drawn for this one."""
        self._feed.stop()
        if self._timer_set:
            self._timer.stop()
            self._timer_set = False
            self._keep()

    _timer_set = False

    # --- which paper ----------------------------------------------------------------------------------

    def select(self, name: str) -> None:
        """A row of the list."""
        if self.loaded is None or name not in self._kinds or name == self.paper:
            return
        self.paper, self._when_whole = name, None
        self._keep()
        self._make()

    def want(self, name: str, only: Sequence[str] = ()) -> None:
        """From another page: this paper, for these delegates, batches or units (all without any)."""
        if self.loaded is None:
            self._wanted = (name, tuple(only))
            return
        self._turn_to(name, tuple(only))
        self._keep()
        self._make()

    def _turn_to(self, name: str, only: tuple[str, ...]) -> None:
        self.paper, self._when_whole = name, None
        self._only[name] = only

    def for_all(self) -> None:
        """No longer only for those that were chosen elsewhere."""
        if self._only.pop(self.paper, ()):
            self._make()

    @property
    def kind(self) -> DocumentKind:
        return self._kinds[self.paper]

    def kind_of(self, name: str) -> DocumentKind:
        return self._kinds[name]

    def choices_of(self, name: str) -> PaperChoices:
        """What holds for a paper now."""
        choices, only = self.choices.get(name, USUAL), self._only.get(name, ())
        if self.loaded is not None and choices.earlier not in {
            one.id for one in self.loaded.holdings.earlier
        }:
            choices = replace(choices, earlier="")
        if only:
            choices = replace(choices, only=only, blank_letters=0)
        return choices

    # --- choices --------------------------------------------------------------------------------------

    def change(self, field: str, raw: Any) -> None:
        """A field of the form as it is now; what cannot be read changes nothing."""
        if self.loaded is None or field not in READ.get(self.paper, ()):
            return
        before = self.choices.get(self.paper, USUAL)
        after = choosing.changed(before, field, raw)
        if after == before:
            return
        self.choices[self.paper] = after
        self._feed.stop()
        self.begun = self._when_whole = None
        self._show()
        self._timer_set = True
        self._timer.restart(PAUSE_MS if field in choosing.TYPED else 0, self._changed)

    def _changed(self) -> None:
        self._timer_set = False
        self._keep()
        self._make()

    def _keep(self) -> None:
        choices, paper = dict(self.choices), self.paper

        def done(_result: object) -> None:
            if self._trouble is not None and self._trouble[1].endswith(NOT_KEPT):
                self._trouble = None
                self._show()
            self._view.show_saved()

        def failed(error: Exception) -> None:
            fact = error.sentence if isinstance(error, UserError) else "Chương trình gặp lỗi khi ghi."
            self._trouble = (fact, NOT_KEPT)
            self._show()

        self._run(lambda: self._core.keep(choices, paper), done, failed)

    # --- ticks ----------------------------------------------------------------------------------------

    def tick(self, name: str, on: bool) -> None:
        """A paper among those that are written together."""
        if self._want(name) is None:
            self._ticked = self._ticked | {name} if on else self._ticked - {name}
            self._show()

    def chosen(self) -> tuple[str, ...]:
        """The ticked papers in the order of the list; without ticks all that can be made."""
        names = [name for group in words.GROUPS for name in group.papers if self._want(name) is None]
        return tuple(name for name in names if name in self._ticked) or tuple(names)

    # --- pages ----------------------------------------------------------------------------------------

    def _want(self, name: str) -> words.Want | None:
        return words.want(name, self.loaded.holdings) if self.loaded is not None else None

    def _make(self) -> None:
        """Draw the paper on view anew."""
        self._timer.stop()
        self._timer_set = False
        self.begun, self._refused = None, ""
        fresh = self.paper != self._shown_paper
        if self._want(self.paper) is not None:
            self._feed.stop()
            self._shown_paper = ""
        else:
            self._view.show_making(fresh)
            self._feed.want(self.paper, self.choices_of(self.paper))
        self._show()

    def _pages(self, begun: Begun) -> None:
        fresh = self.paper != self._shown_paper
        self.begun, self._shown_paper = begun, self.paper
        self._view.show_pages(begun, self.kind.title, fresh)
        self._show()
        if begun.whole and self._when_whole is not None:
            act, self._when_whole = self._when_whole, None
            act()

    def _not_made(self, error: Exception) -> None:
        self._shown_paper = ""
        self._when_whole = None
        faulty = "Chương trình gặp lỗi khi lập văn bản này. Dữ liệu đã lưu vẫn còn nguyên."
        self._refused = error.sentence if isinstance(error, UserError) else faulty
        self._show()

    def when_whole(self, act: Callable[[], object]) -> None:
        """Do it now, or as soon as all pages are there; not at all where the paper cannot be made."""
        if self.begun is not None and self.begun.whole:
            act()
        elif self.loaded is not None and self._want(self.paper) is None and not self._refused:
            self._when_whole = act

    # --- files ----------------------------------------------------------------------------------------

    def set_busy(self, what: str) -> None:
        """ "Đang ghi 4 văn bản", "" when it is done."""
        self._busy = what
        self._show()

    def fail(self, fact: str, error: Exception) -> None:
        """What was asked for could not be done."""
        sentence = error.sentence if isinstance(error, UserError) else "Dữ liệu đã lưu vẫn còn nguyên."
        self._busy, self._trouble = "", (fact, sentence)
        self._show()

    def warn(self, fact: str, sentence: str) -> None:
        """Done, but there is something to be read."""
        self._trouble = (fact, sentence)
        self._show()

    def settle(self) -> None:
        """What was said in the banner has been read."""
        self._trouble = None
        self._show()

    # --- what is shown --------------------------------------------------------------------------------

    def _show(self) -> None:
        self._view.show_screen(self._screen())

    def _screen(self) -> Screen:
        loaded = self.loaded
        if loaded is None:
            return Screen(trouble=self._trouble)
        sections = tuple(
            PaperSection(group.id, group.title, tuple(self._row(name) for name in group.papers))
            for group in words.GROUPS
        )
        rows = [row for section in sections for row in section.rows]
        want = self._want(self.paper)
        if want is None and self._refused:
            want = words.Want(self._refused, "")
        return Screen(
            True,
            *words.facts(len(rows), sum(row.want is not None for row in rows)),
            sections,
            self.kind,
            want,
            self._form() if self._want(self.paper) is None else None,
            self.begun is not None and self.begun.whole,
            len(self._ticked),
            self._busy,
            self._trouble,
        )

    def _row(self, name: str) -> PaperRow:
        assert self.loaded is not None
        title, want = self._kinds[name].title, self._want(name)
        if want is not None:
            return PaperRow(name, title, want.short, want)
        held = words.holds(name, self.loaded.holdings, self.choices_of(name))
        return PaperRow(name, title, held, None, name in self._ticked)

    def _form(self) -> ChoiceForm | None:
        fields = READ.get(self.paper, ())
        if not fields or self.loaded is None:
            return None
        choices, holdings = self.choices.get(self.paper, USUAL), self.loaded.holdings
        effective = self.choices_of(self.paper)
        values = {field: choosing.write(field, self.paper, choices) for field in fields}
        if "earlier" in values:
            values["earlier"] = effective.earlier or (holdings.earlier[0].id if holdings.earlier else "")
        locked = set()
        if "numbers" in fields and choices.numbers is LetterNumbers.BLANK:
            locked.add("number")
        if effective.only:
            locked.add("blank_letters")
        return ChoiceForm(
            self.paper,
            values,
            holdings.earlier,
            words.only_words(self.paper, holdings, effective),
            words.hint(self.paper, holdings, effective),
            frozenset(locked),
        )
