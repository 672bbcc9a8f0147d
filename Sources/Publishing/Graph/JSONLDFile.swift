internal import ByteText
internal import Dispatch
internal import JSONLD
internal import JSONText
internal import RDFModel
internal import Synchronization

/// A graph as a JSON-LD document for readers: trees of the things that matter, in the terms of a context.
///
/// The trees come from framing, so they are the standard's and not ours: RDF → expanded → framed. Each tree is whole in
/// itself, so that a thing may be told in several. What trees share, such as a condition, has a tree of its own as well,
/// whether or not another tells it: it stays where it is when an organization comes or goes. What no frame matches
/// follows, flat, so that the document holds the whole graph.
///
/// A large graph is framed some hundred trees at a time, each time of the part of the graph that they reach.
struct JSONLDFile: Sendable {
    /// The context, as a document with a member `@context`.
    let context: JSONValue
    /// What to make trees of.
    let frame: JSONValue
    /// What to make trees of after those, of what they share; nothing if there is none.
    var sharedFrame: JSONValue?
    /// What the document says of its context, if that is not the context itself.
    var contextName: JSONValue?
    /// How many trees are made at a time: what they are made of should lie near at hand.
    var batch = 64

    /// Writes the document of a graph, indented, a line break at the end.
    ///
    /// `<` stands as an escape: inside the script of a page, a text with `</script>` or `<!--` would end the script.
    /// - Throws: `JSONLDError`, or what the body throws.
    /// - Complexity: O(*n* · *d*), where *d* is how often a node is told again inside the trees; memory for some batches
    ///   of trees.
    func write(_ table: StatementTable, to body: @escaping ([UInt8]) throws -> Void) throws {
        var output = TreeOutput(context: contextName ?? context.localContext, body)
        var told = Set<UInt32>()
        let order = MemberOrder(context: context)
        for frame in [frame, sharedFrame].compactMap({ $0 }) {
            try forEachTree(of: table, frame: withContext(frame), order) { trees in
                told.formUnion(trees.told)
                try output.write(trees.bytes)
            }
        }
        let processor = JSONLDProcessor(options: Self.options)
        let rest = table.subjects().filter { !told.contains($0) }
        try inBatches(rest.count) { range in
            let expanded = try Self.expanded(rest[range].flatMap { table.statements[table.range(of: $0)] }, table.terms)
            return Trees(Self.nodes(of: try processor.compact(expanded: expanded, context: context)), order)
        } _: {
            try output.write($0.bytes)
        }
        try output.finish()
    }

    /// Reads a document that was written here.
    /// - Parameter contexts: the documents that stand for remote contexts, by their IRIs.
    static func read(_ bytes: [UInt8], contexts: [String: JSONValue] = [:], into sink: inout some QuadSink) throws {
        var reading = JSONReadingOptions()
        reading.maximumByteCount = .max
        var options = options
        options.ordered = false
        try JSONLDProcessor(options: options, loader: MemoryLoader(contexts))
            .toRDF(json: bytes.span, reading: reading, into: &sink)
    }

    private static var options: JSONLDOptions {
        var options = JSONLDOptions()
        options.ordered = true
        options.useNativeTypes = true
        options.omitGraph = false
        return options
    }

    /// Statements as a document in expanded form.
    private static func expanded(_ statements: [StatementPlaces], _ terms: TermTable) throws -> JSONValue {
        var collector = JSONLDCollector(options: options)
        var feed = StatementFeed(terms)
        for statement in statements { try feed.push(statement, to: &collector) }
        return try collector.document()
    }

    private func withContext(_ frame: JSONValue) -> JSONValue {
        guard var object = frame.object else { return frame }
        object["@context"] = context.localContext
        return .object(object)
    }

    /// The nodes of a compacted document.
    private static func nodes(of document: JSONValue) -> [JSONValue] {
        if let graph = document["@graph"] { return graph.array ?? [graph] }
        guard var object = document.object else { return document.array ?? [] }
        object.removeValue(of: "@context")
        return object.isEmpty ? [] : [.object(object)]
    }

    // MARK: Trees

