"""Names that do not fit, and what templates leave behind."""

from __future__ import annotations

import pytest
from check_reports import changed, findings

from giptui.check import Finding
from giptui.report import Value

OVERVIEW = "overview.text"


def foreign(text: str, organ: str = "青山县石桥镇人民政府", address: str = OVERVIEW) -> list[Finding]:
    return findings(changed({address: text, "report.organ": organ}), "foreign-name")


@pytest.mark.parametrize(
    ("address", "text", "severity", "message"),
    [
        (
            "overview.text",
            "一是主动公开。（文字描述）",
            "error",
            "第一部分文字：还留着模板里的“（文字描述）”，请填上实际内容",
        ),
        ("applications.text", "共收到申请XX件。", "error", "第三部分文字：还留着模板里的“XX件”，请填上实际内容"),
        ("overview.text", "较20XX年增长__%。", "error", "第一部分文字：还留着模板里的“20XX年”、“__%”，请填上实际内容"),
        ("disputes.text_after", "（____）", "error", "第四部分表后文字：还留着模板里的“（____）”，请填上实际内容"),
        ("preface.text", "现公布XX镇年度报告。", "warning", "前言：还留着模板里的“XX镇”，请填上实际内容"),
        (
            "overview.text",
            "建立了____制度。",
            "warning",
            "第一部分文字：还留着模板里的“____制度”，请填上实际内容",
        ),
        ("overview.text", "比20__年多12件。", "error", "第一部分文字：还留着模板里的“20__年”，请填上实际内容"),
        ("report.title", "××局2023年政府信息公开工作年度报告", "error", "标题：还留着模板里的“××局”，请填上实际内容"),
        ("report.signature", "XX镇人民政府", "error", "落款：还留着模板里的“XX镇”，请填上实际内容"),
        (
            "preface.text",
            "按照青政办发〔20XX〕3号文件编制。",
            "error",
            "前言：还留着模板里的“政办发〔20XX〕3号文”，请填上实际内容",
        ),
        (
            "overview.text",
            "公开信息 条，发布解读 篇。",
            "error",
            "第一部分文字：还留着模板里的“信息 条”、“解读 篇”，请填上实际内容",
        ),
        ("applications.text", "收到申请 件。", "error", "第三部分文字：还留着模板里的“申请 件”，请填上实际内容"),
        (
            "overview.text",
            "主动公开信息\u3000\u3000条。",
            "error",
            "第一部分文字：还留着模板里的“信息\u3000\u3000条”，请填上实际内容",
        ),
        ("overview.text", "公开信息X条。", "error", "第一部分文字：还留着模板里的“X条”，请填上实际内容"),
        ("overview.text", "公开信息×条。", "error", "第一部分文字：还留着模板里的“×条”，请填上实际内容"),
        (
            "overview.text",
            "2023年X月X日召开会议，2023年5月×日举办培训 x 场。",
            "error",
            "第一部分文字：还留着模板里的“2023年X月X日”、“2023年5月×日”、“x 场”，请填上实际内容",
        ),
        ("overview.text", "建立健全XX制度。", "warning", "第一部分文字：还留着模板里的“XX制度”，请填上实际内容"),
    ],
)
def test_what_a_template_has_left(address: str, text: str, severity: str, message: str) -> None:
    (finding,) = findings(changed({address: text}), "placeholder-left")
    assert (finding.severity.value, finding.message) == (severity, message)
    assert finding.cells == (address,)


@pytest.mark.parametrize(
    "text",
    [
        "李XX申请公开征地信息。",
        "居民×××提出申请。",
        "李XX日前提出申请，由我镇办理。",
        "张××委托王XX办理。",
        "王XX个人信息已作处理。",
        "详见 http://example.gov.cn/xxgk/__index.html。",
        "邮箱 zhen__xxgk@example.gov.cn。",
        "附件为 report__2023.docx。",
        "开通XXL平台。",
        "网址为 http://www.example.gov.cn/xx/2023/xx-1.html。",
        "申请人XX提出的申请已答复。",
        "居民某XX的申请已答复。",
        "收到XX公司的申请。",
        "坚持20年如一日。",
        "李某×份额已确认。",
        "收到李×件1件，王×次子的申请已答复。",
        "公开栏尺寸为3×5，12块。",
        "复制费按页数×份数计算，即10元×件数。",
        "公开X光、X波段设备采购信息，X项目已公示。",
        "推行“1+X”模式，依据《条例》第X条答复。",
        "2023年×月×日，李某某提出申请。",
        "主动公开信息 条例解读，完善公开 场所。",
        "公开信息 156 条，发布解读 12 篇，办结\u3000三\u3000件。",
        "主 动 公 开 信 息 条，发 布 。",
        "在 门户 网站公开信息 条，",
        "无依申请公开 件。没有收到申请 件。",
        "收到依申请 件，均已答复。",
        "按时办结 件。",
        "公开信息 条\n例执行情况。",
    ],
)
def test_what_only_looks_like_a_placeholder(text: str) -> None:
    assert findings(changed({OVERVIEW: text}), "placeholder-left") == []


