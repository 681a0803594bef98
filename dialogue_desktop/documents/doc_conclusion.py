"""The notice of the chair's conclusions: what is settled, what is not, what goes up, who follows it (M4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue_desktop.documents.after_ends import (
    duty_with,
    filed,
    finished,
    minutes_words,
    named_in,
    office_of,
    paragraphs,
    planned_recipients,
    recipients,
    replacing,
    said,
    same_body,
    signature,
)
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.held_words import chairs, opinions, people, when, where
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import lower_first, sentence
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Level,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.conclusion_draft import Drafting
from dialogue_desktop.domain.conclusion_words import says_day, says_unit
from dialogue_desktop.domain.deadlines import Anchor
from dialogue_desktop.domain.law_limits import LimitKind, limits_for
from dialogue_desktop.domain.letters import escalations
from dialogue_desktop.domain.notice_content import NoticeContent, NoticeRow, Wording, notice_content
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.words_vi import count2, date_short, roman, weekday_date
from dialogue_desktop.domain.work_calendar import WEEKENDS_ONLY

_CODE = "TB"
_FRONT = "Ủy ban MTTQ Việt Nam"
#: More rows than these stand in a table.
LINES = 6
_OWED = (Column(11, Align.CENTER), Column(), Column(45), Column(26, Align.CENTER))
_BEYOND = (Column(11, Align.CENTER), Column(), Column(42), Column(29, Align.CENTER))
_SETTLED_AT, _OWED_AT, _BEYOND_AT, _FOLLOWING_AT = 1, 2, 3, 4


def build(source: AfterPaper) -> Document:
    """General part, the four parts of the conclusions, where it goes and who signs.

    Anchors: "opening", "settled", "owed", "beyond", "following", "row:<id>", "closing", "signature".
    """
    return _Builder(source, content_of(source)).document()


def content_of(source: AfterPaper) -> NoticeContent:
    """What the notice says, in words that may be posted."""
    return notice_content(source.records, source.commitments, wording_of(source))


def wording_of(source: AfterPaper, fit: Records | None = None) -> Wording:
    """The words in which conclusions are drafted at the hall, and what of them may be posted. `fit` is what
    may be posted of the source's records, where it is known."""
    words = Capitals(source.paper.phrases.of("conclusions"))
    drafting = Drafting(source.paper.plan, WEEKENDS_ONLY, words, source.today)
    return Wording(drafting, source.paper.phrases("carried_on"), source.public, fit)


@dataclass(frozen=True, slots=True)
class Capitals:
    """The words of the hall with "Hội nghị" as a paper writes it; what citizens said stays as it is."""

    phrases: Phrases

    def __call__(self, key: str, **values: object) -> str:
        phrase = self.phrases(key).replace("hội nghị", "Hội nghị")
        return phrase.format(**values) if values else phrase


