"""How values and keys are spelled in TOML, readable in an editor and in a diff."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from giptui.display.visible import CONTROL
from giptui.report import Value, show

_SHORT: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
_BARE_KEY: Final = r"[A-Za-z0-9_-]+"


def literal(value: Value) -> str:
    """A cell or a header field; the digits of a decimal as they were typed."""
    if isinstance(value, str):
        return '"' + _escaped(value).replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value).lower().replace("infinity", "inf")
    return value.isoformat() if isinstance(value, date) else show(value)


def paragraphs(text: str) -> str:
    """A text: one paragraph a line, a blank line between, the quotes on lines of their own."""
    body = "\n\n".join(_escaped(line).replace('"""', '""\\"') for line in text.split("\n") if line)
    return f'"""\n{body}\n"""' if body else '"""\n"""'


def dotted(parts: Iterable[str]) -> str:
    """The address of a key: its parts joined by dots, those quoted that need it."""
    return ".".join(part if re.fullmatch(_BARE_KEY, part) else literal(part) for part in parts)


def _escaped(text: str) -> str:
    """Backslashes doubled, and no control character raw: not every one is allowed, and none can be seen."""
    return re.sub(CONTROL, lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}", text.replace("\\", "\\\\"))
