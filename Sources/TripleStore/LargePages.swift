#if canImport(Glibc)
    internal import Glibc
#endif

/// Asks the system for large pages under arrays that are read or written all over.
///
/// A store of ten million statements is sorted into two thousand places at a time and looked up in tables of tens of
/// megabytes. In pages of 4 KiB nearly every such step must first find its page; in pages of 2 MiB few do. Where the
/// system has none, nothing changes.
enum LargePages {
    private static let size: UInt = 1 << 21

    /// Asks for memory that an array has just taken and not yet used.
    /// - Parameter bytes: How much of it is going to be used.
    @unsafe
    static func ask(for start: UnsafeMutableRawPointer, bytes: Int) {
        #if canImport(Glibc)
            // Whole pages within the memory only: what lies beside it is not touched.
            let address = UInt(bitPattern: start)
            let first = (address + size - 1) & ~(size - 1)
            let end = (address + UInt(bytes)) & ~(size - 1)
            guard end > first, let page = unsafe UnsafeMutableRawPointer(bitPattern: first) else { return }
            // A hint, which may be refused.
            _ = unsafe madvise(page, Int(end - first), Int32(MADV_HUGEPAGE))
        #endif
    }
}

extension Array where Element: BitwiseCopyable {
    /// An array of one value, in large pages where they are worth it.
    init(inLargePages value: Element, count: Int) {
        unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
            if let start = buffer.baseAddress {
                // Safe: the buffer has room for `count` elements.
                unsafe LargePages.ask(for: UnsafeMutableRawPointer(start), bytes: count * MemoryLayout<Element>.stride)
            }
            unsafe buffer.initialize(repeating: value)
            initialized = count
        }
    }

    /// Makes room in an empty array, in large pages where they are worth it.
    mutating func reserveInLargePages(_ count: Int) {
        reserveCapacity(count)
        unsafe withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            // Safe: the array has room for `count` elements from its first on.
            unsafe LargePages.ask(for: UnsafeMutableRawPointer(start), bytes: count * MemoryLayout<Element>.stride)
        }
    }
}
