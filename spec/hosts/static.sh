#!/bin/sh
# sh spec/hosts/static.sh [BUILD]
# BUILD/static/jilu: the command as one file, linked against musl, that asks
# nothing of the machine it runs on. Lua, LPeg, LuaFileSystem and cjson are
# compiled from Debian's sources of them, which go below BUILD alone.
set -eu
build=${1:-build}; out=$build/static
command -v musl-gcc >/dev/null || { echo "static: musl-gcc is not here" >&2; exit 1; }
mkdir -p "$out/sources"
. spec/hosts/sources.sh
debian_sources "$out/sources" lua5.4 lua-lpeg lua-filesystem lua-cjson \
  >"$out/fetch.log" 2>&1 || { cat "$out/fetch.log" >&2; exit 1; }

lua=$(echo "$out"/sources/lua-5.4*/src)
export LC_ALL=C
compile () {   # FOLDER FILES…, objects into $out/obj/FOLDER
  name=$1; shift; mkdir -p "$out/obj/$name"
  for file; do
    musl-gcc -O2 -std=gnu99 -DLUA_USE_POSIX -I"$lua" -c \
      -o "$out/obj/$name/$(basename "$file" .c).o" "$file"
  done
}
if [ ! -f "$out/obj/complete" ]; then
  compile lua $(ls "$lua"/*.c | grep -v '/luac\?\.c$')
  compile lpeg $(ls "$out"/sources/*lpeg*/lp*.c)
  compile lfs $(ls "$out"/sources/*filesystem*/src/lfs.c)
  cjson=$(dirname "$(ls "$out"/sources/*cjson*/lua_cjson.c)")
  compile cjson "$cjson/lua_cjson.c" "$cjson/strbuf.c" "$cjson/fpconv.c"
  touch "$out/obj/complete"
fi

argparse=$(lua5.4 -e 'print(package.searchpath("argparse", package.path))')
make -s "$out/jilu-objects" BUILD="$out" CC=musl-gcc \
  LUA_CFLAGS="-I$PWD/$lua" UTF8PROC= EMBED_MORE="$argparse=argparse $(ls "$out"/sources/*lpeg*/re.lua)=re"
musl-gcc -static -O2 -s -o "$out/jilu" "$out/obj/binding/embed/main.o" \
  "$out/libjilu-lua.a" "$out"/obj/lua/*.o "$out"/obj/lpeg/*.o \
  "$out"/obj/lfs/*.o "$out"/obj/cjson/*.o -lm
echo "$out/jilu: $(wc -c < "$out/jilu") bytes"
