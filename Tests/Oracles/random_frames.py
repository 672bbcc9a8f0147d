#!/usr/bin/env python3
"""Random documents laid out by random frames: does `lys jsonld frame` make of them what PyLD makes?

    random_frames.py LYS [COUNT] [SEED] [--show]

Documents have up to nine nodes that refer to each other in circles, several types, texts in languages, numbers, lists;
frames nest up to four deep and have every flag, in every place, wildcards, empty arrays, defaults, patterns of
identifiers, types and values, `@reverse` and `@included`. Both are asked for the ordered form; arrays that are no lists
are compared as sets. Where PyLD departs from the specification its source is mended, departure by departure (DEPARTURES
says what each is): a difference is explained if it is gone then, and is counted under the mends that it takes. What is
left is a difference, and the script ends with 1.
"""
import collections, concurrent.futures, importlib.util, itertools, json, os, random, subprocess, sys, tempfile, types


# Names, what PyLD 3.3 does otherwise than JSON-LD 1.1 Framing, and the lines that mend it.
DEPARTURES = {
    # Frame Matching asks the nodes that a property refers to whether they match a pattern of nodes; PyLD asks it only
    # of patterns of one @id, and takes any value for a match of all others.
    "node patterns": [(
        """                    elif _is_subject_reference(this_frame):
                        match_this = any(""",
        """                    elif _is_object(this_frame) and not all(
                        k in ('@embed', '@explicit', '@omitDefault', '@requireAll', '@default') for k in this_frame
                    ):
                        match_this = any(""")],
    # The flags of a frame have no effect on the patterns in it (§2.3): each has its own.
    "flags of patterns": [(
        """        node_object = state['subjects'][value['@id']]
""",
        """        node_object = state['graphMap'][state['graph']].get(value['@id'])
        flags = {'requireAll': self._get_frame_flag(pattern, state['options'], 'requireAll')}
""")],
    # A node contains itself as soon as it is its own value; PyLD leaves the innermost one out of its search.
    "circles of one": [("reversed(subject_stack[:-1])", "reversed(subject_stack)")],
    # Once @id or @type is asked for and not everything must match, nothing else is looked at.
    "@id and @type decide": [
        ("""                elif len(frame['@type']) == 1 and _is_empty_object(frame['@type'][0]):
                    match_this = len(node_values) > 0
                else:""",
         """                elif len(frame['@type']) == 1 and _is_empty_object(frame['@type'][0]):
                    match_this = len(node_values) > 0
                    if not flags['requireAll']:
                        return match_this
                else:"""),
        ("""                        return False
                    match_this = True
                elif len(frame['@type']) == 1""",
         """                        return False
                    match_this = True
                    if not flags['requireAll']:
                        return match_this
                elif len(frame['@type']) == 1"""),
        ("""            if k == '@id':
""", """            if k == '@id':
                wildcard = False
""")],
    # What stands below @reverse is embedded, in the same tree; PyLD sets a flag of another name, and begins a new tree.
    "@reverse": [
        ("'embeded': True", "'embedded': True"),
        ("""                                output['@reverse'][reverse_prop],
                                property,""",
         """                                output['@reverse'][reverse_prop],
                                reverse_prop,"""),
    ],
    # A pattern of values matches values; to PyLD {"@value": {}} is one of nodes as well.
    "patterns of values": [(
        """        if not (v1 in v2 or (v2 and _is_empty_object(v2[0]))):""",
        """        if '@value' not in value or not (v1 in v2 or (v2 and _is_empty_object(v2[0]))):""")],
    # An empty array in a frame is an IndexError where there are texts or lists.
    "empty arrays": [
        ("and frame[prop][0]\n", "and frame[prop] and frame[prop][0]\n"),
        ("elif self._value_match(subframe[0], o):", "elif self._value_match(subframe[0] if subframe else {}, o):"),
    ],
}


def mended(names):
    """PyLD without some of its departures."""
    spec = importlib.util.find_spec("pyld.jsonld")
    with open(spec.origin) as file:
        source = file.read()
    for name in names:
        for old, new in DEPARTURES[name]:
            assert old in source, f"PyLD has changed: {name}"
            source = source.replace(old, new)
    module = types.ModuleType("pyld.mended")
    module.__package__ = "pyld"
    module.__file__ = spec.origin
    exec(compile(source, spec.origin, "exec"), module.__dict__)
    return module


PEERS = {}


def peer(names, nodes, made):
    """What PyLD makes of a case, some of its departures mended."""
    if names not in PEERS:
        PEERS[names] = mended(names)
    library = PEERS[names]
    try:
        return library.frame(nodes, made, {"omitGraph": True})
    except library.JsonLdError as error:
        return {"error": error.code}
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        return {"crash": type(error).__name__}

WORD = "http://w/"
PROPERTIES = ["p", "q", "r", "s"]
REFERENCES = "t"  # a property of nodes alone: PyLD fails on a reverse property that has texts
TYPES = ["A", "B", "C"]
LANGUAGES = ["en", "fr"]


def value(rng, ids, depth=0):
    kind = rng.random()
    if kind < 0.55:
        return {"@id": rng.choice(ids)}
    if kind < 0.70:
        return {"@value": rng.choice("xyz")}
    if kind < 0.80:
        return {"@value": rng.choice("xyz"), "@language": rng.choice(LANGUAGES)}
    if kind < 0.88:
        return {"@value": rng.choice("12"), "@type": WORD + "T"}
    if kind < 0.94 or depth:
        return {"@value": rng.choice([1, True, 2])}
    return {"@list": [value(rng, ids, 1) for _ in range(rng.randrange(3))]}


