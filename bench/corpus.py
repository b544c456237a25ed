#!/usr/bin/env python3
"""Writes the benchmark's articles: the same text in Tajik, Russian and Uzbek folders, in one of three layouts.

  corpus.py --out DIR --pages 300                      for rahnamo
  corpus.py --out DIR --pages 300 --layout yaml        for Hugo, Eleventy and Jekyll
  corpus.py --out DIR --pages 300 --layout jbake       for JBake

The same pages and seed give the same words in every layout and the same bytes on every machine, however many
processes write them. Python 3.8 or later, standard library only.
"""
import argparse
import concurrent.futures
import hashlib
import itertools
import json
import os
import random
import re
import struct
import sys
import zlib
from bisect import bisect
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Sequence, Tuple

HERE = Path(__file__).resolve().parent
SITE = json.loads((HERE / "site.json").read_text(encoding="utf-8"))
LANGS: List[str] = list(SITE["langs"])
SECTIONS: List[str] = SITE["sections"]
SOURCE = "ru"  # slugs are made from the titles of this language
TAGS = [first + second
        for first in ("water", "land", "book", "star", "road", "seed", "stone", "light", "song", "bridge")
        for second in ("", "-craft", "-law", "-map", "-year", "-word")]
DEFAULT_SEED = "rahnamo"
RECORDED = json.loads((HERE / "corpus.sums.json").read_text(encoding="utf-8"))  # pages -> sum of the words


class Dice:
    """Random choices that depend on a seed alone. Only `Random.random` is used: Python promises never to change it."""

    def __init__(self, *seed: object):
        self.roll = random.Random(":".join(map(str, seed))).random

    def below(self, n: int) -> int:
        return int(self.roll() * n)

    def between(self, low: int, high: int) -> int:
        return low + self.below(high - low + 1)

    def pick(self, items: Sequence) -> str:
        return items[self.below(len(items))]

    def sample(self, items: Sequence, count: int) -> List:
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(count)]


# ---------------------------------------------------------------------------------------------- words

class Lexicon:
    """The word forms of one language and how often each is used.

    Frequencies follow the Zipf-Mandelbrot law. The commonest words are real (vocab.json); behind them come stems
    made letter by letter, each letter chosen by the two before it as in the real words, with the language's endings.
    """
    STEMS = 24000
    BARE = 120  # the commonest words take no ending
    ENDINGS = {
        "tg": ["", "и", "ҳо", "ҳои", "ро", "аш", "он", "ам", "ҳоро", "ат"],
        "ru": ["", "а", "у", "ом", "е", "ы", "ов", "ами", "ах", "ый", "ого", "ая"],
        "uz": ["", "ning", "ni", "ga", "da", "dan", "lar", "lari", "larni", "i", "si", "larida"],
    }

    def __init__(self, lang: str, seed: str):
        lines = json.loads((HERE / "vocab.json").read_text(encoding="utf-8"))[lang]
        real = " ".join(lines).split()
        endings = self.ENDINGS[lang]
        shares = [1.0 / (rank + 1.5) for rank in range(len(endings))]
        scale = sum(shares)
        self.forms: List[str] = []
        weights: List[float] = []
        for rank, stem in enumerate(real + self._invented(real, Dice(seed, lang, "lexicon"))):
            weight = 1.0 / (rank + 2.7) ** 1.04
            if rank < self.BARE or rank < len(real) and rank % 3:
                self.forms.append(stem)
                weights.append(weight)
            else:
                self.forms += [stem + ending for ending in endings]
                weights += [weight * share / scale for share in shares]
        self.sums = list(itertools.accumulate(weights))

    def _invented(self, real: List[str], dice: Dice) -> List[str]:
        follow: Dict[str, List[str]] = {}
        for word in real:
            if len(word) > 3 and word.isalpha():
                framed = "^^" + word + "$"
                for at in range(len(framed) - 2):
                    follow.setdefault(framed[at:at + 2], []).append(framed[at + 2])
        known, stems = set(real), []
        while len(real) + len(stems) < self.STEMS:
            word = "^^"
            while len(word) < 16 and not word.endswith("$"):
                word += dice.pick(follow[word[-2:]])
            word = word.strip("^$")
            if len(word) > 2 and word not in known:
                known.add(word)
                stems.append(word)
        return stems

    def words(self, dice: Dice, count: int) -> List[str]:
        total, last = self.sums[-1], len(self.sums) - 1
        return [self.forms[bisect(self.sums, dice.roll() * total, 0, last)] for _ in range(count)]

    def long_words(self, dice: Dice, count: int) -> List[str]:
        found: List[str] = []
        while len(found) < count:
            found += [word for word in self.words(dice, 3 * count) if len(word) > 3]
        return found[:count]


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


