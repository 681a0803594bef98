"""What one kind of list has of its own: its words, its services, and how its rows are shown; without Qt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from ui.list_import.columns import Offered, Said
from ui.list_import.screen import Option, ProblemView, RowDetail, RowView, Sum

if TYPE_CHECKING:
    from dialogue_desktop.exchange.list_types import Assigned, ListReport, ListRow, Problem, UnreadSheet


ReportT = TypeVar("ReportT", bound="ListReport[Any]")
RowT = TypeVar("RowT", bound="ListRow")


class Kept(NamedTuple):
    """What was kept, in words for the toast, and one sentence where something beside it was not."""

    words: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What the page of one kind of list says. `id` begins the ids of its verbs."""

    id: str
    title: str
    short: str
    lead: str
    back: str
    came: str
    kinds: str
    paste: str
    forms: str
    what_forms: str
    form_for: str
    form_button: str
    form_title: str
    form_file: str
    open_title: str
    keep: str
    who: str
    text: str
    outside: str
    bad_title: str = "Ghi các dòng phải sửa"
    bad_file: str = "cac-dong-phai-sua.xlsx"
    sums: str = ""


class ListKind(ABC, Generic[ReportT, RowT]):
    """`services` are those of the window. Methods of the first group run on the database's thread."""

    #: What its rows may be, in words; the order is that of the views.
    states: Mapping[str, str]
    words: Words
    #: Whether the rows that must be mended can go back in a file.
    gives_back = True
    #: What columns may be named by hand where the heads are not recognised; None: the note alone says so.
    offered: Offered | None = None

    def __init__(self, services: Any, conference_id: str) -> None:
        self._services, self._id = services, conference_id

    # --- work

    @abstractmethod
    def read(self, path: Path) -> ReportT: ...

    @abstractmethod
    def read_pasted(self, text: str) -> ReportT: ...

    def read_said(self, source: Path | str, said: Mapping[str, Said]) -> ReportT:
        """A file or pasted rows again, with the columns of sheets as a person said they are."""
        raise NotImplementedError

    @abstractmethod
    def mend(self, report: ReportT, key: int, column: str, text: str) -> ReportT: ...

    @abstractmethod
    def save(self, report: ReportT, keys: Collection[int], options: Mapping[str, object]) -> Kept: ...

    @abstractmethod
    def forms(self) -> tuple[tuple[str, str], ...]:
        """(id, words) of those for whom a form can be made, the usual one first."""

    @abstractmethod
    def write_form(self, path: Path, form_id: str) -> None: ...

    def write_bad_rows(self, report: ReportT, keys: Collection[int], path: Path) -> None:
        raise NotImplementedError

    def undo(self) -> str:
        entry = self._services.live.undo(self._id)
        return "" if entry is None else str(self._services.live.entry_text(entry))

    # --- what is shown

    def rows(self, report: ReportT) -> Sequence[RowT]:
        return report.rows

    @abstractmethod
    def state(self, row: RowT) -> str: ...

    @abstractmethod
    def view(self, report: ReportT, row: RowT, ticked: bool | None) -> RowView: ...

    @abstractmethod
    def detail(self, report: ReportT, row: RowT) -> RowDetail: ...

    def notes(self, report: ReportT) -> tuple[str, ...]:
        notes = list(report.notes)
        unknown = [column.head for column in report.unknown_columns if column.head.strip()]
        if unknown:
            notes.append(f"Cột không đọc: {', '.join(unknown)}.")
        if report.unread:
            names = ", ".join(sheet.name for sheet in report.unread)
            notes.append(f"Không nhận ra tiêu đề cột ở: {names}.")
        if report.outside:
            notes.append(self.words.outside.format(count=len(report.outside)))
        return tuple(notes)

    def asked(self, report: ReportT) -> tuple[UnreadSheet, ...]:
        """The sheets whose columns a person is asked for: where other sheets were read, only those that look
        like a list; the notes tell of a sheet of instructions."""
        if self.offered is None:
            return ()
        if not self.rows(report):
            return tuple(report.unread)
        wanted = {self.offered.needed, self.offered.wished} - {""}
        return tuple(sheet for sheet in report.unread if wanted <= {str(one) for one in sheet.guess})

    def options(
        self,
        report: ReportT,
        left: Sequence[RowT],
        ticked: Sequence[RowT],
        chosen: Mapping[str, object],
    ) -> tuple[Option, ...]:
        """Choices for the whole list; `chosen` are those that a person made."""
        return ()

    def chosen(self, report: ReportT, option: str, value: object) -> ReportT:
        """The report with a choice for the whole list, where that changes its rows."""
        return report

    def rivals(self, report: ReportT, row: RowT) -> frozenset[int]:
        """Rows that cannot be kept together with this one."""
        return frozenset()

    def sums(self, report: ReportT, ticked: Sequence[RowT]) -> tuple[Sum, ...]:
        """How full the places of the plan would be."""
        return ()


class SheetList(ListKind[ReportT, RowT]):
    """A kind whose service reads sheets, also as a person said their columns are, and makes forms: for any or
    for one thôn, and for the rows that must be mended."""

    #: The form that is for no thôn, in words.
    any_form: str

    @property
    @abstractmethod
    def service(self) -> Any: ...

    def read(self, path: Path) -> ReportT:
        report: ReportT = self.service.read(self._id, path)
        return report

    def read_pasted(self, text: str) -> ReportT:
        report: ReportT = self.service.read_pasted(self._id, text)
        return report

    def read_said(self, source: Path | str, said: Mapping[str, Said]) -> ReportT:
        read = self.service.read if isinstance(source, Path) else self.service.read_pasted
        report: ReportT = read(self._id, source, assigned=assigned(said))
        return report

    def mend(self, report: ReportT, key: int, column: str, text: str) -> ReportT:
        from dialogue_desktop.exchange.list_columns import Column

        mended: ReportT = self.service.mend(report, key, Column(column), text)
        return mended

    def forms(self) -> tuple[tuple[str, str], ...]:
        plan = self._services.planning.plan(self._id)
        return (("", self.any_form), *((row.id, row.label) for row in plan.localities))

    def write_form(self, path: Path, form_id: str) -> None:
        self.service.write_blank_form(self._id, path, form_id)

    def write_bad_rows(self, report: ReportT, keys: Collection[int], path: Path) -> None:
        self.service.bad_rows_file(report, path, keys)


def assigned(said: Mapping[str, Said]) -> dict[str, Assigned]:
    """What was said of sheets, as the services take it."""
    from dialogue_desktop.exchange.list_columns import Column
    from dialogue_desktop.exchange.list_types import Assigned

    return {
        name: Assigned(tuple(Column(one) if one else None for one in sheet.columns), sheet.first)
        for name, sheet in said.items()
    }


def problem_views(problems: Sequence[Problem]) -> tuple[ProblemView, ...]:
    """Problems as the pane shows them, the gravest first: where, what is wrong, what may be meant."""
    from dialogue_desktop.exchange.list_types import Severity

    order = list(Severity)
    return tuple(
        ProblemView(
            problem.severity is Severity.ERROR,
            capital(f"{problem.where}: {problem.sentence}") if problem.where else problem.sentence,
            problem.column.value if problem.column else "",
            problem.choices,
            note=problem.severity is Severity.NOTE,
        )
        for problem in sorted(problems, key=lambda one: order.index(one.severity))
    )


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
