from noted import start

from giptui.cli.streams import fail
from giptui.report import Waiver
from giptui.store import Unwritable, read
from giptui.store.document import unwaived

start()
try:
    unwaived(read("x.toml"), [Waiver("balance", {"applications.carried_in.total": 1}, "已核")])
except Unwritable as error:
    fail(error.refusal, str(error))
