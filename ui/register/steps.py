"""The next step of the papers in hand, without Qt: number and date, issue, sent, posted (M4–M7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from dialogue_desktop.domain.after_records import Paper
from dialogue_desktop.domain.register_checks import Check, CheckKind
from dialogue_desktop.domain.register_numbers import read_number, running
from dialogue_desktop.domain.register_rows import Group, Next, RegisterRow
from dialogue_desktop.domain.words_vi import date_short
from ui.register import words
from ui.register.core import RegisterCore
from ui.register.entry import read_day
from ui.register.listing import Line
from ui.register.screen import Step, StepInput, View
from ui.tasks import Lane

if TYPE_CHECKING:
    from dialogue_desktop.services.issuing import Drawn, IssueSource

NOT_ISSUED = "Chưa phát hành được."
NOT_NOTED = "Chưa ghi được."


class LaneRunner(Protocol):
    """As a presenter's runner, with the lane on which the work is done."""

    def __call__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        lane: Lane | None = None,
    ) -> None: ...


class Desk(Protocol):
    """What the presenter of the page lets the steps do."""

    def acted(self, conference_id: str, words: str, /) -> None: ...
    def failed(self, fact: str, error: Exception, /) -> None: ...
    def set_busy(self, what: str, /) -> None: ...
    def show(self) -> None: ...


