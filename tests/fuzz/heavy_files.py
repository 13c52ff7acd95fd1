"""Files below the largest size that cost a program more than a report does: each kind is one way to do that.

`bounds.py` runs every command on each; the suite does so on those that a bound of giptui's own was made for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

SEED: Final = Path(__file__).parents[2] / "data" / "baihe-2023.toml"
SIZE: Final = 7_900_000  # bytes, just below what is refused for its size alone

Files = dict[str, bytes]
"""What lies in the folder: ``x.toml``, which the commands are about, and what else lies beside it."""

_HEADER: Final = 'form = "2021"\n[report]\norgan = "房县白鹤镇人民政府"\nyear = 2023\n'


def _times(line: str, head: str = _HEADER, tail: str = "", size: int = SIZE) -> Files:
    """A file filled with one line over and over."""
    room = size - len(head.encode()) - len(tail.encode())
    return {"x.toml": (head + line * (room // len(line.encode())) + tail).encode()}


def _numbered(line: str, number: int, head: str = _HEADER, tail: str = "") -> Files:
    """A file with a line for each number up to that, or as many as there is room for."""
    text = head + "".join(line.replace("#", str(each)) for each in range(number)) + tail
    return {"x.toml": text.encode()[: SIZE + 100_000]}


def _text(words: str, quotes: str = '"""', size: int = SIZE) -> Files:
    """A long prose."""
    return _times(words, f"{_HEADER}[overview]\ntext = {quotes}\n", f"{quotes}\n", size)


def _seed_and(tail: str) -> Files:
    return {"x.toml": SEED.read_bytes() + tail.encode()}


def _waivers() -> Files:
    cells = "".join(f"k{n} = 1\n" for n in range(2000))
    waived = "".join(f'[[waiver]]\nrule = "unknown-key"\ncells = {{ "applications.k{n}" = "" }}\n' for n in range(2000))
    return {"x.toml": f"{_HEADER}[applications]\n{cells}{waived}".encode()}


def _wide_waiver(rule: str, cells: int) -> Files:
    listed = ", ".join(f'"applications.k{n}" = 1' for n in range(cells))
    return _seed_and(f'\n[[waiver]]\nrule = "{rule}"\ncells = {{ {listed} }}\nreason = "x"\n')


def _beside(neighbour: bytes, count: int = 1) -> Files:
    return {"x.toml": SEED.read_bytes()} | {f"n{n}.toml": neighbour for n in range(count)}


def _last_year(organ: str, filling: str = "") -> bytes:
    return f'form = "2021"\n{filling}[report]\norgan = "{organ}"\nyear = 2022\n'.encode()


