"""What only LibreOffice can open, where it is installed: it writes a Word document of it, which is then read.

Called by `sources` for RTF, OpenDocument and the like, and by `doc`.
"""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Final

from giptui.readers import child, refusals
from giptui.readers.document import Document

_PROGRAMS: Final = ("soffice", "libreoffice")
_SECONDS: Final = 30.0


def read(data: bytes, kind: str, seconds: float = _SECONDS) -> Document:
    """What the document shows; Refused with what to save it as if there is no LibreOffice, or it cannot open it in
    time.
    """
    program = next(filter(None, map(which, _PROGRAMS)), None)
    if program is None:
        raise refusals.to_be_saved(kind)
    with TemporaryDirectory(prefix="giptui-") as folder:
        written = _converted(program, Path(folder), data, seconds)
        if written is None:
            raise refusals.to_be_saved(kind)
        return child.read("giptui.readers.formats.docx", written)._replace(kind=kind)


def _converted(program: str, folder: Path, data: bytes, seconds: float) -> bytes | None:
    """The document as docx. Its own profile keeps the user's LibreOffice out of it; its name has no ending, so that it
    is opened by what it is. The program is a script: whatever that has started ends with it.
    """
    source, written = folder / "document", folder / "document.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder)]
    none = subprocess.DEVNULL
    with subprocess.Popen(
        [*command, str(source)], stdin=none, stdout=none, stderr=none, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return written.read_bytes() if written.exists() else None
