from functools import partial

from giptui.readers import child

child.read = partial(child.read, seconds=0.01)  # type: ignore[assignment]

from noted import start  # noqa: E402

from giptui.__main__ import run  # noqa: E402

start()
run()
