# Characters of a header, and no damage let through; four threads, four states.
. spec/hosts/host.sh
packages haproxy lua5.3 liblua5.3-dev lua-lpeg curl
need haproxy curl
built_for lua5.3
port=$(free_port)
cat > "$work/haproxy.cfg" <<CONF
global
  nbthread 4
  lua-prepend-path $jilu/lua/?.lua
  lua-prepend-path $jilu/lua/?/init.lua
  lua-prepend-path $jilu/$build/lib/?.so cpath
  lua-load-per-thread $jilu/spec/hosts/haproxy/columns.lua
defaults
  mode http
  timeout client 5s
  timeout server 5s
  timeout connect 5s
frontend f
  bind 127.0.0.1:$port
  http-request lua.check_text
  http-request deny deny_status 400 if { var(txn.characters) -m int lt 0 }
  http-request return status 200 content-type text/plain lf-string %[var(txn.characters)]
CONF
haproxy -f "$work/haproxy.cfg" -db >"$work/log" 2>&1 & pids=$!
listens "$port"
ask () { curl -s -o - -w ' %{http_code}' -H "X-Text: $1" "http://127.0.0.1:$port/" | tail -c 8; }
say version "$(haproxy -v | grep -o '[0-9][0-9.]*' | head -n 1)"
say lua 5.3
say asked 'X-Text: 研究👨‍👩‍👧; a byte ff; 40 requests'
check got "$(ask '研究👨‍👩‍👧')" '3 200'
check refused "$(ask "$(printf 'a\377')" | tail -c 3)" 400
check many "$(for _ in $(seq 40); do ask '研究' & done | grep -o '2 200' | wc -l; wait)" 40
