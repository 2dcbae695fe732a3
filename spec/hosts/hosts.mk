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

LUAS ?= lua5.1 luajit lua5.2 lua5.3
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
