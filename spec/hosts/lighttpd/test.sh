# A service that gives the facts of a text: JSON, and a limit on what it reads.
. spec/hosts/host.sh
packages lighttpd lighttpd-modules-lua lua-cjson lua-lpeg curl
need lighttpd curl
built_for lua5.4
port=$(free_port)
cat > "$work/lighttpd.conf" <<CONF
server.document-root = "$work"
server.bind = "127.0.0.1"
server.port = $port
server.modules = ( "mod_magnet" )
server.errorlog = "$work/log"
magnet.attract-raw-url-to = ( "$jilu/spec/hosts/lighttpd/facts.lua" )
CONF
lighttpd -D -f "$work/lighttpd.conf" >"$work/log.out" 2>&1 & pids=$!
listens "$port"
ask () { curl -s -o - -w ' %{http_code}' "$@" "http://127.0.0.1:$port/" | tr -d '\n'; }
say version "$(lighttpd -v | head -n 1 | grep -o '[0-9.]*[0-9]' | head -n 1)"
say lua 5.4
say asked 'POST 投入资金1200万元; GET; POST of 2 MB'
got=$(ask --data-binary '投入资金1200万元' | lua5.4 -e '
  local json, status = io.read "a":match "^(.*) (%d+)$"
  local f = require "cjson".decode(json).facts[1]
  print(status, f.type, f.text, ("%d"):format(f.value), f.unit, ("%d-%d"):format(f.first, f.last))')
check got "$got" "200	quantity	1200万元	12000000	元	13-22"
check get "$(ask)" '{"error":"POST a text"} 405'
head -c 2000000 /dev/zero | tr '\0' a > "$work/large"
check large "$(ask --data-binary @"$work/large" -H 'Expect:')" \
  '{"error":"at most 1048576 bytes"} 413'
