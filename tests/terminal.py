"""A program on a terminal of its own: its keys, its screen, and every byte it writes. For tests and for bench/.

    with Terminal([python, "-m", "giptui", "report.toml"], columns=80, rows=24) as terminal:
        terminal.wait_for("总计")
        written = terminal.press("Down")

The terminal is a modern one: 256 colours, UTF-8, synchronized output. Every wait has an end and fails with the screen;
when the block is left, however it is left, the program and whatever it started in its session are gone.
"""

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

QUIET = 0.1  # seconds of silence, no thread of the program running, that end an answer

_KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "insert": "\x1b[2~", "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b", "space": " ", "backspace": "\x7f",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~",
    "ctrl+home": "\x1b[1;5H", "ctrl+end": "\x1b[1;5F", "ctrl+pageup": "\x1b[5;5~", "ctrl+pagedown": "\x1b[6;5~",
    "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
}  # fmt: skip

_ASKED = b"\x1b[?2026$p"  # is synchronized output known here?
_ANSWER = b"\x1b[?2026;2$y"  # it is, and it is off
_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<=>][0-9;]*[a-z]")  # keyboard protocols; pyte would print or obey them
_UNFINISHED = re.compile(r"\x1b(\[[0-9;?<=>$]*)?\Z")


def key(name: str) -> bytes:
    """The bytes a terminal sends for a key: `Up`, `F8`, `ctrl+s`, or any single character for itself."""
    if len(name) == 1:
        return name.encode()
    lower = name.lower()
    if lower in _KEYS:
        return _KEYS[lower].encode()
    assert re.fullmatch(r"ctrl\+[a-z]", lower), f"no key is called {name!r}"
    return bytes([ord(lower[-1]) & 0x1F])


