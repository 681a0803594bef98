"""How a row of a list is shown: in the words of the plan, and its fields where they can be seen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QScrollArea, QWidget

from dialogue_desktop.domain.placeholders import resolved
from ui.widgets.rows import Cell, Row


def reveal(widget: QWidget, room: int) -> None:
    """Scroll what is around it until it is seen; only Tab does that by itself."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget, 0, room)


def worded_row(row_id: str, cells: tuple[Cell, ...], values: Mapping[str, str]) -> Row:
    """No row shows a {placeholder}: it stands in the words that it will be printed in."""

    def worded(cell: Cell) -> Cell:
        if "{" not in cell.text and "{" not in cell.second:
            return cell
        return cell._replace(text=resolved(cell.text, values), second=resolved(cell.second, values))

    return Row(row_id, tuple(worded(cell) for cell in cells))
