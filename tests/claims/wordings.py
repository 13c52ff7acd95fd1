"""Sentences of published reports' kind and what they claim of the tables of 2023: ``metric number``, ``metric none``.

A sentence without a claim is a look-alike: what stands beside it is a word from the reason why it is skipped, or
nothing where there is not even a number to skip.
"""

from __future__ import annotations

RECEIVED = [
    ("共收到政府信息公开申请3件", "received 3"),
    ("2023年，我镇收到依申请公开3件。", "received 3"),
    ("全年受理政府信息公开申请 12 件", "received 12"),
    ("全年接收信息公开申请十二件", "received 12"),
    ("本年度共收到公民、法人和其他组织提交的政府信息公开申请5件", "received 5"),
    ("本年度共收到公民、法人或者其他组织政府信息公开申请5份", "received 5"),
    ("受理群众申请两件", "received 2"),
    ("共受理1,024件政府信息公开申请", "received 1024"),
    ("共受理了１２件政府信息公开申请", "received 12"),
    ("收到政府信息公开申请数量为8件", "received 8"),
    ("收到政府信息公开申请总数：8", "received 8"),
    ("共收到申请 3 宗", "received 3"),
    ("依申请公开方面：全年收到申请7件", "received 7"),
    ("新收政府信息公开申请95件", "new_received 95"),
    ("本年新受理依申请公开95件", "new_received 95"),
    ("新增政府信息公开申请95件", "new_received 95"),
    ("收办政府信息公开申请103件", "worked_on 103"),
    ("共办理依申请公开103件", "worked_on 103"),
    ("办理政府信息公开申请103件", "worked_on 103"),
    ("受理并答复政府信息公开申请5件", "worked_on 5"),
    ("受理、答复政府信息公开申请5件", "worked_on 5"),
    ("全年政府信息公开申请5件", "worked_on 5"),
    ("收到政府信息公开申请20件，其中网上受理15件，信函受理5件", "received 20"),
    ("收到政府信息公开申请20件，其中市公安局5件", "received 20"),
    ("上年结转和本年新收申请共103件", "new_received+carried_in 103"),
]

HANDLED = [
    ("受理政府信息公开申请9件，答复8件", "received 9, handled 8"),
    ("受理政府信息公开申请9，答复8", "received 9, handled 8"),
    ("受理申请9件答复8件", "received 9, handled 8"),
    ("收到申请9件，均已按期答复", "received 9"),
    ("已办结政府信息公开申请98件", "handled 98"),
    ("收到政府信息公开申请95件。按时办结95件", "received 95, handled 95"),
    ("收到政府信息公开申请95件，其中按时办结95件", "received 95, handled 95"),
    ("共作出答复 98 件，申请均在法定期限内办理", ""),
    ("全年答复政府信息公开申请 98 件（含上年结转 8 件）", "handled 98, carried_in 8"),
    ("答复完毕政府信息公开申请11件", "handled 11"),
]

CARRIED = [
    ("上年度结转申请34件", "carried_in 34"),
    ("含上年结转政府信息公开申请34件", "carried_in 34"),
    ("新收95件申请，上年结转8件，办结98件，结转下年5件", "new_received 95, carried_in 8, handled 98, carried_out 5"),
    ("受理申请95件，其中8件为上年结转", "received 95, carried_in 8"),
    ("2022年结转申请8件", "carried_in 8"),
    ("2022年度结转至2023年办理的申请8件", "carried_in 8"),
    ("结转至2024年办理5件", "carried_out 5"),
    ("结转下年度继续办理5件", "carried_out 5"),
    ("结转至下一年度5件", "carried_out 5"),
    ("受理申请3119件，答复3050件，另有103件顺延到下年度答复", "received 3119, handled 3050, carried_out 103"),
    ("受理申请11件，办结8件，结转1件", "received 11, handled 8, carried 1"),
    ("收到申请95件，有5件结转下年", "received 95, carried_out 5"),
    (
        "受理申请10件，其中自然人8件，办结9件，结转下年1件",
        "received 10, applicants.natural_person 8, handled 9, carried_out 1",
    ),
]

