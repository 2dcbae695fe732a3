"""jilu on Apache Spark: one filter a partition.

    import jilu_spark
    answers = jilu_spark.records(df, pipeline="ledger.lua", text="content",
                                 id="url", date="published",
                                 archive="reader.tar.gz")

gives a DataFrame of one row for each row of `df`: id, records (JSON of a list)
and error (JSON of an object, or null); `jilu_spark.flat(answers)` one row for
each record. A partition whose filter does not answer every row, or ends with
an exit code other than 0, raises, so that Spark does it again: a partition is
there whole or not at all.
"""

import hashlib
import json
import os
import subprocess
import sys
import tarfile
import threading

from pyspark import SparkFiles
from pyspark.sql.types import StringType, StructField, StructType

SCHEMA = StructType([
    StructField("id", StringType()),
    StructField("records", StringType()),
    StructField("error", StringType()),
])

_MESSAGES = 50      # lines of standard error that an exception shows


class FilterError(RuntimeError):
    """The filter of a partition did not do its part."""


def _sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _unpacked(archive, sha256):
    """The folder of an archive on this machine, unpacked once."""
    path = SparkFiles.get(os.path.basename(archive))
    if _sha256(path) != sha256:
        raise FilterError("%s is not what the driver sent" % path)
    folder = "%s.%s" % (path, sha256[:16])
    if not os.path.isdir(folder):
        partial = "%s.%d" % (folder, os.getpid())
        with tarfile.open(path) as tar:
            tar.extractall(partial)
        try:
            os.rename(partial, folder)
        except OSError:         # another task was first
            if not os.path.isdir(folder):
                raise
    return folder


def _check_pipeline(path, sha256):
    if sha256 and _sha256(path) != sha256:
        raise FilterError("%s is not what the driver sent" % path)


class _Filter:
    """A running filter, fed by a thread, whose messages are kept."""

    def __init__(self, command, folder, log):
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        self.log = log
        self.fed = 0
        self.failure = None
        self.messages = []

    def feed(self, lines):
        try:
            for line in lines:
                self.process.stdin.write(line)
                self.fed += 1
            self.process.stdin.close()
        except BrokenPipeError:
            pass                # its exit code says more
        except BaseException as failure:    # of the rows, told by the task
            self.failure = failure
            self.process.kill()

    def listen(self):
        for line in self.process.stderr:
            line = line.decode("utf-8", "replace").rstrip("\n")
            self.messages.append(line)
            del self.messages[:-_MESSAGES]
            if not line.startswith("{"):
                print("jilu:", line, file=self.log)

    def check(self, answered):
        """Raises unless every row is answered and the filter says so."""
        code = self.process.wait()
        said = "\n".join(self.messages)
        if self.failure is not None:
            raise self.failure
        if code != 0:
            raise FilterError("exit code %d\n%s" % (code, said))
        try:
            summary = json.loads(self.messages[-1])
        except (IndexError, ValueError):
            raise FilterError("no summary\n" + said)
        if not self.fed == answered == summary["in"] == summary["out"]:
            raise FilterError("%d rows, %d answers; %s"
                              % (self.fed, answered, said))
        return summary


def _line(row, names):
    """A row as a line of JSON; what is null is left out."""
    values = {}
    for key, name in names.items():
        value = row[name]
        if value is None or value != value:
            continue
        if key != "id" and not isinstance(value, str):
            value = value.isoformat() if hasattr(value, "isoformat") \
                else str(value)
        elif key == "id" and not isinstance(value, (str, int, float)):
            value = str(value)
        values[key] = value
    return json.dumps(values, ensure_ascii=False).encode("utf-8",
                                                         "surrogatepass") \
        + b"\n"


def answers(command, lines, folder=None, log=sys.stderr):
    """Yields what a filter that runs in a folder answers to lines of bytes;
    raises at the end, or before, where it did not answer all of them."""
    running = _Filter(command, folder, log)
    threads = [threading.Thread(target=running.feed, args=(lines,)),
               threading.Thread(target=running.listen)]
    for thread in threads:
        thread.daemon = True
        thread.start()
    answered, ended = 0, False
    try:
        for line in running.process.stdout:
            answered += 1
            yield line
        ended = True
    finally:
        if not ended:           # nobody wants the rest
            running.process.kill()
    for thread in threads:
        thread.join()
    running.check(answered)


def _rows_of(batches, names):
    for batch in batches:
        for row in batch.to_pylist():
            yield _line(row, names)


def _id_text(value):
    return value if value is None or isinstance(value, str) \
        else json.dumps(value)


def _batch_of(rows):
    import pyarrow
    columns = list(zip(*rows)) or [[], [], []]
    return pyarrow.RecordBatch.from_arrays(
        [pyarrow.array(column, pyarrow.string()) for column in columns],
        names=["id", "records", "error"])


def _split(line):
    """id, records, error of an answer; the last two as they stand there."""
    text = line.decode("utf-8").rstrip("\n")
    decoder = json.JSONDecoder(parse_int=str, parse_float=str)
    value, stop = decoder.raw_decode(text, len('{"id":'))
    rest = text[stop + 1:-1]
    if rest.startswith('"records":[]') and len(rest) > 12:
        return _id_text(value), "[]", None          # dropped on purpose
    if rest.startswith('"records":'):
        return _id_text(value), rest[len('"records":'):], None
    return _id_text(value), None, rest[len('"_error":'):]


def records(df, pipeline, text="text", id="id", date=None, title=None,
            url=None, archive=None, command="jilu", options=(),
            rows_a_batch=512):
    """One row for each row of `df`, in the order of its partition.

    pipeline  a ready-made one by its name, or the path of a script, which is
              shipped
    text, id, date, title, url   columns of `df`
    archive   a tar file with bin/jilu, shipped and unpacked once a machine;
              without it `command` must be on every machine
    options   further ones of `jilu run`, such as ["--timeout", "30"]
    """
    names = {key: name for key, name in (
        ("id", id), ("text", text), ("date", date), ("title", title),
        ("url", url)) if name}
    context = df.sparkSession.sparkContext
    archive_hash = archive and _sha256(archive)
    script = os.path.isfile(pipeline)
    pipeline_hash = _sha256(pipeline) if script else None
    if archive:
        context.addFile(archive)
    if script:
        context.addFile(pipeline)
    options = list(options)

    def run(batches):
        binary, where, folder = command, pipeline, None
        if archive:
            binary = os.path.join(_unpacked(archive, archive_hash), "bin",
                                  "jilu")
        if script:
            where = SparkFiles.get(os.path.basename(pipeline))
            _check_pipeline(where, pipeline_hash)
            # answers name the script as it is called
            folder, where = os.path.split(where)
        call = [binary, "run", where, "--from", "jsonl", "--errors", "inline",
                "--one-per-line"] + options
        rows = []
        for line in answers(call, _rows_of(batches, names), folder):
            rows.append(_split(line))
            if len(rows) == rows_a_batch:
                yield _batch_of(rows)
                rows = []
        if rows:
            yield _batch_of(rows)

    return df.select(*dict.fromkeys(names.values())) \
        .mapInArrow(run, SCHEMA)


def flat(answered, schema=None):
    """One row for each record: id, record (JSON); with `schema` (a Spark type
    of the records, as jilu schema describes it) record is a structure."""
    from pyspark.sql import functions
    record_type = schema or "string"
    kind = "array<%s>" % (record_type if isinstance(record_type, str)
                          else record_type.simpleString())
    return answered.where("records is not null").select(
        "id", functions.explode(functions.from_json("records", kind))
        .alias("record"))
