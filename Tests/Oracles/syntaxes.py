#!/usr/bin/env python3
"""Judges `lys convert` by the syntax suites of the W3C, and by peers that read what it writes.

    syntaxes.py LYS SUITES              every manifest test of rdf11 and rdf12
    syntaxes.py LYS SUITES roundtrip    every positive test, written in each format that can hold it, read by peers
    syntaxes.py LYS FILE... roundtrip   the same for files of your own (.xz as well)

Negative tests must end with 65 and write nothing; positive ones with 0; evaluation tests must hold the dataset of
their result, canonicalization tests must equal theirs byte by byte. Peers: pyoxigraph, and rapper for RDF/XML.
"""
import collections, concurrent.futures, lzma, os, re, subprocess, sys, tempfile
from urllib.parse import urljoin
import pyoxigraph as ox

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
RDFT = "http://www.w3.org/ns/rdftest#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
EXTENSIONS = {"ntriples": "nt", "nquads": "nq", "turtle": "ttl", "trig": "trig", "rdfxml": "rdf", "jsonld": "jsonld"}
TRIPLES = ["ntriples", "turtle", "rdfxml"]
DATASETS = ["nquads", "trig", "jsonld"]
PEER = {"nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "ttl": ox.RdfFormat.TURTLE,
        "trig": ox.RdfFormat.TRIG, "rdf": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}


def run(lys, *arguments, data=None):
    return subprocess.run([lys, "convert", *arguments], input=data, capture_output=True, timeout=1800)


def iri(term):
    return ox.NamedNode(term)


def manifest_tests(path):
    """The entries of a manifest and of those it includes: (type, action file, result file, base)."""
    folder = os.path.dirname(path)
    base = "file://" + path
    store = ox.Store()
    with open(path, "rb") as file:
        store.load(file, format=ox.RdfFormat.TURTLE, base_iri=base)
    assumed = next((q.object.value for q in store.quads_for_pattern(None, iri(MF + "assumedTestBase"), None)), None)

    def members(subject, predicate):
        for quad in store.quads_for_pattern(subject, iri(predicate), None):
            cell = quad.object
            while cell != iri(RDF + "nil"):
                yield next(store.quads_for_pattern(cell, iri(RDF + "first"), None)).object
                cell = next(store.quads_for_pattern(cell, iri(RDF + "rest"), None)).object

    for entry in members(None, MF + "entries"):
        def value(predicate):
            return next((q.object.value for q in store.quads_for_pattern(entry, iri(predicate), None)), None)
        kind, action, result = value(RDF + "type"), value(MF + "action"), value(MF + "result")
        file = action[len("file://"):] if action else None
        test_base = assumed and urljoin(assumed, os.path.relpath(file, folder)) if file else None
        yield (kind or "").replace(RDFT, ""), file, result[len("file://"):] if result else None, test_base
    for include in members(None, MF + "include"):
        yield from manifest_tests(include.value[len("file://"):])


def dataset(data, extension, base=None):
    data = ox.Dataset(ox.parse(data, format=PEER[extension], base_iri=base, lenient=False))
    data.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return data


def suite_manifests(suites):
    for version in ("rdf11", "rdf12"):
        for root, folders, files in os.walk(os.path.join(suites, version)):
            folders.sort()
            name = os.path.basename(root)
            if "manifest.ttl" in files and re.search("rdf-(n-triples|n-quads|turtle|trig|xml)", root):
                yield os.path.join(root, "manifest.ttl")


def all_tests(suites):
    seen = set()
    for manifest in suite_manifests(suites):
        for test in manifest_tests(os.path.realpath(manifest)):
            if test[1] and (test[0], test[1]) not in seen:
                seen.add((test[0], test[1]))
                relative = os.path.relpath(test[1], os.path.realpath(suites)).split(os.sep)
                group = "/".join(p for p in relative[:-1] if not p.startswith(("syntax", "eval", "c14n")))
                yield group, test


def judge(lys, test):
    """What is wrong with the run of a test; empty where nothing is."""
    kind, file, result, base = test
    options = ["--base", base] if base else []
    if "C14N" in kind:
        extension = file.rsplit(".", 1)[1]
        done = run(lys, file, "--to", extension, "--canonical", *options)
        # The suite wants the canonical form of each line, in the order of the file.
        lines = run(lys, file, "--to", extension, *options).stdout
        expected = open(result, "rb").read()
        if lines != expected:
            return "not the canonical form"
        return "" if done.stdout == b"".join(sorted(set(expected.splitlines(True)))) else "not sorted"
    done = run(lys, file, "--to", "nq", *options)
    if "Negative" in kind:
        if done.returncode != 65:
            return f"exit {done.returncode} instead of 65"
        return "wrote something" if done.stdout else ""
    if done.returncode != 0:
        return done.stderr.decode().strip()
    try:
        found = dataset(done.stdout, "nq")
    except (SyntaxError, ValueError) as error:
        return f"the peer cannot read it: {error}"
    if "Eval" in kind and result:
        if found != dataset(open(result, "rb").read(), result.rsplit(".", 1)[1], base):
            return "another dataset"
    return ""


