# Python, whose wheel of lupa brings a Lua of its own.
. spec/hosts/host.sh
packages python3 python3-pip python3-venv lua-lpeg
need python3
built_for lua5.4
python3 -m venv "$work/venv" >"$work/log.venv" 2>&1 || left_out "no virtual environment"
"$work/venv/bin/pip" install -q lupa==2.8 >"$work/log.pip" 2>&1 ||
  left_out "lupa 2.8 can't be had"
say version 2.8
say lua "$("$work/venv/bin/python" -c 'from lupa import lua54
print(*lua54.LuaRuntime().lua_version, sep=".")')"
say asked '2024年投入资金1200万元'
check got "$("$work/venv/bin/python" spec/hosts/lupa/facts.py '2024年投入资金1200万元')" \
  "time 2024年 2024 None 1 7
quantity 1200万元 12000000 元 20 29"
