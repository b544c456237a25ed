"""Runs one command and says what it cost; medians and ratios of several runs."""
import os
import platform
import signal
import statistics
import subprocess
import threading
import time
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional


class Cost(NamedTuple):
    """What one run took. `cpu` is user + system of the whole process tree, `peak` the largest single process."""
    wall: float  # seconds
    cpu: float  # seconds
    peak: float  # megabytes (10^6 bytes)
    failure: Optional[str] = None


def run(command: List[str], folder: Path, log: Path, limit: float, env: Optional[Dict[str, str]] = None) -> Cost:
    """Runs a command to its end, or stops it and its children after `limit` seconds. What it prints goes to `log`."""
    with log.open("ab") as out:
        out.write(("\n$ %s\n" % " ".join(command)).encode())
        out.flush()
        begin = time.monotonic()
        process = subprocess.Popen(command, cwd=str(folder), env={**os.environ, **(env or {})}, start_new_session=True,
                                   stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
        overdue = threading.Event()

        def stop() -> None:
            overdue.set()
            os.killpg(process.pid, signal.SIGKILL)

        timer = threading.Timer(limit, stop)
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            stop()
            raise
        finally:
            timer.cancel()
        wall = time.monotonic() - begin
    process.returncode = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
    failure = None
    if overdue.is_set():
        failure = "stopped after %d s" % limit
    elif process.returncode:
        failure = "exit code %d" % process.returncode
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * rss_unit() / 1e6, failure)


def rss_unit() -> int:
    return 1 if platform.system() == "Darwin" else 1024


def median(costs: List[Cost], figure: str) -> Optional[float]:
    good = [getattr(cost, figure) for cost in costs if not cost.failure]
    return statistics.median(good) if good else None


def median_ratio(costs: List[Cost], reference: List[Cost], figure: str) -> Optional[float]:
    """The median of the ratios taken within each round, so that a busy minute weighs on both sides."""
    ratios = [getattr(one, figure) / getattr(other, figure)
              for one, other in zip(costs, reference) if not one.failure and not other.failure]
    return statistics.median(ratios) if ratios else None


def machine() -> Dict[str, object]:
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    return {"processors": os.cpu_count(), "model": model, "system": platform.platform(),
            "load": round(os.getloadavg()[0], 2), "python": platform.python_version()}


def first_line(command: List[str]) -> str:
    """The first line a command prints, such as its version; empty if it cannot be run."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout.decode(errors="replace").strip().splitlines() or [""])[0]


def table(rows: List[List[str]]) -> str:
    """Columns as wide as they need to be, the first to the left, the rest to the right."""
    full = [row for row in rows if len(row) > 2]
    widths = [max(len(row[at]) for row in (full if at else rows)) for at in range(len(rows[0]))]
    lines = []
    for row in rows:
        if len(row) == 2:  # a name and a remark
            lines.append("%s  %s" % (row[0].ljust(widths[0]), row[1]))
        else:
            cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
            lines.append("  ".join(cells))
    return "\n".join(lines)


def number(value: Optional[float], digits: int = 2) -> str:
    return "-" if value is None else "%.*f" % (digits, value)
