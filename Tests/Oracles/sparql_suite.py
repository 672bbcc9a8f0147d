#!/usr/bin/env python3
"""Judges the commands `lys query` and `lys update` by the W3C's SPARQL suites, from outside.

  sparql_suite.py LYS SUITES [10|11|12 ...]

LYS is the binary, SUITES the folder with sparql10, sparql11 and sparql12. Every test is a run of the command; results
are read by pyoxigraph (PyPI), which shares nothing with Lys. Prints the failures and a count for each suite; exits
with 1 if any test fails.
"""
import csv, os, pathlib, subprocess, sys, tempfile
from collections import Counter
import pyoxigraph as ox

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML,
           ".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS}


class Manifest:
    """One manifest file, its file IRIs being local paths."""

    def __init__(self, path):
        self.path = path
        self.store = ox.Store()
        self.store.load(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=path.as_uri())

    def objects(self, subject, predicate):
        return [q.object for q in self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None)]

    def object(self, subject, predicate):
        return next(iter(self.objects(subject, predicate)), None)

    def items(self, node):
        while node is not None and node != ox.NamedNode(RDF + "nil"):
            yield self.object(node, RDF + "first")
            node = self.object(node, RDF + "rest")

    def tests(self):
        for head in (q.object for q in self.store.quads_for_pattern(None, ox.NamedNode(MF + "include"), None)):
            for other in self.items(head):
                yield from Manifest(local(other)).tests()
        for head in (q.object for q in self.store.quads_for_pattern(None, ox.NamedNode(MF + "entries"), None)):
            for test in self.items(head):
                yield self, test


def local(iri):
    return pathlib.Path(iri.value.removeprefix("file://"))