class Body:
    """The Markdown of one article. `shape` decides what stands where, the same in every language; `dice` the words.

    Addresses are left open as (article:NUMBER) and (image:NUMBER); the layout fills them in.
    """

    def __init__(self, lexicon: Lexicon, shape: Dice, dice: Dice, articles: int, images: int):
        self.lexicon, self.shape, self.dice = lexicon, shape, dice
        self.articles, self.images = articles, images
        self.length = 0

    def text(self) -> str:
        goal = self.shape.between(300, 900)
        blocks = [self.paragraph()]
        while self.length < goal:
            blocks += [self.heading("##"), self.paragraph(), *self.extra()]
        return "\n\n".join(blocks) + "\n"

    def extra(self) -> List[str]:
        chance = self.shape.roll()
        if chance < 0.30:
            return [self.heading("###"), self.paragraph(), self.listing()]
        if chance < 0.35:
            return [self.listing()]
        if chance < 0.50:
            return [self.table()]
        if chance < 0.70:
            return [self.picture()]
        if chance < 0.78:
            return ["> " + " ".join(self.sentence(16)) + "."]
        if chance < 0.80:
            return ["```text\n%s\n%s\n```" % (" ".join(self.plain(6)), " ".join(self.plain(6)))]
        return []

    def plain(self, count: int) -> List[str]:
        self.length += count
        return self.lexicon.words(self.dice, count)

    def sentence(self, count: int) -> List[str]:
        words = self.plain(count)
        words[0] = capital(words[0])
        if count > 9:
            words[count // 2] += ","
        return words

    def paragraph(self) -> str:
        return " ".join(self.marked_sentence() for _ in range(self.shape.between(3, 6)))

    def marked_sentence(self) -> str:
        words = self.sentence(self.shape.between(6, 20))
        chance = self.shape.roll()
        if chance < 0.12:
            words[2] = "**%s**" % words[2]
        elif chance < 0.22:
            words[1:3] = ["*%s %s*" % (words[1], words[2])]
        elif chance < 0.30:
            label = " ".join(words[3:5]).rstrip(",")
            words[3:5] = ["[%s](article:%d)" % (label, self.shape.below(self.articles))]
        elif chance < 0.34:
            words[-1] = str(self.shape.between(1, 2024))
        return " ".join(words) + "."

    def heading(self, mark: str) -> str:
        words = self.lexicon.long_words(self.dice, self.shape.between(1, 4))
        return "%s %s" % (mark, capital(" ".join(words)))

    def listing(self) -> str:
        count, mark = self.shape.between(3, 7), self.shape.pick(["-", "1."])
        return "\n".join("%s %s" % (mark, " ".join(self.sentence(6))) for _ in range(count))

    def table(self) -> str:
        columns, rows = self.shape.between(2, 4), self.shape.between(3, 8)
        lines = [self.lexicon.long_words(self.dice, columns), ["---"] * columns]
        lines += [self.plain(columns - 1) + [str(self.shape.between(1, 9999))] for _ in range(rows)]
        return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)

    def picture(self) -> str:
        return "![%s](image:%d)" % (" ".join(self.lexicon.words(self.dice, 4)), self.shape.below(self.images))


