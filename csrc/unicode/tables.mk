# The UCD, and the tables that are generated from it.

# Unicode 17.0 as registries have it: the properties from ICU4J, the tests from
# crates of ICU4X. What asks for them is said to be left out where the tools
# are not: a JDK of 17 or newer, Maven, and a cargo that knows edition 2024.
UCD      = $(BUILD)/ucd
ICU4J    = com.ibm.icu:icu4j:78.2
ICU4X    = 2.3.0
UCD_JAR  = $(UCD)/source/icu4j-$(lastword $(subst :, ,$(ICU4J))).jar
UCD_TESTS = icu_segmenter/tests/testdata/*Break*Test.txt \
            icu_normalizer/tests/data/NormalizationTest.txt \
            icu_collator/tests/data/CollationTest_*.txt

.PHONY: ucd conformance
ucd: $(UCD)/tests/NormalizationTest.txt $(UCD)/UnicodeData.txt \
     $(UCD)/elements.txt $(UCD)/tests/CaseTest.txt

$(UCD_JAR):
	@mkdir -p $(@D)
	@mvn -q dependency:copy -Dartifact=$(ICU4J) -DoutputDirectory=$(abspath $(@D))

$(UCD)/UnicodeData.txt: csrc/unicode/Ucd.java $(UCD_JAR)
	@java -cp $(UCD_JAR) $< $(UCD) 2>/dev/null

$(UCD)/elements.txt: csrc/collation/Collation.java $(UCD_JAR)
	@java -cp $(UCD_JAR) $< $(UCD)

$(UCD)/tests/NormalizationTest.txt:
	@mkdir -p $(UCD)/source/src $(@D) && : > $(UCD)/source/src/lib.rs
	@printf '%s\n' '[package]' 'name = "ucd"' 'version = "0.0.0"' \
	  'edition = "2021"' '[dependencies]' 'icu_segmenter = "=$(ICU4X)"' \
	  'icu_normalizer = "=$(ICU4X)"' \
	  'icu_collator = "=$(ICU4X)"' > $(UCD)/source/Cargo.toml
	@cd $(UCD)/source && cargo vendor -q crates >/dev/null 2>&1
	@cd $(UCD)/source/crates && cp $(UCD_TESTS) ../../tests

$(UCD)/tests/CaseTest.txt: spec/conformance/Cases.java $(UCD_JAR)
	@mkdir -p $(@D)
	@java -Dfile.encoding=UTF-8 -cp $(UCD_JAR) $< > $@

# All official tests of the version, and the printed rules on random text.
conformance: setup-test
	@$(MAKE) -s build
	@for tool in java mvn cargo; do command -v $$tool >/dev/null || \
	    { echo "left out: conformance asks for $$tool"; exit 0; }; done; \
	  $(MAKE) -s ucd && . $(BUILD)/env.sh && UCD=$(UCD) \
	  $(BUSTED) --run=conformance

# --- tables -----------------------------------------------------------------

# A table csrc/X/NAME is what `lua csrc/X/generate.lua NAME` prints. After a
# change that is meant: make tables ACCEPT=1.
TABLES = unicode/properties.c unicode/normalization.c unicode/casing.c \
         unicode/property_values.c unicode/confusables.c unicode/version.h segment/automata.c \
         collation/table.c collation/han_orders.c segment/places.c view/fold_table.h source/entities.h facts/time/lunar_table.h

tables: setup-tables ucd
	@failed=0; export UCD=$(UCD); for table in $(TABLES); do \
	  fresh=$(BUILD)/tables/$$table; mkdir -p $$(dirname $$fresh); \
	  $(LUA) csrc/$$(dirname $$table)/generate.lua $$(basename $$table) \
	    > $$fresh || exit 1; \
	  if [ -n "$(ACCEPT)" ]; then cp $$fresh csrc/$$table; fi; \
	  if cmp -s $$fresh csrc/$$table; then echo "same: csrc/$$table"; \
	  else echo "differs: csrc/$$table"; failed=1; fi; done; exit $$failed

# The pages of the manual that are made from the schemas of the records and from
# the comments beside the functions, and the types for editors.
manual: build
	@. $(BUILD)/env.sh && $(LUA) spec/manual/generate.lua > spec/manual/records.md
	@. $(BUILD)/env.sh && $(LUA) spec/manual/reference.lua > spec/manual/reference.md
	@. $(BUILD)/env.sh && $(LUA) spec/manual/reference.lua meta > lua/jilu/meta/jilu.lua

