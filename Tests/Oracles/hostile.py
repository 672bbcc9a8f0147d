#!/usr/bin/env python3
"""Inputs that are made to hurt, through the command: each must end in a clear error, in little time and memory.

hostile.py LYS [PART-OF-A-NAME]

A case passes where the exit code is 65 (bad data) or 75 (a limit), the message says where, the run takes less than ten
seconds and holds less memory than the case allows. Ends with 1 where a case fails.
"""

import gzip
import itertools
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zlib

import hostile_trust

MIB = 1 << 20
SECONDS = 10
STATEMENT = '<http://e/s> <http://e/p> "text"@en .\n'
XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">{}</rdf:RDF>'
RDF_XML = XML.format('<rdf:Description rdf:about="http://e/s"><e:p xml:lang="en">text</e:p></rdf:Description>')
JSON_LD = '{"@id": "http://e/s", "http://e/p": {"@value": "text", "@language": "en"}}'


# The command holds 64 MiB of a statement, which double while they come, and a copy of a term. A JSON document is held
# whole, up to 1 GiB; a statement of 64 MiB may have sixteen million objects.


def endless(head, piece, count):
    """Bytes that are never held whole: a head, then a piece many times."""
    yield head
    for _ in range(count):
        yield piece


def gzip_bomb(size):
    """A gzip file of a line of so many letters."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    yield packer.compress(b'<http://e/s> <http://e/p> "')
    piece = b"a" * MIB
    for _ in range(size // MIB):
        yield packer.compress(piece)
    yield packer.flush()


# Long contents are functions: a child begins with the memory of this process, and is charged for it.
class Case:
    """An input, the command that reads it, and what must come of it."""

    def __init__(self, name, format, content, *, command=None, statuses=(65, 75), place=True, memory=384, at=None,
                 data=b"", seconds=SECONDS, stack=None):
        self.name, self.format, self.content, self.statuses = name, format, content, statuses
        self.place, self.memory, self.at = place, memory, at
        self.data, self.seconds, self.stack = data, seconds, stack
        self.command = command or ["convert", "-", "--from", format, "--to", "nquads"]


def prefixes_that_met(count):
    """Labels of prefixes that stood next to each other under an unseeded FNV-1a in a table of 262,144 places."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    prime, mask = 0x100000001B3, (1 << 64) - 1
    states = [(0xCBF29CE484222325, "")]
    for size in range(5):
        letters = digits if size else digits[10:]
        states = [(((state ^ ord(letter)) * prime) & mask, text + letter) for state, text in states for letter in letters
                  ] if size < 4 else states
    found = []
    for state, text in states:
        for letter in digits:
            last = ((state ^ ord(letter)) * prime) & mask
            if (last ^ last >> 32) & 0x3FFFF < 0x2800:
                found.append(text + letter)
                if len(found) == count:
                    return found
    return found


def turtle_of_prefixes(labels):
    """A document that declares prefixes and uses each once."""
    return "".join(f"@prefix {label}: <http://e/> .\n" for label in labels) + "".join(
        f"{label}:s {label}:p {label}:o .\n" for label in labels)


def entity_chain(count, forward, attribute):
    """Entities of which each names the one before or the next."""
    names = [f'<!ENTITY a{i} "&a{i - 1};">' for i in range(1, count)]
    names = [*reversed(names), '<!ENTITY a0 "x">'] if forward else ['<!ENTITY a0 "x">', *names]
    document = RDF_XML.replace("http://e/s" if attribute else "text", f"&a{count - 1};")
    return f"<!DOCTYPE x [{''.join(names)}]>{document}".encode()


def labels(count, length):
    """Statements whose objects are numbered texts of a length."""
    return "".join(f'<http://e/{i}> <http://e/p> "{"a" * length}{i}" .\n' for i in range(count)).encode()


