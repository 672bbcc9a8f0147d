#!/usr/bin/env python3
"""Whether every RDF file of a bundle holds the graph of directory.nt, as rapper, pyoxigraph and PyLD read it."""

import hashlib
import json
import lzma
import pathlib
import subprocess
import sys

import pyoxigraph as ox
from pyld import jsonld

OX_FORMATS = {
    "nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG, "rdf": ox.RdfFormat.RDF_XML,
}
RAPPER_FORMATS = {"nt": "ntriples", "nq": "nquads", "ttl": "turtle", "trig": "trig", "rdf": "rdfxml"}

failures = 0


def report(what, expected, found):
    """Prints one comparison of two sets of triples."""
    global failures
    if expected == found:
        return print(f"ok    {what}: {len(found)} triples")
    failures += 1
    print(f"WRONG {what}: {len(expected - found)} missing, {len(found - expected)} too many")
    for triple in sorted(map(str, expected ^ found))[:3]:
        print("      ", triple)


def report_hash(what, path, found):
    """Compares triples with the canonical hash of the receipt: without blank nodes, that of their sorted lines."""
    global failures
    receipt = json.loads((path.parent / "receipt.json").read_text())
    expected = next(file["canonicalHash"] for file in receipt["files"] if file["name"] == path.name)
    lines = sorted(line.encode() + b" .\n" for line in found)
    if hashlib.sha256(b"".join(lines)).hexdigest() == expected:
        return print(f"ok    {what}: {len(found)} triples, the hash of the receipt")
    failures += 1
    print(f"WRONG {what}: {len(found)} triples, another hash than the receipt's")


def triples(quads):
    """The union of the graphs of some quads; no blank nodes are published, so sets can be compared."""
    return {str(quad.triple if hasattr(quad, "triple") else quad) for quad in quads}


def oxigraph(path):
    return triples(ox.parse(path.read_bytes(), format=OX_FORMATS[path.suffix[1:]]))


def rapper_count(path):
    """The number of statements that Raptor counts, without its graphs."""
    command = ["rapper", "-q", "-i", RAPPER_FORMATS[path.suffix[1:]], "-o", "ntriples", str(path), "https://example.org/"]
    if path.suffix in (".nq", ".trig"):
        command[5] = "nquads"
    run = subprocess.run(command, capture_output=True)
    if run.returncode:
        return {run.stderr.decode()[:200]}
    form = ox.RdfFormat.N_QUADS if command[5] == "nquads" else ox.RdfFormat.N_TRIPLES
    return triples(ox.parse(run.stdout, format=form))


def expanded(path, contexts):
    """The triples of a JSON-LD document, by PyLD; nothing is fetched but what is given."""

    def load(address, options):
        if address not in contexts:
            raise ValueError("not allowed: " + address)
        return {"contextUrl": None, "documentUrl": address, "document": contexts[address]}

    document = json.loads(path.read_text(encoding="utf-8"))
    quads = jsonld.to_rdf(document, {"documentLoader": load, "format": "application/n-quads"})
    return triples(ox.parse(quads.encode(), format=ox.RdfFormat.N_QUADS))


def main():
    bundle = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "exports")
    for whole, suffixes in (("directory", ["nt", "ttl", "rdf", "nq", "trig"]), ("catalog", ["ttl"])):
        graph = oxigraph(bundle / f"{whole}.{suffixes[0]}")
        for suffix in suffixes:
            path = bundle / f"{whole}.{suffix}"
            report(f"{path.name} by pyoxigraph", graph, oxigraph(path))
            report(f"{path.name} by rapper", graph, rapper_count(path))
        report(f"{whole}.jsonld by PyLD", graph, expanded(bundle / f"{whole}.jsonld", {}))
    if len(sys.argv) > 2:
        context = pathlib.Path(sys.argv[2])
        text = lzma.open(context).read() if context.suffix == ".xz" else context.read_bytes()
        path = bundle / "schema-org.jsonld"
        found = expanded(path, {"https://schema.org/": json.loads(text)})
        report_hash(f"{path.name} by PyLD with the official context", path, found)
    sys.exit(1 if failures else 0)

main()
