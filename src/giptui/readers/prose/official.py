"""What a document of an office has beside a web page: its number (文号), and whom it is addressed to (主送机关).

Called by `metadata` and `head`.
"""

import re
from typing import Final

from giptui.readers.prose.title import is_organ

_NUMBER: Final = re.compile(r"[\u4e00-\u9fff]{2,20}[〔\[［【（(﹝]20[0-9]{2}[〕\]］】）)﹞]第?[0-9]{1,5}号")
_ADDRESSEE: Final = re.compile("([^。；！？：:]{3,60})[：:]")
_EVERYBODY: Final = ("单位", "部门", "公开办", "各科室", "政府办", "信息公开科")


def is_number(text: str) -> bool:
    """Whether that is the number of a document, and nothing else: ``白政发〔2024〕1号``."""
    return _NUMBER.fullmatch("".join(text.split())) is not None


def addressee_in(text: str) -> str:
    """Whom a line addresses: ``县人民政府：``; empty if it is no such line."""
    match = _ADDRESSEE.fullmatch(text.strip())
    if match is None or "信息公开工作" in match[1]:
        return ""
    bodies = [body.strip() for body in re.split("[、，,]", match[1])]
    return match[1] if all(is_organ(body) or body.endswith(_EVERYBODY) for body in bodies) else ""
