-- jilu run --one-per-line: what engines may rely on.

local cjson = require "cjson"
local core = require "jilu.core"
local shell = require "spec.support.shell"

local PIPELINE = [[
local jilu = require "jilu"
return jilu.pipeline {
  function(doc)
    if doc.source:find "<crash>" then os.execute "kill -SEGV $PPID" end
    if doc.source:find "<bad>" then error "a bad tag" end
    if doc.source:find "<print>" then print "seen" io.stdout:write "written\n" end
  end,
  "facts", jilu.emit { "time", "quantity" },
}
]]

local CALL = " run --lexicon none tags.lua --from jsonl --errors inline --one-per-line "

describe("a filter", function()
  local folder

  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/tags.lua", PIPELINE)
  end)
  after_each(function() shell.remove(folder) end)

  local function filter(lines, options)
    shell.write(folder .. "/in", lines)
    return shell.run(folder, shell.jilu .. CALL .. (options or "") .. " <in")
  end

  local function summary(err)
    return cjson.decode(err:match "([^\n]*)\n$")
  end

  local function lines_of(text)
    local list = {}
    for line in text:gmatch "([^\n]*)\n" do list[#list + 1] = line end
    return list
  end

  it("answers each line by one, with its id as it stands there", function()
    local ids = { "1234567890123456789", '"a\\u00e9\\/"', "1.50e2", "null", "true",
      '{"a":[1,"}\\""]}', '"甲"', "-0" }
    local lines = {}
    for k, id in ipairs(ids) do
      lines[k] = ('{"text":"%s","n":{"id":7},"id" : %s }')
        :format(k % 2 == 0 and "<bad>" or "2018年", id)
    end
    local code, out, err = filter(table.concat(lines, "\n") .. "\n")
    assert.equal(0, code, err)
    local answers = lines_of(out)
    assert.equal(#ids, #answers)
    for k, id in ipairs(ids) do
      local start = '{"id":' .. id .. (k % 2 == 0 and ',"_error":{' or ',"records":[{')
      assert.equal(start, answers[k]:sub(1, #start))
      assert.is_table(cjson.decode(answers[k]))
    end
    assert.match('"doc":"1234567890123456789"', answers[1], 1, true)
  end)

  it("answers what is no document", function()
    local code, out, err = filter('\n  \nx\n[1]\n"a"\n{"id":1}\n{"id":2,"text":3}\n'
      .. '{"id":3,"text":"a"')
    assert.equal(0, code)
    local reasons, ids = {}, {}
    for k, line in ipairs(lines_of(out)) do
      local answer = cjson.decode(line)
      reasons[k], ids[k] = answer._error.reason, answer.id
      assert.equal("read", answer._error.stage)
    end
    assert.same({ "an empty line", "an empty line" }, { reasons[1], reasons[2] })
    assert.match("^not JSON: Expected", reasons[3])
    assert.equal("not a JSON object", reasons[4])
    assert.equal("not a JSON object", reasons[5])
    assert.equal("the object has no text in its field 'text'", reasons[6])
    assert.match("^not JSON", reasons[8])
    assert.same({ cjson.null, 1, 2, 3 }, { ids[3], ids[6], ids[7], ids[8] })
    local told = summary(err)
    assert.same({ 8, 8, 8, 0, 0 },
      { told["in"], told.out, told.failed, told.dropped, told.records })
  end)

  it("answers nothing by nothing", function()
    local code, out, err = filter ""
    assert.equal(0, code)
    assert.equal("", out)
    assert.equal(0, summary(err)["in"])
  end)

  it("reads a line with its date, its own field, CRLF and a byte order mark", function()
    local _, out, err = filter('\239\187\191{"id":1,"body":"去年3月","date":"2019-10-15 09:30"}\r\n'
      .. '{"id":2,"body":"去年3月","date":"soon"}\r\n', "--from jsonl:body")
    local answers = lines_of(out)
    assert.match('"value":"2018-03"', answers[1], 1, true)
    assert.is_nil(answers[2]:find("2018", 1, true))
    assert.match("id 2: 'soon' is no date, left out", err, 1, true)
  end)

  it("answers for documents that their workers died of", function()
    local code, out, err = filter('{"id":1,"text":"2018年"}\n{"id":2,"text":"<crash>"}\n'
      .. '{"id":3,"text":"2019年<print>"}\n')
    assert.equal(0, code)
    local answers = lines_of(out)
    assert.equal(3, #answers)
    assert.match('^{"id":1,"records":%[{', answers[1])
    assert.match('^{"id":2,"_error":{.*"stage":"worker"', answers[2])
    assert.match('^{"id":3,"records":%[{', answers[3])
    assert.match("seen\n", err)
    assert.match("written\n", err)
    assert.equal(1, summary(err).failed)
  end)

  it("says the same for every number of workers, cut, locale and time", function()
    local lines = {}
    for k = 1, 2000 do
      lines[k] = ('{"id":%d,"text":"%s年投资%d亿元%s"}'):format(k % 500, 1900 + k % 100, k,
        k % 97 == 0 and "<bad>" or "")
    end
    local _, out = filter(table.concat(lines, "\n") .. "\n")
    for _, call in ipairs { "-j 1", "-j 3", "-j 2 --line-buffered" } do
      assert.is_true(out == select(2, filter(table.concat(lines, "\n") .. "\n", call)), call)
    end
    local first = select(2, filter(table.concat(lines, "\n", 1, 700) .. "\n"))
    local parts = first .. select(2, filter(table.concat(lines, "\n", 701)))
    assert.is_true(out == parts)
    local _, elsewhere = shell.run(folder, "LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo " .. shell.jilu
      .. CALL .. "<in")
    assert.is_true(elsewhere == select(2, filter(table.concat(lines, "\n", 701))))
  end)

  it("names what the answers were made by", function()
    local _, _, err = filter '{"id":1,"text":"2018年"}\n'
    local told = summary(err)
    assert.equal(core.sha256(PIPELINE), told.pipeline_sha256)
    assert.equal(cjson.null, told.lexicon_sha256)
    assert.match("^%x+$", told.weights_sha256)
    assert.equal(core._VERSION, told.jilu)
    _, _, err = shell.run(folder, shell.jilu .. CALL:gsub("tags.lua", "facts") .. "<in")
    assert.equal(core.sha256(shell.read "lua/jilu/pipeline/ready/facts.lua"),
      summary(err).pipeline_sha256)
  end)

  it("answers a line before the next one comes, if that is asked for", function()
    local code, out = shell.run(folder, ("mkfifo to; (%s --line-buffered <to 2>/dev/null) | "
      .. "{ exec 3>to; for k in 1 2 3; do echo '{\"id\":'$k',\"text\":\"2018年\"}' >&3; "
      .. "read -r line; echo \"$line\"; done; exec 3>&-; cat; }")
      :format("timeout 20 " .. shell.jilu .. CALL))
    assert.equal(0, code)
    assert.equal(3, #lines_of(out))
    assert.match('^{"id":3,"records"', lines_of(out)[3])
  end)

  it("that can't write gives up, and ends without a word when its reader has gone", function()
    local code, _, err = shell.run(folder, "yes '{\"id\":1,\"text\":\"2018年\"}' | "
      .. "head -n 2000 >in; " .. shell.jilu .. CALL .. "<in >/dev/full")
    assert.equal(3, code)
    assert.match("gave up: No space left", err)
    assert.is_true(summary(err)["in"] > 0)
    code, _, err = shell.run(folder, "{ " .. shell.jilu .. CALL
      .. "<in; echo $? >code; } | head -c 1")
    assert.equal(0, code)
    assert.equal("141\n", shell.read(folder .. "/code"))
    assert.equal("", err)
  end)

  it("refuses calls that promise something else", function()
    for call, message in pairs {
      ["--one-per-line"] = "--one-per-line goes with --from jsonl",
      ["--one-per-line --from jsonl"] = "--one-per-line goes with --errors inline",
      ["--one-per-line --from jsonl --errors inline -o x.jsonl"] = "to standard output",
      ["--one-per-line --from jsonl --errors inline --fail-fast"] = "answers all lines",
      ["--one-per-line --from jsonl --errors inline none.jsonl"] = "none.jsonl: No such file",
      ["--line-buffered"] = "--line-buffered goes with --one-per-line",
    } do
      local code, out, err = shell.run(folder,
        shell.jilu .. " run tags.lua " .. call .. " </dev/null")
      assert.equal(1, code, call)
      assert.equal("", out)
      assert.match(message, err, 1, true)
    end
  end)
end)
