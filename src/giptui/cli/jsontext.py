"""Values as JSON, a line each, safe to show. Imported only by what was asked for JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from giptui.display.visible import CONTROL
from giptui.report import Value, show


def dumps(value: Any) -> str:
    """The value on one line, Chinese readable; all escaped if it holds a character that a terminal would act on."""
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if re.search(CONTROL, text) else text


def plain_value(value: Value) -> int | str:
    """A value of a report in JSON: a count is a number, all else a string, so that no digit of a decimal is lost."""
    return value if isinstance(value, int) else show(value)
