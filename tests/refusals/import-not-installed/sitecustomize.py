import sys

sys.modules["selectolax"] = None  # type: ignore[assignment]
