"""Years, periods and days: of the report, of what it covers, of its publication."""

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from giptui.check import words
from giptui.check.finding import Change, Finding, Severity
from giptui.check.prose.periods import is_period_stated, years_in
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.form import Kind
from giptui.report import Report, fits, level_of


@rule("year-mismatch", "年度不一致", Severity.ERROR, needs="FN")
def year_mismatch(review: Review) -> Iterator[Finding]:
    """查什么：标题里的年份、报告年度、文字里写的统计期限，三处的年度应当一致。
    为什么：年度报告逐年公布（《政府信息公开条例》第四十九条），多半是沿用上年文件时漏改了一处。
    怎么改：看清报告说的是哪一年，改错的那一处。
    不管什么：报告年度没有填或写错格式的（见 wrong-type）；统计期限没有写年份的；标题没有写年份，只作提示。
    """
    report = review.report
    title = report.line("title")
    titled = years_in(title)
    if not titled:
        what = "没有写年份" if title else "没有填写"
        yield Finding("year-mismatch", Severity.INFO, f"标题{what}", ("report.title",))
    year = report.year if fits(report["report.year"], Kind.YEAR) else None
    statements = [*_statements(review, {*titled.values()}, year)]
    if not statements or frozenset.intersection(*(each.years for each in statements)):
        return
    answers = _answers(title, titled, year)
    if len(statements) == 3:  # the third decides: only what it agrees with can be right
        answers = tuple(answer for answer in answers if _year_after(answer) == statements[2].years)
    phrases = "，".join(each.phrase for each in statements)
    message = f"{phrases}，{'两三'[len(statements) == 3]}处应当一致"
    cells = tuple(each.address for each in statements)
    sole = answers[0] if len(answers) == 1 else ()
    yield Finding("year-mismatch", Severity.ERROR, message, cells, fix=sole, alternatives=() if sole else answers)


class _Statement(NamedTuple):
    """A place that says which year the report is about."""

    address: str
    years: frozenset[int]
    phrase: str


def _statements(review: Review, titled: set[int], year: int | None) -> Iterator[_Statement]:
    """Title, header, and a period of the prose: one that contradicts them, if there is one."""
    if titled:
        years = words.clipped("、".join(map(str, sorted(titled))))
        yield _Statement("report.title", frozenset(titled), f"标题写的是 {years} 年")
    if year is not None:
        yield _Statement("report.year", frozenset((year,)), f"报告年度填的是 {year}")
    about = titled if year is None else {year}
    whole = [each for each in review.periods if each.whole and each.years]
    if about and whole:
        stated = next((each for each in whole if not each.years <= about), whole[0])
        one = stated.years if len(stated.years) == 1 else frozenset[int]()  # a period of two years agrees with none
        yield _Statement(stated.address, one, f"统计期限写的是{words.quoted(stated.quote, 40)}")


def _answers(title: str, titled: dict[str, int], year: int | None) -> tuple[tuple[Change, ...], ...]:
    """To change the header or the title; nothing where the title names several years."""
    if year is None or len(titled) != 1 or year in titled.values():
        return ()
    ((written, meant),) = titled.items()
    retitled = title.replace(written, str(year), 1)
    return (Change("report.year", year, meant),), (Change("report.title", title, retitled),)


def _year_after(answer: tuple[Change, ...]) -> frozenset[int]:
    """The year that title and header agree on after the change."""
    after = answer[0].after
    return frozenset((after,)) if isinstance(after, int) else frozenset(years_in(str(after)).values())


@rule("period", "统计期限", Severity.WARNING, needs="FN")
def period(review: Review) -> Iterator[Finding]:
    """查什么：文字里写的统计期限是不是 1 月 1 日至 12 月 31 日；全文没有写统计期限的，作提示。
    为什么：年度报告说的是一整年，各栏的数都按这一年统计；期限写短了，读的人不知道缺的几天有没有算进去。
    怎么改：多半是笔误，改为 1 月 1 日至 12 月 31 日；没有写的，在开头补一句。
    不管什么：写明当年成立、合并的机关；统计期限里的年份（见 year-mismatch）；公示期、活动期等别的起止日期。
    """
    report = review.report
    stated = review.periods
    if any(each.whole for each in stated) or not report.has("overview") or not report["overview.text"]:
        return
    for each in stated:
        if not re.search(_PART_YEAR, each.paragraph):
            where = words.text(report.form, each.address)
            message = f"{where}：统计期限写的是{words.quoted(each.quote, 40)}，应为 1 月 1 日至 12 月 31 日"
            yield Finding("period", Severity.WARNING, message, (each.address,))
            return
    if not stated and not is_period_stated(review.prose):
        year = review.year or "××××"
        example = f"“统计期限自{year}年1月1日起至{year}年12月31日止”"
        message = f"没有写明报告数据的统计期限；一般在开头写明{example}"
        where = "preface.text" if report["preface.text"] else "overview.text"
        yield Finding("period", Severity.INFO, message, (where,))


