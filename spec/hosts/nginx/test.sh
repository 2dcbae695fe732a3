# A gateway: the quantities of a body reach the server behind it as a header.
. spec/hosts/host.sh
packages nginx libnginx-mod-http-lua lua5.1 liblua5.1-0-dev lua-lpeg curl
need nginx curl
built_for lua5.1            # LuaJIT reads the modules of 5.1
port=$(free_port); behind=$(free_port)
modules=$(dirname "$(find /usr/lib/nginx /usr/lib/*/nginx -name ngx_http_lua_module.so \
  2>/dev/null | head -n 1)")
cat > "$work/nginx.conf" <<CONF
load_module $modules/ndk_http_module.so;
load_module $modules/ngx_http_lua_module.so;
daemon off; pid $work/pid; error_log $work/log; worker_processes 1;
env LUA_PATH; env LUA_CPATH;
events { }
http {
  access_log off; client_body_temp_path $work; proxy_temp_path $work;
  fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  client_max_body_size 1m; client_body_buffer_size 1m;
  server {
    listen 127.0.0.1:$behind;
    location / { return 200 \$http_x_quantities; }
  }
  server {
    listen 127.0.0.1:$port;
    location / {
      access_by_lua_file $jilu/spec/hosts/nginx/facts.lua;
      proxy_pass http://127.0.0.1:$behind;
    }
  }
}
CONF
nginx -c "$work/nginx.conf" -e "$work/log" >"$work/log.out" 2>&1 & pids=$!
listens "$port"
say version "$(nginx -v 2>&1 | grep -o '[0-9.]*[0-9]' | head -n 1)"
say lua LuaJIT
say asked 'POST 投入1200万元,修路3.5公里; 20 requests at once'
ask () { curl -s --data-binary '投入资金1200万元,修路3.5公里' "http://127.0.0.1:$port/"; }
check got "$(ask)" '12000000 元, 3.5 公里'
check many "$(for _ in $(seq 20); do ask & done | grep -o 公里 | wc -l; wait)" 20
