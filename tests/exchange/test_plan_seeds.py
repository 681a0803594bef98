"""The five real plans: what must be found in each, and nothing wrong without a doubt beside it (P13)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from pathlib import Path

import pytest

from dialogue_desktop.domain.plan import ChairRole, IssuerKind, TimeKind, UnitKind
from dialogue_desktop.exchange.plan_reading import PlanReading, read

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the five real plans (../shared/seeds) are not here"
)

CONFERENCE, NOTICE = "conference_day", "notice_of_conclusion"


@dataclass(frozen=True)
class Expected:
    """What a person finds in the plan. Rules: (anchor, direction, n, unit of days, extension); dates:
    (day, inclusive)."""

    title: str
    issuer: tuple[IssuerKind, UnitKind, str]
    symbol: str
    date_text: str
    bases: int
    carried_out: int
    lead_in: str
    sections: dict[str, int]
    chairs: list[tuple[str, ChairRole]]
    secretaries: int
    localities: list[str]
    time: tuple
    place: str
    people: int | None
    participants: int
    topics: int
    programme: int
    units: list[tuple[str, int]]
    deadlines: list[tuple]
    recipients: int
    last_recipient: str
    signature: tuple[tuple[str, ...], str]
    left_out: int = 0
    copies: list[int] = field(default_factory=list)
    doubts: tuple[str, ...] = ()


EXPECTED = {
    "000": Expected(
        title="Tổ chức hội nghị tiếp xúc, đối thoại giữa Chủ tịch UBND thị trấn với Nhân dân năm 2023",
        issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.THI_TRAN, "Lai Cách"),
        symbol="",
        date_text="",
        bases=3,
        carried_out=2,
        lead_in="Ủy ban nhân dân thị trấn Lai Cách xây dựng kế hoạch",
        sections={"I": 2, "II": 7, "III": 7},
        chairs=[("Chủ tịch UBND thị trấn Lai Cách", ChairRole.CHAIR)],
        secretaries=0,
        localities=["thôn Đìa"],
        time=(TimeKind.EXACT, date(2023, 9, 23), 9, (), 2023),
        place="Nhà văn hóa thôn Đìa thị trấn Lai Cách",
        people=50,
        participants=3,
        topics=4,
        programme=5,
        units=[
            ("Lãnh đạo UBND thị trấn", 3),
            ("Ban tuyên giáo, Khối dân vận", 2),
            ("Văn phòng Ủy ban nhân dân thị trấn", 6),
            ("Cán bộ, công chức thị trấn", 1),
            ("Cán bộ Văn hóa - Thông tin, Đài Truyền thanh thị trấn", 1),
            ("", 1),
            ("cấp ủy chi bộ thôn Đìa", 4),
        ],
        deadlines=[
            (date(2023, 9, 15), False),
            (date(2023, 9, 15), False),
            (date(2023, 8, 25), True),
            (date(2023, 9, 5), True),
            (date(2023, 9, 10), False),
            (date(2023, 9, 15), True),
            (date(2023, 9, 17), False),
            (CONFERENCE, "before", 5, "calendar", None),
            (CONFERENCE, "before", 7, "calendar", None),
            (date(2023, 8, 25), True),
            (date(2023, 9, 5), True),
            (CONFERENCE, "before", 2, "calendar", None),
        ],
        recipients=7,
        last_recipient="Lưu: VP",
        signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Minh"),
        left_out=8,
        doubts=("chữ “Đngr” có thể bị mất nét",),
    ),
    "001": Expected(
        title=(
            "Tổ chức Hội nghị tiếp xúc, đối thoại trực tiếp của đ/c Bí thư Đảng ủy-chủ tịch HĐND xã và "
            "đ/c chủ tịch UBND xã với nhân dân thôn An Bộ năm 2023"
        ),
        issuer=(IssuerKind.PARTY_COMMITTEE, UnitKind.XA, "Hiệp Hòa"),
        symbol="",
        date_text="",
        bases=1,
        carried_out=1,
        lead_in="Đảng ủy xã Hiệp Hòa xây dựng kế hoạch",
        sections={"I": 2, "II": 5, "III": 8},
        chairs=[
            ("Bí thư Đảng ủy - chủ tịch HĐND xã", ChairRole.CHAIR),
            ("Chủ tịch UBND xã", ChairRole.CO_CHAIR),
        ],
        secretaries=0,
        localities=["thôn An Bộ"],
        time=(TimeKind.EXACT, date(2023, 5, 25), 5, (), 2023),
        place="Hội trường trung tâm văn hóa xã Hiệp Hòa",
        people=100,
        participants=5,
        topics=5,
        programme=6,
        units=[
            ("Văn phòng Đảng ủy- HĐND-UBND xã", 1),
            ("Trưởng các ban ngành chuyên môn UBND xã, các ban, ngành, đoàn thể xã", 1),
            ("Đảng ủy -UBND-UBMTTQ xã Hiệp Hòa", 1),
            ("Thôn An Bộ", 1),
            ("Công chức văn hóa xã", 4),
            ("Đài Phát thanh xã", 1),
            ("Công an - Quân sự xã", 1),
            ("", 1),
        ],
        deadlines=[(date(2023, 5, 22), True)],
        recipients=4,
        last_recipient="Lưu: VT",
        signature=(("T/M BAN CHẤP HÀNH ĐẢNG BỘ", "PHÓ BÍ THƯ THƯỜNG TRỰC"), "Phạm Văn Định"),
        left_out=2,
        doubts=("kế hoạch không có dòng “Chủ trì”; hiểu theo tên kế hoạch",),
    ),
    "002": Expected(
        title=(
            "Tổ chức hội nghị trao đổi, đối thoại giữa Ủy ban nhân dân xã Lộc Thịnh với Nhân dân năm 2024"
        ),
        issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.XA, "Lộc Thịnh"),
        symbol="KH-UBND",
        date_text="Lộc Thịnh, ngày tháng năm 2024",
        bases=4,
        carried_out=1,
        lead_in="Ủy ban nhân dân xã Lộc Thịnh xây dựng kế hoạch",
        sections={"I": 2, "II": 3, "III": 5},
        chairs=[("Chủ tịch", ChairRole.CHAIR), ("các Phó Chủ tịch UBND cấp xã", ChairRole.DEPUTY)],
        secretaries=2,
        localities=[],
        time=(TimeKind.BEFORE_MONTH, None, 9, (), 2024),
        place="Nhà Văn hóa xã Lộc Thịnh",
        people=None,
        participants=4,
        topics=0,
        programme=5,
        units=[
            ("Đảng ủy, HĐND, UBMTTQ và các tổ chức chính t ị - xã hội cấp xã", 2),
            ("Công chức Văn phòng – Thống kê", 5),
            ("các T ưởng thôn", 1),
            ("Bộ phận Tài chính – Kế toán", 1),
            ("Các cán bộ, công chức thuộc UBND xã", 2),
        ],
        deadlines=[
            (CONFERENCE, "before", 10, "calendar", None),
            (CONFERENCE, "after", 5, "working", None),
            (CONFERENCE, "after", 5, "calendar", None),
            (CONFERENCE, "after", 7, "working", None),
            (CONFERENCE, "after", 10, "working", None),
            (CONFERENCE, "before", 5, "calendar", None),
        ],
        recipients=8,
        last_recipient="Lưu: VT",
        signature=(("CHỦ TỊCH",), "Bùi Văn Cường"),
        copies=[1, 1, 1],
        doubts=(
            "chữ “t nh” có thể bị mất nét",
            "chữ “T ưởng” có thể bị mất nét",
            "mục II: sau số 2 đến số 4",
        ),
    ),
    "003": Expected(
        title=(
            "Tiếp xúc, đối thoại trực tiếp của Chủ tịch Ủy ban nhân dân xã với Nhân dân thôn An Sơn và thôn "
            "An Lâu năm 2026"
        ),
        issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.XA, "Bắc Thanh Miện"),
        symbol="KH-UBND",
        date_text="Bắc Thanh Miện, ngày tháng 4 năm 2026",
        bases=1,
        carried_out=1,
        lead_in="Ủy ban nhân dân xã xây dựng Kế hoạch",
        sections={"I": 2, "II": 3, "III": 5},
        chairs=[("Chủ tịch Ủy ban nhân dân xã", ChairRole.CHAIR)],
        secretaries=0,
        localities=["thôn An Sơn", "thôn An Lâu"],
        time=(TimeKind.MONTH, None, 4, (), 2026),
        place="Nhà Văn hóa thôn An Sơn",
        people=None,
        participants=0,
        topics=5,
        programme=7,
        units=[
            ("Văn phòng HĐND-UBND xã", 3),
            ("Các phòng, ban, ngành chuyên môn xã", 1),
            ("Trung tâm Dịch vụ sự nghiệp công xã", 1),
            ("Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã", 3),
            ("Bí thư chi bộ, Trưởng thôn An Sơn và thôn An lâu", 2),
        ],
        deadlines=[
            (date(2026, 4, 15), False),
            (date(2026, 4, 20), False),
            (date(2026, 4, 22), False),
            (CONFERENCE, "after", 10, "working", 15),
            (NOTICE, "after", 7, "working", None),
            (date(2026, 4, 22), False),
            (date(2026, 4, 20), False),
            (date(2026, 4, 15), False),
        ],
        recipients=9,
        last_recipient="Lưu: VT",
        signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Khổng Quốc Toàn"),
        doubts=("kế hoạch không có dòng “Chủ trì”; hiểu theo tên kế hoạch",),
    ),
    "004": Expected(
        title="Tổ chức tiếp xúc, đối thoại với nhân dân năm 2025",
        issuer=(IssuerKind.PEOPLE_COMMITTEE, UnitKind.XA, "Cai Bộ"),
        symbol="",
        date_text="",
        bases=1,
        carried_out=0,
        lead_in="UBND xã Cai Bộ xây dựng kế hoạch",
        sections={"I": 2, "II": 2, "III": 5},
        chairs=[("Chủ tịch UBND xã", ChairRole.CHAIR), ("Phó Chủ tịch UBND xã", ChairRole.DEPUTY)],
        secretaries=2,
        localities=[],
        time=(TimeKind.QUARTERS, None, None, (3, 4), 2025),
        place="Hội trường UBND xã Cai Bộ",
        people=None,
        participants=2,
        topics=4,
        programme=0,
        units=[
            ("Công chức Văn phòng -Thống kê", 2),
            ("Công chức Văn hóa - xã hội", 1),
            ("Công chức Tài chính - kế toán", 1),
            ("Công an xã, Ban chỉ huy quân sự sự xã", 1),
            ("UB MTTQ và các tổ chức chính trị xã hội xã và các công chức liên quan", 3),
        ],
        deadlines=[(CONFERENCE, "after", 10, "calendar", None)],
        recipients=6,
        last_recipient="Lưu: VP",
        signature=(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Bế Văn Ngọc"),
        doubts=("“Quỹ III,IV năm 2025” hiểu là quý",),
    ),
}


@cache
def _reading(seed: str) -> PlanReading:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    return read(path)


seeds = pytest.mark.parametrize("seed", list(EXPECTED))


@seeds
def test_head(seed):
    """P13, P2, P3: title, issuer, symbol, date line, bases and lead-in."""
    reading, wanted = _reading(seed), EXPECTED[seed]
    issuer = reading.issuer
    assert reading.title == wanted.title
    assert (issuer.kind, issuer.unit_kind, issuer.name) == wanted.issuer
    assert (reading.number, reading.symbol, reading.date_text) == ("", wanted.symbol, wanted.date_text)
    assert len(reading.bases) == wanted.bases
    assert sum(basis.carried_out for basis in reading.bases) == wanted.carried_out
    assert reading.lead_in.startswith(wanted.lead_in)


@seeds
def test_sections(seed):
    """P13: the tree of numbered headings."""
    found = {section.number: len(section.children) for section in _reading(seed).sections}
    assert found == EXPECTED[seed].sections


@seeds
def test_people_time_and_place(seed):
    """P13, P5–P8: chairs, secretaries, thôn, time, place, participants, numbers."""
    reading, wanted = _reading(seed), EXPECTED[seed]
    assert [(chair.official.position, chair.role) for chair in reading.chairs] == wanted.chairs
    assert len(reading.secretaries) == wanted.secretaries
    assert [one.label for one in reading.localities] == wanted.localities
    when = reading.time
    assert (when.kind, when.day, when.month, when.quarters, when.year) == wanted.time
    assert reading.places == (wanted.place,)
    assert reading.expected_people == wanted.people
    assert len(reading.participants) == wanted.participants


@seeds
def test_topics_programme_copies(seed):
    """P13, P4, P9, M2: topics, steps, labelled copies."""
    reading, wanted = _reading(seed), EXPECTED[seed]
    assert len(reading.topics) == wanted.topics
    assert len(reading.programme) == wanted.programme
    assert [copy.count for copy in reading.copies] == wanted.copies


@seeds
def test_units_and_duties(seed):
    """P13, P10: every unit with the number of its duties."""
    reading, wanted = _reading(seed), EXPECTED[seed]
    assert [(unit.unit, len(unit.duties)) for unit in reading.units] == wanted.units


@seeds
def test_every_dated_duty(seed):
    """P13, P10: rules and dates as `standards.md` §4 lists them, in the plan's order."""
    found: list[tuple] = []
    for duty in _reading(seed).dated_duties:
        if duty.rule is not None:
            rule = duty.rule
            found.append((rule.anchor, rule.direction, rule.n, rule.unit, rule.extension))
        elif duty.fixed is not None:
            found.append((duty.fixed.day, duty.fixed.inclusive))
    assert found == EXPECTED[seed].deadlines


