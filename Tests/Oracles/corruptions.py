#!/usr/bin/env python3
"""Damages the sheets of a directory at random and watches what `lys export` makes of it.

    corruptions.py LYS [ROUNDS] [SEED] [DIRECTORY]

Each round damages one place: a cell, a byte or a line of organizations.csv or conditions.csv. Then either the export
ends with 65, says why, and every byte of the last bundle is as it was; or it publishes a bundle that its receipt
vouches for, in which only the records of the damaged rows differ, and of directory.csv only their lines. Round N of a
seed is the same on every machine, whatever the rounds before it did.
"""

import collections
import csv
import hashlib
import io
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

LETTERS = ["a", "é", "Œ", ";", ",", '"', "'", "<", ">", "{", "\\", " ", "\n", "\r\n", "\t", "\0", "\u202e", "\u00a0",
           "\ufeff", "\u2028", "e\u0301", "😀", "0", "9", "%", "#", "@", ":", "/", "|", "\x01", "^", "ﬁ", "\u200b"]
BASE = "https://w3id.org/lys/directory/quebec/"


def rows(data):
    """The cells of a sheet, as Python reads it; None where it is no text."""
    try:
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return None


def written(table):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(table)
    return out.getvalue().encode()


def damaged(data, rng):
    """A sheet with one thing wrong, and a word for what was done to it."""
    kind = rng.choices(["other row", "other column", "empty", "letter in", "letter out", "letter for letter",
                        "byte for byte", "byte in", "byte out", "line out", "line twice", "lines swapped", "cut off"],
                       weights=[16, 8, 14, 16, 12, 12, 5, 4, 4, 3, 2, 2, 2])[0]
    table = rows(data)
    row, column = rng.randrange(1, len(table)), rng.randrange(len(table[0]))
    cell = table[row][column]
    if kind in ("letter in", "letter out", "letter for letter") and rng.random() < 0.7 and not cell:
        row, column = rng.choice([(r, c) for r in range(1, len(table)) for c in range(len(table[0])) if table[r][c]])
        cell = table[row][column]
    place = rng.randrange(len(cell) + 1)
    at, line = rng.randrange(len(data)), rng.randrange(1, len(table))
    lines = data.splitlines(keepends=True)
    match kind:
        case "other row": table[row][column] = rng.choice(table[1:])[column]
        case "other column": table[row][column] = rng.choice(table[1:])[rng.randrange(len(table[0]))]
        case "empty": table[row][column] = ""
        case "letter in": table[row][column] = cell[:place] + rng.choice(LETTERS) + cell[place:]
        case "letter out": table[row][column] = cell[:place] + cell[place + 1:]
        case "letter for letter": table[row][column] = cell[:place] + rng.choice(LETTERS) + cell[place + 1:]
        case "byte for byte": return kind, data[:at] + bytes([rng.randrange(256)]) + data[at + 1:]
        case "byte in": return kind, data[:at] + bytes([rng.randrange(256)]) + data[at:]
        case "byte out": return kind, data[:at] + data[at + 1:]
        case "line out": return kind, b"".join(lines[:line] + lines[line + 1:])
        case "line twice": return kind, b"".join(lines[:line + 1] + lines[line:])
        case "lines swapped": return kind, b"".join(lines[:line - 1] + [lines[line], lines[line - 1]] + lines[line + 1:])
        case "cut off": return kind, data[:at]
    return f"{kind} in {table[0][column]}", written(table)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def vouched(bundle):
    """What is wrong with a bundle by its receipt."""
    receipt = json.loads(bundle["receipt.json"])
    names = {file["name"] for file in receipt["files"]} | {"receipt.json"}
    if names != set(bundle):
        return [f"files {names ^ set(bundle)}"]
    return [f"{file['name']} is not what the receipt says" for file in receipt["files"]
            if hashlib.sha256(bundle[file["name"]]).hexdigest() != file["sha256"]]


def key(table):
    """The rows of a sheet by id, every cell trimmed, by column name."""
    head = [name.strip() for name in table[0]]
    return collections.Counter((row[0].strip(), tuple(zip(head, (cell.strip() for cell in row)))) for row in table[1:] if any(row))


