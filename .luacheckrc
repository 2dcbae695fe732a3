-- The Lua side keeps to what 5.1, LuaJIT, 5.2, 5.3 and 5.4 share.
std = "min"
max_line_length = 100
files["spec"] = { std = "lua54+busted" }
exclude_files = { "build" }
files["csrc"] = { std = "lua54" }
files["spec/coverage"] = { std = "lua54", ignore = { "122" } }
files["lua/jilu/zh"] = { max_line_length = false }   -- lists of words
files["lua/jilu/meta"] = { unused_args = false }
files["lua/jilu/cli/view/style.lua"] = { max_line_length = false }
files["lua/jilu/cli/view/script.lua"] = { max_line_length = false }
files["spec/hosts/lua54.lua"] = { std = "max+busted", ignore = { "121", "122", "131", "142", "143" } }
files["spec/hosts/haproxy"] = { globals = { "core" } }
files["spec/hosts/lighttpd"] = { globals = { "lighty" } }
files["spec/hosts/neovim"] = { std = "luajit", globals = { "vim" } }
files["spec/hosts/nginx"] = { std = "luajit", globals = { "ngx" } }
files["spec/hosts/pandoc"] = { globals = { "pandoc" } }
