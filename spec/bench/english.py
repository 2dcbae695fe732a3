"""What spec/bench/english.lua prints, of dateparser, quantulum3 and price-parser.

    python3 spec/bench/english.py CASES FILE...
"""
import importlib
import json
import os
import sys
import time
import warnings
from datetime import datetime

warnings.simplefilter("ignore")


def load(name):
    try:
        return importlib.import_module(name)
    except Exception:  # a peer that is not there is left out
        return None


def near(a, b):
    return abs(a - b) <= 1e-9 * max(1, abs(b))


def readers():
    search = load("dateparser.search")
    if search:
        def times(text, date):
            found = search.search_dates(text, languages=["en"], settings={"RELATIVE_BASE": date})
            return [moment.strftime("%Y-%m-%d") for _, moment in found or []]
        yield "dateparser", {"time": times}
    quantulum = load("quantulum3.parser")
    if quantulum:
        def amounts(text, _):
            return [q.value for q in quantulum.parse(text)]
        yield "quantulum3", {"money": amounts, "quantity": amounts, "percent": amounts}
    price = load("price_parser")
    if price:
        def prices(text, _):
            found = price.Price.fromstring(text).amount_float
            return [] if found is None else [found]
        yield "price-parser", {"money": prices}


def fits(found, expected):
    if expected["kind"] == "time":
        return found == (expected.get("from") or "")[:10]
    return near(found, float(expected["value"]))


def main():
    cases = []
    if os.path.exists(sys.argv[1]):
        with open(sys.argv[1], encoding="utf-8") as lines:
            cases = [json.loads(line) for line in lines]
    text = "".join(open(path, encoding="utf-8").read() for path in sys.argv[2:])
    for name, kinds in readers():
        for kind, read in kinds.items():
            right = count = 0
            for case in cases:
                date = datetime.fromisoformat((case.get("date") or "2019-10-15")[:19])
                for one in case.get("expect") or []:
                    if one["kind"] != kind:
                        continue
                    count += 1
                    try:
                        right += any(fits(found, one) for found in read(case["input"], date))
                    except Exception:  # a peer that fails has it wrong
                        pass
            print(name, kind, right, count, sep="\t")
        part, start = text[:20000], time.process_time()
        for line in part.split("\n"):
            for read in set(kinds.values()):
                try:
                    read(line, datetime(2019, 10, 15))
                except Exception:
                    pass
        seconds = time.process_time() - start
        print(name, "MB/s", "%.4f" % (len(part.encode()) / 1e6 / seconds), sep="\t")


main()