def roundtrip(lys, file, base, folder, number):
    """Writes a document in every format that can hold it; says what is wrong, format by format."""
    options = ["--base", base] if base else []
    lines = run(lys, file, "--to", "nq", *options)
    if lines.returncode != 0:
        return {"read": lines.stderr.decode().strip()[:200]}
    original = dataset(lines.stdout, "nq")
    has_graphs = any(quad.graph_name != ox.DefaultGraph() for quad in original)
    has_12 = b"<<(" in lines.stdout or re.search(rb'"@[A-Za-z0-9-]+--(ltr|rtl)', lines.stdout)
    found = {}
    for name in DATASETS if has_graphs else TRIPLES + DATASETS:
        writers = [None, "native", "stream"] if name in ("turtle", "trig") else [None]
        for writer in writers:
            label = name + ("/" + writer if writer else "")
            path = os.path.join(folder, f"{number}-{writer}.{EXTENSIONS[name]}")
            done = run(lys, file, "-o", path, *options, *(["--writer", writer] if writer else []))
            if done.returncode != 0:
                reason = done.stderr.decode().strip().splitlines()[-1][:160]
                found[label] = ("refused: " if done.returncode == 65 and not os.path.exists(path) else "FAILED: ") + reason
                continue
            back = run(lys, path, "--to", "nq")
            found[label] = "" if back.returncode == 0 and dataset(back.stdout, "nq") == original else "WRONG: Lys reads another dataset"
            if not found[label]:
                try:
                    same = dataset(open(path, "rb").read(), EXTENSIONS[name], "http://base.example/") == original
                    found[label] = "" if same else "WRONG: pyoxigraph reads another dataset"
                except (SyntaxError, ValueError) as error:
                    found[label] = f"WRONG: pyoxigraph: {error}"[:160]
            if found[label] and name == "rdfxml":
                # A second peer, where the first differs.
                rapper = subprocess.run(["rapper", "-q", "-i", "rdfxml", "-o", "nquads", path], capture_output=True)
                if rapper.returncode == 0 and dataset(rapper.stdout, "nq") == original:
                    found[label] = "peers differ: rapper agrees with Lys"
            os.unlink(path)
    return found


def unpacked(path, folder, number):
    """The path of a file, or of what is packed in it."""
    if not path.endswith(".xz"):
        return path
    plain = os.path.join(folder, f"in-{number}-" + os.path.basename(path)[:-3])
    with lzma.open(path) as packed, open(plain, "wb") as file:
        while piece := packed.read(1 << 20):
            file.write(piece)
    return plain


def report(results):
    failures = 0
    for group, (good, bad) in sorted(results.items()):
        print(f"{group:40} {good}/{good + len(bad)}")
        for file, reason in bad:
            print(f"    {file}: {reason}")
        failures += len(bad)
    return 1 if failures else 0


def main():
    lys, *paths = sys.argv[1:]
    wants_roundtrip = paths[-1] == "roundtrip"
    if wants_roundtrip:
        paths.pop()
    results = collections.defaultdict(lambda: [0, []])
    with concurrent.futures.ThreadPoolExecutor(2) as pool, tempfile.TemporaryDirectory() as folder:
        if not wants_roundtrip:
            tests = list(all_tests(paths[0]))
            for (group, test), wrong in zip(tests, pool.map(lambda t: judge(lys, t[1]), tests)):
                if wrong:
                    results[group][1].append((os.path.basename(test[1]), wrong))
                else:
                    results[group][0] += 1
            return report(results)
        if os.path.isdir(os.path.join(paths[0], "rdf11")):
            documents = [(t[1], t[3]) for _, t in all_tests(paths[0]) if "Negative" not in t[0] and "C14N" not in t[0]]
        else:
            documents = []
            for number, path in enumerate(paths):
                documents.append((unpacked(path, folder, number), None))
        work = [(file, base, number) for number, (file, base) in enumerate(documents)]
        refused = collections.Counter()
        for (file, _, _), found in zip(work, pool.map(lambda w: roundtrip(lys, w[0], w[1], folder, w[2]), work)):
            for label, wrong in found.items():
                if wrong.startswith("refused: "):
                    refused[label] += 1
                    if not file.startswith(paths[0]):
                        print(f"{os.path.basename(file)} {label}: {wrong}")
                elif wrong:
                    results[label][1].append((os.path.basename(file), wrong))
                else:
                    results[label][0] += 1
        for label, count in sorted(refused.items()):
            print(f"{label:40} {count} refused")
        return report(results)


if __name__ == "__main__":
    sys.exit(main())
