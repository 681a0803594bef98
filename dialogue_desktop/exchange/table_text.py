"""Texts of a table made fit to be kept: composed letters, no hidden characters, old fonts converted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dialogue_desktop.domain.text_vi import clean, repair_lookalikes
from dialogue_desktop.exchange.table_types import Flag, Row, Table
from dialogue_desktop.exchange.vietnamese_encodings import OldFont, converted, old_font

# Letters and signs of Latin-1 that Unicode Vietnamese does not use: old fonts are full of them.
_SUSPECT = re.compile("[¡¢£¤¥¦¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]")
_ENOUGH = 40  # suspicious cells that are looked at before the file is judged


@dataclass(slots=True)
class _Texts:
    """Each different text is cleaned once."""

    font: OldFont | None
    known: dict[str, tuple[str, Flag | None]] = field(default_factory=dict)

    def fit(self, text: str) -> tuple[str, Flag | None]:
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = self._fit(text)
        return found

    def _fit(self, text: str) -> tuple[str, Flag | None]:
        if text.isascii() and text.isprintable():
            return text.strip(), None
        recoded = False
        if self.font is not None and not text.isascii():
            font = old_font(text)
            if font is not None:
                text, recoded = converted(text, font), True
        cleaned = clean(repair_lookalikes(text.replace("\u00a0", " ")))
        flag = Flag.RECODED if recoded else Flag.CLEANED if cleaned.removed else None
        return cleaned.text.strip(), flag


def fit_texts(table: Table) -> Table:
    """The table with every text cleaned; what was done to a cell is flagged, unless it has a flag already."""
    font = _font_of(table)
    texts = _Texts(font)
    flags = dict(table.flags)
    rows: list[Row] = []
    known = texts.known
    for row in table.rows:
        cells = list(row.cells)
        for column, value in enumerate(cells):
            if type(value) is str:  # numbers and days are as they are
                fit = known.get(value) or texts.fit(value)
                cells[column] = fit[0]
                if fit[1] is not None:
                    flags.setdefault((row.number, column), fit[1])
        rows.append(Row(row.number, tuple(cells), row.hidden))
    notes = list(table.notes)
    if font is not None:
        where = f"Trang “{table.name}”" if table.name else "Tệp"
        notes.append(f"{where} có chữ gõ bằng {font.value}; đã được chuyển sang Unicode, hãy xem lại.")
    return Table(
        table.name,
        rows,
        table.merges,
        flags,
        table.letters,
        _Texts(font).fit(table.place)[0],
        table.hidden,
        table.own,
        notes,
    )


def _font_of(table: Table) -> OldFont | None:
    """The old font of a table: the one that most of its suspicious cells are typed in."""
    votes: list[OldFont] = []
    looked = 0
    for row in table.rows:
        for value in row.cells:
            if isinstance(value, str) and not value.isascii() and _SUSPECT.search(value):
                looked += 1
                font = old_font(value)
                if font is not None:
                    votes.append(font)
        if looked >= _ENOUGH and votes:
            break
    return max(OldFont, key=votes.count) if votes else None
