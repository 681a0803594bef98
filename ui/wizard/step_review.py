"""Step 9: what is missing with the way to it, number and date, files and paper (P1, P2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.services.documents import DocumentKind
from ui.printing.print_panel import PrintPanel
from ui.printing.printers import PrinterChoice
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import Card, HBox, Rule, VBox
from ui.widgets.text import Label, Paragraph
from ui.wizard.checks import Gap
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr
from ui.wizard.profile_card import ProfileCard
from ui.wizard.reading import read_day, write_day
from ui.wizard.step_issuer import form_field
from ui.wizard.step_view import StepView
from ui.wizard.steps import info_of

#: More than these are only counted: the first ones are seen to first.
MOST_SHOWN = 30


class GapList(Card):
    """One line for each gap: what, in which step, and a button that goes there."""

    def __init__(self, desk: WizardDesk, go: Callable[[Gap], None]) -> None:
        super().__init__(desk.look)
        self._desk, self._go = desk, go
        self._shown: tuple[Gap, ...] = ()
        self._column = VBox(desk.look, (0.25, 0.5, 0.25, 0.5))
        self.setLayout(self._column)
        self.buttons: list[Button] = []
        self._lines: list[QWidget] = []

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Built anew only when the gaps changed: the focus stays on its button."""
        wanted = tuple(gaps)
        self.setVisible(bool(wanted))
        if wanted == self._shown:
            return
        self._shown = wanted
        self.buttons = []
        for widget in self._lines:
            widget.hide()
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._lines = []
        for place, gap in enumerate(wanted[:MOST_SHOWN]):
            if place:
                self._put(Rule(self._desk.look))
            self._put(self._line(gap))
        if len(wanted) > MOST_SHOWN:
            rest = f"và {len(wanted) - MOST_SHOWN} điều khác"
            self._put(Label(self._desk.look, rest, role=Role.TEXT2))

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._lines.append(widget)

    def _line(self, gap: Gap) -> QWidget:
        look = self._desk.look
        line = QWidget()
        row = HBox(look, (3, 1, 2, 1), 2)
        line.setLayout(row)
        icon = "warning_16" if gap.warning else "circle_16"
        row.addWidget(IconBox(look, icon, Role.WARN if gap.warning else Role.TEXT2, 4))
        row.addWidget(Paragraph(look, gap.text), 1)
        row.addWidget(Label(look, info_of(gap.step).title, Type.CAPTION, Role.TEXT2))
        button = Button(look, "Đến chỗ này", kind=Kind.QUIET, small=True, name=f"Đến chỗ này: {gap.text}")
        button.clicked.connect(lambda: self._go(gap))
        row.addWidget(button)
        self.buttons.append(button)
        return line


