# Versions of Lua, machines and hosts; none is asked for by `make test`.

.PHONY: check-machines setup-machines

PACKAGES_MACHINES = clang qemu-user gcc-i686-linux-gnu libc6-dev-i386-cross \
                    gcc-aarch64-linux-gnu libc6-dev-arm64-cross \
                    gcc-s390x-linux-gnu libc6-dev-s390x-cross
MACHINES ?= i686 aarch64 s390x

setup-machines: setup-test
	$(call install_missing,$(PACKAGES_MACHINES))

# The breaks of random text, the ledger of spec/corpus, and a lexicon compiled
# and read, on machines that qemu plays: the bytes must be those of this one.
check-machines: setup-machines
	@$(MAKE) -s build
	@failed=0; for machine in $(MACHINES); do \
	  sh spec/hosts/machine.sh $$machine $(BUILD) || failed=1; \
	done; exit $$failed

# --- versions of Lua --------------------------------------------------------

.PHONY: check-luas setup-luas

LUAS ?= lua5.1 luajit lua5.2 lua5.3 lua5.5
PACKAGES_LUAS = lua5.1 liblua5.1-0-dev luajit libluajit-5.1-dev \
                lua5.2 liblua5.2-dev lua5.3 liblua5.3-dev

setup-luas: setup-test
	$(call install_missing,$(PACKAGES_LUAS))

# Builds without a warning for each, and compares what each says of spec/corpus
# with what 5.4 says.
check-luas: setup-luas
	@$(MAKE) -s build LUA=lua5.4 BUILD=build
	@failed=0; for lua in $(LUAS); do \
	  sh spec/hosts/version.sh $$lua || failed=1; done; exit $$failed

# --- hosts ------------------------------------------------------------------

.PHONY: hosts

# Each host below spec/hosts is installed, started, asked and stopped; HOSTS=
# names some of them.
hosts: setup-test lexicon
	@bash spec/hosts/table.sh $(HOSTS)

# --- many states ------------------------------------------------------------

.PHONY: check-states

# A hundred states in as many threads, loads and unloads, fork; then the threads
# once more with the module built for ThreadSanitizer.
LOADS ?= 20000
STATES_TEXT = 2024年县教育局投入资金1200万元,王小明到清河村调研
STATES = build/states

check-states: setup-test
	@$(MAKE) -s build >/dev/null
	@mkdir -p $(STATES)
	@$(CC) -O2 -std=c11 $(LUA_CFLAGS) -o $(STATES)/states spec/hosts/states.c \
	  $$(pkg-config --libs $(LUA_PC)) -lpthread
	@. $(BUILD)/env.sh && $(STATES)/states "$$($(LUA) -e 'print(package.cpath)')" \
	  "$$($(LUA) -e 'print(package.path)')" "$(STATES_TEXT)" 100 $(LOADS)
	@$(MAKE) -s build BUILD=build/tsan HARDEN= VOCABULARIES= \
	  CFLAGS="-O1 -g -fsanitize=thread" LDFLAGS=-fsanitize=thread >/dev/null
	@cp $(VOCABULARIES) build/tsan/lib/jilu
	@$(CC) -O1 -g -std=c11 -fsanitize=thread $(LUA_CFLAGS) -o $(STATES)/tsan \
	  spec/hosts/states.c $$(pkg-config --libs $(LUA_PC)) -lpthread
	@. $(BUILD)/env.sh && TSAN_OPTIONS=suppressions=spec/hosts/tsan.supp \
	  $(STATES)/tsan "$$($(LUA) -e 'print((package.cpath \
	  :gsub("$(BUILD)/lib", "build/tsan/lib")))')" \
	  "$$($(LUA) -e 'print(package.path)')" "$(STATES_TEXT)" 100 0
