"""Step 2: the plan's sections and their wording: tick, edit, reorder, add, remove (P4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

from dialogue_desktop.domain.office_library import BlockPlace, LibraryBlock, place_for, place_under
from dialogue_desktop.domain.plan import Bullet, Plan, Section, SectionKind, TextBlock
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.field_row import beside
from ui.widgets.rows import Cell, Column
from ui.wizard import rows, sections
from ui.wizard.checks import short
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr
from ui.wizard.pick_sheet import PickItem, PickSheet
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.step_view import StepView
from ui.wizard.steps import StepId, place_of

OutlineRow = Section | TextBlock

_BULLETS = (
    (Bullet.PARAGRAPH, "Đoạn văn"),
    (Bullet.DASH, "Gạch đầu dòng (-)"),
    (Bullet.PLUS, "Ý nhỏ (+)"),
)
_SIGNS = {Bullet.PARAGRAPH: "", Bullet.DASH: "- ", Bullet.PLUS: "+ "}
_INDENT = "\u2003"

#: Which step fills a section that is made from the plan's data.
_FILLED_BY = {
    SectionKind.PARTICIPANTS: StepId.PARTICIPANTS,
    SectionKind.TIME_PLACE: StepId.TIME_PLACE,
    SectionKind.PROGRAMME: StepId.PROGRAMME,
    SectionKind.MINUTES: StepId.RECIPIENTS,
    SectionKind.TASKS: StepId.TASKS,
    SectionKind.BUDGET: StepId.BUDGET,
}


class OutlineRows:
    """The tree of sections read from top to bottom, each section followed by its blocks."""

    def rows(self, plan: Plan) -> Sequence[tuple[str, OutlineRow]]:
        found: list[tuple[str, OutlineRow]] = []
        for place in sections.walk(plan.sections):
            found.append((place.section.id, place.section))
            found += [(block.id, block) for block in place.section.blocks]
        return found

    def put(self, plan: Plan, row_id: str, row: OutlineRow) -> Plan:
        if isinstance(row, TextBlock):
            return replace(plan, sections=sections.change_block(plan.sections, row_id, lambda _: row))
        return replace(plan, sections=sections.changed(plan.sections, row_id, lambda _: row))

    def add(self, plan: Plan, after: str) -> tuple[Plan, str] | None:
        """A block after the block, or as the first one of the section."""
        return self.insert(plan, "", Bullet.PARAGRAPH, after)

    def insert(self, plan: Plan, text: str, bullet: Bullet, after: str) -> tuple[Plan, str] | None:
        """The same with its words; `bullet` where it has no neighbours to stand like."""
        section = sections.find(plan.sections, after)
        at = 0
        if section is None:
            found = sections.owner_of(plan.sections, after)
            if found is None:
                return None
            section, at = found[0], found[1] + 1
            bullet = section.blocks[found[1]].bullet
        elif text and section.blocks:  # a ready text goes behind those that are there
            at, bullet = len(section.blocks), section.blocks[-1].bullet
        block = TextBlock(rows.new_id(), text, bullet)
        blocks = rows.inserted(section.blocks, at, block)
        return replace(plan, sections=sections.set_blocks(plan.sections, section.id, blocks)), block.id

    def add_section(self, plan: Plan, after: str) -> tuple[Plan, str] | None:
        """A section after the one that the row belongs to, on its level."""
        section = sections.find(plan.sections, after)
        if section is None:
            owner = sections.owner_of(plan.sections, after)
            if owner is None:
                return None
            section = owner[0]
        new = Section(rows.new_id(), "")
        return replace(plan, sections=sections.with_sibling(plan.sections, section.id, new)), new.id

    def remove(self, plan: Plan, row_id: str) -> Plan | None:
        """A section made from data is left out by its tick, never deleted: its data would lose its place."""
        section = sections.find(plan.sections, row_id)
        if section is not None:
            if any(place.section.kind is not SectionKind.TEXT for place in sections.walk((section,))):
                return None
            return replace(plan, sections=sections.without_section(plan.sections, row_id))
        found = sections.owner_of(plan.sections, row_id)
        if found is None:
            return None
        blocks = rows.removed(found[0].blocks, found[1])
        return replace(plan, sections=sections.set_blocks(plan.sections, found[0].id, blocks))

    def move(self, plan: Plan, row_id: str, by: int) -> tuple[Plan, str] | None:
        if sections.find(plan.sections, row_id) is not None:
            tree = sections.moved_section(plan.sections, row_id, by)
        else:
            found = sections.owner_of(plan.sections, row_id)
            if found is None:
                return None
            blocks = rows.moved(found[0].blocks, found[1], by)
            tree = sections.set_blocks(plan.sections, found[0].id, blocks)
        return None if tree == plan.sections else (replace(plan, sections=tree), row_id)


class PurposeStep(StepView):
    """The outline of the whole plan above, the wording of the selected row below."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        self._source = OutlineRows()
        add_section = Button(
            desk.look, "Thêm mục", kind=Kind.BAR, icon="document_add", small=True, name="Thêm mục"
        )
        add_section.clicked.connect(self._add_section)
        self._library = Button(
            desk.look,
            "Chọn từ kho…",
            kind=Kind.BAR,
            icon="book_open",
            small=True,
            name="Chọn từ kho đoạn văn…",
        )
        self._library.clicked.connect(self._open_library)
        self.sheet = PickSheet(desk.look, "Kho đoạn văn của cơ quan", take="Đưa vào kế hoạch")
        self.sheet.setParent(self)
        self.sheet.hide()
        self.sheet.taken.connect(self._take_block)
        self.sheet.closed.connect(self._close_library)
        self.outline: RowsEditor[OutlineRow] = RowsEditor(
            desk,
            ListWords("sections", "Các mục của kế hoạch", "đoạn", add="Thêm đoạn"),
            self._source,
            (Column("text"), Column("from", units=24)),
            self._cells,
            (self._section_form(), self._block_form()),
            anchor=lambda row: row.id,
            tick=lambda row, on: replace(row, included=on),
            most=9,
            beside=(self._library, add_section),
        )
        self.column.addWidget(self.outline)
        self.place("sections", self.outline)
        self.first = self.outline.table
        make = Inputs(desk, self.form)
        self.column.addWidget(make.lines("closing", "Câu kết của kế hoạch", *attr("closing"), rows=3))
        self.column.addStretch(1)

    def _section_form(self) -> RowForm[OutlineRow]:
        form: RowForm[OutlineRow] = RowForm(self.desk, lambda row: isinstance(row, Section))
        make = Inputs(self.desk, form.form)
        form.column.addWidget(make.line("heading", "Tên mục", *attr("heading")))
        form.first = form.form.fields["heading"]
        tick = CheckBox(self.look, "Đưa mục này vào kế hoạch")
        form.form.tick("included", tick, *attr("included"))
        form.column.addWidget(tick)
        return form

    def _block_form(self) -> RowForm[OutlineRow]:
        form: RowForm[OutlineRow] = RowForm(self.desk, lambda row: isinstance(row, TextBlock))
        make = Inputs(self.desk, form.form)
        form.column.addWidget(make.lines("text", "Lời văn", *attr("text"), rows=4))
        form.first = form.form.fields["text"]
        bullet = make.choice("bullet", "Cách trình bày", _BULLETS, *attr("bullet"), units=48)
        tick = CheckBox(self.look, "Đưa đoạn này vào kế hoạch")
        form.form.tick("included", tick, *attr("included"))
        self._keep = Button(self.look, "Giữ đoạn này vào kho…", kind=Kind.BAR, icon="book_open", small=True)
        self._keep.clicked.connect(self._keep_block)
        row = self.side_by_side(bullet)
        row.put(beside(self.look, tick, self._keep))
        row.end()
        form.column.addLayout(row)
        form.form.after_show(self._offer_to_keep)
        return form

    def _cells(self, row_id: str, row: OutlineRow, place: int, plan: Plan) -> tuple[Cell, ...]:
        if isinstance(row, TextBlock):
            owner = sections.owner_of(plan.sections, row_id)
            out = not row.included or (owner is not None and not owner[0].included)
            words = " ".join(row.text.split()) or "Đoạn để trống"
            role = Role.TEXT3 if out else Role.TEXT
            return (Cell(f"{_INDENT * 2}{_SIGNS[row.bullet]}{words}", tick=row.included, role=role), Cell())
        found = next(p for p in sections.walk(plan.sections) if p.section.id == row_id)
        number = f"{found.number} " if found.number else ""
        words = row.heading or ("Đoạn đánh số" if found.depth and row.blocks else "Mục chưa có tên")
        role = Role.TEXT if row.included else Role.TEXT3
        head = Cell(f"{_INDENT * found.depth}{number}{words}", tick=row.included, strong=True, role=role)
        step = _FILLED_BY.get(row.kind)
        if step is None:
            return (head, Cell())
        return (head, Cell(f"Lấy ở bước {place_of(step) + 1}", role=Role.TEXT2))

    def _add_section(self) -> None:
        made = self._source.add_section(self.desk.presenter.plan, self.outline.current)
        if made is not None:
            self.outline.take(*made)

    # --- the store of texts ---------------------------------------------------------------------------

    def _heading(self) -> str:
        """Of the section that the row in hand belongs to."""
        tree, current = self.desk.presenter.plan.sections, self.outline.current
        section = sections.find(tree, current)
        owner = sections.owner_of(tree, current)
        found = section or (owner[0] if owner is not None else None)
        return found.heading if found is not None else ""

    def _open_library(self) -> None:
        """Every kept text in its group, those for this section first."""
        here = place_under(self._heading())
        order = [here, *(place for place in BlockPlace if place is not here)]
        blocks = sorted(self.desk.lists.text_blocks, key=lambda block: order.index(block.place))
        there = {text.text for text in self._texts()}
        self.sheet.show_items(
            PickItem(
                block.id,
                block.title,
                self.desk.words(block.text),
                " ".join(self.desk.words(block.text).split()),
                block.place.label,
                faded=block.text in there,
            )
            for block in blocks
        )
        self.open_sheet(self.sheet)

    def _close_library(self) -> None:
        self.close_sheet()
        self._library.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_block(self, block_id: str) -> None:
        self.close_sheet()
        block = next((one for one in self.desk.lists.text_blocks if one.id == block_id), None)
        if block is None:
            return
        made = self._source.insert(self.desk.presenter.plan, block.text, block.bullet, self.outline.current)
        if made is not None:
            self.outline.take(*made)

    def _texts(self) -> Iterator[TextBlock]:
        for place in sections.walk(self.desk.presenter.plan.sections):
            yield from place.section.blocks

    def _offer_to_keep(self, row: OutlineRow) -> None:
        kept = isinstance(row, TextBlock) and any(
            row.text == block.text for block in self.desk.lists.text_blocks
        )
        self._keep.setVisible(isinstance(row, TextBlock) and bool(row.text.strip()) and not kept)

    def _keep_block(self) -> None:
        row = self.outline.row(self.outline.current)
        if not isinstance(row, TextBlock):
            return
        title = self.desk.office.ask_title(short(self.desk.words(row.text), 40).rstrip(".…"))
        if title:
            place = place_for(row.text, self._heading())
            self.desk.office.keep_block(LibraryBlock(rows.new_id(), title, row.text, place, row.bullet))

    def refresh(self, plan: Plan) -> None:
        self.outline.show_plan(self.shown)
