internal import ByteText

/// The words of the grammar, but for the names of functions; matched without case.
/// - Spec: <https://www.w3.org/TR/sparql12-query/#sparqlGrammar>
enum Keyword: String, CaseIterable, Sendable {
    case base = "BASE"
    case prefix = "PREFIX"
    case version = "VERSION"
    case select = "SELECT"
    case ask = "ASK"
    case construct = "CONSTRUCT"
    case describe = "DESCRIBE"
    case distinct = "DISTINCT"
    case reduced = "REDUCED"
    case `as` = "AS"
    case from = "FROM"
    case named = "NAMED"
    case `where` = "WHERE"
    case group = "GROUP"
    case by = "BY"
    case having = "HAVING"
    case order = "ORDER"
    case ascending = "ASC"
    case descending = "DESC"
    case limit = "LIMIT"
    case offset = "OFFSET"
    case values = "VALUES"
    case undef = "UNDEF"
    case graph = "GRAPH"
    case optional = "OPTIONAL"
    case union = "UNION"
    case minus = "MINUS"
    case filter = "FILTER"
    case bind = "BIND"
    case service = "SERVICE"
    case silent = "SILENT"
    case exists = "EXISTS"
    case not = "NOT"
    case `in` = "IN"
    case `true` = "TRUE"
    case `false` = "FALSE"
    // Forms that look like functions.
    case bound = "BOUND"
    case `if` = "IF"
    case coalesce = "COALESCE"
    // Aggregates.
    case count = "COUNT"
    case sum = "SUM"
    case min = "MIN"
    case max = "MAX"
    case average = "AVG"
    case sample = "SAMPLE"
    case groupConcat = "GROUP_CONCAT"
    case separator = "SEPARATOR"
    // Update.
    case load = "LOAD"
    case into = "INTO"
    case clear = "CLEAR"
    case drop = "DROP"
    case create = "CREATE"
    case add = "ADD"
    case move = "MOVE"
    case copy = "COPY"
    case to = "TO"
    case insert = "INSERT"
    case delete = "DELETE"
    case data = "DATA"
    case with = "WITH"
    case using = "USING"
    case `default` = "DEFAULT"
    case all = "ALL"
}

/// What a bare word means.
enum Word: Hashable, Sendable {
    case none
    case keyword(Keyword)
    case function(BuiltInFunction)

    /// Looks a word up without regard to case.
    init(_ bytes: Span<UInt8>) {
        self = bytes.count <= 16 ? Self.meanings[ByteKey(Self.uppercased(bytes))] ?? .none : .none
    }

    private static func uppercased(_ bytes: Span<UInt8>) -> String {
        var upper: [UInt8] = []
        upper.reserveCapacity(bytes.count)
        for index in bytes.indices {
            let byte = bytes[index]
            upper.append((0x61...0x7A).contains(byte) ? byte & 0xDF : byte)
        }
        return String(decoding: upper, as: UTF8.self)
    }

    private static let meanings: [ByteKey: Word] = {
        var meanings: [ByteKey: Word] = ["URI": .function(.iri), "ISURI": .function(.isIRI)]
        for keyword in Keyword.allCases { meanings[ByteKey(keyword.rawValue)] = .keyword(keyword) }
        for function in BuiltInFunction.allCases {
            meanings[ByteKey(function.rawValue.uppercased())] = .function(function)
        }
        return meanings
    }()

    /// Every word with a meaning, in the order of the grammar: what a misspelled word is compared with.
    static let all: [String] = Keyword.allCases.map(\.rawValue) + BuiltInFunction.allCases.map(\.rawValue)
}
