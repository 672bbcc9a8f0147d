#!/usr/bin/env python3
"""Whether what Lys does grows with its data: each row runs on n and on 10 n, and takes at most twelve times as long.

  linear.py LYS [PART-OF-A-NAME] [--seconds 60]

Of each size the quicker of two runs counts, in time of the processor, less what the process takes to start. A row whose
small run takes less than a twentieth of a second says nothing, and its sizes are doubled until it does. Where a row takes
longer, its instructions are counted at n / 10 and n, if valgrind is there: work that grows with the data is `memory` then,
which has left the caches, and not a failure. Ends with 1 where the work grows faster, or a row does not end in the seconds
given.
"""
import argparse
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

from steps import Counter, available

HERE = pathlib.Path(__file__).resolve().parent
NS = "http://e/"
PREFIXES = "PREFIX : <http://e/> PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"


class Row:
    """A name, the size n, the files of a size, and the arguments of the command."""

    def __init__(self, name, size, files, command, statuses=(0,)):
        self.name, self.size, self.files, self.command, self.statuses = name, size, files, command, statuses


# Directories and their export


def directory(count, folder):
    subprocess.run([sys.executable, HERE / "directory.py", str(count), folder / "d"], check=True)


EXPORT = [Row("export of a directory", 400, directory, ["export", "d", "-o", "out", "--accept-shrink"])]


# Proofs and differences


