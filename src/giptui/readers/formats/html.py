"""A web page → its lines and tables. Called by `sources`."""

from giptui.readers.document import Document
from giptui.readers.formats.encoding import decoded
from giptui.readers.formats.markup import page

KIND = "网页"


def read(data: bytes) -> Document:
    """What the page shows, whatever encoding it declares."""
    shown = page(decoded(data))
    return Document(KIND, shown.blocks, shown.title, shown.notes)
