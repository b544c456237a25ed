"""Looks at what a generator wrote, to see that all did the same work; and writes it once more, for the floor."""
import os
import time
from pathlib import Path
from typing import Dict, List, NamedTuple


class Output(NamedTuple):
    """Counts over one site."""
    files: int = 0
    megabytes: float = 0.0
    articles: int = 0  # pages that belong to an article of the corpus
    hreflang: int = 0  # of these, pages that name every language
    tables: int = 0  # in articles
    quotes: int = 0  # in articles
    lists: int = 0  # other pages: home, sections, tags
    redirects: int = 0
    feeds: int = 0
    sitemap: int = 0  # addresses in all sitemaps
    sitemap_hreflang: int = 0

    def shortfalls(self, manifest: Dict) -> List[str]:
        """In what it fell short of the corpus; a faster build that leaves out text is not a faster build."""
        wanted = {"articles": manifest["pages"], "tables": manifest["tables"], "quotes": manifest["quotes"]}
        return ["%d %s of %d" % (getattr(self, kind), kind, count)
                for kind, count in wanted.items() if getattr(self, kind) != count]


def article_paths(content: Path) -> List[str]:
    """<lang>/<section>/<slug> of every article."""
    return [str(path.relative_to(content).with_suffix(""))
            for path in content.glob("*/*/*.md") if path.name != "_index.md"]


def inspect(site: Path, articles: List[str], languages: int) -> Output:
    expected = {path + ending for path in articles for ending in (".html", "/index.html")}
    count = dict.fromkeys(Output._fields, 0)
    size = 0
    for folder, _, names in os.walk(str(site)):
        for name in names:
            path = Path(folder, name)
            count["files"] += 1
            size += path.stat().st_size
            if name.endswith(".html"):
                count_page(path.read_bytes(), str(path.relative_to(site)) in expected, languages, count)
            elif name.endswith(".xml"):
                count_xml(path.read_bytes(), count)
    return Output(**{**count, "megabytes": size / 1e6})


def count_page(html: bytes, is_article: bool, languages: int, count: Dict[str, int]) -> None:
    if is_article:
        count["articles"] += 1
        count["hreflang"] += html.count(b"hreflang=") >= languages
        count["tables"] += html.count(b"<table")
        count["quotes"] += html.count(b"<blockquote")
    elif b'http-equiv="refresh"' in html:
        count["redirects"] += 1
    else:
        count["lists"] += 1


def count_xml(xml: bytes, count: Dict[str, int]) -> None:
    if b"<urlset" in xml:
        count["sitemap"] += xml.count(b"<loc>")
        count["sitemap_hreflang"] += xml.count(b"hreflang=")
    elif b"<rss" in xml or b"<feed" in xml:
        count["feeds"] += 1


def write_again(site: Path, target: Path, processes: int = 2) -> Dict[str, float]:
    """Seconds it takes to write the files of a site from memory: no generator can be faster than that.

    Runs in a process of its own: the files it holds must not count as memory of the builds that follow.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, ("%r %r" % floor(site, target, processes)).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        wall, cpu = map(float, answer.read().split())
    os.waitpid(child, 0)
    return {"wall": wall, "cpu": cpu}


def floor(site: Path, target: Path, processes: int):
    folders, files = [], []
    for folder, _, names in os.walk(str(site)):
        there = str(target / Path(folder).relative_to(site))
        folders.append(there)
        files += [(os.path.join(there, name), Path(folder, name).read_bytes()) for name in names]
    wall, before = time.monotonic(), os.times()
    for there in folders:
        os.makedirs(there, exist_ok=True)
    children = []
    for part in range(processes):
        child = os.fork()
        if child == 0:
            try:
                write_all(files[part::processes])
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    return time.monotonic() - wall, sum(os.times()[:4]) - sum(before[:4])


def write_all(files) -> None:
    for path, data in files:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(handle, data)
        os.close(handle)
