# `make help` says what there is. Everything runs in .venv, which `make setup` builds once.
.POSIX:
.SILENT:
.SUFFIXES:

PYTHON =
BIN = .venv/bin
PYTEST_ARGS = -n 2
LESSON =
NEEDS = requirements.lock pyproject.toml setup.py scripts/setup.sh

help: ## show this list
	sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

setup: .venv/ready ## build .venv and install what rendering needs (once)

demo: .venv/ready ## render examples/determinant.c2v and say where the video is
	mkdir -p out
	$(BIN)/c2v render examples/determinant.c2v -o out/determinant.mp4 --quality medium

demo-generate: .venv/ready ## from a topic to a video with recorded answers: no key, no network (LESSON=name)
	lesson=$(LESSON); test -n "$$lesson" || lesson=$$(ls examples/recorded 2>/dev/null | head -n 1); \
	if test -z "$$lesson"; then echo "examples/recorded holds no lesson yet" >&2; exit 1; fi; \
	rm -rf out/generated && mkdir -p out && $(BIN)/c2v --offline generate \
		--model replay:examples/recorded/$$lesson -o out/generated --quality medium

test: .venv/ready-dev ## lint, types and all tests (under ten minutes on two cores)
	$(MAKE) -s lint
	$(BIN)/python -m pytest -q $(PYTEST_ARGS)

lint: .venv/ready-dev ## ruff and mypy --strict
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary

fuzz: .venv/ready-dev ## the parser and formatter against 100,000 mutations of the corpus
	$(BIN)/python -m tests.fuzz --count 100000

render-many: .venv/ready-dev ## render 500 generated storyboards that check clean
	$(BIN)/python -m tests.generated.render 500

pictures: .venv/ready-dev ## draw the pictures of the reference anew
	$(BIN)/python -m scripts.pictures
	$(BIN)/python -m scripts.reference

snapshots: .venv/ready-dev ## accept what is printed now as the snapshots of tests
	$(BIN)/python -m pytest -q $(PYTEST_ARGS) --snapshot-update

bench: .venv/ready-dev ## measure checking and rendering, as ratios
	$(BIN)/python -m tests.bench

lock: .venv/ready-dev ## resolve requirements.lock again (for maintainers; needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --all-extras --upgrade \
		--no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.lock

clean: ## remove what was built, but not .venv
	rm -rf build dist out media .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find c2v_dsl tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: $(NEEDS)
	PYTHON="$(PYTHON)" sh scripts/setup.sh

.venv/ready-dev: $(NEEDS)
	PYTHON="$(PYTHON)" sh scripts/setup.sh dev

.PHONY: help setup demo demo-generate test lint fuzz render-many pictures snapshots bench lock clean
