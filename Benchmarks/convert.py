#!/usr/bin/env python3
"""Times conversions between N-Triples and Turtle, ours and the peers', side by side.

  convert.py LYS DATA.nt [DATA.nt ...] [--runs N] [--command TEMPLATE]

LYS is the binary. Every tool converts every file N-Triples to N-Triples, N-Triples
to Turtle and Turtle to N-Triples, in turns, RUNS times (5); one table of medians is
printed: seconds of user and system time of the whole process, seconds by the clock,
and the peak of its memory. The Turtle that is read is what LYS wrote.

Peers: serdi from the path, pyoxigraph of the Python that runs this; one that is
absent is left out. TEMPLATE names another command of ours, with {lys}, {source},
{target}, {input} and {output} in it.
"""
import argparse, os, pathlib, shlex, shutil, statistics, subprocess, sys, tempfile, time

WAYS = [("ntriples", "ntriples"), ("ntriples", "turtle"), ("turtle", "ntriples")]
LYS = "{lys} convert {input} --from {source} --to {target} --output {output} --writer stream"
OXIGRAPH = """
import sys, pyoxigraph as ox
formats = {"ntriples": ox.RdfFormat.N_TRIPLES, "turtle": ox.RdfFormat.TURTLE}
source, target, input, output = sys.argv[1:]
ox.serialize(ox.parse(path=input, format=formats[source]), output=output, format=formats[target])
"""


def commands(arguments):
    """Name and command of each tool, given the way and the two files."""
    def ours(source, target, input, output):
        text = arguments.command.format(
            lys=shlex.quote(arguments.lys), source=source, target=target,
            input=shlex.quote(input), output=shlex.quote(output))
        return shlex.split(text), None
    yield "lys", ours
    if shutil.which("serdi"):
        yield "serdi", lambda source, target, input, output: (
            ["serdi", "-i", source, "-o", target, input], output)
    try:
        import pyoxigraph  # noqa: F401
    except ImportError:
        return
    yield "oxigraph", lambda source, target, input, output: (
        [sys.executable, "-c", OXIGRAPH, source, target, input, output], None)


def run(command, output):
    """User and system seconds, clock seconds and peak KiB of a command."""
    with open(output or os.devnull, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start
    if status:
        sys.exit(f"{shlex.join(command)} failed: {message.decode(errors='replace')}")
    return used.ru_utime, used.ru_stime, clock, used.ru_maxrss


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lys")
    parser.add_argument("data", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--command", default=LYS)
    arguments = parser.parse_args()
    tools = list(commands(arguments))
    print(f"{'data':<24} {'from':<9} {'to':<9} {'tool':<9} {'user s':>7} {'system':>7} {'clock':>7} {'peak MiB':>9} {'× lys':>6}")
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "output")
        for data in arguments.data:
            turtle = os.path.join(folder, "data.ttl")
            run(*dict(tools)["lys"]("ntriples", "turtle", data, turtle))
            for source, target in WAYS:
                input = turtle if source == "turtle" else data
                figures = {name: [] for name, _ in tools}
                for _ in range(arguments.runs):
                    for name, tool in tools:
                        figures[name].append(run(*tool(source, target, input, output)))
                ours = statistics.median(f[0] for f in figures["lys"])
                for name, rows in figures.items():
                    user, system, clock, peak = (statistics.median(column) for column in zip(*rows))
                    ratio = user / ours if ours else float("nan")
                    print(f"{pathlib.Path(data).name[:24]:<24} {source:<9} {target:<9} {name:<9} {user:>7.3f} {system:>7.3f} "
                          f"{clock:>7.3f} {peak / 1024:>9.1f} {ratio:>6.2f}", flush=True)


main()
