"""The conference package: what goes out comes in again, byte for byte (G5, S3 "lưu hồ sơ")."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop import paths
from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.conference import Contact, Stage
from dialogue_desktop.domain.deadlines import Direction, Rule
from dialogue_desktop.domain.journal import Change, Entry, fold, is_alive
from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.records import Opinion, RecordKind, Records, Source, Voice
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange import schema
from dialogue_desktop.exchange.package import (
    VERSION,
    OldDoubt,
    Package,
    PackageFault,
    PackageHead,
    PlanOrigin,
)
from dialogue_desktop.exchange.package_read import contents_of, read_contents, read_package
from dialogue_desktop.exchange.package_write import to_json, to_zip, write_package
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.exchange.evening import HOSTILE, evening_records

HEAD = PackageHead(
    "loc-thinh-2024",
    stage=Stage.CONCLUDE,
    created_at=datetime(2024, 7, 1, 1, tzinfo=UTC),
    updated_at=datetime(2024, 8, 28, 14, 30, 0, 123456, tzinfo=UTC),
)


def whole_package() -> Package:
    """Records without a journal, as a person would write them by hand, and all that stands beside them."""
    plan = loc_thinh_evening_plan()
    dated = next(d for unit in plan.tasks for d in unit.duties if d.rule is not None)
    return Package(
        conference=HEAD,
        plan=plan,
        records=evening_records(),
        contacts=(Contact("yk-2", "0912 000 111", "xóm Đồi"), Contact("yk-1", "0912 000 112")),
        checklist=(
            KeptItem(ItemKind.PLAN, dated.id, done_on=date(2024, 8, 1), done_by="Bà Lương Thị Mẫn"),
            KeptItem(
                ItemKind.OWN,
                "o1",
                "Mượn 200 ghế của trường tiểu học",
                "Trưởng thôn Đồng Vạn",
                Rule(direction=Direction.BEFORE, n=1),
                hour=time(14),
                rank=3,
                edited=True,
                note="Trả ngay hôm sau\n=1+1",
            ),
            KeptItem(ItemKind.PREP, "cb-nuoc-uong", removed=True),
        ),
        proofs=(
            NoticeProof(
                "p2",
                ProofForm.LOUDSPEAKER,
                "Đài truyền thanh xã",
                date(2024, 8, 15),
                date(2024, 8, 18),
                "5 giờ 30 và 17 giờ",
                "Đài truyền thanh",
            ),
            NoticeProof("p1", ProofForm.OFFICE, "Trụ sở", date(2024, 8, 14), witness="Bà Lò Thị Hạnh"),
        ),
        origin=PlanOrigin(2023, (OldDoubt("Chương t nh", "chữ không đọc được", "purpose", True),)),
        draft=LiveDraft(LiveItem(text="Đang gõ dở", rounds=(Round(text="trả lời"),)), "answer", 4),
    )


def _read(package: Package) -> Package:
    return contents_of(to_json(package)).package


def _refused(data: bytes) -> str:
    with pytest.raises(PackageFault) as caught:
        contents_of(data)
    return str(caught.value)


def _changed(change: Any) -> bytes:
    """The package's JSON with one thing changed by hand."""
    raw = json.loads(to_json(_read(whole_package())))
    change(raw)
    return json.dumps(raw, ensure_ascii=False).encode()


def test_export_import_export_gives_the_same_bytes_as_json_and_as_zip():
    """G5: after the first reading, JSON and zip are fixed points, in either direction."""
    first = _read(whole_package())
    assert to_json(_read(first)) == to_json(first)
    assert to_zip(contents_of(to_zip(first)).package) == to_zip(first)
    assert to_json(contents_of(to_zip(first)).package) == to_json(first)


def test_every_text_of_the_evening_comes_back_whole():
    """G5: no text is cut or changed, however it begins."""
    texts = {opinion.text for opinion in _read(whole_package()).records.opinions}
    assert texts == {opinion.text for opinion in evening_records().opinions}
    assert set(HOSTILE) <= texts


