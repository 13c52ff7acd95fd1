"""What is found in a document: a value, its address, its place. And what needs no finding: an export of giptui."""

from typing import NamedTuple

from giptui.form import Form
from giptui.readers.document import Document, Place
from giptui.report import Value


class Found(NamedTuple):
    """A value and where it stands. ``reason`` says why it is “?”, in a few Chinese words; empty if it was read."""

    address: str
    value: Value
    place: Place | None
    reason: str = ""


class Exported(NamedTuple):
    """A report that giptui wrote out as data, with all that it says; ``kind`` and ``notes`` as of a document."""

    kind: str
    form: Form
    found: tuple[Found, ...]
    notes: tuple[str, ...] = ()


Readable = Document | Exported
"""What `reading` takes."""
