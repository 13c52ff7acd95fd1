"""Elements of HTML, dressed for a page or for a fragment; all that is text is escaped here. Used by this package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType
from typing import Final, NamedTuple

from giptui.printers.html.style import Look

_LOWER: Final = {"main": "div", "h1": "h2", "h2": "h3"}
"""What a fragment has instead: the page around it has these already."""

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Writer(NamedTuple):
    """``prefix`` begins every id, so that several fragments can stand on a page. A fragment brings its style with every
    element, a page has a style sheet.
    """

    is_fragment: bool = False
    prefix: str = "t"

    def element(self, look: Look, markup: str | Iterable[str], attributes: Mapping[str, str] = _NONE) -> str:
        """The element around the markup; of several pieces of it each has lines of its own."""
        tag = _LOWER.get(look.tag, look.tag) if self.is_fragment else look.tag
        dress = {"style": look.css} if self.is_fragment else {"class": look.name}
        inner = markup if isinstance(markup, str) else "\n".join(["", *markup, ""])
        return f"<{tag}{_written({**attributes, **dress})}>{inner}</{tag}>"

    def text(self, look: Look, text: str) -> str:
        """The element around a text, which breaks where it has a newline."""
        return self.element(look, marked_up(text))


def marked_up(text: str) -> str:
    """The text as markup, with its line breaks."""
    return escape(text).replace("\n", "<br>")


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