def test_a_package_by_hand_gets_a_journal_whose_fold_is_its_records():
    """L9: one creation for each record, always the same ids, in the order of the file."""
    package = _read(whole_package())
    assert [entry.lamport for entry in package.journal] == list(range(1, len(package.journal) + 1))
    assert {entry.device for entry in package.journal} == {"import"}
    state = fold(package.journal)
    assert sum(map(is_alive, state.values())) == len(package.journal)
    assert state[RecordKind.OPINION, "yk-6"]["text"] == evening_records().opinions[5].text
    assert [entry.id for entry in _read(whole_package()).journal] == [entry.id for entry in package.journal]


def test_an_entry_has_the_time_of_its_record_else_that_of_the_conference():
    """L9: the trace does not claim that all was said at the moment of the import."""
    package = _read(whole_package())
    at = {(change.record, change.id): entry.at for entry in package.journal for change in entry.changes}
    opinion = evening_records().opinions[0]
    assert at[RecordKind.OPINION, "yk-1"] == opinion.said_at
    assert at[RecordKind.CONCLUSION, "kl-0"] == HEAD.updated_at


def test_title_and_times_are_filled_in_from_the_plan():
    """G5: a package by hand need not say what follows from it."""
    bare = Package(conference=PackageHead("ban-tay"), plan=loc_thinh_evening_plan(), records=Records())
    head = _read(bare).conference
    assert head.title == "Xã Lộc Thịnh 2024"
    assert head.created_at == head.updated_at != None  # noqa: E711


def test_moments_are_written_in_utc():
    """G5: the same moment in Vietnam's own hour is the same package."""
    hanoi = timezone(timedelta(hours=7))
    package = whole_package()
    session = replace(package.records.session, started_at=datetime(2024, 8, 28, 18, 30, tzinfo=hanoi))
    records = replace(package.records, session=session)
    assert to_json(_read(replace(package, records=records))) == to_json(_read(package))


def test_records_are_taken_from_the_journal_where_the_file_has_only_that():
    """G5: the journal alone is enough."""
    package = _read(whole_package())
    assert contents_of(_changed(lambda raw: raw.pop("records"))).package.records == package.records


