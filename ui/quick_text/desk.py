"""Abbreviations and ready sentences in every editor of a page: one object that a page makes and asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desktop.domain.placeholders import values_of
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.quick_text import ReadyPlace, ReadyText, Shorthand, joined, laid
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.errors import UserError
from dialogue_desktop.events import LibraryChanged, PlanSaved
from dialogue_desktop.lists import OfficeLists
from ui.context import Context
from ui.quick_text.book import QuickBook, takes_the_place_of
from ui.quick_text.picker import ReadyPicker
from ui.quick_text.short_words import ShortWords
from ui.quick_text.shortener import Shortener
from ui.tasks import Lane
from ui.widgets.editor import Editor

_NO_WORDS = "Hãy bôi đen những chữ cần đặt chữ tắt (Shift và phím mũi tên) rồi bấm lại."
_TOO_LONG = 600

Places = Callable[[Editor], Sequence[ReadyPlace]]


class QuickTextDesk(QObject):
    """Watches the focus inside `host`: an editor that gets it expands the office's abbreviations. `say` tells
    the operator; `places` says which ready sentences an editor asks for first."""

    def __init__(self, host: QWidget, context: Context, say: Callable[[str], None], places: Places) -> None:
        super().__init__(host)
        self._host, self._context, self._say, self._places = host, context, say, places
        self.book = QuickBook()
        self._id = ""
        self.picker = ReadyPicker(context.look, host, lambda: self.book)
        self.shortener = Shortener(context.look, host, lambda: self.book)
        self.picker.picked.connect(self._insert)
        self.shortener.made.connect(self._keep)
        context.bridge.heard.connect(self._heard)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # --- what there is --------------------------------------------------------------------------------

    def take(self, conference_id: str) -> None:
        """The marks of the texts are filled in from the plan of this conference."""
        self._id, app = conference_id, self._context.services.get()
        self._context.tasks.run(
            lambda: (app.planning.plan(conference_id), app.library.lists()),
            self._read, self._unread, lane=Lane.DATABASE, owner=self,
        )  # fmt: skip

    def _read(self, found: tuple[Plan, OfficeLists]) -> None:
        plan, lists = found
        self.book = QuickBook.of(lists, values_of(plan, time_text=time_words(plan)))

    def _unread(self, error: Exception) -> None:
        """Writing goes on without them."""
        if not isinstance(error, UserError):
            raise error

    def _heard(self, event: object) -> None:
        mine = isinstance(event, PlanSaved) and event.conference_id == self._id
        if self._id and (mine or isinstance(event, LibraryChanged)):
            self.take(self._id)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, Editor) and new.helper is None and self._host.isAncestorOf(new):
            ShortWords(new, lambda: self.book.known)

    # --- verbs ----------------------------------------------------------------------------------------

    @property
    def editor(self) -> Editor | None:
        """The one that has the focus."""
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, Editor) and self._host.isAncestorOf(focused) else None

    def end_word(self) -> None:
        """The text is kept or left: an abbreviation at the cursor has ended too."""
        helper = self.editor.helper if self.editor is not None else None
        if isinstance(helper, ShortWords):
            helper.end_word()

    def pick(self) -> None:
        """Open the list of ready sentences, or close it."""
        editor, was_open = self.editor, self.picker.is_open
        self.picker.close_list()
        self.shortener.close_list()
        if editor is not None and not editor.isReadOnly() and not was_open:
            self.picker.offer(editor, self._places(editor))

    def shorten(self) -> None:
        """Ask for an abbreviation of the marked words."""
        editor, was_open = self.editor, self.shortener.is_open
        self.picker.close_list()
        self.shortener.close_list()
        if editor is None or was_open:
            return
        text = editor.textCursor().selectedText().replace("\u2029", "\n").strip()
        if not text or len(text) > _TOO_LONG:
            self._say(_NO_WORDS if not text else "Đoạn chọn quá dài để đặt chữ tắt. Hãy chọn ngắn hơn.")
            return
        self.shortener.ask(editor, text)

    def _insert(self, one: ReadyText) -> None:
        editor = self.editor
        if editor is None:
            return
        cursor = editor.textCursor()
        text = editor.toPlainText()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        made = joined(_units(text, 0, start), laid(one.text), _units(text, end, end + 1))
        cursor.beginEditBlock()  # one step that Ctrl+Z takes back, and what is typed next is another
        cursor.insertText(f"{made.text} ")
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        if made.cursor is not None:
            cursor.setPosition(start + made.cursor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()

    def _keep(self, short: str, text: str, sure: bool) -> None:
        """In use at once; the disk follows."""
        editor = self.editor
        if editor is not None:
            cursor = editor.textCursor()  # behind the words: the next letter must not replace them
            cursor.setPosition(cursor.selectionEnd())
            editor.setTextCursor(cursor)
        self.book = self.book.having(Shorthand(f"moi-{short}", short, text, sure))
        library = self._context.services.get().library
        self._context.tasks.run(
            lambda: library.keep_shorthand(short, text, sure=sure),
            lambda _: self._say(f"Đã đặt chữ tắt: {takes_the_place_of(short)}."),
            self._not_kept,
            lane=Lane.DATABASE,
            owner=self,
        )

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(f"Chữ tắt dùng được đến khi đóng trang, chưa ghi được vào danh mục. {error.sentence}")


def _units(text: str, start: int, end: int) -> str:
    """Part of a text by the places of Qt, which counts some letters twice."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore")
