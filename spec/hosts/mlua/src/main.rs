//! Facts in Rust, through mlua. LUA_PATH and LUA_CPATH say where jilu and lpeg
//! are; loading modules in C is unsafe by mlua's own rules.

use mlua::{Function, Lua, Result, Table};

fn main() -> Result<()> {
    let lua = unsafe { Lua::unsafe_new() };
    let facts: Function = lua
        .load(
            r#"local extractor = require "jilu".extractor {}
               return function(text) return extractor:facts(text) end"#,
        )
        .eval()?;
    let text = std::env::args().nth(1).unwrap_or_default();
    for fact in facts.call::<Table>(text)?.sequence_values::<Table>() {
        let fact = fact?;
        let kind: String = fact.get("type")?;
        let words: String = fact.get("text")?;
        let first: usize = fact.get("first")?;
        println!("{kind} {words} {first}");
    }
    Ok(())
}
