"""Runs jilu_spark on a local cluster of two executors and compares with one
local run of the filter, record by record, with faults on the way.

usage: python3 check.py JILU FOLDER DOCUMENTS
"""

import json
import os
import signal
import subprocess
import sys
import tarfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

PIPELINE = """
local jilu = require "jilu"
return jilu.pipeline {
  function(doc)
    if doc.source:find "<crash>" then os.execute "kill -SEGV $PPID" end
    if doc.source:find "<bad>" then error "a bad tag" end
  end,
  "facts", jilu.emit { "quantity", "time" } }
"""


def document(k):
    text = "%d年%d月，全市完成投资%d.%d亿元，同比增长%d%%，新建学校%d所。" % (
        1990 + k % 30, k % 12 + 1, k % 977, k % 10, k % 40, k % 13 + 1)
    if k % 5000 == 77:
        text += "<bad>"
    if k % 50000 == 1234:
        text += "<crash>"
    return {"url": "https://example.org/%d" % k, "content": text,
            "published": "2019-10-15" if k % 3 else None}


def executors():
    """Processes of executors below this one."""
    found = subprocess.run(["pgrep", "-f", "CoarseGrainedExecutorBackend"],
                           capture_output=True, text=True).stdout.split()
    mine = {str(os.getpid())}
    def above(pid):
        while pid not in ("0", "1"):
            if pid in mine:
                return True
            try:
                with open("/proc/%s/stat" % pid) as stat:
                    pid = stat.read().rsplit(")", 1)[1].split()[1]
            except OSError:
                return False
        return False
    return [int(pid) for pid in found if above(pid)]


def report(name, value):
    print("%s\t%s" % (name, value), flush=True)


def main():
    jilu, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    os.makedirs(folder, exist_ok=True)
    script = os.path.join(folder, "facts.lua")
    with open(script, "w") as file:
        file.write(PIPELINE)
    wrapper = os.path.join(folder, "jilu")
    with open(wrapper, "w") as file:
        file.write('#!/bin/sh\nexec %s "$@"\n' % jilu)
    os.chmod(wrapper, 0o755)
    archive = os.path.join(folder, "jilu.tar.gz")
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(wrapper, "bin/jilu")

    from pyspark.sql import SparkSession
    import jilu_spark
    spark = (SparkSession.builder.master("local-cluster[2,1,1024]")
             .config("spark.ui.enabled", "false")
             .config("spark.task.maxFailures", "8")
             .getOrCreate())
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.addPyFile(os.path.abspath(jilu_spark.__file__))

    # one local run
    lines = []
    for k in range(count):
        row = document(k)
        line = {"id": row["url"], "text": row["content"]}
        if row["published"]:
            line["date"] = row["published"]
        lines.append(json.dumps(line, ensure_ascii=False))
    call = [jilu, "run", "facts.lua", "--from", "jsonl", "--errors", "inline",
            "--one-per-line"]
    start = time.time()
    local = subprocess.run(call, input="\n".join(lines).encode() + b"\n",
                           capture_output=True, cwd=folder)
    report("local run, seconds", "%.1f" % (time.time() - start))
    assert local.returncode == 0, local.stderr[-1000:]
    want = {}
    for line in local.stdout.splitlines():
        name, records, error = jilu_spark._split(line)
        want[name] = (records, error)
    assert len(want) == count

    df = spark.createDataFrame(
        spark.sparkContext.parallelize(range(count), 8).map(document),
        "url string, content string, published string")

    def compare(name, rows, seconds):
        got = {}
        for row in rows:
            assert row.id not in got, "twice: " + row.id
            got[row.id] = (row.records, row.error)
        different = sum(got.get(key) != value for key, value in want.items())
        report(name, "%d documents, %d failed, %.1f s, %d differ" % (
            len(got), sum(e is not None for _, e in got.values()), seconds,
            different))
        if different or len(got) != count:
            for key, value in want.items():
                if got.get(key) != value:
                    print(key, value, got.get(key))
                    break
            sys.exit(1)

    def answered():
        return jilu_spark.records(df, script, text="content", id="url",
                                  date="published", archive=archive)

    start = time.time()
    compare("two executors", answered().collect(), time.time() - start)

    killed = []
    def kill():
        time.sleep(max(2, (time.time() - start) / 3))
        for pid in executors()[:1]:
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)
    start = time.time()
    threading.Thread(target=kill, daemon=True).start()
    rows = answered().collect()
    report("executors killed in the middle", len(killed))
    compare("with an executor killed", rows, time.time() - start)

    # a filter that ends half way, as often as a file says
    half = os.path.join(folder, "half")
    with open(half, "w") as file:
        file.write('#!/bin/sh\nif mkdir %s/once 2>/dev/null; then\n'
                   '  %s "$@" | head -n 100\n  exit 0\nfi\nexec %s "$@"\n'
                   % (folder, jilu, jilu))
    os.chmod(half, 0o755)
    start = time.time()
    rows = jilu_spark.records(df, script, text="content", id="url",
                              date="published", command=half).collect()
    assert os.path.isdir(os.path.join(folder, "once"))
    compare("with half a partition once", rows, time.time() - start)
    bad = sum(json.loads(e)["reason"] == "a bad tag"
              for _, e in want.values() if e)
    crashed = sum(json.loads(e)["stage"] == "worker"
                  for _, e in want.values() if e)
    report("bad records, crashed workers", "%d, %d" % (bad, crashed))
    spark.stop()


if __name__ == "__main__":
    main()
