# jilu. `make demo` and `make test` do everything, set-up included.
#
#   make demo      install what is missing, build, run the ledger on samples
#   make test      the same up to the tests
#   make build     compile only: build/bin/jilu, build/env.sh
#                  LUA=lua5.1 builds and tests for another Lua, in build/lua5.1
#   make install   PREFIX=/usr/local DESTDIR= LEXICON= (none: without one)
#   make uninstall the same, out again
#   make library   for C: libjilu.so, libjilu.a, and with Lua's files libjilu-lua.a
#   make static    the command as one file that runs on any Linux (musl)
#   make check     warnings on two compilers, sanitizers, luacheck, hostile input
#   make check-quick  the part of it that takes a minute or two
#   make score     accuracy on spec/corpus
#   make coverage  lines and branches that the tests run
#   make check-machines  i686, aarch64 and s390x, played by qemu
#   make check-luas  all versions of Lua from 5.1 on, and LuaJIT
#   make fuzz      SECONDS=20 for each entry of the core, by libFuzzer
#   make bench     speed and memory beside a peer
#   make lexicon   compile the Chinese words of the system's packages
#   make conversion  compile OpenCC's and pypinyin's dictionaries
#   make manual    the pages of the manual and the types that are generated
#   make tables    generate the committed tables again and compare
#   make dist      the rock and the lexicon as files to drop in
#   make clean     leave nothing behind
#   make help      this list

CC       ?= cc
CFLAGS   ?= -O2 -g
PREFIX   ?= /usr/local
LUA      ?= lua5.4
LUA_NAME := $(notdir $(LUA))
LUA_V    ?= $(if $(filter lua5.4,$(LUA_NAME)),5.4,$(shell \
              $(LUA) -e 'io.write(_VERSION:match("%d.%d"))' 2>/dev/null))
LUA_PC   ?= $(if $(filter luajit%,$(LUA_NAME)),luajit,lua$(LUA_V))
BUILD    ?= build$(if $(filter lua5.4,$(LUA_NAME)),,/$(LUA_NAME))
BUSTED   ?= $(LUA) /usr/bin/busted \
              $(if $(filter lua5.4,$(LUA_NAME)),,--helper=spec/hosts/lua54.lua)
BINDIR   ?= $(PREFIX)/bin
LUADIR   ?= $(PREFIX)/share/lua/$(LUA_V)
LIBDIR   ?= $(PREFIX)/lib/lua/$(LUA_V)

# Debian's names of what each step needs; `make setup` installs what is missing.
PACKAGES_BUILD = gcc libc6-dev pkg-config lua5.4 liblua5.4-dev \
                 libutf8proc-dev lua-lpeg lua-argparse lua-filesystem lua-cjson \
                 lua-dbi-sqlite3 zlib1g-dev libzstd-dev
PACKAGES_TEST  = lua-busted lua-dkjson luarocks unicode-data bzip2 \
                 zstd
PACKAGES_CHECK = clang libclang-rt-14-dev valgrind lua-check
PACKAGES_TABLES = unicode-data opencc libopencc-data bzip2
PACKAGES_DIST  = zip
PACKAGES_LEXICON = python3-jieba liblucene8-java unzip
PACKAGES_BENCH = libicu-dev libunistring-dev time \
                 libfriso-dev friso-dict python3-jieba \
                 $(if $(shell which node 2>/dev/null),,nodejs) \
                 $(if $(shell which npm 2>/dev/null),,npm)

LUA_CFLAGS ?= $(if $(LUA_INCDIR),-I$(LUA_INCDIR),$(shell pkg-config --cflags $(LUA_PC) 2>/dev/null))
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
HARDEN   ?= -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
HARDEN_LD ?= -Wl,-z,relro,-z,now
CORE_CFLAGS = -std=c11 -fPIC -fvisibility=hidden $(WARN) -Icsrc $(HARDEN)
LDLIBS  += -lutf8proc -lm

# A host may have a utf8proc of its own, which would take the place of a shared
# one: the module holds the archive where there is one. UTF8PROC=-lutf8proc
# takes the shared library.
UTF8PROC_ARCHIVE := $(shell $(CC) $(LDFLAGS) -print-file-name=libutf8proc.a)
UTF8PROC ?= $(if $(findstring /,$(UTF8PROC_ARCHIVE)),$(UTF8PROC_ARCHIVE),-lutf8proc)
MODULE_LD = -shared $(HARDEN_LD) -Wl,--exclude-libs,ALL \
            -Wl,--version-script,csrc/binding/module.map

