"""The script of the one who leads through the conference: hour, leader, step, words to say (C1)."""

from __future__ import annotations

from dialogue_desktop.documents.doc_programme import step_words
from dialogue_desktop.documents.office_words import capital, lower_first
from dialogue_desktop.documents.paper_parts import Paper, blank_rows, step_times
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Orientation,
    Row,
    Table,
    cell,
    text,
)
from dialogue_desktop.domain.plan import ChairRole, ProgrammeStep
from dialogue_desktop.domain.plan import Level as GroupLevel
from dialogue_desktop.domain.spoken import spelled_out
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2, time_hm

# What a step is, told by words of its text (folded); the first that fits. A speaking step is the floor.
_TOLD_BY = (
    ("close", ("be mac", "ket thuc hoi nghi")),
    ("adopt", ("thong qua bien ban", "doc bien ban", "du thao bien ban")),
    ("opening", ("on dinh", "tuyen bo ly do", "neu ly do", "gioi thieu dai bieu")),
    ("conclude", ("ket luan",)),
    ("floor_again", ("trao doi tiep", "thoa dang", "doi thoai tiep")),
    ("report", ("bao cao", "thong tin voi")),
    ("purpose", ("muc dich", "khai mac", "dan de")),
    ("floor", ("phat bieu", "trao doi, doi thoai", "dat cau hoi")),
    ("answer", ("tra loi", "giai trinh")),
)

_BLANK_ROWS = 8


def build(paper: Paper) -> Document:
    """A landscape table; a step of the office's own making gets the plain words that hand it over."""
    subject = paper.conference
    blocks: list[Block] = [
        paper.letterhead(),
        paper.title(subject),
        paper.labelled("time", paper.when(), "time"),
        paper.labelled("place", paper.where(), "place"),
        paper.labelled("chairs", _chairs(paper), "chairs"),
        paper.labelled("secretaries", _secretaries(paper), "secretaries"),
        _table(paper),
    ]
    return paper.document(blocks, subject=subject, orientation=Orientation.LANDSCAPE)


def _chairs(paper: Paper) -> str:
    names = paper.people(ChairRole.CHAIR, ChairRole.CO_CHAIR, ChairRole.DEPUTY)
    return "; ".join(names) or paper.phrases("names_blank")


def _secretaries(paper: Paper) -> str:
    found = []
    for secretary in paper.plan.secretaries:
        official = secretary.official
        name = f"{official.honorific} {official.name}" if official.name else paper.phrases("names_blank")
        found.append(", ".join(part for part in (name, lower_first(official.position)) if part))
    return "; ".join(found) or paper.phrases("names_blank")


def _table(paper: Paper) -> Table:
    phrases, plan = paper.phrases, paper.plan
    rows = []
    for step, (start, _end) in zip(plan.programme, step_times(plan.programme, plan.time.start), strict=True):
        hour = time_hm(start) if start else phrases("blank")
        if step.minutes:
            hour += "\n" + phrases("minutes", minutes=count2(step.minutes))
        cells = (
            cell(hour),
            cell(step.lead),
            cell(step_words(paper, step)),
            cell(spelled_out(_said(paper, step))),
        )
        rows.append(Row(cells, anchor=f"step:{step.id}"))
    header = Row(tuple(cell(name) for name in phrases.list("columns")))
    columns = (Column(24, Align.CENTER), Column(38), Column(72), Column())
    # The closing words are a row of the table: they never stand alone on a page.
    closing = Cell(text(paper.ended(phrases("closing")), italic=True), Align.CENTER, span=len(columns))
    steps = tuple(rows) or blank_rows(len(columns), _BLANK_ROWS)
    return Table(columns, (*steps, Row((closing,), anchor="closing")), (header,))


def kind_of(step: ProgrammeStep) -> str:
    """Which words introduce the step: a key of script.toml."""
    words = fold(step.text)
    for kind, signs in _TOLD_BY:
        if any(sign in words for sign in signs):
            return kind
    return "floor" if step.speaking else "other"


def _said(paper: Paper, step: ProgrammeStep) -> str:
    phrases, plan = paper.phrases, paper.plan
    kind = kind_of(step)
    values = {
        "chair": _first_chair(paper),
        "minutes": count2(plan.turn_minutes),
        "lead": lower_first(step.lead) or phrases("names_blank"),
        "step": lower_first(paper.filled(step.text).strip(" .;:")),
    }
    if kind != "opening":
        return phrases(kind, **values)
    guests = [
        phrases("guest", group=f"- {capital(_guest(paper.filled(group.text)))}")
        for group in plan.participants
        if group.level is not GroupLevel.PEOPLE and group.text.strip(" .;")
    ]
    parts = [
        phrases(
            "opening",
            plan=paper.cited_plan(),
            body=paper.body,
            conference=lower_first(paper.conference),
        )
    ]
    if guests:
        parts += [phrases("guests"), *guests]
    parts.append(phrases("seats", chairs=_chairs(paper), secretaries=_secretaries(paper)))
    parts.append(phrases("order"))
    return "\n".join(parts)


def _guest(words: str) -> str:
    """A group of participants as it is greeted: without the word that invites it."""
    return words.strip(" .;").removeprefix("Mời ").removeprefix("mời ")


def _first_chair(paper: Paper) -> str:
    names = paper.people(ChairRole.CHAIR) or paper.people(ChairRole.CO_CHAIR)
    return names[0] if names else paper.phrases("chair_blank")
