#!/usr/bin/env python3
"""Times Lys and its peers on the same N-Triples and the same queries, and prints one table.

  compare.py LYS QUERIES.json GRAPH.nt [GRAPH.nt ...] [--peers oxigraph,maplib] [--runs 5] [--limit 120]
             [--answers] [--bars]

LYS is the release binary. Each system runs in a process of its own, one after another: it loads the graphs, then runs
each query RUNS times (Lys in RUNS processes, since it prints the best of the runs in one); times are medians in milliseconds, memory is the largest resident set of the process. Peers are
those of PyPI: pip install pyoxigraph maplib; one that takes longer than the limit for a query is shown as -. --answers compares the solutions of Lys with oxigraph's; --bars exits with
1 where a bar of SPARQL.md is missed.
"""
import argparse, json, math, pathlib, statistics, subprocess, sys, tempfile, threading

PEER = r'''
import json, resource, statistics, sys, time
peer, spec, runs, answers, graphs = sys.argv[1], json.loads(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:]
start = time.perf_counter()
if peer == "oxigraph":
    import pyoxigraph as ox
    store = ox.Store()
    start = time.perf_counter()
    for graph in graphs: store.bulk_load(path=graph, format=ox.RdfFormat.N_TRIPLES)
    run = lambda text: sum(1 for _ in store.query(text))
else:
    import maplib
    model = maplib.Model()
    start = time.perf_counter()
    for graph in graphs: model.read(graph)
    run = lambda text: len(model.query(text).rows())
def say(**line): print(json.dumps(line), flush=True)
say(load_ms=(time.perf_counter() - start) * 1000, load_kib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
for name, text in spec["queries"].items():
    times = []
    try:
        for _ in range(runs):
            start = time.perf_counter(); rows = run(spec["prologue"] + text); times.append((time.perf_counter() - start) * 1000)
            if times[-1] > 20000: break
        if answers and peer == "oxigraph":
            found = [[None if v is None else "_:" if isinstance(v, ox.BlankNode) else v.value for v in row]
                     for row in store.query(spec["prologue"] + text)]
            json.dump(found, open(f"{answers}/{name}.json", "w"))
        say(name=name, ms=statistics.median(times), rows=rows)
    except BaseException as problem:
        say(name=name, error=str(problem)[:100])
'''


def lys(binary, spec, graphs, runs, scratch, answers):
    """The medians over RUNS processes: of the load, and of each query, run three times in each so that it is as warm as
    in the one process of a peer; writing the answer as CSV is part of it."""
    files = []
    for name, text in spec["queries"].items():
        file = pathlib.Path(scratch) / f"{name}.rq"
        file.write_text(spec["prologue"] + text)
        files.append(str(file))
    data = [flag for graph in graphs for flag in ("-d", graph)]
    loads, times = [], {name: [] for name in spec["queries"]}
    peaks, rows = [], {}
    for _ in range(runs):
        done = subprocess.run([binary, "query", *data, "--time=json", "--repeat", "3", "--format", "csv", *files],
                              capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr[-2000:])
        for line in done.stderr.splitlines():
            report = json.loads(line)
            if report["kind"] == "load":
                loads.append(report["ms"])
                peaks.append(report["peak_kib"])
            else:
                times[report["name"]].append(report["total_ms"])
                rows[report["name"]] = report["rows"]
    return {"load_ms": statistics.median(loads), "load_kib": max(peaks),
            "queries": {name: {"ms": statistics.median(t), "rows": rows[name]} for name, t in times.items()}}


