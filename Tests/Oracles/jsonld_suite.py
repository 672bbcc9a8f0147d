#!/usr/bin/env python3
"""Every test of the W3C's JSON-LD suites through the command: jsonld_suite.py LYS [SUITES] [SUITE…]

Documents come from a folder by --document-map; those of remote-doc come from a server on 127.0.0.1, which says what
each test wants said. Results are compared as the README of the suites says: objects and arrays without order but for
@list, language tags without case, blank nodes up to their names; compacted ones also expanded again.
"""

import http.server
import json
import pathlib
import subprocess
import sys
import tempfile
import threading

import pyoxigraph as ox

API = "https://w3c.github.io/json-ld-api/tests/"
FRAMING = "https://w3c.github.io/json-ld-framing/tests/"
SUITES = {
    "expand": (API, "expand"), "compact": (API, "compact"), "flatten": (API, "flatten"), "frame": (FRAMING, "frame"),
    "toRdf": (API, "to-rdf"), "fromRdf": (API, "from-rdf"), "html": (API, None), "remote-doc": (API, None),
}
OPERATIONS = {
    "jld:ExpandTest": "expand", "jld:CompactTest": "compact", "jld:FlattenTest": "flatten", "jld:FrameTest": "frame",
    "jld:ToRDFTest": "to-rdf", "jld:FromRDFTest": "from-rdf",
}
OPTIONS = [
    "base", "processingMode", "compactArrays", "compactToRelative", "useNativeTypes", "useRdfType", "rdfDirection",
    "omitGraph", "extractAllScripts",
]


def same(a, b, in_list, names, then):
    """Whether two documents are the same, by a search over pairings; `then` goes on with the names of blank nodes."""
    if isinstance(a, str) and isinstance(b, str):
        names = renamed(a, b, names)
        return names is not None and then(names)
    if isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            return False
        if not a:
            return then(names)
        for i in range(1 if in_list else len(b)):
            rest = b[:i] + b[i + 1:]
            if same(a[0], b[i], False, names, lambda n: same(a[1:], rest, in_list, n, then)):
                return True
        return False
    if isinstance(a, dict) and isinstance(b, dict):
        return len(a) == len(b) and same_members(list(a.items()), dict(b), names, then)
    # True is not 1.
    return type(a) is type(b) and a == b and then(names) or (
        isinstance(a, (int, float)) and isinstance(b, (int, float)) and not isinstance(a, bool)
        and not isinstance(b, bool) and a == b and then(names))


def same_members(a, b, names, then):
    if not a:
        return then(names)
    (name, value), rest = a[0], a[1:]
    candidates = [k for k in b if k.startswith("_:")] if name.startswith("_:") else [name] if name in b else []
    for key in candidates:
        extended = renamed(name, key, names)
        if extended is None:
            continue
        left, right = value, b[key]
        if name == "@language":
            left, right = lowered(left), lowered(right)
        others = {k: v for k, v in b.items() if k != key}
        if same(left, right, name == "@list", extended, lambda n: same_members(rest, others, n, then)):
            return True
    return False


def renamed(a, b, names):
    if not (a.startswith("_:") and b.startswith("_:")):
        return names if a == b else None
    if a in names:
        return names if names[a] == b else None
    if b in names.values():
        return None
    return {**names, a: b}


def lowered(value):
    return value.lower() if isinstance(value, str) else value


def equal(a, b):
    return same(a, b, False, {}, lambda names: True)


