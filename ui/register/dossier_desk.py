"""The dossier of a conference from the foot of the register: a folder or a zip, written away from the screen
(F5)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from ui.context import Context
from ui.page_runner import PageRunner
from ui.prompter import Choice, FileQuestion, Question
from ui.register.presenter import RegisterPresenter
from ui.tasks import Lane

_FORMS = (
    Choice("zip", "Một tệp nén", "primary"),
    Choice("folder", "Một thư mục"),
    Choice("no", "Quay lại"),
)
NOT_MADE = "Chưa lập được hồ sơ."


class DossierDesk(QObject):
    """Asks in which form, with or without telephones, and where."""

    def __init__(self, context: Context, presenter: RegisterPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._presenter = context, presenter
        self._runner = PageRunner(context.tasks, self)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None], lane: Lane) -> None:
        self._runner(work, done, lambda error: self._presenter.failed(NOT_MADE, error), lane)

    def make(self) -> None:
        """Of the conference in hand."""
        cid, dossier = self._presenter.conference_id, self._context.services.get().dossier
        if not cid:
            return

        def read() -> tuple[Any, str]:
            return dossier.read(cid), dossier.file_name(cid)

        self._presenter.set_busy("Đang đọc hồ sơ")
        self._run(read, lambda found: self._ask(*found), Lane.DATABASE)

    def _ask(self, source: Any, name: str) -> None:
        self._presenter.set_busy("")
        prompter = self._context.prompter
        form = prompter.ask(
            Question(
                "Đóng gói hồ sơ hội nghị",
                "Hồ sơ gồm mục lục, các văn bản đã phát hành, minh chứng, sổ tổng hợp và bản chụp dữ liệu.",
                _FORMS,
                "no",
                "archive",
            )
        )  # fmt: skip
        if form == "no":
            return
        contacts = False
        if source.contacts:
            answer = prompter.ask(
                Question(
                    "Số điện thoại, địa chỉ nhà",
                    f"Dữ liệu có cách liên lạc của {source.contacts} người. Hồ sơ cho nhiều người thì bỏ ra.",
                    (Choice("without", "Bỏ ra", "primary"), Choice("with", "Giữ trong hồ sơ")),
                    "without",
                )
            )
            contacts = answer == "with"
        target = self._where(form, name)
        if target is not None:
            self._write(source, target, as_zip=form == "zip", contacts=contacts)

    def _where(self, form: str, name: str) -> Path | None:
        prompter, start = self._context.prompter, Path.home()
        if form == "zip":
            question = FileQuestion(
                "Lưu hồ sơ", (("Tệp nén", "*.zip"),), start=start / f"{name}.zip", suffix="zip"
            )
            return prompter.save_file(question)
        folder = prompter.choose_folder(
            FileQuestion("Chọn nơi đặt thư mục hồ sơ", start=start, accept="Đặt ở đây")
        )
        return folder / name if folder is not None else None

    def _write(self, source: Any, target: Path, *, as_zip: bool, contacts: bool) -> None:
        dossier = self._context.services.get().dossier
        self._presenter.set_busy("Đang đóng gói hồ sơ")

        def done(written: Any) -> None:
            self._run(lambda: dossier.remember(source, written), lambda _done: None, Lane.DATABASE)
            self._presenter.set_busy("")
            self._context.toast.say(f"Đã đóng gói hồ sơ: {written.files} tệp, {target.name}")
            if written.notes:
                self._context.prompter.tell("Hồ sơ chưa đủ tệp", " ".join(written.notes), icon="warning")

        work = lambda: dossier.write(source, target, as_zip=as_zip, contacts=contacts)  # noqa: E731
        self._run(work, done, Lane.PRESS)
