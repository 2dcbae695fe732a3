#!/bin/sh
# sh spec/hosts/version.sh LUA
# Builds for another version of Lua, compiles a lexicon with it, and compares
# the lexicon, the ledger and the facts of spec/corpus with those of 5.4.
set -eu
lua=$1; ours=build/luas/5.4; theirs=build/luas/$lua
command -v "$lua" >/dev/null || { echo "$lua: skipped, it is not here"; exit 0; }
make -s build LUA="$lua" BUILD="build/$lua" CFLAGS="-O2 -Werror"
mkdir -p "$ours" "$theirs"
lua5.4 spec/hosts/words.lua spec/corpus/*.txt > "$ours/words.txt"

say () {
  "$1/bin/jilu" lexicon build "$ours/words.txt" -o "$2/lexicon" 2>"$2/log" || return
  for pipeline in ledger facts; do
    JILU_LEXICON="$2/lexicon" "$1/bin/jilu" run $pipeline spec/corpus/*.txt \
      -o "$2/$pipeline.jsonl" 2>"$2/log" || return
  done
}
for side in "build $ours" "build/$lua $theirs"; do
  say $side || { echo "$lua: failed"; cat "${side#* }/log"; exit 1; }
done
for name in lexicon ledger.jsonl facts.jsonl; do
  cmp "$ours/$name" "$theirs/$name" || { echo "$lua: $name differs"; exit 1; }
done
echo "$lua: the lexicon and $(cat "$theirs"/*.jsonl | wc -l) records the same"
