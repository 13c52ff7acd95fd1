"""The server: textual-serve's, with a page of our own that loads nothing from elsewhere, behind the guard.

Every address begins with the token: page, script, font and websocket alike, so none needs a cookie.
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Awaitable, Callable
from contextlib import redirect_stdout
from html import escape
from pathlib import Path
from string import Template
from typing import Final, TextIO

from aiohttp import web
from textual_serve.server import Server

from giptui.cli.serve.guard import may_pass

ADDRESS: Final = "127.0.0.1"
_PAGE: Final = Path(__file__).with_name("page.html")
_POLICY: Final = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "connect-src 'self' ws://{host}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the address is the key
    "X-Content-Type-Options": "nosniff",
}

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class EditorServer(Server):
    """Starts the command, an editor, for each page that is opened."""

    def __init__(self, command: str, title: str, listening: socket.socket) -> None:
        self.token = secrets.token_urlsafe(32)
        super().__init__(command, ADDRESS, listening.getsockname()[1], title)
        self._listening = listening

    @property
    def url(self) -> str:
        """What to open in the browser."""
        return f"http://{self.host}:{self.port}/{self.token}/"

    def run(self, narration: TextIO) -> None:
        """Serve until the process is interrupted. What an editor complains of goes to ``narration``."""
        with redirect_stdout(narration):  # textual-serve prints it
            web.run_app(self._make_app(), sock=self._listening, print=None, access_log=None)

    async def _make_app(self) -> web.Application:
        @web.middleware
        async def guarded(request: web.Request, handler: _Handler) -> web.StreamResponse:
            if not may_pass(request.path, request.headers, self.token):
                return web.Response(status=403, text="请用 giptui serve 打印的完整网址打开。\n")
            return await handler(request)

        async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
            response.headers.update(_HEADERS)

        app = web.Application(middlewares=[guarded])
        app.on_response_prepare.append(add_headers)
        app.add_routes(
            [
                web.get(f"/{self.token}/", self._show_page),
                web.get(f"/{self.token}/ws", self.handle_websocket),
                web.static(f"/{self.token}/static", self.statics_path),
            ]
        )
        return app

    async def _show_page(self, request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
            title=escape(self.title), websocket=f"ws://{request.host}/{self.token}/ws", nonce=nonce
        )
        policy = _POLICY.format(nonce=nonce, host=request.host)
        return web.Response(text=page, content_type="text/html", headers={"Content-Security-Policy": policy})
