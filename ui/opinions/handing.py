"""Opinions given to who prepares the answers: one unit for several, or each field to its own (C7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.date_words import days_left, weekday_date, weekday_dm_long
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.domain.words_vi import thousands
from ui.acts import Acts
from ui.form_desk import sentence_of
from ui.opinions.assign_words import (
    AssignView,
    SpreadRow,
    SpreadView,
    common,
    common_day,
    few_numbers,
    joined,
    load_rows,
    nobodys,
    ordered,
    read_due,
    usual_unit,
)
from ui.opinions.collected import AssignOffer, Collected
from ui.opinions.matching import NO_FIELD
from ui.opinions.words import capital, short_unit, whom
from ui.runner import Runner

NOTHING_LEFT = "Không còn ý kiến nào chưa giao: ý kiến nào cũng đã có đơn vị hoặc câu trả lời"


class Handing:
    """The pane of giving away: `mode` is "" while it is closed, "some" for chosen opinions, "fields" for all
    that nobody has yet."""

    def __init__(
        self,
        core: Collected,
        run: Runner,
        acts: Acts,
        today: Callable[[], date],
        show: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._core, self._run, self._acts, self._today, self._show = core, run, acts, today, show
        self._failed_before = failed
        self.mode = ""
        self._offer: AssignOffer | None = None
        self._all: tuple[Opinion, ...] = ()
        self._chosen: tuple[Opinion, ...] = ()
        self._along: tuple[Opinion, ...] = ()
        self._unit = self._official = self._due = ""
        self._filled: tuple[str, str, str] = ("", "", "")
        self._proposed = self._trouble = ""
        self._rows: tuple[SpreadRow, ...] = ()
        self.fresh = 0  # counts the openings: the window fills its fields anew

    # --- opening --------------------------------------------------------------------------------------

    def begin(self, chosen: Sequence[Opinion], opinions: Sequence[Opinion]) -> None:
        """The pane for these; opinions that share an answer with one of them go along."""
        if chosen:
            self._read(lambda offer: self._begin(tuple(chosen), tuple(opinions), offer))

    def begin_fields(self, opinions: Sequence[Opinion]) -> None:
        """All that nobody has yet, by field."""
        self._read(lambda offer: self._begin_fields(tuple(opinions), offer))

    def _read(self, done: Callable[[AssignOffer], None]) -> None:
        self._run(self._core.assign_offer, done, self._failed_before)

    def _begin(self, chosen: tuple[Opinion, ...], opinions: tuple[Opinion, ...], offer: AssignOffer) -> None:
        ids = {one.id for one in chosen}
        groups = {one.group_id for one in chosen if one.group_id}
        self._all, self._chosen, self._offer = opinions, chosen, offer
        self._along = tuple(one for one in opinions if one.group_id in groups and one.id not in ids)
        whole = (*chosen, *self._along)
        self._unit = common(one.unit for one in whole)
        self._official = common(one.prepared_by for one in whole)
        if not self._unit and fold(self._official) in map(fold, offer.units):
            # The form has one line for unit and official: a unit that stands there is proposed as one.
            self._unit, self._official = self._official, ""
        self._proposed = ""
        if not self._unit and not any(one.unit for one in whole):
            self._proposed = self._unit = usual_unit(whole, offer)
        day = common_day(whole) or offer.due.day
        self._due = capital(weekday_date(day)) if day else ""
        self._filled = (self._unit, self._official, self._due)
        self._open("some")

    def _begin_fields(self, opinions: tuple[Opinion, ...], offer: AssignOffer) -> None:
        self._all, self._offer = opinions, offer
        by_field: dict[str, list[Opinion]] = {}
        for one in nobodys(opinions):
            by_field.setdefault(one.field, []).append(one)
        order = sorted(by_field, key=lambda name: (not name, -len(by_field[name]), fold(name)))
        self._rows = tuple(
            SpreadRow(
                name or NO_FIELD, len(by_field[name]), few_numbers(by_field[name]),
                offer.usual.get(name, ""), name in offer.usual, name in offer.usual,
            )
            for name in order
        )  # fmt: skip
        if self._rows:
            self._open("fields")
        else:
            self._acts.tell(NOTHING_LEFT)

    def _open(self, mode: str) -> None:
        self.mode, self._trouble = mode, ""
        self.fresh += 1
        self._show()

    def close(self) -> None:
        if self.mode:
            self.mode = ""
            self._show()

    # --- what is filled in ----------------------------------------------------------------------------

    def typed(self, unit: str, official: str, due: str) -> None:
        self._unit, self._official, self._due = unit, official, due
        self._show()

    def fill_row(self, field: str, unit: str, on: bool) -> None:
        """A line of the table by fields; a unit typed into a line that was off turns it on."""
        self._rows = tuple(
            replace(row, unit=unit, on=on or (bool(unit.strip()) and unit != row.unit))
            if row.field == field
            else row
            for row in self._rows
        )
        self._show()

    # --- acts -----------------------------------------------------------------------------------------

    def give(self) -> bool:
        """One act; False where something must be put right first."""
        if self.mode == "fields":
            return self._give_fields()
        try:
            due = self._read_due()
        except ValueError as wrong:
            self._trouble = str(wrong)
            self._show()
            return False
        unit, official = one_line(self._unit), one_line(self._official)
        if not unit and not official and not (self._filled[0] or self._filled[1]):
            self._trouble = "Chưa ghi đơn vị hoặc người nhận. Các ý kiến vẫn giữ nguyên."
            self._show()
            return False
        if not unit and not official:
            self.take_these_back()
            return True
        # What was empty for the several and stays so is left as each has it; what was cleared is taken away.
        unit_now = unit if unit or self._filled[0] else None
        official_now = official if official or self._filled[1] else None
        ids, whole = tuple(one.id for one in self._chosen), (*self._chosen, *self._along)
        whose = unit or official

        def done(_: object) -> None:
            self.mode = ""
            self._acts.acted(f"Đã giao {whom(ordered(whole))} cho {whose}")

        self._run(lambda: self._core.assign(ids, unit_now, official_now, due), done, self._failed)
        return True

    def _give_fields(self) -> bool:
        units = self._units_by_opinion()
        if not units:
            self._trouble = "Chưa có dòng nào vừa được chọn vừa có đơn vị nhận. Các ý kiến vẫn giữ nguyên."
            self._show()
            return False
        names = tuple(dict.fromkeys(units.values()))
        whose = names[0] if len(names) == 1 else f"{len(names)} đơn vị"

        def done(_: object) -> None:
            self.mode = ""
            self._acts.acted(f"Đã giao {thousands(len(units))} ý kiến cho {whose}, theo lĩnh vực")

        self._run(lambda: self._core.assign_by_unit(units, None), done, self._failed)
        return True

    def _units_by_opinion(self) -> dict[str, str]:
        units = {row.field: one_line(row.unit) for row in self._rows if row.on and row.unit.strip()}
        return {
            one.id: units[one.field or NO_FIELD]
            for one in nobodys(self._all)
            if (one.field or NO_FIELD) in units
        }

    def take_back(self, chosen: Sequence[Opinion]) -> None:
        """Nobody has them any more; in one act."""
        given = tuple(one for one in chosen if answering_unit(one) or one.draft_due)
        if not given:
            self._acts.tell("Những ý kiến này chưa giao cho ai")
            return
        ids = tuple(one.id for one in given)

        def done(_: object) -> None:
            self.mode = ""
            self._acts.acted(f"Đã thu lại việc giao {whom(given)}")

        self._run(lambda: self._core.take_back(ids), done, self._failed_before)

    def take_these_back(self) -> None:
        self.take_back((*self._chosen, *self._along))

    def _failed(self, error: Exception) -> None:
        self._trouble = sentence_of(error)
        self._show()

    # --- what is shown --------------------------------------------------------------------------------

    def assign_view(self) -> AssignView | None:
        offer = self._offer
        if self.mode != "some" or offer is None:
            return None
        whole = ordered((*self._chosen, *self._along))
        note, wrong = self._due_words(offer)
        trouble = "" if self._trouble == wrong else self._trouble
        return AssignView(
            f"Giao trả lời {thousands(len(whole))} ý kiến" if len(whole) > 1 else "Giao trả lời",
            self._whose(whole),
            self._unit,
            self._hint(whole),
            self._official,
            self._due,
            note,
            wrong,
            load_rows(offer),
            offer.units,
            self._officials(offer),
            any(answering_unit(one) for one in whole),
            len(nobodys(self._all)),
            trouble,
        )

    def spread_view(self) -> SpreadView | None:
        offer = self._offer
        if self.mode != "fields" or offer is None:
            return None
        day = offer.due.day
        until = f"Hạn soạn: {weekday_date(day)}. " if day else ""
        return SpreadView(
            f"Giao theo lĩnh vực {thousands(sum(row.count for row in self._rows))} ý kiến chưa giao",
            f"{until}{offer.due.explanation}".strip(),
            self._rows,
            offer.units,
            len(self._units_by_opinion()),
            self._trouble,
        )

    def _whose(self, whole: Sequence[Opinion]) -> str:
        words = f"Ý kiến số {few_numbers(whole)}"
        if self._along:
            words += f"; số {few_numbers(self._along)} đi cùng vì chung câu trả lời"
        return f"{words}."

    def _hint(self, whole: Sequence[Opinion]) -> str:
        if self._proposed and fold(self._unit) == fold(self._proposed):
            fields = tuple(dict.fromkeys(one.field for one in whole if one.field))
            return f"Gợi ý: đơn vị thường trả lời {joined(fields)}."
        mixed = tuple(dict.fromkeys(one.unit for one in whole if one.unit))
        if len(mixed) > 1:
            return f"Đang giao cho {len(mixed)} đơn vị: {joined(tuple(map(short_unit, mixed)))}."
        return ""

    def _officials(self, offer: AssignOffer) -> tuple[str, ...]:
        """Those of the unit first."""
        unit = fold(one_line(self._unit))
        return tuple(
            name for name, _ in sorted(offer.officials, key=lambda pair: not unit or fold(pair[1]) != unit)
        )

    def _due_words(self, offer: AssignOffer) -> tuple[str, str]:
        try:
            day = self._read_due()
        except ValueError as wrong:
            return "", str(wrong)
        today = self._today()
        if day is None:
            return offer.due.explanation or "Chưa có ngày hội nghị nên chưa tính được hạn.", ""
        left = days_left(today, day)
        if day == offer.due.day:
            return f"{left}. {offer.due.explanation}".strip(), ""
        planned = offer.due.day
        usual = f" Theo kế hoạch là {weekday_dm_long(planned)}." if planned else ""
        return f"{capital(weekday_date(day))}, {left.lower()}.{usual}", ""

    def _read_due(self) -> date | None:
        return read_due(self._due, self._offer.due.day if self._offer else None, self._today())
