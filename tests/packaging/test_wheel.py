"""What a wheel holds: the sample, the manual, the completions, and a page that a package index can show."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT / "data" / "baihe-2023.toml"


@pytest.fixture
def opened(wheel: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(wheel)


def member(opened: zipfile.ZipFile, ending: str) -> bytes:
    (name,) = (name for name in opened.namelist() if name.endswith(ending))
    return opened.read(name)


def test_manual_and_completions_stand_where_systems_look_for_them(opened: zipfile.ZipFile) -> None:
    kept = {str(path.relative_to(ROOT / "share")): path for path in (ROOT / "share").rglob("*") if path.is_file()}
    assert "man/man1/giptui-check.1" in kept
    assert {"bash-completion/completions/giptui", "zsh/site-functions/_giptui"} < set(kept)
    assert "fish/vendor_completions.d/giptui.fish" in kept
    for name, path in kept.items():
        assert member(opened, f".data/data/share/{name}") == path.read_bytes()


def test_all_of_the_program_goes_along(opened: zipfile.ZipFile) -> None:
    listed = {path.relative_to(ROOT / "src") for path in (ROOT / "src").rglob("*") if path.is_file()}
    wanted = {str(path) for path in listed if "__pycache__" not in path.parts and ".egg-info" not in str(path)}
    assert wanted | {"giptui/example.toml"} == {n for n in opened.namelist() if n.startswith("giptui/")}


def test_the_sample_is_the_seed_s_report(opened: zipfile.ZipFile, tmp_path: Path) -> None:
    """From the unpacked wheel, where no data/ is near."""
    opened.extractall(tmp_path / "site")
    run = [sys.executable, "-m", "giptui", "new", "--example", "样例.toml"]
    subprocess.run(run, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")}, check=True)
    assert (tmp_path / "样例.toml").read_bytes() == SEED.read_bytes()
    again = subprocess.run(run, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")}, check=False, stderr=-1)
    assert again.returncode == 2


def test_the_page_of_the_index_has_no_link_that_leads_nowhere_there(opened: zipfile.ZipFile) -> None:
    metadata = message_from_bytes(member(opened, ".dist-info/METADATA"))
    page = metadata.get_payload(decode=True)
    assert isinstance(page, bytes)
    text = page.decode()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((?!https?:)", readme), "else this test sees nothing"
    assert re.findall(r"\]\((?!https?:)[^)]*\)|<img|^\[[^]]+\]:", text, re.MULTILINE) == []
    assert metadata["Description-Content-Type"] == "text/markdown"
    for word in re.findall(r"(?<!!)\[([^\]]+)\]\([^)]*\)", readme):
        assert word in text
    assert "https://" not in (metadata["Home-page"] or ""), "no address is known; none is made up"


def test_classifiers_are_those_the_index_knows(opened: zipfile.ZipFile) -> None:
    from trove_classifiers import classifiers  # hatchling brings it

    metadata = message_from_bytes(member(opened, ".dist-info/METADATA"))
    named = metadata.get_all("Classifier") or []
    assert named and set(named) <= classifiers
