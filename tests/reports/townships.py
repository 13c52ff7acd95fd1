"""Thirty reports of townships and subdistricts in which every number is 0, in the phrasings that such reports have.

All names are invented. Each is the form of 2021 with 0 in every cell, and the texts given here; what a reviewer may say
of it stands beside it: at most one warning, and it is true.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from giptui.form import LATEST
from giptui.report import Report, Value, prose
from giptui.store import blank, parse
from giptui.store.source import decode

_TEXTS = {
    "preface": "preface.text",
    "one": "overview.text",
    "two": "proactive_disclosure.text",
    "two_after": "proactive_disclosure.text_after",
    "three": "applications.text",
    "three_after": "applications.text_after",
    "four": "disputes.text",
    "four_after": "disputes.text_after",
    "five": "problems_and_improvements.text",
    "six": "other_matters.text",
}


class Township(NamedTuple):
    """One report: whose, of which year, its texts; what is found in it, the warning first."""

    organ: str
    year: int
    texts: Mapping[str, str]
    findings: tuple[str, ...] = ()
    title: str = "{organ}{year}年政府信息公开工作年度报告"
    signature: str = ""
    signed: tuple[int, int, int] | None = None
    published: tuple[int, int, int] | None = None
    level: str = "township"
    rules: Value = 0  # the row 规章: 0 or “/”

    def read(self) -> Report:
        """The report as it is read from a file."""
        values: dict[str, Value] = dict.fromkeys(LATEST.cells, 0)
        values |= {
            address: self.rules
            for address in LATEST.cells
            if address.startswith("proactive_disclosure.government_rules.")
        }
        values |= {_TEXTS[key]: prose(text.format(year=self.year)) for key, text in self.texts.items()}
        values |= {
            "report.title": self.title.format(organ=self.organ, year=self.year),
            "report.organ": self.organ,
            "report.level": self.level,
            "report.year": self.year,
            "report.signature": self.signature,
        }
        for name, day in (("signed_on", self.signed), ("published_on", self.published)):
            if day is not None:
                values[f"report.{name}"] = date(*day)
        return parse(decode("township.toml", blank(LATEST, values).encode()))


NO_PERIOD = "info[period]"
NO_ACCOUNTS = "warning[overview-accountability]"
TOPICS = "info[overview-topics]"
SIX_EMPTY = "info[section-empty]"
FIVE_EMPTY = "warning[section-empty]"
NO_YEAR = "info[year-mismatch]"
LATE = "warning[deadline]"

PERIOD = "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
FIVE_TOPICS = """
（一）主动公开情况。{year}年，我镇通过县政府网站主动公开各类政府信息。
（二）依申请公开情况。{year}年，我镇未收到政府信息公开申请。
（三）政府信息管理情况。严格执行信息发布审核制度，做到先审后发。
（四）平台建设情况。维护好镇政府信息公开专栏，及时更新内容。
（五）监督保障情况。将政府信息公开工作纳入年度考核，全年未发生责任追究情形。
"""
FIVE = "存在的主要问题：公开内容不够丰富。改进措施：加强学习，充实公开内容。"

TOWNSHIPS = (
    Township(
        "云溪县石桥镇人民政府",
        2023,
        {
            "preface": PERIOD,
            "one": FIVE_TOPICS,
            "five": FIVE,
            "six": "无其他需要报告的事项，本年度未收取信息处理费。",
        },
    ),
    Township(
        "云溪县青石乡人民政府",
        2022,
        {
            "preface": "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政"
            "府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开"
            "工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，"
            "现向社会公布青石乡{year}年政府信息公开工作年度报告。"
            "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、"
            "行政诉讼情况、"
            "存在的主要问题及改进情况、其他需要报告的事项六部分组成。统计期限为{year}年1月1日—12月31日。"
            "如有疑问，请与青石乡党政综合办公室联系（地址：青石乡政府大院；电话：0000-0000000）。",
            "one": FIVE_TOPICS.replace("我镇", "我乡").replace("镇政府", "乡政府"),
            "five": "一是公开不够及时。二是工作人员业务不熟。下一步，将加强培训，做到应公开尽公开。",
            "six": "我乡{year}年度未收取政府信息公开信息处理费，无其他需要报告的事项。",
        },
        rules="/",
    ),
    # As short as a report can be.
    Township(
        "云溪县大河镇人民政府",
        2024,
        {"one": "{year}年，大河镇按照上级要求开展政府信息公开工作，主动公开政务信息。", "five": FIVE, "six": "无"},
        (NO_ACCOUNTS, TOPICS, SIX_EMPTY, NO_PERIOD),
    ),
    Township(
        "云溪县红旗街道办事处",
        2023,
        {
            "one": "{year}年，红旗街道办事处认真落实《条例》，通过政务公开专栏、微信公众号发布信息，"
            "严格保密审查，安排专人负责。"
            "全年没有收到公民、法人和其他组织提出的政府信息公开申请。数据统计时间："
            "{year}年1月1日至{year}年12月31日。",
            "three": "本年度未收到政府信息公开申请。",
            "four": "本年度未发生因政府信息公开引起的行政复议和行政诉讼。",
            "five": "问题：部分社区公开意识不强。措施：定期检查，督促整改。",
            "six": "本年度没有收取信息处理费。",
        },
        level="subdistrict",
        signature="云溪县红旗街道办事处",
        signed=(2024, 1, 12),
        published=(2024, 1, 15),
    ),
    Township(
        "云溪县柳林镇人民政府",
        2021,
        {
            "one": "2021年以来，柳林镇人民政府在县委、县政府的正确领导下，"
            "坚持以习近平新时代中国特色社会主义思想为指导，"
            "深入学习贯彻新修订的《政府信息公开条例》，公开工作平稳有序。\n"
            "一是主动公开。全年公示惠农补贴、低保救助等信息。二是依申请公开。本年度无依申请公开事项。三是信息管理。"
            "建立台账，专人负责。四是平台建设。设置公示栏、宣传栏。五是监督保障。主动接受群众监督和社会评议。\n"
            "本报告统计数据期限从2021年1月1日至12月31日止。",
            "five": "2020年我镇政府信息公开存在的问题已整改到位。2021年仍存在公开形式单一的问题，今后将改进。",
            "six": "没有其他需要报告的事项。",
        },
        (SIX_EMPTY,),
        title="{organ}{year}年度政府信息公开工作报告",
    ),
    Township(
        "云溪县松岭乡人民政府",
        2025,
        {
            "preface": "松岭乡人民政府{year}年政府信息公开工作年度报告，由松岭乡党政办编制。"
            "本报告中所列数据的统计时限为 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。",
            "one": "（一）主动公开。乡政府发布信息若干条。（二）依申请公开。未收到申请。（三）信息管理。"
            "落实“三审三校”。"
            "（四）平台建设。用好乡政务公开栏。（五）监督保障。开展业务培训。",
            "three_after": "注：本年度未收到政府信息公开申请，故上表数据均为0。",
            "four_after": "注：本年度无行政复议、行政诉讼案件。",
            "five": "无",
            "six": "按照《政府信息公开信息处理费管理办法》，本年度没有产生信息处理费。",
        },
        (FIVE_EMPTY,),
    ),
    Township(
        "云溪县白沙镇人民政府",
        2022,
        {
            "preface": PERIOD,
            "one": FIVE_TOPICS,
            "two": "我镇不具有规章制定权，本年度未制发行政规范性文件。",
            "five": FIVE,
            "six": "无。",
        },
        (SIX_EMPTY,),
        title="白沙镇{year}年政府信息公开年报",
        rules="/",
        signature="白沙镇人民政府",
        signed=(2023, 1, 5),
    ),
    # No year in the title, which the county's portal leaves out.
    Township(
        "云溪县长岗乡人民政府",
        2023,
        {"preface": PERIOD, "one": FIVE_TOPICS.replace("我镇", "我乡"), "five": FIVE, "six": "未收取信息处理费。"},
        (NO_YEAR,),
        title="长岗乡人民政府政府信息公开工作年度报告",
    ),
    Township(
        "云溪县双河镇人民政府",
        2024,
        {
            "one": "{year}年，我镇政务公开工作取得一定成效。与上年相比，公开数量有所增长：2023年公开信息300余条，"
            "2024年公开信息近400条。"
            "全年未收到依申请公开件。完善了信息发布审核制度，用好县政府门户网站平台，将此项工作纳入各站所年度考核。"
            "统计期限：{year}年1月1日-{year}年12月31日",
            "two_after": "以上为本年度主动公开情况。",
            "three": "2024年度未收到申请，上年无结转，无结转下年度办理的申请。",
            "five": "2023年存在的更新不及时问题，2024年已整改。今年的不足是解读较少，明年将改进。",
            "six": "1.收取信息处理费情况：无。\n2.落实上级年度政务公开工作要点情况：已按2024年要点逐项落实。"
            "\n3.人大代表建议和政协提案办理结果公开情况：无。",
        },
    ),
    Township(
        "云溪县高坪乡人民政府",
        2021,
        {
            "preface": "为贯彻落实《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条规定，特制作本报告。",
            "one": "我乡严格按照《条例》要求，主动公开，及时更新，没有收到依申请公开的要求。乡里明确了分管领导，"
            "建立了村务公开栏。",
            "five": "公开的深度不够，群众知晓率不高。要进一步加大宣传力度，拓宽公开渠道。",
            "six": "无",
        },
        (NO_ACCOUNTS, TOPICS, SIX_EMPTY, NO_PERIOD),
    ),
    Township(
        "云溪县城关镇人民政府",
        2023,
        {"preface": PERIOD, "one": FIVE_TOPICS, "five": FIVE, "six": "{year}年，本机关未向申请人收取任何费用。"},
        title="{year}年{organ}政府信息公开工作年度报告",
        signature="云溪县城关镇人民政府",
        signed=(2024, 1, 31),
        published=(2024, 1, 31),
    ),
    Township(
        "云溪县马家湾镇人民政府",
        2022,
        {
            "preface": "现公布马家湾镇{year}年政府信息公开工作年度报告。",
            "one": FIVE_TOPICS + "本报告统计期间为{year}年1月1日到{year}年12月31日。",
            "three": "{year}年，我镇共收到政府信息公开申请0件，办结0件。",
            "four": "{year}年，我镇因政府信息公开被申请行政复议0件，被提起行政诉讼0件。",
            "five": FIVE,
            "six": "{year}年我镇收取信息处理费0元。",
        },
    ),
    Township(
        "临江市青山区东风街道办事处",
        2024,
        {
            "preface": "本报告依据《中华人民共和国政府信息公开条例》编制，数据统计截至{year}年12月31日。",
            "one": "街道高度重视政务公开工作，调整领导小组，配备专人。主动公开政府信息20条，其中：机构职能2条、"
            "财政信息2条。未收到依申请公开申请。"
            "按照“谁制作、谁公开、谁管理”的要求，完善审核流程。依托区政府网站开设专栏。",
            "five": "存在的问题：一是政策解读形式单一；二是社区工作人员流动大。改进情况：加强培训。",
            "six": "无其他需要报告的事项",
        },
        (SIX_EMPTY,),
        level="subdistrict",
        title="青山区东风街道办事处{year}年政府信息公开工作年度报告",
        signature="临江市青山区人民政府东风街道办事处",
    ),
    Township(
        "云溪县草原苏木人民政府",
        2023,
        {
            "one": "{year}年，苏木党委、政府坚持把信息公开作为转变作风的抓手，在公开栏张贴各类惠牧政策，"
            "接受农牧民监督，"
            "未收到信息公开申请，保密审查到位。年度考核合格。统计时间为{year}年1月至12月。",
            "five": FIVE,
            "six": "无需要报告的其他事项。未产生处理费用。",
        },
    ),
    Township(
        "云溪县三塘镇人民政府",
        2025,
        {
            "preface": PERIOD,
            "one": "{year}年，我镇坚持以公开为常态、不公开为例外。\n（一）主动公开。"
            "通过“云溪三塘”微信公众号推送信息。\n（二）依申请公开。"
            "设置申请受理窗口，全年没有收到申请。\n（三）政府信息管理。规范公文属性源头认定。\n（四）平台建设。"
            "撤销僵尸账号。\n"
            "（五）监督保障。无因政府信息公开工作被追责问责情况。",
            "two": "2025年，我镇没有制定规章、行政规范性文件，没有行政许可、行政处罚、行政强制和行政事业性收费。",
            "five": "上一年度提出的三个问题，均已改进。",
            "six": "我镇严格执行国办函〔2020〕109号文件，{year}年未收取信息处理费。",
        },
    ),
    # Published in February, which is after the customary day.
    Township(
        "云溪县水口镇人民政府",
        2023,
        {"preface": PERIOD, "one": FIVE_TOPICS, "five": FIVE, "six": "未收取信息处理费。"},
        (LATE,),
        published=(2024, 2, 6),
    ),
    Township(
        "云溪县石门乡人民政府",
        2022,
        {
            "preface": PERIOD,
            "one": "石门乡人民政府2022年政府信息公开工作，在县政务公开办的指导下有序开展，未收到公开申请；"
            "编制完善了主动公开目录，"
            "在县人民政府网站石门乡专栏发布信息；对各村开展了两次督查。县政务公开工作考核结果为良好。",
            "five": "1.主要问题：少数村（社区）重视不够。\n2.改进情况：约谈相关负责人，限期整改。",
            "six": "本年度没有需要报告的其他事项。",
        },
        (SIX_EMPTY,),
    ),
    Township(
        "云溪县瓦窑镇人民政府",
        2024,
        {
            "preface": "本报告的数据统计时限为{year}年1月1日起，至{year}年12月31日止。"
            "本报告的电子版可在云溪县人民政府网站下载，"
            "公示时间为2025年1月15日至2025年2月15日。",
            "one": FIVE_TOPICS,
            "five": FIVE,
            "six": "无信息处理费收取情况。",
        },
    ),
    Township(
        "云溪县桃园镇人民政府",
        2021,
        {
            "preface": "根据国办公开办函〔2019〕60号文件规定，编制桃园镇2021年政府信息公开工作年度报告。" + PERIOD,
            "one": FIVE_TOPICS,
            "five": FIVE,
            "six": "本年度未收取信息处理费",
        },
        ("info[basis-outdated]",),
    ),
    Township(
        "云溪县平安乡人民政府",
        2023,
        {
            "one": "平安乡着力推进决策、执行、管理、服务、结果“五公开”。{year}年，主动公开部门预算和2022年决算信息，"
            "按时发布2022年政府信息公开工作年度报告。依申请公开方面，本年未收到申请。信息发布严格实行三级审核。"
            "平台方面，做好县政府网站乡镇专栏的维护。监督保障方面，纳入干部绩效考核。"
            "{year}年1月1日至{year}年12月31日，未发生泄密事件。",
            "five": FIVE,
            "six": "未收取处理费；其他无。",
        },
    ),
    Township(
        "云溪县北岭镇人民政府",
        2022,
        {
            "preface": "2022年度，北岭镇政府信息公开工作年度报告如下（统计期限二〇二二年"
            "一月一日至二〇二二年十二月三十一日）：",
            "one": FIVE_TOPICS,
            "five": FIVE,
            "six": "暂无其他需要报告的事项。",
        },
        (SIX_EMPTY,),
        title="{organ}二〇二二年政府信息公开工作年度报告",
    ),
    Township(
        "云溪县罗田乡人民政府",
        2024,
        {
            "one": "根据县政府办公室统一部署，现将罗田乡人民政府{year}年1月1日至12月31日"
            "政府信息公开工作情况报告如下：\n"
            "今年以来，我乡共公开政务、财务、村务等信息，无依申请公开信息。我乡对公开的内容进行审查，确保真实。"
            "同时开设意见箱、公布监督电话，"
            "充分保障群众的知情权、参与权、表达权和监督权。年内未发生应当追究责任的情形。",
            "five": FIVE,
            "six": "无收费情况。",
        },
        (TOPICS,),
    ),
    Township(
        "云溪县金鸡镇人民政府",
        2023,
        {
            "preface": PERIOD,
            "one": FIVE_TOPICS,
            "two": "（一）规章：无。（二）规范性文件：无。（三）行政许可、行政处罚、行政强制：无。",
            "three": "无",
            "four": "无",
            "five": FIVE,
            "six": "本年度未收取信息处理费。",
        },
    ),
    Township(
        "云溪县金鸡镇人民政府",
        2024,
        {
            "preface": "本报告由金鸡镇人民政府编制，包括总体情况、主动公开政府信息情况、依申请公开情况、"
            "行政复议和诉讼情况、存在问题等六个部分。" + PERIOD,
            "one": FIVE_TOPICS,
            "five": "一、存在问题\n公开不够全面，2023年的部分信息补充较迟。\n二、改进措施\n加强统筹。",
            "six": "今年没有收取过信息处理费。",
        },
        signature="金鸡镇人民政府党政综合办公室",
        signed=(2025, 1, 20),
        published=(2025, 1, 21),
    ),
    Township(
        "云溪县南屏街道办事处",
        2025,
        {
            "one": "2025年，南屏街道由原南屏镇撤镇设立，办事处于2025年3月1日挂牌。"
            "本报告数据统计期限为2025年3月1日至2025年12月31日。"
            "街道主动公开信息，未收到申请，落实保密审查，用好街道公众号，接受监督。",
            "five": FIVE,
            "six": "未收取信息处理费。",
        },
        level="subdistrict",
    ),
    Township(
        "云溪县永丰镇人民政府",
        2021,
        {
            "preface": PERIOD,
            "one": "永丰镇坚持“公开为原则”，把群众最关心的低保、危改、扶贫资金等纳入公开范围。"
            "镇办网站信息员负责更新。"
            "依申请公开为零。县里对我镇的测评、考核均为合格，没有受到责任追究。与政府信息公开有关的投诉0件。",
            "five": FIVE,
            "six": "无其他报告事项",
        },
        (SIX_EMPTY,),
    ),
    Township(
        "云溪县花桥镇人民政府",
        2022,
        {
            "preface": PERIOD,
            "one": "2022年，花桥镇信息公开工作总体平稳。主动公开方面，利用公开栏公示；申请公开方面，未收到申请；"
            "信息更新及时；村村建有公示栏；"
            "成立以镇长为组长的领导小组，常态化开展检查。",
            "five": "存在问题是公开的内容还不够细。改进办法是逐项梳理，细化清单。",
            "six": "本镇不涉及信息处理费。",
        },
        (NO_ACCOUNTS,),
        signature="花桥镇人民政府",
        signed=(2023, 1, 9),
    ),
    Township(
        "云溪县古城镇人民政府",
        2023,
        {
            "preface": "统计时间段：{year}.1.1-{year}.12.31",
            "one": FIVE_TOPICS.replace("我镇", "全镇"),
            "three": "（一）本年新收政府信息公开申请0件。（二）上年结转0件。（三）本年度办理结果：0件。"
            "（四）结转下年度继续办理0件。",
            "five": FIVE,
            "six": "（一）依据《政府信息公开信息处理费管理办法》收取信息处理费情况：无。\n（二）其他：无。",
        },
        title="古城镇{year}年政府信息公开工作年度报告",
        signature="古城镇党政办",
        signed=(2024, 1, 18),
    ),
    Township(
        "云溪县新华乡人民政府",
        2024,
        {
            "preface": "新华乡人民政府根据《条例》第四十九条、第五十条编制2024年政府信息公开工作年度报告，"
            "所列数据统计自2024年1月1日至2024年12月31日。",
            "one": "2024年新华乡信息公开工作情况：\n主动公开。着力做好乡村振兴、惠民补贴等领域信息公开。"
            "\n依申请公开。全年未收到依申请公开件，较2023年持平。\n"
            "政府信息管理。及时清理过期信息。\n平台建设。在便民服务大厅设政务公开专区。\n监督保障。"
            "聘请社会监督员3名，组织社会评议1次，群众满意。",
            "two": "（文字说明）2024年，未发生行政许可、处罚、强制事项。",
            "five": "主要问题：一是专职人员少；二是内容更新慢。改进情况：针对2023年年报指出的人手不足问题，"
            "已增配1人。",
            "six": "无。\n本年度未收取信息处理费。",
        },
    ),
    Township(
        "云溪县凤凰镇人民政府",
        2025,
        {
            "one": "凤凰镇深入落实国家、省、市、县关于政务公开的决策部署，积极回应关切，2025年主动公开信息，"
            "未收到公民书面申请。"
            "办公室对拟公开信息进行保密审查，通过镇政府信息公开网页发布，由镇纪委监督。"
            "对公开不到位的村进行了通报问责。",
            "five": "问题：重点领域公开有待加强。改进：与去年相比，今年增加了栏目。",
            "six": "无其他需报告事项，2025年度未收取政府信息处理费。",
        },
        (NO_PERIOD,),
        published=(2026, 1, 28),
    ),
)  # fmt: skip
