# Words and facts in SQL; a GIN index that finds 設計 for 设计.
. spec/hosts/host.sh
packages postgresql postgresql-15-pllua lua5.3 liblua5.3-dev lua-lpeg
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$bin" ] || left_out "PostgreSQL is not here"
built_for lua5.3
[ -f build/zh.lexicon ] || left_out "build/zh.lexicon is not here: make lexicon"
cp build/zh.lexicon "$build/lib/jilu/"
port=$(free_port)
as=; if [ "$(id -u)" = 0 ]; then as="runuser -u postgres --"; chown postgres "$work"; fi
server () { (cd "$work"; $as env LUA_PATH="$LUA_PATH" LUA_CPATH="$LUA_CPATH" "$@"); }
server "$bin/initdb" -D "$work/data" -A trust -U jilu --locale=C.UTF-8 >"$work/log.initdb" 2>&1
server "$bin/pg_ctl" -D "$work/data" -w -l "$work/log" \
  -o "-p $port -k $work -c listen_addresses=127.0.0.1" start >"$work/log.start" 2>&1
stop_more () { server "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; }
sql () { psql -h 127.0.0.1 -p "$port" -U jilu -d postgres -qAt -v ON_ERROR_STOP=1 "$@"; }
sql -f spec/hosts/postgresql/functions.sql >"$work/log.sql" 2>&1
say version "$("$bin/postgres" --version | grep -o '[0-9.]*' | head -n 1)"
say lua 5.3
say asked "jilu_facts('投入1200万元'); 20,000 rows, a GIN index, setting of 设计"
check got "$(sql -c "SELECT * FROM jilu_facts('投入资金1200万元')")" 'quantity|13|22|12000000|元'
sql -c "CREATE TABLE page (id serial, body text)" \
  -c "INSERT INTO page (body) SELECT '第' || n || '项建设计划已经完成' FROM generate_series(1, 20000) n" \
  -c "INSERT INTO page (body) VALUES ('本項目的設計方案'), ('Design of a Straße')" \
  -c "CREATE INDEX ON page USING gin (jilu_tsvector(body))" -c "ANALYZE page"
check found "$(sql -c "SELECT body FROM page WHERE jilu_tsvector(body) @@ to_tsquery('simple', '设计')")" \
  '本項目的設計方案'
check by_index "$(sql -c "EXPLAIN SELECT body FROM page
  WHERE jilu_tsvector(body) @@ to_tsquery('simple', '设计')" | grep -c 'Bitmap Index Scan')" 1
