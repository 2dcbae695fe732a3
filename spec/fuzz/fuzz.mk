# --- fuzz: libFuzzer on the entries of the core, by clang -------------------------

# make fuzz SECONDS=60 gives each target so long. What is found stays in
# build/fuzz, with the corpus that grows; a finding ends with its input's path.
SECONDS ?= 20
FUZZ_TARGETS = SEGMENTS TEXT VIEW FACTS LEXICON VOCABULARY ORDER CONVERSION
FUZZ_CC = clang -g -O1 -fsanitize=fuzzer-no-link,address,undefined \
          -fno-sanitize-recover=all

.PHONY: fuzz fuzz-build
fuzz-build:
	@$(MAKE) -s build >/dev/null
	@mkdir -p $(BUILD)/fuzz/seeds
	@$(MAKE) -s $(BUILD)/fuzz/libjilu.a BUILD=$(BUILD)/fuzz CC="$(FUZZ_CC)" HARDEN= \
	  CFLAGS= >/dev/null
	@for target in $(FUZZ_TARGETS); do \
	  clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
	    -std=c11 -Icsrc -DTARGET=$$target -o $(BUILD)/fuzz/$$target \
	    spec/fuzz/target.c $(BUILD)/fuzz/libjilu.a -lm || exit 1; done
	@cp $(BUILD)/lib/jilu/*.vocabulary $(BUILD)/fuzz/
	@$(if $(wildcard $(LEXICON)),cp $(LEXICON) $(BUILD)/fuzz/zh.lexicon)
	@$(BUILD)/bin/jilu lexicon build spec/lexicon/words.txt \
	  -o $(BUILD)/fuzz/small.lexicon >/dev/null 2>&1
	@. $(BUILD)/env.sh && $(LUA) spec/fuzz/conversion.lua $(BUILD)/fuzz/small.conversion
	@for f in spec/corpus/*.txt; do \
	  { printf '\001\007'; head -c 3000 $$f; } > $(BUILD)/fuzz/seeds/$${f##*/}; done

fuzz: fuzz-build
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p $(BUILD)/fuzz/corpus/$$target; \
	  JILU_FUZZ=$(BUILD)/fuzz $(BUILD)/fuzz/$$target -max_total_time=$(SECONDS) \
	    -max_len=8192 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
	    -artifact_prefix=$(BUILD)/fuzz/$$target- \
	    $(BUILD)/fuzz/corpus/$$target $(BUILD)/fuzz/seeds \
	    > $(BUILD)/fuzz/$$target.log 2>&1 || \
	    { tail -n 40 $(BUILD)/fuzz/$$target.log; exit 1; }; \
	  awk -v t=$$target '/number_of_executed_units/ {n = $$2} /average_exec/ {a = $$2} \
	    END {printf "%-11s %9d executions, %d a second, no finding\n", t, n, a}' \
	    $(BUILD)/fuzz/$$target.log; done
