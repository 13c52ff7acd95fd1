"""The exit codes."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command hands to the shell."""

    FINE = 0
    FINDINGS = 1  # findings at or above the threshold
    USAGE = 2  # wrong usage, or a file that cannot be read or written
    DEFECT = 70  # a defect of giptui
    INTERRUPTED = 130
