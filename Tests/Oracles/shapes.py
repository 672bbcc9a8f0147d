#!/usr/bin/env python3
"""Whether the catalog of a bundle conforms to SHACL shapes, as pySHACL judges it: shapes.py BUNDLE SHAPES..."""

import pathlib
import sys

import pyshacl
import rdflib

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")

catalog = rdflib.Graph().parse(pathlib.Path(sys.argv[1]) / "catalog.ttl")
failures = 0
for shapes in sys.argv[2:]:
    _, report, _ = pyshacl.validate(catalog, shacl_graph=rdflib.Graph().parse(shapes))
    found = list(report.subjects(rdflib.RDF.type, SH.ValidationResult))
    severe = [result for result in found if (result, SH.resultSeverity, SH.Violation) in report]
    failures += len(severe)
    print(f"{'WRONG' if severe else 'ok   '} {pathlib.Path(shapes).name}: {len(severe)} violations, "
          f"{len(found) - len(severe)} warnings")
    for result in severe[:10]:
        print("      ", report.value(result, SH.focusNode), report.value(result, SH.resultPath),
              report.value(result, SH.resultMessage))
sys.exit(1 if failures else 0)