@dataclass(frozen=True, slots=True)
class _Builder:
    source: AfterPaper
    content: NoticeContent

    def document(self) -> Document:
        source, paper = self.source, self.source.paper
        subject = source.words("subject", paper.phrases("subject", conference=paper.conference))
        blocks: list[Block] = [
            source.letterhead(_CODE),
            paper.title(subject),
            *self.general(),
            self.section(_SETTLED_AT, "settled"),
            *self.settled(),
            self.section(_OWED_AT, "owed"),
            *self.owed(),
            self.section(_BEYOND_AT, "beyond"),
            *self.beyond(),
            self.section(_FOLLOWING_AT, "following"),
            *self.following(),
            *replacing(source),
            self.closing(),
            signature(source, recipients(source, self.recipients())),
        ]
        return finished(source, paper.document(blocks, subject=subject))

    # --- general part

    def general(self) -> Iterator[Block]:
        source, phrases = self.source, self.source.paper.phrases
        who, several = chairs(source)
        opening = phrases(
            "opening_joint" if several else "opening",
            day=when(source),
            place=where(source),
            conference=source.paper.conference,
            chairs=who,
        )
        yield from paragraphs(source.words("opening", opening.replace("….", "…")), "opening")
        came = people(source.figures, source.paper.common)
        overview = [phrases("people", people=came)] if came else []
        overview.append(opinions(source.figures, source.paper.common))
        yield from paragraphs(source.words("overview", " ".join(overview)), "overview")
        lead_in = phrases("lead_in" if source.figures.all.total else "lead_in_plain")
        yield from paragraphs(source.words("lead_in", lead_in), "lead_in")

    # --- settled

    def settled(self) -> Iterator[Block]:
        source, phrases, content = self.source, self.source.paper.phrases, self.content
        lines = [(sentence(row.text), f"row:{row.id}") for row in content.settled]
        if content.settled_more:
            more = source.words("settled_more", "\n".join(content.settled_more))
            lines += [(line.strip(), "settled_more") for line in more.split("\n") if line.strip()]
        yield from self.numbered(lines)
        if not lines:
            yield said(self.nothing("settled_none"), "settled_none")
        if source.figures.all.total:
            yield said(phrases("in_minutes", minutes=minutes_words(source)), "in_minutes")

    def nothing(self, key: str) -> str:
        """What an empty part says; where nobody asked anything, no more than that."""
        phrases = self.source.paper.phrases
        if not self.source.figures.all.total:
            return phrases("nothing")
        return phrases(key, commune=self.source.paper.plan.issuer.unit)

    def numbered(self, lines: Sequence[tuple[str, str]]) -> Iterator[Block]:
        """ "1. …", or without a number where there is one line only."""
        for n, (words, anchor) in enumerate(lines, start=1):
            number = f"{number_of(self.source.paper.sheet, Level.CLAUSE, n)} " if len(lines) > 1 else ""
            yield Paragraph((Run(f"{number}{words}"),), anchor=anchor)

    # --- owed

    def owed(self) -> Iterator[Block]:
        source, phrases, rows = self.source, self.source.paper.phrases, self.content.owed
        if not rows:
            yield from paragraphs(source.words("owed_none", self.nothing("owed_none")), "owed_none")
        elif len(rows) <= LINES:
            yield from self.numbered([(self.duty_line(row), f"row:{row.id}") for row in rows])
        else:
            lead = phrases("owed_lead", count=count2(len(rows)))
            yield Paragraph(text(lead), anchor="owed_lead", keep_next=True)
            yield self.table(_OWED, "owed_columns", [(row, row.duty, row.unit) for row in rows])

    def duty_line(self, row: NoticeRow) -> str:
        """One promise as a sentence, with the unit and the day that the chair's own words do not say."""
        phrases, words = self.source.paper.phrases, row.text
        parts = [words]
        if not row.chair and row.unit:
            parts = [phrases("assigned", unit=row.unit, duty=lower_first(words))]
        elif row.unit and not says_unit(words, row.unit):
            parts.append(phrases("unit_behind", unit=row.unit))
        if row.deadline and not says_day(words, row.deadline):
            parts.append(phrases("day_behind", day=date_short(row.deadline)))
        return sentence((", " if not row.chair else "; ").join(parts))

    def table(
        self, columns: tuple[Column, ...], heads: str, rows: Sequence[tuple[NoticeRow, str, str]]
    ) -> Table:
        phrases = self.source.paper.phrases
        made = tuple(
            Row(
                (
                    cell(str(n)),
                    cell(sentence(words)),
                    cell(who),
                    cell(date_short(row.deadline) if row.deadline else phrases("no_day")),
                ),
                anchor=f"row:{row.id}",
            )
            for n, (row, words, who) in enumerate(rows, start=1)
        )
        return Table(columns, made, (Row(tuple(cell(name) for name in phrases.list(heads))),))

    # --- beyond competence

    def beyond(self) -> Iterator[Block]:
        source, phrases, rows = self.source, self.source.paper.phrases, self.content.beyond
        if not rows:
            yield from paragraphs(source.words("beyond_none", self.nothing("beyond_none")), "beyond_none")
            return
        sent = self.sent()
        lead = phrases("beyond_lead", body=source.paper.body, count=count2(len(rows)))
        yield Paragraph(text(lead), anchor="beyond_lead", keep_next=True)
        if len(rows) <= LINES:
            yield from self.numbered([(self.up_line(row, sent), f"row:{row.id}") for row in rows])
            return
        told = [(row, row.duty, " ".join((row.body or phrases("beyond_blank"), *sent_of(row, sent))))
                for row in rows]  # fmt: skip
        yield self.table(_BEYOND, "beyond_columns", told)

    def up_line(self, row: NoticeRow, sent: dict[str, str]) -> str:
        phrases = self.source.paper.phrases
        parts = [row.text]
        if not row.chair:
            to = row.body or phrases("beyond_blank")
            parts = [phrases("beyond_line", to=to, matter=lower_first(row.text))]
        letters = sent_of(row, sent)
        if row.deadline and not letters and not says_day(row.text, row.deadline):
            parts.append(phrases("day_behind", day=date_short(row.deadline)))
        return sentence(" ".join((", ".join(parts), *letters)))

    def sent(self) -> dict[str, str]:
        """ "(đã gửi Văn bản số 24/UBND-VP ngày 28/4/2026)" by opinions and promises that went up with it."""
        source, found = self.source, {}
        for letter in escalations(source.records, source.commitments):
            cited = source.cited("escalations", letter.subject)
            if cited:
                words = source.paper.phrases("sent", cited=cited)
                found.update(dict.fromkeys((*letter.opinion_ids, *letter.commitment_ids), words))
        return found

    # --- who follows

    def following(self) -> Iterator[Block]:
        source = self.source
        drafts = {
            "units": self.units() if self.content.owed else "",
            "office": self.office(),
            "follow": self.follow(),
            "monitor": source.paper.phrases("monitor", unit=source.paper.plan.issuer.unit),
            "heads": source.paper.phrases(
                "heads", heads=source.paper.heads, body_short=source.paper.body_short
            ),
        }
        told = [(key, source.words(key, words)) for key, words in drafts.items() if words]
        yield from self.numbered([(" ".join(words.split("\n")), key) for key, words in told])

    def units(self) -> str:
        """Their duty to report, with the plan's own limit after the notice."""
        phrases, paper = self.source.paper.phrases, self.source.paper
        limit = ""
        duty = next(
            (
                line
                for line in paper.duties
                if line.duty.rule is not None and line.duty.rule.anchor is Anchor.NOTICE_OF_CONCLUSION
            ),
            None,
        )
        if duty is not None and duty.duty.rule is not None:
            rule = duty.duty.rule
            limit = phrases("limit_lead") + phrases("limit", count=count2(rule.n), unit=rule.unit.label)
            if duty.due is not None:
                limit += phrases("limit_day", day=weekday_date(duty.due))
        section = roman(_OWED_AT)
        return phrases("units", section=section, office=office_of(self.source), limit=limit)

    def office(self) -> str:
        """Posting and sending with their days: the plan's own, the law's where it is earlier."""
        source, paper, phrases = self.source, self.source.paper, self.source.paper.phrases
        plan = paper.plan
        since = source.line().dated_on or source.today
        posting = duty_with(plan, paper.duties, ("niem yet", "ket luan"), ("niem yet", "ket qua"))
        result = duty_with(plan, paper.duties, ("cong bo", "ket qua"), ("phuong tien thong tin", "ket qua"))
        law = None
        if plan.day is not None:
            limits = limits_for(plan.day)
            law = next((one.due for one in limits if one.kind is LimitKind.RESULT), None)
        days = []
        for duty in (posting, result):
            known = [day for day in (duty.due if duty else None, law) if day is not None]
            day = min(known, default=None)
            days.append(phrases("at_latest", day=weekday_date(day)) if day and day >= since else "")
        one_day = days[0] == days[1] != ""
        ends = days if one_day else [f", {day}" if day else "" for day in days]
        return phrases(
            "office_one_day" if one_day else "office",
            office=office_of(source),
            body_short=paper.body_short,
            places=self.halls(),
            heads=paper.heads,
            posting=ends[0],
            result=ends[1],
        )

    def follow(self) -> str:
        """Until everything is done; what went up, until its answer is handed on."""
        phrases, office, section = self.source.paper.phrases, office_of(self.source), roman(_BEYOND_AT)
        up = bool(self.content.beyond)
        if self.content.owed:
            return phrases(
                "follow", office=office, beyond=phrases("follow_beyond", section=section) if up else ""
            )
        return phrases("follow_beyond_alone", office=office, section=section) if up else ""

    def halls(self) -> str:
        """ " thôn Đồng Vạn và thôn Phú Ấp", or " các thôn"."""
        plan = self.source.paper.plan
        if plan.localities and not plan.whole_commune and len(plan.localities) <= 3:
            return f" {self.source.paper.localities}"
        kinds = dict.fromkeys(one.kind for one in plan.localities if one.kind) or {"thôn": None}
        return f" các {', '.join(kinds)}"

    # --- ends

    def closing(self) -> Block:
        source, paper = self.source, self.source.paper
        words = source.words("closing", paper.phrases("closing", body=paper.body))
        return para(paper.ended(words), Role.CLOSING, "closing")

    def recipients(self) -> Iterator[str]:
        """The plan's own, those who have to act, and those who asked."""
        source, paper, phrases = self.source, self.source.paper, self.source.paper.phrases
        listed = planned_recipients(source)
        if not listed:
            key = "recipients_party" if paper.party else "recipients_state"
            listed = tuple(name.format(unit=paper.plan.issuer.unit_kind.value) for name in phrases.list(key))
        watching = phrases("to_watch", name="{}")
        yield from (
            watching.format(name) if named_in(_FRONT, name) and "(" not in name else name for name in listed
        )
        if self.content.owed and not any(same_body(one, phrases("to_units")) for one in listed):
            yield phrases("to_units")
        if source.figures.all.total:
            yield phrases("to_authors", heads=paper.heads)
        yield phrases("to_posting")
        yield filed(source)

    def section(self, number: int, key: str) -> Heading:
        shown = number_of(self.source.paper.sheet, Level.SECTION, number)
        return Heading(Level.SECTION, shown, self.source.paper.phrases(key), key)


def sent_of(row: NoticeRow, sent: dict[str, str]) -> list[str]:
    """The letters with which the opinions of a row went up, each once."""
    return list(dict.fromkeys(sent[key] for key in (row.id, *row.opinion_ids) if key in sent))
