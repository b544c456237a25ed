"""Times cold builds of the same articles by rahnamo and by other generators.

Every round runs each generator once, in turn; ratios against Hugo are taken within a round, and medians over the
rounds are printed. Exit code: 0 every measured target is met, 1 one is missed or a generator failed or left out
text, 2 the benchmark cannot run.
"""
import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional

import corpus
from generators import ALL, REFERENCE, Generator
from measure import Cost, machine, median, median_ratio, number, run, table
from outputs import Output, article_paths, inspect, write_again

LARGE = 30000
IN_LARGE = ("rahnamo", "hugo", "hugo-lean")  # the others take too long or too much memory at that size, unless asked for
RATIO_TARGETS = {300: 2.0, 3000: 0.8, LARGE: 0.6}  # CPU and wall, ours against Hugo's
PEAK_TARGET = 512  # megabytes, ours at 30,000 pages
MEMORY = Path("/dev/shm")  # the usual memory file system
ROOM_PER_PAGE = 80_000  # bytes: an article in three layouts, and one site


class Target(NamedTuple):
    what: str
    limit: float
    value: Optional[float]

    def verdict(self) -> str:
        if self.value is None:
            return "not measured"
        return "met" if self.value <= self.limit else "MISSED"


class Size:
    """Everything measured at one number of pages."""

    def __init__(self, pages: int):
        self.pages = pages
        self.manifest: Dict = {}
        self.costs: Dict[str, List[Cost]] = {}
        self.outputs: Dict[str, Output] = {}
        self.left_out: Dict[str, str] = {}
        self.floor: Optional[Dict[str, float]] = None

    def median(self, name: str, figure: str) -> Optional[float]:
        return median(self.costs.get(name, []), figure)

    def ratio(self, name: str, figure: str) -> Optional[float]:
        return median_ratio(self.costs.get(name, []), self.costs.get(REFERENCE, []), figure)

    def shortfalls(self) -> List[str]:
        return ["%s wrote %s" % (name, short)
                for name, output in self.outputs.items() for short in output.shortfalls(self.manifest)]

    def failed(self) -> bool:
        return bool(self.shortfalls()) or any(cost.failure for costs in self.costs.values() for cost in costs)

    def as_json(self) -> Dict:
        return {"pages": self.pages, "corpus": self.manifest, "left-out": self.left_out, "floor": self.floor,
                "rounds": {name: [cost._asdict() for cost in costs] for name, costs in self.costs.items()},
                "medians": {name: {figure: self.median(name, figure) for figure in ("cpu", "wall", "peak")}
                            for name in self.costs},
                "against-hugo": {name: {figure: self.ratio(name, figure) for figure in ("cpu", "wall")}
                                 for name in self.costs},
                "wrote": {name: output._asdict() for name, output in self.outputs.items()}}


# ---------------------------------------------------------------------------------------------- measuring

def measure_size(pages: int, chosen: List[Generator], given: argparse.Namespace, work: Path) -> Size:
    size = Size(pages)
    running = []
    for generator in chosen:
        reason = generator.missing()
        if not reason and pages >= LARGE and not given.only and generator.name not in IN_LARGE:
            reason = "not run at this size unless named with --only"
        if reason:
            size.left_out[generator.name] = reason
        else:
            running.append(generator)

    folder = work / str(pages)
    folder.mkdir()
    corpora = {layout: write_corpus(folder, pages, layout) for layout in sorted({g.layout for g in running})}
    size.manifest = same_words(corpora)
    articles = article_paths(next(iter(corpora.values())) / "content") if corpora else []
    projects = {generator.name: folder / generator.name for generator in running}
    for generator in running:
        generator.prepare(corpora[generator.layout], projects[generator.name])

    for turn in range(given.rounds):
        for generator in running:
            name, project = generator.name, projects[generator.name]
            note("%s pages, round %d of %d: %s" % (thousands(pages), turn + 1, given.rounds, name))
            cost = run(generator.command(project), project, work / "log.txt", given.limit, generator.env)
            size.costs.setdefault(name, []).append(cost)
            if turn == 0 and not cost.failure:
                size.outputs[name] = inspect(project / "out", articles, len(corpus.LANGS))
                if given.floor and size.floor is None:
                    size.floor = {"of": name, **write_again(project / "out", folder / "floor")}
                    shutil.rmtree(str(folder / "floor"))
            if not given.keep:
                generator.clean(project)
    if not given.keep:
        shutil.rmtree(str(folder))
    return size


