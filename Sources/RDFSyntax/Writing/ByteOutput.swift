internal import ByteText
public import Localization

/// Where writers put bytes: a buffer that is handed to a closure whenever it is full, or kept whole.
///
/// ```swift
/// var output = ByteOutput(flushingAt: 1 << 16) { try file.write($0) }
/// ```
///
/// An output has one owner at a time: what two copies hold would come twice.
public struct ByteOutput {
    /// What has been written and not handed on.
    public internal(set) var bytes: [UInt8] = []
    private let capacity: Int
    private let flush: (([UInt8]) throws -> Void)?

    /// An output that keeps everything.
    public init() {
        capacity = .max
        flush = nil
    }

    /// An output that hands on its bytes once there are so many, and at the end.
    public init(flushingAt capacity: Int = 1 << 16, to flush: @escaping ([UInt8]) throws -> Void) {
        self.capacity = capacity
        self.flush = flush
        bytes.reserveCapacity(capacity + capacity / 4)
    }

    /// Hands on what is there, if it is enough. Writers call this between statements.
    @inline(__always)
    mutating func flushIfFull() throws {
        if bytes.count >= capacity { try finish() }
    }

    /// Hands on what is there.
    public mutating func finish() throws {
        guard let flush, !bytes.isEmpty else { return }
        try flush(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Makes room for so many bytes.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Drops what was written and not handed on.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Writes a text as it is.
    @inline(__always)
    mutating func write(_ text: StaticString) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes a text as it is. (Its name keeps literals from being taken for it, rather than for the function above.)
    mutating func write(text: String) { bytes.append(copying: text.utf8.span) }

    /// Writes bytes as they are.
    @inline(__always)
    mutating func write(_ text: Span<UInt8>) { bytes.append(copying: text) }

    /// Writes a byte.
    @inline(__always)
    mutating func write(_ byte: UInt8) { bytes.append(byte) }
}

/// A term that no syntax of ours can hold: it was made without being checked.
public struct RDFWritingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why not.
    public enum Reason: Hashable, Sendable {
        /// A language tag that is none, such as one with a space.
        case language(String)
        /// Triple terms inside each other, deeper than the limit.
        case tooDeep(Int)
        /// A graph name where the syntax has none.
        case namedGraph
        /// A statement that does not fit into four gigabytes.
        case statementTooLong
    }

    /// Why not.
    public let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// Why not, in a language.
    public func description(in language: Language) -> String {
        switch reason {
        case .language(let tag): WritingMessage.language.text(in: language, tag)
        case .tooDeep(let limit): WritingMessage.tooDeep.text(in: language, String(limit))
        case .namedGraph: WritingMessage.namedGraph.text(in: language)
        case .statementTooLong: WritingMessage.statementTooLong.text(in: language)
        }
    }

    /// Why not, in English.
    public var description: String { description(in: .english) }
}