_PART_YEAR: Final = (
    r"挂牌|揭牌|组建|合并|撤并|划转|撤[镇乡县销]|机构改革|区划|更名|(?:新|正式|[年月日起])(?:成立|设立)|(?:成立|设立)于"
)


@rule("stale-year", "往年的年份", Severity.WARNING, needs="FN")
def stale_year(review: Review) -> Iterator[Finding]:
    """查什么：以往年开头、说的却像是本年工作的句子，如 2023 年的报告写“2022年，我镇主动公开……”
    “截至2022年底，公开……条”；前言里上年的报告名。
    还有：上年名下写着本年的数（2022年公开 44 条，而别处 2023年公开的正是 44 条）；
    截止到报告年度 1 月的存量；结转到报告年度（应是下一年）的件数。
    为什么：多半是沿用往年的文字而漏改年份，数也可能是往年的。
    怎么改：改为报告年度，并核对句中的数。
    不管什么：与上年比较的句子、决算和要点等按往年编的材料、文件名称、问题整改，以及同一段里也写了本年的；
    前年或更早、又没有说公开或收到多少件的；第五部分不查。
    """
    year, report = review.year, review.report
    if year is None:
        return
    texts = ((address, str(report[address])) for address in report.form.texts if not address.startswith("problems"))
    written = [(address, text) for address, text in texts if text]
    stale = [*_stale(written, year)] if _names_earlier(review.prose, year) else []
    if stale:
        quotes = words.several([words.quoted(sentence, 30) for _, _, sentence in stale]).replace("；", "、")
        meant = "、".join(map(str, sorted({earlier for _, earlier, _ in stale}, reverse=True)))
        of = "上年" if meant == str(year - 1) else "往年"
        message = f"{quotes}：报告年度是 {year}，这里写的却是 {meant} 年，请核对是不是沿用了{of}的文字"
        cells = tuple(dict.fromkeys(address for address, _, _ in stale))
        yield Finding("stale-year", Severity.WARNING, message, cells)
    yield from _misplaced(review, year, written, {sentence for _, _, sentence in stale})


def _stale(written: Sequence[tuple[str, str]], year: int) -> Iterator[tuple[str, int, str]]:
    """Where an earlier year heads a sentence, that year, and the sentence."""
    from giptui.check.prose.stale_years import stale_names, stale_sentences  # most reports name no earlier year

    for address, text in written:
        for earlier, sentence in stale_sentences(text, year):
            yield address, earlier, sentence
        for earlier, sentence in stale_names(text, year) if address == "preface.text" else ():
            yield address, earlier, sentence


_CARRIED: Final = ("结转", "转结", "顺延", "转入", "延续")


def _misplaced(review: Review, year: int, written: Sequence[tuple[str, str]], known: Set[str]) -> Iterator[Finding]:
    """Numbers that stand under the wrong year, each kind once; ``known`` are sentences that are found already."""
    copied = f"{year - 1}年" in review.prose or f"{year - 1} 年" in review.prose
    carries = any(word in review.prose for word in _CARRIED)
    if not (copied or carries or any(word in review.prose for word in ("截至", "截止"))):
        return
    from giptui.check.prose.stale_numbers import copied_numbers, early_stocks, late_carries

    copies = copied_numbers([text for _, text in written], year) if copied else ()
    for sentence, fact in (each for each in copies if each[0] not in known):
        where = next(address for address, text in written if sentence in text)
        why = f"写的是 {year - 1} 年，而 {fact}正是文中 {year} 年的数，请核对年份和数"
        yield Finding("stale-year", Severity.WARNING, f"{words.quoted(sentence, 40)}：{why}", (where,))
        break
    carried_in = review.report["applications.carried_in.total"]
    for address, text in written:
        for sentence in islice(early_stocks(text, year), 1):
            why = f"{year} 年的报告，存量应截止到年底，请核对是不是沿用了上年的文字"
            yield Finding("stale-year", Severity.WARNING, f"{words.quoted(sentence, 40)}：{why}", (address,))
        for clause in islice(late_carries(text, year, carried_in), 1) if carries else ():
            why = f"{year} 年的报告，没有办结的应结转到 {year + 1} 年，请核对年份"
            yield Finding("stale-year", Severity.WARNING, f"{words.quoted(clause, 40)}：{why}", (address,))


