#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import CFiles
internal import Localization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A folder in which a bundle is published, and its exchange for the next bundle in one step.
///
/// The next bundle is written to a sibling, every file and the folder are put on the disk, and the two folders are
/// exchanged. Whenever the process is killed, the folder holds one whole bundle: the last or the next.
///
///     parent/exports         the bundle that the world sees
///     parent/.exports.next   the bundle being written; after the exchange, the last one on its way out
///     parent/.exports.last   the last bundle, only where the file system cannot exchange
///
/// Files of the folder that are no part of a bundle (a keeper's own notes, say) are carried over. A folder that holds
/// other things and no bundle is not taken for one: a slip of `-o` must not move a home folder aside.
struct BundleFolder {
    /// Exchanges what two names stand for in one step; returns 0, or the system's number for the reason.
    typealias Exchange = (_ first: String, _ second: String) -> Int32

    /// The folder that the world sees.
    let path: String
    private let parent: String
    private let next: String
    private let last: String
    private let exchangeNames: Exchange

    /// The folder of a path; nothing is created yet. A link is followed, so that what it points to is exchanged.
    /// - Parameter exchange: the system's exchange; tests have one that refuses, as some file systems do.
    init(path: String, exchange: @escaping Exchange = { unsafe lys_exchange($0, $1) }) {
        let url = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
        let parent = url.deletingLastPathComponent().path
        self.path = url.path
        self.parent = parent
        next = parent + "/." + url.lastPathComponent + ".next"
        last = parent + "/." + url.lastPathComponent + ".last"
        exchangeNames = exchange
    }

    /// Makes a bundle of the files that `write` puts into the sibling folder, and exchanges it for the last one.
    ///
    /// - Parameter names: the names of the new bundle's files.
    /// - Parameter write: writes the files into the folder it is given and proves them there; if it throws, the last
    ///   bundle stays as it is.
    /// - Throws: ``FileError``, and what `write` throws.
    func exchange(names: Set<String>, writing write: (_ folder: String) throws -> Void) throws {
        try Files.makeFolders(parent)
        let lock = try lockParent()
        defer { lys_unlock(lock) }
        try repair()
        try checkTarget(names)
        try Files.makeFolder(next)
        do {
            try write(next)
            try carryOver(except: names)
            try Files.syncFolder(next)
            try swap()
        } catch {
            try? FileManager.default.removeItem(atPath: next)
            throw error
        }
        try Files.syncFolder(parent)
        try? FileManager.default.removeItem(atPath: next)
        try? FileManager.default.removeItem(atPath: last)
    }

    /// Puts right what a killed run has left: a folder that is missing between two renames, and siblings.
    func repair() throws {
        if !Files.exists(path) {
            // Between the two renames both siblings exist and both are whole; the next bundle was ready to go out.
            if Files.exists(last) {
                let ready = Files.exists(next) ? next : last
                try Files.move(ready, to: path)
            }
        }
        try? FileManager.default.removeItem(atPath: next)
        try? FileManager.default.removeItem(atPath: last)
    }

    /// Refuses a target that is no folder, the working folder, or a folder of other things.
    private func checkTarget(_ names: Set<String>) throws {
        guard Files.isFolder(path) else {
            guard !Files.exists(path), !Files.isLink(path) else { throw FileError(.isNoFolder, path: path) }
            return
        }
        // The working folder would be exchanged under the feet of the shell.
        guard path != Files.absolutePath(Files.workingFolder) else { throw FileError(.isWorkingFolder, path: path) }
        guard Receipt(in: path) == nil else { return }
        let known = names.union(PublishedFile.allCases.map(\.fileName))
        let foreign = Files.names(in: path).first { name in
            !known.contains(name) && !(name.hasPrefix(".") && !Files.isFolder(path + "/" + name))
        }
        if let foreign { throw FileError(.isNoBundle, path: path, reason: foreign) }
    }

    private func lockParent() throws -> Int32 {
        var descriptor: Int32 = -1
        for _ in 0..<100 {
            let code = unsafe lys_lock_folder(parent, &descriptor)
            if code == 0 { return descriptor }
            guard code == EWOULDBLOCK || code == EINTR else { throw FileError(.cannotWrite, path: parent, code: code) }
            usleep(100_000)
        }
        throw FileError(.folderIsBusy, path: path)
    }

    /// Copies what is in the folder but belongs to no bundle: neither to the new one nor, by its receipt, to the last.
    private func carryOver(except names: Set<String>) throws {
        let published = Receipt.fileNames(in: path)
        for name in Files.names(in: path) where !names.contains(name) && !published.contains(name) {
            try Files.copy(path + "/" + name, to: next + "/" + name)
        }
    }

    private func swap() throws {
        guard Files.exists(path) else { return try Files.move(next, to: path) }
        let code = exchangeNames(path, next)
        if code == ENOTSUP {
            try Files.move(path, to: last)
            do {
                try Files.move(next, to: path)
            } catch {
                try Files.move(last, to: path)
                throw error
            }
        } else if code != 0 {
            throw FileError(.cannotExchange, path: path, code: code)
        }
    }
}
