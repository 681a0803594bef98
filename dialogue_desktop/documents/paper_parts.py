"""What the papers made before the day share: their heads, how they cite the plan, when and where (C1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dialogue_desktop.documents.letterhead import number_line, place_date_line, two_digits
from dialogue_desktop.documents.office_words import capital, issuer_lines, lower_first, named, unbroken
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import (
    NBSP,
    Block,
    Document,
    Letterhead,
    Orientation,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    SignatureBlock,
    Signer,
    Title,
    cell,
    text,
)
from dialogue_desktop.domain.deadlines import Anchor, Direction
from dialogue_desktop.domain.placeholders import fill, localities_text, values_of
from dialogue_desktop.domain.plan import ChairRole, IssuerKind, Plan, ProgrammeStep, SectionKind, TimeKind
from dialogue_desktop.domain.plan import Section as PlanSection
from dialogue_desktop.domain.schedule import ScheduledDuty, time_words
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import date_short, time_doc, weekday_long
from dialogue_desktop.domain.work_calendar import WEEKENDS_ONLY, WorkCalendar

_SYMBOL_TYPE = re.compile(r"^[^-/]+")
_UNTIL = re.compile(r"(?:trước|chậm nhất|đến hết) ngày \d{1,2}/\d{1,2}(?:/\d{4})?")
_A_DAY = re.compile(r"\d{1,2}/\d{1,2}|ngày \d")


@dataclass(frozen=True, slots=True)
class Paper:
    """A plan with the words and the sheet of one of its papers.

    `common` are the shared words (paper.toml), `phrases` those of this paper, `house_rules` the clauses of
    the rules of the conference, with placeholders; `calendar` knows the days off between the plan's days.
    `number` and `dated_on` are those of the register, for the head.
    """

    plan: Plan
    duties: Sequence[ScheduledDuty]
    sheet: Sheet
    common: Phrases
    phrases: Phrases
    house_rules: tuple[str, ...] = ()
    calendar: WorkCalendar = WEEKENDS_ONLY
    number: str = ""
    dated_on: date | None = None

    # --- the plan in words

    def filled(self, words: str) -> str:
        """A text of the plan with its placeholders filled."""
        return fill(words, values_of(self.plan, time_text=time_words(self.plan)))

    @property
    def party(self) -> bool:
        return self.plan.issuer.kind is IssuerKind.PARTY_COMMITTEE

    @property
    def body(self) -> str:
        """ "Ủy ban nhân dân xã Minh Khê"; the name left blank while it is unknown."""
        issuer = self.plan.issuer
        return issuer.body if issuer.name else f"{issuer.body} {self.common('dots')}"

    @property
    def body_short(self) -> str:
        issuer = self.plan.issuer
        return issuer.body_short if issuer.name else f"{issuer.body_short} {self.common('dots')}"

    @property
    def localities(self) -> str:
        return localities_text(self.plan)

    @property
    def heads(self) -> str:
        """Who leads the localities: "Trưởng thôn", or "Trưởng thôn, Tổ trưởng tổ dân phố"."""
        kinds = dict.fromkeys(locality.kind for locality in self.plan.localities if locality.kind)
        return ", ".join(
            self.common("head_group" if kind.startswith("tổ") else "head", kind=kind)
            for kind in (kinds or ("thôn",))
        )

    @property
    def conference(self) -> str:
        """How other papers name the conference."""
        if self.plan.conference_name.strip():
            return self.filled(self.plan.conference_name)
        return self.common("conference", localities=self.localities, year=self.plan.year)

    def cited_plan(self) -> str:
        """ "Kế hoạch số 42/KH-UBND ngày 01 tháng 4 năm 2026 của …", with room for what is unknown."""
        plan = self.plan
        blank = self.common("dots")
        number = self.sheet.words.number.format(
            number=two_digits(plan.number.strip()) or blank, symbol=plan.symbol or blank
        )
        number = number.replace(":", "")
        number = number[:1].lower() + number[1:]
        key = "plan_party" if self.party else "plan"
        return self.common(
            key,
            number=number.replace(" ", NBSP),
            date=dated(plan.issued_on, plan.year),
            body=self.body,
        )

    def people(self, *roles: ChairRole) -> list[str]:
        """The chairs of some roles with name and position, in the plan's order."""
        found = [named(chair.official) for chair in self.plan.chairs if chair.role in roles]
        return [person for person in found if person]

    def topics(self) -> tuple[str, ...]:
        """What is spoken about: the plan's own section on it, else the fields of the opinions."""
        for section in _all_sections(self.plan.sections):
            heading = fold(section.heading)
            if section.kind is SectionKind.TEXT and "noi dung" in heading and _about(heading):
                found = [self.filled(b.text).strip() for b in section.blocks if b.included and b.text.strip()]
                if found:
                    return tuple(found)
        fields = [lower_first(name) for name in self.plan.fields if fold(name) != "khac"]
        return (self.common("fields", fields="; ".join(fields)),) if fields else ()

    def sent_by(self, *, note_shown: bool) -> str:
        """ " trước ngày 19/4/2026": before the day on which the localities hand on what was collected.

        Where the plan's own note on the form names a day, that one; nothing where the paper shows the note
        itself, or where no day is known.
        """
        if _A_DAY.search(self.plan.form_note):
            named = _UNTIL.search(self.plan.form_note)
            return f" {named[0]}" if named and not note_shown else ""
        for line in self.duties:
            words = fold(f"{line.duty.summary} {line.duty.text}")
            if line.due is not None and _before(line) and "tong hop" in words and "y kien" in words:
                return self.common("sent_by", day=date_short(line.due))
        return ""

    # --- time and place

    def when(self) -> str:
        """The time as known, with room to write what is not (P6)."""
        plan, known = self.plan, self.plan.time
        year = known.year or plan.year
        hour = time_doc(known.start) if known.start else self.common("hour_blank")
        if plan.day is not None:
            return f"{hour}, {weekday_long(plan.day)}, {dated(plan.day, year)}"
        if known.kind is TimeKind.MONTH and known.month:
            day = f"ngày …… tháng {_month(known.month)} năm {year}"
            return f"{hour}, {self.common('weekday_blank')}, {day}"
        blank = f"{hour}, {self.common('weekday_blank')}, {dated(None, year)}"
        if known.kind in (TimeKind.BEFORE_MONTH, TimeKind.QUARTERS):
            return f"{blank} {self.common('foreseen', time=time_words(plan))}"
        return blank

    def where(self) -> str:
        places = [self.filled(place).strip(" .;") for place in self.plan.places]
        return "; ".join(place for place in places if place) or self.common("place_blank")

    # --- parts of the page

    def symbol(self, code: str) -> str:
        """The plan's symbol with another kind of paper in it: "GM-UBND" for "GM", "GM/ĐU" of the Party."""
        return _SYMBOL_TYPE.sub(code, self.plan.symbol, count=1) if code and self.plan.symbol else ""

    def letterhead(self, code: str = "", number: str = "", *, dated_on: date | None = None) -> Letterhead:
        """The issuer's head. `code` ("TB") takes the place of the plan's in its symbol; without it there
        is no number. An unknown number stays blank for the pen."""
        plan = self.plan
        symbol = self.symbol(code)
        place = plan.issuer.place or self.common("place_name")
        return Letterhead(
            issuer_lines(plan.issuer),
            (plan.issuer.superior,) if plan.issuer.superior else (),
            number_line(self.sheet, number or self.number, symbol),
            place_date_line(self.sheet, place, dated_on or self.dated_on, plan.year),
        )

    def title(self, subject: str) -> Title:
        return Title(self.phrases("kind"), self.whole(subject), "title")

    def whole(self, words: str) -> str:
        """Words of a title: no line ends inside a name."""
        return unbroken(words, self.plan)

    def enclosed(self) -> Paragraph:
        """ "(Kèm theo Kế hoạch số …)", in italics under the title."""
        words = self.whole(self.common("enclosed", plan=self.cited_plan()))
        return Paragraph(text(words, italic=True), Role.CENTRED, "enclosed")

    def labelled(self, key: str, words: str, anchor: str) -> Paragraph:
        """ "**Thời gian:** 08 giờ 00 …"."""
        ended = words if words.endswith((".", "…")) else f"{words}."
        return Paragraph((Run(f"{self.phrases(key)} ", bold=True), Run(ended)), anchor=anchor)

    def ended(self, words: str) -> str:
        """The last words of the paper with the sign that its kind asks ("./." or ".")."""
        return words.rstrip(" ./") + self.sheet.words.end

    def signature(self, recipients: Sequence[str] = ()) -> SignatureBlock:
        """The plan's signer."""
        lines = self.plan.signature.lines
        signer = Signer(self.plan.signature.name, lines[-1] if lines else "", tuple(lines[:-1]))
        return SignatureBlock(signer, tuple(recipients), "signature")

    def document(
        self, blocks: Sequence[Block], *, subject: str, orientation: Orientation = Orientation.PORTRAIT
    ) -> Document:
        return Document(
            (Section(tuple(blocks), orientation),),
            self.plan.issuer.style,
            title=f"{capital(self.phrases('kind'))}: {subject}",
            author=self.plan.issuer.body,
        )


