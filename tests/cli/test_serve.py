"""`giptui serve`: the editor over real HTTP on the loopback, for nobody who does not know the token."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import browser
import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError
from cli_program import SEED, Program, environment

from giptui.cli.serve.guard import may_pass

FOREIGN = {"Origin": "http://evil.example"}


@pytest.fixture
def served(seed: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address that a running `giptui serve` prints, and the process."""
    with subprocess.Popen(
        [sys.executable, "-m", "giptui", "serve", seed.name], cwd=seed.parent, env=environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        try:
            assert program.stdout and program.stderr
            url = program.stdout.readline().strip()
            program.stderr.readline()
            yield url, program
        finally:
            program.send_signal(signal.SIGINT)
            program.wait(30)


async def test_the_page_loads_nothing_from_elsewhere(served: tuple[str, object]) -> None:
    url, _ = served
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{43}/", url)
    async with ClientSession() as client:
        answer = await client.get(url)
        page = await answer.text()
        assert answer.status == 200
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        host = urlsplit(url).netloc
        assert set(re.findall(r"\w+://[^\s;\"']+", policy)) == {f"ws://{host}"}
        assert set(re.findall(r"\w+://[^/\"']+", page)) == {f"ws://{host}"}
        own = re.findall(r'(?:href|src)="([^"]+)"|url\("([^"]+)"\)', page)
        names = [name for pair in own for name in pair if name and not name.startswith("data:")]
        assert {Path(name).suffix for name in names} == {".css", ".js", ".ttf"}
        for name in names:
            found = await client.get(url + name)
            assert found.status == 200, name
            body = await found.read()
            assert not re.search(rb"(?:@import|url\(\s*[\"']?https?:|src\s*=\s*[\"']https?:)", body), name


async def test_whoever_lacks_the_token_or_comes_from_elsewhere_gets_nothing(served: tuple[str, object]) -> None:
    url, _ = served
    base, token = url.rstrip("/").rsplit("/", 1)
    wrong = token[:-1] + ("A" if token[-1] != "A" else "B")
    strange = {"Host": f"evil.example:{urlsplit(url).port}"}
    async with ClientSession() as client:
        for path in (
            "",
            "/",
            "/ws",
            f"/{wrong}/",
            f"/{wrong}/ws",
            "/static/js/textual.js",
            f"/{wrong}/static/js/textual.js",
        ):
            assert (await client.get(base + path)).status == 403, path
        for path in ("", "ws", "static/js/textual.js"):
            for headers in (FOREIGN, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}, strange):
                answer = await client.get(url + path, headers=headers)
                assert answer.status == 403, (path, headers)
                assert token not in await answer.text()
        for address, headers in ((f"{base}/{wrong}/ws", {}), (f"{base}/ws", {}), (f"{url}ws", FOREIGN)):
            with pytest.raises(WSServerHandshakeError) as refused:
                await client.ws_connect(address, headers=headers)
            assert refused.value.status == 403
        assert (await client.get(f"{url}nothing")).status == 404


async def test_the_editor_edits_and_saves(served: tuple[str, subprocess.Popen[str]], seed: Path) -> None:
    url, program = served
    before = seed.read_text(encoding="utf-8").splitlines()
    origin = {"Origin": url.rsplit("/", 2)[0]}
    async with ClientSession() as client, client.ws_connect(f"{url}ws?width=80&height=24", headers=origin) as wire:

        async def seen(text: str) -> None:
            screen = b""
            while text.encode() not in screen:
                message = await wire.receive(30)
                assert message.type == WSMsgType.BINARY, message
                screen += message.data

        await seen("总计")
        await wire.send_json(["stdin", "7\rw"])
        await seen("已保存")
        await wire.send_json(["stdin", "q"])
        while (message := await wire.receive(30)).type == WSMsgType.BINARY:
            pass
        assert message.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED)
    after = seed.read_text(encoding="utf-8").splitlines()
    assert len([line for line in after if line not in before]) == 1
    program.send_signal(signal.SIGINT)
    assert program.wait(30) == 0
    assert program.stdout and program.stderr
    assert (program.stdout.read(), program.stderr.read()) == ("", "")


def test_two_starts_have_two_tokens() -> None:
    from socket import socket

    from giptui.cli.serve.server import EditorServer

    with socket() as one:
        one.bind(("127.0.0.1", 0))
        assert EditorServer("x", "x", one).url != EditorServer("x", "x", one).url


@pytest.mark.parametrize(
    ("path", "headers", "passes"),
    [
        ("/key/", {"Host": "127.0.0.1:80"}, True),
        ("/key/", {"Host": "localhost:80", "Origin": "http://localhost:80"}, True),
        ("/key/ws", {"Host": "localhost:80", "Origin": "http://127.0.0.1:80"}, False),
        ("/key/ws", {"Host": "localhost:80", "Origin": "https://localhost:80"}, False),
        ("/key/", {}, False),
        ("/key/", {"Host": ""}, False),
        ("/key/", {"Host": "127.0.0.1.evil.example:80"}, False),
        ("/key", {"Host": "127.0.0.1:80"}, True),
        ("/keys/", {"Host": "127.0.0.1:80"}, False),
        ("//key/", {"Host": "127.0.0.1:80"}, False),
        ("/ke\u00ff/", {"Host": "127.0.0.1:80"}, False),
        ("/", {"Host": "127.0.0.1:80"}, False),
    ],
)
def test_guard(path: str, headers: dict[str, str], passes: bool) -> None:
    assert may_pass(path, headers, "key") == passes


def test_a_file_that_cannot_be_read_is_said_at_once(call: Program) -> None:
    done = call("serve", "no.toml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("no.toml: 没有这个文件")


async def test_a_browser_shows_the_editor_and_types_into_it(
    served: tuple[str, subprocess.Popen[str]], seed: Path, tmp_path: Path
) -> None:
    """Where there is one. It asks for nothing but what stands at the server, and loads all that it asks for."""
    url, program = served
    if not browser.chromium():
        assert program.poll() is None
        return
    async with browser.opened(url, tmp_path / "profile") as page:
        await page.wait_for("document.body && document.body.classList.contains('-first-byte')")
        await page.wait_for("document.fonts.check('16px \"Roboto Mono\"') && document.fonts.size > 0")
        asked = {each for each in page.requests if not each.startswith("data:")}
        host = urlsplit(url).netloc
        assert {urlsplit(each).netloc for each in asked} == {host}
        assert {Path(urlsplit(each).path).name for each in asked} >= {"textual.js", "xterm.css", "ws"}
        assert [line for line in page.console if "WebGL" not in line and "GPU" not in line] == []
        await page.call("Input.insertText", text="7")  # the editor has the focus, nobody need click
        for kind in ("keyDown", "keyUp"):
            await page.call("Input.dispatchKeyEvent", type=kind, key="Enter", windowsVirtualKeyCode=13, text="\r")
        await page.call("Input.insertText", text="w")
        for _ in range(300):
            if seed.read_bytes() != SEED.read_bytes():
                break
            await asyncio.sleep(0.1)
    (changed,) = {*seed.read_text(encoding="utf-8").splitlines()} - {*SEED.read_text(encoding="utf-8").splitlines()}
    assert changed.startswith("new_received ") and "7" in changed
