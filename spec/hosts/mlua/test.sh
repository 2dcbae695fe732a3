# Rust, with Debian's Lua linked into the program.
. spec/hosts/host.sh
packages pkg-config liblua5.4-dev lua-lpeg
need cargo
built_for lua5.4
cp -R spec/hosts/mlua "$work/crate"
(cd "$work/crate" && cargo build -q --release) >"$work/log.cargo" 2>&1 ||
  left_out "mlua can't be had, or does not build here"
say version "$(sed -n '/^name = "mlua"$/{n;s/version = "\(.*\)"/\1/p}' "$work/crate/Cargo.lock")"
say lua 5.4
say asked '2024年投入资金1200万元'
check got "$("$work/crate/target/release/jilu-in-mlua" '2024年投入资金1200万元')" \
  "time 2024年 1
quantity 1200万元 20"
