internal import CZlib

/// A stream of zlib at an address of its own: its state points back to it, so it must not move.
///
/// All unsafe code of the module is here: the two structures are allocated and freed here and never leave, and the
/// bytes that zlib sees are borrowed for one call.
@safe final class ZStream {
    /// What is done with bytes.
    enum Direction {
        case inflate, deflate
    }

    /// What one call took and gave.
    struct Step {
        let status: Int32
        let consumed: Int
        let produced: Int
    }

    private let direction: Direction
    private let pointer: UnsafeMutablePointer<z_stream>
    private let header: UnsafeMutablePointer<gz_header>

    /// The format of gzip with the largest window, as zlib names it.
    private static var gzipWindow: Int32 { 15 + 16 }

    /// - Throws: ``GzipError/outOfMemory``.
    init(_ direction: Direction) throws(GzipError) {
        self.direction = direction
        unsafe pointer = .allocate(capacity: 1)
        unsafe pointer.initialize(to: z_stream())
        unsafe header = .allocate(capacity: 1)
        unsafe header.initialize(to: gz_header())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        switch direction {
        case .inflate:
            guard unsafe inflateInit2_(pointer, Self.gzipWindow, ZLIB_VERSION, size) == Z_OK else {
                throw .outOfMemory
            }
        case .deflate:
            let status = unsafe deflateInit2_(
                pointer, Z_DEFAULT_COMPRESSION, Z_DEFLATED, Self.gzipWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
            // 255 stands for an unknown system; zlib would write that on which it was built.
            unsafe header.pointee.os = 255
            guard status == Z_OK, unsafe deflateSetHeader(pointer, header) == Z_OK else { throw .outOfMemory }
        }
    }

    deinit {
        // zlib refuses to end what it did not begin, so a failed start may be ended too.
        switch direction {
        case .inflate: _ = unsafe inflateEnd(pointer)
        case .deflate: _ = unsafe deflateEnd(pointer)
        }
        unsafe pointer.deallocate()
        unsafe header.deallocate()
    }

    /// Runs zlib over input and room for output, of which `count` bytes may be used.
    ///
    /// The pointers are set for the call and cleared after it; at most 1 GiB is shown to zlib at a time, whose counts
    /// have 32 bits.
    func step(_ input: Span<UInt8>, into room: inout [UInt8], atMost count: Int, flush: Int32 = Z_NO_FLUSH) -> Step {
        let given = min(input.count, 1 << 30)
        let free = min(count, room.count)
        return unsafe input.withUnsafeBufferPointer { source in
            unsafe room.withUnsafeMutableBufferPointer { target in
                // zlib reads through the pointer and never writes.
                unsafe pointer.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe pointer.pointee.avail_in = UInt32(given)
                unsafe pointer.pointee.next_out = target.baseAddress
                unsafe pointer.pointee.avail_out = UInt32(free)
                let status: Int32
                switch direction {
                case .inflate: status = unsafe CZlib.inflate(pointer, flush)
                case .deflate: status = unsafe CZlib.deflate(pointer, flush)
                }
                let step = unsafe Step(
                    status: status, consumed: given - Int(pointer.pointee.avail_in),
                    produced: free - Int(pointer.pointee.avail_out))
                unsafe pointer.pointee.next_in = nil
                unsafe pointer.pointee.next_out = nil
                return step
            }
        }
    }

    /// Makes an inflating stream ready for another member.
    func reset() { _ = unsafe inflateReset(pointer) }

    /// What zlib says about its last failure.
    var message: String { unsafe pointer.pointee.msg.map { unsafe String(cString: $0) } ?? "" }
}
