"""Addresses and patterns as the command line gives them.

A pattern is an address with ``*``, ``?`` or ``[…]`` over the whole dotted address, so that ``*`` also spans dots:
``applications.*.total`` is the last column of the matrix, ``*.text`` all prose.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Final, NoReturn

from giptui.cli.streams import fail
from giptui.display.nearest import hint
from giptui.form import FORMS, Form

LISTED: Final = "；全部地址用 giptui get 报告.toml --format tsv 列出"


def matching(form: Form, pattern: str) -> tuple[str, ...]:
    """The form's addresses that the pattern names, in the form's order."""
    if pattern in form.kinds:
        return (pattern,)
    return tuple(address for address in form.kinds if fnmatchcase(address, pattern))


def is_known(text: str) -> bool:
    """Whether any form has such an address."""
    return any(matching(form, text) for form in FORMS.values())


def is_several(text: str) -> bool:
    """Whether it is the beginning of addresses: a section, a group of rows or a row."""
    return any(known.startswith(f"{text}.") for form in FORMS.values() for known in form.kinds)


def looks_like_address(text: str) -> bool:
    """Whether it begins as an address does, known or not: with ``report.``, ``preface.`` or a section."""
    root, dot, _ = text.partition(".")
    return bool(dot) and is_several(root)


def refuse(text: str, form: Form | None = None, where: str = "") -> NoReturn:
    """End the command because of an address that the form, or any form, does not have; ``where`` it was read."""
    if is_several(text):
        fail(
            "address-of-several",
            f"{where}{text} 不是一格，下面还有几格：全部写作 '{text}.*'；各格的地址用 giptui explain {text} 查看",
        )
    fail("unknown-address", f"{where}没有 {text} 这个地址{nearest_address(text, form) or LISTED}")


def nearest_address(text: str, form: Form | None = None) -> str:
    """The nearest address as the end of a sentence, or the nearest pattern, where a section or a row was meant, or a
    column of a section. Empty if none is near."""
    known: dict[str, str] = {}
    for each in [form] if form else FORMS.values():
        known |= {address: address for address in each.kinds}
        for cell in each.cells.values():
            first, *middle, last = cell.address.split(".")
            for at in range(len(middle) + 1):
                several = ".".join((first, *middle[:at]))
                known.setdefault(several, f"{several}.*")
            known.setdefault(f"{first}.{last}", f"{first}.*.{last}")
    return hint(text, known)
