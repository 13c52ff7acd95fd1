"""giptui: the terminal toolkit for China's annual report on government information disclosure."""

__version__ = "0.1.0"
