"""Documents in real Vietnamese that the tests print."""

from __future__ import annotations

from datetime import date, datetime

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.letterhead import number_line, place_date_line
from dialogue_desktop.documents.tree import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Item,
    Letterhead,
    Level,
    Mark,
    MinutesSignature,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    SignatureBlock,
    Signer,
    Table,
    Title,
    cell,
    para,
    text,
)

LONG = (
    "Đoạn mương tưới từ cống ông Giảng ra đồng Chằm bị sạt hai chỗ sau trận mưa tháng trước, nước không lên "
    "được ruộng cuối xóm; bà con đã tự đắp bao cát nhưng chỉ giữ được vài hôm. Đề nghị xã cho người xuống "
    "đo, sửa trước vụ mùa và trả lời rõ tiền công thủy lợi năm nay thu theo sào hay theo vụ."
)
CREATED = datetime(2026, 4, 24, 11, 30)


def document(*blocks: Block, label: str = "", style: str = "nd30") -> Document:
    return Document(
        (Section(tuple(blocks)),), style, "Biên bản", "Ủy ban nhân dân xã Minh Khê", CREATED, label
    )


def head(engine: Engine) -> tuple[Block, ...]:
    """The head of a plan, dated and numbered."""
    sheet = engine.sheet("nd30")
    return (
        Letterhead(
            ("Ủy ban nhân dân", "xã Minh Khê"),
            (),
            number_line(sheet, "5", "KH-UBND"),
            place_date_line(sheet, "Minh Khê", date(2026, 4, 5)),
        ),
        Title(
            "Kế hoạch",
            "Tổ chức hội nghị đối thoại với Nhân dân thôn Đồng Vạn và thôn Phú Ấp năm 2026",
            "title",
        ),
    )


def money_table(rows: int) -> Table:
    columns = (Column(12, Align.CENTER), Column(), Column(32, Align.RIGHT))
    header = (Row((cell("TT"), cell("Nội dung"), cell("Thành tiền (đồng)"))),)
    body = tuple(
        Row(
            (cell(str(k)), cell(f"Nước uống, tài liệu và trang trí lần {k}"), cell("1.150.000")),
            anchor=f"row:{k}",
        )
        for k in range(1, rows + 1)
    )
    total = Row((Cell(text("Cộng"), Align.CENTER, 2), cell("9.999.000")), bold=True)
    return Table(columns, (*body, total), header)


def signature() -> SignatureBlock:
    signer = Signer("Đỗ Mạnh Tuyển", "Chủ tịch", ("TM. Ủy ban nhân dân",))
    return SignatureBlock(
        signer, ("Ủy ban nhân dân tỉnh (b/c)", "Trưởng các thôn;", "Lưu: VT, VP."), "signature"
    )


def plan(engine: Engine, *, paragraphs: int = 3) -> Document:
    return document(
        *head(engine),
        para("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", Role.BASIS),
        para(LONG, anchor="lead"),
        Heading(Level.SECTION, "I.", "Mục đích, yêu cầu", "s1"),
        Heading(Level.CLAUSE, "1.", "Mục đích"),
        *[para(LONG) for _ in range(paragraphs)],
        Item(text("Chủ trì: Chủ tịch Ủy ban nhân dân xã.")),
        Item(text(LONG), Mark.PLUS),
        Heading(Level.POINT, "a)", "Kinh phí"),
        money_table(4),
        para("Trên đây là Kế hoạch tổ chức hội nghị đối thoại./.", Role.CLOSING, "closing"),
        signature(),
    )


def minutes(engine: Engine, opinions: int = 4, label: str = "Bản 1/3: Niêm yết tại trụ sở") -> Document:
    """Form 1.9 with a number of opinions, two secretaries and two chairs."""
    sheet = engine.sheet("nd30")
    spoken: list[Block] = []
    for k in range(1, opinions + 1):
        who = Run(f"{k}. Bà H’Yêu Niê (xóm Đình, thôn Phú Ấp): ", bold=True)
        spoken.append(Paragraph((who, Run(LONG)), anchor=f"opinion:{k}"))
        spoken.append(Paragraph((Run("Ông Đỗ Mạnh Tuyển trả lời: ", italic=True), Run(LONG))))
    return document(
        Letterhead(("Ủy ban nhân dân", "xã Minh Khê"), (), number_line(sheet, "", "BB-UBND")),
        Title("Biên bản", "Hội nghị đối thoại với Nhân dân thôn Phú Ấp năm 2026"),
        Paragraph((Run("Thời gian bắt đầu: ", bold=True), Run("08 giờ 00, ngày 24 tháng 4 năm 2026."))),
        Heading(Level.SECTION, "I.", "Ý kiến tại hội nghị"),
        *spoken,
        para("Hội nghị kết thúc vào 11 giờ 15 phút, ngày 24 tháng 4 năm 2026./.", Role.CLOSING, "end"),
        MinutesSignature(
            (Signer("Lương Thị Mẫn", "Công chức Văn phòng"), Signer("Bùi Văn Ổn", "Đại diện Nhân dân")),
            (Signer("Đỗ Mạnh Tuyển"), Signer("Cao Thị Duyên")),
            ("Lưu: VT, Hồ sơ",),
            "signature",
        ),
        label=label,
    )
