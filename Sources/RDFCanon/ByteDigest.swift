internal import Synchronization

/// The SHA-256 of bytes as they go by, and how many there were.
///
/// A loader reads on another thread than the one that asks for the hash, hence the lock, which is taken once a page.
package final class ByteDigest: Sendable {
    private struct State {
        var hash = RunningHash()
        var count = 0
    }

    private let state = Mutex(State())

    /// The digest of nothing.
    package init() {}

    /// Takes some bytes.
    package func update(_ bytes: ArraySlice<UInt8>) {
        state.withLock { state in
            state.hash.update(bytes)
            state.count += bytes.count
        }
    }

    /// How many bytes there were.
    package var count: Int { state.withLock { $0.count } }

    /// The hash of all of them, in lower-case hexadecimal digits.
    package var hexadecimal: String { state.withLock { $0.hash }.hexadecimal }
}
