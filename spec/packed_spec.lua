-- Files that are compressed or hold others: the same records as what is in them.

local shell = require "spec.support.shell"

local HTML = "<!DOCTYPE html><html><body><h1>某市召开会议</h1><p>去年投入资金200万元。</p></body></html>"

describe("jilu run on packed files", function()
  local folder, plain
  local RUN = shell.jilu .. " run facts --only quantity,time --lexicon none "

  local function run(files)
    local code, out, err = shell.run(folder, RUN .. files)
    return out:gsub('"doc":"[^"]*"', '"doc":""'), err, code
  end

  local function warc_record(kind, fields, body)
    return ("WARC/1.0\r\nWARC-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n")
      :format(kind, fields, #body, body)
  end

  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/a.txt", shell.read "spec/corpus/minutes.txt")
    shell.write(folder .. "/b.html", HTML)
    shell.write(folder .. "/c.jsonl", '{"text":"投入3亿元。"}\n')
    assert.equal(0, (shell.run(folder, "gzip -k a.txt b.html c.jsonl && zstd -q a.txt b.html && "
      .. "tar cf t.tar a.txt b.html "
      .. "&& tar czf t.tar.gz a.txt b.html && python3 -m zipfile -c t.zip a.txt b.html "
      .. "&& zstd -q t.tar && cat a.txt.zst a.txt.zst > two.txt.zst")))
    plain = run "a.txt b.html"
    assert.is_truthy(plain:find("quantity", 1, true))
  end)
  teardown(function() shell.remove(folder) end)

  for name, files in pairs {
    ["gzip"] = "a.txt.gz b.html.gz", ["tar"] = "t.tar", ["a compressed tar"] = "t.tar.gz",
    ["zip"] = "t.zip", ["zstd"] = "a.txt.zst b.html.zst", ["a tar by zstd"] = "t.tar.zst",
  } do
    it(name .. " → the same records", function()
      local out, err, code = run(files)
      assert.equal(0, code, err)
      assert.equal(plain, out)
    end)
  end

  it("a name → that of the member, and of the file without its suffixes", function()
    local _, out = shell.run(folder, RUN .. "t.tar")
    assert.is_truthy(out:find('"doc":"a"', 1, true) and out:find('"doc":"b"', 1, true))
    _, out = shell.run(folder, RUN .. "a.txt.gz c.jsonl.gz")
    assert.is_truthy(out:find('"doc":"a"', 1, true) and out:find('"doc":"c:1"', 1, true))
  end)

  it("zip64 → as zip", function()
    local function little(value, size)
      local out = {}
      for k = 1, size do
        out[k] = string.char(value % 256)
        value = math.floor(value / 256)
      end
      return table.concat(out)
    end
    local text = shell.read "spec/corpus/minutes.txt"
    local none, size = ("\255"):rep(4), little(#text, 8)
    local start = "PK\3\4" .. little(45, 2) .. ("\0"):rep(12) .. none .. none .. little(5, 2)
      .. little(20, 2) .. "a.txt" .. little(1, 2) .. little(16, 2) .. size .. size .. text
    local directory = "PK\1\2" .. little(45, 2) .. little(45, 2) .. ("\0"):rep(12) .. none .. none
      .. little(5, 2) .. little(36, 2) .. ("\0"):rep(10) .. none .. "a.txt"
      .. little(99, 2) .. little(4, 2) .. "abcd"               -- a field of others
      .. little(1, 2) .. little(24, 2) .. size .. size .. little(0, 8)
    local record = "PK\6\6" .. little(44, 8) .. little(45, 2) .. little(45, 2) .. ("\0"):rep(8)
      .. little(1, 8) .. little(1, 8) .. little(#directory, 8) .. little(#start, 8)
    local locator = "PK\6\7" .. little(0, 4) .. little(#start + #directory, 8) .. little(1, 4)
    local ending = locator .. "PK\5\6" .. ("\0"):rep(4) .. little(1, 2) .. little(1, 2) .. none
      .. none .. "\0\0"
    shell.write(folder .. "/l.zip", start .. directory .. record .. ending)
    assert.equal(0, (shell.run(folder, "python3 -m zipfile -l l.zip")))   -- another reader agrees
    local out, err, status = run "l.zip"
    assert.equal(0, status, err)
    assert.equal(run "a.txt", out)
    shell.write(folder .. "/m.zip", start .. directory .. "no" .. record:sub(3) .. ending)
    local _, reason, failed = run "m.zip b.html"
    assert.equal(2, failed)
    assert.matches("no zip archive, or damaged", reason, 1, true)
  end)
  it("the document record → path of the archive, name of the member, for others none", function()
    local _, out = shell.run(folder, shell.jilu
      .. " run ledger --lexicon none --only document t.zip b.html")
    assert.matches('"schema":%d,"path":"t%.zip","member":"a%.txt","encoding":"UTF%-8",'
      .. '"format":"text","language":"zh"', out)
    assert.matches('"path":"t%.zip","member":"b%.html","encoding":"UTF%-8","format":"html"', out)
    assert.matches('"path":"b%.html","encoding"', out)
  end)
  it("dead retry of a member → the member alone", function()
    shell.write(folder .. "/bad.txt", ("\255"):rep(50))
    shell.run(folder, "mkdir -p in && cp bad.txt a.txt in && tar cf bad.tar in")
    local _, _, code = run "--errors dead.jsonl bad.tar"
    assert.equal(2, code)
    local again, _, err = shell.run(folder, shell.jilu .. " dead retry dead.jsonl --lexicon none")
    assert.equal(2, again)
    assert.matches("1 documents, 0 records, 0 repairs, 1 dead letters", err)
  end)

  it("WARC, compressed by records or not → its pages, and what is none left out", function()
    local url = "WARC-Target-URI: http://a.cn/1\r\n"
    local http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    local chunks = ("%x\r\n%s\r\n0\r\n\r\n"):format(#HTML, HTML)
    local records = {
      warc_record("warcinfo", "", "software: x\r\n"), warc_record("request", url, "GET /\r\n\r\n"),
      warc_record("conversion", url .. "Content-Type: text/plain\r\n",
        shell.read "spec/corpus/minutes.txt"),
      warc_record("response", url, http .. "\r\n" .. HTML),
      warc_record("response", url, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\137PNG"),
    }
    local all = ""
    for k, record in ipairs(records) do
      shell.write(folder .. "/r" .. k, record)
      shell.run(folder, ("gzip -c r%d >> x.warc.gz"):format(k))
      all = all .. record
    end
    shell.write(folder .. "/x.warc", all)
    for _, files in ipairs { "x.warc", "x.warc.gz", "--from warc - < x.warc" } do
      local out, err, code = run(files)
      assert.equal(0, code, err)
      assert.equal(plain, out)
    end
    shell.write(folder .. "/y.warc", warc_record("response", url,
      http .. "Transfer-Encoding: chunked\r\n\r\n" .. chunks))
    assert.equal(run "b.html", (run "y.warc"))
    local _, out = shell.run(folder, shell.jilu .. " run ledger --only document y.warc")
    assert.is_truthy(out:find('"url":"http://a.cn/1"', 1, true))
    assert.is_truthy(out:find('"path":"y.warc","member":"http://a.cn/1"', 1, true))
  end)

  it("WARC: charset of HTTP → the encoding of a page that declares none; UTF-8 stays", function()
    for charset, page in pairs { ["iso-8859-1"] = "<p>\233t\233</p>", ["koi8-r"] = "<p>某市</p>" } do
      shell.write(folder .. "/c.warc", warc_record("response", "WARC-Target-URI: http://a.cn/2\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=" .. charset .. "\r\n\r\n" .. page))
      local _, out = shell.run(folder, shell.jilu .. " run ledger --only document c.warc")
      assert.matches(page:find "某" and '"encoding":"UTF-8"' or '"encoding":"WINDOWS-1252"',
        out, 1, true)
    end
  end)

  for name, damage in pairs {
    ["a.txt.gz"] = "compressed data ends too early", ["t.tar"] = "ends too early",
    ["a.txt.zst"] = "compressed data ends too early", ["t.zip"] = "no zip archive",
    ["x.warc"] = "ends within a record",
  } do
    it(name .. " cut off → a dead letter, and the other files are read", function()
      local bytes = shell.read(folder .. "/" .. name)
      local part = name == "t.tar" and 0.1 or 0.7      -- the rest of it is zeros
      shell.write(folder .. "/cut_" .. name, bytes:sub(1, math.floor(#bytes * part)))
      local out, err, code = run("cut_" .. name .. " b.html")
      assert.equal(2, code)
      assert.match(damage, err, 1, true)
      assert.is_truthy(out:find("200万元", 1, true))
    end)
  end

  it("several frames of zstd → one file", function()
    local out = run "two.txt.zst"
    shell.write(folder .. "/two.txt", shell.read "spec/corpus/minutes.txt":rep(2))
    assert.equal(run "two.txt", out)
  end)
  it("what is no archive → a dead letter that says so", function()
    for name, reason in pairs { ["d.gz"] = "damaged", ["d.zst"] = "damaged",
      ["d.tar"] = "no tar archive",
      ["d.zip"] = "no zip archive", ["d.warc"] = "no WARC file" } do
      shell.write(folder .. "/" .. name, ("这不是。\n"):rep(100))
      local _, err, code = run(name)
      assert.equal(2, code)
      assert.match(reason, err, 1, true)
    end
  end)

  it("random damage → records or dead letters, never a crash", function()
    math.randomseed(5)
    for _, name in ipairs { "a.txt.gz", "a.txt.zst", "t.tar.gz", "t.tar", "t.zip", "x.warc" } do
      local bytes, list = shell.read(folder .. "/" .. name), {}
      for k = 1, 12 do
        local at = math.random(#bytes)
        list[k] = ("m%d_%s"):format(k, name)
        shell.write(folder .. "/" .. list[k],
          bytes:sub(1, at - 1) .. string.char(math.random(0, 255)) .. bytes:sub(at + 1))
      end
      local _, err, code = run(table.concat(list, " "))
      assert.is_true(code == 0 or code == 2, err)
      assert.is_nil(err:find("an error in jilu itself", 1, true))
    end
  end)
end)
