#!/usr/bin/env python3
"""How much longer Lys takes to load ten times the data, and whether a point query stays as fast.

  growth.py LYS SMALL.nt LARGE.nt [--rounds 5] [--pause 0]

Each round loads the small graph three times and the large one once, each in a process of its own, with so many seconds
of pause before each: a machine whose memory is given back to a host while it is idle answers differently then. Times
are medians in milliseconds, memory is the largest resident set. Exits with 1 where the large load takes more than
eleven times as long as the small one, or more than 1.2 GB.
"""
import argparse, json, statistics, subprocess, sys, time

POINT = ("SELECT ?c ?x {?c <http://www.w3.org/2004/02/skos/core#notation> \"ORPHA:100777\"; "
         "<http://www.w3.org/2004/02/skos/core#exactMatch> ?x}")


def run(binary, graph):
    done = subprocess.run([binary, "query", "-d", graph, "--time=json", "--repeat", "5", "--format", "csv", POINT],
                          capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    load = next(line for line in lines if line["kind"] == "load")
    query = next(line for line in lines if line["kind"] == "query")
    return load["ms"], load["peak_kib"], query["total_ms"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lys")
    parser.add_argument("graphs", nargs=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pause", type=float, default=0)
    options = parser.parse_args()
    found = {graph: [] for graph in options.graphs}
    for _ in range(options.rounds):
        for graph, times in zip(options.graphs, (3, 1)):
            for _ in range(times):
                time.sleep(options.pause)
                found[graph].append(run(options.lys, graph))
    medians = []
    for graph in options.graphs:
        loads, peaks, points = zip(*found[graph])
        medians.append((statistics.median(loads), max(peaks) / 1024))
        print(f"{graph}: load {medians[-1][0]:.0f} ms ({min(loads):.0f} to {max(loads):.0f}, {len(loads)} loads), "
              f"{medians[-1][1]:.0f} MB, point query {statistics.median(points):.3f} ms")
    ratio = medians[1][0] / medians[0][0]
    print(f"the large load takes {ratio:.2f} times as long")
    sys.exit(ratio > 11 or medians[1][1] > 1200)


main()
