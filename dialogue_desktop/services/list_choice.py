"""Which rows of a list that was read are kept, and which go back to be mended; files are written whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dialogue_desktop.errors import BadInput

if TYPE_CHECKING:
    from dialogue_desktop.exchange.list_types import ListReport, ListRow

RowT = TypeVar("RowT", bound="ListRow")

NO_BAD_ROWS = "Không có dòng nào phải sửa nên không lập tệp."
#: Numbers of rows that one sentence names.
_MOST_NAMED = 10


def chosen(
    report: ListReport[RowT],
    keys: Collection[int] | None,
    *,
    nothing: str,
    not_savable: str,
    most: int = _MOST_NAMED,
) -> list[RowT]:
    """The rows with these keys (`report.ready` without any). BadInput with `nothing` where there is none,
    with `not_savable` and up to `most` numbers of rows where some cannot be kept."""
    wanted = set(report.ready if keys is None else keys)
    rows = [row for row in report.rows if row.key in wanted]
    if not rows:
        raise BadInput(nothing)
    wrong = [str(row.number) for row in rows if not row.savable]
    if wrong:
        raise BadInput(not_savable.format(rows=", ".join(wrong[:most]) + ("…" if len(wrong) > most else "")))
    return rows


def to_mend(report: ListReport[RowT], keys: Collection[int] | None) -> Sequence[RowT]:
    """The rows with these keys, without any those that cannot be kept. BadInput when there are none."""
    rows = report.bad if keys is None else [row for row in report.rows if row.key in keys]
    if not rows:
        raise BadInput(NO_BAD_ROWS)
    return rows


def write(path: Path, data: bytes) -> None:
    """BadInput where the place cannot be written."""
    from dialogue_desktop.exchange.file_out import write_whole

    write_whole(path, data)