class Steps:
    """Holds what is typed into the fields of each paper's next step, until it is done."""

    def __init__(
        self, core: RegisterCore, view: View, desk: Desk, run: LaneRunner, today: Callable[[], date]
    ) -> None:
        self._core, self._view, self._desk, self._run, self._today = core, view, desk, run, today
        self._typed: dict[str, StepInput] = {}
        self.free = ""
        self.checks: tuple[Check, ...] = ()

    # --- what is shown

    def step(self, line: Line | None) -> Step:
        """The next step of what is in hand."""
        if line is None:
            return Step()
        row, many = line.first, len(line.rows)
        base = Step(
            due=words.due_line(row, self._today()) if row.next is not None else "",
            counted=row.due.counted if row.due is not None else "",
            late=row.late(self._today()),
            symbol=row.paper.symbol,
            input=self.input_of(line),
            checks=self.checks if row.next in (Next.NUMBER, Next.ISSUE, None) else (),
            editable=not line.series and (not row.issued or not row.kind.name),
            replaceable=not line.series and row.issued and bool(row.kind.name) and row.group is not Group.OLD,
            removable=row.stored and (not row.issued or not row.kind.name) and not line.series,
        )
        if row.next is None:
            return replace(base, title=self._rest(line), due=words.history_words(row))
        if line.series and row.next in (Next.NUMBER, Next.ISSUE):
            return replace(
                base,
                title=f"Việc tiếp theo: phát hành {many} văn bản, đánh số liên tiếp",
                act=f"Phát hành {many} văn bản",
                next=Next.ISSUE,
                fields=("number", "day"),
                number_label="Số đầu",
            )
        made: dict[Next, Callable[[], Step]] = {
            Next.FREEZE: lambda: replace(base, act="Mở trang Kết thúc", next=Next.FREEZE),
            Next.NUMBER: lambda: self._draft(base, row),
            Next.ISSUE: lambda: self._draft(base, row),
            Next.POST: lambda: replace(
                base, act="Ghi đã niêm yết", next=Next.POST, fields=("day", "places"),
                day_label="Niêm yết từ ngày",
            ),
            Next.SEND: lambda: replace(
                base, act="Ghi đã gửi" if many == 1 else f"Ghi đã gửi {many} văn bản", next=Next.SEND,
                fields=("day",), day_label="Ngày gửi",
            ),
        }  # fmt: skip
        step = made[row.next]()
        title = step.title or f"Việc tiếp theo: {words.STEP_WORDS[row.next]}"
        if row.next is Next.POST:
            title += f" tại {len([p for p in step.input.places.split(';') if p.strip()])} nơi"
        return replace(step, title=title)

    def _draft(self, base: Step, row: RegisterRow) -> Step:
        if not row.kind.code:
            return replace(base, act="Phát hành", next=Next.ISSUE, title="Việc tiếp theo: phát hành")
        fresh = self._differs(row, base.input)
        return replace(
            base,
            act="Ghi số, ngày" if fresh else "Phát hành",
            next=Next.NUMBER if fresh else Next.ISSUE,
            title=f"Việc tiếp theo: {'ghi số và ngày' if fresh else 'phát hành'}",
            fields=("number", "day"),
        )

    def _differs(self, row: RegisterRow, typed: StepInput) -> bool:
        paper = row.paper
        if not row.stored or not (paper.number and paper.dated_on):
            return True
        try:
            day = read_day(typed.day, self._today())
        except ValueError:
            return True
        return (typed.number.strip(), day) != (paper.number, paper.dated_on)

    @staticmethod
    def _rest(line: Line) -> str:
        row = line.first
        if row.group is Group.OLD:
            return "Đã có bản thay thế"
        if not row.kind.name:
            return words.state_of(row).words
        return "Không còn việc nào với văn bản này" if len(line.rows) == 1 else "Không còn việc nào"

    def input_of(self, line: Line) -> StepInput:
        """What was typed, else what is usual: the free number, today, the places of the plan."""
        typed = self._typed.get(line.id)
        if typed is not None:
            return typed
        row = line.first
        today = date_short(self._today())
        if row.next is Next.POST:
            return StepInput(day=today, places="; ".join(row.places))
        if row.next is Next.SEND:
            return StepInput(day=today)
        dated = date_short(row.paper.dated_on) if row.paper.dated_on is not None else today
        return StepInput(row.paper.number or self.free, dated)

    def typed(self, line: Line, given: StepInput) -> bool:
        """Fields changed. True where the papers in hand became others."""
        if given == self.input_of(line):
            return False
        self._typed[line.id] = given
        return line.first.next in (Next.NUMBER, Next.ISSUE)

    def papers(self, line: Line) -> tuple[Paper, ...]:
        """The papers in hand with what is typed, as far as it can be read."""
        rows, given = line.rows, self.input_of(line)
        if line.first.next not in (Next.NUMBER, Next.ISSUE) or not line.first.kind.code:
            return tuple(row.paper for row in rows)
        try:
            day = read_day(given.day, self._today())
        except ValueError:
            day = rows[0].paper.dated_on
        numbers = running(given.number, len(rows)) if line.series else (given.number.strip(),)
        if len(numbers) != len(rows):
            numbers = tuple(row.paper.number for row in rows)
        return tuple(
            replace(row.paper, number=number, dated_on=day) for row, number in zip(rows, numbers, strict=True)
        )

    # --- what is done

    def do(self, line: Line, step: Step) -> None:
        """The filled button."""
        match step.next:
            case Next.FREEZE:
                self._view.go_to("end", line.first)
            case Next.NUMBER:
                self._number(line)
            case Next.ISSUE:
                self._issue(line)
            case Next.POST | Next.SEND:
                self._on_its_way(line, step)
            case None:
                return

    def _day(self, line: Line) -> date | None:
        """The day typed; None where it was complained about."""
        try:
            day = read_day(self.input_of(line).day, self._today())
        except ValueError as wrong:
            self._view.complain("day", str(wrong))
            return None
        if day is None:
            self._view.complain("day", "Chưa ghi ngày.")
        return day

    def _readable(self, line: Line) -> bool:
        given = self.input_of(line)
        if line.first.kind.code and read_number(given.number) is None:
            wrong = "Chưa ghi số." if not given.number.strip() else "Chỉ ghi phần số, ví dụ 12 hoặc 12a."
            self._view.complain("number", wrong)
            return False
        return not line.first.kind.code or self._day(line) is not None

    def _number(self, line: Line) -> None:
        if not self._readable(line):
            return
        cid, papers = line.first.conference_id, self.papers(line)

        def keep(again: str) -> None:
            self._run(
                lambda: self._core.number(cid, papers, again),
                lambda _done: self._settled(line, cid, f"Đã ghi số, ngày: {_numbers(papers)}"),
                lambda error: self._desk.failed(NOT_NOTED, error),
            )

        self._checked(cid, papers, keep, ask=False)

    def _issue(self, line: Line) -> None:
        if not self._readable(line):
            return
        cid, papers = line.first.conference_id, self.papers(line)

        def read(again: str) -> None:
            self._desk.set_busy("Đang dựng trang để phát hành")
            self._run(
                lambda: self._core.read(cid, papers, again),
                lambda source: self._draw(line, source),
                lambda error: self._desk.failed(NOT_ISSUED, error),
            )

        self._checked(cid, papers, read, ask=True)

    def _draw(self, line: Line, source: IssueSource) -> None:
        def drawn(made: Drawn) -> None:
            self._run(
                lambda: self._core.issue(made),
                lambda papers: self._issued(line, papers),
                lambda error: self._desk.failed(NOT_ISSUED, error),
            )

        failed = lambda error: self._desk.failed(NOT_ISSUED, error)  # noqa: E731 - said twice below
        self._run(lambda: self._core.draw(source), drawn, failed, Lane.PRESS)

    def _issued(self, line: Line, papers: Sequence[Paper]) -> None:
        self._desk.set_busy("")
        self._settled(line, line.first.conference_id, f"Đã phát hành {_numbers(papers)}")

    def _checked(self, cid: str, papers: Sequence[Paper], go: Callable[[str], None], *, ask: bool) -> None:
        """Go on where nothing speaks against it, or the secretary wants it all the same."""

        def known(checks: tuple[Check, ...]) -> None:
            again = ""
            twice = next((one for one in checks if one.kind is CheckKind.TWICE), None)
            if twice is not None:
                reason = self._view.ask_again(twice.sentence)
                if reason is None:
                    return
                again = reason
            rest = tuple(one.sentence for one in checks if not one.refused)
            if ask and rest and not self._view.confirm("Phát hành văn bản?", rest, "Vẫn phát hành"):
                return
            go(again)

        failed = lambda error: self._desk.failed(NOT_NOTED, error)  # noqa: E731 - one line
        self._run(lambda: self._core.checks(cid, papers), known, failed)

    def _on_its_way(self, line: Line, step: Step) -> None:
        day = self._day(line)
        if day is None:
            return
        rows, sent = line.rows, step.next is Next.SEND
        places = [one.strip() for one in self.input_of(line).places.split(";") if one.strip()]
        if not sent and not places:
            self._view.complain("places", "Chưa ghi nơi niêm yết.")
            return
        verb = "gửi" if sent else "niêm yết"
        self._run(
            lambda: self._core.sent(rows, day) if sent else self._core.posted(rows, day, places),
            lambda _done: self._settled(
                line, rows[0].conference_id, f"Đã ghi {verb} {words.done_words(rows)}"
            ),
            lambda error: self._desk.failed(NOT_NOTED, error),
        )

    def _settled(self, line: Line, conference_id: str, said: str) -> None:
        self._typed.pop(line.id, None)
        self._desk.acted(conference_id, said)


def _numbers(papers: Sequence[Paper]) -> str:
    """ "12/TB-UBND", "14 văn bản, số 24 đến 37"."""
    from dialogue_desktop.domain.register_numbers import shown

    if len(papers) == 1:
        return shown(papers[0].number, papers[0].symbol) or "văn bản"
    return f"{len(papers)} văn bản, số {papers[0].number} đến {papers[-1].number}"
