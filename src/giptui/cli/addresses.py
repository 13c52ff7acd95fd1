"""Addresses and patterns as the command line gives them.

A pattern is an address with ``*``, ``?`` or ``[…]`` over the whole dotted address, so that ``*`` also spans dots:
``applications.*.total`` is the last column of the matrix, ``*.text`` all prose.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Final, NoReturn

from giptui.cli.nearest import hint
from giptui.cli.streams import fail
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


def looks_like_address(text: str) -> bool:
    """Whether it begins as an address does, known or not: with ``report.``, ``preface.`` or a section."""
    root, dot, _ = text.partition(".")
    return bool(dot) and any(root == address.partition(".")[0] for form in FORMS.values() for address in form.kinds)


def refuse(text: str, form: Form | None = None, where: str = "") -> NoReturn:
    """End the command because of an address that the form, or any form, does not have; ``where`` it was read."""
    known = [address for known in ([form] if form else FORMS.values()) for address in known.kinds]
    fail("unknown-address", f"{where}没有 {text} 这个地址{hint(text, known) or LISTED}")
