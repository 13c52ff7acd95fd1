"""What a template has left where a number, a name or a sentence should stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giptui.check import words
from giptui.check.finding import Finding, Severity
from giptui.check.review import Review
from giptui.check.rule import rule

_HEADINGS: Final = ("report.title", "report.organ", "report.signature")
# Nearly every text has none of these, and is done; then no pattern is even compiled.
SUSPECT: Final = ("__", "＿＿", "XX", "xx", "ＸＸ", "ｘｘ", "××", "文字描述")
_NOTES: Final = (
    "填写",
    "填报",
    "（请",
    "(请",
    "根据实际",
    "按实际",
    "号字",
    "加粗",
    "删除）",
    "删除)",
    "删去）",
    "删去)",
    "**",
    "＊＊",
    "○○",
    "〇〇",
    "●●",
)
_EMPTY: Final = tuple(f"{left}{blank}{right}" for left, right in ("（）", "()") for blank in ("", " ", "  ", "\u3000"))
_MARKS: Final = (*"_＿XxＸｘ×", "文字描述", *_NOTES, *_EMPTY)
_BLANKS: Final = " \u3000\xa0"
_UNITS: Final = tuple(f"{blank}{unit}" for blank in _BLANKS for unit in "件条篇份次期场")
_COUNTED_ENDS: Final = frozenset("息读告态件稿报解频言请开布到理复结送载发")  # of 信息, 解读 …


@rule("placeholder-left", "模板文字未替换", Severity.ERROR, needs="FN")
def placeholder_left(review: Review) -> Iterator[Finding]:
    """查什么：标题、落款和各部分文字里留下的模板占位：“（文字描述）”“（请根据实际情况填写）”这样的说明、字体字号的要求，
    下划线空格、XX 件、**条、（）条、X 月 X 日、XX 镇，以及该写数却空着的“公开信息 条”。
    为什么：公布出去的报告里留着占位，说明这一处没有填写。
    怎么改：填上实际内容，没有的话删去这一句。
    不管什么：李XX、××× 等隐去的人名；隐去几位的号码；乘号；网址、邮箱和文件名里的下划线；字与字之间都有空格的文字。
    """
    report = review.report
    everything = "\n".join((review.prose, *(report.line(heading) for heading in ("title", "organ", "signature"))))
    if not _may_lack(everything):
        return
    from giptui.check.prose.placeholders import placeholders  # few reports come here

    for address in (*_HEADINGS, *report.form.texts):
        text = str(report[address])
        if not _may_lack(text):
            continue
        found: dict[str, Severity] = {}
        for context, severity in placeholders(text, heading=address in _HEADINGS):
            found.setdefault(context, severity)
        if found:
            left = words.several([f"“{context}”" for context in found], unit="处").replace("”；“", "”、“")
            message = f"{words.text(report.form, address)}：还留着模板里的{left}，请填上实际内容"
            yield Finding("placeholder-left", max(found.values()), message, (address,))


def _may_lack(text: str) -> bool:
    """Whether the text can hold a placeholder; quick."""
    if any(mark in text for mark in _MARKS):
        return True
    return any(blank in text for blank in _BLANKS) and any(
        before.rstrip()[-1:] in _COUNTED_ENDS for mark in _UNITS if mark in text for before in text.split(mark)[:-1]
    )
