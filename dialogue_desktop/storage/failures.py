"""Driver errors turned into sentences that say what happened, what is safe and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from dialogue_desktop.errors import DamagedDatabase, StorageError

FULL = (
    "Ổ đĩa đã đầy nên chưa lưu được. Dữ liệu đã lưu trước đó vẫn còn nguyên. "
    "Hãy xóa bớt tệp không cần trên ổ đĩa rồi lưu lại."
)
LOCKED = (
    "Dữ liệu đang bị chương trình khác giữ nên chưa lưu được. Dữ liệu đã lưu trước đó vẫn còn nguyên. "
    "Hãy đóng chương trình kia, chờ vài giây rồi lưu lại."
)
READ_ONLY = (
    "Thư mục dữ liệu chỉ cho đọc nên chưa lưu được. Dữ liệu đã lưu trước đó vẫn còn nguyên. "
    "Hãy chọn thư mục khác hoặc mở quyền ghi cho thư mục này."
)
GONE = (
    "Không mở được tệp dữ liệu. Có thể ổ đĩa hoặc USB đã bị rút ra. "
    "Hãy cắm lại rồi mở lại chương trình; dữ liệu đã lưu không bị thay đổi."
)
DAMAGED = (
    "Tệp dữ liệu bị hỏng hoặc không phải dữ liệu của chương trình. Chương trình không sửa gì vào tệp này. "
    "Hãy khôi phục từ bản sao lưu gần nhất."
)
OTHER = (
    "Chưa ghi được dữ liệu vào ổ đĩa. Dữ liệu đã lưu trước đó vẫn còn nguyên. Hãy kiểm tra ổ đĩa rồi lưu lại."
)

_BY_CODE: tuple[tuple[int, str], ...] = (
    (sqlite3.SQLITE_FULL, FULL),
    (sqlite3.SQLITE_BUSY, LOCKED),
    (sqlite3.SQLITE_LOCKED, LOCKED),
    (sqlite3.SQLITE_READONLY, READ_ONLY),
    (sqlite3.SQLITE_PERM, READ_ONLY),
    (sqlite3.SQLITE_CANTOPEN, GONE),
    (sqlite3.SQLITE_IOERR, OTHER),
)


def as_user_error(error: sqlite3.Error) -> StorageError | None:
    """The sentence for an error of the surroundings; None when it is the program's own fault."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedDatabase(DAMAGED)
    for known, sentence in _BY_CODE:
        if primary == known:
            return StorageError(sentence)
    return None


@contextmanager
def translated() -> Iterator[None]:
    """Errors of sqlite3 and of SQLAlchemy around it leave as StorageError where a person can act."""
    try:
        yield
    except sqlite3.Error as error:
        known = as_user_error(error)
        if known is None:
            raise
        raise known from error
    except Exception as error:  # SQLAlchemy wraps the driver's error; its class is not imported here
        original = getattr(error, "orig", None)
        if isinstance(original, sqlite3.Error):
            known = as_user_error(original)
            if known is not None:
                raise known from error
        raise
