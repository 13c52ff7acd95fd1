"""The one Hypothesis profile, and a state folder of the tests' own.

No deadline: time is for `make bench`, and a busy machine is no failure. `GIPTUI_EXAMPLES` says on how many examples
each property is tried: `GIPTUI_EXAMPLES=5000 make test` looks further than anybody waits for. Where `CI` is set the
examples are the same every time, so that what fails there fails for the change, and again at home.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile(
    "giptui",
    deadline=None,
    max_examples=int(os.environ.get("GIPTUI_EXAMPLES", "60")),
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("giptui")


@pytest.fixture(autouse=True, scope="session")
def _state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What giptui keeps for its user is kept apart from that of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield
