"""Names: whose report it is, and whose it calls itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations, islice
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.prose.periods import paragraph_at, sentence_at
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.check.rules.leftovers import SUSPECT
from giptui.report import Report, core_name, guessed_level, same_organ

_SUBJECTS: Final = ("政府信息公开", "信息公开", "政务公开")


@rule("organ-mismatch", "机关名称或层级不一致", Severity.INFO, needs="FG")
def organ_mismatch(review: Review) -> Iterator[Finding]:
    """查什么：机关名称、标题里的机关、落款的机关是不是同一个；填写的机关层级与名称是不是相符。
    为什么：三处都应是编制报告的机关；不同的，多半是套用了别处的文件。层级填错了，按层级核对的（如规章制定权、公布期限）就都不准。
    怎么改：看清是哪个机关的报告，改正另一处；由办公室代为落款的，核对即可。层级不对的，改正层级。
    不管什么：简称和全称、写不写所在的省市县和“人民政府”；没有填写的，标题里没有机关名称的；几个机关联合落款的；
    从名称看不出层级的。
    """
    yield from _misnamed(review.report)
    yield from _misranked(review.report)


def _misnamed(report: Report) -> Iterator[Finding]:
    """Names of which at least two cannot be one organ's: the odd one out against the others, or any two."""
    named = {
        "report.organ": ("机关名称", _tidy(report.organ)),
        "report.title": ("标题里的机关", _titled(report.line("title"))),
        "report.signature": ("落款", _tidy(report.line("signature"))),
    }
    known = {  # placeholders are those of placeholder-left
        address: each for address, each in named.items() if len(each[1]) > 2 and not any(m in each[1] for m in SUSPECT)
    }
    apart = [pair for pair in combinations(known, 2) if not _may_be_one(*(_body(known[cell][1]) for cell in pair))]
    if not apart:
        return
    odd = {*apart[0]}.intersection(*apart) if len(apart) == 2 else set[str]()
    concerned = {address for pair in apart for address in pair}
    cells = sorted((cell for cell in known if cell in concerned), key=lambda cell: cell not in odd)
    labels: dict[str, list[str]] = {}  # by name: two that are the same are named together
    for label, name in map(known.__getitem__, cells):
        labels.setdefault(name, []).append(label)
    phrases = [
        f"{'、'.join(places)}{'都' * (len(places) - 1)}是{words.quoted(name)}" for name, places in labels.items()
    ]
    message = f"{'，'.join(phrases)}，请核对是不是同一个机关"
    yield Finding("organ-mismatch", Severity.INFO, message, tuple(cells))


# Names that leave no doubt; a 区 can be a county's or, in a municipality, a prefecture's equal.
_RANKED: Final = (
    *("镇人民政府", "乡人民政府", "镇政府", "乡政府", "街道办事处"),
    *("县人民政府", "省人民政府", "自治区人民政府"),
)
_CITIES: Final = ("景德镇", "萍乡", "新乡", "宁乡")  # cities by their short names, neither 镇 nor 乡


def _misranked(report: Report) -> Iterator[Finding]:
    """A stated level that the name contradicts: rules that go by the level would be led astray."""
    levels = report.form.fields["report.level"].choices
    stated, organ = report.line("level"), "".join(report.organ.split())
    if stated not in levels or not organ.endswith(_RANKED) or core_name(organ).endswith(_CITIES):
        return
    guess = guessed_level(organ)
    if guess is not None and guess != stated:
        filled, seen = (f"{level}（{levels[level]}）" for level in (stated, guess))
        message = f"机关层级填的是 {filled}，而从名称{words.quoted(organ)}看应为 {seen}，请核对"
        yield Finding("organ-mismatch", Severity.WARNING, message, ("report.level", "report.organ"))


def _titled(title: str) -> str:
    """The organ in a title: what stands before 政府信息公开, without the year."""
    name = _tidy(title)
    for subject in _SUBJECTS:
        before, found, _ = name.partition(subject)
        if found:
            if before.endswith("人民"):
                before += "政府"  # 石桥镇人民政府信息公开年报: one 政府 is the organ's, too
            before = re.sub(r"[0-9〇○零一二三四五六七八九]{4}(?:年度?)?", "", before)
            return before.removeprefix("关于").strip("的《:")
    return ""


def _tidy(name: str) -> str:
    """The name as it is to be quoted: without white space, without what stands in brackets."""
    return re.sub(r"\([^()]*+\)", "", "".join(unicodedata.normalize("NFKC", name[:200]).split()))