def test_many_of_them_are_one_finding_with_the_first_named() -> None:
    (finding,) = findings(changed({OVERVIEW: "收到XX件，办结XX份，结转XX条，公开XX次，培训XX场。"}), "placeholder-left")
    assert finding.message == "第一部分文字：还留着模板里的“XX件”、“XX份”、“XX条”……等 5 处，请填上实际内容"


def test_the_title_names_another_organ_than_the_signature() -> None:
    changes: dict[str, Value] = {"report.signature": "青山县教育局", "report.organ": ""}
    (finding,) = findings(changed(changes), "organ-mismatch")
    assert finding.severity.value == "info"
    assert finding.cells == ("report.title", "report.signature")
    assert finding.message == ("标题里的机关是“青山县石桥镇人民政府”，落款是“青山县教育局”，请核对是不是同一个机关")


TITLE = "{}2023年政府信息公开工作年度报告"
OWN, OTHER, THIRD = "青山县石桥镇人民政府", "青山县白鹤镇人民政府", "青山县教育局"


@pytest.mark.parametrize(
    ("organ", "titled", "signature", "phrase"),
    [
        (OTHER, OWN, OWN, f"机关名称是“{OTHER}”，标题里的机关、落款都是“{OWN}”"),
        (OWN, OWN, OTHER, f"落款是“{OTHER}”，机关名称、标题里的机关都是“{OWN}”"),
        (OWN, OTHER, "石桥镇", f"标题里的机关是“{OTHER}”，机关名称是“{OWN}”，落款是“石桥镇”"),
        (OTHER, OWN, "", f"机关名称是“{OTHER}”，标题里的机关是“{OWN}”"),
        (OTHER, "", OWN, f"机关名称是“{OTHER}”，落款是“{OWN}”"),
        (OWN, OTHER, THIRD, f"机关名称是“{OWN}”，标题里的机关是“{OTHER}”，落款是“{THIRD}”"),
        ("石桥镇", OWN, "云溪县石桥镇", f"标题里的机关是“{OWN}”，落款是“云溪县石桥镇”"),
    ],
)
def test_the_odd_one_out_of_three_names(organ: str, titled: str, signature: str, phrase: str) -> None:
    changes = {"report.organ": organ, "report.title": TITLE.format(titled), "report.signature": signature}
    (finding,) = findings(changed(changes), "organ-mismatch")
    assert finding.message == f"{phrase}，请核对是不是同一个机关"


@pytest.mark.parametrize(
    "title", ["石桥镇人民政府信息公开工作年度报告（2023年度）", "2023年石桥镇人民政府信息公开年报", TITLE.format(OWN)]
)
def test_government_stands_once_for_the_organ_and_its_information(title: str) -> None:
    assert findings(changed({"report.title": title, "report.signature": OWN}), "organ-mismatch") == []
    (finding,) = findings(changed({"report.title": title, "report.organ": OTHER}), "organ-mismatch")
    assert "石桥镇人民政府”" in finding.message


@pytest.mark.parametrize(
    ("organ", "level", "seen"),
    [
        (OWN, "prefecture_government", "township（乡镇）"),
        ("青山县石桥乡政府", "county_government", "township（乡镇）"),
        ("青山区石桥街道办事处", "township", "subdistrict（街道办事处）"),
        ("青山县人民政府", "township", "county_government（县级政府）"),
        ("东江省人民政府", "county_government", "provincial_government（省级政府）"),
    ],
)
def test_the_level_contradicts_the_name(organ: str, level: str, seen: str) -> None:
    changes: dict[str, Value] = {"report.organ": organ, "report.title": "", "report.level": level}
    (finding,) = findings(changed(changes), "organ-mismatch")
    assert (finding.severity.value, finding.cells) == ("warning", ("report.level", "report.organ"))
    assert finding.message.startswith(f"机关层级填的是 {level}（")
    assert finding.message.endswith(f"，而从名称“{organ}”看应为 {seen}，请核对")


@pytest.mark.parametrize(
    ("organ", "level"),
    [
        (OWN, "township"),
        (OWN, ""),
        (OWN, "乡镇"),
        ("青山区人民政府石桥街道办事处", "subdistrict"),
        ("青山自治县人民政府", "county_government"),
        ("青山县人民政府办公室", "county_department"),
        ("东江省人民政府办公厅", "provincial_department"),
        ("青山壮族自治区人民政府", "provincial_government"),
        ("青江区人民政府", "prefecture_government"),
        ("青山市人民政府", "county_government"),
        ("景德镇人民政府", "prefecture_government"),
        ("新乡人民政府", "prefecture_government"),
        ("青山开发区石桥镇", "development_zone"),
    ],
)
def test_the_name_leaves_room_for_the_level(organ: str, level: str) -> None:
    changes: dict[str, Value] = {"report.organ": organ, "report.title": "", "report.level": level}
    assert findings(changed(changes), "organ-mismatch") == []