OUTCOMES = [
    (
        "办理政府信息公开申请98件，予以公开42件，部分公开1件，不予公开49件，无法提供6件",
        "worked_on 98, disclosed 42, partially_disclosed 1, not_disclosed 49, unable_to_provide 6",
    ),
    (
        "其中予以公开42件、部分公开1件、不予公开49件、无法提供6件",
        "disclosed 42, partially_disclosed 1, not_disclosed 49, unable_to_provide 6",
    ),
    (
        "答复申请98件（予以公开42件、部分公开1件、不予公开49件、无法提供6件）",
        "handled 98, disclosed 42, partially_disclosed 1, not_disclosed 49, unable_to_provide 6",
    ),
    (
        "答复申请98件，其中42件予以公开，1件部分公开，49件不予公开",
        "handled 98, disclosed 42, partially_disclosed 1, not_disclosed 49",
    ),
    (
        "答复申请98件：42件予以公开、1件部分公开、49件不予公开",
        "handled 98, disclosed 42, partially_disclosed 1, not_disclosed 49",
    ),
    ("予以公开及部分公开43件", "disclosed+partially_disclosed 43"),
    ("予以公开和部分公开的43件", "disclosed+partially_disclosed 43"),
    ("予以公开（含部分公开）43件", "disclosed+partially_disclosed 43"),
    ("不予公开、无法提供共55件", "not_disclosed+unable_to_provide 55"),
    ("不予处理3件，其他处理2件", "not_processed 3, other_processing 2"),
    ("属于国家秘密不予公开2件", "not_disclosed.state_secret 2"),
    (
        "不予公开5件，其中属于国家秘密2件，属于行政查询事项3件",
        "not_disclosed 5, not_disclosed.state_secret 2, not_disclosed.inquiry_matter 3",
    ),
    (
        "不予公开5件（属于三类内部事务信息2件，四类过程性信息1件，行政执法案卷2件）",
        (
            "not_disclosed 5, not_disclosed.internal_affairs 2, not_disclosed.process_information 1, "
            "not_disclosed.enforcement_file 2"
        ),
    ),
    (
        "危及“三安全一稳定”1件，保护第三方合法权益1件",
        "not_disclosed.security_and_stability 1, not_disclosed.third_party_rights 1",
    ),
    ("其他法律行政法规禁止公开3件", "not_disclosed.prohibited_by_law 3"),
    (
        "本机关不掌握相关政府信息769件，没有现成信息需要另行制作11件，补正后申请内容仍不明确1件",
        "unable_to_provide.not_held 769, unable_to_provide.requires_creation 11, unable_to_provide.still_unclear 1",
    ),
    ("信访举报投诉类申请62件，重复申请25件", "not_processed.petition 62, not_processed.repeat 25"),
    (
        "要求提供公开出版物1件，无正当理由大量反复申请2件，要求行政机关确认或重新出具已获取信息3件",
        "not_processed.publication 1, not_processed.excessive 2, not_processed.confirmation 3",
    ),
    (
        "申请人无正当理由逾期不补正3件，逾期未缴费1件",
        "other_processing.correction_overdue 3, other_processing.fee_overdue 1",
    ),
    ("收到申请9件，有5件予以公开", "received 9, disclosed 5"),
    (
        "答复申请8件，公开5件、部分公开2件、不予公开1件",
        "handled 8, disclosed 5, partially_disclosed 2, not_disclosed 1",
    ),
    (
        "答复申请8件，其中公开5件、部分公开2件、不予公开1件",
        "handled 8, disclosed 5, partially_disclosed 2, not_disclosed 1",
    ),
]

APPLICANTS = [
    (
        "收到政府信息公开申请10件，其中自然人8件，法人或其他组织2件",
        "received 10, applicants.natural_person 8, applicants.organizations 2",
    ),
    (
        "收到政府信息公开申请10件（自然人8件，商业企业2件）",
        "received 10, applicants.natural_person 8, applicants.commercial_enterprise 2",
    ),
    ("收到申请10件，其中8件为自然人申请", "received 10, applicants.natural_person 8"),
    ("收到自然人申请8件", "applicants.natural_person 8"),
    (
        "收到申请10件，自然人申请8件、法律服务机构2件",
        "received 10, applicants.natural_person 8, applicants.legal_service_institution 2",
    ),
]

