# A filter: one sentence a line, and counts of characters and words.
. spec/hosts/host.sh
packages pandoc lua5.3 liblua5.3-dev lua-lpeg
need pandoc
built_for lua5.3
say version "$(pandoc --version | head -n 1 | grep -o '[0-9.]*$')"
say lua "$(printf 'io.write(_VERSION)' > "$work/v.lua"; pandoc lua "$work/v.lua" 2>/dev/null ||
  echo 5.3)"
say asked '学校建成了。投入*1200万元*！共3层。'
check got "$(printf '学校建成了。投入*1200万元*！共3层。' |
  pandoc -L spec/hosts/pandoc/sentences.lua --wrap=preserve -s -t markdown)" "---
characters: 19
words: 13
---

学校建成了。
投入*1200万元*！
共3层。"
