#!/bin/sh
# sh spec/hosts/version.sh LUA
# Builds for another version of Lua, compiles a lexicon with it, and compares
# the lexicon, the ledger and the facts of spec/corpus with those of 5.4.
set -eu
lua=$1; ours=build/luas/5.4; theirs=build/luas/$lua
if [ "$lua" = lua5.5 ]; then
  own=$PWD/build/lua55
  sh spec/hosts/lua55.sh build/lua55 || { [ $? = 77 ] && exit 0; exit 1; }
  PATH=$own/bin:$PATH
  # the modules of 5.4 that both sides would find are not for it
  own_paths () { export LUA_PATH="$own/lib/?.lua;;" LUA_CPATH="$own/lib/?.so;;"; }
  with () { (own_paths; "$@"); }
else
  own_paths () { :; }
  with () { "$@"; }
fi
command -v "$lua" >/dev/null || { echo "$lua: skipped, it is not here"; exit 0; }
with make -s build LUA="$lua" BUILD="build/$lua" CFLAGS="-O2 -Werror" \
  $([ "$lua" != lua5.5 ] || echo "LUA_CFLAGS=-I$own/include")
mkdir -p "$ours" "$theirs"
lua5.4 spec/hosts/words.lua spec/corpus/*.txt > "$ours/words.txt"

say () {   # BUILD FOLDER [with]
  ${3-} "$1/bin/jilu" lexicon build "$ours/words.txt" -o "$2/lexicon" 2>"$2/log" || return
  for pipeline in ledger facts; do
    ${3-} "$1/bin/jilu" run $pipeline spec/corpus/*.txt --lexicon "$2/lexicon" \
      -o "$2/$pipeline.jsonl" 2>"$2/log" || return
  done
  # conversion and order, and a document in steps
  (${3+own_paths}
   . "$1/env.sh" && "${4-lua5.4}" spec/hosts/writing.lua "$2/conversion" spec/corpus/*.txt) \
    >"$2/writing" 2>"$2/log"
}
say build "$ours" || { echo "lua5.4: failed"; cat "$ours/log"; exit 1; }
say "build/$lua" "$theirs" with "$lua" || { echo "$lua: failed"; cat "$theirs/log"; exit 1; }
for name in lexicon ledger.jsonl facts.jsonl conversion writing; do
  cmp "$ours/$name" "$theirs/$name" || { echo "$lua: $name differs"; exit 1; }
done
echo "$lua: the lexicon, conversion, order, steps and $(cat "$theirs"/*.jsonl | wc -l) records the same"
