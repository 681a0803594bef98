"""A package file to a value: nothing is believed, nothing is stored, every refusal names the place."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dialogue_desktop import codec
from dialogue_desktop.domain.conference import default_title
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange import (
    package_check,
    package_checklist,
    package_journal,
    package_json,
    package_older,
    package_zip,
)
from dialogue_desktop.exchange.package import FORMAT, VERSION, Package, PackageContents, PackageFault
from dialogue_desktop.plan_marks import with_mark


def read_package(path: Path) -> Package:
    """The package of a JSON or zip file. BadInput with one Vietnamese sentence where it cannot be used."""
    return read_contents(path).package


def read_contents(path: Path) -> PackageContents:
    """The package with the files beside it and what had to be cleaned out of its texts."""
    name = path.name or str(path)
    try:
        return contents_of(_source_of(path))
    except PackageFault as fault:
        raise BadInput(f"Không nhập được “{name}”: {fault}; dữ liệu đang có không thay đổi.") from fault


def contents_of(source: Path | bytes) -> PackageContents:
    """The same from the bytes of a package, or from a zip file; PackageFault with the reason."""
    files: Mapping[str, bytes] = {}
    if isinstance(source, Path) or source.startswith(package_zip.SIGNATURES):
        json_data, files = package_zip.unpack(source)
    else:
        json_data = source
    raw = package_json.decode(json_data)
    _check_format(raw)
    cleaner = package_json.Cleaner()
    given = cleaner.clean(raw)
    given, older = package_older.split(given)
    typed = _typed(given)
    if older is not None:
        typed = package_older.carried_over(typed, older)
    package = _whole(typed, records_given="records" in given)
    if any(not one.absent for one in package.documents) and not files:
        raise PackageFault("gói có văn bản đã phát hành, phải dùng tệp zip")
    package_check.check_files(package, files)
    return PackageContents(package, files, (*_notices(cleaner), *_absent(package)))


def _source_of(path: Path) -> Path | bytes:
    """The path of a zip, which is read piece by piece, or the bytes of anything else."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise PackageFault("đây không phải là tệp")
        with path.open("rb") as stream:
            is_zip = stream.read(4).startswith(package_zip.SIGNATURES)
            limit = package_zip.MAX_UNPACKED_BYTES if is_zip else package_json.MAX_JSON_BYTES
            if status.st_size > limit:
                raise PackageFault(f"tệp lớn hơn {limit // 2**20} MB")
            stream.seek(0)
            return path if is_zip else stream.read()
    except FileNotFoundError as error:
        raise NotFound(f"Không có tệp “{path}”.") from error
    except (OSError, ValueError) as error:
        if isinstance(error, PackageFault):
            raise
        raise PackageFault("máy không cho đọc tệp này") from error


def _check_format(raw: Any) -> None:
    """Before anything else, so that a newer package is called newer and not wrong."""
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise PackageFault("tệp này không phải là gói hội nghị của chương trình")
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise PackageFault("ở mục version phải là số nguyên từ 1")
    if version > VERSION:
        raise PackageFault(
            f"gói do bản chương trình mới hơn ghi (dạng {version}, ở đây đọc được đến dạng {VERSION}), "
            "hãy cập nhật chương trình"
        )


def _typed(given: Any) -> Package:
    try:
        package = codec.convert(given, Package)
    except codec.CodecError as error:
        raise PackageFault(package_json.explained(str(error))) from error
    package_json.refuse_unknown(given, codec.to_builtins(package))
    return package_check.in_utc(package)


def _whole(package: Package, *, records_given: bool) -> Package:
    """The package with records, journal, title and times all there, each checked against the others."""
    package = replace(package, checklist=package_checklist.spelled_out(package.checklist))
    if package.journal:
        folded = package_journal.folded_records(package.journal)
        if records_given:
            package_check.check(package)
            package_journal.refuse_disagreement(package.records, folded)
        package = package_check.in_utc(replace(package, records=folded))
    package_check.check(package)
    head = package.conference
    session = package.records.session
    created = head.created_at or head.updated_at or session.started_at or package_journal.NO_TIME
    head = replace(
        head,
        title=head.title.strip() or default_title(package.plan),
        created_at=created,
        updated_at=head.updated_at or created,
        plan_at=head.plan_at or created,
        plan_past=with_mark(head.plan_past, package.plan),
    )
    package = replace(
        package,
        conference=head,
        contacts=tuple(sorted(package.contacts, key=lambda contact: contact.opinion_id)),
        checklist=package_checklist.in_order(package.checklist),
        versions=tuple(sorted(package.versions, key=lambda version: version.number)),
        journal=tuple(sorted(package.journal, key=lambda entry: entry.order)),
    )
    if not package.journal:
        journal = package_journal.synthesised(package)
        package = replace(package, journal=journal, records=package_journal.folded_records(journal))
    return package


def _notices(cleaner: package_json.Cleaner) -> tuple[str, ...]:
    if not cleaner.removed:
        return ()
    count = sum(len(codes) for codes in cleaner.removed.values())
    kinds = ", ".join(dict.fromkeys(code for codes in cleaner.removed.values() for code in codes))
    first = next(iter(cleaner.removed))
    return (f"Đã bỏ {count} ký tự ẩn, không in được ({kinds}), chỗ đầu tiên ở mục {first}.",)


def _absent(package: Package) -> tuple[str, ...]:
    """What the machine that wrote the package no longer had, for who takes it in."""
    names = [one.file.removeprefix("documents/") for one in package.documents if one.absent]
    if not names:
        return ()
    shown = ", ".join(f"“{package_json.shown(name)}”" for name in names[:3])
    more = f" và {len(names) - 3} tệp khác" if len(names) > 3 else ""
    return (
        f"Gói không có {len(names)} tệp văn bản, minh chứng vì máy ghi gói đã mất tệp: {shown}{more}. "
        "Mọi nội dung khác vẫn đủ.",
    )
