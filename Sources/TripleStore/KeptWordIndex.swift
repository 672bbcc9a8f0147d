internal import Synchronization

/// The word index of a snapshot: made at the second search, and kept.
///
/// One search reads the texts where they stand in a quarter of the time that the index takes to make. So loading does
/// not pay for it, nor does whoever searches once; and whoever searches often pays for it once.
final class KeptWordIndex: Sendable {
    private struct State {
        var searches = 0
        var index: WordIndex?
    }

    private let state = Mutex(State())

    /// The index, if this is not the first search. Whoever asks while it is being made waits for it.
    func index(_ make: () -> WordIndex?) -> WordIndex? {
        state.withLock { state in
            state.searches += 1
            if state.index == nil, state.searches > 1 { state.index = make() }
            return state.index
        }
    }

    /// The bytes that the index takes.
    var memory: Int { state.withLock { $0.index?.memory ?? 0 } }
}

extension StoreSnapshot {
    /// The index of the words of all texts, for someone who is about to search them; `nil` at the first search, which
    /// does without, and where it takes more memory than it may.
    ///
    /// - Parameters:
    ///   - maximumMemory: The bytes that making it may take.
    ///   - isOver: Asked now and then while it is made; where it says yes, there is none.
    /// - Complexity: O(*n*) in the bytes of the texts at the second call, O(1) at all others.
    package func words(maximumMemory: Int = .max, isOver: () -> Bool = { false }) -> WordIndex? {
        wordIndex.index {
            WordIndex.estimatedMemory(dictionary) > maximumMemory ? nil : WordIndex(dictionary, isOver: isOver)
        }
    }
}
