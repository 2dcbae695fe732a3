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
