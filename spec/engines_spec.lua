-- The recipes of spec/manual/scale.md with engines that are here; each gives what
-- one filter gives. JILU_PYTHON names a python3 that has their modules.

local shell = require "spec.support.shell"

local PYTHON = os.getenv "JILU_PYTHON" or "python3"

local FILTER = " run --lexicon none facts --from jsonl --errors inline --one-per-line "

describe("an engine", function()
  local folder, want

  local function has(command)
    return (shell.run("/", "command -v " .. command)) == 0
  end

  local function has_module(name)
    return (shell.run("/", PYTHON .. " -c 'import " .. name .. "'")) == 0
  end

  before_each(function()
    folder = shell.folder()
    os.execute("chmod 755 " .. folder)
    local lines = {}
    for k = 1, 3000 do
      lines[k] = ('{"id":%d,"text":"%d年投资%d亿元\\n"}'):format(k * 1000000007, 1950 + k % 70, k)
    end
    lines[2000] = "no document"
    shell.write(folder .. "/in.jsonl", table.concat(lines, "\n") .. "\n")
    want = select(2, shell.run(folder, shell.jilu .. FILTER .. "<in.jsonl"))
    assert.is_true(#want > 3000)
  end)
  after_each(function() shell.remove(folder) end)

  it("GNU parallel", function()
    if not has "parallel" then return pending "left out: no GNU parallel" end
    local code, out, err = shell.run(folder, ("parallel --will-cite --pipe --block 50k -k -j 2 "
      .. "--halt now,fail=1 %q <in.jsonl"):format(shell.jilu .. FILTER))
    assert.equal(0, code, err)
    assert.is_true(want == out)
    code = shell.run(folder, ("parallel --will-cite --pipe --block 50k -k -j 2 "
      .. "--halt now,fail=1 %q <in.jsonl"):format(shell.jilu .. FILTER .. "none.jsonl"))
    assert.is_true(code ~= 0)
  end)

  it("Dask", function()
    if not has_module "dask.bag" then return pending "left out: no Dask" end
    local code, _, err = shell.run(folder, ("%s %s/spec/engines/dask_records.py %s facts in.jsonl "
      .. "out.jsonl"):format(PYTHON, os.getenv "PWD", shell.jilu))
    assert.equal(0, code, err)
    local plain = select(2, shell.run(folder, shell.jilu
      .. FILTER:gsub("%-%-lexicon none", "") .. "<in.jsonl"))
    assert.is_true(plain == shell.read(folder .. "/out.jsonl"))
  end)

  it("DuckDB", function()
    if not has_module "duckdb" then return pending "left out: no DuckDB" end
    shell.write(folder .. "/answers.jsonl", want)
    shell.write(folder .. "/query.py", [[
import duckdb
print(*duckdb.sql("""
  select count(*), count(_error), sum(len(records)),
    sum((select count(*) from unnest(records) as r(x) where x->>'type' = 'quantity'))
  from read_json('answers.jsonl', format = 'newline_delimited',
    columns = {id: 'varchar', records: 'json[]', _error: 'json'})""").fetchall()[0])
]])
    local code, out, err = shell.run(folder, PYTHON .. " query.py")
    assert.equal(0, code, err)
    local _, records = want:gsub('{"type":', "")
    local _, quantities = want:gsub('{"type":"quantity"', "")
    assert.equal(("3000 1 %d %d\n"):format(records, quantities), out)
  end)

  -- A server of its own, below the folder; not for root, so that is another user.
  local function postgres(body)
    local bin = select(2, shell.run("/", "ls -d /usr/lib/postgresql/*/bin")):match "[^\n]+"
    if not bin or not has "runuser" or shell.run("/", "id postgres") ~= 0 then return nil end
    shell.write(folder .. "/run.sh", ([[
set -e
export LC_ALL=C.UTF-8
%s/initdb -D %s/pg/data -E UTF8 >/dev/null
%s/pg_ctl -D %s/pg/data -o "-k %s/pg -h ''" -w -l %s/pg/log start >/dev/null
trap '%s/pg_ctl -D %s/pg/data -m immediate stop >/dev/null' EXIT
psql -q -h %s/pg -d postgres -v ON_ERROR_STOP=0 -At <<'SQL'
%s
SQL
]]):format(bin, folder, bin, folder, folder, folder, bin, folder, folder, body))
    os.execute(("mkdir %s/pg && chown postgres %s/pg"):format(folder, folder))
    return shell.run(folder, "runuser -u postgres -- sh " .. folder .. "/run.sh")
  end

  it("PostgreSQL", function()
    -- what stands in quotes of COPY has its own doubled
    local call = (shell.jilu .. FILTER .. folder .. "/in.jsonl 2>/dev/null"):gsub("'", "''")
    local copy = "copy %s from program '%s' with (format csv, quote e'\\x01', "
      .. "delimiter e'\\x02');\n"
    local code, out, err = postgres("create table a (answer json); create table b (answer json);\n"
      .. copy:format("a", call)
      .. "select count(*), count(answer->'_error'), sum(json_array_length(answer->'records')) "
      .. "from a;\n"
      .. copy:format("b", call:gsub("in.jsonl", "none.jsonl", 1))
      .. "select count(*) from b;")
    if not code then return pending "left out: no PostgreSQL" end
    local _, records = want:gsub('{"type":', "")
    assert.equal(("3000|1|%d\n0\n"):format(records), out, err)
    assert.match("child process exited with exit code 1", err)
  end)

  it("Spark's helper checks its filter, whatever Spark does", function()
    if not has_module "pyspark" then return pending "left out: no pyspark" end
    shell.write(folder .. "/try.py", ([[
import sys
sys.path.insert(0, "%s/spec/engines/spark")
import jilu_spark
call = [%q, "run", "--lexicon", "none", "facts", "--from", "jsonl", "--errors", "inline",
        "--one-per-line"]
lines = open("in.jsonl", "rb").readlines()
sys.stdout.buffer.write(b"".join(jilu_spark.answers(call, lines)))
def raises(call, lines):
    try:
        for answer in jilu_spark.answers(call, lines): pass
    except jilu_spark.FilterError: return
    raise SystemExit("no error: %%s" %% call)
raises(["sh", "-c", "head -n 5; echo '{\"in\":5,\"out\":5}' >&2"], lines)
raises(["sh", "-c", "cat; exit 3"], lines[:5])
raises(["sh", "-c", "cat"], lines[:5])
assert jilu_spark._split(b'{"id":12345678901234567890,"records":[{"a":1.50}]}\n') == (
    "12345678901234567890", '[{"a":1.50}]', None)
]]):format(os.getenv "PWD", shell.build .. "/bin/jilu"))
    local code, out, err = shell.run(folder, PYTHON .. " try.py")
    assert.equal(0, code, err)
    assert.is_true(want == out)
  end)
end)
