-- Allocations that fail while an LPeg pattern is matched for the first time: the
-- pattern must not stay half compiled. A host that is compiled here lets each of
-- them fail in a process of its own and asks again.

local shell = require "spec.support.shell"

-- Marks what is allocated in matches; HEAD runs before, BODY is the function.
local SCRIPT = [==[
local lpeg = require "lpeg"
local match = lpeg.match
local function done(...)
  counting(false)
  return ...
end
function lpeg.match(...)
  counting(true)
  return done(match(...))
end
%s
return function()
  counting(false)
  %s
  local rule = jilu.rule {
    name = "held", match = jilu.re [[ '举办' { [^%%p]+ } gap ( quantity / number ) ]],
    emit = function(m) return { what = m[1] } end,
  }
  local pipeline = jilu.pipeline { "repair", "zones", "metadata", "outline", "facts", "phrases",
    "frameworks", "checks", "ledger", rule, jilu.emit { "document", "ledger", "check", "line" } }
  local out = {}
  for _, name in ipairs { "han", "letter", "digit", "space", "grapheme", "char" } do
    out[#out + 1] = tostring(jilu.P[name]:match "汉")
  end
  out[#out + 1] = tostring(jilu.P.words { "培训", "培训班" }:match "培训班")
  out[#out + 1] = tostring(jilu.P.set "天地":match "地")
  local writer = require("jilu.core").writer()
  local _, failure = pipeline:write(jilu.document(text, { id = "a" }), writer)
  out[#out + 1] = failure and failure.reason or writer:take()
  return table.concat(out, "\n")
end
]==]

local LOAD = [[local jilu = require "jilu"
  jilu.load "ledger"
]]

local TEXT = [==[
local text = [[
某市某局2023年工作总结
发布时间：2023-12-05 10:00 来源：某市某局
本报记者 张某
一、主要工作
今年以来，我局举办培训班3期、讲座4场，共7场，培训干部120人。
二、下一步打算
2024年计划举办活动10场。
（责任编辑：李某）
]]
]==]

describe("memory that runs out", function()
  local folder
  setup(function()
    folder = shell.folder()
    local code, _, complaints = shell.run(".",
      ("cc -O1 -std=c11 -Wall -Wextra -Werror $(pkg-config --cflags lua5.4) -o %s "
        .. "spec/hosts/allocation.c $(pkg-config --libs lua5.4)")
        :format(shell.quote(folder .. "/allocation")))
    assert.equal("", complaints)
    assert.equal(0, code)
  end)
  teardown(function() shell.remove(folder) end)

  local function fails(head, body, step)
    shell.write(folder .. "/script.lua", SCRIPT:format(head, body))
    local env = shell.quote(shell.build .. "/env.sh")
    local code, output = shell.run(".", (". %s && %s/allocation %s/script.lua %d 1")
      :format(env, folder, folder, step))
    assert.equal(0, code, output)
    local tried, wrong = output:match "tried (%d+) wrong (%d+)\n$"
    assert.is_true(tonumber(tried) >= 10, output)
    assert.equal("0", wrong, output)
  end

  it("in the first matches of a document → the next document as in a fresh state", function()
    fails(TEXT .. LOAD, "", 2)
  end)

  it("in what the modules compile when they are loaded → they load the next time", function()
    fails(TEXT, LOAD, 13)
  end)
end)
