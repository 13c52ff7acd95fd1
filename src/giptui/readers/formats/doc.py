"""A document of Word 97 to 2003, or of WPS → its lines and tables: by its own format, else by LibreOffice. Called by
`sources`.
"""

from giptui.readers import child
from giptui.readers.document import Document, Refused
from giptui.readers.formats import office
from giptui.readers.formats.doc97 import KIND


def read(data: bytes) -> Document:
    """What the document shows; Refused with what to save it as if neither way leads to it."""
    try:
        return child.read("giptui.readers.formats.doc97", data)
    except Refused as refused:
        if refused.refusal != "import-broken":
            raise
    return office.read(data, KIND)
