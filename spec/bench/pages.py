"""Main text of the pages of spec/bench/pages.lua by peers, beside jilu's.

    python spec/bench/pages.py FOLDER RECORDS

RECORDS are jilu's, as JSON Lines with the types document and line. Prints a line a
tool: precision, recall and F1 of the content's pairs of characters, and how many
titles, authors and times are right. Where a peer is not installed it is left out.
"""
import collections, glob, json, os, re, sys

folder, records = sys.argv[1:3]


def pairs(text):
    text = re.sub(r"\s", "", text or "")
    return collections.Counter(text[i:i + 2] for i in range(len(text) - 1))


def jilu():
    found = collections.defaultdict(lambda: {"content": []})
    for line in open(records, encoding="utf-8"):
        r = json.loads(line)
        page = found[r["doc"]]
        if r["type"] == "document":
            page.update(title=r["title"], time=(r["published"] or "").replace("T", " "),
                        author=(r["authors"] or [None])[0])
        elif r["role"] in ("paragraph", "heading", "caption"):
            page["content"].append(r["text"])
    return lambda name, html: dict(found[name], content="\n".join(found[name]["content"]))


def trafilatura():
    import trafilatura as t

    def run(name, html):
        r = t.bare_extraction(html, include_comments=False, with_metadata=True)
        r = r.as_dict() if hasattr(r, "as_dict") else (r or {})
        return {"content": r.get("text"), "title": r.get("title"), "author": r.get("author"),
                "time": r.get("date")}
    return run


def readability():
    import readability as m
    import lxml.html

    def run(name, html):
        d = m.Document(html)
        return {"content": lxml.html.fromstring(d.summary()).text_content(),
                "title": d.short_title()}
    return run


def justext():
    import justext as j
    words = frozenset("的 了 在 是 和 不 有 这 会 要".split())

    def run(name, html):
        ps = j.justext(html.encode(), words, length_low=20, length_high=60,
                       stopwords_low=0, stopwords_high=0)
        return {"content": "\n".join(p.text for p in ps if not p.is_boilerplate)}
    return run


print("tool\tprecision\trecall\tF1\ttitle\tauthor\tdate")
for tool in (jilu, trafilatura, readability, justext):
    try:
        run = tool()
    except ImportError as reason:
        print(f"left out: {tool.__name__} ({reason})")
        continue
    p = r = f = 0
    right = collections.Counter()
    files = sorted(glob.glob(folder + "/*.html"))
    for path in files:
        name = os.path.basename(path)[:-5]
        gold = json.load(open(path[:-5] + ".json", encoding="utf-8"))
        found = run(name, open(path, encoding="utf-8").read())
        want, have = pairs(gold["content"]), pairs(found.get("content"))
        both = sum((want & have).values())
        precision = both / max(1, sum(have.values()))
        recall = both / max(1, sum(want.values()))
        p, r = p + precision, r + recall
        f += 2 * precision * recall / max(1e-9, precision + recall)
        right["title"] += found.get("title") == gold["title"]
        right["author"] += found.get("author") == gold["author"]
        right["date"] += (found.get("time") or "")[:10] == gold["time"][:10]
    n = len(files)
    print(f"{tool.__name__}\t{p / n:.3f}\t{r / n:.3f}\t{f / n:.3f}\t"
          f"{right['title']}/{n}\t{right['author']}/{n}\t{right['date']}/{n}")
