"""The program's first and last lines: streams, signals, and what no command foresaw.

Nothing is imported before it is needed: `giptui --version` answers in the time that Python takes to start.
"""

from __future__ import annotations

import os
import sys

from giptui import REPORT_TO, __version__
from giptui.cli.descriptors import discard, open_streams


def run() -> None:
    """Run the command of this process and end it at once: to take a program down piece by piece takes longer than to
    check a file."""
    os._exit(main())


def main() -> int:
    """Run the command of this process; the exit code. Never a traceback.

    All that was printed is written by then, unless Ctrl+C, a fault or a reader who had enough has put an end to it.
    """
    try:
        open_streams()
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # the reader had enough: `giptui report FILE | head`
        discard(1)
        return 0
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:  # noqa: BLE001 - the entry point
        return _fault(error)
    return code


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"giptui {__version__}\n")
        return 0
    try:
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
    from giptui.cli.streams import Refused, fail, narrate, write_narration

    if os.environ.get("GIPTUI_DEBUG"):
        import traceback

        write_narration(traceback.format_exc())
    discard(1)
    if isinstance(error, OSError):
        from giptui.store.errors import system_reason

        try:
            fail("output-broken", f"{error.filename or '标准输出'}: 写不进去：{system_reason(error)}；请换一个地方输出")
        except Refused:
            return Exit.USAGE
    narrate(
        f"giptui {__version__} 自身出错：{type(error).__name__}: {error}；"
        f"请把这一行和所用的命令报告给{REPORT_TO}；设 GIPTUI_DEBUG=1 再运行一次，可附上详情"
    )
    return Exit.DEFECT


if __name__ == "__main__":
    run()
