#!/usr/bin/env python3
"""JSON-LD side by side with PyLD and pyoxigraph, inside each process, reading and writing of the text included.

    jsonld.py LYS GENERATOR [RUNS]

GENERATOR is the script that writes N-Triples of so many organizations, such as ../shared/bench/generate.py. Expansion
and compaction work on the compact document that PyLD makes of the first 9,300 lines, and of ten times as many; to and
from RDF on the first 93,000 lines; growth is measured up to all of them. Run it on a quiet machine, with PyLD and
pyoxigraph at hand. Ends with 1 where a bar is missed.
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
    """What `--time=json` says of an operation."""
    done = subprocess.run(
        [binary, "jsonld", *map(str, arguments), "--time=json", f"--repeat={runs}"], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, check=True)
    return json.loads(done.stderr.decode().splitlines()[-1])


def row(what, size, ours, theirs, bar):
    ratio = theirs / ours
    print(f"| {what} | {size} | {ours:.1f} | {theirs:.1f} | {ratio:.1f} × | {bar} × | {'' if ratio >= bar else 'MISSED'}")
    return ratio >= bar


def main():
    binary, generator = sys.argv[1], sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    folder = pathlib.Path(tempfile.mkdtemp())
    lines = subprocess.run(
        [sys.executable, generator, "40000"], stdout=subprocess.PIPE, check=True).stdout.splitlines(keepends=True)
    (folder / "context.jsonld").write_text(json.dumps({"@context": CONTEXT}))
    all_met = True
    print("| operation | input | Lys, ms | peer, ms | faster | bar | |\n|---|---|---|---|---|---|---|")
    for count in (9_300, 93_000):
        text = b"".join(lines[:count]).decode()
        document = jsonld.compact(jsonld.from_rdf(text, {"format": "application/n-quads"}), CONTEXT)
        file = folder / f"{count}.jsonld"
        file.write_text(json.dumps(document, ensure_ascii=False))
        size = f"{file.stat().st_size // 1000:,} kB"
        peer_runs = 3 if count < 10_000 else 1
        theirs = best(peer_runs, lambda: json.dumps(jsonld.expand(json.loads(file.read_text())), ensure_ascii=False))
        all_met &= row("expand (PyLD)", size, lys(binary, runs, "expand", file)["total_ms"], theirs, 30)
        theirs = best(
            peer_runs, lambda: json.dumps(jsonld.compact(json.loads(file.read_text()), CONTEXT), ensure_ascii=False))
        ours = lys(binary, runs, "compact", file, "--context", folder / "context.jsonld")["total_ms"]
        all_met &= row("compact (PyLD)", size, ours, theirs, 30)
    triples, document = folder / "93000.nt", folder / "93000.jsonld"
    triples.write_bytes(b"".join(lines[:93_000]))
    data = document.read_bytes()
    theirs = best(runs, lambda: ox.serialize(
        ox.parse(data, format=ox.RdfFormat.JSON_LD), io.BytesIO(), format=ox.RdfFormat.N_QUADS))
    all_met &= row("to RDF (pyoxigraph)", "93,000 lines", lys(binary, runs, "to-rdf", document)["total_ms"], theirs, 1)
    data = triples.read_bytes()
    theirs = best(runs, lambda: ox.serialize(
        ox.parse(data, format=ox.RdfFormat.N_TRIPLES), io.BytesIO(), format=ox.RdfFormat.JSON_LD))
    all_met &= row("from RDF (pyoxigraph)", "93,000 lines", lys(binary, runs, "from-rdf", triples)["total_ms"], theirs, 1)
    print("\n| lines | from RDF, ms | to RDF, ms | expand, ms | peak, MB |\n|---|---|---|---|---|")
    for count in (93_000, 310_000, len(lines)):
        (folder / "grown.nt").write_bytes(b"".join(lines[:count]))
        grown = folder / "grown.jsonld"
        with open(grown, "wb") as out:
            subprocess.run([binary, "jsonld", "from-rdf", folder / "grown.nt"], stdout=out, check=True)
        from_rdf = lys(binary, 3, "from-rdf", folder / "grown.nt")
        to_rdf, expand = lys(binary, 3, "to-rdf", grown), lys(binary, 3, "expand", grown)
        peak = max(one["peak_kib"] for one in (from_rdf, to_rdf, expand)) // 1000
        print(f"| {count:,} | {from_rdf['total_ms']:.0f} | {to_rdf['total_ms']:.0f} | {expand['total_ms']:.0f} | {peak} |")
    sys.exit(0 if all_met else 1)


if __name__ == "__main__":
    main()