KINDS: Final[Mapping[str, Callable[[], Files]]] = {
    "blank-lines": lambda: _times("\n"),
    "blank-crlf": lambda: _times("\r\n"),
    "comments": lambda: _times("#\n"),
    "long-comment": lambda: _times("文", f"{_HEADER}# ", "\n"),
    "spaces": lambda: _times(" ", f"{_HEADER}", "\n"),
    "waivers-findings": _waivers,
    "wide-waiver": lambda: _wide_waiver("unknown-key", 40_000),
    "wide-waiver-allowed": lambda: _wide_waiver("unknown-key", 9_000),
    "waivers-misspelt": lambda: _numbered(
        '[[waiver]]\nrule = "balance"\ncells = { "applications.new_recieved.total#" = 1 }\n', 3_000
    ),
    "unknown-keys-allowed": lambda: _numbered("new_recieved# = #\n", 9_000, f"{_HEADER}[applications]\n"),
    "wide-waiver-sum": lambda: _wide_waiver("column-sum", 40_000),
    "waivers-of-nothing": lambda: _numbered('[[waiver]]\nrule = "balance"\ncells = {}\n', 100_000),
    "waivers-malformed": lambda: _numbered("[[waiver]]\nrule = #\n", 100_000),
    "keys": lambda: _numbered("k# = #\n", 600_000),
    "keys-in-section": lambda: _numbered("k# = #\n", 600_000, f"{_HEADER}[applications]\n"),
    "keys-in-x": lambda: _numbered("k# = #\n", 600_000, f"{_HEADER}[x]\n"),
    "tables-in-x": lambda: _numbered("[x.t#]\na = 1\n", 400_000),
    "tables": lambda: _numbered("[t#]\n", 800_000),
    "inline-table": lambda: _numbered("k# = 1, ", 600_000, f"{_HEADER}[x]\na = {{", "b = 1}\n"),
    "array": lambda: _times("0,", f"{_HEADER}[applications]\ndisclosed = [", "0]\n"),
    "array-in-x": lambda: _times("0,", f"{_HEADER}[x]\na = [", "0]\n"),
    "array-lines": lambda: _times("\n", f"{_HEADER}[x]\na = [", "0]\n"),
    "array-texts": lambda: _times("'',", f"{_HEADER}[x]\na = [", "0]\n"),
    "arrays": lambda: _times("[],", f"{_HEADER}[x]\na = [", "0]\n"),
    "nested": lambda: _times("[", f"{_HEADER}[x]\na = "),
    "dots": lambda: _times("a.", f"{_HEADER}[x]\n", "a = 1\n"),
    "dots-allowed": lambda: _times("a.", f"{_HEADER}[x]\n", "a = 1\n", 38_000),
    "long-key": lambda: _times("k", f"{_HEADER}[applications]\n", " = 1\n"),
    "long-organ": lambda: _times("县", 'form = "2021"\n[report]\nyear = 2023\norgan = "', '"\n'),
    "organ-120k": lambda: _times("县", 'form = "2021"\n[report]\nyear = 2023\norgan = "', '"\n', 120_000),
    "long-title": lambda: _times("年", f'{_HEADER}title = "', '"\n'),
    "long-signature": lambda: _times("镇", f'{_HEADER}signature = "', '"\n'),
    "long-cell": lambda: _times("1", f'{_HEADER}[disputes]\nreconsideration = ["', '", 0, 0, 0, 0]\n'),
    "long-number": lambda: _times("1", f"{_HEADER}[disputes]\nreconsideration = [", ", 0, 0, 0, 0]\n"),
    "numbers-of-4000": lambda: _times("1" * 4000 + ",", f"{_HEADER}[x]\na = [", "0]\n"),
    "decimals": lambda: _times("1.5,", f"{_HEADER}[x]\na = [", "0]\n", 70_000),
    "prose-numbers": lambda: _text("收到申请3件，"),
    "prose-sentences": lambda: _text("本年收到申请3件。"),
    "prose-lines": lambda: _text("字\n"),
    "prose-lines-crlf": lambda: {
        "x.toml": _times("字\r\n", f'{_HEADER}[overview]\ntext = """\n', '"""\n', 14_000)["x.toml"] + b"# x\r\n"
    },
    "prose-blank-lines": lambda: _text("\n"),
    "prose-plain": lambda: _text("字"),
    "prose-digits": lambda: _text("3"),
    "prose-ascii": lambda: _text("a "),
    "prose-years": lambda: _text("2022年，"),
    "prose-years-lines": lambda: _text("2022年\n"),
    "prose-placeholders": lambda: _text("XX镇XX年，"),
    "prose-organs": lambda: _text("房县红塔镇人民政府、"),
    "prose-brackets": lambda: _text("《〔（"),
    "prose-combining": lambda: _text("e\u0301\u0301"),
    "prose-joined": lambda: _text("👩\u200d"),
    "prose-controls": lambda: _text("\\u0001"),
    "prose-escapes": lambda: _text("\\u4e00"),
    "prose-quotes": lambda: _text('""x'),
    "prose-equals": lambda: _text("a = 1\n"),
    "prose-headers": lambda: _text("[applications]\n"),
    "prose-percent": lambda: _text("占50%，同比增长10%，"),
    "prose-list": lambda: _text("（一）收到3件；\n"),
    "prose-same-twice": lambda: _text("字词，") | {"last.toml": _last_year("房县白鹤镇人民政府")},
    "mixed-line-ends": lambda: _numbered("k# = 1\r\nm# = 1\n", 200_000, f"{_HEADER}[x]\n"),
    "broken-at-end": lambda: _numbered("k# = #\n", 600_000, f"{_HEADER}[x]\n", "= =\n"),
    "broken-quote": lambda: _text("字\n", '"""') | {"x.toml": _text("字\n")["x.toml"][:-4]},
    "broken-twice": lambda: _numbered("k# = #\n", 500_000, f"{_HEADER}[x]\n", "k0 = 1\n"),
    "broken-text-line": lambda: _times('字 = "\n', f"{_HEADER}[overview]\n"),
    "gbk": lambda: {"x.toml": _HEADER.encode() + "文字".encode("gb18030") * (SIZE // 4)},
    "binary": lambda: {"x.toml": _HEADER.encode() + bytes(range(1, 256)) * (SIZE // 255)},
    "neighbour-organ": lambda: _beside(_last_year("县" * 40_000)),
    "neighbour-organ-boundaries": lambda: _beside(_last_year("房县白鹤镇" * 500_000)),
    "neighbour-large": lambda: _beside(_last_year("房县白鹤镇人民政府", "#\n" * 3_900_000)),
    "neighbours-large": lambda: _beside(_last_year("房县白鹤镇人民政府", "#\n" * 1_900_000), 30),
    "neighbour-keys": lambda: _beside(_last_year("某县", "".join(f"k{n} = {n}\n" for n in range(500_000)))),
    "neighbours-headless": lambda: _beside(b'form = "2021"\n' + b"#\n" * 20_000 + b"[report]\nyear=2022\n", 300),
    "neighbours-many": lambda: _beside(_last_year("房县红塔镇人民政府"), 20_000),
    "neighbour-last-year": lambda: _beside(_last_year("房县白鹤镇人民政府") + b"[x]\n" + b"#\n" * 3_900_000),
}