# ---------------------------------------------------------------------------------------------- articles

class Article(NamedTuple):
    """One article in one language, before it is laid out."""
    number: int
    lang: str
    section: str
    slug: str
    title: str
    summary: str
    tags: List[str]
    date: str
    body: str
    words: int

    def neutral(self) -> bytes:
        """What the reader gets, free of any layout; equal sums of it prove equal words."""
        return "\n".join([self.lang, self.slug, self.title, self.summary, self.date, *self.tags, self.body]).encode()


def section_of(number: int) -> str:
    return SECTIONS[zlib.crc32(b"%d" % number) % len(SECTIONS)]


LATIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщыэюя",
                 "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh sch y e yu ya".split()))
LATIN.update({"ъ": "", "ь": ""})


def transliterate(text: str) -> str:
    return re.sub("-+", "-", "".join(LATIN.get(letter, "-") for letter in text.lower())).strip("-")


class Author:
    """Writes any article of a corpus; each has seeds of its own, so the order of writing does not matter."""

    def __init__(self, articles: int, images: int, seed: str):
        self.articles, self.images, self.seed = articles, images, seed
        self.lexicons: Dict[str, Lexicon] = {}
        self.slugs: Dict[int, str] = {}

    def lexicon(self, lang: str) -> Lexicon:
        if lang not in self.lexicons:
            self.lexicons[lang] = Lexicon(lang, self.seed)
        return self.lexicons[lang]

    def title_words(self, number: int, lang: str) -> List[str]:
        count = Dice(self.seed, number, "title").between(2, 6)
        return self.lexicon(lang).long_words(Dice(self.seed, number, lang, "title"), count)

    def slug(self, number: int) -> str:
        """The same in every language, as the translations of an article share their address."""
        if number not in self.slugs:
            words = transliterate(" ".join(self.title_words(number, SOURCE)[:3]))
            self.slugs[number] = "%s-%d" % (words[:48].strip("-"), number)
        return self.slugs[number]

    def article(self, number: int, lang: str) -> Article:
        shape, dice = Dice(self.seed, number, "shape"), Dice(self.seed, number, lang, "body")
        body = Body(self.lexicon(lang), shape, dice, self.articles, self.images)
        summary = " ".join(body.sentence(shape.between(14, 22))) + "."
        title = capital(" ".join(self.title_words(number, lang)))
        facts = Dice(self.seed, number, "facts")
        tags = facts.sample(TAGS, facts.between(2, 4))
        date = "%d-%02d-%02d" % (facts.between(2015, 2024), facts.between(1, 12), facts.between(1, 28))
        text = body.text()
        return Article(number, lang, section_of(number), self.slug(number), title, summary, tags, date, text,
                       body.length)


# ---------------------------------------------------------------------------------------------- layouts

def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class Layout:
    """How a generator wants its articles: the file's header, addresses, and what else it needs beside them."""
    images: str

    def __init__(self, author: Author):
        self.slug = author.slug

    def header(self, article: Article) -> str:
        raise NotImplementedError

    def link(self, article: Article, target: int) -> str:
        raise NotImplementedError

    def image(self, name: str) -> str:
        raise NotImplementedError

    def site_files(self) -> Iterator[Tuple[str, str]]:
        raise NotImplementedError


