#!/usr/bin/env python3
"""The W3C suite of RDF Dataset Canonicalization, through the command.

canonicalize.py LYS SUITE    SUITE is the folder that holds manifest.jsonld
"""

import json
import pathlib
import subprocess
import sys


def run(lys, *arguments):
    """Runs `lys canonicalize`; its exit code and what it wrote."""
    outcome = subprocess.run([lys, "canonicalize", *arguments], capture_output=True)
    return outcome.returncode, outcome.stdout


def passes(lys, suite, test):
    """Whether a test of the manifest passes."""
    arguments = [str(suite / test["action"]), "--from", "nquads"]
    if "hashAlgorithm" in test:
        arguments += ["--algorithm", test["hashAlgorithm"].lower()]
    kind = test["type"]
    if kind == "rdfc:RDFC10EvalTest":
        return run(lys, *arguments) == (0, (suite / test["result"]).read_bytes())
    if kind == "rdfc:RDFC10MapTest":
        status, output = run(lys, *arguments, "--issued-map")
        return status == 0 and json.loads(output) == json.loads((suite / test["result"]).read_text())
    if kind == "rdfc:RDFC10NegativeEvalTest":
        return run(lys, *arguments) == (75, b"")
    raise SystemExit(f"{test['id']}: a type of test that this script does not know: {kind}")


def main():
    lys, suite = sys.argv[1], pathlib.Path(sys.argv[2])
    tests = json.loads((suite / "manifest.jsonld").read_text())["entries"]
    failures = [test["id"] for test in tests if not passes(lys, suite, test)]
    for name in failures:
        print("FAILED", name)
    print(f"{len(tests) - len(failures)} of {len(tests)} passed")
    sys.exit(1 if failures else 0)


main()
