#!/usr/bin/env python3
"""RDF to JSON-LD, compacted, and back: is it the same dataset, and does PyLD expand what we wrote as we do?

    jsonld_roundtrip.py LYS SUITES      the documents of every positive test of rdf11 and rdf12
    jsonld_roundtrip.py LYS FILE...     files of your own (.xz as well)

The context is made to measure: prefixes for the commonest namespaces, and for the commonest properties terms that are
coerced to what their values are (references, a datatype, language maps, sets). Datasets are compared in the canonical
form that pyoxigraph gives them; long documents line by line, blank nodes kept by their labels, which is stricter. PyLD
expands long documents in parts, and the first PYLD_NODES nodes of them.
"""
import collections, concurrent.futures, json, os, re, subprocess, sys, tempfile

import pyoxigraph as ox
from pyld import jsonld

from syntaxes import all_tests, unpacked

PYLD_NODES = int(os.environ.get("PYLD_NODES", "60000"))
PYLD_PART = 2000
CANONICALIZED_LINES = 50_000
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LINE = re.compile(rb'^(?:<([^>]*)>|(_:\S+)) <([^>]*)> (?:<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|@(\S+))?)')


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, timeout=1200)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace").strip().splitlines()[-1][:200])
    return done.stdout


def context_for(lines):
    """A context of prefixes and coerced terms for N-Quads."""
    namespaces, kinds, counts = collections.Counter(), collections.defaultdict(set), collections.Counter()
    for line in lines:
        found = LINE.match(line)
        if not found:
            continue
        subject, blank, predicate, iri, node, text, datatype, language = found.groups()
        for one in (subject, predicate, iri):
            if one and (cut := max(one.rfind(b"/"), one.rfind(b"#"))) > 8:
                namespaces[one[:cut + 1]] += 1
        predicate = predicate.decode()
        counts[predicate] += 1
        if iri or node:
            kinds[predicate].add("@id")
        elif language:
            # Language maps drop base directions, as Term Selection has it; PyLD's do as well.
            kinds[predicate].add("@direction" if b"--" in language else "@language")
        else:
            kinds[predicate].add((datatype or b"").decode())
    context = {f"n{i}": name.decode() for i, (name, _) in enumerate(namespaces.most_common(12)) if b"\\" not in name}
    for number, (predicate, _) in enumerate(counts.most_common(24)):
        if predicate == RDF + "type" or "\\" in predicate or ":" not in predicate:
            continue
        term = {"@id": predicate}
        if kinds[predicate] == {"@id"}:
            term["@type"] = "@id"
        elif kinds[predicate] == {"@language"}:
            term["@container"] = "@language"
        elif len(kinds[predicate]) == 1 and (datatype := next(iter(kinds[predicate]))) not in ("", "@direction"):
            if "\\" not in datatype and datatype != RDF + "JSON":
                term["@type"] = datatype
        if number % 3 == 0 and "@container" not in term:
            term["@container"] = "@set"
        context[f"t{number}"] = term
    return {"@context": context}


