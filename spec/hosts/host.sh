# What the test of a host begins with: . spec/hosts/host.sh
# A test prints what it asked and what came back, and ends with 0: as it should
# be, 77: left out, with a word why; anything else: it failed.
set -eu
jilu=$PWD
work=$(mktemp -d)
pids=
stop_more () { :; }        # what a test stops besides its processes
finish () {
  status=$?
  stop_more
  for pid in $pids; do kill "$pid" && wait "$pid" || true; done 2>/dev/null
  [ "$status" = 0 ] || [ "$status" = 77 ] || cat "$work"/*log* >&2 2>/dev/null
  rm -rf "$work"
  exit $status
}
trap finish EXIT
trap 'exit 1' INT TERM

left_out () { echo "left_out=$*"; exit 77; }
need () { for tool; do command -v "$tool" >/dev/null || left_out "$tool is not here"; done; }

# Debian's packages, where they can be had.
packages () {
  missing=$(for p; do dpkg-query -W -f='${Status}' "$p" 2>/dev/null |
    grep -q 'ok installed' || echo "$p"; done)
  [ -z "$missing" ] && return
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-remove \
    --no-install-recommends $missing >"$work/apt" 2>&1 ||
    left_out "these packages can't be had:" $missing
}

# Builds for a Lua, and lets it find what was built, and Debian's modules, which
# a Lua that is not Debian's would not find.
built_for () {
  build=build/$1; [ "$1" != lua5.4 ] || build=build
  make -s build LUA="$1" BUILD="$build" CFLAGS=-O2 >"$work/log.build" 2>&1
  version=${1#lua}
  LUA_PATH="$jilu/lua/?.lua;$jilu/lua/?/init.lua;/usr/share/lua/$version/?.lua;;"
  LUA_CPATH="$jilu/$build/lib/?.so;/usr/lib/$(cc -print-multiarch)/lua/$version/?.so;;"
  export LUA_PATH LUA_CPATH
}

# A port that nobody has.
free_port () {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# Waits until something listens there.
listens () {
  for _ in $(seq 100); do
    (: < "/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 0.05
  done
  echo "nothing listens" >&2; exit 1
}

# say NAME VALUE; check NAME GOT EXPECTED
say () { echo "$1=$2"; }
check () {
  [ "$2" = "$3" ] || { printf '%s: got\n%s\ninstead of\n%s\n' "$1" "$2" "$3" >&2; exit 1; }
  echo "$1=$2"
}
