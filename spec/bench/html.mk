# make bench-html: pages beside their peers.

.PHONY: bench-html
# Peers of PyPI's, in the build folder; what can't be had is left out. Of pages the
# text, as fast as lxml and selectolax make it; then the main text of thirty pages of
# ours beside trafilatura, readability and jusText.
PYPI_PEERS = lxml selectolax trafilatura jusText cssselect chardet lxml_html_clean
PYTHON     = $(BUILD)/bench/python/bin/python

$(PYTHON):
	@mkdir -p $(@D)
	@python3 -m venv $(BUILD)/bench/python && \
	  $(PYTHON) -m pip install -q $(PYPI_PEERS) && \
	  $(PYTHON) -m pip install -q --no-deps readability-lxml || true

bench-html: $(PYTHON)
	@mkdir -p $(BUILD)/bench/pages
	@. $(BUILD)/env.sh && $(LUA) spec/bench/pages.lua $(BUILD)/bench/pages
	@for k in $$(seq 60); do cat $(BUILD)/bench/pages/*.html; done > $(BUILD)/bench/pages.html
	@. $(BUILD)/env.sh && $(PYTHON) spec/bench/html_text.py $(BUILD)/bench/pages.html \
	  $(LUA) spec/bench/html_text.lua
	@$(BUILD)/bin/jilu run outline $(BUILD)/bench/pages/*.html \
	  --only document,line -o $(BUILD)/bench/pages.jsonl 2>/dev/null
	@$(PYTHON) spec/bench/pages.py $(BUILD)/bench/pages $(BUILD)/bench/pages.jsonl
	@mkdir -p $(BUILD)/bench/by_hand
	@. $(BUILD)/env.sh && $(LUA) spec/bench/pages_by_hand.lua $(BUILD)/bench/by_hand
	@$(BUILD)/bin/jilu run outline $(BUILD)/bench/by_hand/*.html \
	  --only document,line -o $(BUILD)/bench/by_hand.jsonl 2>/dev/null
	@echo "by hand:"
	@$(PYTHON) spec/bench/pages.py $(BUILD)/bench/by_hand $(BUILD)/bench/by_hand.jsonl
