"""To whom the report on the conference goes: the level that the plan names (M7)."""

from __future__ import annotations

from dialogue_desktop.documents.after_ends import (
    duty_with,
    filed,
    is_reported,
    named_in,
    outdated,
    own_lines,
    planned_recipients,
    same_body,
    without_note,
)
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.domain.text_vi import fold

_UNITS = (" xa", " phuong", " thi tran", " dac khu")
_OWN = (
    "thuong truc dang uy",
    "thuong truc hdnd",
    "thuong truc hoi dong",
    "ban thuong vu dang uy",
    "lanh dao",
)
_NOT_COPIED = (
    "trang thong tin",
    "truong thon",
    "to truong",
    "truong cac",
    "truong ban",
    "phong",
    "cac phong",
    "can bo",
)
_NOT_COPIED_IN = ("chi bo", "dai truyen thanh")


def addressees(source: AfterPaper) -> tuple[str, ...]:
    """Kính gửi: whom the plan's own duty to report names, else those who are reported to (b/c) above the
    commune, else all of them; bodies of a level that ended are left out."""
    paper, plan = source.paper, source.paper.plan
    listed = planned_recipients(source)
    duty = duty_with(plan, paper.duties, ("bao cao", "ket qua"))
    told = paper.filled(f"{duty.duty.summary}. {duty.duty.text}") if duty is not None else ""
    found = [name for name in listed if told and named_in(name, told)]
    reported = [name for name in listed if is_reported(name)]
    above = [name for name in reported if not _own(without_note(name))]
    names = [_in_full(source, without_note(name)) for name in found or above or reported]
    day = source.line().dated_on or source.today
    names = [name for name in dict.fromkeys(names) if not outdated(name, day)] or [_usual(source)]
    return own_lines(source.words("addressees", "\n".join(names))) or (_usual(source),)


def copies(source: AfterPaper, sent_to: tuple[str, ...]) -> tuple[str, ...]:
    """Nơi nhận: as above, then those of the plan who are told of results; nobody twice."""
    paper, phrases = source.paper, source.paper.phrases
    listed = planned_recipients(source)
    if not listed:
        key = "recipients_party" if paper.party else "recipients_state"
        listed = tuple(name.format(unit=paper.plan.issuer.unit_kind.value) for name in phrases.list(key))
    kept = [
        name
        for name in listed
        if not fold(name).startswith(_NOT_COPIED)
        and not any(word in fold(name) for word in _NOT_COPIED_IN)
        and not any(same_body(_in_full(source, without_note(name)), one) for one in sent_to)
    ]
    return (phrases("as_above"), *kept, filed(source))


def _own(name: str) -> bool:
    """Whether it is a body of the commune itself."""
    return fold(name).endswith(_UNITS) or fold(name).startswith(_OWN)


def _in_full(source: AfterPaper, name: str) -> str:
    """ "Ủy ban nhân dân tỉnh Đông Giang" where the plan says "Ủy ban nhân dân tỉnh"."""
    province = source.paper.plan.issuer.province.strip()
    if province and fold(name).endswith((" tinh", " thanh pho")):
        return f"{name.rsplit(' ', 1 if fold(name).endswith(' tinh') else 2)[0]} {province}"
    return name


def _usual(source: AfterPaper) -> str:
    """Where the plan names nobody: the level above; dots where not even the province is known."""
    issuer, phrases = source.paper.plan.issuer, source.paper.phrases
    if source.paper.party:
        return phrases("addressee_party")
    return (
        phrases("addressee_state", province=issuer.province)
        if issuer.province
        else phrases("addressee_blank")
    )
