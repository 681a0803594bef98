"""What the page "Xếp lĩnh vực" does, without Qt: three views, one act for each answer, undo (C6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogue_desktop.domain.competence import CompetenceGuess
from dialogue_desktop.domain.field_guess import FieldGuess
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import fold, one_line
from ui.reading_presenter import ReadingPresenter
from ui.runner import Runner
from ui.sorting import words
from ui.sorting.core import Loaded, Part, SortingCore
from ui.sorting.screen import Screen, View


class SortingPresenter(ReadingPresenter[Loaded]):
    """One conference. A row leaves the list with the key that answers it; the write follows behind."""

    not_read_words = "Chưa đọc được ý kiến."
    not_done_words = "Chưa ghi được."

    _core: SortingCore
    _view: View

    def __init__(self, core: SortingCore, view: View, run: Runner) -> None:
        super().__init__(core, view, run)
        self.part = Part.UNSORTED
        self.selected = ""
        self._find = ""
        self._trust = ""
        self._answered: set[str] = set()  # on the way to the disk, or not read again since
        self._written: set[str] = set()  # those of them that are on the disk

    # --- reading --------------------------------------------------------------------------------------

    def open(self) -> None:
        super().open()
        self._ask_trust()

    def _loader(self, *, first: bool) -> Callable[[], Loaded]:
        part = None if first else self.part
        return lambda: self._core.load(part)

    def come_back(self) -> None:
        """On view again: other pages may have sorted since, so all suggestions are made anew."""
        if self._data is not None:
            self.open()

    def _ask_trust(self) -> None:
        def told(sentence: str) -> None:
            self._trust = sentence
            self.show()

        self._run(self._core.trust, told, self._not_read)

    def _opened(self, loaded: Loaded) -> None:
        self._read(loaded)  # by `come_back` it is one more read among others

    def _arrange(self, loaded: Loaded) -> None:
        self._answered -= self._written
        self._written.clear()

    def act_failed(self, error: Exception) -> None:
        self._answered.clear()
        super().act_failed(error)

    def leave(self) -> None:
        """Out of sight: acts are no longer taken back from here."""
        super().leave()
        self._run(self._core.forget, lambda _: None, self.act_failed)

    # --- moving ---------------------------------------------------------------------------------------

    def show_part(self, part: Part) -> None:
        if part is not self.part:
            self.part, self.selected, self._find = part, "", ""
            self.show()
            self.refresh()

    def select(self, opinion_id: str) -> None:
        if opinion_id != self.selected:
            self.selected, self._find = opinion_id, ""
            self.show()

    def find(self, text: str) -> None:
        """Narrow the list of fields to those in which every typed word stands."""
        if text != self._find:
            self._find = text
            self.show()

    # --- answering ------------------------------------------------------------------------------------

    def take(self) -> None:
        """Enter: the suggestion of the selected opinion."""
        detail = self._detail()
        if detail is None:
            return
        if detail.suggestion:
            self.choose(detail.suggestion)
        else:
            self._view.ask_choice()

    def digit(self, key: str) -> None:
        """1 to 9: the field with this digit; 0: the opinion stays as it is."""
        if key == "0":
            self.keep()
            return
        for choice in self._choices(""):
            if choice.key == key:
                self.choose(choice.value)
                return

    def choose(self, value: str) -> None:
        """Give the selected opinion this field, or in the third view this receiving body."""
        opinion = self._opinion()
        if opinion is None or not value:
            return
        if self.part is Part.BEYOND:
            said = f"Đã ghi ý kiến số {opinion.number} vượt thẩm quyền, chuyển {value}"
            self._answer({opinion.id}, lambda: self._core.set_bodies({opinion.id: value}), said)
        else:
            said = words.sorted_words(1, value, opinion.number)
            self._answer({opinion.id}, lambda: self._core.set_fields({opinion.id: value}), said)

    def keep(self) -> None:
        """0: the opinion stays sorted as it is, or within the commune's competence; not shown again."""
        opinion, part = self._opinion(), self.part
        if opinion is None or part not in words.KEEP_WORDS:
            return
        suggested = self._suggested(opinion)
        said = {
            Part.DIFFERS: f"Giữ ý kiến số {opinion.number} ở {opinion.field}",
            Part.BEYOND: f"Giữ ý kiến số {opinion.number} thuộc thẩm quyền xã",
        }[part]
        self._answer({opinion.id}, lambda: self._core.keep(part, opinion.id, suggested), said)

    def take_all(self) -> None:
        """Ctrl+Enter: every suggestion of the first view that is sure, as one act."""
        sure = self._sure()
        if not sure:
            return
        (first, *more) = sure.items()
        number = next(o.number for o in self._opinions() if o.id == first[0])
        said = words.sorted_words(1 + len(more), first[1], number)
        self._answer(set(sure), lambda: self._core.set_fields(sure), said)

    def _answer(self, ids: set[str], work: Callable[[], None], said: str) -> None:
        """The rows go at once, the cursor stands on what follows them."""
        order = [row.id for row in self._rows()]
        at = order.index(self.selected) if self.selected in order else 0
        rest = [one for one in order if one not in ids]
        after = [one for one in order[at:] if one not in ids]
        self.selected = after[0] if after else rest[-1] if rest else ""
        self._answered |= ids
        self._find = ""

        def done(_: object) -> None:
            self._written |= ids
            self.acts.acted(said)

        self.show()
        self._run(work, done, self.act_failed)

    # --- what is there --------------------------------------------------------------------------------

    def _opinions(self, part: Part | None = None) -> list[Opinion]:
        """The opinions of a view, by number."""
        data, part = self._data, part or self.part
        if data is None:
            return []
        kept: Mapping[str, str] = data.kept.get(part.value, {})
        return [
            one
            for one in sorted(data.opinions, key=lambda o: o.number)
            if one.id not in self._answered and self._belongs(one, part, kept, data)
        ]

    @staticmethod
    def _belongs(one: Opinion, part: Part, kept: Mapping[str, str], data: Loaded) -> bool:
        if part is Part.UNSORTED:
            return not one.field
        if part is Part.BEYOND:
            guesses = data.competence.get(one.id, ())
            return bool(guesses) and kept.get(one.id) != guesses[0].body
        guess = data.guesses.get(one.id)
        return guess is not None and one.field not in ("", guess.field) and kept.get(one.id) != guess.field

    def _opinion(self) -> Opinion | None:
        return next((one for one in self._opinions() if one.id == self.selected), None)

    def _guess(self, opinion: Opinion) -> FieldGuess | None:
        return self._data.guesses.get(opinion.id) if self._data is not None else None

    def _guesses(self, opinion: Opinion) -> tuple[CompetenceGuess, ...]:
        return self._data.competence.get(opinion.id, ()) if self._data is not None else ()

    def _suggested(self, opinion: Opinion) -> str:
        if self.part is Part.BEYOND:
            return self._guesses(opinion)[0].body
        guess = self._guess(opinion)
        return guess.field if guess else ""

    def _sure(self) -> dict[str, str]:
        """Opinion → field of the first view's sure suggestions."""
        if self.part is not Part.UNSORTED:
            return {}
        guesses = ((one.id, self._guess(one)) for one in self._opinions())
        return {one: guess.field for one, guess in guesses if guess is not None and guess.sure}

    def _rows(self) -> tuple[words.SortRow, ...]:
        """The surest first; within one degree by number."""
        data = self._data
        if data is None:
            return ()
        if self.part is Part.BEYOND:
            return tuple(
                words.competence_row(one, self._guesses(one), data.localities) for one in self._opinions()
            )
        differs = self.part is Part.DIFFERS
        rows = [
            words.field_row(one, self._guess(one), data.localities, differs=differs)
            for one in self._opinions()
        ]
        order = list(words.GROUPS)
        return tuple(sorted(rows, key=lambda row: order.index(row.sure)))

    def _detail(self) -> words.SortDetail | None:
        opinion, data = self._opinion(), self._data
        if opinion is None or data is None:
            return None
        if self.part is Part.BEYOND:
            return words.competence_detail(opinion, self._guesses(opinion), data.localities)
        return words.field_detail(opinion, self._guess(opinion), data.localities)

    def _choices(self, find: str) -> tuple[words.Choice, ...]:
        opinion, data = self._opinion(), self._data
        if opinion is None or data is None:
            return ()
        if self.part is Part.BEYOND:
            suggested = [guess.body for guess in self._guesses(opinion)]
            values = list(dict.fromkeys((*suggested, *data.bodies)))
            found = words.choices(values, suggested, "")
            own = one_line(find)
            if own and all(fold(own) != fold(value) for value in values):
                found = (*found, words.Choice(own, note="ghi như đã gõ"))
        else:
            guess = self._guess(opinion)
            found = words.choices(data.fields, [guess.field] if guess else [], opinion.field)
        parts = fold(find).split()
        return tuple(one for one in found if all(part in fold(one.value) for part in parts))

    # --- what is shown --------------------------------------------------------------------------------

    def show(self) -> None:
        self._view.show_screen(self._screen())

    def _screen(self) -> Screen:
        data = self._data
        if data is None:
            return Screen(part=self.part, trouble=self._trouble)
        rows = self._rows()
        if all(row.id != self.selected for row in rows):
            self.selected = rows[0].id if rows else ""
        counts = {part: len(self._opinions(part)) for part in Part}
        return Screen(
            loaded=True,
            part=self.part,
            facts=words.facts_words(counts[Part.UNSORTED], len(data.opinions)),
            facts_short=words.facts_short_words(counts[Part.UNSORTED]),
            counts=counts,
            rows=rows,
            selected=self.selected,
            detail=self._detail(),
            choices=self._choices(self._find),
            sure=len(self._sure()),
            keep=words.KEEP_WORDS.get(self.part, ""),
            trust=self._trust,
            trouble=self._trouble,
        )
