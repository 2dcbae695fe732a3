# OpenCC's own library, for spec/bench/conversion.lua: each way's seconds a run.
#
#   python conversion.py TEXT RUNS NAME…
import sys
import time

import opencc

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
runs = int(sys.argv[2])
for name in sys.argv[3:]:
    converter = opencc.OpenCC(name + ".json")
    converter.convert(text[:1000])
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        converter.convert(text)
        times.append(time.perf_counter() - begin)
    print(name, sorted(times)[runs // 2])