def document(rng):
    ids = [f"http://e/{number}" for number in range(rng.randrange(2, 8))]
    if rng.random() < 0.3:
        ids += ["_:b0", "_:b1"]
    nodes = []
    for one in ids:
        node = {"@id": one}
        if rng.random() < 0.7:
            node["@type"] = [WORD + name for name in rng.sample(TYPES, rng.randrange(1, 3))]
        for name in PROPERTIES:
            if rng.random() < 0.5:
                node[WORD + name] = [value(rng, ids) for _ in range(rng.randrange(1, 4))]
        if rng.random() < 0.3:
            node[WORD + REFERENCES] = [{"@id": rng.choice(ids)}]
        nodes.append(node)
    return nodes, ids


def flags(rng, frame, chance):
    if rng.random() < chance:
        frame["@embed"] = rng.choice(["@always", "@once", "@never"])
    if rng.random() < chance:
        frame["@explicit"] = rng.random() < 0.6
    if rng.random() < chance:
        frame["@requireAll"] = rng.random() < 0.6
    if rng.random() < chance:
        frame["@omitDefault"] = rng.random() < 0.5


def value_pattern(rng):
    pattern = {"@value": rng.choice([{}, "x", ["x", "y"], "1"])}
    kind = rng.random()
    if kind < 0.3:
        pattern["@language"] = rng.choice([{}, "en", ["en", "fr"]])
    elif kind < 0.5:
        pattern["@type"] = rng.choice([{}, WORD + "T"])
    return pattern


def frame(rng, ids, depth=0):
    made = {}
    named = [one for one in ids if not one.startswith("_:")]
    if rng.random() < (0.15 if depth else 0.3):
        made["@id"] = rng.choice([rng.choice(named), rng.sample(named, min(2, len(named))), {}])
    if rng.random() < (0.2 if depth else 0.4):
        made["@type"] = rng.choice([rng.choice(TYPES), TYPES[:2], {}, []])
    flags(rng, made, 0.2)
    for name in PROPERTIES:
        if rng.random() > (0.4 if depth < 2 else 0.15):
            continue
        kind = rng.random()
        if kind < 0.15:
            made[name] = {}
        elif kind < 0.22:
            made[name] = []
        elif kind < 0.32:
            made[name] = value_pattern(rng)
        elif kind < 0.42:
            made[name] = {"@default": rng.choice(["d", 7])}
            flags(rng, made[name], 0.3)
        elif depth < 4:
            made[name] = frame(rng, ids, depth + 1)
        else:
            made[name] = {}
    if depth < 2 and rng.random() < 0.08:
        made["@reverse"] = {REFERENCES: frame(rng, ids, depth + 1)}
    return made


def case(seed):
    rng = random.Random(seed)
    nodes, ids = document(rng)
    made = frame(rng, ids)
    made["@context"] = {"@vocab": WORD}
    return nodes, made


def ours(lys, nodes, made, scratch):
    doc, form = os.path.join(scratch, "d.jsonld"), os.path.join(scratch, "f.jsonld")
    with open(doc, "w") as file:
        json.dump(nodes, file)
    with open(form, "w") as file:
        json.dump(made, file)
    done = subprocess.run(
        [lys, "jsonld", "frame", doc, "--frame", form, "--option", "ordered=true", "--language", "en"],
        capture_output=True, timeout=60)
    if done.returncode == 0:
        return json.loads(done.stdout)
    if done.returncode not in (65, 75):
        return {"crash": done.returncode, "stderr": done.stderr.decode(errors="replace")[-300:]}
    text = done.stderr.decode(errors="replace")
    return {"error": next((code for code in ("invalid frame", "invalid @embed value") if code in text), text.strip())}


def comparable(item):
    if isinstance(item, dict):
        out = {name: comparable(inner) for name, inner in item.items() if name != "@context"}
        if "@list" in item:
            lists = item["@list"] if isinstance(item["@list"], list) else [item["@list"]]
            out["@list"] = [comparable(one) for one in lists]
        return out
    if isinstance(item, list):
        return sorted((comparable(one) for one in item), key=lambda one: json.dumps(one, sort_keys=True))
    return item


def main():
    arguments = [one for one in sys.argv[1:] if not one.startswith("--")]
    lys, count = os.path.abspath(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 10_000
    first = int(arguments[2]) if len(arguments) > 2 else 1
    counts, shown = collections.Counter(), 0

    def one(seed):
        with tempfile.TemporaryDirectory() as scratch:
            nodes, made = case(seed)
            return seed, ours(lys, nodes, made, scratch)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for seed, found in pool.map(one, range(first, first + count)):
            nodes, made = case(seed)
            expected = comparable(found)
            if expected == comparable(peer((), nodes, made)):
                counts["same"] += 1
                continue
            # The fewest mends that explain it, or all: each set of them is a library in memory.
            reason = next(
                (names for size in (1, 2, 3, len(DEPARTURES))
                 for names in itertools.combinations(DEPARTURES, size)
                 if expected == comparable(peer(names, nodes, made))), None)
            if reason:
                counts["PyLD: " + ", ".join(reason)] += 1
                continue
            counts["DIFFERENT"] += 1
            if "--show" in sys.argv and shown < 5:
                shown += 1
                print("seed", seed, "\n doc  ", json.dumps(nodes), "\n frame", json.dumps(made), "\n lys  ",
                      json.dumps(found), "\n PyLD ", json.dumps(peer(tuple(DEPARTURES), nodes, made)))
    for name, number in counts.most_common():
        print(f"{number:6} {name}")
    sys.exit(1 if counts["DIFFERENT"] else 0)


if __name__ == "__main__":
    main()
