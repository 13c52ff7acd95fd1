"""Several reports in a picture: how many applications each received, and what came of those that it handled.

`bars` works the numbers out, `text` and `svg` draw them: `giptui chart`. A table says the same of one report better; a
picture shows what changes from year to year, and how a body stands among its peers.
"""

from __future__ import annotations

from giptui.printers.charts.bars import Bar, Chart, bar

__all__ = ["Bar", "Chart", "bar"]
