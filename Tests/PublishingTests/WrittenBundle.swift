import Foundation
import OrganizationDirectory

@testable import Publishing

/// The files of an export, written into a folder of their own, and what they hold.
struct WrittenBundle {
    let files: [BundleFile]
    let bytes: [PublishedFile: [UInt8]]

    init(_ export: Export) throws {
        let folder = NSTemporaryDirectory() + "lys-bundle-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        files = try export.write(to: folder)
        bytes = try files.reduce(into: [:]) { $0[$1.kind] = try Files.read(folder + "/" + $1.name) }
    }
}
