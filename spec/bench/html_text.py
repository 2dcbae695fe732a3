"""HTML to text by lxml and selectolax beside jilu: medians of seven runs.

    python spec/bench/html_text.py FILE LUA-COMMAND...
"""
import statistics, subprocess, sys, time

path, command = sys.argv[1], sys.argv[2:]
page = open(path, encoding="utf-8").read()
data = page.encode()


def median(run):
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def by_lxml():
    import lxml.html
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lambda: lxml.html.document_fromstring(data, parser=parser).text_content()


def by_selectolax():
    from selectolax.lexbor import LexborHTMLParser
    return lambda: LexborHTMLParser(page).text()


ours = float(subprocess.run(command + [path], capture_output=True, text=True, check=True).stdout)
for peer in (by_lxml, by_selectolax):
    try:
        theirs = median(peer())
    except ImportError as reason:
        print(f"left out: {peer.__name__[3:]} ({reason})")
        continue
    print(f"html.text\t{len(data) / 1e6 / ours:.1f} MB/s\t{peer.__name__[3:]}\t"
          f"{len(data) / 1e6 / theirs:.1f} MB/s\t{theirs / ours:.2f}")
