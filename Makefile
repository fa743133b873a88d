# `make` alone lists the targets. Everything is set up in .venv from the lock files, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080
KILLS ?= 50
SEED ?= 1

# Stamps: made when a lock file was installed, older than it when the lock file has changed since.
VENV_MADE := $(VENV)/.made
RUN_READY := $(VENV)/.ready-to-run
DEV_READY := $(VENV)/.ready-to-develop
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.DEFAULT_GOAL := help
.PHONY: help demo run test stories check static faults bench token

help:
	@echo "Wishwell (邻愿)"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-8s %s\n", $$1, $$2 }'

demo: $(RUN_READY) ## a small estate on this computer: open the page and be any resident (no token, no network)
	@exec $(BIN)/python -m bot demo --port $(PORT)

run: token $(RUN_READY) ## answer Telegram; needs BOT_TOKEN from @BotFather in the environment
	@exec $(BIN)/python -m bot run

test: $(DEV_READY) ## the whole suite; says what it skips (PostgreSQL and the browser, where they are missing)
	WISHWELL_STORIES=either $(BIN)/python -m pytest -n 2 --dist worksteal -rs $(ARGS)

check: static test ## ruff, mypy --strict, the import contracts, and the whole suite

stories: $(DEV_READY) ## every story on SQLite and on PostgreSQL; `make test` plays each on one of them
	$(BIN)/python -m pytest tests/scenarios -n 2 --dist worksteal -rs $(ARGS)

faults: $(DEV_READY) ## twelve residents act while the bot is killed KILLS=50 times at random, by SEED=1
	WISHWELL_KILLS=$(KILLS) WISHWELL_SEED=$(SEED) $(BIN)/python -m pytest tests/faults -rs --timeout=3600 $(ARGS)

bench: $(DEV_READY) ## how well similar wishes are found, what calls to Telegram, presses, dialogs and broadcasts cost, as measured here
	@$(BIN)/python -m bench.similar
	@$(BIN)/python -m bench.transport
	@$(BIN)/python -m bench.taps
	@$(BIN)/python -m bench.dialogs
	@$(BIN)/python -m bench.broadcast
	@$(BIN)/python -m bench.standing

static: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

token:
	@test -n "$$BOT_TOKEN" || { \
	  echo "BOT_TOKEN is not set. Ask @BotFather for a bot (/newbot), then: BOT_TOKEN=123456789:... make run"; \
	  echo "To look around without one: make demo"; \
	  exit 1; }

$(VENV_MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is older or missing. Name another: make PYTHON=python3.12 ..."; \
	  exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUN_READY): requirements.lock $(VENV_MADE)
	@echo "Setting up $(VENV) (a minute, once) ..."
	$(PIP) -r requirements.lock
	@touch $@

# All that is needed to run is in this lock too, at the same versions.
$(DEV_READY): requirements-dev.lock $(VENV_MADE)
	@echo "Setting up $(VENV) with the development tools (a minute or two, once) ..."
	$(PIP) -r requirements-dev.lock
	@touch $@ $(RUN_READY)
