"""Step 1: the issuing body, number and date, trích yếu, and the bases (P2, P3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from dialogue_desktop.domain.party_form import is_unsure, usual_style, with_usual_style
from dialogue_desktop.domain.plan import IssuerKind, LegalBasis, Plan, Signature, UnitKind
from dialogue_desktop.domain.words_vi import date_short, weekday_long
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.field_row import beside
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.checks import basis_warning, district_warning, plan_date
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr
from ui.wizard.pick_sheet import PickItem, PickSheet
from ui.wizard.reading import count_within, read_day, write_day
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_source import TupleRows
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.step_view import StepView

_KINDS = ((IssuerKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân"), (IssuerKind.PARTY_COMMITTEE, "Đảng ủy"))
_STYLES = (("dang_05", "Hướng dẫn 05 (từ 2026)"), ("dang_36", "Hướng dẫn 36 (đến 2025)"))
_UNSURE = "Đang giao thời 36 – 05: chọn theo cấp trên"
_OTHER = "Văn bản {when} thường theo Hướng dẫn {number}"


def issuer_field(name: str) -> tuple[Callable[[Plan], Any], Callable[[Plan, Any], Plan]]:
    """How one field of the issuer is read and changed."""
    inner_get, inner_put = attr(name)

    def get(plan: Plan) -> Any:
        return inner_get(plan.issuer)

    def put(plan: Plan, value: Any) -> Plan:
        return replace(plan, issuer=inner_put(plan.issuer, value))

    return get, put


def with_kind(plan: Plan, kind: IssuerKind, signatures: dict[IssuerKind, Signature]) -> Plan:
    """The plan issued by another kind of body: letterhead, symbols and the form of signature follow (P2).

    What the office wrote itself stays; only the other body's usual words are replaced.
    """
    if kind is plan.issuer.kind:
        return plan
    party = kind is IssuerKind.PARTY_COMMITTEE
    symbols = ("KH-UBND", "KH/ĐU") if party else ("KH/ĐU", "KH-UBND")
    minutes = ("BB-UBND", "BB/ĐU") if party else ("BB/ĐU", "BB-UBND")
    usual = signatures[plan.issuer.kind].lines
    lines = signatures[kind].lines if plan.signature.lines == usual else plan.signature.lines
    changed = replace(plan, issuer=replace(plan.issuer, kind=kind))
    return replace(
        changed,
        issuer=replace(changed.issuer, style=usual_style(changed)),
        symbol=symbols[1] if plan.symbol == symbols[0] else plan.symbol,
        minutes_symbol=minutes[1] if plan.minutes_symbol == minutes[0] else plan.minutes_symbol,
        signature=replace(plan.signature, lines=lines),
    )


def form_field(name: str) -> tuple[Callable[[Plan], Any], Callable[[Plan, Any], Plan]]:
    """A field on which the form of a Party document depends: it follows, unless the office chose its own."""
    get, put = attr(name)

    def put_both(plan: Plan, value: Any) -> Plan:
        return with_usual_style(plan, put(plan, value))

    return get, put_both


def style_hint(plan: Plan) -> str:
    """What to think of where the form of a Party document is not plain; empty where it is."""
    if is_unsure(plan.issued_on):
        return _UNSURE
    usual = usual_style(plan)
    if plan.issuer.style == usual:
        return ""
    when = f"ngày {date_short(plan.issued_on)}" if plan.issued_on else f"năm {plan.year}"
    return _OTHER.format(when=when, number=usual[-2:])


class IssuerStep(StepView):
    """Fields of the letterhead above, the list of bases below."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        make = Inputs(desk, self.form)
        usual = {
            IssuerKind.PEOPLE_COMMITTEE: desk.lists.signatures[0],
            IssuerKind.PARTY_COMMITTEE: desk.lists.party_signatures[0],
        }
        kind = make.choice(
            "issuer.kind",
            "Cơ quan ban hành",
            _KINDS,
            lambda plan: plan.issuer.kind,
            lambda plan, value: with_kind(plan, value, usual),
            units=44,
        )
        unit = make.choice(
            "issuer.unit_kind",
            "Loại đơn vị",
            [(kind, kind.value) for kind in UnitKind],
            *issuer_field("unit_kind"),
            units=30,
        )
        name = make.line("issuer.name", "Tên riêng", *issuer_field("name"), placeholder="Minh Khê")
        self.column.addLayout(self.side_by_side(kind, unit, name, 1))

        province = make.line("issuer.province", "Tỉnh, thành phố", *issuer_field("province"))
        self._district = make.line("issuer.district", "Huyện (trước 01/7/2025)", *issuer_field("district"))
        place = make.line("issuer.place_name", "Địa danh ghi trên văn bản", *issuer_field("place_name"))
        self._place = self.form.fields["issuer.place_name"]
        self.column.addLayout(self.side_by_side(province, 1, self._district, 1, place, 1))

        self._superior = make.line("issuer.superior", "Đảng bộ cấp trên", *issuer_field("superior"))
        self._style = make.choice("issuer.style", "Thể thức", _STYLES, *issuer_field("style"), units=58)
        self.column.addLayout(self.side_by_side(self._superior, 1, self._style))

        number = make.line("number", "Số", *attr("number"), units=18, hint="Ghi sau được")
        symbol = make.line("symbol", "Ký hiệu", *attr("symbol"), units=34)
        self._day = make.parsed(
            "issued_on",
            "Ngày ban hành",
            read_day,
            write_day,
            *form_field("issued_on"),
            units=38,
            placeholder="24/4/2026",
        )
        year = make.parsed(
            "year",
            "Năm của kế hoạch",
            count_within(2000, 2100, "Năm"),
            str,
            *form_field("year"),
            units=30,
        )
        dated = self.side_by_side(number, symbol, self._day, year)
        dated.end()
        self.column.addLayout(dated)
        self.column.addWidget(make.lines("subject", "Trích yếu", *attr("subject")))
        called = "Tên hội nghị trong các văn bản khác"
        self.column.addWidget(make.lines("conference_name", called, *attr("conference_name")))
        self.bases = self._bases()
        self.column.addWidget(self.bases)
        self.place("bases", self.bases)
        self.column.addWidget(make.lines("lead_in", "Câu dẫn vào kế hoạch", *attr("lead_in")))
        self.column.addStretch(1)
        self.anchors |= {"subject": "title", "issuer.name": "title", "conference_name": ""}

    # --- the bases ------------------------------------------------------------------------------------

    def _bases(self) -> RowsEditor[LegalBasis]:
        desk = self.desk
        form: RowForm[LegalBasis] = RowForm(desk)
        make = Inputs(desk, form.form)
        form.column.addWidget(make.lines("text", "Lời văn", *attr("text"), rows=3))
        form.first = form.form.fields["text"]
        days = (read_day, write_day)
        begin = make.parsed("in_force_from", "Hiệu lực từ", *days, *attr("in_force_from"), units=34)
        end = make.parsed("in_force_to", "đến hết ngày", *days, *attr("in_force_to"), units=34)
        carried = CheckBox(desk.look, "Là dòng “Thực hiện …”")
        form.form.tick("carried_out", carried, *attr("carried_out"))
        self._keep = Button(desk.look, "Giữ vào danh mục", kind=Kind.BAR, icon="book_open", small=True)
        self._keep.clicked.connect(self._keep_basis)
        row = self.side_by_side(begin, end)
        row.put(beside(desk.look, carried, self._keep))
        row.end()
        form.column.addLayout(row)
        form.form.after_show(lambda basis: self._keep.setVisible(basis not in desk.lists.legal_bases))

        self._source = TupleRows[LegalBasis](
            get=lambda plan: plan.bases,
            set=lambda plan, value: replace(plan, bases=value),
            id_of=lambda basis, place: basis.id,
            blank=lambda plan: LegalBasis(rows.new_id(), "Căn cứ "),
        )
        self._library = Button(desk.look, "Chọn từ danh mục…", kind=Kind.BAR, icon="book_open", small=True)
        self._library.clicked.connect(self._open_library)
        self.sheet = PickSheet(
            desk.look, "Danh mục căn cứ của cơ quan", take="Đưa vào kế hoạch", mark_units=58
        )
        self.sheet.setParent(self)
        self.sheet.hide()
        self.sheet.taken.connect(self._take_basis)
        self.sheet.closed.connect(self._close_library)
        return RowsEditor(
            desk,
            ListWords("bases", "Căn cứ", "căn cứ"),
            self._source,
            (Column("text"), Column("force", units=52)),
            self._basis_cells,
            (form,),
            anchor=lambda basis: f"basis:{basis.id}",
            most=5,
            beside=(self._library,),
        )

    def _basis_cells(self, row_id: str, basis: LegalBasis, place: int, plan: Plan) -> tuple[Cell, ...]:
        on = plan_date(plan, self.desk.presenter.facts.today)
        text = " ".join(basis.text.split()) or "Căn cứ để trống"
        basis = self.desk.presenter.facts.known(basis)
        if warning := basis_warning(basis, on) or district_warning(basis.text, on):
            return (Cell(text), Cell(_brief(warning, basis, on), role=Role.WARN, icon="warning"))
        return (Cell(text), Cell("Còn hiệu lực" if basis.in_force_from else "", role=Role.TEXT2))

    def _open_library(self) -> None:
        """Those that the plan has not yet; what is in force on the plan's date first."""
        plan = self.desk.presenter.plan
        on = plan_date(plan, self.desk.presenter.facts.today)
        taken = {basis.id for basis in plan.bases}
        items = [_pick_item(basis, self.desk, on) for basis in self.desk.lists.legal_bases]
        items = [item for item in items if item.id not in taken]
        self.sheet.show_items(sorted(items, key=lambda item: item.faded))
        self.open_sheet(self.sheet)

    def _close_library(self) -> None:
        self.close_sheet()
        self._library.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_basis(self, basis_id: str) -> None:
        self.close_sheet()
        basis = next((one for one in self.desk.lists.legal_bases if one.id == basis_id), None)
        if basis is not None:
            self.bases.take(*self._source.insert(self.desk.presenter.plan, basis, self.bases.current))

    def _keep_basis(self) -> None:
        basis = self.bases.row(self.bases.current)
        if basis is not None and basis.text.strip():
            self.desk.office.keep_basis(basis)

    # --- what follows from the plan -------------------------------------------------------------------

    def refresh(self, plan: Plan) -> None:
        party = plan.issuer.kind is IssuerKind.PARTY_COMMITTEE
        self._superior.setVisible(party)
        self._style.setVisible(party)
        self._style.set_hint(style_hint(plan) if party else "")
        self._place.setProperty("placeholderText", plan.issuer.name)
        day = plan.issued_on
        words = weekday_long(day) if day else ""
        self._day.set_hint(words[:1].upper() + words[1:])
        self.bases.show_plan(self.shown)


