#!/usr/bin/env python3
"""Asks every question of `queries/` with `--cite`, and holds the citation to what others read of it.

    pip install pyoxigraph==0.5.13 bibtexparser==1.4.3 citeproc-py==0.9.0
    make build && python3 Tests/Oracles/citations.py [.build/release/lys]

The cited text is run by pyoxigraph over the same files, and must give the rows that Lys gave; the questions with
functions of Lys alone are left out. BibTeX must be read by bibtexparser, each entry with its fields, and CSL-JSON by
citeproc-py, with no field that its schema does not have.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import warnings

import bibtexparser
import pyoxigraph
from citeproc.source.json import CiteProcJSON

root = pathlib.Path(__file__).resolve().parent.parent.parent
lys = sys.argv[1] if len(sys.argv) > 1 else str(root / ".build/release/lys")

store = pyoxigraph.Store()
store.load(path=root / "exports/directory.nt", format=pyoxigraph.RdfFormat.N_TRIPLES)
store.load(path=root / "exports/directory.nq", format=pyoxigraph.RdfFormat.N_QUADS)

bindings = {
    "organizations-in-region": ["region=monteregie"], "organizations-by-orpha": ["code=183518"],
    "organizations-by-role": ["role=awareness"], "shared-conditions": ["minimum=2"],
    "is-condition-represented": ["condition=SCLEROSE EN PLAQUES"], "organization-card": ["organization=myelome canada"],
}


def run(*arguments: str) -> tuple[str, str]:
    outcome = subprocess.run([lys, "query", *arguments], cwd=root, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout, outcome.stderr


def main() -> None:
    names = [line.split()[0] for line in run("--list")[0].splitlines() if not line.startswith(" ")]
    checked = 0
    for name in names:
        values = [part for value in bindings.get(name, []) for part in ("--bind", value)]
        answer, cited = run(name, *values, "--format", "nt" if name == "organization-card" else "csv", "--cite")
        text = "\n".join(line[4:] for line in cited.splitlines() if line.startswith("    "))
        if "lys:matches" not in text:
            results = store.query(text)
            if isinstance(results, pyoxigraph.QueryBoolean):
                assert answer.strip() == ("true" if results else "false"), name
            elif isinstance(results, pyoxigraph.QueryTriples):
                lines = results.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES).decode().splitlines()
                assert sorted(set(lines)) == sorted(answer.splitlines()), name
            else:
                theirs = results.serialize(format=pyoxigraph.QueryResultsFormat.CSV).decode()
                assert list(csv.reader(io.StringIO(theirs))) == list(csv.reader(io.StringIO(answer))), name
            checked += 1
        answers = ["--format", "nt" if name == "organization-card" else "csv"]
        entries = bibtexparser.loads(run(name, *values, *answers, "--cite=bibtex")[1]).entries
        assert len(entries) == 2 and all(entry["title"] and entry["note"] for entry in entries), name
        with warnings.catch_warnings():
            # What citeproc-py does not know it warns of.
            warnings.simplefilter("error", UserWarning)
            items = CiteProcJSON(json.loads(run(name, *values, *answers, "--cite=csl-json")[1]))
        assert len(items) == 2, name
    print(f"{len(names)} questions, {checked} cited texts asked again")


main()
