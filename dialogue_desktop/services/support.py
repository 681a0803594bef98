"""One zip for the person who helps: log, versions, counts, what the check found; no citizen's data (G5).

Nothing is copied: every line is made here of numbers and known words, or let through by its known shape.
"""

from __future__ import annotations

import locale
import platform
import re
import shutil
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.support_words import check_line, log_lines
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.errors import BadInput, UserError
from dialogue_desktop.paths import DataPaths
from dialogue_desktop.services.maintenance import damage
from dialogue_desktop.storage.support_facts import DatabaseFacts, facts_of

MOST_LOGS = 30  # the newest days
_MOST_LOG_BYTES = 512 * 1024
_LOG_NAME = re.compile(r"loi-\d{8}\.txt", re.ASCII)
_LIBRARIES = (
    "PySide6-Essentials", "PySide6", "shiboken6", "SQLAlchemy", "alembic", "msgspec", "reportlab", "pypdf",
    "pypdfium2", "python-docx", "openpyxl", "lxml", "RapidFuzz", "platformdirs",
)  # fmt: skip
_NOT_WRITTEN = (
    "Chưa ghi được gói hỗ trợ vào “{name}”: nơi đó không cho ghi hoặc ổ đĩa đã đầy. Dữ liệu vẫn nguyên. "
    "Hãy chọn thư mục khác."
)
READ_ME = """\
GÓI HỖ TRỢ CỦA CHƯƠNG TRÌNH ĐỐI THOẠI VỚI NHÂN DÂN
Lập lúc {when}.

Gửi tệp này cho người hỗ trợ. Trong gói có:
- phien-ban.txt: bản của chương trình, của Windows hoặc Linux và của các thư viện;
- du-lieu.txt: cỡ tệp, số dòng từng loại, các bản sao lưu;
- kiem-tra.txt: kết quả kiểm tra dữ liệu;
- nhat-ky-loi: chỗ trong chương trình đã xảy ra lỗi, không kèm nội dung đang ghi.

Trong gói không có ý kiến, câu trả lời, họ tên, số điện thoại, địa chỉ, tên hội nghị, tên tệp, tên máy hoặc
tên người dùng. Có thể mở từng tệp bằng Notepad để xem lại trước khi gửi.
"""


@dataclass(frozen=True, slots=True)
class SupportZip:
    """What was written: where, how many files of the log, how many places the check found damaged."""

    path: Path
    logs: int
    damaged: int


def file_name(at: datetime) -> str:
    """ "ho-tro-20260424-0941.zip": no name of a commune in it."""
    return f"ho-tro-{on_wall(at):%Y%m%d-%H%M}.zip"


