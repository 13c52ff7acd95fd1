import sys

sys.modules["typst"] = None  # type: ignore[assignment]
