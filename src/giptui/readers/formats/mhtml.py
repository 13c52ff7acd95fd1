"""A page as a browser or Word saves it in one file (MHTML, RFC 2557) → its lines and tables. Called by `sources`.

It is a mail: its first page is the page, others are the frames in it.
"""

from email import message_from_bytes
from email.message import Message
from typing import Final

from giptui.readers import refusals
from giptui.readers.document import Document
from giptui.readers.formats.encoding import decoded
from giptui.readers.formats.markup import page

KIND: Final = "保存的网页"
_MOST_PARTS: Final = 500
_PAGES: Final = ("text/html", "application/xhtml+xml")


def read(data: bytes) -> Document:
    """What the page and its frames show."""
    try:
        parts = [part for part, _ in zip(message_from_bytes(data).walk(), range(_MOST_PARTS), strict=False)]
    except RecursionError:
        raise refusals.broken(KIND) from None
    markup = [decoded(_content(part)) for part in parts if part.get_content_type() in _PAGES]
    if not markup:
        raise refusals.broken(KIND)
    # One page for all frames, so that paragraphs and tables count through.
    found = page("<hr>".join(markup))
    return Document(KIND, found.blocks, found.title, found.notes)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
