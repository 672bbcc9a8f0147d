#!/usr/bin/env python3
"""Writes the answers that the questions of `queries/` are tested against. They come from pyoxigraph, and not from Lys.

    pip install pyoxigraph==0.5.13
    make build && .build/release/lys export Tests/Fixtures/directory -o frozen
    .build/release/lys export Tests/QuestionsTests/Fixtures/ended -o ended
    python3 Tests/QuestionsTests/expected.py [frozen] [ended]

For each line of `cases.tsv` the question is run over `directory.nt` as the default graph and `directory.nq` as the named
graphs, both from the folder given (from the second one where the case's data is `ended`), and what comes out is written to
`Expected/`: a table as SPARQL's TSV, a graph as sorted N-Triples, true or false as text. Lines of a table stand in the order
that the question asks for, which is total.

The rule by which a parameter gets its value, the same as in Lys: the term takes the place of the variable everywhere,
and where the variable is shown it is bound to the term; `VALUES ?parameter { term }` gives the default and gives way. So
a question with its defaults is its file, unchanged. For other values this script exchanges the term of that VALUES,
which comes to the same. A parameter that a case names must therefore have one VALUES of its own in the text.

The functions of Lys, `lys:matches` and `lys:score`, are written here a second time, in Python.
"""

import pathlib
import re
import sys
import unicodedata

import pyoxigraph

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent


def folded(text: str) -> list[str]:
    """The words of a text, without accents, case, ligatures and punctuation."""
    text = text.casefold().replace("œ", "oe").replace("æ", "ae")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in text).split()


def share(label, words) -> float:
    """The share of a label's letters that the words say, each the beginning of a word of it; 0 if one is none."""
    label, words = folded(label.value), folded(words.value)
    if not words or any(not any(of.startswith(word) for of in label) for word in words):
        return 0.0
    return min(1.0, sum(map(len, words)) / sum(map(len, label)))


functions = {
    pyoxigraph.NamedNode("https://w3id.org/lys/ns#matches"): lambda *a: pyoxigraph.Literal(share(*a) > 0),
    pyoxigraph.NamedNode("https://w3id.org/lys/ns#score"): lambda *a: pyoxigraph.Literal(share(*a)),
}


def bound(text: str, bindings: str) -> str:
    """The query's text with values for its parameters: `name=term`, by ` & `."""
    for binding in filter(None, bindings.split(" & ")):
        name, term = binding.split("=", 1)
        text, count = re.subn(r"VALUES \?%s \{ [^}]* \}" % name, lambda _: f"VALUES ?{name} {{ {term} }}", text)
        assert count == 1, f"{name}: {count} blocks of VALUES"
    return text


def store(exports: pathlib.Path, data: str) -> pyoxigraph.Store:
    """The published graph, with a file beside it if the case names one."""
    store = pyoxigraph.Store()
    store.load(path=exports / "directory.nt", format=pyoxigraph.RdfFormat.N_TRIPLES)
    store.load(path=exports / "directory.nq", format=pyoxigraph.RdfFormat.N_QUADS)
    if data:
        store.load(path=here / "Fixtures" / data, format=pyoxigraph.RdfFormat.TURTLE)
    return store


def answer(results) -> tuple[str, str]:
    """The suffix of the file, and its text."""
    if isinstance(results, pyoxigraph.QueryBoolean):
        return ".txt", "true\n" if results else "false\n"
    if isinstance(results, pyoxigraph.QueryTriples):
        lines = results.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES).decode().splitlines()
        return ".nt", "".join(line + "\n" for line in sorted(set(lines)))
    return ".tsv", results.serialize(format=pyoxigraph.QueryResultsFormat.TSV).decode()


def main() -> None:
    frozen = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "frozen"
    ended = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else root / "ended"
    for old in (here / "Expected").iterdir():
        old.unlink()
    for line in (here / "cases.tsv").read_text().splitlines()[1:]:
        case, question, bindings, data = line.split("\t")
        text = bound((root / "queries" / f"{question}.rq").read_text(), bindings)
        asked = store(ended, "") if data == "ended" else store(frozen, data)
        suffix, content = answer(asked.query(text, custom_functions=functions))
        (here / "Expected" / (case + suffix)).write_text(content)
        print(f"{case}{suffix}: {len(content.splitlines())} lines")


main()
