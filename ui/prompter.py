"""The only opener of dialogs: questions, messages, files to open and to save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from ui.look import Look

if TYPE_CHECKING:
    from dialogue_desktop.domain.trace import Trace
    from ui.widgets.button import Kind


class Choice(NamedTuple):
    """One way out of a question: `words` name the act ("Xóa bản nháp", "Giữ lại")."""

    id: str
    words: str
    kind: str = "default"  # "primary", "default" or "danger"


class Question(NamedTuple):
    """`title` asks in a few words, `text` says what happens; `safe` is what Esc and the cross mean."""

    title: str
    text: str
    choices: tuple[Choice, ...]
    safe: str = ""  # id of a choice; the last one where it is empty
    icon: str = "question_circle"

    @property
    def way_out(self) -> str:
        return self.safe or self.choices[-1].id


class TextQuestion(NamedTuple):
    """Asks for words, such as the reason of a refusal. `required`: may not be left empty."""

    title: str
    label: str
    accept: str
    text: str = ""
    value: str = ""
    required: bool = True
    many_lines: bool = False
    dismiss: str = "Quay lại"


class FileQuestion(NamedTuple):
    """`filters` as (words, patterns): (("Tệp Excel", "*.xlsx"),); `start` a folder or a proposed file."""

    title: str
    filters: tuple[tuple[str, str], ...] = ()
    start: Path | None = None
    suffix: str = ""
    accept: str = ""

    def filter_text(self) -> str:
        return ";;".join(f"{words} ({patterns})" for words, patterns in self.filters)


class Prompter(Protocol):
    """What pages ask through; tests give a recorder with answers prepared."""

    def ask(self, question: Question) -> str:
        """The id of the chosen way; `question.way_out` when it was closed."""
        ...

    def ask_text(self, question: TextQuestion) -> str | None:
        """The words (cleaned), or None when it was closed."""
        ...

    def open_file(self, question: FileQuestion) -> Path | None: ...
    def open_files(self, question: FileQuestion) -> tuple[Path, ...]: ...
    def save_file(self, question: FileQuestion) -> Path | None: ...
    def choose_folder(self, question: FileQuestion) -> Path | None: ...

    def tell(self, title: str, text: str, *, icon: str = "info", detail: str = "") -> None:
        """A fact that must be read; for anything that can stand on the page use a banner."""
        ...

    def show_history(self, trace: Trace) -> None:
        """What was done to one record."""
        ...


class WindowPrompter:
    """Real dialogs over a window, their buttons in the office's words."""

    def __init__(self, look: Look, window: QWidget) -> None:
        self._look, self._window = look, window

    def _parent(self) -> QWidget:
        from PySide6.QtWidgets import QApplication

        active = QApplication.activeModalWidget() or QApplication.activeWindow()
        # A dialog just closed may still be the active window, and takes its children with it.
        return active if active is not None and active.isVisible() else self._window

    def ask(self, question: Question) -> str:
        from ui.widgets.dialog import QuestionDialog

        dialog = QuestionDialog(self._look, question, self._parent())
        try:
            dialog.exec()
            return dialog.answer
        finally:
            dialog.deleteLater()

    def ask_text(self, question: TextQuestion) -> str | None:
        from ui.widgets.dialog import TextDialog

        dialog = TextDialog(self._look, question, self._parent())
        try:
            dialog.exec()
            return dialog.answer
        finally:
            dialog.deleteLater()

    def tell(self, title: str, text: str, *, icon: str = "info", detail: str = "") -> None:
        from ui.widgets.dialog import QuestionDialog

        words = f"{text}\n{detail}" if detail else text
        question = Question(title, words, (Choice("close", "Đóng", "primary"),), icon=icon)
        dialog = QuestionDialog(self._look, question, self._parent())
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()

    def show_history(self, trace: Trace) -> None:
        from ui.widgets.history_dialog import HistoryDialog

        dialog = HistoryDialog(self._look, trace, self._parent())
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()

    def open_file(self, question: FileQuestion) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._parent(), question.title, _start(question), question.filter_text()
        )
        return Path(name) if name else None

    def open_files(self, question: FileQuestion) -> tuple[Path, ...]:
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self._parent(), question.title, _start(question), question.filter_text()
        )
        return tuple(Path(name) for name in names)

    def save_file(self, question: FileQuestion) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        # An object and not the static call: only this way is the suffix there before Qt asks whether an
        # existing file may be replaced.
        dialog = QFileDialog(self._parent(), question.title, "", question.filter_text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(question.suffix.lstrip("."))
        if question.accept:
            dialog.setLabelText(QFileDialog.DialogLabel.Accept, question.accept)
        if question.start is not None:
            folder = question.start if question.start.is_dir() else question.start.parent
            dialog.setDirectory(str(folder))
            if not question.start.is_dir():
                dialog.selectFile(question.start.name)
        try:
            chosen = dialog.selectedFiles() if dialog.exec() else []
        finally:
            dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def choose_folder(self, question: FileQuestion) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._parent(), question.title, _start(question))
        return Path(name) if name else None


def _start(question: FileQuestion) -> str:
    return str(question.start) if question.start is not None else ""


def kind_of(choice: Choice) -> Kind:
    """The button's kind of a choice."""
    from ui.widgets.button import Kind

    return Kind(choice.kind)