def _names_earlier(prose: str, year: int) -> bool:
    """Whether one of the three years before can be written anywhere, in figures or in words; quick."""
    earlier = (str(year - 1), f"{year - 2}年", f"{year - 2} 年", f"{year - 3}年", f"{year - 3} 年")
    return any(mark in prose for mark in (*earlier, "二〇", "二○", "二零", "二O", "二0", "２０", "二Ｏ"))


@rule("deadline", "公布期限", Severity.WARNING, needs="FG")
def deadline(review: Review) -> Iterator[Finding]:
    """查什么：发布日期是不是晚于期限：政府部门 1 月 31 日，县级以上政府 3 月 31 日；乡镇、街道按惯例 1 月 31 日；
    是不是早到报告的这一年还没有结束。
    为什么：《政府信息公开条例》第四十九条规定了县级以上人民政府部门和县级以上地方人民政府公布年度报告的期限；
    报告的是全年，年度没有结束就公布，多半是日期填错了，或者数没有统计到年底。
    怎么改：发布日期填错了的改正；确实晚了的注明理由；本地对乡镇另有期限的，写在 giptui.toml 的 [deadline] 里。
    不管什么：没有填发布日期的；看不出层级的机关，按 3 月 31 日算；写明当年撤并、只报一段时间的机关；
    撰写时间和落款日期。
    """
    report = review.report
    year, published = review.year, _day(report, "published_on")
    if year is None or published is None:
        return
    if (published.year, published.month, published.day) <= (year, 12, 31):
        if not any(re.search(_PART_YEAR, each.paragraph) for each in review.periods if not each.whole):
            message = f"发布日期是 {published}，{year} 年还没有结束；年度报告要等全年的数统计完才能公布"
            yield Finding("deadline", Severity.WARNING, message, ("report.published_on",))
        return
    level, _ = level_of(report)
    if level in _TOWNSHIPS:
        (month, day), who = review.policy.township_deadline, "乡镇、街道按惯例应在此前公布"
    elif level in _DEPARTMENTS:
        month, day, who = 1, 31, "政府部门应在此前公布（《政府信息公开条例》第四十九条）"
    else:
        month, day, who = 3, 31, "县级以上政府应在此前公布（《政府信息公开条例》第四十九条）"
    if (published.year, published.month, published.day) > (year + 1, month, day):
        message = f"发布日期是 {published}，晚于 {year + 1} 年 {month} 月 {day} 日；{who}"
        yield Finding("deadline", Severity.WARNING, message, ("report.published_on",))


_TOWNSHIPS: Final = ("township", "subdistrict")
_DEPARTMENTS: Final = (
    *("central_department", "provincial_department", "prefecture_department", "county_department"),
    *("authorized_organization", "vertically_managed"),
)


@rule("signature-year", "落款日期", Severity.WARNING)
def signature_year(review: Review) -> Iterator[Finding]:
    """查什么：落款日期是不是在报告年度的下一年，并且不晚于发布日期。
    为什么：年度报告在年度结束后编制（《政府信息公开条例》第四十九条），写成以后才公布；年份不对，多半是新年里写惯了旧年份，或沿用了上年的落款。
    怎么改：改正落款日期；日期没有错的，核对报告年度和发布日期。
    不管什么：没有落款日期或没有发布日期的；标题和报告年度不一致的，先改年度（见 year-mismatch）。
    """
    report = review.report
    year, signed, published = review.year, _day(report, "signed_on"), _day(report, "published_on")
    if year is None or signed is None:
        return
    if signed.year != year + 1:
        message = f"落款日期是 {signed}，但 {year} 年度的报告应在 {year + 1} 年编制"
        yield Finding("signature-year", Severity.WARNING, message, ("report.signed_on",))
    elif published is not None and signed > published:
        message = f"落款日期是 {signed}，晚于发布日期 {published}"
        yield Finding("signature-year", Severity.WARNING, message, ("report.signed_on", "report.published_on"))


def _day(report: Report, name: str) -> date | None:
    """A date of the header, if it is one."""
    value = report[f"report.{name}"]
    return value if type(value) is date else None
