"""A dossier opened again from the window: every file against its list, told in one window (F5)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from dialogue_desktop.domain.dossier import SUMS_NAME, DossierCheck
from dialogue_desktop.errors import UserError
from ui.context import Context
from ui.page_runner import PageRunner
from ui.prompter import FileQuestion
from ui.tasks import Lane

_FAULT = "Chương trình gặp lỗi khi kiểm tra. Hồ sơ và dữ liệu không thay đổi. Hãy chọn lại."
_NAMED = 8  # names of one kind that the window lists


class DossierChecker(QObject):
    """Asks for the zip, or for the list inside a folder; nothing is unpacked or changed."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run = PageRunner(context.tasks, self, Lane.GENERAL)
        self._busy = False

    def ask(self) -> None:
        if self._busy:
            return
        filters = (("Hồ sơ: tệp nén, hoặc danh sách trong thư mục", f"*.zip {SUMS_NAME}"),)
        path = self._context.prompter.open_file(FileQuestion("Chọn hồ sơ cần kiểm tra", filters, Path.home()))
        if path is None:
            return
        dossier = self._context.services.get().dossier
        self._busy = True
        self._context.toast.say("Đang kiểm tra hồ sơ")
        self._run(lambda: dossier.look(path), self._looked, self._failed)

    def _looked(self, found: tuple[DossierCheck, str]) -> None:
        dossier = self._context.services.get().dossier
        self._run(lambda: dossier.recognised(*found), self._tell, self._failed, Lane.DATABASE)

    def _tell(self, found: DossierCheck) -> None:
        self._end()
        title = "Hồ sơ còn nguyên" if found.whole else "Hồ sơ không còn như khi lập"
        icon = "checkmark_circle" if found.whole else "warning"
        self._context.prompter.tell(title, " ".join(found.sentences(_NAMED)), icon=icon)

    def _failed(self, error: Exception) -> None:
        self._end()
        sentence = error.sentence if isinstance(error, UserError) else _FAULT
        self._context.prompter.tell("Chưa kiểm tra được hồ sơ", sentence, icon="error_circle")

    def _end(self) -> None:
        self._busy = False
        self._context.toast.dismiss()
