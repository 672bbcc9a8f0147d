"""Random updates over random datasets, done by `lys update` and by pyoxigraph, which must agree.

    python3 Tests/Comparison/random_updates.py LYS [COUNT] [SEED]

Prints each disagreement with its seed, then the counts; exits 1 where there was one. Not part of `make test`, since it
needs pyoxigraph.

Three differences are meant, and no request here meets them: Oxigraph remembers empty graphs; a triple of two graphs that
USING merges is found twice in Oxigraph, once in Lys; and ADD, COPY or MOVE SILENT
from a graph that is not there empties the destination in Oxigraph, while Lys leaves all as it was.
"""

import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox

GRAPHS = [f"<urn:g{n}>" for n in range(3)]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *items):
        return self.random.choice(items)

    def node(self):
        return f"<urn:n{self.random.randrange(6)}>"

    def predicate(self):
        return f"<urn:p{self.random.randrange(3)}>"

    def value(self):
        return self.pick(self.node(), self.node(), str(self.random.randrange(5)), f'"t{self.random.randrange(3)}"@en')

    def triple(self, blank=False):
        subject = "_:b" + str(self.random.randrange(3)) if blank and self.random.random() < 0.2 else self.node()
        return f"{subject} {self.predicate()} {self.value()} ."

    def data(self, count, blank=False):
        parts = []
        for _ in range(self.random.randrange(1, count)):
            triple = self.triple(blank)
            parts.append(triple if self.random.random() < 0.5 else f"GRAPH {self.pick(*GRAPHS)} {{ {triple} }}")
        return " ".join(parts)

    def pattern(self, named=True):
        kind = self.random.randrange(8)
        triple = f"?s {self.pick('?p', self.predicate())} ?o ."
        if kind == 0:
            return f"{triple} ?o ?q ?z ."
        if kind == 1:
            return f"{triple} OPTIONAL {{ ?o {self.predicate()} ?z }}"
        if kind == 2:
            return f"{triple} FILTER(isIRI(?o))"
        if kind == 3 and named:
            return f"GRAPH {self.pick('?g', *GRAPHS)} {{ {triple} }}"
        if kind == 4 and named:
            return f"{triple} FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?q ?o }} }}"
        if kind == 5:
            return f"{triple} BIND(CONCAT(STR(?o), 'x') AS ?z)"
        if kind == 6:
            return f"{{ {triple} }} UNION {{ ?s {self.predicate()}+ ?z }}"
        return triple

    def template(self, blank=False):
        parts = []
        for _ in range(self.random.randrange(1, 3)):
            subject = self.pick("?s", "?o", self.node(), *(["_:new"] if blank else []))
            predicate = self.pick("?p", self.predicate(), self.predicate())
            target = self.pick("?o", "?s", "?z", self.value(), *(["_:new"] if blank else []))
            triple = f"{subject} {predicate} {target} ."
            parts.append(triple if self.random.random() < 0.6 else f"GRAPH {self.pick('?g', *GRAPHS)} {{ {triple} }}")
        return " ".join(parts)

    def operation(self):
        kind = self.random.randrange(10)
        if kind == 0:
            return f"INSERT DATA {{ {self.data(5)} }}"
        if kind == 1:
            return f"DELETE DATA {{ {self.data(9)} }}"
        if kind == 2:
            return f"DELETE WHERE {{ {self.pick('?s ?p ?o', '?s <urn:p0> ?o', 'GRAPH ?g { ?s <urn:p1> ?o }')} }}"
        if kind == 3:
            return f"{self.pick('CLEAR', 'DROP')} SILENT {self.pick('DEFAULT', 'NAMED', *['GRAPH ' + g for g in GRAPHS])}"
        if kind == 4:
            source = self.pick(*GRAPHS)
            destination = self.pick("DEFAULT", *GRAPHS)
            verb = self.pick("ADD", "COPY", "MOVE")
            return f"INSERT DATA {{ GRAPH {source} {{ {self.triple()} }} }} ; {verb} {source} TO {destination}"
        if kind == 5:
            return f"{self.pick('ADD', 'COPY')} DEFAULT TO {self.pick(*GRAPHS)}"
        with_graph = f"WITH {self.pick(*GRAPHS)} " if self.random.random() < 0.3 else ""
        delete = f"DELETE {{ {self.template()} }} " if self.random.random() < 0.6 else ""
        insert = f"INSERT {{ {self.template(blank=True)} }} " if not delete or self.random.random() < 0.7 else ""
        using = ""
        if self.random.random() < 0.25:
            using = f"USING {self.pick(*GRAPHS)} " + self.pick("", f"USING NAMED {self.pick(*GRAPHS)} ")
        return f"{with_graph}{delete}{insert}{using}WHERE {{ {self.pattern()} }}"

    def request(self):
        return " ;\n".join(self.operation() for _ in range(self.random.randrange(1, 5)))


def canonical(quads):
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(str(quad) for quad in dataset)


def main():
    lys = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    changed = failures = 0
    with tempfile.TemporaryDirectory() as folder:
        data, output = Path(folder, "data.trig"), Path(folder, "out.nq")
        for seed in range(first, first + count):
            generator = Generator(seed)
            data.write_text(generator.data(25, blank=True))
            request = generator.request()
            store = ox.Store()
            store.load(path=str(data), format=ox.RdfFormat.TRIG)
            before = canonical(list(store))
            store.update(request)
            expected = canonical(list(store))
            changed += before != expected
            output.unlink(missing_ok=True)
            run = subprocess.run([lys, "update", request, "-d", data, "-o", output], capture_output=True, text=True)
            actual = None
            if run.returncode == 0:
                actual = canonical(list(ox.parse(path=str(output), format=ox.RdfFormat.N_QUADS)))
            if actual != expected:
                failures += 1
                print(f"seed {seed}\n{data.read_text()}\n{request}\nexit {run.returncode} {run.stderr}")
                print("missing", sorted(set(expected) - set(actual or [])))
                print("surplus", sorted(set(actual or []) - set(expected)))
    print(f"{count} updates from seed {first}: {changed} changed something, {failures} disagreements")
    sys.exit(failures > 0)


main()
