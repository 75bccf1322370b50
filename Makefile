# Everything from nothing but Python 3.11 with pip: `make demo` shows it, `make test` tests it.
# Nothing is installed again unless the locks or pyproject.toml have changed.

PYTHON ?= $(shell python3.11 --version >/dev/null 2>&1 && echo python3.11 || echo python3)
VENV ?= .venv
BIN = $(VENV)/bin

# The venv gets its packages from the outer pip: bare Debian has no ensurepip.
PIP = $(PYTHON) -m pip --disable-pip-version-check --python $(BIN)/python
INSTALL_LOCKED = $(PIP) install --quiet --require-hashes --requirement
# On all cores; a worker that has nothing left takes tests from another.
PYTEST = $(BIN)/python -m pytest --numprocesses auto --dist worksteal
# What is built from Rust, and what stands on it.
BINARY = check-jsonschema duckdb jsonschema-rs jsonschema-specifications numpy orjson pyarrow python-calamine referencing rpds-py
INSTALL_PROJECT = $(PIP) install --quiet --no-deps --no-build-isolation --editable .

# Bytecode, even where the environment tells Python to write none: each start would compile every source again.
BYTECODE = $(BIN)/python -m compileall -q lint rules

# Extras are kept in the locks: pip asks for a pin of `coverage[toml]` itself once a newer coverage is out.
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--custom-compile-command "make lock"

.PHONY: demo test test-pure test-lowest bench peers wheel zipapp pages site lock clean
.DELETE_ON_ERROR:

demo: $(VENV)/run.stamp
	@$(BYTECODE)
	@echo "== clean examples: exit code 0"
	$(BIN)/xxgk-lint check examples/clean
	@echo
	@echo "== a broken one: exit code 1 is meant"
	$(BIN)/xxgk-lint check examples/broken/department.txt; test $$? -eq 1

test: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) --cov

# Machines without binary wheels (LoongArch) run on pure Python; so do the tests, once more. That pip finds fault with
# jsonschema is meant: this machine is one for which pyproject.toml asks for a newer one.
test-pure: VENV := .venv-pure
test-pure:
	$(MAKE) VENV=$(VENV) $(VENV)/dev.stamp
	$(PIP) uninstall --quiet --yes $(BINARY)
	$(INSTALL_LOCKED) requirements/pure.txt
	for name in jsonschema_rs orjson python_calamine referencing rpds; do ! $(BIN)/python -c "import $$name" 2>/dev/null || exit; done
	PYRSISTENT_NO_C_EXTENSION=1 $(PYTEST)

# The lower bounds of pyproject.toml are a promise too.
test-lowest: VENV := .venv-lowest
test-lowest:
	$(MAKE) VENV=$(VENV) $(VENV)/dev.stamp
	$(INSTALL_LOCKED) requirements/lowest.txt
	$(PYTEST)

# `make bench PAGE=docs/benchmarks.md` writes the page too; several are written as "docs/benchmarks.md README.md".
bench: $(VENV)/dev.stamp peers
	$(BYTECODE) benchmarks
	$(BIN)/python -m benchmarks $(if $(PAGE),--page $(PAGE))

# What a user would pick instead, apart from ours. What is not here is told as not measured.
PEERS = .venv-peers
AJV = benchmarks/peers/ajv

peers: $(PEERS)/peers.stamp
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(AJV)/node_modules/peers.stamp; else echo "no npm: no ajv"; fi

wheel: $(VENV)/dev.stamp
	$(BIN)/python -m hatchling build

# One file for machines without network: the locked wheels, the program and what starts it. See docs/offline.md.
# Nothing of it needs a binary wheel.
zipapp: $(VENV)/run.stamp
	$(INSTALL_LOCKED) requirements/zipapp.txt
	rm -rf build/zipapp
	$(INSTALL_LOCKED) requirements/run.txt --target build/zipapp
	$(PIP) install --quiet --no-deps --no-build-isolation --target build/zipapp .
	mkdir -p dist
	sh ci/single_file.sh $(BIN)/python build/zipapp dist/xxgk-lint.pyz

# The site of the rules, in build/site; a warning of its generator fails it. `pages` alone writes the Markdown.
PAGES = build/pages
SITE = build/site

pages: $(VENV)/run.stamp
	rm -rf $(PAGES)
	$(BIN)/python -m lint rules pages -o $(PAGES)
	mkdir $(PAGES)/guide
	cp -R docs/*.md docs/authors $(PAGES)/guide
	cp -R schemas $(PAGES)

site: pages
	$(INSTALL_LOCKED) requirements/docs.txt
	rm -rf $(SITE)
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet --builder html --conf-dir docs --doctree-dir $(SITE)/.doctrees $(PAGES) $(SITE)
	rm -rf $(SITE)/.doctrees

# run.txt is held to dev.txt, so that both fit into one venv.
lock: $(VENV)/dev.stamp
	$(PIP) install --quiet uv
	$(LOCK) pyproject.toml --extra pdf --extra parquet --extra dask --extra storage --group build --group test --group lint --group bench --group zipapp --output-file requirements/dev.txt
	$(LOCK) pyproject.toml --extra pdf --group build --constraint requirements/dev.txt --output-file requirements/run.txt
	$(LOCK) pyproject.toml --extra pdf --extra parquet --extra dask --extra storage --resolution lowest-direct --output-file requirements/lowest.txt
	$(LOCK) --group pyproject.toml:zipapp --constraint requirements/dev.txt --output-file requirements/zipapp.txt
	$(LOCK) --group pyproject.toml:docs --constraint requirements/dev.txt --output-file requirements/docs.txt
	$(LOCK) --group pyproject.toml:pure --output-file requirements/pure.txt
	$(LOCK) --group pyproject.toml:peers --output-file requirements/peers.txt

clean:
	rm -rf .venv .venv-pure .venv-lowest $(PEERS) $(AJV)/node_modules build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml hatch_build.py | $(BIN)/python
	$(INSTALL_LOCKED) requirements/run.txt
	$(INSTALL_PROJECT)
	$(BYTECODE)
	touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml hatch_build.py | $(BIN)/python
	$(INSTALL_LOCKED) requirements/dev.txt
	$(INSTALL_PROJECT)
	$(BYTECODE)
	touch $@

$(PEERS)/peers.stamp: requirements/peers.txt
	$(PYTHON) -m venv --without-pip --clear $(PEERS)
	$(PYTHON) -m pip --disable-pip-version-check --python $(PEERS)/bin/python install --quiet --require-hashes --requirement $<
	touch $@

$(AJV)/node_modules/peers.stamp: $(AJV)/package-lock.json
	npm ci --ignore-scripts --silent --prefix $(AJV)
	touch $@
