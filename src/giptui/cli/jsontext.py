"""Values as JSON, a line each, safe to show. Imported only by what was asked for JSON."""

from __future__ import annotations

import json
from typing import Any

from giptui.display.visible import escaped
from giptui.report import Value, show


def dumps(value: Any) -> str:
    """The value on one line, Chinese readable; escaped what a terminal would act on, and what cannot be seen."""
    return escaped(json.dumps(value, ensure_ascii=False))


def plain_value(value: Value) -> int | str:
    """A value of a report in JSON: a count is a number, all else a string, so that no digit of a decimal is lost."""
    return value if isinstance(value, int) else show(value)
