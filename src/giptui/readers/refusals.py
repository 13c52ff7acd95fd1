"""The refusals that several readers share, each in its one place. ``kind`` is how a person calls the source."""

from giptui.readers.document import Refused


def _is(kind: str) -> str:
    return f"是 {kind}" if kind[0].isascii() else f"是{kind}"


def broken(kind: str) -> Refused:
    return Refused("import-broken", f"{_is(kind)}，但已损坏，读不下去；可用原来的程序打开它，另存一份再导入")


def too_large(kind: str) -> Refused:
    return Refused("import-too-large", f"{_is(kind)}，但大得不像一份年度报告，没有读入；请只留报告本身，另存一份再导入")


def too_much(kind: str) -> Refused:
    return Refused(
        "import-too-much", f"是{kind}，读它太久或太占内存，没有读完；请只留下报告本身的那几页，另存一份再导入"
    )


def encrypted(kind: str) -> Refused:
    return Refused("import-encrypted", f"是加密的{kind}，要密码才能打开；去掉密码另存一份再导入")


def not_installed(kind: str, extra: str = "import") -> Refused:
    reason = f"{_is(kind)}，读它要先安装：pip install 'giptui[{extra}]'"
    return Refused("import-not-installed", f"{reason}，用 pipx 装的写 pipx install --force 'giptui[{extra}]'")


def several_reports() -> Refused:
    return Refused("import-several-reports", "里面不止一份年度报告；请把每一份存成单独的文件再导入")


def to_be_saved(kind: str, form: str = "docx") -> Refused:
    return Refused("import-save-as", f"{_is(kind)}，这里读不了；请用原来的程序打开它，另存为 {form} 再导入")