def test_a_removed_opinion_stays_removed_and_its_words_stay_in_the_journal():
    """L9: what was taken back is not in the records, but it is not lost."""
    package = _read(whole_package())
    removal = Entry(
        "e-1",
        len(package.journal) + 1,
        "may-1",
        "Thư ký",
        datetime(2024, 8, 28, 15, tzinfo=UTC),
        "opinion.remove",
        (Change(RecordKind.OPINION, "yk-3", "alive", True, False),),
    )
    kept = tuple(opinion for opinion in package.records.opinions if opinion.id != "yk-3")
    shorter = replace(
        package, journal=(*package.journal, removal), records=replace(package.records, opinions=kept)
    )
    read = _read(shorter)
    assert [opinion.id for opinion in read.records.opinions] == [opinion.id for opinion in kept]
    assert to_json(read) == to_json(shorter)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda raw: raw["plan"].update(yaer=2024),
            "không có mục nào tên “yaer” ở mục plan, có lẽ là “year”",
        ),
        (lambda raw: raw["plan"]["time"].update(start="25:00:00"), "ở mục plan.time.start phải là giờ"),
        (lambda raw: raw["plan"].update(year="2024"), "ở mục plan.year phải là số nguyên"),
        (lambda raw: raw["plan"].pop("year"), "ở mục plan còn thiếu “year”"),
        (lambda raw: raw["plan"].update(issued_on="2024-02-31"), "ở mục plan.issued_on phải là ngày"),
        (lambda raw: raw["plan"]["issuer"].update(kind="huyện"), "ở mục plan.issuer.kind không dùng được"),
        (
            lambda raw: raw["plan"]["tasks"][1]["duties"][0].update(summery=""),
            "không có mục nào tên “summery” ở mục plan.tasks[1].duties[0], có lẽ là “summary”",
        ),
        (lambda raw: raw.update(version=VERSION + 1), "do bản chương trình mới hơn ghi"),
        (lambda raw: raw.update(version=True), "ở mục version phải là số nguyên"),
        (lambda raw: raw.update(format="khác"), "không phải là gói hội nghị"),
        (lambda raw: raw["conference"].update(id="../khac"), "ở mục conference.id chỉ được có chữ không dấu"),
        (lambda raw: raw["conference"].update(created_at="2024-07-01T08:00:00"), "thiếu múi giờ"),
        (
            lambda raw: raw["records"]["opinions"][4].update(text="khác"),
            "ở mục records.opinions[4].text khác với nhật ký",
        ),
        (lambda raw: raw["records"]["opinions"].pop(4), "mà records không có"),
        (lambda raw: raw["journal"].pop(4), "mà nhật ký không có"),
        (lambda raw: raw["journal"].append(raw["journal"][0]), "ở mục journal mã"),
        (lambda raw: raw["plan"]["tasks"].append(raw["plan"]["tasks"][0]), "ở mục plan.tasks mã"),
        (lambda raw: raw["contacts"].append({"opinion_id": "không-có"}), "mà gói không có"),
        (lambda raw: raw.update(duties_done=[]), "không có mục nào tên “duties_done”"),
        (lambda raw: raw["checklist"][0].update(kind="khác"), "ở mục checklist[0].kind không dùng được"),
        (lambda raw: raw["checklist"].append(raw["checklist"][0]), "ở mục checklist, own mã “o1” có hai lần"),
        (lambda raw: raw["checklist"][0].update(title=" "), "ở mục checklist[0].title còn trống"),
        (
            lambda raw: raw["checklist"][0].update(title="Mượn\nghế"),
            "ở mục checklist[0].title phải viết trên",
        ),
        (lambda raw: raw["checklist"][0].update(rank=-1), "ở mục checklist[0].rank phải là số từ 0"),
        (lambda raw: raw["checklist"][0]["rule"].update(n=-1), "ở mục checklist[0].rule: số ngày"),
        (lambda raw: raw["checklist"][1].update(title="Việc"), "ở mục checklist[1].title chỉ dùng cho"),
        (lambda raw: raw["checklist"][1].update(removed=True), "ở mục checklist[1].removed chỉ dùng cho"),
        (
            lambda raw: raw["checklist"][1].update(done_on="0206-04-24"),
            "ở mục checklist[1].done_on phải là ngày trong các năm từ 1900",
        ),
        (lambda raw: raw["checklist"][1].update(done_on="2024-02-31"), "checklist[1].done_on phải là ngày"),
        (
            lambda raw: raw["checklist"][1].update(kind="law", id="la"),
            "ở mục checklist[1].id nói đến “la”, luật không có hạn ấy",
        ),
        (lambda raw: raw["proofs"][0].update(form="tivi"), "ở mục proofs[0].form không dùng được"),
        (lambda raw: raw["proofs"][0].update(first_day=None), "ở mục proofs[0].first_day còn thiếu ngày"),
        (
            lambda raw: raw["proofs"][0].update(last_day="2024-08-01"),
            "ở mục proofs[0].last_day trước ngày bắt đầu",
        ),
        (lambda raw: raw["proofs"][1].update(id="p2"), "ở mục proofs mã “p2” có hai lần"),
        (lambda raw: raw["proofs"][1].update(witness="a\nb"), "ở mục proofs[1].witness phải viết trên"),
        (lambda raw: raw["origin"].update(year=99999), "ở mục origin.year phải là năm từ 1900"),
        (lambda raw: raw["origin"].pop("year"), "ở mục origin còn thiếu “year”"),
        (lambda raw: raw["plan"].update(turn_minutes=2**60), "số quá lớn ở mục plan.turn_minutes"),
        (
            lambda raw: raw["plan"]["tasks"][1]["duties"][0]["rule"].update(n=5000),
            "ở mục plan.tasks[1].duties[0].rule: số ngày",
        ),
    ],
)
def test_a_wrong_package_is_refused_with_the_place(change, said):
    """G5: one sentence that names the place; the reading gives nothing."""
    assert said in _refused(_changed(change))