def _body(name: str) -> str:
    """The body that the name is of: without the office that signs for it."""
    return re.sub(r"(?<!街道)(?:党政)?(?:综合)?(?:办公室|(?<=党政)办|(?<=综合)办)$", "", name)


def _may_be_one(one: str, other: str) -> bool:
    """Whether both names can be one organ's, one perhaps cut short: 卫健局 can be 卫生健康局."""
    if same_organ(one, other) or "中共" in one + other:
        return True
    shorter, longer = sorted((core_name(one), core_name(other)), key=len)
    rest = iter(longer)
    return all(character in rest for character in shorter)


_SELF: Final = (
    r"(?<![自对基根日成版资样文书标原])[我本]"  # 基本委, 样本局 are no selves
    r"(?P<kind>局(?![限部域])|镇(?!定)|乡(?![土音亲镇])|街道|委(?!托|员|派)|厅(?!级))"
)
_QUOTED: Final = r"《[^《》\n]{0,80}》|“[^“”\n]{0,80}”"
_KINDS: Final = ("局", "镇", "乡", "街道", "委", "厅")
_SECTIONS_NAMED: Final = ("总体情况|概述|基本情况", "主动公开", "申请", "复议|诉讼", "问题|改进|不足", "其[他它]")
_SECTION_NAMES: Final = ("总体情况", "主动公开", "申请办理", "复议诉讼", "问题改进", "其他事项")
_LONGEST: Final = 60  # characters of a name
_MOST: Final = 500  # places looked at, so that no text takes long
_VERBS: Final = r"认真|严格|坚持|高度重视|积极|切实|全面|深入|紧紧围绕|紧扣|按照|主动公开|共"
_ORGAN: Final = rf"[镇乡道](?:人民政府|政府|办事处)?(?:{_VERBS}|[0-9０-９]{{4}}\s?年)"
# The name is where the report speaks of itself: at the head of a sentence, or behind its county.
_NAME: Final = (
    r"(?:[。；;\n]\s{0,4}(?:[0-9０-９]{4}年度?[，,]?)?|(?<![全我本各社园辖地])[县区市旗])"
    r"(?P<name>[一-龥]{2,3}(?:镇|乡|街道))\Z"
)
_ANOTHER: Final = r"更名|原名|前身|撤|并入|合并|划入|与|会同|赴|学习|交流|联合|协助|申请人"
# 近年来镇政府高度重视, 镇党委镇政府, 各乡镇: no names. Rather a name missed than such a word taken for one.
_NO_NAME: Final = (
    "[我本全各该此其的和与及由在对向为以让使据按把将被从经因如但而或是于也都均已"
    "年月日期来前后间时先次初底末党委府办会员者们村区县市省辖属中]|[乡城集小古][镇乡]$"
)


@rule("foreign-name", "串用别处的名称", Severity.WARNING, needs="FN")
def foreign_name(review: Review) -> Iterator[Finding]:
    """查什么：自称用了两种机关（我局……我镇）或与本机关不是一种；自称处写了别的乡镇、街道；说有六部分，列出来的不到六个。
    说自己的申请、复议时，写成别的层级的同名机关（县水务局的报告里写“针对市水务局的行政复议”），作提示。
    为什么：多半是借用了别处的文字而没有改全，公布出去就张冠李戴。
    怎么改：改成本机关的名称或自称；前言里列全六个部分，或改用“等”字。
    不管什么：我县、我市、我区等所在地；文件名称里的；引用、协同、学习时提到的别的机关。
    """
    yield from _two_selves(review)
    yield from _neighbours(review)
    yield from _six_parts(review)
    yield from _older_name(review)


def _two_selves(review: Review) -> Iterator[Finding]:
    """The kinds of body that the report calls itself by, and its own kind if its name shows it."""
    own = _own_kind(review.report.organ)
    if not {*re.findall("[我本]([局镇乡街委厅])", review.prose)} - {own[:1]}:
        return
    called: dict[str, str] = {}  # by kind, as it is first written
    for match in islice(re.finditer(_SELF, re.sub(_QUOTED, "", review.prose)), _MOST):
        called.setdefault(match["kind"], match[0])
    foreign = [word for kind, word in called.items() if kind != own]
    if not foreign or (not own and len(called) < 2):
        return
    names = "、".join(f"“{word}”" for word in called.values())
    what = "不是同一种机关" if len(called) > 1 else f"而本机关是{words.quoted(review.report.organ)}"
    message = f"文中自称{names}，{what}，请核对是不是借用了别处的文字"
    yield Finding("foreign-name", Severity.WARNING, message, _where(review.report, foreign))