class Runner:
    def __init__(self, lys, scratch):
        self.lys = lys
        self.scratch = pathlib.Path(scratch)
        self.empty = self.scratch / "empty.nt"
        self.empty.write_text("")

    def command(self, *arguments):
        return subprocess.run([self.lys, *map(str, arguments)], capture_output=True, timeout=60,
                              env={**os.environ, "LANG": "en"})

    def sources(self, data, graphs):
        """The flags for files of the default graph and (name, file) pairs of named graphs."""
        flags = []
        for file in data or [self.empty]:
            flags += ["-d", file]
        for name, file in graphs:
            flags += ["-g", f"{name}={file}"]
        return flags

    # Tests

    def run(self, manifest, test):
        """None where the test passes, else why not."""
        kind = local_name(manifest.object(test, RDF + "type"))
        action = manifest.object(test, MF + "action")
        if kind.endswith(("SyntaxTest", "SyntaxTest11")) or "UpdateSyntax" in kind:
            file = manifest.object(action, QT + "query") or manifest.object(action, UT + "request") or action
            return self.syntax(local(file), kind.startswith("Positive"))
        if kind == "UpdateEvaluationTest":
            return self.update(manifest, test, action)
        return self.query(manifest, test, action, is_csv=kind == "CSVResultFormatTest")

    def syntax(self, file, is_positive):
        verb = "update" if file.suffix == ".ru" else "query"
        out = ["-o", self.scratch / "syntax.nq"] if verb == "update" else ["--format", "json"]
        answer = self.command(verb, file, "-d", self.empty, *(out if verb == "update" else []))
        # A query that is read may call an extension function that is not there, which is no error of syntax.
        if is_positive and answer.returncode == 65 and b"there is no such function" not in answer.stderr:
            return answer.stderr.decode()
        if not is_positive and answer.returncode != 65:
            return f"read without an error (exit {answer.returncode})"
        return None

    def query(self, manifest, test, action, is_csv):
        described = manifest.object(action, QT + "query")
        file = local(described or action)
        text = file.read_text()
        data = [local(d) for d in manifest.objects(action, QT + "data")] if described else []
        graphs = [(g.value, local(g)) for g in manifest.objects(action, QT + "graphData")] if described else []
        if not data and not graphs:
            # The files that FROM and FROM NAMED speak of.
            for other in sorted(file.parent.glob("*")):
                if other.suffix in FORMATS and other.name in text:
                    graphs.append((other.as_uri(), other))
        expected = local(manifest.object(test, MF + "result"))
        is_graph = "CONSTRUCT" in text.upper().split("{")[0] or "DESCRIBE" in text.upper().split("{")[0]
        form = "nt" if is_graph else "csv" if is_csv else "json"
        answer = self.command("query", file, *self.sources(data, graphs), "--base", file.as_uri(), "--format", form)
        if answer.returncode != 0:
            return f"exit {answer.returncode}: {answer.stderr.decode()[:300]}"
        if is_csv:
            return None if csv_rows(answer.stdout.decode()) == csv_rows(expected.read_text()) else answer.stdout.decode()
        if is_graph:
            wanted = ox.Dataset(ox.parse(path=str(expected), format=FORMATS[expected.suffix], base_iri=expected.as_uri()))
            found = ox.Dataset(ox.parse(input=answer.stdout, format=ox.RdfFormat.N_TRIPLES))
            return None if same_dataset(wanted, found) else answer.stdout.decode()
        found = results(answer.stdout, ox.QueryResultsFormat.JSON)
        wanted = read_results(expected)
        is_ordered = "ORDER BY" in text.upper() and expected.suffix in (".srx", ".srj", ".tsv")
        lax = manifest.object(test, MF + "resultCardinality") is not None
        return None if same(wanted, found, is_ordered, lax) else f"{answer.stdout.decode()[:600]}"

    def update(self, manifest, test, action):
        def dataset(node):
            data = [local(d) for d in manifest.objects(node, UT + "data")]
            graphs = []
            for graph in manifest.objects(node, UT + "graphData"):
                label = manifest.object(graph, RDFS + "label")
                graphs.append((label.value, local(manifest.object(graph, UT + "graph") or manifest.object(graph, UT + "data"))))
            return data, graphs
        request = local(manifest.object(action, UT + "request"))
        out = self.scratch / "after.nq"
        out.unlink(missing_ok=True)
        answer = self.command("update", request, *self.sources(*dataset(action)), "-o", out)
        if answer.returncode != 0:
            return f"exit {answer.returncode}: {answer.stderr.decode()[:300]}"
        found = ox.Dataset(ox.parse(path=str(out), format=ox.RdfFormat.N_QUADS))
        wanted = ox.Dataset()
        data, graphs = dataset(manifest.object(test, MF + "result"))
        for file in data:
            for quad in ox.parse(path=str(file), format=FORMATS[file.suffix], base_iri=file.as_uri()):
                wanted.add(quad)
        for number, (name, file) in enumerate(graphs):
            for quad in ox.parse(path=str(file), format=FORMATS[file.suffix], base_iri=file.as_uri()):
                wanted.add(ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(name)))
        return None if same_dataset(wanted, found) else out.read_text()[:600]


def local_name(node):
    return node.value.rsplit("#", 1)[-1]


def same_dataset(left, right):
    left.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    right.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(left) == set(right)


def csv_rows(text):
    # Blank nodes have names of no meaning.
    def cell(value):
        return "_:" if value.startswith("_:") else value
    rows = [[cell(v) for v in row] for row in csv.reader(text.splitlines())]
    return rows[:1] + sorted(rows[1:])


# Result tables: (variables, rows of dictionaries), or a truth value

def results(source, form):
    parsed = ox.parse_query_results(source, form) if not isinstance(source, pathlib.Path) \
        else ox.parse_query_results(path=str(source), format=form)
    if isinstance(parsed, ox.QueryBoolean):
        return bool(parsed)
    names = [v.value for v in parsed.variables]
    return names, [{n: row[n] for n in names if row[n] is not None} for row in parsed]


