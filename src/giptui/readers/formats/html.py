"""A web page → its lines and tables. Called by `sources`."""

from giptui.readers.document import Document
from giptui.readers.formats.encoding import decoded
from giptui.readers.formats.markup import page

KIND = "网页"


def read(data: bytes) -> Document:
    """What the page shows, whatever encoding it declares."""
    title, blocks, notes = page(decoded(data))
    return Document(KIND, blocks, title, notes)