@pytest.mark.parametrize(
    ("title", "signature"),
    [
        (TITLE.format("青山县石桥镇人民政府"), "石桥镇人民政府"),
        (TITLE.format("石桥镇"), "青山县石桥镇人民政府"),
        (TITLE.format("房县白鹤镇"), "白鹤镇"),
        (TITLE.format("石桥镇"), "青山县石桥镇人民政府（盖章）"),
        (TITLE.format("石桥镇"), "青山县石桥镇人民政府党政综合办公室"),
        (TITLE.format("青山县人民政府"), "青山县人民政府办公室"),
        (TITLE.format("石桥街道"), "青山区人民政府石桥街道办事处"),
        (TITLE.format("石桥街道办"), "石桥街道办事处"),
        (TITLE.format("青山县卫生健康局"), "青山县卫健局"),
        (TITLE.format("青山县发改委"), "青山县发展和改革委员会"),
        (TITLE.format("青山高新区管委会"), "青山高新区管理委员会"),
        (TITLE.format("石桥镇"), "中共石桥镇委员会 石桥镇人民政府"),
        ("2023年石桥镇政府信息公开年报", "石桥镇人民政府"),
        ("关于石桥镇2023年政府信息公开工作情况的报告", "石桥镇人民政府"),
        ("石桥镇\u3000二〇二三年度政务公开工作报告", "石桥镇"),
        ("2023年政府信息公开工作年度报告", "石桥镇人民政府"),
        (TITLE.format("石桥镇"), ""),
        ("石桥镇2023年工作总结", "青山县教育局"),
        (TITLE.format("××镇"), "石桥镇人民政府"),
    ],
)
def test_one_organ_in_many_spellings(title: str, signature: str) -> None:
    names: dict[str, Value] = {"report.title": title, "report.signature": signature, "report.level": ""}
    assert findings(changed({**names, "report.organ": ""}), "organ-mismatch") == []
    assert findings(changed({**names, "report.organ": signature}), "organ-mismatch") == []


@pytest.mark.parametrize(
    ("organ", "text", "message"),
    [
        (
            "青山县石桥镇人民政府",
            "我镇主动公开信息，我局办公室负责受理。",
            "文中自称“我镇”、“我局”，不是同一种机关，请核对是不是借用了别处的文字",
        ),
        (
            "青山县石桥镇人民政府",
            "我局主动公开信息。",
            "文中自称“我局”，而本机关是“青山县石桥镇人民政府”，请核对是不是借用了别处的文字",
        ),
        (
            "青山县教育局",
            "我乡主动公开信息。",
            "文中自称“我乡”，而本机关是“青山县教育局”，请核对是不是借用了别处的文字",
        ),
        (
            "",
            "本局主动公开信息，本街道负责受理。",
            "文中自称“本局”、“本街道”，不是同一种机关，请核对是不是借用了别处的文字",
        ),
        (
            "青山县石桥镇人民政府",
            "2023年白鹤镇认真落实上级部署。",
            "第一部分文字：写的是“白鹤镇”，而本机关是“青山县石桥镇人民政府”，请核对是不是借用了别处的文字",
        ),
        (
            "青山县石桥镇人民政府",
            "现公布青山县白鹤镇2023年政府信息公开工作年度报告。",
            "第一部分文字：写的是“白鹤镇”，而本机关是“青山县石桥镇人民政府”，请核对是不是借用了别处的文字",
        ),
        (
            "青山县石桥镇人民政府",
            (
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、"
                "其他需要报告的事项六部分组成。"
            ),
            "第一部分文字：说报告有六部分，列出来的没有复议诉讼",
        ),
    ],
)
def test_names_from_elsewhere(organ: str, text: str, message: str) -> None:
    (finding,) = foreign(text, organ)
    assert (finding.severity.value, finding.message, finding.cells) == ("warning", message, (OVERVIEW,))


