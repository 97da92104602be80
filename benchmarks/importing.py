"""Time a large import and watch its memory: `python benchmarks/importing.py --size 10000 --jobs 2` (Linux).

Prints, whenever a tenth is done, articles per second so far and the resident memory of the process and of its helpers. Memory
that grows with the number of articles shows in the last column.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import briefing

LEADS = {
    "en": (
        "Ministers of {one} and {other} meet, talks {n}",
        (
            "VIENNA, 20 October 2025 - The interior minister of {one}, Anna {name}, met the justice minister of {other}; "
            "the two signed a memorandum on extradition and agreed on {n} joint trainings."
        ),
    ),
    "ja": (
        "{one}と{other}の大臣が会談 第{n}回",
        "【東京】{one}の{name}内務大臣は20日、{other}の法務大臣と会談し、犯罪人引渡しに関する覚書に署名した。研修は{n}回行う。",
    ),
    "vi": (
        "Bộ trưởng {one} và {other} gặp nhau lần {n}",
        (
            "Hà Nội, ngày 20/10/2025 - Bộ trưởng Nội vụ {one} {name} đã gặp Bộ trưởng Tư pháp {other}; hai bên ký bản ghi nhớ "
            "về dẫn độ và thống nhất tổ chức {n} khóa đào tạo chung."
        ),
    ),
}
"""A headline and a lead in each language."""

COUNTRIES = {
    "en": ("Austria", "Kenya", "Denmark", "Ghana", "Peru", "Japan", "Vietnam", "Chile"),
    "ja": ("オーストリア", "ケニア", "デンマーク", "ガーナ", "ペルー", "日本", "ベトナム", "チリ"),
    "vi": ("Áo", "Kenya", "Đan Mạch", "Ghana", "Peru", "Nhật Bản", "Việt Nam", "Chile"),
}


def article(number: int, chance: random.Random) -> str:
    """One raw article of about 4 KB, none like another."""
    body = briefing(number, chance)
    lang = body.partition("\nlang: ")[2][:2]
    one, other = chance.sample(COUNTRIES[lang], 2)
    title, lead = (text.format(one=one, other=other, n=number, name=f"Berg{number % 997}") for text in LEADS[lang])
    prose = body.split("---\n", 2)[2].replace("## ", "")
    return f"{title}\n\n{lead}\n\n{prose}"


def resident(pid: int) -> int:
    """Resident memory of a process in MB; 0 when it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(status.partition("VmRSS:")[2].split()[0] or 0) // 1024 if "VmRSS:" in status else 0


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def watched(site: Path, size: int, jobs: int) -> float:
    """Import ../in into a site and print how it goes; the wall seconds that it took."""
    command = [sys.executable, "-m", "briefgen", "import", "--jobs", str(jobs), "../in"]
    started = time.perf_counter()
    with (site.parent / "report").open("w", encoding="utf-8") as report:
        process = subprocess.Popen(command, cwd=site, stdout=report, stderr=subprocess.DEVNULL)
    done = mark = 0
    while process.poll() is None:
        time.sleep(0.5)
        done = sum(1 for _ in (site / "content").glob("*.md"))
        if done >= mark + size // 10:
            mark = done
            seconds = time.perf_counter() - started
            own, helpers = resident(process.pid), [resident(child) for child in children(process.pid)]
            shown = " + ".join(str(memory) for memory in helpers if memory)
            print(f"{done:>7} articles {done / seconds:6.1f}/s   {own} MB, helpers {shown or 'none'}", flush=True)
    return time.perf_counter() - started


def main() -> None:
    """Make the articles and an empty site, import, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(1)  # noqa: S311  made-up texts, no secrets
    with tempfile.TemporaryDirectory() as folder:
        site, inbox = Path(folder, "site"), Path(folder, "in")
        for path in (site / "content", inbox):
            path.mkdir(parents=True)
        (site / "site.yaml").write_text("title: Benchmark\n", encoding="utf-8")
        for number in range(arguments.size):
            (inbox / f"{number:06}.txt").write_text(article(number, chance), encoding="utf-8")
        cold = watched(site, arguments.size, arguments.jobs)
        again = watched(site, arguments.size, arguments.jobs)
    print(f"{arguments.size} articles, {arguments.jobs} jobs: {cold:.1f} s, {arguments.size / cold:.1f}/s; again {again:.1f} s")


if __name__ == "__main__":
    main()
