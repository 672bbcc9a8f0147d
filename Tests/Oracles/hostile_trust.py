"""Folders, files and streams that are made to hurt: each scenario gives what is wrong, or nothing.

hostile.py runs these after its inputs; hostile_trust.py LYS [PART-OF-A-NAME] runs them alone.
"""

import contextlib
import ctypes
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SECONDS = 10


class Place:
    """A folder of its own with a small directory, and the command in it."""

    def __init__(self, lys, folder):
        self.lys, self.folder, self.wrong = lys, folder, []
        source, self.sheets = PROJECT / "directory", folder / "directory"
        self.sheets.mkdir()
        for name in ["conditions.csv", "publication.yaml"]:
            (self.sheets / name).write_bytes((source / name).read_bytes())
        lines = (source / "organizations.csv").read_bytes().splitlines(keepends=True)
        (self.sheets / "organizations.csv").write_bytes(b"".join(lines[:9]))
        (folder / "x.nt").write_text('<urn:a> <urn:p> "x" .\n')

    def start(self, *arguments, **options):
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        return subprocess.Popen([self.lys, *map(str, arguments), "--language", "en"], cwd=self.folder, **options)

    def run(self, *arguments, status=0, says="", **options):
        """Runs the command; a status or a message that differs is wrong."""
        process = self.start(*arguments, **options)
        try:
            out, err = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            self.wrong.append(f"{' '.join(map(str, arguments))}: no end in {SECONDS} s")
            return out
        message = (err or b"").decode(errors="replace")
        if process.returncode != status or says not in message or (status not in (0, 1) and not message):
            self.wrong.append(f"{' '.join(map(str, arguments))[:80]}: {process.returncode} {message.strip()[:200]!r}")
        return out

    def expect(self, holds, what):
        if not holds:
            self.wrong.append(what)

    def beside(self):
        return sorted(name for name in os.listdir(self.folder) if name not in {"directory", "x.nt"})

    def edit_receipt(self, edit):
        file = self.folder / "exports/receipt.json"
        receipt = json.loads(file.read_text())
        edit(receipt)
        file.write_text(json.dumps(receipt))


def a_receipt_that_claims_others_files(place):
    place.run("export")
    exports = place.folder / "exports"
    names = ["notes.txt", "../directory/organizations.csv", "../x.nt", str(place.folder / "x.nt"), "sub", ".", ".."]
    (exports / "notes.txt").write_text("mine")
    (exports / "sub").mkdir()
    (exports / "sub/deep").write_text("mine")
    place.edit_receipt(lambda receipt: receipt["files"].extend(dict(receipt["files"][0], name=n) for n in names))
    with open(exports / "directory.csv", "a") as table:
        table.write("by hand\n")
    place.run("export", says="changed by hand")
    for name in ["exports/notes.txt", "exports/sub/deep", "directory/organizations.csv", "x.nt"]:
        place.expect((place.folder / name).exists(), f"{name} is gone")
    place.expect("by hand" in (exports / "directory.csv.changed").read_text(), "what was changed by hand is gone")
    place.expect("by hand" not in (exports / "directory.csv").read_text(), "directory.csv is the old one")


def a_keepers_own_files(place):
    exports = place.folder / "exports"
    exports.mkdir()
    for name in ["directory.csv", "receipt.json", "catalog.ttl"]:
        (exports / name).write_text("mine")
        place.run("export", status=73, says=name)
        place.expect((exports / name).read_text() == "mine", f"{name} is gone")
        (exports / name).unlink()
    os.mkfifo(exports / "directory.csv")
    place.run("export", status=73)


def siblings_of_others(place):
    place.run("export")
    names = [f".exports.{end}" for end in ["next", "last", "lys", "lys-2"]]
    for name in names:
        (place.folder / name).mkdir()
        (place.folder / name / "mine").write_text(name)
    (place.folder / ".exports.lys/plan").write_text("mine")
    place.run("export")
    place.expect(place.beside() == sorted([*names, "exports"]), str(place.beside()))
    for name in names:
        place.expect((place.folder / name / "mine").read_text() == name, f"{name} was changed")


def what_is_carried_over(place):
    place.run("export")
    exports = place.folder / "exports"
    (exports / "notes.txt").write_text("mine")
    os.utime(exports / "notes.txt", ns=(10**18, 10**18 + 7))
    with contextlib.suppress(PermissionError):
        os.chown(exports / "notes.txt", 65534, 65534)
    before = os.stat(exports / "notes.txt")
    os.mkfifo(exports / "pipe")
    (exports / "link").symlink_to("/nowhere")
    (exports / "locked").mkdir()
    (exports / "locked/x").write_text("mine")
    (exports / "locked").chmod(0o555)
    for _ in range(2):
        place.run("export")
        after = os.stat(exports / "notes.txt")
        same = [(s.st_mtime_ns, s.st_uid, s.st_gid, s.st_mode) for s in (before, after)]
        place.expect(same[0] == same[1], f"{same}")
        place.expect({"pipe", "link", "locked"} <= set(os.listdir(exports)), str(os.listdir(exports)))
    place.expect(place.beside() == ["exports"], str(place.beside()))
    (exports / "locked").chmod(0o755)


