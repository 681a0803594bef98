"""Ten years of conferences of one commune, with fields and thôn as they come and go."""

from __future__ import annotations

from datetime import date, timedelta

from dialogue_desktop.domain.after_records import Commitment, CommitmentState
from dialogue_desktop.domain.records import Opinion, Outcome, Voice
from dialogue_desktop.domain.years import Comparison, HeldConference, compared

TODAY = date(2026, 6, 1)
FIELDS = (
    "Đất đai, tài nguyên, môi trường",
    "Giao thông, thủy lợi",
    "Giáo dục và đào tạo",
    "Y tế, bảo hiểm xã hội",
    "An ninh trật tự",
    "Chính sách người có công, bảo trợ xã hội",
    "",
)
PLACES = ("thôn Đồng Vạn", "thôn Phú Ấp", "thôn Kim Bồng", "thôn Tân Lập", "")
_RESULTS = (Outcome.ANSWERED, Outcome.ANSWERED, Outcome.WRITTEN, Outcome.ESCALATED, Outcome.NOTED, None)


def conference(year: int, count: int) -> HeldConference:
    day = date(year, 4, 24)
    opinions = tuple(
        Opinion(
            f"yk-{n}",
            n,
            text="Đề nghị xã xem xét.",
            field=FIELDS[(n * 3 + year) % len(FIELDS)],
            voices=(Voice("Lò Thị Ế", "bà", PLACES[(n + year) % len(PLACES)]),),
            outcome=_RESULTS[(n + year % 3) % len(_RESULTS)],
        )
        for n in range(1, count + 1)
    )
    promises = tuple(
        Commitment(f"c{n}", n, state=CommitmentState.DONE, done_on=day + timedelta(7 * n + year % 5))
        if (n + year) % 4
        else Commitment(f"c{n}", n, deadline=day + timedelta(20))
        for n in range(1, 3 + count // 6)
    )
    return HeldConference(f"hn-{year}", f"Đồng Vạn – Phú Ấp {year}", day, opinions, promises)


def years(count: int) -> Comparison:
    """The newest `count` years, the last 2026."""
    return compared([conference(2027 - n, 18 + 5 * (n % 4)) for n in range(count, 0, -1)], TODAY)