class RahnamoLayout(Layout):
    """Our own content folder: site.yml, section pages, links as relative .md paths."""
    images = "content/media"

    def header(self, article: Article) -> str:
        return "---\ntitle: %s\nsummary: %s\ntags: [%s]\npublished: %s\n---\n\n" % (
            quoted(article.title), quoted(article.summary), ", ".join(article.tags), article.date)

    def link(self, article: Article, target: int) -> str:
        section = section_of(target)
        folder = "" if section == article.section else "../%s/" % section
        return "%s%s.md" % (folder, self.slug(target))

    def image(self, name: str) -> str:
        return "../../media/" + name

    def site_files(self) -> Iterator[Tuple[str, str]]:
        yield "content/site.yml", self.site_yml()
        for lang, own in SITE["langs"].items():
            for section, title in own["sections"].items():
                yield "content/%s/%s/_index.md" % (lang, section), "---\ntitle: %s\n---\n" % quoted(title)

    def site_yml(self) -> str:
        def per_language(key: str) -> str:
            return "{%s}" % ", ".join("%s: %s" % (lang, quoted(own[key])) for lang, own in SITE["langs"].items())
        return "\n".join([
            "title: " + per_language("title"),
            "description: " + per_language("about"),
            "base-url: %s/" % SITE["base"],
            "languages: [%s]" % ", ".join(LANGS),
            "source-language: " + SOURCE,
            "fallback:",
            *("  %s: [%s]" % (lang, ", ".join(other for other in LANGS if other != lang)) for lang in LANGS),
            "sections: [%s]" % ", ".join(SECTIONS),
            "page-size: 50",
            "feed-size: 20",
            ""])


class YamlLayout(Layout):
    """YAML front matter and final addresses, as Hugo, Eleventy and Jekyll read them."""
    images = "static/images"

    def header(self, article: Article) -> str:
        return ("---\ntitle: %s\nsummary: %s\nlang: %s\nsection: %s\ntags: [%s]\ndate: %s\ntranslationKey: a%d\n---\n\n"
                % (quoted(article.title), quoted(article.summary), article.lang, article.section,
                   ", ".join(article.tags), article.date, article.number))

    def link(self, article: Article, target: int) -> str:
        return "/%s/%s/%s/" % (article.lang, section_of(target), self.slug(target))

    def image(self, name: str) -> str:
        return "/images/" + name

    def site_files(self) -> Iterator[Tuple[str, str]]:
        yield "data/site.json", (HERE / "site.json").read_text(encoding="utf-8")


class JBakeLayout(YamlLayout):
    """The same with JBake's header of plain key=value lines."""

    def header(self, article: Article) -> str:
        return ("title=%s\ntype=post\nstatus=published\ndate=%s\ntags=%s\nlang=%s\nsection=%s\nsummary=%s\n~~~~~~\n\n"
                % (article.title, article.date, ",".join(article.tags), article.lang, article.section, article.summary))


LAYOUTS = {"rahnamo": RahnamoLayout, "yaml": YamlLayout, "jbake": JBakeLayout}
OPEN_ADDRESS = re.compile(r"\((article|image):(\d+)\)")


def laid_out(layout: Layout, article: Article) -> bytes:
    def address(match) -> str:
        number = int(match.group(2))
        if match.group(1) == "article":
            return "(%s)" % layout.link(article, number)
        return "(%s)" % layout.image(image_name(number))
    return (layout.header(article) + OPEN_ADDRESS.sub(address, article.body)).encode()


def image_name(number: int) -> str:
    return "img-%03d.png" % number


