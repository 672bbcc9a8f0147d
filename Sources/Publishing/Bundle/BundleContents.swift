internal import Localization

/// What stands in a folder before the next bundle comes, and what becomes of each of it.
struct BundleContents {
    /// What is carried over as it is: what no export has written and no new file replaces.
    private(set) var kept: [String] = []
    /// What was published and then changed by hand, with the name under which it stays beside the new file.
    private(set) var changed: [(name: String, keptAs: String)] = []
    /// What the folder loses: what we wrote, and what stays under another name.
    private(set) var lost: Set<String>

    /// Looks at a folder, or at none.
    ///
    /// A receipt says what an export wrote, and is believed where the file's SHA-256 is the one that it gives: it may
    /// have been changed, or be another's.
    /// - Throws: ``FileError`` for a file that no export wrote and the next one would replace.
    init(of path: String, replacedBy names: Set<String>) throws {
        lost = names
        guard Files.isFolder(path) else { return }
        let folder = try OpenFolder(path)
        let receipt = Receipt(in: folder)
        let present = Files.names(in: path)
        for name in present where name != Receipt.fileName || receipt == nil {
            let isOurs = try receipt.map { try Self.wrote($0, name, in: folder) } ?? false
            if names.contains(name) {
                guard !isOurs else { continue }
                guard receipt?.file(named: name) != nil, Self.isPlain(name, in: folder) else {
                    throw FileError(.isKeepers, path: path, reason: name)
                }
                changed.append((name, Self.freeName(for: name, among: names.union(present))))
            } else if isOurs {
                lost.insert(name)
            } else {
                kept.append(name)
            }
        }
    }

    private static func isPlain(_ name: String, in folder: OpenFolder) -> Bool {
        !Files.isLink(folder.path + "/" + name) && (try? folder.file(name)) != nil
    }

    /// Whether a file is the one that a receipt tells of.
    private static func wrote(_ receipt: Receipt, _ name: String, in folder: OpenFolder) throws -> Bool {
        guard let line = receipt.file(named: name), isPlain(name, in: folder), let file = try? folder.file(name)
        else { return false }
        return file.size == line.bytes ? try file.sha256() == line.sha256 : false
    }

    /// `directory.csv.changed`, or the first of `directory.csv.changed-2` … that is free.
    private static func freeName(for name: String, among taken: Set<String>) -> String {
        var (candidate, number) = (name + ".changed", 1)
        while taken.contains(candidate) {
            number += 1
            candidate = name + ".changed-\(number)"
        }
        return candidate
    }
}
