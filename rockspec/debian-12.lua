-- For LUAROCKS_CONFIG: the rocks that Debian 12 brings as packages (lua-lpeg,
-- lua-argparse, lua-filesystem, lua-cjson), so that nothing is fetched.
rocks_provided = {
  lpeg = "1.0.2-1",
  argparse = "0.7.1-1",
  luafilesystem = "1.8.0-1",
  ["lua-cjson"] = "2.1.0-1",
}
