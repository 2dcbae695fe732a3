# The library for C, and jilu linked into a program whole.

.PHONY: library install-library uninstall-library static

SHARED_NAME  := libjilu.so.$(firstword $(subst ., ,$(VERSION)))
SHARED_FILE  := libjilu.so.$(VERSION)
INCLUDEDIR   ?= $(PREFIX)/include
CLIBDIR      ?= $(PREFIX)/lib
MANDIR       ?= $(PREFIX)/share/man
DOCDIR       ?= $(PREFIX)/share/doc/jilu

library: $(BUILD)/$(SHARED_FILE) $(BUILD)/libjilu.a $(BUILD)/libjilu-lua.a

$(BUILD)/$(SHARED_FILE): $(CORE_OBJ)
	@mkdir -p $(@D)
	$(CC) -shared $(HARDEN_LD) -Wl,-soname,$(SHARED_NAME) -Wl,-z,defs \
	  $(CFLAGS) $(LDFLAGS) -o $@ $^ -lm
	@ln -sf $(SHARED_FILE) $(BUILD)/$(SHARED_NAME)
	@ln -sf $(SHARED_NAME) $(BUILD)/libjilu.so

# The Lua files but for those that only an editor reads.
EMBED_SRC  = $(filter-out lua/jilu/meta/%,$(sort $(LUA_SRC)))
module_of  = $(subst /,.,$(patsubst lua/%,%,$(patsubst %/init.lua,%,$(1:.lua=))))
# 'lua/jilu/init.lua' is module jilu, 'lua/jilu/cli/run.lua' jilu.cli.run
embed_args = $(foreach f,$(EMBED_SRC),$(f)=$(call module_of,$(patsubst %/init.lua,%.lua,$(f))))

# EMBED_MORE holds more of the same, PATH=MODULE.
$(BUILD)/embed/list: FORCE
	@mkdir -p $(@D)
	@echo '$(embed_args) $(EMBED_MORE)' | cmp -s - $@ || \
	  echo '$(embed_args) $(EMBED_MORE)' > $@

$(BUILD)/embed/files.c: csrc/binding/embed/generate.lua $(BUILD)/embed/list $(EMBED_SRC)
	@mkdir -p $(@D)
	@$(LUA) $< $(embed_args) $(EMBED_MORE) > $@

$(BUILD)/embed/files.o: $(BUILD)/embed/files.c
	$(CC) $(CORE_CFLAGS) $(CFLAGS) -c -o $@ $<

EMBED_OBJ = $(BUILD)/obj/binding/embed/preload.o $(BUILD)/embed/files.o
$(BUILD)/obj/binding/embed/preload.o: $(BUILD)/lua-cflags

$(BUILD)/libjilu-lua.a: $(CORE_OBJ) $(BIND_OBJ) $(COMMAND_OBJ) $(EMBED_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

# PREFIX is of this call.
$(BUILD)/jilu.pc: FORCE
	@printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$(INCLUDEDIR)' \
	  'libdir=$(CLIBDIR)' '' 'Name: jilu' \
	  'Description: text into records: segmentation, words and facts' \
	  'Version: $(VERSION)' 'Cflags: -I$${includedir}' \
	  'Libs: -L$${libdir} -ljilu' 'Libs.private: -lm' > $@

$(BUILD)/jilu.1: spec/manual/man.lua $(LUA_SRC) build
	@$(LUA) $< $(BUILD)/bin/jilu $(VERSION) > $@

install-library: library $(BUILD)/jilu.pc $(BUILD)/jilu.1
	install -D -m 644 csrc/jilu.h "$(DESTDIR)$(INCLUDEDIR)/jilu.h"
	install -D -m 644 csrc/binding/embed/jilu_lua.h "$(DESTDIR)$(INCLUDEDIR)/jilu_lua.h"
	install -D -m 644 $(BUILD)/libjilu.a "$(DESTDIR)$(CLIBDIR)/libjilu.a"
	install -D -m 644 $(BUILD)/libjilu-lua.a "$(DESTDIR)$(CLIBDIR)/libjilu-lua.a"
	install -D -m 755 $(BUILD)/$(SHARED_FILE) "$(DESTDIR)$(CLIBDIR)/$(SHARED_FILE)"
	ln -sf $(SHARED_FILE) "$(DESTDIR)$(CLIBDIR)/$(SHARED_NAME)"
	ln -sf $(SHARED_NAME) "$(DESTDIR)$(CLIBDIR)/libjilu.so"
	install -D -m 644 $(BUILD)/jilu.pc "$(DESTDIR)$(CLIBDIR)/pkgconfig/jilu.pc"
	install -D -m 644 $(BUILD)/jilu.1 "$(DESTDIR)$(MANDIR)/man1/jilu.1"
	install -D -m 644 LICENSE "$(DESTDIR)$(DOCDIR)/LICENSE"

uninstall-library:
	@rm -f "$(DESTDIR)$(INCLUDEDIR)/jilu.h" "$(DESTDIR)$(INCLUDEDIR)/jilu_lua.h" \
	  "$(DESTDIR)$(CLIBDIR)"/libjilu.a "$(DESTDIR)$(CLIBDIR)"/libjilu-lua.a \
	  "$(DESTDIR)$(CLIBDIR)"/libjilu.so* "$(DESTDIR)$(CLIBDIR)/pkgconfig/jilu.pc" \
	  "$(DESTDIR)$(MANDIR)/man1/jilu.1"
	@rm -rf "$(DESTDIR)$(DOCDIR)"

# One file that runs on any Linux of this processor: musl, Lua and its modules
# from Debian's sources, linked with jilu.
static: setup
	$(call install_missing,$(PACKAGES_STATIC))
	@sh spec/hosts/static.sh $(BUILD)
PACKAGES_STATIC = musl-tools dpkg-dev xz-utils lua-argparse

# What static.sh links.
.PHONY: $(BUILD)/jilu-objects
$(BUILD)/jilu-objects: $(BUILD)/libjilu-lua.a $(BUILD)/obj/binding/embed/main.o
$(BUILD)/obj/binding/embed/main.o: $(BUILD)/lua-cflags
