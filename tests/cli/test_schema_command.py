"""`giptui schema`: what giptui writes is valid, what the checks object to in the file's structure is not."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cli_program import SEED, Program
from hypothesis import given
from hypothesis import strategies as st

from giptui.check import check
from giptui.cli.schemas.file import file_schema
from giptui.form import FORMS, LATEST, Form, Kind
from giptui.report import Value
from giptui.store import blank, decode, parse

CASES = Path(__file__).parents[1] / "rules"


def plain(value: Any) -> Any:
    """TOML as JSON has it: a date is the string that it is written as."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def errors(text: str, form: Form = LATEST) -> list[str]:
    validator = jsonschema.Draft202012Validator(file_schema(form))
    return [error.json_path for error in validator.iter_errors(plain(tomllib.loads(text, parse_float=Decimal)))]


def described(schema: Any) -> list[str]:
    """All the descriptions in a schema."""
    if isinstance(schema, list):
        return [text for inner in schema for text in described(inner)]
    if not isinstance(schema, Mapping):
        return []
    own = [schema["description"]] if isinstance(schema.get("description"), str) else []
    return own + [text for inner in schema.values() for text in described(inner)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("file",),
        ("file", "--form", "2019"),
        ("report",),
        ("report", "--form", "2019"),
        ("findings",),
        ("findings-line",),
        ("origin",),
    ],
)
def test_it_is_a_schema_of_draft_2020_12(giptui: Program, arguments: tuple[str, ...]) -> None:
    done = giptui("schema", *arguments)
    assert (done.code, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_seed_is_valid() -> None:
    assert errors(SEED.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_a_new_report_is_valid_and_every_label_is_there(form: Form) -> None:
    assert errors(blank(form, {"preface.text": "前言", "applications.text_after": "后"}), form) == []
    texts = "\n".join(described(file_schema(form)))
    for cell in form.cells.values():
        assert cell.row.label in texts
        assert cell.column.label in texts
    assert all(field.label in texts for field in form.header)
    assert all(section.title in texts for section in form.sections)


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("new_recieved = [0, 0, 0, 0, 0, 0, 0]", "$.applications"),
        ("new_received = [0, 0, 0]", "$.applications.new_received"),
        ("new_received = [0, 0, 0, 0, 0, 0, 0, 0]", "$.applications.new_received"),
        ('new_received = ["3", 0, 0, 0, 0, 0, 0]', "$.applications.new_received[0]"),
        ("new_received = [-1, 0, 0, 0, 0, 0, 0]", "$.applications.new_received[0]"),
        ("not_disclosed.state_secret = 0", "$.applications.not_disclosed.state_secret"),
        ("[x]\nanything = 1", ""),
        ('new_received = ["", "/", "?", 0, 0, 0, 0]', ""),
        ('[report]\nyear = "2023"', "$.report.year"),
        ('[report]\nlevel = "twnship"', "$.report.level"),
        ('[report]\nsigned_on = "去年"', "$.report.signed_on"),
        ("[report]\nsigned_on = 2024-01-23\nwritten_at = 2024-01-23T16:12:21", ""),
        ("[proactive_disclosure]\nadministrative_fees.amount = 12.345678", ""),
    ],
)
def test_structure_and_types(line: str, path: str) -> None:
    assert errors(f'form = "2021"\n[applications]\n{line}\n') == ([path] if path else [])


def test_the_other_form_is_refused() -> None:
    assert errors('form = "2019"\n') == ["$.form"]
    assert errors("") == ["$"]


NUMBERS = st.one_of(
    st.integers(-5, 10**13),
    st.sampled_from(
        ["", "/", "?", "3", "+19", "增10", "1424.4万元", "251000元", "若干", Decimal("1.5"), Decimal("-0.5")]
    ),
)


@given(st.sampled_from([*FORMS.values()]), st.data())
def test_a_cell_is_valid_exactly_where_the_checks_take_it_for_a_number(form: Form, data: st.DataObject) -> None:
    address = data.draw(st.sampled_from([*form.cells]))
    value: Value = data.draw(NUMBERS)
    text = blank(form, {address: value})
    wrong = [finding for finding in check(parse(decode("a.toml", text.encode()))) if finding.rule == "not-a-count"]
    assert bool(errors(text, form)) == bool(wrong)


def test_every_kind_of_value_has_its_place_in_the_schema() -> None:
    used = {kind for form in FORMS.values() for kind in form.kinds.values()}
    assert used == {*Kind}


def test_real_findings_are_valid(call: Program) -> None:
    schema = json.loads(call("schema", "findings").out)
    files = [SEED, *sorted(CASES.glob("*/fires.toml"))]
    document = json.loads(call("check", "--format", "json", *files).out)
    assert len(document["findings"]) > len(files)
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["unreadable"] == []


def test_every_line_is_valid_and_what_could_not_be_read_is_one(call: Program, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text('form = "2021"\n[report\n', encoding="utf-8")
    files = (SEED, "none.toml", "broken.toml", *sorted(CASES.glob("*/fires.toml")))
    of_line, of_document = (
        jsonschema.Draft202012Validator(json.loads(call("schema", name).out)) for name in ("findings-line", "findings")
    )
    lines = [json.loads(line) for line in call("check", "--format", "jsonl", *files).out.splitlines()]
    assert len(lines) > len(files)
    for line in lines:
        of_line.validate(line)
    document = json.loads(call("check", "--format", "json", *files).out)
    of_document.validate(document)
    unread = [line for line in lines if "refusal" in line]
    assert [line for line in lines if "rule" in line] == document["findings"]
    assert unread == document["unreadable"]
    assert [(line["file"], line["line"], line["refusal"]) for line in unread] == [
        ("none.toml", None, "file-missing"),
        ("broken.toml", 2, "toml-unclosed-header"),
    ]
    for wrong in ({**lines[0], "rule": "none"}, {**unread[0], "rule": "period"}, {**unread[0], "refusal": ""}, {}):
        assert not of_line.is_valid(wrong)


def test_the_version_is_of_the_file_alone(call: Program) -> None:
    done = call("schema", "findings", "--form", "2019")
    assert done == (2, "", "--form 只用于 giptui schema file 和 report；别的各版本相同，请去掉 --form\n")
    assert call("schema", "all").err.startswith(
        "giptui schema：file|findings|findings-line|origin|report 只能是 file、"
    )
