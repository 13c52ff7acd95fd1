"""JSON Schemas of what is public: the data file, and the findings of `giptui check --format json`."""

from __future__ import annotations

from typing import Final

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
