"""What is found in a document: a value, its address, its place."""

from typing import NamedTuple

from giptui.readers.document import Place
from giptui.report import Value


class Found(NamedTuple):
    """A value and where it stands. ``reason`` says why it is “?”, in a few Chinese words; empty if it was read."""

    address: str
    value: Value
    place: Place | None
    reason: str = ""
