# The targets of Diptych. `make help` lists them.

GO          ?= go
DIPTYCH     := bin/diptych
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
BENCHSTAT   := golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da
FUZZTIME    ?= 30s
# What make bench measures: sites of so many pairs, each build and each kind of edit so often, beside this Hugo. From 6 runs on
# benchstat tells how sure it is. All outputs stay until all is measured: 6 runs of 25,000 pairs want 30 GB of disk.
BENCH_PAIRS ?= 50,500,5000,25000
BENCH_RUNS  ?= 6
BENCH_EDITS ?= 20
BENCH_HUGO  ?= hugo
TESTDATA    := cmd/diptych/testdata
INSTALLED   := node_modules/.package-lock.json
# The fuzz targets for what others may write: pages, facts, configuration, catalogues, names, addresses, requests.
HOSTILE     := build/FuzzPage build/FuzzPortable build/FuzzAlias site/FuzzAddress locale/FuzzSlug locale/FuzzCatalogue \
	content/FuzzHalf content/FuzzFacts decode/FuzzParse config/FuzzLoad markdown/FuzzRender host/FuzzNames serve/FuzzRequest serve/FuzzPath

.PHONY: all site copy check release serve test test-browser race lint fmt bench bench-compare lighthouse fuzz fuzz-hostile hazards oracle font art train dist clean help

all: site ## build the tool and the site (the default)
	@echo "Look at it: make serve"; echo "Look at it without a server: make copy"

# Without the commit in it, the tool stays the same while texts are committed, and what it has built stays its own. Without C it starts
# sooner.
$(DIPTYCH): FORCE
	@CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=false -o $@ ./cmd/diptych
FORCE:

site: $(DIPTYCH) ## build the conference site into public/
	@$(DIPTYCH) build

copy: $(DIPTYCH) ## build a copy that opens from its folder: copy/index.html
	@$(DIPTYCH) build --base-url '' --output copy
	@echo "Open copy/index.html in a browser."

check: $(DIPTYCH) ## prove that the halves of the site's pages say the same
	@$(DIPTYCH) check

release: $(DIPTYCH) ## build the site as it is published: nothing stale, half a draft or failing
	@$(DIPTYCH) build --release

serve: $(DIPTYCH) ## show the site in a browser, and each change as it is saved
	@$(DIPTYCH) serve

test: ## pass the tests
	$(GO) vet ./...
	$(GO) test ./...

test-browser: $(TESTDATA)/browser/$(INSTALLED) ## pass the tests in a browser (needs Chromium, npm and Java)
	DIPTYCH_BROWSER=required $(GO) test -v -run '^TestBrowser' ./cmd/diptych

%/$(INSTALLED): %/package.json %/package-lock.json %/.npmrc
	@npm ci --ignore-scripts --loglevel=error --prefix $* >/dev/null
	@touch $@

# What judges the finished site, or starts the program a hundred times for its bytes, its time or its end, finds no races: it is left out.
race: ## pass the tests with the race detector (needs a C compiler)
	$(GO) test -race -timeout 20m -skip '^Test(BrowserSite|Hostile.*|SameInEveryEnvironment|FewDescriptors|Killed)$$' ./...

lint: ## format, module file and staticcheck leave nothing to say
	@test -z "$$(gofmt -l cmd)" || { gofmt -d cmd; exit 1; }
	$(GO) mod tidy -diff
	$(GO) run $(STATICCHECK) ./...

fmt: ## format the Go code
	gofmt -w cmd

bench: ## measure parsing and rendering, whole builds, and the preview, against Hugo if there is one
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) run ./cmd/bench build --pairs $(BENCH_PAIRS) --runs $(BENCH_RUNS) --hugo '$(BENCH_HUGO)'
	$(GO) run ./cmd/bench preview --pairs $(BENCH_PAIRS) --edits $(BENCH_EDITS) --hugo '$(BENCH_HUGO)'

# Both tools take turns in one run. It leaves no trace in the repository.
bench-compare: ## compare whole builds with those of a commit, by benchstat: make bench-compare OLD=main
	@test -n "$(OLD)" || { echo "Say which commit to compare with: make bench-compare OLD=main"; exit 2; }
	@folder=$$(mktemp -d) && trap 'exit 1' INT TERM && \
	trap 'git worktree remove --force "$$folder/old" 2>&-; rm -rf "$$folder"' EXIT && \
	git worktree add --quiet --detach "$$folder/old" $(OLD) && \
	$(GO) run ./cmd/bench build --pairs $(BENCH_PAIRS) --runs $(BENCH_RUNS) --hugo '' --old "$$folder/old" --benchstat "$$folder/samples" && \
	$(GO) run $(BENCHSTAT) -col '/tool@(old new)' -filter '/tool:(old OR new)' "$$folder/samples"

lighthouse: site $(TESTDATA)/lighthouse/$(INSTALLED) ## show Lighthouse's scores of each kind of page (needs Chromium and npm)
	@node $(TESTDATA)/lighthouse/run.mjs public

fuzz: ## run each fuzz target for FUZZTIME (30s)
	@sh cmd/diptych/testdata/fuzz.sh $(GO) $(FUZZTIME)

fuzz-hostile: ## run the fuzz targets for hostile input for FUZZTIME each (30s)
	@sh cmd/diptych/testdata/fuzz.sh $(GO) $(FUZZTIME) $(HOSTILE)

hazards: ## kill 500 builds, and read a million pages while they change
	DIPTYCH_KILLS=500 $(GO) test -count=1 -v -timeout 60m -run '^TestKilled$$' ./cmd/diptych
	DIPTYCH_READS=1000000 $(GO) test -count=1 -v -run '^TestReaders$$' ./cmd/diptych/internal/publish

oracle: ## write the answers of Node's Intl that the locale tests compare with (needs node)
	cd cmd/diptych/internal/locale/testdata && node oracle.mjs

font: ## make the font of headings anew (needs npm, and Python with fontTools and brotli)
	cmd/font/make.sh

art: ## draw the pictures of the site anew (needs npm and Chromium)
	GO="$(GO)" cmd/art/make.sh

train: ## learn French and English anew, from public texts (needs apt-get and npm)
	$(GO) run ./cmd/diptych/internal/language/train

dist: ## make the tool as it is handed out, for each system: twice, and compared
	$(GO) run ./cmd/dist

clean: ## remove what was built
	rm -rf bin public copy dist .public.diptych .copy.diptych

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14
