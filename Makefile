# `make site` builds the example site, `make test` passes every check; each sets up all that it needs.

.PHONY: site test clean

site: .venv/.ready
	.venv/bin/briefgen build
	@echo "the site is built: open output/index.html in a browser"

test: .venv-test/.ready
	sh scripts/install-test-tools
	.venv-test/bin/ruff format --check .
	.venv-test/bin/ruff check .
	.venv-test/bin/mypy
	.venv-test/bin/lint-imports
	.venv-test/bin/pytest -n 2 -q

# Editable, so that a change to the code needs no new set-up; pyproject.toml is what decides about packages.
.venv/.ready: pyproject.toml scripts/setup
	sh scripts/setup .venv '.[import]'
	@touch $@

.venv-test/.ready: pyproject.toml scripts/setup
	sh scripts/setup .venv-test '.[dask,dev,import]'
	@touch $@

clean:
	rm -rf .venv .venv-test output
