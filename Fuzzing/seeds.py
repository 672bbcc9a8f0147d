#!/usr/bin/env python3
"""Seeds for the harnesses: the small files of the W3C suites and of this project, a folder for each reader.

seeds.py SUITES OUTPUT
"""

import gzip
import hashlib
import pathlib
import re
import sys

LIMIT = 4096
ENDINGS = {
    "NTriples": [".nt"], "NQuads": [".nq", ".nt"], "Turtle": [".ttl"], "TriG": [".trig"], "RDFXML": [".rdf"],
    "JSON": [".json", ".jsonld"], "JSONLD": [".jsonld"], "Tables": [".csv", ".tsv"], "Query": [".rq"],
    "Update": [".ru"], "ResultsJSON": [".srj"], "ResultsXML": [".srx"], "ResultsCSV": [".csv"], "ResultsTSV": [".tsv"],
}


def write(folder, content):
    """Writes a seed under the name of its hash, so that equal files are one seed."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)


def main():
    suites, output = map(pathlib.Path, sys.argv[1:3])
    project = pathlib.Path(__file__).resolve().parent.parent
    folders = [suites, project / "queries", project / "vocab", project / "Tests"]
    for path in sorted(file for folder in folders for file in folder.rglob("*") if file.is_file()):
        content = path.read_bytes()
        if len(content) > LIMIT:
            continue
        for name, endings in ENDINGS.items():
            if path.suffix in endings:
                write(output / name, content)
        if path.suffix in (".nt", ".ttl"):
            write(output / "Gzip", gzip.compress(content, mtime=0))
    # The tables of the directory are long: their first rows are enough.
    for path in (project / "directory").glob("*.csv"):
        write(output / "Tables", b"".join(path.read_bytes().splitlines(keepends=True)[:8])[:LIMIT])
    # The description of the directory, whole and without each of its keys.
    publication = (project / "directory" / "publication.yaml").read_text()
    blocks = re.split(r"\n(?=\S)", publication)
    for left_out in range(len(blocks) + 1):
        text = "\n".join(block for index, block in enumerate(blocks) if index != left_out)
        write(output / "Publication", text.encode()[:LIMIT])
    for folder in sorted(output.iterdir()):
        print(folder.name, len(list(folder.iterdir())))


main()