def png(dice: Dice, width: int, height: int) -> bytes:
    """Grey noise. Stored, not deflated: the bytes of a deflater differ from one zlib to the next."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes(dice.below(256) for _ in range(width)) for _ in range(height))
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(rows), len(rows) ^ 0xFFFF) + rows
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", stored + struct.pack(">I", zlib.adler32(rows))) + chunk(b"IEND", b""))


# ---------------------------------------------------------------------------------------------- writing

Job = Tuple[str, int, int]  # language, first article, first article of the next job
_writer: "Writer"


class Writer:
    """Writes articles of one corpus into a folder; one in each process."""

    def __init__(self, out: str, articles: int, images: int, seed: str, layout: str):
        self.out = Path(out)
        self.author = Author(articles, images, seed)
        self.layout = LAYOUTS[layout](self.author)

    def put(self, path: str, data: bytes) -> Tuple[str, str, int]:
        (self.out / path).write_bytes(data)
        return path, hashlib.sha256(data).hexdigest(), len(data)

    def run(self, job: Job) -> Tuple[List, List, Dict[str, int]]:
        lang, first, end = job
        files, texts, counts = [], [], dict.fromkeys(["words", "tables", "quotes"], 0)
        for number in range(first, end):
            article = self.author.article(number, lang)
            path = "content/%s/%s/%s.md" % (lang, article.section, article.slug)
            files.append(self.put(path, laid_out(self.layout, article)))
            texts.append((path, hashlib.sha256(article.neutral()).hexdigest()))
            counts["words"] += article.words
            counts["tables"] += article.body.count("| --- |\n")
            counts["quotes"] += article.body.count("\n> ")
        return files, texts, counts


def _start(*settings) -> None:
    global _writer
    _writer = Writer(*settings)


def _run(job: Job):
    return _writer.run(job)


def digest(lines) -> str:
    return hashlib.sha256("".join("%s  %s\n" % (line[1], line[0]) for line in sorted(lines)).encode()).hexdigest()


def generate(out: Path, pages: int, layout: str, seed: str = DEFAULT_SEED, jobs: int = os.cpu_count() or 1) -> Dict:
    """Writes a corpus into an empty folder; returns what is also kept in DIR/manifest.json."""
    articles = pages // len(LANGS)
    images = max(12, min(300, articles // 10))
    settings = (str(out), articles, images, seed, layout)
    _start(*settings)
    for folder in [_writer.layout.images] + ["content/%s/%s" % (l, s) for l in LANGS for s in SECTIONS]:
        (out / folder).mkdir(parents=True, exist_ok=True)
    files = []
    for path, text in _writer.layout.site_files():
        (out / path).parent.mkdir(exist_ok=True)
        files.append(_writer.put(path, text.encode()))
    for number in range(images):
        dice, path = Dice(seed, number, "image"), "%s/%s" % (_writer.layout.images, image_name(number))
        files.append(_writer.put(path, png(dice, 160, dice.between(40, 140))))

    step = min(500, articles)
    work = [(lang, first, min(first + step, articles)) for lang in LANGS for first in range(0, articles, step)]
    if jobs > 1:
        with concurrent.futures.ProcessPoolExecutor(jobs, initializer=_start, initargs=settings) as pool:
            done = list(pool.map(_run, work))
    else:
        done = list(map(_run, work))

    texts: List = []
    counts: Dict[str, int] = {}
    for some_files, some_texts, some_counts in done:
        files += some_files
        texts += some_texts
        for key, count in some_counts.items():
            counts[key] = counts.get(key, 0) + count
    manifest = {"pages": articles * len(LANGS), "images": images, **counts, "layout": layout, "seed": seed,
                "bytes": sum(size for _, _, size in files),
                "words-sha256": digest(texts), "files-sha256": digest(files)}
    expected = RECORDED.get(str(manifest["pages"])) if seed == DEFAULT_SEED else None
    if expected not in (None, manifest["words-sha256"]):
        sys.exit("corpus.py: the words of %d pages have the sum %s, but corpus.sums.json records %s: figures taken on "
                 "them cannot be compared" % (manifest["pages"], manifest["words-sha256"], expected))
    (out / "manifest.json").write_bytes((json.dumps(manifest, indent=1) + "\n").encode())
    return manifest


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", required=True, type=Path, help="folder to write; absent or empty")
    options.add_argument("--pages", type=int, default=300, help="articles, all languages together (default 300)")
    options.add_argument("--layout", choices=LAYOUTS, default="rahnamo")
    options.add_argument("--seed", default=DEFAULT_SEED)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a processor)")
    given = options.parse_args()
    if given.pages < len(LANGS) or given.pages % len(LANGS):
        options.error("--pages must be a multiple of %d, the number of languages" % len(LANGS))
    if given.out.is_dir() and any(given.out.iterdir()):
        options.error("%s is not empty" % given.out)
    manifest = generate(given.out, given.pages, given.layout, given.seed, given.jobs)
    for key, value in manifest.items():
        print("%-13s %s" % (key, value))


if __name__ == "__main__":
    sys.exit(main())
