"""The markup of a page → its title and its blocks, as a browser would show them. Called by the readers of web pages and
of Word documents.

The tree is walked without recursion; what is hidden, scripts and the page's controls are passed over.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from giptui.readers import refusals
from giptui.readers.document import Anchor, Block
from giptui.readers.formats.asides import Aside
from giptui.readers.formats.shown import Flow, Item, Shown, collapsed, left_out, placed, table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_PASSED_OVER: Final = """
    script style noscript template head title select option button svg math iframe object embed audio video canvas del
    datalist map frameset
"""
_BLOCKS: Final = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td
    tfoot th thead tr ul
"""
_NEVER_CLOSED: Final = "area base br col embed hr img input li link meta p param source td th tr track wbr"
_HIDDEN: Final = (
    '[hidden], [style*="display:none" i], [style*="display: none" i], [style*="mso-hide:all" i], '
    '[style*="visibility:hidden" i], tr[height="0"], '
    '.visually-hidden, .sr-only, [style*="clip-path: inset(50%)" i]'  # for whoever listens
)
_RAISED: Final = '[style*="vertical-align:su" i], [style*="vertical-align: su" i]'
_STRUCK: Final = '[style*="line-through" i]'
_ASIDES: Final = {"sup": Aside.RAISED, "sub": Aside.RAISED, "s": Aside.STRUCK, "strike": Aside.STRUCK}
_CELLS: Final = frozenset(("td", "th", "tr"))  # their style says where in the cell its text stands
_ITEM_MARK: Final = r"\s*(?:[(（]?[0-9０-９一二三四五六七八九十]{1,3}\s*[)）、.．，]|[①-⑳])"
_TYPED: Final = frozenset(("", "text", "number", "tel"))  # inputs whose value is seen
_DEEPEST_TABLES: Final = 100
_DEEPEST: Final = 20_000  # the parser takes quadratic time with depth
_MANY_TAGS: Final = 40_000
_MOST_CELLS: Final = 100_000  # a report has some hundred
_ICON: Final = 48  # pixels


class Page(NamedTuple):
    """A page: what it calls itself, what it shows, which of its anchors stand where; sentences on what of its tables
    was left out.
    """

    title: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]
    notes: tuple[str, ...]


def page(markup: str, anchor: str = "") -> Page:
    """Refused if it is nested or long beyond any page. Where what is called ``anchor`` and a number stands in a line or
    a cell, the number is told of its place.
    """
    from selectolax.lexbor import LexborHTMLParser

    if markup.count("<") > _MANY_TAGS and _depth(markup) > _DEEPEST:
        raise refusals.too_large("网页")
    tree = LexborHTMLParser(markup)
    if _lost_cells(markup, tree):
        tree = LexborHTMLParser(re.sub(r"<t[dh]\b[^<>]*>", r"\g<0><br>", markup, flags=re.IGNORECASE))
    title = tree.css_first("title")
    hidden = frozenset(node.mem_id for node in tree.css(_HIDDEN))
    walk = _Walk(hidden, dict(_asides(tree)), anchor)
    if tree.root is not None:
        walk.through(tree.root)
    items = walk.ended()
    return Page("" if title is None else collapsed(title.text()), *placed(items), tuple(left_out(items)))


def _asides(tree: "LexborHTMLParser") -> Iterator[tuple[int, Aside]]:
    """The elements whose style sets their text apart."""
    for style, aside in ((_RAISED, Aside.RAISED), (_STRUCK, Aside.STRUCK)):
        yield from ((node.mem_id, aside) for node in tree.css(style) if node.tag not in _CELLS)


def _depth(markup: str) -> int:
    """How deep the elements that have to be closed are nested, at least."""
    never = frozenset(_NEVER_CLOSED.split())
    tags = re.finditer(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)", markup)
    return max(accumulate(-1 if tag[1] else 1 for tag in tags if tag[2].lower() not in never), default=0)


def _lost_cells(markup: str, tree: "LexborHTMLParser") -> bool:
    """Whether cells outside any table were dropped as tags, so that their numbers would run together."""
    return len(re.findall(r"<t[dh][\s>]", markup, re.IGNORECASE)) > len(tree.css("td, th"))