def write_corpus(folder: Path, pages: int, layout: str) -> Path:
    note("%s pages: writing the articles for %s" % (thousands(pages), layout))
    out = folder / ("corpus-" + layout)
    corpus.generate(out, pages, layout)
    return out


def same_words(corpora: Dict[str, Path]) -> Dict:
    manifests = [json.loads((out / "manifest.json").read_text(encoding="utf-8")) for out in corpora.values()]
    sums = {manifest["words-sha256"] for manifest in manifests}
    if len(sums) > 1:
        sys.exit("bench/run: the layouts of the corpus do not hold the same words")
    return manifests[0] if manifests else {}


# ---------------------------------------------------------------------------------------------- reporting

def report(size: Size, rounds: int) -> str:
    parts = ["%s pages, %d round%s" % (thousands(size.pages), rounds, "" if rounds == 1 else "s, medians")]
    if size.manifest:
        parts[0] += "; %.1f MB of articles, words sha256 %s" % (
            size.manifest["bytes"] / 1e6, size.manifest["words-sha256"])
    parts.append(cost_table(size))
    if size.outputs:
        parts.append(work_table(size))
    parts += ["UNEQUAL WORK: " + short for short in size.shortfalls()]
    if size.floor:
        parts.append("floor: writing the files of %s again takes %.2f s CPU, %.2f s wall"
                     % (size.floor["of"], size.floor["cpu"], size.floor["wall"]))
    return "\n".join(parts) + "\n"


def cost_table(size: Size) -> str:
    rows = [["", "CPU s", "wall s", "peak MB", "CPU/Hugo", "wall/Hugo"]]
    for name, costs in size.costs.items():
        failure = next((cost.failure for cost in costs if cost.failure), None)
        if failure:
            rows.append([name, "failed: %s (see --keep and log.txt)" % failure])
        else:
            rows.append([name, number(size.median(name, "cpu")), number(size.median(name, "wall")),
                         number(size.median(name, "peak"), 0), number(size.ratio(name, "cpu")),
                         number(size.ratio(name, "wall"))])
    rows += [[name, reason] for name, reason in size.left_out.items()]
    return table(rows)


def work_table(size: Size) -> str:
    rows = [["wrote", "files", "MB", "articles", "hreflang", "tables", "quotes", "lists", "redirects", "feeds",
             "sitemap", "its hreflang"]]
    for name, output in size.outputs.items():
        rows.append([name] + [number(value, 1) if isinstance(value, float) else str(value) for value in output])
    return table(rows)


def targets(sizes: List[Size]) -> List[Target]:
    measured = {size.pages: size for size in sizes}
    found = []
    for pages, limit in RATIO_TARGETS.items():
        for figure, label in (("cpu", "CPU"), ("wall", "wall")):
            value = measured[pages].ratio("rahnamo", figure) if pages in measured else None
            found.append(Target("%s against Hugo, %s pages" % (label, thousands(pages)), limit, value))
    peak = measured[LARGE].median("rahnamo", "peak") if LARGE in measured else None
    found.append(Target("peak memory in MB, %s pages" % thousands(LARGE), PEAK_TARGET, peak))
    for smaller, larger in zip(sizes, sizes[1:]):
        step = "%s to %s pages" % (thousands(smaller.pages), thousands(larger.pages))
        for figure, label in (("cpu", "CPU"), ("wall", "wall")):
            before, after = smaller.median("rahnamo", figure), larger.median("rahnamo", figure)
            growth = after / before if before and after else None
            found.append(Target("growth of %s, %s" % (label, step), larger.pages / smaller.pages, growth))
    return found