def blank_rows(columns: int, count: int) -> tuple[Row, ...]:
    """Empty rows high enough to write in by hand."""
    room = cell(f"{NBSP}\n{NBSP}")
    return tuple(Row((room, *(cell("") for _ in range(columns - 1)))) for _ in range(count))


def dated(day: date | None, year: int | None = None) -> str:
    """ "ngày 01 tháng 4 năm 2026" in running text, dots for what is unknown."""
    if day is None:
        return f"ngày …… tháng …… năm {year or '………'}"
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def step_times(
    programme: Sequence[ProgrammeStep], start: time | None
) -> tuple[tuple[time | None, time | None], ...]:
    """(beginning, end) of each step, counted from the start as long as the minutes are known (P9)."""
    at = datetime.combine(date(2000, 1, 1), start) if start else None
    found: list[tuple[time | None, time | None]] = []
    for step in programme:
        end = at + timedelta(minutes=step.minutes) if at is not None and step.minutes else None
        found.append((at.time() if at else None, end.time() if end else None))
        at = end
    return tuple(found)


def _before(line: ScheduledDuty) -> bool:
    """Whether the duty is due before the conference by a rule of the plan."""
    rule = line.duty.rule
    return rule is not None and rule.anchor is Anchor.CONFERENCE_DAY and rule.direction is Direction.BEFORE


def _month(month: int) -> str:
    """Months 1 and 2 with a zero (NĐ 30/2020, Phụ lục I, II.4)."""
    return f"{month:02d}" if month <= 2 else str(month)


def _about(heading: str) -> bool:
    return any(word in heading for word in ("doi thoai", "trao doi", "tiep xuc"))


def _all_sections(sections: Sequence[PlanSection]) -> list[PlanSection]:
    found: list[PlanSection] = []
    for section in sections:
        if section.included:
            found += [section, *_all_sections(section.children)]
    return found
