#!/usr/bin/env python3
"""Does JSON-LD take time by the size of what it is given? Each kind of document at n and at 10 n: at most 12 times.

    jsonld_growth.py LYS [PART-OF-A-NAME] [--limit SECONDS]

Every kind is one in which some processor takes the square: large contexts beside small ones, contexts that types and
properties bring, many terms for one IRI, many prefixes, frames that name thousands of identifiers, many named graphs.
The time is that of the process less that of one which does nothing; n is doubled, twice at most, where it is too short to
say something, and where 10 n takes less than 0.6 s only the end counts. Where a factor is above 12 the instructions are
counted at n / 10 and n, if valgrind is there: work that grows with the input is `memory` then, which has left the caches
of the processor, and not a failure. Ends with 1 where the work grows faster or a run is no good. To be run where nothing
else runs: on a busy machine what is large takes more than its share.
"""
import json, os, pathlib, resource, subprocess, sys, tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Benchmarks"))
from steps import Counter, available

E = "http://e/"


def small_contexts(n):
    """A context of n terms, and n / 20 nodes with a small one each."""
    context = {f"t{i}": f"{E}t{i}" for i in range(n)}
    nodes = [{"@context": {f"x{i}": f"{E}x{i}"}, "@id": f"{E}{i}", f"x{i}": "v", "t1": "w"} for i in range(n // 20)]
    return {"@context": context, "@graph": nodes}


def type_scoped(n):
    """A context of n terms, of which n / 50 are types with a context of their own."""
    context = {f"t{i}": f"{E}t{i}" for i in range(n)}
    for i in range(n // 50):
        context[f"T{i}"] = {"@id": f"{E}T{i}", "@context": {"name": f"{E}name{i}", f"y{i}": f"{E}y{i}"}}
    nodes = [{"@id": f"{E}{i}", "@type": f"T{i}", "name": "v", f"y{i}": "w"} for i in range(n // 50)]
    return {"@context": context, "@graph": nodes}


def property_scoped(n):
    context = {f"t{i}": f"{E}t{i}" for i in range(n)}
    for i in range(n // 50):
        context[f"p{i}"] = {"@id": f"{E}p{i}", "@context": {"name": f"{E}name{i}"}}
    nodes = [{"@id": f"{E}{i}", f"p{i}": {"name": "v", "t1": "w"}} for i in range(n // 50)]
    return {"@context": context, "@graph": nodes}


def many_types(n):
    """One node of n types, each with a context of its own."""
    context = {f"T{i}": {"@id": f"{E}T{i}", "@context": {f"y{i}": f"{E}y{i}"}} for i in range(n)}
    node = {"@id": E + "a", "@type": [f"T{i}" for i in range(n)]}
    node.update({f"y{i}": "v" for i in range(n)})
    return {"@context": context, "@graph": [node, {"@id": E + "b", E + "p": "v"}]}


def one_iri(n, form):
    """n terms for one IRI, told apart by language, type or container."""
    forms = {
        "language": lambda i: {"@id": E + "p", "@language": f"l{i}"[:8]},
        "type": lambda i: {"@id": E + "p", "@type": f"{E}T{i}"},
        "alike": lambda i: {"@id": E + "p"},
    }
    return {"@context": {f"t{i}": forms[form](i) for i in range(n)}}


def one_iri_data(n, form):
    values = {
        "language": lambda i: {"@value": "v", "@language": f"l{i}"[:8]},
        "type": lambda i: {"@value": f"v{i}", "@type": f"{E}T{i}"},
        "alike": lambda i: {"@value": f"v{i}"},
    }
    return [{"@id": f"{E}{i}", E + "p": [values[form](i)]} for i in range(n)]


def prefixes(n):
    return {"@context": {f"n{i}": f"{E}{i}/" for i in range(n)}}


def prefix_data(n):
    return [{"@id": f"{E}{i}/a", f"{E}{i}/p": [{"@id": f"{E}{i}/b"}]} for i in range(n)]


def plain(n):
    return [{"@id": f"{E}{i}", "@type": [f"{E}T{i}"], E + "p": [{"@value": f"v{i}"}]} for i in range(n)]


def types_of_one(n):
    return [{"@id": E + "a", "@type": [f"{E}T{i}" for i in range(n)]}]


def lists_and_texts(n):
    return [{"@id": E + "a", E + "p": [{"@list": [f"{i}"]} if i % 2 else {"@value": f"{i}"} for i in range(n)]}]


def star(n):
    return [{"@id": E + "hub", E + "p": [{"@value": f"v{i}"} for i in range(n)]}] + [
        {"@id": f"{E}{i}", E + "q": [{"@id": E + "hub"}]} for i in range(n)]


def layers(depth, width=2):
    return [{"@id": f"{E}{k}/{i}", E + "p": [{"@id": f"{E}{k + 1}/{j}"} for j in range(width)]}
            for k in range(depth) for i in range(width)]


def nested(frame, depth):
    for _ in range(depth):
        frame = {E + "p": frame}
    return frame


def graphs(n):
    return "".join(f"<{E}{i}> <{E}p> \"v{i}\" <{E}g{i}> .\n<{E}g{i}> <{E}made> \"x\" .\n" for i in range(n)).encode()


def type_aliases(n):
    return {"@context": {f"k{i}": "@type" for i in range(n)}, "@graph": [
        {"@id": E + "a", **{f"k{i}": f"{E}T{i}" for i in range(n)}}, {"@id": E + "b", E + "p": 1}]}


def chain_of_terms(n):
    return {"@context": {f"t{i}": f"p{i}:x" if i % 2 else f"{E}t{i}" for i in range(n)} | {
        f"p{i}": f"{E}{i}/" for i in range(n)}, "@graph": [{"@id": E + "a", "t1": 1}, {"@id": E + "b", "t3": 1}]}


ENOUGH = 0.25  # seconds that a run must take for the factor to say something

# A name, n, the files for n, the arguments.
J = json.dumps
KINDS = [
    ("small contexts in a large one, expanded", 10_000, lambda n: {"d": J(small_contexts(n))}, "expand d"),
    ("small contexts in a large one, to RDF", 10_000, lambda n: {"d": J(small_contexts(n))}, "to-rdf d"),
    ("types with contexts, expanded", 10_000, lambda n: {"d": J(type_scoped(n))}, "expand d"),
    ("types with contexts, compacted", 10_000,
     lambda n: {"d": J(type_scoped(n)), "c": J({"@context": type_scoped(n)["@context"]})}, "compact d --context c"),
    ("properties with contexts, expanded", 10_000, lambda n: {"d": J(property_scoped(n))}, "expand d"),
    ("properties with contexts, compacted", 10_000,
     lambda n: {"d": J(property_scoped(n)), "c": J({"@context": property_scoped(n)["@context"]})},
     "compact d --context c"),
    ("a node of many types with contexts, expanded", 1000, lambda n: {"d": J(many_types(n))}, "expand d"),
    ("a node of many types with contexts, compacted", 1000,
     lambda n: {"d": J(many_types(n)), "c": J({"@context": many_types(n)["@context"]})}, "compact d --context c"),
    ("terms that name terms", 10_000, lambda n: {"d": J(chain_of_terms(n))}, "expand d"),
    ("keys that mean @type", 4000, lambda n: {"d": J(type_aliases(n))}, "expand d"),
    *[(f"terms for one IRI by {form}", 4000,
       lambda n, form=form: {"d": J(one_iri_data(n, form)), "c": J(one_iri(n, form))}, "compact d --context c")
      for form in ("language", "type", "alike")],
    ("prefixes", 4000, lambda n: {"d": J(prefix_data(n)), "c": J(prefixes(n))}, "compact d --context c"),
    ("a frame of identifiers", 3000,
     lambda n: {"d": J(plain(n)), "f": J({"@id": [f"{E}{i}" for i in range(n)]})}, "frame d --frame f"),
    ("a frame of types", 3000,
     lambda n: {"d": J(plain(n)), "f": J({"@type": [f"{E}T{i}" for i in range(n)]})}, "frame d --frame f"),
    ("a frame of types, and a node of as many", 3000,
     lambda n: {"d": J(types_of_one(n)), "f": J({"@type": [f"{E}U{i}" for i in range(n)]})}, "frame d --frame f"),
    ("a frame of values", 3000,
     lambda n: {"d": J(plain(n)), "f": J({E + "p": {"@value": [f"v{i}" for i in range(n)]}})}, "frame d --frame f"),
    ("a frame that includes what there is not", 3000,
     lambda n: {"d": J(plain(n)), "f": J({"@id": {}, "@included": {"@type": E + "None"}})}, "frame d --frame f"),
    ("a frame for a hub", 2000,
     lambda n: {"d": J(star(n)), "f": J({E + "q": {E + "p": {"@value": "none"}}})}, "frame d --frame f"),
    ("lists and texts of one property, framed", 3000,
     lambda n: {"d": J(lists_and_texts(n)), "f": J({"@id": E + "a"})}, "frame d --frame f"),
    ("lists and texts of one property, flattened", 3000, lambda n: {"d": J(lists_and_texts(n))}, "flatten d"),
    ("named graphs, from RDF", 2000, lambda n: {"d.nq": graphs(n)}, "from-rdf d.nq"),
    ("prefixes that nothing uses, converted", 1500,
     lambda n: {"d.ttl": "".join(f"@prefix n{i}: <http://n/{i}/> .\n" for i in range(n)) + "".join(
         f"<{E}{i}> <{E}p> <{E}o{i}> .\n" for i in range(n))}, "convert d.ttl --to jsonld"),
    ("named graphs, converted", 2000, lambda n: {"d.nq": graphs(n)}, "convert d.nq --to jsonld"),
]
# What multiplies ends at a limit: a name, the files, the arguments.
ENDS = [
    ("@always over layers of two", {"d": J(layers(40)), "f": J({"@id": E + "0/0", "@embed": "@always"})},
     "frame d --frame f"),
    ("@always over layers of six", {"d": J(layers(30, 6)), "f": J({"@id": E + "0/0", "@embed": "@always"})},
     "frame d --frame f"),
    ("@last over layers of two", {"d": J(layers(40)), "f": J({"@id": E + "0/0", "@embed": "@last"})},
     "frame d --frame f --option processingMode=json-ld-1.0"),
]
# What looks at all ways through layers, and finds none, is done at once.
QUICK = [
    ("patterns through layers of two",
     {"d": J(layers(40)), "f": J(nested({"@type": E + "None"}, 38))}, "frame d --frame f"),
]


def laid_out(scratch, files, arguments):
    """Writes the files, and gives the arguments of the command."""
    for name, content in files.items():
        name = name if "." in name else name + ".jsonld"
        with open(os.path.join(scratch, name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
    words = [word + ".jsonld" if word in ("d", "c", "f") else word for word in arguments.split()]
    return words if words[0] == "convert" else ["jsonld", *words]


def run(lys, files, arguments, limit):
    with tempfile.TemporaryDirectory() as scratch:
        command = [lys, *laid_out(scratch, files, arguments)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(os.path.join(scratch, "out"), "wb") as output:
            try:
                done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, cwd=scratch, timeout=limit)
                code, said = done.returncode, done.stderr.decode(errors="replace").strip()
            except subprocess.TimeoutExpired:
                code, said = "timeout", ""
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        # Time of the processor: the machine may have other things to do.
        return code, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, said


def work(counter, files, arguments):
    """The instructions of a run."""
    with tempfile.TemporaryDirectory() as scratch:
        return counter.count(laid_out(scratch, files, arguments), scratch)


def main():
    arguments = sys.argv[1:]
    limit = 60.0
    if "--limit" in arguments:
        place = arguments.index("--limit")
        limit = float(arguments[place + 1])
        del arguments[place:place + 2]
    lys, part = os.path.abspath(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    _, nothing, _ = run(lys, {"d": "[]"}, "expand d", limit)
    bad, counter = 0, None
    for name, n, files, words in KINDS:
        if part not in name:
            continue
        first = min((run(lys, files(n), words, limit) for _ in range(3)), key=lambda one: one[1])
        # What takes no time fits into the caches of the processor, and what is ten times as large does not.
        for _ in range(2):
            if first[1] - nothing < ENOUGH:
                n *= 2
                first = min((run(lys, files(n), words, limit) for _ in range(3)), key=lambda one: one[1])
        second = min((run(lys, files(10 * n), words, limit) for _ in range(3)), key=lambda one: one[1])
        small, large = max(first[1] - nothing, 0.0), max(second[1] - nothing, 0.0)
        factor = large / small if small > 0 else 0
        ended = first[0] == 0 and second[0] == 0
        verdict, more = "good" if ended and (factor <= 12 or large < 0.6) else "BAD", ""
        if verdict == "BAD" and ended and available():
            counter = counter or Counter(lys)
            grown = work(counter, files(n), words) / work(counter, files(n // 10), words)
            verdict = "memory" if grown <= 12 else "BAD"
            more = f", instructions × {grown:.1f} from {n // 10}"
        bad += verdict == "BAD"
        print(f"{verdict:6} {name}, {n}: {small:.2f} s, {large:.2f} s, × {factor:.1f}{more}"
              + ("" if second[0] == 0 else f" ({second[0]}: {second[2][:100]})"), flush=True)
    for name, files, words in ENDS + QUICK:
        if part not in name:
            continue
        code, seconds, said = run(lys, files, words, limit)
        good = code == (75 if (name, files, words) in ENDS else 0) and seconds < 20
        bad += not good
        print(f"{'good' if good else 'BAD':6} {name}: {seconds:.2f} s, {code} {said[:100]}", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
