"""What the proof of notice does, without Qt: rows, verdicts, the duty that may be ticked, undo (C2)."""

from __future__ import annotations

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.errors import UserError
from dialogue_desktop.services.notice_proofs import ProofView
from ui.draft_keeper import Timer
from ui.preparation import proof_words
from ui.preparation.core import Core, Kept, Proofs
from ui.preparation.proof_entry import ProofEntry, only_texts, proof_entry_of, take_proof
from ui.preparation.screen import PartView, ProofDetail, ProofScreen, Trouble
from ui.preparation.steps import Steps
from ui.preparation.typing import Typing
from ui.preparation.words import neighbour
from ui.runner import Runner

KEPT = "Chữ đang gõ vẫn còn ở đây."
HALF = "Dòng đang ghi dở được giữ; Ctrl+N để ghi tiếp"


class ProofPresenter:
    """One conference; a new row is written as soon as its first day can be read, and kept as a draft before
    (L9)."""

    def __init__(self, core: Core, view: PartView, clock: Clock, run: Runner, timer: Timer) -> None:
        self._core, self._view, self._clock, self._run = core, view, clock, run
        self._data: ProofView | None = None
        self._selected = ""
        self._new: NoticeProof | None = None
        self._entry: ProofEntry | None = None  # as it was stored last
        self._half: tuple[NoticeProof, ProofEntry] | None = None  # a new row that could not be written yet
        self._later = False  # the duty was offered and put off
        self._trouble: Trouble | None = None
        self.typing: Typing[ProofEntry] = Typing(timer, self._write)
        self.steps: Steps[Proofs] = Steps(core.put_proofs, run, view.say, self.refresh, self._failed)

    # --- reading and showing --------------------------------------------------------------------------

    @property
    def loaded(self) -> ProofView | None:
        return self._data

    def refresh(self) -> None:
        """Read again; what is being typed stays."""
        if self._data is None:
            self._run(self._core.proof_draft, self._take_draft, self._not_read)
        self._run(self._core.proof, self._read, self._not_read)

    def _take_draft(self, draft: ProofEntry | None) -> None:
        """A new row that a power cut, or the end of the program, left half typed."""
        if draft is not None and self._half is None and self._new is None:
            self._half = (NoticeProof("", ProofForm.OFFICE), draft)
            self._view.say(HALF, None)

    def _keep_draft(self, entry: ProofEntry | None) -> None:
        self._run(lambda: self._core.keep_proof_draft(entry), lambda _: None, self._failed)

    def _read(self, data: ProofView) -> None:
        self._data, self._trouble = data, None
        if self._new is None and self._stored(self._selected) is None:
            self._selected = data.proofs[0].id if data.proofs else ""
        self._show()
        self._fill()

    def _not_read(self, error: Exception) -> None:
        self._trouble = Trouble("Chưa đọc được danh sách.", _sentence(error))
        self._show()

    def _stored(self, proof_id: str) -> NoticeProof | None:
        rows = self._data.proofs if self._data is not None else ()
        return next((one for one in rows if one.id == proof_id), None)

    def _proof(self) -> NoticeProof | None:
        """What the form is for."""
        return self._new if self._new is not None else self._stored(self._selected)

    def _show(self) -> None:
        data = self._data
        if data is None:
            self._view.show_screen(ProofScreen(trouble=self._trouble))
            return
        full, short = proof_words.facts(data)
        entry = self.typing.now
        form = entry.form if entry is not None else ProofForm.OFFICE
        offer = bool(data.to_tick and data.proofs) and not self._later
        self._view.show_screen(
            ProofScreen(
                True,
                full,
                short,
                data,
                "" if self._new is not None else self._selected,
                data.verdicts,
                self._detail(),
                data.places.get(form, ()),
                data.people,
                data.to_tick_title if offer else "",
                self._trouble,
            )
        )

    def _detail(self) -> ProofDetail | None:
        proof, data = self._proof(), self._data
        if proof is None or data is None:
            return None
        if self._new is not None:
            return ProofDetail("Nơi thông báo mới")
        found = data.of_row.get(proof.id, ())
        worst = proof_words.worst(found)
        badge = proof_words.badge(worst) if worst is not None else None
        return ProofDetail("Nơi thông báo", badge, found, removable=True)

    def _fill(self, focus: str = "", *, anew: bool = False) -> None:
        proof = self._proof()
        if proof is None:
            return
        entry = proof_entry_of(proof)
        if entry != self._entry or focus or anew:
            self._entry = entry
            self.typing.show(entry)
            self._view.fill_form(entry, focus)
            self._show()  # the places that are offered follow the way

    # --- choosing and typing --------------------------------------------------------------------------

    def select(self, row_id: str) -> None:
        """Another row; what was typed for the one before is written."""
        if row_id == self._selected and self._new is None:
            return
        self.settle()
        self.steps.end_of_edit()
        self._lay_aside()
        self._selected = row_id
        self._show()
        self._fill(anew=True)

    def begin_new(self) -> None:
        """An empty form for one more place; the next one usually has the same days and people."""
        self.settle()
        if self._half is not None:
            (self._new, entry), self._half = self._half, None
            self._entry = proof_entry_of(self._new)
            self._show()
            self._view.fill_form(entry, "form")
            self.typing.show(self._entry)
            self.typing.typed(entry)
            return
        last = self._data.proofs[-1] if self._data is not None and self._data.proofs else NoticeProof("")
        form = ProofForm.OFFICE if not last.id else ProofForm.VILLAGE_HALL
        self._new = NoticeProof("", form, by=last.by)
        self._show()
        self._fill(focus="form")

    def drop_new(self) -> None:
        """Back from an empty form; a half typed one is laid aside."""
        if self._new is not None:
            self._lay_aside()
            self._entry = None
            self._show()
            self._fill(anew=True)

    def _lay_aside(self) -> None:
        """A new row in which something is typed is kept until Ctrl+N brings it back."""
        new, entry = self._new, self.typing.now
        self._new = None
        if new is not None and entry is not None and entry != proof_entry_of(new):
            self._half = (new, entry)
            self._keep_draft(entry)
            self._view.say(HALF, None)

    def typed(self, entry: ProofEntry) -> None:
        other_way = self.typing.now is not None and entry.form is not self.typing.now.form
        self.typing.typed(entry)
        if other_way:
            self._show()

    def settle(self) -> None:
        """A field was left, or the form: all of it is taken now."""
        self.typing.left()

    def _write(self, entry: ProofEntry, settled: bool) -> None:
        proof, data = self._proof(), self._data
        if proof is None or data is None:
            return
        if not settled:
            if self._new is not None:
                self._keep_draft(entry)  # without its first day there is no row to write yet
                return
            entry = only_texts(entry, self._entry or proof_entry_of(proof))
        taken = take_proof(entry, proof, today=self._clock.today(), conference_day=data.limits.conference_day)
        faults = dict(taken.faults)
        if self._new is not None and not entry.first_day.strip():
            faults.pop("first_day", None)  # not reached yet
        if settled:
            self._view.complain(faults)
        if taken.faults:
            if self._new is not None:
                self._keep_draft(entry)
            return
        if taken.proof == proof and self._new is None:
            self._rewrite(entry if settled else None)
            return
        self._save(taken.proof, entry if settled else None)

    def _rewrite(self, read: ProofEntry | None) -> None:
        if read is not None and self.typing.now == read:
            self._fill(anew=True)

    def _save(self, proof: NoticeProof, read: ProofEntry | None) -> None:
        new = self._new is not None

        def work() -> tuple[Proofs, ProofView]:
            return self._core.save_proof(proof), self._core.proof()

        def done(found: tuple[Proofs, ProofView]) -> None:
            before, self._data = found
            self._trouble = None
            if new and self._new is not None:
                self._new = None
                self._selected = self._data.proofs[-1].id
                self._keep_draft(None)
            self._view.show_saved(self._clock.now())
            stored = self._proof()
            said = proof_words.where(proof)
            if new:
                self.steps.acted(f"Đã ghi: {said}", before)
            else:
                self.steps.acted(f"Sửa: {said}", before, key=proof.id, tell=False)
            if stored is not None:
                self._entry = proof_entry_of(stored)
            self._show()
            self._rewrite(read)

        self._run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._trouble = Trouble("Chưa lưu được.", f"{_sentence(error)} {KEPT}")
        self._show()

    # --- verbs ----------------------------------------------------------------------------------------

    def remove(self, row_id: str = "") -> None:
        """Take a row away; the toast takes it back."""
        if self._new is not None and not row_id:
            self.drop_new()
            return
        proof = self._stored(row_id or self._selected)
        if proof is None or self._data is None:
            return
        self.settle()
        if self._selected == proof.id:
            self._selected = neighbour([one.id for one in self._data.proofs], proof.id)

        def work() -> tuple[Proofs, ProofView]:
            return self._core.remove_proof(proof.id), self._core.proof()

        def done(found: tuple[Proofs, ProofView]) -> None:
            before, self._data = found
            self._view.show_saved(self._clock.now())
            self.steps.acted(f"Đã bỏ: {proof_words.where(proof)}", before)
            self._read(self._data)

        self._run(work, done, self._failed)

    def tick_notice(self) -> None:
        """The plan's own notice duty is done, on the day when the last place had the notice."""
        data = self._data
        if data is None or not data.to_tick or data.to_tick_day is None:
            return
        duty, day, title = data.to_tick, data.to_tick_day, data.to_tick_title

        def done(before: Kept) -> None:
            self._view.show_saved(self._clock.now())
            self._view.say(
                f"Đã xong ngày {date_short(day)}: {title}",
                lambda: self._run(lambda: self._core.put(before), lambda _old: self.refresh(), self._failed),
            )
            self.refresh()

        self._run(lambda: self._core.tick_notice(duty, day), done, self._failed)

    def tick_later(self) -> None:
        """The offer is put off until the page is opened again."""
        self._later = True
        self._show()

    def try_again(self) -> None:
        now = self.typing.now
        if self._data is not None and now is not None:
            self._trouble = None
            self._write(now, True)
        self.refresh()

    def leave(self) -> None:
        """The page goes out of sight."""
        self.settle()
        self.steps.forget()
        self._later = False


def _sentence(error: Exception) -> str:
    return error.sentence if isinstance(error, UserError) else "Chương trình gặp lỗi."
