"""Why a format cannot be written here. Raised by the printers, told by the commands."""

from __future__ import annotations


class NotInstalled(Exception):  # noqa: N818 - what the machine is
    """The library that writes the format is not there; ``extra`` is that of giptui which brings it."""

    def __init__(self, library: str, extra: str = "export") -> None:
        super().__init__(library, extra)
        self.library = library
        self.extra = extra


class NoFont(Exception):  # noqa: N818 - what the machine is
    """There is no font to set Chinese in; ``variable`` is that of the environment which names folders of fonts."""

    def __init__(self, variable: str) -> None:
        super().__init__(variable)
        self.variable = variable
