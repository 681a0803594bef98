"""The page of the register without Qt: lines, what is in hand, its pages, its words, undo (M4–M7, F5, L9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import Paper, StoredFile
from dialogue_desktop.domain.letters import REPLY_WAY_LABELS, ReplyWay
from dialogue_desktop.domain.paper_parts_after import PartWords
from dialogue_desktop.domain.register_rows import Group, RegisterRow
from ui.draft_keeper import Timer
from ui.form_desk import Trouble, sentence_of
from ui.reading_presenter import RowsPresenter
from ui.register import listing, words
from ui.register.core import Loaded, RegisterCore
from ui.register.entry import PaperEntry, entry_of, paper_of, read_day, typed_since
from ui.register.listing import Line, Wanted
from ui.register.pages_desk import PagesDesk
from ui.register.screen import FormShown, Screen, StepInput, View
from ui.register.steps import LaneRunner, Steps
from ui.shelf import Shelf
from ui.tasks import Lane

PAUSE_MS = 300  # from the last key in a field to the new pages


class RegisterPresenter(RowsPresenter[Loaded, PaperEntry]):
    """`press` draws pages; `timer` waits for the hand, `drafts` keeps what is half typed."""

    gone_words = "Văn bản này đã bỏ khỏi sổ ở nơi khác. Chữ đang gõ được giữ làm văn bản mới."
    not_read_words = "Chưa đọc được sổ văn bản."

    _core: RegisterCore
    _view: View

    def __init__(
        self,
        core: RegisterCore,
        view: View,
        clock: Clock,
        run: LaneRunner,
        drafts: Timer,
        timer: Timer,
        rescue: Callable[[PaperEntry], bool],
    ) -> None:
        super().__init__(core, view, clock, run, drafts, rescue, PaperEntry())
        self._lanes, self._timer = run, timer
        self.steps = Steps(core, view, self, run, clock.today)
        self.wanted = Wanted()
        self.selected = ""
        self._unfolded: frozenset[str] = frozenset()
        self._by_key: dict[str, RegisterRow] = {}
        self._sections: tuple[listing.Section, ...] = ()
        self._parts: dict[str, tuple[PartWords, ...]] = {}
        self.pages = PagesDesk(core, view, self.steps, run, self.show)
        self._busy = ""
        self._incoming: tuple[StoredFile, ...] = ()
        self._wish = self._subject = ""

    def _arrange(self, loaded: Loaded) -> None:
        self._by_key = {row.key: row for row in loaded.view.rows}

    def _show_read(self, loaded: Loaded) -> None:
        super()._show_read(loaded)
        self.look()

    def look(self) -> None:
        """Read and draw what is in hand anew."""
        self.pages.look(self.line)

    # --- what is wanted -------------------------------------------------------------------------------

    def search(self, query: str) -> None:
        self.wanted = Wanted(query, self.wanted.chips)
        self.show()
        self.look()

    def narrow(self, chip: str, value: str) -> None:
        self.wanted = self.wanted.with_chip(chip, value)
        self.show()
        self.look()

    def widen(self) -> None:
        self.wanted = Wanted()
        self.show()
        self.look()

    def want(self, conference_id: str, kind: str = "", subject: str = "") -> None:
        """From another page: the papers of this conference, this one in hand; of a series the letter with
        this subject, or its next round."""
        self.wanted = Wanted(chips={"conference": conference_id})
        self._wish, self._subject = kind, subject
        self.show()
        self.look()

    def toggle(self, line_id: str) -> None:
        """Open or fold a series."""
        self._unfolded ^= {line_id}
        self.show()

    def select(self, line_id: str) -> None:
        if line_id and line_id != self.selected:
            self.selected = line_id
            self.form.key = ""
            self.show()
            self.look()

    @property
    def line(self) -> Line | None:
        """What is in hand."""
        lines = [line for section in self._sections for line in section.lines]
        return next((line for line in lines if line.id == self.selected), None)

    # --- the next step --------------------------------------------------------------------------------

    def typed_step(self, given: StepInput) -> None:
        """Fields of the next step changed."""
        line = self.line
        if line is not None and self.steps.typed(line, given):
            self.show()
            self._timer.restart(PAUSE_MS, self.look)

    def do_step(self) -> None:
        line = self.line
        if line is not None and not self._busy:
            self.steps.do(line, self.steps.step(line))

    def acted(self, conference_id: str, words_said: str) -> None:
        self._busy, self._trouble = "", None
        self._core.did(conference_id)
        self.acts.acted(words_said)

    def failed(self, fact: str, error: Exception) -> None:
        self._busy = ""
        self._trouble = Trouble(fact, sentence_of(error), "Đọc lại")
        self.show()

    def set_busy(self, what: str) -> None:
        self._busy = what
        self.show()

    # --- other acts -----------------------------------------------------------------------------------

    def replace(self, reason: str) -> None:
        """A draft in the place of the issued paper in hand."""
        line = self.line
        if line is None:
            return
        row = line.first

        def done(paper: object) -> None:
            self.selected = f"{row.conference_id}:{paper.id}"  # type: ignore[attr-defined]
            self.acted(row.conference_id, f"Đã lập bản thay thế cho {words.done_words((row,))}")

        self._run(lambda: self._core.replace(row, reason), done, self.act_failed)

    def begin(self, conference_id: str, kind: str) -> None:
        """A paper of a kind: the one there is, or a new draft."""
        line = next(
            (
                line
                for section in self._sections
                for line in section.lines
                if line.first.kind.name == kind and line.first.conference_id == conference_id
                and section.group is not Group.OLD and not line.inside
            ),
            None,
        )  # fmt: skip
        if line is not None:
            self.select(line.id)
            return

        def done(paper: object) -> None:
            self.selected = f"{conference_id}:{paper.id}"  # type: ignore[attr-defined]
            self.acted(conference_id, "Đã lập dự thảo")

        self._run(lambda: self._core.begin(conference_id, kind), done, self.act_failed)

    def remove(self) -> None:
        """The draft, or the paper from elsewhere, in hand; the toast and Ctrl+Z bring it back."""
        line = self.line
        if line is None or not self.steps.step(line).removable:
            return
        row = line.first
        done = lambda _done: self.acted(row.conference_id, f"Đã bỏ {words.done_words((row,))} khỏi sổ")  # noqa: E731
        self._run(lambda: self._core.remove(row), done, self.act_failed)

    def set_way(self, way: ReplyWay) -> None:
        """To whom the replies of the conference in hand go."""
        cid = self.conference_id

        def done(_done: object) -> None:
            self.acts.tell(f"Văn bản trả lời: {REPLY_WAY_LABELS[way].lower()}")
            self.refresh()

        self._run(lambda: self._core.set_way(cid, way), done, self.act_failed)

    @property
    def conference_id(self) -> str:
        """Of what is in hand, of the chip, or the newest."""
        line = self.line
        if line is not None:
            return line.first.conference_id
        known = self._data.view.conferences if self._data is not None else ()
        return self.wanted.chip("conference") or (known[0].id if known else "")

    # --- the form -------------------------------------------------------------------------------------

    def begin_edit(self, focus: str = "") -> None:
        """The words of the paper in hand, once the drafted ones are known."""
        line, looked = self.line, self.pages.looked
        if line is None or not self.steps.step(line).editable:
            return
        key = line.first.key

        def known(parts: tuple[PartWords, ...]) -> None:
            self._parts[key] = parts
            if self.selected == key:
                self.form.begin_edit(key, focus)

        if looked is None or looked.source is None:
            known(())
        else:
            self._lanes(lambda: self._core.parts(looked), known, self.act_failed, Lane.PRESS)

    def begin_incoming(self, paths: Sequence[Path], *, incoming: bool) -> None:
        """A paper that the program did not make, with its files: they are kept, then its form is opened."""
        if not self.conference_id:
            return

        def kept(files: tuple[StoredFile, ...]) -> None:
            self._incoming = files
            self._from_outside = incoming
            self.form.open_new()

        self._lanes(lambda: self._core.take_files(paths), kept, self.act_failed, Lane.GENERAL)

    _from_outside = True

    def resume(self) -> None:
        row_id = self.form.resume()
        if row_id:
            self.select(row_id)
            self.begin_edit()

    def save(self) -> bool:
        """Keep the form and close it. False where it complains."""
        return self.form.save(go_on=False) is not None

    def id_of(self, entry: PaperEntry) -> str:
        return entry.row

    def as_new(self, entry: PaperEntry) -> PaperEntry:
        return PaperEntry(
            "",
            entry.conference_id,
            entry.title,
            entry.number,
            entry.symbol,
            entry.day,
            entry.sender,
            entry.note,
        )

    def entry_of(self, row_id: str) -> PaperEntry | None:
        row = self._by_key.get(row_id)
        return entry_of(row, self._parts.get(row_id, ())) if row is not None else None

    def blank(self, last: PaperEntry | None) -> PaperEntry:
        return PaperEntry(conference_id=self.conference_id, files=self._incoming, incoming=self._from_outside)

    def complaint(self, entry: PaperEntry) -> tuple[str, str] | None:
        row = self._by_key.get(entry.row)
        if row is not None and row.kind.name:
            return None
        if not entry.title.strip():
            return "title", "Chưa ghi trích yếu."
        try:
            read_day(entry.day, self.today)
        except ValueError as wrong:
            return "day", str(wrong)
        return None

    def differs(self, entry: PaperEntry, base: PaperEntry) -> bool:
        return typed_since(entry, base)

    def below(self, row_id: str) -> str:
        return ""

    def write(self, entry: PaperEntry, base: PaperEntry) -> str:
        row = self._by_key.get(entry.row)
        blank = row.paper if row is not None else _NONE
        paper = paper_of(entry, blank, self._parts.get(entry.row, ()), self.today)
        return self._core.save(entry, row, paper)

    def written(self, entry: PaperEntry, row_id: str, new: bool) -> None:
        self.selected = row_id
        self.acted(entry.conference_id, "Đã ghi văn bản vào sổ" if new else "Đã lưu lời văn của văn bản")

    # --- what is shown --------------------------------------------------------------------------------

    def show(self) -> None:
        self._view.show_screen(self._screen())

    def _screen(self) -> Screen:
        data = self._data
        if data is None:
            return Screen(trouble=self.trouble)
        rows = listing.found(data.view, self.wanted)
        flat = bool(self.wanted.query.strip())
        if self._subject:  # the letter is seen alone, so its series is opened
            folded = [
                line for section in listing.sections(rows, frozenset(), flat=flat) for line in section.lines
            ]
            self._unfolded |= {
                line.id for line in folded if line.series and any(map(self._is_wished, line.rows))
            }
        self._sections = listing.sections(rows, self._unfolded, flat=flat)
        lines = [line for section in self._sections for line in section.lines]
        self._choose(lines)
        line = self.line
        told, short = words.facts(data.view, rows, narrow=self.wanted.narrow)
        return Screen(
            loaded=True,
            facts=self._busy or told,
            facts_short=self._busy or short,
            sections=self._sections,
            query=self.wanted.query,
            chips=listing.chosen_words(data.view, self.wanted),
            choices=listing.choices(data.view),
            narrow=self.wanted.narrow,
            several=len({row.conference_id for row in rows}) > 1,
            today=data.view.today,
            selected=self.selected,
            line=line,
            step=self.steps.step(line),
            empty=self.pages.empty,
            form=self._form(),
            shelf=self._shelf_words(),
            dossier=words.dossier_words(data.view.rows, self.conference_id),
            packable=any(
                row.paper.files for row in data.view.rows if row.conference_id == self.conference_id
            ),
            busy=self._busy,
            trouble=self.trouble,
        )

    def _choose(self, lines: Sequence[Line]) -> None:
        """What was wished for, what is in hand, the series that now holds it, else the first."""
        wish = self._wish
        wished = next((line.id for line in lines if wish and line.first.kind.name == wish), "")
        if self._subject:
            alone = (line.id for line in lines if not line.series and self._is_wished(line.first))
            wished = next(alone, wished)
        self._wish = self._subject = ""
        ids = [line.id for line in lines]
        if wished or self.selected not in ids:
            holder = next(
                (line.id for line in lines if any(row.key == self.selected for row in line.rows)), ""
            )
            self.selected = wished or holder or (ids[0] if ids else "")

    def _is_wished(self, row: RegisterRow) -> bool:
        subject = row.paper.subject
        asked = subject == self._subject or subject.startswith(f"{self._subject}:lan-")
        return row.kind.name == self._wish and asked

    def _form(self) -> FormShown | None:
        if not self.form.key:
            return None
        row = self._by_key.get(self.form.key)
        if row is None or not row.kind.name:
            files = ", ".join(file.name for file in (row.paper.files if row else self.form.form.files))
            title = "Văn bản đến" if self.form.form.incoming else "Văn bản khác"
            return FormShown(title if row is None else row.title, words=False, files=files)
        parts = self._parts.get(row.key, ())
        hint = (
            ""
            if parts
            else "Nội dung của văn bản này sửa ở trang đã lập ra nó; ở đây chỉ sửa ký hiệu, ghi chú."
        )
        return FormShown(row.title.partition(":")[0], True, parts, hint)

    def _shelf_words(self) -> str:
        others = self.form.shelf.others(self.form.key)
        new = sum(1 for key in others if Shelf.is_new(key))
        known = [self._by_key[key].title for key in others if key in self._by_key]
        return ", ".join((*(["văn bản đến"] if new else []), *known))


_NONE = Paper("")
