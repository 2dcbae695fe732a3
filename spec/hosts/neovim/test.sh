# Keys by Chinese words: w, b, e, dw, diw.
. spec/hosts/host.sh
packages neovim lua5.1 liblua5.1-0-dev lua-lpeg
need nvim
built_for lua5.1            # LuaJIT reads the modules of 5.1
[ -f build/zh.lexicon ] || left_out "build/zh.lexicon is not here: make lexicon"
cp build/zh.lexicon "$build/lib/jilu/"
printf '%s\n' '他在北京大学研究生物，2019年毕业。' 'end of it' > "$work/text"
keys () {    # KEYS: what the cursor stands on, and the first line
  nvim --clean --headless -i NONE "$work/text" -c "luafile spec/hosts/neovim/motions.lua" \
    -c "execute 'normal ' .. '$1'" \
    -c 'call writefile([strpart(getline("."), col(".") - 1), getline(1)], "/dev/stdout")' \
    -c 'qa!' 2>&1
}
say version "$(nvim --version | head -n 1 | grep -o '[0-9.]*[0-9]')"
say lua "$(nvim --version | grep -o 'LuaJIT' | head -n 1)"
say asked 'www; wwb; we; wwdw; wwdiw; 9w'
check got "$(keys www | head -n 1)" '研究生物，2019年毕业。'
check b "$(keys wwb | head -n 1)" '在北京大学研究生物，2019年毕业。'
check e "$(keys we | head -n 1)" '学研究生物，2019年毕业。'
check dw "$(keys wwdw | tail -n 1)" '他在研究生物，2019年毕业。'
check diw "$(keys wwdiw | tail -n 1)" '他在研究生物，2019年毕业。'
check next_line "$(keys 9w | head -n 1)" 'end of it'
