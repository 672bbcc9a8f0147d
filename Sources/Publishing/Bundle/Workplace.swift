internal import CFiles
internal import Localization
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The folder beside a bundle in which the next one is made.
///
///     .exports.lys/plan     which of the two below is the new one, and what the folder loses
///     .exports.lys/next     the bundle being written; after the exchange, the last one on its way out
///     .exports.lys/last     the last bundle, only where the file system cannot exchange
///     .exports.lys/aside    empty but for a moment
///
/// The plan makes it ours: a folder of that name without one is somebody's own, and another name is taken. A process
/// that is killed leaves it, and the plan tells the next one what to do: a bundle that was being written is removed, one
/// on its way out gives what is the keeper's to the folder and is removed then.
struct Workplace {
    private let path: String
    /// The folder that the world sees.
    private let target: String

    /// The bundle being written.
    var next: String { path + "/next" }
    /// The last bundle, between two renames.
    var last: String { path + "/last" }
    /// A place for a file on its way to another name.
    var aside: String { path + "/aside" }
    private var plan: String { path + "/plan" }

    private static let heading = "a bundle being made by lys export"
    private static let largestPlan = 1 << 20

    /// The paths that are tried, one after another.
    private static func candidates(beside target: String) -> [Workplace] {
        guard let slash = target.lastIndex(of: "/") else { return [] }
        let base = target[...slash] + "." + target[target.index(after: slash)...] + ".lys"
        return (1...9).map { Workplace(path: base + ($0 == 1 ? "" : "-\($0)"), target: target) }
    }

    /// Those that killed runs have left.
    static func left(beside target: String) -> [Workplace] {
        candidates(beside: target).filter { $0.steps != nil || $0.isBarelyBegun }
    }

    /// Makes one.
    /// - Parameter names: what of the target has no place in the next bundle.
    static func make(beside target: String, losing names: Set<String>) throws -> Workplace {
        for place in candidates(beside: target) {
            guard !Files.exists(place.path), !Files.isLink(place.path) else { continue }
            // Before there is a folder, so that no moment is left in which a signal would forget it.
            unsafe lys_remove_folder_at_signals(place.path)
            do {
                try Files.makeFolder(place.path)
                try Files.writeSynced(Array((heading + "\n").utf8), to: place.plan)
                try Files.makeFolder(place.next)
                try Files.makeFolder(place.aside)
                let lines = [heading, number(of: place.next) ?? ""] + names.sorted()
                try Files.writeSynced(Array(lines.joined(separator: "\n").utf8), to: place.plan)
            } catch {
                place.giveUp()
                throw error
            }
            return place
        }
        throw FileError(.noWorkFolder, path: candidates(beside: target).first?.path ?? target)
    }

    /// Removes it with the bundle that was being written.
    func giveUp() {
        // What could not be put back stays for the next run.
        if !Files.exists(last) {
            try? Files.remove(next)
            removeRest()
        }
        lys_remove_folder_at_signals(nil)
    }

    /// Removes it after the exchange: what the keeper put into the last bundle meanwhile goes to the new one.
    func retire() {
        for folder in [next, last] where Files.isFolder(folder) { drain(folder, losing: steps?.lost ?? []) }
        removeRest()
        lys_remove_folder_at_signals(nil)
    }

    /// Does what a killed run did not come to.
    func repair() throws {
        guard let steps else {
            if isBarelyBegun { try? Files.remove(path) }
            return
        }
        if !Files.exists(target), Files.exists(last) {
            // Between two renames both are whole; the next bundle was ready to go out.
            try Files.move(Files.exists(next) ? next : last, to: target)
        }
        for folder in [next, last] where Files.isFolder(folder) {
            if Self.number(of: folder) == steps.new {
                try? Files.remove(folder)
            } else if Files.isFolder(target) {
                drain(folder, losing: steps.lost)
            }
        }
        removeRest()
    }

    private func drain(_ folder: String, losing names: [String]) {
        for name in names { try? Files.remove(folder + "/" + name) }
        _ = unsafe lys_drain_folder(folder, target)
        _ = unsafe rmdir(folder)
    }

    /// The plan goes last, and only where nothing is left that it speaks of.
    private func removeRest() {
        try? Files.remove(aside)
        guard !Files.exists(next), !Files.exists(last) else { return }
        try? Files.remove(plan)
        _ = unsafe rmdir(path)
    }

    private static let names: Set<String> = ["plan", "next", "last", "aside"]

    /// Whether nothing is in it but the beginning of a plan: a process was killed just after it had made it.
    private var isBarelyBegun: Bool {
        guard Files.isFolder(path), !Files.isLink(path) else { return false }
        let names = Files.names(in: path)
        guard Self.names.isSuperset(of: names) else { return false }
        return names.allSatisfy { name in
            guard name == "plan" else {
                return Files.isFolder(path + "/" + name) && Files.names(in: path + "/" + name).isEmpty
            }
            guard let bytes = try? Files.read(plan, atMost: Self.largestPlan) else { return false }
            return Array((Self.heading + "\n").utf8).starts(with: bytes)
        }
    }

    /// What the plan says: which folder is the new one, and what the other loses; `nil` where this is not ours.
    private var steps: (new: String, lost: [String])? {
        guard Files.isFolder(path), !Files.isLink(path),
            let bytes = try? Files.read(plan, atMost: Self.largestPlan),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines[0] == Self.heading else { return nil }
        guard Self.names.isSuperset(of: Files.names(in: path)) else { return nil }
        let lost = lines.dropFirst(2).filter { !$0.isEmpty && !$0.contains("/") && $0 != "." && $0 != ".." }
        return (lines.count > 1 ? lines[1] : "", lost)
    }

    /// The number by which the file system knows a folder, whatever its name.
    private static func number(of path: String) -> String? {
        var identity = lys_identity()
        guard unsafe lys_identity_of(-1, path, &identity) == 0 else { return nil }
        return "\(identity.device) \(identity.number)"
    }
}
