"""Which column is which in sheets whose heads were not recognised, one sheet after the other; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dialogue_desktop.domain.text_vi import one_line
from ui.list_import.screen import SheetRow, SheetView

if TYPE_CHECKING:
    from dialogue_desktop.exchange.list_types import UnreadSheet

#: A column that is not read.
LEFT_OUT = ""


class Offered(NamedTuple):
    """What a column may be: (id, words), the usual ones first. Without `needed` nothing can be read; without
    `wished`, where there is one, every row has to be looked at again. `row` is what one row is, in words."""

    items: tuple[tuple[str, str], ...]
    needed: str
    wished: str
    row: str


class Said(NamedTuple):
    """What a person said of one sheet: an id for each column, and the place of the first row of the list."""

    columns: tuple[str, ...]
    first: int


class ColumnDesk:
    """Holds what was said so far; `said` has it all by the name of the sheet once `next` gives False."""

    def __init__(
        self, sheets: Sequence[UnreadSheet], offered: Offered, file_words: str, others: bool
    ) -> None:
        """`file_words` stand in the place of the sheet's name; `others`: other sheets were read already."""
        self._others = others
        self._sheets, self._offered, self._file_words = tuple(sheets), offered, file_words
        self._words = dict(offered.items)
        self.said: dict[str, Said] = {}
        self._at = 0
        self._begin()

    def _begin(self) -> None:
        sheet = self._sheets[self._at]
        width = max(sheet.filled, default=-1) + 1
        guess = [one.value if one is not None else LEFT_OUT for one in sheet.guess]
        guess = [one if one in self._words else LEFT_OUT for one in guess]
        self._columns = [*guess, *[LEFT_OUT] * (width - len(guess))]
        self._filled = sheet.filled
        self._first = sheet.first

    def choose(self, place: int, column: str) -> None:
        self._columns[place] = column

    def begin_at(self, first: int) -> None:
        self._first = first

    @property
    def ready(self) -> bool:
        return self._offered.needed in self._columns and not self._double()

    def take(self) -> bool:
        """Keep what was said of this sheet; whether all sheets are through."""
        self.said[self._sheets[self._at].name] = Said(tuple(self._columns), self._first)
        return self._go_on()

    def skip(self) -> bool:
        """Leave this sheet unread; whether all sheets are through."""
        self.said.pop(self._sheets[self._at].name, None)
        return self._go_on()

    def _go_on(self) -> bool:
        if self._at + 1 == len(self._sheets):
            return True
        self._at += 1
        self._begin()
        return False

    # --- what is shown

    def view(self) -> SheetView:
        sheet, filled = self._sheets[self._at], self._filled
        rows = tuple(
            SheetRow(
                number,
                tuple(one_line(cells[place]) if place < len(cells) else "" for place in filled),
                at >= self._first,
            )
            for at, (number, cells) in enumerate(zip(sheet.numbers, sheet.rows, strict=True))
        )
        return SheetView(
            self._at,
            self._title(sheet.name),
            rows,
            tuple((place, self._columns[place]) for place in filled),
            (*self._offered.items, (LEFT_OUT, "Bỏ qua")),
            f"{self._offered.row} đầu tiên ở",
            tuple((place, f"dòng {row.number}") for place, row in enumerate(rows)),
            self._first,
            self._sentence(),
            self.ready,
            self._others or len(self._sheets) > 1,
        )

    def _title(self, name: str) -> str:
        count = f" ({self._at + 1} trên {len(self._sheets)})" if len(self._sheets) > 1 else ""
        where = self._file_words or (f"“{name}”" if name else "tệp này")
        return f"Không thấy dòng tên cột ở {where}{count}. Hãy chọn mỗi cột là gì."

    def _double(self) -> tuple[int, ...]:
        """Places of the first columns that are said to be the same."""
        for one in dict.fromkeys(self._columns):
            places = tuple(place for place, column in enumerate(self._columns) if column == one)
            if one != LEFT_OUT and len(places) > 1:
                return places
        return ()

    def _sentence(self) -> str:
        """What is missing, the gravest alone."""
        needed, wished = self._offered.needed, self._offered.wished
        if needed not in self._columns:
            return f"Chưa cột nào là “{self._words[needed]}” nên chưa đọc được."
        double = self._double()
        if double:
            which = " và ".join(f"cột {place + 1}" for place in double)
            return f"{which.capitalize()} cùng là “{self._words[self._columns[double[0]]]}”; hãy để một cột."
        if wished and wished not in self._columns:
            return f"Chưa cột nào là “{self._words[wished]}”; nếu đọc, mọi dòng sẽ phải xem lại."
        out = [str(place + 1) for place in self._filled if self._columns[place] == LEFT_OUT]
        over = [str(number) for number in self._sheets[self._at].numbers[: self._first]]
        unread = [f"dòng {', '.join(over)}"] if over else []
        unread += [f"chữ ở cột {', '.join(out)}"] if out else []
        return f"{' và '.join(unread)} sẽ không được đọc.".capitalize() if unread else ""