def signals_and_kills(place):
    place.run("export")
    (place.folder / "exports/notes.txt").write_text("mine")
    for number, kind in enumerate([signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL] * 6):
        process = place.start("export", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not (place.folder / ".exports.lys").exists() and process.poll() is None:
            time.sleep(0.0005)
        time.sleep(random.Random(number).random() * 0.05)
        process.send_signal(kind)
        process.wait()
        if kind == signal.SIGKILL:
            place.run("export")
        place.expect(place.beside() == ["exports"], f"{kind.name}: {place.beside()}")
        place.expect((place.folder / "exports/notes.txt").exists(), f"{kind.name}: notes.txt is gone")
        place.expect((place.folder / "exports/receipt.json").exists(), f"{kind.name}: no bundle")


def exchange(one, other):
    ctypes.CDLL(None, use_errno=True).renameat2(-100, os.fsencode(one), -100, os.fsencode(other), 2)


def a_query_during_exports(place):
    """Two bundles, of two sizes, that take each other's place while they are asked."""
    lines = (PROJECT / "directory/organizations.csv").read_bytes().splitlines(keepends=True)
    place.run("export")
    (place.sheets / "organizations.csv").write_bytes(b"".join(lines[:12]))
    place.run("export", "-o", "other")
    query = """SELECT (COUNT(DISTINCT ?a) - COUNT(DISTINCT ?b) AS ?n)
               { { ?a a lys:PatientOrganization } UNION { GRAPH ?g { ?b a lys:PatientOrganization } } }"""
    stop = threading.Event()

    def swap():
        while not stop.is_set():
            exchange(place.folder / "exports", place.folder / "other")
            time.sleep(0.001)

    swapper = threading.Thread(target=swap)
    swapper.start()
    mixed = sum(place.run("query", query, "--format", "csv") != b"n\r\n0\r\n" for _ in range(200))
    stop.set()
    swapper.join()
    place.expect(mixed == 0, f"{mixed} of 200 answers are of two bundles")


def updates_at_the_same_time(place):
    runs = [place.start("update", f"INSERT DATA {{ <urn:a> <urn:p> '{n}' }}", "-d", "x.nt", "-o", "./x.nt")
            for n in range(20)]
    done = [run.wait() for run in runs]
    lines = len((place.folder / "x.nt").read_text().splitlines())
    place.expect(lines == 1 + done.count(0), f"{lines} statements after {done.count(0)} updates")
    place.expect(all(status in (0, 75) for status in done), str(done))


def closed_and_full_streams(place):
    for closed in ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"]:
        (place.folder / "bad.nt").write_text("wrong\n")
        line = f'"{place.lys}" convert bad.nt -o out.nt {closed}; "{place.lys}" convert x.nt -o out.nt {closed}'
        subprocess.run(["sh", "-c", line], cwd=place.folder, capture_output=True, check=False)
        text = (place.folder / "out.nt").read_text()
        place.expect(text == '<urn:a> <urn:p> "x" .\n', f"{closed}: {text!r}")
    for arguments in [["--help"], ["convert", "x.nt"], ["query", "ASK {}", "-d", "x.nt"], ["canonicalize", "x.nt"]]:
        with open("/dev/full", "wb") as full:
            place.run(*arguments, status=74, says="no space left", stdout=full)


def pipes_and_sizes(place):
    (place.folder / "map").mkdir()
    os.mkfifo(place.folder / "map/pipe")
    (place.folder / "map/out").symlink_to(place.sheets / "publication.yaml")
    with open(place.folder / "map/sparse", "wb") as sparse:
        sparse.truncate(3 << 30)
    for name in ["pipe", "out", "sparse", "missing"]:
        (place.folder / "x.jsonld").write_text(json.dumps({"@context": f"http://e/{name}"}))
        place.run("jsonld", "expand", "x.jsonld", "--document-map", "http://e/=map", status=65, says=name)
    place.run("query", "map/sparse", "-d", "x.nt", status=75)
    place.run("convert", "map/sparse", "--from", "jsonld", status=65)
    place.run("update", f"LOAD <file://{place.folder}/map/pipe>", "--allow-load", status=66)
    os.truncate(place.sheets / "organizations.csv", 3 << 30)
    place.run("export", status=75)


def limits_of_every_command(place):
    """A graph that takes long to canonicalize, and a pipe that never ends."""
    clique = "".join(f"_:a{i} <urn:p> _:a{j} .\n" for i in range(14) for j in range(14))
    (place.folder / "clique.nt").write_text(clique)
    os.mkfifo(place.folder / "pipe.nt")
    for arguments in [["canonicalize", "clique.nt", "--work-limit", "999999999"],
                      ["diff", "x.nt", "pipe.nt"], ["search", "x", "-d", "pipe.nt"], ["convert", "pipe.nt"]]:
        start = time.monotonic()
        place.run(*arguments, "--timeout", "1", status=75)
        seconds = time.monotonic() - start
        place.expect(seconds < 1.4, f"{arguments[0]}: {seconds:.2f} s")


SCENARIOS = [
    a_receipt_that_claims_others_files, a_keepers_own_files, siblings_of_others, what_is_carried_over,
    signals_and_kills, a_query_during_exports, updates_at_the_same_time, closed_and_full_streams, pipes_and_sizes,
    limits_of_every_command,
]


def run_all(lys, part):
    """Runs the scenarios; how many failed."""
    failures = 0
    for scenario in SCENARIOS:
        name = scenario.__name__.replace("_", " ")
        if part not in name:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            place = Place(lys, pathlib.Path(folder))
            try:
                scenario(place)
            except OSError as error:
                place.wrong.append(str(error))
            for wrong in place.wrong:
                print(f"FAILED {name}: {wrong}", flush=True)
            failures += bool(place.wrong)
        print(f"{name}: {'failed' if place.wrong else 'passed'}, {time.monotonic() - start:.1f} s", flush=True)
    return failures


if __name__ == "__main__":
    sys.exit(1 if run_all(os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "") else 0)
