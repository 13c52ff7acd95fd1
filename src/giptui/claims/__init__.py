"""Prose → claims: what a narrative says of the numbers in the tables. No rules; `check` compares, this only reads."""

from __future__ import annotations

from giptui.claims.claim import Claim
from giptui.claims.reading import claims

__all__ = ["Claim", "claims"]
