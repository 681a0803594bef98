"""A profile of an office as a file for another one: written whole, read strictly (P1, G5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogue_desktop import codec
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.exchange import package, package_check, package_json
from dialogue_desktop.exchange.file_out import write_whole

FORMAT = "dialogue-plan-profile"
#: Raised when an older program could not read what is written now.
VERSION = 1
SUFFIX = ".maukh"

#: The longest plan that was ever seen takes a fiftieth.
MAX_BYTES = 4 * 1024 * 1024
MAX_NAME, MAX_DESCRIPTION = 120, 400

_SAFE = "Danh mục mẫu vẫn nguyên."
MISSING = "Không thấy tệp “{name}”. {safe} Hãy kiểm tra lại nơi để tệp."
UNREADABLE = "Máy không cho đọc tệp “{name}”. {safe} Hãy chép tệp sang thư mục khác rồi nhập lại."
TOO_BIG = "Tệp “{name}” lớn hơn nhiều so với một mẫu kế hoạch. {safe} Hãy chọn tệp mẫu có đuôi {suffix}."
NO_PROFILE = "Tệp “{name}” không phải là mẫu kế hoạch: {reason}. {safe} Hãy chọn tệp mẫu có đuôi {suffix}."
A_PACKAGE = "Tệp “{name}” là gói của một hội nghị, không phải là mẫu kế hoạch. {safe}"
NEWER = (
    "Mẫu trong tệp “{name}” do bản chương trình mới hơn ghi. {safe} Hãy cập nhật chương trình trên máy này "
    "rồi nhập lại."
)
BROKEN = "Mẫu trong tệp “{name}” bị hỏng: {reason}. {safe} Hãy xin lại tệp ở nơi gửi."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileFile:
    """What the file holds."""

    format: str = FORMAT
    version: int = VERSION
    name: str
    description: str = ""
    plan: Plan


def file_name(name: str) -> str:
    """ "mau-doi-thoai-ba-thon.maukh": plain letters, so that every stick and mail keeps it."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    stem = "-".join(words)[:60].strip("-") or "ke-hoach"
    return f"{stem if stem.startswith('mau') else f'mau-{stem}'}{SUFFIX}"


def write(path: Path, name: str, description: str, plan: Plan) -> None:
    """Write the file. BadInput where the place cannot be written."""
    made = ProfileFile(name=name, description=description, plan=plan)
    write_whole(path, codec.pretty(codec.to_json(made)))


def read(path: Path) -> ProfileFile:
    """The profile of the file, its texts NFC. NotFound, or BadInput with one sentence on what is wrong."""

    def refused(sentence: str, reason: str = "") -> BadInput:
        return BadInput(sentence.format(name=path.name, reason=reason, safe=_SAFE, suffix=SUFFIX))

    try:
        if path.stat().st_size > MAX_BYTES:
            raise refused(TOO_BIG)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(MISSING.format(name=path.name, safe=_SAFE)) from error
    except OSError as error:
        raise refused(UNREADABLE) from error
    try:
        raw = package_json.decode(data)
    except package.PackageFault as fault:
        raise refused(NO_PROFILE, str(fault)) from fault
    mark = raw.get("format") if isinstance(raw, dict) else None
    if mark == package.FORMAT:
        raise refused(A_PACKAGE)
    if mark != FORMAT:
        raise refused(NO_PROFILE, "tệp không có dấu hiệu của mẫu kế hoạch")
    version = raw.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise refused(NEWER)
    try:
        return _typed(raw)
    except package.PackageFault as fault:
        raise refused(BROKEN, str(fault)) from fault


def _typed(raw: Any) -> ProfileFile:
    given = package_json.Cleaner().clean(raw)
    try:
        found = codec.convert(given, ProfileFile)
    except codec.CodecError as error:
        raise package.PackageFault(package_json.explained(str(error))) from error
    package_json.refuse_unknown(given, codec.to_builtins(found))
    if found.version != VERSION:
        raise package.PackageFault("ở mục version phải là số nguyên từ 1")
    if not found.name.strip():
        raise package.PackageFault("ở mục name chưa có tên mẫu")
    package_check.check_plan(found.plan)
    return found