DISPUTES = [
    ("政府信息公开行政复议3件", "reconsideration 3"),
    ("因政府信息公开被申请行政复议3件，被提起行政诉讼2件", "reconsideration 3, litigation 2"),
    ("发生行政复议3件、行政诉讼2件", "reconsideration 3, litigation 2"),
    ("行政复议、行政诉讼各1件", "reconsideration 1, litigation 1"),
    ("行政复议和行政诉讼分别为3件和2件", "reconsideration 3, litigation 2"),
    ("行政复议和行政诉讼案件共5件", "reconsideration+litigation 5"),
    ("行政复议和行政诉讼均为0件", "reconsideration none, litigation none"),
    (
        "政府信息公开行政复议8件，结果维持3件，结果纠正1件，其他结果2件，尚未审结2件",
        (
            "reconsideration 8, reconsideration.upheld 3, reconsideration.corrected 1, reconsideration.other 2, "
            "reconsideration.pending 2"
        ),
    ),
    (
        "行政诉讼46件（未经复议直接起诉26件，复议后起诉20件）",
        "litigation 46, litigation_direct 26, litigation_after_reconsideration 20",
    ),
    (
        "政府信息公开行政复议8件；其中维持3件、纠正1件",
        "reconsideration 8, reconsideration.upheld 3, reconsideration.corrected 1",
    ),
    ("发生1件政府信息公开行政复议案件", "reconsideration 1"),
    ("行政诉讼案件三起", "litigation 3"),
    ("全年共发生因政府信息公开申请引起的行政复议3件", "reconsideration 3"),
]

DOCUMENTS = [
    ("制定规章2件", "government_rules.issued 2"),
    ("制定规章类文件2件", "government_rules.issued 2"),
    ("全年新增公开市政府规章1件", "government_rules.issued 1"),
    (
        "制发行政规范性文件8件，废止26件，现行有效66件",
        "normative_documents.issued 8, normative_documents.repealed 26, normative_documents.in_force 66",
    ),
    ("现行有效行政规范性文件66件", "normative_documents.in_force 66"),
    ("截至2023年底，行政规范性文件现行有效66件", "normative_documents.in_force 66"),
    ("出台规范性文件三件", "normative_documents.issued 3"),
    ("印发行政规范性文件8件", "normative_documents.issued 8"),
    ("制定并公开行政规范性文件8件", "normative_documents.issued 8"),
    ("新制定8件行政规范性文件", "normative_documents.issued 8"),
    ("制定规章1件、规范性文件8件", "government_rules.issued 1, normative_documents.issued 8"),
    ("制发规章和规范性文件共9件", "government_rules.issued+normative_documents.issued 9"),
]

NONE = [
    ("本年度未收到政府信息公开申请", "received none"),
    ("全年没有收到依申请公开事项", "received none"),
    ("我镇2023年无依申请公开事项", "received none"),
    ("我局未接到公民、法人和其他组织提出的政府信息公开申请", "received none"),
    ("未收到自然人及法人或其他组织提交的政府公开申请", "received none"),
    ("2023年收到政府信息公开申请0件", "received none"),
    ("政府信息公开申请为0", "worked_on none"),
    ("依申请公开：无", "received none"),
    ("未收到政府信息公开申请，未发生行政复议和行政诉讼", "received none, reconsideration none, litigation none"),
    ("未收到政府信息公开申请、行政复议、行政诉讼案件", "received none, reconsideration none, litigation none"),
    ("未发生政府信息公开行政复议、行政诉讼", "reconsideration none, litigation none"),
    ("无因政府信息公开引起的行政复议、行政诉讼案件", "reconsideration none, litigation none"),
    ("没有因政府信息公开申请引发的行政复议", "reconsideration none"),
    ("未因政府信息公开工作被申请行政复议、提起行政诉讼", "reconsideration none, litigation none"),
    ("行政复议、行政诉讼均未发生", "reconsideration none, litigation none"),
    ("无行政复议诉讼案件", "reconsideration none, litigation none"),
    ("上年无结转", "carried_in none"),
    ("无上年结转申请", "carried_in none"),
    ("无结转下年度继续办理的申请", "carried_out none"),
    ("没有不予公开的情况", "not_disclosed none"),
    ("未新制定规章", "government_rules.issued none"),
    ("未制定规章、规范性文件", "government_rules.issued none, normative_documents.issued none"),
    ("本年度未制发行政规范性文件", "normative_documents.issued none"),
    ("我镇无现行有效的规章", "government_rules.in_force none"),
    ("未收取政府信息公开信息处理费", "processing_fee none"),
    ("本年度未收取信息处理费", "processing_fee none"),
    ("全年政府信息公开信息处理费收取0元", "processing_fee none"),
    (
        "未开展行政许可、行政处罚、行政强制",
        "administrative_license none, administrative_penalty none, administrative_compulsion none",
    ),
    ("行政诉讼0件", "litigation none"),
    ("零申请", "received none"),
]

