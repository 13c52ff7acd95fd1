"""The bytes of a text → the text, by what they are, not by what they say they are. Called by the readers of text."""

import codecs
from contextlib import suppress
from typing import Final

from giptui.readers.document import Refused

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SOUND: Final = (
    20  # Chinese characters for each one that is damaged: in another encoding there are hardly any by chance
)


def decoded(data: bytes) -> str:
    """The text, without a byte order mark: UTF-8, UTF-16 if it says so, else GB18030; Refused if it is none.

    A character that is cut off or damaged in a text that else is sound becomes U+FFFD.
    """
    if data.startswith(_UTF_16):
        return _text(data.decode("utf-16", "replace"))
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return _text(data.decode(encoding))
        damaged = data.decode(encoding, "replace")
        wide = sum("\u2e80" <= character < "\uffef" for character in damaged)
        if wide > _SOUND * damaged.count("\ufffd"):
            return _text(damaged)
    raise Refused("import-not-text", "不是文字，或编码认不出；请另存为 UTF-8 编码的文本再导入")


def _text(text: str) -> str:
    if "\0" in text:
        raise Refused("import-binary", "是二进制数据，不是文字；请给出报告的网页、文档或文本")
    return text