def compare(name, old_sheets, new_sheets, old, new, columns):
    """What is wrong with a published bundle, given the sheets before and after."""
    problems = vouched(new)
    before, after = rows(old_sheets[name]), rows(new_sheets[name])
    if after is None:
        return problems + ["published what Python cannot read"]
    changed = (key(before) - key(after)) + (key(after) - key(before))
    ids = {id for id, _ in changed}
    kind = name.removesuffix("s.csv")
    allowed = {f"<{BASE}record/{kind}/{id}>" for id in ids}
    organizations = {id for id in ids} if kind == "organization" else set()
    if kind == "condition":
        # An organization that represents a condition says so of its IRI and, in directory.csv, by its names.
        for line in (old["directory.nq"] + new["directory.nq"]).decode().splitlines():
            if any(f"<{BASE}condition/{id}>" in line for id in ids) and "/record/organization/" in line:
                graph = line.rsplit(" ", 2)[1]
                organizations.add(graph.rsplit("/", 1)[1][:-1])
        if {id for id, _ in key(before)} != {id for id, _ in key(after)}:
            allowed |= {f"<{BASE}record/organization/{id}>" for id in organizations}
    quads = set(old["directory.nq"].splitlines()) ^ set(new["directory.nq"].splitlines())
    for quad in quads:
        graph = quad.decode().rsplit(" ", 2)[1]
        # Whether an organization speaks for a condition or for a group follows from what the condition is.
        is_scope = "/ns#scope> " in quad.decode() and any(f"/{id}> " in quad.decode() for id in ids)
        if graph not in allowed and not (kind == "condition" and is_scope):
            problems.append("differs elsewhere: " + quad.decode()[:300])
    triples = {line.decode().removesuffix(" .") for line in set(old["directory.nt"].splitlines()) ^ set(new["directory.nt"].splitlines())}
    if not triples <= {quad.decode().rsplit(" ", 2)[0] for quad in quads}:
        problems.append("directory.nt differs otherwise than directory.nq")
    old_table, new_table = rows(old["directory.csv"]), rows(new["directory.csv"])
    for line in set(map(tuple, old_table)) ^ set(map(tuple, new_table)):
        if line[1] not in organizations:
            problems.append(f"directory.csv differs elsewhere: {line[:4]}")
    single = [dict(cells) for _, cells in changed]
    if len(single) == 2 and single[0].keys() == single[1].keys():
        different = [column for column in single[0] if single[0][column] != single[1][column]]
        if len(different) == 1:
            predicates = {quad.decode().split(" ")[1].strip("<>").replace("https://w3id.org/lys/ns#", "lys:") for quad in quads}
            columns[kind + "." + different[0]].update(predicates or {"NOTHING"})
            if not predicates:
                print("   nothing differs:", different[0], repr(single[0][different[0]]), repr(single[1][different[0]]))
    return problems


def main():
    lys = pathlib.Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261123
    source = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else "directory")
    good = contents(source)
    outcomes, failures, columns = collections.Counter(), 0, collections.defaultdict(collections.Counter)
    by_kind = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as scratch:
        folder, bundle = pathlib.Path(scratch) / "directory", pathlib.Path(scratch) / "exports"
        command = [lys, "export", folder, "-o", bundle, "--accept-shrink"]
        shutil.copytree(source, folder)
        subprocess.run(command, check=True, capture_output=True, env={"LANG": "en"})
        first = last = contents(bundle)
        for number in range(count):
            rng = random.Random(f"{seed}/{number}")
            name = rng.choice(["organizations.csv", "organizations.csv", "conditions.csv"])
            kind, data = damaged(good[name], rng)
            (folder / name).write_bytes(data)
            run = subprocess.run(command, capture_output=True, env={"LANG": "en"}, timeout=60)
            (folder / name).write_bytes(good[name])
            now = contents(bundle)
            words = run.stderr.decode(errors="replace")
            problems = []
            if run.returncode == 65:
                if now != last:
                    problems.append("the bundle was touched")
                if not re.search(r"^(organizations|conditions)\.csv:\d+|^(organizations|conditions)\.csv: ", words, re.M):
                    problems.append("no word of the place: " + words[:200])
            elif run.returncode == 0:
                problems = compare(name, good, good | {name: data}, first, now, columns)
            else:
                problems.append(f"exit {run.returncode}: {words[:300]}")
            if left := [path.name for path in pathlib.Path(scratch).iterdir() if path.name not in ("directory", "exports")]:
                problems.append(f"left behind: {left}")
            last = now
            outcomes[run.returncode] += 1
            by_kind[kind.split(" in ")[0]][run.returncode] += 1
            if problems:
                failures += 1
                print(f"WRONG round {number}: {name}, {kind}: {len(problems)} problems")
                for problem in problems[:4]:
                    print("      ", problem)
    print(f"seed {seed}, {count} rounds: " + ", ".join(f"exit {code}: {n}" for code, n in sorted(outcomes.items())))
    for kind, codes in sorted(by_kind.items()):
        print(f"   {kind}: " + ", ".join(f"exit {code}: {n}" for code, n in sorted(codes.items())))
    for column, predicates in sorted(columns.items()):
        print("  ", column, dict(predicates))
    third = all(outcomes[code] * 3 >= count for code in (0, 65))
    print(f"{failures} failures" + ("" if third else "; less than a third of an outcome"))
    sys.exit(1 if failures or not third else 0)


main()
