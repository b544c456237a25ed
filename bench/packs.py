"""Measures offline packs: how long one takes to write next to `zip -9`, how large it is next to a ZIM file of the same
pages, and how large delta packs are after a month's and a year's edits.

Exit code: 0 all targets are met, 1 one is missed, 2 the benchmark cannot run.
"""
import argparse
import json
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import Dict, List, Optional

import edits
from generators import Rahnamo
from measure import Cost, machine, median, median_ratio, number, run, table

HERE = Path(__file__).resolve().parent
LIMIT = 600
TARGETS = {"wall/zip -9": 1.0, "bytes/ZIM": 1.10, "month %": 1.0, "year %": 12.0}
NOT_PAGES = ("SHA256SUMS", "pack.json", "search")


class Bench:
    def __init__(self, work: Path, pages: int):
        self.work, self.log = work, work / "log.txt"
        self.launcher = str(Rahnamo.launcher)
        self.must([sys.executable, str(HERE / "corpus.py"), "--out", str(work / "corpus"), "--pages", str(pages)])
        self.content = work / "corpus" / "content"

    def must(self, command: List[str]) -> Cost:
        cost = run(command, self.work, self.log, LIMIT)
        if cost.failure:
            tail = self.log.read_text(encoding="utf-8", errors="replace")[-1500:]
            sys.exit("bench/packs: %s: %s\n%s" % (" ".join(command), cost.failure, tail))
        return cost

    def build(self, date: str) -> None:
        self.must([self.launcher, "build", "--content", str(self.content), "--output", str(self.work / "site"),
                   "--keys", str(self.work / "none"), "--no-packs", "--quiet", "--date", date])

    def pack(self, folder: str, date: str, *more: str) -> Cost:
        """Makes the pack of all languages."""
        languages = [word for language in edits.languages(self.content) for word in ("--language", language.name)]
        return self.must([self.launcher, "pack", "--content", str(self.content), "--output", str(self.work / "site"),
                          "--to", str(self.work / folder), "--keys", str(self.work / "none"), "--date", date,
                          *languages, *more])

    def whole(self, folder: str) -> Path:
        return next(path for path in (self.work / folder).glob("*.zip") if "-from-" not in path.name)

    def writing(self, rounds: int) -> Dict[str, List[Cost]]:
        """Our pack, and `zip -9` of the same files, in turn."""
        tree = self.work / "tree"
        with zipfile.ZipFile(str(self.whole("old"))) as pack:
            pack.extractall(str(tree))
        costs: Dict[str, List[Cost]] = {"rahnamo pack": [], "rahnamo pack --jobs 1": [], "zip -9": []}
        for _ in range(rounds):
            costs["rahnamo pack"].append(self.pack("again", "2026-11-24"))
            costs["rahnamo pack --jobs 1"].append(self.pack("single", "2026-11-24", "--jobs", "1"))
            archive = self.work / "zip.zip"
            if archive.exists():
                archive.unlink()
            cost = run(["zip", "-9", "-q", "-r", str(archive), "."], tree, self.log, LIMIT)
            costs["zip -9"].append(cost)
        for folder in ("again", "single"):
            if self.whole(folder).read_bytes() != self.whole("old").read_bytes():
                sys.exit("bench/packs: the same site gave another pack")
        return costs

    def zim(self) -> Optional[int]:
        """Bytes of a ZIM file with its own search index of the same pages; None without zim-tools."""
        if not shutil.which("zimwriterfs"):
            return None
        tree = self.work / "zim-tree"
        shutil.copytree(str(self.work / "tree"), str(tree), ignore=shutil.ignore_patterns(*NOT_PAGES))
        (tree / "icon-48.png").write_bytes(picture(48))
        self.must(["zimwriterfs", "--welcome=index.html", "--illustration=icon-48.png", "--language=tgk",
                   "--title=Packs", "--name=packs", "--description=Packs", "--longDescription=Packs",
                   "--creator=bench", "--publisher=bench", str(tree), str(self.work / "pages.zim")])
        return (self.work / "pages.zim").stat().st_size

    def delta(self, folder: str, date: str) -> float:
        """The delta pack's share of the whole one, in hundredths."""
        self.build(date)
        self.pack(folder, date, "--since", str(self.whole("old")))
        old, whole, delta = self.whole("old"), self.whole(folder), next((self.work / folder).glob("*-from-*.zip"))
        applied = run([self.launcher, "verify", "--quiet", "--date", date, str(delta), "--base", str(old)], self.work,
                      self.log, LIMIT)
        if applied.failure != "exit code 4":  # whole, and unsigned
            sys.exit("bench/packs: the delta pack does not lead to the whole one")
        return 100 * delta.stat().st_size / whole.stat().st_size


def picture(side: int) -> bytes:
    """A grey PNG, which ZIM files must have."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (struct.pack(">I", len(content)) + kind + content
                + struct.pack(">I", zlib.crc32(kind + content) & 0xffffffff))
    rows = (b"\0" + b"\x80" * side) * side
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def writing_table(costs: Dict[str, List[Cost]], unpacked: int) -> str:
    rows = [["", "wall s", "CPU s", "peak MB", "MB/s"]]
    for name, own in costs.items():
        wall = median(own, "wall") or 0
        rows.append([name, number(wall), number(median(own, "cpu")), number(median(own, "peak"), 0),
                     number(unpacked / 1e6 / wall if wall else None, 1)])
    return table(rows)


def report(figures: Dict[str, Optional[float]]) -> bool:
    met = True
    for name, most in TARGETS.items():
        found = figures.get(name)
        verdict = "not measured" if found is None else "met" if found <= most else "MISSED"
        met &= verdict != "MISSED"
        print("%s: %s, at most %s: %s" % (name, number(found), most, verdict))
    return met


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/packs", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=900)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to this file")
    given = parser.parse_args()
    if not shutil.which("zip"):
        print("bench/packs: zip was not found; install it (Debian: apt-get install zip)", file=sys.stderr)
        return 2
    print("%(processors)d processors, %(model)s, load %(load)s" % machine(), flush=True)
    with tempfile.TemporaryDirectory(prefix="rahnamo-bench-") as folder:
        bench = Bench(Path(folder), given.pages)
        bench.build("2026-11-24")
        bench.pack("old", "2026-11-24")
        costs = bench.writing(given.rounds)
        unpacked = sum(path.stat().st_size for path in (bench.work / "tree").rglob("*") if path.is_file())
        size = bench.whole("old").stat().st_size
        print(writing_table(costs, unpacked))
        print("pack of %.2f MB, %.2f MB unpacked" % (size / 1e6, unpacked / 1e6), flush=True)
        zim = bench.zim()
        figures: Dict[str, Optional[float]] = {
            "wall/zip -9": median_ratio(costs["rahnamo pack"], costs["zip -9"], "wall"),
            "bytes/ZIM": size / zim if zim else None}
        edits.month(bench.content, 0)
        figures["month %"] = bench.delta("month", "2026-12-24")
        edits.rest_of_year(bench.content)
        figures["year %"] = bench.delta("year", "2027-11-24")
    met = report(figures)
    if given.json:
        rounds = {name: [cost._asdict() for cost in own] for name, own in costs.items()}
        given.json.write_text(json.dumps({"machine": machine(), "figures": figures, "rounds": rounds}, indent=1) + "\n",
                              encoding="utf-8")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