RELATIVE = [
    ("依申请予以公开42件，占答复总数的42.9%", "disclosed 42, disclosed share 42.9"),
    (
        "收到申请100件，其中自然人98件，占98%",
        "received 100, applicants.natural_person 98, applicants.natural_person share 98",
    ),
    ("收到政府信息公开申请112件，同比增长12%", "received 112, received growth 12"),
    ("收到政府信息公开申请88件，较上年下降12.5%", "received 88, received growth -12.5"),
    ("受理申请88件，比2022年减少12件，下降12%", "received 88, received growth -12, received growth -12"),
]

FEES = [
    ("行政事业性收费金额96171.6万元", "administrative_fees 96171.6"),
    ("收取信息处理费3940元", "processing_fee 3940"),
    ("收取政府信息公开信息处理费1万元", "processing_fee 1"),
]

LOOKALIKES = [
    ("全年行政事业性收费96171.6万元", "金额"),
    ("2022年收到政府信息公开申请5件", "2022"),
    ("去年受理政府信息公开申请20件", "去年"),
    ("2019年至2023年累计受理申请120件", "不只是"),
    ("十三五以来受理申请120件", "不只是"),
    ("近三年受理申请120件", "不只是"),
    ("截至2023年底，平台累计受理申请120件", "不只是"),
    ("截至2023年底，近三年受理申请120件", "不只是"),
    ("收到规范性文件备案8件", "备案"),
    ("报送备案规范性文件8件", "不等于"),
    ("审理行政复议案件30件", "承办"),
    ("受理行政复议案件30件，维持20件", "承办"),
    ("承办行政复议案件30件，审结28件，其中维持20件", "承办"),
    ("办理行政应诉案件12件", ""),
    ("办理12345热线工单1200件", "工单"),
    ("收到网民留言352条，答复350条", "留言"),
    ("办理县长信箱来信80件", "来信"),
    ("办理人大代表建议20件、政协提案15件", "提案"),
    ("答复建议提案20件", "建议提案"),
    ("协助市政府办答复申请5件", "只说"),
    ("主动公开政府信息5500条", "主动公开"),
    ("通过网站主动公开信息300条", "主动公开"),
    ("主动公开规范性文件8件", "没有写明"),
    ("公开规范性文件8件", "公开"),
    ("清理规范性文件120件，废止20件", "清理"),
    ("转发上级规范性文件20件", "转发"),
    ("制定、修改、废止规范性文件共12件", "公开、清理"),
    ("开展规范性文件合法性审查12件", "公开、清理"),
    ("制定规章制度3项", ""),
    ("建立健全规章制度12项", ""),
    ("收到政府信息公开申请近40件", "约数"),
    ("收到政府信息公开申请40余件", "约数"),
    ("受理申请约40件", "约数"),
    ("受理申请1.2万件", "约数"),
    ("收到网上申请3件", "网上"),
    ("收到信函申请2件", "信函"),
    ("收到涉及征地的政府信息公开申请5件", "征地"),
    ("市公安局受理政府信息公开申请120件", "公安局"),
    ("其中市本级受理政府信息公开申请200件，予以公开80件", "本级"),
    ("上半年收到政府信息公开申请5件", "上半年"),
    ("上年结转申请办结3件", "上年结转"),
    ("较上年增加政府信息公开申请5件", ""),
    ("未收到网上提交的政府信息公开申请", "网上"),
    ("未收到书面申请", "书面"),
    ("没有未答复的政府信息公开申请", "只说"),
    ("无逾期未答复的政府信息公开申请", ""),
    ("无行政复议、行政诉讼败诉案件", "没有写明"),
    ("无政府信息公开申请超期答复情况", ""),
    ("我镇无规章制定权", ""),
    ("无正当理由大量反复申请", ""),
    ("政府信息公开申请渠道畅通，无障碍", ""),
    ("在20个工作日内答复政府信息公开申请", ""),
    ("组织依申请公开业务培训4次", "只说"),
    ("开展政府信息公开申请办理培训2次", "只说"),
    ("本年度共收到意见建议120条，办结118件", "建议"),
    ("推行一件事一次办，办理事项12件", ""),
    ("受理不动产登记申请3200件", "不动产"),
    ("收到行政许可申请12件，答复12件", "许可申请"),
    ("行政许可447228件，行政处罚39857件", "只核对"),
    ("印发文件20份", ""),
    ("县档案馆接收查询利用380件", "没有写明"),
    ("行政机关负责人出庭应诉率100%", ""),
    ("按时办结率100%", ""),
    ("第711号令规定的申请", ""),
    ("《条例》第三十六条规定，对政府信息公开申请作出答复", ""),
    ("对12项政务信息予以公开", "没有写明"),
    ("行政复议案件20件，行政诉讼案件30件", "没有写明"),
    ("维持市场秩序，纠正违规行为12起", ""),
]

