"""A comment in its place: where its range begins and ends, and the mark that it hangs on."""

from giptui.comments.asked import Comment
from giptui.comments.package import Element
from giptui.comments.story import Story


def hang(story: Story, comment: Comment, number: str, style: str) -> None:
    """Put the marks of the comment of that number into the text."""
    begin, end = (story.new(name, id=number) for name in ("commentRangeStart", "commentRangeEnd"))
    found = story.find(comment.quote, comment.paragraphs, comment.passed) if comment.quote else None
    if found:
        first, last = found
        story.cut_behind(last).addnext(end)
        story.cut(first).addprevious(begin)
    else:
        paragraphs = [story.outer(each) for each in story.numbered(comment.paragraphs)]
        _begin(story, paragraphs[-1 if comment.quote else 0], begin)
        paragraphs[-1].append(end)
    _below_paragraph(story, end).addnext(_reference(story, number, style))


def _begin(story: Story, paragraph: Element, mark: Element) -> None:
    properties = paragraph.find(story.name("pPr"))
    if properties is None:
        paragraph.insert(0, mark)
    else:
        properties.addnext(mark)


def _below_paragraph(story: Story, element: Element) -> Element:
    """The element, or what holds it directly in its paragraph: a mark in somebody's insertion would go with that."""
    while element.getparent().tag != story.name("p"):
        element = element.getparent()
    return element


def _reference(story: Story, number: str, style: str) -> Element:
    run = story.new("r")
    if style:
        properties = story.new("rPr")
        properties.append(story.new("rStyle", val=style))
        run.append(properties)
    run.append(story.new("commentReference", id=number))
    return run
