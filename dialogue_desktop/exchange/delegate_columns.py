"""The columns of a list of delegates: what each is called in the program's form, and by others (C11)."""

from __future__ import annotations

import re

from dialogue_desktop.exchange.list_columns import REASON_HEAD, Column, FormColumn, Vocabulary

#: The form, in its order.
FORM: tuple[FormColumn, ...] = (
    FormColumn(Column.NUMBER, "STT", 5),
    FormColumn(Column.HONORIFIC, "Ông/Bà", 7),
    FormColumn(Column.NAME, "Họ và tên", 22),
    FormColumn(Column.OFFICE, "Chức vụ, đơn vị", 30),
    FormColumn(Column.GROUP, "Nhóm, thành phần", 27),
    FormColumn(Column.PLACE, "Thôn", 15),
    FormColumn(Column.HAMLET, "Xóm", 11),
    FormColumn(Column.PHONE, "Điện thoại (không bắt buộc)", 12.5),
    FormColumn(Column.HOUSE, "Địa chỉ (không bắt buộc)", 19),
    FormColumn(Column.NOTE, "Ghi chú", 17),
)

#: How the columns are named in sentences to the secretary.
COLUMN_NAMES: dict[Column, str] = {
    **{one.column: one.head for one in FORM},
    Column.PHONE: "Điện thoại",
    Column.HOUSE: "Địa chỉ",
    Column.UNIT: "Đơn vị",
    Column.COUNT: "Số lượng",
    Column.LETTER: "Số giấy mời",
    Column.SENT: "Ngày gửi giấy mời",
    Column.REASON: REASON_HEAD,
}

# Accent-free; the whole head, or (with …) a phrase in it. The first column that claims a head has it.
_WHOLE = {
    Column.NUMBER: "stt|tt|so tt|so thu tu|thu tu|#",
    Column.NAME: (
        "ho va ten|ho ten|ten|ho va ten dai bieu|ho ten dai bieu|ten dai bieu|dai bieu|nguoi duoc moi"
        "|khach moi|ho va ten, chuc vu|ho ten, chuc vu|ho va ten - chuc vu|ho va ten, chuc vu, don vi"
        "|ten dai bieu, chuc vu|danh sach dai bieu|ho va ten nguoi duoc moi|ho va ten chu ho|chu ho"
        "|cong dan|ho dem va ten|ho, ten|ho va ten, chuc danh"
    ),
    Column.HONORIFIC: "ong/ba|ong ba|ong, ba|ong (ba)|danh xung|xung ho|ong hoac ba",
    Column.OFFICE: (
        "chuc vu|chuc danh|chuc vu, don vi|chuc vu/don vi|chuc vu don vi|chuc vu, don vi cong tac"
        "|chuc vu, co quan|chuc vu - don vi|chuc vu - don vi cong tac|chuc vu cong tac|chuc danh, don vi"
        "|chuc vu, chuc danh|chuc danh, chuc vu|nghe nghiep|chuc vu, nghe nghiep|vai tro|tu cach|chuc trach"
        "|chuc vu va don vi|chuc vu va don vi cong tac|chuc vu, co quan, don vi"
    ),
    Column.UNIT: (
        "don vi|co quan|don vi cong tac|co quan, don vi|co quan/don vi|noi cong tac|co quan cong tac|to chuc"
        "|ten co quan|ten don vi|co quan, to chuc|co quan, don vi cong tac|don vi, to chuc"
        "|co quan, to chuc, don vi|don vi duoc moi|co quan duoc moi"
    ),
    Column.PLACE: (
        "thon|thon/tdp|thon, tdp|thon/xom|thon, xom|thon xom|to dan pho|tdp|khu dan cu|khu|khu pho|ban|ap"
        "|dia ban|thon/to dan pho|thon, to dan pho|thon (xom)|lang|buon|khom|thon/ban|thon, ban|thon/to"
        "|to/thon|xom/thon|xom, thon|khoi pho|khoi|thuoc thon|don vi thon"
    ),
    Column.HAMLET: "xom|cum|doi|ngo|ngo, xom|to|xom/to|to, xom",
    Column.HOUSE: (
        "dia chi|noi o|cho o|noi cu tru|thuong tru|dia chi lien he|cho o hien nay|dia chi nha|so nha"
        "|dia chi nhan giay moi|noi o hien nay|dia chi gui giay moi"
    ),
    Column.GROUP: (
        "nhom|thanh phan|nhom, thanh phan|nhom/thanh phan|thanh phan moi|doi tuong|khoi dai bieu"
        "|nhom dai bieu|thanh phan dai bieu|loai dai bieu|dien|thanh phan tham du|thanh phan du hop"
        "|doi tuong moi|thanh phan duoc moi"
    ),
    Column.PHONE: (
        "dien thoai|so dien thoai|sdt|so dt|dt|dtdd|dien thoai lien he|lien he|di dong|so di dong"
        "|sdt lien he|phone|tel|dien thoai (neu co)|zalo"
    ),
    Column.COUNT: (
        "so luong|so nguoi|so dai bieu|so cho|sl|so luong dai bieu|so luong nguoi|so luong moi|so nguoi du"
    ),
    Column.LETTER: "so giay moi|giay moi so|so giay|so gm",
    Column.SENT: (
        "ngay gui|ngay gui giay moi|ngay phat|ngay phat giay moi|ngay moi|ngay gui giay|ngay chuyen giay moi"
    ),
    Column.NOTE: "ghi chu|chu thich|luu y|ghi chu khac|ghi chu them",
    Column.REASON: "can sua|ly do can sua",
}
_PHRASES: tuple[tuple[str, Column], ...] = (
    ("can sua", Column.REASON),
    ("ghi chu", Column.NOTE),
    ("dien thoai", Column.PHONE),
    ("ngay gui", Column.SENT),
    ("ngay phat", Column.SENT),
    ("so giay moi", Column.LETTER),
    ("so luong", Column.COUNT),
    ("ho va ten", Column.NAME),
    ("ho ten", Column.NAME),
    ("ten dai bieu", Column.NAME),
    ("nguoi duoc moi", Column.NAME),
    ("chuc vu", Column.OFFICE),
    ("chuc danh", Column.OFFICE),
    ("don vi cong tac", Column.UNIT),
    ("co quan", Column.UNIT),
    ("thanh phan", Column.GROUP),
    ("nhom dai bieu", Column.GROUP),
    ("dia chi", Column.HOUSE),
    ("noi o", Column.HOUSE),
    ("to dan pho", Column.PLACE),
    ("khu dan cu", Column.PLACE),
    ("thon", Column.PLACE),
)
#: Heads that must not be taken for a column that they resemble.
_NOT_A_COLUMN = re.compile(
    r"\b(?:can cuoc|cccd|cmnd|so dinh danh|ngay sinh|nam sinh|gioi tinh|dan toc|ton giao|trinh do|han"
    r"|chu ky|ky ten|ky nhan|ky|email|e-mail|hop thu|tham nien|ngay vao|tong so|noi dung|y kien|kien nghi)\b"
)
#: A list may be of bodies or of kinds of people only: then they are who is invited.
DELEGATES = Vocabulary(
    Column.NAME,
    _WHOLE,
    _PHRASES,
    _NOT_A_COLUMN,
    instead={
        Column.HONORIFIC: Column.NAME,
        Column.OFFICE: Column.NAME,
        Column.UNIT: Column.NAME,
        Column.GROUP: Column.NAME,
    },
)
