"""The text of a Word document as letters in their runs: where a stretch of it stands, and how a run is cut there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from typing import Final, NamedTuple

from giptui.comments.asked import NotPossible
from giptui.comments.package import Element

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST_NUMBER: Final = 12  # letters before a quote that Word counts itself, so that they stand in no run


class Letter(NamedTuple):
    """A letter: the element of text that it stands in, and where in that."""

    text: Element
    at: int


class Story:
    """The document. Its paragraphs are counted from 0 in the order of the XML, those in text boxes too."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._namespace = root.tag.partition("}")[0] + "}" if "}" in root.tag else ""

    @cached_property
    def paragraphs(self) -> tuple[Element, ...]:
        """All of them; none is ever added or taken away."""
        return tuple(self.root.iter(self.name("p")))

    def name(self, local: str) -> str:
        """The name in Word's namespace, of which there are two."""
        return f"{self._namespace}{local}"

    def new(self, local: str, **attributes: str) -> Element:
        element: Element = self.root.makeelement(self.name(local), {})
        for key, value in attributes.items():
            element.set(self.name(key), value)
        return element

    def numbered(self, numbers: Iterable[int]) -> list[Element]:
        """The paragraphs of these numbers."""
        try:
            return [self.paragraphs[number] for number in numbers]
        except IndexError:  # another document than the one that was read
            raise NotPossible from None

    def outer(self, paragraph: Element) -> Element:
        """The paragraph that can bear a comment: the one that a text box hangs on, where it is in one."""
        boxes = [*paragraph.iterancestors(self.name("txbxContent"))]
        return next(boxes[-1].iterancestors(self.name("p")), paragraph) if boxes else paragraph

    def letters(self, paragraph: Element) -> Iterator[Letter]:
        """Its visible letters, no blanks; not those of paragraphs within it."""
        for text in paragraph.iter(self.name("t")):
            if next(text.iterancestors(self.name("p"))) is paragraph and not self._is_hidden(text):
                yield from (Letter(text, at) for at, letter in enumerate(text.text or "") if is_letter(letter))

    def find(self, quote: str, numbers: Sequence[int], passed: int) -> tuple[Letter, Letter] | None:
        """The first and the last letter of the quote, from the first of these paragraphs on; None if it stands in a
        text box, or nowhere.
        """
        self.numbered(numbers)
        all_of_them = [each for p in self.paragraphs[numbers[0] :] for each in self.letters(p)]
        text = "".join(each.text.text[each.at] for each in all_of_them)
        sought = "".join(filter(is_letter, quote))
        for skipped in range(1 + min(_LONGEST_NUMBER, len(sought) // 2)):
            if found := _found(text, sought[skipped:], passed):
                first, last = all_of_them[found[0]], all_of_them[found[1]]
                boxed = any(
                    next(each.text.iterancestors(self.name("txbxContent")), None) is not None for each in (first, last)
                )
                return None if boxed else (first, last)
        return None

    def cut(self, at: Letter) -> Element:
        """The run that begins with this letter: cut off the one it stands in, if it is not its first."""
        run = at.text.getparent()
        if at.at == 0 and at.text.getprevious() is run.find(self.name("rPr")):
            return run
        moved = [at.text, *at.text.itersiblings()]
        if at.at:
            text = at.text.text
            at.text.text = text[: at.at]
            _keep_blanks(at.text)
            moved[0] = self.text(text[at.at :])
        return self._cut_off(run, moved)

    def cut_behind(self, at: Letter) -> Element:
        """The run that ends with this letter."""
        run: Element = at.text.getparent()
        if at.at + 1 < len(at.text.text):
            self.cut(Letter(at.text, at.at + 1))
        elif following := [*at.text.itersiblings()]:
            self._cut_off(run, following)
        return run

    def _cut_off(self, run: Element, moved: Sequence[Element]) -> Element:
        """A run like this one, behind it, with what is moved into it."""
        right = run.makeelement(run.tag, dict(run.attrib))
        if (properties := run.find(self.name("rPr"))) is not None:
            right.append(deepcopy(properties))
        right.extend(moved)
        run.addnext(right)
        return right

    def highest(self, elements: Iterable[Element]) -> int:
        """The highest number that one of these elements has as its identifier; -1 if none has one."""
        said = (element.get(self.name("id")) or "" for element in elements)
        return max((int(text) for text in said if re.fullmatch("[0-9]{1,9}", text)), default=-1)

    def text(self, text: str) -> Element:
        element = self.new("t")
        element.text = text
        _keep_blanks(element)
        return element

    def _is_hidden(self, text: Element) -> bool:
        """Whether Word does not show it, or only as what was moved away."""
        hidden = text.getparent().find(f"{self.name('rPr')}/{self.name('vanish')}")
        moved = next(text.iterancestors(self.name("moveFrom")), None) is not None
        return moved or (hidden is not None and hidden.get(self.name("val")) not in ("0", "false"))


def is_letter(character: str) -> bool:
    """Whether it is seen: by such letters alone texts are compared."""
    return character.isprintable() and not character.isspace()


def _found(text: str, sought: str, passed: int) -> tuple[int, int] | None:
    at = text.find(sought)
    while passed and at >= 0:
        at = text.find(sought, at + 1)
        passed -= 1
    return (at, at + len(sought) - 1) if at >= 0 else None


def _keep_blanks(text: Element) -> None:
    if text.text != text.text.strip():
        text.set(_SPACE, "preserve")