WHOLE_SENTENCES = [
    ("2023年，石桥镇共收到群众依申请公开申请0件，办结0件，无结转。", "received none, handled none, carried none"),
    (
        "本年度我镇无新收政府信息公开申请，无上年结转政府信息公开申请。",
        "new_received none, carried_in none",
    ),
    ("2023年度，我局没有收到任何形式的依申请公开。", "received none"),
    (
        "本年度没有发生针对本单位有关政府信息公开事务的行政复议案、行政诉讼案和有关的申诉案。",
        "reconsideration none, litigation none",
    ),
    (
        "2023年，我街道收到政府信息公开申请2件，1件予以公开，1件不予公开（属于行政查询事项），无结转下年度办理的申请。",
        "received 2, disclosed 1, not_disclosed 1, carried_out none",
    ),
    (
        "本年新收政府信息公开申请7件，上年结转1件，办结8件：予以公开3件，部分公开4件，无法提供1件。",
        "new_received 7, carried_in 1, handled 8, disclosed 3, partially_disclosed 4, unable_to_provide 1",
    ),
    (
        "新收申请21件，加上上年结转2件，共23件，已办结18件，5件结转下年度继续办理。",
        "new_received 21, carried_in 2, new_received+carried_in 23, handled 18, carried_out 5",
    ),
    ("收到申请60件，其中征地拆迁13件、规划6件、教育26件、医疗3件、社保11件、其他1件。", "received 60"),
    (
        "收到信息公开申请3件，答复3件；收到12345工单200件，办结200件。",
        "received 3, handled 3",
    ),
    ("一是政府信息公开申请3件，二是建议提案12件。", "worked_on 3"),
    ("收到依申请公开3件、办结3件、不予公开0件，未收取任何费用。", "received 3, handled 3, not_disclosed none"),
    ("2022年收取信息处理费100元，2023年未收取信息处理费。", "processing_fee none"),
    ("2022年收到政府信息公开申请5件，2023年收到8件", "received 8"),
    ("全年因政府信息公开引发行政复议案件1件，被复议机关维持。", "reconsideration 1, reconsideration.upheld all"),
    ("收到网民留言352条，答复350条。收到政府信息公开申请3件，答复3件。", "received 3, handled 3"),
    ("对现行有效的规范性文件进行清理，共清理66件，其中继续有效60件，废止6件。", ""),
    ("全年制发行政规范性文件3件，均按规定报送备案。", "normative_documents.issued 3"),
    ("与2022年相比，申请量增长12%。", "worked_on growth 12"),
]
