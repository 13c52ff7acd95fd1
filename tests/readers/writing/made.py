"""Made-up reports: of both forms, no two numbers equal, with blanks, with everything a cell may hold."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from random import Random

from giptui.form import FORMS, Form, Kind
from giptui.report import Report, Value

ORGAN = "青山县石桥镇人民政府"

_PROSE: dict[str, str] = {
    "preface.text": (
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条、第五十条的规定编制本报告。\n"
        "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    ),
    "overview.text": (
        "{year}年，我镇认真贯彻落实条例，共主动公开政府信息 1907 条。\n"
        "（一）主动公开情况。在门户网站公开1406条，在公开栏公开501条。\n"
        "（二）依申请公开情况。本年新收政府信息公开申请4096件，上年结转7件。\n"
        "1.平台建设。网站改版1次，总计访问量14万余次。\n"
        "2、监督保障。举办培训班3期。"
    ),
    "proactive_disclosure.text": "本年度制定的文件均已在网站公开，未制发规章。",
    "proactive_disclosure.text_after": "注：收费金额以财政决算为准。",
    "applications.text": "本镇全年收到的申请均在法定期限内答复，结转下年度继续办理的均未超期。",
    "applications.text_after": "其他处理中有1件系申请人撤回。",
    "disputes.text": "行政复议、行政诉讼情况如下表。",
    "disputes.text_after": "上述案件均由镇司法所统一应诉。",
    "problems_and_improvements.text": (
        "一是公开的主动性不够，二是内容不够丰富。\n"
        "下一步，一、加强学习；二、完善制度；三、强化监督。\n"
        "（三）下一年度计划举办培训2次。"
    ),
    "other_matters.text": "按照《政府信息公开信息处理费管理办法》，{year}年未收取信息处理费。",
}


def header(form: Form) -> dict[str, Value]:
    year = 2024 if form.id == "2021" else 2020
    return {
        "report.title": f"{ORGAN}{year}年政府信息公开工作年度报告",
        "report.organ": ORGAN,
        "report.year": year,
        "report.written_at": datetime(year + 1, 1, 9, 16, 12, 21),
        "report.published_on": date(year + 1, 1, 22),
        "report.source": "青山县人民政府办公室",
        "report.editor": "石桥镇信息员",
        "report.signature": ORGAN,
        "report.signed_on": date(year + 1, 1, 8),
    }


def prose(form: Form) -> dict[str, Value]:
    year = header(form)["report.year"]
    return {address: text.format(year=year) for address, text in _PROSE.items()}


def numbers(form: Form, seed: int = 1) -> dict[str, Value]:
    """A number for each cell, no two equal; amounts with digits to be kept, changes with their sign."""
    random = Random(f"{form.id} {seed}")
    values: dict[str, Value] = {}
    for (address, cell), number in zip(form.cells.items(), random.sample(range(2, 9999), len(form.cells)), strict=True):
        if cell.kind is Kind.AMOUNT:
            values[address] = Decimal(f"{number}.2450")
        elif cell.kind is Kind.MONEY:
            values[address] = f"{number}.4万元"
        elif cell.kind is Kind.CHANGE:
            values[address] = random.choice((number, -number, f"+{number}", f"增{number}"))
        else:
            values[address] = number
    return values


def full(form: Form, seed: int = 1) -> Report:
    """Every cell a number."""
    return made(form, numbers(form, seed))


def gappy(form: Form, seed: int = 1) -> Report:
    """Blanks among the numbers: single ones, at either end of a row, whole rows; “/” where a number does not apply."""
    random = Random(f"gappy {form.id} {seed}")
    values = numbers(form, seed)
    for number, line in enumerate(form.lines.values()):
        for address in line.cells:
            if random.random() < 0.3 or number % 6 == 4:
                values[address] = ""
    for address in form.lines["proactive_disclosure.government_rules"].cells:
        values[address] = "/"
    return made(form, values)


def rich(form: Form) -> Report:
    """Numbers of eight digits, zeros, “/” between numbers, amounts to six places."""
    random = Random(f"rich {form.id}")
    values = numbers(form, 3)
    for address, cell in form.cells.items():
        if cell.kind is Kind.COUNT:
            values[address] = random.choice((values[address], random.randrange(10**7, 10**8), 0, "/"))
        elif cell.kind is Kind.AMOUNT:
            values[address] = Decimal("18651.064100")
        elif cell.kind is Kind.MONEY:
            values[address] = "251000元"
    return made(form, values)


def made(form: Form, cells: dict[str, Value]) -> Report:
    sections = tuple(section.id for section in form.sections)
    return Report(form, {**header(form), **prose(form), **cells}, sections, imported=True)


def both() -> list[Form]:
    return [FORMS["2021"], FORMS["2019"]]