def peer(name, spec, graphs, runs, limit, answers):
    """What a peer did: its load, and the median of each query. One that says nothing for LIMIT seconds is ended, and
    begins again after the query it was at, which then has no time."""
    result, left = {"queries": {}}, dict(spec["queries"])
    while left:
        # The first query is awaited from when the data is loaded.
        process = subprocess.Popen(
            [sys.executable, "-c", PEER, name, json.dumps({**spec, "queries": left}), str(runs), answers, *graphs],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        timer = None
        for text in process.stdout:
            if timer: timer.cancel()
            line = json.loads(text)
            if "load_ms" in line:
                for key, value in line.items(): result.setdefault(key, value)
            else:
                left.pop(line["name"])
                result["queries"][line.pop("name")] = line
            timer = threading.Timer(limit, process.kill)
            timer.start()
        if timer: timer.cancel()
        if process.wait() == 0: break
        if "load_ms" not in result: return None
        late = next(iter(left))
        left.pop(late)
        result["queries"][late] = {"error": f"no answer in {limit} s"}
    return result


def compare_answers(binary, spec, graphs, scratch):
    """The names of queries whose solutions differ from oxigraph's, numbers compared by value; and of those it has not
    answered."""
    import csv
    def cell(text):
        if text.startswith("_:"):
            return "_:"
        try:
            return f"{float(text):.10g}"
        except ValueError:
            return text
    different, unanswered = [], []
    data = [flag for graph in graphs for flag in ("-d", graph)]
    for name, text in spec["queries"].items():
        file = pathlib.Path(scratch) / f"{name}.json"
        if not file.exists():
            unanswered.append(name)
            continue
        done = subprocess.run([binary, "query", *data, "--format", "csv", f"{scratch}/{name}.rq"], capture_output=True, text=True)
        found = [[cell(v) for v in row] for row in csv.reader(done.stdout.splitlines())][1:]
        wanted = [[cell(v or "") for v in row] for row in json.loads(file.read_text())]
        if sorted(found) != sorted(wanted):
            different.append(name)
    return different, unanswered


def main():
    options = argparse.ArgumentParser()
    options.add_argument("lys")
    options.add_argument("queries")
    options.add_argument("graphs", nargs="+")
    options.add_argument("--peers", default="oxigraph,maplib")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--limit", type=int, default=120, help="seconds that a peer may take for one query")
    options.add_argument("--answers", action="store_true")
    options.add_argument("--bars", action="store_true")
    options = options.parse_args()
    spec = json.loads(pathlib.Path(options.queries).read_text())
    with tempfile.TemporaryDirectory() as scratch:
        systems = {"lys": lys(options.lys, spec, options.graphs, options.runs, scratch, options.answers)}
        for name in filter(None, options.peers.split(",")):
            found = peer(name, spec, options.graphs, options.runs, options.limit, scratch if options.answers else "")
            if found is None:
                print(f"{name} is not there: pip install {name}", file=sys.stderr)
            else:
                systems[name] = found
        different, unanswered = compare_answers(options.lys, spec, options.graphs, scratch) if options.answers else ([], [])
    width = max(len(n) for n in list(spec["queries"]) + ["load, MB"]) + 2
    print("".ljust(width) + "".join(n.rjust(12) for n in systems) + "best peer / lys".rjust(18))
    def line(label, values, digits=2):
        peers = [v for v in values[1:] if v is not None]
        ratio = f"{min(peers) / values[0]:.1f}" if peers and values[0] else ""
        print(label.ljust(width) + "".join(("-" if v is None else f"{v:.{digits}f}").rjust(12) for v in values) + ratio.rjust(18))
        return float(ratio) if ratio else None
    line("load, ms", [s["load_ms"] for s in systems.values()], 0)
    line("load, MB", [s["load_kib"] / 1024 for s in systems.values()], 0)
    missed = []
    for name in spec["queries"]:
        ratio = line(name, [s["queries"].get(name, {}).get("ms") for s in systems.values()])
        if ratio is not None and ratio <= 1:
            missed.append(f"{name} is not faster than every peer")
        rows = {n: s["queries"].get(name, {}).get("rows") for n, s in systems.items()}
        if len({r for r in rows.values() if r is not None}) > 1:
            print(f"  rows differ: {rows}")
    if "oxigraph" in systems:
        ours, theirs = systems["lys"], systems["oxigraph"]
        shared = [n for n in spec["queries"] if "ms" in theirs["queries"].get(n, {})]
        mean = math.exp(statistics.fmean(math.log(theirs["queries"][n]["ms"] / ours["queries"][n]["ms"]) for n in shared))
        load, memory = theirs["load_ms"] / ours["load_ms"], theirs["load_kib"] / ours["load_kib"]
        print(f"against oxigraph: load {load:.1f} x faster in 1/{memory:.1f} of the memory, queries {mean:.1f} x (geometric mean)")
        if load < 6: missed.append("load is less than 6 x faster than oxigraph's")
        if memory < 5: missed.append("load takes more than 1/5 of oxigraph's memory")
        if mean < 10: missed.append("the geometric mean is below 10")
    if options.answers:
        print("answers: " + ("the same as oxigraph's" if not different else "differ in " + ", ".join(different)))
        if unanswered: print("not answered by oxigraph in time: " + ", ".join(unanswered))
    for bar in missed:
        print("missed: " + bar)
    sys.exit(1 if options.bars and missed or different else 0)


main()
