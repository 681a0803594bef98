"""Putting a safety copy in the place of the data, and ending the program after it (G4)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dialogue_desktop.errors import UserError
from dialogue_desktop.services.maintenance import restore
from ui.context import Context

_END = "Chương trình đóng lại bây giờ; mở lại để làm tiếp."


def restore_and_end(context: Context, file: Path, end: Callable[[], object]) -> None:
    """Finish what waits to be written, close the database, restore, say what happened, then `end`.

    The services are gone after it in every case: what they know is of the data before.
    """
    services = context.services.get()
    context.tasks.shut_down()
    context.bridge.close()
    services.close()
    context.services.put(None)
    try:
        report = restore(services.paths, context.clock, file)
    except UserError as error:
        context.prompter.tell("Chưa khôi phục được", f"{error.sentence} {_END}", icon="error_circle")
    else:
        kept = f"Dữ liệu trước đó được giữ ở tệp {report.kept_aside.name}. " if report.kept_aside else ""
        files = f"Đã lấy lại {report.files} tệp văn bản, minh chứng. " if report.files else ""
        beyond = f"{report.beyond} " if report.beyond else ""
        said = f"{report.trouble} {beyond}{kept}{_END}" if report.trouble else f"{beyond}{kept}{files}{_END}"
        icon = "error_circle" if report.trouble else "checkmark_circle"
        context.prompter.tell("Đã khôi phục dữ liệu", said, icon=icon)
    end()
