"""How a text takes its place on a screen or a page: what must not act, how wide it is, where it breaks, what it spans.

Knows nothing of reports. Called by every room that shows something. `visible` is loaded by each `check`; the others
load wcwidth, so whoever must start fast imports them where they are used.
"""
