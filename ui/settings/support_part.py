"""The support zip from the window: asks where, writes it off the main thread, says what is in it (G5)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from dialogue_desktop.errors import UserError
from dialogue_desktop.services import support
from ui.context import Context
from ui.page_runner import PageRunner
from ui.prompter import FileQuestion
from ui.tasks import Lane

_FAULT = "Chương trình gặp lỗi khi lập gói hỗ trợ. Dữ liệu không thay đổi. Hãy lập lại."


def window_facts(scale: float, theme: str) -> dict[str, str]:
    """What only the window knows: Qt, its platform, the screens; no name of a machine or a user."""
    screens = [
        f"{screen.size().width()}×{screen.size().height()} ({screen.devicePixelRatio():g})"
        for screen in QGuiApplication.screens()
    ]
    return {
        "Qt": f"{qVersion()} ({'gỡ lỗi' if QLibraryInfo.isDebugBuild() else 'phát hành'})",
        "Nền của Qt": QGuiApplication.platformName(),
        "Hệ thống theo Qt": QSysInfo.prettyProductName(),
        "Màn hình": ", ".join(screens),
        "Cỡ chữ": f"{round(scale * 100)} %",
        "Nền màn hình": theme,
    }


class SupportMaker(QObject):
    """One at a time; the data is only read."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run = PageRunner(context.tasks, self, Lane.DATABASE)
        self._busy = False

    def ask(self) -> None:
        if self._busy or not self._context.services.ready:
            return
        services, clock = self._context.services.get(), self._context.clock
        start = Path.home() / support.file_name(clock.now())
        target = self._context.prompter.save_file(
            FileQuestion("Lưu gói hỗ trợ", (("Tệp nén", "*.zip"),), start=start, suffix="zip", accept="Lưu")
        )
        if target is None:
            return
        self._busy = True
        self._context.toast.say("Đang lập gói hỗ trợ")
        look = self._context.look
        facts = window_facts(look.scale, look.theme.name)
        self._run(lambda: support.write(services.paths, clock, target, facts), self._written, self._failed)

    def _written(self, made: support.SupportZip) -> None:
        self._end()
        checked = f"có {made.damaged} chỗ hỏng" if made.damaged else "dữ liệu còn nguyên"
        self._context.prompter.tell(
            "Đã lập gói hỗ trợ",
            f"Gói ở {made.path}. Trong gói có bản của chương trình, số dòng dữ liệu, nhật ký lỗi "
            f"{made.logs} ngày và kết quả kiểm tra ({checked}). "
            "Không có ý kiến, họ tên, số điện thoại, địa chỉ nào.",
            icon="checkmark_circle",
        )

    def _failed(self, error: Exception) -> None:
        self._end()
        sentence = error.sentence if isinstance(error, UserError) else _FAULT
        self._context.prompter.tell("Chưa lập được gói hỗ trợ", sentence, icon="error_circle")

    def _end(self) -> None:
        self._busy = False
        self._context.toast.dismiss()
