"""Makes the one frozen value that the page shows, from the board and what is chosen of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_desktop.domain.board import BoardRow, Urgency, bars
from dialogue_desktop.domain.words_vi import count2
from dialogue_desktop.services.board import Board
from ui.follow_up import listing, words
from ui.follow_up.entry import FollowEntry, What, parts_of
from ui.follow_up.listing import Wanted
from ui.follow_up.screen import FormHead, Screen
from ui.form_desk import FormDesk, Trouble

_TITLES = {
    What.UPDATE: "Cập nhật cam kết số {number}",
    What.EDIT: "Sửa cam kết số {number}",
    What.STEP: "Sửa dòng theo dõi, cam kết số {number}",
}


@dataclass(frozen=True, slots=True)
class Now:
    """What the presenter knows: `shown` are the rows that are wanted, `chosen` what an act would be about,
    `faults` what is wrong with the evidence of the one in hand."""

    board: Board
    rows: Mapping[str, BoardRow]
    shown: tuple[BoardRow, ...]
    wanted: Wanted
    selected: str
    ticked: frozenset[str]
    columns: bool
    by: str
    chosen: tuple[BoardRow, ...]
    faults: tuple[str, ...]


def screen_of(now: Now, form: FormDesk[FollowEntry], trouble: Trouble | None) -> Screen:
    board, today = now.board, now.board.today
    facts, short = words.facts_words(board.sums, len({row.conference_id for row in board.rows}), today)
    everything = listing.shown(board.rows, now.wanted, today, group=False)
    row = now.rows.get(now.selected)
    return Screen(
        loaded=True,
        today=today,
        facts=facts,
        facts_short=short,
        rows=now.shown,
        selected=now.selected,
        ticked=now.ticked,
        typed=_typed(form),
        group=now.wanted.group,
        counts=listing.counts(board.sums),
        choices=listing.choices(board.rows, now.wanted, today),
        chosen=listing.chosen(now.wanted, board.rows),
        empty="none" if not board.rows else "" if now.shown else "no_match",
        columns=now.columns,
        detail=words.detail_view(row, today, now.faults) if row is not None else None,
        form=_form_head(form, now.rows),
        bars=bars(everything, lambda one: listing.labels(one, now.by), today),
        by=now.by,
        total=sum(one.urgency(today) is not Urgency.CARRIED for one in everything),
        can_carry=any(one.commitment.open for one in now.chosen) and len(board.conferences) > 1,
        shelf=_shelf_words(form, now.rows),
        trouble=trouble,
    )


def _typed(form: FormDesk[FollowEntry]) -> frozenset[str]:
    """Keys of rows of which something lies half typed."""
    found: set[str] = set()
    for key in form.shelf.others(""):
        if not form.shelf.is_new(key):
            found.update(parts_of(key)[1])
    return frozenset(found)


def _form_head(form: FormDesk[FollowEntry], known: Mapping[str, BoardRow]) -> FormHead | None:
    if not form.key:
        return None
    entry = form.form
    if form.is_new:
        return FormHead("Cam kết mới", "Việc phải theo dõi ngoài các cam kết trong biên bản.")
    rows = [known[key] for key in entry.keys if key in known]
    if len(rows) > 1:
        numbers = ", ".join(count2(row.commitment.number) for row in rows)
        return FormHead(f"Cập nhật {len(rows)} cam kết", f"Số {numbers}")
    title = _TITLES.get(entry.what, "")
    if not rows:
        return FormHead(title.format(number=""))
    one = rows[0].commitment
    return FormHead(title.format(number=count2(one.number)), one.text if entry.what is not What.EDIT else "")


def _shelf_words(form: FormDesk[FollowEntry], known: Mapping[str, BoardRow]) -> str:
    found = []
    for key in form.shelf.others(form.key):
        if form.shelf.is_new(key):
            found.append("cam kết mới")
            continue
        rows = [known[one] for one in parts_of(key)[1] if one in known]
        found += [f"cam kết số {count2(row.commitment.number)}" for row in rows]
    return ", ".join(found)
