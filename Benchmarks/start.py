#!/usr/bin/env python3
"""How long `lys --version` and each canned query take, process included: the median of 20 runs of a release binary.

    start.py LYS [RUNS]

Run it from the project's root, on a quiet machine. Ends with 1 where a bar is missed: 20 ms for the version, 60 ms for
a query.
"""

import csv
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def median(command, runs):
    """The median milliseconds of a command."""
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def main():
    lys, runs = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 20
    version = median([lys, "--version"], runs)
    print(f"--version {version:.1f} ms")
    queries = []
    with open(ROOT / "Tests/QuestionsTests/cases.tsv", newline="") as cases:
        for case in csv.DictReader(cases, delimiter="\t", quoting=csv.QUOTE_NONE):
            if case["data"]:
                continue
            command = [lys, "query", case["question"]]
            for binding in filter(None, (case["bindings"] or "").split(" & ")):
                command += ["--bind", binding]
            # 64: what the question asks for is nowhere in the data, which is an answer too.
            assert subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL).returncode in (0, 64), command
            queries.append((median(command, runs), case["case"]))
    for took, name in sorted(queries, reverse=True)[:5]:
        print(f"{name} {took:.1f} ms")
    print(f"{len(queries)} queries, the slowest above")
    sys.exit(version > 20 or max(queries)[0] > 60)


main()
