"""Records of JSON Lines with Dask: python3 dask_records.py JILU PIPELINE IN OUT

One filter for each part of the input; a part whose filter did not answer all
of its lines raises, and Dask does it again on another worker (retries).
"""

import json
import subprocess
import sys

import dask.bag


def answers(lines, jilu, pipeline):
    lines = [line.rstrip("\n") + "\n" for line in lines]
    done = subprocess.run(
        [jilu, "run", pipeline, "--from", "jsonl", "--errors", "inline",
         "--one-per-line"],
        input="".join(lines).encode(), capture_output=True, check=True)
    summary = json.loads(done.stderr.splitlines()[-1])
    if not summary["in"] == summary["out"] == len(lines):
        raise RuntimeError(done.stderr.decode())
    return done.stdout.decode().splitlines()


if __name__ == "__main__":
    jilu, pipeline, source, target = sys.argv[1:]
    bag = dask.bag.read_text(source, blocksize=200_000)
    parts = bag.map_partitions(answers, jilu, pipeline)
    with open(target, "w") as file:
        for line in parts.compute(scheduler="processes", num_workers=2):
            file.write(line + "\n")
