"""Measures what the search index of a site costs: a build with it less one without, next to Pagefind on the same pages.

Exit code: 0 all targets are met, 1 one is missed, 2 the benchmark cannot run.
"""
import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Dict, List, Optional

from builds import LARGE, MEMORY, ROOM_PER_PAGE
from generators import DATE, PEERS, Rahnamo
from measure import Cost, first_line, machine, median, number, run, table

HERE = Path(__file__).resolve().parent
LIMIT = 1200
CPU_TARGET = 0.3
PEAK_TARGET = 600  # megabytes
PAGEFIND = PEERS / "pagefind" / "node_modules" / ".bin" / "pagefind"


class Bench:
    def __init__(self, work: Path, pages: int):
        self.work, self.log = work, work / "log.txt"
        self.must([sys.executable, str(HERE / "corpus.py"), "--out", str(work / "corpus"), "--pages", str(pages)])

    def must(self, command: List[str]) -> Cost:
        cost = run(command, self.work, self.log, LIMIT)
        if cost.failure:
            tail = self.log.read_text(encoding="utf-8", errors="replace")[-1500:]
            sys.exit("bench/index: %s: %s\n%s" % (" ".join(command), cost.failure, tail))
        return cost

    def build(self, *more: str) -> Cost:
        shutil.rmtree(str(self.work / "site"), ignore_errors=True)
        return self.must([str(Rahnamo.launcher), "build", "--content", str(self.work / "corpus" / "content"), "--output",
                          str(self.work / "site"), "--no-packs", "--quiet", "--date", DATE, *more])

    def rounds(self, count: int) -> Dict[str, List[Cost]]:
        costs: Dict[str, List[Cost]] = {"with search": [], "without": [], "pagefind": []}
        for _ in range(count):
            costs["with search"].append(self.build())
            costs["without"].append(self.build("--no-search"))
            if PAGEFIND.exists():
                costs["pagefind"].append(self.must([str(PAGEFIND), "--site", str(self.work / "site"), "--output-path",
                                                    str(self.work / "pagefind")]))
        return costs


def share(costs: Dict[str, List[Cost]]) -> Optional[float]:
    """The index's part of the CPU of a build as a multiple of Pagefind's, the median of the rounds."""
    ratios = sorted((found.cpu - plain.cpu) / other.cpu for found, plain, other in
                    zip(costs["with search"], costs["without"], costs["pagefind"]))
    return ratios[len(ratios) // 2] if ratios else None


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/index", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=LARGE)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    print("%(processors)d processors, %(model)s, load %(load)s" % machine(), flush=True)
    print(first_line([str(Rahnamo.launcher), "--version"]), flush=True)  # builds the program, outside the figures
    if PAGEFIND.exists():
        print(first_line([str(PAGEFIND), "--version"]), flush=True)
    else:
        print("pagefind: not installed (npm install --prefix bench/peers/pagefind)", flush=True)
    has_room = MEMORY.is_dir() and shutil.disk_usage(str(MEMORY)).free > given.pages * ROOM_PER_PAGE
    with tempfile.TemporaryDirectory(prefix="rahnamo-bench-", dir=str(MEMORY) if has_room else None) as folder:
        costs = Bench(Path(folder), given.pages).rounds(given.rounds)
    rows = [["", "CPU s", "wall s", "peak MB"]]
    for name, own in costs.items():
        rows.append([name] + [number(median(own, figure), 1) for figure in ("cpu", "wall", "peak")])
    print(table(rows))
    met = True
    for name, found, most in (("index/pagefind, CPU", share(costs), CPU_TARGET),
                              ("peak MB with search", median(costs["with search"], "peak"), PEAK_TARGET)):
        verdict = "not measured" if found is None else "met" if found <= most else "MISSED"
        met &= verdict != "MISSED"
        print("%s: %s, at most %s: %s" % (name, number(found), most, verdict))
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