def query_cases():
    """Queries and updates: deep plans with eight megabytes and with half a megabyte of stack; memory and time."""
    few = b"<urn:a> <urn:p> <urn:b> .\n<urn:b> <urn:p> <urn:c> .\n"

    def deep(name, text, statuses=(0,)):
        for stack in [None, 512]:
            yield Case(f"deep query, {name}", "query", text.encode(), command=["query", "FILE", "--timeout", "20"],
                       statuses=statuses, place=False, data=few, stack=stack, memory=512, seconds=25)

    yield from deep("EXISTS side by side", "SELECT * { ?s ?p ?o " + "FILTER EXISTS { ?s ?p ?o } " * 3671 + "}")
    yield from deep("NOT EXISTS side by side", "SELECT * { ?s ?p ?o " + "FILTER NOT EXISTS { ?s ?p 1 } " * 3671 + "}")
    yield from deep("triple patterns", "ASK { " + " . ".join(["?s <urn:p> ?o"] * 30_077) + " }")
    yield from deep("filters between patterns", "ASK { " + " . ".join(
        f"?s <urn:p> ?o{i} FILTER(?o{i} != <urn:c{i}>)" for i in range(3000)) + " }")
    yield from deep("EXISTS in EXISTS", "ASK { ?s ?p ?o " + "FILTER EXISTS { ?s ?p ?o " * 120 + "}" * 120 + " }")
    yield from deep("a path in brackets", "SELECT * { ?s " + "(" * 120 + "<urn:p>" + ")*" * 120 + " ?o }")
    yield from deep("steps in brackets", "SELECT * { ?s " + "(" * 120 + "<urn:p>" + "/<urn:q>)*" * 120 + " ?o }")
    yield from deep("OPTIONAL in OPTIONAL", "ASK { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o " * 120 + "}" * 120 + " }")
    yield from deep("subqueries", "ASK { " + "{ SELECT * { ?s ?p ?o " * 60 + "} }" * 60 + " }", statuses=(0, 65))
    yield from deep("GRAPH in GRAPH", "ASK { " + "GRAPH ?g { " * 120 + "?s ?p ?o " + "}" * 120 + " }")
    yield from deep("BIND", "ASK { ?s ?p ?o " + "".join(f"BIND({i} AS ?b{i}) " for i in range(2000)) + "}",
                    statuses=(0, 65, 75))
    yield from deep("MINUS", "ASK { ?s ?p ?o " + "".join(f"MINUS {{ ?s <urn:p{i}> ?o }} " for i in range(2000)) + "}",
                    statuses=(0, 65, 75))
    yield from deep("UNION", "ASK { " + " UNION ".join(f"{{ ?s <urn:p{i}> ?o }}" for i in range(10_000)) + " }")
    yield from deep("a sum", "ASK { ?s ?p ?o FILTER(" + " + ".join(["?o"] * 480) + ") }", statuses=(0, 65))

    def memory(name, text, data, command="query"):
        yield Case(f"200 MiB, {name}", "query", text, command=[command, "FILE", "--limit-memory", "200", "--timeout", "30"],
                   statuses=(0, 65, 75), place=False, data=data, memory=640, seconds=40)

    some = lambda: labels(2_000, 100)
    long = lambda: labels(4, 8 << 20)
    mega = "a" * MIB
    yield from memory("a thousand $0", ('SELECT (STRLEN(REPLACE(?o, "^.+$", "%s")) AS ?n) { ?s ?p ?o }' % ("$0" * 1000)).encode(), long)
    yield from memory("a separator of 100 kB", ('SELECT (STRLEN(GROUP_CONCAT(?o; SEPARATOR="%s")) AS ?n) { ?s ?p ?o }'
                                                % (", " * 50_000)).encode(), lambda: labels(25_000, 10))
    yield from memory("names of a prefix of 1 MB", (f"PREFIX p: <http://e/{mega}> ASK {{ VALUES ?x {{ "
                                                   + " ".join(f"p:n{i}" for i in range(4000)) + " } }").encode(), few)
    yield from memory("references to a base of 1 MB", (f"BASE <http://e/{mega}> ASK {{ VALUES ?x {{ "
                                                      + " ".join(f"<#n{i}>" for i in range(4000)) + " } }").encode(), few)
    yield from memory("data of a prefix of 1 MB", (f"PREFIX p: <http://e/{mega}> INSERT DATA {{ "
                                                  + " . ".join(f"p:n{i} p:p p:o" for i in range(2000)) + " }").encode(), few,
                      "update")
    yield from memory("300 OPTIONALs", ("SELECT * { ?s ?p ?o " + "".join(
        f"OPTIONAL {{ ?s <http://e/p> ?o{i} }} " for i in range(300)) + "}").encode(), lambda: labels(20_000, 4))
    yield from memory("CONCAT of long texts", ("SELECT (STRLEN(CONCAT(" + ", ".join(["?o"] * 500) + ")) AS ?n) { ?s ?p ?o }").encode(), long)
    for name in ["STRBEFORE(?o, \"0\")", "UCASE(?o)", "SUBSTR(?o, 2)", "ENCODE_FOR_URI(?o)", "CONCAT(?o, STR(?s))"]:
        yield from memory(name, f"SELECT ({name} AS ?x) {{ ?s ?p ?o . ?s2 ?p ?o2 }} ORDER BY ?x LIMIT 1".encode(),
                          lambda: labels(20, 4 << 20))

    def timed(name, text, data):
        yield Case(f"3 s, {name}", "query", text.encode(), command=["query", "FILE", "--timeout", "3"],
                   statuses=(0, 75), place=False, data=data, memory=4096, seconds=3 * 1.2 + 0.2 + 1.5)

    rows = lambda: labels(20_000, 20)
    yield from timed("slow patterns", 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER REGEX(?o, "^(a|aa)+[b-z]") }', rows)
    yield from timed("slow patterns of computed texts",
                     'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER REGEX(CONCAT(?o, STR(?s)), "^(a|aa)+[b-z]") }', rows)
    yield from timed("slow replacements", 'SELECT (MAX(REPLACE(?o, "^(a|aa)+[b-z]", "")) AS ?n) { ?s ?p ?o }', rows)
    words = " ".join(f"word{i}" for i in range(100_000))
    yield from timed("words times words", 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER lys:matches(CONCAT(?o, "%s"), '
                     'CONCAT("%s ", STRAFTER(STR(?s), "/e/"))) }' % (words, words), rows)
    for digest in ["MD5", "SHA1", "SHA256", "SHA384", "SHA512"]:
        yield from timed(f"{digest} of 8 MB", "SELECT (MAX(%s(CONCAT(?o, STR(?s2)))) AS ?n) { ?s ?p ?o . ?s2 ?p ?o2 }" % digest,
                         lambda: labels(100, 8 << 16))
    yield from timed("planning", "ASK { " + " . ".join(f"?s{i % 8000} <http://e/p> ?s{(i * 7) % 7919}" for i in range(100_000))
                     + " }", rows)
    yield from timed("GROUP_CONCAT", "SELECT (STRLEN(GROUP_CONCAT(?o)) AS ?n) { ?s ?p ?o . ?s2 ?p ?o2 }", rows)
    big = "9" * 18_900
    yield from timed("long products", f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o . ?t ?p ?q FILTER((STRLEN(?o) + {big}) * "
                     f"(STRLEN(?q) + {big}) = 0) }}", rows)
    yield from timed("long sums", f"SELECT (SUM(STRLEN(?o) + {big}) AS ?n) {{ ?s ?p ?o . ?t ?p ?q }}", rows)
    yield from timed("long casts", f'SELECT (COUNT(xsd:integer(CONCAT("{big}", STR(STRLEN(?o))))) AS ?n) {{ ?s ?p ?o . ?t ?p ?q }}', rows)
    yield from timed("comparing long texts", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?t ?p ?q FILTER(CONCAT(?o, \"x\") = "
                     "CONCAT(?q, \"x\")) }", lambda: labels(100, 8 << 16))
    yield from timed("sorting long texts", "SELECT ?x { ?s ?p ?o . ?t ?p ?q BIND(CONCAT(?o, STR(?t)) AS ?x) } ORDER BY ?x LIMIT 1",
                     lambda: labels(400, 1 << 14))
    yield from timed("distinct rows", "SELECT DISTINCT ?o ?o2 ?o3 { ?s ?p ?o . ?s2 ?p ?o2 . ?s3 ?p ?o3 }", rows)
    yield from timed("a long template", "CONSTRUCT { " + " . ".join(f"?s <http://e/{i}> ?none" for i in range(20_000))
                     + " } WHERE { ?s ?p ?o }", rows)
    yield from timed("DESCRIBE", "DESCRIBE ?s ?t { ?s ?p ?o . ?t ?q ?r }", rows)
    yield from timed("VALUES beside VALUES", "SELECT (COUNT(*) AS ?n) { " + " ".join(
        "VALUES (?a%d ?b%d) { %s }" % (i, i, " ".join(f"({j} UNDEF)" for j in range(300))) for i in range(6))
        + " FILTER(?a0 + ?a1 + ?a2 < 0) }", rows)
    yield from timed("a path from everywhere", "SELECT (COUNT(*) AS ?n) { ?a (<http://e/p>|^<http://e/p>)* ?b . "
                     "?c (<http://e/p>|^<http://e/p>)* ?d FILTER(STR(?a) = STR(?d)) }", rows)
    yield from timed("nested repetitions", "SELECT (COUNT(*) AS ?n) { ?a " + "(" * 30 + "^<http://e/p>" + "/<http://e/p>)*" * 30
                     + " ?b }", rows)


def cases():
    """The list."""
    yield from query_cases()
    ten = 10 * 1024
    line = b"a" * MIB
    yield Case("10 GB line, literal", "ntriples", lambda: endless(b'<http://e/s> <http://e/p> "', line, ten))
    yield Case("10 GB line, IRI", "nquads", lambda: endless(b"<http://e/", line, ten))
    yield Case("10 GB line, comment", "ntriples", lambda: endless(b"# ", line, ten))
    yield Case("10 GB line, blanks", "ntriples", lambda: endless(b"<http://e/s>", b" " * MIB, ten))
    yield Case("10 GB literal", "turtle", lambda: endless(b'<http://e/s> <http://e/p> """', line + b"\n", ten))
    yield Case("10 GB name", "turtle", lambda: endless(b"PREFIX e: <http://e/>\ne:", line, ten))
    yield Case("10 GB list of objects", "trig", lambda: endless(b"<urn:s> <urn:p> 1", b" , 1" * (MIB // 4), ten),
               memory=2048)
    yield Case("10 GB string", "jsonld", lambda: endless(b'{"@id":"', line, ten), memory=3 * 1024, place=False)
    yield Case("10 GB attribute", "rdfxml", lambda: endless(b'<rdf:RDF a="', line, ten), memory=512)
    yield Case("10 GB text", "rdfxml", lambda: endless(
        XML.split("{}")[0].encode() + b"<rdf:Description><e:p>", line, ten), memory=512)

    million = 1_000_000
    for format, opening in [
        ("turtle", "<urn:s> <urn:p> " + "(" * million), ("turtle", "<urn:s> <urn:p> " + "[ <urn:p> " * (million // 10)),
        ("trig", "<urn:s> <urn:p> " + "<<( <urn:s> <urn:p> " * (million // 20)),
        ("ntriples", "<urn:s> <urn:p> " + "<<( <urn:s> <urn:p> " * (million // 20)),
        ("turtle", "<urn:s> <urn:p> <urn:o> " + "{| <urn:p> <urn:o> " * (million // 20)),
        ("jsonld", "[" * million), ("jsonld", '{"@graph":' * (million // 10)),
        ("jsonld", '{"@context":' * (million // 12)),
        ("rdfxml", XML.split("{}")[0] + "<rdf:Description><e:p>" * (million // 22)),
    ]:
        name = re.sub(r"(.)\1{4,}", r"\1\1\1…", opening[:40])
        yield Case(f"1 MB nesting, {name}", format, opening.encode())
    for opening in ["{" * million, "SELECT * { " + "{" * million, "SELECT ((" + "(" * million, "SELECT * { ?s " + "(" * million,
                    "SELECT * { ?s ?p " + "[ ?p " * (million // 5)]:
        yield Case(f"1 MB nesting in a query, {opening[:17]}", "query", opening.encode(), command=["query", "FILE"])

    for format, text in [("ntriples", STATEMENT), ("nquads", STATEMENT), ("turtle", STATEMENT), ("trig", STATEMENT),
                         ("rdfxml", RDF_XML), ("jsonld", JSON_LD)]:
        content = text.encode()
        for bad, name in [(b"\xff", "FF"), (b"\xed\xa0\x80", "a surrogate"), (b"\xc0\x80", "an overlong NUL"),
                          (b"\xf5\x80\x80\x80", "beyond U+10FFFF"), (b"\xc3", "half a character")]:
            step = 1 if bad == b"\xff" else 7
            for offset in range(0, len(content), step):
                yield Case(f"invalid UTF-8, {name}", format, content[:offset] + bad + content[offset:], at=offset)
        yield Case("NUL outside terms", format, content + b"\0")
        for offset in [5, 15]:
            yield Case("NUL in an IRI or tag", format, content[:offset] + b"\0" + content[offset:])
    for format, text in [("ntriples", STATEMENT), ("turtle", STATEMENT), ("jsonld", JSON_LD)]:
        for escape in ["\\uD800", "\\uDFFF", "\\uD800x", "\\uDC00\\uD800"]:
            yield Case("an escaped surrogate in a text", format, text.replace("text", escape).encode())
        yield Case("an escaped surrogate in an IRI", format, text.replace("e/s", "e/\\uD800").encode())
    yield Case("an escaped NUL in an IRI", "turtle", STATEMENT.replace("e/s", "e/\\u0000").encode())
    yield Case("an escape beyond U+10FFFF", "turtle", STATEMENT.replace("text", "\\U00110000").encode())
    yield Case("a surrogate reference", "rdfxml", RDF_XML.replace("text", "&#xD800;").encode())
    yield Case("a NUL reference", "rdfxml", RDF_XML.replace("text", "&#0;").encode())

    entities = '<!ENTITY a0 "lollollollol">' + "".join(
        f'<!ENTITY a{i} "{("&a%d;" % (i - 1)) * 10}">' for i in range(1, 12))
    yield Case("billion laughs", "rdfxml", f"<!DOCTYPE x [{entities}]>{RDF_XML.replace('text', '&a11;')}".encode())
    yield Case("billion laughs in an attribute", "rdfxml",
               f"<!DOCTYPE x [{entities}]>{RDF_XML.replace('http://e/s', '&a11;')}".encode())
    yield Case("quadratic blowup", "rdfxml",
               f"<!DOCTYPE x [<!ENTITY a \"{'a' * 100_000}\">]>{RDF_XML.replace('text', '&a;' * 100_000)}".encode())
    for forward in [False, True]:
        for attribute in [False, True]:
            yield Case("a chain of 24,000 entities", "rdfxml", entity_chain(24_000, forward, attribute))
    for opening, closing in [(b"<!-- ", b" -->"), (b"<?a ", b"?>")]:
        head, rest = RDF_XML.encode().split(b">", 1)
        yield Case("60 MB between brackets", "rdfxml", lambda head=head, rest=rest, opening=opening, closing=closing: (
            piece for piece in [head + b">" + opening, *[b"x" * MIB] * 57, closing + rest]), statuses=(0,), place=False)
    yield Case("prefixes that collided", "turtle", lambda: [turtle_of_prefixes(prefixes_that_met(60_000)).encode()],
               command=["convert", "-", "--from", "turtle", "--to", "ntriples"], statuses=(0,), place=False)
    yield Case("an entity of itself", "rdfxml",
               f'<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>{RDF_XML.replace("text", "&a;")}'.encode())
    for kind in ['SYSTEM "file:///etc/passwd"', 'PUBLIC "x" "http://e/x"']:
        yield Case("an external entity", "rdfxml",
                   f"<!DOCTYPE x [<!ENTITY a {kind}>]>{RDF_XML.replace('text', '&a;')}".encode())
    # A reader that does not validate goes on without it, and never opens what it names.
    yield Case("an external subset", "rdfxml", f'<!DOCTYPE x SYSTEM "file:///etc/passwd">{RDF_XML}'.encode(),
               statuses=(0,), place=False)

    yield Case("gzip bomb", "ntriples", lambda: gzip_bomb(10 << 30), place=False)
    packed = gzip.compress((STATEMENT * 100).encode())
    for format in ["ntriples", "turtle", "rdfxml", "jsonld"]:
        yield Case("truncated gzip", format, packed[:-9], place=False)
    for length in [1, 2, 9, 10, 11, len(packed) - 1]:
        yield Case("truncated gzip", "ntriples", packed[:length], place=length == 1)
    yield Case("gzip with a wrong checksum", "ntriples", packed[:-8] + b"\0\0\0\0" + packed[-4:], place=False)
    yield Case("gzip with bytes after it", "ntriples", packed + b"x", place=False)

    yield Case("a million prefixes", "turtle", lambda: (f"PREFIX p{i}: <http://e/{i}>\n".encode() for i in range(million)))
    yield Case("a million prefixes", "trig",
               lambda: (f"@prefix p{i}: <http://e/{i}> .\n".encode() for i in range(million)))
    yield Case("a million prefixes", "rdfxml", lambda: (
        (f' xmlns:p{i}="http://e/{i}"' if i else "<rdf:RDF").encode() for i in range(million)), memory=512)
    yield Case("a million prefixes in a query", "query", lambda: (
        f"PREFIX p{i}: <http://e/{i}>\n".encode() for i in range(million)), command=["query", "FILE"], memory=512)

    for character in [" ", "\t", "\n", "<", '"', "{", "|", "^", "`", "\\"]:
        for format in ["ntriples", "nquads", "turtle", "trig"]:
            yield Case("a character that no IRI has", format, STATEMENT.replace("e/s", "e/" + character + "s").encode())
    for iri in ["http://ex/a#b#c", "http://ex:80a/", "http://ex/[a]", "http://ex/%zz", "http://[1::2::3]/", "http://u@v@ex/",
                "http://ex/\uFFFE", "http://ex/\uE000"]:
        for format, text in [("ntriples", STATEMENT), ("turtle", STATEMENT), ("rdfxml", RDF_XML)]:
            yield Case("an IRI that RFC 3987 forbids", format, text.replace("http://e/s", iri).encode())
        yield Case("an IRI that RFC 3987 forbids, in a query", "query", f"ASK {{ <{iri}> ?p ?o }}".encode(),
                   command=["query", "FILE"])
    yield Case("an IRI with a space", "rdfxml", RDF_XML.replace("e/s", "e/ s").encode())
    yield Case("an IRI with a space in a query", "query", b"ASK { <http://e/ s> ?p ?o }", command=["query", "FILE"])

    clique = "".join(f"_:a{i} <urn:p> _:a{j} .\n" for i in range(12) for j in range(12))
    yield Case("a poisoned graph", "ntriples", clique.encode(), command=["canonicalize", "-", "--from", "ntriples"],
               place=False)


def growing_cases():
    """What a long namespace, base or token makes of a small document, and blank nodes that look alike."""
    long, many = "x" * 1_000_000, range(4_000)
    prefixed = "".join(f"p:a{i} p:b p:c{i} .\n" for i in many)
    relative = "".join(f"<a{i}> <b> <c{i}> .\n" for i in many)
    yield Case("names of a long namespace", "turtle", f"@prefix p: <http://e/{long}> .\n{prefixed}".encode())
    yield Case("names of a long namespace", "trig", f"@prefix p: <http://e/{long}> .\n{{{prefixed}}}".encode())
    yield Case("names under a long base", "turtle", f"@base <http://e/{long}/> .\n{relative}".encode())
    yield Case("bases upon bases", "turtle", b"@base <http://e/> .\n" + b"@base <a/> .\n" * 100_000)
    yield Case("names under a long base", "rdfxml", XML.replace("xmlns:e", f'xml:base="http://e/{"x" * 4000}/" xmlns:e').format(
        "".join(f'<e:A rdf:about="a{i}"/>' for i in range(40_000))).encode())
    yield Case("bases inside bases", "rdfxml", XML.split("{}")[0].encode() + (
        f'<e:A xml:base="{"x" * 4000}/"><e:p>'.encode()) * 2_000)
    graph = ",".join(f'{{"@id":"p:a{i}","p:b":{{"@id":"p:c{i}"}}}}' for i in many)
    for context in [f'"p":"http://e/{long}/"', f'"@base":"http://e/{long}/"', f'"@vocab":"http://e/{long}/"']:
        names = graph if context.startswith('"p"') else graph.replace("p:", "")
        yield Case("names of a long namespace", "jsonld", f'{{"@context":{{{context}}},"@graph":[{names}]}}'.encode(),
                   place=False)
    keys = ",".join(f'"p:a{i}":1' for i in many)
    yield Case("keys of a long namespace", "jsonld",
               f'{{"@context":{{"p":"http://e/{long}/"}},"@id":"urn:s",{keys}}}'.encode(), place=False)
    head, rest = RDF_XML.encode().split(b">", 1)
    for opening, closing in [(b"<!DOCTYPE x [<!-- ", b"-->]>"), (b"<!DOCTYPE x [<?a ", b"?>]>"), (b"<!DOCTYPE x", b">"),
                             (b'<!DOCTYPE x [<!ENTITY a "', b'">]>'), (b"<!DOCTYPE x [<!ENTITY a", b' "b">]>'),
                             (b'<!DOCTYPE x [<!ATTLIST e a CDATA "', b'">]>')]:
        yield Case("60 MB in a document type", "rdfxml", lambda opening=opening, closing=closing: (
            piece for piece in [opening, *[b"x" * MIB] * 57, closing + RDF_XML.encode()]), statuses=(0, 65, 75), place=False)
    for opening in [b"<e:a", b"<e:a ", b'<e:a e:b="', b"<![CDATA[", b"&a", b"&#0"]:
        filling = {b"<e:a ": b" ", b"&#0": b"0"}.get(opening, b"x")
        yield Case("60 MB of one token", "rdfxml", lambda opening=opening, filling=filling: (
            piece for piece in [head + b">" + opening, *[filling * MIB] * 57]), memory=512)
    # What is the same is found to be the same.
    for name, text in [
            ("a chain of blank nodes", "".join(f"_:b{i} <urn:p> _:b{i + 1} .\n" for i in range(500))),
            ("a ring of blank nodes", "".join(f"_:b{i} <urn:p> _:b{(i + 1) % 500} .\n" for i in range(500))),
            ("equal members of a list", "<urn:s> <urn:p> (" + ' "x"' * 600 + ") ."),
            ("a union of restrictions", "<urn:s> <urn:u> (" + " [ a <urn:R> ; <urn:on> <urn:p> ]" * 400 + ") .")]:
        for format in ["rdfxml", "turtle"]:
            yield Case(f"{name}, to {format}", "turtle", text.encode(), statuses=(0,), place=False,
                       command=["convert", "-", "--from", "turtle", "--to", format])


def run(lys, case, folder):
    """Runs a case; what is wrong with it, and what it took."""
    content = case.content() if callable(case.content) else [case.content]
    arguments = list(case.command)
    if "FILE" in arguments:
        file = folder / "input.rq"
        with file.open("wb") as stream:
            stream.writelines(content)
        arguments[arguments.index("FILE")] = str(file)
        (folder / "data.nt").write_bytes(case.data() if callable(case.data) else case.data)
        arguments += ["-d", str(folder / "data.nt")]
        content = []
    with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
        start = time.monotonic()
        limit = case.stack and (lambda: resource.setrlimit(resource.RLIMIT_STACK, (case.stack << 10, case.stack << 10)))
        process = subprocess.Popen([lys, *arguments, "--language", "en"], stdin=subprocess.PIPE, stdout=out, stderr=err,
                                   preexec_fn=limit)

        def feed():
            try:
                for piece in content:
                    process.stdin.write(piece)
                process.stdin.close()
            except (BrokenPipeError, ValueError):
                pass

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        killer = threading.Timer(6 * SECONDS, process.kill)
        killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        killer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        feeder.join(timeout=5)
    message = (folder / "err").read_bytes().decode(errors="replace").strip()
    memory = usage.ru_maxrss // 1024
    wrong = []
    if process.returncode not in case.statuses:
        wrong.append(f"exit code {process.returncode}")
    if not message and process.returncode != 0:
        wrong.append("nothing said")
    elif case.place and message and not re.search(r"\d+:\d+|\b(line|ligne) \d+", message):
        wrong.append("no place")
    if seconds > case.seconds:
        wrong.append(f"{seconds:.1f} s")
    if memory > case.memory:
        wrong.append(f"{memory} MiB")
    return wrong, seconds, memory, process.returncode, message


def main():
    lys, part = os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    rows, failures = {}, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "empty.nt").write_bytes(b"")
        for case in itertools.chain(cases(), growing_cases()):
            if part not in case.name:
                continue
            wrong, seconds, memory, status, message = run(lys, case, folder)
            row = rows.setdefault((case.name, case.format), [0, 0, 0.0, 0, set(), ""])
            row[0] += 1
            row[1] += not wrong
            row[2], row[3] = max(row[2], seconds), max(row[3], memory)
            row[4].add(status)
            row[5] = row[5] or message.splitlines()[0][:110] if message else row[5]
            if wrong:
                failures += 1
                place = "" if case.at is None else f" at byte {case.at}"
                print(f"FAILED {case.name}, {case.format}{place}: {', '.join(wrong)}: {message[:200]!r}", flush=True)
    print("| input | format | passed | exit | seconds | MiB | says |\n|---|---|---|---|---|---|---|")
    for (name, format), (count, passed, seconds, memory, statuses, message) in rows.items():
        codes = ", ".join(map(str, sorted(statuses)))
        print(f"| {name} | {format} | {passed} of {count} | {codes} | {seconds:.1f} | {memory} | {message} |")
    failures += hostile_trust.run_all(lys, part)
    sys.exit(1 if failures else 0)


main()