class ReviewStep(StepView):
    """`go` turns to a gap; the page does the exporting and printing that is asked for here."""

    export_asked = Signal(str)  # "pdf", "docx" or "xlsx", of the chosen papers
    print_asked = Signal(object, object)  # PrinterChoice, PrintOrder
    paper_chosen = Signal(str)  # its name; "plan" too where all were chosen
    gap_asked = Signal(object)  # Gap

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        look = self.look
        self._whole = Label(
            look, "Kế hoạch đã đủ các mục.", Type.MEDIUM, icon="checkmark_circle_16", icon_role=Role.OK
        )
        self.column.addWidget(self._whole)
        self._missing_title = Label(look, "", Type.STRONG)
        self.missing = GapList(desk, self.gap_asked.emit)
        self._warned_title = Label(look, "", Type.STRONG)
        self.warned = GapList(desk, self.gap_asked.emit)
        for title, gaps in ((self._missing_title, self.missing), (self._warned_title, self.warned)):
            group = VBox(look, gap=1.5)
            group.addWidget(title)
            group.addWidget(gaps)
            self.column.addLayout(group)
        self._build_number()
        self._build_paper()
        self.profile = ProfileCard(self.look)
        self.group("Mẫu của cơ quan").addWidget(self.profile)
        self.column.addStretch(1)

    def _build_number(self) -> None:
        desk, look = self.desk, self.look
        group = self.group("Số và ngày")
        make = Inputs(desk, self.form)
        number = make.line("number", "Số", *attr("number"), units=18)
        symbol = make.line("symbol", "Ký hiệu", *attr("symbol"), units=34)
        day = make.parsed(
            "issued_on",
            "Ngày ban hành",
            read_day,
            write_day,
            *form_field("issued_on"),
            units=38,
            placeholder="24/4/2026",
        )
        row = self.side_by_side(number, symbol, day)
        row.end()
        group.addLayout(row)
        self._blank = Label(look, "", Type.CAPTION, Role.TEXT2)
        group.addWidget(self._blank)

    def _build_paper(self) -> None:
        look = self.look
        group = self.group("Xuất và in")
        which = HBox(look, gap=2)
        name = Label(look, "Văn bản", role=Role.TEXT2)
        self.which = Combo(look, [(("plan",), "Kế hoạch")], name="Văn bản để xuất", units=70)
        name.setBuddy(self.which)
        self.which.chosen.connect(self._pick)
        which.addWidget(name)
        which.addWidget(self.which)
        which.addStretch(1)
        group.addLayout(which)
        files = HBox(look, gap=2)
        self.pdf = Button(look, "Xuất PDF…", icon="document_pdf")
        self.word = Button(look, "Xuất Word…", icon="document_text")
        self.pdf.clicked.connect(self._ask_pdf)
        self.excel = Button(look, "Xuất Excel…", icon="document_table")
        self.excel.hide()
        self.word.clicked.connect(self._ask_word)
        self.excel.clicked.connect(self._ask_excel)
        files.addWidget(self.pdf)
        files.addWidget(self.word)
        files.addWidget(self.excel)
        files.addStretch(1)
        group.addLayout(files)
        self._kinds: tuple[DocumentKind, ...] = ()
        self.paper = PrintPanel(look)
        self.paper.leave.hide()
        self.paper.go.setEnabled(False)
        self.paper.ordered.connect(self.print_asked.emit)
        self._pages = 0
        box = HBox(look)
        card = Card(look)
        inside = VBox(look, (3, 3, 3, 3))
        card.setLayout(inside)
        inside.addWidget(self.paper)
        box.addWidget(card, 3)
        box.addStretch(1)
        group.addLayout(box)

    def focus_first(self) -> None:
        """The first thing to see to, or the number when there is none."""
        buttons = self.missing.buttons or self.warned.buttons
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().focus_first()

    def show_printers(self, printers: Sequence[PrinterChoice], wanted: str | None = None) -> None:
        self.paper.settings.set_printers(printers, wanted)
        count, self._pages = self._pages, 0
        self.show_pages(count)

    def show_pages(self, count: int) -> None:
        """How many pages the paper on view has now; what was chosen to be printed stays while that is the
        same."""
        if count != self._pages:
            self._pages = count
            self.paper.show_job(f"{self.paper_title}, {count} trang", count)
            self.paper.go.setEnabled(count > 0)

    def show_documents(self, kinds: Sequence[DocumentKind]) -> None:
        """The papers that can be written as files: one of them, or all."""
        self._kinds = tuple(kinds)
        every = tuple(kind.name for kind in kinds)
        one_by_one = [((kind.name,), kind.title) for kind in kinds]
        self.which.set_items([*one_by_one, (every, f"Tất cả {len(every)} văn bản")])
        self._chosen(self.which.value())

    def documents(self, format_name: str) -> tuple[str, ...]:
        """The chosen papers that there are in this form."""
        chosen = self.which.value() or ()
        return tuple(kind.name for kind in self._kinds if kind.name in chosen and format_name in kind.formats)

    def paper_on_view(self) -> DocumentKind | None:
        """The paper on view beside the step: the chosen one, the plan where all are chosen."""
        names = self.which.value() or ()
        return next((kind for kind in self._kinds if kind.name in names), None)

    @property
    def paper_title(self) -> str:
        kind = self.paper_on_view()
        return kind.title if kind is not None else "Kế hoạch"

    def _pick(self, value: object) -> None:
        self._chosen(value)
        kind = self.paper_on_view()
        self._pages = 0
        self.paper.go.setEnabled(False)
        self.paper_chosen.emit(kind.name if kind is not None else "plan")

    def _chosen(self, _value: object) -> None:
        self.excel.setVisible(bool(self.documents("xlsx")))

    def _ask_excel(self) -> None:
        self.export_asked.emit("xlsx")

    def _ask_pdf(self) -> None:
        self.export_asked.emit("pdf")

    def _ask_word(self) -> None:
        self.export_asked.emit("docx")

    def refresh(self, plan: Plan) -> None:
        gaps = self.desk.presenter.gaps()
        missing = [gap for gap in gaps if not gap.warning]
        warned = [gap for gap in gaps if gap.warning]
        self._whole.setVisible(not missing)
        self._missing_title.setText(f"Cần bổ sung: {len(missing)} điều")
        self._missing_title.setVisible(bool(missing))
        self.missing.show_gaps(missing)
        self._warned_title.setText(f"Nên xem lại: {len(warned)} điều")
        self._warned_title.setVisible(bool(warned))
        self.warned.show_gaps(warned)
        blank = [
            words for words, value in (("số", plan.number.strip()), ("ngày", plan.issued_on)) if not value
        ]
        self._blank.setText(f"Chỗ {' và '.join(blank)} để trống, ghi bằng tay khi ký." if blank else "")
        self._blank.setVisible(bool(blank))