def write(
    paths: DataPaths, clock: Clock, target: Path, window: Mapping[str, str] | None = None
) -> SupportZip:
    """Write the zip at once or not at all. `window` are facts that only the window knows (Qt, screens).

    Works where the database cannot be opened: what cannot be read is said. BadInput: no place to write.
    """
    now = clock.now()
    found = damage(paths)
    logs = _logs(paths.log)
    files = {
        "doc-truoc.txt": READ_ME.format(when=f"{on_wall(now):%H:%M ngày %d/%m/%Y}"),
        "phien-ban.txt": _versions(window or {}),
        "du-lieu.txt": _data(paths),
        "kiem-tra.txt": _check(found),
        **{f"nhat-ky-loi/{name}": text for name, text in logs.items()},
    }
    part = target.with_name(target.name + ".part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as out:
            for name, text in files.items():
                # A byte order mark and CRLF: an old Notepad shows the letters and the lines.
                out.writestr(name, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise BadInput(_NOT_WRITTEN.format(name=target.name)) from error
    return SupportZip(target, len(logs), len(found))


def _versions(window: Mapping[str, str]) -> str:
    lines = [
        f"Chương trình: {_version('dialogue-desktop') or 'chạy từ mã nguồn'}",
        f"Đóng gói: {'có' if getattr(sys, 'frozen', False) else 'không'}",
        f"Hệ điều hành: {platform.platform()}",
        f"Bộ xử lý: {platform.machine()}",
        f"Python: {platform.python_version()} ({platform.python_implementation()})",
        f"Bảng mã: {sys.getfilesystemencoding()}, {locale.getpreferredencoding(do_setlocale=False)}",
        *(f"{name}: {value}" for name, value in window.items()),
        "",
        "Thư viện:",
        *(f"  {name} {version}" for name in _LIBRARIES if (version := _version(name))),
    ]
    return "\n".join(lines) + "\n"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _data(paths: DataPaths) -> str:
    lines: list[str] = []
    for words, path in (
        ("Tệp dữ liệu", paths.database),
        ("Phần chờ ghi (WAL)", paths.database.with_name(paths.database.name + "-wal")),
    ):
        lines.append(f"{words}: {_size(path)}")
    try:
        lines.append(f"Ổ đĩa còn trống: {shutil.disk_usage(paths.root).free // 2**20} MB")
    except OSError:
        lines.append("Ổ đĩa còn trống: không đọc được")
    lines.append(
        f"Thư mục dữ liệu nằm trên mạng: {'có' if str(paths.root).startswith(chr(92) * 2) else 'không'}"
    )
    for words, folder in (("Tệp văn bản, minh chứng", paths.documents), ("Câu chờ cứu", paths.rescue)):
        count, size = _held(folder)
        lines.append(f"{words}: {count} tệp, {size} byte")
    lines += ["", "Sao lưu:"]
    copies = sorted(paths.backups.glob("*.sqlite3"), reverse=True) if paths.backups.is_dir() else []
    for copy in copies[:60]:
        # The time by the file and not its name: whoever renamed a copy may have put a place into it.
        at = datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
        lines.append(f"  {at:%d/%m/%Y %H:%M}  {_size(copy)}")
    lines.append(f"  tất cả {len(copies)} bản")
    lines.append("")
    try:
        lines += _inside(facts_of(paths.database))
    except UserError as error:
        lines.append(f"Không đọc được tệp dữ liệu: {type(error).__name__}")
    return "\n".join(lines) + "\n"


def _inside(facts: DatabaseFacts) -> list[str]:
    return [
        f"Cấu trúc dữ liệu: số {facts.schema}",
        f"SQLite {facts.sqlite}, {facts.journal_mode}, {facts.pages} trang, trống {facts.free_pages} trang",
        "Số dòng:",
        *(f"  {name} {count}" for name, count in facts.counts),
        "Cài đặt:",
        *(f"  {key} {value}" for key, value in facts.settings),
        f"  và {facts.other_settings} cài đặt khác, không ghi vào đây",
    ]


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size} byte"
    except OSError:
        return "không có"


def _held(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return len(sizes), sum(sizes)


def _check(found: tuple[str, ...]) -> str:
    if not found:
        return "Dữ liệu còn nguyên.\n"
    return "\n".join((f"Có {len(found)} chỗ hỏng:", *map(check_line, found))) + "\n"


def _logs(folder: Path) -> dict[str, str]:
    """The newest days of the log by their names, each line of it in a shape that is known."""
    names = (
        [path for path in folder.glob("loi-*.txt") if _LOG_NAME.fullmatch(path.name)]
        if folder.is_dir()
        else []
    )
    logs: dict[str, str] = {}
    for path in sorted(names, key=lambda path: path.name, reverse=True)[:MOST_LOGS]:
        try:
            with path.open("rb") as file:
                text = file.read(_MOST_LOG_BYTES).decode("utf-8", errors="replace")
        except OSError:
            continue
        kept, left_out = log_lines(text.splitlines())
        note = (f"({left_out} dòng không đúng mẫu, không đưa vào gói)",) if left_out else ()
        logs[path.name] = "\n".join((*kept, *note)) + "\n"
    return logs