def read_results(file):
    forms = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON, ".tsv": ox.QueryResultsFormat.TSV}
    if file.suffix in forms:
        return results(file, forms[file.suffix])
    # Not a store, which would write numbers in other forms.
    quads = list(ox.parse(path=str(file), format=FORMATS[file.suffix], base_iri=file.as_uri()))
    def objects(subject, name):
        return [q.object for q in quads if q.subject == subject and q.predicate.value == RS + name]
    for quad in quads:
        if quad.predicate.value == RS + "boolean":
            return quad.object.value == "true"
    root = next(q.subject for q in quads if q.object == ox.NamedNode(RS + "ResultSet"))
    rows = [{objects(b, "variable")[0].value: objects(b, "value")[0] for b in objects(s, "binding")}
            for s in objects(root, "solution")]
    return [v.value for v in objects(root, "resultVariable")], rows


def by_value(term):
    """Numbers of one datatype are the same by value: the suites write some results in other forms."""
    if isinstance(term, ox.Literal) and term.datatype.value in (XSD + "decimal", XSD + "double", XSD + "float"):
        try:
            return (float(term.value), term.datatype.value)
        except ValueError:
            return term
    return term


def same(left, right, is_ordered, lax):
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if set(left[0]) != set(right[0]):
        return False
    rows = [[{k: by_value(v) for k, v in row.items()} for row in side[1]] for side in (left, right)]
    if lax:
        distinct = [{frozenset(row.items()) for row in side} for side in rows]
        return distinct[0] == distinct[1] and len(rows[1]) <= max(len(rows[0]), len(rows[1]))
    if len(rows[0]) != len(rows[1]):
        return False
    # Rows without blank nodes are compared as they are; only the others are paired up.
    if not is_ordered:
        shapes = [Counter(frozenset((k, shape(v)) for k, v in row.items()) for row in side) for side in rows]
        if shapes[0] != shapes[1]:
            return False
        rows = [[row for row in side if any(has_node(v) for v in row.values())] for side in rows]
    return match(rows[0], rows[1], {}, is_ordered)


def has_node(term):
    return isinstance(term, ox.BlankNode) or isinstance(term, ox.Triple) and (has_node(term.subject) or has_node(term.object))


def shape(term):
    """The term with its blank nodes all the same."""
    if isinstance(term, ox.BlankNode):
        return "_:"
    if isinstance(term, ox.Triple):
        return (shape(term.subject), term.predicate, shape(by_value(term.object)))
    return term


def match(left, right, nodes, is_ordered):
    """Whether rows pair up under one renaming of blank nodes."""
    if not left:
        return True
    first, rest = left[0], left[1:]
    for place, row in enumerate(right[:1] if is_ordered else right):
        renamed = pair(first, row, nodes)
        if renamed is not None and match(rest, right[:place] + right[place + 1:], renamed, is_ordered):
            return True
    return False


def pair(left, right, nodes):
    if left.keys() != right.keys():
        return None
    nodes = dict(nodes)
    def agree(a, b):
        if isinstance(a, ox.BlankNode) and isinstance(b, ox.BlankNode):
            if a in nodes or b in nodes.values():
                return nodes.get(a) == b
            nodes[a] = b
            return True
        if isinstance(a, ox.Triple) and isinstance(b, ox.Triple):
            return agree(a.subject, b.subject) and a.predicate == b.predicate and agree(by_value(a.object), by_value(b.object))
        return a == b
    return nodes if all(agree(left[k], right[k]) for k in left) else None


def main():
    sys.setrecursionlimit(10000)
    lys, suites = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        runner = Runner(lys, scratch)
        for version in sys.argv[3:] or ["10", "11", "12"]:
            passed = total = 0
            for manifest, test in Manifest(suites / f"sparql{version}" / "manifest.ttl").tests():
                total += 1
                try:
                    problem = runner.run(manifest, test)
                except Exception as error:
                    problem = f"{type(error).__name__}: {error}"
                if problem is None:
                    passed += 1
                else:
                    print(f"FAIL {test.value}\n     {problem.strip()}")
            failed += total - passed
            print(f"SPARQL {version[0]}.{version[1]}: {passed}/{total}")
    sys.exit(1 if failed else 0)


main()
