"""giptui: the terminal toolkit for China's annual report on government information disclosure."""

__version__ = "0.1.0"

REPORT_TO = "维护者"
"""Whom a person tells of a defect of giptui: as the end of “报告给…”, an address in the net where there is one."""
