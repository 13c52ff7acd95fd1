"""The one Hypothesis profile.

No deadline: time is for `make bench`, and a busy machine is no failure. `GIPTUI_EXAMPLES` says on how many examples
each property is tried: `GIPTUI_EXAMPLES=5000 make test` looks further than anybody waits for. Where `CI` is set the
examples are the same every time, so that what fails there fails for the change, and again at home.
"""

import os

from hypothesis import settings

settings.register_profile(
    "giptui",
    deadline=None,
    max_examples=int(os.environ.get("GIPTUI_EXAMPLES", "60")),
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("giptui")
