# Needs make, Python 3.11 or newer, and the package index; `make help` lists the targets.
# Everything is set up in .venv, once, and what the set-up says goes to standard error.

VENV := .venv
BIN := $(VENV)/bin
PREFIX ?= $(HOME)/.local

# A stamp is newer than what it was made from, so a second `make run` starts at once.
ENVIRONMENT := $(VENV)/pyvenv.cfg
INSTALLED := $(VENV)/.installed
DEVELOPED := $(VENV)/.developed

# An environment whose Python is gone, after an upgrade say, is made anew.
$(shell $(BIN)/python -c '' 2>/dev/null || rm -f $(ENVIRONMENT))

# The first of these that is new enough and can make an environment; `make PYTHON=/path/to/python3` names another.
PYTHONS := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11)
FIT := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

PIP_INSTALL := -m pip --quiet --disable-pip-version-check --no-input install

.DELETE_ON_ERROR:
.PHONY: help run test lint docs bench install uninstall clean

help:  ## 列出这些目标 / list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: $(INSTALLED)  ## 在编辑器里打开样例报告；不在终端里时排印它 / open the seed report in the editor, or print it
	@$(BIN)/giptui data/baihe-2023.toml

test: $(DEVELOPED)  ## 运行全部测试 / run all tests (ARGS="-k grid" runs some)
	@$(BIN)/python -m pytest -n auto $(ARGS)

lint: $(DEVELOPED)  ## 检查风格、类型和引入方向 / check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(DEVELOPED)  ## 重新生成 docs/ 里的规则、拒绝、设置三页 / write rules, refusals and settings anew
	@$(BIN)/python docs/generate.py
	@$(BIN)/python docs/generate_refusals.py
	@$(BIN)/python docs/generate_settings.py

bench: $(DEVELOPED)  ## 测量速度、字节数和内存 / measure speed, bytes a key and memory
	@$(BIN)/python bench

install: $(ENVIRONMENT)  ## 为当前用户安装 giptui 命令 / install the command for this user, under PREFIX
	@$(BIN)/python -m venv --clear "$(PREFIX)/share/giptui"
	@"$(PREFIX)/share/giptui/bin/python" $(PIP_INSTALL) .
	@mkdir -p "$(PREFIX)/bin"
	@ln -sf ../share/giptui/bin/giptui "$(PREFIX)/bin/giptui"
	@echo "$(PREFIX)/bin/giptui"

uninstall:  ## 卸载 / undo `make install`
	@rm -rf "$(PREFIX)/share/giptui" "$(PREFIX)/bin/giptui"

clean:  ## 删除 .venv 和各种缓存 / remove .venv and the caches
	@rm -rf $(VENV) dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find src tests bench -name __pycache__ -prune -exec rm -rf {} +

# Editable: what is edited under src/ is what runs.
$(INSTALLED): pyproject.toml $(ENVIRONMENT)
	@echo '正在安装 giptui（只此一次）… / installing giptui, this once …' >&2
	@$(BIN)/python $(PIP_INSTALL) --editable . >&2
	@touch $@

# Dependency groups need pip 25.1; the one that comes with Python 3.11 is older.
$(DEVELOPED): pyproject.toml $(ENVIRONMENT)
	@echo '正在安装 giptui 和测试工具（只此一次）… / installing giptui and the test tools, this once …' >&2
	@$(BIN)/python $(PIP_INSTALL) 'pip>=25.1' >&2
	@$(BIN)/python $(PIP_INSTALL) --editable ".[fast]" --group test --group lint >&2
	@touch $@ $(INSTALLED)

$(ENVIRONMENT):
	@for each in $(PYTHONS); do \
	  if "$$each" -c '$(FIT)' >/dev/null 2>&1; then exec "$$each" -m venv --clear $(VENV) >&2; fi; \
	done; \
	echo '没有可用的 Python：需要 3.11 或更新的版本，带 venv（Debian、Ubuntu：apt install python3-venv）；也可指明：make PYTHON=/路径/python3 …' >&2; \
	echo 'No fit Python among: $(PYTHONS). It takes 3.11 or newer with venv; or name one: make PYTHON=/path/to/python3 …' >&2; \
	exit 1
