local cjson = require "cjson"
local core = require "jilu.core"
local library = require "jilu"
local shell = require "spec.support.shell"

-- A pipeline of our own, so that these specs are about the command alone: a
-- record for each word in angle brackets, which must not be <bad>.
local PIPELINE = [[
local jilu = require "jilu"
return jilu.pipeline {
  "repair",
  jilu.rule {
    name = "tag", match = jilu.re "'<' {:name: [a-z]+ :} '>'",
    emit = function(m)
      if m.name == "bad" then error "a bad tag" end
      return { name = m.name }
    end,
    tests = {
      { "a <b> <c>", { { name = "b" }, { name = "c" } } },
      { "a < b", false },
    },
  },
  jilu.emit { "repair" },
}
]]

local function lines_of(text)
  local lines = {}
  for line in text:gmatch "[^\n]+" do lines[#lines + 1] = line end
  return lines
end

local function decoded(text)
  local records = lines_of(text)
  for k, line in ipairs(records) do records[k] = cjson.decode(line) end
  return records
end

describe("jilu run", function()
  local folder

  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/tags.lua", PIPELINE)
    shell.write(folder .. "/one.txt", "<a> and <b>\n")
    shell.write(folder .. "/two.txt", "<c>\n")
    shell.write(folder .. "/bad.txt", "<d>\n<bad>\n")
  end)
  after_each(function() shell.remove(folder) end)

  local function jilu(arguments)
    return shell.run(folder, shell.jilu .. " " .. arguments)
  end

  -- The names of tags, in the order of the records.
  local function names(text)
    local list = {}
    for k, record in ipairs(decoded(text)) do list[k] = record.name or record._error.reason end
    return list
  end

  it("writes records to standard output and a summary to standard error", function()
    local code, out, err = jilu "run --lexicon none tags.lua one.txt two.txt"
    assert.equal(0, code)
    assert.equal('{"type":"tag","doc":"one","start":0,"end":3,"text":"<a>","line":1,"name":"a"}\n'
      .. '{"type":"tag","doc":"one","start":8,"end":11,"text":"<b>","line":1,"name":"b"}\n'
      .. '{"type":"tag","doc":"two","start":0,"end":3,"text":"<c>","line":1,"name":"c"}\n', out)
    assert.match("^2 documents, 3 records, 0 repairs, 0 dead letters, [%d.]+ s, [%d.]+ MB/s\n$",
      err)
  end)

  it("bounds nouns by the words of a lexicon, and names the one it uses", function()
    shell.write(folder .. "/words.txt", "驰援 30 v\n灾区 40 n\n医生 90 n\n名 50 q\n")
    shell.write(folder .. "/news.txt", "32名医生驰援灾区。")
    assert.equal(0, (jilu "lexicon build words.txt -o words.lexicon"))
    local code, out, err = jilu "run --lexicon words.lexicon --only quantity facts news.txt"
    assert.equal(0, code)
    assert.equal("医生", decoded(out)[1].noun)
    assert.match("^jilu: words of words.lexicon\n1 documents", err)
    code, out, err = jilu "run --lexicon none --only quantity facts news.txt"
    assert.equal(0, code)
    assert.equal("医生驰援灾区", decoded(out)[1].noun)
    assert.match("^1 documents", err)
    code, out, err = jilu "run --lexicon news.txt facts news.txt"
    assert.equal(1, code)
    assert.equal("", out)
    assert.match("news.txt", err)
  end)

  it("reads standard input", function()
    local code, out = jilu "run tags.lua < one.txt"
    assert.equal(0, code)
    assert.same({ "a", "b" }, names(out))
    assert.equal("stdin", decoded(out)[1].doc)
    code, out = jilu "run tags.lua two.txt - < one.txt"
    assert.equal(0, code)
    assert.same({ "c", "a", "b" }, names(out))
  end)

  it("reads folders, sorted, with the folders inside and without hidden files", function()
    os.execute(("cd %s && mkdir -p in/b .git && echo '<y>' >in/b/y.txt && echo '<x>' >in/a.txt "
      .. "&& echo '<z>' >in/c.txt && echo '<h>' >in/.hidden && mkdir in/empty")
      :format(shell.quote(folder)))
    local code, out = jilu "run tags.lua in"
    assert.equal(0, code)
    assert.same({ "x", "y", "z" }, names(out))
    assert.same({ "x", "y", "z" }, names(select(2, jilu "run tags.lua in/")))
  end)

  it("leaves loops of links out and says so", function()
    os.execute(("cd %s && mkdir -p in/deep && echo '<x>' >in/deep/x.txt && ln -s .. in/deep/loop "
      .. "&& ln -s self in/self"):format(shell.quote(folder)))
    local code, out, err = jilu "run tags.lua in two.txt"
    assert.equal(2, code)
    assert.same({ "x", "c" }, names(out))
    assert.match("jilu: in/deep/loop: a link back to in, left out\n", err, 1, true)
    assert.match("jilu: in/self: read: Too many levels of symbolic links\n", err, 1, true)
  end)

  it("keeps a document that fails out of the records, all of it", function()
    local code, out, err = jilu "run tags.lua one.txt bad.txt two.txt --errors dead.jsonl"
    assert.equal(2, code)
    assert.same({ "a", "b", "c" }, names(out))
    local reason = "bad.txt: rule tag: a bad tag (tags.lua:7)\n"
    assert.match("jilu: " .. reason, err, 1, true)
    assert.match("3 documents, 3 records, 0 repairs, 1 dead letters", err, 1, true)
    local sha = require("jilu.core").sha256(shell.read(folder .. "/bad.txt"))
    assert.equal('{"id":"bad","path":"bad.txt","sha256":"' .. sha .. '","status":"failed",'
      .. '"pipeline":"tags.lua","stage":"rule tag","rule":"tag","script":"tags.lua:7",'
      .. '"reason":"a bad tag","start":4,"end":9,"line":2,"excerpt":"<bad>"}\n',
      shell.read(folder .. "/dead.jsonl"))
  end)

  it("writes dead letters among the records", function()
    local code, out = jilu "run tags.lua bad.txt two.txt --errors inline"
    assert.equal(2, code)
    local records = decoded(out)
    assert.same({ "a bad tag", "c" }, names(out))
    assert.equal("bad", records[1].id)
    assert.equal("tags.lua:7", records[1]._error.script)
  end)

  it("gives up at too many dead letters", function()
    os.execute(("cd %s && cp bad.txt bad2.txt && cp bad.txt bad3.txt"):format(shell.quote(folder)))
    local code, _, err =
      jilu "run tags.lua one.txt bad.txt bad2.txt bad3.txt two.txt --max-errors 1"
    assert.equal(3, code)
    assert.match("gave up: more than 1 dead letters", err, 1, true)
    code = jilu "run tags.lua bad.txt bad2.txt bad3.txt two.txt --max-errors 3"
    assert.equal(2, code)
    local out
    code, out = jilu "run tags.lua bad.txt two.txt --fail-fast"
    assert.equal(3, code)
    assert.equal("", out)
  end)

  it("makes the output file only when it is complete", function()
    local code, out = jilu "run tags.lua one.txt -o out.jsonl"
    assert.equal(0, code)
    assert.equal("", out)
    assert.same({ "a", "b" }, names(shell.read(folder .. "/out.jsonl")))
    assert.equal("", select(2, shell.run(folder, "ls -A | grep part || true")))
    code = jilu "run tags.lua two.txt bad.txt -o out.jsonl --fail-fast"
    assert.equal(3, code)
    assert.same({ "a", "b" }, names(shell.read(folder .. "/out.jsonl")))
    assert.equal("", select(2, shell.run(folder, "ls -A | grep part || true")))
  end)

  it("gives up where the output can't be written", function()
    local code, _, err = jilu "run tags.lua one.txt -o nowhere/out.jsonl"
    assert.equal(3, code)
    assert.match("gave up: nowhere/out.jsonl: No such file or directory", err, 1, true)
    code, _, err = jilu "run tags.lua one.txt > /dev/full"
    assert.equal(3, code)
    assert.match("gave up: No space left on device", err, 1, true)
    code, _, err = jilu "run tags.lua one.txt bad.txt --errors /dev/full"
    assert.equal(3, code)
    assert.match("gave up: ", err, 1, true)
  end)

  it("keeps only the types that are asked for", function()
    shell.write(folder .. "/ill.txt", "<a> \xFF and much that is well formed\n")
    assert.equal(2, #decoded(select(2, jilu "run tags.lua ill.txt")))
    local code, out = jilu "run tags.lua ill.txt --only repair"
    assert.equal(0, code)
    assert.equal("repair", decoded(out)[1].type)
    assert.equal(1, #decoded(out))
    local _, _, err = jilu "run tags.lua ill.txt --only tags,repair"
    assert.match("--only: no type 'tags'; this pipeline emits repair, tag", err, 1, true)
  end)

  it("reads JSON Lines, positions being those of the text", function()
    shell.write(folder .. "/docs.jsonl",
      '{"id":"x","text":"\\u6f22 <a>"}\n\n{"text":"<b>","id":7}\n{"body":"<c>"}\nnonsense\n'
      .. '{"id":"y","text":5}\n[1]\n5\n{"id":"z","text":"<d>"}')
    local code, out, err = jilu "run tags.lua --from jsonl docs.jsonl --errors inline"
    assert.equal(2, code)
    local records = decoded(out)
    assert.equal('{"type":"tag","doc":"x","start":4,"end":7,"text":"<a>","line":1,"name":"a"}',
      lines_of(out)[1])
    assert.same({ "7", "b" }, { records[2].doc, records[2].name })
    local ids = {}
    for k, record in ipairs(records) do ids[k] = record.doc or record.id end
    assert.same({ "x", "7", "docs:4", "docs:5", "y", "docs:7", "docs:8", "z" }, ids)
    assert.equal("the object has no text in its field 'text'; its fields: body",
      records[3]._error.reason)
    assert.match("^not JSON: ", records[4]._error.reason)
    assert.equal("not a JSON object", records[7]._error.reason)
    assert.match("jilu: docs.jsonl:4: read: the object has no text in its field 'text'; its "
      .. "fields: body\n", err, 1, true)
    code, out = jilu "run tags.lua --from jsonl:body --errors inline < docs.jsonl"
    assert.equal(2, code)
    assert.equal("c", names(out)[3])
  end)

  it("shows progress where it is asked to", function()
    local _, _, err = jilu "run tags.lua one.txt"
    assert.is_nil(err:find "\r")
    shell.write(folder .. "/slow.lua", [[
      local jilu = require "jilu"
      return jilu.pipeline {
        function() local t = os.clock() while os.clock() - t < 0.25 do end end,
      }]])
    _, _, err = jilu "run slow.lua one.txt two.txt --progress always"
    assert.match("\r1 documents, 0 dead letters, 0.0 MB, 0.0 MB/s\27[K", err, 1, true)
    _, _, err = jilu "run slow.lua one.txt two.txt --progress never"
    assert.is_nil(err:find "\r")
  end)

  it("passes the date on", function()
    shell.write(folder .. "/date.lua", [[
      local jilu = require "jilu"
      return jilu.pipeline {
        function(doc) doc:annotate("seen", { first = 1, last = 1, date = doc.date }) end,
        jilu.emit { jilu.schema "seen" },
      }]])
    local _, out = jilu "run date.lua one.txt --date 2019-10-15"
    assert.equal("2019-10-15", decoded(out)[1].date)
    for _, bad in ipairs { "2019", "2019-13-01", "2019-10-32", "2019-02-29", "2019-02-31",
      "2019-04-31", "yesterday" } do
      local code, _, err = jilu("run date.lua one.txt --date " .. bad)
      assert.equal(1, code)
      assert.match("is no date, YYYY-MM-DD is", err, 1, true)
    end
  end)

  it("exits with 1 where the call or the pipeline is wrong", function()
    for arguments, message in pairs {
      [""] = "a command is required",
      ["run"] = "missing argument 'pipeline'",
      ["run nosuch one.txt"] = "no pipeline 'nosuch': no such script, and the ready-made ones are",
      ["run tags.lua one.txt --nonsense"] = "unknown option '--nonsense'",
      ["run tags.lua one.txt --from csv"] = "'csv' is no source; known: text, markdown, html",
      ["run tags.lua one.txt --to xml"] = "--to",
      ["run tags.lua one.txt --max-errors x"] = "'x' is no count",
      ["run tags.lua one.txt --errors nowhere/x"] = "nowhere/x: No such file or directory",
      ["run one.txt"] = "one.txt:1: unexpected symbol near '<'",
      ["nonsense"] = "unknown command 'nonsense'",
    } do
      local code, out, err = jilu(arguments)
      assert.equal(1, code, arguments)
      assert.equal("", out)
      assert.match(message, err, 1, true)
    end
  end)

  it("says in which line of a script a stage is unknown", function()
    shell.write(folder .. "/typo.lua",
      'local jilu = require "jilu"\n\nreturn jilu.pipeline {\n  "repare",\n}\n')
    local code, _, err = jilu "run typo.lua one.txt"
    assert.equal(1, code)
    assert.match("typo.lua:3: unknown stage 'repare'; known: repair", err, 1, true)
  end)

  describe("with hostile inputs beside good ones", function()
    it("does the good ones", function()
      math.randomseed(11)
      local bytes = {}
      for k = 1, 20000 do bytes[k] = string.char(math.random(0, 255)) end
      shell.write(folder .. "/random.txt", table.concat(bytes))
      shell.write(folder .. "/empty.txt", "")
      local code, out, err = jilu "run tags.lua one.txt random.txt empty.txt missing.txt two.txt"
      assert.equal(2, code)
      assert.same({ "a", "b", "c" }, names(out))
      assert.match("jilu: random.txt: repair: not UTF%-8 text: %d%d%% of its bytes are ", err)
      assert.match("jilu: empty.txt: an empty document\n", err, 1, true)
      assert.match("jilu: missing.txt: read: No such file or directory\n", err, 1, true)
      assert.match("5 documents, 3 records, 0 repairs, 2 dead letters", err, 1, true)
    end)

    it("names what it may not read", function()
      -- root may read everything, so it runs the command as somebody else
      local user = shell.run(folder, "test $(id -u) = 0") == 0
        and "setpriv --reuid=65534 --clear-groups " or ""
      if shell.run(folder, user .. shell.jilu .. " doctor") ~= 0 then
        pending "nobody else can run the build under test"
        return
      end
      os.execute(("cd %s && chmod a+rx . && mkdir shut && chmod 0 shut one.txt")
        :format(shell.quote(folder)))
      local code, out, err = shell.run(folder,
        user .. shell.jilu .. " run tags.lua one.txt shut two.txt")
      assert.equal(2, code)
      assert.same({ "c" }, names(out))
      assert.match("jilu: one.txt: read: Permission denied\n", err, 1, true)
      assert.match("jilu: shut: read: Permission denied\n", err, 1, true)
    end)

    it("names what fails while it is read", function()
      if not shell.read "/proc/self/comm" then
        pending "there is no /proc here"
        return
      end
      local code, out, err = jilu "run tags.lua /proc/self/mem two.txt"
      assert.equal(2, code)
      assert.same({ "c" }, names(out))
      assert.match("jilu: /proc/self/mem: read: Input/output error\n", err, 1, true)
    end)

    it("takes a line of many megabytes", function()
      shell.write(folder .. "/long.txt", ("<q> 很长的一行，"):rep(200000))
      local code, out = jilu "run tags.lua one.txt long.txt two.txt"
      assert.equal(0, code)
      assert.equal(200003, #lines_of(out))
    end)

    it("survives a document that is over the limit", function()
      os.execute(("cd %s && truncate -s 100M huge.txt"):format(shell.quote(folder)))
      local code, out, err = jilu "run tags.lua one.txt huge.txt two.txt"
      assert.equal(2, code)
      assert.same({ "a", "b", "c" }, names(out))
      assert.match("huge.txt: read: more than the 64 MB that a document may have (DOCUMENT_LIMIT)",
        err, 1, true)
      code, out, err = jilu "run tags.lua - < /dev/zero"
      assert.equal("", out)
      assert.equal(2, code)
      assert.match("DOCUMENT_LIMIT", err, 1, true)
    end)
  end)
end)

-- A value without the nulls of objects within it.
local function without_null(value)
  if value == cjson.null then return nil end
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, inner in pairs(value) do copy[key] = without_null(inner) end
  return copy
end

describe("jilu run ledger", function()
  local corpus = {}
  local listing = io.popen "ls spec/corpus/*.txt"
  for path in listing:lines() do corpus[#corpus + 1] = path end
  listing:close()

  local function run(paths)
    local quoted = {}
    for k, path in ipairs(paths) do quoted[k] = shell.quote(path) end
    local code, out = shell.run(".", shell.jilu .. " run ledger " .. table.concat(quoted, " "))
    assert.equal(0, code)
    return out
  end

  -- The records of each document, as they were written.
  local function by_document(text)
    local found = {}
    for _, line in ipairs(lines_of(text)) do
      local doc = line:match '"doc":"([^"]*)"'
      found[doc] = (found[doc] or "") .. line .. "\n"
    end
    return found
  end

  it("writes the same bytes each time, and in any order the same records", function()
    local all = run(corpus)
    assert.equal(all, run(corpus))
    local records, reversed, rest = by_document(all), {}, all
    for k, path in ipairs(corpus) do reversed[#corpus + 1 - k] = path end
    assert.same(records, by_document(run(reversed)))
    for _, path in ipairs(corpus) do
      local alone = run { path }
      assert.equal(alone, rest:sub(1, #alone))
      rest = rest:sub(#alone + 1)
    end
    assert.equal("", rest)
  end)

  -- A record as JSON has its numbers: by their digits, where a double rounds.
  local function with_digits(record)
    local copy = {}
    for key, value in pairs(record) do
      if type(value) == "table" and not getmetatable(value) then value = with_digits(value) end
      copy[key] = value
    end
    for _, name in ipairs { "value", "min", "max", "from", "to" } do
      local key = name == "value" and "digits" or name .. "_digits"
      if copy[key] then copy[name], copy[key] = copy[key], nil end
    end
    return copy
  end

  it("writes what a pipeline gives as tables", function()
    local pipeline = library.load "ledger"
    for _, path in ipairs(corpus) do
      local lines = lines_of(run { path })
      local doc = library.open(path, { lexicon = library.lexicon.open() })
      for record in pipeline:records(doc) do
        local written = cjson.decode(table.remove(lines, 1))
        assert.same(without_null(written), without_null(with_digits(record)))
      end
      assert.same({}, lines)
    end
  end)

  it("writes records that hold what their positions say", function()
    for _, path in ipairs(corpus) do
      local text = shell.read(path)
      for _, line in ipairs(lines_of(run { path })) do
        assert.truthy(core.validate(line))
        local record = cjson.decode(line)
        if record.start then
          assert.equal(text:sub(record.start + 1, record["end"]), record.text)
          local _, breaks = text:sub(1, record.start):gsub("\n", "")
          assert.equal(breaks + 1, record.line)
        end
      end
    end
  end)
end)

describe("jilu test", function()
  local folder
  before_each(function() folder = shell.folder() end)
  after_each(function() shell.remove(folder) end)

  it("runs the examples beside the rules", function()
    shell.write(folder .. "/tags.lua", PIPELINE)
    local code, _, err = shell.run(folder, shell.jilu .. " test tags.lua")
    assert.equal(0, code)
    assert.equal("2 tests passed, 0 failed\n", err)
  end)

  it("says what was expected and what came", function()
    shell.write(folder .. "/tags.lua", (PIPELINE:gsub("{ \"a < b\", false },", [[
      { "a <b>", false },
      { "a <b>", { name = "c" } },
      { "a <b>", { start = 2, name = "b" } },
      { "<bad>", false },
      { 5, false },
    ]])))
    local code, _, err = shell.run(folder, shell.jilu .. " test tags.lua")
    assert.equal(1, code)
    assert.match("tags.lua:4: rule tag, test 2: a <b>\n  expected 0 records, got 1\n",
      err, 1, true)
    assert.match("test 3: a <b>\n  record 1: expected name = \"c\", got \"b\"\n", err, 1, true)
    assert.match("test 5: <bad>\n  rule tag: a bad tag\n", err, 1, true)
    assert.match("test 6: 5\n  a test is { text, fields or list of fields or false }, or ", err, 1,
      true)
    assert.match("2 tests passed, 4 failed\n", err, 1, true)
  end)
end)

describe("jilu run, before anything is lost,", function()
  it("writes over no input", function()
    local folder = shell.folder()
    shell.write(folder .. "/a.txt", "投资2亿元。\n")
    local code, _, err = shell.run(folder, shell.jilu .. " run facts a.txt -o ./a.txt")
    assert.equal(1, code)
    assert.match("-o ./a.txt: is an input too", err, 1, true)
    assert.equal("投资2亿元。\n", assert(io.open(folder .. "/a.txt")):read "a")
    shell.remove(folder)
  end)
  it("reads a line that is all there is, and decodes UTF-16 by its mark", function()
    local folder = shell.folder()
    local _, out = shell.run(folder,
      "printf 投资2亿元 | " .. shell.jilu .. " run facts --only quantity")
    assert.match('"value":200000000', out, 1, true)
    shell.write(folder .. "/u.txt", "\255\254\105\32" .. ("a\0"):rep(20))
    local code, _, err = shell.run(folder, shell.jilu .. " run facts u.txt")
    assert.equal(0, code, err)
    shell.remove(folder)
  end)
end)

describe("jilu doctor", function()
  it("prints versions", function()
    local code, out = shell.run(".", shell.jilu .. " doctor")
    assert.equal(0, code)
    for _, name in ipairs { "jilu", "lua", "lpeg", "argparse", "lfs", "cjson" } do
      assert.match("\n" .. name .. " +[%a ]*%d", "\n" .. out)
    end
  end)
end)
