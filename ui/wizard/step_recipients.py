"""Step 8: who receives the plan, who signs it, and which copies of the minutes will be made (P12, M2)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from dialogue_desktop.domain.plan import CopyPurpose, IssuerKind, Plan, Signature
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.checkbox import CheckBox
from ui.widgets.field_row import Note
from ui.widgets.panes import Card, Space, VBox
from ui.widgets.rows import Cell, Column
from ui.widgets.text import Label
from ui.wizard import rows
from ui.wizard.checks import district_warning, last_is_archive, plan_date
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr, pick_from
from ui.wizard.reading import count_within
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_source import TupleRows
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.step_programme import lines_of
from ui.wizard.step_view import StepView


class RecipientsStep(StepView):
    """Recipients, signature with its lines as they are printed, copies."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        self.recipients = self._recipients()
        self.column.addWidget(self.recipients)
        self.place("recipients", self.recipients)
        self.first = self.recipients.table
        self._archive = Note(desk.look)
        self.column.addWidget(self._archive)
        self._build_signature()
        self.copies = self._copies()
        self.column.addWidget(self.copies)
        self.place("copies", self.copies)
        make = Inputs(desk, self.form)
        symbol = make.line("minutes_symbol", "Ký hiệu biên bản", *attr("minutes_symbol"), units=34)
        row = self.side_by_side(symbol)
        row.end()
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.anchors |= {"signature.lines": "signature", "signature.name": "signature", "minutes_symbol": ""}

    def _recipients(self) -> RowsEditor[str]:
        desk = self.desk
        form: RowForm[str] = RowForm(desk)
        make = Inputs(desk, form.form)
        form.column.addWidget(
            make.line(
                "recipient", "", lambda text: text, lambda _, text: text, placeholder="Cơ quan, đơn vị nhận"
            )
        )
        form.first = form.form.fields["recipient"]
        self._source = TupleRows[str](
            get=lambda plan: plan.recipients,
            set=lambda plan, value: replace(plan, recipients=value),
            id_of=lambda _, place: str(place),
            blank=lambda plan: "",
            closing=lambda text: last_is_archive((text,)),
        )
        self._library = pick_from(desk, "Chọn từ danh mục…", self._take_recipient)
        return RowsEditor(
            desk,
            ListWords("recipients", "Nơi nhận", "nơi nhận"),
            self._source,
            (Column("text"), Column("warning", units=56)),
            self._recipient_cells,
            (form,),
            anchor=lambda text: "signature",
            most=8,
            bare=True,
            beside=(self._library,),
        )

    def _recipient_cells(self, row_id: str, text: str, place: int, plan: Plan) -> tuple[Cell, ...]:
        on = plan_date(plan, self.desk.presenter.facts.today)
        shown = Cell(f"- {text}" if text.strip() else "Nơi nhận để trống")
        if district_warning(text, on):
            return (shown, Cell("Cấp huyện không còn", role=Role.WARN, icon="warning"))
        return (shown, Cell())

    def _take_recipient(self, text: str) -> None:
        made = self._source.insert(self.desk.presenter.plan, text, self.recipients.current)
        self.recipients.take(*made, open_it=False)

    # --- signature ------------------------------------------------------------------------------------

    def _build_signature(self) -> None:
        desk, look = self.desk, self.look
        group = self.group("Người ký")
        make = Inputs(desk, self.form)
        self._form_box = make.choice(
            "signature.lines",
            "Thể thức ký",
            [],
            lambda plan: plan.signature.lines,
            lambda plan, lines: replace(plan, signature=replace(plan.signature, lines=lines)),
            units=86,
        )
        self._forms = self.form.fields["signature.lines"]
        own = make.lines(
            "signature.own",
            "Các dòng như in, mỗi dòng một hàng",
            lambda plan: "\n".join(plan.signature.lines),
            lambda plan, text: replace(plan, signature=replace(plan.signature, lines=lines_of(text))),
            rows=3,
        )
        name = make.line(
            "signature.name",
            "Họ tên người ký",
            lambda plan: plan.signature.name,
            lambda plan, text: replace(plan, signature=replace(plan.signature, name=text)),
            placeholder="Nguyễn Thị Thanh Nguyệt",
        )
        left = VBox(look, gap=2)
        for box in (self._form_box, own, name):
            left.addWidget(box)
        left.addStretch(1)
        self._printed = Card(look, fill=Role.PAPER)
        paper = VBox(look, (3, 3, 3, 3), 0.5)
        self._printed.setLayout(paper)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._lines = [Label(look, "", Type.CAPTION_STRONG, Role.INK, align=middle) for _ in range(3)]
        for line in self._lines:
            paper.addWidget(line)
        paper.addWidget(Space(look, height=8))
        self._signer = Label(look, "", Type.CAPTION_STRONG, Role.INK, align=middle)
        paper.addWidget(self._signer)
        self._printed.setAccessibleName("Khối chữ ký như in")
        group.addLayout(self.side_by_side(left, 3, self._printed, 2))
        self.anchors["signature.own"] = "signature"

    def _signatures(self, plan: Plan) -> list[tuple[tuple[str, ...], str]]:
        """The usual forms of this kind of body; the plan's own one is among them."""
        party = plan.issuer.kind is IssuerKind.PARTY_COMMITTEE
        usual = self.desk.lists.party_signatures if party else self.desk.lists.signatures
        known = [signature.lines for signature in usual]
        if plan.signature.lines not in known:
            known.append(plan.signature.lines)
        return [(lines, " / ".join(lines) or "Chưa chọn") for lines in known]

    # --- copies of the minutes ------------------------------------------------------------------------

    def _copies(self) -> RowsEditor[CopyPurpose]:
        desk = self.desk
        form: RowForm[CopyPurpose] = RowForm(desk)
        make = Inputs(desk, form.form)
        label = make.line("label", "Bản dùng để", *attr("label"))
        count = make.parsed(
            "count", "Số bản", count_within(1, 99, "Số bản"), str, *attr("count"), units=18, right=True
        )
        form.column.addLayout(self.side_by_side(label, 1, count))
        form.first = form.form.fields["label"]
        posted = CheckBox(self.look, "Bản niêm yết: bỏ phần không được công khai")
        form.form.tick("posted", posted, *attr("posted"))
        form.column.addWidget(posted)
        self._copy_source = TupleRows[CopyPurpose](
            get=lambda plan: plan.copies,
            set=lambda plan, value: replace(plan, copies=value),
            id_of=lambda row, place: row.id,
            blank=lambda plan: CopyPurpose(rows.new_id(), ""),
        )
        self._copy_library = pick_from(desk, "Chọn từ danh mục…", self._take_copy)
        return RowsEditor(
            desk,
            ListWords("copies", "Các bản biên bản", "bản"),
            self._copy_source,
            (Column("label"), Column("posted", units=40), Column("count", units=16, right=True)),
            lambda row_id, row, place, plan: (
                Cell(
                    row.label or "Bản chưa có tên",
                    tick=row.chosen,
                    role=Role.TEXT if row.chosen else Role.TEXT3,
                ),
                Cell("Che phần riêng" if row.posted else "", role=Role.TEXT2),
                Cell(f"{row.count:02} bản"),
            ),
            (form,),
            anchor=lambda row: "copies",
            tick=lambda row, on: replace(row, chosen=on),
            most=5,
            beside=(self._copy_library,),
        )

    def _take_copy(self, purpose: CopyPurpose) -> None:
        made = self._copy_source.insert(
            self.desk.presenter.plan, replace(purpose, id=rows.new_id()), self.copies.current
        )
        self.copies.take(*made, open_it=False)

    # --- what follows ---------------------------------------------------------------------------------

    def refresh(self, plan: Plan) -> None:
        from ui.widgets.combo import Combo

        self.recipients.show_plan(self.shown)
        self.copies.show_plan(self.shown)
        if isinstance(self._forms, Combo):
            self._forms.set_items(self._signatures(plan))
            self._forms.set_value(plan.signature.lines)
        bad = plan.recipients and not last_is_archive(plan.recipients)
        self._archive.say("Dòng cuối phải là “Lưu: VT”." if bad else "", warning=True)
        taken = set(plan.recipients)
        self._library.set_items((text, text) for text in self.desk.lists.recipients if text not in taken)
        labels = {purpose.label for purpose in plan.copies}
        self._copy_library.set_items(
            (purpose, purpose.label) for purpose in self.desk.lists.copies if purpose.label not in labels
        )
        _show_signature(self._lines, self._signer, plan.signature)


def _show_signature(lines: list[Label], signer: Label, signature: Signature) -> None:
    for place, label in enumerate(lines):
        words = signature.lines[place] if place < len(signature.lines) else ""
        label.setText(words)
        label.setVisible(bool(words))
    signer.setText(signature.name or "(chưa có họ tên)")
