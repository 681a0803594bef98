"""Opinions beside each other before they get one answer: what they share, what it will be (C6, L9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.opinion_groups import joined_answer
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion
from ui.acts import Acts
from ui.draft_keeper import DraftKeeper, Timer
from ui.form_desk import sentence_of
from ui.opinions.collected import Collected, Compared, JointDraft
from ui.opinions.matching import marks
from ui.opinions.words import capital, from_where, numbers, short_unit, who, whom
from ui.runner import Runner

_LISTED = 6  # more names than so many are counted


@dataclass(frozen=True, slots=True)
class Card:
    """One of the compared opinions."""

    id: str
    title: str
    who: str
    from_where: str
    text: str
    marks: tuple[tuple[int, int], ...]
    answer: str
    answer_title: str
    in_group: str = ""


@dataclass(frozen=True, slots=True)
class CompareView:
    """`names` says that everybody stays named, `note` what the answer below is made from."""

    title: str
    cards: tuple[Card, ...]
    names: str
    note: str
    answer: str
    apart_words: str
    trouble: str = ""


class Comparing:
    """One comparison at a time. What is typed of the joint answer is on the disk within a second, and comes
    back when any of the same opinions are compared again."""

    def __init__(
        self,
        core: Collected,
        run: Runner,
        timer: Timer,
        acts: Acts,
        now: Callable[[], datetime],
        show: Callable[[], None],
        left: Callable[[tuple[str, ...]], None],
    ) -> None:
        """`left` hears which opinions were joined or kept apart, before the list is shown."""
        self._core, self._run, self._acts, self._show, self._left = core, run, acts, show, left
        self._data: Compared | None = None
        self._answer = self._proposed = ""
        self._trouble = ""
        self._drafts: dict[tuple[str, ...], str] = {}
        self.restored = False
        self._keeper: DraftKeeper[tuple[JointDraft, ...]] = DraftKeeper(
            self._kept, lambda drafts: core.keep_joint(drafts, now()), run, timer,
            saved=lambda at: None, failed=self._not_kept,
        )  # fmt: skip

    def fill(self, drafts: tuple[JointDraft, ...]) -> None:
        """What the disk held half typed, at the start."""
        self._drafts = {draft.ids: draft.answer for draft in drafts}
        self._keeper.known(drafts)

    def _kept(self) -> tuple[JointDraft, ...]:
        return tuple(JointDraft(ids, answer) for ids, answer in self._drafts.items())

    @property
    def open(self) -> bool:
        return self._data is not None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self._data.opinions) if self._data is not None else ()

    # --- beginning and ending -------------------------------------------------------------------------

    def begin(self, ids: Sequence[str], failed: Callable[[Exception], None]) -> None:
        """Read the opinions, with those that share an answer with one of them already."""

        def done(data: Compared) -> None:
            self._put(data)
            self._show()

        self._run(lambda: self._core.compare(tuple(ids)), done, failed)

    def _put(self, data: Compared) -> None:
        self._data, self._trouble = data, ""
        self._proposed = joined_answer(data.opinions)
        draft = self._draft_of(self.ids)
        self.restored = draft is not None
        self._answer = draft if draft is not None else self._proposed

    def _draft_of(self, ids: tuple[str, ...]) -> str | None:
        """The half-typed answer that most of these had."""
        shared = {key: len(set(key) & set(ids)) for key in self._drafts}
        best = max(shared, key=lambda key: shared[key], default=())
        return self._drafts[best] if best and shared[best] else None

    def typed(self, answer: str) -> None:
        if self._data is None or answer == self._answer:
            return
        self._answer = answer
        self._forget_drafts()
        if answer.strip() != self._proposed.strip():
            self._drafts[self.ids] = answer
        self._keeper.touch()

    def close(self) -> None:
        """Back to the list; a half-typed answer stays kept."""
        self._data = None
        self._keeper.write()
        self._show()

    def leave(self) -> None:
        """Out of sight: what is half typed is written at once."""
        self._keeper.write()

    def mind(self, by_id: dict[str, Opinion]) -> None:
        """Something changed elsewhere: who is gone leaves the comparison, the rest shows what is kept now."""
        data = self._data
        if data is None:
            return
        fresh = tuple(by_id[one.id] for one in data.opinions if one.id in by_id)
        if len(fresh) < 2:
            self._data = None
        elif fresh != data.opinions:
            typed = self._answer if self._answer.strip() != self._proposed.strip() else None
            self._data = replace(data, opinions=fresh)
            self._proposed = joined_answer(fresh)
            self._answer = self._proposed if typed is None else typed

    # --- acts -----------------------------------------------------------------------------------------

    def join(self) -> None:
        """One answer for all of them, in one act."""
        data, answer = self._data, self._answer
        if data is None:
            return
        ids = self.ids

        def done(_: object) -> None:
            self._end(ids)
            self._acts.acted(f"Đã gộp {whom(data.opinions)} vào một câu trả lời")

        self._run(lambda: self._core.join(ids, answer), done, self._failed)

    def keep_apart(self) -> None:
        """Each from each: different things, not proposed together again."""
        data = self._data
        if data is None:
            return
        ids = self.ids

        def done(_: object) -> None:
            self._end(ids)
            self._acts.acted(f"Đã để riêng {whom(data.opinions)}, không gợi ý gộp nữa")

        self._run(lambda: self._core.keep_apart(ids), done, self._failed)

    def leave_out(self, opinion_id: str) -> None:
        """One of them is another thing; the others stay beside each other."""
        data = self._data
        if data is None or opinion_id not in self.ids:
            return
        rest = tuple(one for one in data.opinions if one.id != opinion_id)
        (gone,) = (one for one in data.opinions if one.id == opinion_id)
        if len(rest) < 2:
            self.keep_apart()
            return

        def done(_: object) -> None:
            typed = self._answer if self._answer.strip() != self._proposed.strip() else None
            self._forget_drafts()
            self._data = replace(data, opinions=rest)
            self._proposed = joined_answer(rest)
            self._answer = self._proposed if typed is None else typed
            if typed is not None:
                self._drafts[self.ids] = typed
            self._keeper.touch()
            self._acts.acted(f"Đã để riêng ý kiến số {gone.number}")

        others = tuple(one.id for one in rest)
        self._run(lambda: self._core.keep_apart((opinion_id,), others), done, self._failed)

    def _end(self, ids: tuple[str, ...]) -> None:
        self._forget_drafts()
        self._data = None
        self._keeper.touch()
        self._left(ids)

    def _forget_drafts(self) -> None:
        mine = set(self.ids)
        self._drafts = {key: text for key, text in self._drafts.items() if not mine & set(key)}

    def _failed(self, error: Exception) -> None:
        self._trouble = f"{sentence_of(error)} Câu trả lời đang soạn vẫn còn ở đây."
        self._show()

    def _not_kept(self, error: Exception, drafts: tuple[JointDraft, ...]) -> None:
        if self._data is not None:
            self._failed(error)

    # --- what is shown --------------------------------------------------------------------------------

    def view(self, localities: Sequence[Locality]) -> CompareView | None:
        data = self._data
        if data is None:
            return None
        many = len(data.opinions)
        return CompareView(
            f"So sánh {many} ý kiến",
            tuple(_card(one, data.shared.get(one.id, ()), localities) for one in data.opinions),
            _names(data.opinions),
            self._note(data),
            self._answer,
            "Để riêng" if many == 2 else f"Để riêng cả {many}",
            self._trouble,
        )

    def _note(self, data: Compared) -> str:
        if self.restored:
            return "Câu trả lời đang soạn dở lần trước."
        texts = {one.prepared_answer.strip() for one in data.opinions if one.prepared_answer.strip()}
        if not texts:
            return "Chưa ý kiến nào có câu trả lời; có thể gộp trước, soạn sau."
        if len(texts) == 1:
            return "Lấy câu trả lời đã soạn, dùng chung cho tất cả."
        return f"{len(texts)} câu trả lời đã soạn được đặt nối nhau, đủ từng chữ; sửa lại thành một câu."


def _card(one: Opinion, shared: Sequence[str], localities: Sequence[Locality]) -> Card:
    found = sorted({mark for word in shared for mark in marks(one.text, f"{word} ")})
    unit = short_unit(answering_unit(one))
    if one.prepared_answer.strip():
        note = f"Đã có trả lời, {unit} soạn" if unit else "Đã có trả lời"
    else:
        note = f"Chưa có trả lời, đã giao {unit}" if unit else "Chưa có trả lời"
    return Card(
        one.id, f"Số {one.number}", _everybody(one), from_where(one, localities), one.text,
        _merged(one.text, found), one.prepared_answer.strip(), note,
        "Đang chung câu trả lời" if one.group_id else "",
    )  # fmt: skip


def _everybody(one: Opinion) -> str:
    """All names, so that it is seen that none is lost; who is anonymous stays so."""
    names = [] if one.anonymous else [capital(voice.shown) for voice in one.voices if voice.name]
    return ", ".join((*names, *((capital(one.group_note),) if one.group_note and names else ()))) or who(one)


def _names(opinions: Sequence[Opinion]) -> str:
    names = tuple(dict.fromkeys(_everybody(one) for one in opinions))
    if len(names) > _LISTED:
        listed = f"{', '.join(names[:_LISTED])} và người của {len(names) - _LISTED} ý kiến khác"
    else:
        listed = ", ".join(names)
    return f"Chỉ chung câu trả lời; mọi tên đều giữ nguyên: {listed} (ý kiến số {numbers(opinions)})."


def _merged(text: str, found: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Marks that overlap, or have nothing but a space between them, as one."""
    made: list[tuple[int, int]] = []
    for start, length in found:
        if made and not text[made[-1][0] + made[-1][1] : start].strip():
            begin = made[-1][0]
            made[-1] = (begin, max(made[-1][1], start + length - begin))
        else:
            made.append((start, length))
    return tuple(made)
