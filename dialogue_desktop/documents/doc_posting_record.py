"""The record of posting and public notice: form 1.9 of NĐ 30/2020, signed by who did and who saw it (C2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dialogue_desktop.documents.letterhead import number_line
from dialogue_desktop.documents.office_words import capital, issuer_lines, sentence
from dialogue_desktop.documents.paper_parts import Paper, dated
from dialogue_desktop.documents.tree import (
    NBSP,
    Align,
    Block,
    Column,
    Document,
    Item,
    Letterhead,
    MinutesSignature,
    Paragraph,
    Role,
    Row,
    Section,
    Signer,
    Table,
    cell,
    para,
    text,
)
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import count2, date_short, weekday_long

#: With a lower-case letter before a name; in the list of signers the bare name stands.
_HONORIFICS = ("ông ", "bà ", "anh ", "chị ", "cụ ", "đồng chí ")
#: Who is known by the office alone.
_OFFICES = ("truong ", "to truong ", "bi thu ", "pho ", "dai dien ", "chi bo ")


def build(paper: Paper, proofs: Sequence[NoticeProof]) -> Document:
    """One record for each pair of who did it and who saw it, each on pages of its own."""
    subject = paper.phrases("subject", conference=paper.conference)
    sections = tuple(Section(tuple(_record(paper, subject, rows))) for rows in _by_signers(proofs))
    return Document(
        sections,
        paper.plan.issuer.style,
        title=f"{capital(paper.phrases('kind'))}: {subject}",
        author=paper.plan.issuer.body,
    )


def _by_signers(proofs: Sequence[NoticeProof]) -> list[list[NoticeProof]]:
    groups: dict[tuple[str, str], list[NoticeProof]] = {}
    for proof in proofs:
        groups.setdefault((fold(proof.by), fold(proof.witness)), []).append(proof)
    return list(groups.values())


def _record(paper: Paper, subject: str, rows: Sequence[NoticeProof]) -> Iterator[Block]:
    plan, phrases = paper.plan, paper.phrases
    number = number_line(paper.sheet, paper.number, plan.minutes_symbol)
    superior = (plan.issuer.superior,) if plan.issuer.superior else ()
    yield Letterhead(issuer_lines(plan.issuer), superior, number)
    yield paper.title(subject)
    firsts = [row.first_day for row in rows if row.first_day is not None]
    made = dated(max(firsts) if firsts else None, plan.year)
    yield paper.labelled("made", made, "made")
    places = list(dict.fromkeys(row.place for row in rows if row.place))
    yield paper.labelled("place", "; ".join(places) or phrases("blank"), "place")
    yield Paragraph(text(phrases("people"), bold=True), anchor="people", keep_next=True)
    for key, who in (("by", rows[0].by), ("witness", rows[0].witness)):
        yield Item(text(sentence(phrases(key, who=who or phrases("blank")))), anchor=key)
    yield Paragraph(text(phrases("content"), bold=True), anchor="content", keep_next=True)
    yield para(
        phrases(
            "lead_in",
            plan=paper.cited_plan(),
        ),
        anchor="lead_in",
    )
    if len(rows) == 1:
        yield _item(paper, rows[0])
    else:
        yield _table(paper, rows)
    if plan.day is not None and firsts and (early := (plan.day - min(firsts)).days) > 0:
        yield para(phrases("early", day=date_short(plan.day), count=count2(early)), anchor="early")
    yield para(paper.ended(phrases("closing")), Role.CLOSING, "closing")
    yield MinutesSignature(
        (_signer(rows[0].by),),
        (_signer(rows[0].witness),),
        (phrases("file"),),
        "signature",
        heads=(phrases("signs_by"), phrases("signs_witness")),
    )


def _item(paper: Paper, row: NoticeProof) -> Item:
    """One place needs no table."""
    parts = [row.where, _period(paper, row), _notes(paper, row, "; ")]
    return Item(
        text(sentence("; ".join(part.strip(" .;") for part in parts if part))), anchor=f"proof:{row.id}"
    )


def _table(paper: Paper, rows: Sequence[NoticeProof]) -> Table:
    header = Row(tuple(cell(name) for name in paper.phrases.list("columns")))
    columns = (Column(10, Align.CENTER), Column(36), Column(), Column(46), Column(32))
    body = tuple(
        Row(
            (
                cell(str(number)),
                cell(row.form.label),
                cell(row.place),
                cell(capital(_period(paper, row)).replace(" đến ", "\nđến ").replace(" (", "\n(")),
                cell(capital(_notes(paper, row, "\n"))),
            ),
            anchor=f"proof:{row.id}",
        )
        for number, row in enumerate(rows, start=1)
    )
    return Table(columns, body, (header,))


def _period(paper: Paper, row: NoticeProof) -> str:
    first, last = row.first_day, row.last_day
    if first is None:
        return paper.phrases("blank")
    if last is None:
        return paper.phrases("period_open", first=_day(first))
    if last == first:
        return paper.phrases("one_day", first=_day(first))
    count = count2((last - first).days + 1)
    return paper.phrases("period", first=_day(first), last=_day(last), count=count)


def _notes(paper: Paper, row: NoticeProof, between: str) -> str:
    times = paper.phrases("times", times=row.times) if row.times else ""
    return between.join(part for part in (times, row.note) if part)


def _day(day: date) -> str:
    """No line ends inside a weekday."""
    return f"{weekday_long(day).replace(' ', NBSP)} {date_short(day)}"


def _signer(who: str) -> Signer:
    """ "bà Lương Thị Mẫn, Chuyên viên" as a name with the position under it."""
    name, _, position = (part.strip() for part in who.partition(","))
    for honorific in _HONORIFICS:
        if name.casefold().startswith(honorific):
            name = name[len(honorific) :].strip()
            break
    if not position and fold(name).startswith(_OFFICES):
        return Signer("", name)
    return Signer(name, position)
