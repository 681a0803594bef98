"""Bodies and offices at the beginning of an old plan's sentences: whom a duty is given to (P10)."""

from __future__ import annotations

import re

from dialogue_desktop.exchange.plan_reading_spelling import modern

_ADDRESS = re.compile(
    r"^(?:Giao(?: nhiệm vụ)?(?: cho)?|Đề nghị|Đối với|Đối|Phân công|Yêu cầu|Trách nhiệm của|Nhiệm vụ của"
    r"|Mời)\s+",
    re.I,
)
_VERB = re.compile(
    r"(?<!cơ quan)(?<!cơ quan chủ trì)(?<!chủ trì tham mưu)\s(?:chủ trì|phối hợp|có trách nhiệm"
    r"|có nhiệm vụ|chịu trách nhiệm|theo chức năng|tham mưu|chuẩn bị"
    r"|căn cứ|tổ chức(?! chính trị| thành viên| đoàn thể| có | xã hội)|thực hiện|xây dựng|phân công"
    r"|triển khai|gửi|phát(?! thanh)"
    r"|thu|hoàn thành|niêm yết|được|trên cơ sở|thông báo|tuyên truyền|lập|cử|bố trí|bảo đảm|đảm bảo"
    r"|rà soát|tổng hợp"
    r"|hướng dẫn|chỉ đạo|đôn đốc|theo dõi|giám sát|tiếp nhận|trả lời|báo cáo|vận động|nắm|in|dự trù|giúp"
    r"|soạn|ghi|tham dự|tham gia|đôn đốc|cùng|thành lập|quán triệt|phổ biến)\b"
)
#: Words with which a body or an office begins; a numbered paragraph that begins otherwise is a duty of all.
_BODY = re.compile(
    r"(?:Văn phòng|Ủy ban|UBND|UBMTTQ\w*|UB |Ban |Bộ phận|Công chức|Công an|Cán bộ|Các |Trưởng|Thôn|Xóm"
    r"|Khu phố|Khối"
    r"|Bản|Buôn|Bon|Ấp|Khóm|Sóc|Làng|Plei|Tổ |Đảng|Đài|Trung tâm|Phòng|Mặt trận|MTTQ|Hội |Đoàn|Bí thư"
    r"|Chi bộ|Chi ủy|Chi hội|Chi đoàn|Liên đoàn|Nhân viên|Viên chức|Nhà văn hóa|Hiệu trưởng|Thư ký|Bộ máy"
    r"|Lực lượng|Dân quân"
    r"|Thường trực|Lãnh đạo|HĐND|Hội đồng|Trạm|Trường|Cơ quan|Người chủ trì|Kế toán|Chủ tịch|Phó|Quân sự"
    r"|Địa chính"
    r"|Tư pháp|Tài chính|Văn hóa|Hợp tác xã|HTX|Cấp ủy|Đơn vị|Đội |Bưu điện|Điện lực|Ngân hàng|Già làng"
    r"|Người có uy tín|Quỹ |Đồn|Ngành|Thành viên|Đại biểu|Tiểu khu|Ông |Bà |Đồng chí|Đ/c)(?:(?<=\s)|(?!\w))",
    re.I,
)
_LONGEST = 160
_LONGEST_NAME = 60


def begins_body(text: str) -> bool:
    return _BODY.match(modern(text[:40])) is not None


def without_address(heading: str) -> str:
    """ "Văn phòng …" of "Giao Văn phòng …"."""
    return _ADDRESS.sub("", heading).strip(" .:;")


def subject_end(sentence: str) -> int:
    """Where the body that a sentence begins with ends, "Giao", "Đề nghị" before it aside; 0 without one."""
    address = _ADDRESS.match(sentence)
    start = address.end() if address is not None else 0
    bare = sentence[start:]
    if not begins_body(bare):
        return 0
    match = _VERB.search(modern(bare))
    colon = bare.find(":")
    if match is None and colon < 0 and bare.rstrip().endswith((".", ";")) and len(bare) > _LONGEST_NAME:
        return 0  # a sentence with a verb of its own
    end = match.start() if match else len(bare)
    if 0 < colon < end:
        end = colon
    end = len(bare[:end].rstrip(" ,.:;"))
    return start + end if 0 < end <= _LONGEST else 0


def subject(sentence: str) -> str:
    """The body that a sentence begins with: the words before its verb."""
    return _ADDRESS.sub("", sentence[: subject_end(sentence)]).strip(" ,.:;")
