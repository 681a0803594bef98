"""Invitations in series: form 1.7 of NĐ 30/2020, one for each who is invited, or blank by group (C10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogue_desktop.documents.letterhead import number_line
from dialogue_desktop.documents.office_words import capital, lower_first
from dialogue_desktop.documents.record_paper import SLIPS_BACK, RecordPaper, beside, on_day
from dialogue_desktop.documents.tree import (
    Blank,
    Block,
    Document,
    FormLine,
    Leaf,
    Letterhead,
    Paragraph,
    Role,
    Run,
    Section,
    para,
    text,
)
from dialogue_desktop.domain.inviting import invited, is_open
from dialogue_desktop.domain.paper_choices import LetterNumbers
from dialogue_desktop.domain.plan import ChairRole, Level, MeetingForm, ParticipantGroup
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2

_CODE = "GM"
_USUAL_PER_PAGE = 1
#: Topics longer than so many letters are left to the plan, which they stand in.
_LONGEST_CONTENT = {Leaf.PAGES: 600, Leaf.HALF: 220}


def build(source: RecordPaper) -> Document:
    """A section for each letter; what the letters share is made once."""
    series = _Series(source)
    made = source.paper.document((), subject=source.paper.conference)
    return replace(made, sections=tuple(series.sections()))


class _Series:
    def __init__(self, source: RecordPaper) -> None:
        self.source = source
        self.paper = source.paper
        self.phrases = source.paper.phrases
        self.leaf = Leaf.HALF if (source.choices.per_page or _USUAL_PER_PAGE) > 1 else Leaf.PAGES
        self.head = source.letterhead(_CODE)
        self.symbol = source.paper.symbol(_CODE)
        self.opening = (
            self.paper.title(self.phrases("subject", year=self.paper.plan.time.year or self.paper.plan.year)),
            para(self.phrases("invite", body=self.paper.body), anchor="invite"),
        )
        facts = tuple(self._facts())
        signature = self.paper.signature(source.recipients())
        self.endings = {
            people: (*facts, para(self.paper.ended(self._bring(people)), Role.CLOSING, "closing"), signature)
            for people in (True, False)
        }

    def sections(self) -> Iterator[Section]:
        letters = list(self._letters())
        digits = max(len(str(len(letters))), 2)
        for k, (delegate, group, name) in enumerate(letters, start=1):
            number = self._number(delegate, k, digits)
            head: Letterhead = replace(self.head, number=number) if number else self.head
            people = group is not None and group.level in (Level.PEOPLE, Level.LOCALITY)
            people = people or bool(delegate and delegate.locality)
            anchor = f"delegate:{delegate.id}" if delegate else f"group:{group.id if group else ''}"
            yield Section((head, *self.opening, *name, *self.endings[people]), leaf=self.leaf, anchor=anchor)

    def _letters(self) -> Iterator[tuple[Delegate | None, ParticipantGroup | None, tuple[Block, ...]]]:
        groups = {group.id: group for group in self.paper.plan.participants}
        blank, only = self.source.choices.blank_letters, self.source.choices.only
        if not blank:
            for delegate in invited(self.paper.plan, self.source.records.delegates, only):
                group = groups.get(delegate.group_id)
                if is_open(delegate):
                    lines = tuple(self._seat(delegate, group))
                    yield from ((delegate, group, lines) for _ in range(delegate.count))
                else:
                    yield delegate, group, tuple(self._named(delegate))
            return
        for group in groups.values():
            if only and group.id not in only:
                continue
            lines = tuple(self._blank(group))
            for _ in range(blank):
                yield None, group, lines

    def _number(self, delegate: Delegate | None, place: int, digits: int) -> str:
        """The number of one letter; empty to keep that of the series."""
        choices = self.source.choices
        own = delegate.letter_number.strip() if delegate else ""
        if own:
            return number_line(self.paper.sheet, own.removesuffix(self.symbol).rstrip("/- "), self.symbol)
        number = choices.number.strip()
        match choices.numbers:
            case LetterNumbers.SUB if number:
                number = f"{number.zfill(2)}-{place:0{digits}d}"
            case LetterNumbers.SHARED:
                pass
            case _:
                number = ""
        return number_line(self.paper.sheet, number, self.symbol)

    # --- to whom

    def _named(self, delegate: Delegate) -> Iterator[Block]:
        office = delegate.office.strip() if delegate.name else ""
        address = beside(delegate.office, delegate)
        who = ", ".join(part for part in (capital(delegate.shown), office, address) if part)
        if delegate.count > 1:
            who = self.phrases("people", who=who, count=count2(delegate.count))
        yield Paragraph(text(who, bold=True), Role.CENTRED, "who")
        yield from self._way(delegate)

    def _way(self, delegate: Delegate) -> Iterator[Block]:
        if delegate.through_locality:
            through = self.phrases("through", through=self._through(delegate))
            yield Paragraph(text(through, italic=True), Role.CENTRED, "through")

    def _through(self, delegate: Delegate) -> str:
        """Who hands the letter on: as was chosen, else the head of the thôn that the delegate is from."""
        chosen = self.source.choices.through.strip()
        for locality in self.paper.plan.localities:
            if fold(locality.label) == fold(delegate.locality):
                key = "head_group" if locality.kind.startswith("tổ") else "head"
                head = chosen or self.paper.common(key, kind=locality.kind)
                return self.phrases("through_head", head=head, name=locality.name).strip()
        return " ".join(part for part in (chosen or self.paper.heads, delegate.locality) if part)

    def _seat(self, delegate: Delegate, group: ParticipantGroup | None) -> Iterator[Block]:
        """A seat that nobody is named for: the name is written in by whom the letter goes through."""
        yield FormLine((Blank(self.phrases("blank_name")),))
        if delegate.address:
            yield Paragraph(text(capital(delegate.address), bold=True), Role.CENTRED, "who")
        else:
            yield FormLine((Blank(self.phrases("blank_office")),))
            if group is not None:
                yield from self._group(group)
        yield from self._way(delegate)

    def _blank(self, group: ParticipantGroup) -> Iterator[Block]:
        yield FormLine((Blank(self.phrases("blank_name")),))
        yield FormLine((Blank(self.phrases("blank_office")),))
        yield from self._group(group)

    def _group(self, group: ParticipantGroup) -> Iterator[Block]:
        words = self.paper.filled(group.text).strip(" .;")
        if words:
            note = self.phrases("blank_group", group=words.removeprefix("Mời ").removeprefix("mời "))
            yield Paragraph(text(note), Role.FORM_NOTE, "group")

    # --- to what

    def _facts(self) -> Iterator[Block]:
        paper, phrases, plan = self.paper, self.phrases, self.paper.plan
        yield para(phrases("come", conference=paper.conference), anchor="come")
        yield self._fact("time", paper.when())
        yield self._fact("place", paper.where())
        if plan.form is not MeetingForm.DIRECT:
            yield self._fact("form", phrases("link", form=plan.form.value))
        yield self._fact("content", self._content())
        chairs = paper.people(ChairRole.CHAIR, ChairRole.CO_CHAIR)
        if chairs:
            yield self._fact("chairs", "; ".join(chairs))

    def _fact(self, key: str, words: str) -> Paragraph:
        ended = words if words.endswith((".", "…")) else f"{words}."
        return Paragraph((Run(f"{self.phrases(key)} ", bold=True), Run(ended)), anchor=key)

    def _content(self) -> str:
        plan = self.paper.plan
        topics = [topic.strip(" .;") for topic in self.paper.topics()]
        # One sentence: only its first word begins with a capital.
        words = plan.topics.strip(" .;") or "; ".join(topics[:1] + [lower_first(one) for one in topics[1:]])
        if words and len(words) <= _LONGEST_CONTENT[self.leaf]:
            return words
        return self.phrases("content_plan", plan=self.paper.cited_plan())

    def _bring(self, people: bool) -> str:
        if not people:
            return self.phrases("bring", body=self.paper.body_short)
        day = self.source.choices.due_on or self.source.day_of(SLIPS_BACK)
        until = self.phrases("until", day=on_day(day)) if day else self.paper.sent_by(note_shown=False)
        return self.phrases("bring_people", heads=self.paper.heads, body=self.paper.body_short, until=until)
