internal import ByteText
internal import Localization
internal import Synchronization

/// What the contexts that documents name may take together, in one run: a document could name a thousand slow ones.
public struct RemoteBounds: Sendable, Hashable {
    /// How many different contexts may be brought; 100 by default.
    public var contexts = 100
    /// How many bytes they may have; 64 MiB by default.
    public var bytes = 64 << 20
    /// How long bringing them may take; a minute by default.
    public var time = Duration.seconds(60)

    /// The defaults.
    public init() {}
}

/// What the contexts of a run have taken.
final class RemoteAccount: Sendable {
    private struct Taken {
        var contexts: Set<ByteKey> = []
        var bytes = 0
        var time = Duration.zero
    }

    private let bounds: RemoteBounds
    private let taken = Mutex(Taken())

    init(_ bounds: RemoteBounds) { self.bounds = bounds }

    /// Counts a context that is about to be brought; `false` for one that has been brought already, and is free.
    func begin(_ iri: String) throws(JSONLDError) -> Bool {
        try taken.withLock { taken throws(JSONLDError) in
            guard taken.contexts.insert(ByteKey(iri)).inserted else { return false }
            guard taken.time <= bounds.time else { throw timeIsOver(iri) }
            guard taken.contexts.count <= bounds.contexts else {
                throw JSONLDError(.limitExceeded, .tooManyRemoteContexts, String(bounds.contexts), iri)
            }
            return true
        }
    }

    /// Counts what bringing a context has taken.
    func add(_ bytes: Int, taking time: Duration, for iri: String) throws(JSONLDError) {
        try taken.withLock { taken throws(JSONLDError) in
            taken.bytes += bytes
            taken.time += time
            guard taken.bytes <= bounds.bytes else {
                throw JSONLDError(.limitExceeded, .remoteContextsTooLong, String(bounds.bytes >> 20), iri)
            }
            guard taken.time <= bounds.time else { throw timeIsOver(iri) }
        }
    }

    private func timeIsOver(_ iri: String) -> JSONLDError {
        JSONLDError(.limitExceeded, .remoteContextsTooSlow, String(bounds.time.components.seconds), iri)
    }
}
