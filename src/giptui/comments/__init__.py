"""A Word document with comments and tracked changes in it; nothing else of it is another.

Knows neither the form nor the rules: where something is to hang is said by the numbers of paragraphs and by the letters
that stand there. Called by `giptui check --comment`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from giptui.comments.asked import Change, Comment, NotPossible
from giptui.comments.hanging import hang
from giptui.comments.package import Package
from giptui.comments.remarks import Remarks
from giptui.comments.story import Story, is_letter
from giptui.comments.tracking import Tracking


class Commented(NamedTuple):
    """The document, and how many of the changes could be made in it."""

    data: bytes
    changes: int


def commented(data: bytes, comments: Sequence[Comment], changes: Sequence[Sequence[Change]], author: str) -> Commented:
    """The document ``data`` with all the comments, and with those changes that can be accepted or refused where they
    stand; of several that belong together, all or none. They bear the date of the document itself, so that the bytes
    are the same every time. NotPossible if that cannot be done to this document.
    """
    if not comments:
        return Commented(data, 0)
    package = Package(data)
    story = Story(package.document)
    signed = {"author": author}
    if moment := package.modified():  # without a date LibreOffice would write one that is none
        signed["date"] = moment
    tracking = Tracking(story, signed)
    made = sum(map(tracking.make, changes))
    remarks = Remarks(package, story, signed)
    for comment in comments:
        hang(story, comment, remarks.add(comment.text), remarks.reference_style)
    return Commented(package.written(), made)


__all__ = ["Change", "Comment", "Commented", "NotPossible", "commented", "is_letter"]
