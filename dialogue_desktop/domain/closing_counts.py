"""Whether the numbers of those present agree with each other and with the place (M3, L6)."""

from __future__ import annotations

from collections import Counter

from dialogue_desktop.domain.closing_gap import Fix, Found, Gap, only_looked_at
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.records import Attendance, RecordKind


def attendance(view: ConferenceView) -> Found:
    """Counted at all, not more than there are, and the parts as many as the whole."""
    rows = view.records.attendance
    counted = [row for row in rows if row.present is not None]
    if not counted:
        detail = "Biên bản ghi số người dự trên tổng số"
        return [_count(None, "attendance", "Chưa điểm danh", detail, "Điểm danh")], []
    gaps = [
        _count(
            row, f"attendance-{row.id}", f"{row.label}: {row.present} trên tổng {row.total}",
            "Số người dự không thể nhiều hơn tổng số", "Đối chiếu",
        )
        for row in counted
        if row.total is not None and (row.present or 0) > row.total
    ]  # fmt: skip
    uncounted = [row for row in rows if row.present is None]
    if uncounted:
        label = ", ".join(row.label for row in uncounted[:3])
        gaps.append(
            _count(
                uncounted[0], "attendance-open", f"{len(uncounted)} nhóm chưa điểm danh", label, "Điểm danh"
            )
        )
    gaps += _against_whole(view, counted)
    gaps += _against_places(view, counted)
    gaps += _against_signatures(view, counted)
    if any(not gap.review for gap in gaps):
        return gaps, []
    sums = [
        f"{sum(row.present or 0 for row in counted if row.unit == unit)} {unit}"
        for unit in dict.fromkeys(row.unit for row in counted)
    ]
    return gaps, [f"Điểm danh {len(counted)} nhóm, {', '.join(sums)} dự"]


def _count(row: Attendance | None, kind: str, text: str, detail: str, action: str) -> Gap:
    fix = Fix.COUNT if row is not None else None
    key = row.id if row is not None else ""
    return Gap(kind, text, detail, action, "live", RecordKind.ATTENDANCE, key, "present", fix)


def _against_whole(view: ConferenceView, counted: list[Attendance]) -> list[Gap]:
    """The totals of the thôn and the total that the session has."""
    session = view.records.session
    parts = [row for row in counted if row.unit == session.people_unit and row.total is not None]
    if session.people_total is None or not parts:
        return []
    whole = sum(row.total or 0 for row in parts)
    unit = session.people_unit
    difference = whole - session.people_total
    text = f"Tổng số {unit} lệch {abs(difference)}"
    detail = f"Cộng theo nhóm {whole}, tổng ghi {session.people_total}"
    if difference > 0:
        return [_count(parts[0], "attendance-whole", text, detail, "Đối chiếu")]
    if difference < 0 and len(parts) >= len(view.plan.localities) > 0:
        return [only_looked_at(_count(parts[0], "attendance-whole", text, detail, "Đối chiếu"))]
    return []


def _against_places(view: ConferenceView, counted: list[Attendance]) -> list[Gap]:
    """The total of a thôn as it was counted and as the plan has it."""
    found = []
    known = {place.label: place for place in view.plan.localities}
    for row in counted:
        place = known.get(row.locality)
        if place is None or row.total is None:
            continue
        planned = place.households if row.unit == "hộ" else place.people
        if planned is not None and planned != row.total:
            text = f"{row.label}: tổng {row.total} {row.unit}, kế hoạch ghi {planned}"
            gap = _count(row, f"attendance-place-{row.id}", text, "Số của thôn khác kế hoạch", "Đối chiếu")
            found.append(only_looked_at(gap))
    return found


def _against_signatures(view: ConferenceView, counted: list[Attendance]) -> list[Gap]:
    """Those of a thôn who signed in cannot be more than were counted there."""
    signed: Counter[str] = Counter()
    for delegate in view.records.delegates:
        if delegate.attended and delegate.locality:
            signed[delegate.locality] += max(1, delegate.count)
    found = []
    for locality, many in signed.items():
        rows = [row for row in counted if row.locality == locality]
        present = sum(row.present or 0 for row in rows)
        if rows and many > present:
            text = f"{rows[0].label}: {present} theo điểm danh, {many} theo danh sách ký nhận"
            gap = _count(
                rows[0], f"attendance-signed-{locality}", text, f"Lệch {many - present} người", "Đối chiếu"
            )
            found.append(only_looked_at(gap))
    return found
