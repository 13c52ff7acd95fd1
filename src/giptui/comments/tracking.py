"""Tracked changes of numbers in cells: to be accepted or refused, in the formatting of what stands there."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Final

from giptui.comments.asked import Change
from giptui.comments.package import Element
from giptui.comments.story import Letter, Story
from giptui.report.halfwidth import halfwidth

_MORE_THAN_TEXT: Final = "sym drawing pict object fldChar fldSimple instrText noBreakHyphen AlternateContent ptab"
_OF_CHANGES: Final = "ins del moveFrom moveTo rPrChange"
_SOMEBODY_ELSES: Final = "ins moveTo"


class Tracking:
    """Makes changes in one document; ``signed`` as comments are."""

    def __init__(self, story: Story, signed: Mapping[str, str]) -> None:
        self._story = story
        self._signed = signed
        self._next = 1 + max(0, story.highest(each for each in story.root.iter() if isinstance(each.tag, str)))

    def make(self, changes: Sequence[Change]) -> int:
        """Make these changes, and say how many: all of them, or none if one cannot be made. That it can, nothing but
        its number stands in the cell, in one paragraph, and typed there.
        """
        cells = [self._story.numbered(change.paragraphs) for change in changes]
        if not all(map(self._is_possible, changes, cells)):
            return 0
        for change, paragraphs in zip(changes, cells, strict=True):
            letters = self._letters(paragraphs)
            if letters:
                self._replace(letters, change.after)
            else:
                paragraphs[0].append(self._inserted(change.after, self._formatting_of_blank(paragraphs[0])))
        return len(changes)

    def _is_possible(self, change: Change, paragraphs: list[Element]) -> bool:
        if not paragraphs or change.before == change.after or any(map(self._is_fixed, paragraphs)):
            return False
        written = [letters for paragraph in paragraphs if (letters := self._letters([paragraph]))]
        return len(written) <= 1 and _number(self._letters(paragraphs)) == change.before

    def _letters(self, paragraphs: list[Element]) -> list[Letter]:
        return [letter for paragraph in paragraphs for letter in self._story.letters(paragraph)]

    def _is_fixed(self, paragraph: Element) -> bool:
        """Whether more than typed text stands there: pictures, fields, what is bound to data or locked, a text box."""
        name = self._story.name
        more = _MORE_THAN_TEXT.split()
        if any(isinstance(each.tag, str) and each.tag.rpartition("}")[2] in more for each in paragraph.iter()):
            return True
        if next(paragraph.iterancestors(name("txbxContent")), None) is not None:
            return True
        controls = [*paragraph.iterancestors(name("sdt")), *paragraph.iter(name("sdt"))]
        return any(
            control.find(f"{name('sdtPr')}/{name(each)}") is not None
            for control in controls
            for each in ("lock", "dataBinding")
        )

    def _replace(self, letters: list[Letter], after: str) -> None:
        story = self._story
        first, last = letters[0], letters[-1]
        story.cut_behind(last)
        begun = story.cut(first)
        runs = list(dict.fromkeys([begun, *(each.text.getparent() for each in letters if each.text is not first.text)]))
        formatting = _formatting(story, begun.find(story.name("rPr")))
        for run in runs:
            deleted = self._marked("del")
            run.addprevious(deleted)
            deleted.append(run)
            for text in run.iter(story.name("t")):
                text.tag = story.name("delText")
        if after:
            end = deleted
            while end.getparent().tag in [story.name(each) for each in _SOMEBODY_ELSES.split()]:
                end = end.getparent()
            end.addnext(self._inserted(after, formatting))

    def _inserted(self, text: str, formatting: Element | None) -> Element:
        run = self._story.new("r")
        if formatting is not None:
            run.append(formatting)
        run.append(self._story.text(text))
        inserted = self._marked("ins")
        inserted.append(run)
        return inserted

    def _marked(self, name: str) -> Element:
        self._next += 1
        return self._story.new(name, id=str(self._next - 1), **self._signed)

    def _formatting_of_blank(self, paragraph: Element) -> Element | None:
        """That of an empty run, else that of the paragraph's own mark."""
        name = self._story.name
        run = paragraph.find(f"{name('r')}/{name('rPr')}")
        return _formatting(self._story, run if run is not None else paragraph.find(f"{name('pPr')}/{name('rPr')}"))


def _number(letters: list[Letter]) -> str:
    """What is written, as a number: in half-width digits, without the commas between thousands."""
    return halfwidth("".join(each.text.text[each.at] for each in letters)).replace(",", "")


def _formatting(story: Story, properties: Element | None) -> Element | None:
    if properties is None:
        return None
    copied = story.new("rPr")
    changes = [story.name(each) for each in _OF_CHANGES.split()]
    copied.extend(deepcopy(each) for each in properties if each.tag not in changes)
    return copied if len(copied) else None
