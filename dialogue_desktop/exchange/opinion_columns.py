"""The columns of a list of opinions: what each is called in the program's form, and by others."""

from __future__ import annotations

import re

from dialogue_desktop.exchange.list_columns import REASON_HEAD, Column, FormColumn, Vocabulary

#: The form, in its order.
FORM: tuple[FormColumn, ...] = (
    FormColumn(Column.NUMBER, "STT", 5),
    FormColumn(Column.NAME, "Họ và tên", 21),
    FormColumn(Column.PLACE, "Thôn, xóm", 15),
    FormColumn(Column.PHONE, "Điện thoại (không bắt buộc)", 12.5),
    FormColumn(Column.FIELD, "Lĩnh vực", 15),
    FormColumn(Column.TEXT, "Nội dung ý kiến, kiến nghị", 46),
    FormColumn(Column.FORM, "Hình thức", 13),
    FormColumn(Column.CONSENT, "Đồng ý công khai họ tên", 9.5),
    FormColumn(Column.RECEIVED, "Ngày nhận", 11),
    FormColumn(Column.COLLECTOR, "Người thu phiếu", 14),
    FormColumn(Column.SLIP, "Số phiếu", 8.5),
)
#: How the columns are named in sentences to the secretary.
COLUMN_NAMES: dict[Column, str] = {
    **{one.column: one.head for one in FORM},
    Column.PHONE: "Điện thoại",
    Column.HONORIFIC: "Ông/Bà",
    Column.HAMLET: "Xóm",
    Column.REFUSAL: "Không đồng ý công khai",
    Column.SOURCE: "Nguồn",
    Column.KIND: "Loại",
    Column.ANSWER: "Nội dung trả lời",
    Column.ANSWERER: "Người trả lời",
    Column.OPINION: "Số ý kiến",
    Column.REASON: REASON_HEAD,
}

