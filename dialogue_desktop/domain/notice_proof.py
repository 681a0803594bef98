"""Proof that the conference was announced: where, from when to when, by whom, who saw it (C2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.words_vi import date_short, weekday_date


class ProofForm(StrEnum):
    """How it was made known (Luật Thực hiện dân chủ ở cơ sở 2022, Điều 12, 13)."""

    OFFICE = "tru_so"
    VILLAGE_HALL = "nha_van_hoa"
    WEBSITE = "trang_tin"
    LOUDSPEAKER = "loa"
    VILLAGE_HEAD = "truong_thon"
    OTHER = "khac"

    @property
    def label(self) -> str:
        return _FORM_LABELS[self]

    @property
    def posted(self) -> bool:
        """A paper hangs there for some days."""
        return self in (ProofForm.OFFICE, ProofForm.VILLAGE_HALL)

    @property
    def media(self) -> bool:
        """One of the mass media of which the law speaks."""
        return self in (ProofForm.WEBSITE, ProofForm.LOUDSPEAKER)


_FORM_LABELS = {
    ProofForm.OFFICE: "Niêm yết tại trụ sở",
    ProofForm.VILLAGE_HALL: "Niêm yết tại nhà văn hóa thôn",
    ProofForm.WEBSITE: "Đăng trang thông tin điện tử",
    ProofForm.LOUDSPEAKER: "Phát loa truyền thanh",
    ProofForm.VILLAGE_HEAD: "Qua Trưởng thôn",
    ProofForm.OTHER: "Cách khác",
}


@dataclass(frozen=True, slots=True)
class NoticeProof:
    """One place where the notice was made known.

    `last_day` None: it still hangs, or runs. `times` are the hours of the loudspeaker ("5 giờ 30 và 17 giờ").
    """

    id: str
    form: ProofForm = ProofForm.OFFICE
    place: str = ""
    first_day: date | None = None
    last_day: date | None = None
    times: str = ""
    by: str = ""
    witness: str = ""
    note: str = ""

    @property
    def where(self) -> str:
        """ "Niêm yết tại trụ sở: UBND xã Minh Khê"."""
        return f"{self.form.label}: {self.place}" if self.place else self.form.label

    def days_until(self, today: date) -> int:
        """How many days in a row it has been there, both ends counted; those to come are not."""
        if self.first_day is None:
            return 0
        last = min(self.last_day or today, today)
        return max((last - self.first_day).days + 1, 0)


def usual_places(plan: Plan, form: ProofForm) -> tuple[str, ...]:
    """The places that this plan has for a way of announcing, to be offered."""
    issuer = plan.issuer
    commune = issuer.unit if issuer.name else issuer.unit_kind.value
    labels = [locality.label for locality in plan.localities if locality.name]
    match form:
        case ProofForm.OFFICE:
            return (f"Trụ sở {issuer.body_short}",)
        case ProofForm.VILLAGE_HALL:
            return tuple(f"Nhà văn hóa {label}" for label in labels)
        case ProofForm.WEBSITE:
            return (f"Trang thông tin điện tử {commune}",)
        case ProofForm.LOUDSPEAKER:
            return (f"Đài truyền thanh {commune}", *(f"Cụm loa {label}" for label in labels))
        case ProofForm.VILLAGE_HEAD:
            return labels_of_heads(plan)
        case ProofForm.OTHER:
            return ()


def labels_of_heads(plan: Plan) -> tuple[str, ...]:
    """ "Trưởng thôn Đồng Vạn", "Tổ trưởng tổ dân phố 3"."""
    return tuple(
        f"{'Tổ trưởng' if locality.kind.startswith('tổ') else 'Trưởng'} {locality.label}"
        for locality in plan.localities
        if locality.name
    )


def usual_people(plan: Plan) -> tuple[str, ...]:
    """Who may have posted it or seen it: the plan's secretaries and officials, then the heads of the thôn."""
    officials = (*(one.official for one in plan.secretaries), *plan.officials)
    found = [
        ", ".join(
            part
            for part in (f"{official.honorific} {official.name.strip()}".strip(), official.position.strip())
            if part
        )
        for official in officials
        if official.name.strip()
    ]
    for locality, label in zip(
        (one for one in plan.localities if one.name), labels_of_heads(plan), strict=True
    ):
        found.append(f"{locality.head.strip()}, {label}" if locality.head.strip() else label)
    return tuple(dict.fromkeys(found))


def proof_faults(proof: NoticeProof, *, today: date, conference_day: date | None) -> dict[str, str]:
    """Field → one sentence for what cannot be right; empty when all is."""
    faults: dict[str, str] = {}
    first, last = proof.first_day, proof.last_day
    if first is None:
        faults["first_day"] = "Chưa ghi ngày bắt đầu."
    elif first > today:
        faults["first_day"] = (
            f"Ngày {date_short(first)} chưa đến; chỉ ghi khi đã thông báo. Hôm nay là {weekday_date(today)}."
        )
    elif conference_day is not None and first > conference_day:
        faults["first_day"] = f"Ngày {date_short(first)} sau ngày họp {date_short(conference_day)}."
    if first is not None and last is not None and last < first:
        faults["last_day"] = (
            f"Ngày kết thúc {date_short(last)} trước ngày bắt đầu {date_short(first)}. "
            "Hãy sửa một trong hai ngày."
        )
    if proof.form is ProofForm.OTHER and not proof.place.strip():
        faults["place"] = "Cách khác thì ghi rõ ở đâu, bằng cách nào."
    return faults
