"""What stands in the prose that a rule can object to without a table: `periods` that it states, `placeholders` that a
template left, `stale_years` of an earlier report, `stale_numbers` under the wrong year, `headings` out of place. They
only read; the rules judge.

A module each, imported where it is used: few texts hold a placeholder or an earlier year, and only those load its
patterns.
"""
