# The environment is .venv, the command .venv/bin/trede. Everything is set up on first use.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && { command -v $$p; break; }; done)
BIN := .venv/bin
INSTALL = $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r
export PORT ?= 8000

.PHONY: run test check fuzz fuzz-kort bench mutate lock openapi clean

run: .venv/run.stamp  ## serve on http://127.0.0.1:8000; PORT= for another port
	@exec $(BIN)/trede serve

test: .venv/dev.stamp  ## all tests
	$(BIN)/pytest

bench: .venv/run.stamp  ## Trede beside the same SQL without it; SNEL=1 for a short run
	$(BIN)/python -m bench $(if $(SNEL),--snel)

check: .venv/dev.stamp  ## everything that a machine can say about the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/coverage run -m pytest --confcutdir=tests/domain --hypothesis-profile=grondig tests/domain
	$(BIN)/coverage report

fuzz: .venv/dev.stamp  ## every operation with generated requests; goes on where it stopped, OPNIEUW=1 starts anew
	$(BIN)/python -m tests.fuzz $(if $(OPNIEUW),--opnieuw)

fuzz-kort: .venv/dev.stamp  ## some of that, with one seed per document, so that a run can be repeated
	$(BIN)/python -m tests.fuzz --kort

openapi: .venv/run.stamp  ## write openapi/openapi.json as the service generates it
	$(BIN)/trede openapi > openapi/openapi.json.nieuw || { rm -f openapi/openapi.json.nieuw; exit 1; }
	mv openapi/openapi.json.nieuw openapi/openapi.json

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Trede needs Python 3.11, 3.12 or 3.13."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installer.stamp: .venv/bin/python requirements/installer.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/installer.lock
	@touch $@

.venv/run.stamp: .venv/installer.stamp requirements/run.lock pyproject.toml
	$(INSTALL) requirements/run.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements/dev.lock
	$(INSTALL) requirements/dev.lock
	@touch $@

mutate: .venv/dev.stamp  ## mutation testing of the domain: at least 85% of the mutants must be caught
	$(BIN)/python -m tests.mutatie

lock: .venv/installer.stamp  ## choose versions anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml -o requirements/run.lock $(UPGRADE)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml --group dev -c requirements/run.lock \
		-o requirements/dev.lock $(UPGRADE)
	echo uv | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links - -o requirements/installer.lock $(UPGRADE)

clean:  ## remove the environment and what tools left; data stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .schemathesis .coverage* mutants \
		build *.egg-info
