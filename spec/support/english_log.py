"""Checks what jilu read of the log of english_log.lua with Python's datetime.

    python3 english_log.py LOG FACTS

LOG: the log. FACTS: a line for each of its lines, "time TAB value TAB unit".
Prints the lines that differ; exits with 1 where there is one.
"""
import re
import sys
from datetime import datetime, timedelta
from decimal import Decimal

FORMATS = [
    "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%d %H:%M:%S,%f",
    "%Y-%m-%d %H:%M:%S", "[%d/%b/%Y:%H:%M:%S %z]", "%Y/%m/%d %H:%M:%S",
    "%a, %d %b %Y %H:%M:%S %Z", "%b %d %Y %H:%M:%S",
]
UNITS = {"bytes": "By", "ms": "ms", "s": "s", "MB": "MBy", "KiB": "KiBy", "%": "%",
         "Mbps": "Mbit/s", "°C": "Cel", "rpm": "{revolution}/min", "GB": "GBy", "V": "V",
         "$": "USD"}


def timestamp(line):
    stamp = re.match(r"(.*?) (?:INFO|WARN|ERROR|DEBUG) ", line).group(1)
    for form in FORMATS:
        try:
            moment = datetime.strptime(stamp, form).replace(microsecond=0)
        except ValueError:
            continue
        text = moment.replace(tzinfo=None).isoformat()
        if stamp.endswith("GMT"):
            return text + "Z"
        offset = moment.utcoffset()
        if offset is None:
            return text
        if offset == timedelta(0):
            return text + "Z"
        sign = "-" if offset < timedelta(0) else "+"
        minutes = int(abs(offset).total_seconds()) // 60
        return "%s%s%02d:%02d" % (text, sign, minutes // 60, minutes % 60)
    raise ValueError("no timestamp: " + stamp)


def measure(line):
    rest = re.split(r" (?:INFO|WARN|ERROR|DEBUG) ", line)[1]
    money = re.search(r"\$([\d.]+)", rest)
    if money:
        return Decimal(money.group(1)), "USD"
    found = re.search(r"(?<!\S)([\d.]+) ?(%|°C|[A-Za-z]+)", rest)
    return Decimal(found.group(1)), UNITS[found.group(2)]


def main():
    wrong = total = 0
    with open(sys.argv[1], encoding="utf-8") as log, open(sys.argv[2], encoding="utf-8") as facts:
        for line, said in zip(log, facts, strict=True):
            total += 1
            time, value, unit = said.rstrip("\n").split("\t")
            number, code = measure(line)
            want = (timestamp(line), number, code)
            if (time, Decimal(value or "NaN"), unit) != want:
                wrong += 1
                print("%s\n  want %s\n  got  %s" % (line.rstrip(), want, (time, value, unit)))
    print("%d lines, %d differ" % (total, wrong))
    return 1 if wrong or total == 0 else 0


sys.exit(main())