def canonical(text):
    dataset = ox.Dataset(ox.parse(text.encode(), format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


class Server(http.server.BaseHTTPRequestHandler):
    """Answers as the options of the test at hand say."""

    folder, entry = None, None

    def do_GET(self):
        path = self.path.lstrip("/").split("?")[0]
        entry = self.entry if self.entry and path == self.entry["input"] else {}
        option = entry.get("option", {})
        if "redirectTo" in option:
            self.send_response(option["httpStatus"])
            self.send_header("Location", "/" + option["redirectTo"])
            self.send_header("Content-Length", "0")
            return self.end_headers()
        file = self.folder / path
        if not file.is_file():
            return self.send_error(404)
        types = {".json": "application/json", ".html": "text/html"}
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", option.get("contentType", types.get(file.suffix, "application/ld+json")))
        links = option.get("httpLink", [])
        for link in [links] if isinstance(links, str) else links:
            self.send_header("Link", link)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Runner:
    def __init__(self, lys, suites):
        self.lys, self.suites = lys, suites
        self.folders = {API: suites / "json-ld-api", FRAMING: suites / "json-ld-framing"}
        Server.folder = self.folders[API]
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.scratch = pathlib.Path(tempfile.mkdtemp())

    def command(self, *arguments):
        maps = [f"--document-map={base}={folder}" for base, folder in self.folders.items()]
        return subprocess.run(
            [self.lys, "jsonld", *map(str, arguments), *maps, "--language", "en"], capture_output=True, timeout=120)

    def run(self, suite, base, entry, ordered):
        """Why a test fails; None where it passes."""
        folder, option = self.folders[base], entry.get("option", {})
        operation = SUITES[suite][1] or next(OPERATIONS[t] for t in entry["@type"] if t in OPERATIONS)
        arguments, address = [], base + entry["input"]
        if suite == "remote-doc":
            Server.entry = entry
            address = f"http://127.0.0.1:{self.server.server_port}/{entry['input']}"
            arguments += ["--allow-network", "--allow-address", "127.0.0.1"]
        elif option.get("contentType") == "application/xhtml+xml":
            # A folder tells the media type by the name of the file.
            copy = self.scratch / (pathlib.Path(entry["input"]).stem + ".xhtml")
            copy.write_bytes((folder / entry["input"]).read_bytes())
            address = copy
        if operation == "from-rdf":
            address = folder / entry["input"]
        for name in OPTIONS:
            if name in option:
                value = option[name]
                arguments += ["--option", f"{name}={str(value).lower() if isinstance(value, bool) else value}"]
        if "expandContext" in option:
            arguments += ["--option", f"expandContext={folder / option['expandContext']}"]
        if "context" in entry:
            arguments += ["--context", folder / entry["context"]]
        if "frame" in entry:
            arguments += ["--frame", base + entry["frame"]]
        if ordered and operation != "to-rdf":
            arguments += ["--option", "ordered=true"]
        done = self.command(operation, address, *arguments)
        said = done.stderr.decode()
        if "jld:NegativeEvaluationTest" in entry["@type"]:
            code = entry["expectErrorCode"]
            return None if done.returncode == 65 and f"{code}: " in said else f"{done.returncode} {said or 'no error'}"
        if done.returncode != 0:
            return f"{done.returncode} {said}"
        found = done.stdout.decode().replace(f"http://127.0.0.1:{self.server.server_port}/", API)
        if "expect" not in entry:
            return None
        expected = (folder / entry["expect"]).read_text()
        if operation == "to-rdf":
            return None if canonical(found) == canonical(expected) else "another dataset"
        found, expected = json.loads(found), json.loads(expected)
        if not equal(found, expected):
            return "another document"
        if operation in ("compact", "frame") or "context" in entry:
            if not equal(self.expanded(found, base), self.expanded(expected, base)):
                return "another document when expanded"
        return None

    def expanded(self, document, base):
        file = self.scratch / "document.jsonld"
        file.write_text(json.dumps(document))
        return json.loads(self.command("expand", file, "--base", base).stdout)


def main():
    lys = sys.argv[1]
    suites = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/suites")
    runner, isWrong = Runner(lys, suites), False
    for suite in sys.argv[3:] or SUITES:
        base = SUITES[suite][0]
        manifest = json.loads((runner.folders[base] / f"{suite}-manifest.jsonld").read_text())
        tests = [
            t for t in manifest["sequence"]
            if t.get("option", {}).get("specVersion") != "json-ld-1.0"
            and not t.get("option", {}).get("produceGeneralizedRdf")
        ]
        for ordered in (False, True):
            failures = {t["@id"]: why for t in tests if (why := runner.run(suite, base, t, ordered))}
            isWrong = isWrong or bool(failures)
            print(f"{suite}, {'ordered' if ordered else 'unordered'}: {len(tests) - len(failures)} of {len(tests)}")
            for test, why in failures.items():
                print("   ", test, why.strip()[:200])
    sys.exit(1 if isWrong else 0)


if __name__ == "__main__":
    sys.setrecursionlimit(100_000)
    main()
