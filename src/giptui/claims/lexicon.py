"""The words that claims are made of, by what they do in a sentence. Data; `tokens` looks them up.

The longest word that fits is the one. Words that only look like one of these stand here too, as ``plain``: 规章制度 is
no 规章, 申请表 no 申请.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

APPLICATIONS: Final = "applications"

_TOPICS: Final = {
    APPLICATIONS: "申请 依申请公开 依申请 公开申请 申请件 依申请公开件 公开申请件 申请公开 依申请公开申请",
    "reconsideration": "行政复议 复议 行政复议申请 复议申请 申请行政复议 申请复议",
    "litigation": "行政诉讼 诉讼 行政诉讼案件",
    "reconsideration+litigation": (
        "行政复议诉讼 复议诉讼 行政复议及诉讼 行政复议和诉讼 复议和诉讼 复议、诉讼 行政复议与诉讼"
    ),
    "litigation_direct": "未经复议直接起诉 未经行政复议直接起诉 直接起诉 直接提起行政诉讼",
    "litigation_after_reconsideration": (
        "复议后起诉 行政复议后起诉 经复议后起诉 复议后提起诉讼 复议后诉讼 复议后提起行政诉讼"
    ),
    "government_rules": "规章 政府规章 地方政府规章 部门规章",
    "normative_documents": "规范性文件 行政规范性文件",
    "administrative_license": "行政许可",
    "administrative_penalty": "行政处罚",
    "administrative_compulsion": "行政强制 行政强制措施",
    "administrative_fees": "行政事业性收费",
    "processing_fee": "信息处理费 处理费 信息公开处理费",
}
_FLOWS: Final = {
    "new_received": "新收 新收到 新受理 新接收 新增 新接到 新增受理 新增收到",
    "received": "收到 受理 接收 接到 接受 收悉 接件 接获",
    "worked_on": (
        "收办 办理 共办理 收到并办理 受理并答复 收到并答复 受理、答复 受理答复 受理并办结 受理办结 受理和答复 "
        "处理 受理处理 受理并办理 受理办理"
    ),
    "handled": (
        "答复 办结 办复 回复 答复办结 办结答复 办理答复 办理完毕 处理完毕 答复完毕 办理完结 作出答复 "
        "作出答复意见 书面答复 按时答复 按期答复 按时办结 按期办结 依法答复 依法办结 已答复 已办结 及时答复 "
        "依法依规答复 办理并答复"
    ),
    "carried": "结转 转结 顺延 接转 延续 结余",
}
_OUTCOMES: Final = {
    "disclosed": "予以公开 准予公开 同意公开 全部公开 全文公开 公开类 公开答复 予以公开答复",
    "partially_disclosed": "部分公开 予以部分公开 部分予以公开 区分处理后部分公开 部分公开答复",
    "disclosed+partially_disclosed": (
        "予以公开及部分公开 予以公开和部分公开 予以公开或部分公开 予以公开与部分公开 予以公开、部分公开 "
        "予以公开（含部分公开） 予以公开(含部分公开) 予以公开（含部分公开的） 公开和部分公开 公开及部分公开 "
        "公开或部分公开 公开、部分公开 予以公开或者部分公开 公开或者部分公开 公开（含部分公开） "
        "公开(含部分公开) 全部公开和部分公开 全部公开及部分公开 全部公开或部分公开 全部或部分公开 "
        "予以全部公开或部分公开 予以公开以及部分公开"
    ),
    "not_disclosed": "不予公开 不公开 决定不予公开 不同意公开 不予公开答复",
    "unable_to_provide": "无法提供 无法提供信息",
    "not_processed": "不予处理 不予受理处理",
    "other_processing": "其他处理 其它处理 作其他处理 其他方式处理",
    "not_disclosed.state_secret": "属于国家秘密 国家秘密 涉及国家秘密 因国家秘密",
    "not_disclosed.prohibited_by_law": (
        "其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 "
        "法律法规禁止公开"
    ),
    "not_disclosed.security_and_stability": (
        '三安全一稳定 危及三安全一稳定 危及“三安全一稳定” “三安全一稳定” 危及"三安全一稳定" "三安全一稳定"'
    ),
    "not_disclosed.third_party_rights": "保护第三方合法权益 第三方合法权益 损害第三方合法权益 涉及第三方合法权益",
    "not_disclosed.internal_affairs": (
        "三类内部事务信息 属于三类内部事务信息 内部事务信息 属于内部事务信息 三类内部管理信息"
    ),
    "not_disclosed.process_information": "四类过程性信息 属于四类过程性信息 过程性信息 属于过程性信息",
    "not_disclosed.enforcement_file": "行政执法案卷 属于行政执法案卷 行政执法案卷信息 执法案卷",
    "not_disclosed.inquiry_matter": "行政查询事项 属于行政查询事项",
    "unable_to_provide.not_held": (
        "不掌握相关政府信息 本机关不掌握相关政府信息 本机关不掌握 不掌握相关信息 政府信息不存在 信息不存在 不掌握"
    ),
    "unable_to_provide.requires_creation": (
        "没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息 需要另行制作 需另行制作"
    ),
    "unable_to_provide.still_unclear": "补正后申请内容仍不明确 补正后仍不明确 补正后申请内容不明确",
    "not_processed.petition": (
        "信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访、举报、投诉类 信访类申请 "
        "信访投诉举报类申请 信访、投诉、举报类申请"
    ),
    "not_processed.repeat": "重复申请",
    "not_processed.publication": "要求提供公开出版物 公开出版物",
    "not_processed.excessive": "无正当理由大量反复申请 大量反复申请",
    "not_processed.confirmation": "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息",
    "other_processing.correction_overdue": (
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 申请人无正当理由逾期不补正 "
        "无正当理由逾期不补正 逾期不补正 逾期未补正"
    ),
    "other_processing.fee_overdue": (
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 "
        "申请人逾期未按收费通知要求缴纳费用 逾期未按收费通知要求缴纳费用 逾期未缴费 逾期不缴费 逾期未缴纳费用"
    ),
}
_APPLICANTS: Final = {
    "natural_person": "自然人 公民个人 自然人提出 自然人提交 自然人申请人",
    "organizations": (
        "法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人或其它组织 "
        "法人和其它组织 法人及其它组织 法人与其他组织 法人组织"
    ),
    "commercial_enterprise": "商业企业",
    "research_institution": "科研机构",
    "public_welfare_organization": "社会公益组织",
    "legal_service_institution": "法律服务机构",
}
_RESULTS: Final = {
    "upheld": "结果维持 维持 予以维持 维持原行政行为 结果为维持 被维持",
    "corrected": "结果纠正 纠正 被纠正 予以纠正 纠错 被纠错 结果为纠正",
    "other": "其他结果 其它结果 结果为其他",
    "pending": "尚未审结 未审结 正在审理 尚在审理 尚在审理中 正在审理中 尚未结案 暂未审结 尚未办结审结 待审结",
}
_ACTIONS: Final = {
    "issued": (
        "制定 制发 新制定 新制发 出台 印发 颁布 新出台 新印发 制定出台 制定印发 制定发布 新增公开 新制定公开 "
        "制定并公开 新制定并公开 制发并公开 出台印发 制定、发布 制定并印发 新制定印发 本年制发 新颁布 制定颁布 "
        "颁布实施 制定实施 新增制定 新增制发"
    ),
    "repealed": "废止",
    "in_force": "现行有效 继续有效 现行 有效",
    "public": "公开 发布 公布 新公开",
    "": (
        "清理 转发 修改 修订 审查 审核 起草 评估 解读 宣布失效 失效 报备 报送 报备案 审议 合法性审查 "
        "合法性审核 公平竞争审查 征求意见 审议通过 起草制定 梳理 归集 更新 失效、废止 废止失效 废止和失效 "
        "废止或失效 废止、失效 废止、宣布失效 废止或宣布失效 废止和宣布失效"
    ),
}
_OFF: Final = {
    "": (
        "备案 12345 热线 留言 信箱 邮箱 建议 提案 议案 协助 主动公开 信访 来信 来访 咨询 投诉 举报 依职权公开 "
        "政务新媒体 微信 微博 公众号 公文 文件精神 督办 新闻 公报 意见建议 人大建议 政协提案 代表建议 委员提案 "
        "建议提案 网民留言 领导信箱 市长信箱 县长信箱 镇长信箱 政策解读 来电 诉求 工单 舆情 询问 信息报送 互动 "
        "问政 征集 来函 函件 批示 通报 简报 调查问卷 不动产登记 登记申请 许可申请 行政许可申请 补贴申请 其他申请 "
        "其它申请 办事申请 业务申请 救助申请 低保申请 仲裁申请 用地申请 入党申请 依申请公开目录 "
        "信访举报投诉类事项 信访举报投诉事项 信访投诉举报类事项 信访、举报、投诉类事项"
    ),
}
_CASELOAD: Final = (
    "复议机构 行政复议机构 "
    "审理 承办 应诉 代理 出庭 审结 立案 审查办理 复议机关 作为复议机关 行政应诉 出庭应诉 参加诉讼 行政复议委员会"
)
_OTHERS: Final = {
    "none": "未 没有 无 没 零 未曾 不存在 尚未 均无 均未 并未 并无 从未 也未 也无 也没有 均没有 还未 还没有 未有",
    "among": "其中 包括 含 包含 其中含 其中包括 包含了 内含 内有",
    "part": (
        "本级 市本级 县本级 区本级 省本级 机关本级 市直 县直 区直 市级部门 县级部门 各乡镇 各镇 各街道 各县区 "
        "各区县 各县市区 各市县 各部门 下属 所属 辖区 直属 派出机构 下级 各科室 各村 上半年 下半年 一季度 "
        "二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 平均 月均 年均 人均 每月 每季度 每周 最多 最少 较多 "
        "居多"
    ),
    "region": "全市 全县 全区 全省 全州 全旗 全自治区 全国",
    "before": "此前 以往 上年 上年度 去年 上一年 上一年度 往年 前年 以前年度 历年 同期 上年同期 去年同期 前一年",
    "this": "本年 本年度 今年 当年 年内 全年 今年度 当年度 本报告期 报告期 年度",
    "next": "下年 下年度 下一年 下一年度 次年 来年 明年 次年度",
    "spanning": "系统累计 平台累计 以来 历年累计 历史累计 五年来 近年来 近年 十三五 十四五 五年 三年 近三年 近五年",
    "compare": (
        "同比 较上年 比上年 较去年 比去年 与上年相比 与去年相比 较上年度 比上年度 较上一年 比上一年 较上年同期 "
        "比上年同期 较去年同期 比去年同期 与上年同期相比 同上年相比 相比上年 相比去年 与上年度相比 较上一年度 "
        "比上一年度 环比 与上年同比 同上年比 与上年比"
    ),
    "up": "增长 增加 上升 上涨 提高 增幅 增长率 多出 增多",
    "down": "下降 减少 降低 下滑 降幅 降",
    "share": "占 占比 占到 比例",
    "each": "各 均 均为 都",
    "respectively": "分别 各为",
    "and": "、 和 及 以及 与 或 或者 并 加",
    "people": (
        "自然人及法人或其他组织 自然人、法人或其他组织 自然人、法人和其他组织 自然人、法人及其他组织 "
        "自然人和法人或其他组织 自然人及法人和其他组织 自然人以及法人或其他组织 自然人或法人及其他组织 "
        "自然人、法人或者其他组织 自然人和法人及其他组织 自然人及法人、其他组织 自然人、法人、其他组织 "
        "自然人、法人、组织 公民、法人和其他组织 公民、法人或其他组织 公民、法人及其他组织 "
        "公民、法人或者其他组织 公民、法人以及其他组织 公民、法人、其他组织 公民法人和其他组织 "
        "公民、法人或其它组织 公民、法人和其它组织 公民法人或其他组织 公民及法人 公民或法人 公民、法人 "
        "公民和法人 自然人或法人 自然人和法人 自然人及法人 自然人、法人 个人或组织 单位和个人 单位或个人 "
        "企业和个人 企业或个人 个人和企业 个人、企业 群众 公众 市民 社会公众 居民 村民 人民群众 社会各界 公民 "
        "申请人 当事人 企业 个人 法人"
    ),
    "filler": (
        "涉及 继续 政府信息公开 信息公开 政务公开 政府信息 各类 各项 各种 各级 各地 各单位 办理结果 决定 情况 "
        "案件 及时 累计"
    ),
    "method": "网上 网络 线上 线下 在线 信函 邮寄 邮件 电子邮件 当面 现场 书面 传真 窗口 网站 平台 口头 快递 互联网",
    "several": "等 各种渠道 多种渠道 各渠道",
    "hedge": "基本 暂 目前 截至目前 原则上",
    "qualifier": (
        "败诉 胜诉 撤销 确认违法 超期 逾期 违法 责令 投诉类 超时 延期 不满意 被投诉 渠道 职权 职能 权限 执法权 "
        "许可权 处罚权 收费权 制定权 规章制定权 立法权 主体资格 依据 问题 困难 变化 变更 调整 新增项 标准 目录 "
        "清单 事项清单 培训 流程 机制 制度 程序 材料 投递 意见 复查"
    ),
    "plain": (
        "规章制度 规章立法 申请表 申请方式 申请渠道 申请书 申请条件 申请材料 申请流程 申请程序 申请平台 "
        "申请系统 申请窗口 申请点 申请受理点 无法 无障碍 无偿 无关 无误 无权 无论 无效 无纸化 未来 未成年 未能 "
        "未按 未及时 无缝 无锡 无线 无证 无疑 无差别 无理由 其中之一 处理好 处理决定 处理意见 包含在 有效性 "
        "有效期 有效率 有效地 有效保障 有效提升 有效推进 有效解决 有效化解 有效发挥 有效落实 有效促进 有效满足 "
        "答复率 办结率 答复书 答复文书 答复质量 答复意见 答复格式 答复机制 答复口径 答复时限 答复期限 答复工作 "
        "办理工作 办理流程 办理机制 受理窗口 受理点 受理渠道 处理机制 信息处理 数据处理 信访处理 处理率 "
        "现行法律 办理答复工作 办理时限 回复率 公开栏 公开目录 公开指南 公开专栏 公开平台 公开工作 公开条例 "
        "公开渠道 公开方式 公开内容 公开质量 公开意识 公开水平 公开力度 主动公开目录 尚未办结 未办结 尚在办理 "
        "正在办理 尚未答复 未答复 未到期 尚未到期 各科 诉讼费 参与诉讼 诉讼风险 复议应诉 占地 占用 占道 降本 "
        "降费 都市 均衡 平均 与会 参与 给与 以及时 普及 企及 并轨 并联 合并 加强 加快 加大 更加 参加 增加值 "
        "加密 和谐 或许 或然 含义 包含量 含金量 并且 温和 共和国 零距离 零售 零星 零跑腿 零散 维持秩序 "
        "纠正措施 及时纠正 问题纠正 无证据 年度报告 年度考核 年度工作 本年度报告 没有规定 未规定 未公开 "
        "转发平台 不予受理 不受理 重新受理 重新收到 次年受理 经补正受理 补正受理 已公开 已主动公开 属于已公开 "
        "不属于本机关公开 不属于本行政机关公开 不属本机关公开 非本机关公开 不属于我机关公开 不属于本单位公开 "
        "申请事项 拟出台 拟制定 拟印发 政府信息公开答复 信息公开答复 政府信息公开申请答复 公开答复书"
    ),
}


def _entries() -> dict[str, tuple[str, str]]:
    """Word → (kind, value). Later groups win over earlier ones."""
    found: dict[str, tuple[str, str]] = {}
    for kind, words in _OTHERS.items():
        found.update(dict.fromkeys(words.split(), (kind, "")))
    found.update(dict.fromkeys(_CASELOAD.split(), ("caseload", "")))
    for kind, groups in (
        ("off", _OFF),
        ("action", _ACTIONS),
        ("topic", _TOPICS),
        ("flow", _FLOWS),
        ("result", _RESULTS),
        ("applicant", _APPLICANTS),
        ("outcome", _OUTCOMES),
    ):
        for value, words in groups.items():
            found.update(dict.fromkeys(words.split(), (kind, value)))
    return found


def _lengths(entries: Iterable[str]) -> dict[str, Sequence[int]]:
    """How long the words are that two characters can begin, or one with another behind it; the longest first."""
    found: dict[str, set[int]] = {}
    for word in entries:
        found.setdefault(word[:2], set()).add(len(word))
    for start, lengths in found.items():
        if start[0] in found:
            lengths.add(1)
    return {start: sorted(lengths, reverse=True) for start, lengths in found.items()}


WORDS: Final[Mapping[str, tuple[str, str]]] = _entries()
LENGTHS: Final[Mapping[str, Sequence[int]]] = _lengths(WORDS)
STARTS: Final = frozenset(start[0] for start in LENGTHS)
"""Every character that a word begins with."""
