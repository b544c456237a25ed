"""Times `rahnamo --version` against a Java program that does nothing.

Each round runs both, one after the other; the ratio is taken within a round, and medians are printed. Exit code: 0
both targets are met, 1 one is missed, 2 the benchmark cannot run.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Dict, List

from generators import Rahnamo
from measure import Cost, machine, median, median_ratio, number, run, table

MOST_MILLISECONDS = 200
MOST_TIMES = 4
NOTHING = "public class Nothing { public static void main(String[] arguments) {} }\n"


def java_tool(name: str) -> str:
    """From JAVA_HOME, else from the path, as the launcher looks for it."""
    home = os.environ.get("JAVA_HOME")
    if home and os.access(os.path.join(home, "bin", name), os.X_OK):
        return os.path.join(home, "bin", name)
    return shutil.which(name) or sys.exit("bench/start: %s was not found; install a JDK" % name)


def commands(work: Path) -> Dict[str, List[str]]:
    rahnamo = Rahnamo()
    if rahnamo.missing():
        print("rahnamo: %s" % rahnamo.missing())
    else:
        print("rahnamo: %s" % rahnamo.version(), flush=True)  # the first run may build the jar
    (work / "Nothing.java").write_text(NOTHING, encoding="utf-8")
    subprocess.run([java_tool("javac"), "-d", str(work), str(work / "Nothing.java")], check=True)
    found = {"bare JVM": [java_tool("java"), "-cp", str(work), "Nothing"]}
    if not rahnamo.missing():
        found["rahnamo --version"] = [str(rahnamo.launcher), "--version"]
    if shutil.which("hugo"):
        found["hugo version"] = ["hugo", "version"]
    return found


def report(costs: Dict[str, List[Cost]]) -> bool:
    """Prints the figures; says whether the targets are met."""
    bare, ours = costs["bare JVM"], costs.get("rahnamo --version", [])
    rows = [["", "wall ms", "CPU ms", "peak MB", "wall/bare"]]
    for name, own in costs.items():
        rows.append([name, *(number(1000 * (median(own, figure) or 0), 0) for figure in ("wall", "cpu")),
                     number(median(own, "peak"), 0), number(median_ratio(own, bare, "wall"))])
    print(table(rows))
    if not ours:
        print("targets: not measured")
        return True
    milliseconds, times = 1000 * median(ours, "wall"), median_ratio(ours, bare, "wall")
    print("at most %d ms: %s" % (MOST_MILLISECONDS, "met" if milliseconds <= MOST_MILLISECONDS else "MISSED"))
    print("at most %d times a bare JVM: %s" % (MOST_TIMES, "met" if times <= MOST_TIMES else "MISSED"))
    return milliseconds <= MOST_MILLISECONDS and times <= MOST_TIMES


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/start", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to this file")
    given = parser.parse_args()
    about = machine()
    print("%(processors)d processors, %(model)s, load %(load)s" % about)
    with tempfile.TemporaryDirectory(prefix="rahnamo-bench-") as folder:
        work = Path(folder)
        todo = commands(work)
        costs: Dict[str, List[Cost]] = {name: [] for name in todo}
        for turn in range(given.rounds + 1):
            for name, command in todo.items():
                cost = run(command, work, work / "log.txt", 60)
                if cost.failure:
                    sys.exit("bench/start: %s: %s" % (name, cost.failure))
                if turn:  # the first round only warms the disk cache
                    costs[name].append(cost)
    met = report(costs)
    if given.json:
        figures = {"machine": about, "rounds": {name: [c._asdict() for c in own] for name, own in costs.items()}}
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