class Terminal:
    """One program on one pseudo-terminal. `home` is its own empty home folder."""

    def __init__(
        self,
        argv: Sequence[str | Path],
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
    ) -> None:
        self._argv, self._env, self._cwd = [str(each) for each in argv], dict(env or {}), cwd
        self._emulator = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._emulator)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = ""
        self.started_at = self.read_at = 0.0  # time.perf_counter() of the start and of the newest output

    def __enter__(self) -> Self:
        self.home = Path(tempfile.mkdtemp(prefix="terminal-home-"))
        self._master, self._slave = pty.openpty()
        self._set_size()
        inherited = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        env = inherited | {"HOME": str(self.home), "LANG": "C.UTF-8", "TERM": "xterm-256color"} | self._env
        # The leader of a session makes the first terminal it opens its own: from there come SIGWINCH, SIGINT, SIGHUP.
        script = 'exec "$@" <"$0" >"$0" 2>&1'
        self.started_at = time.perf_counter()
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", script, os.ttyname(self._slave), *self._argv],
            stdin=subprocess.DEVNULL, env=env, cwd=self._cwd, start_new_session=True,
        )  # fmt: skip
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(ProcessLookupError):  # nobody is left
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self.hang_up()
        os.close(self._slave)
        shutil.rmtree(self.home, ignore_errors=True)

    # Keys

    def press(self, name: str, timeout: float = 5.0) -> bytes:
        """Press a key; what the program wrote for it. Fails where it wrote nothing: `send` such a key, and `idle`."""
        self.send(key(name))
        written = self.settle(timeout)
        assert written, f"no answer to {name!r} within {timeout} s; the screen:\n{self.text}"
        return written

    def type(self, text: str) -> bytes:
        """Press the character keys of a text one after the other; all that was written for them."""
        return b"".join(self.press(character) for character in text)

    def send(self, data: bytes) -> None:
        """Put bytes into the program's input and do not wait."""
        os.write(self._master, data)

    # The screen

    @property
    def screen(self) -> list[str]:
        """The lines as a person sees them; a wide character is one character."""
        emulator = self._emulator
        return [
            "".join(emulator.buffer[y][x].data for x in range(emulator.columns)).rstrip() for y in range(emulator.lines)
        ]

    @property
    def text(self) -> str:
        return "\n".join(self.screen)

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column of the cursor, from 0."""
        return self._emulator.cursor.y, self._emulator.cursor.x

    def wait_for(self, text: str, timeout: float = 10.0) -> None:
        """Until the text stands on the screen."""
        self._wait(lambda: text in self.text, timeout, f"never saw {text!r}")

    def wait_until_gone(self, text: str, timeout: float = 10.0) -> None:
        """Until the text stands nowhere on the screen."""
        self._wait(lambda: text not in self.text, timeout, f"still there: {text!r}")

    def wait_until_raw(self, timeout: float = 10.0) -> None:
        """Until the program has made the terminal its own: from then on every key is the program's."""
        self._wait(lambda: self.is_raw, timeout, "took no terminal")

    @property
    def is_raw(self) -> bool:
        """Whether what is typed is not shown by the terminal itself."""
        return not termios.tcgetattr(self._slave)[3] & termios.ECHO

    def resize(self, columns: int, rows: int) -> bytes:
        """Change the size; what the program wrote for it."""
        self._emulator.resize(rows, columns)
        self._set_size()
        return self.settle(5.0)

    def resize_unseen(self, columns: int, rows: int) -> None:
        """Change the size the program is told, whatever it is; the emulator, which could not, keeps its own."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def drain(self) -> bytes:
        """What is there to read, waiting for nothing. The emulator does not see it: repaint before looking."""
        written = b""
        while self._process.poll() is None and select.select([self._master], [], [], 0)[0]:
            written += os.read(self._master, 1 << 16)
        return written

    # Time and end

    def settle(self, timeout: float = 10.0) -> bytes:
        """What the program writes until it is quiet; b"" where it wrote nothing at all before the time is up."""
        end, written = time.monotonic() + timeout, self._read(timeout)
        while written and time.monotonic() < end:
            more = self._read(QUIET)
            written += more
            if not more and not self._running():
                break
        return written

    def idle(self, seconds: float) -> bytes:
        """What the program writes in that time, left alone."""
        end, written = time.monotonic() + seconds, b""
        while (left := end - time.monotonic()) > 0:
            written += self._read(left)
        return written

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Drop the line, as a closed window or a lost connection does."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def exit_code(self, timeout: float = 10.0) -> int:
        """The exit code, once it has ended; minus the number of the signal that ended it."""
        self._wait(lambda: self._process.poll() is not None, timeout, "did not end", ends=True)
        while self._read(0):
            pass  # its last words
        return self._process.returncode

    def ends(self, timeout: float = 20.0) -> int:
        """The exit code, once it has ended, though nobody reads what it writes."""
        return self._process.wait(timeout)

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    @property
    def pid(self) -> int:
        return self._process.pid

    # Within

    def _wait(self, done: Callable[[], bool], timeout: float, complaint: str, ends: bool = False) -> None:
        end = time.monotonic() + timeout
        while not done():
            assert ends or self._process.poll() is None, f"{complaint}: it ended; the screen:\n{self.text}"
            assert time.monotonic() < end, f"{complaint} within {timeout} s; the screen:\n{self.text}"
            self._read(0.02)

    def _read(self, timeout: float) -> bytes:
        """What comes first within the time; it is on the screen then, and its questions are answered."""
        if self._master < 0:
            time.sleep(timeout)
            return b""
        if not select.select([self._master], [], [], timeout)[0]:
            return b""
        data = os.read(self._master, 1 << 16)
        self.read_at = time.perf_counter()
        if _ASKED in data:
            self.send(_ANSWER)
        text = self._held + self._decode(data)
        cut = _UNFINISHED.search(text)
        self._held = text[cut.start() :] if cut else ""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text[: cut.start()] if cut else text))
        return data

    def _running(self) -> bool:
        """Whether a thread of the program is at work right now, where the system tells."""
        try:
            stats = [(task / "stat").read_text() for task in Path(f"/proc/{self.pid}/task").iterdir()]
        except OSError:
            return False
        return any(stat.rpartition(")")[2].split()[0] == "R" for stat in stats)

    def _set_size(self) -> None:
        size = struct.pack("HHHH", self._emulator.lines, self._emulator.columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)
