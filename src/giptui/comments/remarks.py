"""The part of a package that holds the text of its comments. Those that are there stay; new ones count on."""

from collections.abc import Mapping
from typing import Final

from giptui.comments.package import Element, Package
from giptui.comments.story import Story

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_INITIALS: Final = 2


class Remarks:
    """The comments of one document; ``signed`` by an author and, perhaps, with a date."""

    def __init__(self, package: Package, story: Story, signed: Mapping[str, str]) -> None:
        self._story = story
        self._signed = {**signed, "initials": signed["author"][:_INITIALS]}
        styles = package.styles()
        self.reference_style = _style(styles, story, "annotation reference")
        self._text_style = _style(styles, story, "annotation text")
        namespace = story.name("")[1:-1]
        self._root = package.comments(_empty(story.name("comments"), namespace), _TYPE)
        there = (*self._root.iter(story.name("comment")), *story.root.iter(story.name("commentReference")))
        self._next = 1 + story.highest(there)

    def add(self, text: str) -> str:
        """A comment of these lines; its number."""
        number, story = str(self._next), self._story
        self._next += 1
        comment = story.new("comment", id=number, **self._signed)
        for index, line in enumerate(text.split("\n")):
            paragraph = story.new("p")
            if self._text_style:
                properties = story.new("pPr")
                properties.append(story.new("pStyle", val=self._text_style))
                paragraph.append(properties)
            if index == 0:
                paragraph.append(self._mark())
            run = story.new("r")
            run.append(story.text(line))
            paragraph.append(run)
            comment.append(paragraph)
        self._root.append(comment)
        return number

    def _mark(self) -> Element:
        run = self._story.new("r")
        if self.reference_style:
            properties = self._story.new("rPr")
            properties.append(self._story.new("rStyle", val=self.reference_style))
            run.append(properties)
        run.append(self._story.new("annotationRef"))
        return run


def _empty(name: str, namespace: str) -> Element:
    from lxml import etree

    return etree.Element(name, nsmap={"w": namespace})


def _style(styles: Element | None, story: Story, name: str) -> str:
    """The identifier of the style with that name, which is the same in every language; empty if there is none."""
    if styles is None:
        return ""
    for style in styles.iter(story.name("style")):
        called = style.find(story.name("name"))
        if called is not None and (called.get(story.name("val")) or "").lower() == name:
            return style.get(story.name("styleId")) or ""
    return ""
