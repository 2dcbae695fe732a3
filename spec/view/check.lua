-- lua5.4 spec/view/check.lua FOLDER CHROMIUM
-- The page of `jilu view` of our own documents and of a hostile one, used in a
-- browser: no console message, no request, every record clickable.

local json = require "dkjson"

local folder, chromium = arg[1], arg[2]

local HOSTILE = [[
<script>alert(1)</script>上半年投入资金1200万元。
</script><img src=x onerror=alert(2)>全年新建道路35公里"><svg onload=alert(3)>。
&lt;b&gt;建成学校3所‮反‬，
]]

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

local function run(command)
  local pipe = assert(io.popen(command))
  local output = pipe:read "a"
  assert(pipe:close(), command)
  return output
end

local function check(name, inputs)
  local page = ("%s/%s.html"):format(folder, name)
  run(("build/bin/jilu view ledger %s -o %s 2>/dev/null"):format(inputs, page))
  local here = run "pwd":match "[^\n]*"
  local report = json.decode(run(("node spec/view/browser.js %s %s %s/%s.png %s/%s-phone.png")
    :format(chromium, page:find "^/" and page or here .. "/" .. page, folder, name, folder, name)))
  print(("%s: %d records clicked, %d pieces of text, %d documents in the index")
    :format(name, report.records, report.pieces, report.index))
  assert(#report.messages == 0, "console: " .. table.concat(report.messages, "; "))
  assert(report.requests == 0, report.requests .. " requests")
  assert(report.records > 0 and report.pieces > 0, "nothing to click")
  assert(report.dead == 0, report.dead .. " records light nothing")
  assert(report.silent == 0, report.silent .. " records say nothing")
  assert(report.repaired, "the switch of repairs does nothing")
end

write(folder .. "/hostile.txt", HOSTILE)
check("hostile", folder .. "/hostile.txt")
check("corpus", "spec/corpus/*.txt")