def _where(report: Report, phrases: Iterable[str]) -> tuple[str, ...]:
    """The texts that hold one of these words."""
    wanted = tuple(phrases)
    return tuple(address for address in report.form.texts if any(word in str(report[address]) for word in wanted))


def _own_kind(organ: str) -> str:
    """What the organ may call itself by, where its name shows it."""
    core = core_name(organ)
    return next((kind for kind in _KINDS if core.endswith(kind)), "")


def _neighbours(review: Review) -> Iterator[Finding]:
    """Another township's name where the report speaks of itself."""
    report = review.report
    own = core_name(report.organ)
    if _own_kind(own) not in ("镇", "乡", "街道"):
        return
    text = f"\n{review.prose}"
    for match in islice(re.finditer(_ORGAN, text), _MOST):
        found = re.search(_NAME, text[max(0, match.start() - 20) : match.start() + 1])
        if found is None or _stem(found["name"]) in own or re.search(_NO_NAME, found["name"]):
            continue
        if not re.search(_ANOTHER, sentence_at(text, match.end())):
            contrast = f"写的是{words.quoted(found['name'])}，而本机关是{words.quoted(report.organ)}"
            where = _where(report, (text[match.start() - 2 : match.end()],))
            message = f"{words.text(report.form, where[0])}：{contrast}，请核对是不是借用了别处的文字"
            yield Finding("foreign-name", Severity.WARNING, message, where)
            return


def _stem(name: str) -> str:
    """白鹤 of 白鹤镇: a town may have become a subdistrict."""
    return name.removesuffix("街道").removesuffix("镇").removesuffix("乡")


def _six_parts(review: Review) -> Iterator[Finding]:
    """“由……六部分组成” with fewer than six before or after it."""
    for address in ("preface.text", "overview.text"):
        text = str(review.report[address])
        match = re.search(r"(?<!等)(?:六|6)\s?个?部分", text) if "部分" in text else None
        if match is None:
            continue
        sentences = paragraph_at(text, match.start()).split("。")
        sentence = next((each for each in sentences if match[0] in each), "")
        named = [bool(re.search(marks, sentence)) for marks in _SECTIONS_NAMED]
        if "报告" in sentence and named[0] and 3 <= sum(named) < 6:
            missing = "、".join(name for name, there in zip(_SECTION_NAMES, named, strict=True) if not there)
            message = f"{words.text(review.report.form, address)}：说报告有{match[0]}，列出来的没有{missing}"
            yield Finding("foreign-name", Severity.WARNING, message, (address,))
            return


_PLACES: Final = "省市县区旗州"
# Where only the report's own body can stand: whom disputes and applications are about, whose report it is, who works.
_AGAINST: Final = r"(?:针对|因对|[对以])\Z"
_ABOUT_IT: Final = (
    r"(?:为被(?:告|申请人)|(?:依法|的)?(?:提起|申请|提出)[^。；，,\n]{0,10}(?:复议|诉讼)"
    r"|的?政府信息公开[^。；，,\n]{0,12}(?:复议|诉讼))"
)
_ITS_REPORT: Final = r"\s?[0-9]{4}\s?年?度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报)"
_HEAD: Final = r"(?:^|[。；;\n]\s{0,4}|[0-9]{4}\s?年(?:度|以来)?[，,])\Z"
_WORKS: Final = r"(?:认真|严格|高度重视|主动公开|(?:共|未|没有)?(?:收到|受理)[^。；，,\n]{0,12}申请)"


def _older_name(review: Review) -> Iterator[Finding]:
    """The body under another rank, 市水务局 in the report of 县水务局, where it speaks of itself: the name that it had
    before the boundaries were drawn anew, or its superior's."""
    report = review.report
    parts = re.fullmatch(rf"(?:.*([{_PLACES}]))([^{_PLACES}]{{2,20}})", _body(core_name(report.organ))[:_LONGEST])
    if parts is None or parts[2] not in review.prose:
        return
    pattern = rf"[{_PLACES.replace(parts[1], '')}]{parts[2]}"
    for address in report.form.texts:
        text = str(report[address])
        for match in islice(re.finditer(pattern, text), _MOST):
            before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 40]
            against = re.search(_AGAINST, before) and re.match(_ABOUT_IT, after)
            works = re.search(_HEAD, before) and re.match(_WORKS, after)
            if against or works or re.match(_ITS_REPORT, after):
                contrast = f"写的是{words.quoted(match[0])}，而本机关是{words.quoted(report.organ)}"
                message = f"{words.text(report.form, address)}：{contrast}，请核对是不是用了旧名称或别处的文字"
                yield Finding("foreign-name", Severity.INFO, message, (address,))
                return
