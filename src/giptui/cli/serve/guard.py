"""Who may speak to the server: whoever knows the token, from a page of the server's own, by a name of this machine."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Final

_NAMES: Final = ("127.0.0.1", "localhost")
"""Other names lead here only where somebody's name server says so, in order to get at what runs on this machine."""


def may_pass(path: str, headers: Mapping[str, str], token: str) -> bool:
    """Whether a request is answered: its path begins with the token, ``Host`` is this machine, and ``Origin``, which
    browsers send with what a page asks for, is the very same. ``headers`` takes a name in any case."""
    host = headers.get("Host", "")
    given = path.removeprefix("/").partition("/")[0]
    return (
        hmac.compare_digest(given.encode(), token.encode())
        and host.rpartition(":")[0] in _NAMES
        and headers.get("Origin", f"http://{host}") == f"http://{host}"
    )
