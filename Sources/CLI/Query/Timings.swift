internal import ArgumentParser
internal import JSONText
internal import Localization
internal import TripleStore

/// How `--time` says where the time went.
enum TimeFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The time of one run of a query.
struct QueryTiming {
    /// Reading the text and planning.
    var plan = Duration.zero
    /// Finding the solutions.
    var execute = Duration.zero
    /// Making terms of them and writing those.
    var write = Duration.zero
    /// How many rows or triples there were.
    var rows = 0

    /// All of it.
    var total: Duration { plan + execute + write }
}

/// Reports times on standard error.
struct TimeReport {
    /// How; `nil` for not at all.
    let format: TimeFormat?

    /// Reports on the data.
    func loaded(_ data: LoadedData) {
        let triples = data.snapshot.tripleCount + data.snapshot.namedQuadCount
        switch format {
        case nil: break
        case .text?:
            Console.note(QueryMessage.loaded.text(in: .current, String(triples), data.duration.milliseconds))
            Console.note(Self.memory(of: data.snapshot))
        case .json?:
            write([
                "kind": "load", "triples": .number(JSONNumber(triples)), "ms": data.duration.json,
                "peak_kib": .number(JSONNumber(Console.peakMemory)),
                "memory_kib": .object(Self.parts(of: data.snapshot)),
            ])
        }
    }

    /// What the statements take, by part, and for each of them.
    static func memory(of snapshot: StoreSnapshot) -> String {
        let (memory, triples) = (snapshot.memory, max(snapshot.tripleCount + snapshot.namedQuadCount, 1))
        let parts = [memory.dictionary, memory.values, memory.triples, memory.named].map { String($0 / 1024) }
        return QueryMessage.memory.text(in: .current, arguments: parts + [String(memory.total / triples)])
    }

    private static func parts(of snapshot: StoreSnapshot) -> JSONObject {
        let memory = snapshot.memory
        return [
            "dictionary": .number(JSONNumber(memory.dictionary / 1024)),
            "values": .number(JSONNumber(memory.values / 1024)),
            "triples": .number(JSONNumber(memory.triples / 1024)),
            "named": .number(JSONNumber(memory.named / 1024)),
        ]
    }

    /// Reports on a query that ran once or more: the best run, and what the first one took.
    func ran(_ name: String, _ runs: [QueryTiming]) {
        guard let first = runs.first, let best = runs.min(by: { $0.total < $1.total }) else { return }
        switch format {
        case nil: break
        case .text?:
            Console.note(
                QueryMessage.timed.text(
                    in: .current, name, String(best.rows), best.plan.milliseconds, best.execute.milliseconds,
                    best.write.milliseconds, best.total.milliseconds))
        case .json?:
            write([
                "kind": "query", "name": .string(name), "rows": .number(JSONNumber(best.rows)),
                "plan_ms": best.plan.json, "execute_ms": best.execute.json, "write_ms": best.write.json,
                "total_ms": best.total.json, "first_ms": first.total.json,
            ])
        }
    }

    /// Reports on bytes that were brought into memory.
    func read(_ count: Int, in duration: Duration) {
        switch format {
        case nil: break
        case .text?:
            Console.note(JSONLDCommandMessage.read.text(in: .current, String(count), duration.milliseconds))
        case .json?:
            write([
                "kind": "load", "bytes": .number(JSONNumber(count)), "ms": duration.json,
                "peak_kib": .number(JSONNumber(Console.peakMemory)),
            ])
        }
    }

    /// Reports on an operation of JSON-LD that ran once or more: the best run, and what the first one took.
    func ran(_ operation: JSONLDOperation, _ runs: [JSONLDTiming]) {
        guard let first = runs.first, let best = runs.min(by: { $0.total < $1.total }) else { return }
        switch format {
        case nil: break
        case .text?:
            Console.note(
                JSONLDCommandMessage.timed.text(
                    in: .current, operation.rawValue, best.parse.milliseconds, best.process.milliseconds,
                    best.write.milliseconds, best.total.milliseconds))
        case .json?:
            write([
                "kind": "jsonld", "name": .string(operation.rawValue), "parse_ms": best.parse.json,
                "process_ms": best.process.json, "write_ms": best.write.json, "total_ms": best.total.json,
                "first_ms": first.total.json, "peak_kib": .number(JSONNumber(Console.peakMemory)),
            ])
        }
    }

    private func write(_ line: JSONValue) { Console.note(JSONWriter().string(line)) }
}

extension Duration {
    /// Milliseconds with three decimals, as people of the language of the run write them.
    fileprivate var milliseconds: String {
        Language.current == .french ? plainMilliseconds.replacing(".", with: ",") : plainMilliseconds
    }

    /// Milliseconds with three decimals behind a point.
    private var plainMilliseconds: String {
        let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        let fraction = String(microseconds % 1000)
        return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
    }

    fileprivate var json: JSONValue { JSONNumber(plainMilliseconds).map(JSONValue.number) ?? .null }
}
