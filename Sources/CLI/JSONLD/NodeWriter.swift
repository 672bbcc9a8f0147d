internal import JSONText

/// Writes a document whose nodes come one by one, as it would be written whole.
struct NodeWriter {
    /// Where the nodes stand.
    enum Form {
        /// In the array that the document is.
        case array
        /// In a member of the document, behind its context. A node alone is the document, unless it is to stay in an
        /// array.
        case member(String, context: JSONValue, keepsArray: Bool)
    }

    /// What has been written and not taken.
    private(set) var bytes: [UInt8] = []
    private let form: Form
    private let writer: JSONWriter
    /// The first node, as long as it may be the only one.
    private var first: JSONValue?
    private var count = 0

    init(_ form: Form, layout: JSONWriter.Layout = .pretty, expecting capacity: Int = 0) {
        self.form = form
        writer = JSONWriter(layout: layout)
        bytes.reserveCapacity(capacity)
    }

    /// The members that stand before those of the nodes: the context, if it says anything.
    private var head: JSONObject {
        guard case .member(_, let context, _) = form, !context.isNull, context.object?.isEmpty != true,
            context.array?.isEmpty != true
        else { return [:] }
        return ["@context": context]
    }

    private var depth: Int { if case .array = form { 1 } else { 2 } }

    private var mayBeAlone: Bool { if case .member(_, _, keepsArray: false) = form { true } else { false } }

    /// Writes a node.
    mutating func add(_ node: JSONValue) {
        if count == 0, mayBeAlone {
            count = 1
            return first = node
        }
        begin(of: 1)
        writer.write(node, depth: depth, to: &bytes)
    }

    /// Writes what stands before nodes that are written elsewhere, and are to follow here.
    /// - Precondition: there is at least one; if the document may be a node alone, there are others or will be.
    mutating func begin(of nodes: Int) {
        count += nodes
        if count == nodes {
            open()
        } else {
            if let waiting = first {
                open()
                writer.write(waiting, depth: depth, to: &bytes)
                first = nil
            }
            bytes.append(UInt8(ascii: ","))
            writer.newLine(depth: depth, in: &bytes)
        }
    }

    /// The document up to its first node.
    private mutating func open() {
        if case .member(let name, _, _) = form {
            let head = head
            writer.write(.object(head), to: &bytes)
            // Without the bracket, and the line end that stands before it after a member.
            bytes.removeLast(head.isEmpty || writer.layout == .compact ? 1 : 2)
            if !head.isEmpty { bytes.append(UInt8(ascii: ",")) }
            writer.newLine(depth: 1, in: &bytes)
            JSONWriter.write(string: name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            if writer.layout == .pretty { bytes.append(0x20) }
        }
        bytes.append(UInt8(ascii: "["))
        writer.newLine(depth: depth, in: &bytes)
    }

    /// Writes what comes after the last node.
    mutating func finish() {
        if count == 0 || first != nil {
            var document = head
            for member in first?.object ?? [:] where member.name != "@context" {
                document.append(newName: member.name, member.value)
            }
            if case .array = form { writer.write([], to: &bytes) } else { writer.write(.object(document), to: &bytes) }
        } else {
            writer.newLine(depth: depth - 1, in: &bytes)
            bytes.append(UInt8(ascii: "]"))
            if depth == 2 {
                writer.newLine(depth: 0, in: &bytes)
                bytes.append(UInt8(ascii: "}"))
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Forgets what has been written, once it is taken.
    mutating func removeBytes() { bytes.removeAll(keepingCapacity: true) }
}

/// Nodes of a document that are written apart from the others.
struct NodeSection: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    private let writer: JSONWriter
    private let depth: Int

    /// No nodes.
    /// - Parameter depth: that of the nodes in the document.
    init(depth: Int, layout: JSONWriter.Layout) {
        self.depth = depth
        writer = JSONWriter(layout: layout)
    }

    /// Writes a node.
    mutating func add(_ node: JSONValue) {
        if count > 0 {
            bytes.append(UInt8(ascii: ","))
            writer.newLine(depth: depth, in: &bytes)
        }
        count += 1
        writer.write(node, depth: depth, to: &bytes)
    }
}
