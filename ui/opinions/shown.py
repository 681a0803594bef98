"""The screen of the page, put together from the list and the open form; without what is done beside them."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.words_vi import thousands
from ui.form_desk import FormDesk
from ui.opinions import words
from ui.opinions.collected import Loaded
from ui.opinions.detail_words import Detail, detail_of
from ui.opinions.entry import Entry
from ui.opinions.group_words import GroupDetail, group_detail
from ui.opinions.listing import Listing
from ui.opinions.screen import FormView, Screen
from ui.opinions.shelf import shelf_words


def screen_of(data: Loaded, listing: Listing, form: FormDesk[Entry], today: date, *, settled: bool) -> Screen:
    """`settled`: a row that is no longer shown may lose the selection to the first one."""
    sections = listing.sections(frozenset(form.shelf.others("")))
    if settled:
        listing.settle()
    opinions, ticked = listing.opinions, len(listing.ticked)
    return Screen(
        loaded=True,
        facts=listing.facts,
        count=words.count_words(len(listing.shown), len(opinions)) if opinions else "",
        sections=sections,
        grouped=listing.grouped,
        groupable=listing.groupable,
        selected=listing.selected,
        heading=listing.heading,
        detail=_detail(data, listing, today),
        group=_group(listing, today),
        empty="" if listing.shown else ("no_match" if opinions else "none"),
        no_match=words.no_match_words(listing.filters.query) if opinions and not listing.shown else "",
        chips=listing.chips(),
        order=listing.order,
        down=listing.down,
        ticked=listing.ticked,
        chosen=f"Đã chọn {thousands(ticked)} ý kiến" if ticked else "",
        form=_form(listing, form.key),
        shelf=shelf_words(form.shelf, form.key, lambda key: listing.by_id[key].number),
    )


def _detail(data: Loaded, listing: Listing, today: date) -> Detail | None:
    one = listing.by_id.get(listing.selected)
    if one is None:
        return None
    group = listing.whole.group(one.group_id) if one.group_id else ()
    return detail_of(one, data.contacts.get(one.id), listing.filters.query, today, group)


def _group(listing: Listing, today: date) -> GroupDetail | None:
    section = listing.section(listing.heading) if listing.heading else None
    if section is None:
        return None
    known = listing.by_id
    return group_detail(section, [known[one] for one in section.ids if one in known], today)


def _form(listing: Listing, key: str) -> FormView | None:
    if not key:
        return None
    opinion = listing.by_id.get(key)
    if opinion is None:
        return FormView(key, "Ý kiến mới", True)
    group = listing.whole.group(opinion.group_id) if opinion.group_id else ()
    joint = f"Câu trả lời chung của cả nhóm, ý kiến số {words.numbers(group)}"
    title = f"Sửa ý kiến số {opinion.number}"
    return FormView(key, title, False, joint) if group else FormView(key, title, False)
