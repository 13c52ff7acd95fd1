"""As if it were not installed."""

raise ModuleNotFoundError