@pytest.mark.parametrize(
    "text",
    [
        "我镇位于我县西部，受我市领导，我省……我国……",
        "印发了《关于加强我局政务公开工作的通知》，我镇照此办理。",
        "群众来信“我局什么时候公开”，我镇已答复。",
        "我镇将我局限在本镇的做法作了改进。",
        "本镇依托本级平台公开。",
        "石桥镇认真落实。青山县石桥镇人民政府积极公开。",
        "2023年，全镇认真落实；各乡镇积极配合；镇党委高度重视。",
        "推进镇政府信息公开工作。年初由镇人民政府认真部署。",
        "近年来镇政府高度重视。镇党委镇政府积极推进。党委镇政府切实落实。一年来镇人民政府严格审核。",
        "我县示范镇2023年公开情况较好；全县重点镇人民政府均已落实。",
        "基本局面良好，样本街道已公开，成本委实不高。",
        "青山县各乡镇人民政府均已公布；全县乡镇政府严格落实。",
        "与青山县白鹤镇人民政府联合开展培训。",
        "赴白鹤镇学习交流。白鹤镇严格审核的做法值得我镇学习。",
        "本报告由总体情况、主动公开、申请办理等六部分组成。",
        (
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、"
            "提起行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。"
        ),
        "从组织领导、主动公开、申请办理、问题整改等六个部分推进。",
    ],
)
def test_names_that_belong_here(text: str) -> None:
    assert foreign(text) == []


@pytest.mark.parametrize("organ", ["青山县石桥街道办事处", "青山县石桥乡人民政府"])
def test_a_town_that_has_become_something_else_keeps_its_name(organ: str) -> None:
    assert foreign("石桥镇认真落实上级部署。", organ) == []


def test_a_county_may_speak_of_all_its_towns() -> None:
    assert foreign("白鹤镇严格落实。石桥镇2023年公开了信息。", "青山县人民政府") == []


def test_the_texts_that_hold_it_are_pointed_at() -> None:
    changes: dict[str, Value] = {"preface.text": "我局编制本报告。", "other_matters.text": "我局未收费。"}
    (finding,) = findings(changed(changes), "foreign-name")
    assert finding.cells == ("preface.text", "other_matters.text")


def test_an_office_is_named_as_the_report_writes_it() -> None:
    names: dict[str, Value] = {
        "report.organ": "青山市人民政府办公室",
        "report.title": "云溪市人民政府办公室2023年政府信息公开年报",
    }
    (finding,) = findings(changed({**names, "report.level": ""}), "organ-mismatch")
    assert "机关名称是“青山市人民政府办公室”，标题里的机关是“云溪市人民政府办公室”" in finding.message
    same: dict[str, Value] = {**names, "report.title": "市政府办公室2023年政府信息公开年报", "report.level": ""}
    assert findings(changed(same), "organ-mismatch") == []


@pytest.mark.parametrize(
    "text",
    [
        "全年没有针对市教育局提起的行政诉讼。",
        "市教育局收到政府信息公开申请3件。",
        "现将市教育局2023年政府信息公开工作年度报告公布如下。",
        "2023年，市教育局认真落实条例，主动公开信息。",
    ],
)
def test_an_older_name_of_its_own_is_worth_a_look(text: str) -> None:
    (finding,) = foreign(text, "青山区教育局")
    assert finding.severity.value == "info"
    assert "写的是“市教育局”，而本机关是“青山区教育局”" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "参加市教育局组织的政务公开培训2次。",
        "不服的，可以向市教育局申请行政复议。",
        "按照市教育局要求，更新目录。",
        "青山区教育局收到政府信息公开申请3件。",
        "区教育局高度重视政务公开。",
        "市教育局转来申请1件，已答复。",
    ],
)
def test_its_superior_may_be_spoken_of(text: str) -> None:
    assert foreign(text, "青山区教育局") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年公开信息**条。", "**条"),
        ("收到申请（　）件。", "（\u3000）件"),
        ("公开政策文件( )份。", "( )份"),
        ("○○镇高度重视。", "○○镇"),
        ("公开信息18条（请按本单位实际情况填写）。", "（请按本单位实际情况填写）"),
        ("培训（如无此项请删除）。", "（如无此项请删除）"),
        ("总体情况（黑体三号加粗）", "（黑体三号加粗）"),
        ("请结合实际情况如实填报。", "请结合实际情况如实填报"),
    ],
)
def test_notes_and_blanks_of_a_template(text: str, quote: str) -> None:
    (finding,) = findings(changed({OVERVIEW: text}), "placeholder-left")
    assert finding.message == f"第一部分文字：还留着模板里的“{quote}”，请填上实际内容"
    assert finding.severity.value == "error"


@pytest.mark.parametrize(
    "text",
    [
        "申请人可在线（填写申请表后提交）申请。",
        "为李**、王*办理查阅。",
        "咨询电话138****2206。",
        "二○○八年开通网站。",
        "（结合工作实际，补充公开12条）",
        "共公开**320**条信息。",
        "指导申请人（如实填写申请表）提出申请。",
        "依照第三款（）条例。",
    ],
)
def test_what_is_no_note_of_a_template(text: str) -> None:
    assert findings(changed({OVERVIEW: text}), "placeholder-left") == []
