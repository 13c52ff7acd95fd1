"""The lines a published page prints above and below the report; the same for every version of the form."""

from __future__ import annotations

from typing import Final

from giptui.form.model import Field, Kind

LEVELS: Final = {
    "central_department": "中央部门",
    "provincial_government": "省级政府",
    "provincial_department": "省级部门",
    "prefecture_government": "地市级政府",
    "prefecture_department": "地市级部门",
    "county_government": "县级政府",
    "county_department": "县级部门",
    "township": "乡镇",
    "subdistrict": "街道办事处",
    "development_zone": "开发区",
    "authorized_organization": "法律法规授权组织",
    "vertically_managed": "垂直管理单位",
}

SCOPES: Final = {"own": "本机关", "region": "本机关及下属各单位（全市、全县）"}

HEADER: Final = (
    Field("title", "标题"),
    Field("organ", "机关名称"),
    Field("level", "机关层级", Kind.CHOICE, LEVELS, note="缺省时按机关名称推断，并注明是推断。"),
    Field("scope", "统计范围", Kind.CHOICE, SCOPES, note="缺省为本机关；县级以上政府缺省为全市、全县。"),
    Field("year", "报告年度", Kind.YEAR),
    Field("written_at", "撰写时间", Kind.MOMENT),
    Field("published_on", "发布日期", Kind.DATE),
    Field("source", "来源"),
    Field("editor", "编辑"),
    Field("document_number", "文号", note="可不填；导出的文件印在标题上方，如 白政发〔2024〕1号。", optional=True),
    Field("addressee", "主送机关", note="可不填；导出的文件印在正文之前。", optional=True),
    Field("signature", "落款"),
    Field("signed_on", "落款日期", Kind.DATE),
)
