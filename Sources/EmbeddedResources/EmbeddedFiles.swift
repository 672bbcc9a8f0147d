internal import CEmbedded

/// The vocabulary, the shapes and the questions that are compiled into the program, by their paths in the project:
/// `vocab/lys.ttl`, `queries/research-funders.rq`.
public enum EmbeddedFiles {
    /// The paths, in byte order.
    public static var paths: [String] { (0..<lys_embedded_count()).map(path(at:)) }

    /// The bytes of a file; `nil` where there is none at the path.
    /// - Complexity: O(log *n*) in the files, and a copy of the bytes.
    public static func bytes(of path: String) -> [UInt8]? {
        var (low, high) = (0, lys_embedded_count())
        while low < high {
            let middle = (low + high) / 2
            if Self.path(at: middle).utf8.lexicographicallyPrecedes(path.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < lys_embedded_count(), Self.path(at: low).utf8.elementsEqual(path.utf8) else { return nil }
        return bytes(at: low)
    }

    /// The files of a folder such as `queries`: their names in it, in byte order, and their bytes.
    public static func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
        (0..<lys_embedded_count()).compactMap { index in
            let path = path(at: index)
            guard path.utf8.starts(with: (folder + "/").utf8) else { return nil }
            return (String(path.dropFirst(folder.count + 1)), bytes(at: index))
        }
    }

    /// Safe, because the table of the C target holds strings that end with a zero and live as long as the process.
    private static func path(at index: Int) -> String {
        guard let path = unsafe lys_embedded_at(index).path else { return "" }
        return unsafe String(cString: path)
    }

    /// Safe, because the table holds the size of each array with its address.
    private static func bytes(at index: Int) -> [UInt8] {
        let file = unsafe lys_embedded_at(index)
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
