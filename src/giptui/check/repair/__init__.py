"""The smallest repair: which one or two mistakes explain the sums that do not hold, and what to say of them.

The search counts mistakes, not cells, and guesses nothing: every answer makes all the identities hold that did not,
breaks none that did, leaves “/” and unreadable cells alone and keeps each cell a count. A blank is a cell like others
that may lack its number, under totals that were added up without it. Among equals it prefers only to fill a blank over
changing a number that somebody wrote.

What is tried, in this order; the first that gives an answer gives all of its kind:

1. one cell, alone or with totals over it that followed (`mistakes`); before it, where the sums know what several
   blanks should be, all of these (`blanks`);
2. one whole row or column, left out or shifted by one cell (`rows_and_columns`);
3. two cells, each as in 1, or where no two cells explain it, a whole line and a cell.

It is exact for these. Two mistakes in the same direction are left out on purpose: they share out one difference between
them in ways that arithmetic cannot distinguish; so are two whole lines. Beyond two, a group of mistakes is still taken
apart where only one way of taking it apart exists; otherwise the explanation has no answers.

Before all that, a line of totals that nobody filled in and that has a stray number in it (`total_lines`) is one cause.

`repair` (in `search`) gives the explanations, over identities and values alone. `choose` (in `evidence`) weighs their
answers against prose and last year's report. `message`, `misread` and `unfilled` (in `messages`) put them into the
form's words. Called by the rules on sums and on blank cells, which load this package only where a sum is broken or a
cell is blank: a clean report does not pay for it.
"""

from giptui.check.repair.evidence import Judgement, choose
from giptui.check.repair.messages import left_out, message, misread, unfilled
from giptui.check.repair.rows_and_columns import How, RowOrColumn, rows_and_columns_of
from giptui.check.repair.search import Explanation, repair
from giptui.check.repair.total_lines import TotalLine, blanks_of, total_line

__all__ = [
    "Explanation",
    "How",
    "Judgement",
    "RowOrColumn",
    "TotalLine",
    "blanks_of",
    "choose",
    "left_out",
    "message",
    "misread",
    "repair",
    "rows_and_columns_of",
    "total_line",
    "unfilled",
]
