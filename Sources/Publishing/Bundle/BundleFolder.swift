internal import CFiles
#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Localization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A folder in which a bundle is published, and its exchange for the next bundle in one step.
///
/// The next bundle is written beside it, every file and the folder are put on the disk, and the two folders are
/// exchanged. Whenever the process is killed, the folder holds one whole bundle: the last or the next.
///
///     parent/exports             the bundle that the world sees
///     parent/.exports.lys/       the workplace, which is there during an export only; see ``Workplace``
///
/// Files of the folder that are no part of a bundle (a keeper's own notes, say) are carried over. What a receipt says is
/// believed only where the SHA-256 agrees: a file that no export has written is never dropped, and one that was
/// published and then changed by hand is kept beside the new one. A folder that holds other things and no bundle is not
/// taken for one: a slip of `-o` must not move a home folder aside.
struct BundleFolder {
    /// Exchanges what two names stand for in one step; returns 0, or the system's number for the reason.
    typealias Exchange = (_ first: String, _ second: String) -> Int32

    /// The folder that the world sees.
    let path: String
    private let parent: String
    private let exchangeNames: Exchange

    /// The folder of a path; nothing is created yet. A link is followed, so that what it points to is exchanged.
    /// - Parameter exchange: the system's exchange; tests have one that refuses, as some file systems do.
    init(path: String, exchange: @escaping Exchange = { unsafe lys_exchange($0, $1) }) {
        let url = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
        self.path = url.path
        parent = url.deletingLastPathComponent().path
        exchangeNames = exchange
    }

    /// Makes a bundle of the files that `write` puts into a folder beside this one, and exchanges it for the last one.
    ///
    /// - Parameters:
    ///   - names: the names of the new bundle's files.
    ///   - write: writes the files into the folder it is given and proves them there; if it throws, the last bundle
    ///     stays as it is.
    /// - Returns: the files that were changed by hand since they were published, with the names that they have now.
    /// - Throws: ``FileError``, and what `write` throws.
    @discardableResult
    func exchange(
        names: Set<String>, writing write: (_ folder: String) throws -> Void
    ) throws -> [(name: String, keptAs: String)] {
        try Files.makeFolders(parent)
        let lock = try lockParent()
        defer { lys_unlock(lock) }
        try repair()
        try checkTarget(names)
        let contents = try BundleContents(of: path, replacedBy: names)
        let workplace = try Workplace.make(beside: path, losing: contents.lost)
        do {
            try write(workplace.next)
            for name in contents.kept { try Files.carry(path + "/" + name, to: workplace.next + "/" + name) }
            for (name, other) in contents.changed {
                try Files.carry(path + "/" + name, to: workplace.aside + "/" + name)
                try Files.move(workplace.aside + "/" + name, to: workplace.next + "/" + other)
            }
            unsafe lys_take_after(workplace.next, path)
            try Files.syncFolder(workplace.next)
            // What follows is quick, and must not be cut short.
            lys_defer_signals()
            defer { lys_admit_signals() }
            try swap(workplace)
            try Files.syncFolder(parent)
            workplace.retire()
        } catch {
            workplace.giveUp()
            throw error
        }
        return contents.changed
    }

    /// Whether an export is at work beside the folder.
    var isBeingExchanged: Bool { !Workplace.left(beside: path).isEmpty }

    /// Puts right what a killed run has left.
    func repair() throws {
        for workplace in Workplace.left(beside: path) { try workplace.repair() }
    }

    /// Refuses a target that is no folder, the working folder, or a folder of other things.
    private func checkTarget(_ names: Set<String>) throws {
        guard Files.isFolder(path) else {
            guard !Files.exists(path), !Files.isLink(path) else { throw FileError(.isNoFolder, path: path) }
            return
        }
        // The working folder would be exchanged under the feet of the shell.
        guard path != Files.absolutePath(Files.workingFolder) else { throw FileError(.isWorkingFolder, path: path) }
        let code = unsafe lys_may_write_in(path)
        guard code == 0 else { throw FileError(.isReadOnly, path: path, code: code) }
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

    private func swap(_ workplace: Workplace) throws {
        guard Files.exists(path) else { return try Files.move(workplace.next, to: path) }
        let code = exchangeNames(path, workplace.next)
        if code == ENOTSUP {
            try Files.move(path, to: workplace.last)
            do {
                try Files.move(workplace.next, to: path)
            } catch {
                try Files.move(workplace.last, to: path)
                throw error
            }
        } else if code != 0 {
            throw FileError(.cannotExchange, path: path, code: code)
        }
    }
}
