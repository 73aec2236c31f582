# The two commands of the README are `make demo` and `make test`; both set up what they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
TODAY := 2026-11-23

.PHONY: desk demo test check fix score train examples docs fuzz gallery bench rule rule-test wheel-test setup

setup: $(VENV)/ready

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: setup
	$(BIN)/claimlint check examples --today $(TODAY) --exit-zero

test: setup
	$(BIN)/python -m pytest -n auto --dist loadfile

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --dist loadfile

fix: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

score: setup
	$(BIN)/python scripts/build_score.py $(REAL) $(FRESH)

# What was learned, anew: KNOWN and UNKNOWN are files of labelled units of real copy.
train: setup
	$(BIN)/python scripts/train_learned.py --known $(KNOWN) --unknown $(UNKNOWN)

wheel-test: setup
	$(BIN)/python scripts/try_packages.py

# For example: make fuzz SEED=7 ROUNDS=2000
SEED ?= 0
ROUNDS ?= 300

fuzz: setup
	$(BIN)/python scripts/fuzz.py --seed $(SEED) --rounds $(ROUNDS)

# For example: make bench WORDS=20000 PAIRS=1
WORDS ?= 200000
PAIRS ?= 3
DOCUMENTS ?= 1000
PAGES ?= 3000

bench: setup
	$(BIN)/python -m benchmarks --words $(WORDS) --pairs $(PAIRS) \
	  --documents $(DOCUMENTS) --pages $(PAGES)

gallery: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,gallery]'
	$(BIN)/python scripts/gallery.py build/gallery
	$(BIN)/python -m pytest -m gallery tests/gallery
	cp build/gallery/png/slide.png docs/report.png
	cp build/gallery/png/brief.docx-1.png docs/brief.png

# The desk in Chromium; its pictures in docs/ are those that the tests took.
desk: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,gallery]'
	$(BIN)/python -m pytest -m gallery tests/gallery/test_desk.py
	mkdir -p docs/desk && cp build/desk/start.png build/desk/claims.png build/desk/contract.png docs/desk/

# For example: make rule ID=autonomy.never-sleeps, then make rule-test ID=autonomy.never-sleeps
rule: setup
	$(BIN)/claimlint rules new $(ID) --folder rules

rule-test: setup
	$(BIN)/claimlint rules test rules --rule $(ID)
