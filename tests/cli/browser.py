"""A Chromium without a window, told what to do over its debugging protocol."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse


def chromium() -> str | None:
    """The program, where there is one."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Page:
    """An open page: what it asked the network for, what its console said."""

    def __init__(self, wire: ClientWebSocketResponse) -> None:
        self.requests: list[str] = []
        self.console: list[str] = []
        self._wire = wire
        self._numbers = itertools.count(1)

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        await self._wire.send_json({"id": number, "method": method, "params": parameters})
        while (message := await self._wire.receive_json(timeout=30)).get("id") != number:
            self._note(message)
        return dict(message["result"])

    async def wait_for(self, expression: str) -> None:
        """Until the expression is true on the page."""
        for _ in range(300):
            found = await self.call("Runtime.evaluate", expression=expression)
            if found["result"].get("value"):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"{expression}: {self.console}")

    def _note(self, message: dict[str, Any]) -> None:
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(message["params"]["url"])
            case "Log.entryAdded":
                self.console.append(message["params"]["entry"]["text"])


@asynccontextmanager
async def opened(url: str, profile: Path) -> AsyncIterator[Page]:
    """The page at that address in a browser of its own."""
    line = ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=900,560", "--remote-debugging-port=0"]
    browser = await asyncio.create_subprocess_exec(
        chromium() or "", *line, f"--user-data-dir={profile}", "about:blank", stderr=asyncio.subprocess.DEVNULL
    )
    try:
        port = profile / "DevToolsActivePort"
        while not port.exists() or "\n" not in port.read_text():
            assert browser.returncode is None
            await asyncio.sleep(0.1)
        base = f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
        async with ClientSession() as client:
            targets = await (await client.get(f"{base}/json")).json()
            address = next(each["webSocketDebuggerUrl"] for each in targets if each["type"] == "page")
            async with client.ws_connect(address, max_msg_size=0) as wire:
                page = Page(wire)
                for domain in ("Network", "Log", "Runtime", "Page"):
                    await page.call(f"{domain}.enable")
                await page.call("Page.navigate", url=url)
                yield page
    finally:
        browser.terminate()
        await browser.wait()
