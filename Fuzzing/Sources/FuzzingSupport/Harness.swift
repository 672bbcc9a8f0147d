/// A reader under test.
public struct Harness: Sendable {
    /// Whether the reader takes the bytes; ends the process where it does something that it must not.
    let accepts: @Sendable ([UInt8]) -> Bool

    /// What libFuzzer calls for each input.
    public func run(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
        let isAccepted = accepts(bytes)
        Tally.count(isAccepted)
        if isAccepted { TokenMutator.learn(bytes) }
        return 0
    }
}
