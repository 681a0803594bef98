"""The boxes one writes in: from keys to the presenter, from the presenter into the boxes, and the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from dialogue_desktop.domain.live import LiveDraft
from ui.live.page_frame import PageFrame
from ui.live.session.answer_opening import opening
from ui.live.session.presenter import LivePresenter
from ui.widgets.field import Field


class PageBoxes(QObject):
    """Knows each box by its name in the draft. `last` is the editor that is open at 200 %, `back_to` where
    Enter of the quick line and Esc of a drawer go back to."""

    def __init__(
        self,
        page: QWidget,
        frame: PageFrame,
        live: Callable[[], LivePresenter | None],
        people: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(page)
        self._frame, self._live, self._people = frame, live, people
        self._work, self._queue = frame.work, frame.queue
        self._filling = False
        self.last = self.back_to = self._reached = "opinion"
        opinion, answer, outcomes = self._work.opinion, self._work.answer, self._work.outcomes
        self.named: dict[str, QWidget] = {
            "opinion": opinion.editor,
            "answer": answer.editor,
            "quick_add": self._queue.quick,
            "field": opinion.field,
            "kind": opinion.kind,
            "answerer": answer.answerer,
            "reason": outcomes.reason,
            "body": outcomes.body,
            "unit": outcomes.unit,
            "day": outcomes.day,
        }
        opinion.editor.settled.connect(self._typed_spoken)
        opinion.editor.cursorPositionChanged.connect(self._moved_in_opinion)
        answer.editor.settled.connect(self._typed_answer)
        answer.editor.cursorPositionChanged.connect(self._moved_in_answer)
        self._queue.quick.settled.connect(self._typed_quick)
        for box in self.named.values():
            if isinstance(box, Field) and box is not self._queue.quick:
                box.settled.connect(lambda text, box=box: self._typed_small(box, text))
        opinion.unfolded.connect(lambda: self.focus("opinion"))
        answer.unfolded.connect(lambda: self.focus("answer"))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # --- from the keys -------------------------------------------------------------------------------

    def _typed_spoken(self, text: str) -> None:
        live = self._live()
        if not self._filling and live is not None:
            live.type_spoken(text, self._work.opinion.editor.textCursor().position())
            self._work.opinion.fold_words(text)

    def _typed_answer(self, text: str) -> None:
        live = self._live()
        if not self._filling and live is not None:
            words, letters = opening(text, self._people())
            if words and not words.lower().startswith(f"{live.desk.round.answerer},".lower()):
                # The name goes where names belong; Ctrl+Z puts it back into the text, where it then stays.
                live.set_answerer(words)
                self._work.answer.editor.drop_beginning(letters)
                return
            live.type_answer(text, self._work.answer.editor.textCursor().position())
            self._work.answer.fold_words(text)

    def _typed_quick(self, text: str) -> None:
        live = self._live()
        if not self._filling and live is not None:
            live.type_quick(text)

    def _typed_small(self, box: Field, text: str) -> None:
        live = self._live()
        if not self._filling and live is not None and box.hasFocus() and box.isModified():
            live.type_small(text)

    def _moved_in_opinion(self) -> None:
        self._moved("opinion", self._work.opinion.editor)

    def _moved_in_answer(self) -> None:
        self._moved("answer", self._work.answer.editor)

    def _moved(self, name: str, editor: QTextEdit) -> None:
        live = self._live()
        if not self._filling and live is not None and editor.hasFocus():
            live.place(name, editor.textCursor().position())

    # --- into the boxes ------------------------------------------------------------------------------

    def fill(self, live: LivePresenter) -> None:
        """Other words: another item, or another round."""
        desk = live.desk
        self._filling = True
        for editor, text in (
            (self._work.opinion.editor, desk.spoken),
            (self._work.answer.editor, desk.round.text),
        ):
            editor.set_value(text)
            cursor = editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            editor.setTextCursor(cursor)
            if not editor.hasFocus():
                editor.verticalScrollBar().setValue(0)  # from its beginning, for who only looks
        self._filling = False
        self._work.opinion.fold_words(desk.spoken)
        self._work.answer.fold_words(desk.round.text)

    def show_quick(self, line: str) -> None:
        self._filling = True
        self._queue.quick.set_value(line)
        self._filling = False

    def restore(self, draft: LiveDraft) -> None:
        """After a start: the same box, the same place in it."""
        self.show_quick(draft.quick_add)
        self.focus(draft.focus if draft.focus in self.named else "opinion")
        box = self.named.get(draft.focus)
        if isinstance(box, QTextEdit):
            cursor = box.textCursor()
            cursor.setPosition(min(draft.cursor, max(0, box.document().characterCount() - 1)))
            box.setTextCursor(cursor)
        elif isinstance(box, Field) and draft.small and draft.focus != "quick_add":
            box.setText(draft.small)
            box.setModified(True)  # it still has to be taken over

    # --- the focus -----------------------------------------------------------------------------------

    def focus(self, name: str) -> None:
        """Put the cursor into a box, opening it where it is closed."""
        if name in ("opinion", "answer"):
            self.last = name
            self._work.set_open(name)
        elif name in ("field", "kind"):
            self._work.set_open("opinion")
        elif name == "answerer":
            self._work.set_open("answer")
        elif name == "quick_add":
            self._frame.open_queue()
        box = self.named[name]
        if not box.isHidden():
            # Not as a shortcut's focus: that would mark a whole line, and the next letter would replace it.
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_again(self) -> None:
        """Where one was when the page was left."""
        self.focus(self._reached)

    def go_back(self) -> None:
        """From a drawer: to the box one came from."""
        self.focus(self.back_to if self.back_to != "quick_add" else self.last)

    def where(self) -> str:
        """The name of the box that has the focus; empty when none has."""
        focused = QApplication.focusWidget()
        return next((name for name, box in self.named.items() if box is focused), "")

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Which box the next key belongs to is part of the draft, also when it was reached by mouse."""
        name, live = next((name for name, box in self.named.items() if box is new), ""), self._live()
        if not name or live is None:
            return
        self._reached = name
        if name in ("opinion", "answer"):
            self.last = name
        live.place(name, new.textCursor().position() if isinstance(new, QTextEdit) else 0)
