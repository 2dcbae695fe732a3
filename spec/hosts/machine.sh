#!/bin/sh
# sh spec/hosts/machine.sh MACHINE [BUILD]
# Builds for another machine, with a Lua, LPeg and utf8proc of Debian's for it,
# and compares what it says with what this machine says, byte for byte.
# clang builds for i686, since gcc has no integer of 128 bits there before 14.
set -eu
machine=$1; build=${2:-build}
case $machine in
  i686) debian=i386 triple=i386-linux-gnu qemu=qemu-i386 tools=i686-linux-gnu
    cc="clang --target=i686-linux-gnu -msse2 -mfpmath=sse" path=1 ;;
  aarch64) debian=arm64 triple=aarch64-linux-gnu qemu=qemu-aarch64 tools=$triple
    cc=$triple-gcc path=4 ;;
  s390x) debian=s390x triple=s390x-linux-gnu qemu=qemu-s390x tools=$triple
    cc=$triple-gcc path=1 ;;
  *) echo "unknown machine '$machine': i686, aarch64 or s390x" >&2; exit 1 ;;
esac
for tool in ${cc%% *} $qemu $tools-gcc apt-get dpkg; do
  command -v "$tool" >/dev/null || {
    echo "$machine: skipped, $tool is not here"; exit 0; }
done

here=$PWD/$build; out=$here/machines/$machine; root=$out/root
packages="lua5.4 liblua5.4-0 liblua5.4-dev libutf8proc-dev libutf8proc2
  lua-lpeg lua-filesystem lua-cjson libreadline8 libtinfo6 libc6 libgcc-s1"

# Packages of another architecture, unpacked aside: nothing is installed.
fetch () {
  apt=$out/apt
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$out/debs" "$root"
  : > "$apt/status"
  options="-o APT::Architecture=$debian -o APT::Architectures=$debian
    -o Dir::State=$apt -o Dir::State::lists=$apt/lists
    -o Dir::State::status=$apt/status -o Dir::Cache=$apt
    -o APT::Sandbox::User="
  apt-get $options -qq update &&
    (cd "$out/debs" && apt-get $options -qq download $packages) || return 1
  for deb in "$out"/debs/*.deb; do dpkg -x "$deb" "$root"; done
  touch "$root/complete"
}
[ -f "$root/complete" ] || fetch >"$here/machines-fetch.log" 2>&1 || {
  echo "$machine: skipped, Debian's packages for it could not be fetched"
  exit 0; }

archive=$root/usr/lib/$triple/libutf8proc.a
mkdir -p "$out/include"
cp "$root/usr/include/utf8proc.h" "$out/include"
make -s "$build/machines/$machine/lib/jilu/core.so" \
  "$build/machines/$machine/lib/jilu/command.so" \
  "$build/machines/$machine/libjilu.a" BUILD="$build/machines/$machine" \
  CC="$cc" AR="$tools-ar" CFLAGS="-O2 -Werror" UTF8PROC="$archive" \
  LUA_CFLAGS="-I$root/usr/include/lua5.4 -I$root/usr/include/$triple" CPPFLAGS="-I$out/include"

# Segmentation.
cc -O2 -std=c11 -Icsrc -o "$out/segment-here" spec/hosts/segment.c \
  "$here/libjilu.a" -lutf8proc -lm
$cc -O2 -std=c11 -static -Icsrc -o "$out/segment" spec/hosts/segment.c \
  "$out/libjilu.a" "$archive" -lm
breaks=$(lua5.4 spec/hosts/compare.lua "$out" "$out/segment-here" \
  "$qemu $out/segment" $path)

# A lexicon and the ledger.
LUA_PATH="$PWD/lua/?.lua;$PWD/lua/?/init.lua;;"
export LUA_PATH
there () {
  LUA_CPATH="$out/lib/?.so;$root/usr/lib/$triple/lua/5.4/?.so" \
    JILU_LEXICON="$out/lexicon" $qemu -L "$root" "$root/usr/bin/lua5.4" "$@"
}
same () {
  cmp -s "$1" "$2" || { echo "$machine: $3 differs: $1 $2"; exit 1; }
}
command=lua/jilu/cli/jilu.lua
lua5.4 spec/hosts/words.lua spec/corpus/*.txt > "$out/words.txt"
"$here/bin/jilu" lexicon build "$out/words.txt" -o "$out/lexicon-here" 2>/dev/null
there $command lexicon build "$out/words.txt" -o "$out/lexicon" 2>"$out/log"
same "$out/lexicon-here" "$out/lexicon" "a compiled lexicon"
# the words of the language, which the ledger below then maps
rm -f "$out/lib/jilu/zh.vocabulary"
"$here/bin/jilu" vocabulary build zh -o "$out/vocabulary-here" 2>/dev/null
there $command vocabulary build zh -o "$out/vocabulary" 2>"$out/log"
same "$out/vocabulary-here" "$out/vocabulary" "a compiled vocabulary"
cp "$out/vocabulary" "$out/lib/jilu/zh.vocabulary"
# conversion and order
LUA_CPATH="$here/lib/?.so;;" lua5.4 spec/hosts/writing.lua "$out/conversion-here" \
  spec/corpus/*.txt > "$out/writing-here"
there spec/hosts/writing.lua "$out/conversion" spec/corpus/*.txt > "$out/writing"
same "$out/conversion-here" "$out/conversion" "a compiled conversion"
same "$out/writing-here" "$out/writing" "what is converted and sorted"
JILU_LEXICON="$out/lexicon-here" "$here/bin/jilu" run ledger spec/corpus/*.txt \
  -o "$out/here.jsonl" 2>/dev/null
there $command run ledger spec/corpus/*.txt -o "$out/there.jsonl" 2>"$out/log"
same "$out/here.jsonl" "$out/there.jsonl" "the ledger"
echo "$machine: $breaks; the lexicon, the vocabulary, conversion, order and" \
  "$(wc -l < "$out/there.jsonl") records the same, byte for byte"
