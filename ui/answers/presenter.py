"""What the page "Giao và thu câu trả lời" does, without Qt: units, their opinions, one answer (C7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.services.assigning import UnitLoad, is_prepared
from ui.answers import words
from ui.answers.core import Answers, Loaded, Move
from ui.answers.entry import AnswerEntry, as_new, kept_answer, typed_since
from ui.answers.matters import Matter, matters_of
from ui.answers.screen import Screen, View
from ui.draft_keeper import Timer
from ui.opinions.words import capital
from ui.reading_presenter import RowsPresenter
from ui.runner import Runner
from ui.shelf import Shelf

NO_OPINION = (
    "Ý kiến của câu trả lời này đã bị xóa nên chưa lưu được. Chữ vẫn được giữ ở đây. "
    "Hãy khôi phục ý kiến, hoặc chép câu trả lời sang ý kiến khác."
)


class AnswersPresenter(RowsPresenter[Loaded, AnswerEntry]):
    """One conference. `run` does work on the database's thread; `rescue` writes an entry to a plain file.

    The form is always open on the chosen row; only what is typed is put on the shelf.
    """

    gone_words = "Ý kiến này đã bị xóa ở nơi khác. Chữ đang gõ vẫn được giữ."
    not_read_words = "Chưa đọc được câu trả lời."

    _core: Answers
    _view: View

    def __init__(
        self,
        core: Answers,
        view: View,
        clock: Clock,
        run: Runner,
        timer: Timer,
        rescue: Callable[[AnswerEntry], bool],
    ) -> None:
        super().__init__(core, view, clock, run, timer, rescue, AnswerEntry())
        self._units: dict[str, UnitLoad] = {}
        self._matters: dict[str, tuple[Matter, ...]] = {}
        self._by_opinion: dict[str, Matter] = {}
        self.unit = self.selected = ""

    # --- reading --------------------------------------------------------------------------------------

    def _arrange(self, loaded: Loaded) -> None:
        everything = loaded.records.opinions
        self._units = {words.unit_id(load.unit): load for load in loaded.loads}
        self._matters = {key: matters_of(load.opinions, everything) for key, load in self._units.items()}
        self._by_opinion = {
            one.id: matter for found in self._matters.values() for matter in found for one in matter.given
        }
        self._keep_with_groups()

    def _take(self, loaded: Loaded, *, first: bool) -> None:
        super()._take(loaded, first=first)
        if first:
            self._keep_with_groups()  # also what the disk held half typed

    def _show_read(self, loaded: Loaded) -> None:
        self._follow()

    def _keep_with_groups(self) -> None:
        """Opinions that were joined since have one answer: what is half typed of any of them goes there."""
        if self.selected in self._by_opinion:
            self.selected = self._by_opinion[self.selected].key
        shelf = self.form.shelf
        for key in shelf.others(""):
            matter = self._by_opinion.get(key)
            if matter is None or matter.key == key:
                continue
            entry, there = shelf.take(key), shelf.get(matter.key)
            if entry is None:
                continue
            text = entry.answer if there is None else f"{there.answer}\n\n{entry.answer}"
            shelf.put(matter.key, replace(entry, opinion_id=matter.key, answer=text, numbers=matter.numbers))
            if self.form.key == key:
                self.form.key = ""

    # --- choosing -------------------------------------------------------------------------------------

    def select_unit(self, unit: str) -> None:
        """Another unit; its first opinion without an answer is taken in hand."""
        if unit != self.unit and unit in self._units:
            self.unit, self.selected = unit, ""
            self.form.key = ""
            self._follow()

    def select(self, key: str) -> None:
        if key and key != self.selected:
            self.selected = key
            self.form.key = ""
            self._follow()

    def show_opinion(self, opinion_id: str) -> None:
        """Go to the answer of one opinion, wherever it was given."""
        for unit, found in self._matters.items():
            for matter in found:
                if any(one.id == opinion_id for one in matter.given):
                    self.unit, self.selected = unit, matter.key
                    self.form.key = ""
                    self._follow("answer")
                    return

    def write_answer(self) -> None:
        """The cursor into the answer of the chosen row."""
        if self.form.key:
            self._view.fill_form(self.form.form, "answer")

    def resume(self) -> None:
        """Go on with what was left half typed last."""
        lying = self.form.shelf.others(self.form.key)
        if not lying:
            return
        if Shelf.is_new(lying[-1]):
            self.form.resume()
        else:
            self.show_opinion(lying[-1])

    def _follow(self, focus: str = "") -> None:
        """The form shows the chosen row. One whose opinion is gone stays until another row is chosen."""
        self._settle()
        if self.form.is_new or self.form.key == self.selected:
            self.show()
        elif self.selected:
            self.form.begin_edit(self.selected, focus)
        else:
            self.form.key = ""
            self.show()

    def _settle(self) -> None:
        """What is chosen is there; a unit that is gone gives way to the first that owes something."""
        if self.unit not in self._units:
            owing = [key for key, load in self._units.items() if load.unit and load.missing]
            self.unit = next(iter(owing), next(iter(self._units), ""))
        found = self._matters.get(self.unit, ())
        if self.selected not in {matter.key for matter in found}:
            missing = [matter.key for matter in found if not matter.prepared]
            self.selected = next(iter(missing), found[0].key if found else "")

    @property
    def matter(self) -> Matter | None:
        return next((m for m in self._matters.get(self.unit, ()) if m.key == self.selected), None)

    # --- acts -----------------------------------------------------------------------------------------

    def save(self, *, go_on: bool) -> bool:
        """Keep the answer and open that of the next row (`go_on`), or go back to the list. False where it
        complains."""
        below = self.form.save(go_on=go_on)
        if below is None:
            return False
        if below:
            self.selected = below
            self._follow("answer")
        else:
            self._follow()
            self._view.go_to_list()
        return True

    def take_back(self) -> None:
        """Nobody has the chosen opinion to prepare any more."""
        matter = self.matter
        if matter is None or not matter.can_be_taken_back:
            return
        gone = matter
        rest = [one.key for one in self._matters.get(self.unit, ()) if one.key != gone.key]
        at = next((n for n, m in enumerate(self._matters[self.unit]) if m.key == gone.key), 0)

        def done(_: object) -> None:
            self.selected = rest[min(at, len(rest) - 1)] if rest else ""
            self.acts.acted(f"Đã thu lại ý kiến số {gone.numbers}, chưa giao ai")

        self._run(lambda: self._core.take_back(gone.ids), done, self.act_failed)

    def take_back_unit(self) -> None:
        """Take back all that the chosen unit has not answered."""
        load = self._units.get(self.unit)
        if load is None or not load.unit:
            return
        ids = [one.id for one in load.opinions if not is_prepared(one)]
        if not ids:
            self._view.say("Đơn vị này đã gửi đủ câu trả lời, không có gì để thu lại", None)
            return
        name, many = capital(load.unit), len(ids)

        def done(_: object) -> None:
            self.acts.acted(f"Đã thu lại {many} ý kiến chưa trả lời của {name}")

        self._run(lambda: self._core.take_back(ids), done, self.act_failed)

    def move_to(self, day: date) -> None:
        """Show what another day would move, then move all of it or what the chosen unit owes."""
        self._run(lambda: self._core.move(day), self._moving, self.act_failed)

    def _moving(self, move: Move) -> None:
        if not move.count:
            self._view.say(f"Không còn ý kiến nào phải dời sang {weekday_date(move.day)}", None)
            return
        load = self._units.get(self.unit)
        name = load.unit if load is not None else ""
        in_unit = next((many for unit, many, _ in move.units if name and unit == name), 0)
        answer = self._view.ask_move(move, name, in_unit)
        day, ids = move.day, [one.id for one in load.opinions if not is_prepared(one)] if load else []
        if not answer:
            return
        many = in_unit if answer == "unit" else move.count

        def work() -> None:
            if answer == "unit":
                self._core.move_some(ids, day)
            else:
                self._core.move_all(day)

        def done(_: object) -> None:
            self.acts.acted(f"Đã dời hạn {many} ý kiến sang {weekday_date(day)}")

        self._run(work, done, self.act_failed)

    # --- what the form desk asks ------------------------------------------------------------------------

    def id_of(self, entry: AnswerEntry) -> str:
        return entry.opinion_id

    def as_new(self, entry: AnswerEntry) -> AnswerEntry:
        return as_new(entry)

    def entry_of(self, row_id: str) -> AnswerEntry | None:
        matter = self._by_opinion.get(row_id)
        if matter is None:
            return None
        return AnswerEntry(row_id, matter.answer, matter.by, matter.answer, matter.numbers)

    def blank(self, last: AnswerEntry | None) -> AnswerEntry:
        return AnswerEntry()

    def complaint(self, entry: AnswerEntry) -> tuple[str, str] | None:
        return None if entry.opinion_id else ("answer", NO_OPINION)

    def differs(self, entry: AnswerEntry, base: AnswerEntry) -> bool:
        """Answers at odds are put right by saving them, also untouched."""
        matter = self._by_opinion.get(entry.opinion_id)
        return typed_since(entry, base) or (matter is not None and matter.at_odds)

    def below(self, row_id: str) -> str:
        order = [matter.key for matter in self._matters.get(self.unit, ())]
        at = order.index(row_id) + 1 if row_id in order else len(order)
        return order[at] if at < len(order) else ""

    def write(self, entry: AnswerEntry, base: AnswerEntry) -> str:
        return self._core.save(entry, base)

    def written(self, entry: AnswerEntry, row_id: str, new: bool) -> None:
        matter = self._by_opinion.get(row_id)
        numbers, joint = (matter.numbers, matter.joint) if matter else (entry.numbers, False)
        self.acts.acted(words.written(numbers, joint=joint, cleared=not kept_answer(entry)))

    # --- what is shown ----------------------------------------------------------------------------------

    def show(self) -> None:
        self._view.show_answers(self._screen())

    def _screen(self) -> Screen:
        data = self._data
        if data is None:
            return Screen(trouble=self.trouble)
        today = self.today
        lying = frozenset(self.form.shelf.others(""))
        typed_elsewhere = frozenset(self.form.shelf.others(self.form.key))
        found = self._matters.get(self.unit, ())
        load = self._units.get(self.unit)
        facts, short = words.facts_words(data.loads)
        given = any(one.unit for one in data.loads)
        matter = self.matter
        return Screen(
            loaded=True,
            facts=facts,
            facts_short=short,
            units=tuple(words.unit_row(one, today) for one in data.loads),
            unit=self.unit,
            unit_name=load.unit if load else "",
            head=(capital(load.unit) or words.NOBODY) if load else "",
            rows=tuple(words.matter_row(one, today, typed_elsewhere) for one in found),
            matter=self.selected,
            view=self._view_of(matter, load, lying),
            empty=not data.loads,
            due=words.due_words(data.due, today),
            counted=data.due.explanation,
            can_move=any(one.unit and one.missing for one in data.loads),
            can_take_back=matter is not None and matter.can_be_taken_back,
            can_print=given,
            shelf=self._shelf_words(),
            trouble=self.trouble,
        )

    def _view_of(
        self, matter: Matter | None, load: UnitLoad | None, lying: frozenset[str]
    ) -> words.MatterView | None:
        if self.form.is_new:
            title = f"Ý kiến số {self.form.form.numbers} đã bị xóa"
            return words.MatterView(self.form.key, title, words.TYPING)
        if matter is None or load is None:
            return None
        state = words.state_of(matter, self.today, lying)
        return words.matter_view(matter, load.unit, self.today, state, self._clash(matter))

    def _clash(self, matter: Matter) -> str:
        """An answer that was kept elsewhere while another was being typed here."""
        typed = self.form.shelf.get(matter.key)
        now = matter.answer
        if typed is None or not now or now in (typed.was, kept_answer(typed)):
            return ""
        return f"Trong lúc gõ dở, câu khác đã được ghi ở nơi khác: “{now}” Lưu sẽ thay câu ấy bằng câu dưới."

    def _shelf_words(self) -> str:
        others = self.form.shelf.others(self.form.key)
        entries = [self.form.shelf.get(key) for key in others]
        numbers = [entry.numbers for entry in entries if entry is not None]
        return f"câu trả lời ý kiến số {'; '.join(numbers)}" if numbers else ""
