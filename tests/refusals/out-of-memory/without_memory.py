import tomli
from noted import start

from giptui.__main__ import run


def loads(*_: object, **__: object) -> None:
    raise MemoryError


tomli.loads = loads  # type: ignore[assignment]
start()
run()