def _brief(warning: str, basis: LegalBasis, on: date) -> str:
    """The warning as it fits a column."""
    if basis.in_force_to is not None and on > basis.in_force_to:
        return f"Hết hiệu lực {date_short(basis.in_force_to)}"
    if basis.in_force_from is not None and on < basis.in_force_from:
        return f"Hiệu lực từ {date_short(basis.in_force_from)}"
    return "Cấp huyện không còn"


def _pick_item(basis: LegalBasis, desk: WizardDesk, on: date) -> PickItem:
    """A basis of the office's list, with its days on the day of the plan."""
    text = desk.words(basis.text)
    begin = f"Hiệu lực từ {date_short(basis.in_force_from)}" if basis.in_force_from else "Không ghi hiệu lực"
    days = f"{begin} đến {date_short(basis.in_force_to)}" if basis.in_force_to else begin
    warning = basis_warning(basis, on) or district_warning(basis.text, on)
    if warning:
        mark = Cell(_brief(warning, basis, on), role=Role.WARN, icon="warning")
        return PickItem(basis.id, text, text, days, f"Không dùng được cho ngày {date_short(on)}", mark, True)
    mark = Cell("Còn hiệu lực" if basis.in_force_from else "", role=Role.TEXT2)
    return PickItem(basis.id, text, text, days, f"Dùng được cho ngày {date_short(on)}", mark)