def lists(name, item, changed):
    def make(count, folder):
        items = [item(number) for number in range(count)]
        (folder / "old.ttl").write_text(f"{PREFIXES}:s :p ( {' '.join(items)} ) .\n")
        items[count // 2] = changed
        (folder / "new.ttl").write_text(f"{PREFIXES}:s :p ( {' '.join(items)} ) .\n")
    return Row(name, 6_400, make, ["diff", "old.ttl", "new.ttl"], statuses=(1,))


def chain(count, folder):
    (folder / "in.nt").write_text("".join(f"_:n{number} <{NS}p> _:n{number + 1} .\n" for number in range(count)))


def chains(count, folder):
    chain(count, folder)
    (folder / "old.nt").write_text((folder / "in.nt").read_text())


def equal(count, folder):
    (folder / "in.ttl").write_text(f"{PREFIXES}:s :p ( {chr(34) * 2} ".replace('""', '"x"') + '"x" ' * (count - 1) + ") .\n")


def restrictions(count, folder):
    union = " ".join(f"[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :C{number % 7} ]"
                     for number in range(count))
    (folder / "in.ttl").write_text(f"{PREFIXES}:s owl:unionOf ( {union} ) .\n")


PROOFS = [
    lists("diff of one item among blank cells", str, "true"),
    lists("diff of one item among like cells", lambda number: "1", "2"),
    lists("diff of one item among nodes", lambda number: f"[ :q {number} ]", "[ :q true ]"),
    Row("diff of a chain with itself", 5_000, chains, ["diff", "in.nt", "old.nt"]),
    Row("RDF/XML of like members, proved", 2_000, equal, ["convert", "in.ttl", "-o", "out.rdf"]),
    Row("RDF/XML of a union, proved", 500, restrictions, ["convert", "in.ttl", "-o", "out.rdf"]),
    Row("RDF/XML of a chain, proved", 2_000, chain, ["convert", "in.nt", "-o", "out.rdf"]),
]

# Sheets with mistakes


def mistyped(count, folder):
    directory(200, folder)
    rows = (folder / "d/organizations.csv").read_text().splitlines()
    head, first = rows[0], rows[1]
    made = [first.replace("aafq,", f"aafq-{n},", 1).replace("sickle cell disease", f"sikcle cel disaese {n}")
            .replace("https://anemie-falciforme.org,", f"https://s{n}.anemie-falciforme.org,", 1) for n in range(count)]
    (folder / "d/organizations.csv").write_text("\n".join([head] + made) + "\n")


SHEETS = [Row("mistyped names", 1_000, mistyped, ["export", "d", "-o", "out"], statuses=(65,))]


# Queries


def graph(count, folder):
    """Organizations with roles, groups, dates and names, and two lists of labels that mean the same in other case."""
    draw = random.Random(count)
    with open(folder / "in.nt", "w", encoding="utf-8") as file:
        for number in range(count):
            subject = f"<{NS}o{number}>"
            file.write(f"{subject} <{NS}role> <{NS}r{number % 7}> .\n")
            file.write(f"{subject} <{NS}part> <{NS}o{draw.randrange(count)}> .\n")
            file.write(f'{subject} <{NS}year> "{1900 + number % 120}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')
            file.write(f'{subject} <{NS}label> "Name {number}" .\n')
            file.write(f'<{NS}c{number}> <{NS}title> "NAME {number * 2}" .\n')
            if number % 3:
                file.write(f'{subject} <{NS}code> "{number}" .\n')
            file.write(f'<{NS}c{number}> <{NS}number> "{number}" .\n')


def query(name, text, size=4_000):
    return Row(name, size, graph, ["query", "-d", "in.nt", "--format", "csv", "PREFIX : <http://e/> " + text])


QUERIES = [
    query("EXISTS", "SELECT (COUNT(*) AS ?n) { ?o :role :r1 FILTER EXISTS { ?m :part ?o . ?m :year ?d } }"),
    query("NOT EXISTS", "SELECT (COUNT(*) AS ?n) { ?o :role :r1 FILTER NOT EXISTS { ?m :part ?o . ?m :year ?d } }"),
    query("none is greater", "SELECT (COUNT(*) AS ?n) { ?o :year ?y "
          "FILTER NOT EXISTS { ?m :year ?z FILTER(?z > ?y) } }"),
    query("EXISTS that shares nothing", "SELECT (COUNT(*) AS ?n) { ?o :role :r1 FILTER EXISTS { ?m :role :r2 } }"),
    query("EXISTS by a path", "SELECT (COUNT(*) AS ?n) { ?o :role :r1 FILTER EXISTS { ?m (:part/:role) :r2 . ?m :part ?o } }"),
    query("EXISTS in EXISTS, with VALUES", "SELECT (COUNT(*) AS ?n) { ?o :role :r1 FILTER EXISTS { VALUES ?r { :r2 :r3 } "
          "?m :part ?o . ?m :role ?r FILTER NOT EXISTS { ?k :part ?m . ?k :role ?r } } }"),
    query("join on a computed value", "SELECT (COUNT(*) AS ?n) { { SELECT ?k { ?o :label ?l BIND(SUBSTR(?l, 6) AS ?k) } } "
          "{ SELECT ?k { ?c :title ?t BIND(SUBSTR(?t, 6) AS ?k) } } }"),
    query("join on an optional value", "SELECT (COUNT(*) AS ?n) { { SELECT ?k { ?o :role :r1 OPTIONAL { ?o :code ?k } "
          "FILTER(BOUND(?k)) } } { SELECT ?k { ?c :number ?k } } }"),
    query("join on an aggregate", "SELECT (COUNT(*) AS ?n) { { SELECT (MAX(?c) AS ?k) { ?o :code ?c ; :year ?y } GROUP BY ?o } "
          "{ SELECT ?k { ?c :number ?k } } }"),
    query("equality of expressions", "SELECT (COUNT(*) AS ?n) { ?x :label ?l . ?y :title ?t "
          "FILTER(LCASE(STR(?l)) = LCASE(STR(?t))) }"),
    query("equality of variables", "SELECT (COUNT(*) AS ?n) { ?x :code ?k . ?y :number ?m FILTER(?k = ?m) }"),
    query("equality in OPTIONAL", "SELECT (COUNT(?y) AS ?n) { ?x :code ?k OPTIONAL { ?y :number ?m FILTER(?k = ?m) } }"),
    query("equality in NOT EXISTS", "SELECT (COUNT(*) AS ?n) { ?x :label ?l "
          "FILTER NOT EXISTS { ?y :title ?t FILTER(LCASE(?l) = LCASE(?t)) } }"),
    query("UNION after a constant", 'SELECT (COUNT(*) AS ?n) { ?o :label "Name 5" { ?m :part ?o } UNION { ?o :part ?m } }'),
    query("NOT IN", "SELECT (COUNT(*) AS ?n) { ?o :label ?l FILTER(?l NOT IN ("
          + ", ".join(f'"Name {number}"' for number in range(2000)) + ")) }"),
    query("COUNT of two patterns", "SELECT (COUNT(*) AS ?n) { ?a :role ?b . ?c :title ?d }"),
]

# JSON-LD


def json_file(name, make):
    def write(count, folder):
        for file, value in make(count).items():
            (folder / file).write_text(json.dumps(value))
    return write


def small_contexts(count):
    context = {f"t{number}": f"{NS}t{number}" for number in range(count * 5)}
    nodes = [{"@context": {f"own{number}": f"{NS}own{number}"}, "@id": f"{NS}{number}", f"own{number}": 1, "t1": 2}
             for number in range(count)]
    return {"in.jsonld": {"@context": context, "@graph": nodes}}


def type_scoped(count):
    context = {f"T{number}": {"@id": f"{NS}T{number}", "@context": {f"own{number}": f"{NS}own{number}"}}
               for number in range(count)}
    nodes = [{"@id": f"{NS}{number}", "@type": f"T{number}", f"own{number}": 1} for number in range(count)]
    return {"in.jsonld": {"@context": context, "@graph": nodes}}


def one_iri(count):
    return {"in.jsonld": [{"@id": NS + "s", NS + "p": 1}],
            "c.jsonld": {"@context": {f"t{number}": NS + "p" for number in range(count)}}}


def by_ids(keyword):
    def make(count):
        nodes = [{"@id": f"{NS}{number}", "@type": f"{NS}T{number}", NS + "p": number} for number in range(count)]
        prefix = NS if keyword == "@id" else NS + "T"
        return {"in.jsonld": nodes, "f.jsonld": {keyword: [f"{prefix}{number}" for number in range(count)]}}
    return make


def named_graphs(count, folder):
    (folder / "in.nq").write_text("".join(f"<{NS}s{n}> <{NS}p> \"{n}\" <{NS}g{n}> .\n" for n in range(count)))


JSON_LD = [
    Row("a small context in each node", 400, json_file("in", small_contexts), ["jsonld", "expand", "in.jsonld"]),
    Row("contexts scoped by types", 400, json_file("in", type_scoped), ["jsonld", "expand", "in.jsonld"]),
    Row("terms of one IRI", 2_000, json_file("in", one_iri), ["jsonld", "compact", "in.jsonld", "--context", "c.jsonld"]),
    Row("a frame of many @id", 3_000, json_file("in", by_ids("@id")), ["jsonld", "frame", "in.jsonld", "--frame", "f.jsonld"]),
    Row("a frame of many @type", 3_000, json_file("in", by_ids("@type")),
        ["jsonld", "frame", "in.jsonld", "--frame", "f.jsonld"]),
    Row("named graphs", 2_000, named_graphs, ["convert", "in.nq", "-o", "out.jsonld"]),
]


class Late(Exception):
    pass


def once(binary, row, folder, seconds):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run([binary, *row.command], cwd=folder, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise Late from None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Time of the processor: the machine may have other things to do.
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode not in row.statuses:
        raise SystemExit(f"{row.name}: ended with {done.returncode}: {done.stderr[-400:].decode(errors='replace')}")
    return taken


def measured(binary, row, size, seconds, startup):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        row.files(size, folder)
        return max(0.001, min(once(binary, row, folder, seconds) for _ in range(2)) - startup)


def work(counter, row, size):
    """The instructions of a row at a size."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        row.files(size, folder)
        return counter.count(row.command, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lys", type=pathlib.Path)
    parser.add_argument("part", nargs="?", default="")
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    binary = options.lys.resolve()
    startup = min(once(binary, Row("start", 0, None, ["--version"]), ".", 10) for _ in range(5))
    failed, counter = False, None
    for row in EXPORT + PROOFS + SHEETS + QUERIES + JSON_LD:
        if options.part.lower() not in row.name.lower():
            continue
        size = row.size
        try:
            small = measured(binary, row, size, options.seconds, startup)
            while small < 0.05 and size < 64 * row.size:
                size *= 2
                small = measured(binary, row, size, options.seconds, startup)
            large = measured(binary, row, 10 * size, options.seconds, startup)
        except Late:
            print(f"FAILED  {row.name}: no end in {options.seconds:.0f} s, n = {size:,}", flush=True)
            failed = True
            continue
        ratio = large / small
        verdict, more = "ok", ""
        if ratio > 12:
            verdict = "FAILED"
            if available():
                counter = counter or Counter(binary)
                grown = work(counter, row, size) / work(counter, row, size // 10)
                verdict = "memory" if grown <= 12 else "FAILED"
                more = f"; instructions {grown:.1f} × from {size // 10:,} to {size:,}"
        failed |= verdict == "FAILED"
        print(f"{verdict:7} {row.name}: {small:.2f} s for {size:,}, {large:.2f} s for "
              f"{10 * size:,}: {ratio:.1f} ×{more}", flush=True)
    sys.exit(failed)


main()
