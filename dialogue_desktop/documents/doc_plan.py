"""The plan as a document: form 1.4 of NĐ 30/2020, every section from the plan's own data (P1–P12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dialogue_desktop.documents.letterhead import number_line, place_date_line
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import (
    capital,
    copies_text,
    issuer_lines,
    joined,
    named,
    sentence,
    unbroken,
)
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.plan_words import PlanWords
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Item,
    Letterhead,
    Level,
    Mark,
    Paragraph,
    Role,
    Row,
    Section,
    SignatureBlock,
    Signer,
    Table,
    Title,
    cell,
    para,
    plain,
    text,
)
from dialogue_desktop.domain import plan as model
from dialogue_desktop.domain.own_words import (
    ALL_STEPS,
    NEXT_GROUP,
    groups_at,
    in_own_words,
    said_elsewhere,
)
from dialogue_desktop.domain.placeholders import localities_text
from dialogue_desktop.domain.plan import Bullet, ChairRole, Plan, PlannedSession, SectionKind
from dialogue_desktop.domain.schedule import ScheduledDuty, duty_marks, time_words
from dialogue_desktop.domain.seats import locality_seats
from dialogue_desktop.domain.sessions import all_sessions
from dialogue_desktop.domain.words_vi import count2, decimal_vi, money_words, thousands

T = TypeVar("T")


def build(plan: Plan, duties: Sequence[ScheduledDuty], sheet: Sheet, phrases: Phrases) -> Document:
    """The tree of the plan. Anchors: "title", "bases", "lead_in", section and block ids, "duty:<id>",
    "step:<id>", "group:<id>", "closing", "signature"."""
    words = PlanWords(plan, phrases)
    return _Builder(plan, duties, sheet, phrases, words, groups_at(plan), said_elsewhere(plan)).document()


@dataclass(frozen=True, slots=True)
class _Builder:
    plan: Plan
    duties: Sequence[ScheduledDuty]
    sheet: Sheet
    phrases: Phrases
    words: PlanWords
    groups: Mapping[str, Sequence[model.ParticipantGroup]]
    elsewhere: frozenset[str]

    def document(self) -> Document:
        plan = self.plan
        subject = self.words.filled(plan.subject)
        blocks: list[Block] = [
            Letterhead(
                issuer_lines(plan.issuer),
                (plan.issuer.superior,) if plan.issuer.superior else (),
                number_line(self.sheet, plan.number, plan.symbol),
                place_date_line(self.sheet, plan.issuer.place or "………", plan.issued_on, plan.year),
            ),
            Title(self.phrases("kind"), unbroken(subject, self.words.whole_year()), "title"),
            *self.bases(),
        ]
        if plan.lead_in:
            blocks.append(para(self.words.filled(plan.lead_in), anchor="lead_in"))
        blocks += self.sections()
        closing = self.words.filled(plan.closing).rstrip(" ./\n").split("\n")
        if closing[-1]:
            blocks += [para(words, anchor="closing") for words in closing[:-1]]
            blocks.append(para(closing[-1] + self.sheet.words.end, Role.CLOSING, "closing"))
        lines = plan.signature.lines
        signer = Signer(plan.signature.name, lines[-1] if lines else "", tuple(lines[:-1]))
        blocks.append(
            SignatureBlock(signer, tuple(self.words.filled(r) for r in plan.recipients), "signature")
        )
        return Document(
            (Section(tuple(blocks)),),
            plan.issuer.style,
            title=f"{capital(self.phrases('kind'))}: {subject}",
            author=plan.issuer.body,
        )

    def bases(self) -> Iterator[Block]:
        texts = [self.words.filled(basis.text).rstrip(" ;.") for basis in self.plan.bases]
        for k, words in enumerate(texts):
            end = "." if k == len(texts) - 1 else ";"
            yield para(words + end, Role.BASIS, f"basis:{self.plan.bases[k].id}")

    # --- sections

    def sections(self) -> Iterator[Block]:
        number = 0
        for section in self.plan.sections:
            if not section.included:
                continue
            number += 1
            yield Heading(
                Level.SECTION,
                number_of(self.sheet, Level.SECTION, number),
                self.words.filled(section.heading),
                section.id,
            )
            yield from self.body(section)
            yield from self.parts(section.children, "")

    def parts(self, children: Sequence[model.Section], above: str) -> Iterator[Block]:
        """ "1.", below it "1.1.", below that "1.1.1."; a part without a heading is a numbered paragraph."""
        for below, child in enumerate((one for one in children if one.included), start=1):
            shown = f"{above}{below}." if above else number_of(self.sheet, Level.CLAUSE, below)
            body = list(self.body(child))
            if child.heading.strip():
                level = Level.POINT if above else Level.CLAUSE
                yield Heading(level, shown, self.words.filled(child.heading), child.id)
            elif body and isinstance(body[0], Item | Paragraph):
                words = f"{shown} {plain(body[0].runs)}"
                body[0] = Paragraph(text(words), anchor=body[0].anchor or child.id)
            yield from body
            yield from self.parts(child.children, f"{above}{below}.")

    def body(self, section: model.Section) -> Iterator[Block]:
        if in_own_words(section):
            yield from self.blocks(section)
            return
        match section.kind:
            case SectionKind.TEXT:
                yield from self.blocks(section)
            case SectionKind.PARTICIPANTS:
                yield from self.blocks(section)
                yield from self.participants()
            case SectionKind.TIME_PLACE:
                yield from self.time_place()
                yield from self.blocks(section)
            case SectionKind.PROGRAMME:
                yield from self.blocks(section)
                yield from self.programme()
            case SectionKind.MINUTES:
                yield from self.minutes()
                yield from self.blocks(section)
            case SectionKind.TASKS:
                yield from self.blocks(section)
                yield from self.tasks()
            case SectionKind.BUDGET:
                yield from self.blocks(section)
                yield from self.budget()

    def blocks(self, section: model.Section) -> Iterator[Block]:
        """The office's own paragraphs; one that is only a mark for data gives its lines."""
        for block in section.blocks:
            if not block.included:
                continue
            if block.text.strip() == ALL_STEPS:
                yield from self.programme()
            elif NEXT_GROUP in block.text:
                yield from self.next_groups(block)
            else:
                yield self.bulleted(block.bullet, sentence(self.words.filled(block.text)), block.id)

    def next_groups(self, block: model.TextBlock) -> Iterator[Block]:
        """The group whose place this paragraph is; those that have no place follow the last one."""
        for at, group in enumerate(self.groups.get(block.id, ())):
            bullet, words = block.bullet, self.words.group(group)
            if at == 0:
                words = block.text.replace(NEXT_GROUP, words)
            elif bullet is Bullet.PARAGRAPH:
                bullet = Bullet.DASH
            yield self.bulleted(bullet, words, f"group:{group.id}")

    def bulleted(self, bullet: Bullet, words: str, anchor: str = "") -> Block:
        match bullet:
            case Bullet.PARAGRAPH:
                return para(words, anchor=anchor)
            case Bullet.DASH:
                return Item(text(words), Mark.DASH, anchor)
            case Bullet.PLUS:
                return Item(text(words), Mark.PLUS, anchor)

    # --- the plan's data

    def participants(self) -> Iterator[Block]:
        plan = self.plan
        for role, key in (
            (ChairRole.CHAIR, "chair"),
            (ChairRole.CO_CHAIR, "co_chair"),
            (ChairRole.DEPUTY, "deputy"),
        ):
            people = [named(chair.official) for chair in plan.chairs if chair.role is role]
            people = [person for person in people if person]
            if people:
                yield Item(text(self.phrases(key, names="; ".join(people))), anchor=f"chairs:{key}")
        for group in plan.participants:
            yield Item(text(self.words.group(group)), anchor=f"group:{group.id}")
        if plan.secretaries:
            people = [self.words.secretary(s) for s in plan.secretaries]
            yield Item(text(self.phrases("secretary", names=joined(people))), anchor="secretaries")
        if plan.quotas:
            parts = self.quota_parts()
            if parts:
                yield Item(text(self.phrases("quota", parts="; ".join(parts))), anchor="quotas")

    def quota_parts(self) -> list[str]:
        """ "thôn Đìa 30 người (xóm Bãi 20; xóm Đình 10)" for each locality with seats."""
        given, found = locality_seats(self.plan), []
        for locality in self.plan.localities:
            if locality.id not in given:
                continue
            hamlets = [q for q in self.plan.quotas if q.locality_id == locality.id and q.hamlet]
            words = self.phrases("quota_part", locality=locality.label, seats=count2(given[locality.id]))
            if hamlets:
                inside = "; ".join(f"{one.hamlet} {count2(one.seats)}" for one in hamlets)
                words = self.phrases("quota_hamlets", part=words, hamlets=inside)
            found.append(words)
        return found

    def time_place(self) -> Iterator[Block]:
        plan = self.plan
        if plan.more_sessions:
            yield from self.sessions()
        else:
            yield from self.one_session()
        yield Item(text(self.phrases("form", form=plan.form.value)), anchor="form")
        if plan.form_note:
            yield Item(text(sentence(self.words.filled(plan.form_note))), anchor="form_note")

    def one_session(self) -> Iterator[Block]:
        plan = self.plan
        yield Item(text(sentence(self.phrases("time", time=capital(time_words(plan))))), anchor="time")
        if plan.places:
            places = "; ".join(place.rstrip(" .;") for place in plan.places)
            yield Item(text(self.phrases("place", place=places)), anchor="places")
        if not plan.whole_commune and plan.localities:
            yield Item(
                text(self.phrases("localities", localities=localities_text(plan))), anchor="localities"
            )
        if plan.topics:
            yield Item(text(sentence(self.phrases("session_topics", topics=plan.topics))), anchor="topics")
        if plan.people_per_session is not None:
            words = self.phrases("session_people", count=count2(plan.people_per_session))
            yield Item(text(words), anchor="people_per_session")

    def sessions(self) -> Iterator[Block]:
        """The conferences of the year as a table, the same from whichever of them the plan is printed."""
        sessions = all_sessions(self.plan)
        yield Item(text(self.phrases("sessions", count=count2(len(sessions)))), anchor="sessions")
        topics, people = any(s.topics for s in sessions), any(s.people is not None for s in sessions)
        shown = [True, True, True, True, topics, people]
        columns = (Column(11, Align.CENTER), Column(), Column(), Column(), Column(), Column(19, Align.CENTER))
        header = [cell(name) for name in self.phrases.list("session_columns")]
        rows = [
            Row(tuple(kept(self.session(k, one), shown)), anchor=f"session:{one.id}")
            for k, one in enumerate(sessions, start=1)
        ]
        yield Table(tuple(kept(columns, shown)), tuple(rows), (Row(tuple(kept(header, shown))),))

    def session(self, number: int, one: PlannedSession) -> list[Cell]:
        plan = replace(self.plan, time=one.time, whole_commune=one.whole_commune, localities=one.localities)
        where = "; ".join(place.rstrip(" .;") for place in one.places)
        return [
            cell(str(number)),
            cell(capital(time_words(plan))),
            cell(capital(localities_text(plan))),
            cell(where),
            cell(one.topics),
            cell("" if one.people is None else thousands(one.people)),
        ]

    def programme(self) -> Iterator[Block]:
        for step in self.plan.programme:
            words = self.words.filled(step.text).rstrip(" .;:")
            end = ":" if step.details else "."
            yield Item(text(words + end), anchor=f"step:{step.id}")
            for k, detail in enumerate(step.details):
                yield Item(text(sentence(self.words.filled(detail))), Mark.PLUS, f"step:{step.id}:{k}")

    def minutes(self) -> Iterator[Block]:
        count, copies = copies_text(self.plan.copies, self.phrases("copy"))
        if count:
            words = self.phrases("minutes", count=count2(count), copies=copies)
            yield para(words, anchor="copies")

    def tasks(self) -> Iterator[Block]:
        due = {(line.unit_id, line.duty.id): line for line in self.duties}
        k = 0
        for unit in self.plan.tasks:
            duties = [duty for duty in unit.duties if duty.id not in self.elsewhere]
            if unit.duties and not duties:
                continue  # all that it does is said in another part
            k += 1
            shown = number_of(self.sheet, Level.CLAUSE, k)
            yield Heading(
                Level.CLAUSE, shown, self.words.filled(unit.heading or unit.unit), f"unit:{unit.id}"
            )
            for duty in duties:
                line = due.get((unit.id, duty.id))
                # With several sessions a counted duty has a day for each of them: the rule alone is said.
                several = duty.rule is not None and bool(self.plan.more_sessions)
                more = duty_marks(duty, line.due if line and not several else None)
                yield self.bulleted(
                    duty.bullet, sentence(self.words.filled(duty.text, more)), f"duty:{duty.id}"
                )

    def budget(self) -> Iterator[Block]:
        plan = self.plan
        if plan.budget_note:
            yield para(sentence(self.words.filled(plan.budget_note)), anchor="budget_note")
        if not plan.budget:
            return
        columns = (
            Column(11, Align.CENTER),
            Column(),
            Column(22, Align.CENTER),
            Column(18, Align.RIGHT),
            Column(27, Align.RIGHT),
            Column(31, Align.RIGHT),
        )
        header = Row(tuple(cell(name) for name in self.phrases.list("budget_columns")))
        rows = [
            Row(
                (
                    cell(str(k)),
                    cell(line.item),
                    cell(line.unit),
                    cell(decimal_vi(line.quantity)),
                    cell(thousands(line.price)),
                    cell(thousands(line.amount)),
                ),
                anchor=f"budget:{line.id}",
            )
            for k, line in enumerate(plan.budget, start=1)
        ]
        total = sum(line.amount for line in plan.budget)
        rows.append(
            Row((cell(self.phrases("budget_total"), Align.CENTER, span=5), cell(thousands(total))), bold=True)
        )
        yield Table(columns, tuple(rows), (header,))
        words = self.phrases("budget_words", words=money_words(total))
        yield Paragraph(text(words, italic=True), anchor="budget_total")


def kept(items: Sequence[T], shown: Sequence[bool]) -> Iterator[T]:
    """The items that are marked to be shown."""
    return (item for item, on in zip(items, shown, strict=True) if on)