class _Walk:
    """The way through the tree: which cell is being read, in which tables."""

    def __init__(self, hidden: frozenset[int], asides: Mapping[int, Aside], anchor: str) -> None:
        self._hidden = hidden
        self._anchor = anchor
        self._styled = asides
        self._asides: list[tuple[int, Aside]] = []  # the open elements that set their text apart
        self._passed_over = frozenset(_PASSED_OVER.split())
        self._blocks = frozenset(_BLOCKS.split())
        self._flows = [Flow()]  # the page, then the open cells
        self._tables: list[list[list[Flow]]] = []  # the rows of the open tables
        self._cells = 0
        self._too_deep = 0  # open tables that are no longer taken for tables
        self._verbatim = 0
        self._ordinals: list[int | None] = []  # of the open lists; None: without

    def through(self, root: "LexborNode") -> None:
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag or ""
            below = None
            if tag == "-text":
                self._text(node.text_content or "")
            elif tag not in self._passed_over and node.mem_id not in self._hidden:
                self._open(node, tag)
                below = node.first_child
                if below is None:
                    self._close(node)
            if below is not None:
                node = below
                continue
            while node is not None and node.next is None:
                node = None if node.mem_id == root.mem_id else node.parent
                if node is not None:
                    self._close(node)
            node = None if node is None or node.mem_id == root.mem_id else node.next

    def ended(self) -> list[Item]:
        self._flows[0].end()
        return self._flows[0].items

    def _text(self, text: str) -> None:
        flow = self._flows[-1]
        if not self._verbatim:
            flow.say(text, self._asides[-1][1] if self._asides else Aside.NONE)
            return
        first, *others = text.split("\n")
        flow.say(first)
        for line in others:
            flow.end(shown=True, verbatim=True)
            flow.say(line)

    def _open(self, node: "LexborNode", tag: str) -> None:
        flow = self._flows[-1]
        aside = _ASIDES.get(tag) or self._styled.get(node.mem_id)
        if aside is not None:
            self._asides.append((node.mem_id, aside))
        if tag == "br":
            flow.end(shown=True)
        elif tag == "img":
            if not _is_icon(node):
                flow.put([Shown()])
        elif tag in ("input", "textarea"):
            self._typed(node, tag)
        elif tag == "a" and self._anchor:
            name = node.attributes.get("id") or ""
            if name.startswith(self._anchor):
                flow.hang(int(name.removeprefix(self._anchor)))
        elif tag in self._blocks:
            flow.end()
            self._open_block(node, tag)

    def _open_block(self, node: "LexborNode", tag: str) -> None:
        if tag == "table":
            if self._too_deep or len(self._tables) == _DEEPEST_TABLES:
                self._too_deep += 1
            else:
                self._tables.append([])
        elif tag == "tr" and self._tables and not self._too_deep:
            self._tables[-1].append([])
        elif tag in ("td", "th") and self._tables and not self._too_deep:
            self._cells += 1
            if self._cells > _MOST_CELLS:
                raise refusals.too_large("网页")
            attributes = node.attributes
            cell = Flow(_number(attributes.get("rowspan"), 1), _number(attributes.get("colspan"), 1))
            self._tables[-1][-1].append(cell)
            self._flows.append(cell)
        elif tag == "pre":
            self._verbatim += 1
        elif tag in ("ol", "ul", "menu"):
            self._ordinals.append(_first_ordinal(node) if tag == "ol" else None)
        elif tag == "li":
            self._item(node)

    def _item(self, node: "LexborNode") -> None:
        """An item of a list that numbers itself says its number, unless its text does."""
        ordinal = self._ordinals[-1] if self._ordinals else None
        if ordinal is None:
            return
        ordinal = _number(node.attributes.get("value"), ordinal)
        self._ordinals[-1] = ordinal + 1
        if not re.match(_ITEM_MARK, node.text()):
            self._flows[-1].say(f"{ordinal}. ")

    def _typed(self, node: "LexborNode", tag: str) -> None:
        attributes = node.attributes
        if tag == "input" and (attributes.get("type") or "").lower() in _TYPED:
            self._flows[-1].say(attributes.get("value") or "")

    def _close(self, node: "LexborNode") -> None:
        tag = node.tag or ""
        if self._asides and self._asides[-1][0] == node.mem_id:
            self._asides.pop()
        if tag not in self._blocks:
            return
        self._flows[-1].end(verbatim=self._verbatim > 0)
        if tag == "pre":
            self._verbatim -= 1
        elif tag in ("ol", "ul", "menu"):
            self._ordinals.pop()
        elif tag == "table" and self._too_deep:
            self._too_deep -= 1
        elif tag == "table":
            self._flows[-1].put(table(self._tables.pop()))
        elif tag in ("td", "th") and self._tables and not self._too_deep:
            self._flows.pop()


def _first_ordinal(node: "LexborNode") -> int | None:
    attributes = node.attributes
    plain = (attributes.get("type") or "1") == "1" and "none" not in (attributes.get("style") or "")
    return _number(attributes.get("start"), 1) if plain else None


def _number(text: str | None, otherwise: int) -> int:
    """The whole number that an attribute begins with; one of many digits is as good as none."""
    found = re.match(r"\s*\+?([0-9]{1,6})", text) if text else None
    return int(found[1]) if found else otherwise


def _is_icon(node: "LexborNode") -> bool:
    attributes = node.attributes
    return any(_number(attributes.get(side), _ICON) < _ICON for side in ("width", "height"))
