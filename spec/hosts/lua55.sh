#!/bin/sh
# sh spec/hosts/lua55.sh FOLDER
# Lua 5.5, which Debian 12 has not, into FOLDER: bin/lua5.5, include, and the
# modules that jilu asks for in lib. Lua comes from the crate lua-src, the
# modules from Debian's sources of them.
set -eu
out=$1; crate=551
for tool in cargo cc apt-get; do
  command -v $tool >/dev/null || { echo "lua5.5: skipped, $tool is not here"; exit 77; }
done
[ -f "$out/complete" ] && exit 0
mkdir -p "$out/crate" "$out/bin" "$out/include" "$out/lib" "$out/sources"
printf '%s\n' '[package]' 'name = "lua"' 'version = "0.0.0"' 'edition = "2021"' \
  '[lib]' 'path = "lib.rs"' '[dependencies]' "lua-src = \"$crate\"" \
  > "$out/crate/Cargo.toml"
: > "$out/crate/lib.rs"
(cd "$out/crate" && cargo vendor -q vendor) >"$out/log" 2>&1 || {
  echo "lua5.5: skipped, the crate lua-src can't be had"; exit 77; }
. spec/hosts/sources.sh
debian_sources "$out/sources" lua-lpeg lua-filesystem lua-cjson >>"$out/log" 2>&1 || {
  echo "lua5.5: skipped, Debian's sources can't be had"; exit 77; }

lua=$(echo "$out"/crate/vendor/lua-src/lua-5.5*)
cp "$lua/lua.h" "$lua/luaconf.h" "$lua/lauxlib.h" "$lua/lualib.h" "$out/include"
module () {   # NAME FILES…
  name=$1; shift
  cc -O2 -fPIC -shared -w -I"$out/include" -o "$out/lib/$name.so" "$@"
}
cc -O2 -w -DLUA_USE_LINUX -Wl,-E -I"$out/include" -o "$out/bin/lua5.5" \
  "$lua"/*.c spec/hosts/interpreter.c -lm -ldl
module lpeg $(ls "$out"/sources/lpeg-*/lp*.c)
# LuaFileSystem 1.8.0 refuses what is over 5.4, and works with it
sed 's/LUA_VERSION_NUM <= 504/LUA_VERSION_NUM <= 505/' \
  "$out"/sources/*filesystem*/src/lfs.c > "$out/sources/lfs.c"
module lfs -I"$(echo "$out"/sources/*filesystem*/src)" "$out/sources/lfs.c"
cjson=$(dirname "$(ls "$out"/sources/*cjson*/lua_cjson.c)")
module cjson "$cjson/lua_cjson.c" "$cjson/strbuf.c" "$cjson/fpconv.c"
cp "$(ls "$out"/sources/lpeg-*/re.lua)" "$out/lib"
cp "$(lua5.4 -e 'print(package.searchpath("argparse", package.path))')" "$out/lib"
touch "$out/complete"
