# Every target is one script of scripts/, which can be read and called by itself.
.DEFAULT_GOAL := help
.PHONY: help run test build bench size engines dev fmt clean

help: ## This list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 18

run: ## Build everything and serve the demo shop (PORT=8080, LISTEN=0.0.0.0:8080, DATA=data)
	@scripts/setup build
	@scripts/run

test: ## Every check: style, rules, core, server, storefront, browser, whole journeys, size
	@scripts/setup build test
	@scripts/storefront
	@scripts/test

build: ## The server with the storefront inside: target/release/minishop
	@scripts/setup build
	@scripts/build

bench: ## Orders and pages per second on this machine
	@scripts/setup build
	@scripts/build
	@scripts/bench

size: ## What a buyer's first visit downloads, and a seller's; fails over budget
	@scripts/setup build
	@scripts/size

engines: ## The shop in Chromium 69, 78 and today's, and in WebKitGTK (URL=… for a running one)
	@scripts/setup build engines
	@scripts/engines $(URL)

dev: ## The storefront with reload on save, on port 8081; it asks the server of «make run»
	@scripts/setup build dev
	@scripts/dev

fmt: ## Format the Rust code
	@cargo fmt

clean: ## Forget everything built; shops in data/ stay
	@cargo clean
	@rm -rf dist
