# The front door: `make demo` and `make test` work on a machine that has Python 3.11 or newer, pip and GNU make.
# All paths are relative, so that the repository may lie in a folder with spaces in its name.

VENV := .venv
# The first Python on the PATH that is new enough; `make demo PYTHON=/path/to/python3` chooses another one.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
INSTALLED_ENGINE := $(VENV)/.installed-engine

.PHONY: help demo test test-engine check bench clean

help:
	@echo "make demo    build a record and a dossier of the eight example reports, into demo/"
	@echo "make test    run the tests"
	@echo "make test-engine   run the tests of --engine: DuckDB, and Spark on a cluster of this machine (needs Java 17)"
	@echo "make check   lint, formatting and types"
	@echo "make bench   measure reports per second"
	@echo "make clean   remove demo/ and caches; the virtual environment $(VENV) stays"

demo: $(INSTALLED)
	@mkdir -p demo
	@echo "Building a record of the eight reports in examples/reports …"
	@$(VENV)/bin/onrecord build examples/reports -o demo/kosovo.onrecord --json > demo/summary.json || { \
		if [ $$? -eq 3 ]; then \
			echo "Some of the example reports could not be read, which should not happen:"; \
			$(VENV)/bin/onrecord show demo/kosovo.onrecord unread; \
		fi; \
		exit 1; \
	}
	@$(VENV)/bin/onrecord dossier demo/kosovo.onrecord -o demo/dossier > demo/dossier.log
	@echo
	@$(VENV)/bin/onrecord show demo/kosovo.onrecord
	@echo
	@echo "Open the dossier in a browser:"
	@$(VENV)/bin/python -c 'from pathlib import Path; print("  " + Path("demo/dossier/index.html").resolve().as_uri())'
	@echo "See every statement in the terminal:"
	@echo "  $(VENV)/bin/onrecord show demo/kosovo.onrecord statements"
	@echo "Do the same with reports of your own (docs/tutorial.md takes you through it):"
	@echo "  $(VENV)/bin/onrecord build FOLDER -o NAME.onrecord"
	@echo "  $(VENV)/bin/onrecord dossier NAME.onrecord -o NAME-dossier"

test: $(INSTALLED_DEV)
	@echo "Running the tests:"
	@$(VENV)/bin/python -m pytest $(ARGS)

# Spark and DuckDB are 500 MB, which nobody needs but for --engine; without Java the tests of Spark are skipped.
test-engine: $(INSTALLED_ENGINE)
	@echo "Running the tests of the engines:"
	@$(VENV)/bin/python -m pytest -rs tests/scale $(ARGS)

# All three are run, so that one round shows everything that is wrong.
check: $(INSTALLED_DEV)
	@failed=; \
	echo "Lint:"; $(VENV)/bin/python -m ruff check . || failed=1; \
	echo "Formatting:"; $(VENV)/bin/python -m ruff format --check . || failed=1; \
	echo "Types:"; $(VENV)/bin/python -m mypy || failed=1; \
	[ -z "$$failed" ]

bench: $(INSTALLED_DEV)
	@echo "Measuring reports per second; this takes a few minutes:"
	@$(VENV)/bin/python benchmarks/throughput.py $(ARGS)

clean:
	rm -rf demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests training benchmarks examples -name __pycache__ -type d -prune -exec rm -rf {} +

# The package is installed in place, so a change of its source needs no new installation; one of pyproject.toml does.
$(INSTALLED): pyproject.toml | $(VENV)/bin/python
	@echo "Installing Onrecord and its libraries into $(VENV) (once; two minutes or so, about 350 MB) …"
	@$(PIP) install --editable .
	@touch $@

$(INSTALLED_DEV): pyproject.toml | $(VENV)/bin/python
	@echo "Installing Onrecord, its libraries and the tools for testing into $(VENV) (once; two minutes or so) …"
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(INSTALLED)

$(INSTALLED_ENGINE): pyproject.toml | $(VENV)/bin/python
	@echo "Installing DuckDB and Spark for testing into $(VENV) (once; some minutes, about 700 MB) …"
	@$(PIP) install --editable '.[dev,scale,spark]'
	@touch $@ $(INSTALLED_DEV) $(INSTALLED)

# Debian and Ubuntu ship Python without ensurepip, so that `python -m venv` fails there; the machine's own pip helps out.
$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Onrecord needs Python 3.11 or newer, and there is none on the PATH."; \
		echo "Install one (https://www.python.org/downloads/, or your system's package python3.11),"; \
		echo "or say where it is: make demo PYTHON=/path/to/python3.11"; \
		exit 1; \
	fi
	@if ! "$(PYTHON)" -c 'import sys' 2>/dev/null; then \
		echo "$(PYTHON) does not run. Say where Python 3.11 or newer is: make demo PYTHON=/path/to/python3.11"; \
		exit 1; \
	fi
	@if ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "Onrecord needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" -c 'import platform; print(platform.python_version())')."; \
		echo "Install a newer one, or say where it is: make demo PYTHON=/path/to/python3.11"; \
		exit 1; \
	fi
	@echo "Making a virtual environment in $(VENV) with $(PYTHON) …"
	@rm -f $(INSTALLED) $(INSTALLED_DEV) $(INSTALLED_ENGINE)
	@if "$(PYTHON)" -c 'import ensurepip' 2>/dev/null; then \
		"$(PYTHON)" -m venv $(VENV); \
	else \
		"$(PYTHON)" -m venv --without-pip $(VENV) && "$(PYTHON)" -m pip --python $(VENV)/bin/python install --quiet pip; \
	fi || { \
		rm -rf $(VENV); \
		echo "The virtual environment could not be made (see above). On Debian and Ubuntu this helps:"; \
		echo "  sudo apt install python3-venv"; \
		exit 1; \
	}