_WHOLE = {
    Column.NUMBER: "stt|tt|so tt|so thu tu|thu tu|#",
    Column.NAME: (
        "ho va ten|ho ten|ten|nguoi co y kien|nguoi kien nghi|nguoi phat bieu|nguoi neu y kien|nguoi gui"
        "|nguoi neu|cong dan|cu tri|nguoi dan|chu ho|dai bieu|nguoi de nghi|nguoi phan anh|y kien cua ai"
        "|nguoi dang ky|ho va ten cong dan|ten cong dan|ten cu tri|nguoi hoi|ca nhan, tap the"
    ),
    Column.HONORIFIC: "ong/ba|ong ba|ong, ba|danh xung|xung ho",
    Column.PLACE: (
        "thon|thon/tdp|thon, tdp|thon/xom|thon, xom|thon xom|to dan pho|tdp|khu dan cu|khu|khu pho|ban|ap"
        "|dia ban|dia chi|noi o|noi cu tru|cho o|thon/to dan pho|thon, to dan pho|thon (xom)|lang|buon"
        "|khom"
        "|thon/ban|thon, ban|don vi|thon/to|que quan|thuong tru|to/thon|xom/thon|xom, thon|khoi pho|khoi"
    ),
    Column.HAMLET: "xom|cum|doi|ngo|ngo, xom|to",
    Column.PHONE: (
        "dien thoai|so dien thoai|sdt|so dt|dt|dtdd|dien thoai lien he|lien he|di dong|so di dong"
        "|sdt lien he"
        "|phone|tel|dien thoai (neu co)"
    ),
    Column.FIELD: "linh vuc|nhom linh vuc|van de|nhom van de|nganh|chu de|nhom|thuoc linh vuc",
    Column.TEXT: (
        "noi dung|y kien|kien nghi|cau hoi|de nghi|noi dung y kien|noi dung kien nghi|y kien, kien nghi"
        "|noi dung y kien, kien nghi|noi dung kien nghi, phan anh"
        "|y kien kien nghi|noi dung cau hoi|noi dung phan anh|tam tu, nguyen vong|de xuat"
        "|noi dung chi tiet"
        "|noi dung de nghi|noi dung phat bieu|noi dung tong hop|phan anh, kien nghi"
    ),
    Column.FORM: "hinh thuc|hinh thuc gui|hinh thuc phat bieu|hinh thuc tham gia|cach gui",
    Column.CONSENT: (
        "dong y cong khai|dong y cong khai ho ten|cong khai|cong khai ho ten|cong khai ten"
        "|cho cong khai ten|dong y"
    ),
    Column.REFUSAL: "khong dong y cong khai|khong cong khai|khong dong y",
    Column.RECEIVED: (
        "ngay|ngay nhan|ngay thu|ngay ghi|ngay tiep nhan|ngay thang|ngay, thang|ngay gui|ngay nhan phieu"
        "|thoi gian|ngay thang nam|ngay, thang, nam|thoi gian tiep nhan|ngay thu phieu"
    ),
    Column.COLLECTOR: (
        "nguoi thu|nguoi thu phieu|can bo thu|nguoi tong hop|nguoi tiep nhan|nguoi ghi|nguoi nhan"
    ),
    Column.SLIP: "so phieu|ma phieu|phieu so|phieu|so hieu phieu",
    Column.SOURCE: "nguon|nguon y kien|nguon tiep nhan",
    Column.KIND: "loai|loai y kien|phan loai",
    Column.ANSWER: (
        "tra loi|noi dung tra loi|noi dung giai trinh|giai trinh|y kien tra loi|ket qua tra loi"
        "|noi dung tra loi, giai trinh|cau tra loi|du kien tra loi|noi dung giai quyet|ket qua giai quyet"
    ),
    Column.ANSWERER: "nguoi tra loi|don vi tra loi|co quan tra loi|can bo tra loi|bo phan tra loi",
    Column.OPINION: "so y kien|y kien so|ma y kien|ma kien nghi|kien nghi so|ma so y kien|so kien nghi",
    Column.REASON: "can sua|ly do can sua",
}
_PHRASES: tuple[tuple[str, Column], ...] = (
    ("can sua", Column.REASON),
    ("nguoi tra loi", Column.ANSWERER),
    ("don vi tra loi", Column.ANSWERER),
    ("co quan tra loi", Column.ANSWERER),
    ("nguoi giai quyet", Column.ANSWERER),
    ("noi dung tra loi", Column.ANSWER),
    ("noi dung giai trinh", Column.ANSWER),
    ("noi dung giai quyet", Column.ANSWER),
    ("khong dong y", Column.REFUSAL),
    ("khong cong khai", Column.REFUSAL),
    ("cong khai", Column.CONSENT),
    ("dien thoai", Column.PHONE),
    ("so phieu", Column.SLIP),
    ("linh vuc", Column.FIELD),
    ("hinh thuc", Column.FORM),
    ("thu phieu", Column.COLLECTOR),
    ("nguoi tong hop", Column.COLLECTOR),
    ("ngay nhan", Column.RECEIVED),
    ("ngay thu", Column.RECEIVED),
    ("ngay tiep nhan", Column.RECEIVED),
    ("nguoi co y kien", Column.NAME),
    ("nguoi kien nghi", Column.NAME),
    ("nguoi phat bieu", Column.NAME),
    ("ho va ten", Column.NAME),
    ("ho ten", Column.NAME),
    ("noi dung", Column.TEXT),
    ("y kien", Column.TEXT),
    ("kien nghi", Column.TEXT),
    ("cau hoi", Column.TEXT),
    ("to dan pho", Column.PLACE),
    ("khu dan cu", Column.PLACE),
    ("dia chi", Column.PLACE),
    ("thon", Column.PLACE),
)
#: Heads that must not be taken for a column that they resemble.
_NOT_A_COLUMN = re.compile(
    r"\b(?:ghi chu|can cuoc|cccd|cmnd|so dinh danh|ngay sinh|nam sinh|gioi tinh|han|thoi han"
    r"|ket qua phan loai"
    r"|so luong|tong so|tham quyen|trang thai|chu ky|ky ten|nghe nghiep|chuc vu)\b"
)
OPINIONS = Vocabulary(Column.TEXT, _WHOLE, _PHRASES, _NOT_A_COLUMN, instead={Column.HAMLET: Column.PLACE})
#: The same heads on a sheet that comes back from a unit: what counts is the answer.
ANSWERS = Vocabulary(Column.ANSWER, _WHOLE, _PHRASES, _NOT_A_COLUMN, instead={Column.HAMLET: Column.PLACE})