def _version_1(**more: Any) -> bytes:
    """The package as the first version of the program wrote it."""
    raw = json.loads(to_json(_read(whole_package())))
    for key in ("checklist", "proofs", "origin", "travel"):
        del raw[key]
    raw["version"] = 1
    raw.update(more)
    return json.dumps(raw, ensure_ascii=False).encode()


def test_a_package_of_the_first_version_is_read_with_its_ticks():
    """P14, G5: the moment of a tick becomes the day on the office's clock; the rest is as before."""
    first = next(d for u in whole_package().plan.tasks for d in u.duties if d.rule is not None)
    evening = {"id": first.id, "done_at": "2024-08-01T18:00:00Z"}
    read = contents_of(_version_1(duties_done=[evening])).package
    assert read.checklist == (KeptItem(ItemKind.PLAN, first.id, done_on=date(2024, 8, 2)),)
    assert read.version == VERSION
    bare = replace(whole_package(), checklist=read.checklist, proofs=(), origin=None)
    assert to_json(read) == to_json(_read(bare))
    assert to_json(_read(read)) == to_json(read)
    assert contents_of(_version_1()).package.checklist == ()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"duties_done": [{"id": "không-có", "done_at": "2024-08-01T02:00:00Z"}]}, "không có việc ấy"),
        ({"duties_done": [{"id": "x", "done_at": "2024-08-01T02:00:00"}]}, "thiếu múi giờ"),
        ({"duties_done": [{"id": "x"}]}, "ở mục duties_done[0] còn thiếu “done_at”"),
        ({"duties_done": [{"id": "x", "at": 1, "done_at": "2024-08-01T02:00:00Z"}]}, "mục nào tên “at”"),
        ({"duties_done": 3}, "ở mục duties_done phải là một danh sách"),
        ({"checklist": []}, "gói dạng 1 không có mục nào tên “checklist”"),
        ({"proofs": []}, "gói dạng 1 không có mục nào tên “proofs”"),
    ],
)
def test_a_wrong_package_of_the_first_version_is_refused(more, said):
    """G5: the older shape is looked at as strictly."""
    assert said in _refused(_version_1(**more))


def test_a_package_of_the_second_version_is_read_and_knows_no_travel():
    """L11, G5: what left before there were marks is as old as its conference; a mark in it is a mistake."""
    raw = json.loads(to_json(_read(whole_package())))
    del raw["travel"], raw["conference"]["plan_at"], raw["conference"]["plan_past"]
    raw["version"] = 2
    read = contents_of(json.dumps(raw).encode()).package
    assert read == _read(whole_package())
    assert read.conference.plan_at == read.conference.created_at
    raw["travel"] = None
    assert "gói dạng 2 không có mục nào tên “travel”" in _refused(json.dumps(raw).encode())


def test_a_checklist_by_hand_need_not_say_what_follows():
    """C12, G5: an own item is its own words; an item in which nothing is put down is no item."""
    package = replace(
        whole_package(),
        checklist=(
            KeptItem(ItemKind.PREP, "cb-nuoc-uong"),
            KeptItem(ItemKind.OWN, "o9", "Thuê phông bạt", "Trưởng thôn"),
        ),
    )
    (one,) = _read(package).checklist
    assert one == KeptItem(ItemKind.OWN, "o9", "Thuê phông bạt", "Trưởng thôn", edited=True)


def test_a_frozen_version_must_be_the_text_that_was_hashed():
    """M3: neither a version without its text nor a text that was changed is taken in."""

    def freeze(raw: dict[str, Any], sha256: str) -> None:
        raw.pop("journal")
        raw["records"]["versions"] = [{"id": "v1", "number": 1, "sha256": sha256}]

    missing = _changed(lambda raw: freeze(raw, "0" * 64))
    assert "thiếu nội dung của biên bản đã chốt lần 1" in _refused(missing)

    def forge(raw: dict[str, Any]) -> None:
        freeze(raw, "0" * 64)
        raw["versions"] = [{"number": 1, "body": "{}"}]

    assert "biên bản đã chốt lần 1 bị thay đổi" in _refused(_changed(forge))