def target_table(found: List[Target]) -> str:
    rows = [["target", "at most", "measured", ""]]
    rows += [[target.what, "%g" % target.limit, number(target.value), target.verdict()] for target in found]
    return table(rows)


def thousands(value: int) -> str:
    return "{:,}".format(value)


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# ---------------------------------------------------------------------------------------------- command line

def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", action="store_true", help="also 30,000 pages (2 GB of memory file system, minutes)")
    parser.add_argument("--pages", help="other sizes, comma separated, instead of 300,3000")
    parser.add_argument("--only", help="some of: " + ",".join(generator.name for generator in ALL))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=600, help="seconds one build may take (default %(default)g)")
    parser.add_argument("--floor", action="store_true", help="also time writing the same files again")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to this file")
    parser.add_argument("--work", type=Path, help="folder for corpora and sites (default: /dev/shm, else temporary)")
    parser.add_argument("--keep", action="store_true", help="leave the work folder, its sites and log.txt")
    return parser


def sizes_of(parser: argparse.ArgumentParser, given: argparse.Namespace) -> List[int]:
    try:
        sizes = sorted({int(text) for text in given.pages.split(",")}) if given.pages else [300, 3000]
    except ValueError:
        parser.error("--pages wants numbers, not `%s`" % given.pages)
    if any(pages < 3 or pages % 3 for pages in sizes):
        parser.error("--pages wants multiples of 3, one third in each language")
    return sizes + ([LARGE] if given.large and LARGE not in sizes else [])


def chosen_of(parser: argparse.ArgumentParser, given: argparse.Namespace) -> List[Generator]:
    known = {generator.name: generator for generator in ALL}
    names = given.only.split(",") if given.only else list(known)
    for name in names:
        if name not in known:
            parser.error("unknown generator `%s`; known are %s" % (name, ", ".join(known)))
    return [known[name] for name in names]


def work_folder(given: argparse.Namespace, pages: int) -> Path:
    """In memory if there is room, so that the disk stays out of the figures."""
    parent = given.work
    if parent:
        parent.mkdir(parents=True, exist_ok=True)
    elif has_room(MEMORY, pages * ROOM_PER_PAGE):
        parent = MEMORY
    else:
        note("%s has no room for %s pages: working on disk" % (MEMORY, thousands(pages)))
    return Path(tempfile.mkdtemp(prefix="rahnamo-bench-", dir=str(parent.resolve()) if parent else None))


def has_room(folder: Path, size: int) -> bool:
    return folder.is_dir() and os.access(str(folder), os.W_OK) and shutil.disk_usage(str(folder)).free >= size


def main() -> int:
    parser = options()
    given = parser.parse_args()
    pages, chosen = sizes_of(parser, given), chosen_of(parser, given)
    if given.rounds < 1:
        parser.error("--rounds wants at least 1")
    about = machine()
    versions = {generator.name: generator.version() for generator in chosen if not generator.missing()}
    work = work_folder(given, max(pages))
    print("%(processors)d processors, %(model)s, load %(load)s" % about)
    if about["load"] > 0.5:
        print("the machine is busy: trust CPU more than wall, and take more rounds")
    print("".join("%s: %s\n" % item for item in versions.items()), flush=True)
    sizes = []
    try:
        for count in pages:
            sizes.append(measure_size(count, chosen, given, work))
            print(report(sizes[-1], given.rounds), flush=True)
    finally:
        if given.keep:
            note("kept in %s" % work)
        else:
            shutil.rmtree(str(work), ignore_errors=True)
    found = targets(sizes)
    print(target_table(found))
    if given.json:
        figures = {"machine": about, "versions": versions, "sizes": [size.as_json() for size in sizes],
                   "targets": [{**target._asdict(), "verdict": target.verdict()} for target in found]}
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    failed = any(size.failed() for size in sizes) or any(target.verdict() == "MISSED" for target in found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
