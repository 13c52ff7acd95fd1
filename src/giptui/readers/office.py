"""What only LibreOffice can open, where it is installed: it writes a Word document of it, which is then read.
Called by `sources` for RTF, OpenDocument and the like, and by `doc`.
"""

import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Final

from giptui.readers import child, refusals
from giptui.readers.document import Document

_PROGRAMS: Final = ("soffice", "libreoffice")
_SECONDS: Final = 30


def read(data: bytes, kind: str) -> Document:
    """What the document shows; Refused with what to save it as if there is no LibreOffice, or it cannot open it."""
    program = next(filter(None, map(which, _PROGRAMS)), None)
    if program is None:
        raise refusals.to_be_saved(kind)
    with TemporaryDirectory(prefix="giptui-") as folder:
        written = _converted(program, Path(folder), data)
        if written is None:
            raise refusals.to_be_saved(kind)
        return child.read("giptui.readers.docx", written)._replace(kind=kind)


def _converted(program: str, folder: Path, data: bytes) -> bytes | None:
    """The document as docx. Its own profile keeps the user's LibreOffice out of it; its name has no ending, so that it
    is opened by what it is.
    """
    source = folder / "document"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder)]
    try:
        subprocess.run(
            [*command, str(source)], timeout=_SECONDS, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    written = folder / "document.docx"
    return written.read_bytes() if written.exists() else None