    /// Trees as they are written, and the nodes of which they say more than the name.
    private struct Trees: Sendable {
        var bytes: [UInt8] = []
        var told: [UInt32] = []

        init(_ trees: [JSONValue], _ order: MemberOrder) {
            var writer = JSONWriter(layout: .pretty)
            writer.memberOrder = { order.positions(of: $0) }
            for (number, tree) in trees.enumerated() {
                if number > 0 {
                    bytes.append(UInt8(ascii: ","))
                    writer.newLine(depth: 2, in: &bytes)
                }
                writer.write(tree, depth: 2, to: &bytes)
            }
        }

        /// Notes the nodes of which trees say more than the name.
        init(_ trees: [JSONValue], _ order: MemberOrder, noting terms: TermTable) {
            self.init(trees, order)
            var scratch: [UInt8] = []
            for tree in trees { note(tree, terms, &scratch) }
        }

        private mutating func note(_ value: JSONValue, _ terms: TermTable, _ scratch: inout [UInt8]) {
            switch value {
            case .array(let elements): for element in elements { note(element, terms, &scratch) }
            case .object(let object):
                if object.count > 1, let id = (object["id"] ?? object["@id"])?.string,
                    let place = terms.place(of: id.utf8.span, scratch: &scratch)
                {
                    told.append(place)
                }
                for member in object.members { note(member.value, terms, &scratch) }
            case .null, .bool, .number, .string: break
            }
        }
    }

    private func forEachTree(
        of table: StatementTable, frame: JSONValue, _ order: MemberOrder, _ body: (Trees) throws -> Void
    ) throws {
        let processor = JSONLDProcessor(options: Self.options)
        guard let closure = FrameClosure(try processor.expandedFrame(frame), table) else {
            let expanded = try Self.expanded(table.statements, table.terms)
            let trees = Self.nodes(of: try processor.frame(expanded: expanded, frame: frame))
            return try body(Trees(trees, order, noting: table.terms))
        }
        let roots = closure.roots()
        let frames = PreparedFrames(processor, frame: frame, context: context)
        try inBatches(roots.count) { range in
            let wanted = Set(roots[range])
            let (statements, matches) = closure.part(from: roots[range])
            let expanded = try Self.expanded(statements, table.terms)
            return try frames.lend { frame, order in
                let trees = Self.nodes(of: try frame.trees(of: expanded))
                precondition(trees.count == matches.count, "a frame makes a tree of each node that it matches")
                return Trees(
                    zip(matches, trees).compactMap { wanted.contains($0) ? $1 : nil }, order, noting: table.terms)
            }
        } _: {
            try body($0)
        }
    }

    /// Makes trees on two threads, a batch after the other on each, and hands them on in their order.
    private func inBatches(
        _ count: Int, _ make: @Sendable (Range<Int>) throws -> Trees, _ body: (Trees) throws -> Void
    ) throws {
        let ranges = stride(from: 0, to: count, by: batch).map { $0..<min($0 + batch, count) }
        // So many batches at a time: none waits long for the other thread, and few are held.
        let atATime = 32
        for start in stride(from: 0, to: ranges.count, by: atATime) {
            let group = ranges[start..<min(start + atATime, ranges.count)]
            let results = Mutex<[Result<Trees, any Error>?]>(Array(repeating: nil, count: group.count))
            DispatchQueue.concurrentPerform(iterations: group.count) { index in
                let result = Result { try make(group[start + index]) }
                results.withLock { $0[index] = result }
            }
            for result in results.withLock({ $0 }) { if let result { try body(result.get()) } }
        }
    }
}

/// A frame that is made ready once for each thread that lays out trees by it, and the order of members.
///
/// Each is made of a copy of its own: names that stand in the trees of two threads would be counted by both in turn.
private final class PreparedFrames: Sendable {
    private struct Prepared {
        let frame: PreparedFrame
        let order: MemberOrder
    }

    /// Those that nobody uses. One enters when its use ends and is handed out under the lock, so that it never is with
    /// two threads: that is what makes the claim of being Sendable true.
    private struct Idle: @unchecked Sendable {
        var prepared: [Prepared] = []
    }

