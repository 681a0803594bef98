"""The parts of the library's page, in order, and how each is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue_desktop.domain.office_library import LineList, RowState, Shelf
from dialogue_desktop.services.library import Shipped
from ui.library.desk import LibraryDesk
from ui.library.part_view import PartView
from ui.live.key_names import KeyNames

PROFILES, BASES, BLOCKS = "profiles", "bases", "blocks"
SHORTHANDS, READY_TEXTS = "shorthands", "ready_texts"


@dataclass(frozen=True, slots=True)
class Part:
    """`lead` is the one sentence under the title."""

    id: str
    title: str
    icon: str
    lead: str


PARTS: tuple[Part, ...] = (
    Part(
        PROFILES,
        "Mẫu kế hoạch",
        "document_multiple",
        "Mẫu của cơ quan đứng trước khi lập kế hoạch mới; mẫu không dùng thì ẩn đi.",
    ),
    Part(
        BASES,
        "Căn cứ",
        "scales",
        "Căn cứ để chọn khi lập kế hoạch. Ghi ngày hết hiệu lực thì mọi kế hoạch còn dùng được nhắc.",
    ),
    Part(
        BLOCKS,
        "Đoạn văn",
        "text_bullet_list",
        "Đoạn soạn sẵn để đưa vào kế hoạch; đoạn ở “Nội quy hội nghị” in ra bản Nội quy.",
    ),
    Part(
        SHORTHANDS,
        "Chữ tắt",
        "text_font",
        "Ở hội trường gõ chữ tắt rồi dấu cách là ra chữ đầy đủ. Gõ toàn chữ hoa thì giữ nguyên.",
    ),
    Part(
        READY_TEXTS,
        "Câu mẫu",
        "comment",
        "Ở hội trường bấm <ready_text> để chèn câu mẫu; con trỏ dừng ở chỗ «…» để viết tiếp.",
    ),
    Part(
        LineList.FIELDS,
        "Lĩnh vực",
        "tag",
        "Lĩnh vực của ý kiến ở kế hoạch lập từ nay; kế hoạch đã lập giữ danh sách của nó.",
    ),
    Part(
        LineList.UNITS,
        "Đơn vị",
        "building",
        "Đơn vị được giao việc, trả lời ý kiến ở kế hoạch lập từ nay.",
    ),
    Part(LineList.RECIPIENTS, "Nơi nhận", "send", "Nơi nhận để chọn ở bước Nơi nhận, ký."),
    Part(
        LineList.RECEIVING_BODIES,
        "Cơ quan cấp trên",
        "arrow_circle_up",
        "Nơi chuyển ý kiến vượt thẩm quyền.",
    ),
    Part(
        LineList.LOCALITY_KINDS,
        "Loại địa bàn",
        "location",
        "Cách gọi địa bàn: thôn, bản, tổ dân phố, khu phố …",
    ),
)


def lead_of(part: Part, own_keys: Mapping[str, str]) -> str:
    """With the key as it is in the hall now."""
    names = KeyNames()
    for verb_id, key in own_keys.items():
        names.take(verb_id, key)
    return names.fill(part.lead)


def part_of(part_id: str) -> Part:
    return next((part for part in PARTS if part.id == part_id), PARTS[0])


def own_count(part: Part, shelf: Shelf, shipped: Shipped) -> int:
    """How many rows of a part are the office's own or changed by it."""
    if part.id == PROFILES:
        return len(shelf.profiles)
    mine = (RowState.OWN, RowState.CHANGED)
    if part.id == BASES:
        return sum(one.state in mine for one in shelf.bases.over(shipped.lists.legal_bases))
    if part.id == BLOCKS:
        return sum(one.state in mine for one in shelf.blocks.over(shipped.lists.text_blocks))
    if part.id == SHORTHANDS:
        return sum(one.state in mine for one in shelf.shorthands.over(shipped.lists.shorthands))
    if part.id == READY_TEXTS:
        return sum(one.state in mine for one in shelf.ready_texts.over(shipped.lists.ready_texts))
    which = LineList(part.id)
    return sum(one.state in mine for one in shelf.lines(which).over(shipped.lines(which)))


def make_part(part: Part, desk: LibraryDesk) -> PartView:
    """A new view; its module is imported when it is first opened."""
    if part.id == PROFILES:
        from ui.library.part_profiles import ProfilesPart

        return ProfilesPart(desk, part.title)
    if part.id == BASES:
        from ui.library.part_bases import BasesPart

        return BasesPart(desk, part.title)
    if part.id == BLOCKS:
        from ui.library.part_blocks import BlocksPart

        return BlocksPart(desk, part.title)
    if part.id == SHORTHANDS:
        from ui.library.part_shorthands import ShorthandsPart

        return ShorthandsPart(desk, part.title)
    if part.id == READY_TEXTS:
        from ui.library.part_ready_texts import ReadyTextsPart

        return ReadyTextsPart(desk, part.title)
    from ui.library.part_lines import LinesPart

    return LinesPart(desk, LineList(part.id), part.title)
