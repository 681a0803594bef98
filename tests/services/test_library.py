"""The office's library: profiles saved, shared, hidden; bases, texts and lists changed and put back."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.codec import to_builtins
from dialogue_desktop.domain.checklist import ItemKind
from dialogue_desktop.domain.deadlines import Anchor, Direction, FixedDate, Rule
from dialogue_desktop.domain.office_library import BlockPlace, LibraryBlock, LineList, ListLine, RowState
from dialogue_desktop.domain.office_profile import Kept
from dialogue_desktop.domain.plan import (
    Chair,
    Duty,
    Issuer,
    LegalBasis,
    Locality,
    Official,
    Plan,
    PlannedSession,
    Signature,
    TextBlock,
    TimeKind,
    TimePlan,
    UnitTasks,
)
from dialogue_desktop.errors import BadInput, NotFound, UserError
from dialogue_desktop.events import LibraryChanged
from dialogue_desktop.exchange import profile_file
from dialogue_desktop.profiles import DEFAULT_PROFILE
from tests.services.conftest import EIGHT

NAME, DESCRIPTION = "Đối thoại thôn vùng bãi", "Hai thôn ngoài đê, có dự phòng khi nước lên."


@pytest.fixture
def plan(app: App, cid: str) -> Plan:
    """The plan of the conference of 24/4/2026 with everything that is of that day only."""
    plan = app.planning.plan(cid)
    dated = Duty(
        "rieng", "Thu phiếu {han}.", "Thu phiếu", fixed=FixedDate(date(2026, 4, 15), inclusive=False)
    )
    first = replace(plan.tasks[1].duties[0], moved_to=date(2026, 4, 13), kept=True)
    return replace(
        plan,
        number="42",
        minutes_number="07",
        issued_on=date(2026, 4, 1),
        subject="Đối thoại giữa Ủy ban nhân dân xã Minh Khê với Nhân dân năm 2026",
        lead_in="UBND xã Minh Khê ban hành Kế hoạch năm 2026 (giai đoạn năm 2026 - 2030):",
        closing="Các đơn vị của xã Minh Khê thực hiện; xã Minh Khêu không liên quan.",
        bases=(
            *plan.bases,
            LegalBasis("x", "Căn cứ Nghị quyết ngày 16 tháng 6 năm 2026 của Đảng ủy xã Minh Khê"),
        ),
        chairs=(Chair(Official("ct", "Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân")),),
        officials=(Official("kt", "Trần Hữu Lẫm", "Trưởng phòng Kinh tế"),),
        localities=tuple(replace(one, head="Đỗ Văn Sỹ") for one in plan.localities),
        signature=Signature(("CHỦ TỊCH",), "Phạm Quốc Thắng"),
        more_sessions=(
            PlannedSession(
                "s2",
                TimePlan(TimeKind.EXACT, date(2026, 9, 18), time(14)),
                ("Nhà văn hóa thôn Phú Ấp",),
                localities=(Locality("tv", "thôn", "Thượng Vĩnh Ổn", "Lò Văn Ế"),),
                topics="Thu hoạch vụ mùa năm 2026",
                conference="abc",
            ),
        ),
        tasks=(
            plan.tasks[0],
            UnitTasks("vp", "Văn phòng", "Giao Văn phòng", (first, dated)),
            *plan.tasks[2:],
        ),
    )


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inside for text in texts(part)]


# --- profiles ----------------------------------------------------------------------------------------


def test_what_belongs_to_one_conference_is_cleared(app: App, plan: Plan) -> None:
    """P1: number, dates, the day, hand-moved days, the office's name; the rest is next year's start."""
    made = app.library.save_profile(plan, NAME, DESCRIPTION).plan
    assert (made.number, made.minutes_number, made.issued_on, made.day) == ("", "", None, None)
    assert (made.time.kind, made.time.start) == (TimeKind.EXACT, time(8))
    assert (made.issuer.name, made.issuer.province) == ("", "")
    duties = {duty.id: duty for unit in made.tasks for duty in unit.duties}
    assert all(duty.moved_to is None and not duty.kept for duty in duties.values())
    assert duties["rieng"].fixed is None
    assert duties["rieng"].rule == Rule(Anchor.CONFERENCE_DAY, Direction.BEFORE, 10, wording="chậm nhất"), (
        "before 15/4 is 14/4 at the latest: ten days before 24/4"
    )
    assert made.subject == "Đối thoại giữa {co_quan} với Nhân dân năm {nam}"
    assert made.lead_in == "{co_quan_tat} ban hành Kế hoạch năm {nam} (giai đoạn năm 2026 - 2030):"
    assert made.closing == "Các đơn vị của {xa} thực hiện; xã Minh Khêu không liên quan."
    assert made.bases[-1].text == "Căn cứ Nghị quyết ngày 16 tháng 6 năm 2026 của Đảng ủy {xa}"
    assert [one.name for one in made.localities] == ["Đồng Vạn", "Phú Ấp"]
    assert made.places == plan.places
    assert made.quotas == plan.quotas
    assert made.signature == plan.signature
    (session,) = made.more_sessions
    assert (session.conference, session.time) == ("", TimePlan(TimeKind.EXACT, start=time(14)))
    assert (session.topics, session.localities[0].name) == (
        "Thu hoạch vụ mùa năm {nam}",
        "Thượng Vĩnh Ổn",
    )
    assert (made.programme, made.fields, made.copies) == (plan.programme, plan.fields, plan.copies)


@pytest.mark.parametrize("kept", [Kept(localities=False), Kept(people=False), Kept(False, False)])
def test_names_stay_only_where_they_are_wished(app: App, plan: Plan, kept: Kept) -> None:
    """P1: thôn and places, and names of people, each by itself."""
    made = app.library.save_profile(plan, NAME, kept=kept).plan
    words = set(texts(to_builtins(made)))
    assert ("Đồng Vạn" in words) is kept.localities
    assert ("Thượng Vĩnh Ổn" in words) is kept.localities
    assert ("Nhà văn hóa thôn Phú Ấp" in words) is kept.localities
    assert ("Lò Văn Ế" in words) is (kept.people and kept.localities)
    assert ("Nhà văn hóa thôn Đồng Vạn" in words) is kept.localities
    assert bool(made.quotas) is kept.localities
    assert ("Phạm Quốc Thắng" in words) is kept.people
    assert ("Trần Hữu Lẫm" in words) is kept.people
    assert ("Đỗ Văn Sỹ" in words) is (kept.people and kept.localities)
    assert made.chairs[0].official.position == "Chủ tịch Ủy ban nhân dân"


def test_a_duty_with_a_date_stays_where_no_day_is_known(app: App, plan: Plan) -> None:
    """P10: nothing is guessed; the next plan is warned of the day gone by."""
    later = replace(plan, time=replace(plan.time, kind=TimeKind.LATER), issued_on=None)
    made = app.library.save_profile(later, NAME).plan
    assert made.tasks[1].duties[1].fixed == FixedDate(date(2026, 4, 15), inclusive=False)
    issued = app.library.save_profile(replace(later, issued_on=date(2026, 4, 1)), NAME).plan
    assert issued.tasks[1].duties[1].rule == Rule(Anchor.PLAN_DATE, Direction.AFTER, 13, wording="chậm nhất")


def test_the_own_profile_is_offered_first_and_begins_a_plan(app: App, plan: Plan) -> None:
    """P1: with its description; the new plan is of this office and this year."""
    made = app.library.save_profile(plan, f"  {NAME} ", DESCRIPTION)
    infos = app.planning.profiles()
    assert (infos[0].id, infos[0].name, infos[0].description, infos[0].own) == (
        made.id,
        NAME,
        DESCRIPTION,
        True,
    )
    assert infos[1].id == DEFAULT_PROFILE
    begun = app.planning.plan(app.planning.create(made.id, year=2027))
    assert (begun.year, begun.issuer.name, begun.profile) == (2027, "Minh Khê", made.id)
    assert begun.localities == plan.localities
    assert begun.number == ""


def test_a_profile_is_saved_over_and_the_old_one_put_back(app: App, plan: Plan) -> None:
    """P4: changed in the wizard, saved over; other conferences stay as they are."""
    first = app.library.save_profile(plan, NAME, DESCRIPTION)
    cid = app.planning.create(first.id)
    changed = replace(app.planning.plan(cid), closing="Câu kết mới.")
    second = app.library.save_profile(changed, NAME, DESCRIPTION, over=first.id)
    assert second.id == first.id
    assert app.library.plan_of(first.id).closing == "Câu kết mới."
    assert len(app.library.shelf().profiles) == 1
    assert app.planning.plan(cid).closing != "Câu kết mới."
    app.library.put_profile(first)
    assert app.library.profile(first.id) == first
    with pytest.raises(NotFound, match="không còn trong danh mục"):
        app.library.save_profile(plan, NAME, over="rieng-khong-co")
    with pytest.raises(BadInput, match="chưa có tên"):
        app.library.save_profile(plan, "  ")


def test_a_removed_profile_comes_back_to_its_place(app: App, plan: Plan) -> None:
    """P1, G5: removal can be undone; what was made from it stays; its words leave the settings."""
    first = app.library.save_profile(plan, NAME)
    second = app.library.save_profile(plan, "Đối thoại thôn trên núi")
    cid = app.planning.create(first.id)
    app.library.remove_profile(first.id)
    assert [one.id for one in app.library.shelf().profiles] == [second.id]
    assert app.settings.get(f"library.profile.{first.id}", {}) == {}
    assert app.planning.plan(cid).profile == first.id
    with pytest.raises(NotFound, match="chọn mẫu khác"):
        app.planning.create(first.id)
    app.library.put_profile(first, 0)
    assert [one.id for one in app.library.shelf().profiles] == [first.id, second.id]


def test_a_profile_that_cannot_be_read_is_not_forgotten(app: App, plan: Plan) -> None:
    """G5: kept by another version of the program; it is not offered, and later acts leave it where it is."""
    odd = app.library.save_profile(plan, NAME)
    app.settings.set(f"library.profile.{odd.id}", {"name": NAME, "description": "", "plan": {"year": "?"}})
    assert not any(info.own for info in app.planning.profiles())
    other = app.library.save_profile(plan, "Mẫu khác")
    assert app.settings.get("library.profiles", []) == [other.id, odd.id]
    kept: dict[str, Any] = app.settings.get(f"library.profile.{odd.id}", {})
    assert kept["name"] == NAME
    app.library.put_profile(odd)
    assert [one.id for one in app.library.shelf().profiles] == [other.id, odd.id]


def test_shipped_profiles_are_hidden_and_come_back(app: App) -> None:
    """P1: the chooser is never empty."""
    shelf = app.library.shelf()
    every = tuple(info.id for info in app.library.shipped().profiles)
    app.library.keep(replace(shelf, hidden_profiles=every[:2]))
    assert [info.id for info in app.planning.profiles()] == list(every[2:])
    app.library.keep(replace(shelf, hidden_profiles=every))
    assert [info.id for info in app.planning.profiles()] == [DEFAULT_PROFILE]
    assert app.planning.plan(app.planning.create("ke_hoach_ngan")).profile == "ke_hoach_ngan", "old packages"
    app.library.keep(shelf)
    assert tuple(info.id for info in app.planning.profiles()) == every


def test_a_shipped_profile_is_copied_to_an_own_one(app: App) -> None:
    """P4: with a name of its own where that is taken."""
    first = app.library.copy_profile("ke_hoach_ngan")
    second = app.library.copy_profile(first.id)
    assert second.name == f"{first.name} (2)"
    assert replace(second.plan, profile="") == replace(first.plan, profile="")
    with pytest.raises(NotFound):
        app.library.copy_profile("khong-co")


# --- as a file ---------------------------------------------------------------------------------------


@pytest.fixture
def other(tmp_path: Path) -> Any:
    """The program of the neighbouring commune."""
    app = build(tmp_path / "may-khac", clock=FixedClock(EIGHT), device="may-2")
    yield app
    app.close()


def test_a_profile_goes_to_another_office(app: App, other: App, plan: Plan, tmp_path: Path) -> None:
    """P1: as a file, without the names of this commune; there it begins a plan of theirs."""
    made = app.library.save_profile(plan, NAME, DESCRIPTION)
    file = tmp_path / profile_file.file_name(NAME)
    assert file.name == "mau-doi-thoai-thon-vung-bai.maukh"
    app.library.export_profile(made.id, file)
    written = file.read_text(encoding="utf-8")
    for name in (
        "Minh Khê",
        "Đồng Vạn",
        "Phạm Quốc Thắng",
        "Trần Hữu Lẫm",
        "Đỗ Văn Sỹ",
        "Đông Giang",
        "Vĩnh Ổn",
    ):
        assert name not in written.replace("Minh Khêu", "").replace("nhà văn hóa", "")
    taken, new = other.library.import_profile(file)
    assert new
    assert (taken.name, taken.description) == (NAME, DESCRIPTION)
    assert other.library.import_profile(file) == (taken, False), "again changes nothing"
    other.settings.set_issuer(Issuer(name="Lộc Hạ", province="tỉnh Đông Giang"))
    begun = other.planning.plan(other.planning.create(taken.id))
    assert begun.issuer.name == "Lộc Hạ"
    assert begun.tasks == made.plan.tasks
    assert begun.programme == made.plan.programme


def test_the_whole_profile_goes_to_the_offices_own_other_machine(
    app: App, other: App, plan: Plan, tmp_path: Path
) -> None:
    """P1: with its thôn and people where that is asked for."""
    made = app.library.save_profile(plan, NAME, DESCRIPTION)
    file = tmp_path / "mau.maukh"
    app.library.export_profile(made.id, file, bare=False)
    taken, _ = other.library.import_profile(file)
    assert replace(taken.plan, profile=made.id) == made.plan


def test_a_shipped_profile_is_shared_too(app: App, other: App, tmp_path: Path) -> None:
    """P1."""
    app.library.export_profile("ubnd_2025", tmp_path / "a.maukh")
    taken, _ = other.library.import_profile(tmp_path / "a.maukh")
    assert taken.plan.sections == other.library.plan_of("ubnd_2025").sections
    with pytest.raises(NotFound):
        app.library.export_profile("khong-co", tmp_path / "b.maukh")


def _file(tmp_path: Path, change: Callable[[dict[str, Any]], object] = lambda data: None) -> Path:
    data = {
        "format": "dialogue-plan-profile",
        "version": 1,
        "name": NAME,
        "plan": {"profile": "x", "year": 2026},
    }
    change(data)
    path = tmp_path / "mau-la.maukh"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


BAD: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda d: d.update(format="khac"), "không có dấu hiệu của mẫu kế hoạch"),
    (lambda d: d.pop("format"), "không có dấu hiệu của mẫu kế hoạch"),
    (lambda d: d.update(format="dialogue-conference"), "là gói của một hội nghị"),
    (lambda d: d.update(version=2), "bản chương trình mới hơn ghi"),
    (lambda d: d.update(version=0), "version phải là số nguyên từ 1"),
    (lambda d: d.update(version="1"), "version phải là số nguyên"),
    (lambda d: d.update(name="  "), "chưa có tên mẫu"),
    (lambda d: d.update(descripton="x"), "có lẽ là “description”"),
    (lambda d: d.pop("plan"), "còn thiếu “plan”"),
    (lambda d: d["plan"].update(year="năm nay"), "plan.year phải là số nguyên"),
    (lambda d: d["plan"].update(budget=[{"id": "a", "item": "Nước", "price": "nhiều"}]), "budget"),
    (lambda d: d["plan"].update(tasks=[{"id": "a", "unit": "A"}, {"id": "a", "unit": "B"}]), "có hai lần"),
    (lambda d: d["plan"].update(form="qua loa"), "không dùng được giá trị “qua loa”"),
    (lambda d: d["plan"].update(time={"day": "2026-02-31"}), "ngày"),
]


@pytest.mark.parametrize(("change", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_every_bad_file_is_one_sentence_and_nothing_is_kept(
    app: App, tmp_path: Path, change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    """G5: what is wrong, and that the list of profiles is as it was."""
    with pytest.raises(BadInput) as caught:
        app.library.import_profile(_file(tmp_path, change))
    assert reason in caught.value.sentence
    assert "“mau-la.maukh”" in caught.value.sentence
    assert "Danh mục mẫu vẫn nguyên." in caught.value.sentence
    assert app.library.shelf().profiles == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tệp trống"),
        (b"PK\x03\x04 mot tep zip", "không phải là mẫu kế hoạch"),
        ("Kế hoạch đối thoại".encode("utf-16"), "UTF-16"),
        ("Kế hoạch".encode("cp1258", errors="ignore") + b"\xff\xfe\xfa", "UTF-8"),
        (b'{"format": ', "dòng 1"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
        (b"[1, 2, 3]", "không có dấu hiệu"),
        (b'{"format": "dialogue-plan-profile", "format": "x"}', "có hai lần"),
        (b" " * (4 * 1024 * 1024 + 1), "lớn hơn nhiều so với một mẫu kế hoạch"),
    ],
)
def test_files_that_are_something_else(app: App, tmp_path: Path, data: bytes, reason: str) -> None:
    """G5."""
    path = tmp_path / "la.maukh"
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        app.library.import_profile(path)
    assert reason in caught.value.sentence


def test_a_file_that_is_not_there_or_a_folder(app: App, tmp_path: Path) -> None:
    """G5."""
    with pytest.raises(NotFound, match="Không thấy tệp"):
        app.library.import_profile(tmp_path / "khong-co.maukh")
    with pytest.raises(UserError, match="không cho đọc"):
        app.library.import_profile(tmp_path)


def test_decomposed_and_hidden_letters_are_put_right(app: App, tmp_path: Path) -> None:
    """G5: a file that went over another system is NFC here."""
    path = _file(tmp_path, lambda d: d.update(name=unicodedata.normalize("NFD", "Đối thoại ở thôn Ổn")))
    taken, _ = app.library.import_profile(path)
    assert taken.name == "Đối thoại ở thôn Ổn"
    assert unicodedata.is_normalized("NFC", taken.name)


def test_the_same_name_with_another_plan_gets_a_number(app: App, tmp_path: Path) -> None:
    """P1: two profiles are never mixed up."""
    app.library.import_profile(_file(tmp_path))
    other, new = app.library.import_profile(_file(tmp_path, lambda d: d["plan"].update(closing="Khác.")))
    assert (other.name, new) == (f"{NAME} (2)", True)


# --- bases -------------------------------------------------------------------------------------------

LAW = "luat-72-2025"


def test_a_basis_of_the_office_is_offered_with_its_days(app: App) -> None:
    """P3."""
    mine = LegalBasis("qc", "Căn cứ Quy chế đối thoại của tỉnh Đông Giang", date(2026, 5, 1))
    app.library.keep_basis(mine)
    assert app.library.lists().legal_bases[-1] == mine
    app.library.keep_basis(replace(mine, in_force_to=date(2026, 12, 31)))
    assert app.library.lists().legal_bases[-1].in_force_to == date(2026, 12, 31)
    shelf = app.library.shelf()
    shipped = app.library.shipped().lists.legal_bases
    app.library.keep(replace(shelf, bases=shelf.bases.without(shipped, "qc")))
    assert app.library.lists().legal_bases == shipped


def test_a_shipped_basis_is_overridden_hidden_and_put_back(app: App) -> None:
    """P3: the office marks a law as ended; plans begun from then on are warned."""
    shipped = app.library.shipped().lists.legal_bases
    law = next(row for row in shipped if row.id == LAW)
    ended = replace(law, in_force_to=date(2026, 6, 30))
    app.library.keep_basis(ended)
    assert ended in app.library.lists().legal_bases
    begun = app.planning.plan(app.planning.create())
    assert next(row for row in begun.bases if row.id == LAW) == ended
    shelf = app.library.shelf()
    states = {one.row.id: one.state for one in shelf.bases.over(shipped)}
    assert states[LAW] is RowState.CHANGED
    app.library.keep(replace(shelf, bases=shelf.bases.without(shipped, LAW)))
    assert LAW not in {row.id for row in app.library.lists().legal_bases}
    app.library.keep(replace(shelf, bases=shelf.bases.as_shipped(shipped, LAW)))
    assert app.library.lists().legal_bases == shipped


def test_a_profile_with_its_own_wording_gets_the_days_only(app: App) -> None:
    """P3: "Căn cứ Điều 43 Luật …" of a profile keeps its words."""
    shipped = app.library.shipped().lists.legal_bases
    law = next(row for row in shipped if row.id == LAW)
    app.library.keep_basis(replace(law, text="Căn cứ Luật mới", in_force_to=date(2026, 6, 30)))
    short = app.planning.plan(app.planning.create("ke_hoach_ngan"))
    basis = next(row for row in short.bases if row.id == LAW)
    assert basis.text.startswith("Căn cứ Điều 43")
    assert basis.in_force_to == date(2026, 6, 30)
    copied = app.planning.plan(app.planning.copy_of(app.planning.create("ke_hoach_ngan")))
    assert copied.bases == short.bases


# --- texts -------------------------------------------------------------------------------------------


def test_a_kept_text_stands_with_its_kind(app: App) -> None:
    """P4: behind the last of its place, found again, changed in its place."""
    block = LibraryBlock("x", "Mưa đá", "Gặp mưa đá thì lùi {han}.", BlockPlace.WEATHER)
    app.library.keep_block(block)
    rows = app.library.lists().text_blocks
    places = [row.place for row in rows]
    at = rows.index(block)
    assert places[at - 1] is BlockPlace.WEATHER
    assert places[at + 1] is not BlockPlace.WEATHER
    app.library.keep_block(replace(block, title="Mưa đá, lốc"))
    assert app.library.lists().text_blocks[at].title == "Mưa đá, lốc"


def test_the_offices_house_rules_are_printed(app: App, cid: str) -> None:
    """P4, C1: an own rule stands in the paper "Nội quy", with the minutes of the plan."""
    app.library.keep_block(
        LibraryBlock("x", "Hỏi đáp", "Ai cũng được nói, mỗi người {phut} phút.", BlockPlace.HOUSE_RULES)
    )
    plan = app.planning.plan(cid)
    from dialogue_desktop.documents import papers

    engine = app.documents.engine()
    document = papers.build("rules", plan, app.deadlines.schedule(plan), engine, app.library.house_rules())
    words = engine.text(document)
    assert "10. Ai cũng được nói, mỗi người 05 phút." in words
    assert "1. Có mặt trước giờ khai mạc" in words


@pytest.mark.parametrize("place", list(BlockPlace))
def test_the_store_begins_with_something_for_every_place(app: App, place: BlockPlace) -> None:
    """P4: purpose, requirements, content, method, refusing, epidemic, security, weather, online, rules."""
    found = [row for row in app.library.lists().text_blocks if row.place is place]
    assert len(found) >= 2
    assert all(row.title and row.text.endswith(".") and len(row.title) <= 40 for row in found)


def test_every_shipped_profile_offers_the_epidemic_and_the_security_clause(app: App) -> None:
    """P4: there to be ticked, not printed unasked."""
    for info in app.library.shipped().profiles:
        plan = app.library.plan_of(info.id)
        blocks = {block.id: block for block in _blocks(plan)}
        for key, word in (("yeu-cau-dich-benh", "dịch bệnh"), ("yeu-cau-an-ninh", "an ninh, trật tự")):
            assert word in blocks[key].text, info.id
            assert not blocks[key].included, info.id


def _blocks(plan: Plan) -> list[TextBlock]:
    found: list[TextBlock] = []
    todo = list(plan.sections)
    while todo:
        section = todo.pop()
        found += section.blocks
        todo += section.children
    return found


# --- plain lists -------------------------------------------------------------------------------------


def test_the_offices_own_fields_are_those_of_new_plans(app: App) -> None:
    """C6: the list of the office, not the shipped one."""
    lines = app.library.shipped().lines(LineList.FIELDS)
    shelf = app.library.shelf()
    own = shelf.fields.insert(lines, ListLine("a", "Nghĩa trang, chợ"), "Môi trường").without(
        lines, "Y tế, bảo hiểm"
    )
    app.library.keep(replace(shelf, fields=own))
    plan = app.planning.plan(app.planning.create())
    assert plan.fields == app.library.lists().fields
    assert plan.fields[5] == "Nghĩa trang, chợ"
    assert "Y tế, bảo hiểm" not in plan.fields
    assert plan.fields[-1] == "Khác"


def test_the_offices_own_units_are_those_of_new_plans(app: App, plan: Plan) -> None:
    """C7: units to give opinions to; an own profile keeps its own."""
    before = app.planning.plan(app.planning.create())
    own = app.library.save_profile(plan, NAME)
    lines = app.library.shipped().lines(LineList.UNITS)
    shelf = app.library.shelf()
    units = shelf.units.put(lines, ListLine(lines[0].id, "Văn phòng xã"))
    app.library.keep(replace(shelf, units=units))
    after = app.planning.plan(app.planning.create())
    assert before.units != after.units
    assert after.units == app.library.lists().units
    assert after.units[0] == "Văn phòng xã"
    assert app.planning.plan(app.planning.create(own.id)).units == plan.units


@pytest.mark.parametrize("which", list(LineList))
def test_every_list_of_words_is_kept_and_read_back(app: App, data_dir: Path, which: LineList) -> None:
    """C6: typed, closed, opened again; the others stay as shipped."""
    lines = app.library.shipped().lines(which)
    own = app.library.shelf().lines(which).insert(lines, ListLine("a", "Ổ khóa ữ"), lines[0].id)
    app.library.keep(app.library.shelf().with_lines(which, own))
    app.close()
    again = build(data_dir, clock=FixedClock(EIGHT))
    try:
        found = again.library.lists()
        assert getattr(found, which.value)[1] == "Ổ khóa ữ"
        shipped = again.library.shipped().lists
        for other in LineList:
            assert (getattr(found, other.value) == getattr(shipped, other.value)) is (other is not which)
    finally:
        again.close()


def test_a_change_is_told_once_and_nothing_when_nothing_changed(app: App) -> None:
    """P4: open windows hear of it."""
    heard: list[object] = []
    app.bus.subscribe(heard.append)
    shelf = app.library.shelf()
    app.library.keep(shelf)
    assert heard == []
    app.library.keep(replace(shelf, hidden_profiles=("ubnd_2025",)))
    assert heard == [LibraryChanged()]


def test_an_imported_old_plan_takes_the_offices_fields(app: App) -> None:
    """P13, C6."""
    lines = app.library.shipped().lines(LineList.FIELDS)
    shelf = app.library.shelf()
    app.library.keep(replace(shelf, fields=shelf.fields.put(lines, ListLine("Giao thông", "Đường làng"))))
    cid, _ = app.plan_import.import_text(
        "KẾ HOẠCH\nTổ chức đối thoại với Nhân dân năm 2025\nI. MỤC ĐÍCH\n1. Nghe ý kiến của Nhân dân.\n"
    )
    assert app.planning.plan(cid).fields[0] == "Đường làng"


def test_dated_duties_of_the_first_screen_show_no_mark(app: App, cid: str) -> None:
    """P14, P1: a duty without a short name is told in the words of the plan."""
    plan = app.planning.plan(cid)
    duty = Duty("x", "Báo cáo {co_quan_tat} {han}.", "", Rule(n=3))
    plan = replace(plan, tasks=(UnitTasks("u", "Trưởng các thôn của {xa}", "", (duty,)),))
    app.planning.save_plan(cid, plan)
    (line,) = [item for item in app.checklist.view(cid).items if item.kind is ItemKind.PLAN]
    assert line.title.startswith("Báo cáo UBND xã Minh Khê chậm nhất 03 ngày sau ngày tổ chức hội nghị")
    assert line.unit == "Trưởng các thôn của xã Minh Khê"