def dataset(lines):
    data = ox.Dataset(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
    data.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return data


def same_dataset(a, b):
    if a.count(b"\n") > CANONICALIZED_LINES:
        left, right = set(a.splitlines()), set(b.splitlines())
        if left == right:
            return True
        # Lists are made anew: their cells have new labels, and the rest must be the same.
        cells = re.compile(rb"_:[^ ]+")
        one, other = left - right, right - left
        return len(one) == len(other) and collections.Counter(cells.sub(b"_:", x) for x in one) == collections.Counter(
            cells.sub(b"_:", x) for x in other) and dataset(b"\n".join(one)) == dataset(b"\n".join(other))
    return dataset(a) == dataset(b)


def normal(value, in_list=False):
    """A document with all arrays but lists in one order, numbers as they compare."""
    if isinstance(value, dict):
        if value.get("@type") == "@json":
            return ("json", json.dumps(value, sort_keys=True))
        return ("object", tuple(sorted((k, normal(v, k == "@list")) for k, v in value.items())))
    if isinstance(value, list):
        items = [normal(v) for v in value]
        return ("array", tuple(items if in_list else sorted(items, key=repr)))
    if isinstance(value, bool) or value is None:
        return ("word", str(value))
    return ("number", float(value)) if isinstance(value, (int, float)) else ("text", value)


def pyld_differs(lys, path, folder, number):
    """What PyLD says otherwise; empty where nothing is."""
    document = json.load(open(path))
    nodes = document.get("@graph")
    whole = not isinstance(nodes, list) or set(document) != {"@context", "@graph"}
    parts = [document]
    if not whole and len(nodes) > PYLD_PART:
        nodes = nodes[:PYLD_NODES]
        parts = [{"@context": document["@context"], "@graph": nodes[i:i + PYLD_PART]}
                 for i in range(0, len(nodes), PYLD_PART)]
    for index, part in enumerate(parts):
        file = os.path.join(folder, f"{number}-part.jsonld")
        with open(file, "w") as out:
            json.dump(part, out)
        ours = json.loads(run(lys, "jsonld", "expand", file, "--base", "http://base.example/"))
        theirs = jsonld.expand(part, {"base": "http://base.example/"})
        if normal(ours) != normal(theirs):
            for a, b in zip(normal(ours)[1], normal(theirs)[1]):
                if a != b:
                    return f"part {index}: Lys {str(a)[:300]} PyLD {str(b)[:300]}"
            return f"part {index}: {len(ours)} nodes, PyLD {len(theirs)}"
    return ""


def judge(lys, file, base, folder, number):
    """(what became of the round trip, what PyLD says)"""
    def at(name):
        return os.path.join(folder, f"{number}-{name}")
    try:
        lines = run(lys, "convert", file, "--to", "nquads", *(["--base", base] if base else []))
    except RuntimeError as error:
        return f"not read: {error}", None
    if b"<<(" in lines:
        return "triple terms", None
    with open(at("in.nq"), "wb") as out:
        out.write(lines)
    with open(at("context.jsonld"), "w") as out:
        json.dump(context_for(lines.splitlines()), out)
    option = ["--option", "rdfDirection=dir-lang-string"]
    try:
        with open(at("expanded.jsonld"), "wb") as out:
            out.write(run(lys, "jsonld", "from-rdf", at("in.nq"), *option))
        with open(at("compact.jsonld"), "wb") as out:
            out.write(run(lys, "jsonld", "compact", at("expanded.jsonld"), "--context", at("context.jsonld"),
                          "--option", "compactToRelative=false"))
        back = run(lys, "jsonld", "to-rdf", at("compact.jsonld"), *option)
    except RuntimeError as error:
        return f"FAILED: {error}", None
    wrong = "" if same_dataset(lines, back) else "WRONG: another dataset"
    try:
        other = pyld_differs(lys, at("compact.jsonld"), folder, number)
    except jsonld.JsonLdError as error:
        other = "PyLD fails: " + str(error).splitlines()[0][:200]
    for name in ("in.nq", "context.jsonld", "expanded.jsonld", "compact.jsonld"):
        os.unlink(at(name))
    return wrong, other


def main():
    lys, *paths = sys.argv[1:]
    counts, failures = collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool, tempfile.TemporaryDirectory() as folder:
        if os.path.isdir(os.path.join(paths[0], "rdf11")):
            documents = [(t[1], t[3]) for _, t in all_tests(paths[0]) if "Negative" not in t[0]]
        else:
            documents = [(unpacked(path, folder, number), None) for number, path in enumerate(paths)]
        work = [(file, base, number) for number, (file, base) in enumerate(documents)]
        judged = pool.map(lambda w: judge(lys, w[0], w[1], folder, w[2]), work)
        for (file, _, _), (trip, other) in zip(work, judged):
            name = "/".join(file.split(os.sep)[-3:])
            if trip in ("", "triple terms"):
                counts["round trip: " + (trip or "the same dataset")] += 1
            else:
                failures += 1
                print(f"{name}: {trip}", flush=True)
            if other is not None:
                counts["PyLD: " + ("the same expansion" if not other else "another")] += 1
                if other:
                    failures += 1
                    print(f"{name}: {other}", flush=True)
    for name, count in sorted(counts.items()):
        print(f"{name:40} {count}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
