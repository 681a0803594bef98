"""The pages around the opinions of one conference, and where their buttons lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.main_window import PageFactory

if TYPE_CHECKING:
    from ui.desk import Desk


class OpinionPages:
    """Builds them for the window; modules of a page are imported when it is first opened."""

    def __init__(
        self, desk: Desk, context: Callable[[], Context], open_paper: Callable[[str, str], None]
    ) -> None:
        """`open_paper` leads to a paper of a conference, by its name."""
        self._desk, self._context, self._open_paper = desk, context, open_paper

    def table(self) -> dict[str, PageFactory]:
        return {
            "opinions": self._build_opinions,
            "opinion_import": self._build_opinion_import,
            "sorting": self._build_sorting,
            "answers": self._build_answers,
            "answer_import": self._build_answer_import,
        }

    def _build_opinions(self, conference_id: str) -> QWidget:
        from ui.pages.opinions import OpinionsPage

        page = OpinionsPage(self._context(), conference_id)
        page.import_wanted.connect(lambda cid: self._desk.go("opinion_import", cid))
        page.sorting_wanted.connect(lambda cid: self._desk.go("sorting", cid))
        page.units_wanted.connect(lambda cid: self._desk.go("answers", cid))
        page.paper_wanted.connect(self._open_paper)
        return page

    def _build_opinion_import(self, conference_id: str) -> QWidget:
        from ui.pages.opinion_import import OpinionImportPage

        page = OpinionImportPage(self._context(), conference_id)
        page.left.connect(lambda cid: self._desk.go("opinions", cid))
        page.done.connect(lambda cid, words: self._imported("opinions", cid, words))
        return page

    def _build_sorting(self, conference_id: str) -> QWidget:
        from ui.pages.sorting import SortingPage

        page = SortingPage(self._context(), conference_id)
        page.left.connect(lambda cid: self._desk.go("opinions", cid))
        return page

    def _build_answers(self, conference_id: str) -> QWidget:
        from ui.pages.answers import AnswersPage

        page = AnswersPage(self._context(), conference_id)
        page.import_wanted.connect(lambda cid: self._desk.go("answer_import", cid))
        page.left.connect(lambda cid: self._desk.go("opinions", cid))
        page.give_wanted.connect(self._give)
        return page

    def _give(self, conference_id: str, opinion_id: str) -> None:
        """To the list of opinions, where they are given away, with this one in the pane for it."""
        from ui.pages.opinions import OpinionsPage

        page = self._desk.window.go("opinions", conference_id)
        if isinstance(page, OpinionsPage):
            page.choose(opinion_id, give=True)

    def _build_answer_import(self, conference_id: str) -> QWidget:
        from ui.pages.answer_import import AnswerImportPage

        page = AnswerImportPage(self._context(), conference_id)
        page.left.connect(lambda cid: self._desk.go("answers", cid))
        page.done.connect(lambda cid, words: self._imported("answers", cid, words))
        return page

    def _imported(self, page_id: str, conference_id: str, words: str) -> None:
        """Back to the page that the list was read for, which says what was kept and can take it back."""
        page = self._desk.window.go(page_id, conference_id)
        say = getattr(page, "imported", None)
        if say is not None:
            say(words)
