# The two commands of the README are `make export` and `make test`; the rest is what they are made of.

SWIFT ?= swift
LYS := .build/release/lys

# On Linux the Swift runtime is linked statically, so that the binary starts fast and runs where no Swift is.
# Without symbols and debug information it is four tenths smaller; make build SYMBOLS=1 keeps them, for perf.
ifeq ($(shell uname -s),Linux)
STATIC := --static-swift-stdlib
ifndef SYMBOLS
STRIPPED := -Xlinker -s
endif
endif

# What the house lays out.
FORMATTED := Package.swift Sources Tests Examples/Package.swift Examples/Sources

.PHONY: help setup build export test pages format lint clean

help:
	@echo "make export   installs what is missing, builds $(LYS), publishes directory/ into exports/"
	@echo "make test     installs what is missing and runs every test"
	@echo "make build    builds $(LYS)"
	@echo "make pages    writes the parts of docs/ that come from the code"
	@echo "make setup    installs the C libraries that are missing"
	@echo "make format   lays the sources out; make lint checks that they are"

setup:
	@.ci/setup

build: setup
	$(SWIFT) build --configuration release $(STATIC) $(STRIPPED) --product lys

export: build
	$(LYS) export directory --output exports

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

pages: setup
	LYS_WRITE_PAGES=1 $(SWIFT) test --filter 'CommandPageTests|ColumnPageTests'

format:
	$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

clean:
	rm -rf .build
