/// The memory that one query or update may hold.
enum LimitMemory {
    /// The bytes of so many MiB; half of what the machine has where none are named, so that no question takes the
    /// machine down.
    static func bytes(of mebibytes: Int?) -> Int {
        guard let mebibytes else { return Console.physicalMemory / 2 }
        return min(max(mebibytes, 0), 1 << 40) << 20
    }
}
