#!/usr/bin/env python3
"""JSON-LD side by side with PyLD and pyoxigraph, inside each process, reading and writing of the text included.

    jsonld.py LYS GENERATOR [RUNS] [FOLDER]

GENERATOR is the script that writes N-Triples of so many organizations, such as ../shared/bench/generate.py. Expansion
and compaction work on the compact document that PyLD makes of the first 9,300 lines, and of ten times as many; to and
from RDF on the first 93,000 lines; growth is measured up to all of them. Documents are made in FOLDER unless they are
there; with 0 RUNS nothing else is done. Run it on a quiet machine, with PyLD and pyoxigraph at hand. Ends with 1 where a
bar is missed.
"""

import io
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import pyoxigraph as ox
from pyld import jsonld

CONTEXT = {
    "schema": "https://schema.org/", "skos": "http://www.w3.org/2004/02/skos/core#",
    "org": "http://www.w3.org/ns/org#", "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ex": "https://data.example.org/", "v": "https://data.example.org/vocab#",
}


def best(runs, work):
    """The least milliseconds of a few runs."""
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return min(took)


def lys(binary, runs, *arguments):
    """What `--time=json` says of an operation; JSON without white space, as the peers write it."""
    layout = [] if arguments[0] == "to-rdf" else ["--layout=compact"]
    done = subprocess.run(
        [binary, "jsonld", *map(str, arguments), *layout, "--time=json", f"--repeat={runs}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return json.loads(done.stderr.decode().splitlines()[-1])


def row(what, size, ours, theirs, bar):
    ratio = theirs / ours
    print(f"| {what} | {size} | {ours:.1f} | {theirs:.1f} | {ratio:.1f} × | {bar} × | {'' if ratio >= bar else 'MISSED'}")
    return ratio >= bar


def prepared(file, make):
    """A file of the folder, made if it is not there yet."""
    if not file.exists():
        file.write_bytes(make())
    return file


def compacted_by_pyld(binary, triples):
    """The compact document that PyLD makes. The expanded form comes from Lys: PyLD's from_rdf is quadratic."""
    expanded = subprocess.run([binary, "jsonld", "from-rdf", triples], stdout=subprocess.PIPE, check=True).stdout
    return json.dumps(jsonld.compact(json.loads(expanded), CONTEXT), ensure_ascii=False).encode()


def main():
    binary, generator = sys.argv[1], sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    folder = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else tempfile.mkdtemp())
    everything = prepared(folder / "all.nt", lambda: subprocess.run(
        [sys.executable, generator, "40000"], stdout=subprocess.PIPE, check=True).stdout)
    lines = everything.read_bytes().splitlines(keepends=True)
    context = prepared(folder / "context.jsonld", lambda: json.dumps({"@context": CONTEXT}).encode())
    sizes = (9_300, 93_000, 310_000, len(lines))
    triples = {n: prepared(folder / f"{n}.nt", lambda: b"".join(lines[:n])) for n in sizes}
    documents = {n: prepared(folder / f"{n}.jsonld", lambda: compacted_by_pyld(binary, triples[n])) for n in sizes[:2]}
    for n in sizes[2:]:
        documents[n] = prepared(folder / f"{n}.jsonld", lambda: subprocess.run(
            [binary, "jsonld", "from-rdf", triples[n], "--context", context], stdout=subprocess.PIPE, check=True).stdout)
    if runs == 0:
        return
    del lines
    all_met = True
    print("| operation | input | Lys, ms | peer, ms | faster | bar | |\n|---|---|---|---|---|---|---|")
    for count in sizes[:2]:
        file = documents[count]
        size = f"{file.stat().st_size // 1000:,} kB"
        peer_runs = 3 if count < 10_000 else 1
        theirs = best(peer_runs, lambda: json.dumps(jsonld.expand(json.loads(file.read_text())), ensure_ascii=False))
        all_met &= row("expand (PyLD)", size, lys(binary, runs, "expand", file)["total_ms"], theirs, 30)
        theirs = best(
            peer_runs, lambda: json.dumps(jsonld.compact(json.loads(file.read_text()), CONTEXT), ensure_ascii=False))
        ours = lys(binary, runs, "compact", file, "--context", context)["total_ms"]
        all_met &= row("compact (PyLD)", size, ours, theirs, 30)
    data = documents[93_000].read_bytes()
    theirs = best(runs, lambda: ox.serialize(
        ox.parse(data, format=ox.RdfFormat.JSON_LD), io.BytesIO(), format=ox.RdfFormat.N_QUADS))
    all_met &= row(
        "to RDF (pyoxigraph)", "93,000 lines", lys(binary, runs, "to-rdf", documents[93_000])["total_ms"], theirs, 1)
    data = triples[93_000].read_bytes()
    theirs = best(runs, lambda: ox.serialize(
        ox.parse(data, format=ox.RdfFormat.N_TRIPLES), io.BytesIO(), format=ox.RdfFormat.JSON_LD))
    all_met &= row(
        "from RDF (pyoxigraph)", "93,000 lines", lys(binary, runs, "from-rdf", triples[93_000])["total_ms"], theirs, 1)
    print("\n| lines | from RDF, ms | to RDF, ms | expand, ms | compact, ms | peak, MB |\n|---|---|---|---|---|---|")
    for count in sizes:
        document, few = documents[count], 3 if count > 100_000 else runs
        told = [lys(binary, few, "from-rdf", triples[count]), lys(binary, few, "to-rdf", document),
                lys(binary, few, "expand", document), lys(binary, few, "compact", document, "--context", context)]
        peak = max(one["peak_kib"] for one in told) // 1000
        print(f"| {count:,} | " + " | ".join(f"{one['total_ms']:.0f}" for one in told) + f" | {peak} |")
    sys.exit(0 if all_met else 1)


if __name__ == "__main__":
    main()
