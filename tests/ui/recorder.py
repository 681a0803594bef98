"""A prompter for tests: answers prepared beforehand, every question kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dialogue_desktop.domain.trace import Trace
from ui.prompter import FileQuestion, Question, TextQuestion


class Recorder:
    """Give answers in the order in which they will be asked for; a question without one fails the test."""

    def __init__(self, *answers: Any) -> None:
        self._answers = list(answers)
        self.asked: list[Question | TextQuestion | FileQuestion] = []
        self.told: list[tuple[str, str]] = []
        self.histories: list[Trace] = []

    def expect(self, *answers: Any) -> None:
        self._answers.extend(answers)

    def _next(self, question: Question | TextQuestion | FileQuestion) -> Any:
        self.asked.append(question)
        assert self._answers, f"no answer prepared for: {question.title}"
        return self._answers.pop(0)

    def done(self) -> None:
        """At the end of a test: every prepared answer was asked for."""
        assert not self._answers, f"never asked for: {self._answers}"

    # --- the Prompter -------------------------------------------------------------------------

    def ask(self, question: Question) -> str:
        answer = self._next(question)
        known = {choice.id for choice in question.choices}
        assert answer in known, f"{answer!r} is no way out of {question.title!r}: {sorted(known)}"
        return str(answer)

    def ask_text(self, question: TextQuestion) -> str | None:
        answer = self._next(question)
        return None if answer is None else str(answer)

    def open_file(self, question: FileQuestion) -> Path | None:
        answer = self._next(question)
        return None if answer is None else Path(answer)

    def open_files(self, question: FileQuestion) -> tuple[Path, ...]:
        return tuple(Path(name) for name in self._next(question))

    def save_file(self, question: FileQuestion) -> Path | None:
        answer = self._next(question)
        return None if answer is None else Path(answer)

    def choose_folder(self, question: FileQuestion) -> Path | None:
        answer = self._next(question)
        return None if answer is None else Path(answer)

    def tell(self, title: str, text: str, *, icon: str = "info", detail: str = "") -> None:
        self.told.append((title, f"{text}\n{detail}" if detail else text))

    def show_history(self, trace: Trace) -> None:
        self.histories.append(trace)
