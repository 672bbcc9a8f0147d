import ByteText
import Testing

@Suite struct StackSpaceTests {
    /// How deep a function calls itself until it finds the stack low.
    private func depth(_ level: Int = 0) -> Int {
        if StackSpace.isLow { return level }
        let deeper = depth(level + 1)
        return max(deeper, level)
    }

    @Test func recursionEndsBeforeTheStackDoes() {
        #expect(StackSpace.onOwnThread(stack: 1 << 20) { depth() } > 100)
        #expect(
            StackSpace.onOwnThread(stack: 16 << 20) { depth() } > StackSpace.onOwnThread(stack: 2 << 20) { depth() })
    }

    @Test func aThreadHasTheStackThatWasAskedFor() {
        // Larger than that of any other thread: where a thread that ended left a larger stack, the system may give that.
        let size = 96 << 20
        let remaining = StackSpace.onOwnThread(stack: size) { StackSpace.remaining }
        #expect(remaining > size - (1 << 16))
        #expect(remaining < size + (1 << 18))
    }

    @Test func whatIsThereIsUsed() {
        let (inner, outer) = StackSpace.onOwnThread(stack: 4 << 20) {
            (StackSpace.providing(1 << 20) { StackSpace.remaining }, StackSpace.remaining)
        }
        // No other thread: the frames between the two are all that is missing.
        #expect(inner < outer)
        #expect(inner > outer - (1 << 16))
        let more = StackSpace.onOwnThread(stack: 2 << 20) { StackSpace.providing(32 << 20) { StackSpace.remaining } }
        #expect(more > 31 << 20)
    }

    private struct Failure: Error {}

    @Test func errorsComeBack() {
        #expect(throws: Failure.self) { try StackSpace.onOwnThread(stack: 1 << 20) { throw Failure() } }
    }

    @Test func partsRunWithStacksOfTheirOwn() async {
        let (results, continuation) = AsyncStream.makeStream(of: (Int, Int).self)
        StackSpace.inParallel(3, stack: 16 << 20) { continuation.yield(($0, StackSpace.remaining)) }
        continuation.finish()
        var numbers: Set<Int> = []
        for await (number, remaining) in results {
            numbers.insert(number)
            #expect(remaining > 7 << 20)
        }
        #expect(numbers == [0, 1, 2])
    }
}
