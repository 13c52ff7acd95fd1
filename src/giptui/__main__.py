"""The program's first and last lines: streams, signals, and what no command foresaw.

Nothing is imported before it is needed: `giptui --version` answers in the time that Python takes to start.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]  # of the public one, what takes no time to load
import os
import sys

from giptui import REPORT_TO, __version__
from giptui.cli.descriptors import discard, open_streams

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself takes time to load
    from collections.abc import Callable
    from typing import NoReturn


def run() -> None:
    """Run the command of this process and end it at once: to take a program down piece by piece takes longer than to
    check a file."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end_at_once)
    os._exit(main())


def main() -> int:
    """Run the command of this process; the exit code. Never a traceback.

    All that was printed is written by then, unless Ctrl+C, a fault or a reader who had enough has put an end to it.
    """
    try:
        return _to_the_end(sys.argv[1:])
    except BrokenPipeError:  # the reader had enough: `giptui report FILE | head`
        discard(1)
        return 0
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:  # noqa: BLE001 - the entry point
        return _fault(error)


def _to_the_end(arguments: list[str]) -> int:
    """Run the command and write what it printed; Ctrl+C breaks it off, once."""
    _on_interrupt(_break_off)
    try:
        open_streams()
        code = _run(arguments)
        sys.stdout.flush()
        return code
    finally:
        _on_interrupt(_end_at_once)


def _on_interrupt(handler: Callable[..., object]) -> None:
    """Let Ctrl+C do that, if it is ours: whoever started us may have it ignored."""
    if signal.getsignal(signal.SIGINT) in (_break_off, _end_at_once):
        signal.signal(signal.SIGINT, handler)


def _break_off(*_: object) -> NoReturn:
    signal.signal(signal.SIGINT, _end_at_once)
    raise KeyboardInterrupt


def _end_at_once(*_: object) -> NoReturn:
    """What Ctrl+C does where nothing is left to clear up: while the program loads, and after the first one."""
    os.write(2, "已中断\n".encode())
    os._exit(130)


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"giptui {__version__}\n")
        return 0
    try:
        if not {"-h", "--help"}.intersection(arguments):
            _refuse_lost_folder()
        if arguments[:1] == ["check"] and _only_names(arguments[1:]):
            # The most frequent call, in hooks and scripts. It leaves nothing to parse, so click need not be loaded.
            from giptui.cli.check.options import Options
            from giptui.cli.check.run import check_files

            return check_files(arguments[1:], Options())
        if len(arguments) == 1 and arguments[0].endswith(".toml"):  # no command is called so
            from giptui.cli.opening import open_file

            return open_file(arguments[0])
        from giptui.cli.app import run

        return run(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0


def _refuse_lost_folder() -> None:
    try:
        os.getcwd()  # noqa: PTH109 - pathlib costs start-up time
    except OSError:
        from giptui.cli.streams import fail

        fail("folder-gone", "当前文件夹已被删除或移走，文件名无从找起；请先 cd 到别的文件夹")


def _only_names(arguments: list[str]) -> bool:
    return bool(arguments) and not any(each.startswith("-") and each != "-" for each in arguments)


def _interrupted() -> int:
    from giptui.cli.exits import Exit
    from giptui.cli.streams import narrate

    discard(1)
    narrate("已中断")
    return Exit.INTERRUPTED


def _fault(error: Exception) -> int:
    """What no command foresaw: a full standard output, or a defect of giptui. One line, and what to do."""
    from giptui.cli.exits import Exit
    from giptui.cli.streams import Stopped, fail, narrate, write_narration

    if os.environ.get("GIPTUI_DEBUG"):
        import traceback

        write_narration(traceback.format_exc())
    discard(1)
    notes = getattr(error, "__notes__", ())  # the editor's, of what was kept: what breaks it is never the output
    if isinstance(error, OSError) and not notes:
        from giptui.store.errors import system_reason

        try:
            fail("output-broken", f"{error.filename or '标准输出'}: 写不进去：{system_reason(error)}；请换一个地方输出")
        except Stopped:
            return Exit.USAGE
    narrate(
        f"giptui {__version__} 自身出错：{type(error).__name__}: {error}；"
        f"{''.join(f'{note}；' for note in notes)}"
        f"请把这一行和所用的命令报告给{REPORT_TO}；设 GIPTUI_DEBUG=1 再运行一次，可附上详情"
    )
    return Exit.DEFECT


if __name__ == "__main__":
    run()