CORE_SRC := $(sort $(filter-out csrc/binding/%,$(wildcard csrc/*/*.c csrc/*/*/*.c)))
BIND_SRC := $(sort $(wildcard csrc/binding/*.c))
COMMAND_SRC := $(sort $(wildcard csrc/binding/command/*.c))
CORE_OBJ := $(CORE_SRC:csrc/%.c=$(BUILD)/obj/%.o)
BIND_OBJ := $(BIND_SRC:csrc/%.c=$(BUILD)/obj/%.o)
COMMAND_OBJ := $(COMMAND_SRC:csrc/%.c=$(BUILD)/obj/%.o)
LUA_SRC  := $(shell find lua -name '*.lua')
MODULE   := $(BUILD)/lib/jilu/core.so
# What only the command loads: the handlers of signals.
COMMAND  := $(BUILD)/lib/jilu/command.so
# What reads compressed files, where zlib is.
INFLATE  := $(if $(shell pkg-config --exists zlib 2>/dev/null && echo 1),$(BUILD)/lib/jilu/inflate.so)
INFLATE_OBJ := $(BUILD)/obj/binding/inflate/inflate.o
# The same of .zst, where libzstd is.
UNZSTD   := $(if $(shell pkg-config --exists libzstd 2>/dev/null && echo 1),$(BUILD)/lib/jilu/unzstd.so)
UNZSTD_OBJ := $(BUILD)/obj/binding/unzstd/unzstd.o

.PHONY: build setup setup-test setup-check setup-tables setup-bench demo test \
        check check-gcc check-clang check-lua check-sanitizers check-memory \
        check-linear check-hostile check-kills check-view check-neon check-quick bench bench-english tables \
        weights score-folds score-names manual score coverage help uninstall \
        lexicon setup-lexicon setup-dist dist pack dist-lexicon dist-rock install \
        install-modules clean
.DEFAULT_GOAL := build

# The words of the languages, compiled, so that a state maps them. Left out
# (VOCABULARIES=) where what is built can't run here, or is to compile them itself.
VOCABULARIES ?= $(BUILD)/lib/jilu/zh.vocabulary $(BUILD)/lib/jilu/en.vocabulary

build: $(MODULE) $(COMMAND) $(INFLATE) $(UNZSTD) $(BUILD)/libjilu.a $(BUILD)/bin/jilu $(BUILD)/env.sh \
       $(VOCABULARIES)

$(BUILD)/obj/%.o: csrc/%.c
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) $(LUA_CFLAGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# What was built for another Lua is built again.
$(BUILD)/lua-cflags: FORCE
	@mkdir -p $(@D)
	@echo '$(LUA_CFLAGS)' | cmp -s - $@ || echo '$(LUA_CFLAGS)' > $@
FORCE:
$(BIND_OBJ) $(COMMAND_OBJ) $(INFLATE_OBJ) $(UNZSTD_OBJ): $(BUILD)/lua-cflags

$(MODULE): $(CORE_OBJ) $(BIND_OBJ) csrc/binding/module.map
	@mkdir -p $(@D)
	$(CC) $(MODULE_LD) $(CFLAGS) $(LDFLAGS) -o $@ $(CORE_OBJ) $(BIND_OBJ) \
	  $(UTF8PROC) -lm

# Written by what needs neither LPeg nor anything that the command does.
WRITE_VOCABULARY = local image = require("jilu.facts.extractor").image "$*"; \
  local file = assert(io.open("$@.part", "wb")); \
  assert(file:write(assert(image))); assert(file:close())

$(BUILD)/lib/jilu/%.vocabulary: $(MODULE) $(BUILD)/env.sh $(LUA_SRC)
	@. $(BUILD)/env.sh && $(LUA) -e '$(WRITE_VOCABULARY)' && mv $@.part $@

$(COMMAND): $(COMMAND_OBJ)
	@mkdir -p $(@D)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) -o $@ $^

$(BUILD)/lib/jilu/inflate.so: $(INFLATE_OBJ)
	@mkdir -p $(@D)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) -o $@ $^ $$(pkg-config --libs zlib)

$(BUILD)/lib/jilu/unzstd.so: $(UNZSTD_OBJ)
	@mkdir -p $(@D)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) -o $@ $^ $$(pkg-config --libs libzstd)

$(BUILD)/libjilu.a: $(CORE_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

# The command finds the modules beside itself, wherever it is called from.
$(BUILD)/bin/jilu: Makefile
	@mkdir -p $(@D)
	@printf '%s\n' '#!/bin/sh' \
	  'here=$$(cd "$$(dirname "$$(readlink -f "$$0")")/.." && pwd)' \
	  '. "$$here/env.sh"' \
	  'exec $(LUA) "$$JILU_SOURCE/lua/jilu/cli/jilu.lua" "$$@"' > $@
	@chmod +x $@

# An absolute path on the machine that built it; never committed.
$(BUILD)/env.sh: Makefile
	@mkdir -p $(@D)
	@printf '%s\n' 'JILU_SOURCE="$(CURDIR)"' \
	  'LUA_PATH="$(CURDIR)/lua/?.lua;$(CURDIR)/lua/?/init.lua;$${LUA_PATH:-;;}"' \
	  'LUA_CPATH="$(abspath $(BUILD))/lib/?.so;$${LUA_CPATH:-;;}"' \
	  'export JILU_SOURCE LUA_PATH LUA_CPATH' > $@

# --- set-up -----------------------------------------------------------------

define install_missing
@if ! command -v dpkg-query >/dev/null; then \
  echo "not a Debian system: please see that these are here: $(1)"; exit 0; fi; \
missing=$$(for p in $(1); do \
  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' \
    || printf '%s ' $$p; done); \
if [ -n "$$missing" ]; then \
  echo "installing: $$missing"; \
  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq \
  && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
       --no-install-recommends $$missing >/dev/null; \
fi
endef

setup:
	$(call install_missing,$(PACKAGES_BUILD))
setup-test: setup
	$(call install_missing,$(PACKAGES_TEST))
setup-check: setup-test
	$(call install_missing,$(PACKAGES_CHECK))
setup-tables: setup
	$(call install_missing,$(PACKAGES_TABLES))
setup-bench: setup
	$(call install_missing,$(PACKAGES_BENCH))

# --- use --------------------------------------------------------------------

# pkg-config may be what set-up installs, so the build is a make of its own.
demo: setup setup-lexicon
	@$(MAKE) -s build $(LEXICON)
	@mkdir -p $(BUILD)/demo
	@$(BUILD)/bin/jilu run ledger spec/corpus/*.txt \
	  -o $(BUILD)/demo/records.jsonl 2> $(BUILD)/demo/summary \
	  || { cat $(BUILD)/demo/summary; exit 1; }
	@$(BUILD)/bin/jilu run ledger spec/corpus/*.txt --to table 2>/dev/null
	@echo; cat $(BUILD)/demo/summary
	@echo "all records: $(BUILD)/demo/records.jsonl"

test: setup-test setup-lexicon
	@$(MAKE) -s build $(LEXICON)
	@. $(BUILD)/env.sh && $(BUSTED)

# Accuracy on spec/corpus by kind; `make score KIND=ledger.unit` shows what misses.
# The floors that it must not fall under are in spec/corpus_spec.lua.
score: setup-test
	@$(MAKE) -s build
	@. $(BUILD)/env.sh && $(LUA) spec/corpus_score.lua $(KIND)

# Lines and branches that the tests run; COVER=csrc/view/view.c or a file of lua/
# prints those that they do not.
COVERAGE_BUILD = $(BUILD)/coverage
coverage: setup-test
	@$(MAKE) -s build BUILD=$(COVERAGE_BUILD) VOCABULARIES= HARDEN= UTF8PROC=-lutf8proc \
	  CFLAGS="-O0 -g --coverage -fprofile-update=atomic" LDFLAGS=--coverage
	@rm -rf $(COVERAGE_BUILD)/lua && mkdir -p $(COVERAGE_BUILD)/lua
	@find $(COVERAGE_BUILD) -name '*.gcda' -delete
	@. $(COVERAGE_BUILD)/env.sh && JILU_COVERAGE="$(abspath $(COVERAGE_BUILD))/lua" \
	  LUA_INIT="@$(CURDIR)/spec/coverage/hook.lua" $(BUSTED) \
	  > $(COVERAGE_BUILD)/tests || tail -n 30 $(COVERAGE_BUILD)/tests
	@tail -n 1 $(COVERAGE_BUILD)/tests
	@$(LUA) spec/coverage/report.lua $(COVERAGE_BUILD)/lua $(COVERAGE_BUILD) $(COVER)

# --- check ------------------------------------------------------------------

# Each is a target of its own; a part of the project adds its own to CHECKS.
CHECKS = check-gcc check-clang check-lua conformance check-sanitizers check-memory \
         fuzz check-hostile check-kills check-view
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all

# What takes a minute or two: for .ci/run, and before a commit.
QUICK_CHECKS = check-lua check-gcc check-clang check-linear

check-quick: setup-check
	@for target in $(QUICK_CHECKS); do \
	  echo "== $$target"; \
	  $(MAKE) --no-print-directory $$target || exit 1; done

check: setup-check
	@for target in $(CHECKS); do \
	  echo "== $$target"; \
	  $(MAKE) --no-print-directory $$target || exit 1; done

check-gcc:
	@$(MAKE) -s build BUILD=build/check/gcc CC=gcc \
	  CFLAGS="-O2 -Werror" >/dev/null

check-clang:
	@$(MAKE) -s build BUILD=build/check/clang CC=clang \
	  CFLAGS="-O2 -Werror" >/dev/null

check-lua:
	@luacheck --quiet lua spec $(wildcard csrc/*/*.lua csrc/*/*/*.lua)

# The interpreter is not built with the sanitizers, so they are preloaded; it
# keeps what it has until it exits, so leaks are looked for elsewhere. What is
# allocated is filled, so that what was never set leads far away.
ASAN = detect_leaks=0:max_malloc_fill_size=1000000:malloc_fill_byte=255

check-sanitizers: lexicon
	@$(MAKE) -s build BUILD=build/asan VOCABULARIES= CC=gcc \
	  HARDEN= CFLAGS="-O1 -g -fno-omit-frame-pointer $(SANITIZE)" >/dev/null
	@cp $(LEXICON) build/asan/zh.lexicon
	@. build/asan/env.sh && ASAN_OPTIONS=$(ASAN) \
	  LD_PRELOAD="$$(gcc -print-file-name=libasan.so) \
	  $$(gcc -print-file-name=libubsan.so)" $(BUSTED)

# clang's MemorySanitizer and UBSan over the core alone, as neither Lua nor
# utf8proc is built with them; with the lexicon where there is one.
MEMORY = -fsanitize=memory,undefined -fno-sanitize-recover=all \
         -fsanitize-memory-track-origins

check-memory:
	@$(MAKE) -s build >/dev/null
	@mkdir -p build/memory
	@$(MAKE) -s build/memory/libjilu.a BUILD=build/memory CC=clang HARDEN= \
	  CFLAGS="-O1 -g -fno-omit-frame-pointer $(MEMORY)" >/dev/null
	@clang -O1 -g -std=c11 -Icsrc $(MEMORY) -o build/memory/run \
	  spec/fuzz/memory.c build/memory/libjilu.a $(LDLIBS)
	@. $(BUILD)/env.sh && $(LUA) spec/fuzz/texts.lua > build/memory/texts
	@build/memory/run $(wildcard $(LEXICON)) < build/memory/texts

# What repeats goes through the ledger in linear time.
check-linear:
	@$(MAKE) -s build >/dev/null
	@. $(BUILD)/env.sh && $(LUA) spec/hostile/pipeline.lua

# Texts that take quadratic time elsewhere, up to 8 MB; a few minutes.
HOSTILE_SIZES = 32 64 128 1024 2048 4096 8192

check-hostile:
	@$(MAKE) -s build >/dev/null
	@mkdir -p $(BUILD)/hostile
	@$(CC) -O2 -std=c11 -Icsrc -o $(BUILD)/hostile/segment \
	  spec/hostile/segment.c $(BUILD)/libjilu.a $(LDLIBS)
	@$(LUA) spec/hostile/linear.lua $(BUILD)/hostile/segment \
	  $(BUILD)/hostile/counts $(HOSTILE_SIZES)
	@$(CC) -O2 -fPIC -shared $(LUA_CFLAGS) -o $(BUILD)/hostile/count.so \
	  spec/hostile/count.c
	@. $(BUILD)/env.sh && LUA_CPATH="$(BUILD)/hostile/?.so;$$LUA_CPATH" \
	  $(LUA) spec/hostile/linear.lua "$(LUA) spec/hostile/facts.lua" \
	  $(BUILD)/hostile/counts 16 32
	@$(MAKE) -s check-linear
	@. $(BUILD)/env.sh && $(LUA) spec/hostile/folders.lua spec/corpus --cuts 50 \
	  $(if $(wildcard $(LEXICON)),--lexicon $(LEXICON))

# Runs whose workers are killed, and runs that are killed and gone on with.
KILLS = 10 5

check-kills: setup-test
	@$(MAKE) -s build
	@. $(BUILD)/env.sh && $(LUA) spec/hostile/kills.lua $(KILLS)

# The page of `jilu view` in a browser; left out where none is to be had.
PLAYWRIGHT = playwright-core@1.56.0
CHROMIUM  ?= $(shell command -v chromium 2>/dev/null)

check-view: build
	@if [ -z "$(CHROMIUM)" ] || ! command -v npm >/dev/null; then \
	  echo "left out: check-view asks for chromium and npm"; exit 0; fi; \
	mkdir -p $(BUILD)/view && npm install --prefix $(BUILD)/view --silent \
	  --no-audit --no-fund $(PLAYWRIGHT) >/dev/null 2>&1 && \
	. $(BUILD)/env.sh && NODE_PATH=$(BUILD)/view/node_modules \
	  $(LUA) spec/view/check.lua $(BUILD)/view "$(CHROMIUM)"

# For another processor than this one; not part of check, since few have what
# it needs (PACKAGES_NEON).
PACKAGES_NEON = gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user
NEON_SRC = $(wildcard csrc/segment/*.c) \
           $(addprefix csrc/unicode/,utf8.c validate.c properties.c version.c \
                                    case.c casing.c normalization.c)

check-neon: build
	@mkdir -p $(BUILD)/neon
	@$(CC) -O2 -std=c11 -Icsrc -o $(BUILD)/neon/here spec/hosts/segment.c \
	  $(BUILD)/libjilu.a $(LDLIBS)
	@aarch64-linux-gnu-gcc -static -O2 -Werror $(CORE_CFLAGS) \
	  -o $(BUILD)/neon/there spec/hosts/segment.c $(NEON_SRC)
	@$(LUA) spec/hosts/compare.lua $(BUILD)/neon $(BUILD)/neon/here \
	  "qemu-aarch64 $(BUILD)/neon/there" 4

# --- weights ----------------------------------------------------------------

# The weights of the judge of names and of the rankers of agents and contents,
# which ask for names, fitted on documents with gold beside the checkout: make
# weights; make weights FOLD=k leaves a fold out and writes
# $(BUILD)/weights/fold-k, to be put first on LUA_PATH; make score-folds fits without each fold and scores what was
# left out, make score-names the same of names by themselves.
SHARED     ?= ../shared
FITTED     := agents content
FIT_DOCS   = $(SHARED)/dev $(SHARED)/seeds:$(SHARED)/gold
fold_ids   = $(shell $(LUA) $(SHARED)/gold/folds.lua $(SHARED)/dev | sed -n 's/^$(1)\t//p')
FIT_NAMES  = $(LUA) spec/weights/names.lua --gold $(SHARED)/dev \
             --seeds $(SHARED)/seeds:$(SHARED)/gold \
             --rows 'spec/facts/names_judged.lua*3,spec/facts/names_taught.lua'

weights: build
	@into=$(if $(FOLD),$(BUILD)/weights/fold-$(FOLD),lua); \
	mkdir -p $$into/jilu/zh/weights; . $(BUILD)/env.sh && \
	names=$$into/jilu/zh/weights/names.lua && \
	$(FIT_NAMES) $(if $(FOLD),--leave $(call fold_ids,$(FOLD))) -o $$names.new && \
	mv $$names.new $$names && echo $$names && \
	for name in $(FITTED); do out=$$into/jilu/zh/weights/$$name.lua && \
	LUA_PATH="$$into/?.lua;$$LUA_PATH" $(LUA) spec/weights/$$name.lua \
	  $(if $(FOLD),--leave $(call fold_ids,$(FOLD))) $(FIT_DOCS) \
	  > $$out.new && mv $$out.new $$out && echo $$out || exit 1; done

score-names: build
	@mkdir -p $(BUILD)/weights
	@$(LUA) $(SHARED)/gold/folds.lua $(SHARED)/dev > $(BUILD)/weights/folds
	@. $(BUILD)/env.sh && $(FIT_NAMES) --folds $(BUILD)/weights/folds

score-folds: build
	@. $(BUILD)/env.sh && $(LUA) spec/weights/folds.lua $(BUILD) \
	  $(SHARED)/dev $(SHARED)/gold $(SHARED)/seeds:$(SHARED)/gold

# --- lexicon ----------------------------------------------------------------

# Chinese words, compiled from what Debian packages bring; nothing of them is
# committed. SMARTCN and JIEBA may name copies from elsewhere.
SMARTCN ?= $(lastword $(sort $(wildcard /usr/share/java/lucene-analyzers-smartcn-*.jar)))
JIEBA   ?= /usr/lib/python3/dist-packages/jieba/dict.txt
LEXICON ?= $(BUILD)/zh.lexicon
VERSION := $(shell sed -n 's/^.define JILU_VERSION "\(.*\)"/\1/p' csrc/jilu.h)
RELEASE := $(BUILD)/dist/jilu-lexicon-$(VERSION)
SOURCE  := $(BUILD)/dist/jilu-$(VERSION)

setup-dist: setup
	$(call install_missing,$(PACKAGES_DIST))

setup-lexicon: setup
	$(call install_missing,$(PACKAGES_LEXICON))

# What was installed just now is seen by a make of its own.
lexicon: setup-lexicon
	@$(MAKE) --no-print-directory $(LEXICON)

debian_version = $(shell dpkg-query -W -f='$${Package} $${Version}' $(1) 2>/dev/null)

# An old file is of no use where its layout has changed, or the tags of its words.
$(LEXICON): $(SMARTCN) $(JIEBA) csrc/lexicon/image.h csrc/lexicon/trie_image.h \
            lua/jilu/lexicon/person_tags.lua | build
	@mkdir -p $(@D)
	@$(BUILD)/bin/jilu lexicon build -o $@ $(SMARTCN) $(JIEBA) \
	  --version-of $(SMARTCN) "$(call debian_version,liblucene8-java)" \
	  --version-of $(JIEBA) "$(call debian_version,python3-jieba)" \
	  --notice /usr/share/doc/python3-jieba/copyright

# One file to drop in, with the notices of what it was made from.
dist-lexicon: lexicon
	@rm -rf $(RELEASE) && mkdir -p $(RELEASE)
	@cp $(LEXICON) $(RELEASE)/zh.lexicon
	@$(BUILD)/bin/jilu lexicon info --notices $(LEXICON) > $(RELEASE)/NOTICE
	@tar -C $(BUILD)/dist --sort=name --owner=0 --group=0 --numeric-owner \
	  -czf $(RELEASE).tar.gz $(notdir $(RELEASE))
	@echo $(RELEASE).tar.gz

# The rock: sources, without anything built, and their rockspec.
dist-rock: setup-dist
	@rm -rf $(SOURCE) && mkdir -p $(SOURCE)
	@cp -R Makefile LICENSE README.md CHANGELOG.md csrc lua rockspec spec $(SOURCE)
	@tar -C $(BUILD)/dist --sort=name --owner=0 --group=0 --numeric-owner \
	  -czf $(SOURCE).tar.gz $(notdir $(SOURCE)) && rm -r $(SOURCE)
	@cp rockspec/jilu-$(VERSION)-1.rockspec $(SOURCE)-1.rockspec
	@rm -f $(SOURCE)-1.src.rock
	@cd $(BUILD)/dist && zip -q -X jilu-$(VERSION)-1.src.rock \
	  jilu-$(VERSION)-1.rockspec jilu-$(VERSION).tar.gz
	@echo $(SOURCE)-1.src.rock

# A source rock of what is committed here, by LuaRocks, which clones the source of
# a recipe in a folder of its own: there the recipe's "." is no repository.
pack: setup-test
	@mkdir -p $(BUILD)/pack
	@sed -e 's|"git+file://."|"git+file://$(CURDIR)"|' \
	  rockspec/jilu-scm-1.rockspec > $(BUILD)/pack/jilu-scm-1.rockspec
	@cd $(BUILD)/pack && LUAROCKS_CONFIG=$(CURDIR)/rockspec/debian-12.lua \
	  luarocks --lua-version $(LUA_V) pack jilu-scm-1.rockspec

dist: dist-rock dist-lexicon

# --- install ----------------------------------------------------------------

install-modules: build
	install -D -m 755 $(MODULE) "$(DESTDIR)$(LIBDIR)/jilu/core.so"
	install -D -m 755 $(COMMAND) "$(DESTDIR)$(LIBDIR)/jilu/command.so"
	@for f in $(VOCABULARIES); do \
	  install -D -m 644 $$f "$(DESTDIR)$(LIBDIR)/jilu/$${f##*/}" || exit 1; done
	@[ -z "$(INFLATE)" ] || install -D -m 755 $(INFLATE) "$(DESTDIR)$(LIBDIR)/jilu/inflate.so"
	@[ -z "$(UNZSTD)" ] || install -D -m 755 $(UNZSTD) "$(DESTDIR)$(LIBDIR)/jilu/unzstd.so"
	@cd lua && for f in $$(find . -name '*.lua'); do \
	  install -D -m 644 $$f "$(DESTDIR)$(LUADIR)/$$f" || exit 1; done

# The command finds its modules under any PREFIX.
install: install-modules install-library
	@install -d "$(DESTDIR)$(BINDIR)"
	install -D -m 644 spec/engines/spark/jilu_spark.py \
	  "$(DESTDIR)$(PREFIX)/share/jilu/spark/jilu_spark.py"
	@if [ "$(LEXICON)" != none ] && [ ! -f "$(LEXICON)" ] && \
	    [ -f "$(SMARTCN)" ] && [ -f "$(JIEBA)" ]; then $(MAKE) -s "$(LEXICON)"; fi; \
	if [ "$(LEXICON)" != none ] && [ -f "$(LEXICON)" ]; then install -D -m 644 "$(LEXICON)" \
	  "$(DESTDIR)$(PREFIX)/share/jilu/zh.lexicon"; \
	else echo "installed without a lexicon: make lexicon compiles one"; fi
	@[ ! -f "$(CONVERSION)" ] || install -D -m 644 "$(CONVERSION)" \
	  "$(DESTDIR)$(PREFIX)/share/jilu/zh.conversion"
	@printf '%s\n' '#!/bin/sh' \
	  "exec $(LUA) -e 'package.path = \"$(LUADIR)/?.lua;$(LUADIR)/?/init.lua;\" .. package.path; package.cpath = \"$(LIBDIR)/?.so;\" .. package.cpath' \"$(LUADIR)/jilu/cli/jilu.lua\" \"\$$@\"" \
	  > "$(DESTDIR)$(BINDIR)/jilu"
	@chmod 755 "$(DESTDIR)$(BINDIR)/jilu"

# What install put there; folders that are empty then go too.
uninstall: uninstall-library
	@rm -f "$(DESTDIR)$(BINDIR)/jilu" "$(DESTDIR)$(PREFIX)/share/jilu/zh.lexicon" \
	  "$(DESTDIR)$(PREFIX)/share/jilu/zh.conversion"
	@rm -rf "$(DESTDIR)$(LUADIR)/jilu" "$(DESTDIR)$(LIBDIR)/jilu" \
	  "$(DESTDIR)$(PREFIX)/share/jilu/spark"
	@rmdir "$(DESTDIR)$(PREFIX)/share/jilu" 2>/dev/null || true

# The targets, as the first lines of this file tell them.
help:
	@sed -n 's/^#   make/make/p' $(firstword $(MAKEFILE_LIST))

clean:
	rm -rf build

include csrc/library.mk
include csrc/unicode/tables.mk
include csrc/conversion/conversion.mk
-include spec/bench/bench.mk
-include spec/hosts/hosts.mk
-include spec/bench/html.mk
-include spec/fuzz/fuzz.mk

-include $(CORE_OBJ:.o=.d) $(BIND_OBJ:.o=.d) $(COMMAND_OBJ:.o=.d)
