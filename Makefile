# Needs make, Python 3.11 or newer, and the package index; `make help` lists the targets.
# Everything is set up in .venv, once, and what the set-up says goes to standard error.

VENV := .venv
BIN := $(VENV)/bin
PREFIX ?= $(HOME)/.local
# For packagers: files are put below DESTDIR and know nothing of it; PACKAGE may be a wheel.
DESTDIR ?=
PACKAGE ?= .[import,export]

# A stamp is newer than what it was made from, so a second `make run` starts at once.
ENVIRONMENT := $(VENV)/pyvenv.cfg
INSTALLED := $(VENV)/.installed
DEVELOPED := $(VENV)/.developed

# An environment whose Python is gone, after an upgrade say, is made anew.
$(shell $(BIN)/python -c '' 2>/dev/null || rm -f $(ENVIRONMENT))

# The first of these that is new enough and can make an environment; `make PYTHON=/path/to/python3` names another.
PYTHONS := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11)
FIT := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

HOUSE = $(DESTDIR)$(PREFIX)/share/giptui
SHARED := man bash-completion zsh fish
PIP_OPTIONS := --quiet --disable-pip-version-check --no-input
PIP_INSTALL := -m pip $(PIP_OPTIONS) install

.DELETE_ON_ERROR:
.PHONY: help run test scans lint docs bench fuzz install uninstall clean

help:  ## 列出这些目标 / list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: $(INSTALLED)  ## 在编辑器里打开样例报告；不在终端里时排印它 / open the seed report in the editor, or print it
	@$(BIN)/giptui data/baihe-2023.toml

test: $(DEVELOPED)  ## 运行全部测试 / run all tests (ARGS="-k grid" runs some)
	@$(BIN)/python -m pytest -n auto $(ARGS)

scans: $(DEVELOPED)  ## 安装文字识别（355 MB）并测试扫描件的读取 / install the recognition of scans (355 MB) and test it
	@$(BIN)/python $(PIP_INSTALL) --editable ".[ocr]" >&2
	@$(BIN)/python -m pytest tests/readers/test_scan.py $(ARGS)

lint: $(DEVELOPED)  ## 检查风格、类型和引入方向 / check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(DEVELOPED)  ## 重新生成 docs/ 里的规则、拒绝、设置、图和 share/ / write the generated pages, the picture and share/ anew
	@$(BIN)/python docs/generate_rules.py
	@$(BIN)/python docs/generate_refusals.py
	@$(BIN)/python docs/generate_settings.py
	@$(BIN)/python docs/generate_share.py
	@$(BIN)/python docs/generate_picture.py

bench: $(DEVELOPED)  ## 测量速度、字节数和内存 / measure speed, bytes a key and memory
	@$(BIN)/python bench

fuzz: $(DEVELOPED)  ## 用乱改的文件和参数试遍各命令一小时 / try every command on hostile input (FUZZ_MINUTES=60)
	@PYTHONPATH=tests $(BIN)/python -m fuzz
	@$(BIN)/python tests/fuzz/lost_edits.py $(or $(FUZZ_KILLS),10000)

install: $(ENVIRONMENT)  ## 为当前用户安装 giptui 命令、手册和补全 / install command, manual, completions under PREFIX (DESTDIR too)
	@$(BIN)/python -m venv --clear --without-pip "$(HOUSE)"
	@$(BIN)/python -m pip --python "$(HOUSE)/bin/python" $(PIP_OPTIONS) install --no-compile "$(PACKAGE)"
	@grep -rlIF --null -e "$(HOUSE)" "$(HOUSE)/bin" "$(HOUSE)/pyvenv.cfg" | xargs -0 sed -i 's|$(HOUSE)|$(PREFIX)/share/giptui|g'
	@"$(HOUSE)/bin/python" -m compileall -q -s "$(DESTDIR)" "$(HOUSE)/lib"
	@mkdir -p "$(DESTDIR)$(PREFIX)/bin"
	@ln -sf ../share/giptui/bin/giptui "$(DESTDIR)$(PREFIX)/bin/giptui"
	@cd "$(HOUSE)/share" && find $(SHARED) -type f -name '*giptui*' -exec sh -c '\
	  for each; do \
	    mkdir -p "$$0/$${each%/*}" && ln -sf "$$(dirname "$$each" | sed "s|[^/]*|..|g")/giptui/share/$$each" "$$0/$$each"; \
	  done' "$(DESTDIR)$(PREFIX)/share" {} +
	@echo "$(PREFIX)/bin/giptui"

uninstall:  ## 卸载 / undo `make install`
	@rm -rf "$(HOUSE)" "$(DESTDIR)$(PREFIX)/bin/giptui"
	@cd "$(DESTDIR)$(PREFIX)/share" 2>/dev/null && find $(SHARED) -type l -name '*giptui*' -delete 2>/dev/null || true

clean:  ## 删除 .venv 和各种缓存 / remove .venv and the caches
	@rm -rf $(VENV) dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find src tests bench -name __pycache__ -prune -exec rm -rf {} +

# Editable: what is edited under src/ is what runs.
$(INSTALLED): pyproject.toml $(ENVIRONMENT)
	@echo '正在安装 giptui（只此一次）… / installing giptui, this once …' >&2
	@$(BIN)/python $(PIP_INSTALL) --editable ".[import,export]" >&2
	@touch $@

# Dependency groups need pip 25.1; the one that comes with Python 3.11 is older.
$(DEVELOPED): pyproject.toml $(ENVIRONMENT)
	@echo '正在安装 giptui 和测试工具（只此一次）… / installing giptui and the test tools, this once …' >&2
	@$(BIN)/python $(PIP_INSTALL) 'pip>=25.1' >&2
	@$(BIN)/python $(PIP_INSTALL) --editable ".[export,fast,import,parquet,serve]" --group test --group lint >&2
	@touch $@ $(INSTALLED)

$(ENVIRONMENT):
	@for each in $(PYTHONS); do \
	  if "$$each" -c '$(FIT)' >/dev/null 2>&1; then exec "$$each" -m venv --clear $(VENV) >&2; fi; \
	done; \
	echo '没有可用的 Python：需要 3.11 或更新的版本，带 venv（Debian、Ubuntu：apt install python3-venv）；也可指明：make PYTHON=/路径/python3 …' >&2; \
	echo 'No fit Python among: $(PYTHONS). It takes 3.11 or newer with venv; or name one: make PYTHON=/path/to/python3 …' >&2; \
	exit 1