@seeds
def test_foot(seed):
    """P13, P12: recipients and signature."""
    reading, wanted = _reading(seed), EXPECTED[seed]
    assert len(reading.recipients) == wanted.recipients
    assert reading.recipients[-1] == wanted.last_recipient
    assert (reading.signature.lines, reading.signature.name) == wanted.signature
    assert reading.closing.startswith("Trên đây là")


@seeds
def test_what_is_left_out_and_doubted(seed):
    """P13: noise is listed with its reason; what is not sure says so."""
    reading, wanted = _reading(seed), EXPECTED[seed]
    assert len(reading.not_understood) == wanted.left_out
    assert set(wanted.doubts) <= {doubt.reason for doubt in reading.doubts}


@seeds
def test_no_word_of_the_plan_is_lost(seed):
    """P13: every word of the file stands in a part of the reading, or among what was left out."""
    reading = _reading(seed)
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    kept = [reading.title, reading.lead_in, reading.closing, *reading.recipients, reading.date_text]
    kept += [basis.text for basis in reading.bases]
    kept += [*reading.signature.lines, reading.signature.name]
    kept += [unread.text for unread in reading.not_understood]
    todo = list(reading.sections)
    while todo:
        section = todo.pop()
        kept += [section.number, section.heading, *(block.text for block in section.blocks)]
        todo += section.children
    letters = " ".join(" ".join(kept).split())
    source = path.read_text(encoding="utf-8").replace("*", " ").split()
    lost = [bare for word in source if (bare := word.strip("#.,;:()/-–+“”")) and bare not in letters]
    lost = [word for word in lost if not word.isdigit()]
    # what the letterhead and the frame of the plan say in fixed words
    frame = {"KẾ", "HOẠCH", "Nơi", "nhận", "Số", "KH", "UBND", "Độc", "lập", "Tự", "do", "Hạnh", "phúc"}
    frame |= {"XÃ", "LỘC", "THỊNH", "KH-UBND"}
    assert sorted(set(lost) - frame) == []


def test_the_hour_of_the_meeting():
    """P13, P6: "vào 8 giờ 30', ngày 22/05/2023" of Hiệp Hòa."""
    assert [duty.at for duty in _reading("001").dated_duties] == [time(8, 30)]


def test_steps_with_their_parts():
    """P13, P9: plus items belong to the dash item above them (Lộc Thịnh)."""
    assert [len(step.details) for step in _reading("002").programme] == [0, 3, 0, 0, 3]


def test_backdrop():
    """P13, C1: "tip chữ" of Hiệp Hòa."""
    assert _reading("001").backdrop.startswith("HỘI NGHỊ TIẾP XÚC, ĐỐI THOẠI TRỰC TIẾP")
