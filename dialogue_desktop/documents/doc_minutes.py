"""The minutes rendered from the rows: form 1.9 of NĐ 30/2020 (M1, M2)."""

from __future__ import annotations

from dialogue_desktop.documents.letterhead import number_line
from dialogue_desktop.documents.minutes_appendix import appendix
from dialogue_desktop.documents.minutes_end import conclusions, end, later, signature
from dialogue_desktop.documents.minutes_frame import Frame
from dialogue_desktop.documents.minutes_head import head
from dialogue_desktop.documents.minutes_opinions import collected, hall
from dialogue_desktop.documents.office_words import issuer_lines, unbroken
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import Block, Document, Letterhead, Section, Title
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.schedule import time_words


def build(
    view: ConferenceView, sheet: Sheet, phrases: Phrases, copy_phrase: str, *, posted: bool = False
) -> Document:
    """The tree of the minutes, without a copy's label.

    `posted`: `view` has been through `privacy.posted`, and people without consent are called citizens.
    Anchors: "opinion:<id>", "attendance", "conclusions", "end". `copy_phrase` is "{count} bản {purpose}".
    """
    frame = Frame.of(view, sheet, phrases, posted=posted)
    plan = view.plan
    subject = fill(plan.conference_name or plan.subject, values_of(plan, time_text=time_words(plan)))
    number = number_line(sheet, plan.minutes_number, plan.minutes_symbol)
    blocks: tuple[Block, ...] = (
        Letterhead(
            issuer_lines(plan.issuer), (plan.issuer.superior,) if plan.issuer.superior else (), number
        ),
        Title(phrases("kind"), unbroken(subject, plan), "title"),
        *head(frame),
        *collected(frame),
        *hall(frame),
        *later(frame),
        *conclusions(frame),
        *end(frame, copy_phrase),
        signature(frame),
    )
    return Document(
        (Section(blocks), *appendix(frame, _reference(view, number, phrases))),
        plan.issuer.style,
        title=f"{phrases('kind')}: {subject}".replace("\n", " "),
        author=plan.issuer.body,
    )


def _reference(view: ConferenceView, number: str, phrases: Phrases) -> str:
    """How the appendix names its minutes: by number once there is one."""
    plan = view.plan
    if not plan.minutes_number:
        return phrases("minutes_of", body=plan.issuer.body)
    numbered = number.replace("Số: ", "").replace("Số ", "")
    return phrases("minutes_numbered", number=numbered, body=plan.issuer.body)
