"""What `giptui export` wrote as data → the reports in it, value by value. Called by `sources`.

Nothing has to be told from labels here: each value has its address. `objects` reads JSON, `rows` wide CSV and TSV,
which have no prose; `values` is what they share.
"""
