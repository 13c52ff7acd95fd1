"""What the READMEs show happens when it is run; `python tests/repository/readme.py` brings them up to date."""

import re

import readme
from readme import PAGES, ROOT, SCREEN

PAGE, TWIN = (path.read_text(encoding="utf-8") for path in PAGES)


def test_every_command_of_the_tour_prints_what_the_page_shows() -> None:
    shown = readme.sessions(PAGE)
    assert shown
    assert readme.replayed(shown) == shown


def test_the_screen_is_the_editor_s() -> None:
    assert SCREEN.findall(PAGE)[0] == readme.screen()


def test_both_languages_show_the_same() -> None:
    assert readme.sessions(PAGE) == readme.sessions(TWIN)
    assert SCREEN.findall(PAGE) == SCREEN.findall(TWIN)


def test_the_targets_that_pages_and_ci_name_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    contributing, ci = (path.read_text(encoding="utf-8") for path in (ROOT / "CONTRIBUTING.md", ROOT / ".ci" / "run"))
    for text in (PAGE, TWIN, contributing, ci):
        named = re.findall(r"(?:^ *|`|`\w+=\w+ )make ([a-z]+)", text, re.MULTILINE)
        assert named and set(named) <= targets


def test_the_links_of_every_page_lead_somewhere() -> None:
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        for target in re.findall(r"\]\(([^)#:]+(?:#[^):]+)?)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target.partition("#")[0]).exists(), f"{path.name}: {target}"
