# C++ on the installed library, by pkg-config; no Lua.
. spec/hosts/host.sh
packages g++ pkg-config
need g++
[ -f build/zh.lexicon ] || left_out "build/zh.lexicon is not here: make lexicon"
make -s install-library DESTDIR="$work/root" PREFIX=/usr >"$work/log.install" 2>&1
g++ -std=c++17 -Wall -Wextra -Werror -o "$work/words" spec/hosts/cxx/words.cc \
  $(PKG_CONFIG_PATH="$work/root/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$work/root" \
    pkg-config --cflags --libs jilu)
say version "g++ $(g++ -dumpversion)"
say lua none
say asked '他在北京大学研究生物'
check got "$(LD_LIBRARY_PATH="$work/root/usr/lib" "$work/words" build/zh.lexicon \
  他在北京大学研究生物 | tr '\n' ' ')" '他 在 北京大学 研究 生物 '