    private let idle = Mutex(Idle())
    private let processor: JSONLDProcessor
    private let frameText: [UInt8]
    private let contextText: [UInt8]

    init(_ processor: JSONLDProcessor, frame: JSONValue, context: JSONValue) {
        self.processor = processor
        frameText = JSONWriter().bytes(frame)
        contextText = JSONWriter().bytes(context)
    }

    /// Lends a frame to a piece of work, which must not keep it.
    func lend<Result>(_ body: (PreparedFrame, MemberOrder) throws -> Result) throws -> Result {
        var lease = idle.withLock { idle in Idle(prepared: idle.prepared.popLast().map { [$0] } ?? []) }
        if lease.prepared.isEmpty { lease.prepared.append(try make()) }
        let first = lease.prepared[0]
        defer { idle.withLock { [lease] in $0.prepared += lease.prepared } }
        return try body(first.frame, first.order)
    }

    private func make() throws -> Prepared {
        let (frameText, contextText) = (frameText, contextText)
        let frame = try JSONValue(json: frameText.span)
        let context = try JSONValue(json: contextText.span)
        return Prepared(frame: try processor.prepared(frame), order: MemberOrder(context: context))
    }
}

/// The text of a document around its trees.
private struct TreeOutput {
    private let body: ([UInt8]) throws -> Void
    private let head: [UInt8]
    private let tail: [UInt8]
    private var isEmpty = true
    private let empty: [UInt8]

    init(context: JSONValue, _ body: @escaping ([UInt8]) throws -> Void) {
        self.body = body
        func document(_ graph: JSONValue) -> [UInt8] {
            let document: JSONObject = ["@context": context, "@graph": graph]
            return JSONWriter(layout: .pretty).bytes(.object(document)) + [UInt8(ascii: "\n")]
        }
        empty = document([])
        // The one tree of this document stands where all of them will.
        let whole = document([true])
        let mark = Array("true".utf8)
        let tail = whole.indices.last { whole[$0...].starts(with: mark) } ?? whole.endIndex
        head = Array(whole[..<tail])
        self.tail = Array(whole[tail...].dropFirst(mark.count))
    }

    mutating func write(_ trees: [UInt8]) throws {
        guard !trees.isEmpty else { return }
        if isEmpty {
            try put(head)
        } else {
            var separator = [UInt8(ascii: ",")]
            JSONWriter(layout: .pretty).newLine(depth: 2, in: &separator)
            try put(separator)
        }
        isEmpty = false
        try put(trees)
    }

    func finish() throws { try put(isEmpty ? empty : tail) }

    private func put(_ bytes: [UInt8]) throws {
        guard bytes.span.firstIndex(of: "<".utf8.span) != nil else { return try body(bytes) }
        // In JSON it can only be part of a string.
        try body(bytes.flatMap { $0 == UInt8(ascii: "<") ? Array(#"\u003C"#.utf8) : [$0] })
    }
}

/// The order in which members stand: that of the context, so that a reader meets the names of an organization first
/// and where they come from last. It means nothing to JSON-LD.
private struct MemberOrder: Sendable {
    private var ranks = ByteTable<Int>()

    init(context: JSONValue) {
        // An IRI and a type stand first.
        for name in ["@id", "@type"] + (context.localContext.object?.names ?? [])
        where ranks.position(of: name) == nil { ranks.append(name, ranks.keys.count) }
    }

    /// The positions of the members of an object in this order; names unknown to the context come last, by bytes.
    func positions(of object: JSONObject) -> [Int] {
        // A rank and a position in one number each.
        var keys = [Int](repeating: 0, count: object.count)
        var unknown: [Int] = []
        for position in keys.indices {
            let rank = ranks[object.members[position].name]
            if rank == nil { unknown.append(position) }
            keys[position] = (rank ?? ranks.keys.count) << 32 | position
        }
        keys.sort()
        guard !unknown.isEmpty else { return keys.map { $0 & 0xFFFF_FFFF } }
        unknown.sort { object.members[$0].name.precedesInBytes(object.members[$1].name) }
        return keys.dropLast(unknown.count).map { $0 & 0xFFFF_FFFF } + unknown
    }
}
