"""Files as nobody should write them: a report with bytes, lines, values or its structure changed at random."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
SEEDS = ("data/*.toml", "tests/reports/realistic/*.toml", "tests/rules/*/*.toml", "tests/refusals/*/*.toml")
LARGEST = 60_000

NUMBERS = (
    *("0", "-0", "-1", "1.0", "0.00", "1e9", "1e400", "inf", "nan", "0x10", "0b1", "1_000", "9" * 13, "9" * 50, "007"),
    *("true", "1979-05-27", "1979-05-27T07:32:00Z", "[1]", "{a=1}", '""', '"/"', '"?"', "", "１２", "1,000"),
    *('"3"', '"１２"', '"12①"', '"5²"', '"10⁶"', '"፩"', '"Ⅷ"', '"㈢"', '"٣"', '"三"', '"1,000"', '"=1+2"', '"-5"'),
)
TEXTS = (
    *("", " ", "\\n", "\\u0000", "\\u001b[31m", "\\u202e", "\\u200b", "\\U000e0041", "\\ud800", "\\U00110000", "\\q"),
    *(
        "\u202e",
        "\u200f\u061c",
        "\u2067",
        "\ufeff",
        "\u2028",
        "\U000e0041\U000e007f",
        "\xad",
        "\u3000",
        "\xa0",
        "e\u0301",
    ),
    *(
        "XX",
        "（文字描述）",
        "“”",
        "2022年，我镇主动公开信息5条。",
        "收到申请12①件。",
        "共10⁶件",
        "=1+1",
        "<b>",
        "%n%s",
        "::error::",
    ),
    *(
        "申请" * 300,
        "1" * 5000,
        "（" * 500,
        "a" * 3000,
        "２０２３年1月1日起至12月31日止",
        "👨\u200d👩\u200d👧",
        "𠮷\ufe00",
    ),
)
DATES = (
    "2024年1月2①日",
    "2024-02-30",
    "0000-00-00",
    "24-1-1",
    "2024.1.2",
    "二〇二四年",
    "2024-01-02T99:00",
    "１９９９-01-01",
)

Mutation = Callable[[Random, str], str]


@cache
def samples() -> list[Path]:
    """The reports that are mutated, the large ones first."""
    return [path for pattern in SEEDS for path in sorted(ROOT.glob(pattern)) if path.stat().st_size < LARGEST]


def mutated(random: Random, data: bytes) -> bytes:
    """A file in its like, with some changes; sometimes as it was."""
    text = data.decode(errors="replace")
    for _ in range(random.choice((0, 1, 1, 1, 2, 3, 8))):
        mutate: Mutation = random.choice(_MUTATIONS)
        text = mutate(random, text)[: 4 * LARGEST]
    data = text.encode(errors="replace")
    if random.random() < 0.15:
        for _ in range(random.choice((1, 1, 5))):
            data = scrambled(random, data)
    return data


def value(random: Random) -> str:
    """What someone may type into a cell or a line."""
    plain = (*(text.strip('"') for text in NUMBERS), *TEXTS, *DATES, "1,2,3", "/", "?", "/\n", "3件", "增10", "5万元")
    return random.choice(plain).replace("\0", "")


def scrambled(random: Random, data: bytes) -> bytes:
    """Bytes put in, taken out, doubled, or all of them in another encoding."""
    at = random.randrange(len(data) + 1)
    length = random.choice((1, 1, 2, 10, 500))
    other: bytes = random.choice(
        (
            data[:at] + random.randbytes(length) + data[at:],
            data[:at] + data[at + length :],
            data[:at],
            data[:at] + data[at : at + length] * 2 + data[at + length :],
            data[:at] + random.choice((b"\0", b"\xff", b"\xed\xa0\x80", b"\r", b"\x1b", b"\xc2\x9b")) + data[at:],
            random.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b")) + data,
            data.decode(errors="replace").encode("utf-16"),
            data.decode(errors="replace").encode("gb18030"),
        )
    )
    return other


def _line(random: Random, text: str) -> str:
    """One line gone, doubled, moved, or joined with the next."""
    lines = text.split("\n")
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    how = random.randrange(5)
    if how == 0:
        del lines[at]
    elif how == 1:
        lines.insert(to, lines[at])
    elif how == 2:
        lines[at], lines[to] = lines[to], lines[at]
    elif how == 3:
        lines[at : at + 2] = ["".join(lines[at : at + 2])]
    else:
        lines[at] = lines[at].lstrip() if random.random() < 0.5 else "\t" + lines[at]
    return "\n".join(lines)


def _ends(random: Random, text: str) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\r\r\n", "\n\n", "\n \n")), random.choice((-1, 1, 3)))


def _swapped(pattern: str, replacements: tuple[str, ...], around: str = "{}") -> Mutation:
    """Something that matches gives way to one of these."""

    def swap(random: Random, text: str) -> str:
        places = [*re.finditer(pattern, text)]
        if not places:
            return text
        place = random.choice(places)
        return text[: place.start()] + around.format(random.choice(replacements)) + text[place.end() :]

    return swap


def _inserted(random: Random, text: str) -> str:
    """A character or word anywhere."""
    at = random.randrange(len(text) + 1)
    more: str = random.choice((*TEXTS, *'"[]{}=,.#\\', '"""', "'''"))
    return text[:at] + more + text[at:]


def _structure(random: Random, text: str) -> str:
    """A table, key or comment more, or all of it spelled otherwise."""
    other: str = random.choice(
        (
            f"{text}\n[x]\n'{random.choice(TEXTS)}' = 1\n",
            f'{text}\n[[waiver]]\nrule = "{random.choice(TEXTS)}"\ncells = {{ a = 1 }}\nreason = ""\n',
            f"{text}\n[waiver]\nrule = 1\n",
            f"{text}\n[a{'.a' * random.choice((1, 50, 2000))}]\nb = 1\n",
            f"{text}\nz = {'[' * random.choice((2, 60, 3000))}\n",
            f"# {random.choice(TEXTS)}\n{text}",
            re.sub(r"(?m)^(\w+) *= *\[", r"\1 = [ # 注\n ", text, count=random.choice((1, 0))),
            re.sub(r"(?m)^\[(\w+)\]", r'["\1"]', text),
            re.sub(r"(?m)^(\w+)( *)= *\{ *(\w+) *= *([^ }]+) *\}", r"\1.\3 = \4", text),
            text.replace('form = "2021"', random.choice(('form = "2019"', "form = 2021", 'form = "2021\u200b"', ""))),
            re.sub(r"(?m)^\[(\w+)\]", r"[\1]\n\1 = 1", text, count=1),
        )
    )
    return other


_MUTATIONS: tuple[Mutation, ...] = (
    *(_line, _line, _ends, _inserted, _structure),
    *(_swapped(r"(?<=[\[,= ])\d+(?=[ ,\]}])", NUMBERS),) * 3,
    _swapped(r'(?<=")[^"\n]*(?=")', (*TEXTS, *DATES)),
    _swapped(r"\d{4}-\d\d-\d\d", DATES, '"{}"'),
    _swapped(r"(?m)^\w+(?= *=)", ("year", "text", "总计", '"a b"', "''", "received", "x.y", "total", "organ")),
    _swapped(r"(?m)^\[.*\]", ("[report]", "[x]", "[[applications]]", "[applications.disclosed]", "", "[", "[preface]")),
)