def test_hidden_characters_are_taken_out_and_told():
    """G5: control characters, NFD and zero width never reach the database."""
    package = replace(
        whole_package(),
        records=Records(
            opinions=(Opinion("a", 1, Source.SLIP, text="Đu\u031bo\u031b\u0300ng\u200b la\u0300ng\x07"),)
        ),
        contacts=(),
    )
    contents = contents_of(json.dumps(json.loads(to_json(package))).encode())
    assert contents.package.records.opinions[0].text == "Đường làng"
    assert contents.notices == (
        "Đã bỏ 2 ký tự ẩn, không in được (U+200B, U+0007), chỗ đầu tiên ở mục records.opinions[0].text.",
    )


def test_file_names_and_folders_in_the_sentence(tmp_path: Path):
    """G5: the file is named, and what is safe is said."""
    bad = tmp_path / "gói hỏng.json"
    bad.write_text('{"format": "dialogue-conference", "version": 1, "conference": 3}', encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_package(bad)
    assert caught.value.sentence == (
        "Không nhập được “gói hỏng.json”: ở mục conference phải là một nhóm { … }; "
        "dữ liệu đang có không thay đổi."
    )
    with pytest.raises(NotFound):
        read_package(tmp_path / "không có.json")
    with pytest.raises(BadInput, match="đây không phải là tệp"):
        read_package(tmp_path)


def test_written_whole_or_not_at_all(tmp_path: Path):
    """G4: a package already there is replaced only by a whole one; nothing else is left beside it."""
    package = _read(whole_package())
    target = tmp_path / "Hồ sơ" / "goi.zip"
    for _ in range(2):
        write_package(package, target, as_zip=True)
    assert read_contents(target).package == package
    assert [path.name for path in target.parent.iterdir()] == ["goi.zip"]
    in_the_way = tmp_path / "tệp"
    in_the_way.write_text("x", encoding="utf-8")
    with pytest.raises(BadInput, match="Không ghi được"):
        write_package(package, in_the_way / "goi.zip", as_zip=True)


def test_zip_has_no_times_and_no_owner(tmp_path: Path):
    """G5: two machines write the same zip."""
    path = tmp_path / "a.zip"
    write_package(_read(whole_package()), path, as_zip=True)
    with zipfile.ZipFile(path) as archive:
        (entry,) = archive.infolist()
    assert (entry.filename, entry.date_time, entry.create_system) == (
        "conference.json",
        (1980, 1, 1, 0, 0, 0),
        3,
    )


def test_schema_in_the_resources_is_that_of_the_types_and_takes_our_packages():
    """G5: the stored schema cannot fall behind; it accepts what we write and refuses a misspelt key."""
    stored = (paths.resources_dir() / schema.FILE).read_bytes()
    assert stored == schema.text()
    validator = jsonschema.Draft202012Validator(json.loads(stored))
    jsonschema.Draft202012Validator.check_schema(json.loads(stored))
    raw = json.loads(to_json(_read(whole_package())))
    validator.validate(raw)
    raw["plan"]["tasks"][0]["untit"] = ""
    assert not validator.is_valid(raw)


def test_the_samples_are_packages():
    """G2: what we ship as a sample obeys the schema and is read without a notice."""
    stored = json.loads((paths.resources_dir() / schema.FILE).read_bytes())
    samples = sorted((paths.resources_dir() / "samples").glob("*.json"))
    assert samples
    for path in samples:
        jsonschema.Draft202012Validator(stored).validate(json.loads(path.read_bytes()))
        contents = read_contents(path)
        assert contents.notices == ()
        assert to_json(contents_of(to_json(contents.package)).package) == to_json(contents.package)


_texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)


@given(text=_texts, name=_texts, field=_texts, day=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_any_text_survives_a_round(text, name, field, day):
    """G5: whatever is typed, the second writing is the first one again."""
    opinion = Opinion("o", 1, text=text, field=field, voices=(Voice(name),), deadline=day)
    first = _read(replace(whole_package(), records=Records(opinions=(opinion,)), contacts=()))
    assert to_json(_read(first)) == to_json(first)
    assert first.records.opinions[0].deadline == day
