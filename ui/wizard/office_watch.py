"""The office's lists for an open wizard: it follows them and the calendar, and keeps what is handed over (P3,
P4, P10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from dialogue_desktop.domain.office_library import LibraryBlock
from dialogue_desktop.domain.plan import LegalBasis
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import CalendarChanged, LibraryChanged
from dialogue_desktop.lists import OfficeLists
from ui.context import Context
from ui.prompter import TextQuestion
from ui.tasks import Lane
from ui.wizard.checks import Facts
from ui.wizard.opening import facts_of
from ui.wizard.presenter import WizardPresenter


class OfficeWatch(QObject):
    """When days off or lists became others, what follows from them is worked out anew. Lives as long as
    `parent`."""

    def __init__(
        self, context: Context, presenter: WizardPresenter, lists: OfficeLists, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._presenter, self._lists = context, presenter, lists
        context.bridge.heard.connect(self._heard)

    @property
    def lists(self) -> OfficeLists:
        return self._lists

    # --- following ------------------------------------------------------------------------------------

    def _heard(self, event: object) -> None:
        if not isinstance(event, CalendarChanged | LibraryChanged):
            return
        services, today = self._context.services.get(), self._context.clock.today()

        def work() -> tuple[OfficeLists, Facts]:
            lists = services.library.lists()
            return lists, facts_of(services.deadlines, today, lists.legal_bases)

        self._run(work, self._take)

    def _take(self, found: tuple[OfficeLists, Facts]) -> None:
        self._lists, facts = found
        self._presenter.set_facts(facts)

    # --- keeping --------------------------------------------------------------------------------------

    def keep_basis(self, basis: LegalBasis) -> None:
        library = self._context.services.get().library

        def work() -> Any:
            before = library.shelf().bases
            library.keep_basis(basis)
            return before

        def take_back(before: Any) -> None:
            library.keep(replace(library.shelf(), bases=before))

        self._keep(work, take_back, "Đã giữ căn cứ vào danh mục của cơ quan")

    def keep_block(self, block: LibraryBlock) -> None:
        library = self._context.services.get().library

        def work() -> Any:
            before = library.shelf().blocks
            library.keep_block(block)
            return before

        def take_back(before: Any) -> None:
            library.keep(replace(library.shelf(), blocks=before))

        self._keep(work, take_back, f"Đã giữ “{block.title}” vào kho đoạn văn")

    def ask_title(self, proposed: str) -> str:
        question = TextQuestion(
            "Giữ đoạn này vào kho", "Tên gọi của đoạn trong kho", "Giữ vào kho", value=proposed
        )
        return self._context.prompter.ask_text(question) or ""

    def _keep(self, work: Callable[[], Any], take_back: Callable[[Any], None], words: str) -> None:
        def done(before: Any) -> None:
            self._context.toast.say(words, lambda: self._run(lambda: take_back(before), self._taken_back))

        self._run(work, done)

    def _taken_back(self, _: object) -> None:
        self._context.toast.say("Đã hoàn tác: giữ vào danh mục")

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._context.tasks.run(work, done, self._failed, lane=Lane.DATABASE, owner=self)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._context.prompter.tell("Chưa giữ được vào danh mục", error.sentence, icon="warning")
        else:
            self._context.tasks.lost.emit(error)
